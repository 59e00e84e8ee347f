"""A CSV file's cells as text, each row with its line, and what is wrong with the file as a file.

Nothing is guessed: an empty cell is missing and every other is text, `NA`, `None` and `nan` too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from dashboard.faults import DatasetError, Fault, shorten, show_path

if TYPE_CHECKING:
    import _csv

LINE_BREAK: Final = "\r\n|\r|\n"
AS_WRITTEN: Final[dict[str, Any]] = {
    "keep_default_na": False,  # `NA` is text
    "na_values": [""],
    "skip_blank_lines": False,  # lines are counted
    "index_col": False,
}
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Cells:
    """The rows of a file as text, blank ones left out; `lines` has the line on which each begins, by the same index."""

    frame: pd.DataFrame
    lines: pd.Series[int]
    content: bytes


def read_cells(path: Path, columns: Sequence[str]) -> Cells:
    """The cells of the named columns; raises DatasetError when they cannot be told apart, or there are none."""
    content = _read_bytes(path)
    _check_header(path, content, columns)
    try:
        frame = pd.read_csv(
            io.BytesIO(content),
            dtype=str,
            keep_default_na=False,
            na_values=[""],
            skip_blank_lines=False,
            index_col=False,
        )
    except pd.errors.ParserError as error:
        faults = list(find_broken_rows(path, content).values())
        unread = Fault(show_path(path), f"cannot be read ({error})", "expected a CSV file", "mend it")
        raise DatasetError(faults or [unread]) from error
    rows = content.splitlines()
    lines = _number_lines(frame, rows)
    frame = frame.loc[frame.notna().any(axis=1)]
    if frame.empty:
        where = show_path(path)
        raise DatasetError([Fault(where, "there is a header and no row", "expected at least one row", "add the rows")])
    if _may_be_short(frame, lines, rows) and (broken := find_broken_rows(path, content)):
        raise DatasetError(broken.values())
    lines = lines.loc[frame.index].reset_index(drop=True)
    return Cells(frame[list(columns)].reset_index(drop=True), lines, content)


def find_broken_rows(path: Path, content: bytes) -> dict[int, Fault]:
    """Rows with more or fewer cells than the header, and the quotation mark that is never closed, by line."""
    reader = _open_reader(content)
    faults: dict[int, Fault] = {}
    width, line = 0, 1
    while True:
        where = f"{show_path(path)} line {line}"
        try:
            record = next(reader, None)
        except csv.Error as error:
            found = f"the quotation marks do not pair ({error})"
            return faults | {line: Fault(where, found, "expected a closing one for each opening one", "mend them")}
        if record is None:
            return faults
        width = width or len(record)
        if record and len(record) != width:
            found, expected = f"the row has {len(record)} cells", f"expected {width}, one for each column"
            faults[line] = Fault(where, found, expected, "quote cells that hold a comma, and leave none out")
        line = reader.line_num + 1


def _read_bytes(path: Path) -> bytes:
    """The file without a byte order mark; raises DatasetError when it is no UTF-8 text, or empty."""
    where = show_path(path)
    try:
        content = path.read_bytes().removeprefix(BYTE_ORDER_MARK)
    except OSError as error:
        found = f"the file cannot be read ({error.strerror})"
        raise DatasetError([Fault(where, found, "expected a CSV file", "restore the file")]) from error
    if not content.strip():
        raise DatasetError([Fault(where, "the file is empty", "expected a header and rows", "restore the file")])
    try:
        content.decode("utf-8")
        place = content.find(b"\0")
    except UnicodeDecodeError as error:
        place = error.start
    if place >= 0:
        line = len(content[: place + 1].splitlines())
        found = f"byte 0x{content[place]:02x} is not UTF-8 text"
        raise DatasetError([Fault(f"{where} line {line}", found, "expected UTF-8", "save the file as UTF-8")])
    return content


def _check_header(path: Path, content: bytes, columns: Sequence[str]) -> None:
    """Raises DatasetError when columns are missing, twice or unknown, or the first row does not fit them."""
    reader = _open_reader(content)
    try:
        header = next(reader)
        first = next(filter(None, reader), [])
    except csv.Error:
        raise DatasetError(find_broken_rows(path, content).values()) from None
    where, expected = f"{show_path(path)} line 1", "expected the columns that datapackage.json declares"
    missing = [name for name in columns if name not in header]
    twice = [name for name in columns if header.count(name) > 1]
    unknown = [name for name in dict.fromkeys(header) if name not in columns]
    faults = [
        *(Fault(where, f"column {name} is missing", expected, "add it") for name in missing),
        *(Fault(where, f"column {name} is there twice", expected, "remove one of them") for name in twice),
        *(Fault(where, f"column {shorten(name)} is not known", expected, "remove or declare it") for name in unknown),
    ]
    if not faults and len(first) > len(header):
        faults = list(find_broken_rows(path, content).values())
    if faults:
        raise DatasetError(faults)


def _open_reader(content: bytes) -> _csv.Reader:
    return csv.reader(io.TextIOWrapper(io.BytesIO(content), "utf-8", newline=""), strict=True)


def _number_lines(frame: pd.DataFrame, rows: Sequence[bytes]) -> pd.Series[int]:
    """The line on which each row begins; a quoted cell may hold line breaks, of any kind."""
    lines = pd.Series(np.arange(2, len(frame) + 2), index=frame.index)
    if len(rows) == len(frame) + 1:
        return lines
    for name in frame.columns:
        lines += frame[name].str.count(LINE_BREAK).fillna(0).astype("int64").cumsum().shift(fill_value=0)
    return lines


def _may_be_short(frame: pd.DataFrame, lines: pd.Series[int], rows: Sequence[bytes]) -> bool:
    """Whether a row may have too few cells: its last is missing, and the row does not end in a comma."""
    without_last = frame.index[frame.iloc[:, -1].isna()]
    ends = lines.shift(-1, fill_value=len(rows) + 1) - 2
    return not all(rows[end].endswith((b",", b',""')) for end in ends.loc[without_last])
