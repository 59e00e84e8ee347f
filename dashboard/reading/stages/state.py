"""What is told where no verb of moving tells it: "there are 400 men in the hills", "400 men at the front"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.place import REACH, Governor, Place, widen
from dashboard.reading.stages.where import (
    FRONT_REACH,
    enters_battle,
    is_place,
    is_placed_before,
    is_serving,
    is_span,
    is_where_named,
    names_front,
    names_place,
)
from dashboard.records import Stage

DOUBT: Final = frozenset({"could", "may", "might", "can"})  # "there could be 400 in the hills" is no plan
SITE_REACH: Final = 18  # words between "base" and ", with 400 men"
OPENING: Final = frozenset({"in", "across", "throughout"})
OPENING_REACH: Final = 8  # words of the place that opens a sentence
LIST_REACH: Final = 5  # words from a comma to the next number of a list
CLAIM_REACH: Final = 4  # words from "claimed" to "to have", with the day between
SHARED: Final = frozenset({"all", "of", "them", "whom", "entirely"})
JOINING: Final = ("and", "or", "/")
BODY_REACH: Final = 5  # words from "400-strong" to "mission"
SHARE_OF: Final = frozenset({"contingent", "contingents", "presence", "deployment", "share"})
INVOLVING: Final = frozenset({"involve", "require", "entail"})
HOLDING: Final = frozenset({"has", "have", "had"})


def read_state(place: Place, governor: Governor) -> Stage:
    """ "There are 400 in the capital", "400 were at the front", "has 400 men in the hills"."""
    at = governor.position + 1 if not governor.is_left else _skip_share(place, _find_list_end(place))
    near = [place.word(i) for i in range(max(0, governor.position - 3), governor.position + 2)]
    is_doubt = not _names_days(place, at)
    is_future = "have" not in near and any(
        word in place.grammar.future and not (is_doubt and word in DOUBT) for word in near
    )
    is_near = place.start - governor.position <= 3 or place.word(governor.position + 1) in place.words.becoming
    is_involved = (
        place.word(governor.position + 1) in INVOLVING and place.word(governor.position) in place.grammar.future
    )
    if is_involved and governor.is_left:
        return Stage.PLANNED  # "an offensive that could involve 400 men"
    if is_future and governor.is_left and is_near:
        return Stage.PLANNED  # "the brigade will number 4,800 soldiers", "will become a force of 900"
    if _is_in_training(place, at):
        return Stage.PREPARING
    if names_front(place, at, at + FRONT_REACH):
        stage = Stage.AT_FRONT
    elif names_place(place, at, 6) or (governor.is_left and _is_placed_left(place, governor.position)):
        stage = Stage.ARRIVED
    else:
        return Stage.UNSPECIFIED
    return Stage.PLANNED if is_future else stage


def _is_in_training(place: Place, at: int) -> bool:
    """ "Another 400 are | in training camps", "are in training"."""
    while place.word(at) in place.grammar.adverbs:
        at += 1
    return place.word(at) in ("in", "at") and place.word(at + 1) == "training"


def _find_list_end(place: Place) -> int:
    """Behind the numbers that go on with the figure: "have | 1,100, 900 advisers and some 700 soldiers | there"."""
    end = place.end
    beside = next((i for i in range(end, end + 4) if place.word(i) not in JOINING), end)
    if beside > end and place.word(beside) in place.words.bodies:
        end = beside + 1  # "400 foreign forces and | mercenaries | in the south"
    while place.word(end) in (",", "and"):
        number = end + 1
        while place.word(number) in place.words.quantifiers and number < end + LIST_REACH:
            number += 1
        if not place.word(number)[:1].isdigit():
            break
        other = Place(place.tokens, number, number, number + 1, place.says, place.words, place.grammar, place.is_title)
        if place.word(number + 1) in place.words.at:
            break  # "900 soldiers and | 700 in the north"
        end = widen(other).end
    return end


def _skip_share(place: Place, end: int) -> int:
    """Behind words that only tell of most of them: "there are 400|, mostly | in the hills", "400|, all | in Gao"."""
    if place.word(end) != "," or place.word(end + 1) not in place.words.mostly:
        return end
    start = end + 2
    while place.word(start) in SHARED:
        start += 1
    return start if place.word(start) in place.words.at else end


def is_where(place: Place) -> bool:
    """ "In the valley, where | 400 men hold exercises": there, whatever they do."""
    behind = (place.words.verbs.get(word) for word in place.tokens.lower[place.end : place.end + REACH])
    is_lost = any(verb is not None and verb.stage == Stage.UNSPECIFIED for verb in behind)  # "where 400 were killed"
    return place.word(place.start - 1) == "where" and not is_lost


def _names_days(place: Place, start: int) -> bool:
    """Whether days to come follow: "could be in the capital | within a week", "might be there | by Friday"."""
    for position in range(start, min(len(place.tokens.words), start + 8)):
        word = place.word(position)
        if word in (",", ";", ".") or position in place.says:
            return False
        if word in place.words.coming or (
            word in ("within", "by", "until", "till", "through") and is_span(place, position + 1)
        ):
            return True
    return False


def _is_placed_left(place: Place, verb: int) -> bool:
    """Whether the words to the left of the figure tell where it is: the subject, or the list it goes on with."""
    if place.word(place.start - 1) == "for":
        return False  # "has room | for 400 men"
    if is_placed_before(place, verb) or _opens_with_place(place, verb) or is_where_named(place, verb):
        return True
    if place.word(place.number) in place.words.bodies:
        return False  # "the mission has | the forces it needs"
    is_held = place.word(verb) in HOLDING
    is_counted = is_held or _is_strong(place) or place.word(verb + 1) in ("down", "up", "now")
    if is_serving(place, verb) and is_counted:
        return True
    is_listed = is_held and not place.word(verb + 1).endswith("ed")
    return is_listed and names_place(place, verb + 1, place.start - verb - 1)  # "has 400 men in the hills, Chad | 300"


def _opens_with_place(place: Place, verb: int) -> bool:
    """ "In Mali, the group | has 400 men": a sentence that begins with where it is set."""
    first = next((i for i, word in enumerate(place.tokens.lower[:2]) if word[0].isalpha()), 0)
    if place.word(first) not in OPENING or not is_place(place, first + 1) or place.word(verb) not in HOLDING:
        return False
    comma = next((i for i in range(first + 2, min(first + OPENING_REACH, verb)) if place.word(i) == ","), None)
    return comma is not None and not any(position in place.says for position in range(first, verb))


def _is_strong(place: Place) -> bool:
    """Whether the figure tells the size of a body: "is 400 strong", "a 400-strong"."""
    return place.word(place.end - 1).endswith("-strong") or place.word(place.end) == "strong"


def read_presence(place: Place) -> Stage:
    """No verb at all: "400 troops in the capital", "the presence of troops on the border"."""
    start = _skip_share(place, _find_list_end(place))
    if place.word(start) in place.grammar.pronouns and place.word(start + 1) in place.words.keeping:
        start += 2  # "of the 400 men | we had in the valley"
    while place.word(start) in place.grammar.adverbs or place.word(start) == "then":
        start += 1
    if enters_battle(place) or (names_front(place, start, start + 6) and place.word(start) in place.words.at):
        return Stage.AT_FRONT
    is_there = names_place(place, start, 1) or _is_of_base(place) or _is_of_contingent(place) or is_of_mission(place)
    return Stage.ARRIVED if is_there else Stage.UNSPECIFIED


def _is_of_base(place: Place) -> bool:
    """ "Has its largest base in the gulf, with | 400 men": those of the base that the clause before names."""
    if place.tokens.lower[max(0, place.start - 2) : place.start] != [",", "with"]:
        return False
    low = place.start - 3
    while low > max(0, place.start - SITE_REACH) and place.word(low) not in (",", ";", "that"):
        low -= 1
    return place.has(place.words.sites, low, place.start) and place.has(place.words.at, low, place.start)


def _is_of_contingent(place: Place) -> bool:
    """ "Fiji has the largest contingent in the mission after Peru, with | 400 men": those it has there."""
    if place.tokens.lower[max(0, place.start - 2) : place.start] != [",", "with"]:
        return False
    low = max(0, place.start - SITE_REACH)
    held = next((i for i in range(place.start - 3, low - 1, -1) if place.word(i) in HOLDING), None)
    if held is None or place.has(frozenset({";", "that", "but"}), held, place.start):
        return False
    body = next((i for i in range(held, place.start) if place.word(i) in SHARE_OF), None)
    return body is not None and place.word(body + 1) in place.words.at


def is_of_mission(place: Place) -> bool:
    """ "Whose | 400-strong training mission in Togo": how many a mission abroad has, as its name goes on to tell."""
    if not place.word(place.number).endswith("-strong") and place.word(place.number + 1) not in ("-strong", "strong"):
        return False
    before = place.word(place.number - 1)
    if before.removesuffix("'s") in place.words.serving:
        return True  # "UNIFIL's 400-strong force"
    is_owned = before in ("whose", "the", "its", "their") or before.endswith("'s")
    return is_owned and place.has(place.words.serving, place.number, place.number + BODY_REACH)


def is_foreseen(place: Place, left: Governor | None) -> bool:
    """ "Will see 400 men deployed", "is to be 400 strong": the figure is the object of what is to come."""
    position = left.position if left and left.word.form == "aux" else place.start - 1
    if place.word(position) == "be" and place.word(position - 1) == "to" and position == place.start - 1:
        return place.word(position - 2) in place.grammar.be
    if place.word(position) not in ("see", "have"):
        return False
    position -= 1
    while place.word(position) in place.grammar.adverbs:
        position -= 1
    before = place.word(position)
    is_due = place.word(position - 1) in place.words.due and place.word(position - 1) not in place.words.believed
    is_claimed = place.has(place.words.believed, position - CLAIM_REACH, position)
    is_wanted = before == "to" and (is_due or not is_claimed)  # "he said it was expected to have 400 in place"
    is_doubt = before in DOUBT and not _names_days(place, place.end)
    return is_wanted or (before in place.grammar.future and not is_doubt)
