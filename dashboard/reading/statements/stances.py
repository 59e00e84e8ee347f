"""Whether a part of a sentence denies news of troops, and of what stage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dashboard.reading.claimants.resolving import find_speakers
from dashboard.reading.context import Context
from dashboard.reading.sentence.saying_verbs import is_beside_news
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.stages.resolving import read_stage
from dashboard.reading.statements.negations import is_negated, is_presupposed, search
from dashboard.reading.statements.patterns import (
    AS,
    EXISTING,
    NO_MOVEMENT,
    NONE,
    OBJECT,
    OF_DEPLOYMENT,
    OF_OTHER,
    POINTER,
)
from dashboard.reading.statements.topics import find_figures, find_lead_stage, find_troops, is_about_troops
from dashboard.records import Stage, Stance

ANSWER_REACH: Final = 2  # sentences back to what "no soldier had left" answers


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: sentence number `index`; `start:end` are the words it turns on (the troops, or "the reports").

    Claimant, dates and hedge are resolved for that span as for a figure; the force is found from it.
    """

    index: int
    start: int
    end: int
    stance: Stance
    stage: Stage


def find_turn(context: Context, index: int, start: int, end: int) -> int | None:
    """Where a part of a sentence turns to what is denied or not confirmed: the end of the words that say so."""
    cue = _find_denial(context, index, start, end)
    if cue is not None:
        return context.tokens(index).starts[cue.verb]
    match = search(context, index, context.words.statements.unconfirmed, start, end)
    return match.start() if match else None


def find_stage(context: Context, index: int, troops: list[tuple[int, int]]) -> Stage | None:
    for span in troops:
        stage = read_stage(context, index, *span).stage
        if stage != Stage.UNSPECIFIED:
            return stage
    return None


def find_own_stage(context: Context, index: int, start: int) -> Stage | None:
    """The stage told of troops in the parts of the sentence before the one that begins at `start`."""
    return find_stage(context, index, [span for span in find_troops(context, index) if span[0] < start])


def find_topic_stage(context: Context, index: int, last_stage: tuple[int, Stage | None] | None) -> Stage:
    """The stage of the news that "the reports" means: that told right before, else what the article opens with."""
    told = _find_told_stage(context, last_stage)
    is_making_ready = told is Stage.PREPARING  # what makes ready is news of what the article opens with
    if told and not is_making_ready and last_stage and index - last_stage[0] <= 1:
        return told
    return find_lead_stage(context) or told or Stage.UNSPECIFIED


def _find_told_stage(context: Context, last_stage: tuple[int, Stage | None] | None) -> Stage | None:
    """The stage of the last statement, or what the last sentence with a figure tells of its troops."""
    if last_stage is None or last_stage[1] is not None:
        return last_stage[1] if last_stage else None
    index = last_stage[0]
    return find_stage(context, index, [*find_figures(context, index), *find_troops(context, index)])


def read_denied(
    context: Context,
    index: int,
    start: int,
    end: int,
    troops: list[tuple[int, int]],
    last_stage: tuple[int, Stage | None] | None,
) -> Statement | None:
    denied = _read_denial(context, index, start, end, troops, last_stage)
    return (
        denied
        or _read_negation(context, index, start, troops, last_stage)
        or _read_ruled_out(context, index, start, end, troops)
        or _read_none(context, index, start, end, last_stage)
    )


