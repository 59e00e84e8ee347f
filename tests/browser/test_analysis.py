"""What was known when, what changed, what clashes and who reported it, as a person finds it with mouse and keyboard.

What should be seen was written from the five articles, and is not taken from the page.
"""

from __future__ import annotations

import re
from datetime import date

from playwright.sync_api import Locator, Page, expect

from dashboard.dataset.downloads import write_csv
from dashboard.loader import load_dataset, load_estimates
from tests.browser.conftest import OpenPage
from tests.browser.hands import download, find_marks, press_tab_until, read_chart, select_point, settle

# By 22 October one article had been published: three figures, and nothing without a number.
KNOWN_ON_22 = {"a000-00244": "1,500", "a000-00432": "10,000", "a000-00585": "hundreds"}
NIS_1500, NIS_3000, NIS_12000 = "a000-00244", "a003-00895", "a004-00468"
FAKE_NEWS, CONTRADICTORY = "a003-05660-denies-arrived", "a003-05791-does_not_confirm-arrived"


def press(page: Page, key: str) -> None:
    """Press a key, and wait until what it started is over."""
    page.keyboard.press(key)
    page.wait_for_timeout(150)  # until it has reached the server
    settle(page)


def click(page: Page, target: Locator) -> None:
    """Click, and wait until what it started is over."""
    target.click()
    page.wait_for_timeout(150)
    settle(page)


def expect_counts(page: Page, estimates: int, statements: int, day: str) -> None:
    words = (
        f"{estimates} of {estimates} estimates, {statements} of {statements} statements without a number, "
        f"as known on {day}."
    )
    expect(page.get_by_text(words)).to_be_visible()


def find_finding(page: Page, words: str) -> Locator:
    """The one line of what comparing brings out that holds these words."""
    return page.locator(".findings li").filter(has_text=words)


def expect_record(page: Page, estimate_id: str, headline: str) -> None:
    expect(page).to_have_url(re.compile(rf"record={estimate_id}(&|$)"))
    expect(page.locator(".record .headline")).to_have_text(headline)


def read_steps(page: Page) -> list[list[tuple[str, float]]]:
    """The corners of each step line on the chart: day and value."""
    traces = [trace for trace in read_chart(page)["data"] if trace["meta"] == "steps"]
    return [
        [(x[:10], y) for x, y in zip(trace["x"], trace["y"], strict=True) if x is not None]
        for trace in traces
        if trace["yaxis"] != "y4"
    ]


def test_a_day_back_the_whole_page_shows_what_was_known_then(open_page: OpenPage) -> None:
    page = open_page().page
    expect_counts(page, 14, 17, "1 Nov 2024")
    click(page, page.get_by_role("button", name="Earlier"))
    expect_counts(page, 13, 16, "23 Oct 2024")  # the Shropshire Star came later
    click(page, page.get_by_role("button", name="Earlier"))
    expect_counts(page, 3, 0, "22 Oct 2024")
    expect(page).to_have_url(re.compile(r"as_of=2024-10-22"))
    assert find_marks(page).keys() == KNOWN_ON_22.keys()
    figures = page.locator(".answer a.figure").all_inner_texts()
    assert sorted(figures) == sorted(KNOWN_ON_22.values())
    assert "Disputed" not in page.locator(".answer").inner_text()
    assert page.locator(".findings").count() == 0
    name, content = download(page, page.get_by_role("button", name="3 estimates, shown, as known on 2024-10-22: CSV"))
    assert "2024-10-22" in name
    known = load_estimates(as_of=date(2024, 10, 22))
    assert set(known["estimate_id"]) == KNOWN_ON_22.keys()
    assert content == write_csv(known, load_dataset().package.tables["estimates"])
    assert page.get_by_role("button", name="3 reports, shown, as known on 2024-10-22: CSV").is_visible()


