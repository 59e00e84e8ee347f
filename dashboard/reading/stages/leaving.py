"""Where those who leave are bound for, whether they are in the place named, and whether they are only ready to go."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.count import CLAUSE_OPENERS
from dashboard.reading.stages.place import Governor, Place
from dashboard.reading.stages.where import is_place, names_place

PLACE_REACH: Final = 12
OWN: Final = frozenset({"its", "their", "his", "her", "the", "all"})


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


def is_about_those_there(place: Place, governor: Governor) -> bool:
    """ "The 400 men in the north | will stay", "the garrison of 400 in the city will stay", "will keep its 400 men"."""
    return not governor.is_left or _keeps_own(place, governor) or (governor.word.form == "noun" and _will_stay(place))


def _keeps_own(place: Place, governor: Governor) -> bool:
    """ "Will | keep | its 400 men in the north": those who are there already."""
    own = place.tokens.lower[governor.position + 1 : place.number]
    return place.word(governor.position) in place.words.keeping and not OWN.isdisjoint(own)


def _will_stay(place: Place) -> bool:
    """ "A garrison of 400 in the city | will stay": there already, whatever "will" says."""
    for position in range(place.end, min(len(place.tokens.words), place.end + PLACE_REACH)):
        word = place.word(position)
        if word in (",", ";", ".") or position in place.says or word in CLAUSE_OPENERS:
            return False
        if word in place.grammar.future:
            return place.word(position + 1) in ("stay", "remain")
    return False


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