def _read_denial(
    context: Context,
    index: int,
    start: int,
    end: int,
    troops: list[tuple[int, int]],
    last_stage: tuple[int, Stage | None] | None,
) -> Statement | None:
    """ "Denied the reports", "called it nonsense": denied by a verb of denying, or by a word that makes news false."""
    cue = _find_denial(context, index, start, end)
    false = None if cue else search(context, index, context.words.statements.false, start, end)
    if cue is None and false is None:
        return None
    at = context.tokens(index).ends[cue.verb] if cue else start
    behind = [span for span in troops if span[0] >= at and not _is_said_beside(context, index, span, cue)]
    is_near = last_stage is not None and index - last_stage[0] <= 1
    is_pointing = is_near or start > context.sentences[index][0] or _is_told_before(context, index)
    news = _find_news(
        context, index, at, end, false if is_near and not behind else None, is_verb=cue is not None and is_pointing
    )
    own_stage = find_own_stage(context, index, start)
    if news is None and cue and own_stage is not None and start in find_denied_beside(context, index):
        return _deny_beside(context, index, cue, own_stage)
    if not behind and not (news and _is_bare(context, news, end) and is_about_troops(context, index)):
        return None
    anchor = news.span() if news and (not behind or news.start() < behind[0][0]) else behind[0]
    stage = _find_denied_stage(context, index, behind, last_stage, own_stage)
    if stage is None and not behind and news and _is_figure(context, index, news, last_stage):
        stage = Stage.UNSPECIFIED
    if stage is None or not find_speakers(context, index, *anchor):
        return None
    return Statement(index, *anchor, Stance.DENIES, stage)


def _is_told_before(context: Context, index: int) -> bool:
    """Whether the sentence before tells where troops are, so that "denied it" can be about them."""
    return index > 0 and find_stage(context, index - 1, find_troops(context, index - 1)) is not None


def _is_said_beside(context: Context, index: int, span: tuple[int, int], denial: Cue | None) -> bool:
    """ "Rejected the charge, saying | others' troops | had crossed": said by who denies, but not what is denied."""
    holder = next((cue for cue in context.holders(index, *span) if cue.saying), None)
    if denial is None or holder is None or holder.verb <= denial.verb:
        return False
    is_apart = context.tokens(index).lower[holder.verb - 1] == ","
    return is_apart and not is_negated(context, index, holder.last, span, read_stage(context, index, *span))


def _find_news(
    context: Context, index: int, at: int, end: int, false: re.Match[str] | None, *, is_verb: bool
) -> re.Match[str] | None:
    """What is denied behind a verb of denying, or called false: "the reports", "it"."""
    news = search(context, index, context.words.statements.news, at, end)
    if news and AS.search(context.text, at, news.start()):
        news = None  # "dismissed that | as gossip and speculation"
    if news is None and is_verb:
        return OBJECT.match(context.text, at, end)
    if news is None and false is not None:
        return POINTER.search(context.text, at, false.end())
    return news


def _find_denied_stage(
    context: Context,
    index: int,
    behind: list[tuple[int, int]],
    last_stage: tuple[int, Stage | None] | None,
    own_stage: Stage | None,
) -> Stage | None:
    """The stage denied; None where it is of no troops' whereabouts: "denied that its soldiers had killed villagers"."""
    stage = find_stage(context, index, behind) or own_stage
    if stage is None and any(read_stage(context, index, *span).is_leaving for span in behind):
        return None
    stage = stage or find_topic_stage(context, index, last_stage)
    return stage if behind or stage != Stage.UNSPECIFIED else None


def _is_figure(context: Context, index: int, news: re.Match[str], last_stage: tuple[int, Stage | None] | None) -> bool:
    """Whether "the figure" is one of troops told right before, whatever it tells of them."""
    is_before = last_stage is not None and last_stage == (index - 1, None)
    is_figure = news[0].lower() in context.words.statements.figures
    return is_before and is_figure and bool(find_troops(context, index - 1))


def find_denied_beside(context: Context, index: int) -> list[int]:
    """Where a clause begins that denies the news before it: ", | which Chad denies", ", | a claim denied by Chad"."""
    tokens, grammar = context.tokens(index), context.words.grammar
    if context.words.statements.denying.isdisjoint(context.word_set(index)):
        return []
    firsts = [cue.first for cue in context.cues(index) if cue.saying and cue.saying.stance == "denies"]
    nouns = [first - 1 for first in firsts if is_beside_news(tokens, first, grammar)]
    return [tokens.starts[noun - (tokens.lower[noun - 1] in grammar.determiners)] for noun in nouns]


