"""What leaves the page: a link that restores the view, a picture, and a file that opens offline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.loader import load_dataset
from tests.browser.conftest import OpenPage
from tests.browser.hands import (
    POINTS,
    Visit,
    download,
    find_axe_violations,
    find_marks,
    listen,
    read_chart,
    select_point,
    settle,
)

NIS_BY_23: Final = {"a000-00244", "a003-00895", "a004-00612"}  # its totals and what it adds; sent or arrived
VIEW: Final = "?as_of=2024-10-23&claimant=NIS&phase=present&scale=log&axis=published&find=personnel&record=a003-00895"
AS_OF_22: Final = "?as_of=2024-10-22"


def expect_chosen(page: Page, group: str, value: str) -> None:
    """The value of a row of buttons of which one is chosen."""
    expect(page.get_by_role("radiogroup", name=group).get_by_role("radio", checked=True)).to_have_text(value)


def test_a_link_restores_the_day_the_filters_the_scale_and_the_record(open_page: OpenPage) -> None:
    page = open_page(f"{VIEW}&mode=reports").page
    for name, value in (("year", "2024"), ("month", "10"), ("day", "23")):
        expect(page.get_by_label(f"{name}, As known on")).to_have_text(value)
    for group, value in (("Marks", "reports"), ("Scale", "log"), ("Dates", "published")):
        expect_chosen(page, group, value)
    assert read_chart(page)["layout"]["yaxis"]["type"] == "log"
    expect(page.locator(".record .headline")).to_have_text("about 3,000")
    page.get_by_role("button", name="Filter").click()
    for value in ("NIS", "present"):
        expect(page.locator("[data-testid=stMultiSelect] [data-tag]", has_text=value)).to_be_visible()
    expect(page.get_by_label("Words in quotes or claimants")).to_have_value("personnel")
    assert page.get_by_test_id("stAlert").count() == 0


def test_what_is_chosen_by_hand_is_in_the_address_and_comes_back(open_page: OpenPage) -> None:
    page = open_page().page
    page.get_by_role("radio", name="log").click()
    settle(page)
    page.get_by_role("button", name="Earlier").click()
    settle(page)
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("combobox", name="Phase").click()
    page.get_by_role("option", name="present", exact=True).click()
    settle(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    select_point(page, find_marks(page)["a004-00612"][0])
    expect(page).to_have_url(re.compile(r"record=a004-00612"))
    for words in ("scale=log", "as_of=2024-10-23", "phase=present"):
        assert words in page.url
    before = find_marks(page).keys()
    again = open_page(f"?{page.url.partition('?')[2]}").page
    assert find_marks(again).keys() == before
    assert before > NIS_BY_23
    expect_chosen(again, "Scale", "log")
    expect(again.locator(".record .headline")).to_have_text("+1,500")


def test_what_a_link_asks_for_in_vain_is_told_and_ignored(open_page: OpenPage) -> None:
    page = open_page("?claimant=Nobody&scale=cubic&colour=red&as_of=2024-02-31&record=a999").page
    told = " ".join(page.get_by_test_id("stAlert").all_inner_texts())
    for words in ("claimant “Nobody”", "scale “cubic”", "colour “red”", "as_of “2024-02-31”", "record “a999”"):
        assert words in told
    expect(
        page.get_by_text("14 of 14 estimates, 17 of 17 statements without a number, as known on 1 Nov")
    ).to_be_visible()


def test_a_day_outside_the_calendar_is_told_on_the_page_of_outlets_too(open_page: OpenPage) -> None:
    page = open_page("outlets?as_of=1999-01-01").page
    expect(page.get_by_test_id("stAlert")).to_contain_text("as_of “1999-01-01”, which this dataset does not have")


@pytest.fixture
def pictures(open_page: OpenPage) -> Page:
    """The page as known on 22 October, filtered, with its pictures on offer."""
    page = open_page(f"{AS_OF_22}&claimant=NIS").page
    page.get_by_text("Take the picture").click()
    expect(page.get_by_role("button", name="PNG")).to_be_visible()
    settle(page)
    return page


def list_imprint() -> list[str]:
    """What a picture says about itself, besides the chart."""
    dataset = load_dataset()
    return [
        "How many North Korean troops went to Russia?",
        "1 of 3 estimates, 0 of 0 statements without a number, as known on 22 Oct 2024",
        "outlet not known with PA copy, 22 Oct 2024 (date inferred)",
        f"Data version {dataset.version}.",
    ]


def read_svg(content: bytes) -> ET.Element:
    """The root of a picture of our own making."""
    return ET.fromstring(content)  # noqa: S314 (nobody else wrote it)


def test_the_svg_says_what_it_shows_as_known_when_and_of_how_many(pictures: Page) -> None:
    name, content = download(pictures, pictures.get_by_role("button", name="SVG"))
    assert name.endswith("-2024-10-22.svg")
    text = " ".join(" ".join(read_svg(content).itertext()).split())
    for words in list_imprint():
        assert words in text
    assert "1,500" in text
    assert "hundreds" not in text  # filtered away
    assert "ITV" not in text  # not yet published


def test_the_png_is_a_picture_twice_as_fine_as_the_svg(pictures: Page) -> None:
    name, content = download(pictures, pictures.get_by_role("button", name="PNG"))
    assert name.endswith("-2024-10-22.png")
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(content[start : start + 4], "big") for start in (16, 20))
    svg = read_svg(download(pictures, pictures.get_by_role("button", name="SVG"))[1])
    assert (width, height) == (2 * int(svg.attrib["width"]), 2 * int(svg.attrib["height"]))


@pytest.fixture
def offline(browser: Browser) -> Iterator[Visit]:
    """A page without any network, as of somebody who was mailed the file."""
    context = browser.new_context(offline=True)
    visit = Visit(context.new_page())
    listen(visit)
    yield visit
    context.close()


def test_the_html_file_opens_offline_with_chart_table_and_quotes(
    pictures: Page, offline: Visit, tmp_path: Path
) -> None:
    name, content = download(pictures, pictures.get_by_role("button", name="The whole view as one HTML file"))
    path = tmp_path / name
    path.write_bytes(content)
    page = offline.page
    page.goto(path.as_uri())
    expect(page.locator(POINTS).first).to_be_visible()
    assert [url for url in offline.strangers if url != path.as_uri()] == []
    assert offline.errors == []
    told = page.locator("body").inner_text()
    for words in list_imprint():
        assert words in told
    assert page.locator("tbody tr").count() == 1
    expect(page.locator("blockquote mark")).to_have_text("1,500")
    assert page.locator(".modebar").count() == 0
    assert find_axe_violations(page) == []
    assert download(page, page.get_by_role("button", name="Save the picture as PNG"))[1].startswith(b"\x89PNG")
