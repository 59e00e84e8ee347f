"""Whether a number counts captives, corpses, authors or all that are under arms: no news of how far they have come."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.place import Place
from dashboard.reading.stages.search import is_authored
from dashboard.reading.stages.where import names_place

UNIFORMED: Final = (["under", "arms"], ["in", "uniform"])  # how many an army has, wherever they are
HELD_REACH: Final = 9  # words from "fighters" to "are held"
CELL_REACH: Final = 7  # words from "in" to "prisons"
WAY_REACH: Final = 8  # words from "fighters" to "in prisons"
INSIDE: Final = frozenset({"in", "inside"})


def is_no_news(place: Place) -> bool:
    """Whether nothing is told by them of how far troops have come."""
    if place.word(place.start - 1) == "by" and is_authored(place, place.start - 1):
        return True  # "the plan, drawn up by five officers, provides for"
    if _are_captives(place) or _are_held(place) or _are_in_cells(place):
        return True
    if place.has(place.words.corpses, place.start - 3, place.end):
        return True  # "the bodies of 40 soldiers were flown to Lomé"
    is_armed = place.tokens.lower[place.end : place.end + 2] in UNIFORMED
    return is_armed and not names_place(place, place.end + 2, 1)


def _are_captives(place: Place) -> bool:
    """ "Guard | 400 captured rebels", "holds 400 prisoners of war"."""
    if place.has(place.words.prisoners, place.number, place.end):
        return place.word(place.end) == "war" or place.word(place.start - 1) in place.words.holding
    after = place.word(place.end + 1)
    is_attribute = after[:1].isalpha() and after not in place.grammar.prepositions
    return place.word(place.end) in place.words.held and is_attribute


def _are_held(place: Place) -> bool:
    """ "400 fighters | are being held by the army", "had been held in a school"; not "400 fighters held the town"."""
    for position in range(place.end, place.end + HELD_REACH):
        word = place.word(position)
        if word in ("", ";", ".") or position in place.says:
            return False
        if word == "held":
            before = position - 1
            while place.word(before) in place.grammar.adverbs:
                before -= 1
            is_talks = any(place.word(i) in place.words.events for i in range(place.end, before))
            return place.word(before) in place.grammar.be and not is_talks
    return False


def _are_in_cells(place: Place) -> bool:
    """ "Guards 400 rebels | in some 20 prisons", "400 remain in its jails"; not "400 men guard the prisoners"."""
    for position in range(place.end, place.end + WAY_REACH):
        word = place.word(position)
        if word in (",", ";", ".", "") or position in place.says or word in place.words.guarding:
            return False
        if word in INSIDE:
            cell = range(position + 1, position + CELL_REACH)
            stop = next((i for i in cell if not place.word(i)[:1].isalnum()), cell.stop)
            return place.has(place.words.cells, position + 1, stop)
    return False
