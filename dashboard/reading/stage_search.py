"""The word that governs a figure: the verb or noun it is the object of, or the verb it is the subject of."""

from __future__ import annotations

from typing import Final

from dashboard.reading.phrases import DASHES, QUOTES
from dashboard.reading.stage_place import QUANTIFIERS, REACH, Governor, Place, find_entry, find_phrase
from dashboard.reading.stage_where import is_place
from dashboard.reading.stage_words import StageWord
from dashboard.records import Stage

STOPS: Final = frozenset({";", ":", "—", "–"})


CLAUSE_OPENERS: Final = frozenset(
    {
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
        "although",
        "though",
        "after",
        "before",
        "as",
        "since",
    }
)


def find_left(place: Place) -> Governor | None:
    """The verb or noun that the figure is the object of."""
    for position in range(place.start - 1, max(-1, place.start - 1 - REACH), -1):
        if _ends_search(place, position):
            return None
        if place.word(position) in place.words.counting and _counts(place, position):
            return _find_counted(place, position)
        governor = _govern_left(place, position)
        if governor:
            return governor
    return None


def _ends_search(place: Place, position: int) -> bool:
    """Whether no word left of this one governs the figure: another clause, or what is seen or said, begins here."""
    word = place.word(position)
    if word == "," and position + 2 <= place.start:
        return place.word(position + 1) in ("with", "including", "and", "or", "among")
    is_opener = word in STOPS or word in CLAUSE_OPENERS or word in DASHES
    return is_opener or position in place.says or word in place.words.seeing


def _govern_left(place: Place, position: int) -> Governor | None:
    word = place.word(position)
    entry = find_entry(place, position)
    if entry:
        return Governor(position, entry, is_left=True)
    if word in place.words.asking and place.word(position - 1) not in place.grammar.determiners:
        return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=True)
    if word in place.grammar.auxiliaries:
        return Governor(position, StageWord(Stage.UNSPECIFIED, "aux"), is_left=True)
    return None


COUNTED_BY: Final = frozenset({"at", "to", "by", "up", "from", "now", "currently", "figure", "size", "strength"})


def _counts(place: Place, position: int) -> bool:
    """Whether a verb of counting is one here: "has grown to 400", "numbers 400"; not "deployed to 400 places"."""
    if place.word(position) in COUNTED_BY:
        return False
    between = range(position + 1, place.start)
    return all(
        place.word(i) in QUANTIFIERS or place.word(i) in COUNTED_BY or place.word(i)[:1].isdigit() for i in between
    )


def _find_counted(place: Place, verb: int) -> Governor | None:
    """What is told of those who are counted: where they are, or that they will be so many."""
    low = max(-1, verb - REACH)
    is_future = False
    for position in range(verb - 1, low, -1):
        word = place.word(position)
        if position in place.says or word in STOPS or word in CLAUSE_OPENERS or word == ",":
            break
        if word in place.words.believed and place.word(position + 1) == "to":
            return None
        is_to = word == "to" and position == verb - 1 and place.word(position - 1) not in place.words.believed
        is_future = is_future or is_to or (word in place.grammar.future and place.word(position + 1) != "have")
        entry = find_entry(place, position)
        if is_future:
            return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=True)
        if entry and entry.form != "noun":
            return Governor(position, StageWord(_settle(place, position, entry), "due"), is_left=True)
        if word in place.words.front and place.word(position - 1) in ("the", "at", "on"):
            return Governor(position, StageWord(Stage.AT_FRONT, "due"), is_left=True)
        if (
            word in place.words.at
            and word not in ("by", "under", "among", "between", "within")
            and is_place(place, position + 1)
        ):
            return Governor(position, StageWord(Stage.ARRIVED, "due"), is_left=True)
    return None


def _settle(place: Place, position: int, entry: StageWord) -> Stage:
    """The stage of a verb that stands before the count: "the troops stationed there number 400"."""
    if entry.placed and any(place.word(i) in place.words.at for i in range(position + 1, position + 4)):
        return entry.placed
    return entry.stage


def stands_apart(place: Place, left: Governor) -> bool:
    """Whether a clause begins between the word on the left and the figure, which may then be a subject."""
    between = place.tokens.lower[left.position + 1 : place.start]
    if not between:
        return False
    last = between[-1]
    if last in (",", "and", "or") or last in QUOTES:
        return True
    return "," in between and left.word.form != "noun" and _has_verb_between(place, left.position + 1, place.start)


def _has_verb_between(place: Place, start: int, end: int) -> bool:
    return any(place.word(i) in place.grammar.auxiliaries for i in range(start, end))


def find_right(place: Place) -> Governor | None:
    """The verb that the figure is the subject of."""
    position = place.end
    high = min(len(place.tokens.words), place.end + REACH)
    while position < high:
        if place.word(position) == ",":
            skipped = _skip_aside(place, position, high)
            if skipped is None:
                return None
            position = skipped
            continue
        if _ends_clause(place, position):
            return None
        entry = _find_right_entry(place, position)
        if entry and entry.form == "ing" and not _follows_closely(place, position):
            return None
        governor = _govern_right(place, position, entry)
        if governor:
            return governor
        position += 1
    return None


