"""Clauses that do not part a figure from its date: asides, verbs that go on, and what a date itself is told of."""

from __future__ import annotations

from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.text.phrases import TokenSpan
from dashboard.reading.text.wordlist import WordList

NOUN_REACH: Final = 6  # words of "400 men from Togo" before its aside
ASIDE_REACH: Final = 16  # words of an aside
RELATIVE_REACH: Final = 12  # words from "in which" to the figure
STATE_REACH: Final = 5  # words from "had" to "400 men", and from there to "when"
ASIDES: Final = frozenset({"who", "which", "including", "among", "many", "most", "some", "all", "an", "a", "mostly"})
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