def test_the_keyboard_steps_from_publication_to_publication_and_to_any_day(open_page: OpenPage) -> None:
    page = open_page().page
    press_tab_until(page, page.get_by_role("button", name="Earlier"))
    press(page, "Enter")
    expect_counts(page, 13, 16, "23 Oct 2024")
    press(page, "Enter")  # the button has kept the focus
    expect_counts(page, 3, 0, "22 Oct 2024")
    press(page, "Tab")  # it was the first publication: on to the day beside the button
    press_tab_until(page, page.get_by_label("day, As known on"), most=4)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    press(page, "Tab")  # the day counts once the whole date is left
    expect(page.get_by_text("Nothing had been published by 21 Oct 2024")).to_be_visible()
    press_tab_until(page, page.get_by_role("button", name="Later"), most=1)
    press(page, "Enter")
    expect_counts(page, 3, 0, "22 Oct 2024")


def test_the_day_goes_along_from_page_to_page_and_stays_in_the_address(open_page: OpenPage) -> None:
    visit = open_page("?as_of=2024-10-22&claimant=NIS")
    page = visit.page
    day = page.get_by_test_id("stDateInput")
    for name in ("Who reported it", "Articles"):
        click(page, page.get_by_role("link", name=name))
        expect(page).to_have_url(re.compile(r"as_of=2024-10-22"))
        expect(day).to_contain_text("22")
    click(page, page.get_by_role("button", name="Later"))
    click(page, page.get_by_role("link", name="Timeline"))
    expect(page).to_have_url(re.compile(r"as_of=2024-10-23"))
    expect(page.get_by_text("as known on 23 Oct 2024.")).to_be_visible()
    assert visit.errors == []


def test_a_total_says_what_it_was_raised_from_and_a_step_leads_there(open_page: OpenPage) -> None:
    page = open_page(f"?record={NIS_3000}").page
    assert page.locator(".record .change").all_inner_texts() == ["Raised from 1,500 on 18 Oct 2024."]
    steps = read_steps(page)
    assert len(steps) == 2  # the NIS's, and the ministry's from hundreds to 10,000
    (nis,) = [step for step in steps if step[0] == ("2024-10-18", 1500)]
    assert [day for day, _ in nis] == ["2024-10-18", "2024-10-23", "2024-10-23"]
    assert 2000 < nis[-1][1] < 3000  # up to the rim of the mark
    drawn = page.locator(".stPlotlyChart .scatterlayer .trace path.js-line")
    strokes = drawn.evaluate_all(
        """lines => lines.filter(line => line.closest('.trace').__data__[0].trace.meta === 'steps')
            .map(line => getComputedStyle(line).strokeWidth)"""
    )
    assert len(strokes) == 3  # and the Kremlin's, in the lane of statements
    assert "0px" not in strokes
    page.goto(page.url.replace(NIS_3000, f"{NIS_3000}&as_of=2024-10-22"))
    settle(page)
    assert read_steps(page) == []


def test_two_totals_at_once_name_each_other_and_neither_the_later(open_page: OpenPage) -> None:
    page = open_page(f"?record={NIS_12000}").page
    changes = page.locator(".record .change").all_inner_texts()
    assert changes == ["The same claimant also says 10,000; which came later is not known."]


def test_a_conflict_is_one_sentence_whose_links_open_the_records(open_page: OpenPage) -> None:
    page = open_page().page
    two_totals = find_finding(page, "Two totals at once from NIS, planned or being prepared: 10,000")
    assert "which was said last is not known." in two_totals.inner_text()
    click(page, two_totals.get_by_role("link", name="12,000, NIS"))
    expect_record(page, NIS_12000, "12,000")
    dated = find_finding(page, "Reports of one statement, 1,500 (NIS, 18 Oct 2024), date what happened differently")
    for words in ("“last month” (Sep 2024)", "“between October 8-13” (8–13 Oct 2024)"):
        assert words in dated.inner_text()
    dated.get_by_role("link", name="1,500, NIS").focus()
    press(page, "Enter")
    expect_record(page, NIS_1500, "1,500")
    assert page.locator(".record .report").count() == 5  # in four articles, twice in one of them
    expect(page.locator(".record .headline")).to_be_in_viewport()


