"""Direct labels that meet neither each other nor a mark: each in the first free place beside its mark, or none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, NamedTuple

import numpy as np

from dashboard.records import Basis
from dashboard.views.canvas import Canvas, Lane
from dashboard.views.crowd import ARROW, measure_extent
from dashboard.views.marks import BAR, DOWN, UP, Mark, is_crowded
from dashboard.views.widths import measure_text
from dashboard.views.wording import describe_claimant

LINE_HEIGHT: Final = 17.0  # 1.3 times the size, as Plotly sets lines
GAP: Final = 4.0
MOST_TRIES: Final = 6  # orders in which the labels of a lane are placed, to keep the best
MOST_LABELS: Final = 40  # in one lane; a narrow picture has fewer places, and so fewer labels
# What a place costs: so much more the further down the list it stands; no label is better than a dearer one.
FAR: Final = 24.0
CROSSING: Final = 60.0  # a line under the text
NONE: Final = 80.0
LEADERS: Final = (18.0, 28.0, 40.0, 56.0, 76.0, 96.0)  # pixels from the mark, when there is no room beside it
DIRECTIONS: Final = tuple((math.cos(turn * math.pi / 8), math.sin(turn * math.pi / 8)) for turn in range(16))
Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Label(NamedTuple):
    """A placed label: its lines, its middle in pixels from its mark, and whether a thin line leads back to the mark.

    `anchor` is the place on the time axis, in pixels, from which it is held off: the mark, or the start of its whisker.
    """

    mark: Mark
    lines: tuple[str, ...]
    anchor: float
    dx: float
    dy: float
    width: float
    leader: bool
    cost: float = 0.0


def place_labels(marks: Sequence[Mark], canvas: Canvas, lane: Lane, lines: Array) -> list[Label]:
    """The labels of one lane of placed marks; `lines` are the boxes of step lines and whiskers, crossed only at need.

    Totals come first, then what more reports carry, then the latest; whoever finds no place is left to hover and table.
    """
    single = [mark for mark in marks if mark.label and not mark.members]
    single.sort(key=lambda mark: (mark.basis != Basis.TOTAL, -mark.reports, -mark.day, mark.row))
    taken = [_box_mark(mark, lane) for mark in marks]
    chosen = [_list_places(mark, canvas, lane, lines) for mark in single[:MOST_LABELS]]
    found: list[tuple[float, list[Label]]] = []
    for _ in range(1 if is_crowded(marks) else MOST_TRIES):
        placed, costs = _place_in_turn(chosen, taken)
        found.append((sum(costs), placed))
        dearest = max(range(len(costs)), key=costs.__getitem__, default=0)
        if not costs or costs[dearest] < FAR:
            break
        chosen.insert(0, chosen.pop(dearest))  # once more, with the one first that found no place nearby
    return min(found, key=itemgetter(0))[1]


@dataclass(frozen=True, slots=True)
class Places:
    """Where one label can stand, the best first: each with its box, and its cost before others take their places."""

    labels: list[Label]
    boxes: Array
    costs: list[float]
    weight: float


def _list_places(mark: Mark, canvas: Canvas, lane: Lane, lines: Array) -> Places:
    """Near the mark with its full name, its short name, both on one line; further off with a line leading back."""
    name = mark.style.short if canvas.narrow else describe_claimant(mark.style.claimant or None)
    texts = dict.fromkeys(((mark.label, name), (mark.label, mark.style.short), (f"{mark.label} {mark.style.short}",)))
    labels = [label for number, text in enumerate(texts) for label in _list_near(mark, text, number * 7.0)]
    labels += _list_far(mark, (mark.label, mark.style.short))
    boxes = np.array([_box_label(label) for label in labels])
    costs = np.array([label.cost for label in labels]) + CROSSING * _count_meetings(boxes, lines)
    left, top, right, bottom = boxes.T
    outside = (left < 0) | (right > canvas.plot_width + canvas.right - 2) | (top < -2) | (bottom > lane.height + 2)
    costs[outside] = NONE
    order = [number for number in np.argsort(costs, kind="stable").tolist() if costs[number] < NONE]
    weight = 2.0 if mark.basis == Basis.TOTAL else 1.0
    return Places([labels[number] for number in order], boxes[order], costs[order].tolist(), weight)


def _place_in_turn(chosen: Sequence[Places], taken: Sequence[list[float]]) -> tuple[list[Label], list[float]]:
    """The labels that find a place when each takes its best in turn, and what each costs, a total twice."""
    boxes = list(taken)
    placed: list[Label] = []
    costs: list[float] = []
    for places in chosen:
        label, cost = _find_place(places, np.array(boxes))
        costs.append(cost * places.weight)
        if label is not None:
            placed.append(label)
            boxes += [_box_label(label), *(_trace_leader(label).tolist() if label.leader else ())]
    return placed, costs


def _find_place(places: Places, taken: Array) -> tuple[Label | None, float]:
    """The best place that is still free, and its cost."""
    if places.labels:
        for number in np.flatnonzero(_count_meetings(places.boxes, taken) == 0).tolist():
            label = places.labels[number]
            if not (label.leader and _leader_meets(label, taken)):
                return label, places.costs[number]
    return None, NONE


def _list_near(mark: Mark, lines: tuple[str, ...], cost: float) -> list[Label]:
    """Beside, above and below the mark, best first."""
    half, height = _measure_lines(lines) / 2, LINE_HEIGHT * len(lines) / 2
    rim = mark.size / 2 + GAP
    above = rim + (ARROW if mark.kind == UP else 0) + height
    below = rim + (ARROW if mark.kind == DOWN else 0) + height
    offsets = [(rim + half, 0.0), (-rim - half, 0.0), (0.0, -above)]
    offsets += [] if mark.kind == BAR else [(0.0, below)]
    offsets += [(side * (rim + half), up * height * 0.8) for up in (-1, 1) for side in (1, -1)]
    places = [
        Label(mark, lines, mark.centre, dx, dy, half * 2, leader=False, cost=cost + number)
        for number, (dx, dy) in enumerate(offsets)
    ]
    if mark.whisker is not None and mark.open_start:
        places[1] = Label(mark, lines, mark.whisker, -GAP - 3 - half, 0.0, half * 2, leader=False, cost=cost + 1)
    return places


def _list_far(mark: Mark, lines: tuple[str, ...]) -> list[Label]:
    """All around the mark, the nearest first."""
    half, height = _measure_lines(lines) / 2, LINE_HEIGHT * len(lines) / 2
    places: list[Label] = []
    for distance in LEADERS:
        for across, up in DIRECTIONS:
            dx = across * distance + half * (1 if across > 0.3 else -1 if across < -0.3 else 0)
            dy = -up * (distance + height * abs(up))
            places.append(Label(mark, lines, mark.centre, dx, dy, half * 2, leader=True, cost=FAR + distance / 2))
    return places


def _measure_lines(lines: tuple[str, ...]) -> float:
    return max(measure_text(line, bold=number == 0) for number, line in enumerate(lines))


def _count_meetings(boxes: Array, others: Array) -> Array:
    if not len(others):
        return np.zeros(len(boxes))
    one, two = boxes[:, None, :], others[None, :, :]
    across = (one[..., 0] < two[..., 2]) & (two[..., 0] < one[..., 2])
    down = (one[..., 1] < two[..., 3]) & (two[..., 1] < one[..., 3])
    return np.asarray((across & down).sum(axis=1), dtype=float)


def _leader_meets(place: Label, taken: Array) -> bool:
    """Whether the line back to the mark runs over another mark or label; its own mark is where it begins."""
    x, y = place.mark.centre, place.mark.y
    own = (taken[:, 0] <= x) & (x <= taken[:, 2]) & (taken[:, 1] <= y) & (y <= taken[:, 3])
    return bool(_count_meetings(_trace_leader(place), taken[~own]).any())


def _trace_leader(place: Label) -> Array:
    """Small boxes along the line from the mark to the label."""
    x, y, rim = place.mark.centre, place.mark.y, place.mark.size / 2 + 2
    edge = place.dx - (place.width / 2 if place.dx > rim else -place.width / 2 if place.dx < -rim else 0.0)
    share = np.linspace(min(rim / max(math.hypot(edge, place.dy), 1.0), 0.9), 1.0, 14)
    points = np.stack([x + edge * share - 1, y + place.dy * share - 1, x + edge * share + 1, y + place.dy * share + 1])
    return np.asarray(points.T, dtype=float)


def _box_mark(mark: Mark, lane: Lane) -> list[float]:
    extent = measure_extent(mark, lane)
    return [extent.left - 2, extent.top - 2, extent.right + 2, extent.bottom + 2]


def _box_label(label: Label) -> list[float]:
    x, y = label.anchor + label.dx, label.mark.y + label.dy
    return _box_around(x, y, label.width / 2, LINE_HEIGHT * len(label.lines) / 2)


def _box_around(x: float, y: float, half: float, height: float) -> list[float]:
    return [x - half, y - height, x + half, y + height]


def place_row_label(
    marks: Sequence[Mark], texts: Sequence[tuple[str, ...]], canvas: Canvas, lines: Sequence[tuple[float, float]] = ()
) -> Label | None:
    """The label of a row of statements: the fullest text that fits after its last mark, before its first or between.

    It keeps off the row's `lines`, from and to where they run; only the shortest text may stand on one, at need.
    """
    for text, kept_off in [*((text, lines) for text in texts), (texts[-1], ())]:
        width = measure_text(text[0], bold=True) + sum(measure_text(line) for line in text[1:]) + 2
        found = _find_gap(marks, width + 2 * GAP, canvas, kept_off)
        if found is not None:
            mark, anchor, dx = found
            return Label(mark, text, anchor, dx, 0.0, width, leader=False)
    return None


def _find_gap(
    marks: Sequence[Mark], width: float, canvas: Canvas, lines: Sequence[tuple[float, float]]
) -> tuple[Mark, float, float] | None:
    """A mark of the row with a gap beside it that is wide enough, the last one first; anchor and offset in pixels."""
    spans = sorted(((_find_left(mark), mark.centre + mark.size / 2, mark) for mark in marks), key=lambda span: -span[1])
    end = canvas.plot_width + canvas.right - 2
    as_of = end if canvas.as_of is None else canvas.find_x(canvas.as_of) - 2
    end = as_of if spans[0][1] < as_of else end
    for left, right, mark in spans:
        if right + width <= end and _is_free(right, width, lines):
            return mark, mark.centre, right - mark.centre + width / 2
        end = min(end, left)
    left, _, mark = min(spans, key=itemgetter(0))
    return (mark, left, -width / 2) if left >= width and _is_free(left - width, width, lines) else None


def _is_free(start: float, width: float, lines: Sequence[tuple[float, float]]) -> bool:
    return not any(one < start + width and start < two for one, two in lines)


def _find_left(mark: Mark) -> float:
    """Where a statement begins, with its whisker."""
    rim = mark.centre - mark.size / 2
    return rim if mark.whisker is None else min(rim, mark.whisker - 4)
