"""Labels: within the picture, off the marks and off each other, at any width and in any crowd."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from dashboard.views.annotations import fit_line
from dashboard.views.canvas import Canvas, Lane, plan_canvas
from dashboard.views.crowd import measure_extent, place_marks
from dashboard.views.labels import LINE_HEIGHT, Label, place_labels, place_row_label
from dashboard.views.marks import Mark, build_marks, is_figure
from dashboard.views.palette import assign_claimant_styles, order_claimants
from dashboard.views.widths import measure_text
from tests.views.frames import LANES, make_estimate, make_estimates, make_many

NO_LINES = np.zeros((0, 4))
Box = tuple[float, float, float, float]


def label_present(estimates: pd.DataFrame, width: float) -> tuple[list[Label], list[Mark], Canvas, Lane]:
    figures = estimates.loc[is_figure(estimates) & (estimates["phase"] == "present")].reset_index(drop=True)
    marks = build_marks(figures, assign_claimant_styles(order_claimants(estimates)), "said")
    canvas = plan_canvas({"present": marks}, LANES, width, log=False, last_day=None)
    lane = canvas.lanes[0]
    placed = place_marks(marks, canvas, lane)
    return place_labels(placed, canvas, lane, NO_LINES), placed, canvas, lane


def box(label: Label) -> Box:
    half, height = label.width / 2, LINE_HEIGHT * len(label.lines) / 2
    x, y = label.anchor + label.dx, label.mark.y + label.dy
    return x - half, y - height, x + half, y + height


def meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


@pytest.mark.parametrize("width", [360.0, 760.0, 1200.0])
@pytest.mark.parametrize("count", [30, 50, 300, 1_000, 20_000])
def test_no_label_meets_another_label_or_a_mark_or_leaves_the_picture(count: int, width: float) -> None:
    labels, placed, canvas, lane = label_present(make_many(count), width)
    boxes = [box(label) for label in labels]
    assert [pair for pair in combinations(boxes, 2) if meet(*pair)] == []
    extents = [measure_extent(mark, lane) for mark in placed]
    marks = [(extent.left, extent.top, extent.right, extent.bottom) for extent in extents]
    assert [(one, mark) for one in boxes for mark in marks if meet(one, mark)] == []
    assert all(left >= 0 and right <= canvas.plot_width + canvas.right for left, _, right, _ in boxes)
    assert all(top >= -2 and bottom <= lane.height + 2 for _, top, _, bottom in boxes)


@pytest.mark.parametrize("width", [360.0, 760.0])
def test_a_few_marks_all_get_their_label(width: float) -> None:
    estimates = make_estimates([make_estimate(n, figure=2_000 * n, claimant=f"Claimant {n}") for n in range(1, 4)])
    labels, _, _, _ = label_present(estimates, width)
    assert sorted(label.lines for label in labels) == [
        ("2,000", "Claimant 1"),
        ("4,000", "Claimant 2"),
        ("6,000", "Claimant 3"),
    ]


def test_a_narrow_picture_has_short_names() -> None:
    estimates = make_estimates([make_estimate(claimant="Ada Lovelace-Byron")])
    assert [label.lines for label in label_present(estimates, 1200.0)[0]] == [("1,000", "Ada Lovelace-Byron")]
    assert [label.lines for label in label_present(estimates, 360.0)[0]] == [("1,000", "A. Lovelace-Byron")]


def test_no_label_goes_without_its_claimant() -> None:
    labels, _, _, _ = label_present(make_many(300), 760.0)
    assert labels
    assert all(label.mark.style.short in " ".join(label.lines) or len(label.lines) == 2 for label in labels)


def test_labels_keep_off_lines_where_they_can() -> None:
    estimates = make_estimates([make_estimate()])
    _, placed, canvas, lane = label_present(estimates, 760.0)
    across = np.array([[0.0, placed[0].y - 1, canvas.plot_width, placed[0].y + 1]])
    label = place_labels(placed, canvas, lane, across)[0]
    assert not meet(box(label), tuple(across[0]))


def test_the_label_of_a_row_keeps_off_its_line_and_its_marks() -> None:
    days = (date(2024, 10, 1), date(2024, 10, 12), date(2024, 11, 20))
    rows = [make_estimate(number, figure=None, stance="denies", said=day) for number, day in enumerate(days)]
    marks = build_marks(make_estimates(rows), {}, "said")
    canvas = plan_canvas({"statements": marks}, LANES, 900.0, log=False, last_day=None)
    placed = place_marks(marks, canvas, canvas.lanes[0])
    first, second, last = (mark.centre for mark in placed)
    texts = [("Erewhon", " denied"), ("Erewhon",)]
    free = place_row_label(placed, texts, canvas)
    assert free is not None
    assert second < box(free)[0] < box(free)[2] < last
    beside = place_row_label(placed, texts, canvas, [(second, last)])
    assert beside is not None
    assert first < box(beside)[0] < box(beside)[2] < second
    at_need = place_row_label(placed, texts, canvas, [(first, last)])
    assert at_need is not None
    assert at_need.lines == ("Erewhon",)


def test_a_title_leaves_out_what_does_not_fit() -> None:
    details = ("  153 estimates · a box counts several", "  153 estimates")
    assert (
        fit_line("At the <front>", details, 600, 14)
        == "<b>At the &lt;front&gt;</b>  153 estimates · a box counts several"
    )
    assert fit_line("At the front", details, 230, 14) == "<b>At the front</b>  153 estimates"
    assert fit_line("At the front", details, 100, 14) == "<b>At the front</b>"


def test_text_is_measured_wide_enough_and_not_much_too_wide() -> None:
    # By Arial's own table of widths, the widest of the fonts that the chart may fall back to: 3.058 and 10.225 ems.
    assert 3.058 * 13 <= measure_text("10,000") <= 3.058 * 13 * 1.15
    assert 10.225 * 13 <= measure_text("UK Ministry of Defence") <= 10.225 * 13 * 1.15
