"""Where the noun phrase that names a speaker ends, to the right of a verb of saying or a preposition."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import LONGEST_NAME, TokenSpan, cut_at_clause, is_short_form, names_role
from dashboard.reading.text.wordlist import WordList, is_name

NEVER_LAST: Final = frozenset({"and", ",", "-", "the", "a"})


def find_phrase_after(
    tokens: WordList, start: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> TokenSpan:
    """The noun phrase that begins at `start`; empty when none does."""
    limit = min(len(tokens.words), start + LONGEST_NAME)
    end = start
    while end < limit and end not in dates and (end == start or end not in verbs):
        if tokens.lower[end] == "(":
            closing = next((i for i in range(end, min(limit, end + 5)) if tokens.lower[i] == ")"), None)
            if closing is None:
                break
            end = closing + 1
        elif _goes_into_phrase(tokens, end, start, dates, grammar):
            end += 1
        else:
            break
    while end > start and (tokens.lower[end - 1] in grammar.inner_prepositions or tokens.lower[end - 1] in NEVER_LAST):
        end -= 1
    return cut_at_clause(tokens, (start, end), grammar)


def _goes_into_phrase(tokens: WordList, position: int, start: int, dates: Container[int], grammar: Grammar) -> bool:
    """Whether a word can stand in the name of a speaker that begins at `start`, walking to the right."""
    word = tokens.lower[position]
    after = tokens.words[position + 1] if position + 1 < len(tokens.words) else ""
    if word == "and" or (word == "," and _goes_on_listing(tokens, position)):
        is_joint = tokens.lower[position - 1] in grammar.roles and names_role(tokens, position + 1, 4, grammar)
        return is_name(after) or after in ("the", "its", "his") or (word == "and" and is_joint)
    is_name_part = word in ("al", "el", "de", "von", "van") and is_name(tokens.words[position])  # "Al Jazeera"
    if (word in grammar.inner_prepositions and not is_name_part) or word == "with":
        return _is_inner(tokens, position, start, dates, grammar)
    if not word[0].isalnum():
        is_rank = word == "." and position > start and is_short_form(tokens, position - 1, grammar)  # "Gen. | Okoth"
        return is_name(after) and (word == "-" or is_rank)
    if word in grammar.openers or word in grammar.auxiliaries or word in grammar.prepositions:
        return False
    is_loose = (
        _ends_paper(word, grammar)
        or word in grammar.pronouns
        or word in grammar.modifiers
        or (word in grammar.adverbs and word not in grammar.determiners)
    )
    return position == start or not is_loose


def _ends_paper(word: str, grammar: Grammar) -> bool:
    """ "A UN memo | seen by", "figures from the army | show"."""
    return word in grammar.obtained or (word in grammar.saying and grammar.saying[word].does == "show")


def _goes_on_listing(tokens: WordList, comma: int) -> bool:
    """Whether a comma after a name opens a list: "Chad, Niger and the EU"."""
    ahead = tokens.lower[comma + 1 : comma + 6]
    if "and" not in ahead or comma + 1 >= len(tokens.words) or not is_name(tokens.words[comma + 1]):
        return False
    between = ahead[: ahead.index("and")]
    return len(between) <= 2 and all(word.isalpha() for word in between)


def _is_inner(tokens: WordList, position: int, start: int, dates: Container[int], grammar: Grammar) -> bool:
    """Whether a preposition belongs to the name: "the ministry of defence", not "the ministry in a statement"."""
    if position == start or position + 1 >= len(tokens.words) or position + 1 in dates:
        return False
    word, after = tokens.lower[position], tokens.lower[position + 1]
    if word == "with":  # "an official with the UN"
        return tokens.lower[position - 1] in grammar.roles and (is_name(tokens.words[position + 1]) or after == "the")
    if word in ("in", "at", "to"):
        return is_name(tokens.words[position + 1]) and tokens.lower[start] != tokens.lower[start].title()
    return word != "from" or is_name(tokens.words[position + 1]) or after == "the"
