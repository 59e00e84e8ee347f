"""The figure in its sentence: its whole phrase, and which words about it are verbs and nouns of a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from dashboard.reading.tables.stages import StageWord, StageWords
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import QUOTES
from dashboard.reading.text.wordlist import WordList, is_name
from dashboard.records import Stage

ONWARD: Final = frozenset({"to", "into", "towards", "toward", "for"})
OUT_REACH: Final = 9  # words from "out of" to "to the border"
ARMY_REACH: Final = 7  # words from "served in" to "army"
MONTH: Final = "june"  # stands for the month that is spelt like a verb
BEFORE_MONTH: Final = frozenset(
    {"in", "since", "by", "until", "of", "from", "late", "early", "mid", "last", "this", "to"}
)
REACH: Final = 30  # words on either side of the figure; keeps the work linear in the length of a sentence


class Governor(NamedTuple):
    """A word that governs a figure: where it stands, its entry, and whether the figure is behind it ("sent 400")."""

    position: int
    word: StageWord
    is_left: bool
    settled: Stage | None = None  # what it tells where it is told as done and the figure only counts them


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

    def has(self, words: frozenset[str], start: int, end: int) -> bool:
        """Whether one of the words stands at `start` or behind it, before `end`."""
        return not words.isdisjoint(self.tokens.lower[max(0, start) : max(0, end)])

    def has_name(self, start: int, end: int) -> bool:
        """Whether a word at `start` or behind it, before `end`, is written as a name."""
        return any(map(is_name, self.tokens.words[max(0, start) : max(0, end)]))


def tell_months(tokens: WordList) -> WordList:
    """The words of a sentence with the month "May" told from the verb: "in | May | it had 400 men there"."""
    words = tokens.words
    if "May" not in words:
        return tokens
    lower = [MONTH if _is_month(words, i) else word for i, word in enumerate(tokens.lower)]
    return WordList(words, lower, tokens.starts, tokens.ends, tokens.mixed)


def _is_month(words: list[str], position: int) -> bool:
    if words[position] != "May" or position == 0:
        return False
    before, after = words[position - 1].lower(), words[position + 1] if position + 1 < len(words) else ""
    return before in BEFORE_MONTH or before.isdigit() or not (is_name(after) or before in QUOTES)


def widen(place: Place) -> Place:
    """From the number to its whole phrase: "an estimated | 3,000 | Kenyan troops"."""
    start, end = place.start, place.end
    lower = place.tokens.lower
    while start > 0 and place.start - start < 8 and _belongs_before(place, start - 1):
        start -= 1
    while end < len(lower) and end - place.end < 7 and _belongs_after(place, end):
        end += 1
    while end > place.end and lower[end - 1] in ("of", "-", "more"):
        end -= 1
    return Place(place.tokens, place.number, start, end, place.says, place.words, place.grammar, place.is_title)


def _belongs_before(place: Place, position: int) -> bool:
    word = place.word(position)
    if word == "to":
        return place.word(position - 1) in ("up", "close") or place.word(position - 1)[:1].isdigit()
    if word in ("as", "than", "from", "until", "between"):
        return word not in {"from", "until"} or place.word(position - 1)[:1].isdigit()
    return word in place.words.quantifiers


def _belongs_after(place: Place, position: int) -> bool:
    """Whether a word goes on with the phrase that a number begins: "400 | Chadian soldiers"."""
    word = place.word(position)
    if (
        word == "of"
        or (word == "." and _is_initial(place, position - 1))
        or (word in QUOTES and position == place.end and place.word(position + 1)[:1].isalpha())
    ):
        return True  # "“some 400” | men"
    if "or so" in (f"{word} {place.word(position + 1)}", f"{place.word(position - 1)} {word}"):
        return True  # "400 or so | instructors"
    if _ends_figure(place, position, word):
        return False
    if word in place.words.phrases and find_phrase(place, position):
        return False  # "400 police | stepped off a plane"
    entry = place.words.verbs.get(word)
    is_capital = is_name(place.tokens.words[position]) and not place.is_title
    if entry is None or is_capital or _is_adjective(place, position, entry):
        return True
    return entry.form in ("base", "s") and not is_plural(place.word(position - 1))


def _is_adjective(place: Place, position: int, entry: StageWord) -> bool:
    """ "400 | trained | fighters": what they are like, and no news of them."""
    is_done = entry.stage == Stage.PREPARING and entry.form in ("past", "participle")
    if is_done and place.word(position + 1) == "and" and place.word(position - 1)[:1].isdigit():
        position += 2  # "400 | trained and | experienced fighters"
    return is_done and place.word(position + 1) in place.words.bodies and not is_plural(place.word(position - 1))


NEXT_TO: Final = frozenset(
    {("close", "to"), ("close", "by"), ("north", "of"), ("south", "of"), ("east", "of"), ("west", "of")}
)
SUBJECTS: Final = frozenset({"the", "its", "their", "our", "his", "a", "an"})  # "400 soldiers | the army has sent"
NEXT: Final = frozenset({"next", "last", "this", "tomorrow"})
NEVER_IN_FIGURE: Final = frozenset({"who", "that", "which", "whom", "where", "have", "to", "or", "strong"})


def _ends_figure(place: Place, position: int, word: str) -> bool:
    grammar, words = place.grammar, place.words
    if not (word[0].isalnum() or word == "-") or position in place.says or word in NEVER_IN_FIGURE:
        return True
    if word in words.being or (word, place.word(position + 1)) in NEXT_TO:
        return True  # "400 soldiers | close to the border"
    is_noun = place.word(position - 1)[-1:].isalpha() or word in ("a", "an")  # not "doubled to 400 | the number"
    is_subject = word in SUBJECTS and is_noun and place.word(position - 1) != "all"
    if (word in grammar.pronouns or word in NEXT or is_subject) and place.word(position - 1) != "of":
        return True  # "400 soldiers | it has sent", "400 soldiers | next month"
    if word in grammar.auxiliaries or word in grammar.prepositions or word in grammar.conjunctions:
        return True
    if word in words.due and position > place.end and place.word(position - 1).endswith("s"):
        return True  # "the 400 soldiers | promised"
    is_done = word.endswith("ed") and place.word(position - 1).endswith("s")  # "400 troops | quartered"
    return is_done or word in words.seeing or (word in grammar.adverbs and word != "all")


def _is_initial(place: Place, position: int) -> bool:
    """ "400 | N|. Korean soldiers": a letter that stands for the first word of a name."""
    letter, after = place.tokens.words[position], place.tokens.words[position + 2 : position + 3]
    return position >= place.number and len(letter) == 1 and is_name(letter) and after != [] and is_name(after[0])


def find_entry(place: Place, position: int) -> StageWord | None:
    """The stage word at a position, if it is a verb or governing noun there ("a move" is neither)."""
    word = place.word(position)
    if word not in place.words.telling:
        return None
    phrase = find_phrase(place, position)
    if phrase is not None:
        placed = Stage.ARRIVED if phrase[0] == Stage.UNSPECIFIED else None  # "bring home its 400 men in Gao"
        return StageWord(phrase[0], _form_of(place, word), placed) if phrase[0] else None
    engaging = place.words.engaging.get(word)
    if engaging and _has_needed(place, position, engaging) and _is_verb(place, position, engaging):
        return engaging
    noun = place.words.nouns.get(word)
    verb = place.words.verbs.get(word)
    if noun and not (verb and _is_verb(place, position, verb)):
        return noun if _governs_as_noun(place, position) else None
    if verb is None or verb.needs or not _is_verb(place, position, verb) or _serves_army(place, position):
        return None
    return _turn_back(place, position, verb)


def _serves_army(place: Place, position: int) -> bool:
    """ "Have | served | in the French army": in its ranks, wherever those are; not "served in the forces in Mali"."""
    if place.word(position) not in place.words.serves or place.word(position + 1) not in ("in", "with"):
        return False
    last = position + 2
    while (
        place.word(last)[:1].isalpha() and last < position + ARMY_REACH and place.word(last) not in place.words.armies
    ):
        if place.word(last) in place.grammar.prepositions:
            return False
        last += 1
    return place.word(last) in place.words.armies and place.word(last + 1) not in place.words.at


def _turn_back(place: Place, position: int, verb: StageWord) -> StageWord:
    """What is told of those who go away: "flew | home", "the 400 men in Gao were flown | out of the valley"."""
    if verb.stage == Stage.SENT and place.word(position + 1) in ("home", "back"):
        return StageWord(Stage.UNSPECIFIED, verb.form)
    is_away = verb.stage == Stage.SENT and is_outward(place, position + 1)
    return StageWord(Stage.UNSPECIFIED, verb.form, placed=Stage.ARRIVED) if is_away else verb


def is_outward(place: Place, position: int) -> bool:
    """Whether "out of" a place begins here, and they go nowhere else: not "out of Gao to the border"."""
    if place.word(position) != "out" or place.word(position + 1) != "of":
        return False
    return not place.has(ONWARD, position + 2, position + OUT_REACH)


def find_phrase(place: Place, position: int) -> tuple[Stage | None] | None:
    """The stage of the verb of several words at a position, `(None,)` for an idiom; `None` where there is none."""
    for rest, stage in place.words.phrases.get(place.word(position), ()):
        if place.tokens.lower[position + 1 : position + 1 + len(rest)] == rest:
            return (stage,)
    return None


def _form_of(place: Place, word: str) -> str:
    verb = place.words.verbs.get(word)
    return verb.form if verb else "phrase"


def _governs_as_noun(place: Place, position: int) -> bool:
    after = place.word(position + 1)
    return after in ("of", "for", "by", "to", "from", "in", "involving", "near") or (
        place.word(position - 1) in ("the", "a", "its", "their") and after in ("would", "will", "had", "was")
    )


def _is_verb(place: Place, position: int, verb: StageWord) -> bool:
    """Whether a form that can be a noun too ("march", "base", "moves") is a verb here."""
    before, after = place.word(position - 1), place.word(position + 1)
    if is_name(place.tokens.words[position]) and position > 0 and before not in QUOTES and not place.is_title:
        return False
    if verb.form in ("base", "s"):
        return _is_present(place, position, verb.form)
    is_relative = before in ("that", "those") and verb.form != "ing"  # "the 400 that crossed", "those sent"
    is_each = before == "each" and place.word(position - 2) in place.grammar.auxiliaries  # "have each | sent"
    is_determined = before in place.grammar.determiners and not (is_relative or is_each)
    if before in place.words.quality and after not in ("to", "for"):
        return False  # "is poorly equipped", "well trained"
    if verb.form == "ing":
        is_noun = after == "of" and place.word(position) in place.words.nouns
        if is_determined and (is_noun or after in place.words.bodies):
            return False  # "approved the sending of 400 men", "a rotating brigade"
        is_training = place.word(position) == "training"
        return not (
            is_training and (is_determined or after in place.words.training_at or before in place.words.training_for)
        )
    return not is_determined or after in ("to", "in", "by")


def _is_present(place: Place, position: int, form: str) -> bool:
    """Whether "base" or "moves" is a verb: not behind "the", "of" or "army's"."""
    before, after = place.word(position - 1), place.word(position + 1)
    grammar = place.grammar
    is_noun = (
        before[:1].isdigit() or before in grammar.determiners or (before in grammar.prepositions and before != "to")
    )
    if is_noun or before.endswith("'s"):
        return False
    if form == "s":
        return after not in (",", ".", ")", "") and before not in ("them", "us")
    is_adverb = before in grammar.adverbs or before.endswith("ly")
    is_infinitive = before in ("to", ",", "and", "help", "who") or before in grammar.future or is_adverb
    is_perfect = before in ("have", "has", "had")  # "have come"
    is_many = before in ("did", "do", "does", "didn't", "don't", "we", "they", "you", "i") or is_plural(before)
    return is_infinitive or is_many or is_perfect


def is_plural(noun: str) -> bool:
    """ "Soldiers", "gunmen"."""
    return (noun.endswith("s") and not noun.endswith("'s")) or noun in (
        "men",
        "women",
        "people",
        "servicemen",
        "militiamen",
    )


def _has_needed(place: Place, position: int, verb: StageWord) -> bool:
    if verb.is_either_side and not verb.needs.isdisjoint(place.tokens.lower[max(0, position - 4) : position]):
        return True
    for word in place.tokens.lower[position + 1 : position + 8]:
        if word in place.grammar.conjunctions or word in (",", ";"):
            return False
        if word in verb.needs:
            return True
    return False
