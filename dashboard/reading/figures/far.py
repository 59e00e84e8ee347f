"""Numbers without a noun after them: "the number of soldiers stands at 8,000", "the remaining 7,000"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.figures.bases import BasisTables
from dashboard.reading.figures.elements import COUNTED
from dashboard.reading.figures.measures import MeasureTables
from dashboard.reading.figures.mentions import Lead
from dashboard.reading.figures.nouns import find_phrase
from dashboard.reading.tables.lists import fill_table
from dashboard.reading.tables.nouns import NounWords
from dashboard.reading.text.tokens import NUMBER, Tokens, ends_in
from dashboard.vocabulary import Vocabulary

REACH: Final = 24  # words from a far number back to its noun
_FIRST_OF: Final = ["the", "first", "of"]  # "450 soldiers left, the first of 50,000 who are to go"
_LAST_OF: Final = ["the", "last", "of"]
_AIMED: Final = ("on", "against")
_BEGUN: Final = ("", "that", "said", ":", ";", "and", "but")
GAPPED: Final = 9  # words from a figure to the place that has the next one, without a verb
LISTED: Final = 28  # words from one figure of a list to the next


class FarWords(NamedTuple):
    """The words of `[far]`, `[basis]` and others in `quantity_words.toml` that numbers without a noun stand by."""

    links: frozenset[str]
    changes: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    sending: frozenset[str]
    prepositions: frozenset[str]
    copulas: frozenset[str]
    tallies: frozenset[str]
    pointing: frozenset[str]
    listing: frozenset[str]
    leading: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    beside: frozenset[str]
    claiming: frozenset[str]
    admitting: frozenset[str]
    incidents: frozenset[str]
    moves: frozenset[str]
    areas: frozenset[str]
    judging: frozenset[str]
    summing: frozenset[str]
    numbering: frozenset[str]


@lru_cache(maxsize=16)
def build_far_words(vocabulary: Vocabulary) -> FarWords:
    """The tables of a vocabulary for numbers without a noun."""
    words = vocabulary.read("quantity_words")
    return fill_table(FarWords, {**words, **words["far"]})


def find_far_noun(tokens: Tokens, lead: Lead, far: FarWords, nouns: NounWords, measures: MeasureTables) -> bool:
    """Whether the number follows, at some distance, the noun that it counts: "the contingent is to grow to 3,000"."""
    links = far.links.intersection((lead.before, *lead.skipped))
    if not links:
        return False
    if lead.before == "of":
        at = lead.start - 2
        return at >= 0 and (tokens.words[at] in far.tallies or _is_counted(tokens, at, nouns, measures))
    nearest = (*tokens.words[max(0, lead.start - 13) : lead.start], *lead.skipped)
    if links <= far.prepositions and far.changes.isdisjoint(nearest):
        return False
    untold = far.tallies.isdisjoint(tokens.words[max(0, lead.start - 14) : lead.start])
    if links <= far.copulas and untold and not _are_losses(tokens, lead, measures):
        return False
    return _find_subject(tokens, lead, far, nouns, measures)


def _are_losses(tokens: Tokens, lead: Lead, measures: MeasureTables) -> bool:
    """Whether losses stand just before: "their own losses were | no more than 50"."""
    return any(measures.subject.match(tokens.words, at) for at in range(max(0, lead.start - 4), lead.start))


def _find_subject(tokens: Tokens, lead: Lead, far: FarWords, nouns: NounWords, measures: MeasureTables) -> bool:
    """Whether the clause before the number has a subject that is counted, or a word that points at one."""
    if tallies_others(tokens, lead, far, nouns):
        return False
    for at in range(lead.start - 1, max(-1, lead.start - REACH), -1):
        if tokens.words[at] == ";":
            return False
        if tokens.words[at] in far.pointing or _is_counted(tokens, at, nouns, measures):
            return True
    return False


def tallies_others(tokens: Tokens, lead: Lead, far: FarWords, nouns: NounWords) -> bool:
    """Whether a number of something else is spoken of: "the number of attacks on troops fell from 148 to 90"."""
    for at in range(lead.start - 1, max(0, lead.start - REACH), -1):
        if tokens.words[at] == ";":
            return False
        if tokens.words[at] in _AIMED and _is_incident(tokens, at - 1, far) and lead.before in far.prepositions:
            return True  # "attacks on the troops have risen to 83"
        if tokens.words[at] == "of" and tokens.words[at - 1] in far.tallies:
            return find_phrase(tokens, at + 1, nouns).kind == "other"
    return False


def _is_incident(tokens: Tokens, at: int, far: FarWords) -> bool:
    """Whether what is done to somebody is the subject: "| strikes | against the rebels rose"."""
    before = tokens.word(at - 1 - (tokens.word(at - 1) == "the"))
    return tokens.words[at] in far.incidents and before in _BEGUN


def _is_counted(tokens: Tokens, at: int, nouns: NounWords, measures: MeasureTables) -> bool:
    """Whether a noun of troops, of a body of them or of their losses stands here."""
    found = nouns.nouns.match(tokens.words, at)
    if found and found[1].kind in (*COUNTED, "body", "bodies"):
        return True
    return bool(nouns.people.match(tokens.raw, at) or measures.subject.match(tokens.words, at))


def points_at_troops(
    tokens: Tokens, place: int, lead: Lead, last: int | None, far: FarWords, nouns: NounWords, bases: BasisTables
) -> bool:
    """Whether the words beside the number say that it counts the troops just named; `last` is the figure before."""
    return (
        not far.beside.isdisjoint((lead.before, *lead.skipped))  # "the remaining 7,000", "another 1,500"
        or _is_more(tokens, place, far)
        or any(tokens.words[place + 1 : place + 3] == words.split() for words in far.judging)
        or _is_listed(tokens, place, lead, last, far)
        or (last is not None and place - last < LISTED and _is_contributor(tokens, lead, nouns))
        or _is_apposed(tokens, place, lead, far, nouns)
        or (last is not None and tokens.word(0) == "of" and lead.before == ",")  # "of 900 recruits, | 300 never came"
        or _is_described(tokens, place, lead, far, nouns)
        or ends_in(tokens, lead.start, bases.additional_phrases)
        or _is_owned(tokens, lead, nouns)
        or _is_subject(tokens, place, lead, far)
        or (last is not None and lead.before in far.leading and _is_past(tokens.word(place + 1), nouns))
        or (lead.before == "of" and tokens.word(lead.start - 2) in far.moves)  # "with the return of 26"
        or (last is not None and (_exists(tokens, lead, far) or _is_place_listed(tokens, lead, last, far)))
        or (last is not None and tokens.words[max(0, lead.start - 3) : lead.start] in (_FIRST_OF, _LAST_OF))
        or (last is not None and lead.before in far.claiming and not tokens.word(place + 1).isalpha())
        or (last is not None and lead.before == "whom")  # "900 soldiers, of whom some 200 guard the port"
        or lead.before in far.sending  # "Kenya will send 600 to Haiti"
    )


def _is_more(tokens: Tokens, place: int, far: FarWords) -> bool:
    """Whether "more" follows, and no noun: "it would need 20,000 more"."""
    after = tokens.word(place + 2)
    return tokens.word(place + 1) in ("more", "extra", "others") and (
        not after.isalpha() or after in far.listing | far.auxiliaries
    )


def _is_listed(tokens: Tokens, place: int, lead: Lead, last: int | None, far: FarWords) -> bool:
    """Whether the number goes on a list of troops: "2,000 soldiers from Ghana and 900 from Togo"."""
    if lead.before == "including":
        return True
    return (
        last is not None and place - last < LISTED and lead.before in far.listing and tokens.word(place + 1) != NUMBER
    )


def _is_contributor(tokens: Tokens, lead: Lead, nouns: NounWords) -> bool:
    """Whether a country on a list stands just before: "Kenya has 1,000 troops there, Jamaica | 24 and Belize | two"."""
    for first in range(lead.start - 1, max(0, lead.start - 4), -1):
        found = nouns.adjectives.match(tokens.raw, first)
        if found and first + found[0] == lead.start and not tokens.owns[lead.start - 1]:
            return tokens.word(first - 1 - (tokens.word(first - 1) == "the")) in (",", "and", ";", "while")
    return False


def _exists(tokens: Tokens, lead: Lead, far: FarWords) -> bool:
    """Whether it is said how many there are or were: "where there used to be eighty"."""
    return lead.before in far.copulas and "there" in tokens.words[max(0, lead.start - 5) : lead.start - 1]


def _is_place_listed(tokens: Tokens, lead: Lead, last: int, far: FarWords) -> bool:
    """Whether a place on a list stands just before: "Santos will receive 900 and the state of Bahia | 760"."""
    at = lead.start
    while at > last + 1 and tokens.raw[at - 1][:1].isupper() and not tokens.owns[at - 1]:
        at -= 1
    if at in (lead.start, last + 1) or at - last > GAPPED:
        return False
    if tokens.words[at - 1] == "of" and tokens.words[at - 2] in far.areas:
        at -= 2
    at -= tokens.words[at - 1] == "the"
    return tokens.words[at - 1] in (",", "and", ";")


def _is_apposed(tokens: Tokens, place: int, lead: Lead, far: FarWords, nouns: NounWords) -> bool:
    """Whether the number stands beside its noun, between marks: "a company of US troops – about 150 – has come"."""
    is_sum = " ".join(tokens.words[place + 1 : place + 3]) in far.summing  # "the soldiers, 33 in all, were flown out"
    after = tokens.word(place + 1 + 2 * is_sum)
    if lead.before not in ("–", "—", "-", "(", ",", "or") or (after and after[0].isalnum()) or after == "%":
        return False
    for at in range(max(0, lead.start - 5), lead.start - 1):
        found = nouns.nouns.match(tokens.words, at)
        if found and found[1].kind in COUNTED and lead.start - 2 <= at + found[0] <= lead.start - 1:
            return True
    return False


def _is_described(tokens: Tokens, place: int, lead: Lead, far: FarWords, nouns: NounWords) -> bool:
    """Whether it is told who these are: "the first 300, paratroopers from Togo, landed"."""
    if tokens.word(place + 1) != "," or far.numbering.isdisjoint((lead.before, *lead.skipped)):
        return False
    found = (nouns.nouns.match(tokens.words, at) for at in range(place + 2, min(place + 5, len(tokens))))
    return any(noun is not None and noun[1].kind == "troops" for noun in found)


def _is_owned(tokens: Tokens, lead: Lead, nouns: NounWords) -> bool:
    """Whether a country owns the number: "1,887 troops, ahead of Lithuania's 1,632"."""
    last = lead.start - 1
    if last < 0 or not tokens.owns[last]:
        return False
    return any(
        (found := nouns.adjectives.match(tokens.raw, first)) is not None and first + found[0] == last + 1
        for first in range(max(0, last - 3), last + 1)
    )


def _is_subject(tokens: Tokens, place: int, lead: Lead, far: FarWords) -> bool:
    """Whether the number is the subject of a verb: "... that about 3,000 had arrived"."""
    after = place + 1
    while tokens.word(after) in far.adverbs:
        after += 1
    return lead.before in far.leading and tokens.word(after) in far.auxiliaries


def _is_past(word: str, nouns: NounWords) -> bool:
    """Whether it is the verb of a number that goes on from another: "120 marines landed; 80 followed"."""
    return word.endswith("ed") or word in nouns.verbs


def is_rise(tokens: Tokens, lead: Lead, far: FarWords) -> bool | None:
    """For a number after "by": True when it is added, False when it is taken off, None when it is neither."""
    if lead.before != "by":
        return None
    before = tokens.words[max(0, lead.start - 8) : lead.start]
    if not far.falling.isdisjoint(before):
        return False
    return True if not far.rising.isdisjoint(before) else None


def tells_rest(tokens: Tokens, place: int) -> bool:
    """Whether those who stay are told behind those who go: "the garrison is to be cut by | 500 to about 5,000"."""
    after = tokens.words[place + 1 : place + 4]
    return after[:1] == ["to"] and NUMBER in after
