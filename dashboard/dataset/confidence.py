"""Confidence words: what their speaker means by them, where a published yardstick says so, and nothing where none does.

The words stay as they were said; a yardstick's meaning is told beside them and never drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from dashboard.vocabulary import Vocabulary, VocabularyError, find_file

REMEDY: Final = "compare it with the one this project ships"


@dataclass(frozen=True, slots=True)
class Term:
    """Words of one step of a yardstick, and what they mean, as published."""

    words: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A published scale: whose it is, where it is published, who uses it and by which words a report shows that."""

    name: str
    publisher: str
    url: str
    used_by: str
    claimant: str
    named_by: tuple[str, ...]
    example: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a report's word of confidence means: the term, and the yardstick in which it stands."""

    term: Term
    yardstick: Yardstick


def find_meaning(report: Mapping[str, Any], yardsticks: Iterable[Yardstick]) -> Meaning | None:
    """What the report's `hedge` means by the yardstick of its speaker; `None` where no yardstick is known to fit."""
    hedge = report["hedge"]
    if not isinstance(hedge, str) or not isinstance(report["claimant"], str):
        return None
    for yardstick in yardsticks:
        term = next((term for term in yardstick.terms if hedge.casefold() in term.words), None)
        if term is not None and fits(yardstick, report):
            return Meaning(term, yardstick)
    return None


def fits(yardstick: Yardstick, report: Mapping[str, Any]) -> bool:
    """Whether the report shows that its speaker is one who uses the yardstick."""
    told = " ".join(str(report[name]) for name in ("claimant_text", "quote")).casefold()
    return report["claimant"] == yardstick.claimant and any(words.casefold() in told for words in yardstick.named_by)


@lru_cache(maxsize=16)
def read_yardsticks(vocabulary: Vocabulary) -> tuple[Yardstick, ...]:
    """The yardsticks of `confidence.toml`, in its order; raises VocabularyError for one that lacks something."""
    tables = vocabulary.read("confidence").get("yardstick", ())
    return tuple(_read_yardstick(table, place, vocabulary) for place, table in enumerate(tables, start=1))


def _read_yardstick(table: Mapping[str, Any], place: int, vocabulary: Vocabulary) -> Yardstick:
    try:
        terms = tuple(Term(tuple(term["words"]), str(term["meaning"])) for term in table["term"])
        texts = {name: str(table[name]) for name in ("name", "publisher", "url", "used_by", "claimant", "example")}
        return Yardstick(**texts, named_by=tuple(table["named_by"]), terms=terms)
    except KeyError as error:
        where = f"{find_file(vocabulary.folder, 'confidence')} [[yardstick]] number {place}"
        raise VocabularyError(f"{where}: no {error.args[0]}; expected a value for it; {REMEDY}") from error
