"""Direct labels that meet neither each other nor a mark: each in the first free place beside its mark, or none.

Text is measured by a table of character widths, a little generous: what is planned apart is drawn apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.views.canvas import Canvas, Lane
from dashboard.views.crowd import ARROW, measure_extent
from dashboard.views.marks import BAR, DOWN, UP, Mark
from dashboard.views.wording import describe_claimant

FONT_SIZE: Final = 13.0
LINE_HEIGHT: Final = 16.0
GAP: Final = 4.0
MOST_LABELS: Final = 40  # in one lane; a narrow picture has fewer places, and so fewer labels
CROSSING: Final = 18.0  # what a line under a label costs, in places further down the list
LEADERS: Final = (26.0, 46.0, 70.0, 100.0)  # pixels from the mark, when there is no room beside it
_NARROW_LETTERS: Final = frozenset("ijltfrI.,;:'|!()[]- ‘’")
_WIDE_LETTERS: Final = frozenset("mwMWQ@%—")

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: its lines, its middle in pixels from its mark, and whether a thin line leads back to the mark."""

    mark: Mark
    lines: tuple[str, ...]
    dx: float
    dy: float
    width: float
    leader: bool


def measure_text(text: str, bold: bool = False, size: float = FONT_SIZE) -> float:
    """How many pixels a line of text is wide, at the most."""
    return sum(map(_measure_letter, text)) * size * (1.05 if bold else 1.0)


