"""A new article comes in, and its proposals are reviewed, in a real browser, by hand and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.dataset.saving import read_report
from dashboard.loader import load_reports
from tests.browser.conftest import OpenPage, Serve
from tests.browser.hands import (
    DESK,
    PHONE,
    find_axe_violations,
    find_clipped,
    press_tab_until,
    scrolls_sideways,
    settle,
)
from tests.copies import Copy, make_copy

FIRST, SECOND = "a000-00244", "a000-00432"
ARTICLE = """<b>Norway</b> counts the newcomers

About 400 North Korean soldiers have landed in Vladivostok, the Norwegian army said on Monday.
"""


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A dataset in which two passages of one article wait."""
    copy = make_copy(tmp_path, monkeypatch)
    for name in (FIRST, SECOND):
        copy.set_cells("reports", name, review="proposed")
    return copy


def wait_for(page: Page, headline: str) -> None:
    settle(page)
    expect(page.locator(".record .headline")).to_have_text(headline)


def test_an_article_is_pasted_read_and_reviewed(open_page: OpenPage, serve: Serve, copy: Copy) -> None:
    visit = open_page("review", server=serve(copy.data))
    page = visit.page
    page.get_by_text("Add an article").click()
    page.get_by_role("textbox", name="Text, as it was published").fill(ARTICLE)
    page.get_by_role("textbox", name="Outlet").fill("The Example")
    page.get_by_test_id("stForm").get_by_role("spinbutton").first.click()
    page.keyboard.type("20241106")
    page.get_by_role("button", name="Read it and add it").click()
    wait_for(page, "about 400")
    expect(page.get_by_text("Added as a005: 1 passage proposed.")).to_be_visible()
    expect(page.locator(".article")).to_contain_text("<b>Norway</b> counts the newcomers")
    assert page.locator(".article b:not(.letter)").count() == 0
    page.get_by_role("textbox", name="Note").fill("Compared with the text.")
    page.get_by_role("button", name="Save as reviewed").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    settle(page)
    (own,) = load_reports(copy.data).query("source_id == 'a005'").to_dict("records")
    assert (own["review"], own["note"], own["claimant"]) == ("reviewed", "Compared with the text.", "Norwegian army")
    assert visit.errors == []


def test_the_keyboard_alone_agrees_and_undoes(open_page: OpenPage, serve: Serve, copy: Copy) -> None:
    page = open_page(f"review?article=a000&passage={FIRST}", server=serve(copy.data)).page
    wait_for(page, "1,500")
    press_tab_until(page, page.get_by_role("button", name="Save as reviewed"))
    page.keyboard.press("Enter")
    wait_for(page, "10,000")
    assert read_report(copy.data, FIRST)["review"] == "reviewed"
    press_tab_until(page, page.get_by_role("button", name="Undo"), most=150)
    page.keyboard.press("Enter")
    wait_for(page, "1,500")
    assert read_report(copy.data, FIRST)["review"] == "proposed"


def test_a_mark_in_the_text_opens_its_proposal(open_page: OpenPage, serve: Serve, copy: Copy) -> None:
    page = open_page("review?article=a000", server=serve(copy.data)).page
    wait_for(page, "1,500")
    page.locator(".article a.passage.proposal", has_text="10,000").click()
    wait_for(page, "10,000")
    expect(page.locator(".record .headline")).to_be_in_viewport()
    expect(page.locator(".article .lit").first).to_contain_text("Ukrainian President Volodymyr Zelensky")


def test_a_proposal_on_the_timeline_leads_to_its_review(open_page: OpenPage, serve: Serve, copy: Copy) -> None:
    page = open_page(f"?record={SECOND}", server=serve(copy.data)).page
    links = page.locator(".record").get_by_role("link", name="Review it")
    expect(links).to_have_count(1)  # of its three reports two have been reviewed
    links.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Add and review")
    wait_for(page, "10,000")
    expect(page).to_have_url(re.compile(rf"review\?.*passage={SECOND}"))


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_proposal_that_waits_is_whole_and_passes_axe(
    open_page: OpenPage, serve: Serve, copy: Copy, dark: bool, size: tuple[int, int]
) -> None:
    page = open_page("review", server=serve(copy.data), dark=dark, size=size).page
    wait_for(page, "1,500")
    assert find_axe_violations(page) == []
    assert find_clipped(page) == []
    assert not scrolls_sideways(page)
