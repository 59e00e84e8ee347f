"""Numbers without a noun of their own: "the number of soldiers there ... at about 8,000", "the remaining 7,000", "3,000 of them"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from dashboard.reading.measures import MeasureTables
from dashboard.reading.mentions import Lead
from dashboard.reading.nouns import COUNTED, NounWords
from dashboard.reading.tokens import NUMBER, Tokens
from dashboard.vocabulary import Vocabulary

REACH: Final = 24  # words from a far number back to its noun
_PREPOSITIONS: Final = frozenset(("at", "to", "by", "as", "from"))
_VERBAL: Final = frozenset(("is", "was", "are", "were", "be", "been", "being"))
_TALLIES: Final = frozenset(("number", "strength", "size", "figure", "total", "toll", "tally", "count", "estimate"))
_POINTING: Final = frozenset(
    ("it", "they", "number", "numbers", "figure", "total", "tally", "count", "estimate", "that")
)
_AUXILIARIES: Final = frozenset(
    (
        "have",
        "had",
        "are",
        "were",
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "has",
        "is",
        "was",
        "must",
        "can",
        "remain",
        "remained",
        "being",
        "been",
    )
)
_BESIDE: Final = frozenset(("–", "—", "-", "(", ","))
_LISTING: Final = frozenset(
    ("and", "or", ",", "but", "plus", "including", "with", "from", "than", "versus", "to", "(", "–", "—", "some")
)
_LEADING: Final = frozenset(
    (
        "that",
        "said",
        "which",
        "where",
        "while",
        "because",
        "and",
        "but",
        "when",
        "says",
        "after",
        "before",
        "whom",
        "",
        ",",
        "“",
        '"',
        "‘",
        "of",
        "—",
        "–",
        ":",
        ";",
        ".",
    )
)


@dataclass(frozen=True, eq=False)
class FarWords:
    """The tables for numbers without a noun, made once per vocabulary."""

    links: frozenset[str]
    changes: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    sending: frozenset[str]
    beside: frozenset[str]


@lru_cache(maxsize=16)
def build_far_words(vocabulary: Vocabulary) -> FarWords:
    """The tables of a vocabulary for numbers without a noun."""
    words: Any = vocabulary.read("quantity_words")
    basis = words["basis"]
    beside = frozenset((*basis["additional"], *basis["remaining"])) - {"more", "second", "fresh"}
    return FarWords(*(frozenset(words[key]) for key in ("links", "changes", "rising", "falling", "sending")), beside)


def find_far_noun(tokens: Tokens, lead: Lead, far: FarWords, nouns: NounWords, measures: MeasureTables) -> bool:
    """Whether the number follows, at some distance, the noun that it counts: "the contingent is to grow to 3,000"."""
    links = {lead.before, *lead.skipped} & far.links
    if not links:
        return False
    if lead.before == "of":
        return _is_counted(tokens, lead.start - 2, nouns, measures, bodies=True) or tokens.word(lead.start - 2) in _TALLIES
    verbal = bool(links - _PREPOSITIONS)
    nearest = (*tokens.words[max(0, lead.start - 10) : lead.start], *lead.skipped)
    if not verbal and far.changes.isdisjoint(nearest):
        return False
    if links <= _VERBAL and not _counts_number(tokens, lead):
        return False
    for at in range(lead.start - 1, max(-1, lead.start - REACH), -1):
        if tokens.words[at] in (";",):
            return False
        if _is_counted(tokens, at, nouns, measures, bodies=True) or tokens.words[at] in _POINTING:
            return True
    return False


def _counts_number(tokens: Tokens, lead: Lead) -> bool:
    """Whether a noun of number comes before "is": "the strength of the garrison is 900"."""
    before = tokens.words[max(0, lead.start - 14) : lead.start]
    return not {
        "number",
        "numbers",
        "strength",
        "size",
        "total",
        "figure",
        "toll",
        "headcount",
        "tally",
        "count",
    }.isdisjoint(before)


def _is_counted(tokens: Tokens, at: int, nouns: NounWords, measures: MeasureTables, *, bodies: bool) -> bool:
    if at < 0:
        return False
    found = nouns.nouns.match(tokens.words, at)
    if found and (found[1].kind in COUNTED or (bodies and found[1].kind in ("body", "bodies"))):
        return True
    return bool(nouns.people.match(tokens.raw, at) or measures.subject.match(tokens.words, at))


def is_named_beside(lead: Lead, far: FarWords) -> bool:
    """Whether a word beside the number points at troops named before: "the remaining 7,000", "another 1,500"."""
    return not far.beside.isdisjoint((lead.before, *lead.skipped))


def is_listed(tokens: Tokens, place: int, lead: Lead, last: int | None) -> bool:
    """Whether the number goes on a list of troops: "2,000 soldiers from Ghana and 900 from Togo"; `last` is the figure before."""
    if lead.before == "including":
        return True
    return last is not None and place - last < 28 and lead.before in _LISTING and tokens.word(place + 1) != NUMBER


def is_apposed(tokens: Tokens, place: int, lead: Lead, nouns: NounWords) -> bool:
    """Whether the number stands beside its noun, between marks: "a company of US troops – about 150 – has come"."""
    after = tokens.word(place + 1)
    if lead.before not in _BESIDE or (after and after[0].isalnum()) or after == "%":
        return False
    return any(
        (found := nouns.nouns.match(tokens.words, at)) is not None and found[1].kind in COUNTED and at + found[0] == lead.start - 1
        for at in range(max(0, lead.start - 5), lead.start - 1)
    )


def is_owned(tokens: Tokens, lead: Lead, nouns: NounWords) -> bool:
    """Whether a country owns the number: "1,887 troops, ahead of Lithuania's 1,632"."""
    at = lead.start - 1
    if at < 0 or not tokens.owns[at]:
        return False
    return any(
        (found := nouns.adjectives.match(tokens.raw, first)) is not None and first + found[0] == at + 1
        for first in range(max(0, at - 3), at + 1)
    )


def is_subject(tokens: Tokens, place: int, lead: Lead) -> bool:
    """Whether the number is the subject of a verb: "... that about 3,000 had arrived"."""
    after = place + 1
    while tokens.word(after) in ("already", "now", "still", "more", "others", "also"):
        after += 1
    return lead.before in _LEADING and tokens.word(after) in _AUXILIARIES


def is_sent(tokens: Tokens, lead: Lead, far: FarWords) -> bool:
    """Whether the number is what somebody sends or loses: "Kenya will send 600 to Haiti"."""
    return lead.before in far.sending and lead.before not in ("have", "has", "had", "with", "left", "leaving")


def is_rise(tokens: Tokens, lead: Lead, far: FarWords) -> bool | None:
    """For a number after "by": True when it is added, False when it is taken off, None when it is neither."""
    if lead.before != "by":
        return None
    before = tokens.words[max(0, lead.start - 8) : lead.start]
    if not far.falling.isdisjoint(before):
        return False
    return True if not far.rising.isdisjoint(before) else None
