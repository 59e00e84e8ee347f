"""What the governing word tells with the words about it: done or planned, on the way, there, or at the front."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.count import CLAUSE_OPENERS
from dashboard.reading.stages.leaving import (
    PLACE_REACH,
    is_aboard,
    is_about_those_there,
    is_bound,
    is_placed,
    is_ready_to_leave,
)
from dashboard.reading.stages.place import Governor, Place
from dashboard.reading.stages.ready import is_ability, is_there_now, read_training, read_waiting
from dashboard.reading.stages.right import is_direct
from dashboard.reading.stages.state import DOUBT
from dashboard.reading.stages.verb_groups import GROUP_REACH, VerbGroup, read_verb_group
from dashboard.reading.stages.where import (
    is_at_front,
    is_time,
    is_where_named,
)
from dashboard.reading.tables.stages import StageWord
from dashboard.reading.text.phrases import QUOTES
from dashboard.records import Stage

UNREAL: Final = frozenset({"would", "wouldn't", "should"})
PRESENT: Final = frozenset({"is", "are", "has", "have"})
FIRST_REACH: Final = 25  # words in which the first of them are told of
HAVING: Final = frozenset({"had", "has", "have", "that"})
STAYING: Final = frozenset({"leave", "leaves", "left", "leaving"})  # with those who stay behind as object


def read_governor(place: Place, governor: Governor) -> Stage:
    word = governor.word
    waiting = read_waiting(place, governor)
    if waiting is not None:
        return waiting
    if word.stage == Stage.UNSPECIFIED:
        return _read_leaving(place, governor)
    if word.whole is not None and _is_whole(place, governor):
        return word.whole
    if word.form == "due":
        return word.stage
    if word.stage == Stage.ARRIVED and is_about_those_there(place, governor) and is_placed(place):
        return Stage.ARRIVED  # "the 400 men in the north will stay"
    return _read_mood(place, governor) or governor.settled or _read_done(place, governor)


def _read_done(place: Place, governor: Governor) -> Stage:
    """What a verb or noun tells of what has happened: at the front, in a place, or only what it means by itself."""
    position, word = governor.position, governor.word
    if word.stage == Stage.PREPARING and word.placed is None:
        return Stage.PREPARING
    if word.stage == Stage.AT_FRONT and not word.needs and _is_suffered(place, governor):
        return Stage.UNSPECIFIED  # "the 400 were attacked"
    if (word.form != "noun" or word.stage == Stage.ARRIVED) and is_at_front(place, position):
        return Stage.AT_FRONT
    if word.placed is not None:
        is_there = governor.is_left and place.word(place.end) not in place.words.to and is_where_named(place, position)
        is_there = is_there or is_there_now(place, governor)
        return word.placed if is_there else _read_placed(place, governor)  # "Gao, where Chad has deployed 400 men"
    return word.stage


def _is_whole(place: Place, governor: Governor) -> bool:
    """Whether others come to them: "to join | 400 men", "the 400 | will be reinforced"; not "joined by | 400 men"."""
    if governor.is_left:
        return not place.has(frozenset({"by", "with"}), governor.position, place.start)
    return _is_suffered(place, governor)


def _read_leaving(place: Place, governor: Governor) -> Stage:
    """Where they are bound for, else where they were: "left Nairobi for Haiti", "the 400 men in Gao will leave"."""
    word = governor.word
    is_left_there = is_placed(place) or "behind" in place.tokens.lower[place.end - 1 : place.end + 1]
    if word.placed and governor.is_left and place.word(governor.position) in STAYING and is_left_there:
        stays = Governor(governor.position, StageWord(word.placed, word.form), is_left=True)
        return _read_mood(place, stays) or word.placed  # "will leave 400 men in the valley"
    if governor.is_left and place.word(governor.position) == "leave" and is_direct(place, governor):
        stays = Governor(governor.position, StageWord(Stage.ARRIVED, word.form), is_left=True)
        return Stage.PLANNED if _read_mood(place, stays) == Stage.PLANNED else word.stage  # "plans to leave 400 men"
    is_subject = (
        not governor.is_left or word.form == "noun"
    )  # "400 men left for the islands", "the departure of 400 men"
    if word.bound is not None and is_subject and is_bound(place, max(governor.position, place.end - 1)):
        return read_governor(place, Governor(governor.position, StageWord(word.bound, word.form), governor.is_left))
    if word.placed and is_placed(place):
        return word.placed
    if not governor.is_left and is_aboard(place):
        return Stage.SENT  # "a ship with 400 men on board left the port"
    return Stage.PREPARING if is_ready_to_leave(place, governor) else word.stage


def _is_suffered(place: Place, governor: Governor) -> bool:
    position = governor.position - 1
    while place.word(position) in place.grammar.adverbs:
        position -= 1
    is_passive = governor.word.form in ("past", "participle") and place.word(position) in place.grammar.be
    return is_passive and not governor.is_left


def _read_placed(place: Place, governor: Governor) -> Stage:
    """ "Deployed in" is there, "deployed to" on the way; "training in" abroad there, at home a preparation."""
    if governor.word.form == "ing" and governor.word.stage == Stage.SENT and is_progressive(place, governor.position):
        return Stage.SENT  # "is deploying 400 men in the north": they are not there yet
    start = place.end if governor.is_left and governor.position < place.start else governor.position + 1
    later = place.tokens.lower[start : start + PLACE_REACH]
    if governor.word.stage == Stage.PREPARING and not place.words.prior.isdisjoint(later):
        return Stage.PREPARING  # "training in the hills ahead of the mission"
    if governor.word.stage == Stage.PREPARING and (trained := read_training(place, governor, start)):
        return trained
    no_place = {"by", "inside"} if governor.word.stage == Stage.PREPARING else {"by"}
    for position in range(start, min(len(place.tokens.words), start + PLACE_REACH)):
        word, after = place.word(position), place.word(position + 1)
        if word in place.words.to or word in (",", ";", ".") or word in place.words.verbs:
            break
        if word in place.words.being:
            return governor.word.placed or governor.word.stage
        if word in place.words.at and word not in no_place and after and not after[0].isdigit():
            if after == "home" or (word == "in" and after in place.words.no_place):
                break
            if not (word == "on" and after in place.words.no_place) and not is_time(place, position + 1):
                return governor.word.placed or governor.word.stage
    return governor.word.stage


def _read_mood(place: Place, governor: Governor) -> Stage | None:
    """Planned or preparing when the words before the verb say so; `None` for what is told as done."""
    if governor.word.form == "noun":
        return Stage.PREPARING if governor.word.stage == Stage.PREPARING else _read_noun_mood(place, governor.position)
    if governor.word.is_either_side and _is_intention(place, governor.position):
        return Stage.PLANNED
    to = governor.position - 1
    if is_ability(place, governor, to):
        return Stage.UNSPECIFIED
    group = read_verb_group(place, governor)
    is_of_first = is_progressive(place, governor.position) and _names_first(place)
    if is_of_first or _is_appointed(place, governor) or _is_means(place, governor):
        return Stage.PLANNED
    if group.lead is not None:
        return _read_lead(place, governor, group)
    is_wished = place.word(governor.position - 1) == "be"  # "asked that 400 be sent"
    is_intended = group.has_to and not group.has_have and _is_intended(place, governor, group)
    return Stage.PLANNED if is_wished or is_intended or _is_awaited(place, governor) else None


def _is_intention(place: Place, position: int) -> bool:
    """ "Plans an assault | involving 400 men": what they are to take part in is still to come."""
    for back in range(position - 1, max(-1, position - GROUP_REACH), -1):
        word = place.word(back)
        if back in place.says or word in (",", ";") or word in CLAUSE_OPENERS:
            return False
        if word in place.grammar.future or (word in place.words.plan and word not in place.words.only_verbs):
            return True
    return False


def _is_means(place: Place, governor: Governor) -> bool:
    """ "Would double its force | by sending 400 men": the means of what is still to come."""
    by = governor.position - 1
    is_by = governor.is_left and governor.word.form == "ing" and place.word(by) == "by"
    return is_by and _is_intention(place, by)


def _is_appointed(place: Place, governor: Governor) -> bool:
    """ "Is sending 400 men next month": the present with a day to come is a plan."""
    if governor.word.form != "ing" or place.word(governor.position - 1) not in ("is", "are", "'re", "'s", "am"):
        return False
    for position in range(max(governor.position, place.end), min(len(place.tokens.words), place.end + 14)):
        word = place.word(position)
        if word in (",", ";", ".") or word in CLAUSE_OPENERS:
            return False
        if word in place.words.coming and place.word(position + 1) != "to":
            return True  # not "is operating | next | to them"
    return False


def _is_intended(place: Place, governor: Governor, group: VerbGroup) -> bool:
    """Whether a verb behind a bare "to" is still to come: "400 men to be sent", "the will to send", "Chad to send"."""
    if governor.is_left:
        is_ours = governor.word.form == "base" and governor.word.stage != Stage.AT_FRONT
        to = governor.position - (2 if place.word(governor.position - 1).endswith("ly") else 1)
        return is_ours and place.word(to) == "to" and not _is_done(place, to - 1)
    if place.has(place.words.done, place.end, governor.position):
        return False  # "400 men took an hour to land"
    return place.word(governor.position - 1) in ("be", "to") or group.follows_figure


def _is_done(place: Place, position: int) -> bool:
    """Whether the word before "to" tells of what was done ("was able to"), or is still undone ("has yet to")."""
    word = place.word(position)
    return word == "yet" or (word in place.words.done and place.word(position - 1) not in ("is", "are", "be"))


def _is_awaited(place: Place, governor: Governor) -> bool:
    """ "Until 400 men are in the capital", "before the 400 have crossed": the present of what is not yet."""
    is_present = governor.word.form in ("s", "base") or place.has(PRESENT, place.end, governor.position)
    if governor.is_left or not is_present:
        return False
    before = reversed(place.tokens.lower[max(0, place.start - 7) : place.start])
    opener = next((word for word in before if word in CLAUSE_OPENERS or word in place.words.until), "")
    return opener in place.words.until


def _read_lead(place: Place, governor: Governor, group: VerbGroup) -> Stage | None:
    """What the word that leads a verb group makes of it."""
    lead = group.lead or 0
    word = place.word(lead)
    if word in place.words.refusing and not governor.is_left:
        return Stage.UNSPECIFIED  # "400 men refused to fight"
    if word in place.words.believed and (group.has_to or word == "likely"):
        return _read_believed(place, lead, group.has_have, governor.word)
    if word in place.words.prepare and (group.has_to or governor.word.form == "ing"):
        return Stage.PREPARING
    if group.has_have and word in place.grammar.future:
        return Stage.PLANNED if word in UNREAL else None  # "would have sent", "may have sent"
    return _weigh_plan(place, lead, group.has_to, governor.word)


def _read_believed(place: Place, position: int, saw_have: bool, word: StageWord) -> Stage | None:
    """ "Likely to send" is a plan, "likely to have sent" and "believed to be fighting" are not."""
    if place.word(position) == "likely" and not saw_have and word.form == "base":
        return Stage.PLANNED
    return None


def _weigh_plan(place: Place, plan: int, saw_to: bool, word: StageWord) -> Stage | None:
    """Whether a word of planning governs the verb: "will send", "plans to send", "considering sending"."""
    before = place.word(plan)
    if before in DOUBT and word.form == "ing":
        return None  # "may be fighting"
    if before in place.grammar.future or before == "'ll":
        return Stage.PLANNED
    if before == "prepared" and saw_to:
        return Stage.PLANNED
    if saw_to or word.form in ("ing", "base"):
        return Stage.PLANNED
    if word.form in ("past", "participle") and before in ("about", "ready", "likely"):
        return None
    return None


def _read_noun_mood(place: Place, position: int) -> Stage | None:
    """A deployment is a plan when it is a possible one, is approved or will be; an arrival when it is expected."""
    for back in range(position - 1, max(-1, position - 7), -1):
        before = place.word(back)
        if before in (",", ";", "that") or (before in QUOTES and back < position - 1) or _leads_to_saying(place, back):
            break
        if before in place.words.prepare:
            return Stage.PREPARING
        if before in place.words.plan and before not in place.words.only_verbs:
            return Stage.PLANNED
        if back in place.says:
            break
    return Stage.PLANNED if _is_expected(place) else None


def _leads_to_saying(place: Place, position: int) -> bool:
    """ "Refused | to confirm the presence of": no plan."""
    return place.word(position + 1) == "to" and place.word(position + 2) in place.grammar.saying


def _is_expected(place: Place) -> bool:
    """ "The deployment of 400 men | will begin", "is planned"."""
    for position, word in enumerate(place.tokens.lower[place.end : place.end + 12], place.end):
        if word in place.grammar.auxiliaries and place.has(place.words.agreed_on, position + 1, position + 3):
            return True  # "the deployment of 400 men | was approved"
        if word in (",", ";", ".", "had", "has", "was", "were", "began", "have"):
            return False
        if word in ("will", "would", "could", "may", "might", "planned", "expected", "scheduled", "due"):
            return True
    return False


def is_progressive(place: Place, position: int) -> bool:
    return place.word(position - 1) == "being" or (
        place.word(position - 1) in ("are", "is", "were", "was") and place.word(position).endswith("ing")
    )


def _names_first(place: Place) -> bool:
    """Whether the sentence says that only the first of them have come."""
    for position in range(place.end, min(len(place.tokens.words), place.end + FIRST_REACH)):
        word = place.word(position)
        if (
            word in (";", ".")
            or word in CLAUSE_OPENERS
            or (word == "and" and place.has(HAVING, position, position + 5))
        ):
            return False  # "were advancing, and others | had already fled"
        if word in place.words.first:
            return True
    return False
