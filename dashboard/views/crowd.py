"""Marks side by side: none hides another, and none is moved in height.

A few marks keep their day and step aside by pixels. In a crowded lane they stand in narrow columns, and those that would
cover each other become one mark that counts them: it opens when it is selected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.views.canvas import Canvas, Lane
from dashboard.views.marks import BAR, DOWN, UP, Mark

CROWDED: Final = 120  # marks in a lane; from here on columns, no whiskers and no step lines
COLUMN: Final = 17.0  # pixels, wide enough for a count of two digits
STACK: Final = 15.0
ARROW: Final = 20.0  # pixels from the mark to the tip of an open side
MOST_STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Extent:
    """The pixels a mark takes up: centre and half width across, top and bottom with its bar or arrow."""

    x: float
    half: float
    top: float
    bottom: float

    def meets(self, other: Extent) -> bool:
        """Whether both take up the same pixels, or touch."""
        return (
            abs(self.x - other.x) < self.half + other.half + 1.0
            and self.top < other.bottom + 1.0
            and other.top < self.bottom + 1.0
        )


def place_marks(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> list[Mark]:
    """The marks of one lane with their pixels set, each estimate in one of them, alone or among `members`."""
    for mark in marks:
        mark.x, mark.y = canvas.find_x(mark.day), lane.find_y(mark.value)
    return _stack_columns(marks) if is_crowded(marks) else _step_aside(marks, lane)


def is_crowded(marks: Sequence[Mark]) -> bool:
    """Whether a lane has too many marks for each to keep its very day."""
    return len(marks) > CROWDED


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
    return Extent(mark.x + mark.shift, half, top, bottom)


def _step_aside(marks: Sequence[Mark], lane: Lane) -> list[Mark]:
    placed: list[Mark] = []
    extents: list[Extent] = []
    for mark in sorted(marks, key=lambda mark: (mark.day, -mark.size, mark.row)):
        extent = _find_room(mark, lane, extents)
        if extent is None:
            min(placed, key=lambda other: abs(other.x + other.shift - mark.x) + abs(other.y - mark.y)).members.append(
                mark
            )
        else:
            placed.append(mark)
            extents.append(extent)
    return placed


def _find_room(mark: Mark, lane: Lane, taken: Sequence[Extent]) -> Extent | None:
    step = mark.size * 0.55
    for number in range(2 * MOST_STEPS + 1):
        mark.shift = step * ((number + 1) // 2) * (1 if number % 2 else -1)
        extent = measure_extent(mark, lane)
        if not any(extent.meets(other) for other in taken):
            return extent
    mark.shift = 0.0
    return None


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
