"""Where a pattern matches that can only begin with certain words: tried there alone, a fifth of a search's time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_WORD: Final = re.compile(r"(?<!\w)\w+")


def find_firsts(phrases: Iterable[str]) -> frozenset[str]:
    """The words that phrases begin with, as `find_at_words` takes them.

    >>> sorted(find_firsts(["can't confirm", "No evidence"]))
    ['can', 'no']
    """
    return frozenset(re.split(r"\W", phrase.casefold(), maxsplit=1)[0] for phrase in phrases)


def find_at_words(
    pattern: re.Pattern[str], firsts: frozenset[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Every match in `text[start:end]`, in order and not overlapping, that begins with one of the words or a digit."""
    floor = start
    for word in _WORD.finditer(text, start, end):
        place = word.start()
        if place >= floor and (word[0].casefold() in firsts or text[place].isdecimal()):
            match = pattern.match(text, place, end)
            if match:
                floor = match.end()
                yield match
