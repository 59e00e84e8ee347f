"""The chart of the five articles: each figure where its words put it, written by hand from the articles."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.dataset.revisions import build_revisions
from dashboard.dataset.stances import build_moves
from dashboard.loader import load_dataset, load_estimates, load_reports
from dashboard.views.palette import assign_claimant_styles, order_claimants
from dashboard.views.timeline import draw_timeline

PLANNED, PRESENT, UNSPECIFIED = "y", "y2", "y3"
FIGURES = [  # lane, value, symbol, who, figure
    (PLANNED, 10_000, "circle-open", "Volodymyr Zelensky", "10,000"),
    (PLANNED, 12_000, "circle-open", "Volodymyr Zelensky", "up to 12,000"),
    (PLANNED, 12_000, "circle-open", "NIS", "12,000"),
    (PLANNED, 10_000, "circle-open", "NIS", "10,000"),
    (PLANNED, 7_000, "diamond-open", "NIS", "7,000 remaining"),
    (PLANNED, 10_000, "circle-open", "South Korea and Ukraine together", "about 10,000"),
    (PRESENT, 1_500, "circle", "NIS", "1,500"),
    (PRESENT, 3_000, "circle", "NIS", "about 3,000"),
    (PRESENT, 1_500, "cross", "NIS", "+1,500"),
    (PRESENT, 1_500, "square", "South Korea and Ukraine together", "about 1,500 (part)"),
    (PRESENT, 999, "line-ew-open", "UK Ministry of Defence", "hundreds (read as 200 to 999)"),
    (PRESENT, 9_999, "line-ew-open", "United States", "thousands (read as 2,000 to 9,999)"),
    (PRESENT, 10_000, "circle", "UK Ministry of Defence", "10,000"),
    (UNSPECIFIED, 99, "line-ew-open", "Ukraine", "dozens seen (read as 24 to 99)"),
]


def draw(width: int) -> go.Figure:
    estimates, reports = load_estimates(), load_reports()
    return draw_timeline(
        estimates,
        reports,
        styles=assign_claimant_styles(order_claimants(estimates)),
        lanes=load_dataset().package.lanes,
        revisions=build_revisions(estimates),
        moves=build_moves(estimates, reports),
        width=width,
    )


@pytest.fixture(scope="module")
def chart() -> dict[str, Any]:
    drawn: dict[str, Any] = draw(1120).to_dict()
    return drawn


def find_traces(chart: dict[str, Any], meta: str) -> list[dict[str, Any]]:
    return [trace for trace in chart["data"] if trace["meta"] == meta]


def test_each_figure_stands_in_its_lane_at_its_value(chart: dict[str, Any]) -> None:
    drawn = []
    for trace in find_traces(chart, "marks"):
        if trace["yaxis"] in {PLANNED, PRESENT, UNSPECIFIED}:
            for number, hover in enumerate(trace["hovertext"]):
                figure, who = hover.split("<br>")[:2]
                value, symbol = trace["y"][number], trace["marker"]["symbol"][number]
                drawn.append((trace["yaxis"], value, symbol, who.partition(",")[0], figure[3:-4]))
    assert sorted(drawn) == sorted(FIGURES)


def test_lines_join_only_the_successive_totals_of_one_claimant_in_one_phase(chart: dict[str, Any]) -> None:
    steps = [trace for trace in find_traces(chart, "steps") if trace["yaxis"] in {PLANNED, PRESENT, UNSPECIFIED}]
    # In Russia: the NIS from 1,500 to 3,000, the UK from "hundreds" to 10,000. No two plans are in a known order.
    assert [(step["yaxis"], step["x"].count(None)) for step in steps] == [(PRESENT, 1), (PRESENT, 1)]
    ends = sorted((round(step["y"][0]), round(step["y"][-2])) for step in steps)
    assert [start for start, _ in ends] == [999, 1_500]
    assert 9_000 < ends[0][1] < 10_000  # at the lower rim of the mark
    assert 2_000 < ends[1][1] < 3_000


def test_every_total_is_labelled_at_the_width_of_a_desk(chart: dict[str, Any]) -> None:
    labels = [annotation["text"] for annotation in chart["layout"]["annotations"]]
    for figure in ("12,000", "up to 12,000", "about 10,000", "1,500", "about 3,000", "hundreds", "thousands"):
        assert any(label.startswith(f"<b>{figure}") for label in labels), figure
    assert sum(label.startswith(("<b>10,000</b>", "<b>10,000 ")) for label in labels) == 3


def test_the_kremlin_denied_and_then_no_longer_confirmed(chart: dict[str, Any]) -> None:
    assert "<b>Kremlin</b> denied, then not confirmed" in [note["text"] for note in chart["layout"]["annotations"]]


def test_a_phone_names_every_row_of_statements() -> None:
    labels = " ".join(note["text"] for note in draw(358).to_dict()["layout"]["annotations"])
    for name in ("German MoD", "Kremlin", "NATO", "NIS", "North Korea", "Russia", "UK MoD", "United States", "US DoD"):
        assert f"<b>{name}</b>" in labels
