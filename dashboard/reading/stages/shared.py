"""A stage told in the sentence before: "Italy has 900 men in the north. Spain has 700"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.stages.place import Governor, Place
from dashboard.reading.stages.right import is_direct
from dashboard.reading.stages.state import HOLDING
from dashboard.reading.text.wordlist import is_name

SUBJECT_REACH: Final = 14  # words of a subject that has troops
FORMER: Final = (["down", "from"], ["up", "from"], ["compared", "with"], ["compared", "to"])
MULTIPLES: Final = frozenset({"double", "twice", "triple", "treble", "half"})
MOST: Final = 4  # numbers of the sentence before


def goes_on_having(place: Place, governor: Governor) -> bool:
    """Whether somebody named "has 700", with nothing told of where; not an army, which has all its men."""
    verb = governor.position
    if not governor.is_left or place.word(verb) not in HOLDING:
        return False
    if not (is_direct(place, governor) or place.has_name(place.start - 1, place.start)):  # "Chad has 120, Togo | 90"
        return False
    own = range(verb + 1, place.end + 3)
    if any(place.word(i) in place.words.strength for i in own):
        return False
    subject = _find_subject(place, verb)
    sets = (place.words.bodies, place.words.strength, place.grammar.pronouns)
    is_army = any(place.has(words, subject, verb) for words in sets)
    return place.has_name(subject, verb) and not is_army


def is_listed_alone(place: Place) -> bool:
    """ "Ethiopia massed 50,000 men there, diplomats say, and | Eritrea perhaps 30,000 |.": the verb before goes on."""
    first = place.start
    while first > 0 and is_name(place.tokens.words[first - 1]):
        first -= 1
    is_named = first < place.start and place.word(first - 1) == "and" and place.word(first - 2) == ","
    return is_named and place.word(place.end) in ("", ".", ",", ";")


def is_rising(place: Place) -> bool:
    """ "Foresees 400 men by March|, rising to | 900": what it says of the number before holds for this one."""
    before = place.tokens.lower[max(0, place.start - 3) : place.start]
    return len(before) == 3 and before[0] == "," and before[1] in place.words.rising and before[2] == "to"


def is_compared(place: Place) -> bool:
    """Whether the number before tells of the same troops: "900 are in the north, up from | 400", "double the | 400"."""
    before = place.tokens.lower[max(0, place.start - 2) : place.start]
    return before in FORMER or (before[-1:] != [] and before[-1] in MULTIPLES)


def _find_subject(place: Place, verb: int) -> int:
    """The first word of the clause that the verb stands in."""
    first = verb
    while first > max(0, verb - SUBJECT_REACH) and place.word(first - 1) not in (";", ":", "that", "while", "and"):
        first -= 1
    return first


def find_numbers_before(context: Context, index: int, place: Place) -> list[tuple[int, int, int]]:
    """The numbers before a figure, in its sentence and the one before: sentence, and span of the article."""
    found: list[tuple[int, int, int]] = []
    for at in range(max(0, index - 1), index + 1):
        tokens = context.tokens(at)
        end = place.start if at == index else len(tokens.words)
        numbers = [i for i, word in enumerate(tokens.words[:end]) if word[0].isdigit()]
        found += [(at, tokens.starts[i], tokens.ends[i]) for i in numbers[:MOST]]
    return found
