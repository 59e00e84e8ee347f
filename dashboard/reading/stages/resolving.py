"""How far the troops of a figure are said to have come, by the verb that governs the figure."""

from __future__ import annotations

from typing import Final, NamedTuple

from dashboard.reading.context import Context
from dashboard.reading.stages.mood import is_progressive, read_governor
from dashboard.reading.stages.no_news import is_no_news
from dashboard.reading.stages.order import (
    find_inverted,
    is_aimed_at,
    is_of_attack_to_come,
    is_of_body_to_come,
    is_share,
    is_strong_aside,
)
from dashboard.reading.stages.place import REACH, Governor, Place, find_entry, is_plural, tell_months, widen
from dashboard.reading.stages.right import find_right, has_own_word, is_direct
from dashboard.reading.stages.search import find_left, is_counted, stands_apart
from dashboard.reading.stages.shared import find_numbers_before, goes_on_having, is_compared, is_listed_alone, is_rising
from dashboard.reading.stages.state import HOLDING, is_foreseen, is_of_mission, is_where, read_presence, read_state
from dashboard.reading.stages.where import names_place
from dashboard.reading.text.wordlist import WordList
from dashboard.records import Stage

AND: Final = frozenset({"and", "but"})
FORMER: Final = (["down", "from"], ["up", "from"])
DEFINITE: Final = frozenset({"the", "its", "their", "those"})
SMALL: Final = 3  # letters of words that headlines may leave small, and words that make no headline


class Reading(NamedTuple):
    """A stage, the word that told it, and whether it is told by a finite verb ("have arrived", not "arriving")."""

    stage: Stage
    verb: int | None
    is_told: bool
    says: frozenset[int]
    is_leaving: bool = False  # told only by their going away: nobody says with it that they are there


def resolve_stage(context: Context, index: int, start: int, end: int) -> Stage:
    """The stage of the figure (or other words) at `start:end`, which lies in sentence number `index`."""
    return read_stage(context, index, start, end).stage


def read_stage(context: Context, index: int, start: int, end: int) -> Reading:
    """The stage of the words at `start:end`, and how it is told."""
    key = ("stage", index, start, end)
    if key not in context.memo:
        context.memo[key] = _read(context, index, start, end)
    reading: Reading = context.memo[key]
    return reading


def find_place(context: Context, index: int, start: int, end: int) -> Place:
    """The words at `start:end` in their sentence, widened to their whole phrase."""
    tokens = tell_months(context.tokens(index))
    first, last = tokens.find(start, end)
    words, is_title = context.words, _is_title(context, index)
    says = _find_says(context, index)
    return widen(Place(tokens, first, first, last, says, words.stages, words.grammar, is_title))


def _read(context: Context, index: int, start: int, end: int) -> Reading:
    place = find_place(context, index, start, end)
    stage, governor = _read_stage(place)
    is_same = is_compared(place) or (governor is not None and goes_on_having(place, governor))
    if governor is None and stage == Stage.UNSPECIFIED and is_listed_alone(place):
        before = find_numbers_before(context, index, place)[-1:]
        stage = _read_stage(find_place(context, *before[0]))[0] if before and before[0][0] == index else stage
    if is_rising(place):
        before = find_numbers_before(context, index, place)[-1:]
        stage = _read_stage(find_place(context, *before[0]))[0] if before else stage
    if stage == Stage.UNSPECIFIED and is_same:
        stage = _read_before(context, index, place)
    is_leaving = governor is not None and governor.word.stage == Stage.UNSPECIFIED and governor.word.form != "aux"
    return Reading(stage, governor.position if governor else None, _is_told(place, governor), place.says, is_leaving)


def _read_before(context: Context, index: int, place: Place) -> Stage:
    """There where the sentence before tells it of its troops: "Italy has 900 men in the north. | Spain has 700"."""
    before = (find_place(context, *number) for number in find_numbers_before(context, index, place))
    is_there = any(_read_stage(number)[0] == Stage.ARRIVED for number in before)
    return Stage.ARRIVED if is_there else Stage.UNSPECIFIED


def _is_told(place: Place, governor: Governor | None) -> bool:
    """Whether a finite verb tells it: with an auxiliary, in the present, or in the past with its troops behind it."""
    if governor is None:
        return False
    form = governor.word.form
    if form in ("aux", "s", "phrase"):
        return True
    if place.word(governor.position) in place.words.intransitive:
        return True
    if form == "past" and (governor.is_left or place.word(governor.position - 1) == ","):
        return True
    near = max(0, governor.position - 6)
    own = place.tokens.lower[near if governor.is_left else max(near, place.end) : governor.position]
    auxiliary = any(word in place.grammar.auxiliaries and word not in ("being", "be") for word in own)
    if place.word(governor.position - 1) == "to" and not auxiliary:
        end = governor.position
        return place.has(place.words.plan, near, end) or place.has(place.words.believed, near, end)
    return auxiliary


