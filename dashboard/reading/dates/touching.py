"""Whether a date stands at a verb of saying, so that it is the day of the words said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.text.phrases import QUOTES, TokenSpan
from dashboard.reading.text.wordlist import WordList

OPENING: Final = 2  # words of "late on Monday"
SPEECH: Final = 8  # words of "in a speech to the national assembly on"
NEAR: Final = 8  # words from "Monday's statement" to the verb that it belongs to


def touches(context: Context, tokens: WordList, span: TokenSpan, cue: Cue, figure: TokenSpan) -> bool:
    """Whether a date stands at a verb of saying: right behind it, inside its own words, or right before its subject."""
    if figure[0] <= span[0] < figure[1] or _closes_clause(tokens, span, cue):
        return False
    described = cue.subject.described if cue.subject else None
    if described and described[0] <= span[0] < described[1]:
        return _is_of_words(context, tokens.lower[described[0] : span[0]])  # not "the minister, who came in July, said"
    first, last = cue.first, cue.last
    if first <= span[0] and span[1] <= last:
        return not (span[1] <= figure[0] and first <= figure[0] < last)
    if span[1] <= first:
        return _stands_before(context, tokens, span, cue, figure)
    if figure[1] <= span[0] and ";" in tokens.lower[figure[1] : span[0]]:
        return False  # "the army speaks of 64; a report in May said 90"
    return _names_words_said(context, tokens, span) and not (figure[0] >= span[1] and cue.verb > span[1])


def _stands_before(context: Context, tokens: WordList, span: TokenSpan, cue: Cue, figure: TokenSpan) -> bool:
    """Whether a date before a verb of saying and its subject is theirs: "on Monday the army said"."""
    if tokens.lower[span[1] - 1].endswith("'s"):  # "Monday's statement", not "Monday's clash"
        is_paper = not context.words.said_nouns.isdisjoint(tokens.lower[span[1] : span[1] + 2])
        return cue.verb - span[1] <= NEAR and is_paper  # "Monday's (army) statement"
    if cue.is_source and cue.first - span[1] == 1:
        return tokens.lower[span[1]] in context.words.said_nouns  # "an October report | by the UN"
    is_others = tokens.lower[cue.verb] == "according" and span[0] > 0 and tokens.lower[span[1]] == ","
    # `is_others`: "down from 400 last year, according to the army"
    return not is_others and not (cue.before and figure[1] <= span[0]) and _leads_to(context, tokens, span, cue, figure)


def _closes_clause(tokens: WordList, span: TokenSpan, cue: Cue) -> bool:
    """ "400 landed | in May |, said the general, and are now at the dam": the date of what he says."""
    is_inverted = cue.subject is not None and cue.subject.name[0] > cue.verb == cue.first
    return is_inverted and span[1] < cue.first and tokens.lower[span[1]] == ","


def _is_of_words(context: Context, before: Sequence[str]) -> bool:
    """Whether words set off beside a speaker tell of his words: "speaking on Friday", "in a report of Friday"."""
    grammar = context.words.grammar
    opening = before[0] if before else ""
    if opening == "in" and not context.words.said_nouns.isdisjoint(before):
        return True
    speaks = opening in grammar.saying and grammar.saying[opening].does == "speak"
    return speaks or opening in ("released", "published", "issued", "dated", "posted")


def _leads_to(context: Context, tokens: WordList, span: TokenSpan, cue: Cue, figure: TokenSpan) -> bool:
    """ "Last week, the ministry said": nothing but commas and the occasion between the date and the speaker."""
    first = cue.first
    if span[1] <= figure[0] < first or tokens.lower[span[0] : span[0] + 2] == ["as", "of"]:
        return False
    between = tokens.lower[span[1] : first]
    if cue.before and between[:1] == [","] and QUOTES.issuperset(between[1:]) and _is_when(tokens, span[0]):
        return False  # "when the war ended in 1999, | he said, 400 men were left"
    if span[0] > 0 and figure[0] > first and _is_some_of(tokens, figure[0]):
        return False  # "400 landed in 2015, a man said, of whom 300 are left"
    if cue.before and figure[0] >= cue.last and span[0] > OPENING and between == [","]:
        return False  # "one was killed on Monday|, the army said, |bringing its losses to 64"
    if all(word in (",", '"', "“", "”", "(", ")", "the") for word in between) or between == [",", "when"]:
        return True  # "it last admitted losses in May|, when| its minister spoke of 64"
    opens = (
        span[0] == 0
        or _opens_with_speech(context, tokens, span[0])
        or all(word in QUOTES for word in tokens.lower[: span[0]])
    )
    grammar = context.words.grammar
    return (
        opens
        and "," in between
        and not any(word in grammar.auxiliaries or word in grammar.saying or word[0].isdigit() for word in between)
    )


def _is_when(tokens: WordList, date: int) -> bool:
    """Whether a date stands in a clause of "when" or "after" that opens the sentence."""
    opening = [word for word in tokens.lower[:date] if word not in QUOTES]
    return opening[:1] != [] and opening[0] in ("when", "after", "before", "until", "since", "once", "by")


def _is_some_of(tokens: WordList, figure: int) -> bool:
    return any(tokens.lower[i : i + 2] in (["of", "whom"], ["of", "which"]) for i in range(max(0, figure - 4), figure))


def _opens_with_speech(context: Context, tokens: WordList, position: int) -> bool:
    """ "Speaking in Rome on Monday, ...": the date is that of the speech."""
    grammar = context.words.grammar
    start = 0
    while start < len(tokens.lower) and tokens.lower[start] in QUOTES:
        start += 1
    opening = tokens.lower[start : start + 3]
    if any(
        word in grammar.saying and (grammar.saying[word].does == "speak" or grammar.saying[word].form == "ing")
        for word in opening[:1]
    ):
        return True
    return opening[:1] in (["in"], ["at"], ["during"]) and any(
        word in context.words.said_nouns for word in tokens.lower[start:position]
    )


def _stands_in_speech(nouns: frozenset[str], before: list[str]) -> bool:
    """ "In a speech to parliament | on Monday": behind what carries the words, and to whom."""
    noun = next((i for i, word in enumerate(before) if word in nouns), None)
    if noun is None or "," in before[noun:] or not {"in", "at", "during"}.intersection(before[:noun]):
        return False
    return before[noun + 1 : noun + 2] in (["to"], ["before"], ["in"], ["at"])


def _names_words_said(context: Context, tokens: WordList, span: TokenSpan) -> bool:
    """ "In a statement published on Friday", "Friday's briefing": the date of what carries the words."""
    nouns = context.words.said_nouns
    before = tokens.lower[max(0, span[0] - 3) : span[0]]
    if before and (
        before[-1] in nouns
        or (
            any(word in nouns for word in before[:-1])
            and before[-1] in context.words.grammar.showing | {"made", "dated", "given", "held", "on", "from"}
        )
    ):
        return True
    if _stands_in_speech(nouns, tokens.lower[max(0, span[0] - SPEECH) : span[0]]):
        return True
    after = tokens.lower[span[1] : span[1] + 2]
    return (bool(after) and after[0] in nouns) or (after[:1] == ["'s"] and after[1:] != [] and after[1] in nouns)
