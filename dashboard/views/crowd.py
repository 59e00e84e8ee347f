"""Marks side by side: none hides another, and none is moved in height.

A few marks keep their day and step aside by pixels. In a crowded lane they stand in narrow columns, and those that
would cover each other become one mark that counts them: it opens when it is selected.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from dashboard.views.canvas import OPEN_WHISKER, Canvas, Lane
from dashboard.views.marks import BAR, DOWN, UP, Mark, is_crowded

COLUMN: Final = 17.0  # pixels, wide enough for a count of two digits
STACK: Final = 17.0
BOX: Final = 16.0  # pixels across: a mark that counts several
CAP: Final = 4.0  # pixels that the cap of a bar is high, with a little room
ARROW: Final = 12.0  # pixels from the rim of a mark to the tip of its open side
# Nearest first, and first to one side: further than this a mark would seem to stand on another day.
SHIFTS: Final = (
    *(3.0 * step for step in range(6)),
    *(side * 3.0 * step for step in range(1, 11) for side in (-1, 1)),
)

Span = tuple[float, float]


class Extent(NamedTuple):
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
        return _stack_columns(marks, canvas, lane)
    placed = _step_aside(marks, canvas, lane)
    for mark in placed:
        mark.whisker = None if mark.members else _find_whisker(mark, placed, canvas)
    return placed


def measure_extent(mark: Mark, lane: Lane) -> Extent:
    """The pixels of a placed mark."""
    half = BOX / 2 if mark.members else mark.size / 2
    top, bottom = mark.y - half, mark.y + half
    if mark.members:
        pass  # a box, whatever it holds
    elif mark.kind == BAR and mark.low is not None:
        top, bottom = mark.y, lane.find_y(mark.low)
    elif mark.kind == UP:
        top -= ARROW
    elif mark.kind == DOWN:
        bottom += ARROW
    return Extent(mark.centre - half, top, mark.centre + half, bottom)


def _step_aside(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> list[Mark]:
    """Those with a certain first day keep their place first; the others step to the left, where they may belong."""
    last = math.inf if canvas.as_of is None else canvas.find_x(canvas.as_of)
    placed: list[Mark] = []
    extents: list[Extent] = []
    for mark in sorted(marks, key=lambda mark: (mark.day, mark.open_start, -mark.size, mark.row)):
        extent = _find_room(mark, lane, extents, last)
        if extent is None:
            box = min(placed, key=lambda other: abs(other.centre - mark.x) + abs(other.y - mark.y))
            placed = _join(box, mark, placed, lane)
            extents = [measure_extent(one, lane) for one in placed]
        else:
            placed.append(mark)
            extents.append(extent)
    return placed


def _join(box: Mark, mark: Mark, placed: Sequence[Mark], lane: Lane) -> list[Mark]:
    """Those placed, once a mark has joined one of them: that is a box now, and what it would cover joins as well."""
    box.members += [mark, *mark.members]
    mark.members = []
    kept = [one for one in placed if one is not mark]
    extent = measure_extent(box, lane)
    met = next((one for one in kept if one is not box and measure_extent(one, lane).meets(extent)), None)
    return kept if met is None else _join(box, met, kept, lane)


def _find_room(mark: Mark, lane: Lane, taken: Sequence[Extent], last: float) -> Extent | None:
    """The nearest place that is free; beyond `last`, the pixel of the as-of line, only where none is before it."""
    shifts = [-shift if mark.open_start else shift for shift in SHIFTS]
    for shift in sorted(shifts, key=lambda shift: shift > 0 and mark.x + shift > last):
        mark.shift = shift
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


def _stack_columns(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> list[Mark]:
    """Columns counted back from the as-of line, so that no mark stands beyond it."""
    edge = 0.0 if canvas.as_of is None else canvas.find_x(canvas.as_of) % COLUMN
    columns: dict[int, list[Mark]] = {}
    for mark in marks:
        columns.setdefault(math.ceil((mark.x - edge) / COLUMN), []).append(mark)
    placed: list[Mark] = []
    for column, inside in columns.items():
        placed += _join_covered(_stack_column(edge + (column - 0.5) * COLUMN, inside), lane)
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


def _join_covered(stacks: list[Mark], lane: Lane) -> list[Mark]:
    """The marks of a column, none with its far end under another: one that has it there joins the other."""
    for mark in stacks:
        over = _find_over(mark, stacks, lane)
        if over is not None:
            over.members.append(mark)
            return _join_covered([one for one in stacks if one is not mark], lane)
    return stacks


def _find_over(mark: Mark, stacks: Sequence[Mark], lane: Lane) -> Mark | None:
    """The first mark that would lie over the far end of this one, or whose own far end would."""
    end = _find_end(mark, lane)
    if end is None:
        return None
    others = (one for one in stacks if one is not mark)
    return next((one for one in others if any(_meet(end, taken) for taken in _list_taken(one, lane))), None)


def _list_taken(mark: Mark, lane: Lane) -> list[Span]:
    """From and to where a mark takes up its column, in pixels; the stem between the ends of a bar may be crossed."""
    half = BOX / 2 if mark.members else CAP / 2 if mark.kind == BAR else mark.size / 2
    end = _find_end(mark, lane)
    return [(mark.y - half, mark.y + half), *([] if end is None else [end])]


def _find_end(mark: Mark, lane: Lane) -> Span | None:
    """Where the tip of an arrow or the lower cap of a bar is; a point and a box have none."""
    rim = mark.size / 2
    if mark.members:
        return None
    if mark.kind == BAR and mark.low is not None:
        low = lane.find_y(mark.low)
        return low - CAP / 2, low + CAP / 2
    if mark.kind == UP:
        return mark.y - rim - ARROW, mark.y - rim
    return (mark.y + rim, mark.y + rim + ARROW) if mark.kind == DOWN else None


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
