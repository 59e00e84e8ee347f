"""Where the noun phrase that names a speaker begins, to the left of its end."""

from __future__ import annotations

from collections.abc import Container
from typing import Final, NamedTuple

from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.wordlist import WordList, is_name

TokenSpan = tuple[int, int]
LONGEST_NAME: Final = 16
QUOTES: Final = frozenset('“”«»„"')
DASHES: Final = frozenset("-–—")
TIMES: Final = frozenset({"before", "after", "during", "since", "until"})
POINTING: Final = frozenset({"the", "these", "those", "its", "his", "her", "their"})
ALONE: Final = frozenset({"he", "she", "it", "they", "we"})  # these need no other words to be a subject


class Subject(NamedTuple):
    """The phrase that names a speaker, and the words set off by commas that describe him ("a member of ...")."""

    name: TokenSpan
    described: TokenSpan | None = None


def cut_at_clause(tokens: WordList, name: TokenSpan, grammar: Grammar) -> TokenSpan:
    """ "A group | fighting the army in the north", "officials | based in Juba": without what the noun is said to do."""
    for position in range(name[0] + 1, min(name[1], len(tokens.lower) - 1)):
        word, after = tokens.lower[position], tokens.lower[position + 1]
        behind_noun = tokens.lower[position - 1] in grammar.roles or tokens.lower[position - 1] == ")"
        if not behind_noun or is_name(tokens.words[position]):
            continue
        is_going_on = word.endswith("ing") and word not in grammar.ing_nouns and position < name[1] - 1
        does = word.endswith("ed") or _is_plural_verb(tokens, position, grammar)
        if is_going_on or (does and after in grammar.prepositions):
            return name[0], position
    return name


