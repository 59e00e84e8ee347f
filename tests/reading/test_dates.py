"""When it was said, when it happened, by when it is due: invented sentences, one line each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard.reading.context import build_words
from dashboard.reading.dates.resolving import resolve_dates
from dashboard.reading.sentence.dates import find_dates
from dashboard.vocabulary import load_vocabulary
from tests.reading.sentence_cases import WEDNESDAY, find_words, load_cases, make_context


@pytest.mark.parametrize("case", load_cases("dates"))
def test_each_date_goes_to_the_verb_it_touches(case: dict[str, Any]) -> None:
    """Said, event and deadline as a person reads them; a date that is not expected must not be there."""
    published = case.get("published", str(WEDNESDAY))
    context = make_context(case["text"], date.fromisoformat(published) if published else None)
    dates = resolve_dates(context, *find_words(context, case["words"]))
    assert _as_text(dates.said_earliest, dates.said_latest, dates.said_precision) == case.get(
        "said", ["None", "None", "none"]
    )
    assert _as_text(dates.event_earliest, dates.event_latest) == case.get("event", ["None", "None"])
    assert _as_text(dates.deadline_earliest, dates.deadline_latest) == case.get("deadline", ["None", "None"])
    for field in ("said_text", "event_text", "deadline_text"):
        assert getattr(dates, field) == case.get(field, getattr(dates, field))


def _as_text(*values: object) -> list[str]:
    return [str(value) for value in values]


def test_every_month_and_weekday_meets_its_example() -> None:
    """Each entry of the vocabulary is read out of its own example."""
    vocabulary = load_vocabulary()
    words = build_words(vocabulary).dates
    for number, row in enumerate(vocabulary.dates["month"], start=1):
        found = find_dates(row["example"], 0, len(row["example"]), WEDNESDAY, words)
        assert [mention.earliest.month for mention in found if mention.earliest] == [number]


def test_a_day_that_is_not_in_the_calendar_is_no_date() -> None:
    """ "31 February" stands in the text, and means no day."""
    words = build_words(load_vocabulary()).dates
    text = "on 31 February"
    assert [mention.earliest for mention in find_dates(text, 0, len(text), WEDNESDAY, words)] == [None]
