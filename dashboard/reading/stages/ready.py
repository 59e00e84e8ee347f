"""Whether troops only get ready or are at work already: waiting for ships, following others, training or teaching."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.place import Governor, Place, find_phrase
from dashboard.reading.stages.where import is_place
from dashboard.records import Stage

GROUP_REACH: Final = 16  # words that tell of those who go first
WAIT_REACH: Final = 8  # words between "waiting" and "for ships"
HOMEWARD: Final = frozenset({"home", "back", "out"})
ENOUGH: Final = frozenset({"few", "weak", "enough", "sufficient", "insufficient"})
FIT: Final = ENOUGH | {"fit", "unfit", "able", "unable", "old"}
NOW: Final = ("now", "already", "currently", "still")
CAMP_REACH: Final = 4  # words between "training in" and "camps"


def read_waiting(place: Place, governor: Governor) -> Stage | None:
    """The stage of those who wait to be taken, come behind others on their way, or for whom there is only room."""
    if _awaits_passage(place, governor):
        return Stage.PREPARING
    if _is_room(place, governor):
        return Stage.UNSPECIFIED
    return Stage.PLANNED if _follows_those_going(place, governor) else None


def _is_room(place: Place, governor: Governor) -> bool:
    """ "The base can house | 400 men": room for them, and nobody there yet."""
    is_able = place.word(governor.position - 1) in ("can", "could")
    return governor.is_left and is_able and place.word(governor.position) in place.words.capacity


def _awaits_passage(place: Place, governor: Governor) -> bool:
    """ "Are waiting in the port | for ships", "was waiting | to board": on the spot, but not on the way yet."""
    if governor.is_left or place.word(governor.position) not in place.words.waiting:
        return False
    for position in range(governor.position + 1, governor.position + WAIT_REACH):
        word = place.word(position)
        if word in (",", ";", ".", "") or position in place.says:
            return False
        if word == "for":
            return place.has(place.words.passage, position + 1, position + 5)
        if word == "to":
            is_homeward = place.has(HOMEWARD, position + 2, position + 6)  # "waiting to be flown | home": still there
            return place.has(place.words.setting_out, position + 1, position + 4) and not is_homeward
    return False


def _follows_those_going(place: Place, governor: Governor) -> bool:
    """ "200 are on their way, followed by | 400 in July": they come behind those who have not arrived yet."""
    verb = governor.position
    if not governor.is_left or place.word(verb) != "followed" or place.word(verb - 1) != ",":
        return False
    before = range(max(0, verb - GROUP_REACH), verb - 1)
    is_coming = any(place.word(i) in place.grammar.future or find_phrase(place, i) == (Stage.SENT,) for i in before)
    return is_coming and not any(i in place.says for i in before if place.word(i + 1) in ("that", ","))


def read_training(place: Place, governor: Governor, start: int) -> Stage | None:
    """Trainers are there ("training | local recruits"); who trains in a camp in no other land is not yet sent."""
    if _is_teaching(place, governor):
        return Stage.ARRIVED
    for position in range(start, start + CAMP_REACH):
        if place.word(position) in place.words.camps:
            is_abroad = place.word(position + 1) == "in" and is_place(place, position + 2)
            is_named = place.has_name(start + 1, position)
            return None if is_abroad or is_named else Stage.PREPARING
        if place.word(position) in (",", ";", ".", ""):
            break
    return None


def _is_teaching(place: Place, governor: Governor) -> bool:
    """Whether the object is somebody else: "have been training | local forces"."""
    verb, after = governor.position, place.word(governor.position + 1)
    is_active = governor.word.form == "ing" and place.word(verb - 1) in ("been", "are", "were", "is", "was", ",")
    if governor.is_left or not is_active or not after[:1].isalpha():
        return False
    small = place.grammar.prepositions | place.grammar.conjunctions | place.grammar.adverbs
    return after not in small | place.words.being and place.has(place.words.taught, verb + 1, verb + 5)


def is_ability(place: Place, governor: Governor, to: int) -> bool:
    """ "400 men are too few | to hold the town", "not all are fit to fight", "400 who can really fight"."""
    is_fight = governor.word.stage == Stage.AT_FRONT and governor.word.form == "base"
    if place.word(to) == "to":
        return place.word(to - 1) in (FIT if is_fight else ENOUGH if not governor.is_left else ())
    while place.word(to) in place.grammar.adverbs or place.word(to).endswith("ly"):
        to -= 1
    return is_fight and place.word(to) in ("can", "could") and place.word(to - 1) in ("who", "that", "men", "fighters")


def is_there_now(place: Place, governor: Governor) -> bool:
    """ "Will join 400 | already deployed", "out of 400 now deployed"; not "have already deployed to the valley"."""
    verb = governor.position
    is_end = place.word(verb + 1) not in place.words.to and not place.word(verb + 1)[:1].isalpha()
    is_now = verb == place.end + 1 and place.word(place.end) in NOW
    if place.word(verb - 1) in NOW and place.word(verb - 2) in ("are", "is"):
        is_now = True  # "where 400 men are | now deployed, it says"
    return is_now and is_end and governor.word.stage == Stage.SENT and governor.word.form in ("past", "participle")
