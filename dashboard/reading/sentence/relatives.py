"""Who speaks where a clause of "who" stands between him and his verb: "an officer | who fled the camp | said"."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.sentence.sources import has_role
from dashboard.reading.sentence.subjects import REACH, find_subject_before
from dashboard.reading.sentence.words_at import word_at
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import Subject, TokenSpan, find_phrase_start
from dashboard.reading.text.wordlist import WordList, is_name

RELATIVES: Final = frozenset({"who", "that", "which"})
ASIDE_REACH: Final = 12  # words of "which calls the post a danger"
CLAUSE_ENDS: Final = frozenset({",", ";", ":", "and", "but", "(", ")", "what"})


def is_in_aside(tokens: WordList, verb: int) -> bool:
    """ "Quito, which | calls the post a danger, said": the speaker goes on behind the aside."""
    is_relative = word_at(tokens, verb - 1) == "which" and word_at(tokens, verb - 2) == ","
    return is_relative and "," in tokens.lower[verb : verb + ASIDE_REACH]


def find_relative_head(
    tokens: WordList, verb: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    """ "A diplomat | who follows the war | says", "an officer, who last week | told": the noun before "who"."""
    opener = _find_opener(tokens, verb, floor, verbs, grammar)
    if opener is None:
        return _find_spoken_to(tokens, verb, floor, dates, verbs, grammar)
    if tokens.lower[opener - 1] == ",":
        return _read_set_off_head(tokens, opener, verb, floor, dates, verbs, grammar)
    if not _has_own_verb(tokens, opener, verb, floor, dates, verbs, grammar):
        return None
    start = find_phrase_start(tokens, opener, floor, dates, verbs, grammar)
    if start == opener or tokens.lower[start][0].isdigit() or tokens.lower[opener - 1][0].isdigit():  # "the 400 who"
        return None
    is_head = tokens.lower[opener] == "who" or tokens.lower[opener - 1] in grammar.roles
    return Subject((start, opener)) if is_head else None


def _find_spoken_to(
    tokens: WordList, verb: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    """ "Experts | we consulted | think", "officials | AFP spoke to | said": who was asked, not who asked them."""
    end = verb - 1 - (tokens.lower[verb - 1] in ("to", "with"))
    heard = grammar.spoken if end < verb - 1 else grammar.asked
    if end - 1 <= floor or tokens.lower[end] not in heard:
        return None
    first = end
    while first > floor and tokens.lower[first - 1] not in grammar.roles:
        if not (is_name(tokens.words[first - 1]) or tokens.lower[first - 1] in ("have", "has", "the")):
            break
        first -= 1
    first -= tokens.lower[first - 1] in ("we", "i")
    if first == end or tokens.lower[first - 1] not in grammar.roles:
        return None
    start = find_phrase_start(tokens, first, floor, dates, verbs, grammar)
    return Subject((start, first)) if start < first else None


def _find_opener(tokens: WordList, verb: int, floor: int, verbs: Container[int], grammar: Grammar) -> int | None:
    """The "who" of the clause that ends at the verb, with no mark and no other verb of saying in it."""
    for position in range(verb - 1, max(floor, verb - REACH // 2), -1):
        word = tokens.lower[position]
        if word in RELATIVES:
            return position
        is_said = position in verbs and word not in grammar.spoken  # "officers who | spoke | to AFP said"
        if word in CLAUSE_ENDS or is_said or not (word[0].isalnum() or word in "-.'"):
            return None
    return None


def _has_own_verb(
    tokens: WordList,
    opener: int,
    verb: int,
    floor: int,
    dates: Container[int],
    verbs: Container[int],
    grammar: Grammar,
) -> bool:
    """Whether "who" does something, "who fled the camp", and nobody else says it: "who | officials | say are spies"."""
    first = opener + 1
    while first < verb and (first in dates or tokens.lower[first] in grammar.adverbs):
        first += 1
    word = word_at(tokens, first)
    if first == verb or word in grammar.auxiliaries:
        return True
    if word in grammar.determiners or word in grammar.pronouns or is_name(tokens.words[first]):
        return False
    phrase = find_phrase_start(tokens, verb, floor, dates, verbs, grammar)
    names_other = is_name(tokens.words[verb - 1]) or tokens.lower[verb - 1] in grammar.roles
    does = (
        word.endswith("ed")
        or word in grammar.plain_verbs
        or (word.endswith("s") and word not in grammar.roles and verb - first > 1)
    )
    return does or not (phrase <= first and names_other)  # "who | helps | deserters", not "who | local | officials"


def _read_set_off_head(
    tokens: WordList,
    opener: int,
    verb: int,
    floor: int,
    dates: Container[int],
    verbs: Container[int],
    grammar: Grammar,
) -> Subject | None:
    """ "Rwanda, which has denied", "the general, who on Monday told": where nothing else stands before the verb."""
    between: TokenSpan = (opener + 1, verb)
    loose = (
        i in dates or tokens.lower[i] in grammar.auxiliaries or tokens.lower[i] in grammar.adverbs
        for i in range(*between)
    )
    if not all(loose):
        return None
    if tokens.lower[opener] == "that" or opener - 1 <= floor:
        return None
    head = find_subject_before(tokens, opener - 1, floor, dates, verbs, grammar)
    head = _cut_to_paper(tokens, head, grammar) if head else None
    is_person = tokens.lower[opener] == "who" or is_name(tokens.words[opener - 2])
    return head if head and (is_person or has_role(tokens, head.name, grammar)) else None


def _cut_to_paper(tokens: WordList, head: Subject, grammar: Grammar) -> Subject:
    """ "The toll differs from | UN estimates |, which put it at 300": the paper alone, which tells whose it is."""
    start, end = head.name
    if tokens.lower[end - 1] not in grammar.reports or head.described:
        return head
    inner = [i for i in range(start, end - 2) if tokens.lower[i] in grammar.inner_prepositions]
    is_owned = bool(inner) and is_name(tokens.words[inner[-1] + 1])
    return Subject((inner[-1] + 1, end)) if is_owned else head
