"""What a figure counts: troops, the killed, the wounded, or casualties."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.figures.mentions import YEAR, Lead
from dashboard.reading.figures.nouns import Head
from dashboard.reading.tables.lists import fill_table
from dashboard.reading.text.tokens import NUMBER, Phrases, Tokens
from dashboard.records import Measure
from dashboard.vocabulary import Vocabulary

_QUOTES: Final = ("“", '"', "‘", "'")
_PASSIVE: Final = frozenset({"was", "were", "been", "being", "be", "are", "is"})
_BETWEEN: Final = frozenset({"have", "had", "has", "since", "later", "also", "then"})
_FINITE: Final = frozenset({"was", "were", "is", "are", "has", "have", "had", "been"})
REACH: Final = 14  # words looked at for the verb of a figure
FAR_BACK: Final = 20  # words back to the losses that a far number counts
LONG_REACH: Final = 36  # and for the verb behind a clause that tells how they were hurt


class MeasureTables(NamedTuple):
    """The tables of measures, made once per vocabulary."""

    words: Phrases[Measure]
    active: Phrases[Measure]
    subject: Phrases[Measure]
    widest_active: int
    passive: frozenset[str]
    intransitive: frozenset[str]
    breaks: frozenset[str]
    objects: frozenset[str]
    adverbs: frozenset[str]
    shrinking: frozenset[str]
    shrunk_to: frozenset[str]
    suffering: frozenset[str]
    hurts: frozenset[str]
    gone: frozenset[str]


@lru_cache(maxsize=16)
def build_measure_tables(vocabulary: Vocabulary) -> MeasureTables:
    """The tables of a vocabulary for measures."""
    nouns, verbs = vocabulary.read("troop_nouns"), vocabulary.read("quantity_words")["losses"]
    active = [
        (phrase.replace(",", " ,"), Measure(key)) for key, phrases in nouns["active"].items() for phrase in phrases
    ]
    subject = [(phrase, Measure(key)) for key, phrases in nouns["subject"].items() for phrase in phrases]
    return fill_table(
        MeasureTables,
        verbs,
        words=Phrases((row.words.lower().replace(",", " ,"), row.measure) for row in vocabulary.measures),
        active=Phrases(active),
        subject=Phrases(subject),
        widest_active=max(len(phrase.split()) for phrase, _ in active),
    )


def find_measure(tokens: Tokens, place: int, lead: Lead, head: Head, far: bool, tables: MeasureTables) -> Measure:
    """What the figure at `place` counts; `far` when its noun stands before it."""
    end = max(head.end, place + 1)
    inside = find_inside(tokens, place + 1, head.end, tables)
    if inside:
        verb = next((word for word in tokens.words[end : end + 4] if word not in _BETWEEN), "")
        is_dead = inside is Measure.WOUNDED and verb in tables.intransitive  # "12 wounded soldiers have since died"
        return Measure.KILLED if is_dead else _widen(tokens, head.end, inside, tables)
    goes_on = tokens.word(end) in (",", "and", "with")  # "the toll had risen to 14 and 20 soldiers were wounded"
    return (
        (_find_subject(tokens, lead, far, tables) if goes_on else None)
        or _find_after(tokens, end, tables)
        or _find_active(tokens, lead.start, tables)
        or _find_active(tokens, place, tables)
        or _find_subject(tokens, lead, far, tables)
        or Measure.TROOPS
    )


def _widen(tokens: Tokens, end: int, measure: Measure, tables: MeasureTables) -> Measure:
    """Casualties, where the word for losses that ends at `end` has another beside it: "killed or | taken prisoner"."""
    if tokens.word(end) != "or":
        return measure
    at = end + 1
    while tokens.word(at) in tables.adverbs or tokens.word(at).endswith("ly"):
        at += 1
    other = tables.words.match(tokens.words, at) if at < len(tokens) else None
    return Measure.CASUALTIES if tokens.word(at) in tables.gone or (other and other[1] is not measure) else measure


def find_inside(tokens: Tokens, start: int, end: int, tables: MeasureTables) -> Measure | None:
    """Between the number and its noun, the noun included: "300 wounded soldiers", "300 casualties"."""
    for at in range(start, min(end, len(tokens))):
        found = tables.words.match(tokens.words, at)
        if found:
            return found[1]
    return None


def _find_after(tokens: Tokens, start: int, tables: MeasureTables) -> Measure | None:
    """After the noun, in the passive: "300 soldiers have been killed"; not "300 soldiers killed two guards"."""
    if (
        tokens.word(start) == ","
        and tokens.word(start + 1) == "including"
        and "," in tokens.words[start + 1 : start + 8]
    ):
        start = tokens.words.index(",", start + 1) + 1  # ", including officers,"
    apposed = tokens.word(start) == "," and find_inside(tokens, start + 1, start + 2, tables)
    if apposed or tokens.word(start) in _QUOTES:
        start += 1  # "lost 90 soldiers, killed or captured"
    if tokens.word(start) == "whose" and tokens.word(start + 1) in ("deaths", "death", "bodies"):
        return Measure.KILLED  # "900 soldiers whose deaths were confirmed"
    for at in range(start, min(len(tokens), start + REACH)):
        word = tokens.words[at]
        told = word == "said" and tokens.words[at - 1] in tables.passive  # "were said to be wounded"
        among = word == NUMBER and "among" in tokens.words[max(start, at - 2) : at]  # "were among the 40 people hurt"
        if (word in tables.breaks and at > start and not told) or (
            word == NUMBER and not among and not _is_listed_noun(tokens, at, start, tables)
        ):
            return None
        if word in tables.hurts and _is_suffered(tokens.words[max(start, at - 4) : at], tables):
            return Measure.WOUNDED  # "four others suffered minor injuries"
        found = tables.words.match(tokens.words, at)
        if found is not None:
            return _judge_after(tokens, start, at, found, tables)
    return None


def _is_suffered(before: list[str], tables: MeasureTables) -> bool:
    """Whether injuries, after these words, are somebody's own: "suffered minor", not "received medals for treating"."""
    return not tables.suffering.isdisjoint(before) and "for" not in before


