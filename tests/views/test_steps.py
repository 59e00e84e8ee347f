"""Step lines: only one claimant's successive totals of one phase, in the order said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.dataset.revisions import REVISION_COLUMNS, build_revisions
from dashboard.views.canvas import plan_canvas
from dashboard.views.crowd import place_marks
from dashboard.views.marks import build_marks
from dashboard.views.palette import assign_claimant_styles
from dashboard.views.steps import Path, build_paths, find_moves, find_pairs
from tests.views.frames import CLAIMANTS, LANES, make_estimate, make_estimates, make_many

STYLES = assign_claimant_styles([*CLAIMANTS, "Alpha"])
FIRST = {"figure": 1_500, "said": date(2024, 10, 18)}
SECOND = {"figure": 3_000, "said": date(2024, 10, 23)}


def find_joined(*rows: dict[str, Any], kind: str = "raises") -> list[tuple[str, str]]:
    """The pairs joined when the revisions name each two neighbours of the rows."""
    estimates = make_estimates([make_estimate(number, **row) for number, row in enumerate(rows, start=1)])
    ids = estimates["estimate_id"].tolist()
    revisions = pd.DataFrame({"earlier_id": ids[:-1], "later_id": ids[1:], "kind": kind})
    pairs = find_pairs(build_marks(estimates, STYLES, "said"), revisions)
    return [(one.estimate_id, two.estimate_id) for one, two in pairs]


def test_successive_totals_of_one_claimant_in_one_phase_are_joined() -> None:
    assert find_joined(FIRST, SECOND) == [("e1", "e2")]


@pytest.mark.parametrize(
    ("case", "change"),
    [
        ("a plan and a presence", {"phase": "planned"}),
        ("two claimants", {"claimant": "Lilliput"}),
        ("a total and an addition", {"basis": "additional"}),
        ("a total and a part", {"basis": "part"}),
        ("a total and what remains", {"basis": "remaining"}),
        ("a later date first", {"said": date(2024, 10, 1)}),
    ],
)
def test_nothing_else_is_joined(case: str, change: dict[str, Any]) -> None:
    assert find_joined(FIRST, SECOND | change) == [], case


def test_two_totals_at_once_are_joined_by_none() -> None:
    assert find_joined(FIRST, SECOND, kind="two_at_once") == []


def test_without_revisions_there_are_no_lines() -> None:
    marks = build_marks(make_estimates([make_estimate(1), make_estimate(2)]), STYLES, "said")
    assert find_pairs(marks, None) == []
    assert find_pairs(marks, pd.DataFrame(columns=list(REVISION_COLUMNS))) == []


def draw_step(first: dict[str, Any], second: dict[str, Any]) -> tuple[Path, dict[str, float]]:
    estimates = make_estimates([make_estimate(1, **first), make_estimate(2, **second)])
    marks = build_marks(estimates, STYLES, "said")
    canvas = plan_canvas({"present": marks}, LANES, 760.0, log=False, last_day=None)
    lane = canvas.lanes[0]
    placed = place_marks(marks, canvas, lane)
    revisions = pd.DataFrame({"earlier_id": ["e1"], "later_id": ["e2"], "kind": ["raises"]})
    places = {mark.estimate_id: mark.centre for mark in placed}
    values = {str(value): lane.find_y(value) for value in (200, 999, 1_500, 3_000, 10_000)}
    return build_paths(placed, lane, revisions)["Erewhon"][0], places | values


def test_a_line_is_level_until_the_new_date_and_then_goes_to_the_new_value() -> None:
    path, places = draw_step(FIRST, SECOND)
    (start, turn, end) = path
    assert start[1] == turn[1] == places["1500"]
    assert turn[0] == end[0] == places["e2"]
    assert places["e1"] < start[0] < places["e2"]
    assert places["3000"] < end[1] < places["1500"]  # it stops at the rim of the mark


def test_a_bar_is_left_at_its_nearer_end_and_not_in_its_middle() -> None:
    band = {"low": 200, "high": 999, "qualifier": "magnitude", "figure_text": "hundreds", "said": date(2024, 10, 18)}
    path, places = draw_step(band, {"figure": 10_000, "said": date(2024, 11, 1)})
    assert path[0] == (places["e1"], places["999"])
    back, places = draw_step({"figure": 10_000, "said": date(2024, 10, 1)}, band)
    assert back[-1] == (places["e2"], places["999"])


def test_lines_of_a_large_dataset_join_only_what_may_be_joined() -> None:
    estimates = make_many(400)
    revisions = build_revisions(estimates)
    marks = build_marks(estimates, STYLES, "said")
    pairs = find_pairs(marks, revisions)
    assert pairs
    for one, two in pairs:
        assert (one.style.claimant, one.phase, one.basis) == (two.style.claimant, two.phase, two.basis)
        assert one.basis == "total"
        assert one.day <= two.day


DENIED = {"figure": None, "stance": "denies", "said": date(2024, 10, 10)}
DECLINED = {"figure": None, "stance": "does_not_confirm", "said": date(2024, 10, 21)}


def draw_moves(*rows: dict[str, Any], claimant: str = "Erewhon") -> tuple[list[Path], list[float]]:
    """The lines of the statements e1 and e2, where the claimant is said to have moved from the first to the second."""
    estimates = make_estimates([make_estimate(number, **row) for number, row in enumerate(rows, start=1)])
    marks = build_marks(estimates, STYLES, "said")
    canvas = plan_canvas({"statements": marks}, LANES, 760.0, log=False, last_day=None)
    placed = place_marks(marks, canvas, canvas.lanes[0])
    moves = pd.DataFrame({"claimant": [claimant], "earlier_id": ["e1"], "later_id": ["e2"]})
    paths = build_paths(placed, canvas.lanes[0], None, moves)
    return [path for found in paths.values() for path in found], sorted(mark.centre for mark in placed)


def test_a_stance_that_moved_is_joined_by_a_level_line_between_its_marks() -> None:
    paths, places = draw_moves(DENIED, DECLINED)
    assert len(paths) == 1
    assert places[0] < paths[0][0][0] < paths[0][-1][0] < places[1]
    assert paths[0][0][1] == paths[0][-1][1]


def test_a_stance_told_to_be_the_earlier_is_joined_though_it_can_only_be_dated_later() -> None:
    paths, places = draw_moves(DENIED | {"said_earliest": date(2024, 10, 1), "shown_on": date(2024, 10, 23)}, DECLINED)
    assert len(paths) == 1
    assert places[0] < paths[0][0][0] < paths[0][-1][0] < places[1]


def test_a_move_of_another_claimant_joins_nothing() -> None:
    assert draw_moves(DENIED, DECLINED, claimant="Lilliput")[0] == []


def test_without_moves_no_stances_are_joined() -> None:
    marks = build_marks(make_estimates([make_estimate(1, **DENIED), make_estimate(2, **DECLINED)]), STYLES, "said")
    assert find_moves(marks, None) == []
