"""Step lines: one claimant's successive totals in one lane, in the order said; never across a plan and a presence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.records import Basis
from dashboard.views.canvas import STATEMENTS, Lane
from dashboard.views.marks import BAR, Mark

Path = list[tuple[float, float]]


def find_pairs(marks: Sequence[Mark], revisions: pd.DataFrame | None) -> list[tuple[Mark, Mark]]:
    """The pairs of marks of one lane that a step line joins: ordered totals of one claimant in one phase.

    Revisions name the pairs; two totals at once, of which neither is the later, are joined by none.
    """
    if revisions is None or revisions.empty:
        return []
    by_id = {mark.estimate_id: mark for mark in marks}
    pairs = zip(revisions["earlier_id"], revisions["later_id"], revisions["kind"], strict=True)
    found = [(by_id[one], by_id[two]) for one, two, kind in pairs if one in by_id and two in by_id and is_ordered(kind)]
    return [(one, two) for one, two in found if _can_join(one, two)]


def is_ordered(kind: str) -> bool:
    """Whether a kind of revision says which of the two came later."""
    return "at_once" not in str(kind)


def _can_join(one: Mark, two: Mark) -> bool:
    return (
        one.style.claimant == two.style.claimant
        and one.phase == two.phase
        and one.basis == two.basis == Basis.TOTAL
        and one.day <= two.day
    )


def build_step(earlier: Mark, later: Mark, lane: Lane) -> Path:
    """The corners, in pixels, of the line from one mark to the next: level until the new date, then to the new value.

    A bar is left and reached at its nearer end, and the line stops at the rim of a mark: hollow ones stay empty.
    """
    if later.centre < earlier.centre:  # a stance told to have moved, though the earlier one can be dated no better
        return build_step(later, earlier, lane)
    start, end = _find_nearer_ends(earlier, later, lane)
    left, right = earlier.centre, later.centre
    out = left if earlier.kind == BAR else left + earlier.size / 2
    if abs(start - end) <= later.size / 2:
        return [(out, start), (max(right - later.size / 2, out), start)]
    rim = 0.0 if later.kind == BAR else later.size / 2
    return [(min(out, right), start), (right, start), (right, end + rim if start > end else end - rim)]


def _find_nearer_ends(earlier: Mark, later: Mark, lane: Lane) -> tuple[float, float]:
    ends = [
        (mark.y, lane.find_y(mark.low) if mark.kind == BAR and mark.low is not None else mark.y)
        for mark in (earlier, later)
    ]
    (top, bottom), (next_top, next_bottom) = ends
    if next_top > bottom:
        return bottom, next_top
    if next_bottom < top:
        return top, next_bottom
    level = max(top, next_top)  # the bars share values: straight across at one that both hold
    return level, level


def find_moves(marks: Sequence[Mark], moves: pd.DataFrame | None) -> list[tuple[Mark, Mark]]:
    """The pairs of marks of the lane of statements between which a claimant's stance moved, in the order said."""
    if moves is None or moves.empty:
        return []
    by_place = {(mark.style.claimant, mark.estimate_id): mark for mark in marks}
    places = zip(moves["claimant"], moves["earlier_id"], moves["later_id"], strict=True)
    found = [(by_place.get((who, one)), by_place.get((who, two))) for who, one, two in places]
    return [(one, two) for one, two in found if one is not None and two is not None and one.value == two.value]


def build_paths(
    marks: Sequence[Mark], lane: Lane, revisions: pd.DataFrame | None, moves: pd.DataFrame | None = None
) -> Mapping[str, list[Path]]:
    """The lines of one lane by claimant, in pixels of the plot and of the lane: revisions, or moves of a stance."""
    pairs = find_moves(marks, moves) if lane.key == STATEMENTS else find_pairs(marks, revisions)
    paths: dict[str, list[Path]] = {}
    for earlier, later in pairs:
        paths.setdefault(earlier.style.claimant, []).append(build_step(earlier, later, lane))
    return paths
