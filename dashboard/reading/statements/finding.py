"""Reports without a number: who confirms, denies or declines to confirm that troops were sent, arrived or fight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from dashboard.reading.claimants.neighbours import SHIFTED, is_in_quotation
from dashboard.reading.claimants.resolving import find_speakers
from dashboard.reading.context import Context
from dashboard.reading.stages.resolving import read_stage
from dashboard.reading.statements.denied import is_asked, is_called_false, is_false_number, is_granted
from dashboard.reading.statements.negations import search
from dashboard.reading.statements.stances import (
    Statement,
    find_denied_beside,
    find_topic_stage,
    find_turn,
    read_denied,
)
from dashboard.reading.statements.tellings import NOBODY, read_told
from dashboard.reading.statements.topics import ANY, FIGURES, PRONOUNS, find_troops, is_about_troops
from dashboard.reading.statements.unconfirmed import read_unconfirmed
from dashboard.records import Stage, Stance

# Where one sentence tells two things: "... have been deployed, but it is not yet clear that they fight".
__all__ = ["Statement", "find_hedge", "find_statements", "resolve_stance"]

SEGMENT: Final = re.compile(
    r"[,;][”\"]?\s+(?=(?:but|while|whereas|although|though|as|after|yet)\s)|;\s|\sbut\s(?=it\b|he\b|she\b|they\b|there\b|did\b|stopped\b|not\b|declined\b|denie[ds]\b|no\b|(?:admit|confirm|acknowledge|concede|insist)(?:s|ed|ted|d)\b)"
)


SEGMENT_WORDS: Final = frozenset({"but", "while", "whereas", "although", "though", "as", "after", "yet"})


CONFIRMING: Final = frozenset(
    {"confirmed", "confirms", "acknowledged", "acknowledges", "admitted", "admits", "verified"}
)
MOST: Final = 12  # parts of a sentence, and namings of troops in one, that are looked at; keeps the work linear
THERE_ARE_NONE: Final = frozenset({"there", "none"})
ASIDE: Final = re.compile(r",\s(?:which|who|whose)\s[^,;.]*\Z")
CLAUSE_MARKS: Final = (", ", "; ", " – ", " — ", " (")  # before what is told beside a denial
GONE_ON: Final = frozenset({"have", "had", "were", "are"})


def find_statements(context: Context, figures: Mapping[int, Sequence[int]]) -> list[Statement]:
    """The statements of the article in its order; `figures` tells where the figures of a sentence begin."""
    found: list[Statement] = []
    last_stage: tuple[int, Stage | None] | None = None  # the sentence that told of troops last, and what
    context.memo[FIGURES] = figures
    for index in range(len(context.sentences)):
        if index in figures:
            found += _read_beside_figures(context, index, figures[index], last_stage)
            last_stage = (index, None)
            continue
        if not _is_worth_reading(context, index):
            continue
        fresh = list(_read_sentence(context, index, last_stage))
        found += fresh
        if fresh:
            last_stage = (index, fresh[-1].stage)
    return [one for at, one in enumerate(found) if not _is_quoted_next(context, one, found[at + 1 : at + 2])]


def _is_quoted_next(context: Context, statement: Statement, behind: Sequence[Statement]) -> bool:
    """ "Chad denies this. | “We have no men there,” a minister said": the denial is told once, where it is quoted."""
    following = next(iter(behind), None)
    if following is None or following.index != statement.index + 1 or following.stance != statement.stance:
        return False
    is_bare = statement.stance is Stance.DENIES and not find_troops(context, statement.index)
    quoted = context.text[context.sentences[following.index][0]] in '"“'
    return is_bare and quoted and following.start in [start for start, _ in find_troops(context, following.index)]


def _read_beside_figures(
    context: Context, index: int, figures: Sequence[int], last_stage: tuple[int, Stage | None] | None
) -> Iterator[Statement]:
    """What a sentence denies or does not confirm behind its figures: "has 400 men there, but denied that ..."."""
    is_worth = not context.words.statements.worth_reading.isdisjoint(context.word_set(index))
    turns = [(*part, find_turn(context, index, *part) if is_worth else None) for part in find_segments(context, index)]
    if all(turn is None for _, _, turn in turns):
        yield from _read_main_clause(context, index, figures)
    for start, last, turn in turns:
        end = last if turn is None else _find_clause_end(context, turn, last, figures)
        if turn is not None and end > turn:
            troops = [span for span in find_troops(context, index) if start <= span[0] < end]
            statement = read_unconfirmed(context, index, start, end, troops[:MOST], last_stage) or read_denied(
                context, index, start, end, troops[:MOST], last_stage
            )
            is_apart = all(figure < start for figure in figures)  # not "900 men crossed, a claim without confirmation"
            if statement and (turn < statement.start < end or (turn == statement.start and is_apart)):
                yield statement


def _read_main_clause(context: Context, index: int, figures: Sequence[int]) -> Iterator[Statement]:
    """What a sentence tells around figures in an aside: "Chad, | which lost 40 men |, has flown in reinforcements"."""
    (start, end), text = context.sentences[index], context.text
    close = text.find(", ", figures[-1], end)
    aside = ASIDE.search(text[start : figures[0]])
    if close < 0 or aside is None or ", " in text[figures[0] : figures[-1]]:
        return
    behind = (span for span in islice(find_troops(context, index), MOST) if span[0] > close)
    told = (read_told(context, index, start, end, span) for span in behind)
    moved = (one for one in told if one and not _is_owned(context, one))
    yield from islice(moved, 1)


def _is_owned(context: Context, statement: Statement) -> bool:
    """ "Has only a handful of | instructors": how many of them somebody has is no news of their coming."""
    verb = read_stage(context, statement.index, statement.start, statement.end).verb
    lower, grammar = context.tokens(statement.index).lower, context.words.grammar
    if verb is None or lower[verb] not in GONE_ON | {"has", "is", "was"}:
        return verb is None
    return not (grammar.determiners | grammar.adverbs | {"only"}).isdisjoint(lower[verb + 1 : verb + 2])


def _find_clause_end(context: Context, turn: int, end: int, figures: Sequence[int]) -> int:
    """Where the clause ends that a denial begins: before a figure, "denies having men there |, while 900".

    A figure in the clause itself is what is denied, and then there is none: its end is `turn`.
    """
    figure = next((place for place in figures if turn < place < end), None)
    if figure is None:
        return end
    return max((context.text.rfind(mark, turn, figure) for mark in CLAUSE_MARKS), default=turn)


def _is_worth_reading(context: Context, index: int) -> bool:
    """Whether a sentence denies or declines, or names troops (if by pronoun only) of whom something can be told."""
    words = context.word_set(index)
    statements = context.words.statements
    if not statements.worth_reading.isdisjoint(words) or not CONFIRMING.isdisjoint(words):
        return True
    if statements.naming.isdisjoint(words) and not words >= THERE_ARE_NONE:
        is_pronoun = not (PRONOUNS.isdisjoint(words) or GONE_ON.isdisjoint(words)) or not ANY.isdisjoint(words)
        is_named = any(word[-1] == "s" and word[:-1] in context.words.names.entries for word in words)
        is_named = is_named or not {"no", "ours"}.isdisjoint(words)
        if not (is_pronoun or is_named) or (words.isdisjoint(context.words.stages.verbs) and not is_named):
            return False
    return not context.words.grammar.negations.isdisjoint(words) or _can_be_told(context, index)


def _read_sentence(context: Context, index: int, last_stage: tuple[int, Stage | None] | None) -> Iterator[Statement]:
    """At most one statement for each part of the sentence and each stance and stage."""
    seen: set[tuple[Stance, Stage, str]] = set()
    for start, end in find_segments(context, index):
        statement = _read_segment(context, index, start, end, last_stage)
        if statement is None:
            continue
        speakers = find_speakers(context, index, statement.start, statement.end)
        key = (statement.stance, statement.stage, speakers[0].text if speakers else "")
        if key not in seen:
            seen.add(key)
            yield statement


def find_segments(context: Context, index: int) -> list[tuple[int, int]]:
    """The parts of a sentence that can tell different things, as spans of the article."""
    key = ("segments", index)
    if key not in context.memo:
        context.memo[key] = _cut_segments(context, index)
    segments: list[tuple[int, int]] = context.memo[key]
    return segments


def _cut_segments(context: Context, index: int) -> list[tuple[int, int]]:
    start, end = context.sentences[index]
    cuts = find_denied_beside(context, index)
    if not SEGMENT_WORDS.isdisjoint(context.word_set(index)) or ";" in context.text[start:end]:
        cuts += [match.end() for match in islice(SEGMENT.finditer(context.text, start, end), MOST)]
    cuts = sorted(set(cuts))
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def _read_segment(
    context: Context, index: int, start: int, end: int, last_stage: tuple[int, Stage | None] | None
) -> Statement | None:
    inside = (span for span in find_troops(context, index) if start <= span[0] < end)
    troops = list(islice(inside, MOST))
    declined = read_unconfirmed(context, index, start, end, troops, last_stage)
    denied = read_denied(context, index, start, end, troops, last_stage)
    if denied and (declined is None or _is_denied_first(context, index, start, end)):
        return denied
    if declined:
        return declined
    told = (read_told(context, index, start, end, span) for span in troops)
    return next((statement for statement in told if statement), None) or _read_confirmed(
        context, index, start, end, last_stage
    )


def _is_denied_first(context: Context, index: int, start: int, end: int) -> bool:
    """ "Denied at first that there were any, and now refuses to comment"."""
    turn = find_turn(context, index, start, end)
    match = search(context, index, context.words.statements.unconfirmed, start, end)
    return turn is not None and match is not None and turn < match.start()


CONFIRMED: Final = re.compile(
    r"\b(?:confirm(?:ed|s)|acknowledge[ds]|admit(?:ted|s))\s(?:(?:the|its|their|this|such a)\s)"
    r"(?:(?:troop|military|reported)s?\s)?(deployments?|presence|arrival|dispatch|movements?|incursions?|reports?|landing"
    r"|build-up|departure|withdrawal|pull-?out)\b(?!\sof\s(?!troops))",
    re.IGNORECASE,
)


def _read_confirmed(
    context: Context, index: int, start: int, end: int, last_stage: tuple[int, Stage | None] | None
) -> Statement | None:
    """ "Confirmed the deployment": the noun stands for the troops named before."""
    if CONFIRMING.isdisjoint(context.word_set(index)):
        return None
    match = CONFIRMED.search(context.text, start, end)
    if match is None or not is_about_troops(context, index) or not find_speakers(context, index, *match.span(1)):
        return None
    noun = context.words.stages.nouns.get(match[1].lower().removesuffix("s"))
    stage = noun.stage if noun else find_topic_stage(context, index, last_stage)
    before = set(re.findall(r"\w+", context.folded[start : match.start()]))
    stance = Stance.ASSERTS if NOBODY.isdisjoint(before) else Stance.DOES_NOT_CONFIRM
    return Statement(index, *match.span(1), stance, stage)


def _can_be_told(context: Context, index: int) -> bool:
    """Whether anybody can be saying or showing something in a sentence, or go on saying it from the one before."""
    words = context.word_set(index)
    if not (context.words.telling.isdisjoint(words) and SHIFTED.isdisjoint(words)):
        return True
    return any(mark in context.text[slice(*context.sentences[index])] for mark in '"“”') or is_in_quotation(
        context, index
    )


def resolve_stance(context: Context, index: int, start: int, end: int) -> Stance:
    """What the claimant does with the figure at `start:end`: asserts it unless the words deny or do not confirm it."""
    segment = next((part for part in find_segments(context, index) if part[0] <= start < part[1]), None)
    if segment is None:
        return Stance.ASSERTS
    match = search(context, index, context.words.statements.unconfirmed, segment[0], start)
    if match and not re.search(r"[,;:]|\band that\b", context.text[match.end() : start]):
        return Stance.DOES_NOT_CONFIRM
    if is_asked(context, index, start, end, segment[1]):
        return Stance.DOES_NOT_CONFIRM
    tokens = context.tokens(index)
    holders = context.holders(index, start, end)
    denials = [cue.last for cue in holders if cue.saying and cue.saying.stance == "denies"]
    figure = tokens.find(start, end)
    if any(last <= figure[0] and not is_granted(context, tokens, last, figure[0]) for last in denials):
        return Stance.DENIES
    if is_called_false(context, index, segment[0], start) or is_false_number(context, tokens, figure):
        return Stance.DENIES
    return Stance.ASSERTS


def find_hedge(context: Context, index: int, start: int, end: int) -> str:  # noqa: ARG001 - a span, as its siblings take
    """The speaker's confidence words about the figure at `start:end` ("highly likely"), as printed; "" for none."""
    hedges = context.words.statements.hedges
    if not hedges.can_be_in(context.word_set(index)):
        return ""
    low, high = next(
        (part for part in find_segments(context, index) if part[0] <= start < part[1]), context.sentences[index]
    )
    matches = list(hedges.find(context.text, context.folded, low, high))
    if not matches:
        return ""
    best = min(matches, key=lambda match: (match.start() > start, abs(match.start() - start)))
    return best[0]
