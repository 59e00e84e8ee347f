"""How every page looks, in light and dark, on a desk and on a phone: readable, whole, and open to everybody."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.loader import load_estimates
from tests.browser.conftest import OpenPage
from tests.browser.hands import (
    DESK,
    PHONE,
    find_axe_violations,
    find_clipped,
    find_marks,
    find_pale_chart_text,
    hover_point,
    scrolls_sideways,
    settle,
    tap_point,
)

PAGES = ["", "outlets", "articles", "review", "about"]
dark_and_light = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
desk_and_phone = pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])


def test_every_page_of_the_menu_is_looked_at_here(open_page: OpenPage) -> None:
    page = open_page().page
    links = page.get_by_test_id("stTopNavLink")
    addresses = [links.nth(place).get_attribute("href") or "" for place in range(links.count())]
    assert [urlsplit(address).path.strip("/") for address in addresses] == PAGES


@desk_and_phone
@dark_and_light
@pytest.mark.parametrize("path", [*PAGES, "?record=MOST", "?find=nobody+wrote+this", "articles?passage=a000-00585"])
def test_a_page_is_whole_and_passes_axe(open_page: OpenPage, path: str, dark: bool, size: tuple[int, int]) -> None:
    page = open_page(path.replace("MOST", find_longest_record()), dark=dark, size=size).page
    assert find_axe_violations(page) == []
    assert find_pale_chart_text(page) == []
    assert find_clipped(page) == []
    assert not scrolls_sideways(page)


def find_longest_record() -> str:
    """The estimate with the most reports, whose panel is the longest."""
    return str(load_estimates().set_index("estimate_id")["reports"].idxmax())


@desk_and_phone
@dark_and_light
def test_the_open_filters_are_whole_and_pass_axe(open_page: OpenPage, dark: bool, size: tuple[int, int]) -> None:
    claimant = load_estimates()["claimant"].value_counts().index[0]
    page = open_page(f"?claimant={claimant}&phase=planned", dark=dark, size=size).page
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("combobox", name="Claimant")).to_be_visible()
    settle(page)
    assert find_axe_violations(page) == []
    assert find_clipped(page) == []
    assert not scrolls_sideways(page)


def test_what_a_mark_says_fits_a_phone(open_page: OpenPage) -> None:
    page = open_page(size=PHONE).page
    for marks in find_marks(page).values():
        hover_point(page, marks[0])  # a touch shows the same, and opens the record, which draws the chart anew
        box = page.locator(".hoverlayer .hovertext").first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE[0]


def test_one_touch_of_a_mark_on_a_phone_opens_its_record_in_sight(open_page: OpenPage) -> None:
    page = open_page(size=PHONE).page
    for estimate_id in list(find_marks(page))[:3]:
        left, right = tap_point(page, find_marks(page)[estimate_id][0])
        assert left >= 0
        assert right <= PHONE[0]
        expect(page).to_have_url(re.compile(re.escape(f"record={estimate_id}")))
        settle(page)
        expect(page.locator(".record .headline")).to_be_in_viewport()


def test_the_chart_tells_its_findings_to_whoever_does_not_see_it(open_page: OpenPage) -> None:
    page = open_page().page
    told = page.get_by_role("figure", name="Timeline: 14 estimates and 17 statements without a number")
    expect(told).to_have_count(1)
    words = told.get_attribute("aria-label") or ""
    for latest in (
        "10,000 (UK Ministry of Defence, 1 Nov 2024)",
        "about 3,000 (NIS, 23 Oct 2024)",
        "denied by North Korea",
    ):
        assert latest in words


def test_a_theme_changed_while_the_page_is_open_keeps_the_chart_readable(open_page: OpenPage) -> None:
    page = open_page().page
    page.emulate_media(color_scheme="dark")
    settle(page)
    assert find_pale_chart_text(page) == []


def test_nothing_moves_for_those_who_ask_for_less_motion(open_page: OpenPage) -> None:
    page = open_page(reduced_motion=True).page
    moving = page.evaluate("() => document.getAnimations().filter(each => each.playState === 'running').length")
    assert moving == 0


def test_the_printed_page_shows_all_of_it_and_no_controls(open_page: OpenPage) -> None:
    page = open_page(f"?record={find_longest_record()}").page
    page.emulate_media(media="print")
    assert page.get_by_test_id("stHeader").is_hidden()
    assert page.get_by_role("button", name="Filter").count() == 0
    hidden = page.evaluate(
        """() => { const main = document.querySelector('[data-testid="stMain"]');
            return getComputedStyle(main).overflowY !== 'visible' && main.scrollHeight > main.clientHeight }"""
    )
    assert not hidden
    expect(page.locator(".record")).to_be_visible()
