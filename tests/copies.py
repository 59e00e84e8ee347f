"""A copy of the project's dataset and articles in a test's own folder, to be spoiled in one place."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


class Copy:
    """`data/` and `seeds/` below the current folder, so that messages name `data/reports.csv` wherever tests run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.articles = folder / "seeds"
        shutil.copytree(ROOT / "data", self.data)
        shutil.copytree(ROOT / "seeds", self.articles)

    def set_cells(self, table: str, row_id: str, **cells: str) -> None:
        """Change cells of the row whose first column is `row_id`."""
        header, *rows = self.read_rows(table)
        for row in rows:
            if row[0] == row_id:
                for name, value in cells.items():
                    row[header.index(name)] = value
        self.write_rows(table, [header, *rows])

    def read_rows(self, table: str) -> list[list[str]]:
        """The table's rows, the header first."""
        with (self.data / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.reader(lines))

    def write_rows(self, table: str, rows: list[list[str]]) -> None:
        """Write the table as the project's own is written."""
        with (self.data / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def change_bytes(self, name: str, change: Callable[[bytes], bytes]) -> None:
        """Change a file of the copy, named from its folder."""
        path = self.folder / name
        path.write_bytes(change(path.read_bytes()))

    def change_declaration(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Change what `datapackage.json` declares."""
        path = self.data / "datapackage.json"
        declared = json.loads(path.read_text(encoding="utf-8"))
        change(declared)
        path.write_text(json.dumps(declared), encoding="utf-8")

    def hash_files(self) -> dict[str, str]:
        """The SHA-256 of every file, and the name of every folder."""
        return {
            path.relative_to(self.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            if path.is_file()
            else ""
            for path in sorted(self.folder.rglob("*"))
        }


def make_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A fresh copy, and the current folder set to where it is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DASHBOARD_DATA", raising=False)
    return Copy(tmp_path)
