"""The names of forces in a sentence: countries, alliances, armed groups; and the words by which troops are theirs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from dashboard.reading.nouns import NounWords, build_noun_words
from dashboard.reading.tokens import Phrases, Tokens
from dashboard.vocabulary import Force, Vocabulary


@dataclass(frozen=True, slots=True)
class Named:
    """A force named in a sentence: tokens `start:end`, and as what: adjective, name, seat (of government) or people."""

    start: int
    end: int
    name: str
    form: str


@dataclass(frozen=True, eq=False)
class ForceTables:
    """The tables for forces, made once per vocabulary; what each list is for stands in `force_words.toml`."""

    words: Phrases[tuple[str, str]]
    people: Phrases[str]
    firsts: frozenset[str]
    nouns: NounWords
    kinds: dict[str, str]
    default: dict[str, str]
    troop_words: frozenset[str]
    owning: frozenset[str]
    provided: frozenset[str]
    before_place: frozenset[str]
    senders: frozenset[str]
    killing: frozenset[str]
    not_troops: frozenset[str]
    clause_ends: frozenset[str]
    leaving: frozenset[str]
    irregular: frozenset[str]
    regular: frozenset[str]
    fighters: frozenset[str]
    pronouns: frozenset[str]
    possessives: frozenset[str]
    groups: frozenset[str]
    countries: frozenset[str]
    others: frozenset[str]
    auxiliaries: frozenset[str]


@lru_cache(maxsize=16)
def build_force_tables(vocabulary: Vocabulary) -> ForceTables:
    """The tables of a vocabulary for forces."""
    words = vocabulary.read("force_words")
    lists = [field.name for field in fields(ForceTables)][7:]  # the others come first
    names = Phrases(entry for force in vocabulary.forces for entry in _list_names(force))
    people = Phrases((phrase, force.name) for force in vocabulary.forces for phrase in force.people)
    return ForceTables(
        names,
        people,
        names.firsts | people.firsts,
        build_noun_words(vocabulary),
        {force.name: force.kind for force in vocabulary.forces},
        dict(words["default"]),
        _list_troop_words(vocabulary),
        *(frozenset(words[name]) for name in lists),
    )


def _list_names(force: Force) -> list[tuple[str, tuple[str, str]]]:
    """Every way to name a force, with its name and as what it stands."""
    names = [words for words in (*force.names, force.name) if words not in force.adjectives]
    return [
        (words, (force.name, form))
        for form, listed in (("adjective", force.adjectives), ("name", names), ("seat", force.seats))
        for words in listed
    ]


def _list_troop_words(vocabulary: Vocabulary) -> frozenset[str]:
    """One word of each noun that a force can stand before: a sentence without any of them names nobody's troops."""
    nouns = {phrase for noun in vocabulary.nouns if noun.kind != "other" for phrase in noun.words}
    people = {phrase for force in vocabulary.forces for phrase in force.people}
    last = {phrase.split()[-1].lower() for phrase in nouns | people}
    return frozenset(last | {f"{word}s" for word in last})


def find_named(tokens: Tokens, tables: ForceTables) -> list[Named]:
    """Every force named among the tokens, in order."""
    named: list[Named] = []
    end = 0
    firsts = tables.firsts
    for at, raw in enumerate(tokens.raw):
        if raw not in firsts or at < end:
            continue
        people = tables.people.match(tokens.raw, at)
        word = tables.words.match(tokens.raw, at)
        if word and (people is None or word[0] >= people[0]):
            named.append(Named(at, at + word[0], *word[1]))
        elif people:
            named.append(Named(at, at + people[0], people[1], "people"))
        else:
            continue
        end = named[-1].end
    return named