def test_numbers_that_add_up_are_told_with_whose_they_are(open_page: OpenPage) -> None:
    page = open_page().page
    remaining = find_finding(page, "and the remaining 7,000 (NIS, 23 Oct 2024) make a planned total of 10,000 (NIS,")
    assert remaining.inner_text().startswith("about 3,000 (NIS, 23 Oct 2024)")
    another = find_finding(page, "and another 1,500 (NIS, published 23 Oct 2024) make a total of about 3,000 (NIS,")
    click(page, another.get_by_role("link", name="+1,500, NIS"))
    expect_record(page, "a004-00612", "+1,500")


def test_the_kremlins_stance_is_seen_to_move_down_to_the_words(open_page: OpenPage) -> None:
    page = open_page().page
    expect(page.locator(".stPlotlyChart .annotation-text", has_text="Kremlin")).to_contain_text(
        "denied, then not confirmed"
    )
    moved = find_finding(page, "Kremlin, on “sent or arrived”: denied, then not confirmed")
    click(page, moved.get_by_role("link", name="denied, Kremlin"))
    expect_record(page, FAKE_NEWS, "denied")
    expect(page.locator(".record .quote")).to_contain_text("“fake news” earlier this month")
    select_point(page, find_marks(page)[CONTRADICTORY][0])
    expect_record(page, CONTRADICTORY, "not confirmed")
    expect(page.locator(".record .quote")).to_contain_text("“contradictory,” but did not explicitly deny")


def test_a_yardstick_stands_beside_the_services_words_and_not_the_ministers(open_page: OpenPage) -> None:
    page = open_page("?record=a002-01066-asserts-arrived").page
    confidence = page.locator(".record .report").filter(has_text="In an intelligence update").locator("dl")
    expect(confidence).to_contain_text("almost certain: about 95% or more by the PHIA Probability Yardstick")
    link = confidence.get_by_role("link", name="PHIA").get_attribute("href") or ""
    assert link.startswith("https://www.gov.uk/")
    ministers = page.locator(".record .report").filter(has_text="Healey said").locator("dl", has_text="highly likely")
    assert ministers.count() == 2
    for told in ministers.all_inner_texts():
        assert "%" not in told
        assert "PHIA" not in told


def test_the_outlets_page_says_who_carried_whose_number_and_who_was_first(open_page: OpenPage) -> None:
    page = open_page("outlets").page
    rows = page.locator(".matrix tr")
    assert rows.first.locator("th").all_inner_texts() == [
        "Claimant",
        "ITV News",
        "Shropshire Star",
        "outlet not known (3 articles)",
    ]
    nis = rows.filter(has=page.get_by_role("rowheader", name="NIS", exact=True))
    itv, star, unknown = nis.locator("td").all_inner_texts()
    assert (itv, star) == ("1,500", "")
    assert unknown.split(", ")[:-1] == ["1,500", "about 3,000", "7,000 remaining", "12,000", "+1,500", "10,000"]
    first, second = (page.locator(".carried .report").nth(place) for place in (0, 1))
    expect(first.locator("li", has_text="hundreds, UK Ministry of Defence")).to_contain_text("first of these articles")
    expect(second.locator("h3")).to_contain_text("ITV News · 23 Oct 2024")
    expect(second.locator("li", has_text="1,500, NIS")).to_contain_text("1 day after the first")
    click(page, nis.get_by_role("link", name="about 3,000"))
    expect_record(page, NIS_3000, "about 3,000")


def test_copy_shared_by_two_articles_is_marked_in_both(open_page: OpenPage) -> None:
    page = open_page("outlets").page
    expect(page.get_by_text("17 words in 2 passages are the same.")).to_be_visible()
    columns = page.locator(".side-by-side > div")
    marked = [columns.nth(side).locator("mark").all_inner_texts() for side in (0, 1)]
    assert marked[0] == marked[1]
    assert "it had confirmed that North Korea sent 1,500 special" in marked[0][0]
    assert "also said his government had intelligence that 10,000" in marked[0][1]
