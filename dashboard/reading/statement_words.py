"""The word lists of `statements.toml` and `hedges.toml`, compiled into one pattern each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Patterns of whole words: troops, news of them, and the words that deny, decline, presuppose or hedge."""

    troops: re.Pattern[str]
    news: re.Pattern[str]
    false: re.Pattern[str]
    unconfirmed: re.Pattern[str]
    presupposed: re.Pattern[str]
    hearsay: re.Pattern[str]
    hedges: re.Pattern[str]
    worth_reading: re.Pattern[str]


def build_statement_words(statements: Mapping[str, Any], hedges: Mapping[str, Any]) -> StatementWords:
    """The words of `statements.toml` and `hedges.toml`, compiled."""
    lists = {key: statements[key]["words"] for key in ("troops", "news", "false", "unconfirmed", "presupposed", "hearsay")}
    denying = [form for row in statements["saying"] if row["stance"] == "denies" for verb in row["verbs"] for form in verb.split()]
    return StatementWords(
        **{key: compile_words(words) for key, words in lists.items()},
        hedges=compile_words(word for row in hedges["hedge"] for word in row["words"]),
        worth_reading=compile_words([*lists["troops"], *lists["false"], *lists["unconfirmed"], *denying]),
    )


def compile_words(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of the words, whole, the longest first; an apostrophe may be curly, a space any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s") for word in ordered)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
