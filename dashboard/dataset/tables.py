"""A table's CSV file as a typed frame, with every cell checked against the table's declaration.

Cells are read as text first (`cells.py`) and parsed strictly: `10-12` is no number and 31 November no day. Rules that
join several columns or tables are in `checks.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pandera.pandas as pa

from dashboard.dataset.cells import Cells, find_broken_rows, read_cells
from dashboard.dataset.package import FIELD_TYPES, Field, Table
from dashboard.faults import DatasetError, Fault, shorten, show_path

INTEGER: Final = r"-?[0-9]{1,15}"
DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file as read: `frame` holds the rows without a fault of their own, typed; `lines` says where each stands."""

    path: Path
    frame: pd.DataFrame
    lines: pd.Series[int]
    faults: tuple[Fault, ...]

    def place(self, row: int, column: str) -> str:
        """Where a cell stands: file, line and column, for a message."""
        return f"{show_path(self.path)} line {self.lines[row]}, column {column}"


def read_table(path: Path, table: Table) -> Checked:
    """The file's rows, typed by the declaration, and every fault of its cells.

    Shape: one row per line of the file; integers Int64, dates datetime64, closed sets categoricals with all their
    values, text `str`; missing is missing. A row with a fault is left out of the frame, and its fault is told.
    """
    try:
        cells = read_cells(path, table.columns)
    except DatasetError as error:
        return Checked(path, pd.DataFrame(columns=table.columns), pd.Series(dtype="int64"), error.faults)
    failures = find_failures(cells.frame, table)
    if failures.empty:
        return Checked(path, type_cells(cells.frame, table), cells.lines, ())
    sound = cells.frame.loc[~cells.frame.index.isin(failures["row"])]
    checked = Checked(path, type_cells(sound, table), cells.lines, ())
    return Checked(path, checked.frame, checked.lines, tuple(_explain_all(checked, table, cells, failures)))


def type_cells(cells: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The same rows with the dtypes that the declaration means; the cells must be sound text."""
    typed = {field.name: _type_column(cells[field.name], field) for field in table.fields}
    return pd.DataFrame(typed, index=cells.index)


def list_values(column: pd.Series[Any]) -> list[Any]:
    """The column's cells as Python values, days as dates, missing ones `None`."""
    if column.dtype.kind == "M":
        days: list[Any] = column.to_numpy("datetime64[D]").tolist()  # NaT becomes None
        return days
    if isinstance(column.dtype, pd.CategoricalDtype):
        values = [*column.cat.categories, None]
        return [values[code] for code in column.cat.codes.tolist()]  # a missing one has the code -1
    return list(column.array.to_numpy(object, na_value=None))


def _type_column(cells: pd.Series[Any], field: Field) -> pd.Series[Any]:
    if field.type == "integer":
        return pd.to_numeric(cells, errors="raise").astype("Int64")
    if field.type == "date":
        return pd.to_datetime(cells, format="%Y-%m-%d").astype("datetime64[us]")
    if field.enum:
        return pd.Series(pd.Categorical(cells, categories=list(field.enum)), index=cells.index)
    return cells.astype("str")


def find_failures(cells: pd.DataFrame, table: Table) -> pd.DataFrame:
    """One row per cell that fails, with row (of the index), column, check and value; in the order of the rows."""
    try:
        _build_schema(table).validate(cells, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases: pd.DataFrame = error.failure_cases.rename(columns={"index": "row", "failure_case": "value"})
        return cases.drop_duplicates(["row", "column"]).sort_values("row", kind="stable")
    return pd.DataFrame(columns=["row", "column", "check", "value"])


def _build_schema(table: Table) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {
            field.name: pa.Column(
                nullable=not field.required,
                unique=field.unique,
                checks=list(_build_checks(field)),
                report_duplicates="exclude_first",
            )
            for field in table.fields
        }
    )


def _build_checks(field: Field) -> Iterator[pa.Check]:
    if field.type == "integer":
        yield pa.Check(lambda cells: cells.str.fullmatch(INTEGER), name="integer")
    if (minimum := field.minimum) is not None:
        yield pa.Check(lambda cells: ~(pd.to_numeric(cells, errors="coerce") < minimum), name="minimum")
    if field.type == "date":
        yield pa.Check(_are_dates, name="date")
    if field.enum:
        yield pa.Check(lambda cells: cells.isin(field.enum), name="enum")
    if field.pattern:
        # Python's own expressions: those of the column's text library know less.
        matches = re.compile(field.pattern).fullmatch
        yield pa.Check(lambda cells: cells.map(lambda cell: matches(cell) is not None).astype(bool), name="pattern")


def _are_dates(cells: pd.Series[str]) -> pd.Series[bool]:
    days = pd.Series(cells.unique(), dtype="str")
    written = days[days.str.fullmatch(DATE) & ~days.str.startswith("0000")]  # no calendar has that year
    return cells.isin(written[pd.to_datetime(written, format="%Y-%m-%d", errors="coerce").notna()])


def _explain_all(checked: Checked, table: Table, cells: Cells, failures: pd.DataFrame) -> Iterator[Fault]:
    """A Fault for each failure; where a row has too many or too few cells, that one Fault and none for its cells."""
    broken = find_broken_rows(checked.path, cells.content)
    for row, column, check, value in failures[["row", "column", "check", "value"]].itertuples(index=False):
        if checked.lines[row] not in broken:
            found, expected, remedy = EXPLANATIONS[check](table.field(column), shorten(str(value)))
            yield Fault(checked.place(row, column), found, expected, REMEDIES.get((column, check), remedy))
    yield from broken.values()


def _tell_empty(field: Field, _value: str) -> tuple[str, str, str]:
    return ("the cell is empty", f"expected {FIELD_TYPES[field.type]}", "fill it in")


def _tell_twice(_field: Field, value: str) -> tuple[str, str, str]:
    return (f"{value} is there twice", "expected each value once", "change or remove one of the rows")


def _tell_no_integer(_field: Field, value: str) -> tuple[str, str, str]:
    return (f"{value} is not a whole number", "expected digits alone", "correct the number")


def _tell_small(field: Field, value: str) -> tuple[str, str, str]:
    return (f"{value} is too small", f"expected {field.minimum} or more", "correct the number")


def _tell_no_date(_field: Field, value: str) -> tuple[str, str, str]:
    return (f"{value} is not a day", "expected a day as YYYY-MM-DD", "correct the day")


def _tell_unknown(field: Field, value: str) -> tuple[str, str, str]:
    return (f"{value} is not known", f"expected one of {', '.join(field.enum)}", "choose one of them")


def _tell_form(field: Field, value: str) -> tuple[str, str, str]:
    return (f"{value} has another form", f"expected {field.pattern}", "correct the value")


EXPLANATIONS: Final[dict[str, Callable[[Field, str], tuple[str, str, str]]]] = {
    "not_nullable": _tell_empty,
    "field_uniqueness": _tell_twice,
    "integer": _tell_no_integer,
    "minimum": _tell_small,
    "date": _tell_no_date,
    "enum": _tell_unknown,
    "pattern": _tell_form,
}
REMEDIES: Final = {
    ("low", "integer"): "write low and high apart",
    ("high", "integer"): "write low and high apart",
}
