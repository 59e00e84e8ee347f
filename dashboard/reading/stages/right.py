"""The verb that a figure is the subject of, to the right of it."""

from __future__ import annotations

from typing import Final

from dashboard.reading.stages.asides import ASIDE_REACH, is_in_aside, skip_aside
from dashboard.reading.stages.count import STOPS
from dashboard.reading.stages.order import is_of_next, is_share, is_still_there
from dashboard.reading.stages.place import REACH, Governor, Place, find_entry, find_phrase, is_plural
from dashboard.reading.stages.where import is_place, is_span
from dashboard.reading.tables.stages import StageWord
from dashboard.reading.text.phrases import QUOTES
from dashboard.records import Stage

CLAUSE_ENDS: Final = frozenset(
    {"where", "when", "because", "if", "although", "though", "until", "once", "unless", "what"}
)

FINITE: Final = frozenset({"have", "has", "had", "are", "were", "was", "is", "will", "would"})
GIVEN: Final = frozenset({"promised", "offered", "pledged", "considered"})  # "were promised | pardons" tells of no plan
SUBJECTS: Final = frozenset({"they", "he", "she", "it", "we"})
HELP_REACH: Final = 7  # words between "to help" and what others do
HAVING: Final = frozenset({"has", "had"})
SHARES: Final = frozenset({"most", "half", "many", "some", "part", "all"})


def find_right(place: Place) -> Governor | None:
    """The verb that the figure is the subject of."""
    position = place.end
    high = min(len(place.tokens.words), place.end + REACH)
    while position < high:
        if place.word(position) == ",":
            skipped = None if is_in_aside(place) else skip_aside(place, position, high)
            if skipped is None:
                return None
            position = skipped
            continue
        if _ends_clause(place, position):
            return None
        entry = _find_right_entry(place, position)
        if entry and entry.form == "ing" and not _follows_closely(place, position):
            if not entry.is_doing:
                return None
            entry = None  # "using hunting rifles"
        if entry and is_of_next(place, position):
            entry = None
        governor = _govern_right(place, position, entry)
        if governor and _tells_who(place, governor, entry):
            return _find_main_verb(place, position, high) or governor
        if governor and not (position == place.end and governor.word.form == "due" and is_share(place)):
            return governor
        position += 1
    return None


def _tells_who(place: Place, governor: Governor, entry: StageWord | None) -> bool:
    """Whether a verb only tells which troops: "400 men | hired | in May have left", "400 men who | sailed | in May"."""
    is_participle = entry is not None and entry.form in ("past", "participle") and governor.position == place.end
    is_done = governor.word.stage in (Stage.SENT, Stage.AT_FRONT) and governor.word.form == "past"
    is_told = is_done or governor.word.stage in (Stage.SENT, Stage.UNSPECIFIED)
    return is_participle or (place.word(place.end) == "who" and governor.word.form != "aux" and is_told)


def _find_main_verb(place: Place, verb: int, high: int) -> Governor | None:
    """Behind words that tell who they are: "400 men | hired by a company | have been seen in the city"."""
    for position in range(verb + 1, min(high, verb + ASIDE_REACH)):
        if place.word(position) == "," or _ends_clause(place, position) or place.word(position) in ("and", "who", "as"):
            return None
        later = find_entry(place, position)
        if later and later.form == "past" and later.stage == Stage.UNSPECIFIED and position > verb + 1:
            return Governor(position, later, is_left=False)  # "400 men hired in May | left on Friday"
        if place.word(position) in FINITE:
            own = (_govern_right(place, i, find_entry(place, i)) for i in range(position, position + 4))
            return next((one for one in own if one and _tells_more(place, verb, one)), None)
    return None


