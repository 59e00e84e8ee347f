"""Changes to a dataset's files, whole or not at all: a new article with its proposals, and what a person reviewed.

A change is made to the rows as they stand on disk at that moment, under a lock, and written beside the table. Only
what opens without a fault takes the table's place, in one step: a process that is killed leaves the old or the new.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from dashboard.dataset.cells import BYTE_ORDER_MARK, find_broken_rows
from dashboard.dataset.dataset import open_dataset
from dashboard.dataset.package import Package, read_package
from dashboard.faults import DatasetError, Fault, show_path

Row = Mapping[str, str]  # cells by column; a column that is left out is empty

LOCK: Final = ".saving.lock"
PATIENCE: Final = 10  # seconds that another program may take to save


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's file as it is written: its rows by column, and what its writer chose."""

    columns: list[str]
    rows: list[dict[str, str]]
    line_end: str
    mark: bytes


def add_article(folder: Path, file: str, content: bytes, source: Row, reports: Sequence[Row]) -> None:
    """Put an article's text into the folder of the articles, and its rows at the end of the two tables.

    Raises DatasetError with every fault that the dataset would have, or that kept it from being written; then nothing
    of the article is there.
    """
    with _hold(folder) as package:
        path = package.articles / file
        if path.exists() and path.read_bytes() != content:
            raise _refuse(path, "is there already with another text", "expected a new file", "choose another name")
        is_new = not path.exists()
        _write(path, content)
        try:
            sources, rows = (_read_sheet(package.path(name)) for name in ("sources", "reports"))
            sources.rows.append(dict(source))
            rows.rows.extend(map(dict, reports))
            _replace(package, {"sources": sources, "reports": rows})  # an article without reports is sound in between
        except (DatasetError, OSError):
            if is_new:
                path.unlink()
            raise


def change_reports(folder: Path, changes: Mapping[str, Row | None]) -> None:
    """Write rows of the reports anew by their id, or take them out where None; an id not there yet comes at the end.

    Raises DatasetError with every fault that the dataset would have, or that kept it from being written; then nothing
    has changed.
    """
    with _hold(folder) as package:
        sheet = _read_sheet(package.path("reports"))
        left = dict(changes)
        rows = [changed for row in sheet.rows if (changed := left.pop(row["report_id"], row)) is not None]
        rows += [row for row in left.values() if row is not None]
        _replace(package, {"reports": replace(sheet, rows=[dict(row) for row in rows])})


def read_report(folder: Path, report_id: str) -> dict[str, str]:
    """The row of a report as it is written, cell by cell; KeyError where there is none of that id."""
    for row in _read_sheet(read_package(folder).path("reports")).rows:
        if row["report_id"] == report_id:
            return row
    raise KeyError(report_id)


@contextmanager
def _hold(folder: Path) -> Iterator[Package]:
    """The dataset's declaration, while no other program saves; what the system refuses is told as a fault."""
    try:
        with FileLock(folder / LOCK, timeout=PATIENCE):
            yield read_package(folder)
    except Timeout:
        raise _refuse(folder, "is being saved by another program", "expected to be alone", "try again") from None
    except OSError as error:
        where = Path(error.filename) if isinstance(error.filename, str) else folder
        raise _refuse(where, f"cannot be read or written ({error.strerror})", "expected both", "allow it") from error


def _refuse(path: Path, found: str, expected: str, remedy: str) -> DatasetError:
    return DatasetError([Fault(show_path(path), found, expected, remedy)])


def _read_sheet(path: Path) -> Sheet:
    content = path.read_bytes()
    mark = BYTE_ORDER_MARK if content.startswith(BYTE_ORDER_MARK) else b""
    if broken := find_broken_rows(path, content.removeprefix(mark)):
        raise DatasetError(broken.values())
    text = content.removeprefix(mark).decode("utf-8")
    columns, *rows = csv.reader(io.StringIO(text, newline=""))
    line_end = "\r\n" if "\r\n" in text.partition("\n")[0] + "\n" else "\n"
    return Sheet(columns, [dict(zip(columns, row, strict=True)) for row in rows if row], line_end, mark)


def _write_sheet(sheet: Sheet) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, sheet.columns, restval="", lineterminator=sheet.line_end)
    writer.writeheader()
    writer.writerows(sheet.rows)
    return sheet.mark + out.getvalue().encode("utf-8")


def _replace(package: Package, sheets: Mapping[str, Sheet]) -> None:
    """Put the tables in place of those on disk, in that order, when the dataset has no fault with them."""
    paths = {name: package.path(name) for name in sheets}
    new = {name: path.with_name(f".{path.name}.new") for name, path in paths.items()}
    try:
        for name, sheet in sheets.items():
            _write(new[name], _write_sheet(sheet))
        try:
            open_dataset(package.folder, instead=new)
        except DatasetError as error:
            raise DatasetError(_name_table(fault, paths, new) for fault in error.faults) from None
        for name, path in paths.items():
            new[name].replace(path)
            _sync_folder(path.parent)
    finally:
        for path in new.values():
            path.unlink(missing_ok=True)


def _name_table(fault: Fault, paths: Mapping[str, Path], new: Mapping[str, Path]) -> Fault:
    """The fault told of the table itself, and not of the file that was to take its place."""
    for name, path in paths.items():
        fault = replace(fault, where=fault.where.replace(show_path(new[name]), show_path(path)))
    return fault


def _write(path: Path, content: bytes) -> None:
    """The bytes at that path, on the disk and not only on their way to it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """What is in a folder, on the disk too; Windows does so by itself, and cannot open one."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
