"""The rules that join columns: each broken in one place, with the fault it must give, and what keeps them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.dataset.checks import RULES, check_rows, check_sources
from dashboard.dataset.tables import Checked
from dashboard.loader import load_reports, load_sources

UP_TO, FIRST, HUNDREDS, DUE = "a004-01724", "a000-00244", "a000-00585", "a004-01147"
PLAIN = "a001-00094-asserts-arrived"


def change_report(report_id: str, **cells: object) -> Checked:
    """The project's reports with cells of one of them changed; its line is 7."""
    frame = load_reports()
    row = frame.index[frame["report_id"] == report_id][0]
    for name, value in cells.items():
        kind = frame[name].dtype
        cells_of = frame[name].astype(object)
        cells_of[row] = pd.Timestamp(str(value)) if kind.kind == "M" and value else value
        frame[name] = cells_of.astype(kind)
    return Checked(Path("reports.csv"), frame.loc[[row]], pd.Series({row: 7}), ())


def read_faults(reports: Checked) -> list[str]:
    """Column and what was found there, of each fault."""
    faults = [*check_rows(reports), *check_sources(reports, load_sources())]
    for fault in faults:
        assert fault.where.endswith(f"reports.csv line 7, column {fault.where.split()[-1]}")
        assert fault.expected.startswith("expected ")
    return [f"{fault.where.split()[-1]}: {fault.found}" for fault in faults]


CASES: list[tuple[str, dict[str, object], str | list[str]]] = [
    # what belongs to a figure
    (FIRST, {"basis": None}, "basis: the cell is empty beside the figure '1,500'"),
    (FIRST, {"figure_end": None}, "figure_end: the cell is empty beside the figure '1,500'"),
    (PLAIN, {"basis": "total"}, "basis: 'total' without a figure_text"),
    (PLAIN, {"low": 5}, "low: 5 without a figure_text"),
    (PLAIN, {"figure_start": 94}, "figure_start: 94 without a figure_text"),
    (FIRST, {"figure_start": None}, "figure_start: the cell is empty beside the figure '1,500'"),
    (FIRST, {"qualifier": None}, "qualifier: the cell is empty beside the figure '1,500'"),
    (PLAIN, {"figure_end": 99}, "figure_end: 99 without a figure_text"),
    (
        PLAIN,
        {"qualifier": "exact", "low": 5, "high": 5},
        [
            "qualifier: 'exact' without a figure_text",
            "low: 5 without a figure_text",
            "high: 5 without a figure_text",
        ],
    ),
    # bounds
    (FIRST, {"low": None}, "low: the cell is empty where the qualifier is 'exact'"),
    (HUNDREDS, {"high": None}, "high: the cell is empty where the qualifier is 'magnitude'"),
    (UP_TO, {"high": None}, "high: the cell is empty where the qualifier is 'up_to'"),
    (UP_TO, {"low": 1}, "low: 1 where the qualifier is 'up_to'"),
    (FIRST, {"qualifier": "at_least"}, "high: 1500 where the qualifier is 'at_least'"),
    (FIRST, {"low": 1400}, "high: 1500 is not the low 1400 where the qualifier is 'exact'"),
    (HUNDREDS, {"low": 1000}, "low: 1000 is above high 999"),
    # days
    (FIRST, {"event_latest": None}, "event_latest: event_latest is nothing where event_earliest is 2024-10-01"),
    (FIRST, {"said_text": None}, "said_text: no words for the day 2024-10-18"),
    (FIRST, {"said_precision": "none"}, "said_precision: 'none' where said_earliest is 2024-10-18"),
    (PLAIN, {"said_precision": "day"}, "said_precision: 'day' where said_earliest is nothing"),
    (FIRST, {"said_earliest": "2024-10-17"}, "said_precision: 'day' where it was said from 2024-10-17 to 2024-10-18"),
    (FIRST, {"said_earliest": "2024-10-19"}, "said_earliest: 2024-10-19 is after said_latest 2024-10-18"),
    (FIRST, {"event_earliest": "2024-10-19"}, "event_earliest: 2024-10-19 is after event_latest 2024-10-18"),
    (DUE, {"deadline_earliest": "2025-01-01"}, "deadline_earliest: 2025-01-01 is after deadline_latest 2024-12-31"),
    (FIRST, {"said_latest": None}, "said_latest: said_latest is nothing where said_earliest is 2024-10-18"),
    (
        DUE,
        {"deadline_earliest": None},
        "deadline_latest: deadline_latest is 2024-12-31 where deadline_earliest is nothing",
    ),
    (FIRST, {"event_text": None}, "event_text: no words for the day 2024-10-18"),
    (DUE, {"deadline_text": None}, "deadline_text: no words for the day 2024-12-31"),
    # claimants
    (
        FIRST,
        {"claimant": None, "claimant_basis": None},
        "claimant_text: claimant_text is 'South Korea’s spy agency' where the claimant is nothing",
    ),
    (FIRST, {"claimant_basis": None}, "claimant_basis: claimant_basis is nothing where the claimant is 'NIS'"),
    # the article
    (FIRST, {"source_id": "a9"}, "source_id: 'a9' is not in the table of sources"),
    (
        FIRST,
        {"said_latest": "2024-10-23", "said_precision": "range"},
        "said_latest: 2024-10-23 is after the day of publication, 2024-10-22",
    ),
    (FIRST, {"event_latest": "2024-10-19"}, "event_latest: 2024-10-19 is after the day on which it was said"),
    ("a004-00612", {"event_latest": "2024-10-24"}, "event_latest: 2024-10-24 is after the day on which it was said"),
]


@pytest.mark.parametrize(("report_id", "cells", "told"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_a_broken_rule_is_told(report_id: str, cells: dict[str, object], told: str | list[str]) -> None:
    assert read_faults(change_report(report_id, **cells)) == ([told] if isinstance(told, str) else told)


def test_every_rule_is_broken_by_a_case() -> None:
    unbroken = list(RULES)
    for report_id, cells, _ in CASES:
        frame = change_report(report_id, **cells).frame
        unbroken = [rule for rule in unbroken if not rule.broken(frame).fillna(False).any()]
    assert [f"{rule.column}: {rule.found}" for rule in unbroken] == []


def test_a_deadline_may_lie_after_publication_and_a_part_may_be_undated() -> None:
    assert read_faults(change_report("a004-01147")) == []
    assert read_faults(change_report("a003-00818")) == []


def test_the_projects_reports_keep_every_rule() -> None:
    frame = load_reports()
    assert check_rows(Checked(Path("reports.csv"), frame, pd.Series(range(len(frame))), ())) == []
