"""Estimates out of reports: one row per statement (claimant, stance, figure or none, phase), however many carry it.

Derived, never stored, from the reports whose articles were published by the as-of date. The rule of grouping is in
`docs/design.md`, "Estimates": only reports alike in KEY can be one estimate; dated ones group first, undated ones join.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from threading import Lock
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from dashboard.dataset.package import Field, Table
from dashboard.dataset.revisions import add_revisions, build_revisions
from dashboard.dataset.tables import list_values, type_cells
from dashboard.records import LIST_SEPARATOR, PHASE_OF_STAGE, Precision, Review

KEY: Final = ("stance", "claimant", "force", "measure", "phase", "basis", "low", "high")
EPOCH: Final = date(1970, 1, 1).toordinal()
REVISION: Final = "revision"
NO_DAY: Final = np.iinfo(np.int64).min  # how numpy writes a missing day


class Span(NamedTuple):
    """A first and a last day: something was said, happened or is due on one of the days between."""

    earliest: date
    latest: date


class Row(NamedTuple):
    """One report as Python values, missing `None`, with its phase and its article's published, outlet and agency."""

    report_id: str
    source_id: str
    stance: str
    claimant: str | None
    force: str
    measure: str
    phase: str
    basis: str | None
    low: int | None
    high: int | None
    figure_text: str | None
    qualifier: str | None
    stage: str
    hedge: str | None
    relayed_by: str | None
    said: Span | None
    said_precision: str
    event: Span | None
    deadline: Span | None
    review: str
    published: date
    outlet: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Reports that are one estimate, in order of publication, and the days on which it can have been said."""

    rows: tuple[Row, ...]
    said: Span | None

    @property
    def first(self) -> Row:
        """The report that was published first."""
        return self.rows[0]

    @property
    def shown_on(self) -> date:
        """The last day on which it can have been said; the first publication where no report dates it."""
        return self.said.latest if self.said else self.first.published


def build_estimates(
    reports: pd.DataFrame, sources: pd.DataFrame, table: Table, as_of: date | None = None, *, grouped: bool = True
) -> pd.DataFrame:
    """The estimates known on a day, or all: one row per estimate, by shown_on and then by id; columns as declared.

    Without `grouped` every report is a row of its own, under its own id. Dates are days, counts Int64, closed sets
    categoricals; what missing means is in each column's declaration.
    """
    estimates = EstimateBuilder(reports, sources, table, grouped=grouped).build(as_of)
    if not grouped or REVISION not in table.columns:
        return estimates
    return add_revisions(estimates, build_revisions(estimates))


class EstimateBuilder:
    """The estimates of one dataset for one day after another: what is the same on both days is worked out once.

    A group of the same reports has the same cells on every day: each is described when it is first met, and the
    estimates of a day are a choice of the rows described. Revisions, which change with the day, are not filled in.
    """

    def __init__(self, reports: pd.DataFrame, sources: pd.DataFrame, table: Table, *, grouped: bool = True) -> None:
        rows = _read_rows(reports, sources)
        self._table = table
        self._alike = [sorted(same, key=ORDER) for same in _group_alike(rows)] if grouped else [[row] for row in rows]
        self._published = [[row.published for row in same] for same in self._alike]
        self._described = self._describe([])
        self._places: dict[tuple[int, int], range] = {}  # where reports alike, so many of them known, are described
        self._lock = Lock()  # several people may step through the days at once

    def build(self, as_of: date | None = None) -> pd.DataFrame:
        """The estimates known on a day, or all, as `build_estimates` gives them but for their revisions."""
        known = [len(days) if as_of is None else bisect_right(days, as_of) for days in self._published]
        wanted = [key for key in enumerate(known) if key[1]]
        with self._lock:
            self._describe_new(key for key in wanted if key not in self._places)
        places = [place for key in wanted for place in self._places[key]]
        return self._described.take(places).sort_values(["shown_on", "estimate_id"], ignore_index=True)

    def _describe_new(self, keys: Iterable[tuple[int, int]]) -> None:
        """Add the rows of the groups that are met for the first time."""
        groups: list[Group] = []
        first = len(self._described)
        for number, known in keys:
            found = group_reports(self._alike[number][:known])
            self._places[number, known] = range(first + len(groups), first + len(groups) + len(found))
            groups += found
        if groups:
            self._described = pd.concat([self._described, self._describe(groups)], ignore_index=True)

    def _describe(self, groups: Iterable[Group]) -> pd.DataFrame:
        """One row per group; a column that a dataset declares beyond the project's own is missing."""
        columns = {field.name: _make_column(groups, field) for field in self._table.fields}
        return type_cells(pd.DataFrame(columns), self._table)


def group_reports(rows: Iterable[Row]) -> list[Group]:
    """Reports alike in KEY as groups, each one estimate; the same for any order of the reports.

    Dated reports first, in order of said_latest, published, report_id: a report joins the first group with which it can
    share a day, else it begins one. Undated ones then join the latest group that can have been said by the day they
    were published, else they begin one together. Nothing is said after it was published.
    """
    ordered = sorted(rows, key=ORDER)
    dated = [(row.said, row) for row in ordered if row.said is not None]
    groups: list[tuple[Span, list[Row]]] = []
    for said, row in sorted(dated, key=lambda pair: pair[0].latest):
        for place, (span, members) in enumerate(groups):
            if said.earliest <= span.latest and span.earliest <= said.latest:
                shared = Span(max(said.earliest, span.earliest), min(said.latest, span.latest, row.published))
                groups[place] = (shared, [*members, row])
                break
        else:
            groups.append((Span(said.earliest, min(said.latest, row.published)), [row]))
    undated: list[Row] = []
    for row in (row for row in ordered if row.said is None):
        possible = [(span.latest, place) for place, (span, _) in enumerate(groups) if span.earliest <= row.published]
        if possible:
            _, place = max(possible)
            span, members = groups[place]
            groups[place] = (Span(span.earliest, min(span.latest, row.published)), [*members, row])
        else:
            undated.append(row)
    found = [Group(tuple(sorted(members, key=ORDER)), span) for span, members in groups]
    return [*found, Group(tuple(undated), None)] if undated else found


