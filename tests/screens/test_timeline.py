"""The timeline page as Streamlit runs it: what is told, what a choice does, and what a wrong one is answered with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


def open_page(**address: str | list[str]) -> AppTest:
    page = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def read_html(page: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in page.get("html"))


def test_the_page_opens_on_everything() -> None:
    page = open_page()
    assert not page.exception
    assert page.title[0].value == "How many North Korean troops went to Russia?"
    assert page.caption[0].value == "14 of 14 estimates, 17 of 17 statements without a number, as known on 1 Nov 2024."
    assert not page.warning


def test_a_filter_changes_the_count() -> None:
    page = open_page()
    page.multiselect(key="claimant").set_value(["NIS"]).run()
    assert page.caption[0].value.startswith("6 of 14 estimates, 2 of 17 statements without a number")


def test_an_empty_choice_says_so_and_draws_nothing() -> None:
    page = open_page(claimant="NATO", basis="total")
    assert page.info[0].value == "Nothing fits this choice. Take a filter away to see more."
    assert not page.get("plotly_chart")
    assert not page.exception


def test_as_of_shows_what_was_known_then() -> None:
    page = open_page(as_of="2024-10-22")
    assert page.caption[0].value.startswith("3 of 3 estimates, 0 of 0 statements without a number")
    page.button(key="later").click().run()
    assert page.caption[0].value.endswith("as known on 23 Oct 2024.")
    page.button(key="earlier").click().run()
    assert page.caption[0].value.endswith("as known on 22 Oct 2024.")
    assert page.button(key="earlier").disabled


def test_before_the_first_article_nothing_was_known() -> None:
    page = open_page(as_of="2024-10-21")
    assert page.info[0].value == "Nothing had been published by 21 Oct 2024; the first article is of 22 Oct 2024."


def test_a_link_opens_its_record() -> None:
    page = open_page(record="a003-00895")
    assert page.selectbox(key="record").value == "a003-00895"
    assert "Raised from 1,500 on 18 Oct 2024." in read_html(page)


def test_what_a_link_asks_for_in_vain_is_told() -> None:
    page = open_page(claimant=["NIS", "Nobody"], colour="red", record="gone")
    told = " ".join(warning.value for warning in page.warning)
    assert "claimant “Nobody”" in told
    assert "colour “red”" in told
    assert "The record “gone” is not among those shown" in told
    assert page.multiselect(key="claimant").value == ["NIS"]


def test_what_a_link_brings_is_text_and_never_markup() -> None:
    page = open_page(claimant="![x](http://host.example/x.png)", record=":red[<b>x</b>]")
    told = " ".join(warning.value for warning in page.warning)
    assert r"\!\[x\]\(http\://host\.example/x\.png\)" in told
    assert r"\:red\[\<b\>x\</b\>\]" in told


def test_a_record_that_the_filter_hides_is_closed() -> None:
    page = open_page(record="a003-00895")
    page.multiselect(key="claimant").set_value(["NATO"]).run()
    assert page.selectbox(key="record").value is None
    assert not page.exception


def test_the_table_holds_what_the_chart_shows() -> None:
    table = open_page(claimant="NIS", phase="planned").dataframe[0].value
    assert sorted(zip(table["What"], table["Low"].fillna(0), table["Counts"], strict=True)) == [
        ("10,000", 10000, "a total"),
        ("12,000", 12000, "a total"),
        ("7,000 remaining", 7000, "what remains of a total"),
        ("confirmed", 0, ""),
    ]


def test_in_the_mode_of_reports_each_report_is_a_mark_and_opens_its_estimate() -> None:
    page = open_page(mode="reports", record="a002-03256")
    assert page.caption[0].value.startswith("22 of 22 reports of a figure, 31 of 31 statements without a number")
    assert page.selectbox(key="record").value == "a002-03256"
    assert read_html(page).count('class="report"') == 5


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_broken_dataset_is_told_in_sentences(copied: Path) -> None:
    reports = copied / "reports.csv"
    reports.write_text(reports.read_text(encoding="utf-8").replace(",1500,1500,", ",10-12,1500,", 1), encoding="utf-8")
    page = open_page()
    assert page.title[0].value == "This dataset cannot be opened"
    assert "'10-12' is not a whole number" in page.text[0].value
    assert not page.exception


def test_a_file_changed_on_disk_is_seen_at_the_next_rerun(copied: Path) -> None:
    page = open_page()
    assert not page.exception
    reports = copied / "reports.csv"
    lines = reports.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "dozens" not in line]
    assert len(kept) == len(lines) - 1
    reports.write_text("".join(kept), encoding="utf-8")
    page.run()
    assert page.caption[0].value.startswith("13 of 13 estimates")