def _is_title(context: Context, index: int) -> bool:
    """Whether the line is set in capitals, as headlines are: "Malian Army Says 2,400 Soldiers Crossed River"."""
    key = ("title", index)
    if key not in context.memo:
        letters = [word[0] for word in context.tokens(index).words if word[0].isalpha() and len(word) > SMALL]
        context.memo[key] = len(letters) >= SMALL and sum(map(str.isupper, letters)) * 4 > len(letters) * 3
    is_title: bool = context.memo[key]
    return is_title


def _find_says(context: Context, index: int) -> frozenset[int]:
    """The verbs of saying of a sentence, without those that are planning too ("pledged 400 soldiers")."""
    key = ("says", index)
    if key not in context.memo:
        tokens = context.tokens(index)
        verbs = (cue.verb for cue in context.cues(index) if cue.saying)
        context.memo[key] = frozenset(verb for verb in verbs if not _is_own_stage(tokens, verb, context))
    says: frozenset[int] = context.memo[key]
    return says


def _is_own_stage(tokens: WordList, verb: int, context: Context) -> bool:
    """ "Pledged 400 soldiers": saying it is planning it, and the figure hangs on that very verb."""
    word = tokens.lower[verb]
    is_naming = f"{word} for" in context.words.grammar.not_said  # "called the reports of 400 men there false"
    return word in context.words.stages.plan and not is_naming


def _read_stage(place: Place) -> tuple[Stage, Governor | None]:
    """The stage, and the word that governs the figure where there is one."""
    beside = _read_beside(place)
    if beside is not None:
        return beside, None
    part_of = _find_whole(place)
    left = find_left(place)
    is_open = left is None or left.word.form == "aux" or stands_apart(place, left) or has_own_word(place, left)
    is_open = is_open and not ((left and is_share(place)) or _is_strength(place))
    right = find_right(place) if is_open else None
    is_of_others = right is not None and "and" in place.tokens.lower[place.end : right.position] and is_counted(place)
    is_of_others = is_of_others or (part_of is not None and right is not None and _tells_origin(place, right))
    if is_of_others or (left and right and _is_owned(place, left, right)):
        right = None
    chosen = right or (left if not _has_own_clause(place, left) else None)
    if chosen is None or (chosen.word.form == "aux" and part_of is not None):
        if part_of is not None:
            return _read_whole(place, part_of), None
        return Stage.ARRIVED if is_where(place) else read_presence(place), None
    chosen = find_inverted(place, chosen) or chosen
    stage = read_state(place, chosen) if chosen.word.form == "aux" else read_governor(place, chosen)
    is_told = stage in (Stage.SENT, Stage.ARRIVED) or chosen.word.form == "aux"
    is_ahead = is_told and is_foreseen(place, left)
    if stage == Stage.PLANNED and place.tokens.lower[max(0, place.start - 2) : place.start] in FORMER:
        stage = Stage.UNSPECIFIED  # "is to have 400 men there, | down from 900"
    if stage == Stage.PLANNED and (
        is_of_mission(place) or _is_joined(place, chosen) or _are_those_there(place, chosen)
    ):
        return Stage.ARRIVED, chosen
    return Stage.PLANNED if is_ahead else stage, chosen


def _tells_origin(place: Place, right: Governor) -> bool:
    """ "There are 900 of them, including | 400 convicts | hired in prisons": who they are, and no word of the whole."""
    between = place.tokens.lower[place.end : right.position]
    is_next = "and" in between and any(word[0].isdigit() for word in between)  # "including | 400 men and 90 convicts"
    is_participle = right.word.form in ("past", "participle") and (right.position == place.end or is_next)
    return is_participle and right.word.stage == Stage.PREPARING


def _are_those_there(place: Place, chosen: Governor) -> bool:
    """ "Will visit | the 400 men in the valley", "the 400 men in the valley will be fed": there, whatever will be."""
    if not place.has(DEFINITE, place.start - 1, place.number):
        return False
    if place.word(place.end) in ("already", "now", "currently", "still") and chosen.is_left:
        return not is_direct(place, chosen) and names_place(
            place, place.end + 1, 1
        )  # "to add men to the 400 now there"
    if chosen.word.form not in ("aux", "due"):
        return False
    return place.word(chosen.position) in place.grammar.future and names_place(place, place.end, 1)


def _is_joined(place: Place, chosen: Governor) -> bool:
    """ "Will work alongside the | 400 men", "will come on top of the 400": others come to those who are there."""
    if not chosen.is_left or not place.has(DEFINITE, place.start - 1, place.number):
        return False
    before = place.tokens.lower[max(0, place.start - 3) : place.start]
    return before[-1:] in (["alongside"], ["beside"]) or before[-2:] in (["on", "top"], ["addition", "to"])


