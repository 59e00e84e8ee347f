"""Round days for a time axis: where its ticks stand and what they say."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

import numpy as np

DAYS: Final = (1, 2, 3, 5, 7, 14)
MONTHS: Final = (1, 2, 3, 6)
YEARS: Final = (1, 2, 5, 10, 20, 50, 100)
EPOCH: Final = date(1970, 1, 1)


def read_day(day: Any) -> float:
    """Days since 1970, with their fraction.

    >>> read_day("1970-01-02T12:00"), read_day(date(1970, 1, 2))
    (1.5, 1.0)
    """
    return float(np.datetime64(day, "m").astype(int)) / 1440


def find_date_ticks(edges: Sequence[Any], most: int) -> list[tuple[date, str, str]]:
    """At most so many ticks between two days: the day, what it says, and the year where it is the first or a new one.

    >>> find_date_ticks(["2024-10-17", "2024-11-02"], 3)
    [(datetime.date(2024, 10, 21), '21 Oct', '2024'), (datetime.date(2024, 10, 28), '28 Oct', '')]
    """
    first, last = (EPOCH + timedelta(days=read_day(edge)) for edge in edges)
    span = (last - first).days / max(most, 1)
    ticks: list[tuple[date, str, str]] = []
    for day, words in _list_days(first, last, span):
        if first <= day <= last:
            is_new = not ticks or ticks[-1][0].year != day.year
            ticks.append((day, words, str(day.year) if is_new and words != str(day.year) else ""))
    return ticks


def _list_days(first: date, last: date, span: float) -> Iterator[tuple[date, str]]:
    step = next((step for step in DAYS if step >= span), None)
    if step is not None:
        start = EPOCH + timedelta(days=4)  # a Monday, so that weeks begin on one
        behind = (first - start).days // step
        for number in range(behind, (last - start).days // step + 1):
            day = start + timedelta(days=number * step)
            yield day, f"{day.day} {calendar.month_abbr[day.month]}"
        return
    months = next((months for months in MONTHS if months * 30.4 >= span), None)
    years = next((years for years in YEARS if years * 365.25 >= span), YEARS[-1])
    for year in range(first.year, last.year + 1):
        if months is None:
            if year % years == 0:
                yield date(year, 1, 1), str(year)
            continue
        for month in range(1, 13, months):
            yield date(year, month, 1), f"{calendar.month_abbr[month]}"
