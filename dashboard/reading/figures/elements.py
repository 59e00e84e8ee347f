"""What stands at each place of the noun phrase of a number: a noun that is counted, an adjective, or its end."""

from __future__ import annotations

from typing import Final

from dashboard.reading.tables.nouns import NounWords
from dashboard.reading.text.tokens import NUMBER, Tokens

COUNTED: Final = ("troops", "people", "national", "crowd")  # kinds of noun that a number can count
SKIPPED: Final = frozenset("\"“”‘’'")


def read_element(tokens: Tokens, at: int, value: int, words: NounWords, *, plain: bool = False) -> tuple[str, int]:
    """What stands at a place of a noun phrase, and how many words it takes; `plain`: no unknown noun came before."""
    word = tokens.words[at]
    if word in SKIPPED:
        return "mark", 1
    known = _read_known(tokens, at, value, words)
    measure = words.measures.match(tokens.words, at)
    if known and not (measure and measure[0] > known[1]):  # "military", but "military lives"
        return known
    if measure and (plain or word in words.nominal):
        return "measure", measure[0]
    return ("end", 0) if _is_end(tokens, at, words) else ("unknown", 1)


def _read_known(tokens: Tokens, at: int, value: int, words: NounWords) -> tuple[str, int] | None:
    """The noun, the people or the adjective of a force that stands at a place: the longest of them."""
    noun = words.nouns.match(tokens.words, at)
    people = words.people.match(tokens.raw, at)
    adjective = words.adjectives.match(tokens.raw, at)
    if people and (noun is None or people[0] > noun[0]):
        return ("both", people[0]) if adjective and adjective[0] >= people[0] else ("national", people[0])
    if noun and (adjective is None or noun[0] >= adjective[0]):
        width, meaning = noun
        is_attribute = meaning.kind in ("body", "bodies") or (meaning.singular and value != 1)
        return "attribute" if is_attribute else meaning.kind, width
    return ("attribute", adjective[0]) if adjective else None


def is_head(tokens: Tokens, at: int, value: int, words: NounWords) -> bool:
    """Whether another counted noun stands here: "special forces" goes on to "soldiers"."""
    return at < len(tokens) and read_element(tokens, at, value, words)[0] in (*COUNTED, "other")


def _is_end(tokens: Tokens, at: int, words: NounWords) -> bool:
    """Whether a noun phrase ends at this word: a stop, a number, or a mark that is not inside a list of adjectives."""
    word = tokens.words[at]
    if word in ("and", "or", ",", "/"):
        return not _goes_on(tokens, at + 1, words)
    return word in words.stops or word in (NUMBER, "of") or not word[0].isalpha()


def _goes_on(tokens: Tokens, at: int, words: NounWords) -> bool:
    """Whether a list of adjectives goes on to a troop noun: "elite, battle-hardened troops", "Thai and Lao troops"."""
    if tokens.word(at) in ("and", "or") or tokens.word(at) in words.verbs:
        return False  # ", and" begins something else, and so does ", now guard the road"
    for after in range(at, min(at + 5, len(tokens))):
        word = tokens.words[after]
        noun = words.nouns.match(tokens.words, after)
        if noun and noun[1].kind in COUNTED:
            is_people = words.people.match(tokens.raw, at) and not words.adjectives.match(tokens.raw, at)
            return after > at and not is_people
        if word == NUMBER or (word in words.stops and word not in ("and", "or")) or not word[0].isalpha():
            return False
    return False
