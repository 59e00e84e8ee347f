"""A table's CSV file as a typed frame, with every cell checked against the table's declaration.

Cells are read as text first and parsed strictly: `NA`, `None` and `nan` are text, an empty cell is missing, and
`10-12` is a fault. Rules that join several columns or tables are in `checks.py`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
import pandera.pandas as pa

from dashboard.dataset.package import Field, Table
from dashboard.faults import Fault, shorten, show_path

INTEGER: Final = r"-?[0-9]{1,15}"
DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
COLUMN_REMEDY: Final = {"low": "write low and high apart", "high": "write low and high apart"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file as read: `frame` holds the rows without a fault of their own, typed; `lines` says where each row stands."""

    path: Path
    frame: pd.DataFrame
    lines: pd.Series
    faults: tuple[Fault, ...]


def read_table(path: Path, table: Table) -> Checked:
    """The file's rows, typed by the declaration, and every fault of its cells.

    Shape: one row per line of the file; integers Int64, dates datetime64, closed sets categoricals with all their
    values, text `str`; missing is missing. A row with a fault is left out of the frame, and its fault is told.
    """
    nothing = pd.DataFrame(columns=table.columns)
    content, faults = _read_text(path)
    if not faults:
        faults = _check_header(path, content, table)
    if not faults:
        cells, faults = _parse_cells(path, content)
    if faults:
        return Checked(path, nothing, pd.Series(dtype="int64"), tuple(faults))
    lines = _number_lines(cells)
    cells = cells.loc[cells.notna().any(axis=1), table.columns]
    if cells.empty:
        faults = [_fault(path, "there is a header and no row", "expected at least one row", "add the rows")]
        return Checked(path, nothing, lines, tuple(faults))
    failures = _find_failures(cells, table)
    faults = [_explain(path, table, lines, failure) for failure in failures.itertuples(index=False)]
    sound = cells.loc[~cells.index.isin(failures["row"])]
    return Checked(path, type_cells(sound, table), lines, tuple(faults))


