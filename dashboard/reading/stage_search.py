"""The word to the left that governs a figure: the verb or noun it is the object of."""

from __future__ import annotations

from typing import Final

from dashboard.reading.phrases import DASHES, QUOTES
from dashboard.reading.stage_place import REACH, Governor, Place, find_entry
from dashboard.reading.stage_where import is_place
from dashboard.reading.stage_words import StageWord
from dashboard.records import Stage

STOPS: Final = frozenset({";", ":", "—", "–"})


CLAUSE_OPENERS: Final = frozenset(
    {
        "that",
        "which",
        "who",
        "where",
        "when",
        "while",
        "whereas",
        "but",
        "because",
        "if",
        "whether",
        "than",
        "although",
        "though",
        "after",
        "before",
        "as",
        "since",
    }
)


def find_left(place: Place) -> Governor | None:
    """The verb or noun that the figure is the object of."""
    for position in range(place.start - 1, max(-1, place.start - 1 - REACH), -1):
        if _ends_search(place, position):
            return None
        if place.word(position) in place.words.counting and _counts(place, position):
            return _find_counted(place, position)
        governor = _govern_left(place, position)
        if governor:
            return governor
    return None


def _ends_search(place: Place, position: int) -> bool:
    """Whether no word left of this one governs the figure: another clause, or what is seen or said, begins here."""
    word = place.word(position)
    if word == "," and position + 2 <= place.start:
        return place.word(position + 1) in ("with", "including", "and", "or", "among")
    is_opener = word in STOPS or word in CLAUSE_OPENERS or word in DASHES
    return is_opener or position in place.says or word in place.words.seeing


def _govern_left(place: Place, position: int) -> Governor | None:
    word = place.word(position)
    entry = find_entry(place, position)
    if entry:
        return Governor(position, entry, is_left=True)
    if word in place.words.asking and place.word(position - 1) not in place.grammar.determiners:
        return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=True)
    if word in place.grammar.auxiliaries:
        return Governor(position, StageWord(Stage.UNSPECIFIED, "aux"), is_left=True)
    return None


COUNTED_BY: Final = frozenset({"at", "to", "by", "up", "from", "now", "currently", "figure", "size", "strength"})


def _counts(place: Place, position: int) -> bool:
    """Whether a verb of counting is one here: "has grown to 400", "numbers 400"; not "deployed to 400 places"."""
    if place.word(position) in COUNTED_BY:
        return False
    between = range(position + 1, place.start)
    return all(
        place.word(i) in place.words.quantifiers or place.word(i) in COUNTED_BY or place.word(i)[:1].isdigit()
        for i in between
    )


def _find_counted(place: Place, verb: int) -> Governor | None:
    """What is told of those who are counted: where they are, or that they will be so many."""
    low = max(-1, verb - REACH)
    is_future = False
    for position in range(verb - 1, low, -1):
        word = place.word(position)
        if position in place.says or word in STOPS or word in CLAUSE_OPENERS or word == ",":
            break
        if word in place.words.believed and place.word(position + 1) == "to":
            return None
        is_to = word == "to" and position == verb - 1 and place.word(position - 1) not in place.words.believed
        is_future = is_future or is_to or (word in place.grammar.future and place.word(position + 1) != "have")
        entry = find_entry(place, position)
        if is_future:
            return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=True)
        if entry and entry.form != "noun":
            return Governor(position, StageWord(_settle(place, position, entry), "due"), is_left=True)
        if word in place.words.front and place.word(position - 1) in ("the", "at", "on"):
            return Governor(position, StageWord(Stage.AT_FRONT, "due"), is_left=True)
        if (
            word in place.words.at
            and word not in ("by", "under", "among", "between", "within")
            and is_place(place, position + 1)
        ):
            return Governor(position, StageWord(Stage.ARRIVED, "due"), is_left=True)
    return None


def _settle(place: Place, position: int, entry: StageWord) -> Stage:
    """The stage of a verb that stands before the count: "the troops stationed there number 400"."""
    if entry.placed and any(place.word(i) in place.words.at for i in range(position + 1, position + 4)):
        return entry.placed
    return entry.stage


def stands_apart(place: Place, left: Governor) -> bool:
    """Whether a clause begins between the word on the left and the figure, which may then be a subject."""
    between = place.tokens.lower[left.position + 1 : place.start]
    if not between:
        return False
    last = between[-1]
    if last in (",", "and", "or") or last in QUOTES:
        return True
    return "," in between and left.word.form != "noun" and _has_verb_between(place, left.position + 1, place.start)


def _has_verb_between(place: Place, start: int, end: int) -> bool:
    return any(place.word(i) in place.grammar.auxiliaries for i in range(start, end))
