"""Downloads: the exact bytes, what a spreadsheet makes of them, and that they read back as the same frame."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import frictionless
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dataset.downloads import write_csv, write_package, write_spreadsheet_csv
from dashboard.dataset.package import Field, Table
from dashboard.dataset.tables import type_cells
from dashboard.loader import load_dataset, load_estimates, load_reports, load_sources
from tests.copies import make_copy

LOADERS = {"sources": load_sources, "reports": load_reports, "estimates": load_estimates}


def declare(name: str, kind: str) -> Field:
    """A column with nothing asked of it."""
    return Field(name, kind, name, "", required=False, unique=False, enum=(), pattern="", minimum=None)


TABLE = Table("made", "", "", (declare("words", "string"), declare("count", "integer"), declare("day", "date")))


def make_frame(*rows: tuple[str | None, int | None, str | None]) -> pd.DataFrame:
    """Rows of words, count and day, typed."""
    return type_cells(pd.DataFrame(list(rows), columns=TABLE.columns), TABLE)


def read_back(content: bytes, table: Table) -> pd.DataFrame:
    """The file as the declaration means it."""
    cells = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, na_values=[""])
    return type_cells(cells, table)


def test_the_bytes_are_exact() -> None:
    frame = make_frame(
        ("Zoë", 1500, "2024-10-18"), (None, None, None), ('a "b", c', 0, "0999-01-02"), ("two\nlines", 7, None)
    )
    assert write_csv(frame, TABLE) == (
        'words,count,day\nZoë,1500,2024-10-18\n,,\n"a ""b"", c",0,0999-01-02\n"two\nlines",7,\n'.encode()
    )


def test_for_spreadsheets_there_is_a_mark_and_their_line_end() -> None:
    content = write_spreadsheet_csv(make_frame(("Zoë", 1500, "2024-10-18"), ("=1+1", -5, None)), TABLE)
    assert content == b"\xef\xbb\xbf" + "words,count,day\r\nZoë,1500,2024-10-18\r\n'=1+1,-5,\r\n".encode()


@pytest.mark.parametrize("name", ["sources", "reports"])
def test_a_stored_table_downloads_as_the_file_it_was_read_from(name: str, root: Path) -> None:
    dataset = load_dataset()
    assert write_csv(LOADERS[name](), dataset.package.tables[name]) == (root / "data" / f"{name}.csv").read_bytes()


@pytest.mark.parametrize("name", LOADERS)
def test_a_download_reads_back_as_the_same_frame(name: str) -> None:
    table, frame = load_dataset().package.tables[name], LOADERS[name]()
    pd.testing.assert_frame_equal(read_back(write_csv(frame, table), table), frame)
    shown = frame.iloc[3:1:-1]  # rows as a page may have sorted and filtered them
    pd.testing.assert_frame_equal(read_back(write_csv(shown, table), table), shown.reset_index(drop=True))
    nothing = frame.iloc[:0]
    assert write_csv(nothing, table).decode() == ",".join(table.columns) + "\n"


# No NUL: no file with one is opened, so none comes out. An empty text is a missing one.
WORDS = st.none() | st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1)
COUNTS = st.none() | st.integers(-(10**14), 10**14)
DAYS = st.none() | st.dates().map(str)


@given(rows=st.lists(st.tuples(WORDS, COUNTS, DAYS), min_size=1))
def test_any_text_number_and_day_read_back_the_same(rows: list[tuple[str | None, int | None, str | None]]) -> None:
    frame = make_frame(*rows, ("end", 0, None))
    pd.testing.assert_frame_equal(read_back(write_csv(frame, TABLE), TABLE), frame)
    told = [[words or "", "" if count is None else str(count), day or ""] for words, count, day in rows]
    assert list(csv.reader(io.StringIO(write_csv(frame, TABLE).decode(), newline="")))[1:-1] == told


@given(words=st.text(st.characters(blacklist_categories=["Cs"]), min_size=1))
def test_no_text_of_a_spreadsheet_file_begins_with_a_sign_that_runs(words: str) -> None:
    content = write_spreadsheet_csv(make_frame((words, 1, None)), TABLE).decode("utf-8-sig")
    cell = next(csv.reader(io.StringIO(content.partition("\r\n")[2], newline="")))[0]
    assert cell in (words, f"'{words}")
    assert cell[0] not in "=+-@\t\r\n\0"
    assert cell.lstrip(" \"'")[:1] not in list("=+-@") or cell[0] == "'"


RUN = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    " =1",
    '"=1',
    "'=1",
    "\u00a0=1",
    "＝1",
    "\u200b=1",
]
STAY = ["1,500", "a=b", "10 - 12", "–5", "'quoted'", "NIS", "(=1)", "“=1”"]


@pytest.mark.parametrize("words", RUN)
def test_text_that_could_run_gets_an_apostrophe(words: str) -> None:
    content = write_spreadsheet_csv(make_frame((words, None, None)), TABLE).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(content.partition("\r\n")[2], newline="")))[0] == f"'{words}"


@pytest.mark.parametrize("words", STAY)
def test_other_text_stays_as_it_is(words: str) -> None:
    content = write_spreadsheet_csv(make_frame((words, None, None)), TABLE).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(content.partition("\r\n")[2], newline="")))[0] == words


def test_plain_read_csv_gives_the_types_an_analyst_expects() -> None:
    reports = pd.read_csv(io.BytesIO(write_csv(load_reports(), load_dataset().package.tables["reports"])))
    assert reports["low"].sum() == load_reports()["low"].sum()
    assert reports["figure_text"].dropna().head(2).tolist() == ["1,500", "10,000"]
    assert reports["quote_start"].dtype == "int64"
    assert pd.to_datetime(reports["said_latest"]).max() == pd.Timestamp("2024-11-01")
    assert reports["claimant"].isna().sum() == load_reports()["claimant"].isna().sum()


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The package as known on 23 October 2024, in a folder."""
    with zipfile.ZipFile(io.BytesIO(write_package(load_dataset(), date(2024, 10, 23)))) as archive:
        archive.extractall(tmp_path / "data")
    return tmp_path / "data"


