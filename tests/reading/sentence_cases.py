"""Invented sentences as tables, and an article made of each, for the tests of the reader's parts."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from dashboard.reading.context import Context, build_words
from dashboard.reading.text.sentences import find_sentences
from dashboard.vocabulary import load_vocabulary

FOLDER: Final = Path(__file__).parent / "cases"
WEDNESDAY: Final = date(2024, 10, 23)


def load_cases(name: str) -> list[Any]:
    """The cases of one table, each named by its group and number; `miss` marks a known miss, with its reason."""
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    params = []
    for group, content in table.items():
        for number, case in enumerate(content["cases"], start=1):
            marks = [pytest.mark.xfail(strict=True, reason=case["miss"])] if "miss" in case else []
            params.append(pytest.param(case, id=f"{group}-{number}", marks=marks))
    return params


def make_context(text: str, published: date | None = WEDNESDAY) -> Context:
    """An article of a few sentences, published on a Wednesday unless said otherwise."""
    vocabulary = load_vocabulary()
    return Context(text, find_sentences(text, vocabulary), published, build_words(vocabulary))


def find_words(context: Context, words: str) -> tuple[int, int, int]:
    """The number of the sentence that holds the words (once in the text), and where they begin and end."""
    assert context.text.count(words) >= 1, f"{words!r} is not in the text"
    start = context.text.index(words)
    index = next(i for i, (first, last) in enumerate(context.sentences) if first <= start < last)
    return index, start, start + len(words)
