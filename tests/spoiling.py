"""Ways to spoil a copy of the dataset in one place, each for a bad input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.copies import Copy


def set_cells(row_id: str, **cells: str) -> Callable[[Copy], object]:
    """Change cells of one row."""
    table = "sources" if row_id in {"a000", "a001", "a002", "a003", "a004"} else "reports"
    return lambda copy: copy.set_cells(table, row_id, **cells)


def rewrite_file(name: str, change: Callable[[bytes], bytes]) -> Callable[[Copy], object]:
    """Change a file's bytes."""
    return lambda copy: copy.change_bytes(name, change)


def remove_file(name: str) -> Callable[[Copy], object]:
    """Take a file away."""
    return lambda copy: (copy.folder / name).unlink()


def drop_column(copy: Copy) -> None:
    """Leave out the column low."""
    rows = copy.read_rows("reports")
    place = rows[0].index("low")
    copy.write_rows("reports", [[*row[:place], *row[place + 1 :]] for row in rows])


def repeat_column(copy: Copy) -> None:
    """Give the column low twice."""
    rows = copy.read_rows("reports")
    place = rows[0].index("low")
    copy.write_rows("reports", [[*row, row[place]] for row in rows])


def add_column(copy: Copy) -> None:
    """Give a column that nobody declared."""
    header, *rows = copy.read_rows("reports")
    copy.write_rows("reports", [[*header, "rating"], *([*row, "5"] for row in rows)])


def repeat_row(copy: Copy) -> None:
    """Give the first row twice."""
    rows = copy.read_rows("reports")
    copy.write_rows("reports", [*rows, rows[1]])


def put_folder(copy: Copy) -> None:
    """Put a folder where the table should be."""
    (copy.data / "reports.csv").unlink()
    (copy.data / "reports.csv").mkdir()


def place_outside(copy: Copy) -> None:
    """Name an article outside the folder of the articles."""
    Path(copy.folder / "secret.txt").write_bytes((copy.articles / "000_7660e4477f753a73.txt").read_bytes())
    copy.set_cells("sources", "a000", file="../secret.txt")


def link_outside(copy: Copy) -> None:
    """Put a link in place of an article, to a file outside."""
    article = copy.articles / "000_7660e4477f753a73.txt"
    article.rename(copy.folder / "secret.txt")
    article.symlink_to(copy.folder / "secret.txt")
