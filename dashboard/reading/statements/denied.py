"""Whether a figure itself is denied, or only stands beside what is: "not 900", "called the figure of 900 absurd"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.statements.negations import search
from dashboard.reading.text.phrases import QUOTES, TokenSpan
from dashboard.reading.text.wordlist import WordList
from dashboard.records import Stage

GOING_REACH: Final = 4  # words from "ruled out" to "withdrawing"
CALLED_REACH: Final = 9  # words from "called" to the figure, and from there to "absurd"
ASKING: Final = frozenset({"about", "whether", "if", "how"})
BOUNDS: Final = frozenset({"only", "just", "even", "more", "fewer", "less", "all", "a", "an", "the", "many", "few"})


def is_called_false(context: Context, index: int, start: int, figure: int) -> bool:
    """ "It is not true that | 900 | soldiers deserted": the words before the figure make it false."""
    match = search(context, index, context.words.statements.untrue, start, figure)
    return match is not None and not any(mark in context.text[match.end() : figure] for mark in ",;:")


def is_false_number(context: Context, tokens: WordList, figure: TokenSpan) -> bool:
    """ "There were 40, not | 900", "called the figure of | 900 | absurd"."""
    return _is_not(context, tokens, figure) or _is_branded(context, tokens, figure)


def _is_not(context: Context, tokens: WordList, figure: TokenSpan) -> bool:
    position = figure[0] - 1
    while position > 0 and tokens.lower[position] in context.words.stages.quantifiers:
        position -= 1
    if position < 1 or tokens.lower[position] != "not" or tokens.lower[position + 1] in BOUNDS:
        return False  # "not only 900", "not a single one"
    before = tokens.lower[position - 1]
    return before in (",", "–", "—", "-", ":", "and") or before in context.words.grammar.be


def _is_branded(context: Context, tokens: WordList, figure: TokenSpan) -> bool:
    words = context.words.statements
    before = tokens.lower[max(0, figure[0] - CALLED_REACH) : figure[0]]
    called = next((at for at in range(len(before) - 1, -1, -1) if before[at] in words.calling), None)
    if called is None or not before[called + 1 :] or not {",", ";", "that"}.isdisjoint(before[called:]):
        return False
    behind = tokens.lower[figure[1] : figure[1] + CALLED_REACH]
    false = next((at for at, word in enumerate(behind) if word in words.false_words), None)
    return false is not None and {",", ";", ":", ".", "and", "but"}.isdisjoint(behind[:false])


def is_asked(context: Context, index: int, start: int, figure_end: int, end: int) -> bool:
    """ "Asked about reports of | 900 | soldiers there, he declined to comment": what is asked is not confirmed."""
    tokens = context.tokens(index)
    opening = [word for word in tokens.lower[:3] if word not in QUOTES]
    if opening[:1] != ["asked"] or opening[1:2] == [] or opening[1] not in ASKING:
        return False
    comma = context.text.find(",", figure_end, end)
    if comma < 0 or "," in context.text[context.sentences[index][0] : start]:
        return False
    return search(context, index, context.words.statements.unconfirmed, comma, end) is not None


def is_granted(context: Context, tokens: WordList, denial: int, figure: int) -> bool:
    """Whether what is denied is not the figure: "ruled out a mission, although 40 guards are there".

    Nor is it in "refused to pull out its 900 men", where they are there already.
    """
    between = tokens.lower[denial:figure]
    is_sacked = tokens.lower[denial - 1] in context.words.statements.sacking  # "has dismissed 40 officers"
    if is_sacked and all(word in context.words.stages.quantifiers for word in between):
        return True
    if any(word in context.words.statements.granting for word in between):
        return True
    stages = context.words.stages.verbs
    goes = next((stages[word] for word in between[:GOING_REACH] if word in stages), None)
    is_leaving = goes is not None and goes.stage == Stage.UNSPECIFIED and goes.placed == Stage.ARRIVED
    return is_leaving and not {"its", "their", "his", "the", "all"}.isdisjoint(between[-3:])
