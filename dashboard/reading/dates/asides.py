"""Clauses that do not part a figure from its date: asides, verbs that go on, and what a date itself is told of."""

from __future__ import annotations

from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import TokenSpan
from dashboard.reading.text.wordlist import WordList

NOUN_REACH: Final = 6  # words of "400 men from Togo" before its aside
ASIDE_REACH: Final = 16  # words of an aside
RELATIVE_REACH: Final = 12  # words from "in which" to the figure
STATE_REACH: Final = 5  # words from "had" to "400 men", and from there to "when"
ASIDES: Final = frozenset({"who", "which", "including", "among", "many", "most", "some", "all", "an", "a", "mostly"})
BEING: Final = frozenset({"is", "are", "was", "were"})
COST_REACH: Final = 8  # words from "killing" to its number
OPENING_REACH: Final = 10  # words from "in" to the date of a raid
OPENING: Final = frozenset({"in", "at", "during"})
CLAUSES: Final = frozenset({"after", "before", "since", "while", "but", "although", "because", "until"})
WHICH: Final = frozenset({"in", "during", "on", "at", "after", "for"})
STATES: Final = frozenset({"was", "were", "had", "numbered", "totalled", "totaled", "counted"})


def find_aside(context: Context, tokens: WordList, low: int, high: int) -> range:
    """Words set off by commas behind a figure, which has its verb or its date after them, or no words at all.

    "Some 400 men|, including 90 officers,| landed on Monday", "and eight from Togo|, who run a hospital,| on Friday".
    """
    lower = tokens.lower
    opening = next((i for i in range(low, min(high, low + NOUN_REACH)) if lower[i] == ","), None)
    if opening is None or _has_verb(context, tokens, low, opening):
        return range(0)
    closing = next((i for i in range(opening + 2, min(high, opening + ASIDE_REACH)) if lower[i] == ","), None)
    if closing is None or not (lower[opening + 1] in ASIDES or _is_apposed(context, tokens, opening, closing)):
        return range(0)
    is_last = closing + 1 == high
    return range(opening, closing + 1) if is_last or is_verb(context, tokens, closing + 1) else range(0)


def _is_apposed(context: Context, tokens: WordList, opening: int, closing: int) -> bool:
    """ "The first 400|, paratroopers from Togo,| landed": who they are, with no verb and no other number."""
    if _has_verb(context, tokens, opening, closing) or tokens.lower[opening + 1] in ("and", "but", "or"):
        return False
    return not any(word.replace(",", "").isdigit() for word in tokens.lower[opening:closing])


def goes_on(context: Context, tokens: WordList, position: int) -> bool:
    """Whether "and" goes on with another verb of the same subject: "a shell hit the camp, | and killed 14 men"."""
    position += tokens.lower[position] == ","
    if tokens.lower[position] != "and":
        return False
    position += 1
    while tokens.lower[position] in context.words.grammar.adverbs:
        position += 1
    return is_verb(context, tokens, position) and tokens.words[position].islower()


def is_verb(context: Context, tokens: WordList, position: int) -> bool:
    """Whether a word is the verb of a clause: "landed", "left", "have", "were"."""
    word, grammar = tokens.lower[position], context.words.grammar
    verb = context.words.stages.verbs.get(word)
    is_past = verb is not None and verb.form in ("past", "participle")
    return is_past or word in grammar.auxiliaries or word in grammar.costing or word in grammar.plain_verbs


def _has_verb(context: Context, tokens: WordList, low: int, high: int) -> bool:
    return any(is_verb(context, tokens, position) for position in range(low, high))


def find_own_aside(context: Context, tokens: WordList, figure: TokenSpan, high: int) -> range:
    """The comma behind an aside in which a figure stands: "six men, | four | of them Fijians|, fell on Monday"."""
    lower = tokens.lower
    if lower[figure[0] - 1] not in (",", "including") or lower[figure[1] : figure[1] + 2] != ["of", "them"]:
        return range(0)
    closing = next((i for i in range(figure[1], min(high, figure[1] + NOUN_REACH)) if lower[i] == ","), None)
    is_closed = closing is not None and is_verb(context, tokens, closing + 1)
    return range(closing, closing + 1) if closing is not None and is_closed else range(0)


