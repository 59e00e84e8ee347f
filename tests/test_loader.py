"""The loader: what it gives, that a bad dataset is answered with its faults, and that it sees what changes on disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.dataset.package import Field, read_package
from dashboard.faults import DatasetError
from dashboard.loader import find_dataset, load_dataset, load_estimates, load_reports, load_sources
from tests.bad_inputs import ALL, FIRST, LARGE, PLAIN, BadInput
from tests.copies import Copy, make_copy

LOADERS = {"sources": load_sources, "reports": load_reports, "estimates": load_estimates}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A dataset to be spoiled."""
    return make_copy(tmp_path, monkeypatch)


@pytest.mark.parametrize("bad", ALL, ids=[bad.name for bad in ALL])
def test_a_bad_input_is_told_in_a_sentence_and_nothing_on_disk_changes(copy: Copy, bad: BadInput) -> None:
    bad.spoil(copy)
    before = copy.hash_files()
    with pytest.raises(DatasetError) as raised:
        load_reports(copy.data)
    assert str(raised.value) == bad.message
    assert copy.hash_files() == before


@pytest.mark.parametrize("load", LOADERS.values(), ids=LOADERS)
def test_every_loader_refuses_a_bad_dataset(copy: Copy, load: object) -> None:
    copy.set_cells("reports", FIRST, low="10-12")
    with pytest.raises(DatasetError, match="'10-12' is not a whole number"):
        load(copy.data)  # type: ignore[operator]


def test_all_faults_of_all_files_are_told_at_once_in_the_order_of_the_lines(copy: Copy) -> None:
    copy.set_cells("reports", PLAIN, quote="Nobody said so.")
    copy.set_cells("reports", LARGE, stage="gone", low="many", basis="")
    copy.set_cells("reports", FIRST, event_earliest="2024-10-18", event_latest="2024-10-01", said_text="one day")
    copy.set_cells("sources", "a002", published="tomorrow")
    with pytest.raises(DatasetError) as raised:
        load_reports(copy.data)
    assert [fault.where for fault in raised.value.faults] == [
        "data/reports.csv line 2, column event_earliest",
        "data/reports.csv line 2, column said_text",
        "data/reports.csv line 3, column low",
        "data/reports.csv line 3, column stage",
        "data/reports.csv line 5, column quote",
        "data/sources.csv line 4, column published",
    ]


