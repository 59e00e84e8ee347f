"""Whether a part of a sentence declines to confirm news of troops, and of what stage."""

from __future__ import annotations

import re
from typing import Final

from dashboard.reading.claimants.resolving import find_speakers
from dashboard.reading.context import Context
from dashboard.reading.statements.negations import search
from dashboard.reading.statements.patterns import HOW_MANY, OBJECT
from dashboard.reading.statements.stances import Statement, find_own_stage, find_stage, find_topic_stage
from dashboard.reading.statements.topics import is_about_troops
from dashboard.records import Stage, Stance

DATE_REACH: Final = 5  # letters of "declined to comment | on | Monday"
ASKED: Final = re.compile(r"\b(?:whether|if|that)\b")
LINKED: Final = re.compile(r"\b(?:that|which|who|of|for)\b")  # "has not seen the letter | that | the soldiers sent"
SEEN_REACH: Final = 40  # letters of "has not recorded | a single North Korean | soldier"


def read_unconfirmed(
    context: Context,
    index: int,
    start: int,
    end: int,
    troops: list[tuple[int, int]],
    last_stage: tuple[int, Stage | None] | None,
) -> Statement | None:
    match = search(context, index, context.words.statements.unconfirmed, start, end)
    if match is None or HOW_MANY.match(context.text, match.end(), end) or _is_offered(context, match):
        return None
    behind = [span for span in troops if span[0] >= match.end()]
    is_other = not behind and _is_about_other(context, index, match.end(), end)
    if is_other or _is_of_none(context, match, end, behind):
        return None
    news = search(context, index, context.words.statements.news, match.end(), end)
    if behind:
        stage = find_stage(context, index, behind) or find_own_stage(context, index, start)
        stage = stage or find_topic_stage(context, index, last_stage)
        return Statement(index, *behind[0], Stance.DOES_NOT_CONFIRM, stage)
    anchor = news.span() if news else match.span()
    own_stage = find_own_stage(context, index, start)
    if troops or own_stage is not None:
        stage = find_stage(context, index, troops) or own_stage or Stage.UNSPECIFIED
    elif is_about_troops(context, index):
        is_of_news = news or OBJECT.match(context.text, match.end(), end)  # "never confirmed | this"
        stage = find_topic_stage(context, index, last_stage) if is_of_news else Stage.UNSPECIFIED
    else:
        return None
    if not find_speakers(context, index, *anchor):
        anchor = match.span()  # "would not comment | on the reports"
        if not find_speakers(context, index, *anchor):
            return None
    return Statement(index, *anchor, Stance.DOES_NOT_CONFIRM, stage)


def _is_of_none(context: Context, match: re.Match[str], end: int, behind: list[tuple[int, int]]) -> bool:
    """ "Had not seen | the letter", "his fate remained | unclear": said of no troops, and of no question."""
    words, found = context.words.statements, match[0].lower().split()
    if f"{found[0]} {found[-1]}" in words.unseen:
        between = context.text[match.end() : behind[0][0]] if behind else ""
        return not behind or len(between) > SEEN_REACH or LINKED.search(between) is not None
    return found[-1] in words.unclear and ASKED.search(context.text, match.end(), end) is None


def _is_offered(context: Context, match: re.Match[str]) -> bool:
    """ "He offered | no evidence": told of who makes a claim, who makes it all the same."""
    before = context.text[max(0, match.start() - 20) : match.start()].lower().split()
    return before[-1:] != [] and before[-1] in context.words.statements.offering


def _is_about_other(context: Context, index: int, start: int, end: int) -> bool:
    """ "Did not comment on | the budget", "not aware of | all the cases": what is not confirmed is no news."""
    words = re.findall(r"\w+", re.split(r"[,;:.]\W|[”\"]", context.text[start:end].lower())[0])
    told, stages = context.words.statements, context.words.stages
    is_dated = any(start < date.start <= start + DATE_REACH for date in context.dates(index))
    if not words or words[0] not in told.opening or is_dated:
        return False
    known = (told.about, told.naming, told.news_words, stages.verbs, stages.nouns)
    is_clause = words[0] in ("whether", "if", "that") and words[1:2] == [
        "it"
    ]  # "not clear | that it is for the people"
    return not any(word in some for word in words[2 * is_clause :] for some in known)
