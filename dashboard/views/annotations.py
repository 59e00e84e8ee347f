"""Titles, labels, the as-of line, rings and dashed outlines: what stands on the chart beside its traces.

Heights are given on the paper and not on an axis: the picture's height is fixed, so they hold on every scale and zoom.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np
import pandas as pd

from dashboard.views.canvas import STATEMENTS, TITLE_HEIGHT, Canvas, Lane, format_day
from dashboard.views.hover import escape
from dashboard.views.labels import LINE_HEIGHT, Array, Label, place_labels, place_row_label
from dashboard.views.marks import BAR, Mark
from dashboard.views.palette import NEUTRAL
from dashboard.views.statements import label_row, name_row
from dashboard.views.steps import Path
from dashboard.views.terms import STANCE_WORDS
from dashboard.views.traces import find_colour
from dashboard.views.widths import measure_text
from dashboard.views.wording import count_noun, describe_day, format_count

Annotation = dict[str, Any]
Shape = dict[str, Any]
ON_PAPER: Final = {
    "xref": "paper",
    "x": 0,
    "xanchor": "left",
    "yref": "paper",
    "yanchor": "middle",
    "showarrow": False,
    "align": "left",
}
LEAST_AS_OF: Final = 460.0  # pixels that the first lane's title and the words of the as-of line need
LEADER_GAP: Final = 3.0
MOST_OUTLINES: Final = 200  # shapes are slow; in a crowd the faint inside alone says "proposed"


def draw_title(lane: Lane, canvas: Canvas, count: int, stacked: bool) -> Annotation:
    """The lane's name above it on the left, with how many estimates or statements it holds."""
    counted = count_noun(count, "statement" if lane.key == STATEMENTS else "estimate")
    hint = " · a box counts several" if stacked else ""
    return {
        **ON_PAPER,
        "text": fit_line(lane.title, (f"  {counted}{hint}", f"  {counted}"), canvas.width - 8, 14),
        "xshift": -canvas.left + 4,
        "y": _find_height(lane, canvas, -TITLE_HEIGHT / 2 + 1),
        "font": {"size": 14},
    }


def draw_labels(
    marks: Sequence[Mark], paths: Mapping[str, Sequence[Path]], canvas: Canvas, lane: Lane
) -> tuple[list[Annotation], list[Shape]]:
    """The direct labels of a lane of figures, the figure bold, the claimant below it; and the lines leading to them."""
    labels = place_labels(marks, canvas, lane, _box_lines(marks, paths, canvas))
    leaders = [_draw_leader(label, canvas, lane) for label in labels if label.leader]
    return [_draw_label(label, canvas, lane, "<br>") for label in labels], leaders


def draw_row_labels(
    marks: Sequence[Mark],
    paths: Mapping[str, Sequence[Path]],
    moves: pd.DataFrame | None,
    canvas: Canvas,
    lane: Lane,
) -> list[Annotation]:
    """The labels of the lane of statements: a row's claimant bold, and what it did."""
    rows: dict[float, list[Mark]] = {}
    for mark in marks:
        rows.setdefault(mark.value, []).append(mark)
    moved = set() if moves is None else set(zip(moves["earlier_id"], moves["later_id"], strict=True))
    drawn: list[Annotation] = []
    for row in rows.values():
        lines = [(path[0][0], path[-1][0]) for found in paths.values() for path in found if path[0][1] == row[0].y]
        label = place_row_label(row, label_row(row, moved, short=canvas.narrow), canvas, lines)
        if label is not None:
            drawn.append(_draw_label(label, canvas, lane, ""))
    return drawn


