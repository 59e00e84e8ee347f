"""Whether troops stand in a negation, or in a condition, a demand or a fear, rather than in news of them."""

from __future__ import annotations

import re
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.stages.resolving import Reading
from dashboard.reading.tables.statements import Phrases

INVERTED: Final = frozenset({"were", "had"})  # "were the council to ask for troops, ..."


def search(context: Context, index: int, phrases: Phrases, start: int, end: int) -> re.Match[str] | None:
    """The first of the phrases in `start:end` of sentence number `index`."""
    if not phrases.can_be_in(context.word_set(index)):
        return None
    return next(phrases.find(context.text, context.folded, start, end), None)


def is_negated(context: Context, index: int, start: int, span: tuple[int, int], reading: Reading) -> bool:
    """Whether "no" stands before the troops or "not" at their verb."""
    tokens = context.tokens(index)
    first, _last = tokens.find(*span)
    grammar = context.words.grammar
    for position in range(first - 1, max(-1, first - 8), -1):
        word = tokens.lower[position]
        if word in ("none", "neither") or (word == "not" and tokens.lower[position + 1] in ("a", "one")):
            return True
        if word == "no" and not any(
            tokens.lower[i] in ("doubt", "longer") for i in range(position + 1, min(position + 2, len(tokens.lower)))
        ):
            return True
        if word in grammar.openers or word in grammar.auxiliaries or word in (",", ";") or position in reading.says:
            break
    verb = reading.verb
    if verb is None:
        return False
    if tokens.lower[verb] in grammar.auxiliaries and tokens.lower[verb + 1 : verb + 2] == ["not"]:
        return True  # "the soldiers were not in the city", "will not put boots on the ground"
    near = range(max(0, verb - 4), verb)
    return (
        any(
            tokens.lower[at] in grammar.negations
            and tokens.lower[at] != "without"
            and not (tokens.lower[at + 1] == "to" and tokens.lower[at - 1] in context.words.statements.ordering)
            and (tokens.lower[at] != "nor" or tokens.lower[at + 1] in grammar.auxiliaries)  # "nor | has it sent a man"
            for at in near
        )
        and tokens.starts[near.start] >= start - 40
    )


def is_presupposed(
    context: Context, index: int, start: int, span: tuple[int, int], reading: Reading, but: tuple[str, ...] = ()
) -> bool:
    """Whether the troops stand in a condition, a demand, a fear, or in what others report."""
    tokens = context.tokens(index)
    first = tokens.find(*span)[0]
    if tokens.lower[context.opening(index)] in INVERTED:
        return True
    holders = context.holders(index, *span)
    leading = [cue.last for cue in holders if cue.last <= first]
    low = max([tokens.starts[cue_last] for cue_last in leading if cue_last < len(tokens.starts)], default=start)
    low = max(low, start)
    words = context.words.statements
    high = span[0]
    if reading.verb is not None:
        high = max(high, tokens.starts[reading.verb])
    if words.presupposed.can_be_in(context.word_set(index)) and any(
        match[0].lower() not in but for match in words.presupposed.find(context.text, context.folded, low, high)
    ):
        return True
    return search(context, index, words.hearsay, low, span[0]) is not None
