"""Reports without a number: who confirms, denies or declines to confirm that troops were sent, arrived or fight."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.reading.claimants import find_speakers
from dashboard.reading.context import Context
from dashboard.reading.cues import Cue
from dashboard.reading.stages import Reading, read_stage
from dashboard.reading.statement_words import Phrases
from dashboard.reading.topics import PRONOUNS, find_lead_stage, find_troops, is_about_troops
from dashboard.records import Stage, Stance

# Where one sentence tells two things: "... have been deployed, but it is not yet clear that they fight".
SEGMENT: Final = re.compile(
    r"[,;][”\"]?\s+(?=(?:but|while|whereas|although|though|as|after|yet)\s)|;\s|\sbut\s(?=it\b|he\b|she\b|they\b|there\b|did\b|stopped\b|not\b|declined\b|no\b)"
)
SEGMENT_WORDS: Final = frozenset({"but", "while", "whereas", "although", "though", "as", "after", "yet"})
GONE_ON: Final = frozenset({"have", "had", "were", "are"})
SEEN: Final = re.compile(
    r"\b(?:footage|videos?|images?|imagery|photos?|photographs?|pictures?)\b[^.]{0,80}?\b(?:shows?|showed|showing|depicts?|to show|reveals?|revealed)\b"
    r"|\b(?:can|could) be seen\b|\b(?:was|were|been) (?:seen|spotted|filmed|photographed)\b",
    re.IGNORECASE,
)
SIGNS: Final = re.compile(r"\b(?:signs|evidence|proof|indications)\W{0,2}\sof\s[^,;]{0,30}$", re.IGNORECASE)


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


def find_statements(context: Context, with_figure: Collection[int]) -> list[Statement]:
    """The statements of the article, in its order; `with_figure` are the numbers of the sentences that hold a figure."""
    found: list[Statement] = []
    last_stage: tuple[int, Stage] | None = None
    for index in range(len(context.sentences)):
        if not _is_worth_reading(context, index):
            continue
        if index in with_figure:
            last_stage = _read_figure_stage(context, index) or last_stage
            continue
        fresh = list(_read_sentence(context, index, last_stage))
        found += fresh
        if fresh:
            last_stage = (index, fresh[-1].stage)
    return found


def _is_worth_reading(context: Context, index: int) -> bool:
    """Whether a sentence names troops, denies, declines, or may go on about troops by pronoun."""
    words = context.word_set(index)
    if not context.words.statements.worth_reading.isdisjoint(words):
        return True
    return not (PRONOUNS.isdisjoint(words) or GONE_ON.isdisjoint(words))


def _read_figure_stage(context: Context, index: int) -> tuple[int, Stage] | None:
    """What the sentence with a figure tells of its troops, for a denial that follows it."""
    for start, end in find_troops(context, index):
        stage = read_stage(context, index, start, end).stage
        if stage != Stage.UNSPECIFIED:
            return index, stage
    return None


def _read_sentence(context: Context, index: int, last_stage: tuple[int, Stage] | None) -> Iterator[Statement]:
    """At most one statement for each part of the sentence and each stance and stage."""
    seen: set[tuple[Stance, Stage]] = set()
    own_stage: Stage | None = None
    for start, end in find_segments(context, index):
        statement = _read_segment(context, index, start, end, last_stage, own_stage)
        if own_stage is None:
            own_stage = _find_any_stage(context, index, start, end)
        if statement and (statement.stance, statement.stage) not in seen:
            seen.add((statement.stance, statement.stage))
            yield statement


def find_segments(context: Context, index: int) -> list[tuple[int, int]]:
    """The parts of a sentence that can tell different things, as spans of the article."""
    start, end = context.sentences[index]
    if SEGMENT_WORDS.isdisjoint(context.word_set(index)) and ";" not in context.text[start:end]:
        return [(start, end)]
    cuts = [match.end() for match in SEGMENT.finditer(context.text, start, end)]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def _find_any_stage(context: Context, index: int, start: int, end: int) -> Stage | None:
    for troops in find_troops(context, index):
        if start <= troops[0] < end:
            stage = read_stage(context, index, *troops).stage
            if stage != Stage.UNSPECIFIED:
                return stage
    return None


def _read_segment(
    context: Context,
    index: int,
    start: int,
    end: int,
    last_stage: tuple[int, Stage] | None,
    own_stage: Stage | None,
) -> Statement | None:
    troops = [span for span in find_troops(context, index) if start <= span[0] < end]
    declined = _read_unconfirmed(context, index, start, end, troops, last_stage, own_stage)
    if declined:
        return declined
    denied = _read_denied(context, index, start, end, troops, last_stage, own_stage)
    if denied:
        return denied
    for span in troops:
        told = _read_told(context, index, start, end, span)
        if told:
            return told
    return None


# Neither confirmed nor denied.


def _read_unconfirmed(
    context: Context,
    index: int,
    start: int,
    end: int,
    troops: list[tuple[int, int]],
    last_stage: tuple[int, Stage] | None,
    own_stage: Stage | None,
) -> Statement | None:
    match = _search(context, index, context.words.statements.unconfirmed, start, end)
    if match is None or HOW_MANY.match(context.text, match.end(), end):
        return None
    behind = [span for span in troops if span[0] >= match.end()]
    news = _search(context, index, context.words.statements.news, match.end(), end)
    if behind:
        stage = _find_stage(context, index, behind) or own_stage or _find_topic_stage(context, index, last_stage)
        return Statement(index, *behind[0], Stance.DOES_NOT_CONFIRM, stage)
    anchor = news.span() if news else match.span()
    if troops or own_stage is not None:
        stage = _find_stage(context, index, troops) or own_stage or Stage.UNSPECIFIED
    elif is_about_troops(context, index):
        stage = _find_topic_stage(context, index, last_stage) if news else Stage.UNSPECIFIED
    else:
        return None
    if not find_speakers(context, index, *anchor):
        return None
    return Statement(index, *anchor, Stance.DOES_NOT_CONFIRM, stage)


def _search(context: Context, index: int, phrases: Phrases, start: int, end: int) -> re.Match[str] | None:
    """The first of the phrases in `start:end` of sentence number `index`."""
    if not phrases.can_be_in(context.word_set(index)):
        return None
    return phrases.pattern.search(context.text, start, end)


def _find_stage(context: Context, index: int, troops: list[tuple[int, int]]) -> Stage | None:
    for span in troops:
        stage = read_stage(context, index, *span).stage
        if stage != Stage.UNSPECIFIED:
            return stage
    return None


def _find_topic_stage(context: Context, index: int, last_stage: tuple[int, Stage] | None) -> Stage:
    """The stage of the news that "the reports" means: that told right before, else what the article opens with."""
    if last_stage and index - last_stage[0] <= 1:
        return last_stage[1]
    return find_lead_stage(context) or (last_stage[1] if last_stage else Stage.UNSPECIFIED)


# Denied.


def _read_denied(
    context: Context,
    index: int,
    start: int,
    end: int,
    troops: list[tuple[int, int]],
    last_stage: tuple[int, Stage] | None,
    own_stage: Stage | None,
) -> Statement | None:
    cue = next(
        (cue for cue in _cues_in(context, index, start, end) if cue.saying and cue.saying.stance == "denies"), None
    )
    at = context.tokens(index).ends[cue.verb] if cue else None
    false = None if cue else _search(context, index, context.words.statements.false, start, end)
    if at is None and false is None:
        return _read_negation(context, index, start, end, troops)
    behind = [span for span in troops if (at is not None and span[0] >= at) or false is not None]
    news = _search(context, index, context.words.statements.news, at if at is not None else start, end)
    if news is None and at is not None:
        news = OBJECT.match(context.text, at, end)
    if news is None and not behind:
        return None
    if not behind and not (news and _is_bare(context, news, end) and is_about_troops(context, index)):
        return None
    anchor = news.span() if news and (not behind or news.start() < behind[0][0]) else behind[0]
    if not find_speakers(context, index, *anchor):
        return None
    stage = _find_stage(context, index, behind) or own_stage or _find_topic_stage(context, index, last_stage)
    return Statement(index, *anchor, Stance.DENIES, stage)


HOW_MANY: Final = re.compile(
    r"\s(?:to\s)?(?:say\s|on\s)?(?:how\b|the (?:exact|precise)? ?number|what\b|where\b|when\b)", re.IGNORECASE
)
OBJECT: Final = re.compile(r"\s(?:it|this|that|so|them)\b(?!\s\w)", re.IGNORECASE)
OF_OTHER: Final = re.compile(
    r"[”\"]?\s(?:of|about|that|it|he|they|by|to|in|with|over|for|from\s\w+\sthat)\s", re.IGNORECASE
)


def _is_bare(context: Context, news: re.Match[str], end: int) -> bool:
    """Whether "the reports" stands alone: "claims of fraud" names another topic."""
    return OF_OTHER.match(context.text, news.end(), end) is None


def _cues_in(context: Context, index: int, start: int, end: int) -> list[Cue]:
    tokens = context.tokens(index)
    return [cue for cue in context.cues(index) if start <= tokens.starts[cue.verb] < end]


def _read_negation(
    context: Context, index: int, start: int, end: int, troops: list[tuple[int, int]]
) -> Statement | None:
    """ "Has sent no troops", "no forces have been committed", "there are no troops in": denied in the words themselves."""
    for span in troops:
        reading = read_stage(context, index, *span)
        if reading.stage in (Stage.UNSPECIFIED, Stage.PREPARING) or not reading.is_told:
            continue
        if _is_negated(context, index, start, span, reading) and not _is_presupposed(
            context, index, start, span, reading, but="any"
        ):
            return Statement(index, *span, Stance.DENIES, reading.stage)
    return None


def _is_negated(context: Context, index: int, start: int, span: tuple[int, int], reading: Reading) -> bool:
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
    return (
        any(
            word in grammar.negations and word != "without"
            for word in tokens.lower[max(0, verb - 4) : verb]
            if word != "nor"
        )
        and tokens.starts[max(0, verb - 4)] >= start - 40
    )


# Told.


def _read_told(context: Context, index: int, start: int, end: int, span: tuple[int, int]) -> Statement | None:
    reading = read_stage(context, index, *span)
    if reading.stage == Stage.UNSPECIFIED or _is_presupposed(context, index, start, span, reading):
        return None
    statement = Statement(index, *span, Stance.ASSERTS, reading.stage)
    context.tokens(index)
    holders = [cue for cue in context.holders(index, *span) if cue.subject]
    if holders:
        told = reading.is_told or SIGNS.search(context.text[max(start, span[0] - 60) : span[0]]) is not None
        return statement if told or _is_object_of(context, index, span, holders[0]) else None
    if not context.words.statements.seen.isdisjoint(context.word_set(index)) and SEEN.search(context.text, start, end):
        return statement
    if reading.is_told and find_speakers(context, index, *span):
        return statement
    return None


def _is_object_of(context: Context, index: int, span: tuple[int, int], cue: Cue) -> bool:
    """ "Confirmed the presence of troops", "evidence of troops in": what is confirmed is a noun, not a clause."""
    tokens = context.tokens(index)
    first = tokens.find(*span)[0]
    between = tokens.lower[cue.verb : first]
    if cue.saying and cue.saying.does == "accuse":
        return True
    noun = {"evidence", "presence", "deployment", "arrival", "dispatch", "proof", "transfer", "signs"}
    if cue.saying and cue.saying.verb in (
        "confirm",
        "verify",
        "acknowledge",
        "admit",
        "announce",
        "report",
        "detect",
        "document",
        "reveal",
        "claim",
        "allege",
        "disclose",
    ):
        return len(between) <= 8
    return (
        any(word in noun for word in between)
        and len(between) <= 14
        and not any(word in ("showed", "shows", "marks", "would") for word in tokens.lower[first : first + 10])
    )


def _is_presupposed(
    context: Context, index: int, start: int, span: tuple[int, int], reading: Reading, but: str = ""
) -> bool:
    """Whether the troops stand in a condition, a demand, a fear, or in what others report."""
    tokens = context.tokens(index)
    first = tokens.find(*span)[0]
    holders = context.holders(index, *span)
    leading = [cue.last for cue in holders if cue.last <= first]
    low = max([tokens.starts[cue_last] for cue_last in leading if cue_last < len(tokens.starts)], default=start)
    low = max(low, start)
    words = context.words.statements
    high = span[0]
    if reading.verb is not None:
        high = max(high, tokens.starts[reading.verb])
    if words.presupposed.can_be_in(context.word_set(index)) and any(
        match[0].lower() != but for match in words.presupposed.pattern.finditer(context.text, low, high)
    ):
        return True
    return _search(context, index, words.hearsay, low, span[0]) is not None


def resolve_stance(context: Context, index: int, start: int, end: int) -> Stance:
    """What the claimant does with the figure at `start:end`: asserts it unless the words deny or do not confirm it."""
    segment = next((part for part in find_segments(context, index) if part[0] <= start < part[1]), None)
    if segment is None:
        return Stance.ASSERTS
    match = _search(context, index, context.words.statements.unconfirmed, segment[0], start)
    if match and not re.search(r"[,;:]", context.text[match.end() : start]):
        return Stance.DOES_NOT_CONFIRM
    tokens = context.tokens(index)
    holders = context.holders(index, start, end)
    if any(cue.saying and cue.saying.stance == "denies" and tokens.starts[cue.verb] < start for cue in holders):
        return Stance.DENIES
    return Stance.ASSERTS


def find_hedge(context: Context, index: int, start: int, end: int) -> str:
    """The speaker's confidence words about the figure at `start:end` ("highly likely"), as printed; "" for none."""
    hedges = context.words.statements.hedges
    if not hedges.can_be_in(context.word_set(index)):
        return ""
    low, high = next(
        (part for part in find_segments(context, index) if part[0] <= start < part[1]), context.sentences[index]
    )
    matches = list(hedges.pattern.finditer(context.text, low, high))
    if not matches:
        return ""
    best = min(matches, key=lambda match: (match.start() > start, abs(match.start() - start)))
    return best[0]
