"""Whether words say that somebody is in a place, or where the fighting is."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.place import NEXT, NEXT_TO, Place
from dashboard.reading.text.wordlist import is_name

DEPLOYED: Final = frozenset({"deployment", "deployments", "rotation", "rotations"})
WHERE_REACH: Final = 7  # words from "where" to its verb
SUBJECT_REACH: Final = 16  # words from a mission to its second verb
FRONT_REACH: Final = 9


def is_at_front(place: Place, position: int) -> bool:
    """Whether the front follows the verb: "committed to the front lines", not "sent near the front"."""
    is_front = names_front(place, min(position, place.end), max(position, place.end) + FRONT_REACH)
    is_thrown = place.word(position + 1) == "into" and place.has(place.words.fray, position + 2, position + 5)
    return is_front or is_thrown or enters_battle(place)


def enters_battle(place: Place) -> bool:
    """ "Has put 400 men | into the battle"."""
    return place.word(place.end) == "into" and place.has(place.words.fray, place.end + 1, place.end + 4)


def names_front(place: Place, start: int, end: int) -> bool:
    if not place.has(place.words.front, start, end):
        return False
    for position in range(start, min(end, len(place.tokens.words))):
        word = place.word(position)
        is_other = word[:1].isdigit() and position > place.end  # "are in Gao, and | 200 are at the front"
        if word in (";", ".") or position in place.says or word in place.words.prior or is_other:
            return False
        if word not in place.words.front or place.word(position + 1) in place.words.front_not_after:
            continue
        if not place.has(place.words.front_not_before, position - 3, position) and not (
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
        if word in place.words.being or _is_beside_place(place, position):
            return True
        if (
            word in place.words.at
            and word not in ("by", "under", "within", "among", "between")
            and is_place(place, position + 1)
        ):
            return True
    return False


def _is_beside_place(place: Place, position: int) -> bool:
    """ "Close to its borders", "south of the river", "within artillery range", "on longer deployments"."""
    word, after = place.word(position), place.word(position + 1)
    if word == "within":
        return place.has(place.words.ranges, position, position + 6)
    if word == "on" and place.has(DEPLOYED, position + 1, position + 4):
        return True
    return (word, after) in NEXT_TO and is_place(place, position + 2)


def is_placed_before(place: Place, verb: int) -> bool:
    """Whether the subject of a verb is troops in a place: "the force in Kosovo | has 400 men"."""
    first = -1 if place.word(verb - 1) == "there" else 0
    if place.tokens.lower[max(0, verb - 2) : verb] == [",", "which"]:
        verb -= 2  # "the force in Togo, which | has 400 men"
    for position in range(verb - 1, max(first, verb - 16), -1):
        word = place.word(position)
        if position in place.says or word in place.grammar.openers or not word[0].isalnum():
            return False
        if word in place.words.at and is_place(place, position + 1):
            if place.word(verb - 1) == "there":
                return True  # "in Yemen there were | 400 men"
            return place.has(place.words.bodies | place.words.serving, position - 3, position)
    return False


def is_where_named(place: Place, verb: int) -> bool:
    """ "Latvia, where Spain | has 400 men": the place stands before the clause."""
    where = next((i for i in range(verb - 1, max(0, verb - WHERE_REACH), -1) if place.word(i) == "where"), None)
    if where is None:
        return False
    before = where - 1 - (place.word(where - 1) == ",")
    return before >= 0 and is_name(place.tokens.words[before])


def is_serving(place: Place, verb: int) -> bool:
    """Whether a verb's subject is a mission abroad or a base: "the contingent | numbers 400", "each base | had"."""
    position = verb - 1
    if place.word(position) in ("but", "and"):  # "the mission in Mali was to have 900 men | but | has 400"
        first = max(0, verb - SUBJECT_REACH)
        verbs = (i for i in range(first, position) if place.word(i) in place.grammar.auxiliaries)
        return place.has(place.words.serving, first, next(verbs, first))
    while place.word(position) in place.grammar.adverbs or place.word(position) in ("which", "that", ","):
        position -= 1
    return place.word(position) in place.words.serving


def is_span(place: Place, position: int) -> bool:
    """Whether a time begins here: "within | a week", "by | Friday"."""
    return is_time(place, position) or place.word(position) in place.words.no_place


def is_place(place: Place, position: int) -> bool:
    word = place.word(position)
    if word in place.grammar.determiners and place.has(place.words.grounds, position + 1, position + 3):
        return True  # "on | its side", "on | its northern border"
    if word in ("all", "whole") and place.word(position + 1) == "of":
        return is_place(place, position + 2)  # "in | all of Iraq"
    if not word or word[0].isdigit() or word in place.words.no_place:
        return False
    if is_name(place.tokens.words[position].split("-")[-1]):  # "at al-Tanf"
        if place.word(position + 1) in ("uniform", "uniforms", "service"):
            return False  # "are in Danish uniform"
        is_left_out = word.endswith("'s") and not place.word(position + 1)[:1].isalpha()  # "and 400 in | Togo's"
        return not is_left_out and not (word.endswith("'s") and is_time(place, position))  # "in | China's army"
    return (word in place.grammar.determiners or word in place.words.place_opens) and not is_time(place, position)


def _is_head(place: Place, position: int) -> bool:
    """Whether a noun ends its phrase: "in the | army", not "in the | army camp"."""
    after = place.word(position + 1)
    grammar = place.grammar
    is_small = after in grammar.prepositions or after in grammar.auxiliaries or after in grammar.conjunctions
    return is_small or after in NEXT or not after[:1].isalpha() or position + 1 in place.says


def is_time(place: Place, position: int) -> bool:
    """Whether it is a time or an event and no place: "in | the coming weeks", "in | a parade"."""
    for ahead in range(position, min(position + 4, len(place.tokens.words))):
        word = place.word(ahead)
        if word in place.words.times or (word in place.words.events and _is_head(place, ahead)):
            return True
        if word.endswith("'s") and word[:-2] in place.words.armies and place.word(ahead + 1) not in place.words.sites:
            return True  # "in | the Danish army's Guard brigade"
        if ahead > position and (word in place.grammar.prepositions or not word[0].isalpha()):
            return False
        if ahead > position + 1 and word in NEXT:
            return False  # "in the town | last month"
    return False
