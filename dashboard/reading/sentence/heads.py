"""Who speaks where a place or a deed stands before the verb: "| officers | near the town said"."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import TokenSpan, cut_at_clause, find_phrase_start, names_role
from dashboard.reading.text.wordlist import WordList

PLACES: Final = frozenset(
    {"near", "across", "along", "inside", "outside", "around", "throughout", "in", "at", "bordering"}
)


def find_head_before(
    tokens: WordList, start: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> TokenSpan | None:
    """The noun that the phrase at `start` tells of, where one stands before it."""
    head = _find_opening_head(tokens, start, floor, grammar)
    head = head or find_doing(tokens, start, floor, dates, verbs, grammar)
    return head or find_placed(tokens, start, floor, dates, verbs, grammar)


def _find_opening_head(tokens: WordList, start: int, floor: int, grammar: Grammar) -> TokenSpan | None:
    """ "A monitor | in Canada with contacts across Shan State |": whom a sentence opens with, not what he has."""
    between = tokens.lower[floor:start]
    if between[:1] not in (["a"], ["an"]) or "with" not in between or not all(word.isalnum() for word in between):
        return None
    if not grammar.auxiliaries.isdisjoint(between):
        return None
    noun = next((i for i in range(floor + 1, min(floor + 4, start)) if tokens.lower[i] in grammar.roles), 0)
    followers = grammar.prepositions | grammar.inner_prepositions | grammar.modifiers | {"with"}
    return (floor, noun + 1) if noun and tokens.lower[noun + 1] in followers else None


def find_doing(
    tokens: WordList, start: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> TokenSpan | None:
    """ "The rebels | holding | the town | said": who does it, not what it is done to."""
    verb = start - 1
    if verb - 1 <= floor or verb in verbs or not tokens.lower[verb].endswith("ing"):
        return None
    if tokens.lower[verb] in grammar.ing_nouns or tokens.words[verb - 1].lower() not in grammar.roles:
        return None
    first = find_phrase_start(tokens, verb, floor, dates, verbs, grammar)
    return (first, verb) if first < verb and not tokens.lower[first][0].isdigit() else None


def find_placed(
    tokens: WordList, start: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> TokenSpan | None:
    """ "Residents | near | the town", "officials in Lima and | in | southern Peru": who is there, not the place."""
    end = start - 1
    if end <= floor or tokens.lower[end] not in PLACES:
        return None
    if tokens.lower[end] in grammar.inner_prepositions:
        if tokens.lower[end - 1] != "and":
            return None
        end -= 1
    first = find_phrase_start(tokens, end, floor, dates, verbs, grammar)
    end = cut_at_clause(tokens, (first, end), grammar)[1]
    return (first, end) if first < end and names_role(tokens, first, end - first, grammar) else None
