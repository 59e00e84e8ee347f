"""One lane as a handful of Plotly traces, as plain dicts: whiskers, step lines, bars, their ends, marks, counts.

Many marks share a trace, whatever their claimant: traces are what a chart costs. Only `marks` and `reach` can be
pointed at or selected; their `customdata` begins with the estimate's id, or the ids joined by "; " where several share
one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dashboard.records import LIST_SEPARATOR
from dashboard.views.canvas import STATEMENTS, Canvas, Lane, format_day
from dashboard.views.crowd import ARROW, BOX
from dashboard.views.hover import describe_selection
from dashboard.views.marks import BAR, DOWN, STATEMENT, UP, Mark
from dashboard.views.palette import NEUTRAL
from dashboard.views.steps import Path

CLEAR: Final = "rgba(0,0,0,0)"
DOT: Final = "#0e1117"  # the dot of a colour that is used a second time
FILL: Final = "#5c6370"  # holds white numbers at 6:1, and 3:1 against a dark page
Trace = dict[str, Any]


def build_traces(
    marks: Sequence[Mark],
    hovers: Sequence[str],
    paths: Mapping[str, Sequence[Path]],
    canvas: Canvas,
    lane: Lane,
) -> list[Trace]:
    """The traces of one lane of placed marks, from the back to the front; an empty one is left out."""
    singles = [mark for mark in marks if not mark.members]
    builders = [_draw_whiskers(singles, canvas, lane)]
    colours = {mark.style.claimant: mark.style.colour for mark in marks}
    dash = "dot" if marks and marks[0].hollow and lane.key != STATEMENTS else "solid"
    builders += [
        _draw_paths(found, canvas, lane, "steps", color=colours[name], width=1.6, dash=dash)
        for name, found in paths.items()
    ]
    builders += _draw_bars(singles, canvas, lane)
    builders += [
        _draw_ends(singles, canvas, lane),
        _draw_reach(singles, dict(zip((m.estimate_id for m in marks), hovers, strict=True)), canvas, lane),
        _draw_marks(marks, hovers, canvas, lane),
        _draw_counts([mark for mark in marks if mark.members], canvas, lane),
    ]
    return [trace for trace in builders if trace["x"]]


def _draw_whiskers(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> Trace:
    whiskers = [(mark, mark.whisker) for mark in marks if mark.whisker is not None]
    paths = [[(start, mark.y), (mark.centre - mark.size / 2, mark.y)] for mark, start in whiskers]
    return _draw_paths(paths, canvas, lane, "whiskers", color=NEUTRAL, width=1.2, dash="solid")


def _draw_bars(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> list[Trace]:
    """Bars and the stems of arrows, a trace per colour; those of proposals dashed."""
    grouped: dict[tuple[str, str], list[Path]] = {}
    for mark in marks:
        stem = _find_stem(mark, lane)
        if stem is not None:
            x = mark.centre
            key = (mark.style.colour, "dash" if mark.proposed else "dot" if mark.hollow else "solid")
            grouped.setdefault(key, []).append([(x, stem[0]), (x, stem[1])])
    return [
        _draw_paths(paths, canvas, lane, "bars", color=colour, width=3.0, dash=dash)
        for (colour, dash), paths in grouped.items()
    ]


def _find_stem(mark: Mark, lane: Lane) -> tuple[float, float] | None:
    rim = mark.size / 2
    if mark.kind == BAR and mark.low is not None:
        return mark.y, lane.find_y(mark.low)
    if mark.kind == UP:
        return mark.y - rim, mark.y - rim - ARROW + 3
    return (mark.y + rim, mark.y + rim + ARROW - 3) if mark.kind == DOWN else None


def _draw_paths(paths: Sequence[Path], canvas: Canvas, lane: Lane, meta: str, **line: Any) -> Trace:
    x: list[str | None] = []
    y: list[float | None] = []
    for path in paths:
        x += [*(format_day(canvas.find_day(point)) for point, _ in path), None]
        y += [*(lane.find_value(point) for _, point in path), None]
    return {**_name(lane, meta), "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _draw_ends(marks: Sequence[Mark], canvas: Canvas, lane: Lane) -> Trace:
    """Lower caps of bars, tips of arrows, and ends of whiskers: a stroke where it ends, an arrow where it is open."""
    ends: list[tuple[float, float, str, float, str]] = []
    for mark in marks:
        x = mark.centre
        if mark.kind == BAR and mark.low is not None:
            ends.append((x, lane.find_y(mark.low), "line-ew-open", 12, mark.style.colour))
        if mark.kind in (UP, DOWN):
            side, symbol = (-1, "triangle-up") if mark.kind == UP else (1, "triangle-down")
            ends.append((x, mark.y + side * (mark.size / 2 + ARROW - 4), symbol, 9, mark.style.colour))
        if mark.whisker is not None:
            symbol, size = ("triangle-left-open", 6) if mark.open_start else ("line-ns-open", 8)
            ends.append((mark.whisker, mark.y, symbol, size, NEUTRAL))
    xs, ys, symbols, sizes, colours = zip(*ends, strict=True) if ends else ([], [], [], [], [])
    widths = [3.0 if symbol == "line-ew-open" else 1.2 for symbol in symbols]
    return {
        **_place(xs, ys, canvas, lane, "ends"),
        "marker": {
            "symbol": list(symbols),
            "size": list(sizes),
            "color": list(colours),
            "line": {"width": widths, "color": list(colours)},
        },
        "hoverinfo": "skip",
    }


def _draw_reach(marks: Sequence[Mark], hovers: Mapping[str, str], canvas: Canvas, lane: Lane) -> Trace:
    """Unseen points along the bars, so that a bar can be pointed at anywhere and not at its upper end alone."""
    points: list[tuple[float, float, str]] = []
    for mark in marks:
        if mark.kind == BAR and mark.low is not None:
            bottom = lane.find_y(mark.low)
            number = max(int((bottom - mark.y) // 14), 1)
            levels = [bottom + (mark.y - bottom) * part / number for part in range(number)]
            points += [(mark.centre, level, mark.estimate_id) for level in levels]
    return {
        **_place([x for x, _, _ in points], [y for _, y, _ in points], canvas, lane, "reach"),
        "customdata": [[estimate_id] for _, _, estimate_id in points],
        "hovertext": [hovers[estimate_id] for _, _, estimate_id in points],
        "hoverinfo": "text",
        "marker": {"symbol": "circle", "size": 14, "color": CLEAR, "line": {"width": 0}},
    }


def _draw_marks(marks: Sequence[Mark], hovers: Sequence[str], canvas: Canvas, lane: Lane) -> Trace:
    trace = _place([mark.centre for mark in marks], [mark.y for mark in marks], canvas, lane, "marks")
    # What was said stands in the data to the person; only below the floor of a log axis is it the pixel that counts.
    trace["y"] = [mark.value if mark.value or not lane.log else y for mark, y in zip(marks, trace["y"], strict=True)]
    outlines = [_find_outline(mark) for mark in marks]
    return {
        **trace,
        "customdata": [[LIST_SEPARATOR.join(one.estimate_id for one in mark.everyone)] for mark in marks],
        "hovertext": list(hovers),
        "hoverinfo": "text",
        "marker": {
            "symbol": [find_symbol(mark) for mark in marks],
            "size": [find_size(mark) for mark in marks],
            "color": [find_fill(mark) for mark in marks],
            "opacity": 1,
            "line": {"width": [width for width, _ in outlines], "color": [colour for _, colour in outlines]},
        },
    }


def find_symbol(mark: Mark) -> str:
    """Shape by basis or stance; hollow for a plan, a cap for a bar, a box where several share a place."""
    if mark.members:
        return "square"
    if mark.kind == BAR:
        return "line-ew-open"
    dot = "-dot" if mark.style.dotted and "-open" not in mark.symbol else ""
    is_open = mark.hollow and mark.kind != STATEMENT and not mark.proposed
    return mark.symbol + ("-open" if is_open else "") + dot


def find_size(mark: Mark) -> float:
    """Pixels across."""
    return BOX if mark.members else 12.0 if mark.kind == BAR else mark.size


def find_colour(mark: Mark) -> str:
    """The claimant's colour; grey where several claimants share a place."""
    return mark.style.colour if len({one.style.claimant for one in mark.everyone}) == 1 else NEUTRAL


