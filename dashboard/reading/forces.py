"""Whose troops a figure counts: named at the noun, by who sends them, or in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from dashboard.reading.nouns import NounWords, build_noun_words
from dashboard.reading.tokens import Phrases, Tokens, read_tokens
from dashboard.records import LIST_SEPARATOR
from dashboard.vocabulary import Vocabulary

REACH: Final = 30  # words from a figure back to who sends the troops
CARRIED: Final = 15  # sentences back to where the troops were named


@dataclass(frozen=True, slots=True)
class ForceWord:
    """One way to name a force: as an adjective, a name, or the city where its government sits."""

    name: str
    form: str


@dataclass(frozen=True, eq=False)
class ForceTables:
    """The tables for forces, made once per vocabulary."""

    words: Phrases[ForceWord]
    people: Phrases[str]
    nouns: NounWords
    owning: frozenset[str]
    before_place: frozenset[str]
    senders: frozenset[str]
    killing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """A force named in a sentence: tokens `start:end`."""

    start: int
    end: int
    name: str
    form: str


@lru_cache(maxsize=16)
def build_force_tables(vocabulary: Vocabulary) -> ForceTables:
    """The tables of a vocabulary for forces."""
    entries = []
    for force in vocabulary.forces:
        entries += [(words, ForceWord(force.name, "adjective")) for words in force.adjectives]
        entries += [
            (words, ForceWord(force.name, "name"))
            for words in (*force.names, force.name)
            if words not in force.adjectives
        ]
        entries += [(words, ForceWord(force.name, "seat")) for words in force.seats]
    people = [(words, force.name) for force in vocabulary.forces for words in force.people]
    words: Any = vocabulary.read("force_words")
    sets = (frozenset(words[key]) for key in ("owning", "before_place", "senders", "killing"))
    return ForceTables(Phrases(entries), Phrases(people), build_noun_words(vocabulary), *sets)


def find_named(tokens: Tokens, tables: ForceTables) -> list[Named]:
    """Every force named among the tokens, in order."""
    named = []
    at = 0
    while at < len(tokens):
        people = tables.people.match(tokens.raw, at)
        word = tables.words.match(tokens.raw, at)
        if word and (people is None or word[0] >= people[0]):
            named.append(Named(at, at + word[0], word[1].name, word[1].form))
            at += word[0]
        elif people:
            named.append(Named(at, at + people[0], people[1], "people"))
            at += people[0]
        else:
            at += 1
    return named


def find_force(tokens: Tokens, place: int, head_end: int, named: list[Named], tables: ForceTables) -> str:
    """The force named in this sentence for the figure at `place`, or ""."""
    return (
        _find_at_noun(tokens, place, head_end, named)
        or _find_after(tokens, head_end, named, tables)
        or find_before(tokens, place, named, tables)
    )


def _find_at_noun(tokens: Tokens, place: int, head_end: int, named: list[Named]) -> str:
    """Between the number and the end of its noun: "1,500 North Korean soldiers", "300 of Kenya's best men"."""
    inside = [force for force in named if place < force.start and force.end <= head_end]
    if not inside:
        owners = [force for force in named if force.end == place or (force.end < place and tokens.owns[force.end - 1])]
        near = [force for force in owners if tokens.owns[force.end - 1] and _all_modify(tokens, force.end, place)]
        return near[-1].name if near else ""
    last = inside[-1]
    names = [last.name]
    for earlier in reversed(inside[:-1]):
        if tokens.words[earlier.end : last.start] not in (["and"], ["or"], [","], [",", "and"], ["/"]):
            break
        names.insert(0, earlier.name)
        last = earlier
    return LIST_SEPARATOR.join(dict.fromkeys(names))


def _all_modify(tokens: Tokens, start: int, place: int) -> bool:
    """Whether only adjectives or qualifying words stand between an owner and the number: "Kenya's roughly 600 soldiers"."""
    return place - start <= 4 and all(word.isalpha() and word not in _VERBS for word in tokens.words[start:place])


def _find_after(tokens: Tokens, at: int, named: list[Named], tables: ForceTables) -> str:
    """Right after the noun: "10,000 troops from North Korea", "300 soldiers of the Malian army", "sent by Rwanda"."""
    word = tokens.word(at)
    if word in ("belonging", "loyal") and tokens.word(at + 1) == "to":
        at, word = at + 1, "of"
    elif word in (
        "deployed",
        "sent",
        "dispatched",
        "provided",
        "contributed",
        "supplied",
        "fielded",
        "drawn",
        "recruited",
        "hailing",
    ):
        at += 1
        word = tokens.word(at)
    if word not in tables.owning:
        return ""
    names = []
    for force in named:
        if force.start < at + 1 or force.start > at + 5:
            continue
        if any(
            not (w.isalpha() or w in (",", "-", "“", "”", '"')) or w in _VERBS
            for w in tokens.words[at + 1 : force.start]
        ):
            break
        if names and tokens.words[last : force.start] not in (["and"], [","], [",", "and"], ["and", "the"]):
            break
        names.append(force.name)
        last = force.end
    return LIST_SEPARATOR.join(dict.fromkeys(names))


def find_before(tokens: Tokens, place: int, named: list[Named], tables: ForceTables) -> str:
    """Before the number: the troops of the same clause ("Russian forces in X number 8,000"), or who sends them."""
    names: list[str] = []
    last: Named | None = None
    for force in named:
        if force.end > place or place - force.end > REACH:
            continue
        if _modifies_troops(tokens, force, tables) or _acts(tokens, force, tables):
            joined = last is not None and tokens.words[last.end : force.start] in (["and"], ["and", "the"])
            names = [*names, force.name] if joined else [force.name]
        last = force
    if names and last and _is_killer(tokens, place, tables):
        return ""
    return LIST_SEPARATOR.join(dict.fromkeys(names))


def _is_killer(tokens: Tokens, place: int, tables: ForceTables) -> bool:
    """Whether who is named before did the killing: "Malian forces killed 30 fighters" counts somebody else's dead."""
    return not tables.killing.isdisjoint(tokens.words[max(0, place - 4) : place])


