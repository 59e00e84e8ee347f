"""A sentence as words and marks, each with its place in the article, for the rules on speakers and verbs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

# Most words are small letters alone; then "U.S.", "10,000", "Park Sun-won", "Korea's", then any single mark
TOKEN: Final = re.compile(
    r"([a-z]++(?![\w\u0300-\u036f’'‘.\-‑])|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)*\w*(?:[-–]\w+)*|\w[\w\u0300-\u036f]*(?:[’'‘.\-‑]\w[\w\u0300-\u036f]*)*|[^\w\s])"
)
APOSTROPHES: Final = str.maketrans("’‘‑", "''-")


@dataclass(frozen=True, slots=True)
class WordList:
    """The words and marks of one sentence: as printed, in lower case with straight apostrophes, and their places."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def find(self, start: int, end: int) -> tuple[int, int]:
        """The words that `start:end` of the article touches, as a first number and one past the last."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def read_words(text: str, start: int, end: int) -> WordList:
    """The words and marks of `text[start:end]`."""
    pieces = TOKEN.split(text[start:end])  # what lies between words, and words, by turns
    words = pieces[1::2]
    line = " ".join(words)
    line = line if line.isascii() else line.replace("’", "'").replace("‘", "'").replace("‑", "-")  # as APOSTROPHES
    lower = line.lower().split(" ")  # one call for all: three times as fast
    places = list(accumulate(map(len, pieces), initial=start))
    return WordList(words, lower, places[1:-1:2], places[2::2])


def is_name(word: str) -> bool:
    """Whether a word is written as a name: "Kone", "al-Bashir" not."""
    return word[:1].isupper()


def drop_possessive(word: str) -> str:
    """ "korea's" without its ending; the plural "forces'" is two words already."""
    return word.removesuffix("'s")