def test_the_package_is_valid_by_the_standard_and_notices_a_changed_file(unpacked: Path) -> None:
    assert frictionless.validate(str(unpacked / "datapackage.json")).valid
    estimates = unpacked / "estimates.csv"
    estimates.write_bytes(estimates.read_bytes().replace(b"NIS", b"NIX"))
    assert not frictionless.validate(str(unpacked / "datapackage.json")).valid


def test_the_package_holds_the_tables_and_the_estimates_of_the_day(unpacked: Path, root: Path) -> None:
    names = sorted(path.name for path in unpacked.iterdir())
    assert names == ["datapackage.json", "estimates.csv", "reports.csv", "sources.csv"]
    assert (unpacked / "reports.csv").read_bytes() == (root / "data" / "reports.csv").read_bytes()
    table = load_dataset().package.tables["estimates"]
    assert (unpacked / "estimates.csv").read_bytes() == write_csv(load_estimates(as_of="2024-10-23"), table)
    declared = json.loads((unpacked / "datapackage.json").read_text(encoding="utf-8"))
    assert declared["resources"][2]["title"] == "Estimates, as known when 2024-10-23 ended"


def test_the_package_opens_as_a_dataset_beside_its_articles(unpacked: Path, root: Path) -> None:
    (unpacked.parent / "seeds").symlink_to(root / "seeds")
    pd.testing.assert_frame_equal(load_reports(unpacked), load_reports())


def test_the_same_dataset_packs_to_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = make_copy(tmp_path, monkeypatch)
    assert write_package(load_dataset(copy.data)) == write_package(load_dataset())


def test_a_dataset_that_declares_no_estimates_packs_them_as_the_project_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = make_copy(tmp_path, monkeypatch)
    copy.change_declaration(lambda declared: declared["dashboard"].pop("derived"))
    with zipfile.ZipFile(io.BytesIO(write_package(load_dataset(copy.data)))) as archive:
        assert archive.read("estimates.csv") == write_csv(load_estimates(), load_dataset().package.tables["estimates"])