def find_fill(mark: Mark) -> str:
    """Colour of the inside; of open symbols, of the outline. A proposal is faint, and empty where it is a plan."""
    if mark.members:
        return FILL
    if not mark.proposed or mark.kind == BAR or mark.symbol.endswith("-open"):
        return find_colour(mark)
    return CLEAR if mark.hollow and mark.kind != STATEMENT else fade(find_colour(mark), 0.3)


def fade(colour: str, share: float) -> str:
    """A colour let through.

    >>> fade("#0078b4", 0.3)
    'rgba(0,120,180,0.3)'
    """
    return f"rgba({int(colour[1:3], 16)},{int(colour[3:5], 16)},{int(colour[5:7], 16)},{share})"


def _find_outline(mark: Mark) -> tuple[float, str]:
    if mark.kind == BAR and not mark.members:
        return 3.0, mark.style.colour
    if mark.proposed and not mark.members:
        return 0.0, CLEAR  # its dashed outline is a shape: markers know no dashes
    return (1.2, DOT) if mark.style.dotted and not mark.hollow and not mark.members else (2.0, find_colour(mark))


def _draw_counts(stacks: Sequence[Mark], canvas: Canvas, lane: Lane) -> Trace:
    trace = _place([mark.centre for mark in stacks], [mark.y for mark in stacks], canvas, lane, "counts")
    counts = [describe_selection(len(mark.everyone)) for mark in stacks]
    return {**trace, "mode": "text", "text": counts, "textfont": {"size": 10, "color": "#ffffff"}, "hoverinfo": "skip"}


def _place(xs: Sequence[float], ys: Sequence[float], canvas: Canvas, lane: Lane, meta: str) -> Trace:
    days = [format_day(canvas.find_day(x)) for x in xs]
    return {**_name(lane, meta), "mode": "markers", "x": days, "y": [lane.find_value(y) for y in ys]}


def _name(lane: Lane, meta: str) -> Trace:
    return {
        "type": "scatter",
        "meta": meta,
        "yaxis": lane.axis,
        "showlegend": False,
        "cliponaxis": meta in {"whiskers", "steps"},
        # The screen shows what is selected; Plotly would fade everything else.
        "unselected": {"marker": {"opacity": 1}},
    }
