"""The figure in its sentence: its whole phrase, and which words about it are verbs and nouns of a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.reading.grammar import Grammar
from dashboard.reading.phrases import QUOTES
from dashboard.reading.stage_words import StageWord, StageWords
from dashboard.reading.wordlist import WordList, is_name
from dashboard.records import Stage

REACH: Final = 30  # words on either side of the figure; keeps the work linear in the length of a sentence


POSSESSION: Final = frozenset({"has", "have", "had", "with", "having"})


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


def widen(place: Place) -> Place:
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
    [
        "an",
        "a",
        "the",
        "estimated",
        "approximately",
        "around",
        "about",
        "some",
        "up",
        "as",
        "many",
        "at",
        "least",
        "more",
        "than",
        "over",
        "nearly",
        "almost",
        "roughly",
        "another",
        "additional",
        "further",
        "extra",
        "total",
        "of",
        "remaining",
        "no",
        "fewer",
        "less",
        "only",
        "just",
        "possibly",
        "perhaps",
        "maybe",
        "initial",
        "first",
        "batch",
        "group",
        "contingent",
        "further-more",
        "other",
        "its",
        "their",
        "his",
        "these",
        "those",
        "all",
        "both",
        "probably",
        "even",
        "between",
        "from",
        "to",
        "until",
        "close",
        "well",
        "under",
        "below",
        "possibly-",
        "what",
        "same",
        "combined",
        "force",
        "contingents",
        "several",
        "few",
    ]
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
    return (entry.form in ("base", "s") and not place.word(position - 1).endswith("s")) or is_name(
        place.tokens.words[position]
    )


def find_entry(place: Place, position: int) -> StageWord | None:
    """The stage word at a position, if it is a verb or governing noun there ("a move" is neither)."""
    word = place.word(position)
    phrase = find_phrase(place, position)
    if phrase is not None:
        return StageWord(phrase, _form_of(place, word))
    noun = place.words.nouns.get(word)
    verb = place.words.verbs.get(word)
    if noun and not (verb and _is_verb(place, position, verb)):
        return noun if _governs_as_noun(place, position) else None
    if verb and _is_verb(place, position, verb):
        return verb if not verb.needs or _has_needed(place, position, verb) else None
    return None


def find_phrase(place: Place, position: int) -> Stage | None:
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
    return after in ("of", "for", "by", "to", "from", "in", "involving", "near") or (
        place.word(position - 1) in ("the", "a", "its", "their") and after in ("would", "will", "had", "was")
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
            or (before in place.grammar.prepositions and before != "to")
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
                or (before.endswith("s") and not before.endswith("'s"))
            )
        return True
    if verb.form == "ing":
        return word != "training" or (
            before not in place.grammar.determiners
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
            and before not in ("for", "after", "adaptation", "military", "combat", "basic", "in")
        )
    if verb.form in ("past", "participle"):
        return not (before in place.grammar.determiners and place.word(position + 1) not in ("to", "in", "by"))
    return True


def _has_needed(place: Place, position: int, verb: StageWord) -> bool:
    return any(word in verb.needs for word in place.tokens.lower[position + 1 : position + 8])
