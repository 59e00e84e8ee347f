"""A sentence cut into words with their places, each number one token; and phrases looked up among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from dashboard.reading.text.wordlist import WordList

NUMBER: Final = "<number>"  # what a number is in `Tokens.words`; no word or mark reads so

# "U.S.", "U.S", "al-Tanf", a number, any single mark
_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,6}|[A-Z]\.[A-Z](?![\w.])|[^\W\d_][^\W_]*(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|_"
)

_ORDINAL: Final = re.compile(r"(?<=\d)(?=(?:st|nd|rd|th)\Z)")  # "82nd" is two tokens

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

    def copy(self) -> Tokens:
        """The same tokens in lists of their own."""
        return Tokens(self.words.copy(), self.raw.copy(), self.starts.copy(), self.ends.copy(), self.owns.copy())

    def replace(self, first: int, last: int, others: Tokens) -> None:
        """Puts other tokens in place of those from `first` to `last`."""
        self.words[first:last] = others.words
        self.raw[first:last] = others.raw
        self.starts[first:last] = others.starts
        self.ends[first:last] = others.ends
        self.owns[first:last] = others.owns


def read_tokens(text: str, words: WordList) -> Tokens:
    """The tokens of the words of a sentence, whose numbers are cut as the marks in them fall."""
    tokens = Tokens(
        words.lower.copy(), words.words.copy(), words.starts.copy(), words.ends.copy(), [False] * len(words.words)
    )
    for first, last, start, end in reversed(words.mixed):
        tokens.replace(first, last, cut_tokens(text, start, end))
    return tokens


def close_quotes(tokens: Tokens) -> None:
    """Takes the plural before a closing quotation mark for no owner: "Togo 'has 400 soldiers' in the north"."""
    if "'" not in tokens.words and "‘" not in tokens.words:
        return
    last = None
    is_open = False
    for at in [at for at, word in enumerate(tokens.words) if word in ("'", "‘", "’")]:
        touches = at > 0 and tokens.ends[at - 1] == tokens.starts[at]
        if touches and is_open:
            last = at - 1  # of several, the last one closes: "'the soldiers' 400 families'"
        elif not touches:
            if last is not None:
                tokens.owns[last] = False
            is_open, last = True, None
    if last is not None:
        tokens.owns[last] = False


def join_numbers(text: str, tokens: Tokens, numbers: Sequence[tuple[int, int]]) -> Tokens:
    """The tokens with each number as one; `numbers` are their spans, in order."""
    joined = tokens.copy()
    for start, end in reversed(numbers):
        first, last = bisect_right(joined.ends, start), bisect_left(joined.starts, end)
        before, after = cut_tokens(text, joined.starts[first], start), cut_tokens(text, end, joined.ends[last - 1])
        joined.replace(first, last, after)  # the rest of "100,000-strong"
        joined.replace(first, first, Tokens([NUMBER], [text[start:end]], [start], [end], [False]))
        joined.replace(first, first, before)
    return joined


def cut_tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end], for whoever has not cut it into words."""
    tokens = Tokens()
    for match in _TOKEN.finditer(text, start, end):
        word, owns = match[0], False
        if len(word) > 1 and word[-1] in "s.S":
            word, owns = _drop_ending(word, text[match.end() : match.end() + 2])
        raw = word.replace("’", "'")
        tokens.raw.append(raw)
        tokens.words.append(raw.lower())
        tokens.starts.append(match.start())
        tokens.ends.append(match.end())
        tokens.owns.append(owns)
    return tokens


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
            words = [word.rstrip(".").removesuffix("'s") or word for word in phrase.replace("’", "'").split()]
            words = [part for word in words for part in _ORDINAL.sub(" ", word).split()]
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