def _is_plural_verb(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "Estimates by diplomats | run from": a bare word behind a plural."""
    word = tokens.lower[position]
    small = (grammar.inner_prepositions, grammar.conjunctions, grammar.adverbs, grammar.modifiers, grammar.roles)
    is_bare = word.isalpha() and not word.endswith("s") and word not in grammar.obtained
    return is_bare and tokens.lower[position - 1].endswith("s") and not any(word in words for words in small)


def _is_singular_verb(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "Uganda | remains | the largest contributor": a bare word in "-s" before what is no noun."""
    word, after = tokens.lower[position], tokens.lower[position + 1 : position + 2]
    is_bare = word.endswith("s") and not word.endswith(("ss", "'s")) and word.isalpha() and word not in grammar.roles
    return is_bare and tokens.words[position].islower() and after != [] and after[0] in grammar.determiners


def find_phrase_start(
    tokens: WordList, end: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself when there is none."""
    start = end
    is_alone = end > floor and tokens.lower[end - 1] in ALONE  # "for the first weeks of the war | it | denied"
    low = end - 1 if is_alone else max(floor, end - LONGEST_NAME)
    while start > low:
        word = tokens.lower[start - 1]
        if word == ")":
            opening = _find_opening(tokens, start - 1, low)
            if opening is None:
                break
            start = opening
        elif word == "and":
            if not _joins_names(tokens, start - 1, low, dates, verbs, grammar):
                break
            start -= 1
        elif word == "," and start < end:
            if not _lists_names(tokens, start - 1, end, low):
                break
            start -= 1
        elif _stops(tokens, (start, end), dates, verbs, grammar):
            break
        else:
            start -= 1
            if (
                word in grammar.determiners
                and tokens.lower[start - 1 : start] != ["and"]
                and not _goes_on(tokens, start, low, grammar)
            ):
                start -= start > low and tokens.lower[start - 1] in POINTING  # "| the | two officials said"
                break
    start = _skip_time(tokens, _trim_start(tokens, start, end, grammar), end, grammar)
    return end if end - start == 1 and tokens.lower[start] in grammar.determiners else start


def _stops(tokens: WordList, span: TokenSpan, dates: Container[int], verbs: Container[int], grammar: Grammar) -> bool:
    """Whether a phrase found so far ends before the next word to its left."""
    position = span[0] - 1
    if position in dates:
        return not _dates_paper(tokens, *span, grammar)
    return position in verbs or _ends_phrase(tokens, position, span[0] == span[1], grammar)


def _dates_paper(tokens: WordList, start: int, end: int, grammar: Grammar) -> bool:
    """ "The army's Monday | statement", "an October | report": a day's name between a paper and whose it is."""
    opens = start > 1 and (tokens.lower[start - 2].endswith("'s") or tokens.lower[start - 2] in ("a", "an", "its"))
    return opens and tokens.lower[end - 1] in grammar.reports and end - start <= 2


def _skip_time(tokens: WordList, start: int, end: int, grammar: Grammar) -> int:
    """Behind the time that opens a sentence without a comma: "before the war | Israel"."""
    first = start - 1 if start and tokens.lower[start - 1] in grammar.determiners else start
    if not first or tokens.lower[first - 1] not in TIMES:
        return start
    small = (grammar.roles - {"war"}) | grammar.conjunctions | grammar.determiners | grammar.inner_prepositions
    for position in range(start, end - 1):
        is_noun = tokens.words[position].islower() and tokens.lower[position] not in small
        if is_noun and is_name(tokens.words[position + 1]):
            return position + 1
    return start


def _find_opening(tokens: WordList, closing: int, low: int) -> int | None:
    for position in range(closing - 1, low - 1, -1):
        if tokens.lower[position] == "(":
            return position
    return None


def _goes_on(tokens: WordList, start: int, low: int, grammar: Grammar) -> bool:
    """Whether a phrase runs on to the left of its determiner: "a spokesman for | the army"."""
    if start - 1 > low and tokens.lower[start - 1].endswith("'s"):
        return True  # "one of Kyiv's | most senior commanders"
    if start - 1 > low and tokens.lower[start - 1] in ("with", "on"):  # "a lawmaker | on | the committee"
        return tokens.lower[start - 2] in grammar.roles
    return (
        start - 1 > low
        and (
            tokens.lower[start - 1] in grammar.inner_prepositions
            or tokens.lower[start - 1 : start + 1] == ["on", "both"]
        )
        and tokens.lower[start - 2] not in grammar.auxiliaries
    )


def _ends_phrase(tokens: WordList, position: int, at_end: bool, grammar: Grammar) -> bool:
    """Whether a word cannot stand in the name of a speaker, walking left; `at_end`: as its last word."""
    lower = tokens.lower[position]
    if lower == ".":
        return position == 0 or not is_short_form(tokens, position - 1, grammar)
    if lower in ("with", "on") and not at_end and position:  # "officials on both sides", "a channel on Telegram"
        after = tokens.lower[position + 1]
        is_body = after in grammar.determiners and names_role(tokens, position + 2, 4, grammar)
        goes_on = lower == "with" or after == "both" or is_body or is_name(tokens.words[position + 1])
        return not goes_on or tokens.lower[position - 1] not in grammar.roles
    if not (lower[0].isalnum() or lower in ("-", "'")) or lower in grammar.openers or lower in grammar.auxiliaries:
        return True
    if lower in grammar.inner_prepositions:
        return at_end
    if lower in grammar.pronouns or tokens.words[position] == "time":  # "the first | time | Tokyo has said"
        return not at_end
    return lower in grammar.prepositions or (lower in grammar.adverbs and lower not in grammar.determiners)


def is_short_form(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether a full stop behind a word belongs to a name: "Gen | . Okoth", "R | . K | . Sharma"."""
    word = tokens.words[position]
    return tokens.lower[position] in grammar.ranks or (len(word) == 1 and is_name(word))


def _joins_names(
    tokens: WordList, position: int, low: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> bool:
    """Whether "and" joins two speakers: names or describers on both sides, no verb before it."""
    if position + 1 >= len(tokens.words) or position - 1 < low:
        return False
    left, right = tokens.words[position - 1], tokens.words[position + 1]
    right_is_name = is_name(right) or tokens.lower[position + 1] in grammar.determiners
    before = tokens.lower[position - 1]
    if position - 1 in dates or position - 1 in verbs or before in QUOTES:
        return False
    if before in grammar.roles and names_role(tokens, position + 1, 2, grammar):
        return True  # "police and residents"
    if position - 2 >= low and tokens.lower[position - 2] == "," and left.islower():
        return names_role(tokens, position + 1, 2, grammar)  # ", local and security sources"
    if is_name(left) and tokens.lower[position + 1] in grammar.roles and right.endswith("s"):
        return _ends_outlet(tokens, position, low, grammar)
    return right_is_name and (is_name(left) or before in grammar.roles or before == ")")


def _ends_outlet(tokens: WordList, position: int, low: int, grammar: Grammar) -> bool:
    """ "The news site Frontera | and volunteers": behind a noun with its name, not "in Lima | and residents"."""
    first = position
    while first > low and is_name(tokens.words[first - 1]):
        first -= 1
    return first > low and tokens.lower[first - 1] in grammar.roles


def names_role(tokens: WordList, start: int, reach: int, grammar: Grammar) -> bool:
    """Whether one of the next words is a noun for speakers, with nothing but words before it."""
    for word in tokens.lower[start : start + reach]:
        if word in grammar.roles:
            return True
        if not word.isalpha() or word in grammar.auxiliaries:
            return False
    return False


def _lists_names(tokens: WordList, comma: int, end: int, low: int) -> bool:
    """Whether a comma stands in a list of speakers: "Chad, the US and Niger"."""
    if "and" not in tokens.lower[comma:end] or comma - 1 < low:
        return False
    first = comma - 2 if comma - 2 >= 0 else comma - 1
    begins = (
        first < low
        or tokens.lower[first] in (",", "the", "both", "“", '"')
        or first == 0
        or is_name(tokens.words[first])
    )
    return is_name(tokens.words[comma - 1]) and begins and is_name(tokens.words[comma + 1].replace("the", "The"))


def _trim_start(tokens: WordList, start: int, end: int, grammar: Grammar) -> int:
    """Without "and", "both" or a stray preposition or mark at the front."""
    while start < end:
        word = tokens.lower[start]
        if (
            word in ("and", "both", "-", ".", "'", ",")
            or (word in grammar.inner_prepositions and not is_name(tokens.words[start]))
        ) or (
            word in grammar.inner_prepositions and start + 1 < end and word in ("in", "at", "for", "from", "to", "of")
        ):
            start += 1
        else:
            break
    return start


def cut_at_verb(tokens: WordList, name: TokenSpan, grammar: Grammar) -> TokenSpan:
    """A phrase up to its first word in "-ed" or the like that no name is made of: "the army | published"."""
    for position in range(name[0] + 1, name[1]):
        word = tokens.lower[position]
        is_told = word in grammar.saying and grammar.saying[word].form == "past"
        if not is_name(tokens.words[position]) and (is_told or word.endswith("ed") or word in grammar.plain_verbs):
            return name[0], position
        if is_name(tokens.words[position - 1]) and _is_singular_verb(tokens, position, grammar):
            return name[0], position
    return name