def is_plan(context: Context, tokens: WordList, to: int) -> bool:
    """Whether "to" leads to what is still to come: "plans | to | send 400 men in May", "are | to | leave in May"."""
    if tokens.lower[to] != "to" or tokens.lower[to + 1] == "have":
        return False
    stages, before = context.words.stages, tokens.lower[to - 1]
    verb = stages.verbs.get(tokens.lower[to + 1])
    is_led = before in BEING or ((before in stages.plan or before in stages.due) and before not in stages.believed)
    return is_led and (tokens.lower[to + 1] == "be" or (verb is not None and verb.form == "base"))


def is_opening(context: Context, tokens: WordList, date: int) -> bool:
    """Whether a date stands in the words that open a sentence: "in a raid | on Friday | rebels killed 14 soldiers"."""
    if tokens.lower[0] not in OPENING or date > OPENING_REACH:
        return False
    words = tokens.lower[1:date]
    is_plain = context.words.grammar.openers.isdisjoint(words) and not _has_verb(context, tokens, 1, date)
    return is_plain and "," not in words


def is_told_of(context: Context, tokens: WordList, span: TokenSpan, figure: TokenSpan) -> bool:
    """Whether a figure and a date belong together over the clause between them."""
    return (
        is_of_relative(context, tokens, span, figure)
        or is_of_state(context, tokens, span, figure)
        or is_cost_of_day(context, tokens, span, figure)
    )


def is_cost_of_day(context: Context, tokens: WordList, span: TokenSpan, figure: TokenSpan) -> bool:
    """Whether losses end what a day is told of: "a mine went off on Friday|, killing | 14 soldiers and wounding 20"."""
    lower, grammar = tokens.lower, context.words.grammar
    low = max(span[1], figure[0] - COST_REACH)
    verb = next((i for i in range(figure[0] - 1, low - 1, -1) if lower[i] in grammar.costing_too), None)
    verb = verb or next((i for i in range(figure[0] - 1, low, -1) if _is_relative_cost(grammar, lower, i)), None)
    if span[1] > figure[0] or verb is None or "," in lower[verb : figure[0]]:
        return False
    if (grammar.losses | {"lives"} | grammar.killing).isdisjoint(lower[verb : figure[1] + COST_REACH]):
        return False
    between = lower[span[1] : verb]
    return grammar.auxiliaries.isdisjoint(between) and ";" not in between and not _is_told(context, between)


def _is_relative_cost(grammar: Grammar, lower: list[str], verb: int) -> bool:
    """ "A clash on Friday | that killed | 14 soldiers"."""
    return lower[verb] in grammar.costing and lower[verb - 1] in ("that", "which")


def _is_told(context: Context, between: list[str]) -> bool:
    """Whether another clause stands between: "on Friday, after a blast killing 14", "on Friday, he said, killing"."""
    grammar = context.words.grammar
    return any(word in grammar.saying or word in CLAUSES for word in between)


def is_of_relative(context: Context, tokens: WordList, span: TokenSpan, figure: TokenSpan) -> bool:
    """Whether a figure stands in the clause that tells of a date: "a war in 2020 | in which 400 men died"."""
    lower, first = tokens.lower, span[1]
    if not 0 <= figure[0] - first <= RELATIVE_REACH:
        return False
    first += lower[first] == ","
    is_which = lower[first] in WHICH and lower[first + 1] == "which"
    if not (is_which or (lower[first] in ("when", "where") and lower[span[1]] in (",", "when"))):
        return False
    between = lower[first + 1 + is_which : figure[0]]
    return context.words.grammar.openers.isdisjoint(between) and ";" not in between


def is_of_state(context: Context, tokens: WordList, span: TokenSpan, figure: TokenSpan) -> bool:
    """Whether a date tells when so many were there: "the force | was 9,000 strong | when it landed in 1999"."""
    lower = tokens.lower
    when = next((i for i in range(figure[1], min(span[0], figure[1] + STATE_REACH)) if lower[i] == "when"), None)
    if when is None or STATES.isdisjoint(lower[max(0, figure[0] - STATE_REACH) : figure[0]]):
        return False
    grammar = context.words.grammar
    is_plain = "," not in lower[when : span[0]] and grammar.openers.isdisjoint(lower[when + 1 : span[0]])
    return is_plain and grammar.losses.isdisjoint(lower[figure[0] : when])
