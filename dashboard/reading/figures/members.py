"""Whether members are those of an army or an armed group: "600 members of the guard", "KFOR has 4,500 members"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.tables.lists import fill_table
from dashboard.reading.tables.nouns import NounWords, build_noun_words
from dashboard.reading.text.tokens import Phrases, Tokens
from dashboard.vocabulary import Vocabulary

CLAUSE: Final = 40  # words back to whose members are counted
OF_WHAT: Final = 10  # words from "members" to what they are members of


class MemberWords(NamedTuple):
    """The words for what soldiers and others are members of, made once per vocabulary."""

    nouns: NounWords
    groups: Phrases[str]
    bodies_of: frozenset[str]
    unit_members: frozenset[str]
    clubs: frozenset[str]


@lru_cache(maxsize=16)
def build_member_words(vocabulary: Vocabulary) -> MemberWords:
    """The tables of a vocabulary for members."""
    words = vocabulary.read("quantity_words")
    groups = [
        (phrase, force.name)
        for force in vocabulary.forces
        if force.kind == "group"
        for phrase in (*force.adjectives, *force.names, force.name)
    ]
    return fill_table(MemberWords, words, nouns=build_noun_words(vocabulary), groups=Phrases(groups))


def are_in_arms(tokens: Tokens, place: int, end: int, words: MemberWords) -> bool:
    """Whether the members counted at `place`, whose noun ends at `end`, are those of an army or an armed group."""
    return _are_of_troops(tokens, end, words) or _is_strength(tokens, place, words)


def _are_of_troops(tokens: Tokens, at: int, words: MemberWords) -> bool:
    """Whether they are those of an army, a guard, a militia, or of an armed group named in the sentence."""
    if tokens.word(at) == "of":
        for after in range(at + 1, min(at + OF_WHAT, len(tokens))):
            word = tokens.words[after]
            if word in words.nouns.stops and word not in words.nouns.determiners and word not in ("and", "or"):
                break  # "80 members of the orchestra were at the army's base"
            found = words.nouns.nouns.match(tokens.words, after)
            if found and (found[1].kind == "troops" or word in words.bodies_of):
                return True
            if word in words.unit_members:
                return True  # "80 members of his company"
    return any(words.groups.match(tokens.raw, place) for place in words.groups.find_places(tokens.raw))


def _is_strength(tokens: Tokens, place: int, words: MemberWords) -> bool:
    """Whether it is how many an army or a mission has: "the force had 600 members"; a party's are no troops."""
    for at in range(min(2, place)):
        if tokens.words[at] in words.bodies_of and tokens.words[at + 1 : at + 3] == [",", "which"]:
            return True  # "KFOR, which the alliance leads, has 4,500 members"
    for at in range(place - 1, max(-1, place - CLAUSE), -1):
        if tokens.words[at] in words.clubs:
            return False
        if tokens.words[at] in words.bodies_of or tokens.words[at - 1 : at + 1] == ["the", "group"]:
            return True
    return False
