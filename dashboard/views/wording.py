"""Figures, dates, stages, bases and witnesses as the words shown everywhere: hover, labels, table, answer, panel.

Plain text: nothing here is escaped, so whoever puts it into HTML or Plotly does that. A missing value may be `None`,
`NaN`, `<NA>` or `NaT`; it never becomes a number.
"""

from __future__ import annotations

import calendar
from typing import Any, Final

import pandas as pd

from dashboard.records import CHAIN_SEPARATOR, LIST_SEPARATOR, Basis, Precision, Qualifier
from dashboard.views.terms import BASIS_WORDS, NO_CLAIMANT, QUALIFIER_WORDS, STAGE_WORDS

_NAMED_PRECISIONS: Final = {Precision.WEEK, Precision.MONTH, Precision.YEAR}
_MONTHS: Final = tuple(calendar.month_abbr)  # a tuple: the calendar's own asks the system for each
_DASH: Final = "–"
_UNCOUNTED: Final = {**STAGE_WORDS, **QUALIFIER_WORDS}


def is_missing(value: Any) -> bool:
    """Whether a cell is empty: `None`, `NaN`, `<NA>`, `NaT` or "".

    >>> is_missing(pd.NA), is_missing(""), is_missing(0)
    (True, True, False)
    """
    # NaN and NaT differ from themselves; pd.isna does the same five times as slowly, and is asked for every cell.
    return value is None or value is pd.NA or bool(value == "" or value != value)  # noqa: PLR0124


def format_count(number: Any) -> str:
    """A whole number with thousands separators; "" for a missing one.

    >>> format_count(12000)
    '12,000'
    """
    return "" if is_missing(number) else f"{int(number):,}"


def describe_figure(low: Any, high: Any, qualifier: Any, figure_text: Any = None) -> str:
    """A figure with its qualifier; a magnitude in its own words (`figure_text`); "" where there is no number.

    >>> describe_figure(3000, 3000, "about"), describe_figure(None, 12000, "up_to")
    ('about 3,000', 'up to 12,000')
    >>> describe_figure(8000, 10000, "range"), describe_figure(200, 999, "magnitude", "hundreds")
    ('8,000 to 10,000', 'hundreds')
    """
    if is_missing(low) and is_missing(high):
        return ""
    if qualifier == Qualifier.MAGNITUDE and not is_missing(figure_text):
        return str(figure_text)
    if is_missing(low):
        return f"{_bound_words(qualifier, 'up to')} {format_count(high)}"
    if is_missing(high):
        return f"{_bound_words(qualifier, 'at least')} {format_count(low)}"
    if int(low) != int(high):
        return f"{format_count(low)} to {format_count(high)}"
    return f"about {format_count(low)}" if qualifier == Qualifier.ABOUT else format_count(low)


def _bound_words(qualifier: Any, otherwise: str) -> str:
    one_sided = {Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.UP_TO, Qualifier.FEWER_THAN}
    return QUALIFIER_WORDS[qualifier] if qualifier in one_sided else otherwise


def describe_band(low: Any, high: Any, qualifier: Any) -> str:
    """How an order of size is read, for a second line beside its words; "" for every other figure.

    >>> describe_band(200, 999, "magnitude")
    'read as 200 to 999'
    """
    if qualifier != Qualifier.MAGNITUDE or is_missing(low) or is_missing(high):
        return ""
    return f"read as {format_count(low)} to {format_count(high)}"


def sign_figure(figure: str, basis: Any) -> str:
    """The figure with the sign of its basis, for labels: a total as it is, the others never to be taken for one.

    >>> [sign_figure("1,500", basis) for basis in ("total", "additional", "remaining", "part")]
    ['1,500', '+1,500', '1,500 remaining', '1,500 (part)']
    >>> sign_figure("dozens", "observed"), sign_figure("about 500", "additional")
    ('dozens seen', '+ about 500')
    """
    if is_missing(basis) or basis == Basis.TOTAL or not figure:
        return figure
    if basis == Basis.ADDITIONAL:
        return f"+{figure}" if figure[0].isdigit() else f"+ {figure}"
    return f"{figure} {({Basis.REMAINING: 'remaining', Basis.PART: '(part)', Basis.OBSERVED: 'seen'})[Basis(basis)]}"


def describe_basis(basis: Any) -> str:
    """What the figure is a count of; "" where there is no figure.

    >>> describe_basis("additional")
    'in addition to a total'
    """
    return "" if is_missing(basis) else BASIS_WORDS[basis]


def describe_stage(stage: Any) -> str:
    """A stage in words.

    >>> describe_stage("at_front")
    'at the front'
    """
    return "" if is_missing(stage) else STAGE_WORDS[stage]


def describe_counted(values: Any) -> str:
    """Stages or qualifiers of an estimate with their number of reports, the number only where they differ.

    >>> describe_counted("sent (4); arrived (1)"), describe_counted("at_front (2)")
    ('sent (4), arrived (1)', 'at the front')
    """
    if is_missing(values):
        return ""
    pairs = [value.rpartition(" (") for value in str(values).split(LIST_SEPARATOR)]
    words = [(_UNCOUNTED.get(name, name), count) for name, _, count in pairs]
    return words[0][0] if len(words) == 1 else ", ".join(f"{name} ({count}" for name, count in words)


