"""What one figure means: its low and high, by its number words and the words that qualify them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dashboard.reading.figures.numbers import Number, NumberReader, build_number_reader, find_atoms, parse_number
from dashboard.reading.figures.qualifiers import WINDOW, QualifierReader, build_qualifier_reader, find_qualifier
from dashboard.records import Figure, Qualifier
from dashboard.vocabulary import Vocabulary

_JOINED: Final = re.compile(
    r"(?:and|or|&)\s(?:(?:a|an|another|the|further|wounded|wounding|injured|injuring|killing)\s){0,2}$"
)

_OWN_VERB: Final = re.compile(r"\S+\s(?:[\w’'-]+\s){0,2}(?:have|has|had|will|would)\b")


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
    if not _JOINED.search(text[max(0, start - 24) : start]) or _has_own_verb(text, start):
        return None
    low = max(0, start - WINDOW)
    window = text[max(0, low - 1) : start]  # with the character before, which tells whether a number begins there
    atoms = find_atoms(window, min(low, 1), len(window), numbers)
    if not atoms:
        return None
    words = window[atoms[-1].end :].replace(",", " ").lower().split()
    if len(words) > 6 or not nouns.issuperset(words):
        return None
    first = start - len(window)
    return find_qualifier(text, first + atoms[-1].start, first + atoms[-1].end, qualifiers)


def _has_own_verb(text: str, start: int) -> bool:
    """ "Has authorised up to 60 soldiers, and | 10 have reached | the island": a clause of its own."""
    return text[max(0, start - 6) : start].endswith(", and ") and bool(_OWN_VERB.match(text, start))


@lru_cache(maxsize=16)
def _nouns_of(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that a list of figures is made of."""
    words = {word for row in vocabulary.measures for word in row.words.split()}
    words.update(word for row in vocabulary.nouns for phrase in row.words for word in phrase.split())
    return frozenset(
        words | {"and", "or", "&", "a", "an", "another", "the", "further", "of", "were", "people", "others"}
    )