ORDER: Final = attrgetter("published", "report_id")


def _read_rows(reports: pd.DataFrame, sources: pd.DataFrame) -> list[Row]:
    articles = sources.set_index("source_id")[["published", "outlet", "agency"]]
    joined = reports.join(articles, on="source_id")
    joined = joined.assign(phase=joined["stage"].map(PHASE_OF_STAGE))
    columns = {name: list_values(joined[name]) for name in Row._fields if name in joined.columns}
    for name in ("said", "event", "deadline"):
        days = zip(list_values(joined[f"{name}_earliest"]), list_values(joined[f"{name}_latest"]), strict=True)
        columns[name] = [None if latest is None else Span(earliest or latest, latest) for earliest, latest in days]
    return list(map(Row._make, zip(*(columns[name] for name in Row._fields), strict=True)))


def _group_alike(rows: Iterable[Row]) -> Iterable[list[Row]]:
    find_key = attrgetter(*KEY)
    alike: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(find_key(row), []).append(row)
    return alike.values()


def _make_column(groups: Iterable[Group], field: Field) -> Any:
    make = COLUMNS.get(field.name)
    cells = [make(group) if make else None for group in groups]
    if field.type != "date":
        return cells
    days = np.array([NO_DAY if day is None else day.toordinal() - EPOCH for day in cells], dtype="datetime64[D]")
    return days.astype("datetime64[us]")


def _count(group: Group, column: str) -> list[tuple[Any, int]]:
    """Each value with its count, most frequent first; among equals, the one published first."""
    counts: dict[Any, int] = {}
    for row in group.rows:
        value = getattr(row, column)
        if value is not None:
            counts[value] = counts.get(value, 0) + 1
    return sorted(counts.items(), key=lambda counted: -counted[1])


def _find_most_common(group: Group, column: str) -> Any:
    counted = _count(group, column)
    return counted[0][0] if counted else None


def _list_counts(group: Group, column: str) -> str | None:
    """Every value with its count: "sent (4); arrived (1)"; `None` where there is none."""
    return LIST_SEPARATOR.join(f"{value} ({count})" for value, count in _count(group, column)) or None


def _find_precision(group: Group) -> str:
    """The precision of the days in common: a day where one is left, else that of the narrowest report."""
    if group.said is None:
        return Precision.NONE
    if group.said.earliest == group.said.latest:
        return Precision.DAY
    dated = [(row.said.latest - row.said.earliest, row.said_precision) for row in group.rows if row.said is not None]
    return min(dated, key=lambda width: width[0])[1]


def _find_first_day(spans: Iterable[Span | None]) -> date | None:
    return min((span.earliest for span in spans if span is not None), default=None)


def _find_last_day(spans: Iterable[Span | None]) -> date | None:
    return max((span.latest for span in spans if span is not None), default=None)


def _list_outlets(group: Group) -> list[str]:
    """The known outlets, each once, in order of publication."""
    return list(dict.fromkeys(row.outlet for row in group.rows if row.outlet is not None))


def _list_agencies(group: Group) -> list[str]:
    names = (name for row in group.rows if row.agency for name in row.agency.split(LIST_SEPARATOR))
    return list(dict.fromkeys(names))


def _count_unknown(group: Group) -> int:
    return len({row.source_id for row in group.rows if row.outlet is None})


COLUMNS: Final[dict[str, Callable[[Group], Any]]] = {
    **{name: attrgetter(f"first.{name}") for name in KEY},
    "estimate_id": lambda group: group.first.report_id,
    "figure_text": lambda group: _find_most_common(group, "figure_text"),
    "qualifier": lambda group: _find_most_common(group, "qualifier"),
    "said_earliest": lambda group: group.said and group.said.earliest,
    "said_latest": lambda group: group.said and group.said.latest,
    "said_precision": _find_precision,
    "shown_on": lambda group: group.shown_on,
    "event_earliest": lambda group: _find_first_day(row.event for row in group.rows),
    "event_latest": lambda group: _find_last_day(row.event for row in group.rows),
    "deadline_earliest": lambda group: _find_first_day(row.deadline for row in group.rows),
    "deadline_latest": lambda group: _find_last_day(row.deadline for row in group.rows),
    "stages": lambda group: _list_counts(group, "stage"),
    "qualifiers": lambda group: _list_counts(group, "qualifier"),
    "figure_texts": lambda group: _list_counts(group, "figure_text"),
    "hedges": lambda group: _list_counts(group, "hedge"),
    "relayed_by": lambda group: _list_counts(group, "relayed_by"),
    "first_published": lambda group: group.first.published,
    "last_published": lambda group: group.rows[-1].published,
    "reports": lambda group: len(group.rows),
    "proposed": lambda group: sum(row.review == Review.PROPOSED for row in group.rows),
    "articles": lambda group: len({row.source_id for row in group.rows}),
    "outlets_known": lambda group: len(_list_outlets(group)),
    "outlets_unknown": _count_unknown,
    "outlets": lambda group: LIST_SEPARATOR.join(_list_outlets(group)) or None,
    "agencies": lambda group: LIST_SEPARATOR.join(_list_agencies(group)) or None,
    "report_ids": lambda group: LIST_SEPARATOR.join(row.report_id for row in group.rows),
}
