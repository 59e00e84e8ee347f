"""What is told of troops by counting them: "has grown to 400", "will bring the number there to 400"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.place import REACH, Governor, Place, find_entry, find_phrase, is_plural
from dashboard.reading.stages.where import is_place, is_serving, is_span, names_place
from dashboard.reading.tables.stages import StageWord
from dashboard.records import Stage

STOPS: Final = frozenset({";", ":", "—", "–"})
CLAUSE_OPENERS: Final = frozenset(
    [
        "that",
        "which",
        "who",
        "where",
        "when",
        "while",
        "whereas",
        "but",
        "because",
        "if",
        "whether",
        "than",
        "except",
        "although",
        "though",
        "after",
        "before",
        "as",
        "since",
    ]
)
COUNTED_BY: Final = frozenset({"at", "to", "by", "up", "from", "now", "currently", "figure", "size", "strength"})
GROWTH_REACH: Final = 10  # words between "increased" and "by 400"
AIMS: Final = frozenset({"to", "at", "from", "between"})
FORMER_REACH: Final = 6  # words between "from 400 to" and "900"
CHANGE_REACH: Final = 18  # words between "bring" and "to 400"


def find_change(place: Place) -> Governor | None:
    """The verb by which a force becomes so many: "raise | its force in the north to 400", "cutting it to 400"."""
    aim = _find_aim(place)
    if aim is None:
        return None
    for position in range(aim - 1, max(-1, aim - CHANGE_REACH), -1):
        word = place.word(position)
        if word in place.words.changes and place.word(position + 1) in ("in", "of", "to"):
            return Governor(position, StageWord(_read_noun_change(place, position, aim), "due"), is_left=True)
        is_most = place.word(aim - 1) == "up" and word in place.words.valuing  # "estimates that up to 400 are there"
        if is_most:
            return None
        is_noun = place.word(position - 1) in place.grammar.determiners or place.word(position - 1) == "in"
        if word in place.words.changing and not is_noun:
            return Governor(position, StageWord(_read_change(place, position, aim), "due"), is_left=True)
        is_object = word == "that" and place.word(position - 1) in place.words.changing  # "raise | that | to 400"
        is_object = is_object or (word == "since" and is_span(place, position + 1))  # "those sent | since May"
        if word in STOPS or (word in CLAUSE_OPENERS and not is_object) or word == "," or position in place.says:
            return None
    return None


def _read_noun_change(place: Place, noun: int, aim: int) -> Stage:
    """ "Announced | a cut in its force in the north from 400 to 300": a plan, unless it has come about."""
    is_from = place.word(place.number - 1) == "from"
    start = _find_clause(place, noun)
    is_plan = place.has(place.words.plan, start, noun) or place.has(place.words.due, place.end, place.end + 4)
    return Stage.PLANNED if is_plan and not is_from else _read_change(place, noun, aim)


def _find_aim(place: Place) -> int | None:
    """Where "to" or "at" stands before the number, about or up to as it may be: "from 200 | to some 400"."""
    position = place.number - 1
    while place.word(position) in place.words.quantifiers and (
        place.word(position) not in AIMS or place.word(position + 1) in ("least", "most")
    ):
        position -= 1
    if place.word(position) == "from" and place.word(position - 2) == "to" and place.word(position - 1)[:1].isdigit():
        return position - 2  # "cut to 800 | from 1,600"
    if is_former(place):
        return position  # "raised their number | from 1,100 to 1,450"
    if place.word(position) in ("from", "by") and _is_growth(place, position):
        return position
    if place.word(position) == "in" and place.word(position + 1) == "the":
        return position  # "put their number | in the hundreds"
    if place.word(position) == "between":
        position -= 1  # "put their number at | between 100 and 400"
    if place.word(position) not in ("to", "at"):
        return None
    return position - 2 if place.word(position - 2) == "from" else position


def _is_growth(place: Place, by: int) -> bool:
    """ "Has increased its force in the north | by 400", "is doubling its force in the north | from 400"."""
    if place.word(by) == "by":
        return place.has(place.words.growing, by - GROWTH_REACH, by)
    own = place.tokens.lower[max(0, by - GROWTH_REACH) : by]
    return not place.words.multiplying.isdisjoint(own) and not any(word[0].isdigit() for word in own)


def is_former(place: Place) -> bool:
    """Whether a number is what is changed: "is to rise | from 400 to about 900"."""
    before, after = place.number - 1, place.end + 1
    while place.word(before) in place.words.quantifiers and place.word(before) not in AIMS:
        before -= 1
    while place.word(after) in place.words.quantifiers and after < place.end + FORMER_REACH:
        after += 1
    return place.word(before) == "from" and place.word(place.end) == "to" and place.word(after)[:1].isdigit()


def _read_change(place: Place, verb: int, aim: int) -> Stage:
    """Planned where the change is, there where the words name the place or the body of troops."""
    start = _find_clause(place, verb)
    if place.word(verb).endswith("ing") and place.word(verb - 1) == ",":
        start = _find_clause(place, verb - 1)
    before = range(start, verb)
    is_from = place.word(place.number - 1) == "from"  # what is changed is as it is: "to raise it | from 1,100 to 1,450"
    if not is_from and _is_to_come(place, start, verb):
        return Stage.PLANNED
    numbers = (i for i in range(aim - 1, verb, -1) if place.word(i)[:1].isdigit() and place.word(i + 1) == "and")
    object_words = range(next(numbers, verb) + 1, aim)  # "put the dead at 90 and the number in Togo at 400"
    before_aim = place.tokens.lower[start:aim]
    if place.has(place.words.due, verb + 1, aim) or not place.words.ceilings.isdisjoint(before_aim):
        return Stage.PLANNED  # "raised the number of soldiers promised to 400", "lifted the ceiling to 400"
    hit = (place.words.nouns.get(place.word(i)) for i in (*before, *object_words))
    if any(noun and noun.stage == Stage.UNSPECIFIED for noun in hit):
        return Stage.UNSPECIFIED  # "put the losses in the valley at 400"
    if Stage.AT_FRONT in (_read_whereabouts(place, i) for i in object_words):
        return Stage.AT_FRONT  # "put the number of men at the front at 400"
    told = _read_told(place, object_words.start - 1, aim)
    if told:
        return told
    is_body = _names_body(place, start, verb) or _names_body(place, verb + 1, aim)
    is_there = any(place.word(i) in place.words.at and is_place(place, i + 1) for i in object_words)
    is_there = is_there or place.has(place.words.being, verb + 1, aim) or names_place(place, place.end, 1)
    is_there = is_there or any(find_phrase(place, i) == (Stage.ARRIVED,) for i in object_words)  # "now in place"
    is_abroad = place.has(place.words.serving, verb + 1, aim)  # "put the garrison at 400"
    is_body = is_body and (is_abroad or place.word(verb) not in place.words.valuing)
    return Stage.ARRIVED if is_body or is_there else Stage.UNSPECIFIED


def _read_told(place: Place, verb: int, aim: int) -> Stage | None:
    """What is told of those who are counted: "raised the number of men | sent | since May to 400"."""
    for position in range(verb + 2, aim):
        entry = find_entry(place, position)
        noun = place.word(position - 1)
        is_noun = noun in place.words.bodies or is_plural(noun)
        if entry and entry.form in ("past", "participle", "ing") and is_noun:
            return _settle(place, position, entry)
    return None


def _names_body(place: Place, start: int, end: int) -> bool:
    """Whether a body of troops is named that is somewhere; not "his own forces", "the armed forces"."""
    return any(
        place.word(i) in place.words.bodies and place.word(i - 1) not in place.words.of_army for i in range(start, end)
    )


def _is_to_come(place: Place, start: int, verb: int) -> bool:
    """Whether the change is a plan: "will raise it to 400", "grows to 400 by autumn"."""
    return any(_is_ahead(place, i, verb) for i in range(start, verb)) or _grows_by_then(place, verb)


def _find_clause(place: Place, verb: int) -> int:
    for position in range(verb - 1, max(-1, verb - REACH), -1):
        word = place.word(position)
        if position in place.says or word in STOPS or (word in CLAUSE_OPENERS and word not in ("than", "as")):
            return position + 1
        if place.word(position) == "," and place.word(verb) != ",":
            return position + 1
    return max(0, verb - REACH)


def _is_ahead(place: Place, position: int, verb: int) -> bool:
    """Whether a word makes a plan of the change of a force: "will", "plans to", "a decision to"."""
    word, after = place.word(position), place.word(position + 1)
    if word in place.grammar.future or word == "'ll":
        return after != "have"
    if word == "being" and position == verb - 1:
        return True  # "is being cut to 400"
    is_to = word == "to" and _is_intended(place, position, verb)
    return is_to or (word in place.words.plan and after in ("to", "on", "of", "for", place.word(verb)))


def counts(place: Place, position: int) -> bool:
    """Whether a verb of counting is one here: "has grown to 400", "numbers 400"; not "deployed to 400 places"."""
    is_noun = place.word(position - 1) in place.grammar.determiners and place.word(position + 1) == "of"
    if is_noun or place.word(position) in COUNTED_BY:
        return False
    between = range(position + 1, place.start)
    return all(
        place.word(i) in place.words.quantifiers or place.word(i) in COUNTED_BY or place.word(i)[:1].isdigit()
        for i in between
    )


def find_counted(place: Place, verb: int) -> Governor | None:
    """What is told of those who are counted: where they are, or that they will be so many."""
    is_future, is_old, whereabouts = False, is_former(place), None
    for position in range(verb - 1, max(-1, verb - REACH), -1):
        word = place.word(position)
        if position in place.says or word in STOPS or word in CLAUSE_OPENERS or word == ",":
            break
        if word in place.words.believed and place.word(position + 1) == "to":
            return _find_believed(place, position, verb)
        is_to = word == "to" and _is_intended(place, position, verb)
        is_future = is_future or is_to or (word in place.grammar.future and place.word(position + 1) != "have")
        if is_future and not is_old:
            return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=True)
        noun = place.words.nouns.get(word)
        if noun and noun.stage == Stage.UNSPECIFIED:
            return None  # "losses in the valley had reached 400"
        entry = find_entry(place, position)
        if entry and entry.form != "noun":
            return Governor(position, entry, is_left=True, settled=_settle(place, position, entry))
        whereabouts = whereabouts or _read_whereabouts(place, position)
    if _grows_by_then(place, verb):
        return Governor(verb, StageWord(Stage.PLANNED, "due"), is_left=True)
    whereabouts = whereabouts or (Stage.ARRIVED if is_serving(place, verb) else None)
    return Governor(verb, StageWord(whereabouts, "due"), is_left=True) if whereabouts else None


def _find_believed(place: Place, believed: int, verb: int) -> Governor | None:
    """ "The garrison | is thought to number | 400": there, as all that a mission or a base has; of others nothing."""
    position = believed
    while place.word(position - 1) in place.grammar.auxiliaries:
        position -= 1
    return Governor(verb, StageWord(Stage.ARRIVED, "due"), is_left=True) if is_serving(place, position) else None


def _grows_by_then(place: Place, verb: int) -> bool:
    """ "Grows to 400 by autumn": the present of a headline, with a time to come."""
    return place.word(verb).endswith("s") and place.word(place.end) == "by" and is_span(place, place.end + 1)


def _is_intended(place: Place, to: int, verb: int) -> bool:
    """ "To grow to 400", "is to be expanded to 400"; not "is believed to number 400"."""
    is_near = all(word == "be" or word in place.grammar.adverbs for word in place.tokens.lower[to + 1 : verb])
    return is_near and place.word(to - 1) not in place.words.believed


def _read_whereabouts(place: Place, position: int) -> Stage | None:
    word = place.word(position)
    if word in place.words.front and place.word(position - 1) in ("the", "at", "on"):
        return Stage.AT_FRONT
    if word in place.words.being:
        return Stage.ARRIVED
    is_at = word in place.words.at and word not in ("by", "under", "among", "between", "within")
    return Stage.ARRIVED if is_at and is_place(place, position + 1) else None


def _settle(place: Place, position: int, entry: StageWord) -> Stage:
    """The stage of a verb that stands before the count: "the troops stationed there number 400"."""
    if entry.placed and place.has(place.words.at, position + 1, position + 4):
        return entry.placed
    return entry.stage