def _ends_clause(place: Place, position: int) -> bool:
    word = place.word(position)
    if word in STOPS or word in (".", "!", "?"):
        return True
    if position in place.says and not _is_hearsay(place, position):
        return True
    return word in ("and", "but", "while", "whereas") and _opens_clause(place, position)


def _govern_right(place: Place, position: int, entry: StageWord | None) -> Governor | None:
    word = place.word(position)
    if entry and not _is_purpose(place, position):
        return Governor(position, entry, is_left=False, is_participle=not _has_auxiliary(place, position))
    if word in ("will", "shall") and _has_no_other_verb(place, position):
        return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=False)  # "will take part in the exercise"
    if word in place.words.due and _is_due(place, position):
        return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=False)
    if word in place.grammar.auxiliaries and _is_copula(place, position):
        return Governor(position, StageWord(Stage.UNSPECIFIED, "aux"), is_left=False)
    return None


def _has_no_other_verb(place: Place, position: int) -> bool:
    """Whether "will" is the figure's own, and no verb of a stage follows that tells more."""
    is_own = "," not in place.tokens.lower[place.end : position]
    return is_own and not any(find_entry(place, i) for i in range(position + 1, position + 5))


def _is_purpose(place: Place, position: int) -> bool:
    """ "400 men in the hills to guard the road": what they are there for is not how far they have come."""
    before = place.word(position - 2)
    return (
        place.word(position - 1) == "to"
        and place.word(place.end) in place.words.at
        and before not in ("likely", "expected")
    )


def _is_due(place: Place, position: int) -> bool:
    """ "The 400 men promised", "a further 400 are expected"."""
    before, after = place.word(position - 1), place.word(position + 1)
    if position == place.end and after in (",", ".", "by", "for", "last", "in"):
        return True
    return (before in place.grammar.be or before in place.grammar.adverbs) and after != "to"


def _find_right_entry(place: Place, position: int) -> StageWord | None:
    entry = find_entry(place, position)
    if entry and entry.form == "noun":
        return None
    return entry


def _follows_closely(place: Place, position: int) -> bool:
    """Whether an -ing form is the figure's own: "400 men moving", "400 men, moving", "400 are moving"."""
    back = position - 1
    while back > place.end and place.word(back) in place.grammar.adverbs:
        back -= 1
    return (
        back < place.end + 1
        or place.word(back) in place.grammar.be
        or place.word(back) in (",", "and", "who", "been", "'re")
        or place.word(back) in place.words.seeing
    )


def _is_hearsay(place: Place, position: int) -> bool:
    """ "Are said to be", "were reported to have": the saying is no clause of its own."""
    return place.word(position + 1) == "to" or place.word(position + 1) in ("as", "in", "at", "killed", "near", "on")


def _skip_aside(place: Place, comma: int, high: int) -> int | None:
    """Over words set off by commas between a figure and its verb: "400 men, most of them conscripts, were sent"."""
    after = place.word(comma + 1)
    if (
        after in ("who", "which", "all", "most", "many", "some")
        or after in place.grammar.adverbs
        or after in place.grammar.auxiliaries
        or after in place.words.verbs
    ):
        return comma + 1
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


def _opens_clause(place: Place, position: int) -> bool:
    """Whether "and" opens a clause with a figure or subject of its own rather than another noun or verb."""
    word = place.word(position)
    if word in ("while", "whereas"):
        return True
    if place.word(position + 1) in place.grammar.auxiliaries:
        return False  # "are ready and could be sent"
    ahead = range(position + 1, min(len(place.tokens.words), position + 9))
    has_auxiliary = False
    for i in range(place.end, position):
        has_auxiliary = (
            has_auxiliary or place.word(i) in place.grammar.auxiliaries or place.word(i) in place.words.verbs
        )
    return has_auxiliary and any(place.word(i) in place.grammar.auxiliaries for i in ahead)


def _has_auxiliary(place: Place, position: int) -> bool:
    near = range(max(place.end, position - 6), position)
    return any(place.word(i) in place.grammar.auxiliaries or place.word(i) == "to" for i in near)


def _is_copula(place: Place, position: int) -> bool:
    """Whether "are" is followed by a place, not by a verb: "are in the hills", "were at the front"."""
    after = position + 1
    while (
        place.word(after) in place.grammar.adverbs
        or place.word(after) in place.grammar.auxiliaries
        or place.word(after) in place.words.seeing
    ):
        after += 1
    if find_phrase(place, after) is not None:
        return False  # "are on their way"
    return (
        place.word(after) in place.words.at
        and place.word(position) in place.grammar.auxiliaries
        and (
            place.word(after - 1) in place.grammar.be
            or place.word(after - 1) in place.grammar.adverbs
            or place.word(after - 1) in place.words.seeing
        )
    )
