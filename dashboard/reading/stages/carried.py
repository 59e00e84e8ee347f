"""The stage of a number that repeats, corrects or compares a count just told: "the agency put the number at 400"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.stages.count import CLAUSE_OPENERS, STOPS
from dashboard.reading.stages.place import Place
from dashboard.reading.stages.resolving import find_place, read_stage
from dashboard.reading.stages.shared import FORMER
from dashboard.reading.statements.topics import find_troops
from dashboard.records import Measure, Report, Stage

NOW: Final = frozenset({"up", "so", "now", "today", "currently", "yesterday", "earlier", "previously"})
FAR: Final = 12  # and to one that names it again
NEAR: Final = 3  # sentences from a count to the one that corrects it
SUBJECT_REACH: Final = 6  # words between "number" and "could be closer to"
PEAK_REACH: Final = 6  # words from "down from" to "of 400"
PRONOUNS: Final = frozenset({"it", "them", "these", "those", "that"})
LYING: Final = frozenset({"lies", "lay"})
LINKS: Final = frozenset({"“", '"', "at", "to", "as", "in", "fact", "closer", "nearer", "of", "or"})
DEFINITE: Final = frozenset({"the", "those", "these", "all"})
STRENGTH: Final = frozenset({"strength", "headcount"})
OWN: Final = frozenset({"the", "their", "its", "current", "present", "total", "overall"})
TOLD: Final = frozenset({"told", "said", "thought", "believed"})
VALUED: Final = frozenset({"at", "as"})
THAN: Final = (["rather", "than"], ["instead", "of"], ["as", "against"], ["compared", "with"], ["compared", "to"])


def carry_stage(context: Context, index: int, span: tuple[int, int], told: Sequence[tuple[int, Report]]) -> Stage:
    """The stage of the count that a number goes back to; `told` are the figures before it, with their sentences."""
    near = [one for at, one in told if at >= index - NEAR and one.measure is Measure.TROOPS]
    place = find_place(context, index, *span)
    if not near:
        return _read_named_before(context, index) if _is_bare(place) and _is_of_them_all(place) else Stage.UNSPECIFIED
    text = context.text[slice(*span)]
    same = next((one for at, one in reversed(told) if one.figure_text == text and at >= index - FAR), None)
    if same is not None and _is_definite(place):
        return same.stage or Stage.UNSPECIFIED
    if _is_of_them(place) and not read_stage(context, index, *span).is_leaving and told[-1][0] >= index - 1:
        return near[-1].stage or Stage.UNSPECIFIED
    is_again = _is_recounted(place) or _is_quoted(place) or _is_another(place)
    is_back = _is_set_against(place) or (_is_bare(place) and is_again)
    stage = near[-1].stage if is_back else None
    if stage is Stage.PLANNED and place.word(place.end) in NOW:
        return Stage.ARRIVED  # "will keep 400 men there. That compares with 900 | today"
    if stage is Stage.PLANNED and place.tokens.lower[max(0, place.start - 2) : place.start] in FORMER[:2]:
        return Stage.UNSPECIFIED  # "900 would stay, down from 1,700"
    return stage or Stage.UNSPECIFIED


def _is_of_them_all(place: Place) -> bool:
    """ "They number around | 400", "put them at 400": how many those are whom the sentence before tells of."""
    before = place.tokens.lower[max(0, place.start - SUBJECT_REACH) : place.number]
    at = next((i for i, word in enumerate(before) if word in STRENGTH or word in place.words.recounted), len(before))
    is_number = before[at - 1 : at] != [] and before[at - 1] in OWN and before[at + 1 : at + 2] == ["at"]
    if is_number and not place.words.valuing.isdisjoint(before[:at]):
        return True  # "puts the current strength at 400"
    is_they = "they" in before and not place.words.counting.isdisjoint(before)
    return is_they or ("them" in before and not place.words.valuing.isdisjoint(before))


def _read_named_before(context: Context, index: int) -> Stage:
    """The stage of the troops of the sentence before, where only their number comes after them."""
    spans = find_troops(context, index - 1) if index else []
    stages = (read_stage(context, index - 1, *span).stage for span in spans)
    return next((stage for stage in stages if stage is not Stage.UNSPECIFIED), Stage.UNSPECIFIED)


def _is_bare(place: Place) -> bool:
    """Whether no noun follows the number: "about | 3,000 |, twice", "800 to 1,200"."""
    own = place.tokens.lower[place.number + 1 : place.end]
    is_left_out = all(not word[0].isalpha() or word in ("to", "and", "more", "of", "them") for word in own)
    after = place.word(place.end)
    small = place.grammar.prepositions | place.grammar.conjunctions | place.grammar.determiners | NOW
    return is_left_out and (not after[:1].isalpha() or after in small)


def _is_of_them(place: Place) -> bool:
    """ "Fiji has 900 men there; | 400 of those | are from the north": some of the ones just counted."""
    own = place.tokens.lower[place.number + 1 : place.end + 2]
    is_part = own[:1] == ["of"] and own[1:2] != [] and own[1] in ("them", "those", "these", "whom")
    return is_part and (place.word(place.number + 3) in place.grammar.be)


def _is_definite(place: Place) -> bool:
    """ "The roughly | 900", "those 900": the ones told of before."""
    return place.has(DEFINITE, place.start - 1, place.number)


def _is_set_against(place: Place) -> bool:
    """ "400, not the | 900 it gave before", "twice the | 900 of last week", "rather than 900"."""
    start = place.start
    while start < place.number and place.word(start) in ("more", "than", "about", "some"):
        start += 1
    before = place.tokens.lower[max(0, start - 2) : start]
    if before in THAN or (before[-1:] == ["not"] and before[:1] in ([","], ["and"], ["but"], ["—"], ["("])):
        return True
    own = place.tokens.lower[place.start : place.number]
    if own[-2:] == ["than", "the"]:
        return True  # "more than the 400 it had admitted to"
    is_former = before in FORMER or _is_from_peak(place)
    is_former = is_former and place.word(place.end) not in ("before", "in", "at")
    return is_former or place.has(place.words.multiples, place.start - 2, place.number)


def _is_from_peak(place: Place) -> bool:
    """ "Down from a peak of | 400", "up from earlier estimates of 400"."""
    words = place.tokens.lower[max(0, place.start - PEAK_REACH) : place.number]
    at = next((i for i in range(len(words) - 1, 0, -1) if words[i - 1 : i + 1] in FORMER[:2]), None)
    return at is not None and all(word.isalpha() for word in words[at:])


def _is_recounted(place: Place) -> bool:
    """ "Put the number at | 400", "puts them at 400", "the figure could be closer to 400"."""
    verb = place.start - 1
    while place.word(verb) in LINKS or place.word(verb) in place.words.quantifiers:
        if place.word(verb) in place.words.recounted or (place.word(verb) == "these" and place.word(verb + 1) == "at"):
            break
        verb -= 1
    if place.word(verb) in place.words.recounted | PRONOUNS:
        return place.has(VALUED, verb + 1, place.number) and _has_before(place, place.words.valuing, verb)
    while place.word(verb) in place.grammar.adverbs:
        verb -= 1
    is_counting = place.word(verb) in place.grammar.be | LYING or place.word(verb) in place.words.counting
    is_it = place.word(verb) in place.grammar.be and place.word(verb - 1) == "it"  # "told parliament it was 400"
    return is_counting and (is_it or _has_before(place, place.words.recounted, verb))


def _is_another(place: Place) -> bool:
    """ "There are 900 Danes in Togo. Fiji has another | 400"."""
    return place.word(place.number - 1) == "another" and place.word(place.start - 1) in ("has", "have", "had")


def _is_quoted(place: Place) -> bool:
    """ "It had spoken of | 400", "had been told there were only 400", "that compares with 400"."""
    before = place.start - 1
    last, one = place.word(before), place.word(before - 1)
    if last in place.words.requoting or (last == "of" and one in place.words.requoting):
        return True
    is_compared = last in ("with", "to") and one in ("compares", "compared")
    if place.word(before - 2) == "that" and one == "there":
        return place.has(TOLD, before - SUBJECT_REACH, before - 2)  # "had told the public that there were | 400"
    is_told = place.word(before - 2) in TOLD or before - 2 in place.says
    return is_compared or (one == "there" and is_told)


def _has_before(place: Place, words: frozenset[str], end: int) -> bool:
    """Whether one of the words stands before `end` in the same clause."""
    for position in range(end - 1, max(-1, end - 1 - SUBJECT_REACH), -1):
        word = place.word(position)
        if word in words:
            return True
        if word in STOPS or word == "," or word in CLAUSE_OPENERS or position in place.says:
            return False
    return False