def _tells_more(place: Place, verb: int, later: Governor) -> bool:
    """Whether the main verb tells more than the words that only say who they are."""
    entry = find_entry(place, verb)
    kinds = (Stage.PREPARING, Stage.SENT) if place.word(place.end) == "who" else (Stage.PREPARING,)
    if entry is not None and entry.stage == Stage.AT_FRONT:
        return later.word.stage == Stage.UNSPECIFIED and later.word.form != "aux"  # "who fought there have left"
    if entry is not None and entry.stage == Stage.UNSPECIFIED and place.word(place.end) == "who":
        return later.word.form == "aux"  # "who were to leave in May are still there"
    is_only_who = entry is not None and entry.stage in kinds  # "recruited", "who sailed in May"; not "deployed"
    is_there = later.word.form == "aux" or later.word.stage == Stage.ARRIVED
    return later.word.stage == Stage.AT_FRONT or (is_only_who and is_there)


def has_own_word(place: Place, left: Governor) -> bool:
    """Whether what stands right behind the figure tells more than the verb to the left: "beside 400 men | sent in May".

    What is done to the figure itself comes first ("moved 400 men | based in Gao to Niamey"), unless they are to leave.
    """
    start = place.end + (2 if place.word(place.end) == "," and place.word(place.end + 1) in ("who", "which") else 0)
    position = _skip_to_verb(place, start)
    entry = find_entry(place, position)
    if left.word.form == "due":
        return _is_leaving(place)
    if is_direct(place, left) and left.word.stage != Stage.UNSPECIFIED and left.word.whole is None:
        return False
    if place.word(position) == "to":
        return place.word(position + 1) == "be" or "," in place.tokens.lower[left.position : place.start]
    is_own = entry is not None and entry.form in ("past", "participle", "ing")
    return is_own and entry is not None and entry.stage not in (Stage.PREPARING, Stage.UNSPECIFIED)


def _is_leaving(place: Place) -> bool:
    """Whether they are asked to go: "demanded that all 400 | leave", "ordered 400 | to be pulled back"."""
    entries = (find_entry(place, position) for position in range(place.end, place.end + 6))
    entry = next((entry for entry in entries if entry), None)
    return entry is not None and entry.form != "noun" and entry.stage == Stage.UNSPECIFIED


def _skip_to_verb(place: Place, position: int) -> int:
    """Over adverbs and the subject of a short clause: "400 men | already sent", "400 men | it has sent"."""
    if place.word(position) in place.grammar.pronouns and place.word(position + 1) in place.grammar.auxiliaries:
        position += 2
    elif place.word(position) in place.grammar.determiners and place.word(position + 2) in place.grammar.auxiliaries:
        position += 3  # "400 men | the army has sent"
    elif place.word(position) in HAVING and place.has_name(position - 1, position):
        position += 1  # "400 men Fiji | has sent"
    while place.word(position) in place.grammar.adverbs or place.word(position) in place.grammar.be:
        position += 1
    return position


def is_direct(place: Place, left: Governor) -> bool:
    """Whether the figure is the verb's own object, nothing but its own words between."""
    between = range(left.position + 1, place.start)
    if any(place.word(i) in SHARES and place.word(i + 1) == "of" for i in between):
        return False  # "will move most of the 400 men | it has in the north"
    return left.word.form != "noun" and not any(
        place.word(i) in place.grammar.prepositions or not (place.word(i)[0].isalnum() or place.word(i) in QUOTES)
        for i in between
    )


def _ends_clause(place: Place, position: int) -> bool:
    word = place.word(position)
    if word in STOPS or word in (".", "!", "?"):
        return True
    if position in place.says and not _is_hearsay(place, position):
        return True
    is_as_soon = word == "as" and place.word(position + 1) in ("soon", "long")
    if (word in CLAUSE_ENDS or is_as_soon) and position > place.end:
        return True
    is_told = word == "that" and place.start - 1 in place.says  # "told 900 cadets | that 40 would go"
    if is_told or (word == "and" and place.word(position + 1) == "that"):
        return True
    before = place.word(position - 1)
    if word == "which" and before in place.grammar.prepositions and before != "of" and position > place.end + 1:
        return True  # "in the valley since a war | in which 900 died"
    return word in ("and", "but", "while", "whereas") and _opens_clause(place, position)