def draw_row_names(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> list[Annotation]:
    """The names of a crowded lane of statements, each above its row on the left, with how often it did what."""
    rows: dict[float, list[Mark]] = {}
    for mark in marks:
        rows.setdefault(mark.value, []).append(mark)
    return [_draw_row_name(row, canvas, lane) for row in rows.values()]


def _draw_row_name(row: Sequence[Mark], canvas: Canvas, lane: Lane) -> Annotation:
    everyone = [mark for stack in row for mark in stack.everyone]
    counts = Counter(STANCE_WORDS[mark.stance] for mark in everyone)
    told = ", ".join(f"{format_count(count)} {words}" for words, count in counts.most_common())
    return {
        **ON_PAPER,
        "text": fit_line(name_row(everyone, short=canvas.narrow), (f" {told}",), canvas.plot_width, 13),
        "y": _find_height(lane, canvas, row[0].y - 19),
        "font": {"size": 13},
    }


def fit_line(name: str, details: Sequence[str], room: float, size: float) -> str:
    """The name in bold and the fullest of the details that fits beside it, or none."""
    left = room - measure_text(name, bold=True, size=size)
    detail = next((detail for detail in details if measure_text(detail, size=size) <= left), "")
    return f"<b>{escape(name)}</b>{escape(detail)}"


def draw_nothing() -> Annotation:
    """What stands where there is nothing to draw."""
    return {**ON_PAPER, "text": "No estimates to draw.", "y": 0.5}


def _draw_label(label: Label, canvas: Canvas, lane: Lane, separator: str) -> Annotation:
    mark = label.mark
    first, *rest = (escape(line) for line in label.lines)
    place = {
        "text": separator.join([f"<b>{first}</b>", *rest]),
        "x": format_day(canvas.find_day(label.anchor)),
        "xref": "x",
        "y": _find_height(lane, canvas, mark.y),
        "yref": "paper",
        "yanchor": "middle",
        "align": "left" if label.dx > mark.size / 2 + 2 else "right" if label.dx < -mark.size / 2 - 2 else "center",
        "font": {"size": 13},
        "name": mark.estimate_id,
    }
    side = _find_side(label)
    anchor = "center" if not side else "left" if side > 0 else "right"
    return {**place, "xanchor": anchor, "showarrow": False, "xshift": label.dx - side, "yshift": -label.dy}


def _find_side(label: Label) -> float:
    """Half the label's width, signed, where it stands to the right or the left of its mark; 0 above and below it."""
    return 0.0 if abs(label.dx) <= label.mark.size / 2 + 2 else math.copysign(label.width / 2, label.dx)


def _draw_leader(label: Label, canvas: Canvas, lane: Lane) -> Shape:
    """A line from the rim of the mark to the nearer edge of its label; an annotation's own arrow is slow to draw."""
    side = _find_side(label)
    x, y = label.dx - side, label.dy
    if not side:
        y -= math.copysign(LINE_HEIGHT * len(label.lines) / 2, y)
    length = max(math.hypot(x, y), 1.0)
    start, end = (label.mark.size / 2 + 1) / length, 1 - LEADER_GAP / length
    ends = {"x0": x * start, "y0": -y * start, "x1": x * end, "y1": -y * end}
    line = {"color": NEUTRAL, "width": 1}
    return {"type": "line", **_anchor(label.mark, canvas, lane), **ends, "line": line, "name": "leader"}


def _box_lines(marks: Sequence[Mark], paths: Mapping[str, Sequence[Path]], canvas: Canvas) -> Array:
    """The boxes of step lines and whiskers, which labels keep off where they can."""
    boxes = [
        (min(one[0], two[0]) - 1, min(one[1], two[1]) - 1, max(one[0], two[0]) + 1, max(one[1], two[1]) + 1)
        for found in paths.values()
        for path in found
        for one, two in pairwise(path)
    ]
    whiskers = [(mark, mark.whisker) for mark in marks if mark.whisker is not None]
    boxes += [(start - 4, mark.y - 4, mark.centre, mark.y + 4) for mark, start in whiskers]
    if canvas.as_of is not None:
        x = canvas.find_x(canvas.as_of)
        boxes.append((x - 2, -1e4, x + 2, 1e4))
    return np.array(boxes, dtype=float).reshape(-1, 4)


def draw_as_of(day: float) -> Shape:
    """The line at the day up to which publication counts."""
    line = {"color": NEUTRAL, "width": 1.2, "dash": "dash"}
    ends = {"x0": format_day(day), "x1": format_day(day), "xref": "x", "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "line", **ends, "line": line, "layer": "below", "name": "as-of"}


def draw_as_of_words(day: float, canvas: Canvas) -> list[Annotation]:
    """What the line means, beside its upper end; where there is no room the page's own words must do."""
    x = canvas.find_x(day)
    if x < LEAST_AS_OF:
        return []
    words = f"as known on {describe_day(np.datetime64(round(day), 'D').astype(object))}"
    place = {"x": format_day(day), "xref": "x", "xanchor": "right", "xshift": -4}
    return [{**ON_PAPER, "text": words, "y": _find_height(canvas.lanes[0], canvas, 3 - TITLE_HEIGHT / 2), **place}]


def draw_proposals(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> list[Shape]:
    """The dashed outlines of what a program proposed and no person has reviewed."""
    proposed = [mark for mark in marks if mark.proposed and not mark.members and mark.kind != BAR]
    return [
        _draw_outline(mark, canvas, lane, mark.size / 2, {"color": find_colour(mark), "width": 1.8, "dash": "2px,2px"})
        for mark in proposed[:MOST_OUTLINES]
    ]


def draw_selection(marks: Sequence[Mark], selected: str | None, canvas: Canvas, lane: Lane) -> list[Shape]:
    """A ring about the mark that is or holds the selected estimate."""
    held = [mark for mark in marks if any(one.estimate_id == selected for one in mark.everyone)]
    line = {"color": NEUTRAL, "width": 2.5}
    return [{**_draw_outline(mark, canvas, lane, mark.size / 2 + 6, line), "name": "selected"} for mark in held]


def _draw_outline(mark: Mark, canvas: Canvas, lane: Lane, half: float, line: dict[str, Any]) -> Shape:
    ends = {"x0": -half, "x1": half, "y0": -half, "y1": half}
    return {"type": "circle", **ends, **_anchor(mark, canvas, lane), "line": line, "name": "proposed"}


def _anchor(mark: Mark, canvas: Canvas, lane: Lane) -> dict[str, Any]:
    """What makes a shape count its pixels from the middle of a mark, to the right and upwards."""
    x, y = format_day(canvas.find_day(mark.centre)), _find_height(lane, canvas, mark.y)
    return {"xref": "x", "xsizemode": "pixel", "xanchor": x, "yref": "paper", "ysizemode": "pixel", "yanchor": y}


def _find_height(lane: Lane, canvas: Canvas, y: float) -> float:
    return 1 - (lane.top + y) / canvas.plot_height
