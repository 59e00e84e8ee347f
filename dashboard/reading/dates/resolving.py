"""Which dates of a sentence say when a figure was said, when it happened and by when it is due.

A date is the said one only where it touches the verb of saying ("said on Friday", "last week, X said", "X earlier this
month accused"); else it is the event's, when it stands in the figure's own clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Final, NamedTuple

from dashboard.reading.context import Context
from dashboard.reading.dates.clauses import has_object, is_in_clause, is_of_thing, is_over, lies_ahead
from dashboard.reading.dates.touching import touches
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.tables.dates import DateMention
from dashboard.reading.text.phrases import TokenSpan
from dashboard.reading.text.wordlist import WordList
from dashboard.records import Precision

OPENING: Final = 6  # words of "on Monday, the president"
LOSSES: Final = 2  # words of "dead soldiers"
PUTTING: Final = frozenset({"put", "raise", "lower", "revise"})  # "put the toll at 300 on Monday": it was put then


class Dates(NamedTuple):
    """When one figure or statement was said, when it happened and by when it is due; the names of `Report`'s fields."""

    said_earliest: date | None = None
    said_latest: date | None = None
    said_precision: Precision = Precision.NONE
    said_text: str = ""
    event_earliest: date | None = None
    event_latest: date | None = None
    event_text: str = ""
    deadline_earliest: date | None = None
    deadline_latest: date | None = None
    deadline_text: str = ""


def resolve_dates(context: Context, index: int, start: int, end: int) -> Dates:
    """The dates of the figure (or other words) at `start:end`, which lies in sentence number `index`."""
    mentions = context.dates(index)
    if not mentions:
        return Dates()
    tokens = context.tokens(index)
    figure = tokens.find(start, end)
    spans = [tokens.find(mention.start, mention.end) for mention in mentions]
    cues = context.cues(index)
    holders = context.holders(index, start, end)
    said = _find_said(context, tokens, mentions, spans, holders, figure, cues)
    taken = _find_taken(context, tokens, mentions, spans, cues, figure)
    own = [
        i
        for i in range(len(mentions))
        if i != said and i not in taken and is_in_clause(context, tokens, spans[i], figure, cues)
    ]
    past = [i for i in own if not lies_ahead(context, tokens, spans[i], figure)]
    event = _choose(past, mentions, spans, figure, context.published, due=False)
    due = [i for i in own if not is_over(tokens, spans[i], figure)]
    deadline = _choose(due, mentions, spans, figure, context.published, due=True)
    return _make_dates(context, mentions, said, event, deadline)


def _find_said(
    context: Context,
    tokens: WordList,
    mentions: Sequence[DateMention],
    spans: Sequence[TokenSpan],
    holders: Sequence[Cue],
    figure: TokenSpan,
    cues: Sequence[Cue],
) -> int | None:
    """The date that touches the innermost verb of saying that has one."""
    for cue in chain.from_iterable(_with_joint(cue, cues, tokens) for cue in holders):
        touching = [
            i
            for i, span in enumerate(spans)
            if mentions[i].kind == "date" and touches(context, tokens, span, cue, figure)
        ]
        if touching:  # "... in May, the minister announced on Friday": Friday
            inside = [i for i in touching if cue.first <= spans[i][0] < cue.last]
            behind = [i for i in inside if cue.verb < spans[i][0]]  # "was careful this year, saying | in May | that"
            return (behind or inside or touching)[0]
    return _find_said_behind(context, tokens, mentions, spans, holders, figure)


def _with_joint(cue: Cue, cues: Sequence[Cue], tokens: WordList) -> list[Cue]:
    """ "On Monday Chad | vowed | to end it, and | said | 300 men were there": a verb, and the one it is joined to."""
    is_joint = cue.subject is not None and cue.first == cue.verb and tokens.lower[cue.verb - 1] in ("and", "but")
    before = [other for other in cues if other.verb < cue.verb]
    is_same = bool(before) and before[-1].subject == cue.subject and before[-1].first <= OPENING
    return [cue, before[-1]] if is_joint and is_same else [cue]


