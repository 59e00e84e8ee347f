"""Whether words say that somebody is in a place, or where the fighting is."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stage_place import Place
from dashboard.reading.wordlist import is_name

FRONT_REACH: Final = 9


def is_at_front(place: Place, position: int) -> bool:
    """Whether the front follows the verb: "committed to the front lines", not "sent near the front"."""
    return names_front(place, min(position, place.end), max(position, place.end) + FRONT_REACH)


def names_front(place: Place, start: int, end: int) -> bool:
    for position in range(start, min(end, len(place.tokens.words))):
        word = place.word(position)
        if word in (";", ".") or position in place.says:
            return False
        if word not in place.words.front or place.word(position + 1) in place.words.front_not_after:
            continue
        before = [place.word(i) for i in range(max(0, position - 3), position)]
        if not any(w in place.words.front_not_before for w in before) and not (
            word == "front"
            and place.word(position - 1)
            not in (
                "the",
                "eastern",
                "southern",
                "northern",
                "western",
                "a",
                "on",
                "at",
                "to",
                "this",
                "that",
                "active",
                "second",
                "main",
            )
        ):
            return True
    return False


def names_place(place: Place, start: int, reach: int) -> bool:
    """Whether a place follows: "in Mali", "along the border"; not "in 2014", "at least", "on Friday"."""
    for position in range(start, min(start + reach, len(place.tokens.words))):
        word = place.word(position)
        if word in (",", ";", ".", "and", "who") or position in place.says:
            return False
        if word in ("there", "here", "abroad", "overseas") and position > start - 1:
            return True
        if (
            word in place.words.at
            and word not in ("by", "under", "within", "among", "between")
            and is_place(place, position + 1)
        ):
            return True
    return False


def is_place(place: Place, position: int) -> bool:
    word = place.word(position)
    if not word or word[0].isdigit() or word in place.words.no_place:
        return False
    return is_name(place.tokens.words[position]) or word in place.grammar.determiners or word in place.words.place_opens
