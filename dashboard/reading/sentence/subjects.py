"""Who stands before a verb of saying: his name, and the words beside it that describe him."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.sentence.heads import PLACES, find_doing, find_head_before, find_placed
from dashboard.reading.sentence.words_at import is_number
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import (
    DASHES,
    QUOTES,
    Subject,
    TokenSpan,
    cut_at_clause,
    find_phrase_start,
    names_role,
)
from dashboard.reading.text.wordlist import WordList, is_name

REACH: Final = 40  # a subject stands at most this many tokens from its verb; keeps the work linear
THEMSELVES: Final = frozenset({"itself", "himself", "herself", "themselves"})
NAMING: Final = frozenset({"name", "named", "called", "calls", "himself", "herself"})
NAMING_ENDS: Final = frozenset({"as", "only", "himself", "herself", "called", "named", "name"})
OPENED_BY: Final = QUOTES | {",", "."}


def find_subject_before(
    tokens: WordList, verb: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    """The subject that ends before the token `verb`; it does not reach back over the token `floor`."""
    floor = max(floor, verb - REACH)
    end = _skip_left(tokens, verb, floor, dates, grammar)
    if end > floor and (tokens.lower[end - 1] == "," or (tokens.lower[end - 1] in DASHES and end - 1 > floor + 3)):
        return _read_set_off(tokens, end - 1, floor, dates, verbs, grammar)
    end = _skip_it(tokens, end, floor, grammar)
    start = find_phrase_start(tokens, end, floor, dates, verbs, grammar)
    end = cut_at_clause(tokens, (start, end), grammar)[1]
    start = _skip_owned(tokens, start, end, grammar)
    if start >= end:
        return None
    described = tokens.lower[start - 2] if start > floor + 2 else ""  # "a diplomat | briefed on | the matter"
    is_passed_on = tokens.lower[start - 1] == "by" and described in grammar.obtained
    is_passed_on = is_passed_on or (described == "shared" and tokens.lower[start - 1] == "with")
    if described in grammar.modifiers or is_passed_on:  # "an assessment | shared with | an agency"
        noun = start - 2
        start = find_phrase_start(tokens, noun, floor, dates, verbs, grammar)
        end = end if tokens.lower[noun - 1] in grammar.says_little else noun  # "people familiar with the matter"
        return Subject((start, end)) if start < noun else None
    placed = find_head_before(tokens, start, floor, dates, verbs, grammar)
    if placed:
        return Subject(placed)
    if start > floor + 1 and tokens.lower[start - 1] == "," and is_name(tokens.words[start]):
        return _read_title_before(tokens, start, end, floor, dates, verbs, grammar)
    return _read_name_before(tokens, start, end, floor, grammar) or Subject((start, end))


def _skip_owned(tokens: WordList, start: int, end: int, grammar: Grammar) -> int:
    """ "A militia whose strength | Chad | gives as 900": without what is told of it."""
    is_counted = end - start > 2 and tokens.lower[start] == "the" and tokens.lower[start + 1][0].isdigit()
    if is_counted and is_bare_name(tokens, (start + 2, end)) and not names_role(tokens, start + 2, 4, grammar):
        return start + 2  # "the 900 | Chad | says it lost"
    opener = tokens.lower[start - 1] if start else ""
    noun = tokens.lower[start] if opener == "whose" and start < end else ""
    is_owned = noun != "" and noun not in grammar.roles and tokens.words[start].islower()
    return start + 1 if is_owned and start + 1 < end and is_name(tokens.words[start + 1]) else start


def _skip_it(tokens: WordList, end: int, floor: int, grammar: Grammar) -> int:
    """ "The coalition | against it | said", "the force | besieging it | said": back to the noun."""
    if end - 2 <= floor or tokens.lower[end - 1] not in ("it", "them"):
        return end
    doing = find_doing(tokens, end - 1, floor, (), (), grammar)
    if doing:
        return doing[1]
    is_beside = _is_beside(tokens, end - 2, grammar)
    return end - 2 - (tokens.lower[end - 3] in grammar.modifiers) if is_beside else end


def _is_beside(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "The coalition | against | it": not "one | of | them"."""
    return tokens.lower[position] in grammar.prepositions and tokens.lower[position] != "of"


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
            or (word == "at" and lower[end : end + 1] == ["first"])  # "Chad at first denied"
        ):
            end -= 1
        elif word in THEMSELVES and end - 1 > floor and _can_do(tokens, end - 2, grammar, grammar.auxiliaries):
            end -= 1  # "Chad | itself | admits", "Chad has | itself | admitted"
        elif word == "far" and lower[end - 2] == "so":
            end -= 2  # "the tally has | so far | confirmed"
        elif word == "last" and end - 1 > floor and _can_do(tokens, end - 2, grammar):
            end -= 1  # "Lima | last | gave a number in May"
        elif word in ("private", "public") and lower[end - 2] == "in":
            end -= 2  # "officials have | in private | spoken of"
        elif end - 4 > floor and lower[end - 4 : end] == ["for", "the", "first", "time"]:
            end -= 4  # "Chad | for the first time | acknowledged"
        elif word == "to" and lower[end - 2] in grammar.going_on:
            end -= 2  # "Chad | continued to | deny"
        else:
            break
    return end


