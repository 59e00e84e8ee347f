"""The words before a verb that go with it: "plans to have sent", "is about to be", "may have to send"."""

from __future__ import annotations

from typing import Final, NamedTuple

from dashboard.reading.stages.count import CLAUSE_OPENERS
from dashboard.reading.stages.place import Governor, Place
from dashboard.reading.tables.stages import StageWord

LINKS: Final = frozenset({"of", "for", "on", "out", "about", "against"})  # "ruled out sending"
GROUP_REACH: Final = 14


class VerbGroup(NamedTuple):
    """The words before a verb: the word that leads them ("plans" in "plans to have sent") and what they hold."""

    lead: int | None
    has_to: bool
    has_have: bool
    follows_figure: bool


def read_verb_group(place: Place, governor: Governor) -> VerbGroup:
    """Back over "to", "be", auxiliaries and adverbs to the word of planning, preparing or believing, if any."""
    has_to = has_have = follows_figure = False
    lead = None
    for position in range(governor.position - 1, max(-1, governor.position - GROUP_REACH), -1):
        word, before = place.word(position), place.word(position - 1)
        if word == "to":
            has_to = True
        elif word == "have" and (before in place.grammar.future or before in ("to", "must")):
            has_have = "to" not in (place.word(position + 1), place.word(position + 2))  # "may have to send"
        elif _leads(place, position, governor.word, has_to):
            lead = position
            break
        elif not _goes_on(place, position, governor, has_to):
            follows_figure = place.start <= position < place.end
            break
    return VerbGroup(lead, has_to, has_have, follows_figure)


def _leads(place: Place, position: int, word: StageWord, has_to: bool) -> bool:
    before = place.word(position)
    if before == "about" and place.word(position + 1) != "to":
        return False  # "about 400"
    is_believed = before in place.words.believed and (has_to or before == "likely")
    is_prepared = before in place.words.prepare and (has_to or word.form == "ing")
    return is_believed or is_prepared or before in place.words.plan


def _goes_on(place: Place, position: int, governor: Governor, has_to: bool) -> bool:
    """Whether a word leaves the verb group open to the left of it."""
    word = place.word(position)
    if word in place.grammar.auxiliaries or word in place.grammar.adverbs:
        return True
    if word in (",", ";") or word in CLAUSE_OPENERS:
        return False
    if place.start <= position < place.end and not governor.is_left:
        return False
    if governor.word.form == "ing" and word in LINKS and position == governor.position - 1:
        return True  # "the aim of sending", "a plan for stationing"
    if governor.word.form == "ing" and word in place.words.starting:
        return True  # "will start sending"
    return has_to or (governor.is_left and governor.word.form == "base")