def _judge_after(
    tokens: Tokens, start: int, at: int, found: tuple[int, Measure], tables: MeasureTables
) -> Measure | None:
    """What the word for losses at `at` says of the noun that ends at `start`; None where it is of somebody else."""
    before, end = at - 1, at + found[0]
    while before > start and (
        tokens.words[before] in _QUOTES or tokens.words[before] in tables.adverbs or tokens.words[before].endswith("ly")
    ):
        before -= 1
    following = tokens.word(end)
    if tokens.words[at] in tables.shrinking and following in tables.shrunk_to:
        return None
    if (
        found[0] == 1
        and tokens.words[at] == "dead"
        and tokens.words[at - 1] in ("the", "their", "its")
        and tokens.words[at - 2] not in ("among", "of")
    ):
        return None  # "sent to replace the dead"
    is_joined = tokens.words[before] in ("and", "or")
    is_active = before >= start and following in tables.objects and _PASSIVE.isdisjoint(tokens.words[start:before])
    if is_joined and (is_active or NUMBER in tokens.words[at : end + 3]):
        return None  # "killed 300 soldiers and wounded another 40"
    direct = at == start and following != NUMBER and following not in tables.objects
    if (
        direct
        or tokens.words[at] in tables.intransitive
        or (tokens.words[before] in tables.passive and at > start and following != NUMBER)
        or "among" in tokens.words[max(start, before - 5) : before + 1]
    ):
        is_told = found[1] is Measure.WOUNDED and (at == start or tokens.word(start) == "who")
        return Measure.KILLED if is_told and _have_died(tokens, end, tables) else _widen(tokens, end, found[1], tables)
    return None


def _have_died(tokens: Tokens, start: int, tables: MeasureTables) -> bool:
    """Whether those who were hurt died of it: "12 soldiers who were injured in the blast | have died"."""
    for word in tokens.words[start : start + LONG_REACH]:
        if word in tables.breaks or word == NUMBER:
            return False
        if word in tables.intransitive:
            return True
    return False


def _is_listed_noun(tokens: Tokens, at: int, start: int, tables: MeasureTables) -> bool:
    """Whether the number at `at` goes on a list that has one verb: "47 soldiers and 12 militiamen were killed"."""
    between, after = tokens.words[start:at], tokens.word(at + 1)
    joined = bool(between) and (between[0] in (",", "and", "or") or between[0] == "(")
    return (
        joined
        and _FINITE.isdisjoint(between)
        and after.isalpha()
        and after not in tables.passive
        and after not in tables.intransitive
        and not after.endswith("ed")
        and not (tables.passive | tables.intransitive).isdisjoint(tokens.words[at : at + 12])
    )


def _find_active(tokens: Tokens, end: int, tables: MeasureTables) -> Measure | None:
    """Just before the number: "killing at least 300 soldiers"."""
    for width in range(tables.widest_active, 0, -1):
        if end >= width:
            found = tables.active.match(tokens.words, end - width)
            if found and found[0] == width:
                passive = tokens.word(end - width - 1) in ("were", "was", "been", "being", "be")
                return None if passive else found[1]
    return None


def _find_subject(tokens: Tokens, lead: Lead, far: bool, tables: MeasureTables) -> Measure | None:
    """Farther before it, where it is the subject: "the casualties had reached 4,000 troops"."""
    if not far:
        return None
    for at in range(lead.start - 1, max(-1, lead.start - FAR_BACK), -1):
        word = tokens.words[at]
        is_told = word == ":" and at == lead.start - 1  # "the toll of 2017: 412"
        if (word in (";", ":") and not is_told) or (word == NUMBER and not _is_year(tokens, at)):
            return None
        found = tables.subject.match(tokens.words, at)
        longer = tables.subject.match(tokens.words, at - 1) if found and at else None
        if found:
            return longer[1] if longer and longer[0] > 1 else found[1]
    return None


def _is_year(tokens: Tokens, at: int) -> bool:
    """Whether the number at `at` only dates them: "the number of rebels killed in | 2005 | at 290"."""
    return tokens.words[at - 1 : at] == ["in"] and bool(YEAR.fullmatch(tokens.raw[at]))
