"""What a mark says when it is pointed at: short lines, wrapped, and never markup out of the data."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import Any

from dashboard.views.hover import (
    LINE,
    build_hovers,
    describe_outlet_names,
    wrap_quote,
)
from dashboard.views.marks import build_marks
from tests.views.frames import make_estimate, make_estimates, make_reports

LONG = (
    "After a closed meeting that went on until the evening, three members of the committee told reporters in the hall "
    "that the head of the service had shown them pictures of a port and of two camps, and that by his count 3,000 "
    "soldiers had come ashore there since the beginning of the month, with more of them expected before the winter."
    " They did not say when the pictures were taken, nor who had taken them, and nobody in the hall asked."
)


def hover(quote: str | None = None, **cells: Any) -> list[str]:
    estimates = make_estimates([make_estimate(**cells)])
    reports = make_reports(estimates, quote)
    marks = build_marks(estimates, {}, "said")
    return build_hovers(marks, estimates, reports)[0].split("<br>")


def test_four_short_lines_come_before_the_quote() -> None:
    lines = hover(
        figure=3_000,
        qualifier="about",
        relayed_by="Lawmakers > Local media (2)",
        stages="arrived (2); sent (1)",
        reports=3,
        report_ids="r1; r2; r3",
        outlets="Daily Echo; Morning Post",
        outlets_unknown=1,
    )
    assert lines[:4] == [
        "<b>about 3,000</b>",
        "Erewhon, relayed by Lawmakers, then Local media",
        "arrived (2), sent (1) · said 23 Oct 2024",
        "3 reports · Daily Echo, Morning Post; 1 not known",
    ]
    assert lines[4].startswith("<i>“The ministry said")


def test_an_order_of_size_says_how_it_is_read_and_a_part_says_what_it_is() -> None:
    assert (
        hover(low=200, high=999, qualifier="magnitude", figure_text="hundreds")[0]
        == "<b>hundreds (read as 200 to 999)</b>"
    )
    assert hover(figure=1_500, basis="additional")[2] == "sent · in addition to a total · said 23 Oct 2024"


def test_another_measure_than_troops_is_named() -> None:
    assert hover(figure=400, measure="killed")[0] == "<b>400 killed</b>"


def test_an_undated_statement_says_so() -> None:
    assert hover(said=None, published=date(2024, 10, 22))[2] == "sent · not dated; published 22 Oct 2024"


def test_what_no_person_has_reviewed_says_so() -> None:
    assert hover(proposed=1)[3] == "1 report · Daily Echo · not yet reviewed"


def test_a_statement_without_a_number_says_what_was_done() -> None:
    assert hover(figure=None, stance="denies")[0] == "<b>Denied, without a number</b>"


def test_a_denied_figure_is_not_told_as_a_figure() -> None:
    assert hover(figure=10_000, stance="denies")[0] == "<b>Denied, without a number</b>"


def test_the_quote_is_that_of_the_latest_report() -> None:
    estimates = make_estimates([make_estimate(report_ids="old; new", reports=2)])
    reports = make_reports(estimates)
    reports["quote"] = ["Said first.", "Said last."]
    assert build_hovers(build_marks(estimates, {}, "said"), estimates, reports)[0].endswith("<i>“Said last.”</i>")


def test_a_long_quote_is_at_most_five_lines_and_shows_the_figure() -> None:
    start = LONG.index("3,000")
    lines = wrap_quote({"quote": LONG, "quote_start": 50, "figure_start": 50 + start, "figure_end": 55 + start})
    assert len(lines) == 5
    assert "3,000" in " ".join(lines)
    assert (lines[0][:6], lines[-1][-7:]) == ("<i>“… ", " …”</i>")
    assert max(len(line) for line in lines) <= LINE + len("<i>“… </i> …”")


def test_a_figure_at_the_end_of_a_long_quote_is_shown_too() -> None:
    quote = "The committee heard nothing of it. " * 9 + "At last they spoke of 3,000."
    start = quote.index("3,000")
    lines = wrap_quote({"quote": quote, "quote_start": 0, "figure_start": start, "figure_end": start + 5})
    assert len(lines) == 5
    assert lines[-1].endswith("3,000.”</i>")


def test_a_quote_without_a_figure_is_shown_from_its_beginning() -> None:
    lines = wrap_quote({"quote": LONG, "quote_start": 0, "figure_start": None, "figure_end": None})
    assert lines[0].startswith("<i>“After a closed meeting")


MARKUP = '<b>bold</b> <a href="javascript:alert(1)">x</a><br>&lt;i&gt; <script>alert(1)</script> %{y} $a$'


def test_no_cell_can_bring_markup_into_the_hover() -> None:
    told = "<br>".join(
        hover(
            quote=MARKUP, claimant=MARKUP, relayed_by=MARKUP, outlets=MARKUP, figure_text=MARKUP, qualifier="magnitude"
        )
    )
    assert set(re.findall(r"</?\w+[^>]*>", told)) == {"<b>", "</b>", "<br>", "<i>", "</i>"}
    assert told.count("<b>") == 1
    plain = html.unescape(re.sub(r"<[^>]*>", " ", told))
    assert "<a href=" in plain


def test_unknown_outlets_are_told_apart() -> None:
    assert describe_outlet_names("Daily Echo", 0) == "Daily Echo"
    assert describe_outlet_names("Daily Echo", 2) == "Daily Echo; 2 not known"
    long = "The Morning Post of Utopia; The Evening Post of Utopia; Daily Echo"
    assert describe_outlet_names(long, 1) == "The Morning Post of Utopia and 2 more; 1 not known"
    assert describe_outlet_names(float("nan"), 1) == "outlet not known"