def _deny_beside(context: Context, index: int, cue: Cue, stage: Stage) -> Statement:
    tokens = context.tokens(index)
    return Statement(index, tokens.starts[cue.verb], tokens.ends[cue.verb], Stance.DENIES, stage)


def _is_bare(context: Context, news: re.Match[str], end: int) -> bool:
    """Whether "the reports" stands alone: "claims of fraud" names another topic."""
    other = OF_OTHER.match(context.text, news.end(), end)
    return other is None or OF_DEPLOYMENT.match(context.text, news.end(), end) is not None


def _find_denial(context: Context, index: int, start: int, end: int) -> Cue | None:
    """The first verb of denying in a part of a sentence."""
    if context.words.statements.denying.isdisjoint(context.word_set(index)):
        return None
    tokens = context.tokens(index)
    inside = (cue for cue in context.cues(index) if start <= tokens.starts[cue.verb] < end)
    return next((cue for cue in inside if cue.saying and cue.saying.stance == "denies"), None)


def _read_negation(
    context: Context, index: int, start: int, troops: list[tuple[int, int]], last_stage: tuple[int, Stage | None] | None
) -> Statement | None:
    """ "Has sent no troops", "no forces have been committed": denied in the words themselves."""
    words, words_of = context.word_set(index), context.words.statements
    if (
        "yet" not in words
        and context.words.grammar.negations.isdisjoint(words)
        and "'" not in context.text[slice(*context.sentences[index])].replace("’", "'")
    ):
        return None
    for span in troops:
        reading = read_stage(context, index, *span)
        is_answer = reading.is_leaving and last_stage is not None and index - last_stage[0] <= ANSWER_REACH
        is_open = reading.stage in (Stage.UNSPECIFIED, Stage.PREPARING) and not is_answer
        is_told = reading.is_told or EXISTING.search(context.text, start, span[0]) is not None
        is_wish = reading.verb is not None and context.tokens(index).lower[reading.verb] in words_of.wishing
        if is_open or is_wish or not is_told:
            continue
        if is_negated(context, index, start, span, reading) and not is_presupposed(
            context, index, start, span, reading, but=("any",) if reading.is_leaving else ("any", "would be")
        ):
            return Statement(index, *span, Stance.DENIES, reading.stage)
    return None


def _read_ruled_out(
    context: Context, index: int, start: int, end: int, troops: list[tuple[int, int]]
) -> Statement | None:
    """ "Sending | troops | is not on the table": denied that it is planned."""
    match = search(context, index, context.words.statements.ruled_out, start, end)
    before = [span for span in troops if match and span[0] < match.start()]
    if not before or find_stage(context, index, before) is None or not find_speakers(context, index, *before[0]):
        return None
    return Statement(index, *before[0], Stance.DENIES, Stage.PLANNED)


def _read_none(
    context: Context, index: int, start: int, end: int, last_stage: tuple[int, Stage | None] | None
) -> Statement | None:
    """ "Ghana says there are none", "there had been no such movement": of the troops told of here or just before."""
    moved = NO_MOVEMENT.search(context.text, start, end) if "there" in context.word_set(index) else None
    if moved and any(find_troops(context, near) for near in (index, index - 1) if near >= 0):
        if find_speakers(context, index, *moved.span()):
            own_stage = find_stage(context, index, find_troops(context, index))
            stage = own_stage or find_topic_stage(context, index, last_stage)
            return Statement(index, *moved.span(), Stance.DENIES, stage)
        return None
    if last_stage is None or index - last_stage[0] > 1 or "there" not in context.word_set(index):
        return None
    match = NONE.search(context.text, start, end)
    if match is None or not find_speakers(context, index, *match.span()):
        return None
    return Statement(index, *match.span(), Stance.DENIES, find_topic_stage(context, index, last_stage))
