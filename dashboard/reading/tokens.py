"""A sentence cut into words with their places, each number one token; and phrases looked up among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

NUMBER: Final = "#"  # what a number is in `Tokens.words`

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W\d_][^\W_]*(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|_")

Payload = TypeVar("Payload")


@dataclass(slots=True)
class Tokens:
    """A sentence's words: `words` in lower case without a possessive ending, `raw` as printed; `owns` marks possessives."""

    words: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    owns: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def word(self, place: int) -> str:
        """The word at a place, "" outside of the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""


def read_tokens(text: str, start: int, end: int, numbers: Iterable[tuple[int, int]]) -> Tokens:
    """The tokens of text[start:end]; `numbers` are the spans of its numbers, in order."""
    tokens = Tokens()
    place = start
    for first, last in numbers:
        _add_words(text, place, first, tokens)
        _add(tokens, NUMBER, text[first:last], first, last, owns=False)
        place = last
    _add_words(text, place, end, tokens)
    return tokens


def _add_words(text: str, start: int, end: int, tokens: Tokens) -> None:
    for match in _TOKEN.finditer(text, start, end):
        raw = match[0]
        word = raw
        owns = False
        if len(raw) > 1:
            if raw.endswith(("'s", "’s", "'S", "’S")):
                word, owns = raw[:-2], True
            elif (
                raw[-1] == "s"
                and text[match.end() : match.end() + 1] in ("'", "’")
                and text[match.end() + 1 : match.end() + 2] == " "
            ):
                owns = True
            word = word.rstrip(".")
        _add(tokens, word.lower().replace("’", "'"), word.replace("’", "'"), match.start(), match.end(), owns=owns)


def _add(tokens: Tokens, word: str, raw: str, start: int, end: int, *, owns: bool) -> None:
    tokens.words.append(word)
    tokens.raw.append(raw)
    tokens.starts.append(start)
    tokens.ends.append(end)
    tokens.owns.append(owns)


class Phrases(Generic[Payload]):
    """Phrases of one or more words, each with what it means; the longest that fits is found at a place."""

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        by_first: dict[str, list[tuple[list[str], Payload]]] = {}
        for phrase, payload in entries:
            words = [word.rstrip(".").removesuffix("'s") for word in phrase.replace("’", "'").split()]
            by_first.setdefault(words[0], []).append((words, payload))
        self._by_first = {first: sorted(found, key=lambda item: -len(item[0])) for first, found in by_first.items()}

    def match(self, words: list[str], place: int) -> tuple[int, Payload] | None:
        """How many words the longest phrase at `place` takes and what it means, or None."""
        for phrase, payload in self._by_first.get(words[place], ()):
            if len(phrase) == 1 or words[place : place + len(phrase)] == phrase:
                return len(phrase), payload
        return None
