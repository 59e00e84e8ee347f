"""Reports as plain rows, for JSON, CSV and scoring: text, whole numbers and None, nothing else."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Final

from dashboard.records import Report, make_passage_id

Value = str | int | None
Row = dict[str, Value]

REPORT_COLUMNS: Final = tuple(field.name for field in fields(Report))
COLUMNS: Final = ("file", *REPORT_COLUMNS)


def build_row(file: str, report: Report) -> Row:
    """One report as a row: dates in ISO form, closed values as their word, what is missing as None."""
    return {"file": file, **{name: _plain(getattr(report, name)) for name in REPORT_COLUMNS}}


def make_row_id(source_id: str, row: Row) -> str:
    """The id that a row has in `reports.csv`, made from the article and the passage's place in it."""
    start = row["figure_start"]
    figure_start = None if start is None else int(start)
    return make_passage_id(source_id, figure_start, int(row["quote_start"] or 0), str(row["stance"]), str(row["stage"]))


def _plain(value: object) -> Value:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return value if isinstance(value, int) else str(value)
