"""An article's text in, its sentences out: spans that slice exactly and never reach over the end of a whole line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.text.lines import find_lines
from dashboard.vocabulary import Vocabulary, load_vocabulary

LONGEST: Final = 1000  # a longer stretch without a full stop is no sentence, and is cut at a space

_STOP: Final = re.compile(
    r"""[.!?…]{1,8}(?P<close>[\"'”’»)\]]{0,4})\s{1,8}(?=(?P<open>[\"'“‘«(\[]{0,3})(?P<next>\w))"""
)
_WORD_BEFORE: Final = re.compile(r"[^\s\"'“”‘’(\[]{1,24}\Z")
_INITIALS: Final = re.compile(r"[A-Z](?:\.[A-Z]){1,2}\Z")  # "General T.K. Mahlangu"
_WORDS: Final = re.compile(r"[^\W\d_][\w’'-]*")


class Sentence(NamedTuple):
    """Where a sentence stands: `text[start:end]`, without the space around it."""

    start: int
    end: int


class _Abbreviations(NamedTuple):
    before_name: frozenset[str]
    anywhere: frozenset[str]
    openers: frozenset[str]
    saying: frozenset[str]


def find_sentences(text: str, vocabulary: Vocabulary | None = None) -> list[Sentence]:
    """The sentences of a text, in order, not overlapping. A line end ends one, so headings and captions are sentences,
    but not where the line goes on in the next.

    >>> text = "Gen. Okoro spoke. “We sent 300 men.” He left"
    >>> [text[start:end] for start, end in find_sentences(text)]
    ['Gen. Okoro spoke.', '“We sent 300 men.”', 'He left']
    """
    words = _build_abbreviations(vocabulary or load_vocabulary())
    sentences: list[Sentence] = []
    for first, end in find_lines(text):
        start = first
        for stop in _STOP.finditer(text, start, end):
            if _is_end(text, stop, words):
                _add(text, start, stop.end("close"), sentences)
                start = stop.end()
        _add(text, start, end, sentences)
    return sentences


@lru_cache(maxsize=16)
def _build_abbreviations(vocabulary: Vocabulary) -> _Abbreviations:
    table = vocabulary.read("abbreviations")
    return _Abbreviations(*(frozenset(table[key]) for key in ("before_name", "anywhere", "openers", "saying")))


def _add(text: str, start: int, end: int, sentences: list[Sentence]) -> None:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        _add(text, start, cut, sentences)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append(Sentence(start, end))


def _is_end(text: str, stop: re.Match[str], words: _Abbreviations) -> bool:
    """Whether a stop with space after it ends a sentence."""
    mark, close, following = text[stop.start()], stop["close"], stop["next"]
    if following.islower() and not stop["open"]:
        return False
    if mark in "!?" and close and _goes_on_saying(text, stop.end(), words):
        return False
    if mark != "." or close or text.startswith("..", stop.start()):
        return True
    before = _WORD_BEFORE.search(text[max(0, stop.start() - 24) : stop.start()])
    word = before[0] if before else ""
    if word in words.before_name or (len(word) == 1 and word.isalpha() and word.isupper() and word != "I"):
        return False
    if word in words.anywhere or _INITIALS.match(word):
        opener = _WORDS.match(text, stop.end())
        return bool(stop["open"]) or (opener is not None and opener[0] in words.openers)
    return not (following.isdigit() and word.lower() in ("no", "nos", "art", "para"))


def _goes_on_saying(text: str, start: int, words: _Abbreviations) -> bool:
    following = _WORDS.findall(text[start : start + 60])[:5]
    return not words.saying.isdisjoint(following)
