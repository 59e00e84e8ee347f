"""A frame as the bytes of a file to take away: CSV exact, CSV for spreadsheets, and the whole dataset as one package.

All columns of a file are those that the table declares, in that order. A file is read back with the declaration's
types: `read_csv(..., dtype=str, keep_default_na=False, na_values=[""])`, then `type_cells`.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd

from dashboard.dataset.dataset import Dataset
from dashboard.dataset.estimates import build_estimates
from dashboard.dataset.package import FILE_NAME, PROJECT_DATASET, STORED, Field, Table
from dashboard.dataset.tables import list_values

BYTE_ORDER_MARK: Final = "\ufeff"
NEEDS_QUOTES: Final = re.compile(r'[,"\r\n]')
# What a spreadsheet runs: a cell that begins with one of = + - @ (or its full-width form), also behind spaces, quotes
# and characters that do not show, which some programs drop; and any that begins with a tab, a line break or NUL.
RUNS: Final = re.compile(r"""[\t\r\n\0]|[\s\0"'\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]""")
ESTIMATES_PATH: Final = "estimates.csv"
STAMP: Final = (1980, 1, 1, 0, 0, 0)  # the same content gives the same bytes, whenever it is packed

Write = Callable[[str], str]


def write_csv(frame: pd.DataFrame, table: Table) -> bytes:
    """The rows as CSV, exact: UTF-8, a line feed after each row, days as YYYY-MM-DD, missing empty, text as it is."""
    return _write_rows(frame, table, _keep, "\n").encode("utf-8")


def write_spreadsheet_csv(frame: pd.DataFrame, table: Table) -> bytes:
    """The rows as CSV for spreadsheets: a byte order mark, CRLF, and an apostrophe before text that could run.

    Numbers and days stay as they are. Text can differ from the dataset's by that apostrophe, and by nothing else.
    """
    return (BYTE_ORDER_MARK + _write_rows(frame, table, _guard, "\r\n")).encode("utf-8")


def write_package(dataset: Dataset, as_of: date | None = None) -> bytes:
    """The tables and the estimates of a day, or all, as a Frictionless Data Package in a zip file.

    The articles are not in it: they are their publishers'. Beside a folder of them it opens as a dataset of its own.
    """
    package = dataset.package
    estimates = build_estimates(dataset.reports, dataset.sources, package.tables["estimates"], as_of)
    frames = {"sources": dataset.sources, "reports": dataset.reports, "estimates": estimates}
    paths = {name: package.tables[name].path for name in STORED} | {"estimates": ESTIMATES_PATH}
    files = {paths[name]: write_csv(frame, package.tables[name]) for name, frame in frames.items()}
    described = json.dumps(_declare_files(package.folder, files, as_of), ensure_ascii=False, indent=2) + "\n"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {FILE_NAME: described.encode("utf-8"), **files}.items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _write_rows(frame: pd.DataFrame, table: Table, write: Write, end: str) -> str:
    header = ",".join(_quote(write(name)) for name in table.columns)
    columns = [_write_column(frame[field.name], field, write) for field in table.fields]
    return end.join([header, *map(",".join, zip(*columns, strict=True)), ""])


def _write_column(column: pd.Series[Any], field: Field, write: Write) -> list[str]:
    values = list_values(column)
    if field.type == "date":
        return ["" if value is None else value.isoformat() for value in values]
    if field.type == "integer":
        return ["" if value is None else str(value) for value in values]
    return ["" if value is None else _quote(write(value)) for value in values]


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if NEEDS_QUOTES.search(text) else text


def _keep(text: str) -> str:
    return text


def _guard(text: str) -> str:
    return f"'{text}" if RUNS.match(text) else text


def _declare_files(folder: Path, files: dict[str, bytes], as_of: date | None) -> dict[str, Any]:
    """The dataset's declaration with the estimates among its files, and the size and SHA-256 of each."""
    declared = _read_declaration(folder)
    derived = declared["dashboard"].get("derived") or _read_declaration(PROJECT_DATASET)["dashboard"]["derived"]
    known = f", as known when {as_of.isoformat()} ended" if as_of else ""
    estimates = {
        "name": "estimates",
        "title": f"Estimates{known}",
        "path": ESTIMATES_PATH,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **derived["estimates"],
    }
    resources = [*(resource for resource in declared["resources"] if resource["path"] in files), estimates]
    return declared | {"resources": [resource | _measure(files[resource["path"]]) for resource in resources]}


def _read_declaration(folder: Path) -> dict[str, Any]:
    declared: dict[str, Any] = json.loads((folder / FILE_NAME).read_text(encoding="utf-8-sig"))
    return declared


def _measure(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
