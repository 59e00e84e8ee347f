"""What stands at a place of a sentence: its word, whether a number begins there, and what comes behind days."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import QUOTES
from dashboard.reading.text.wordlist import WordList

BESIDE_NUMBER: Final = QUOTES | {
    "at",
    "about",
    "around",
    "some",
    "nearly",
    "roughly",
    "over",
    "more",
    "fewer",
    "than",
    "to",
    "least",
    "up",
}


def word_at(tokens: WordList, position: int) -> str:
    return tokens.lower[position] if 0 <= position < len(tokens.lower) else ""


def begins_number(tokens: WordList, position: int, grammar: Grammar) -> bool:
    return is_number(word_at(tokens, skip_beside(tokens, position)), grammar)


def is_number(word: str, grammar: Grammar) -> bool:
    """ "400", "nine", "twenty-four"."""
    return word[:1].isdigit() or word.partition("-")[0] in grammar.numbers


def skip_beside(tokens: WordList, position: int) -> int:
    while word_at(tokens, position) in BESIDE_NUMBER:
        position += 1
    return position


def skip_dates(tokens: WordList, position: int, dates: Container[int]) -> int:
    while position < len(tokens.words) and position in dates:
        position += 1
    return position
