"""Date words to days: one function for each way of writing a date, all resolved against the day of publication.

A weekday is the latest such day up to and including publication; "last week" is the Monday to Sunday before;
"this month" ends with publication; a day without a year is in the year of publication, or the one before when
that would lie more than a month ahead.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from dashboard.records import Precision

MONTH_AHEAD: Final = timedelta(days=31)
WEEK: Final = timedelta(days=7)
DAY: Final = timedelta(days=1)
PARTS_OF_MONTH: Final = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


class Days(NamedTuple):
    """First and last day of a date, and how narrowly it was given."""

    earliest: date
    latest: date
    precision: Precision


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or `None` when there is no such day.

    >>> make_day(2023, 2, 29) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_month(year: int, month: int, part: str = "") -> Days:
    """A month, or its early, mid or late part.

    >>> find_month(2024, 2).latest
    datetime.date(2024, 2, 29)
    >>> find_month(2024, 2, "late").earliest
    datetime.date(2024, 2, 21)
    """
    last = calendar.monthrange(year, month)[1]
    if part in PARTS_OF_MONTH:
        first_day, last_day = PARTS_OF_MONTH[part]
        return Days(date(year, month, first_day), date(year, month, min(last, last_day)), Precision.RANGE)
    return Days(date(year, month, 1), date(year, month, last), Precision.MONTH)


def find_year(year: int, part: str = "") -> Days:
    """A year, or its early, mid or late third.

    >>> find_year(2025, "mid")[:2]
    (datetime.date(2025, 5, 1), datetime.date(2025, 8, 31))
    """
    if part:
        first = {"early": 1, "mid": 5, "late": 9}[part]
        return Days(date(year, first, 1), find_month(year, first + 3).latest, Precision.RANGE)
    return Days(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def choose_year(month: int, published: date, *, ahead: bool, day: int = 1) -> int:
    """The year of a date that names none; `ahead` when it is a deadline, so not before publication.

    >>> choose_year(12, date(2024, 1, 5), ahead=False), choose_year(2, date(2024, 11, 5), ahead=True)
    (2023, 2025)
    """
    if ahead:
        return published.year + (month < published.month)
    wanted = make_day(published.year, month, day) or date(published.year, month, 28)
    return published.year - (wanted - published > MONTH_AHEAD)


def find_weekday(number: int, published: date, which: str) -> Days:
    """A weekday (Monday is 0); `which` is "", "last" or "next".

    >>> find_weekday(2, date(2024, 10, 23), "").latest
    datetime.date(2024, 10, 23)
    >>> find_weekday(2, date(2024, 10, 23), "last").latest
    datetime.date(2024, 10, 16)
    """
    back = (published.weekday() - number) % 7
    day = published - back * DAY
    if which == "last" and back == 0:
        day -= WEEK
    if which == "next":
        day += WEEK
    return Days(day, day, Precision.DAY)


def find_week(published: date, shift: int, last: date | None = None) -> Days:
    """Monday to Sunday, `shift` weeks from the week of publication, or to `last`."""
    monday = published - published.weekday() * DAY + shift * WEEK
    return Days(monday, last or monday + 6 * DAY, Precision.WEEK)


def find_weekend(published: date, shift: int) -> Days:
    """The latest Saturday and Sunday begun by publication; `shift` weeks on."""
    saturday = published - (published.weekday() - 5) % 7 * DAY + shift * WEEK
    return Days(saturday, saturday + DAY, Precision.RANGE)


def shift_month(day: date, months: int) -> Days:
    """The whole month some months away.

    >>> shift_month(date(2024, 1, 15), -2).earliest
    datetime.date(2023, 11, 1)
    """
    count = max(day.year * 12 + day.month - 1 + months, 12)
    return find_month(count // 12, count % 12 + 1)


def shift_years(day: date, years: int) -> date:
    """The same day some years away, of 29 February the day before where there is none.

    >>> shift_years(date(2024, 2, 29), -1)
    datetime.date(2023, 2, 28)
    """
    return make_day(day.year + years, day.month, day.day) or date(day.year + years, day.month, 28)


def find_this(unit: str, published: date) -> Days:
    """ "This week", month or year: it ends with publication."""
    start = {
        "week": published - published.weekday() * DAY,
        "month": published.replace(day=1),
        "year": published.replace(month=1, day=1),
    }[unit]
    return Days(start, published, Precision(unit))


def find_later_this(unit: str, published: date) -> Days:
    """ "Later this week", month or year: it begins with publication."""
    return Days(published, find_end(unit, published, 0), Precision(unit))


def find_end(unit: str, published: date, shift: int) -> date:
    """The last day of the week, month or year, `shift` of them away."""
    return find_shifted(unit, published, shift).latest


def find_shifted(unit: str, published: date, shift: int) -> Days:
    """The whole week, month or year that lies `shift` of them away; a day, that very day.

    >>> find_shifted("week", date(2024, 10, 23), -1)[:2]
    (datetime.date(2024, 10, 14), datetime.date(2024, 10, 20))
    """
    makers: dict[str, Callable[[], Days]] = {
        "day": lambda: Days(published + shift * DAY, published + shift * DAY, Precision.DAY),
        "week": lambda: find_week(published, shift),
        "month": lambda: shift_month(published, shift),
        "year": lambda: find_year(max(published.year + shift, 1)),
    }
    return makers[unit]()


def find_past(unit: str, count: int, published: date) -> Days:
    """ "The past three days": that long up to publication."""
    length = {"day": DAY, "week": WEEK, "month": timedelta(days=30), "year": timedelta(days=365)}[unit]
    return Days(published - count * length, published, Precision.RANGE)


def find_season(first_month: int, year: int) -> Days:
    """Three months from the first; winter runs into the next year."""
    last = shift_month(date(year, first_month, 1), 2)
    return Days(date(year, first_month, 1), last.latest, Precision.RANGE)


def find_share(year: int, number: int, of: int) -> Days:
    """One quarter or half of a year, -1 for the last.

    >>> find_share(2024, 2, 4).earliest, find_share(2024, -1, 2).latest
    (datetime.date(2024, 4, 1), datetime.date(2024, 12, 31))
    """
    months = 12 // of
    first = date(year, 1 + months * ((number if number > 0 else of) - 1), 1)
    return Days(first, shift_month(first, months - 1).latest, Precision.RANGE)


def find_week_of(year: int, month: int, number: int) -> Days:
    """Seven days of a month, counted from its first day, or its last seven.

    >>> find_week_of(2024, 5, 1).latest, find_week_of(2024, 5, -1).earliest
    (datetime.date(2024, 5, 7), datetime.date(2024, 5, 25))
    """
    first = date(year, month, 7 * number - 6) if number > 0 else find_month(year, month).latest - 6 * DAY
    return Days(first, first + 6 * DAY, Precision.WEEK)


def join_days(first: Days, second: Days) -> Days:
    """From the first day of the one to the last day of the other."""
    return Days(min(first.earliest, second.earliest), max(first.latest, second.latest), Precision.RANGE)
