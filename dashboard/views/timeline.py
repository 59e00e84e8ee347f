"""The picture: who said how many, and when, as one Plotly chart; and the same in a sentence or two."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.views.annotations import (
    draw_as_of,
    draw_as_of_words,
    draw_labels,
    draw_nothing,
    draw_proposals,
    draw_row_labels,
    draw_row_names,
    draw_selection,
    draw_title,
)
from dashboard.views.canvas import BOTTOM, STATEMENTS, TICK_SIZE, TOP, Canvas, Lane, format_day, plan_canvas
from dashboard.views.crowd import place_marks
from dashboard.views.hover import build_hovers
from dashboard.views.marks import CROWDED, Mark, build_marks, is_crowded, is_figure
from dashboard.views.palette import ClaimantStyle
from dashboard.views.statements import spread_claimants
from dashboard.views.steps import build_paths
from dashboard.views.traces import Trace, build_traces

WIDTH: Final = 760  # pixels planned for where none is given: whatever is wider keeps what was kept apart
TEXT: Final = "#1f2328"  # where no style sheet applies: exports, print
GRID: Final = "rgba(128,128,128,0.20)"
FONT: Final = '"Source Sans", "Source Sans Pro", "Segoe UI", Arial, sans-serif'
# Text takes the colour of the page, whatever theme it is in and whenever that changes; the hover has its own.
CHART_CSS: Final = """<style>
.stPlotlyChart .annotation-text, .stPlotlyChart .annotation-text tspan,
.stPlotlyChart g[class$="tick"] text { fill: currentColor !important; }
</style>"""


def draw_timeline(
    estimates: pd.DataFrame,
    reports: pd.DataFrame,
    *,
    styles: Mapping[str, ClaimantStyle],
    lanes: Mapping[str, str],
    axis: str = "said",
    measure: str = "troops",
    scale: str = "linear",
    revisions: pd.DataFrame | None = None,
    moves: pd.DataFrame | None = None,
    width: int | None = None,
    selected: str | None = None,
    as_of: date | None = None,
) -> go.Figure:
    """The estimates of one measure in their lanes over one time axis.

    `revisions` and `moves` name the pairs that lines join: a claimant's successive totals, and its changes of stance.
    `axis` is "said" or "published", `scale` "linear" or "log"; `width` the pixels there are, `selected` an estimate's
    id, to be ringed. Each estimate is one point of a trace whose meta is "marks" (a joint statement one in the row of
    each claimant); its customdata begins with the id, or with all ids joined by "; " where there is no room for each.
    """
    shown = estimates.loc[estimates["measure"] == measure].reset_index(drop=True)
    by_lane = _sort_lanes(build_marks(shown, styles, axis), styles)
    last_day = None if as_of is None else float(np.datetime64(as_of, "D").astype(int))
    canvas = plan_canvas(by_lane, lanes, float(width or WIDTH), scale == "log", last_day)
    placed = {lane.key: place_marks(by_lane[lane.key], canvas, lane) for lane in canvas.lanes}
    hovers = iter(build_hovers(list(chain.from_iterable(placed.values())), shown, reports))
    traces: list[Trace] = []
    annotations = _draw_notes(canvas)
    shapes: list[dict[str, Any]] = [] if last_day is None else [draw_as_of(last_day)]
    for lane in canvas.lanes:
        marks = placed[lane.key]
        drawn = _draw_lane(marks, list(islice(hovers, len(marks))), lane, canvas, (revisions, moves))
        traces += drawn[0]
        annotations += drawn[1]
        shapes += [*drawn[2], *draw_selection(marks, selected, canvas, lane)]
    layout = _build_layout(canvas, annotations, shapes)
    # Not checked here: it would be half of the time. A test draws every kind of chart and checks it whole.
    return go.Figure(data=traces, layout=layout, _validate=False)


def draws_lines(estimates: pd.DataFrame, measure: str) -> bool:
    """Whether any lane of the picture has few enough marks for lines: only then revisions and moves are asked for."""
    shown = estimates.loc[estimates["measure"] == measure]
    lanes = shown["phase"].astype("str").where(is_figure(shown), STATEMENTS)
    return bool((lanes.value_counts() <= CROWDED).any())


def _draw_notes(canvas: Canvas) -> list[dict[str, Any]]:
    """What stands beside the lanes: the words at the as-of line, or that there is nothing to draw."""
    if not canvas.lanes:
        return [draw_nothing()]
    return [] if canvas.as_of is None else list(draw_as_of_words(canvas.as_of, canvas))


def _sort_lanes(marks: Sequence[Mark], styles: Mapping[str, ClaimantStyle]) -> dict[str, list[Mark]]:
    lanes: dict[str, list[Mark]] = {}
    for mark in marks:
        lanes.setdefault(STATEMENTS if mark.kind == "statement" else mark.phase, []).append(mark)
    if STATEMENTS in lanes:
        lanes[STATEMENTS] = spread_claimants(lanes[STATEMENTS], styles)
    return lanes


def _draw_lane(
    marks: Sequence[Mark],
    hovers: Sequence[str],
    lane: Lane,
    canvas: Canvas,
    changes: tuple[pd.DataFrame | None, pd.DataFrame | None],
) -> tuple[list[Trace], list[dict[str, Any]], list[dict[str, Any]]]:
    everyone = [one for mark in marks for one in mark.everyone]
    count = len({one.estimate_id for one in everyone})
    crowded = is_crowded(everyone)
    paths = {} if crowded else build_paths(marks, lane, *changes)
    traces = build_traces(marks, hovers, paths, canvas, lane)
    leaders: list[dict[str, Any]] = []
    if lane.key != STATEMENTS:
        labels, leaders = draw_labels(marks, paths, canvas, lane)
    elif crowded:
        labels = draw_row_names(marks, canvas, lane)
    else:
        labels = draw_row_labels(marks, paths, changes[1], canvas, lane)
    stacked = any(mark.members for mark in marks)
    annotations = [draw_title(lane, canvas, count, stacked), *labels]
    return traces, annotations, [*leaders, *draw_proposals(marks, canvas, lane)]


def _build_layout(canvas: Canvas, annotations: list[dict[str, Any]], shapes: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "template": {"layout": {}},
        "height": round(canvas.height),
        "margin": {"l": canvas.left, "r": canvas.right, "t": TOP, "b": BOTTOM, "pad": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": TEXT},
        "showlegend": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "dragmode": False if canvas.narrow else "zoom",
        "hoverlabel": {"bgcolor": "#22272e", "font": {"color": "#f6f8fa", "size": 13, "family": FONT}, "align": "left"},
        "xaxis": _build_time_axis(canvas),
        "yaxis": {"visible": False},
        **{lane.axis.replace("y", "yaxis"): _build_lane_axis(canvas, lane) for lane in canvas.lanes},
        "annotations": annotations,
        "shapes": shapes,
    }


def _build_time_axis(canvas: Canvas) -> dict[str, Any]:
    return {
        "type": "date",
        "range": [format_day(canvas.first), format_day(canvas.last)],
        "anchor": "free",
        "position": 0,
        "domain": [0, 1],
        "gridcolor": GRID,
        "linecolor": GRID,
        "ticks": "",
        **_choose_ticks(canvas),
        "tickformatstops": [
            {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
            {"dtickrange": ["M1", "M11"], "value": "%b\n%Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
        "tickfont": {"size": TICK_SIZE},
        "zeroline": False,
        "fixedrange": canvas.narrow,
        "visible": bool(canvas.lanes),
    }


def _choose_ticks(canvas: Canvas) -> dict[str, Any]:
    """Plotly's own ticks; a narrow picture of a few weeks, which cannot be zoomed, gets as many days as have room."""
    room = max(int(canvas.plot_width // (62 if canvas.narrow else 84)), 3)
    days = (canvas.last - canvas.first) / room
    step = next((step for step in (1, 2, 3, 4, 5, 7, 10, 14) if step >= days), None)
    if not canvas.narrow or step is None:
        return {"nticks": room}
    return {"tick0": format_day(float(math.ceil(canvas.first))), "dtick": step * 86_400_000}


def _build_lane_axis(canvas: Canvas, lane: Lane) -> dict[str, Any]:
    top, bottom = lane.top / canvas.plot_height, (lane.top + lane.height) / canvas.plot_height
    axis: dict[str, Any] = {
        "anchor": "x",
        "domain": [max(1 - bottom, 0.0), 1 - top],
        "range": [lane.bottom_value, lane.top_value],
        "gridcolor": GRID,
        "zeroline": not lane.log and lane.key != STATEMENTS,
        "zerolinecolor": "rgba(128,128,128,0.6)",
        "fixedrange": True,
        "tickfont": {"size": TICK_SIZE},
        "showline": False,
    }
    if lane.key == STATEMENTS:
        return {**axis, "dtick": 1, "tick0": 0, "showticklabels": False}
    if lane.log:
        return {**axis, "type": "log", "dtick": 1, "tickformat": ",d", "minor": {"showgrid": False}}
    return {**axis, "type": "linear", "dtick": lane.step, "tick0": 0, "tickformat": ",d"}
