"""Tables: cells parsed strictly, each fault at its line and column, and typed values back as Python values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.dataset.package import Field, Table
from dashboard.dataset.tables import list_values, read_table, type_cells


def declare(name: str, kind: str = "string", **more: object) -> Field:
    """A column of which nothing is asked but what is said here."""
    asked = {"required": False, "unique": False, "enum": (), "pattern": "", "minimum": None} | more
    return Field(name, kind, name, "", **asked)  # type: ignore[arg-type]


TABLE = Table(
    "made",
    "",
    "made.csv",
    (
        declare("name", required=True, unique=True),
        declare("count", "integer", minimum=0),
        declare("day", "date"),
        declare("kind", enum=("red", "blue")),
        declare("code", pattern=r"(?=A)[A-Z]+\d{2}"),
    ),
)
HEADER = "name,count,day,kind,code\n"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the table stands, named without its folder in messages."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "made.csv"


def read_faults(path: Path, rows: str) -> list[str]:
    """What is wrong with rows below the header."""
    path.write_text(HEADER + rows, encoding="utf-8", newline="")
    return [str(fault) for fault in read_table(path, TABLE).faults]


def test_sound_cells_are_typed_and_missing_ones_are_missing(path: Path) -> None:
    path.write_text(HEADER + "a,1500,2024-10-18,red,AB12\nb,,,,\n", encoding="utf-8")
    frame = read_table(path, TABLE).frame
    assert [list_values(frame[name]) for name in frame.columns] == [
        ["a", "b"],
        [1500, None],
        [date(2024, 10, 18), None],
        ["red", None],
        ["AB12", None],
    ]
    assert [str(kind) for kind in frame.dtypes] == ["str", "Int64", "datetime64[us]", "category", "str"]


WHOLE = "is not a whole number; expected digits alone; correct the number"
DAY = "is not a day; expected a day as YYYY-MM-DD; correct the day"
KIND = "is not known; expected one of red, blue; choose one of them"
CODE = r"has another form; expected (?=A)[A-Z]+\d{2}; correct the value"
TWICE = "is there twice; expected each value once; change or remove one of the rows"
CELLS = [
    ("a,10-12,,,", f"line 2, column count: '10-12' {WHOLE}"),
    ("a,1_000,,,", f"line 2, column count: '1_000' {WHOLE}"),
    ('a,"1,000",,,', f"line 2, column count: '1,000' {WHOLE}"),
    ("a,1e3,,,", f"line 2, column count: '1e3' {WHOLE}"),
    ("a,1.0,,,", f"line 2, column count: '1.0' {WHOLE}"),
    ("a, 1,,,", f"line 2, column count: ' 1' {WHOLE}"),
    ("a,١٢,,,", f"line 2, column count: '١٢' {WHOLE}"),
    ("a,9999999999999999,,,", f"line 2, column count: '9999999999999999' {WHOLE}"),
    ("a,NA,,,", f"line 2, column count: 'NA' {WHOLE}"),
    ("a,nan,,,", f"line 2, column count: 'nan' {WHOLE}"),
    ("a,inf,,,", f"line 2, column count: 'inf' {WHOLE}"),
    ("a,-1,,,", "line 2, column count: '-1' is too small; expected 0 or more; correct the number"),
    ("a,,2024-13-01,,", f"line 2, column day: '2024-13-01' {DAY}"),
    ("a,,2023-02-29,,", f"line 2, column day: '2023-02-29' {DAY}"),
    ("a,,18/10/2024,,", f"line 2, column day: '18/10/2024' {DAY}"),
    ("a,,2024-1-5,,", f"line 2, column day: '2024-1-5' {DAY}"),
    ("a,,20241018,,", f"line 2, column day: '20241018' {DAY}"),
    ("a,,2024-10-18T00:00:00,,", f"line 2, column day: '2024-10-18T00:00:00' {DAY}"),
    ("a,,0000-01-01,,", f"line 2, column day: '0000-01-01' {DAY}"),
    ("a,,,Red,", f"line 2, column kind: 'Red' {KIND}"),
    ("a,,,red ,", f"line 2, column kind: 'red ' {KIND}"),
    ("a,,,,B12", f"line 2, column code: 'B12' {CODE}"),
    ('a,,,,"AB12\n"', f"line 2, column code: 'AB12\\n' {CODE}"),
    (",1,,,", "line 2, column name: the cell is empty; expected a text; fill it in"),
    (
        "a,,,,\nb,,,,\na,,,,\na,,,,",
        f"line 4, column name: 'a' {TWICE}\nmade.csv line 5, column name: 'a' {TWICE}",
    ),
]


@pytest.mark.parametrize(("rows", "told"), CELLS, ids=[rows for rows, _ in CELLS])
def test_a_cell_that_is_not_what_it_should_be_is_told(path: Path, rows: str, told: str) -> None:
    assert "\n".join(read_faults(path, rows + "\n")) == f"made.csv {told}"


def test_every_cell_is_told_and_only_sound_rows_are_kept(path: Path) -> None:
    faults = read_faults(path, "a,x,2024-99-99,green,\nb,1,,,\nc,y,,,\n")
    assert [fault.partition(":")[0] for fault in faults] == [
        "made.csv line 2, column count",
        "made.csv line 2, column day",
        "made.csv line 2, column kind",
        "made.csv line 4, column count",
    ]
    assert list_values(read_table(path, TABLE).frame["name"]) == ["b"]


def test_a_long_value_is_cut_and_what_does_not_show_is_made_visible(path: Path) -> None:
    (fault,) = read_faults(path, f"a,,,\u202e{'x' * 90},\n")
    assert f"'\\u202e{'x' * 58}…'" in fault


def test_a_line_is_that_of_the_file_whatever_stands_in_quotes(path: Path) -> None:
    assert [fault.partition(",")[0] for fault in read_faults(path, '"a\nb\r\nc\rd",1,,,\n\n\n"e",x,,,\n')] == [
        "made.csv line 8"
    ]


@pytest.mark.parametrize("rows", ["a,1\n", "a,1,,,,\n", "a,1,,,\nb\n"])
def test_a_row_with_more_or_fewer_cells_than_columns_is_told_once(path: Path, rows: str) -> None:
    (fault,) = read_faults(path, rows)
    assert "expected 5, one for each column" in fault


def test_a_frame_without_a_row_keeps_its_types() -> None:
    nothing = type_cells(pd.DataFrame(columns=TABLE.columns), TABLE)
    assert [str(kind) for kind in nothing.dtypes] == ["str", "Int64", "datetime64[us]", "category", "str"]
