"""The five articles: every report that a person recorded is proposed, with every field the same, and nothing else."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dashboard.reading.reader import read_article
from dashboard.reading.rows import REPORT_COLUMNS, Row, build_row

ROOT = Path(__file__).resolve().parents[2]
NOT_READ = ("note",)  # what a person adds


def read_table(name: str) -> list[dict[str, str]]:
    with (ROOT / "data" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


SOURCES = {row["source_id"]: row for row in read_table("sources.csv")}
REVIEWED = [row for row in read_table("reports.csv") if row["review"] == "reviewed"]
COLUMNS = [name for name in REPORT_COLUMNS if name not in NOT_READ]


@cache
def read_source(source_id: str) -> tuple[Row, ...]:
    source = SOURCES[source_id]
    text = (ROOT / "seeds" / source["file"]).read_bytes().decode("utf-8")
    reports = read_article(text, date.fromisoformat(source["published"]), source["outlet"] or None)
    return tuple(build_row(source_id, report) for report in reports)


def show(row: dict[str, str] | Row) -> dict[str, str]:
    """A row as text, so that a reviewed and a proposed one can be compared."""
    return {name: "" if row[name] is None else str(row[name]) for name in COLUMNS}


@pytest.mark.parametrize("reviewed", REVIEWED, ids=lambda row: row["report_id"])
def test_a_reviewed_report_is_proposed_with_every_field(reviewed: dict[str, str]) -> None:
    """Compared with the nearest proposal of the same sentence, so that a failure shows the field that is wrong."""
    same = [
        row for row in map(show, read_source(reviewed["source_id"])) if row["quote_start"] == reviewed["quote_start"]
    ]
    wanted = show(reviewed)
    nearest = max(same, key=lambda row: sum(row[name] == wanted[name] for name in COLUMNS), default=None)
    assert nearest == wanted


@pytest.mark.parametrize("source_id", SOURCES)
def test_nothing_is_proposed_that_a_person_did_not_record(source_id: str) -> None:
    reviewed = [row for row in REVIEWED if row["source_id"] == source_id]
    recorded = {(row["figure_start"], row["quote_start"], row["stance"], row["stage"]) for row in reviewed}
    proposed = [show(row) for row in read_source(source_id)]
    assert [
        row
        for row in proposed
        if (row["figure_start"], row["quote_start"], row["stance"], row["stage"]) not in recorded
    ] == []
    assert len(proposed) == len(reviewed)


def test_all_22_figures_are_there() -> None:
    assert sum(row["figure_start"] != "" for row in REVIEWED) == 22
