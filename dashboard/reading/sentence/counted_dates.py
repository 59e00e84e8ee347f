"""Dates counted from a day told before: "the same day", "a day earlier", "two weeks later"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dashboard.reading.sentence.date_words import find_shifted
from dashboard.reading.tables.dates import DateMention
from dashboard.records import Precision

_SAME: Final = r"(?:the|that)\s(?:very\s)?same\sday"
_NEXT: Final = r"the\s(?:next|following)\sday"
_BEFORE: Final = r"the\sprevious\sday"
_COUNT: Final = (
    r"(?P<count>a|one|two|three|four|five|six|seven|\d)\s(?P<unit>day|week|month|year)s?\s(?P<side>earlier|later)"
)
_COUNTED: Final = re.compile(
    rf"(?<!in\s)(?<!over\s)(?<!within\s)(?<!for\s)\b(?:(?P<same>{_SAME})|(?P<next>{_NEXT})|(?P<before>{_BEFORE})"
    rf"|(?:some\s|about\s)?{_COUNT})\b(?!\sthan\b)",
    re.IGNORECASE,
)


def counts_days(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` counts from a day told before."""
    return _COUNTED.search(text, start, end) is not None


def find_counted(
    text: str,
    span: tuple[int, int],
    own: Sequence[DateMention],
    before: date | None,
    published: date | None,
    counts: Mapping[str, int],
) -> list[DateMention]:
    """The dates of a sentence with those put in that are counted from the day told last.

    `own` are its other dates, `before` is the last day told in the sentences before. Where no day was told, or the
    count leads past the day of publication, what is counted is no date.
    """
    found = list(own)
    for match in _COUNTED.finditer(text, *span):
        found = [mention for mention in found if mention.end <= match.start() or mention.start >= match.end()]
        told = [mention for mention in found if mention.end <= match.start() and is_day(mention)]
        anchor = told[-1].latest if told else before
        mention = _count_from(match, anchor, counts) if anchor else None
        if mention and (published is None or (mention.latest and mention.latest <= published)):
            found = sorted([*found, mention], key=lambda other: other.start)
    return found


def is_day(mention: DateMention) -> bool:
    """Whether a date is one day, from which others can be counted."""
    return mention.kind == "date" and mention.precision is Precision.DAY and mention.latest is not None


def _count_from(match: re.Match[str], anchor: date, counts: Mapping[str, int]) -> DateMention | None:
    shift = 1 if match["next"] else -1 if match["before"] else 0
    unit = "day"
    if match["count"]:
        word, unit = match["count"].lower(), match["unit"].lower()
        number = int(word) if word.isdigit() else counts.get(word, 1)
        shift = number if match["side"].lower() == "later" else -number
    try:
        days = find_shifted(unit, anchor, shift)
    except (ValueError, OverflowError):  # outside the calendar
        return None
    start, end = match.span()
    return DateMention(start, start, end, days.earliest, days.latest, days.precision, "date")
