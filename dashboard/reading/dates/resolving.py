"""Which dates of a sentence say when a figure was said, when it happened and by when it is due.

A date is the said one only where it touches the verb of saying ("said on Friday", "last week, X said", "X earlier this
month accused"); else it is the event's, when it stands in the figure's own clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from dashboard.reading.context import Context
from dashboard.reading.dates.clauses import has_object, is_in_clause, is_of_thing, is_over, lies_ahead
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.tables.dates import DateMention
from dashboard.reading.text.phrases import QUOTES, TokenSpan
from dashboard.reading.text.wordlist import WordList
from dashboard.records import Precision

PUTTING: Final = frozenset({"put", "raise", "lower", "revise"})  # "put the toll at 300 on Monday": it was put then
NEAR: Final = 8  # words from "Monday's statement" to the verb that it belongs to


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
    said = _find_said(context, tokens, mentions, spans, holders, figure)
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
) -> int | None:
    """The date that touches the innermost verb of saying that has one."""
    for cue in holders:
        touching = [
            i
            for i, span in enumerate(spans)
            if mentions[i].kind == "date" and _touches(context, tokens, span, cue, figure)
        ]
        if touching:  # "... in May, the minister announced on Friday": Friday
            return next((i for i in touching if cue.first <= spans[i][0] < cue.last), touching[0])
    return _find_said_behind(context, tokens, mentions, spans, holders, figure)


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
    for cue in (cue for cue in holders if cue.saying):
        puts = cue.saying is not None and cue.saying.verb in PUTTING and cue.last <= figure[0]
        ends = cue.saying is not None and (cue.saying.stance != "asserts" or cue.saying.does == "promise")
        for i in dates:
            is_beside = puts and 0 <= spans[i][0] - figure[1] <= 1
            is_own = (ends or has_object(context, tokens, cue, spans[i], figure)) and not is_of_thing(
                tokens, spans[i][0]
            )
            if is_beside or (is_own and spans[i][0] > cue.verb and _is_tail(tokens, spans[i][1])):
                return i
    return None


def _is_tail(tokens: WordList, position: int) -> bool:
    return all(word in (".", "”", '"', ")") for word in tokens.lower[position : position + 3])


def _touches(context: Context, tokens: WordList, span: TokenSpan, cue: Cue, figure: TokenSpan) -> bool:
    """Whether a date stands at a verb of saying: right behind it, inside its own words, or right before its subject."""
    if figure[0] <= span[0] < figure[1] or _closes_clause(tokens, span, cue):
        return False
    described = cue.subject.described if cue.subject else None
    if described and described[0] <= span[0] < described[1]:
        return _is_of_words(context, tokens.lower[described[0] : span[0]])  # not "the minister, who came in July, said"
    first, last = cue.first, cue.last
    if first <= span[0] and span[1] <= last:
        return not (span[1] <= figure[0] and first <= figure[0] < last)
    if span[1] <= first and tokens.lower[span[1] - 1].endswith("'s"):  # "Monday's statement", not "Monday's clash"
        return cue.verb - span[1] <= NEAR and tokens.lower[span[1]] in context.words.said_nouns
    if span[1] <= first:
        is_others = tokens.lower[cue.verb] == "according" and span[0] > 0 and tokens.lower[span[1]] == ","
        # `is_others`: "down from 400 last year, according to the army"
        return (
            not is_others
            and not (cue.before and figure[1] <= span[0])
            and _leads_to(context, tokens, span, cue, figure)
        )
    return _names_words_said(context, tokens, span) and not (figure[0] >= span[1] and cue.verb > span[1])


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
    if span[1] <= figure[0] < first:
        return False
    between = tokens.lower[span[1] : first]
    if cue.before and between[:1] == [","] and QUOTES.issuperset(between[1:]) and _is_when(tokens, span[0]):
        return False  # "when the war ended in 1999, | he said, 400 men were left"
    if span[0] > 0 and figure[0] > first and _is_some_of(tokens, figure[0]):
        return False  # "400 landed in 2015, a man said, of whom 300 are left"
    if all(word in (",", '"', "“", "”", "(", ")", "the") for word in between):
        return True
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
    after = tokens.lower[span[1] : span[1] + 2]
    return (bool(after) and after[0] in nouns) or (after[:1] == ["'s"] and after[1:] != [] and after[1] in nouns)


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
        if mentions[i].kind == "date" and any(_touches(context, tokens, span, cue, figure) for cue in cues)
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
