"""How far the troops of a figure are said to have come, by the verb that governs the figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.grammar import Grammar
from dashboard.reading.phrases import DASHES, QUOTES
from dashboard.reading.stage_words import StageWord, StageWords
from dashboard.reading.wordlist import WordList, is_name
from dashboard.records import Stage

REACH: Final = 30  # words on either side of the figure; keeps the work linear in the length of a sentence
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
POSSESSION: Final = frozenset({"has", "have", "had", "with", "having"})
FRONT_REACH: Final = 9


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs a figure: where it stands, its entry, and whether the figure is behind it ("sent 400")."""

    position: int
    word: StageWord
    is_left: bool
    is_participle: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """All that the rules look at: the words of one sentence, the figure's phrase in it, the verbs of saying."""

    tokens: WordList
    number: int
    start: int
    end: int
    says: frozenset[int]
    words: StageWords
    grammar: Grammar
    is_title: bool

    def word(self, position: int) -> str:
        """The lower-case word at a position, "" outside the sentence."""
        return self.tokens.lower[position] if 0 <= position < len(self.tokens.lower) else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A stage, the word that told it, and whether it is told by a finite verb ("have arrived", not "arriving")."""

    stage: Stage
    verb: int | None
    is_told: bool
    says: frozenset[int]


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


def _read(context: Context, index: int, start: int, end: int) -> Reading:
    tokens = context.tokens(index)
    first, last = tokens.find(start, end)
    says = _find_says(context, index)
    place = Place(tokens, first, first, last, says, context.words.stages, context.words.grammar, _is_title(tokens))
    place = _widen(place)
    stage, governor = _read_stage(place)
    return Reading(stage, governor.position if governor else None, _is_told(place, governor), says)


def _is_told(place: Place, governor: Governor | None) -> bool:
    """Whether a finite verb tells it: with an auxiliary, in the present, or in the past with its troops behind it."""
    if governor is None:
        return False
    form = governor.word.form
    if form in ("aux", "s", "phrase"):
        return True
    near = range(max(0, governor.position - 6), governor.position)
    auxiliary = any(
        place.word(i) in place.grammar.auxiliaries and place.word(i) not in ("being", "be")
        for i in near
        if i >= place.end or governor.is_left
    )
    if place.word(governor.position) in place.words.intransitive:
        return True
    if form == "past" and (governor.is_left or place.word(governor.position - 1) == ","):
        return True
    if place.word(governor.position - 1) == "to" and not auxiliary:
        return any(place.word(i) in place.words.plan or place.word(i) in place.words.believed for i in near)
    return auxiliary


def _is_title(tokens: WordList) -> bool:
    """Whether the line is set in capitals, as headlines are: "Malian Army Says 2,400 Soldiers Crossed River"."""
    letters = [word for word in tokens.words if word[0].isalpha()]
    return sum(map(is_name, letters)) * 4 > len(letters) * 3


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
    return tokens.lower[verb] in context.words.stages.plan


def _read_stage(place: Place) -> tuple[Stage, Governor | None]:
    """The stage, and the word that governs the figure where there is one."""
    if any(place.word(i) in place.words.projected for i in range(max(0, place.start - 1), place.number)):
        return Stage.PLANNED, None  # "a planned 1,000 officers"
    part_of = _find_whole(place)
    left = _find_left(place)
    right = _find_right(place) if left is None or left.word.form == "aux" or _stands_apart(place, left) else None
    chosen = right or left
    if chosen is None or (chosen.word.form == "aux" and part_of is not None):
        if part_of is not None:
            return _read_whole(place, part_of), None
        return _read_presence(place), None
    if chosen.word.form == "aux":
        return _read_state(place, chosen), chosen
    return _read_governor(place, chosen), chosen


# The figure's own phrase.


def _widen(place: Place) -> Place:
    """From the number to its whole phrase: "an estimated | 3,000 | North Korean troops"."""
    start, end = place.start, place.end
    lower = place.tokens.lower
    while start > 0 and place.start - start < 8 and _belongs_before(place, start - 1):
        start -= 1
    while end < len(lower) and end - place.end < 7 and _belongs_after(place, end):
        end += 1
    while end > place.end and lower[end - 1] in ("of", "-", "more"):
        end -= 1
    return Place(place.tokens, place.number, start, end, place.says, place.words, place.grammar, place.is_title)


QUANTIFIERS: Final = frozenset(
    ["an", "a", "the", "estimated", "approximately", "around", "about", "some", "up", "as", "many", "at", "least", "more", "than", "over", "nearly", "almost", "roughly", "another", "additional", "further", "extra", "total", "of", "remaining", "no", "fewer", "less", "only", "just", "possibly", "perhaps", "maybe", "initial", "first", "batch", "group", "contingent", "further-more", "other", "its", "their", "his", "these", "those", "all", "both", "probably", "even", "between", "from", "to", "until", "close", "well", "under", "below", "possibly-", "what", "same", "combined", "force", "contingents", "several", "few"]
)


def _belongs_before(place: Place, position: int) -> bool:
    word = place.word(position)
    if word == "to":
        return place.word(position - 1) in ("up", "close") or place.word(position - 1)[:1].isdigit()
    if word in ("as", "than", "from", "until", "between"):
        return word not in {"from", "until"} or place.word(position - 1)[:1].isdigit()
    return word in QUANTIFIERS


def _belongs_after(place: Place, position: int) -> bool:
    word = place.word(position)
    if not word[0].isalnum() and word != "-":
        return False
    if word == "of":
        return True
    if word in place.grammar.auxiliaries or word in place.grammar.prepositions or word in place.grammar.conjunctions:
        return False
    if word in place.words.due and position > place.end and place.word(position - 1).endswith("s"):
        return False  # "the 400 soldiers | promised"
    if word in ("who", "that", "which", "whom", "where", "have", "to", "or", "strong") or position in place.says:
        return False
    if word in place.words.seeing or (word in place.grammar.adverbs and word != "all"):
        return False
    entry = place.words.verbs.get(word)
    if entry is None:
        return True
    return (
        (entry.form in ("base", "s")
        and not place.word(position - 1).endswith("s"))
        or is_name(place.tokens.words[position])
    )


# To the left: the verb or noun whose object the figure is.


def _find_left(place: Place) -> Governor | None:
    position = place.start - 1
    low = max(-1, place.start - 1 - REACH)
    while position > low:
        word = place.word(position)
        if position in place.says or word in STOPS or word in CLAUSE_OPENERS or word in DASHES:
            return None
        if word in place.words.seeing:
            return None
        if (
            word == ","
            and place.word(position + 1) in ("with", "including", "and", "or", "among")
            and position + 2 <= place.start
        ):
            return None
        if word in place.words.counting and _counts(place, position):
            return _find_counted(place, position)
        entry = _find_entry(place, position)
        if entry:
            return Governor(position, entry, is_left=True)
        if word in place.words.asking and place.word(position - 1) not in place.grammar.determiners:
            return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=True)
        if (
            word in place.grammar.auxiliaries
            or (word == "'s"
            and position
            and place.word(position - 1) in ("there", "it"))
        ):
            return Governor(position, StageWord(Stage.UNSPECIFIED, "aux"), is_left=True)
        position -= 1
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
    """What is told of those who are counted: where "the number of troops sent to ..." are, or that they will be so many."""
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
        entry = _find_entry(place, position)
        if is_future:
            return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=True)
        if entry and entry.form != "noun":
            return Governor(position, StageWord(_settle(place, position, entry), "due"), is_left=True)
        if word in place.words.front and place.word(position - 1) in ("the", "at", "on"):
            return Governor(position, StageWord(Stage.AT_FRONT, "due"), is_left=True)
        if (
            word in place.words.at
            and word not in ("by", "under", "among", "between", "within")
            and _is_place(place, position + 1)
        ):
            return Governor(position, StageWord(Stage.ARRIVED, "due"), is_left=True)
    return None


def _settle(place: Place, position: int, entry: StageWord) -> Stage:
    """The stage of a verb that stands before the count: "the troops stationed there number 400"."""
    if entry.placed and any(place.word(i) in place.words.at for i in range(position + 1, position + 4)):
        return entry.placed
    return entry.stage


def _find_entry(place: Place, position: int) -> StageWord | None:
    """The stage word at a position, if it is a verb or governing noun there ("a move" is neither)."""
    word = place.word(position)
    phrase = _find_phrase(place, position)
    if phrase is not None:
        return StageWord(phrase, _form_of(place, word))
    noun = place.words.nouns.get(word)
    verb = place.words.verbs.get(word)
    if noun and not (verb and _is_verb(place, position, verb)):
        return noun if _governs_as_noun(place, position) else None
    if verb and _is_verb(place, position, verb):
        return verb if not verb.needs or _has_needed(place, position, verb) else None
    return None


def _find_phrase(place: Place, position: int) -> Stage | None:
    for rest, stage in place.words.phrases.get(place.word(position), {}).items():
        parts = rest.split()
        if place.tokens.lower[position + 1 : position + 1 + len(parts)] == parts:
            return stage
    return None


def _form_of(place: Place, word: str) -> str:
    verb = place.words.verbs.get(word)
    return verb.form if verb else "phrase"


def _governs_as_noun(place: Place, position: int) -> bool:
    after = place.word(position + 1)
    return (
        after in ("of", "for", "by", "to", "from", "in", "involving", "near")
        or (place.word(position - 1) in ("the", "a", "its", "their")
        and after in ("would", "will", "had", "was"))
    )


def _is_verb(place: Place, position: int, verb: StageWord) -> bool:
    """Whether a form that can be a noun too ("march", "base", "moves") is a verb here."""
    word = place.word(position)
    before = place.word(position - 1)
    if is_name(place.tokens.words[position]) and position > 0 and before not in QUOTES and not place.is_title:
        return False
    if verb.form in ("base", "s"):
        if (
            before in place.grammar.determiners
            or (before in place.grammar.prepositions
            and before != "to")
            or before.endswith("'s")
        ):
            return False
        if verb.form == "s" and (place.word(position + 1) in (",", ".", ")", "") or before in ("them", "us")):
            return False
        if verb.form == "base":
            return (
                before in ("to", ",")
                or before in place.grammar.future
                or before in place.grammar.adverbs
                or before in ("did", "do", "does", "didn't", "don't", "we", "they", "you", "i", "and", "help", "who")
                or (before.endswith("s")
                and not before.endswith("'s"))
            )
        return True
    if verb.form == "ing":
        return (
            word != "training"
            or (before not in place.grammar.determiners
            and place.word(position + 1)
            not in (
                "ground",
                "grounds",
                "camp",
                "camps",
                "facility",
                "facilities",
                "base",
                "bases",
                "area",
                "areas",
                "centre",
                "centres",
                "center",
                "centers",
                "mission",
                "exercise",
                "exercises",
                "range",
                "programme",
                "program",
                "complex",
                "sites",
                "site",
            )
            and before not in ("for", "after", "adaptation", "military", "combat", "basic", "in"))
        )
    if verb.form in ("past", "participle"):
        return not (before in place.grammar.determiners and place.word(position + 1) not in ("to", "in", "by"))
    return True


def _has_needed(place: Place, position: int, verb: StageWord) -> bool:
    return any(word in verb.needs for word in place.tokens.lower[position + 1 : position + 8])


def _stands_apart(place: Place, left: Governor) -> bool:
    """Whether a clause boundary lies between the word on the left and the figure, so that the figure may be a subject."""
    between = place.tokens.lower[left.position + 1 : place.start]
    if not between:
        return False
    last = between[-1]
    if last in (",", "and", "or") or last in QUOTES:
        return True
    return "," in between and left.word.form != "noun" and _has_verb_between(place, left.position + 1, place.start)


def _has_verb_between(place: Place, start: int, end: int) -> bool:
    return any(place.word(i) in place.grammar.auxiliaries for i in range(start, end))


# To the right: the verb whose subject the figure is.


def _find_right(place: Place) -> Governor | None:
    position = place.end
    high = min(len(place.tokens.words), place.end + REACH)
    has_place = False
    while position < high:
        word = place.word(position)
        if word in STOPS or word in (".", "!", "?"):
            return None
        if word == ",":
            skipped = _skip_aside(place, position, high)
            if skipped is None:
                return None
            position = skipped
            continue
        if position in place.says and not _is_hearsay(place, position):
            return None
        if word in ("and", "but", "while", "whereas") and _opens_clause(place, position):
            return None
        if word in place.words.at and position == place.end:
            has_place = True
        entry = _find_right_entry(place, position)
        if entry and entry.form == "ing" and not _follows_closely(place, position):
            return None
        if entry and not (
            place.word(position - 1) == "to" and has_place and place.word(position - 2) not in ("likely", "expected")
        ):
            is_participle = not _has_auxiliary(place, position)
            return Governor(position, entry, is_left=False, is_participle=is_participle)
        if (
            word in place.words.due
            and position == place.end
            and place.word(position + 1) in (",", ".", "by", "for", "last", "in")
        ):
            return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=False)
        if (
            word in place.words.due
            and place.word(position - 1) in (*place.grammar.be, *place.grammar.adverbs)
            and place.word(position + 1) != "to"
        ):
            return Governor(position, StageWord(Stage.PLANNED, "due"), is_left=False)
        if word in place.grammar.auxiliaries and _is_copula(place, position):
            return Governor(position, StageWord(Stage.UNSPECIFIED, "aux"), is_left=False)
        position += 1
    return None


def _find_right_entry(place: Place, position: int) -> StageWord | None:
    entry = _find_entry(place, position)
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
    if _find_phrase(place, after) is not None:
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


# What the word that governs tells, with the words before and after it.


def _read_governor(place: Place, governor: Governor) -> Stage:
    position, word = governor.position, governor.word
    if (
        word.stage == Stage.UNSPECIFIED
        and place.word(position) in ("left", "leave", "leaves", "leaving")
        and place.word(position + 1) == "for"
    ):
        word = StageWord(Stage.SENT, word.form)
        governor = Governor(position, word, governor.is_left)
    if word.form == "due" or word.stage == Stage.UNSPECIFIED:
        return word.stage
    mood = _read_mood(place, governor)
    if mood is not None:
        return mood
    if word.stage == Stage.PREPARING and word.placed is None:
        return Stage.PREPARING
    if (word.form != "noun" or word.stage == Stage.ARRIVED) and _is_at_front(place, position):
        return Stage.AT_FRONT
    if word.placed is not None:
        return _read_placed(place, governor)
    return word.stage


def _read_placed(place: Place, governor: Governor) -> Stage:
    """ "Deployed in" is there, "deployed to" on the way; "training in" abroad there, at home a preparation."""
    start = place.end if governor.is_left and governor.position < place.start else governor.position + 1
    for position in range(start, min(len(place.tokens.words), start + 6)):
        word = place.word(position)
        if word in place.words.to or word in (",", ";", "."):
            break
        if word == "in" and place.word(position + 1) in (
            "preparation",
            "support",
            "response",
            "order",
            "return",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ):
            break
        if (
            word in place.words.at
            and word not in ("by", "inside" if governor.word.stage == Stage.PREPARING else "by")
            and position + 1 < len(place.tokens.words)
        ):
            if place.word(position + 1) == "home":
                break
            if place.word(position + 1)[:1].isdigit() or (word == "on" and place.word(position + 1).endswith("day")):
                continue
            return governor.word.placed or governor.word.stage
    return governor.word.stage


def _is_at_front(place: Place, position: int) -> bool:
    """Whether the front follows the verb: "committed to the front lines", not "sent near the front"."""
    return _names_front(place, min(position, place.end), max(position, place.end) + FRONT_REACH)


def _names_front(place: Place, start: int, end: int) -> bool:
    for position in range(start, min(end, len(place.tokens.words))):
        word = place.word(position)
        if word in (";", ".") or position in place.says:
            return False
        if word not in place.words.front or place.word(position + 1) in place.words.front_not_after:
            continue
        before = [place.word(i) for i in range(max(0, position - 3), position)]
        if not any(w in place.words.front_not_before for w in before) and not (
            word == "front"
            and place.word(position - 1)
            not in (
                "the",
                "eastern",
                "southern",
                "northern",
                "western",
                "a",
                "on",
                "at",
                "to",
                "this",
                "that",
                "active",
                "second",
                "main",
            )
        ):
            return True
    return False


def _read_mood(place: Place, governor: Governor) -> Stage | None:
    """Planned or preparing when the words before the verb say so; `None` for what is told as done."""
    position = governor.position
    word = governor.word
    if word.form == "noun":
        if word.stage == Stage.PREPARING:
            return Stage.PREPARING
        return _read_noun_mood(place, position)
    if _is_progressive_passive(place, position) and _names_first(place):
        return Stage.PLANNED
    low = max(-1, position - 9)
    back = position - 1
    saw_to = saw_have = False
    while back > low:
        before = place.word(back)
        if before == "to":
            saw_to = True
        elif before in ("have", "been") and place.word(back - 1) in (
            "to",
            "have",
            "may",
            "might",
            "could",
            "would",
            "will",
            "must",
        ):
            saw_have = saw_have or before == "have"
        elif before in place.words.believed and (saw_to or (before == "likely" and not saw_to)):
            return _read_believed(place, back, saw_have, word)
        elif before in place.words.prepare and (saw_to or word.form == "ing"):
            return Stage.PREPARING
        elif before in place.words.plan:
            return (
                None
                if saw_have and before in place.grammar.future | {"may", "might", "could"}
                else _weigh_plan(place, back, position, saw_to, word)
            )
        elif before == "to-be":
            return Stage.PLANNED
        elif (
            before in place.grammar.auxiliaries
            or before in place.grammar.adverbs
            or before in ("not", "be", "being", "also")
        ):
            pass
        elif before in (",", ";") or before in CLAUSE_OPENERS:
            break
        elif saw_to and back == position - (2 if place.word(position - 1) == "to" else 3):
            if place.start <= back < place.end or back == place.end - 1:
                return Stage.PLANNED if place.word(position - 1) != "have" and not saw_have else None
            if place.words.verbs.get(before) is None and not governor.is_left:
                break
        elif (governor.is_left and word.form == "base") or saw_to:
            pass
        else:
            break
        back -= 1
    if saw_to and not saw_have and place.word(position - 1) in ("be", "to") and not governor.is_left:
        return Stage.PLANNED
    return None


def _read_believed(place: Place, position: int, saw_have: bool, word: StageWord) -> Stage | None:
    """ "Likely to send" is a plan, "likely to have sent" and "believed to be fighting" are not."""
    if place.word(position) == "likely" and not saw_have and word.form == "base":
        return Stage.PLANNED
    return None


def _weigh_plan(place: Place, plan: int, position: int, saw_to: bool, word: StageWord) -> Stage | None:
    """Whether a word of planning governs the verb: "will send", "plans to send", "considering sending"."""
    before = place.word(plan)
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
        if before in (",", ";", "that") or (before in QUOTES and back < position - 1):
            break
        if before in place.words.prepare:
            return Stage.PREPARING
        if before in place.words.plan and before not in (
            "announced",
            "called",
            "call",
            "calls",
            "calling",
            "able",
            "set",
            "need",
        ):
            return Stage.PLANNED
        if back in place.says:
            break
    for ahead in range(place.end, min(len(place.tokens.words), place.end + 12)):
        after = place.word(ahead)
        if after in (",", ";", "."):
            break
        if after in ("will", "would", "could", "may", "might", "planned", "expected", "scheduled", "due"):
            return Stage.PLANNED
        if after in ("had", "has", "was", "were", "began", "have"):
            break
    return None


def _is_progressive_passive(place: Place, position: int) -> bool:
    return (
        place.word(position - 1) == "being"
        or (place.word(position - 1) in ("are", "is", "were", "was")
        and place.word(position).endswith("ing"))
    )


def _names_first(place: Place) -> bool:
    """Whether the sentence says that only the first of them have come."""
    return any(word in place.words.first for word in place.tokens.lower[place.end : place.end + 25])


def _read_state(place: Place, governor: Governor) -> Stage:
    """ "There are 400 in the capital", "400 were at the front", "has 400 men in the hills"."""
    at = governor.position + 1 if not governor.is_left else place.end
    near = [place.word(i) for i in range(max(0, governor.position - 3), governor.position + 2)]
    is_future = any(word in place.grammar.future for word in near) and "have" not in near
    if is_future and governor.is_left and place.start - governor.position <= 3:
        return Stage.PLANNED  # "the brigade will number 4,800 soldiers"
    if _names_front(place, at, at + FRONT_REACH):
        stage = Stage.AT_FRONT
    elif _names_place(place, at, 6):
        stage = Stage.ARRIVED
    else:
        return Stage.UNSPECIFIED
    return Stage.PLANNED if is_future else stage


def _read_presence(place: Place) -> Stage:
    """No verb at all: "400 troops in the capital", "the presence of troops on the border"."""
    if _names_front(place, place.end, place.end + 6) and place.word(place.end) in place.words.at:
        return Stage.AT_FRONT
    return Stage.ARRIVED if _names_place(place, place.end, 1) else Stage.UNSPECIFIED


def _names_place(place: Place, start: int, reach: int) -> bool:
    """Whether a place follows: "in Mali", "along the border"; not "in 2014", "at least", "on Friday"."""
    for position in range(start, min(start + reach, len(place.tokens.words))):
        word = place.word(position)
        if word in (",", ";", ".", "and", "who") or position in place.says:
            return False
        if word in ("there", "here", "abroad", "overseas") and position > start - 1:
            return True
        if (
            word in place.words.at
            and word not in ("by", "under", "within", "among", "between")
            and _is_place(place, position + 1)
        ):
            return True
    return False


NO_PLACE: Final = frozenset(
    ["total", "all", "addition", "least", "most", "recent", "return", "support", "case", "response", "uniform", "training", "number", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "order", "its", "exchange", "fact", "question", "late", "early", "mid", "reserve", "service", "need", "short", "part", "preparation", "place", "favour", "favor"]
)


def _is_place(place: Place, position: int) -> bool:
    word = place.word(position)
    if not word or word[0].isdigit() or word in NO_PLACE:
        return False
    return (
        is_name(place.tokens.words[position])
        or word in place.grammar.determiners
        or word
        in (
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "far",
            "neighbouring",
            "bases",
            "camps",
            "position",
            "northeastern",
            "southeastern",
            "northwestern",
            "southwestern",
            "north",
            "south",
            "east",
            "west",
            "nearby",
            "occupied",
            "and",
        )
    )


# A part of a whole named in the same sentence.


def _find_whole(place: Place) -> int | None:
    """Where "including" stands before the figure: the whole is what is named before it."""
    for position in range(place.start - 1, max(-1, place.start - 6), -1):
        if (
            place.word(position) == "including"
            or (place.word(position) == "among"
            and place.word(position + 1) == "them")
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
    for position in range(end - 1, max(-1, end - REACH), -1):
        entry = _find_entry(place, position)
        if position in place.says:
            break
        if entry and entry.form != "noun":
            governor = Governor(position, entry, is_left=True)
            own = Place(
                place.tokens, end, min(position + 1, end), end, place.says, place.words, place.grammar, place.is_title
            )
            is_first = any(word in place.words.first for word in place.tokens.lower[including : place.end])
            if is_first and _is_progressive_passive(place, position):
                return entry.stage
            return _read_governor(own, governor)
    return _read_presence(Place(place.tokens, end, end, end, place.says, place.words, place.grammar, place.is_title))
