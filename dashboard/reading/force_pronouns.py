"""Where "it", "its", "the group" or "his country" stands for who has the troops that a figure counts."""

from __future__ import annotations

from typing import Final

from dashboard.reading.force_words import ForceTables
from dashboard.reading.tokens import Tokens

FAR: Final = 14  # words from a figure back to a pronoun


def find_pronoun(tokens: Tokens, place: int, end: int, tables: ForceTables) -> int | None:
    """Where a word stands for who has the troops: before their verb, or at their noun."""
    for at in range(place + 1, min(end, len(tokens))):
        if tokens.words[at] in tables.possessives:
            return at
    for at in range(place - 1, max(-1, place - FAR), -1):
        word = tokens.words[at]
        if word in tables.possessives and place - at <= 3:
            return at
        pointed = tokens.word(at - 1) == "the" or tokens.word(at - 1) in tables.possessives  # "his country"
        named = word in tables.pronouns or (pointed and word in tables.standing)
        if named and sends(tokens, at + 1, place, tables):
            return at
    return None


def sends(tokens: Tokens, at: int, place: int, tables: ForceTables) -> bool:
    """Whether the verb after a pronoun or name sends, has or loses troops; no killing, no other name is between."""
    if not tables.killing.isdisjoint(tokens.words[at:place]) or any(raw[:1].isupper() for raw in tokens.raw[at:place]):
        return False
    while at < place and (tokens.words[at] in tables.auxiliaries or tokens.words[at].endswith("ly")):
        if tokens.words[at] in ("has", "have", "had") and place - at <= 4:
            return True
        at += 1
    return tokens.word(at) in tables.senders
