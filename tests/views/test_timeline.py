"""The whole chart as data: what is drawn, where, by which sign, and what is never drawn."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import product
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.dataset.revisions import build_revisions
from dashboard.views.canvas import LANE_ORDER
from dashboard.views.palette import assign_claimant_styles, order_claimants
from dashboard.views.timeline import CHART_CSS, draw_timeline
from tests.views.frames import LANES, make_estimate, make_estimates, make_many, make_reports

Trace = dict[str, Any]


def draw(estimates: pd.DataFrame, **settings: Any) -> go.Figure:
    return draw_timeline(
        estimates,
        make_reports(estimates),
        styles=assign_claimant_styles(order_claimants(estimates)),
        lanes=LANES,
        revisions=build_revisions(estimates),
        **settings,
    )


def draw_rows(*rows: dict[str, Any], **settings: Any) -> go.Figure:
    return draw(make_estimates([make_estimate(number, **row) for number, row in enumerate(rows, start=1)]), **settings)


def find_traces(chart: go.Figure, meta: str) -> list[Trace]:
    return [trace for trace in chart.to_dict()["data"] if trace["meta"] == meta]


def find_points(chart: go.Figure) -> dict[str, dict[str, Any]]:
    """What can be pointed at and selected, by the id or ids it carries."""
    points: dict[str, dict[str, Any]] = {}
    for trace in find_traces(chart, "marks"):
        for number, data in enumerate(trace["customdata"]):
            marker = {name: trace["marker"][name][number] for name in ("symbol", "size", "color")}
            place = {"x": trace["x"][number], "y": trace["y"][number], "axis": trace["yaxis"]}
            points[data[0]] = {**place, **marker, "hover": trace["hovertext"][number]}
    return points


def list_texts(chart: go.Figure) -> list[str]:
    return [annotation["text"] for annotation in chart.to_dict()["layout"]["annotations"]]


SETTINGS = [
    {},
    {"width": 358},
    {"width": 1200, "scale": "log"},
    {"axis": "published"},
    {"width": 358, "scale": "log", "axis": "published", "as_of": date(2024, 1, 1)},
]


CASES = [*product([0, 1, 2, 50, 1_000], SETTINGS), (20_000, SETTINGS[0]), (20_000, SETTINGS[-1])]


@pytest.mark.parametrize(("count", "settings"), CASES)
def test_any_number_of_estimates_is_drawn_and_is_valid_to_plotly(count: int, settings: dict[str, Any]) -> None:
    chart = draw(make_many(count), **settings)
    go.Figure(chart.to_dict())  # raises for any property or value that Plotly does not know
    assert chart.layout.height >= 120
    assert len(chart.data) <= 120  # colours and lanes make traces, not estimates


@pytest.mark.parametrize("count", [1, 2, 50, 1_000, 20_000])
def test_every_estimate_is_drawn_and_a_figure_exactly_once(count: int) -> None:
    estimates = make_many(count)
    drawn = Counter(
        name
        for trace in find_traces(draw(estimates), "marks")
        for data in trace["customdata"]
        for name in data[0].split("; ")
    )
    assert set(drawn) == set(estimates["estimate_id"])
    alone = estimates.loc[estimates["claimant"] != "Alpha; Beta", "estimate_id"]
    assert {drawn[name] for name in alone} == {1}


def test_a_joint_denial_stands_in_the_row_of_each_and_a_joint_figure_once() -> None:
    chart = draw_rows({"claimant": "Alpha; Beta", "figure": None, "stance": "denies"}, {"claimant": "Alpha; Beta"})
    drawn = Counter(data[0] for trace in find_traces(chart, "marks") for data in trace["customdata"])
    assert drawn == {"e1": 2, "e2": 1}
    rows = [trace["y"] for trace in find_traces(chart, "marks") if "e1" in trace["customdata"][0]]
    assert rows == [[0.0, 1.0]]


def test_points_stand_at_their_day_and_value() -> None:
    chart = draw_rows(
        {"figure": 1_500, "said": date(2024, 10, 18)},
        {"low": None, "high": 12_000, "qualifier": "up_to", "said": date(2024, 10, 23)},
        {"low": 2_000, "high": 9_999, "qualifier": "magnitude", "figure_text": "thousands", "said": date(2024, 11, 1)},
    )
    points = find_points(chart)
    assert [(points[name]["x"], points[name]["y"]) for name in ("e1", "e2", "e3")] == [
        ("2024-10-18T00:00", 1_500),
        ("2024-10-23T00:00", 12_000),
        ("2024-11-01T00:00", 9_999),
    ]
    assert [points[name]["symbol"] for name in ("e1", "e2", "e3")] == ["circle", "circle", "line-ew-open"]


def test_a_bar_has_two_caps_and_no_point_inside_and_can_be_pointed_at_anywhere() -> None:
    chart = draw_rows({"low": 2_000, "high": 9_999, "qualifier": "magnitude", "figure_text": "thousands"})
    caps = [*find_traces(chart, "marks"), *find_traces(chart, "ends")]
    seen = [(symbol, y) for trace in caps for symbol, y in zip(trace["marker"]["symbol"], trace["y"], strict=True)]
    assert [(symbol, round(y)) for symbol, y in seen] == [("line-ew-open", 9_999), ("line-ew-open", 2_000)]
    bar = find_traces(chart, "bars")[0]
    assert bar["y"][:2] == [pytest.approx(9_999), pytest.approx(2_000)]
    reach = find_traces(chart, "reach")[0]
    assert reach["marker"]["color"] == "rgba(0,0,0,0)"
    assert {data[0] for data in reach["customdata"]} == {"e1"}
    assert min(reach["y"]) == pytest.approx(2_000)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "symbol", "side"),
    [(400, None, "at_least", "triangle-up", 1), (None, 400, "up_to", "triangle-down", -1)],
)
def test_an_open_side_is_an_arrow_beyond_the_value(
    low: int | None, high: int | None, qualifier: str, symbol: str, side: int
) -> None:
    ends = find_traces(draw_rows({"low": low, "high": high, "qualifier": qualifier}), "ends")[0]
    assert ends["marker"]["symbol"] == [symbol]
    assert (ends["y"][0] - 400) * side > 0


def test_plans_are_hollow_and_presence_is_solid() -> None:
    points = find_points(draw_rows({"phase": "planned"}, {"phase": "present"}, {"phase": "front"}))
    assert [points[name]["symbol"] for name in ("e1", "e2", "e3")] == ["circle-open", "circle", "circle"]


def test_each_phase_has_its_lane_and_a_lane_with_nothing_in_it_is_not_drawn() -> None:
    chart = draw_rows({"phase": "unspecified"}, {"phase": "planned"}, {"figure": None, "stance": "denies"})
    titles = [text for text in list_texts(chart) if text.startswith("<b>") and text.endswith(("estimate", "statement"))]
    assert titles == [
        "<b>Planned or being prepared</b>  1 estimate",
        "<b>Stage not stated</b>  1 estimate",
        "<b>Statements without a number</b>  1 statement",
    ]
    assert len({point["axis"] for point in find_points(chart).values()}) == 3


def test_lanes_of_figures_share_one_scale_from_zero() -> None:
    chart = draw_rows({"phase": "planned", "figure": 12_000}, {"phase": "present", "figure": 3_000}).to_dict()
    axes = [chart["layout"]["yaxis"], chart["layout"]["yaxis2"]]
    assert [axis["range"][0] for axis in axes] == [0, 0]
    heights = [(axis["domain"][1] - axis["domain"][0]) / axis["range"][1] for axis in axes]
    assert heights[0] == pytest.approx(heights[1])
    assert axes[0]["dtick"] == axes[1]["dtick"]


def test_on_a_log_scale_every_lane_has_the_same_axis_and_zero_stands_on_its_floor() -> None:
    chart = draw_rows({"figure": 0, "phase": "planned"}, {"figure": 12_000}, scale="log")
    layout = chart.to_dict()["layout"]
    assert layout["yaxis"]["type"] == layout["yaxis2"]["type"] == "log"
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"]
    assert find_points(chart)["e1"]["y"] == pytest.approx(10 ** layout["yaxis"]["range"][0])


def test_no_line_runs_between_lanes_and_dotted_lines_are_plans() -> None:
    first, second = {"said": date(2024, 10, 1), "figure": 100}, {"said": date(2024, 10, 20), "figure": 900}
    chart = draw_rows(first, second, {**first, "phase": "planned"}, {**second, "phase": "planned"})
    steps = find_traces(chart, "steps")
    assert [(step["yaxis"], step["line"]["dash"], step["x"].count(None)) for step in steps] == [
        ("y", "dot", 1),
        ("y2", "solid", 1),
    ]


def test_a_plan_and_a_presence_of_one_claimant_are_not_joined() -> None:
    chart = draw_rows({"phase": "planned", "said": date(2024, 10, 1)}, {"figure": 900, "said": date(2024, 10, 20)})
    assert find_traces(chart, "steps") == []


def test_a_denied_figure_is_never_drawn_at_its_value() -> None:
    chart = draw_rows({"figure": 10_000, "stance": "denies"})
    assert [point["y"] for point in find_points(chart).values()] == [0.0]
    heads = [point["hover"].partition("<i>")[0] for point in find_points(chart).values()]  # the quote may say it
    assert not any("10,000" in text for text in [*list_texts(chart), *heads])


def test_only_the_measure_asked_for_is_drawn() -> None:
    chart = draw_rows({"measure": "killed", "figure": 70}, {"figure": 900}, measure="killed")
    assert list(find_points(chart)) == ["e1"]


def test_a_proposal_has_a_dashed_outline_and_a_reviewed_one_has_none() -> None:
    chart = draw_rows({"proposed": 1}, {"figure": 5_000}).to_dict()
    outlines = [shape for shape in chart["layout"]["shapes"] if shape["name"] == "proposed"]
    assert [outline["line"]["dash"] for outline in outlines] == ["2px,2px"]
    assert find_points(go.Figure(chart, skip_invalid=False))["e1"]["color"].startswith("rgba(")


def test_a_proposed_bar_is_dashed() -> None:
    chart = draw_rows({"low": 200, "high": 999, "qualifier": "range", "proposed": 1})
    assert [bar["line"]["dash"] for bar in find_traces(chart, "bars")] == ["dash"]


def test_a_claimant_keeps_its_colour_whatever_else_is_drawn() -> None:
    estimates = make_estimates([make_estimate(1, claimant="Alpha"), make_estimate(2, claimant="Beta", figure=9_000)])
    styles = assign_claimant_styles(order_claimants(estimates))
    charts = [
        draw_timeline(frame, make_reports(frame), styles=styles, lanes=LANES)
        for frame in (estimates, estimates.iloc[1:])
    ]
    assert find_points(charts[0])["e2"]["color"] == find_points(charts[1])["e2"]["color"] == styles["Beta"].colour


def test_the_selected_estimate_is_ringed_also_inside_a_box() -> None:
    many = [make_estimate(number) for number in range(40)]
    chart = draw(make_estimates(many), selected="e39").to_dict()
    assert [shape["name"] for shape in chart["layout"]["shapes"]] == ["selected"]


def test_the_as_of_day_is_a_line_in_the_picture() -> None:
    chart = draw_rows({}, as_of=date(2024, 12, 24)).to_dict()["layout"]
    assert [(shape["name"], shape["x0"]) for shape in chart["shapes"]] == [("as-of", "2024-12-24T00:00")]
    assert chart["xaxis"]["range"][1] > "2024-12-24"
    assert "as known on 24 Dec 2024" in [annotation["text"] for annotation in chart["annotations"]]


def test_nothing_to_draw_says_so() -> None:
    chart = draw(make_estimates([]))
    assert list_texts(chart) == ["No estimates to draw."]
    assert chart.layout.xaxis.visible is False


def test_by_publication_points_stand_at_their_first_publication_without_whiskers() -> None:
    row = {"said_earliest": date(2024, 10, 1), "said": date(2024, 10, 20), "published": date(2024, 10, 22)}
    assert find_points(draw_rows(row))["e1"]["x"] == "2024-10-20T00:00"
    chart = draw_rows(row, axis="published")
    assert find_points(chart)["e1"]["x"] == "2024-10-22T00:00"
    assert find_traces(chart, "whiskers") == []


MARKUP = '<b>x</b><a href="https://example.org">y</a><br>z'


def test_no_name_or_figure_can_bring_markup_into_labels() -> None:
    row = {"claimant": MARKUP, "figure_text": MARKUP, "low": 200, "high": 999, "qualifier": "magnitude"}
    chart = draw_timeline(
        make_estimates([make_estimate(1, **row), make_estimate(2, **row, stance="denies")]),
        make_reports(make_estimates([make_estimate(1)])),
        styles=assign_claimant_styles([MARKUP]),
        lanes=dict.fromkeys(LANE_ORDER, MARKUP),
        width=2_000,
    )
    texts = [*list_texts(chart), *(point["hover"] for point in find_points(chart).values())]
    assert {tag for text in texts for tag in re.findall(r"<[^>]*>", text)} <= {"<b>", "</b>", "<br>", "<i>", "</i>"}
    assert all(text.count("<b>") == 1 for text in texts)
    assert any("&lt;a href=" in text for text in texts)


def test_a_box_of_several_estimates_tells_them_all_and_how_many() -> None:
    chart = draw(make_estimates([make_estimate(number, claimant=f"C{number}") for number in range(40)]))
    boxes = {ids: point for ids, point in find_points(chart).items() if "; " in ids}
    assert boxes
    for ids, point in boxes.items():
        assert point["hover"].startswith(f"<b>{len(ids.split('; '))} estimates</b>")
    counts = find_traces(chart, "counts")[0]["text"]
    assert counts == [str(len(ids.split("; "))) for ids in boxes]


def test_text_follows_the_theme_and_the_hover_has_its_own_colours() -> None:
    assert "currentColor" in CHART_CSS
    assert ".hovertext" not in CHART_CSS
    label = draw_rows({}).layout.hoverlabel
    assert (label.bgcolor, label.font.color) == ("#22272e", "#f6f8fa")


def test_nothing_that_was_given_is_changed() -> None:
    estimates = make_many(60)
    before = estimates.copy(deep=True)
    draw(estimates)
    pd.testing.assert_frame_equal(estimates, before)
