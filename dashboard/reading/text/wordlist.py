"""A sentence as words and marks, each with its place in the article, for the rules on speakers and verbs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final, TypeAlias

# "U.S.", "10,000", "Park Sun-won", "Korea's", then any single mark
TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*\w*(?:[-–]\w+)*"
    r"|\w[\w\u0300-\u036f]*(?:[’'‘.\-‑]\w[\w\u0300-\u036f]*)*|[^\w\s]"
)
ODD: Final = re.compile(r"[\d_’'‘‑\u0300-\u036f]|\.\w")
Piece: TypeAlias = tuple[int, int, int, int]  # words `first` to `last`, which are `text[start:end]`


@dataclass(frozen=True, slots=True)
class WordList:
    """The words and marks of one sentence: as printed, in lower case with straight apostrophes, and their places.

    `mixed` are the pieces between two spaces that have a digit, an apostrophe or initials in them: "10,000", "Korea's",
    "U.S.". Only there can another way of cutting a sentence come to other words.
    """

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    mixed: list[Piece]

    def find(self, start: int, end: int) -> tuple[int, int]:
        """The words that `start:end` of the article touches, as a first number and one past the last."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def read_words(text: str, start: int, end: int) -> WordList:
    """The words and marks of `text[start:end]`."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    mixed: list[Piece] = []
    place = start
    for piece in text[start:end].split(" "):
        after = place + len(piece)
        if piece.isalpha():
            words.append(piece)
            starts.append(place)
            ends.append(after)
        elif piece[-1:] in (",", ".") and piece[:-1].isalpha():
            words += (piece[:-1], piece[-1])
            starts += (place, after - 1)
            ends += (after - 1, after)
        elif piece:
            first, at = len(words), 0
            words += TOKEN.findall(piece)
            for word in words[first:]:
                at = piece.index(word, at)
                starts.append(place + at)
                at += len(word)
                ends.append(place + at)
            if ODD.search(piece):
                mixed.append((first, len(words), place, after))
        place = after + 1
    return WordList(words, _lower(words, mixed), starts, ends, mixed)


def _lower(words: list[str], mixed: list[Piece]) -> list[str]:
    """The words in lower case with straight apostrophes, of which there can be others only in mixed pieces."""
    lower = list(map(str.lower, words))
    for first, last, _start, _end in mixed:
        for position in range(first, last):
            lower[position] = lower[position].replace("’", "'").replace("‘", "'").replace("‑", "-")
    return lower


def is_name(word: str) -> bool:
    """Whether a word is written as a name: "Kone", "al-Bashir" not."""
    return word[:1].isupper()


def drop_possessive(word: str) -> str:
    """ "korea's" without its ending; the plural "forces'" is two words already."""
    return word.removesuffix("'s")