def _find_said_behind(
    context: Context,
    tokens: WordList,
    mentions: Sequence[DateMention],
    spans: Sequence[TokenSpan],
    holders: Sequence[Cue],
    figure: TokenSpan,
) -> int | None:
    """ "Put the toll at 300 | in March", "denied sending 300 men | on Monday": the date of the verb, behind it all."""
    dates = [i for i, mention in enumerate(mentions) if mention.kind == "date"]
    if any(_gives_figure(context, tokens, cue, figure) for cue in holders):
        given = next((i for i in dates if spans[i][0] >= figure[1] and _is_tail(tokens, spans[i][1])), None)
        if given is not None and "," in tokens.lower[figure[1] : figure[1] + 1 + LOSSES]:
            return given  # "it gave a figure, 300 dead men, in March"
    for i in dates:
        is_latest = tokens.lower[max(0, spans[i][0] - 2) : spans[i][0]] in (["most", "recently"], ["recently", "on"])
        if is_latest and holders and spans[i][0] >= figure[1] and _is_tail(tokens, spans[i][1]):
            return i
    for cue in (cue for cue in holders if cue.saying):
        puts = cue.saying is not None and cue.saying.verb in PUTTING and cue.last <= figure[0]
        ends = cue.saying is not None and (cue.saying.stance != "asserts" or cue.saying.does == "promise")
        for i in dates:
            between = [word for word in tokens.lower[figure[1] : spans[i][0]] if word not in ("earlier", "late")]
            is_near = len(between) <= LOSSES and context.words.grammar.prepositions.isdisjoint(between)
            is_beside = puts and spans[i][0] >= figure[1] and is_near and all(map(str.isalpha, between))
            is_own = (ends or has_object(context, tokens, cue, spans[i], figure)) and not is_of_thing(
                tokens, spans[i][0]
            )
            if is_beside or (is_own and spans[i][0] > cue.verb and _is_tail(tokens, spans[i][1])):
                return i
    return None


def _gives_figure(context: Context, tokens: WordList, cue: Cue, figure: TokenSpan) -> bool:
    """ "Last gave | a figure |, 300, in March"."""
    is_given = cue.saying is None and not cue.is_source and cue.last <= figure[0] <= cue.last + LOSSES
    return is_given and tokens.lower[cue.last - 1] in context.words.grammar.given


def _is_tail(tokens: WordList, position: int) -> bool:
    return all(word in (".", "”", '"', ")") for word in tokens.lower[position : position + 3])


def _find_taken(
    context: Context,
    tokens: WordList,
    mentions: Sequence[DateMention],
    spans: Sequence[TokenSpan],
    cues: Sequence[Cue],
    figure: TokenSpan,
) -> set[int]:
    """The dates that belong to some verb of saying, this figure's or another's: none of them is an event's."""
    return {
        i
        for i, span in enumerate(spans)
        if mentions[i].kind == "date" and any(touches(context, tokens, span, cue, figure) for cue in cues)
    }


def _choose(
    own: Sequence[int],
    mentions: Sequence[DateMention],
    spans: Sequence[TokenSpan],
    figure: TokenSpan,
    published: date | None,
    *,
    due: bool,
) -> int | None:
    """The nearest date of one sort, those behind the figure first."""
    fitting = [i for i in own if mentions[i].kind != "until" and _is_due(mentions[i], published) == due]
    behind = [i for i in fitting if spans[i][0] >= figure[1]]
    if behind:
        return behind[0]
    return fitting[-1] if fitting else None


def _is_due(mention: DateMention, published: date | None) -> bool:
    """Whether a date is a deadline: "by December", unless it was over at publication ("by 5 May, 400 had come")."""
    if mention.kind != "deadline":
        return False
    return published is None or mention.latest is None or mention.latest >= published


def _make_dates(
    context: Context, mentions: Sequence[DateMention], said: int | None, event: int | None, deadline: int | None
) -> Dates:
    said_days = mentions[said] if said is not None else None
    event_days = mentions[event] if event is not None else None
    due_days = mentions[deadline] if deadline is not None else None
    said_latest = _cap(said_days.latest, context.published) if said_days else None
    first, last = _find_event_days(event_days, said_latest or context.published)
    return Dates(
        said_earliest=said_days.earliest if said_days else None,
        said_latest=said_latest,
        said_precision=said_days.precision if said_days else Precision.NONE,
        said_text=_read_text(context, said_days),
        event_earliest=first,
        event_latest=last,
        event_text=_read_text(context, event_days) if first or not event_days or event_days.earliest is None else "",
        deadline_earliest=due_days.earliest if due_days else None,
        deadline_latest=due_days.latest if due_days else None,
        deadline_text=_read_text(context, due_days),
    )


def _cap(day: date | None, limit: date | None) -> date | None:
    return min(day, limit) if day and limit else day


def _find_event_days(event: DateMention | None, limit: date | None) -> tuple[date | None, date | None]:
    """An event ends no later than it was said; "since August" runs from then until it was said."""
    if event is None or event.earliest is None:
        return None, None
    if limit and event.earliest > limit:
        return None, None
    if event.kind == "since":
        return event.earliest, limit
    return event.earliest, _cap(event.latest, limit)


def _read_text(context: Context, mention: DateMention | None) -> str:
    return context.text[mention.start : mention.end] if mention else ""
