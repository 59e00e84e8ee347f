"""Titles, labels, the as-of line, rings and dashed outlines: what stands on the chart beside its traces.

Heights are given on the paper and not on an axis: the picture's height is fixed, so they hold on every scale and zoom.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from dashboard.views.canvas import STATEMENTS, TITLE_HEIGHT, Canvas, Lane, format_day
from dashboard.views.hover import escape
from dashboard.views.labels import Array, Label, place_labels, place_row_label
from dashboard.views.marks import BAR, Mark
from dashboard.views.palette import NEUTRAL
from dashboard.views.statements import label_row
from dashboard.views.steps import Path
from dashboard.views.traces import find_colour, measure_whisker
from dashboard.views.wording import count_noun

Annotation = dict[str, Any]
MOST_OUTLINES: Final = 200  # shapes are slow; in a crowd the faint inside alone says "proposed"
OUTLINES: Final[dict[str, str]] = {
    "square": "M-1,-1 L1,-1 L1,1 L-1,1 Z",
    "diamond": "M0,-1.3 L1.3,0 L0,1.3 L-1.3,0 Z",
}


def draw_title(lane: Lane, canvas: Canvas, count: int, stacked: bool) -> Annotation:
    """The lane's name above it on the left, with how many estimates or statements it holds."""
    counted = count_noun(count, "statement" if lane.key == STATEMENTS else "estimate")
    hint = " · a box counts several" if stacked else ""
    return {
        "text": f"<b>{escape(lane.title)}</b>  {counted}{hint}",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": -canvas.left + 4,
        "yref": "paper",
        "y": _find_height(lane, canvas, -TITLE_HEIGHT / 2 + 1),
        "yanchor": "middle",
        "showarrow": False,
        "align": "left",
        "font": {"size": 14},
    }


def draw_labels(
    marks: Sequence[Mark], paths: Mapping[str, Sequence[Path]], canvas: Canvas, lane: Lane
) -> list[Annotation]:
    """The direct labels of a lane of figures: the figure bold, the claimant below it."""
    labels = place_labels(marks, canvas, lane, _box_lines(marks, paths, canvas))
    return [_draw_label(label, canvas, lane, "<br>") for label in labels]


def draw_row_labels(
    marks: Sequence[Mark], paths: Mapping[str, Sequence[Path]], canvas: Canvas, lane: Lane
) -> list[Annotation]:
    """The labels of the lane of statements: a row's claimant bold, and what it did."""
    rows: dict[float, list[Mark]] = {}
    for mark in marks:
        rows.setdefault(mark.value, []).append(mark)
    drawn: list[Annotation] = []
    for row in rows.values():
        name, stances = label_row(row, short=canvas.narrow)
        placed = (place_row_label(row, lines, canvas) for lines in ((name, f" {stances}"), (name,)))
        label = next((label for label in placed if label is not None), None)
        if label is not None:
            drawn.append(_draw_label(label, canvas, lane, ""))
    return drawn


def _draw_label(label: Label, canvas: Canvas, lane: Lane, separator: str) -> Annotation:
    mark = label.mark
    first, *rest = (escape(line) for line in label.lines)
    place = {
        "text": separator.join([f"<b>{first}</b>", *rest]),
        "x": format_day(canvas.find_day(mark.x + mark.shift)),
        "xref": "x",
        "y": _find_height(lane, canvas, mark.y),
        "yref": "paper",
        "xanchor": "center",
        "yanchor": "middle",
        "align": "left" if label.dx > mark.size / 2 + 2 else "right" if label.dx < -mark.size / 2 - 2 else "center",
        "font": {"size": 13},
        "name": mark.estimate_id,
    }
    side = 0.0 if abs(label.dx) <= mark.size / 2 + 2 else label.width / 2 * (1 if label.dx > 0 else -1)
    anchor = "center" if not side else "left" if side > 0 else "right"
    place["xanchor"] = anchor
    if not label.leader:
        return {**place, "showarrow": False, "xshift": label.dx - side, "yshift": -label.dy}
    arrow = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": NEUTRAL, "standoff": mark.size / 2 + 1}
    return {**place, **arrow, "ax": label.dx - side, "ay": label.dy, "axref": "pixel", "ayref": "pixel"}


def _box_lines(marks: Sequence[Mark], paths: Mapping[str, Sequence[Path]], canvas: Canvas) -> Array:
    """The boxes of step lines and whiskers, which labels keep off where they can."""
    boxes = [
        (min(one[0], two[0]) - 1, min(one[1], two[1]) - 1, max(one[0], two[0]) + 1, max(one[1], two[1]) + 1)
        for found in paths.values()
        for path in found
        for one, two in zip(path, path[1:], strict=False)
    ]
    spans = [(mark, measure_whisker(mark, canvas)) for mark in marks if not mark.members]
    boxes += [(span[0] - 3, mark.y - 4, span[1], mark.y + 4) for mark, span in spans if span is not None]
    return np.array(boxes, dtype=float).reshape(-1, 4)


def draw_as_of(day: float) -> dict[str, Any]:
    """The line at the day up to which publication counts."""
    line = {"color": NEUTRAL, "width": 1.2, "dash": "dash"}
    ends = {"x0": format_day(day), "x1": format_day(day), "xref": "x", "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "line", **ends, "line": line, "layer": "below", "name": "as-of"}


def draw_proposals(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> list[dict[str, Any]]:
    """The dashed outlines of what a program proposed and no person has reviewed."""
    proposed = [mark for mark in marks if mark.proposed and not mark.members and mark.kind != BAR]
    return [
        _draw_outline(mark, canvas, lane, mark.size / 2, {"color": find_colour(mark), "width": 1.8, "dash": "2px,2px"})
        for mark in proposed[:MOST_OUTLINES]
    ]


def draw_selection(marks: Sequence[Mark], selected: str | None, canvas: Canvas, lane: Lane) -> list[dict[str, Any]]:
    """A ring about the mark that is or holds the selected estimate."""
    held = [mark for mark in marks if any(one.estimate_id == selected for one in mark.everyone)]
    line = {"color": NEUTRAL, "width": 2.5}
    return [
        {**_draw_outline(mark, canvas, lane, mark.size / 2 + 6, line, ring=True), "name": "selected"} for mark in held
    ]


def _draw_outline(
    mark: Mark, canvas: Canvas, lane: Lane, half: float, line: dict[str, Any], ring: bool = False
) -> dict[str, Any]:
    place = {
        "xref": "x",
        "xsizemode": "pixel",
        "xanchor": format_day(canvas.find_day(mark.x + mark.shift)),
        "yref": "paper",
        "ysizemode": "pixel",
        "yanchor": _find_height(lane, canvas, mark.y),
        "line": line,
        "name": "proposed",
    }
    return {"type": "circle", "x0": -half, "x1": half, "y0": -half, "y1": half, **place}


def _find_height(lane: Lane, canvas: Canvas, y: float) -> float:
    return 1 - (lane.top + y) / canvas.plot_height
