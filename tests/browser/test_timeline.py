"""The timeline as a person uses it: point at a mark, select it, choose by keyboard, filter, download.

What should be seen is taken from the dataset through the loader, not from the page.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from dashboard.dataset.downloads import write_csv, write_package, write_spreadsheet_csv
from dashboard.loader import load_dataset, load_estimates, load_reports
from dashboard.records import LIST_SEPARATOR
from tests.browser.conftest import OpenPage, Serve
from tests.browser.hands import (
    download,
    find_marks,
    hover_point,
    press_tab_until,
    select_point,
    settle,
)

ROOT = Path(__file__).resolve().parents[2]


Row = dict[str, Any]


def list_rows(frame: pd.DataFrame) -> list[Row]:
    """The rows as plain values, missing None."""
    plain = frame.astype(object)
    return [
        {str(name): value for name, value in row.items()} for row in plain.where(frame.notna(), None).to_dict("records")
    ]


@pytest.fixture(scope="module")
def estimates() -> dict[str, Row]:
    """Every estimate of the project's own dataset, by its id."""
    return {row["estimate_id"]: row for row in list_rows(load_estimates())}


@pytest.fixture(scope="module")
def quotes() -> dict[str, str]:
    """The quote of every report, by its id, with every run of white space as one blank."""
    return {row["report_id"]: " ".join(row["quote"].split()) for row in list_rows(load_reports())}


def list_reports(estimate: Row) -> list[str]:
    """The ids of an estimate's reports, in the order of publication."""
    return str(estimate["report_ids"]).split(LIST_SEPARATOR)


def count_figures(rows: Iterable[Row]) -> int:
    """How many of them are figures; the rest are statements without a number."""
    return sum(row["stance"] == "asserts" and row["qualifier"] is not None for row in rows)


def find_longest(estimates: dict[str, Row]) -> str:
    """The figure with the most reports."""
    return max(estimates, key=lambda name: (estimates[name]["qualifier"] is not None, estimates[name]["reports"]))


def read_panel(page: Page) -> list[str]:
    """The quotes in the record panel, with every run of white space as one blank."""
    return [" ".join(text.split()) for text in page.locator(".record .report .quote").all_inner_texts()]


def test_the_page_opens_with_its_question_and_says_how_much_it_shows(
    open_page: OpenPage, estimates: dict[str, Row]
) -> None:
    page = open_page().page
    expect(page.get_by_role("heading", level=1)).to_have_text(load_dataset().package.title)
    figures = count_figures(estimates.values())
    rest = len(estimates) - figures
    words = f"{figures} of {figures} estimates, {rest} of {rest} statements without a number"
    expect(page.get_by_text(words)).to_be_visible()


def test_every_estimate_is_a_mark_of_its_own(open_page: OpenPage, estimates: dict[str, Row]) -> None:
    assert find_marks(open_page().page).keys() == estimates.keys()


def test_pointing_at_any_mark_shows_the_words_of_its_latest_report(
    open_page: OpenPage, estimates: dict[str, Row], quotes: dict[str, str]
) -> None:
    page = open_page().page
    for estimate_id, marks in find_marks(page).items():
        quote = quotes[list_reports(estimates[estimate_id])[-1]]
        for mark in marks:
            words = " ".join(hover_point(page, mark).split())
            shown = re.sub(r"^… | …$", "", words[words.index("“") + 1 : words.rindex("”")])
            assert shown in quote
            assert len(shown) > 100 or shown == quote


def test_selecting_a_mark_opens_every_report_behind_it(
    open_page: OpenPage, estimates: dict[str, Row], quotes: dict[str, str]
) -> None:
    page = open_page().page
    denial = next(name for name, row in estimates.items() if row["stance"] == "denies")
    for estimate_id in (find_longest(estimates), denial):
        select_point(page, find_marks(page)[estimate_id][0])
        expected = [quotes[report] for report in list_reports(estimates[estimate_id])]
        assert read_panel(page) == expected
        assert f"record={estimate_id}" in page.url


def test_the_figure_is_marked_inside_its_quote(open_page: OpenPage, estimates: dict[str, Row]) -> None:
    estimate_id = find_longest(estimates)
    page = open_page(f"?record={estimate_id}").page
    figures = {row["report_id"]: row["figure_text"] for row in list_rows(load_reports())}
    expected = [figures[report] for report in list_reports(estimates[estimate_id])]
    assert page.locator(".record .quote mark").all_inner_texts() == expected


