"""The word to the left that governs a figure: the verb or noun it is the object of."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.count import CLAUSE_OPENERS, STOPS, counts, find_change, find_counted
from dashboard.reading.stages.place import REACH, Governor, Place, find_entry, find_phrase, is_outward
from dashboard.reading.stages.where import is_span, names_place
from dashboard.reading.tables.stages import StageWord
from dashboard.reading.text.phrases import DASHES, QUOTES
from dashboard.reading.text.wordlist import is_name
from dashboard.records import Stage

OPENING: Final = frozenset(
    {"by", "when", "after", "before", "if", "while", "once", "until", "although", "because", "as"}
)
ASIDE_REACH: Final = 12  # words of "who will evacuate the wounded"
JOINED: Final = frozenset({"with", "including", "and", "or", "among"})
AGREED_REACH: Final = 3  # words between "agreed" and "on", with the month between
OWNER_REACH: Final = 5  # words between "replaces" and "whose"
PASSAGE_REACH: Final = 5  # words between "on" and "plane"
AUTHORED: Final = frozenset({"drawn", "written", "seen", "led", "met", "made", "given"})
AGAIN: Final = (["into"], ["across"], ["onto"], ["inside"])


def find_left(place: Place) -> Governor | None:
    """The verb or noun that the figure is the object of."""
    change = None if _is_put_beside(place) else find_change(place)
    if change or _is_put_beside(place) or _is_whole_of_owner(place):
        return change
    for position in range(place.start - 1, max(-1, place.start - 1 - REACH), -1):
        if _ends_search(place, position) and not _counts_them(place, position):
            return None
        if _is_loaded(place, position) or _is_put(place, position):
            stage = Stage.SENT if _is_loaded(place, position) else Stage.ARRIVED
            return Governor(position, StageWord(stage, "past"), is_left=True)
        if place.tokens.lower[position] in place.words.counting and counts(place, position):
            return find_counted(place, position)
        governor = _govern_left(place, position)
        if governor:
            return governor
    return None


def _is_put_beside(place: Place) -> bool:
    """ "Are there to fight the rebels|, far more than the | 400 it had spoken of": nothing before governs it."""
    own = place.tokens.lower[place.start : place.number]
    first = place.start - 1
    while place.word(first) in ("far", "well", "much", "many"):
        first -= 1
    return own[-2:] == ["than", "the"] and place.word(first) == ","


def is_counted(place: Place) -> bool:
    """Whether a verb tells how many others are: "their number | peaked at | 900 and had fallen by May"."""
    for position in range(place.start - 1, max(-1, place.start - 1 - REACH), -1):
        if _ends_search(place, position):
            return False
        if place.word(position) in place.words.counting and counts(place, position):
            return True
    return False


def _is_whole_of_owner(place: Place) -> bool:
    """ "Will supply 2,000 of its | 5,000 men": the verb is told of the share, not of all that an army has."""
    own = place.tokens.lower[place.start : place.number]
    is_owned = any(word in ("its", "their", "his") for word in own) or place.word(place.start - 1).endswith("'s")
    before = place.tokens.lower[max(0, place.start - 4) : place.start]
    is_owned = is_owned and "of" in (*before, *own)
    return is_owned and place.word(place.number)[:1].isdigit() and any(word[0].isdigit() for word in before)


def _ends_search(place: Place, position: int) -> bool:
    """Whether no word left of this one governs the figure: another clause, or what is seen or said, begins here."""
    word = place.word(position)
    if word == "," and place.word(position + 1) == "or" and position + 2 == place.start:
        return False  # "sent two brigades, | or about 400 men"
    if word == "," and place.word(position + 1) == "and" and position + 2 == place.start:
        return not _has_no_verb(place)
    is_opening = word == "," and _closes_opening(place, position)
    if is_opening or (word == "," and position + 2 <= place.start):
        return is_opening or place.word(position + 1) in JOINED
    if word == "than" and place.word(position - 1) in place.words.comparing:
        return False  # "the number of men in the north was higher | than 400"
    is_other = word in place.grammar.plain_verbs and place.word(position - 1) == "and"
    if is_other and not find_entry(place, position):
        return True  # "asked for 900 men | and got | 600"
    is_opener = word in STOPS or word in CLAUSE_OPENERS or word in DASHES or _is_whose(place, position)
    is_opener = is_opener or _is_of_others(place, position)
    return is_opener or position in place.says or word in place.words.seeing


def _is_whose(place: Place, position: int) -> bool:
    """ "Hired a firm, | whose | 400 men are based in Gao"; not "replaces the force, whose 400 men"."""
    before = (find_entry(place, i) for i in range(position - OWNER_REACH, position))
    return place.word(position) == "whose" and not any(entry and entry.whole for entry in before)


def _is_of_others(place: Place, position: int) -> bool:
    """Where words begin that no verb further left governs: "would discuss | what it meant for its 400 men"."""
    if place.word(position) == "what":
        return place.word(position + 1) in place.grammar.determiners
    return place.word(position) == "by" and position + 1 == place.start and is_authored(place, position)


def is_authored(place: Place, by: int) -> bool:
    """ "The plan, drawn up | by | five officers": what they did, and no word on how far they have come."""
    verb = by - (2 if place.word(by - 1) in ("up", "out") else 1)
    word = place.word(verb)
    if word in AUTHORED:
        return True
    known = place.words.plan | place.words.asking | place.words.counting | place.words.changing
    return word.endswith("ed") and word not in known and find_entry(place, verb) is None


def _closes_opening(place: Place, comma: int) -> bool:
    """ "By the time help came|, | 400 men had died": the clause that opens a sentence governs nothing behind it."""
    opening = place.tokens.lower[:comma]
    return opening[:1] != [] and opening[0] in OPENING and "," not in opening and comma + 1 == place.start


def _has_no_verb(place: Place) -> bool:
    """ "90 Kenyans landed on Monday, and | eight Fijians, who run a hospital, on Friday": the verb before goes on."""
    start = place.end + (2 if place.word(place.end) == "from" else 0)
    if place.word(start) == "," and place.word(start + 1) == "who":
        start = next((i + 1 for i in range(start + 2, start + ASIDE_REACH) if place.word(i) == ","), start)
    if place.has(place.grammar.plain_verbs, place.number, place.end):
        return False  # "and eight Fijians | fell ill on Friday"
    if place.word(start) not in ("on", "in", "at", "to") or not is_span(place, start + 1):
        return False
    rest = range(start + 1, start + 5)
    return not any(place.word(i) in place.grammar.auxiliaries or place.word(i) in place.words.verbs for i in rest)


def _counts_them(place: Place, colon: int) -> bool:
    """ "Has marines in the port: | about 400 of them", "also have men there: | 300 and 200": the number comes later."""
    between = place.tokens.lower[colon + 1 : place.start]
    is_first = all(word[0].isdigit() or word in ("and", ",") or word in place.words.quantifiers for word in between)
    is_last = place.word(place.end) in ("", ".", ";", "and", "respectively", ")")
    return place.word(colon) == ":" and is_first and is_last and place.word(colon - 1) not in QUOTES


def _govern_left(place: Place, position: int) -> Governor | None:
    word = place.word(position)
    entry = find_entry(place, position)
    if entry and entry.stage != Stage.UNSPECIFIED and place.has(place.words.captive, position, place.end + 1):
        entry = StageWord(Stage.UNSPECIFIED, entry.form)  # "are holding 400 soldiers | hostage"
    if entry and entry.stage == Stage.SENT and (_is_homeward(place) or is_outward(place, place.end)):
        entry = StageWord(Stage.UNSPECIFIED, entry.form)  # "brought 400 men | home"
    if entry:
        is_others = entry.is_doing and place.word(position + 1) != "by"  # "protected by 400 men"
        return Governor(position, StageWord(Stage.UNSPECIFIED, "aux") if is_others else entry, is_left=True)
    if find_phrase(place, position) == (None,):
        return None  # "can call on 400 reservists"
    is_asking = word in place.words.asking and not _is_bare_noun(place, position)
    is_question = position + 1 < place.start and place.word(position + 1) in ("about", "whether", "if", "how", "why")
    is_asking = is_asking and not is_question
    if is_asking and (_is_existing(place) or is_outward(place, place.end)):
        return None
    if is_asking or _is_settled(place, position):
        return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=True)
    if word in place.grammar.auxiliaries:
        return Governor(position, StageWord(Stage.UNSPECIFIED, "aux"), is_left=True)
    return None


def _is_existing(place: Place) -> bool:
    """ "Fuel for the existing 400 men", "wants | his 400 men in the valley | to stay out": they are there already."""
    own = place.tokens.lower[place.start : place.number]
    is_own = any(word in ("its", "his", "her", "their") for word in own) and names_place(place, place.end, 1)
    is_own = is_own or (place.word(place.end) in ("then", "now", "still") and names_place(place, place.end + 1, 1))
    return is_own or place.has(place.words.existing, place.start - 1, place.number)


def _is_settled(place: Place, position: int) -> bool:
    """ "Agreed in May | on | a brigade of 400", "has | rejected | a Thai battalion of 400"; not "reports of 400"."""
    if place.word(position) == "on":
        is_agreed = place.has(place.words.agreeing, position - AGREED_REACH, position)
        return is_agreed and not is_span(place, position + 1)
    between = range(position + 1, place.start)
    return place.word(position) in place.words.refusing and all(
        is_name(place.tokens.words[i]) or place.word(i) in place.words.bodies | place.grammar.determiners | {"of"}
        for i in between
    )


def _is_loaded(place: Place, position: int) -> bool:
    """ "Put | 400 men on a chartered plane"."""
    if place.word(position) not in place.words.loading:
        return False
    last = place.end + PASSAGE_REACH
    is_on = place.has(frozenset({"on", "onto", "aboard", "into"}), place.number + 1, place.end + 1)
    return is_on and place.has(place.words.passage, place.number + 1, last)


def _is_put(place: Place, position: int) -> bool:
    """ "Has | put | 400 men on its border"; not "puts them at 400 in the north"."""
    is_object = place.word(place.start - 1) not in ("at", "by", "to", "of", "than")
    return place.word(position) in place.words.putting and is_object and names_place(place, place.end, 1)


def _is_bare_noun(place: Place, position: int) -> bool:
    """ "The request", not "a request for 400 men"."""
    return place.word(position - 1) in place.grammar.determiners and place.word(position + 1) not in ("for", "of")


def _is_homeward(place: Place) -> bool:
    """ "Home", "back"; but "sent 400 men back | into the valley" tells that they are there again."""
    ahead = place.tokens.lower[place.end - 1 : place.end + 2]
    return "home" in ahead[:2] or ("back" in ahead[:2] and ahead[ahead.index("back") + 1 :][:1] not in AGAIN)


def stands_apart(place: Place, left: Governor) -> bool:
    """Whether a clause begins between the word on the left and the figure, which may then be a subject."""
    if left.word.is_taking and left.word.form == "ing" and not _is_finite(place, left.position):
        return place.word(place.end) != "to"  # "a convoy carrying 400 men | entered the town"
    between = place.tokens.lower[left.position + 1 : place.start]
    if not between:
        return False
    last = between[-1]
    if between[-2:] == [",", "or"]:
        return False
    if between[-2:] == [",", "and"] and _has_no_verb(place):
        return False
    if last in (",", "and", "or", "whom") or last in QUOTES:
        return True
    return "," in between and left.word.form != "noun" and _has_verb_between(place, left.position + 1, place.start)


def _is_finite(place: Place, position: int) -> bool:
    """Whether an -ing form has its auxiliary: "is reportedly | carrying"."""
    before = position - 1
    while place.word(before) in place.grammar.adverbs:
        before -= 1
    return place.word(before) in place.grammar.be


def _has_verb_between(place: Place, start: int, end: int) -> bool:
    return place.has(place.grammar.auxiliaries, start, end)