def type_cells(cells: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The same rows with the dtypes that the declaration means; the cells must be sound text."""
    typed = {field.name: _type_column(cells[field.name], field) for field in table.fields}
    return pd.DataFrame(typed, index=cells.index)


def _type_column(cells: pd.Series, field: Field) -> pd.Series:
    if field.type == "integer":
        return pd.to_numeric(cells, errors="raise").astype("Int64")
    if field.type == "date":
        return pd.to_datetime(cells, format="%Y-%m-%d").astype("datetime64[us]")
    if field.enum:
        return pd.Series(pd.Categorical(cells, categories=list(field.enum)), index=cells.index)
    return cells.astype("str")


def _read_text(path: Path) -> tuple[bytes, list[Fault]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        return b"", [_fault(path, f"cannot be read ({error.strerror})", "expected a CSV file", "restore the file")]
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{content[error.start]:02x} is not UTF-8"
        return b"", [Fault(f"{show_path(path)} line {line}", byte, "expected UTF-8 text", "save the file as UTF-8")]
    if not content.strip():
        return b"", [_fault(path, "the file is empty", "expected a header and rows", "restore the file")]
    return content, []


def _check_header(path: Path, content: bytes, table: Table) -> list[Fault]:
    header = next(csv.reader(io.StringIO(content.split(b"\n", 1)[0].decode("utf-8"))), [])
    where = f"{show_path(path)} line 1"
    expected = f"expected the columns {', '.join(table.columns)}"
    missing = [name for name in table.columns if name not in header]
    twice = sorted({name for name in header if header.count(name) > 1})
    unknown = [name for name in dict.fromkeys(header) if name not in table.columns]
    return [
        *(Fault(where, f"column {name} is missing", expected, "add the column") for name in missing),
        *(Fault(where, f"column {name} is there twice", expected, "remove one") for name in twice),
        *(Fault(where, f"column {shorten(name)} is not known", expected, "remove or rename it") for name in unknown),
    ]


def _parse_cells(path: Path, content: bytes) -> tuple[pd.DataFrame, list[Fault]]:
    try:
        cells = pd.read_csv(
            io.BytesIO(content),
            dtype=str,
            keep_default_na=False,
            na_values=[""],
            skip_blank_lines=False,
            index_col=False,
        )
    except (pd.errors.ParserError, pd.errors.ParserWarning) as error:
        reason = str(error).removeprefix("Error tokenizing data. C error: ").strip()
        return pd.DataFrame(), [
            _fault(
                path,
                f"the rows cannot be told apart ({reason})",
                "expected as many cells as columns",
                "mend the quotes",
            )
        ]
    return cells, []


def _number_lines(cells: pd.DataFrame) -> pd.Series:
    """The line of the file on which each row begins: a quoted cell may hold line breaks."""
    breaks = pd.Series(0, index=cells.index)
    for name in cells.columns:
        column = cells[name]
        if column.str.contains("\n", regex=False).any():
            breaks += column.str.count("\n").fillna(0).astype("int64")
    return breaks.cumsum().shift(fill_value=0) + pd.RangeIndex(2, len(cells) + 2)


def _find_failures(cells: pd.DataFrame, table: Table) -> pd.DataFrame:
    """One row per cell that fails, with column, row, check and value; in the order of the file."""
    try:
        _build_schema(table).validate(cells, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases
        failures = pd.DataFrame(
            {"row": cases["index"], "column": cases["column"], "check": cases["check"], "value": cases["failure_case"]}
        )
        return failures.drop_duplicates(["row", "column"]).sort_values("row", kind="stable")
    return pd.DataFrame({"row": [], "column": [], "check": [], "value": []})


def _build_schema(table: Table) -> pa.DataFrameSchema:
    columns = {
        field.name: pa.Column(
            nullable=not field.required,
            unique=field.unique,
            checks=list(_build_checks(field)),
            report_duplicates="exclude_first",
        )
        for field in table.fields
    }
    return pa.DataFrameSchema(columns)


def _build_checks(field: Field) -> Iterator[pa.Check]:
    if field.type == "integer":
        yield pa.Check(_are_integers, name="integer")
        if field.minimum is not None:
            yield pa.Check(lambda cells: ~(pd.to_numeric(cells, errors="coerce") < field.minimum), name="minimum")
    elif field.type == "date":
        yield pa.Check(_are_dates, name="date")
    if field.enum:
        yield pa.Check(lambda cells: cells.isin(field.enum), name="enum")
    if field.pattern:
        yield pa.Check(lambda cells: cells.str.match(field.pattern), name="pattern")


def _are_integers(cells: pd.Series) -> pd.Series:
    return cells.str.fullmatch(INTEGER)


def _are_dates(cells: pd.Series) -> pd.Series:
    days = pd.Series(cells.unique(), dtype="str")
    sound = days[days.str.fullmatch(DATE) & pd.to_datetime(days, format="%Y-%m-%d", errors="coerce").notna()]
    return cells.isin(sound)


def _explain(path: Path, table: Table, lines: pd.Series, failure: object) -> Fault:
    row, name, check, value = failure.row, failure.column, failure.check, failure.value  # type: ignore[attr-defined]
    field = table.field(name)
    found, expected, remedy = _EXPLANATIONS[check](field, shorten(str(value)))
    return Fault(
        f"{show_path(path)} line {lines[row]}, column {name}", found, expected, COLUMN_REMEDY.get(name, remedy)
    )


def _fault(path: Path, found: str, expected: str, remedy: str) -> Fault:
    return Fault(show_path(path), found, expected, remedy)


_EXPLANATIONS: Final = {
    "not_nullable": lambda field, value: ("the cell is empty", f"expected a {field.type}", "fill it in"),
    "field_uniqueness": lambda field, value: (f"{value} is there twice", "expected a value of its own", "change one"),
    "integer": lambda field, value: (f"{value} is not a whole number", "expected digits alone", "correct the number"),
    "minimum": lambda field, value: (
        f"{value} is too small",
        f"expected {field.minimum} or more",
        "correct the number",
    ),
    "date": lambda field, value: (f"{value} is not a day", "expected YYYY-MM-DD", "correct the day"),
    "enum": lambda field, value: (f"{value} is not known", f"expected one of {', '.join(field.enum)}", "choose one"),
    "pattern": lambda field, value: (f"{value} has another form", f"expected {field.pattern}", "correct the value"),
}
