"""`python -m dashboard estimates`: the estimates of a dataset, as a table to read or as CSV or JSON to take away."""

# ruff: noqa: PLC0415 (pandas is imported when the command runs, so that its help comes at once)

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from dashboard.commands.check import add_data_argument

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.dataset.package import Table

DESCRIPTION: Final = """\
Write the estimates, one for each statement: a claimant, a stance, a figure or none and a phase, however many reports
carry it. They are derived from the reports each time, and never stored.
"""
EXAMPLES: Final = """\
formats:
  table   the main columns, to be read on a screen
  csv     every column, as datapackage.json declares them; the bytes are those of the download on the page
  json    every column, a list with one object for each estimate; a missing value is null

examples:
  python -m dashboard estimates --as-of 2024-10-23
  python -m dashboard estimates --format csv > estimates.csv
  python -m dashboard estimates --data ../mine --format json
"""
SHOWN: Final = {
    "shown_on": "shown on",
    "claimant": "claimant",
    "stance": "stance",
    "phase": "phase",
    "basis": "basis",
    "figure_text": "figure",
    "qualifier": "qualifier",
    "low": "low",
    "high": "high",
    "reports": "reports",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.description, parser.epilog = DESCRIPTION, EXAMPLES
    add_data_argument(parser)
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=_read_day,
        help="only what had been published when that day ended, as YYYY-MM-DD (default: everything)",
    )
    parser.add_argument("--format", choices=WRITERS, default="table", help="how to write them (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Write the estimates to standard output."""
    from dashboard.loader import load_dataset, load_estimates

    table = load_dataset(arguments.data).package.tables["estimates"]
    estimates = load_estimates(arguments.data, arguments.as_of)
    sys.stdout.flush()
    sys.stdout.buffer.write(WRITERS[arguments.format](estimates, table))
    return 0


def _read_day(text: str) -> date:
    try:
        if (day := date.fromisoformat(text)).isoformat() == text:  # it also takes weeks, and days without dashes
            return day
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a day; expected YYYY-MM-DD; write for example 2024-10-23")


def _write_csv(estimates: pd.DataFrame, table: Table) -> bytes:
    from dashboard.dataset.downloads import write_csv

    return write_csv(estimates, table)


def _write_json(estimates: pd.DataFrame, table: Table) -> bytes:
    from dashboard.dataset.tables import list_values

    columns = (list_values(estimates[name]) for name in table.columns)
    records = [dict(zip(table.columns, row, strict=True)) for row in zip(*columns, strict=True)]
    return (json.dumps(records, ensure_ascii=False, indent=2, default=_write_day) + "\n").encode("utf-8")


def _write_day(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no JSON form")


def _write_table(estimates: pd.DataFrame, _table: Table) -> bytes:
    """The main columns side by side; a missing value is a dash, and numbers stand to the right."""
    from dashboard.dataset.tables import list_values

    columns = [[title, *map(_show, list_values(estimates[name]))] for name, title in SHOWN.items()]
    numeric = [estimates[name].dtype == "Int64" for name in SHOWN]
    widths = [max(map(len, column)) for column in columns]
    aligned = [
        [cell.rjust(width) if right else cell.ljust(width) for cell in column]
        for column, width, right in zip(columns, widths, numeric, strict=True)
    ]
    return "".join("  ".join(row).rstrip() + "\n" for row in zip(*aligned, strict=True)).encode("utf-8")


def _show(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:,}" if isinstance(value, int) else str(value)


WRITERS: Final = {"table": _write_table, "csv": _write_csv, "json": _write_json}
