"""What is told where no verb of moving tells it: "there are 400 men in the hills", "400 men at the front"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stage_place import Governor, Place
from dashboard.reading.stage_where import FRONT_REACH, is_placed_before, names_front, names_place
from dashboard.records import Stage

DOUBT: Final = frozenset({"could", "may", "might", "can"})  # "there could be 400 in the hills" is no plan


def read_state(place: Place, governor: Governor) -> Stage:
    """ "There are 400 in the capital", "400 were at the front", "has 400 men in the hills"."""
    at = governor.position + 1 if not governor.is_left else place.end
    near = [place.word(i) for i in range(max(0, governor.position - 3), governor.position + 2)]
    is_future = any(word in place.grammar.future and word not in DOUBT for word in near) and "have" not in near
    is_near = place.start - governor.position <= 3 or place.word(governor.position + 1) in place.words.becoming
    if is_future and governor.is_left and is_near:
        return Stage.PLANNED  # "the brigade will number 4,800 soldiers", "will become a force of 900"
    if names_front(place, at, at + FRONT_REACH):
        stage = Stage.AT_FRONT
    elif names_place(place, at, 6) or (governor.is_left and is_placed_before(place, governor.position)):
        stage = Stage.ARRIVED
    else:
        return Stage.UNSPECIFIED
    return Stage.PLANNED if is_future else stage


def read_presence(place: Place) -> Stage:
    """No verb at all: "400 troops in the capital", "the presence of troops on the border"."""
    start = place.end
    while place.word(start) in place.grammar.adverbs:
        start += 1
    if names_front(place, start, start + 6) and place.word(start) in place.words.at:
        return Stage.AT_FRONT
    return Stage.ARRIVED if names_place(place, start, 1) else Stage.UNSPECIFIED


def is_foreseen(place: Place, left: Governor | None) -> bool:
    """ "Will see 400 men deployed", "vowed to have 400 in place": the figure is the object of what is to come."""
    position = left.position if left and left.word.form == "aux" else place.start - 1
    if place.word(position) not in ("see", "have"):
        return False
    position -= 1
    while place.word(position) in place.grammar.adverbs:
        position -= 1
    before = place.word(position)
    is_wanted = before == "to" and place.word(position - 1) not in place.words.believed
    return is_wanted or (before in place.grammar.future and before not in DOUBT)
