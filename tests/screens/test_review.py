"""The page "Add and review" as Streamlit runs it: each step of a person is on disk before the next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.dataset.saving import change_reports, read_report
from dashboard.loader import load_reports, load_sources
from tests.copies import ROOT, Copy, make_copy

FIRST, SECOND = "a000-00244", "a000-00432"
STATEMENT = "a003-05660-denies-arrived"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A dataset in which three passages of two articles wait."""
    copy = make_copy(tmp_path, monkeypatch)
    for name in (FIRST, SECOND, STATEMENT):
        copy.set_cells("reports", name, review="proposed")
    monkeypatch.setenv("DASHBOARD_DATA", str(copy.data))
    return copy


def open_review(**address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    page.switch_page("screens/review.py")
    for name, value in address.items():
        page.query_params[name] = value
    return run(page)


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label.startswith(label)).click()
    return run(page)


def read_html(page: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in page.get("html"))


def test_what_waits_is_counted_by_article_and_the_first_is_open(copy: Copy) -> None:
    page = open_review()
    assert page.selectbox(key="article").options == [
        "Outlet not known · 22 Oct 2024 · a000 · 2 proposals",
        "Outlet not known · 23 Oct 2024 · a003 · 1 proposal",
    ]
    assert page.selectbox(key="passage").value == FIRST
    assert '<p class="headline">1,500</p>' in read_html(page)


def test_agreeing_saves_it_as_reviewed_and_opens_the_next(copy: Copy) -> None:
    before = read_report(copy.data, FIRST)
    page = press(open_review(), "Save as reviewed")
    assert read_report(copy.data, FIRST) == before | {"review": "reviewed"}
    assert page.selectbox(key="passage").value == SECOND


def test_a_correction_is_saved_and_can_be_undone(copy: Copy) -> None:
    before = read_report(copy.data, FIRST)
    page = open_review()
    page.text_input(key=f"{FIRST}:claimant").set_value("South Korea")
    page.selectbox(key=f"{FIRST}:stage").set_value("arrived")
    page.date_input(key=f"{FIRST}:said_earliest").set_value(date(2024, 10, 17))
    page.selectbox(key=f"{FIRST}:said_precision").set_value("range")
    page = press(page, "Save as reviewed")
    row = read_report(copy.data, FIRST)
    changed = {name: cell for name, cell in row.items() if cell != before[name]}
    assert changed == {
        "claimant": "South Korea",
        "stage": "arrived",
        "said_earliest": "2024-10-17",
        "said_precision": "range",
        "review": "reviewed",
    }
    page = press(page, "Undo")
    assert read_report(copy.data, FIRST) == before
    assert page.selectbox(key="passage").value == FIRST


def test_a_statement_whose_stage_is_corrected_has_the_id_of_what_it_says_now(copy: Copy) -> None:
    before = read_report(copy.data, STATEMENT)
    page = open_review(article="a003")
    page.selectbox(key=f"{STATEMENT}:stage").set_value("sent")
    page = press(page, "Save as reviewed")
    assert read_report(copy.data, "a003-05660-denies-sent")["stage"] == "sent"
    press(page, "Undo")
    assert read_report(copy.data, STATEMENT) == before
    assert "a003-05660-denies-sent" not in set(load_reports(copy.data)["report_id"])


def test_what_is_no_report_is_taken_out_and_can_be_put_back(copy: Copy) -> None:
    page = press(open_review(), "Take it out")
    assert FIRST not in set(load_reports(copy.data)["report_id"])
    press(page, "Undo")
    assert read_report(copy.data, FIRST)["review"] == "proposed"


def test_a_correction_that_breaks_a_rule_is_told_and_not_saved(copy: Copy) -> None:
    before = read_report(copy.data, FIRST)
    page = open_review()
    page.text_input(key=f"{FIRST}:force").set_value("")
    page = press(page, "Save as reviewed")
    assert page.error[0].value == "That was not saved; nothing has changed."
    assert any("column force: the cell is empty" in text.value for text in page.text)
    assert read_report(copy.data, FIRST) == before
    assert page.selectbox(key="passage").value == FIRST


def test_what_another_window_has_reviewed_is_not_written_over(copy: Copy) -> None:
    page = open_review()
    theirs = read_report(copy.data, FIRST) | {"review": "reviewed", "note": "theirs"}
    change_reports(copy.data, {FIRST: theirs})
    page = press(page, "Save as reviewed")
    assert any(f"{FIRST}: does not wait any more" in text.value for text in page.text)
    assert read_report(copy.data, FIRST) == theirs


def test_left_for_later_it_waits_and_the_next_is_open(copy: Copy) -> None:
    page = press(open_review(), "Leave it for later")
    assert page.selectbox(key="passage").value == SECOND
    assert press(page, "Leave it for later").selectbox(key="passage").value == FIRST
    assert read_report(copy.data, FIRST)["review"] == "proposed"


def test_when_nothing_waits_the_page_says_so(copy: Copy) -> None:
    for name in (FIRST, SECOND, STATEMENT):
        copy.set_cells("reports", name, review="reviewed")
    page = open_review()
    assert page.info[0].value == "Nothing waits: every passage of this dataset has been reviewed."


def test_an_article_is_added_with_its_proposals_and_the_form_is_empty_again(copy: Copy) -> None:
    page = open_review()
    text = "About 400 North Korean soldiers have landed in Vladivostok, the Norwegian army said on Monday."
    page.text_area(key="add-0-text").set_value(text)
    page.date_input(key="add-0-published").set_value(date(2024, 11, 6))
    page.text_input(key="add-0-outlet").set_value("The Example")
    page = press(page, "Read it and add it")
    assert page.success[0].value == "Added as a005: 1 passage proposed."
    assert page.selectbox(key="article").value == "a005"
    assert page.text_area(key="add-1-text").value == ""
    source = load_sources(copy.data).iloc[-1]
    assert (copy.articles / source["file"]).read_text(encoding="utf-8") == text
    (own,) = load_reports(copy.data).query("source_id == 'a005'").to_dict("records")
    assert (own["low"], own["stage"], own["review"]) == (400, "arrived", "proposed")
    assert f"{own['said_latest']:%Y-%m-%d}" == "2024-11-04"


def test_an_empty_form_is_told_all_that_it_lacks(copy: Copy) -> None:
    page = press(open_review(), "Read it and add it")
    told = "\n".join(text.value for text in page.text)
    assert "has no text" in told
    assert "has no day of publication" in told
    assert len(load_sources(copy.data)) == 5


def test_what_keeps_an_article_out_is_told_and_what_was_typed_stays(copy: Copy) -> None:
    page = open_review()
    page.text_area(key="add-0-text").set_value("Some words.")
    page = press(page, "Read it and add it")
    assert any("has no day of publication" in text.value for text in page.text)
    assert page.text_area(key="add-0-text").value == "Some words."
    page.date_input(key="add-0-published").set_value(date(2024, 11, 6))
    page.text_input(key="add-0-published_evidence").set_value(" ")
    page = press(page, "Read it and add it")
    assert any("column published_evidence: the cell is empty" in text.value for text in page.text)
    assert page.text_area(key="add-0-text").value == "Some words."
    assert len(load_sources(copy.data)) == 5