def test_the_keyboard_alone_opens_a_record(
    open_page: OpenPage, estimates: dict[str, Row], quotes: dict[str, str]
) -> None:
    page = open_page().page
    press_tab_until(page, page.get_by_role("combobox", name="Record"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".record")).to_be_visible()
    settle(page)
    estimate_id = re.search(r"record=([^&]+)", page.url)
    assert estimate_id
    assert read_panel(page) == [quotes[report] for report in list_reports(estimates[estimate_id[1]])]


def test_a_row_of_the_table_opens_its_record(open_page: OpenPage, quotes: dict[str, str]) -> None:
    page = open_page().page
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    table.click(position={"x": 12, "y": 50})
    expect(page.locator(".record")).to_be_visible()
    settle(page)
    assert read_panel(page)
    assert set(read_panel(page)) <= set(quotes.values())


def test_a_filter_changes_the_count_and_the_marks(open_page: OpenPage, estimates: dict[str, Row]) -> None:
    page = open_page().page
    kept = [row for row in estimates.values() if "NIS" in (row["claimant"] or "").split(LIST_SEPARATOR)]
    assert 0 < len(kept) < len(estimates)
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("combobox", name="Claimant").click()
    page.get_by_role("option", name="NIS", exact=True).click()
    settle(page)
    words = f"{count_figures(kept)} of {count_figures(estimates.values())} estimates"
    expect(page.get_by_text(words)).to_be_visible()
    assert find_marks(page).keys() == {row["estimate_id"] for row in kept}


def test_an_empty_choice_says_so(open_page: OpenPage) -> None:
    page = open_page("?find=nobody+wrote+this").page
    expect(page.get_by_text("Nothing fits this choice")).to_be_visible()
    assert find_marks(page) == {}


def test_every_download_is_byte_for_byte_what_the_function_made(open_page: OpenPage) -> None:
    dataset = load_dataset()
    page = open_page().page
    buttons = page.get_by_test_id("stDownloadButton").get_by_role("button")
    labels = buttons.all_inner_texts()
    received = [download(page, buttons.nth(place)) for place in range(buttons.count())]
    assert len(received) == 9
    package, whole = received.pop()
    assert package.endswith(".zip")
    assert whole == write_package(dataset)
    for label, (name, content) in zip(labels[:-1], received, strict=True):
        table = "estimates" if "-estimates-" in name else "reports"
        frame = load_estimates() if table == "estimates" else load_reports()
        write = write_spreadsheet_csv if name.endswith("-spreadsheet.csv") else write_csv
        assert content == write(frame, dataset.package.tables[table]), name
        assert "spreadsheets" in label or f"{len(frame):,} {table}" in label


def test_what_is_downloaded_as_shown_follows_the_filter(open_page: OpenPage) -> None:
    page = open_page("?basis=remaining").page
    frame = load_estimates()
    kept = frame.loc[frame["basis"] == "remaining"]
    assert 0 < len(kept) < len(frame)
    button = page.get_by_role("button", name=re.compile(rf"\b{len(kept)} estimates?, shown"))
    _, content = download(page, button)
    assert content == write_csv(kept, load_dataset().package.tables["estimates"])


@pytest.fixture
def own_data(tmp_path: Path) -> Path:
    """A copy of the project's dataset that a test may change."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def test_a_change_on_disk_is_seen_when_the_page_is_reloaded(open_page: OpenPage, serve: Serve, own_data: Path) -> None:
    server = serve(own_data)
    page = open_page(server=server).page
    declared = own_data / "datapackage.json"
    title = load_dataset(own_data).package.title
    declared.write_text(declared.read_text(encoding="utf-8").replace(title, "Another question?"), encoding="utf-8")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Another question?")


def test_faults_of_a_dataset_are_told_as_sentences(open_page: OpenPage, serve: Serve, own_data: Path) -> None:
    article = next(iter(sorted((own_data.parent / "seeds").glob("000_*.txt"))))
    article.write_bytes(article.read_bytes() + b"\n")
    before = {path: path.read_bytes() for path in own_data.rglob("*") if path.is_file()}
    page = open_page(server=serve(own_data)).page
    expect(page.get_by_role("heading", level=1)).to_have_text("This dataset cannot be opened")
    expect(page.get_by_text(re.compile(r"000_.*\.txt has changed: its SHA-256 is"))).to_be_visible()
    assert page.get_by_text("Traceback").count() == 0
    assert {path: path.read_bytes() for path in own_data.rglob("*") if path.is_file()} == before