def _has_own_clause(place: Place, left: Governor | None) -> bool:
    """ "To train recruits, of whom | 400 | have left school": told of nothing that stands before it."""
    is_whom = left is not None and place.word(place.start - 1) == "whom"
    return is_whom and place.word(place.end) in place.grammar.auxiliaries


def _read_beside(place: Place) -> Stage | None:
    """What words beside the number tell, whatever the verb: "a planned 1,000 officers", "900 men under arms"."""
    before = max(0, place.start - (3 if place.word(place.start) == "of" else 1))
    phrase = place.tokens.lower[place.number : place.end]
    own = place.number + phrase.index("of") if "of" in phrase else place.end
    if place.has(place.words.projected, before, own) or is_aimed_at(place) or is_of_body_to_come(place):
        return Stage.PLANNED  # "a planned 1,000 officers", "1,000 promised officers"
    if is_of_attack_to_come(place):
        return Stage.PLANNED
    if is_no_news(place):
        return Stage.UNSPECIFIED
    return Stage.ARRIVED if is_strong_aside(place) else None


def _is_strength(place: Place) -> bool:
    """ "The army, with | 100,000 men, will have to fight alone": how many an army has, and no news of them."""
    is_beside = place.word(place.start - 1) == "with" and place.word(place.start - 2) == "," == place.word(place.end)
    return is_beside and place.has(place.words.strength, place.start - 5, place.start - 2)


def _is_owned(place: Place, left: Governor, right: Governor) -> bool:
    """Whether the figure is the object of "has" in a clause of its own: "Fiji, which has 400 men there, | sent 50"."""
    is_object = place.word(left.position) in HOLDING and is_direct(place, left)
    between = place.tokens.lower[place.end : right.position]
    is_later = place.has(place.grammar.auxiliaries, place.end, right.position + 1)
    is_wish = place.has(place.words.plan, place.end, right.position) and names_place(place, place.end, 1)
    if is_object and place.word(place.end) == "to" and place.word(place.end + 1) != "be":
        return True  # "has 400 men | to defend the border"
    is_past = (
        between[-1:] != [] and between[-1] in AND and right.word.form == "past"
    )  # "has 400 men there | and lost three"
    is_own = is_past or (
        not AND.isdisjoint(between) and (is_later or is_wish)
    )  # "has 400 men there | and wants to add 30"
    return is_object and ("," in between or is_own)  # "had 400 men | and would be in the capital soon"


def _find_whole(place: Place) -> int | None:
    """Where "including" stands before the figure: the whole is what is named before it."""
    before = place.tokens.lower[max(0, place.start - 5) : place.start]
    if "including" not in before and "among" not in before:
        return None
    for position in range(place.start - 1, max(-1, place.start - 6), -1):
        if place.word(position) == "including" or (
            place.word(position) == "among" and place.word(position + 1) == "them"
        ):
            return position
        if place.word(position) in (",", ".", ";") or position in place.says:
            return None
    return None


def _read_whole(place: Place, including: int) -> Stage:
    """The stage of the whole; its first batch has gone when the whole "is being sent"."""
    end = including
    while end > 0 and place.word(end - 1) in (",", "("):
        end -= 1
    comma = next((i for i in range(end - 1, max(0, end - REACH), -1) if place.word(i) == ","), end)
    is_counting = any(word[0].isdigit() for word in place.tokens.lower[comma:end])
    if not is_counting and any(i in place.says for i in range(comma, end)):
        end = comma  # "has 900 men in Togo|, a spokesman told reporters, including 400 marines"
    for position in range(end - 1, max(-1, end - REACH), -1):
        entry = find_entry(place, position)
        if position in place.says:
            break
        if entry and entry.form != "noun":
            noun = place.word(position - 1)
            # "has 900 men | deployed in Togo, including 400 marines"
            is_object = not (noun in place.words.bodies or is_plural(noun))
            governor = Governor(position, entry, is_left=is_object)
            own = Place(
                place.tokens, end, min(position + 1, end), end, place.says, place.words, place.grammar, place.is_title
            )
            is_first = any(word in place.words.first for word in place.tokens.lower[including : place.end])
            if is_first and is_progressive(place, position):
                return entry.stage
            return read_governor(own, governor)
    stage = read_presence(place)
    if stage != Stage.UNSPECIFIED:
        return stage
    number = next((i for i in range(end - 1, max(-1, end - 6), -1) if place.word(i)[:1].isdigit()), end)
    whole = Place(
        place.tokens, number, number, min(number + 1, end), place.says, place.words, place.grammar, place.is_title
    )
    return _read_stage(widen(whole))[0] if number < end else read_presence(whole)
