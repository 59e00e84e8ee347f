"""Where the noun phrase that names a speaker begins and ends, to the left of a verb of saying."""

from __future__ import annotations

from collections.abc import Container
from typing import Final, NamedTuple

from dashboard.reading.grammar import Grammar
from dashboard.reading.wordlist import WordList, is_name

TokenSpan = tuple[int, int]
REACH: Final = 40  # a subject stands at most this many tokens from its verb; keeps the work linear
LONGEST_NAME: Final = 16
QUOTES: Final = frozenset('“”«»„"')
OPENED_BY: Final = QUOTES | {",", "."}
DASHES: Final = frozenset("-–—")


class Subject(NamedTuple):
    """The phrase that names a speaker, and the words set off by commas that describe him ("a member of ...")."""

    name: TokenSpan
    described: TokenSpan | None = None


def find_subject_before(
    tokens: WordList, verb: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    """The subject that ends before the token `verb`; it does not reach back over the token `floor`."""
    floor = max(floor, verb - REACH)
    end = _skip_left(tokens, verb, floor, dates, grammar)
    if end > floor and (tokens.lower[end - 1] == "," or (tokens.lower[end - 1] in DASHES and end - 1 > floor + 3)):
        return _read_set_off(tokens, end - 1, floor, dates, verbs, grammar)
    start = find_phrase_start(tokens, end, floor, dates, verbs, grammar)
    end = cut_at_clause(tokens, (start, end), grammar)[1]
    if start >= end:
        return None
    described = tokens.lower[start - 2] if start > floor + 2 else ""  # "a diplomat | briefed on | the matter"
    if described in grammar.modifiers or (described in grammar.obtained and tokens.lower[start - 1] == "by"):
        end = start - 2
        start = find_phrase_start(tokens, end, floor, dates, verbs, grammar)
        return Subject((start, end)) if start < end else None
    if start > floor + 1 and tokens.lower[start - 1] == "," and is_name(tokens.words[start]):
        return _read_title_before(tokens, start, end, floor, dates, verbs, grammar)
    return _read_name_before(tokens, start, end, floor, grammar) or Subject((start, end))


def cut_at_clause(tokens: WordList, name: TokenSpan, grammar: Grammar) -> TokenSpan:
    """ "A group | fighting the army in the north", "officials | based in Juba": without what the noun is said to do."""
    for position in range(name[0] + 1, name[1] - 1):
        word, after = tokens.lower[position], tokens.lower[position + 1]
        if tokens.lower[position - 1] not in grammar.roles or is_name(tokens.words[position]):
            continue
        if (word.endswith("ing") and word not in grammar.ing_nouns) or (
            word.endswith("ed") and after in grammar.prepositions
        ):
            return name[0], position
    return name


def _skip_left(tokens: WordList, end: int, floor: int, dates: Container[int], grammar: Grammar) -> int:
    """Over adverbs, auxiliaries and dates that stand between a subject and its verb."""
    lower = tokens.lower
    while end > floor:
        word = lower[end - 1]
        if (
            end - 1 in dates
            or word in grammar.adverbs
            or word in grammar.auxiliaries
            or (word in ("on", "in", "late") and end in dates)
        ):
            end -= 1
        elif word == "to" and lower[end - 2] in grammar.going_on:
            end -= 2  # "Chad | continued to | deny"
        else:
            break
    return end


def _read_set_off(
    tokens: WordList, comma: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    """ "Kone, a spokesman for the army, said": Kone, described; "Kone, however, said": Kone."""
    opening = _find_mark(tokens, comma, floor)
    if opening is None:
        return None
    end = _skip_left(tokens, opening, floor, dates, grammar)
    start = find_phrase_start(tokens, end, floor, dates, verbs, grammar)
    if start >= end:
        return None
    inner = (opening + 1, comma)
    if all(i in dates or tokens.lower[i] in grammar.adverbs for i in range(*inner)):
        return Subject((start, end))
    if is_bare_name(tokens, inner) and (
        tokens.lower[end - 1] in grammar.roles
        or not is_name(tokens.words[end - 1])
        or _is_title(tokens, (start, end), inner, grammar)
    ):
        return Subject(inner, (start, end))
    return Subject((start, end), inner)


def _is_title(tokens: WordList, span: TokenSpan, inner: TokenSpan, grammar: Grammar) -> bool:
    """ "The governor of North Gao | , Idris Kone,": a title with a place, and two names or more behind it."""
    opens = tokens.lower[span[0]] in grammar.determiners or tokens.lower[span[0]] in grammar.roles
    title = any(tokens.lower[position] in grammar.roles for position in range(span[0], min(span[0] + 4, span[1])))
    return opens and title and inner[1] - inner[0] > 1


def is_bare_name(tokens: WordList, span: TokenSpan) -> bool:
    """ "Haji Omar" in "a local elder, Haji Omar, said"."""
    words = [word for word in tokens.words[slice(*span)] if word != "."]
    return 1 <= len(words) <= 5 and all(is_name(word) or word.startswith(("al-", "el-")) for word in words)


def _find_mark(tokens: WordList, before: int, floor: int) -> int | None:
    """Where the words set off by a comma or dash at `before` begin: at the mark of the same sort before it."""
    is_comma = tokens.lower[before] == ","
    for position in range(before - 1, max(floor, before - 25) - 1, -1):
        word = tokens.lower[position]
        if (word == "," and is_comma) or (word in DASHES and not is_comma):
            return position
        if word in QUOTES or word in (";", ":"):
            return None
    return None


def _read_title_before(
    tokens: WordList, start: int, end: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject:
    """ "The army's spokesman, Idris Kone, said" was cut at its comma: "Idris Kone", described by what stands before."""
    comma = start - 1
    title = find_phrase_start(tokens, comma, floor, dates, verbs, grammar)
    words = tokens.lower[title:comma]
    if (
        title < comma
        and is_bare_name(tokens, (start, end))
        and not any(i in dates for i in range(title, comma))
        and words[-1] in grammar.roles
        and not any(word[0].isdigit() for word in words)
        and not any(word in grammar.roles for word in tokens.lower[start:end])
    ):
        return Subject((start, end), (title, comma))
    return Subject((start, end))


def _read_name_before(tokens: WordList, start: int, end: int, floor: int, grammar: Grammar) -> Subject | None:
    """ "Ana Ruiz, an analyst at the institute said", with no second comma: Ana Ruiz."""
    comma = start - 1
    if comma <= floor + 1 or tokens.lower[comma] != "," or tokens.lower[start] not in ("a", "an", "the"):
        return None
    first = comma
    while first > floor and is_name(tokens.words[first - 1]):
        first -= 1
    if tokens.lower[first] in grammar.never_names or tokens.lower[first] in grammar.inner_prepositions:
        return None  # "In New Delhi, a spokesman said"
    opens = first == 0 or tokens.lower[first - 1] in OPENED_BY
    is_described = any(word in grammar.roles for word in tokens.lower[start:end])
    return Subject((first, comma), (start, end)) if opens and is_described and 2 <= comma - first <= 5 else None


def find_phrase_start(
    tokens: WordList, end: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself when there is none."""
    start = end
    low = max(floor, end - LONGEST_NAME)
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
        elif start - 1 in dates or start - 1 in verbs or _ends_phrase(tokens, start - 1, start == end, grammar):
            break
        else:
            start -= 1
            if (
                word in grammar.determiners
                and tokens.lower[start - 1 : start] != ["and"]
                and not _goes_on(tokens, start, low, grammar)
            ):
                break
    start = _trim_start(tokens, start, end, grammar)
    return end if end - start == 1 and tokens.lower[start] in grammar.determiners else start


def _find_opening(tokens: WordList, closing: int, low: int) -> int | None:
    for position in range(closing - 1, low - 1, -1):
        if tokens.lower[position] == "(":
            return position
    return None


def _goes_on(tokens: WordList, start: int, low: int, grammar: Grammar) -> bool:
    """Whether a phrase runs on to the left of its determiner: "a spokesman for | the army"."""
    if start - 1 > low and tokens.lower[start - 1] == "with":
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
        return position == 0 or tokens.lower[position - 1] not in grammar.ranks
    if lower == "with":
        return at_end or position == 0 or tokens.lower[position - 1] not in grammar.roles
    if not (lower[0].isalnum() or lower in ("-", "'")) or lower in grammar.openers or lower in grammar.auxiliaries:
        return True
    if lower in grammar.inner_prepositions or tokens.lower[position : position + 2] == ["on", "both"]:
        return at_end  # "officials on both sides"
    if lower in grammar.pronouns:
        return not at_end
    return lower in grammar.prepositions or (lower in grammar.adverbs and lower not in grammar.determiners)


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
    return right_is_name and (is_name(left) or before in grammar.roles or before == ")")


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


PLAIN_VERBS: Final = frozenset({"gave", "met", "spoke", "held", "took", "made", "went", "came", "left", "sent", "put"})


def cut_at_verb(tokens: WordList, name: TokenSpan, grammar: Grammar) -> TokenSpan:
    """A phrase up to its first word in "-ed" or the like that no name is made of: "the army | published"."""
    for position in range(name[0] + 1, name[1]):
        word = tokens.lower[position]
        is_told = word in grammar.saying and grammar.saying[word].form == "past"
        if not is_name(tokens.words[position]) and (is_told or word.endswith("ed") or word in PLAIN_VERBS):
            return name[0], position
    return name
