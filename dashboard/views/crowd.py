"""Marks side by side: none hides another, and none is moved in height.

A few marks keep their day and step aside by pixels. In a crowded lane they stand in narrow columns, and those that
would cover each other become one mark that counts them: it opens when it is selected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.views.canvas import OPEN_WHISKER, Canvas, Lane
from dashboard.views.marks import BAR, DOWN, UP, Mark, is_crowded

COLUMN: Final = 17.0  # pixels, wide enough for a count of two digits
STACK: Final = 17.0
ARROW: Final = 12.0  # pixels from the rim of a mark to the tip of its open side
# Nearest first, and first to one side: further than this a mark would seem to stand on another day.
SHIFTS: Final = (
    *(3.0 * step for step in range(6)),
    *(side * 3.0 * step for step in range(1, 11) for side in (-1, 1)),
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The pixels a mark takes up: with its bar or arrow, and the short whisker of one whose first day is not known."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Extent) -> bool:
        """Whether both take up the same pixels, or touch."""
        return (
            self.left < other.right + 1.0
            and other.left < self.right + 1.0
            and self.top < other.bottom + 1.0
            and other.top < self.bottom + 1.0
        )


def place_marks(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> list[Mark]:
    """The marks of one lane with their pixels set, each estimate in one of them, alone or among `members`."""
    for mark in marks:
        mark.x, mark.y = canvas.find_x(mark.day), lane.find_y(mark.value)
    if is_crowded(marks):
        return _stack_columns(marks)
    placed = _step_aside(marks, lane)
    for mark in placed:
        mark.whisker = None if mark.members else _find_whisker(mark, placed, canvas)
    return placed


def measure_extent(mark: Mark, lane: Lane) -> Extent:
    """The pixels of a placed mark."""
    half = mark.size / 2
    top, bottom = mark.y - half, mark.y + half
    if mark.kind == BAR and mark.low is not None:
        top, bottom = mark.y, lane.find_y(mark.low)
    elif mark.kind == UP:
        top -= ARROW
    elif mark.kind == DOWN:
        bottom += ARROW
    return Extent(mark.centre - half, top, mark.centre + half, bottom)


def _step_aside(marks: Sequence[Mark], lane: Lane) -> list[Mark]:
    """Those with a certain first day keep their place first; the others step to the left, where they may belong."""
    placed: list[Mark] = []
    extents: list[Extent] = []
    for mark in sorted(marks, key=lambda mark: (mark.day, mark.open_start, -mark.size, mark.row)):
        extent = _find_room(mark, lane, extents)
        if extent is None:
            min(placed, key=lambda other: abs(other.centre - mark.x) + abs(other.y - mark.y)).members.append(mark)
        else:
            placed.append(mark)
            extents.append(extent)
    return placed


def _find_room(mark: Mark, lane: Lane, taken: Sequence[Extent]) -> Extent | None:
    for shift in SHIFTS:
        mark.shift = -shift if mark.open_start else shift
        extent = measure_extent(mark, lane)
        if not any(extent.meets(other) for other in taken):
            return extent
    mark.shift = 0.0
    return None


def _find_whisker(mark: Mark, placed: Sequence[Mark], canvas: Canvas) -> float | None:
    """Where the whisker begins: at its first day, or a little to the left where that is not known.

    Beside another mark there is less room: an open whisker then ends at its rim, or the other shows it for both.
    """
    rim = mark.centre - mark.size / 2
    if not mark.open_start:
        start = rim if mark.earliest is None else canvas.find_x(mark.earliest)
        return start if start < rim - 2 else None
    reach = mark.size / 2
    beside = [other.centre + other.size / 2 for other in placed if other is not mark and abs(other.y - mark.y) < reach]
    start = max([rim - OPEN_WHISKER, *(edge + 2 for edge in beside if rim - OPEN_WHISKER < edge + 2 < rim + 2)])
    return start if start <= rim - 7 else None


def _stack_columns(marks: Sequence[Mark]) -> list[Mark]:
    columns: dict[int, list[Mark]] = {}
    for mark in marks:
        columns.setdefault(int(mark.x // COLUMN), []).append(mark)
    placed: list[Mark] = []
    for column, inside in columns.items():
        placed += _stack_column((column + 0.5) * COLUMN, inside)
    return placed


def _stack_column(centre: float, marks: list[Mark]) -> list[Mark]:
    marks.sort(key=lambda mark: (mark.y, mark.row))
    stacks: list[Mark] = []
    for mark in marks:
        if stacks and mark.y - stacks[-1].y < STACK:
            stacks[-1].members.append(mark)
        else:
            mark.shift = centre - mark.x
            mark.size = min(mark.size, COLUMN - 4)
            stacks.append(mark)
    return stacks