def test_a_file_saved_by_a_spreadsheet_loads_the_same(copy: Copy) -> None:
    expected = load_reports(copy.data)
    copy.change_bytes("data/reports.csv", lambda content: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    pd.testing.assert_frame_equal(load_reports(copy.data), expected)
    copy.change_bytes("data/reports.csv", lambda content: content.replace(b"\r\n", b"\r"))
    pd.testing.assert_frame_equal(load_reports(copy.data), expected)


def test_lines_are_counted_as_an_editor_counts_them(copy: Copy) -> None:
    copy.set_cells("reports", FIRST, note="one\ntwo\r\nthree\rfour")
    copy.set_cells("reports", LARGE, low="few")
    copy.change_bytes("data/reports.csv", lambda content: content.replace(b"\na000-00432", b"\n\na000-00432"))
    with pytest.raises(DatasetError) as raised:
        load_reports(copy.data)
    assert [fault.where for fault in raised.value.faults] == ["data/reports.csv line 7, column low"]


def test_words_that_look_like_missing_ones_stay_text(copy: Copy) -> None:
    copy.set_cells("reports", FIRST, note="NA")
    copy.set_cells("reports", LARGE, note="None")
    assert load_reports(copy.data)["note"].head(2).tolist() == ["NA", "None"]


def test_columns_mean_what_the_declaration_says() -> None:
    package = read_package(find_dataset())
    for name, load in LOADERS.items():
        frame = load()
        assert list(frame.columns) == package.tables[name].columns
        for field in package.fields(name):
            assert str(frame[field.name].dtype) == _find_dtype(field), (name, field.name)
            if field.enum:
                assert list(frame[field.name].cat.categories) == list(field.enum)


def _find_dtype(field: Field) -> str:
    if field.enum:
        return "category"
    return {"integer": "Int64", "date": "datetime64[us]", "string": "str"}[field.type]


def test_missing_is_missing_and_never_zero() -> None:
    reports = load_reports().set_index("report_id")
    assert reports.loc["a004-01724", "low"] is pd.NA
    assert reports.loc["a004-01724", "high"] == 12_000
    assert reports["said_latest"].isna()["a004-01724"]
    assert reports["claimant"].isna()["a002-00561-asserts-arrived"]


def test_a_loaded_frame_can_be_changed_without_changing_the_next() -> None:
    for load in LOADERS.values():
        expected = load()
        changed = load()
        changed.iloc[:, 0] = "changed"
        pd.testing.assert_frame_equal(load(), expected)


@pytest.mark.parametrize("name", ["data/reports.csv", "data/sources.csv", "data/datapackage.json"])
def test_a_file_that_changes_on_disk_is_read_again(copy: Copy, name: str) -> None:
    before = load_dataset(copy.data)
    assert load_dataset(copy.data) is before
    copy.change_bytes(name, lambda content: content.replace(b"PA", b"QA").replace(b'"1.0.0"', b'"1.0.1"') + b"\n")
    assert load_dataset(copy.data) is not before


def test_an_article_that_changes_on_disk_is_read_again(copy: Copy) -> None:
    load_reports(copy.data)
    copy.change_bytes("seeds/000_7660e4477f753a73.txt", lambda content: content + b"\n")
    with pytest.raises(DatasetError, match="has changed"):
        load_reports(copy.data)


def test_a_vocabulary_that_changes_on_disk_is_read_again(copy: Copy) -> None:
    load_reports(copy.data)
    copy.change_bytes("data/vocabulary/magnitudes.toml", lambda content: content.replace(b"200", b"300"))
    with pytest.raises(DatasetError, match="expected low 300, high 999, magnitude"):
        load_reports(copy.data)


def test_a_vocabulary_with_faults_is_told_as_faults(copy: Copy) -> None:
    copy.change_bytes(
        "data/vocabulary/magnitudes.toml", lambda content: content + b"\n[[magnitude]]\nwords = 'scores'\n"
    )
    with pytest.raises(DatasetError, match="no low; expected a value for it; add one"):
        load_reports(copy.data)
    copy.change_bytes("data/vocabulary/magnitudes.toml", lambda _: b"not toml")
    with pytest.raises(DatasetError, match="expected TOML in UTF-8; mend that place"):
        load_reports(copy.data)


def test_estimates_are_those_known_at_the_end_of_a_day() -> None:
    assert len(load_estimates(as_of="2024-10-21")) == 0
    assert load_estimates(as_of="2024-10-22")["claimant"].tolist() == [
        "NIS",
        "Volodymyr Zelensky",
        "UK Ministry of Defence",
    ]
    pd.testing.assert_frame_equal(load_estimates(as_of=date(2024, 11, 1)), load_estimates())
    assert load_estimates(as_of="2024-10-21").dtypes.equals(load_estimates().dtypes)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="month must be in"):
        load_estimates(as_of="2024-13-01")


def test_the_dataset_is_the_one_named_else_that_of_the_environment_else_the_projects(
    copy: Copy, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    assert find_dataset() == root / "data"
    monkeypatch.setenv("DASHBOARD_DATA", str(copy.data))
    assert find_dataset() == copy.data.resolve()
    assert find_dataset("elsewhere") == Path.cwd().resolve() / "elsewhere"
    monkeypatch.setenv("DASHBOARD_DATA", "")
    assert find_dataset() == root / "data"


def test_articles_in_folders_below_are_found_and_watched(copy: Copy) -> None:
    (copy.articles / "2024").mkdir()
    (copy.articles / "000_7660e4477f753a73.txt").rename(copy.articles / "2024" / "000.txt")
    copy.set_cells("sources", "a000", file="2024/000.txt")
    assert len(load_reports(copy.data)) == 53
    (copy.articles / "2024" / "000.txt").write_bytes(b"changed")
    with pytest.raises(DatasetError, match=r"seeds/2024/000\.txt has changed"):
        load_reports(copy.data)