def _modifies_troops(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether it stands before a noun of troops: "Russian forces", "Pyongyang's troops"; or is a people."""
    if force.form == "people":
        return True
    for at in range(force.end, min(force.end + 4, len(tokens))):
        found = tables.nouns.nouns.match(tokens.words, at)
        if found:
            return found[1].kind != "other" and tokens.words[at] not in _NO_TROOPS
        if not tokens.words[at].isalpha() or tokens.words[at] in tables.nouns.stops:
            return False
    return False


def _acts(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a named country is who sends, loses or has the troops: "Pyongyang had sent", "accused Kigali of sending"."""
    if force.form == "adjective" and not tokens.raw[force.start].isupper():
        return False
    if (
        tokens.owns[force.end - 1]
        or tokens.word(force.start - 1) in tables.before_place
        or tokens.word(force.start - 2) in ("in", "to", "into", "from")
    ):
        return False
    for at in range(force.end, min(force.end + 9, len(tokens))):
        word = tokens.words[at]
        if word in tables.senders:
            return True
        if word in _CLAUSE_ENDS:
            return False
    return False


_VERBS: Final = frozenset(
    (
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "said",
        "says",
        "to",
        "in",
        "at",
        "on",
        "will",
        "would",
        "that",
        "who",
        "which",
    )
)
_NO_TROOPS: Final = frozenset(
    (
        "mission",
        "group",
        "presence",
        "team",
        "company",
        "crew",
        "column",
        "mix",
        "total",
        "strength",
        "wave",
        "members",
        "officers",
        "man",
        "woman",
        "commander",
        "unit",
    )
)
_CLAUSE_ENDS: Final = frozenset((";", ":", "that", "which", "who", "where", "while", "but", "said", "says"))


class ForceReader:
    """The forces of one article: each sentence is read at most once, and only where a figure asks for it."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> None:
        self._text = text
        self._sentences = sentences
        self._tables = build_force_tables(vocabulary)
        self._memo: dict[int, tuple[Tokens, list[Named]]] = {}

    def find_for_figure(self, index: int, tokens: Tokens, place: int, head_end: int) -> str:
        """Whose troops the figure at `place` of sentence number `index` counts, "" when nothing tells."""
        named = find_named(tokens, self._tables)
        own = find_force(tokens, place, max(head_end, place + 1), named, self._tables)
        return own or self._carry(index) or self._guess(tokens, named)

    def find_for_words(self, index: int, start: int, end: int) -> str:
        """Whose troops the words text[start:end] of sentence number `index` are about."""
        tokens, named = self._read(index)
        inside = [force for force in named if start <= tokens.starts[force.start] and tokens.ends[force.end - 1] <= end]
        of_troops = [force for force in named if _modifies_troops(tokens, force, self._tables)]
        at = next((at for at in range(len(tokens)) if tokens.ends[at] > start), len(tokens))
        if inside and inside[-1] in of_troops:
            return inside[-1].name
        if of_troops:
            return min(of_troops, key=lambda force: abs(force.start - at)).name
        return find_before(tokens, len(tokens), named, self._tables) or self._carry(index) or self._guess(tokens, named)

    def _read(self, index: int) -> tuple[Tokens, list[Named]]:
        if index not in self._memo:
            tokens = read_tokens(self._text, *self._sentences[index], ())
            self._memo[index] = tokens, find_named(tokens, self._tables)
        return self._memo[index]

    def _carry(self, index: int) -> str:
        """The force of the nearest sentence before that names one."""
        for earlier in range(index - 1, max(-1, index - CARRIED), -1):
            tokens, named = self._read(earlier)
            found = find_before(tokens, len(tokens), named, self._tables)
            if found:
                return found
        return ""

    def _guess(self, tokens: Tokens, named: list[Named]) -> str:
        """Who speaks, where nothing else is named: "France said 2,000 soldiers would go"."""
        return named[0].name if named else ""
