"""Whom initials mean: "the KDF" where the article has "Karen Defence Force (KDF)"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dashboard.reading.claimants.spokesmen import is_initials
from dashboard.reading.context import Context
from dashboard.reading.sentence.names import resolve_party
from dashboard.reading.tables.names import ARTICLES, Party
from dashboard.reading.text.phrases import TokenSpan, find_phrase_start
from dashboard.reading.text.wordlist import drop_possessive, is_name


def find_full_name(context: Context, words: list[str]) -> Party | None:
    """ "The KDF" where the article has "Karen Defence Force (KDF)"."""
    bare = [drop_possessive(word.replace("’", "'")) for word in words if word.lower() not in ARTICLES]
    if len(bare) != 1 or not is_initials(bare[0]):
        return None
    place = context.text.find(f"({bare[0]})")
    if place < 0:
        return None
    index = bisect_right(context.sentences, place, key=lambda span: span[0]) - 1
    tokens = context.tokens(index)
    bracket = tokens.find(place, place + 1)[0]
    start = find_phrase_start(tokens, bracket, 0, (), (), context.words.grammar)
    start = _find_spelled_out(tokens.words, (start, bracket), bare[0])
    return resolve_party(tokens.words[start:bracket], context.words.names) if start < bracket else None


def _find_spelled_out(words: Sequence[str], span: TokenSpan, initials: str) -> int:
    """Where the words begin that the initials stand for: "the chief of the | Karen Defence Force (KDF)"."""
    for start in range(span[1] - 1, span[0], -1):
        if "".join(word[0] for word in words[start : span[1]] if is_name(word)) == initials:
            return start
    return span[0]