def _govern_right(place: Place, position: int, entry: StageWord | None) -> Governor | None:
    word = place.word(position)
    done = _read_done_to(place, position)
    if done is not None:
        return Governor(position, StageWord(done, "past"), is_left=False)
    if entry and (entry.stage == Stage.UNSPECIFIED or not _is_purpose(place, position)):
        return Governor(position, entry, is_left=False)
    if word in ("will", "shall", "should", "must", "would") and _has_no_other_verb(place, position):
        return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=False)  # "will take part in the exercise"
    is_open = (word in place.words.due or word in ("are", "is")) and place.word(position + 1) == "to"
    is_expected = is_open and _has_no_other_verb(place, position)  # "are to guard the dam"
    if is_expected or (word in place.words.due and _is_due(place, position)):
        return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=False)
    if word in place.grammar.auxiliaries and _is_copula(place, position):
        return Governor(position, StageWord(Stage.UNSPECIFIED, "aux"), is_left=False)
    return None


def _read_done_to(place: Place, position: int) -> Stage | None:
    """What two verbs tell of those to whom it is done: "400 men held by the rebels", "ordered into the valley"."""
    word, after = place.word(position), place.word(position + 1)
    if word == "held" and after == "by" and position == place.end:
        return Stage.UNSPECIFIED
    is_ordered = word == "ordered" and after in ("to", "into", "across") and is_place(place, position + 2)
    return Stage.SENT if is_ordered else None


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
    is_given = after != "to" or is_place(place, position + 2)  # "have been offered to the mission"
    if place.word(position) in GIVEN and before in place.grammar.be:
        small = place.grammar.prepositions | place.grammar.adverbs | place.grammar.conjunctions
        is_given = is_given and (not after[:1].isalpha() or after in small or is_span(place, position + 1))
    return (before in place.grammar.be or before in place.grammar.adverbs) and is_given


def _find_right_entry(place: Place, position: int) -> StageWord | None:
    entry = find_entry(place, position)
    if entry is None or entry.form == "noun":
        return None
    is_there_yet = place.word(position) == "left" and position == place.end and is_still_there(place)
    if is_there_yet or (entry.form == "s" and _are_many(place)) or _is_helped(place, position, entry):
        return None  # "soldiers burned | houses"
    is_active = entry.form in ("base", "s", "ing") and place.word(position - 1) != "being"
    return None if entry.is_taking and is_active else entry


def _is_helped(place: Place, position: int, entry: StageWord) -> bool:
    """ "400 men there to help the army | fight": others do it."""
    behind = range(max(place.end, position - HELP_REACH), position)
    return entry.form == "base" and any(
        place.word(i) == "to" and place.word(i + 1) in place.words.helping for i in behind
    )


def _are_many(place: Place) -> bool:
    """Whether a plural noun stands as a subject by itself, which no verb in -s belongs to; not "a unit of 400 men"."""
    own = place.tokens.lower[place.start : place.end]
    is_part = place.word(place.start - 1) in place.grammar.prepositions or "of" in own
    return not is_part and any(is_plural(word) and not word.endswith("'s") for word in own)


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
        or place.word(back) in place.words.believed  # "began arriving"
    )


def _is_hearsay(place: Place, position: int) -> bool:
    """ "Are said to be", "were reported to have": the saying is no clause of its own."""
    return place.word(position + 1) == "to" or place.word(position + 1) in ("as", "in", "at", "killed", "near", "on")


def _opens_clause(place: Place, position: int) -> bool:
    """Whether "and" opens a clause with a figure or subject of its own rather than another noun or verb."""
    word = place.word(position)
    if word in ("while", "whereas") or place.word(position + 1) in SUBJECTS:
        return True  # "has 400 men there, and | they fight well"
    if place.word(position + 1) in place.grammar.auxiliaries:
        return False  # "are ready and could be sent"
    before = place.tokens.lower[place.end : position]
    has_verb = any(word in place.grammar.auxiliaries or word in place.words.verbs for word in before)
    return has_verb and place.has(place.grammar.auxiliaries, position + 1, position + 9)


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
        (place.word(after) in place.words.at or place.word(after) in place.words.being)
        and place.word(position) in place.grammar.auxiliaries
        and (
            place.word(after - 1) in place.grammar.be
            or place.word(after - 1) in place.grammar.adverbs
            or place.word(after - 1) in place.words.seeing
        )
    )
