"""Sentences in, the figures of troops, killed and wounded in them out; and `parse_figure`, the meaning of one figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dashboard.reading import far
from dashboard.reading.far import FarWords, build_far_words
from dashboard.reading.measures import MeasureTables, build_measure_tables, ends_in, find_basis, find_measure
from dashboard.reading.mentions import Lead, LabelWords, build_label_words, find_lead, find_mentions, is_label
from dashboard.reading.nouns import Head, NounWords, build_noun_words, find_head
from dashboard.reading.numbers import Number, NumberReader, build_number_reader, find_atoms, parse_number
from dashboard.reading.qualifiers import WINDOW, QualifierReader, build_qualifier_reader, find_qualifier
from dashboard.reading.tokens import Phrases, Tokens, read_tokens
from dashboard.records import Basis, Figure, Measure, Qualifier
from dashboard.vocabulary import Vocabulary

_JOINED: Final = re.compile(
    r"(?:and|or|&)\s(?:(?:a|an|another|the|further|wounded|wounding|injured|injuring|killing)\s){0,2}$"
)


def parse_figure(text: str, start: int, end: int, vocabulary: Vocabulary) -> Figure | None:
    """The low, high and qualifier of the number words text[start:end], read out of them and the words around them.

    None when text[start:end] are no number words.

    >>> from dashboard.vocabulary import load_vocabulary
    >>> parse_figure("possibly up to 12,000 men", 15, 21, load_vocabulary())
    Figure(low=None, high=12000, qualifier=<Qualifier.UP_TO: 'up_to'>)
    >>> parse_figure("thousands of men", 0, 9, load_vocabulary())
    Figure(low=2000, high=9999, qualifier=<Qualifier.MAGNITUDE: 'magnitude'>)
    >>> parse_figure("many men", 0, 4, load_vocabulary())
    """
    numbers, qualifiers = build_number_reader(vocabulary), build_qualifier_reader(vocabulary)
    number = parse_number(text[start:end], numbers)
    if number is None:
        return None
    if number.ranged:
        return Figure(number.low, number.high, Qualifier.RANGE)
    qualifier = find_qualifier(text, start, end, qualifiers)
    if qualifier is None:
        qualifier = _find_shared(text, start, numbers, qualifiers, _nouns_of(vocabulary))
    return bound_figure(number, qualifier)


def bound_figure(number: Number, qualifier: Qualifier | None) -> Figure:
    """A number under a qualifier: "up to" has no low, "at least" no high, "about" and an order of size keep both."""
    if qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        return Figure(number.low, None, qualifier)
    if qualifier in (Qualifier.UP_TO, Qualifier.FEWER_THAN):
        return Figure(None, number.high, qualifier)
    if number.banded:
        return Figure(number.low, number.high, Qualifier.MAGNITUDE)
    return Figure(number.low, number.high, qualifier or Qualifier.EXACT)


def _find_shared(
    text: str, start: int, numbers: NumberReader, qualifiers: QualifierReader, nouns: frozenset[str]
) -> Qualifier | None:
    """The qualifier of the number before, where both are one list: "at least 100 killed and 1,000 injured"."""
    if not _JOINED.search(text[max(0, start - 24) : start]):
        return None
    atoms = find_atoms(text, max(0, start - WINDOW), start, numbers)
    if not atoms:
        return None
    words = text[atoms[-1].end : start].replace(",", " ").lower().split()
    if len(words) > 6 or not nouns.issuperset(words):
        return None
    return find_qualifier(text, atoms[-1].start, atoms[-1].end, qualifiers)


@lru_cache(maxsize=16)
def _nouns_of(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that a list of figures is made of."""
    words = {word for row in vocabulary.measures for word in row.words.split()}
    words.update(word for row in vocabulary.nouns for phrase in row.words for word in phrase.split())
    return frozenset(
        words | {"and", "or", "&", "a", "an", "another", "the", "further", "of", "were", "people", "others"}
    )


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure: `text[start:end]` are its number words, `place` its token, `head` what it counts."""

    start: int
    end: int
    figure: Figure
    measure: Measure
    basis: Basis
    place: int
    head: Head
    lead: Lead
    tokens: Tokens


@dataclass(frozen=True, eq=False)
class _Tables:
    qualifiers: QualifierReader
    nouns: NounWords
    labels: LabelWords
    far: FarWords
    measures: MeasureTables
    military: frozenset[str]
    groups: Phrases[str]
    one: frozenset[str]


@lru_cache(maxsize=16)
def _build_tables(vocabulary: Vocabulary) -> _Tables:
    return _Tables(
        build_qualifier_reader(vocabulary),
        build_noun_words(vocabulary),
        build_label_words(vocabulary),
        build_far_words(vocabulary),
        build_measure_tables(vocabulary),
        frozenset(vocabulary.read("quantity_words")["military"]),
        Phrases((words, force.name) for force in vocabulary.forces if force.kind == "group" for words in (*force.adjectives, *force.names, force.name)),
        frozenset(row.words for row in vocabulary.number_words if row.value == 1) | {"1"},
    )


def find_quantities(
    text: str, sentence: tuple[int, int], vocabulary: Vocabulary, *, near: bool = False
) -> list[Quantity]:
    """The figures of troops, killed and wounded in one sentence, in order.

    `near` says that the sentences just before are about troops, so that "the remaining 7,000" counts some.
    """
    mentions = find_mentions(text, *sentence, vocabulary)
    if not mentions:
        return []
    tables = _build_tables(vocabulary)
    tokens = read_tokens(text, *sentence, [(mention.start, mention.end) for mention in mentions])
    places = [place for place, word in enumerate(tokens.words) if word == "#"]
    heads = [
        find_head(tokens, place, mention.number.high, tables.nouns)
        for place, mention in zip(places, mentions, strict=True)
    ]
    near = near or _is_military(tokens, tables)
    found: list[Quantity] = []
    for place, mention, head in zip(places, mentions, heads, strict=True):
        lead = find_lead(tokens, place, tables.qualifiers)
        is_far = _counts_troops(text, tokens, place, lead, head, mention.number, near, found, tables)
        if is_far is None:
            continue
        found.append(
            _build_quantity(
                text, mention.start, mention.end, tokens, place, lead, head, is_far, found, vocabulary, heads
            )
        )
    return [quantity for quantity in found if quantity.figure is not None]


def _counts_troops(
    text: str,
    tokens: Tokens,
    place: int,
    lead: Lead,
    head: Head,
    number: Number,
    near: bool,
    found: Sequence[Quantity],
    tables: _Tables,
) -> bool | None:
    """Whether the number counts troops: None when not, True when its noun stands before it, False when after."""
    counted = head.kind in ("troops", "people", "national", "body")
    if is_label(text, tokens, place, lead, tables.labels, counted=counted):
        return None
    if text[tokens.starts[place] : tokens.ends[place]].lower() in tables.one and head.kind != "troops":
        return None
    if head.kind in ("troops", "body"):
        is_far = far.find_far_noun(tokens, lead, tables.far, tables.nouns, tables.measures)
        return is_far
    if head.kind == "other" or not near:
        return None
    if head.kind == "people" and tokens.words[head.start] in ("member", "members"):
        return False if _is_body_of(tokens, head.end, tables) else None
    if head.kind in ("national", "people", "pronoun", "whole", "measure"):
        return False
    if far.find_far_noun(tokens, lead, tables.far, tables.nouns, tables.measures):
        return None if far.is_rise(tokens, lead, tables.far) is False else True
    last = found[-1].place if found else None
    beside = (
        far.is_named_beside(lead, tables.far)
        or far.is_listed(tokens, place, lead, last)
        or far.is_apposed(tokens, place, lead, tables.nouns)
        or ends_in(tokens, lead.start, tables.measures.additional_phrases)
        or far.is_owned(tokens, lead, tables.nouns)
    )
    if lead.before == "from" and tokens.word(place + 1) == "to" and tokens.word(place + 2) == "#":
        return True
    return False if beside or far.is_subject(tokens, place, lead) or far.is_sent(tokens, lead, tables.far) else None


def _is_body_of(tokens: Tokens, at: int, tables: _Tables) -> bool:
    """Whether "members" are those of an army, a guard, a militia."""
    if tokens.word(at) != "of":
        return False
    for after in range(at + 1, min(at + 8, len(tokens))):
        found = tables.nouns.nouns.match(tokens.words, after)
        if (
            found
            and found[1].kind != "other"
            and tokens.word(after) not in ("team", "group", "crew", "company", "mission", "column")
        ):
            return True
        if tables.nouns.adjectives.match(tokens.raw, after) and tokens.word(after + 1) in (
            "",
            ".",
            "were",
            "had",
            "have",
            "are",
            "to",
            "in",
        ):
            return True
    return False


def _is_military(tokens: Tokens, tables: _Tables) -> bool:
    """Whether the sentence is about troops: it has a noun of theirs, or of a body of them."""
    for at in range(len(tokens)):
        found = tables.nouns.nouns.match(tokens.words, at)
        if found and found[1].kind in ("troops", "crowd"):
            return True
    return not tables.military.isdisjoint(tokens.words) or any(
        tables.nouns.adjectives.match(tokens.raw, at) and tables.groups.match(tokens.raw, at) for at in range(len(tokens))
    )


def _build_quantity(
    text: str,
    start: int,
    end: int,
    tokens: Tokens,
    place: int,
    lead: Lead,
    head: Head,
    is_far: bool,
    found: Sequence[Quantity],
    vocabulary: Vocabulary,
    heads: Sequence[Head],
) -> Quantity:
    tables = _build_tables(vocabulary)
    figure = parse_figure(text, start, end, vocabulary)
    measure = find_measure(tokens, place, lead, head, is_far, tables.measures)
    if found and found[-1].head.kind == "whole" and found[-1].head.end >= place:
        measure = Measure.TROOPS  # "8,000 of the 10,000 were wounded"
    elif (
        measure is Measure.TROOPS
        and found
        and _is_same_list(tokens, found[-1], place, lead)
        and not tokens.word(place + 1).endswith("ed")
    ):
        measure = found[-1].measure
    if measure is Measure.TROOPS and found and _counts_as_before(lead, head):
        measure = found[-1].measure
    basis = find_basis(tokens, place, lead, head, bool(found), tables.measures)
    if basis is Basis.ADDITIONAL and found and measure is not found[-1].measure and measure is not Measure.TROOPS:
        basis = Basis.TOTAL  # "five were killed and another three wounded": no more wounded than these
    if far.is_rise(tokens, lead, tables.far):
        basis = Basis.ADDITIONAL
    if (
        basis is Basis.TOTAL
        and found
        and found[-1].basis is Basis.PART
        and _is_same_list(tokens, found[-1], place, lead)
    ):
        basis = Basis.PART
    if figure is None:
        figure = Figure(None, None, Qualifier.EXACT)
    return Quantity(start, end, figure, measure, basis, place, head, lead, tokens)


def _counts_as_before(lead: Lead, head: Head) -> bool:
    """Whether it counts what the figure before counts: "140 killed, up from 98", "30 wounded, two of them badly"."""
    return head.kind == "pronoun" or (head.kind == "none" and lead.before in ("from", "than", "with", "against", "of"))


def _is_same_list(tokens: Tokens, last: Quantity, place: int, lead: Lead) -> bool:
    """Whether no verb stands between the last figure and this one: "700 from Nepal and 500 from Ghana"."""
    start = max(last.head.end, last.place + 1)
    between = range(start, lead.start)
    joined = lead.start > start and tokens.words[lead.start - 1] in (",", "and", "or", "&")
    return joined and all(tokens.words[at] in _LISTING or tokens.raw[at][:1].isupper() for at in between)


_LISTING: Final = frozenset((",", "and", "or", "&", "from", "of", "in", "the"))
