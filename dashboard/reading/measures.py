"""What a figure of troops counts - troops, the killed, the wounded, casualties - and whether it is the whole or a share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dashboard.reading.mentions import Lead
from dashboard.reading.nouns import Head
from dashboard.reading.tokens import NUMBER, Phrases, Tokens
from dashboard.records import Basis, Measure
from dashboard.vocabulary import Vocabulary

REACH: Final = 14  # words looked at for the verb of a figure
_PASSIVE: Final = frozenset(
    ("were", "was", "been", "being", "be", "are", "is", "got", "get", "or", "and", "left", "have", "had", "has")
)
_INTRANSITIVE: Final = frozenset(("died", "perished", "dead", "dying"))
_BREAKS: Final = frozenset(
    (
        ";",
        ":",
        "while",
        "but",
        "although",
        "because",
        "including",
        "whereas",
        "after",
        "when",
        "said",
        "several",
        "others",
    )
)
_OBJECT: Final = frozenset(
    (
        "the",
        "a",
        "an",
        "at",
        "more",
        "some",
        "its",
        "their",
        "his",
        "several",
        "up",
        "about",
        "around",
        "nearly",
        "over",
        "two",
        "civilians",
        "people",
    )
)


@dataclass(frozen=True, eq=False)
class MeasureTables:
    """The tables of measures and bases, made once per vocabulary."""

    words: Phrases[Measure]
    active: Phrases[Measure]
    subject: Phrases[Measure]
    widest_active: int
    additional: frozenset[str]
    additional_after: frozenset[str]
    additional_phrases: tuple[tuple[str, ...], ...]
    remaining: frozenset[str]
    remaining_after: frozenset[str]
    part: frozenset[str]
    part_beside: frozenset[str]
    part_phrases: tuple[tuple[str, ...], ...]
    part_after: frozenset[str]
    observed: frozenset[str]
    observing: frozenset[str]
    witnessing: frozenset[str]
    adverbs: frozenset[str]


@lru_cache(maxsize=16)
def build_measure_tables(vocabulary: Vocabulary) -> MeasureTables:
    """The tables of a vocabulary for measures and bases."""
    nouns, basis = vocabulary.read("troop_nouns"), vocabulary.read("quantity_words")["basis"]
    active = [(phrase, Measure(key)) for key, phrases in nouns["active"].items() for phrase in phrases]
    subject = [(phrase, Measure(key)) for key, phrases in nouns["subject"].items() for phrase in phrases]
    return MeasureTables(
        words=Phrases((row.words.lower().replace(",", " ,"), row.measure) for row in vocabulary.measures),
        active=Phrases(active),
        subject=Phrases(subject),
        widest_active=max(len(phrase.split()) for phrase, _ in active),
        additional_phrases=tuple(tuple(phrase.split()) for phrase in basis["additional_phrases"]),
        part_phrases=tuple(tuple(phrase.split()) for phrase in basis["part_phrases"]),
        adverbs=frozenset(("also", "already", "now", "since", "either", "reportedly", "likely", "all")),
        **{
            key: frozenset(basis[key])
            for key in (
                "additional",
                "additional_after",
                "remaining",
                "remaining_after",
                "part",
                "part_beside",
                "part_after",
                "observed",
                "observing",
                "witnessing",
            )
        },
    )


def find_measure(tokens: Tokens, place: int, lead: Lead, head: Head, far: bool, tables: MeasureTables) -> Measure:
    """What the figure at `place` counts; `far` when its noun stands before it."""
    inside = _find_inside(tokens, place + 1, head.end, tables)
    if inside:
        return inside
    return (
        _find_after(tokens, max(head.end, place + 1), tables)
        or _find_active(tokens, lead.start, tables)
        or _find_active(tokens, place, tables)
        or _find_subject(tokens, lead, far, tables)
        or Measure.TROOPS
    )


def _find_inside(tokens: Tokens, start: int, end: int, tables: MeasureTables) -> Measure | None:
    """Between the number and its noun, the noun included: "300 wounded soldiers", "300 casualties"."""
    for at in range(start, end):
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
    for at in range(start, min(len(tokens), start + REACH)):
        word = tokens.words[at]
        if word in _BREAKS or (word == NUMBER and not _is_listed_noun(tokens, at, start)):
            return None
        found = tables.words.match(tokens.words, at)
        if found is None:
            continue
        before = at - 1
        while before > start and (tokens.words[before] in tables.adverbs or tokens.words[before].endswith("ly")):
            before -= 1
        following = tokens.word(at + found[0])
        direct = at == start and following != NUMBER and following not in _OBJECT
        if direct or word in _INTRANSITIVE or (tokens.words[before] in _PASSIVE and at > start and following != NUMBER):
            return found[1]
        return None
    return None


def _is_listed_noun(tokens: Tokens, at: int, start: int) -> bool:
    """Whether the number at `at` goes on a list that has one verb: "47 soldiers and 12 militiamen were killed"."""
    between, after = tokens.words[start:at], tokens.word(at + 1)
    joined = bool(between) and (between[0] in (",", "and", "or") or between[0] == "(")
    return (
        joined
        and after.isalpha()
        and after not in _PASSIVE
        and after not in _INTRANSITIVE
        and not after.endswith("ed")
        and not (_PASSIVE | _INTRANSITIVE).isdisjoint(tokens.words[at : at + 12])
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
    for at in range(lead.start - 1, max(-1, lead.start - REACH), -1):
        if tokens.words[at] == NUMBER or tokens.words[at] in (";", ":"):
            return None
        found = tables.subject.match(tokens.words, at)
        longer = tables.subject.match(tokens.words, at - 1) if found and at else None
        if found:
            return longer[1] if longer and longer[0] > 1 else found[1]
    return None


def find_basis(tokens: Tokens, place: int, lead: Lead, head: Head, beside: bool, tables: MeasureTables) -> Basis:
    """Whether the figure is the whole or something beside it; `beside` when a figure for the whole is near."""
    if _is_observed(tokens, place, tables):
        return Basis.OBSERVED
    before = {
        lead.before,
        *(word for at, word in enumerate(lead.skipped) if word != "more" or tokens.word(lead.start + at + 1) != "than"),
    }
    after = tokens.words[place + 1 : max(head.end, place + 2)]
    if not tables.remaining.isdisjoint(before) or not tables.remaining_after.isdisjoint(after[:1]):
        return Basis.REMAINING
    if (
        not tables.additional.isdisjoint(before)
        or not tables.additional_after.isdisjoint(after)
        or ends_in(tokens, lead.start, tables.additional_phrases)
    ):
        return Basis.ADDITIONAL
    return Basis.PART if _is_part(tokens, place, lead, head, beside, tables) else Basis.TOTAL


def _is_observed(tokens: Tokens, place: int, tables: MeasureTables) -> bool:
    """Whether it was seen: "a video showing dozens of ...", "reporters saw 40 ..."."""
    before = tokens.words[max(0, place - 16) : place]
    seen = next((at for at, word in enumerate(before) if word in tables.observed), None)
    if seen is not None and not tables.observing.isdisjoint(before[seen + 1 :]):
        return True
    return not tables.witnessing.isdisjoint(before[-3:]) and tokens.word(place - 1) != "by"


def _is_part(tokens: Tokens, place: int, lead: Lead, head: Head, beside: bool, tables: MeasureTables) -> bool:
    if head.kind == "whole" or (head.kind == "pronoun" and beside):
        return True
    if beside and (lead.before in tables.part_beside or lead.before == "("):
        return True
    if (
        not tables.part.isdisjoint((lead.before, *tokens.words[max(0, lead.start - 4) : lead.start]))
        and "," not in tokens.words[max(0, lead.start - 1) : lead.start]
    ):
        return True
    after = " ".join(tokens.words[place + 1 : place + 3]), " ".join(tokens.words[head.end : head.end + 2])
    if not tables.part_after.isdisjoint(after):
        return True
    return beside and ends_in(tokens, lead.start, tables.part_phrases)


def ends_in(tokens: Tokens, end: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the words up to `end` end in one of the phrases."""
    return any(end >= len(phrase) and tuple(tokens.words[end - len(phrase) : end]) == phrase for phrase in phrases)
