"""Words in another order than usual: a verb before its troops, a number set off by commas or in the midst of a list."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.place import Governor, Place, find_entry
from dashboard.reading.stages.where import is_placed_before, is_serving, is_span
from dashboard.records import Stage

INVERTED_REACH: Final = 14  # words between "among the troops deployed" and "are 400 men"
THERE_REACH: Final = 9  # words between "there are" and "400 men"
HAVING: Final = frozenset({"has", "have", "had"})
LEAST: Final = 2
BODY_REACH: Final = 5  # words from "the brigade" to ", with 400 men"
ATTACK_REACH: Final = 18  # words from "offensive" to "with 400 men"
PLAN_REACH: Final = 6  # words from "plans" to "offensive"
ASIDE: Final = 10  # words between the number and the comma behind it


def find_inverted(place: Place, governor: Governor) -> Governor | None:
    """ "Among the troops | deployed | to the north are 400 rangers", "also | arriving | were 400 men"."""
    if not governor.is_left or place.word(governor.position) not in place.grammar.be:
        return None
    found = None
    for position in range(governor.position - 1, max(-1, governor.position - INVERTED_REACH), -1):
        word = place.word(position)
        entry = find_entry(place, position)
        if entry and entry.form in ("past", "participle", "ing"):
            found = Governor(position, entry, is_left=False)
        if word in ("among", "also") or (found and position == found.position == 0):
            return found
        if not word[0].isalnum() or position in place.says or word in place.grammar.auxiliaries:
            return None
    return None


def is_of_next(place: Place, position: int) -> bool:
    """ "400 men and 90 | flown in from the capital | are guarding it": told of the second number alone."""
    number = position - 1
    is_number = number > place.end and place.word(number)[:1].isdigit()
    return is_number and (place.word(number - 1) == "and" or place.word(number - 1) in place.words.quantifiers)


def is_share(place: Place) -> bool:
    """ "Has 1,000 | of the 2,500 | it was promised": what stands right behind is told of the whole."""
    phrase = place.tokens.lower[place.number + 1 : place.end]
    return "of" in phrase and any(word[0].isdigit() for word in phrase)


def is_still_there(place: Place) -> bool:
    """ "There are no men | left in the valley": who is still there, and not who left it."""
    low = max(0, place.start - THERE_REACH)
    before = place.tokens.lower[low : place.start]
    if before and before[-1] in HAVING:
        return True  # "has just 400 men | left in the valley"
    there = next((i for i in range(len(before) - 1, -1, -1) if before[i] == "there"), None)
    return there is not None and before[there + 1 : there + 2] != [] and before[there + 1] in place.grammar.be


def is_strong_aside(place: Place) -> bool:
    """ "The force in Togo, now about | 700 strong, will grow": how many are there, between commas."""
    if place.word(place.end) != "strong" or place.word(place.end + 1) != ",":
        return False
    comma = place.start - 1
    while place.word(comma) in place.grammar.adverbs or place.word(comma) in ("now", "currently", "still"):
        comma -= 1
    return place.word(comma) == "," and (is_placed_before(place, comma) or is_serving(place, comma))


def is_aimed_at(place: Place) -> bool:
    """ "There are 900, perhaps down to | 400 by the end of next year": how many it is to come to; not "was down to"."""
    if place.word(place.end) != "by" or not is_span(place, place.end + 1) or place.word(place.start - 1) != "to":
        return False
    before = place.word(place.start - LEAST - 1)
    is_told = place.word(place.end + 2) == "time" or place.has(HAVING, place.start - LEAST - 3, place.start - LEAST)
    is_told = (
        is_told
        or before in place.grammar.auxiliaries
        or before in place.words.changing
        or before in place.words.counting
    )
    return place.word(place.start - LEAST) in ("down", "up") and not is_told


def is_of_body_to_come(place: Place) -> bool:
    """ "The brigade, with | 400 men and some tanks, is to be ready in May": the numbers of what is to be."""
    if place.tokens.lower[max(0, place.start - 2) : place.start] != [",", "with"]:
        return False
    body = place.start - BODY_REACH
    is_body = place.has(place.words.bodies, body, place.start) and not place.has(
        place.words.strength, body, place.start
    )
    comma = next((i for i in range(place.end, place.end + ASIDE) if place.word(i) == ","), None)
    if not is_body or comma is None or place.has(place.words.at, place.end, comma):
        return False
    verb = comma + 1
    is_open = place.word(verb) in place.grammar.future or (
        place.word(verb) in place.grammar.be and (place.word(verb + 1) in ("to", *place.words.due))
    )
    entry = next((found for i in range(verb + 1, verb + 5) if (found := find_entry(place, i))), None)
    return is_open and (entry is None or entry.stage != Stage.UNSPECIFIED)  # not "will leave in May"


def is_of_attack_to_come(place: Place) -> bool:
    """ "Plans an offensive with | 400 men", "an attack that could begin with 400"; not "began one with 400"."""
    if place.word(place.start - 1) not in ("with", "involving"):
        return False
    low = max(0, place.start - ATTACK_REACH)
    attack = next((i for i in range(place.start - 2, low, -1) if place.word(i) in place.words.attacks), None)
    if attack is None or any(i in place.says or place.word(i) in (";", ".") for i in range(low, place.start)):
        return False
    is_planned = any(
        place.word(i) in place.words.plan and place.word(i) not in place.words.only_verbs
        for i in range(max(low, attack - PLAN_REACH), attack)
    )
    return is_planned or place.has(place.grammar.future, attack, place.start)
