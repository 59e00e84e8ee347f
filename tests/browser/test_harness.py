"""The harness itself: what it looks for, it finds. Else a clean page would mean nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import hands
from tests.browser.server import find_browser, start_server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page at the size of a phone, with no server behind it."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def test_text_beyond_the_edge_of_the_screen_is_found(page: Page) -> None:
    page.set_content('<div style="position:absolute; left:370px; width:200px">Ministry of Defence</div>')
    assert [fault.split(":")[0] for fault in hands.find_clipped(page)] == ["off the screen"]
    assert hands.scrolls_sideways(page)


def test_text_cut_off_by_its_box_is_found(page: Page) -> None:
    page.set_content(
        '<p style="width:40px; overflow:hidden; white-space:nowrap">Ministry of Defence</p><p>National</p>'
    )
    assert hands.find_clipped(page) == ["cut off: p.: Ministry of Defence"]


def test_text_that_wraps_or_can_be_scrolled_to_is_not_faulted(page: Page) -> None:
    page.set_content(
        '<p style="width:90px">Ministry of Defence</p>'
        '<div style="width:90px; overflow-x:auto; white-space:nowrap">Ministry of Defence of somewhere</div>'
    )
    assert hands.find_clipped(page) == []
    assert not hands.scrolls_sideways(page)


def test_pale_text_is_found_by_axe(page: Page) -> None:
    page.set_content('<html lang="en"><title>t</title><main><h1>h</h1><p style="color:#aaa">pale</p></main></html>')
    (fault,) = hands.find_axe_violations(page)
    assert fault.startswith("color-contrast")


def test_pale_text_on_a_chart_is_found(page: Page) -> None:
    page.set_content(
        '<div data-testid="stApp" style="background:#fff"><div class="stPlotlyChart"><svg>'
        '<text fill="#777">axis</text><text fill="#767676">label</text><text fill="#000" opacity="0.5333">faint</text>'
        "</svg></div></div>"
    )
    assert hands.find_pale_chart_text(page) == ["4.48 rgb(119, 119, 119): axis", "4.48 rgb(0, 0, 0): faint"]


def test_an_exception_shown_on_the_page_is_noted(page: Page) -> None:
    visit = hands.Visit(page)
    page.set_content('<div data-testid="stException">KeyError</div>')
    hands.note_exceptions(visit)
    assert visit.errors == ["on the page: KeyError"]


def test_console_errors_exceptions_and_other_hosts_are_noted(page: Page) -> None:
    visit = hands.Visit(page)
    hands.listen(visit)
    page.set_content(
        '<img src="https://example.org/a.png" alt=""><script>console.error("first"); throw new Error("second")</script>'
    )
    assert visit.strangers == ["https://example.org/a.png"]
    assert any(error.startswith("first") for error in visit.errors)
    assert "uncaught: second" in visit.errors


def test_a_server_that_does_not_start_tells_its_log(tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match=r"missing\.py"),
        start_server(tmp_path / "log.txt", tmp_path / "missing.py"),
    ):
        pass


def test_where_no_browser_is_on_the_path_none_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() is None
