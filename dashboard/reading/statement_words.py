"""The word lists of `statements.toml` and `hedges.toml`, compiled into one pattern each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

# A sentence with these may go on about troops by pronoun: "some have already crossed".
PRONOUNS_WITH_VERB: Final = tuple(f"{who} {verb}" for who in ("they", "some", "many", "most") for verb in ("have", "had", "were", "are"))


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
        **{key: compile_words(words) for key, words in lists.items() if key != "false"},
        false=_compile_predicates(lists["false"]),
        hedges=compile_words(word for row in hedges["hedge"] for word in row["words"]),
        worth_reading=compile_words(
            [*lists["troops"], *lists["false"], *lists["unconfirmed"], *denying, *PRONOUNS_WITH_VERB]
        ),
    )


def compile_words(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of the words, whole, the longest first; an apostrophe may be curly, a space any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s") for word in ordered)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _compile_predicates(words: Iterable[str]) -> re.Pattern[str]:
    """The words where they are said of something: "called it “false”", "were baseless", "such groundless rumours"."""
    inner = compile_words(words).pattern
    verbs = "is|are|was|were|be|been|as|such|called|calling|branded|labelled|dubbed|simply|just|nothing but|completely|entirely|totally|reports?|it|this|that|them|allegations?|claims?|accusations?|news|assertions?"
    return re.compile(rf"\b(?:{verbs})\s[\"“‘']?(?:\w+ly\s)?(?:a\s|an\s|pure\s|more\s)?{inner}", re.IGNORECASE)
