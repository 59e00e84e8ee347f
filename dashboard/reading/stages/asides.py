"""Words set off by commas between a figure and its verb: "400 men, most of them conscripts, were sent"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.place import Place
from dashboard.reading.text.wordlist import is_name

ASIDE_REACH: Final = 9  # words between "400 men hired" and "have been"
BESIDE: Final = frozenset({"alongside", "besides"})


def is_in_aside(place: Place) -> bool:
    """ "Militias, which claim | 400 men |, have attacked": the verb behind is that of others."""
    if place.word(place.start - 1) == "whose":
        return False  # "a firm, whose | 400 men, most of them Danes, are based in Gao"
    for position in range(place.start - 1, max(0, place.start - ASIDE_REACH), -1):
        if place.word(position) in ("which", "who", "whom", "whose", "with"):
            return place.word(position - 1) == ","
        if place.word(position) in (",", ";"):
            return False
    return False


def skip_aside(place: Place, comma: int, high: int) -> int | None:
    """Over words set off by commas between a figure and its verb: "400 men, most of them conscripts, were sent"."""
    after = place.word(comma + 1)
    is_listed = all(is_name(place.tokens.words[i]) for i in (comma - 1, comma + 1) if i < len(place.tokens.words))
    if is_listed and place.word(place.end) == "from":
        return comma + 1  # "400 men from Togo, | Benin and Ghana are in the north"
    if comma == place.end and place.word(place.start - 1) in BESIDE:
        return comma + 1  # "alongside 400 Chadians, | 300 from Mali will guard it"
    is_share = after in ("many", "some", "most", "all", "none") and place.word(comma + 2) == "of"
    is_negated = place.has(place.grammar.negations, comma + 3, comma + 7)  # "most of whom have never fought"
    if is_share and (is_negated or after in ("many", "some")):
        return _find_aside_end(place, comma, high)  # "400 men, many of them hired abroad": told of a share
    if (
        after in ("who", "which", "all", "most", "many", "some")
        or after in place.grammar.adverbs
        or after in place.grammar.auxiliaries
        or after in place.words.verbs
    ):
        return comma + 1
    return _find_aside_end(place, comma, high)


def _find_aside_end(place: Place, comma: int, high: int) -> int | None:
    """Behind the comma at which the verb follows: "400 men, conscripts from the north, | were sent"."""
    for position in range(comma + 1, min(high, comma + 16)):
        if (
            place.word(position) == ","
            and position - comma <= 7
            and place.word(position + 1) in place.grammar.auxiliaries
        ):
            return position + 1
        if place.word(position) == "," and (
            place.word(position + 1) in place.grammar.auxiliaries or place.word(position + 1) in place.words.verbs
        ):
            return position + 1
        if position in place.says and position - comma > 5:
            return None
    return None
