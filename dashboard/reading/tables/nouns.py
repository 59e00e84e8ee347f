"""The tables of `troop_nouns.toml` and `forces.toml` made ready, to find the noun that a number counts."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.reading.tables.lists import fill_table
from dashboard.reading.text.tokens import Phrases
from dashboard.records import Measure
from dashboard.vocabulary import Vocabulary


class NounMeaning(NamedTuple):
    """What a noun of the vocabulary is: its kind, and whether it is a singular that can stand before another noun."""

    kind: str
    singular: bool = False


class NounWords(NamedTuple):
    """The tables needed to find a number's noun, made once per vocabulary."""

    nouns: Phrases[NounMeaning]
    adjectives: Phrases[str]
    people: Phrases[str]
    measures: Phrases[Measure]
    stops: frozenset[str]
    verbs: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    civilian: frozenset[str]
    modifiers: frozenset[str]
    compounds: frozenset[str]
    goes_on: frozenset[str]
    qualifying: frozenset[str]
    nominal: frozenset[str]
    attributes: frozenset[str]
    missions: frozenset[str]
    uniformed: frozenset[str]
    rest: frozenset[str]
    ranked: frozenset[str]
    before_whole: frozenset[str]
    crews: frozenset[str]
    likely: frozenset[str]
    sends: frozenset[str]


@lru_cache(maxsize=16)
def build_noun_words(vocabulary: Vocabulary) -> NounWords:
    """The tables of a vocabulary that tell what a number counts."""
    words = vocabulary.read("quantity_words")
    people = [(phrase, force.name) for force in vocabulary.forces for phrase in force.people]
    adjectives = [
        (phrase, force.name) for force in vocabulary.forces for phrase in (*force.adjectives, *force.names, force.name)
    ]
    measures = [(row.words.lower(), row.measure) for row in vocabulary.measures]
    return fill_table(
        NounWords,
        words,
        nouns=Phrases(_name_nouns(vocabulary)),
        adjectives=Phrases(adjectives),
        people=Phrases(people),
        measures=Phrases(measures),
    )


def _name_nouns(vocabulary: Vocabulary) -> list[tuple[str, NounMeaning]]:
    entries = []
    known = {words.lower() for noun in vocabulary.nouns for words in noun.words}
    for noun in vocabulary.nouns:
        for place, words in enumerate(noun.words):
            singular = place == 0 and len(noun.words) > 1 and noun.kind in ("troops", "people")
            entries.append((words.lower(), NounMeaning(noun.kind, singular)))
            if noun.kind == "body" and words.lower() + "s" not in known:
                entries.append((words.lower() + "s", NounMeaning("bodies")))
    return entries
