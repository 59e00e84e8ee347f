"""Estimates out of reports: one row per statement (a claimant, a stance, a figure or none, a phase), however many carry it.

Derived, never stored, from the reports whose articles were published by the as-of date. The rule of grouping is in
`docs/design.md`, "Estimates": only reports alike in KEY can be one estimate; dated ones group first, undated ones join.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, Final

import pandas as pd

from dashboard.dataset.package import Table
from dashboard.dataset.tables import type_cells
from dashboard.records import LIST_SEPARATOR, PHASE_OF_STAGE, Precision, Stage

KEY: Final = ("stance", "claimant", "force", "measure", "phase", "basis", "low", "high")
COUNTED: Final = {
    "stages": "stage",
    "qualifiers": "qualifier",
    "figure_texts": "figure_text",
    "hedges": "hedge",
    "relayed_by": "relayed_by",
}


class Row(dict[str, Any]):
    """One report as Python values, missing `None`, with its article's published, outlet and agency, and its phase."""

    __getattr__ = dict.__getitem__


@dataclass(slots=True)
class Group:
    """Reports that are one estimate so far, and the days that all of them have in common."""

    rows: list[Row] = field(default_factory=list)
    earliest: date | None = None
    latest: date | None = None

    def can_share_date(self, row: Row) -> bool:
        """Whether this dated report and all members can have been said on one day."""
        return row.said_earliest <= self.latest and self.earliest <= row.said_latest

    def add(self, row: Row) -> None:
        """Take a report in and narrow the days to what is common; publication bounds them too."""
        self.rows.append(row)
        if row.said_earliest is not None:
            self.earliest = max(self.earliest or row.said_earliest, row.said_earliest)
            self.latest = min(self.latest or row.said_latest, row.said_latest)
        if self.latest is not None:
            self.latest = min(self.latest, row.published)


def build_estimates(
    reports: pd.DataFrame, sources: pd.DataFrame, table: Table, as_of: date | None = None
) -> pd.DataFrame:
    """The estimates known on a day, or all: one row per estimate, by shown_on and then by id; columns as declared.

    Dates are days, counts Int64, closed sets categoricals; what missing means is in each column's declaration.
    """
    rows = _join_sources(reports, sources, as_of)
    groups: list[Group] = []
    for alike in _group_alike(rows):
        groups += group_reports(alike)
    estimates = [_describe(group) for group in groups]
    estimates.sort(key=lambda estimate: (estimate["shown_on"], estimate["estimate_id"]))
    frame = pd.DataFrame(estimates, columns=table.columns)
    return type_cells(frame, table)


def group_reports(rows: Iterable[Row]) -> list[Group]:
    """Reports alike in KEY as groups, each one estimate.

    Dated reports first, in order of said_latest, published, report_id: a report joins the first group with which it can
    share a date, else it begins one. Undated ones then join the latest group that can have been said by the day they
    were published, else they begin one together.
    """
    rows = list(rows)
    groups: list[Group] = []
    for row in sorted((row for row in rows if row.said_latest is not None), key=attrgetter("said_latest", *ORDER)):
        group = next((group for group in groups if group.can_share_date(row)), None)
        if group is None:
            groups.append(group := Group())
        group.add(row)
    undated = Group()
    for row in sorted((row for row in rows if row.said_latest is None), key=attrgetter(*ORDER)):
        possible = [group for group in groups if group.earliest <= row.published]  # type: ignore[operator]
        (max(possible, key=attrgetter("latest", "earliest")) if possible else undated).add(row)
    return [*groups, undated] if undated.rows else groups


ORDER: Final = ("published", "report_id")


def _join_sources(reports: pd.DataFrame, sources: pd.DataFrame, as_of: date | None) -> list[Row]:
    articles = sources.set_index("source_id")[["published", "outlet", "agency"]]
    joined = reports.join(articles, on="source_id")
    if as_of is not None:
        joined = joined.loc[joined["published"] <= pd.Timestamp(as_of)]
    values = {name: _to_python(joined[name]) for name in joined.columns}
    values["phase"] = [PHASE_OF_STAGE[Stage(stage)].value for stage in values["stage"]]
    return [Row(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]


def _to_python(column: pd.Series) -> list[Any]:
    if column.dtype.kind == "M":
        return [None if day is pd.NaT else day for day in column.dt.date.tolist()]
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna(), strict=True)]


def _group_alike(rows: Iterable[Row]) -> Iterable[list[Row]]:
    alike: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(tuple(row[name] for name in KEY), []).append(row)
    return alike.values()


def _describe(group: Group) -> dict[str, Any]:
    rows = sorted(group.rows, key=attrgetter(*ORDER))
    first = rows[0]
    outlets = {row.source_id: row.outlet for row in rows}
    return {
        **{name: first[name] for name in KEY},
        "estimate_id": first.report_id,
        "figure_text": _most_common(row.figure_text for row in rows),
        "qualifier": _most_common(row.qualifier for row in rows),
        "said_earliest": group.earliest,
        "said_latest": group.latest,
        "said_precision": _find_precision(group),
        "shown_on": group.latest or first.published,
        **_find_days(rows, "event"),
        **_find_days(rows, "deadline"),
        **{name: _count(row[column] for row in rows) for name, column in COUNTED.items()},
        "first_published": first.published,
        "last_published": rows[-1].published,
        "reports": len(rows),
        "proposed": sum(row.review == "proposed" for row in rows),
        "articles": len(outlets),
        "outlets_known": len(set(filter(None, outlets.values()))),
        "outlets_unknown": sum(outlet is None for outlet in outlets.values()),
        "outlets": _join_once(outlets.values()),
        "agencies": _join_once(name for row in rows for name in (row.agency or "").split(LIST_SEPARATOR)),
        "report_ids": LIST_SEPARATOR.join(row.report_id for row in rows),
    }


def _count_values(values: Iterable[Any]) -> list[tuple[Any, int]]:
    """Each value with its count, most frequent first; among equals, the one published first."""
    return Counter(value for value in values if value is not None).most_common()


def _most_common(values: Iterable[Any]) -> Any:
    counted = _count_values(values)
    return counted[0][0] if counted else None


def _count(values: Iterable[Any]) -> str | None:
    """Every value with its count: "sent (4); arrived (1)"; `None` where there is none."""
    return LIST_SEPARATOR.join(f"{value} ({count})" for value, count in _count_values(values)) or None


def _join_once(names: Iterable[str | None]) -> str | None:
    return LIST_SEPARATOR.join(dict.fromkeys(filter(None, names))) or None


def _find_precision(group: Group) -> str:
    """The precision that the common days still have: a day where one is left, else that of the narrowest report."""
    if group.earliest is None:
        return Precision.NONE
    if group.earliest == group.latest:
        return Precision.DAY
    dated = [row for row in group.rows if row.said_earliest is not None]
    return min(dated, key=lambda row: row.said_latest - row.said_earliest).said_precision


def _find_days(rows: Sequence[Row], span: str) -> dict[str, date | None]:
    """The first and the last day that any report names for the event or the deadline."""
    earliest, latest = f"{span}_earliest", f"{span}_latest"
    given = [row for row in rows if row[earliest] is not None]
    return {
        earliest: min((row[earliest] for row in given), default=None),
        latest: max((row[latest] for row in given), default=None),
    }
