"""Whose troops an article is about, where it names them, and what it opens with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.stages import read_stage
from dashboard.reading.wordlist import drop_possessive, is_name
from dashboard.records import Stage

LOOK_BACK: Final = 10
PRONOUNS: Final = frozenset({"they", "some", "many", "most"})
BARE_LOOK_BACK: Final = 2


def find_main_force(context: Context) -> str:
    """The country whose troops the article names most often, the first of equals; "" when it names none's."""
    key = "main force"
    if key not in context.memo:
        counts: Counter[str] = Counter()
        for match in context.words.statements.troops.finditer(context.text):
            country = _find_owner(context, match.start())
            if country:
                counts[country] += 1
        context.memo[key] = counts.most_common(1)[0][0] if counts else ""
    value: str = context.memo[key]
    return value


def _find_owner(context: Context, position: int) -> str:
    """The country right before a noun for troops: "North Korean special | troops"."""
    before = context.text[max(0, position - 40) : position].replace("’", "'").split()
    entries = context.words.names.entries
    for back in range(1, min(4, len(before)) + 1):
        word = before[-back]
        if word[-1:] in ".,;:)\"”":
            return ""
        two = " ".join(before[len(before) - back - 1 : len(before) - back + 1])
        for words in (two, word):
            entry = entries.get(" ".join(drop_possessive(part) for part in words.lower().split()))
            if entry and entry.sort in ("country", "body") and is_name(words):
                return entry.name
        if word.lower() in context.words.grammar.prepositions:
            return ""
    return ""


def find_troops(context: Context, index: int) -> list[tuple[int, int]]:
    """Where a sentence names the troops that the article is about: theirs by name, or nobody else's."""
    key = f"troops {index}"
    if key not in context.memo:
        main = find_main_force(context)
        spans = []
        for match in context.words.statements.troops.finditer(context.text, *context.sentences[index]):
            owner = _find_owner(context, match.start())
            if (owner == main or not owner) and main is not None:
                spans.append(match.span())
        context.memo[key] = sorted([*spans, *_find_pronouns(context, index)])
    value: list[tuple[int, int]] = context.memo[key]
    return value


def _find_pronouns(context: Context, index: int) -> Iterator[tuple[int, int]]:
    """ "They were deployed", "some have crossed": troops by pronoun, where a sentence just before names them."""
    tokens = context.tokens(index)
    for position, word in enumerate(tokens.lower):
        if word not in PRONOUNS:
            continue
        after = position + 1
        while after < len(tokens.lower) and (
            tokens.lower[after] in context.words.grammar.auxiliaries or tokens.lower[after] in context.words.grammar.adverbs
        ):
            after += 1
        verb = context.words.stages.verbs.get(tokens.lower[after]) if position + 1 < after < len(tokens.lower) else None
        if verb and verb.form in ("past", "participle", "ing") and _names_troops_before(context, index, tokens.starts[position]):
            yield tokens.starts[position], tokens.ends[position]


def _names_troops_before(context: Context, index: int, position: int) -> bool:
    start = context.sentences[max(0, index - BARE_LOOK_BACK)][0]
    return any(True for _ in context.words.statements.troops.finditer(context.text, start, position))


def is_about_troops(context: Context, index: int) -> bool:
    """Whether "the reports" here can be those of troops: they are named here or in the sentences just before."""
    return any(find_troops(context, near) for near in range(index, max(-1, index - LOOK_BACK - 1), -1))


def find_lead_stage(context: Context) -> Stage | None:
    """The stage that the article opens with: that of the first troops of whom one is told."""
    key = "lead stage"
    if key not in context.memo:
        context.memo[key] = _read_lead_stage(context)
    value: Stage | None = context.memo[key]
    return value


def _read_lead_stage(context: Context) -> Stage | None:
    for index in range(min(12, len(context.sentences))):
        for span in find_troops(context, index):
            stage = read_stage(context, index, *span).stage
            if stage != Stage.UNSPECIFIED:
                return stage
    return None