def _can_do(tokens: WordList, position: int, grammar: Grammar, others: Container[str] = ()) -> bool:
    """ "Lima", "the ministry": what can end the name of who does something, or one of the `others`."""
    return (
        is_name(tokens.words[position]) or tokens.lower[position] in grammar.roles or tokens.lower[position] in others
    )


def _read_set_off(
    tokens: WordList, comma: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    """ "Kone, a spokesman for the army, said": Kone, described; "Kone, however, said": Kone."""
    opening = _find_mark(tokens, comma, floor)
    if opening is None:
        return None
    opening, comma = _widen(tokens, (opening, comma), floor, grammar)
    end = _skip_left(tokens, opening, floor, dates, grammar)
    start = find_phrase_start(tokens, end, floor, dates, verbs, grammar)
    if start >= end:
        return None
    placed = find_placed(tokens, start, floor, dates, verbs, grammar)
    start, end = placed or (start, end)  # "an officer | near the town |, who fled, said"
    inner = (opening + 1, comma)
    if all(i in dates or tokens.lower[i] in grammar.adverbs for i in range(*inner)):
        mark = _find_mark(tokens, opening, floor)
        is_of_him = mark is not None and tokens.lower[mark + 1] == "who"  # "Kone, who was there, later said"
        before = _read_set_off(tokens, opening, floor, dates, verbs, grammar) if is_of_him else None
        return before or Subject((start, end))
    if (is_bare_name(tokens, inner) and _is_of_many(tokens, (start, end))) or _is_age(tokens, inner):
        return Subject((start, end))
    name = _find_other_name(tokens, (start, end), inner) or _find_given_name(tokens, inner)
    inner = _cut_at_party(tokens, (start, end), inner, grammar)
    if is_bare_name(tokens, inner) and (
        tokens.lower[end - 1] in grammar.roles
        or not is_name(tokens.words[end - 1])
        or is_title(tokens, (start, end), inner, grammar)
    ):
        name = inner
    if name:
        return Subject(name, (start, end))
    is_place = is_bare_name(tokens, inner) and _ends_in_place(tokens, (start, end))
    return Subject((start, end), None if is_place else inner)


def _cut_at_party(tokens: WordList, span: TokenSpan, inner: TokenSpan, grammar: Grammar) -> TokenSpan:
    """ "A lawmaker, | Ana Ruiz | of the ruling party, said": the name without what follows it."""
    end = next((i for i in range(*inner) if tokens.lower[i] in ("of", "from")), inner[1])
    is_titled = tokens.lower[span[1] - 1] in grammar.roles and end - inner[0] > 1
    return (inner[0], end) if is_titled and is_bare_name(tokens, (inner[0], end)) else inner


def _widen(tokens: WordList, marks: TokenSpan, floor: int, grammar: Grammar) -> TokenSpan:
    """The marks about what describes him: "Kone |, who lives in Edea, south of Douala, | said".

    Of "Kone |, mayor of Edea, | in Cameroon, said" those about his title.
    """
    opening, closing = marks
    if opening - 2 > floor and tokens.lower[opening - 2] == "," and _is_age(tokens, (opening - 1, opening)):
        return opening - 2, closing  # "Ana Ruiz, 52, a nurse, said"
    first, second = tokens.lower[opening + 1], tokens.lower[opening + 2]
    outer = _find_mark(tokens, opening, floor)
    if outer is not None and (first in PLACES or (first in grammar.compass and second == "of")):
        title = range(outer + 1, opening)
        if is_bare_name(tokens, (outer - 1, outer)) and any(tokens.lower[i] in grammar.roles for i in title):
            return outer, opening
    is_titled = is_bare_name(tokens, (opening + 1, closing)) and tokens.lower[opening - 1] in grammar.roles
    for _ in range(0 if is_titled else 2):  # `is_titled`: "who fled, the army chief, General Kone, said"
        if outer is not None and tokens.lower[outer + 1] in ("who", "which", "whose"):
            return outer, closing
        outer = _find_mark(tokens, outer, floor) if outer is not None else None
    return marks


def _is_age(tokens: WordList, span: TokenSpan) -> bool:
    """ "Ana Ruiz | , 52, | said"."""
    return span[1] - span[0] == 1 and tokens.lower[span[0]].isdigit()


def _ends_in_place(tokens: WordList, span: TokenSpan) -> bool:
    """ "A deserter | in Cuzco |, Peru, said": what the comma sets off is where the place is."""
    back = span[1] - 1
    while back > span[0] and is_name(tokens.words[back]):
        back -= 1
    return span[0] < back < span[1] - 1 and tokens.lower[back] in PLACES


def _find_given_name(tokens: WordList, inner: TokenSpan) -> TokenSpan | None:
    """ "A rebel, | who gave his name as Otto |, said", "who called himself Captain Otto": the name."""
    words = tokens.lower[slice(*inner)]
    if "who" not in words or NAMING.isdisjoint(words):
        return None
    first = inner[1]
    while first > inner[0] and is_name(tokens.words[first - 1]):
        first -= 1
    return (first, inner[1]) if first < inner[1] and tokens.lower[first - 1] in NAMING_ENDS else None


def _find_other_name(tokens: WordList, span: TokenSpan, inner: TokenSpan) -> TokenSpan | None:
    """ "The UN mission, known as | MONUC |, said", "a militia called | the Hawks |, said": the name of a body."""
    opening = tokens.lower[inner[0] : inner[0] + 2]
    shift = 2 if opening == ["known", "as"] else 1 if opening[:1] in (["called"], ["named"], ["dubbed"]) else 0
    start = inner[0] + shift
    is_own = start < inner[1] and is_bare_name(tokens, (start + (tokens.lower[start] == "the"), inner[1]))
    return (start, inner[1]) if shift and is_own and tokens.lower[span[0]] in ("the", "a", "an") else None


def _is_of_many(tokens: WordList, span: TokenSpan) -> bool:
    """ "Followers of the president | , Ana Ruiz, | say": they say it, not she."""
    of = next((i for i in range(span[0] + 1, span[1]) if tokens.lower[i] == "of"), None)
    return of is not None and tokens.words[of - 1].endswith("s") and not tokens.words[of - 1].endswith("ss")


def is_title(tokens: WordList, span: TokenSpan, inner: TokenSpan, grammar: Grammar) -> bool:
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
        and tokens.lower[title - 1 : title]
        not in (["in"], ["at"], ["near"], ["inside"], ["and"])  # "in the capital, Kone said"
        and not any(is_number(word, grammar) for word in words)
        and not words[-1].endswith("s")  # "lost its soldiers, AFP reported"
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
