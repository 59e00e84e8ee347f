"""Where those who leave are bound for, whether they are in the place named, and whether they are only ready to go."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.count import CLAUSE_OPENERS
from dashboard.reading.stages.place import Governor, Place
from dashboard.reading.stages.where import is_place, names_place

PLACE_REACH: Final = 12


def is_bound(place: Place, verb: int) -> bool:
    """ "Left Nairobi on Monday for Haiti": where they go is told, not only that they leave."""
    for position in range(verb + 1, min(len(place.tokens.words), verb + PLACE_REACH)):
        if place.word(position) == "for" and is_place(place, position + 1):
            return True
        if position in place.says or place.word(position) in (";", ".") or place.word(position) in CLAUSE_OPENERS:
            return False
    return False


def is_placed(place: Place) -> bool:
    """Whether those who leave are in the place named right behind: "the 400 men now in the city"; no share of them."""
    if "of" in place.tokens.lower[place.number : place.end]:
        return False
    start = place.end
    if place.word(start) in place.grammar.pronouns and place.word(start + 1) in place.words.keeping:
        start += 2  # "the 400 men | it keeps | in the city"
    while place.word(start) in place.grammar.adverbs:
        start += 1
    return names_place(place, start, 1)


def is_aboard(place: Place) -> bool:
    """ "A ship with 400 men | on board", "with 400 men | aboard": it is the ship that leaves."""
    behind = place.tokens.lower[place.end : place.end + 2]
    return behind == ["on", "board"] or "aboard" in (place.word(place.end - 1), *behind[:1])


def is_ready_to_leave(place: Place, governor: Governor) -> bool:
    """ "Packed and ready to leave": those who have not left yet; not "ready to leave the valley"."""
    verb = governor.position
    if place.word(verb) not in place.words.setting_out or place.word(verb - 1) != "to":
        return False
    is_object = is_place(place, verb + 1) or place.word(verb + 1) in ("home", "its", "their")
    return not is_object and place.word(verb - 2) in place.words.set_to_go
