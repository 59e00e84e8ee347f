"""The words around a number -> how they bound it: "possibly up to 12,000", "6,000+", "2,000 or so"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.figures.numbers import expand_words
from dashboard.records import Qualifier
from dashboard.vocabulary import Vocabulary

FARTHEST: Final = 8  # words from a qualifier to its number
WINDOW: Final = 64  # characters looked at on either side of a number
_SIGNS: Final = {
    "~": Qualifier.ABOUT,
    "≈": Qualifier.ABOUT,
    ">": Qualifier.MORE_THAN,
    "≥": Qualifier.AT_LEAST,
    "<": Qualifier.FEWER_THAN,
    "≤": Qualifier.UP_TO,
}
_GOES_ON: Final = re.compile(r"\s+[\w“]")  # "300 in at least five attacks": not of the number before
_OPENERS: Final = "\"'“”‘’(["
LONGEST: Final = 8  # words of an entry that stand before its last one
Ending = tuple[tuple[str, ...], Qualifier]


class QualifierReader(NamedTuple):
    """The tables of one vocabulary, made once: entries before a number by their last word, a pattern for after it."""

    endings: dict[str, tuple[Ending, ...]]
    meaning_before: dict[str, dict[tuple[str, ...], Qualifier]]  # the same, to be looked up
    between: frozenset[str]
    amounts: frozenset[str]
    after: re.Pattern[str]
    after_first: frozenset[str]
    meaning_after: dict[str, Qualifier]


@lru_cache(maxsize=16)
def build_qualifier_reader(vocabulary: Vocabulary) -> QualifierReader:
    """The reader of qualifiers for a vocabulary."""
    endings: dict[str, list[Ending]] = {}
    after: dict[str, Qualifier] = {}
    for row in vocabulary.qualifiers:
        for words in expand_words(row.words):
            if row.place == "after":
                after[words] = row.qualifier
                continue
            *rest, last = words.split()
            endings.setdefault(last, []).append((tuple(reversed(rest)), row.qualifier))
    ordered = {last: tuple(sorted(found, key=lambda item: -len(item[0]))) for last, found in endings.items()}
    meanings = {last: dict(reversed(found)) for last, found in ordered.items()}  # of two alike the first counts
    firsts = frozenset(words.split()[0] for words in after)
    between = (vocabulary.reach_words, vocabulary.amount_words)
    return QualifierReader(ordered, meanings, *between, _build_after(after), firsts, after)


def _build_after(after: dict[str, Qualifier]) -> re.Pattern[str]:
    words = "|".join(re.escape(words) for words in sorted(after, key=len, reverse=True))
    # up to three words of the noun may come first: "2,000 foreign soldiers or more"
    return re.compile(
        rf"(?:[\s-][A-Za-z’'-]{{1,20}}){{0,3}}?,?[\s-]({words})(?!\w)(?!\s+than\b|\s+(?:\w+\s)?\d)", re.IGNORECASE
    )


def find_qualifier(text: str, start: int, end: int, reader: QualifierReader) -> Qualifier | None:
    """The bound that words before or after text[start:end] put on it; None when they put none."""
    before = find_before(text, start, reader)
    if before is not None and before is not Qualifier.ABOUT:
        return before
    return find_after(text, end, reader) or before


def find_before(text: str, start: int, reader: QualifierReader) -> Qualifier | None:
    """The bound in the words that lead up to a number; an outer one counts ("at least some 300" is at least)."""
    low = start - WINDOW if start > WINDOW else 0
    window = text[low:start].rstrip(_OPENERS)
    if not window:
        return None
    if window[-1] in _SIGNS:
        return _SIGNS[window[-1]]
    words = window.split()
    found = None
    place = len(words) - 1
    while place >= 0 and len(words) - place <= FARTHEST:
        word = words[place].lower().strip(_OPENERS)
        known = reader.meaning_before.get(word)
        width, qualifier = _match_ending(words, place, known) if known else (0, None)
        if qualifier in (Qualifier.MORE_THAN, Qualifier.FEWER_THAN) and " ".join(words[place + 1 :]).lower() == "the":
            return found  # "far below the 2,500 it was promised"
        if qualifier is not None:
            found = found if qualifier is Qualifier.EXACT and found else qualifier  # "worried about some 200"
            if qualifier is not Qualifier.ABOUT:
                break
        elif word in reader.between or not word:
            width = 1
        elif word == "of" and place and words[place - 1].lower() in reader.amounts:
            width = 2
        else:
            return found or _SIGNS.get(word[-1])
        place -= width
    return found


def _match_ending(
    words: list[str], place: int, endings: dict[tuple[str, ...], Qualifier]
) -> tuple[int, Qualifier | None]:
    """How many words the longest fitting entry takes, and its meaning."""
    before = tuple(words[at].lower().lstrip(_OPENERS) for at in range(place - 1, max(place - 1 - LONGEST, -1), -1))
    for width in range(len(before), -1, -1):
        qualifier = endings.get(before[:width])
        if qualifier is not None:
            return width + 1, qualifier
    return 0, None


def find_after(text: str, end: int, reader: QualifierReader) -> Qualifier | None:
    """The bound in the words that follow a number: "+", "or more", "at most"."""
    following = text[end : end + WINDOW]
    if following[:1] == "+" or following[:2] == " +":
        return Qualifier.AT_LEAST
    if reader.after_first.isdisjoint(following.replace("-", " ", 1).split(None, 4)[:4]):  # nearly always
        return None
    match = reader.after.match(following)
    if match is None or (match[1].lower().startswith(("at ", "max", "min")) and _GOES_ON.match(following, match.end())):
        return None
    return reader.meaning_after[match[1].lower()]
