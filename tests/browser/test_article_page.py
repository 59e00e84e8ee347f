"""The article in full, in a real browser: its marks, the way from a record to its sentence, and text as text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.loader import load_dataset
from tests.browser.conftest import OpenPage, Serve
from tests.browser.hands import press_tab_until, settle
from tests.copies import make_copy

SPY_CHIEF = "a004-01147"  # 10,000 by December, the fifth of its article's figures
MARKUP = "\n<script>document.title = 'hacked'</script><b>bold</b> & <img src=x onerror=alert(1)>\n"


def test_every_figure_and_denial_is_marked_in_place_with_a_letter(open_page: OpenPage) -> None:
    page = open_page("articles?article=a000").page
    marks = page.locator(".article a.passage")
    assert marks.all_inner_texts() == ["A1,500", "B10,000", "Chundreds"]
    colours = {
        marks.nth(place).evaluate("mark => getComputedStyle(mark).borderBottomColor") for place in range(marks.count())
    }
    assert len(colours) == 3  # a claimant each
    page.goto(page.url.replace("a000", "a003"))
    settle(page)
    statement = page.locator(".article a.passage.statement", has_text="“fake news”")
    expect(statement.locator(".letter")).to_be_visible()


def test_the_keyboard_goes_from_a_mark_to_its_record(open_page: OpenPage) -> None:
    page = open_page("articles?article=a000").page
    press_tab_until(page, page.locator(".article a.passage", has_text="hundreds"))
    page.keyboard.press("Enter")
    expect(page.locator(".record .headline")).to_have_text("hundreds")
    expect(page).to_have_url(re.compile(r"passage=a000-00585"))
    expect(page.locator(".article .lit").first).to_be_in_viewport()
    settle(page)
    press_tab_until(page, page.get_by_role("combobox", name="Passage"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile(r"passage=a000-00585"))
    settle(page)
    assert page.locator(".record .report").count() >= 1


def test_a_record_leads_to_its_sentence_lit_and_in_sight(open_page: OpenPage) -> None:
    page = open_page(f"?record={SPY_CHIEF}").page
    page.get_by_role("link", name="Read it in the article").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The articles in full")
    lit = page.locator(f"#passage-{SPY_CHIEF}")
    expect(lit).to_be_in_viewport()
    settle(page)
    expect(lit).to_be_in_viewport()
    words = "".join(page.locator(".article .lit").all_inner_texts())
    assert "told a closed-door parliamentary committee meeting that North Korea plans to send a total of" in words
    back = lit.evaluate("lit => getComputedStyle(lit).backgroundColor")
    assert back not in ("rgba(0, 0, 0, 0)", "transparent")
    expect(page.locator(".record .headline")).to_have_text("10,000")


def test_what_is_known_of_an_article_stands_beside_it(open_page: OpenPage) -> None:
    page = open_page("articles?article=a001").page
    known = page.locator(".sources")
    expect(known).to_contain_text("Shropshire Star · 1 Nov 2024")
    (sha256,) = load_dataset().sources.loc[lambda sources: sources["source_id"] == "a001", "sha256"]
    expect(known).to_contain_text(f"{sha256} It holds")


def test_markup_in_an_article_is_text(
    open_page: OpenPage, serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = make_copy(tmp_path, monkeypatch)
    (path,) = copy.articles.glob("000_*.txt")
    path.write_bytes(path.read_bytes() + MARKUP.encode())
    copy.set_cells("sources", "a000", sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    page = open_page("articles?article=a000", server=serve(copy.data)).page
    article = page.locator(".article")
    expect(article).to_contain_text("<script>document.title = 'hacked'</script><b>bold</b> & <img src=x")
    assert article.locator("script, img").count() == 0
    assert article.locator("b:not(.letter)").count() == 0
    assert "hacked" not in page.title()