def describe_claimant(claimant: Any) -> str:
    """Who stands behind it; several together as one.

    >>> describe_claimant("Alpha; Beta"), describe_claimant(None)
    ('Alpha and Beta together', 'the article itself')
    """
    if is_missing(claimant):
        return NO_CLAIMANT
    names = str(claimant).split(LIST_SEPARATOR)
    return names[0] if len(names) == 1 else f"{join_words(names)} together"


def describe_chain(relayed_by: Any) -> str:
    """Who passed it on, from the claimant outwards; "" where nobody in between is named.

    >>> describe_chain("lawmakers > local media")
    'relayed by lawmakers, then local media'
    """
    return "" if is_missing(relayed_by) else "relayed by " + str(relayed_by).replace(CHAIN_SEPARATOR, ", then ")


def join_words(words: list[str]) -> str:
    """The words as one list.

    >>> join_words(["a", "b", "c"])
    'a, b and c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def describe_day(day: Any) -> str:
    """A date as it is read; "" for a missing one.

    >>> from datetime import date
    >>> describe_day(date(2024, 10, 3))
    '3 Oct 2024'
    """
    if is_missing(day):
        return ""
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


def describe_days(earliest: Any, latest: Any) -> str:
    """A span of days, as short as it can be told; open where one end is missing.

    >>> from datetime import date
    >>> describe_days(date(2024, 10, 14), date(2024, 10, 20)), describe_days(date(2024, 9, 1), date(2024, 9, 30))
    ('14–20 Oct 2024', 'Sep 2024')
    >>> describe_days(date(2024, 9, 28), date(2024, 10, 2)), describe_days(None, date(2024, 10, 2))
    ('28 Sep – 2 Oct 2024', 'by 2 Oct 2024')
    """
    if is_missing(earliest) or is_missing(latest):
        open_side = "by" if is_missing(earliest) else "from"
        day = describe_day(latest if is_missing(earliest) else earliest)
        return f"{open_side} {day}" if day else ""
    if (earliest.year, earliest.month, earliest.day) == (latest.year, latest.month, latest.day):
        return describe_day(latest)
    if earliest.year != latest.year:
        return f"{describe_day(earliest)} {_DASH} {describe_day(latest)}"
    return _describe_days_of_a_year(earliest, latest)


def _describe_days_of_a_year(earliest: Any, latest: Any) -> str:
    whole = earliest.day == 1 and latest.day == calendar.monthrange(latest.year, latest.month)[1]
    if whole and (earliest.month, latest.month) == (1, 12):
        return str(latest.year)
    if earliest.month == latest.month:
        month = f"{_MONTHS[latest.month]} {latest.year}"
        return month if whole else f"{earliest.day}{_DASH}{latest.day} {month}"
    if whole:
        return f"{_MONTHS[earliest.month]}{_DASH}{_MONTHS[latest.month]} {latest.year}"
    return f"{earliest.day} {_MONTHS[earliest.month]} {_DASH} {describe_day(latest)}"


def describe_said(said_earliest: Any, said_latest: Any, precision: Any, first_published: Any = None) -> str:
    """When it was said, with how narrowly that is known; publication where nothing dates it.

    >>> from datetime import date
    >>> describe_said(date(2024, 10, 14), date(2024, 10, 20), "week")
    '14–20 Oct 2024 (week)'
    >>> describe_said(None, None, "none", date(2024, 10, 23))
    'not dated; published 23 Oct 2024'
    """
    days = describe_days(said_earliest, said_latest)
    if not days:
        return "not dated" if is_missing(first_published) else f"not dated; published {describe_day(first_published)}"
    one_day = not is_missing(said_earliest) and said_earliest == said_latest
    return f"{days} ({precision})" if precision in _NAMED_PRECISIONS and not one_day else days


def describe_deadline(deadline_earliest: Any, deadline_latest: Any) -> str:
    """By when it is to happen; "" where nobody says.

    >>> from datetime import date
    >>> describe_deadline(date(2024, 12, 1), date(2024, 12, 31))
    'by Dec 2024'
    """
    days = describe_days(deadline_earliest, deadline_latest)
    return days if days.startswith(("by ", "from ")) or not days else f"by {days}"


def count_noun(number: Any, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count_noun(1, "report"), count_noun(2000, "report")
    ('1 report', '2,000 reports')
    """
    return f"{format_count(number)} {noun if int(number) == 1 else plural or noun + 's'}"


def describe_outlets(known: Any, unknown: Any) -> str:
    """How many outlets at the least; what is not known is never counted as one more.

    >>> describe_outlets(2, 1), describe_outlets(1, 0), describe_outlets(0, 3)
    ('at least 2 outlets', '1 outlet', 'outlet not known')
    """
    if not int(known):
        return "outlet not known"
    return f"{'at least ' if int(unknown) else ''}{count_noun(known, 'outlet')}"