def _measure_letter(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return 0.29
    return 0.85 if letter in _WIDE_LETTERS else 0.64 if letter.isupper() else 0.53


def place_labels(marks: Sequence[Mark], canvas: Canvas, lane: Lane, lines: Array) -> list[Label]:
    """The labels of one lane of placed marks; `lines` are the boxes of step lines and whiskers, crossed only at need.

    Totals come first, then what more reports carry, then the latest; whoever finds no place is left to hover and table.
    """
    single = [mark for mark in marks if mark.label and not mark.members]
    single.sort(key=lambda mark: (mark.basis != "total", -mark.reports, -mark.day, mark.row))
    taken = [_box_mark(mark, lane) for mark in marks]
    placed: list[Label] = []
    for mark in single[:MOST_LABELS]:
        label = _find_place(mark, canvas, lane, np.array(taken), lines)
        if label is not None:
            placed.append(label)
            taken.append(_box_label(label))
    return placed


def _find_place(mark: Mark, canvas: Canvas, lane: Lane, taken: Array, lines: Array) -> Label | None:
    """The best free place: full name, short name, both on one line; only then further off with a line leading back."""
    name = mark.style.short if canvas.narrow else describe_claimant(mark.style.claimant or None)
    texts = dict.fromkeys(((mark.label, name), (mark.label, mark.style.short), (f"{mark.label} {mark.style.short}",)))
    places = [place for text in texts for place in _list_near(mark, text)]
    places += _list_far(mark, (mark.label, mark.style.short))
    costs = _judge_places(places, canvas, lane, taken, lines)
    best = int(np.argmin(costs))
    return places[best] if np.isfinite(costs[best]) else None


def _list_near(mark: Mark, lines: tuple[str, ...]) -> list[Label]:
    """Beside, above and below the mark, best first."""
    half, height = _measure_lines(lines) / 2, LINE_HEIGHT * len(lines) / 2
    rim = mark.size / 2 + GAP
    above = rim + (ARROW if mark.kind == UP else 0) + height
    below = rim + (ARROW if mark.kind == DOWN else 0) + height
    left = max(rim, mark.centre - mark.whisker + GAP) if mark.whisker is not None and mark.open_start else rim
    offsets = [(rim + half, 0.0), (-left - half, 0.0), (0.0, -above)]
    offsets += [] if mark.kind == BAR else [(0.0, below)]
    offsets += [(side * (rim + half), up * height * 0.8) for up in (-1, 1) for side in (1, -1)]
    return [Label(mark, lines, dx, dy, half * 2, leader=False) for dx, dy in offsets]


def _list_far(mark: Mark, lines: tuple[str, ...]) -> list[Label]:
    half, height = _measure_lines(lines) / 2, LINE_HEIGHT * len(lines) / 2
    offsets: list[tuple[float, float]] = []
    for distance in LEADERS:
        offsets += [(side * (distance + half), up * distance * 0.8) for up in (-1, 1, 0) for side in (1, -1)]
        offsets += [(side * half * 0.6, up * (distance + height)) for up in (-1, 1) for side in (1, -1)]
    return [Label(mark, lines, dx, dy, half * 2, leader=True) for dx, dy in offsets]


def _measure_lines(lines: tuple[str, ...]) -> float:
    return max(measure_text(line, bold=number == 0) for number, line in enumerate(lines))


def _judge_places(places: Sequence[Label], canvas: Canvas, lane: Lane, taken: Array, lines: Array) -> Array:
    """What each place costs: infinite where it is cut off or meets a mark or a label, more where it crosses lines."""
    boxes = np.array([_box_label(place) for place in places])
    costs = np.arange(len(places), dtype=float)
    costs += CROSSING * _count_meetings(boxes, lines)
    costs[_count_meetings(boxes, taken) > 0] = np.inf
    left, top, right, bottom = boxes.T
    costs[(left < 0) | (right > canvas.plot_width + canvas.right - 2) | (top < -2) | (bottom > lane.height + 2)] = (
        np.inf
    )
    for number, place in enumerate(places):
        if place.leader and np.isfinite(costs[number]) and _leader_meets(place, taken):
            costs[number] = np.inf
    return costs


def _count_meetings(boxes: Array, others: Array) -> Array:
    if not len(others):
        return np.zeros(len(boxes))
    one, two = boxes[:, None, :], others[None, :, :]
    across = (one[..., 0] < two[..., 2]) & (two[..., 0] < one[..., 2])
    down = (one[..., 1] < two[..., 3]) & (two[..., 1] < one[..., 3])
    return np.asarray((across & down).sum(axis=1), dtype=float)


def _leader_meets(place: Label, taken: Array) -> bool:
    """Whether the line back to the mark runs over another mark or label; its own mark is where it begins."""
    rim = place.mark.size / 2 + 2
    length = max(float(np.hypot(place.dx, place.dy)), 1.0)
    share = np.linspace(min(rim / length, 0.9), 1.0, 8)
    x = place.mark.centre + place.dx * share
    y = place.mark.y + place.dy * share
    points = np.stack([x - 1, y - 1, x + 1, y + 1], axis=1)
    own = np.array(_box_around(place.mark.centre, place.mark.y, rim, rim))
    others = taken[np.any(np.abs(taken - own) > 3.0, axis=1)]
    return bool(_count_meetings(points, others).any())


def _box_mark(mark: Mark, lane: Lane) -> list[float]:
    extent = measure_extent(mark, lane)
    return [extent.left - 2, extent.top - 2, extent.right + 2, extent.bottom + 2]


def _box_label(label: Label) -> list[float]:
    x, y = label.mark.centre + label.dx, label.mark.y + label.dy
    return _box_around(x, y, label.width / 2, LINE_HEIGHT * len(label.lines) / 2)


def _box_around(x: float, y: float, half: float, height: float) -> list[float]:
    return [x - half, y - height, x + half, y + height]


def place_row_label(marks: Sequence[Mark], texts: Sequence[tuple[str, ...]], canvas: Canvas) -> Label | None:
    """The label of a row of statements: the fullest text that fits after its last mark, before its first or between."""
    for lines in texts:
        width = measure_text(lines[0], bold=True) + sum(measure_text(line) for line in lines[1:]) + 2
        found = _find_gap(marks, width + 2 * GAP, canvas)
        if found is not None:
            mark, left = found
            return Label(mark, lines, left + GAP + width / 2 - mark.centre, 0.0, width, leader=False)
    return None


def _find_gap(marks: Sequence[Mark], width: float, canvas: Canvas) -> tuple[Mark, float] | None:
    """A mark of the row and where, in pixels, a gap beside it begins that is wide enough; the last one first."""
    spans = sorted(((_find_left(mark), mark.centre + mark.size / 2, mark) for mark in marks), key=lambda span: -span[1])
    end = canvas.plot_width + canvas.right - 2
    as_of = end if canvas.as_of is None else canvas.find_x(canvas.as_of) - 2
    end = as_of if spans[0][1] < as_of else end
    for left, right, mark in spans:
        if right + width <= end:
            return mark, right
        end = min(end, left)
    return (spans[-1][2], end - width) if end - width >= 0 else None


def _find_left(mark: Mark) -> float:
    """Where a statement begins, with its whisker."""
    rim = mark.centre - mark.size / 2
    return rim if mark.whisker is None else min(rim, mark.whisker - 4)
