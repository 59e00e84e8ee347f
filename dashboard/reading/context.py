"""One article as the rules see it: its text, its sentences, its date and the words to read it with.

What is found in a sentence (words, verbs of saying, dates) is found once and remembered here, so that
several figures in one sentence, and a sentence's neighbours, cost nothing twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of this half of the reader, compiled: one per process, made by `build_words`."""


def build_words(
    claimants: dict[str, Any], dates: dict[str, Any], stages: dict[str, Any], statements: dict[str, Any], hedges: dict[str, Any]
) -> Words:
    """The compiled words from the five tables as read from `data/vocabulary/*.toml`, one argument per file."""
    return Words()


@dataclass(slots=True)
class Context:
    """An article being read. `sentences` are spans of `text` in order, not overlapping; `published` may be unknown."""

    text: str
    sentences: Sequence[Span]
    published: date | None
    words: Words
    memo: dict[tuple[str, int], Any] = field(default_factory=dict)
