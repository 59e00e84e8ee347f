"""Whether a date and a figure stand in one clause of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.dates.asides import find_aside, find_own_aside, goes_on, is_opening, is_plan, is_told_of
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import QUOTES, TokenSpan
from dashboard.reading.text.wordlist import WordList

OBJECT_REACH: Final = 8  # words of "the departure of its soldiers"
COST_REACH: Final = 8  # words from "on Monday" to "killed"
FAR: Final = 30  # words between a figure and its date


# Words that begin another clause between a figure and a date.
CUTS: Final = frozenset(
    {
        ";",
        "while",
        "whereas",
        "but",
        "although",
        "though",
        "since",
        "when",
        "if",
        "until",
        "unless",
        "which",
        "whose",
        "following",
        "despite",
        "after",
        "before",
        "amid",
    }
)


JOINED_CUTS: Final = frozenset({"with", "and", "including", "as", "where", "who"})  # behind a comma only


def is_in_clause(context: Context, tokens: WordList, span: TokenSpan, figure: TokenSpan, cues: Sequence[Cue]) -> bool:
    """Whether a date and a figure stand in one clause."""
    is_behind = span[0] >= figure[1]
    low, high = (figure[1], span[0]) if is_behind else (span[1], figure[0])
    if high - low <= FAR and is_told_of(context, tokens, span, figure):
        return True
    aside = find_aside(context, tokens, low, high) if is_behind else range(0)
    aside = aside or find_own_aside(context, tokens, figure, high)
    cut = any(_cuts(context, tokens, position, span, figure) for position in range(low, high) if position not in aside)
    if cut or high - low > FAR:
        return False
    if not is_behind:
        return _opens_clause(context, tokens, span, figure, cues)
    is_said = any(low <= cue.verb < high and cue.saying and cue.saying.does != "speak" for cue in cues)
    own = max(low, aside.stop)
    is_others = _names_other_figure(tokens, own, high) or _belongs_to_other_verb(context, tokens, low, span)
    return not (is_said or is_others)


def _cuts(context: Context, tokens: WordList, position: int, span: TokenSpan, figure: TokenSpan) -> bool:
    """Whether a word between a figure and a date begins another clause."""
    word, after = tokens.lower[position], tokens.lower[position + 1]
    if span[1] <= figure[0] and goes_on(context, tokens, position):
        return False  # "on Friday rebels stormed the camp, | and killed 14 soldiers"
    if word == ",":
        # "which has 400 men there, will withdraw 100 next month"
        is_other_verb = span[0] > figure[0] and after in context.words.grammar.auxiliaries
        return is_other_verb or after in JOINED_CUTS
    if word == "that" and position > figure[1]:  # "sent 400 for exercises | that are due to end in May"
        between = set(tokens.lower[figure[1] : position]) - {"of"}
        return after in context.words.grammar.auxiliaries and not between.isdisjoint(context.words.grammar.prepositions)
    if word in ("when", "after", "following") and _tells_of_losses(
        context, tokens, max(0, position - FAR // 2), position
    ):
        return False
    if word in ("before", "after") and after in context.words.grammar.hours:
        return False  # "landed before dawn on Tuesday"
    return word in CUTS or (word == "and" and _opens_other(context, tokens, position, span, figure))


def lies_ahead(context: Context, tokens: WordList, span: TokenSpan, figure: TokenSpan) -> bool:
    """ "400 would follow in September", "on Monday 400 will leave": what is to come has not happened on any day."""
    behind_figure = max(0, figure[0] - 4), span[0]
    first, last = behind_figure if span[0] >= figure[1] else (figure[1], figure[1] + 6)
    grammar = context.words.grammar
    aside = find_aside(context, tokens, figure[1], span[0])
    if any(is_plan(context, tokens, position) for position in range(first, min(last, len(tokens.lower) - 1))):
        return True
    for position in range(first, min(last, len(tokens.lower) - 1)):
        if position not in aside and tokens.lower[position] in grammar.future and tokens.words[position].islower():
            behind = (word for word in tokens.lower[position + 1 :] if word not in grammar.adverbs)
            return next(behind, "") != "have"
    return False


def is_over(tokens: WordList, span: TokenSpan, figure: TokenSpan) -> bool:
    """ "By Friday | 300 men had | crossed the river", "300 had arrived | by May": no day by which it is due."""
    if span[1] <= figure[0]:
        return "had" in tokens.lower[span[1] : figure[1] + 5]
    behind = tokens.lower[figure[1] : span[0]]
    return "had" in behind[:5] and "would" not in behind  # "had been trained and would fly out | by May"


def _tells_of_losses(context: Context, tokens: WordList, first: int, last: int) -> bool:
    """ "17 were killed | when their patrol was ambushed on Tuesday": the ambush is how they died."""
    return not context.words.grammar.losses.isdisjoint(tokens.lower[first:last])


def _opens_clause(context: Context, tokens: WordList, span: TokenSpan, figure: TokenSpan, cues: Sequence[Cue]) -> bool:
    """Whether a date before a figure opens its clause: "in May 400 men", "had in May sent 400".

    "Of the 900 there since May, 400" has a date that is that of the 900.
    """
    position = span[0]
    if position == 0 or is_opening(context, tokens, position) or any(cue.verb < position <= cue.last for cue in cues):
        return True
    before = tokens.lower[position - 1]
    grammar = context.words.grammar
    if _is_toll_of_day(grammar, tokens, span, figure):
        return True
    if before in context.words.stages.verbs:
        return "," not in tokens.lower[span[1] : figure[0]]
    is_mark = before in (",", ";", "that", "and", "but", ":", "—", "–", "-") or before in QUOTES
    return is_mark or before in grammar.auxiliaries or before in grammar.adverbs or before in grammar.saying


def _is_toll_of_day(grammar: Grammar, tokens: WordList, span: TokenSpan, figure: TokenSpan) -> bool:
    """ "Shelling on Monday | killed 14 soldiers", "a clash on Monday | left 14 dead": the day of what cost them."""
    own = tokens.lower[span[1] : figure[1] + 6]
    verb = next((at for at, word in enumerate(own[:COST_REACH]) if word in grammar.costing), None)
    if verb is None or not grammar.openers.isdisjoint(own[:verb]) or not grammar.auxiliaries.isdisjoint(own[:verb]):
        return False  # "the bombing on Monday | of a barracks | killed 14 soldiers"
    return not (grammar.losses | {"lives"}).isdisjoint(own) and "," not in own[: verb + 6]


def _names_other_figure(tokens: WordList, low: int, high: int) -> bool:
    """ "1,900 men, up from 1,000 a year ago": behind a comma another number is nearer to the date."""
    between = tokens.lower[low:high]
    return "," in between and any(word[0].isdigit() for word in between[between.index(",") :])


def _opens_other(context: Context, tokens: WordList, position: int, span: TokenSpan, figure: TokenSpan) -> bool:
    """Whether "and" between a figure and a date opens a clause with a verb or figure of its own.

    It does not in "400 Thais | and | seven Laotians landed on Monday", nor in "17 killed | and | 20 wounded on Monday":
    a figure that has no verb yet shares the one that follows.
    """
    ahead = tokens.lower[position + 1 : max(span[0], figure[0])]
    grammar = context.words.grammar
    if ahead[:1] != [] and ahead[0] in grammar.future:
        return False  # "are trained | and | would fly out in May"
    if not grammar.losses.isdisjoint(ahead[:3]):
        return False
    before = tokens.lower[figure[1] : position] if figure[1] <= position else []
    is_short = 0 < len(before) <= 4 and all(_is_noun(context, word) for word in before)
    if is_short and _is_subject(context, tokens, figure[0]):
        return False
    return any(
        word in grammar.auxiliaries or (word in context.words.stages.verbs and word.endswith("ed"))
        for word in ahead[:10]
    )


def _belongs_to_other_verb(context: Context, tokens: WordList, low: int, span: TokenSpan) -> bool:
    """ "Sent 400 men to a base built in 2010": the date is that of another thing."""
    stages = context.words.stages.verbs
    for position in range(span[0] - 1, max(low, span[0] - 3) - 1, -1):
        word = tokens.lower[position]
        if word in stages or word in context.words.grammar.auxiliaries:
            return False
        if word.endswith("ed") and tokens.lower[position - 1] in context.words.grammar.auxiliaries:
            return False  # "were detected in September", "had changed sides in June"
        if (
            word.endswith("ed")
            and "when" in tokens.lower[low:position]
            and _tells_of_losses(context, tokens, max(0, low - FAR // 2), position)
        ):
            return False  # "killed when a bomb exploded on Saturday"
        if (word.endswith("ed") and len(word) > 4) or word in (
            "built",
            "begun",
            "fought",
            "held",
            "war",
            "invasion",
            "coup",
            "agreement",
            "treaty",
            "summit",
            "election",
            "elections",
        ):
            return True
    return False


def _is_noun(context: Context, word: str) -> bool:
    return word.isalpha() and word not in context.words.grammar.auxiliaries and word not in context.words.stages.verbs


def _is_subject(context: Context, tokens: WordList, position: int) -> bool:
    """Whether no verb stands before a figure in its clause."""
    for word in reversed(tokens.lower[max(0, position - 8) : position]):
        if not word[0].isalnum() or word == "that":
            break
        if not _is_noun(context, word) and not word[0].isdigit():
            return False
    return True


def has_object(context: Context, tokens: WordList, cue: Cue, span: TokenSpan, figure: TokenSpan) -> bool:
    """ "The army | confirmed | the departure on Sunday": a statement, no other clause between."""
    grammar = context.words.grammar
    between = tokens.lower[cue.last : span[0]]
    is_plain = not any(word in grammar.auxiliaries or word in grammar.openers or word == "that" for word in between)
    stages, word = context.words.stages, tokens.lower[figure[0]]
    is_statement = figure[0] <= cue.verb < figure[1] or word in stages.nouns or word in stages.bodies
    return is_statement and cue.verb < figure[1] and 0 < len(between) < OBJECT_REACH and is_plain


def is_of_thing(tokens: WordList, date: int) -> bool:
    """ "Since the coup | of 13 October": the date of what is named before it."""
    return tokens.lower[date] == "of" or tokens.lower[date - 1] == "of"
