"""A sentence cut into words with their places, each number one token; and phrases looked up among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Generic, TypeVar

NUMBER: Final = "<number>"  # what a number is in `Tokens.words`; no word or mark reads so

# Most words are small letters alone; then "U.S.", "al-Tanf", a number, any single mark
_TOKEN: Final = re.compile(
    r"([a-z]++(?![\w’'.-])|(?:[^\W\d_]\.){2,6}|[^\W\d_][^\W_]*(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|_)"
)

Payload = TypeVar("Payload")


@dataclass(slots=True)
class Tokens:
    """A sentence's words: `words` in lower case, `raw` as printed, without possessive endings: those `owns` marks."""

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
        tokens.words.append(NUMBER)
        tokens.raw.append(text[first:last])
        tokens.starts.append(first)
        tokens.ends.append(last)
        tokens.owns.append(False)
        place = last
    _add_words(text, place, end, tokens)
    return tokens


def _add_words(text: str, start: int, end: int, tokens: Tokens) -> None:
    """Adds the words and marks of a stretch without numbers; in whole lists, as this is where the time goes."""
    pieces = _TOKEN.split(text[start:end])  # what lies between tokens, and tokens, by turns
    raw = pieces[1::2]
    if not raw:
        return
    places = list(accumulate(map(len, pieces), initial=start))
    ends = places[2::2]
    owns = [False] * len(raw)
    around = text[start : end + 1]
    if "'" in around or "’" in around:
        for at, word in enumerate(raw):
            if word[-1] in "s.S" and len(word) > 1:
                raw[at], owns[at] = _drop_ending(word, text[ends[at] : ends[at] + 2])
        raw = [word.replace("’", "'") for word in raw]
    elif "." in around:
        raw = [word if word[-1] != "." or len(word) == 1 else word[:-1] for word in raw]
    tokens.raw += raw
    tokens.words += " ".join(raw).lower().split(" ")
    tokens.starts += places[1:-1:2]
    tokens.ends += ends
    tokens.owns += owns


def _drop_ending(word: str, following: str) -> tuple[str, bool]:
    """A word without its possessive ending or full stop, and whether it owns: "Mali's", "soldiers'", "U.S."."""
    if word[-2:] in ("'s", "’s", "'S", "’S"):
        return word[:-2], True
    if word[-1] == ".":
        return word[:-1], False
    return word, word[-1] == "s" and following in ("' ", "’ ")


def ends_in(tokens: Tokens, end: int, phrases: frozenset[str]) -> bool:
    """Whether the words up to `end` end in one of the phrases; none is longer than six words."""
    words = tokens.words[max(0, end - 6) : end]
    return any(" ".join(words[at:]) in phrases for at in range(len(words)))


class Phrases(Generic[Payload]):
    """Phrases of one or more words, each with what it means; the longest that fits is found at a place."""

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        self._single: dict[str, tuple[int, Payload]] = {}
        longer: dict[str, dict[str, list[tuple[list[str], Payload]]]] = {}  # by their first word, then their second
        for phrase, payload in entries:
            words = [word.rstrip(".").removesuffix("'s") for word in phrase.replace("’", "'").split()]
            if len(words) == 1:
                self._single.setdefault(words[0], (1, payload))
            else:
                longer.setdefault(words[0], {}).setdefault(words[1], []).append((words, payload))
        for by_second in longer.values():
            for found in by_second.values():
                found.sort(key=lambda item: -len(item[0]))
        self._longer = longer
        self.firsts: Final = frozenset(self._single) | frozenset(longer)

    def find_places(self, words: list[str]) -> list[int]:
        """Where the first word of a phrase stands: nowhere else can one match."""
        firsts = self.firsts
        return [place for place, word in enumerate(words) if word in firsts]

    def match(self, words: list[str], place: int) -> tuple[int, Payload] | None:
        """How many words the longest phrase at `place` takes and what it means, or None."""
        first = words[place]
        if first not in self.firsts:
            return None
        longer = self._longer.get(first)
        if longer and place + 1 < len(words):
            for phrase, payload in longer.get(words[place + 1], ()):
                if words[place : place + len(phrase)] == phrase:
                    return len(phrase), payload
        return self._single.get(first)
