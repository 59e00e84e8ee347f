"""Marks side by side: each estimate in one place, none hidden by another, none moved in height."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
import pytest

from dashboard.views.canvas import Canvas, Lane, plan_canvas
from dashboard.views.crowd import COLUMN, measure_extent, place_marks
from dashboard.views.marks import BAR, CROWDED, DOWN, UP, Mark, build_marks, is_figure
from tests.views.frames import LANES, make_estimate, make_estimates, make_many


def place_present(estimates: pd.DataFrame, width: float = 760.0) -> tuple[list[Mark], Canvas, Lane]:
    figures = estimates.loc[is_figure(estimates) & (estimates["phase"] == "present")].reset_index(drop=True)
    marks = build_marks(figures, {}, "said")
    canvas = plan_canvas({"present": marks}, LANES, width, log=False, last_day=None)
    return place_marks(marks, canvas, canvas.lanes[0]), canvas, canvas.lanes[0]


@pytest.mark.parametrize("width", [360.0, 760.0, 1200.0])
@pytest.mark.parametrize("count", [30, 50, 1_000, 20_000])
def test_each_estimate_is_in_one_mark_and_only_one(count: int, width: float) -> None:
    estimates = make_many(count)
    placed, _, _ = place_present(estimates, width)
    drawn = [mark.estimate_id for stack in placed for mark in stack.everyone]
    expected = estimates.loc[is_figure(estimates) & (estimates["phase"] == "present"), "estimate_id"]
    assert sorted(drawn) == sorted(expected)


@pytest.mark.parametrize("count", [50, 200, 300])
def test_no_mark_of_a_lane_meets_another(count: int) -> None:
    placed, _, lane = place_present(make_many(count))
    extents = [measure_extent(mark, lane) for mark in placed]
    assert len(placed) <= CROWDED
    assert [pair for pair in combinations(range(len(extents)), 2) if extents[pair[0]].meets(extents[pair[1]])] == []


@pytest.mark.parametrize("count", [1_000, 20_000])
def test_marks_of_a_crowded_lane_stand_in_columns_and_keep_apart(count: int) -> None:
    placed, _, _ = place_present(make_many(count))
    columns: dict[float, list[float]] = {}
    for mark in placed:
        columns.setdefault(round(mark.centre / COLUMN - 0.5, 6), []).append(mark.y)
    assert all(column == int(column) for column in columns)
    gaps = [below - above for ys in columns.values() for above, below in zip(sorted(ys), sorted(ys)[1:], strict=False)]
    assert min(gaps) >= 16.0


@pytest.mark.parametrize(("count", "width"), [(1_000, 360.0), (1_000, 760.0), (20_000, 760.0)])
def test_no_arrow_and_no_lower_cap_lies_under_another_mark_of_a_column(count: int, width: float) -> None:
    placed, _, lane = place_present(make_many(count), width)
    open_ended = [mark for mark in placed if mark.kind in {BAR, UP, DOWN} and not mark.members]
    assert len({mark.kind for mark in open_ended}) > 1
    for mark in open_ended:
        tip = mark.y - 17.0 if mark.kind == UP else mark.y + 17.0
        far = lane.find_y(mark.low or 0) if mark.kind == BAR else tip
        others = [one for one in placed if one is not mark and abs(one.centre - mark.centre) < 1]
        assert not [one for one in others if abs(one.y - far) < (8 if one.members else 2)]


CROWD = make_many(20_000)
THREE_ON_ONE_DAY = make_estimates([make_estimate(number) for number in range(3)])


@pytest.mark.parametrize("estimates", [CROWD, THREE_ON_ONE_DAY], ids=["a crowd", "three on the last day"])
def test_no_mark_stands_beyond_the_as_of_line_where_there_is_room_before_it(estimates: pd.DataFrame) -> None:
    marks = build_marks(estimates.loc[is_figure(estimates)].reset_index(drop=True), {}, "said")
    last = max(mark.day for mark in marks)
    canvas = plan_canvas({"present": marks}, LANES, 760.0, log=False, last_day=last)
    placed = place_marks(marks, canvas, canvas.lanes[0])
    assert max(mark.centre for mark in placed) <= canvas.find_x(last)


@pytest.mark.parametrize("count", [50, 20_000])
def test_no_mark_is_moved_in_height(count: int) -> None:
    placed, _, lane = place_present(make_many(count))
    assert [mark.y for mark in placed] == [lane.find_y(mark.value) for mark in placed]


def test_marks_of_one_day_and_value_stand_side_by_side_near_their_day() -> None:
    placed, canvas, _ = place_present(make_estimates([make_estimate(number) for number in range(3)]))
    assert len(placed) == 3
    assert len({mark.centre for mark in placed}) == 3
    assert max(abs(mark.shift) for mark in placed) <= 2 * placed[0].size
    assert {mark.x for mark in placed} == {canvas.find_x(placed[0].day)}


def test_marks_of_one_day_at_different_heights_keep_their_day() -> None:
    placed, _, _ = place_present(make_estimates([make_estimate(1, figure=10_000), make_estimate(2, figure=2_000)]))
    assert [mark.shift for mark in placed] == [0.0, 0.0]


def test_a_day_with_more_than_can_stand_side_by_side_keeps_them_all_in_its_marks() -> None:
    placed, _, _ = place_present(make_estimates([make_estimate(number) for number in range(40)]))
    assert len(placed) < 40
    assert sum(len(mark.everyone) for mark in placed) == 40


def test_the_whisker_reaches_to_the_earliest_day_and_a_day_has_none() -> None:
    days = pd.to_datetime(["2024-10-01", "2024-10-20"])
    estimates = make_estimates(
        [
            make_estimate(1, said_earliest=days[0], said_latest=days[1], shown_on=days[1]),
            make_estimate(2, figure=20_000),
            make_estimate(3, figure=9_000, said=None),
        ]
    )
    placed, canvas, _ = place_present(estimates)
    by_id = {mark.estimate_id: mark for mark in placed}
    assert by_id["e1"].whisker == pytest.approx(canvas.find_x((days[0] - pd.Timestamp(0)).days))
    assert by_id["e2"].whisker is None
    undated = by_id["e3"].whisker
    assert undated is not None
    assert 0 < by_id["e3"].centre - undated < 30
