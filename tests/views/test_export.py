"""What leaves the program: a picture and a page that say what they are, ask nobody, and hold data as text."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.dataset.revisions import build_revisions
from dashboard.views.axes import find_date_ticks
from dashboard.views.export import build_html_file
from dashboard.views.imprint import Imprint, list_sources
from dashboard.views.palette import assign_claimant_styles, order_claimants
from dashboard.views.svg import draw_svg
from dashboard.views.symbols import SHAPES, draw_symbol
from dashboard.views.timeline import draw_timeline
from tests.views.frames import LANES, make_estimate, make_estimates, make_many, make_reports

SVG = "{http://www.w3.org/2000/svg}"
MARKUP = "</script><script>alert(1)</script><b>x</b> & \"y\" 'z'"
IMPRINT = Imprint(
    title="How many troops of Utopia?",
    as_of=date(2024, 11, 1),
    version="1.2.3",
    counts="2 of 3 estimates",
    sources=["Daily Echo, 22 Oct 2024", "outlet not known, 23 Oct 2024 (date inferred)"],
    licences=["Tables: CC BY 4.0"],
)


def draw(estimates: pd.DataFrame, **settings: Any) -> go.Figure:
    styles = assign_claimant_styles(order_claimants(estimates))
    revisions = build_revisions(estimates)
    return draw_timeline(
        estimates, make_reports(estimates), styles=styles, lanes=LANES, revisions=revisions, width=1000, **settings
    )


def read_svg(chart: go.Figure, imprint: Imprint = IMPRINT) -> ET.Element:
    return ET.fromstring(draw_svg(chart, 1000, imprint, "What it shows."))  # noqa: S314 - our own


def list_texts(svg: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


TWO = [make_estimate(1, figure=1_500, said=date(2024, 10, 18)), make_estimate(2, figure=3_000)]


def test_the_picture_says_what_it_is_of_as_known_when_and_from_which_sources() -> None:
    svg = read_svg(draw(make_estimates(TWO), as_of=date(2024, 11, 1)))
    texts = list_texts(svg)
    assert texts[:2] == ["How many troops of Utopia?", "2 of 3 estimates, as known on 1 Nov 2024"]
    assert texts[-3:] == [
        "Sources: Daily Echo, 22 Oct 2024; outlet not known, 23 Oct 2024 (date inferred).",
        "Data version 1.2.3.",
        "Tables: CC BY 4.0.",
    ]
    assert svg.findtext(f"{SVG}title") == "What it shows."


def test_the_picture_has_the_charts_labels_marks_lines_and_ticks() -> None:
    svg = read_svg(draw(make_estimates(TWO)))
    texts = list_texts(svg)
    assert {"1,500Erewhon", "3,000Erewhon", "Said to be in Utopia  2 estimates"} <= set(texts)
    assert {"0", "1,000", "2024", "18 Oct"} <= set(texts)
    assert len(svg.findall(f"{SVG}circle")) == 2
    assert len(svg.findall(f"{SVG}polyline")) == 1


def test_marks_stand_at_their_day_and_value() -> None:
    svg = read_svg(draw(make_estimates(TWO)))
    places = [(float(mark.attrib["cx"]), float(mark.attrib["cy"])) for mark in svg.findall(f"{SVG}circle")]
    (early, low), (late, high) = sorted(places)
    texts = [text for text in svg.iter(f"{SVG}text") if "y" in text.attrib]
    ticks = {text.text: float(text.attrib["y"]) - 4 for text in texts if text.get("text-anchor") == "end"}
    scale = (ticks["1,000"] - ticks["3,000"]) / 2_000
    assert low == pytest.approx(ticks["1,000"] - 500 * scale, abs=0.2)
    assert high == pytest.approx(ticks["3,000"], abs=0.2)
    days = {text.text: float(text.attrib["x"]) for text in texts if text.get("text-anchor") == "middle"}
    assert early == pytest.approx(days["18 Oct"], abs=0.2)
    assert late > early


@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize("count", [0, 1, 50, 1_000])
def test_any_chart_becomes_a_well_formed_picture_with_all_its_marks(count: int, scale: str) -> None:
    chart = draw(make_many(count), scale=scale)
    svg = read_svg(chart)
    marks = sum(len(trace["x"]) for trace in chart.to_dict()["data"] if trace["meta"] in {"marks", "ends"})
    drawn = len(svg.findall(f"{SVG}circle")) + len(svg.findall(f"{SVG}polygon"))
    extra = sum(
        "-dot" in str(s) for t in chart.to_dict()["data"] if t["meta"] == "marks" for s in t["marker"]["symbol"]
    )
    shapes = sum(shape["type"] == "circle" for shape in chart.to_dict()["layout"]["shapes"])
    assert drawn == marks + extra + shapes


@pytest.mark.parametrize("symbol", [*SHAPES, "circle", "circle-open", "square-open-dot", "star-dot", "diamond-open"])
def test_every_shape_is_drawn_where_it_belongs_and_open_ones_are_empty(symbol: str) -> None:
    drawn = ET.fromstring(f"<g>{draw_symbol(symbol, 50, 70, 10, '#0078b4', (2, '#0e1117'))}</g>")  # noqa: S314
    assert (drawn[0].get("fill") == "none") == ("-open" in symbol)
    assert len(drawn) == (2 if "-dot" in symbol else 1)
    if drawn[0].tag == "polygon":
        corners = [tuple(map(float, corner.split(","))) for corner in drawn[0].attrib["points"].split()]
        assert max(abs(x - 50) for x, _ in corners) <= 8
        assert max(abs(y - 70) for _, y in corners) <= 8


def test_no_text_of_the_data_is_markup_in_the_picture() -> None:
    estimates = make_estimates(
        [make_estimate(claimant=MARKUP + "\x00\x0b"), make_estimate(2, figure=None, claimant=MARKUP)]
    )
    chart = draw(estimates)
    svg = read_svg(chart, Imprint(MARKUP, date(2024, 11, 1), MARKUP, MARKUP, [MARKUP + "\x01"], [MARKUP]))
    tags = {element.tag.removeprefix(SVG) for element in svg.iter()}
    assert tags <= {"svg", "title", "rect", "text", "tspan", "line", "polyline", "circle", "polygon"}
    assert any(MARKUP in text for text in list_texts(svg))


def test_the_picture_asks_no_host_for_anything() -> None:
    text = draw_svg(draw(make_many(50)), 1000, IMPRINT)
    assert re.findall(r"https?://[^\"' ]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"(href|url\(|@import|<image|<use|<style|<script)", text)


TICKS = [
    (["2024-10-18", "2024-10-24"], 8, ["18 Oct 2024", "19 Oct", "20 Oct", "21 Oct", "22 Oct", "23 Oct", "24 Oct"]),
    (["2024-12-26", "2025-01-12"], 3, ["30 Dec 2024", "6 Jan 2025"]),
    (["2024-01-15", "2024-12-15"], 5, ["Apr 2024", "Jul", "Oct"]),
    (["2014-01-01", "2024-01-01"], 6, ["2014", "2016", "2018", "2020", "2022", "2024"]),
]


@pytest.mark.parametrize(("edges", "most", "words"), TICKS)
def test_ticks_are_round_days_with_the_year_where_it_is_new(edges: list[str], most: int, words: list[str]) -> None:
    assert [f"{label} {year}".strip() for _, label, year in find_date_ticks(edges, most)] == words


def test_sources_are_told_as_far_as_they_were_published_and_known() -> None:
    sources = pd.DataFrame(
        {
            "source_id": ["b", "a", "c"],
            "published": pd.to_datetime(["2024-10-23", "2024-10-22", "2024-11-05"]),
            "published_basis": ["stated", "inferred", "stated"],
            "outlet": ["Daily Echo", None, "Morning Post"],
            "agency": [None, "Wire; Telegraph Union", None],
        }
    )
    assert list_sources(sources, date(2024, 11, 1)) == [
        "outlet not known with Wire, Telegraph Union copy, 22 Oct 2024 (date inferred)",
        "Daily Echo, 23 Oct 2024",
    ]


class Reader(HTMLParser):
    """Tags, visible text and scripts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] not in {"script", "style"}:
            self.text.append(data)


def write_page(rows: list[dict[str, Any]], quote: str | None = None, url: str | None = None, **imprint: Any) -> str:
    estimates = make_estimates(rows)
    reports = make_reports(estimates, quote).assign(outlet="Daily Echo", published=pd.Timestamp("2024-10-22"), url=url)
    told = Imprint(**({name: getattr(IMPRINT, name) for name in IMPRINT.__slots__} | imprint))
    return build_html_file(draw(estimates), estimates, reports, told, width=1000, alt="What it shows.", name="picture")


def read_page(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_the_page_holds_chart_table_quotes_and_imprint() -> None:
    reader = read_page(write_page(TWO, url="https://example.org/a"))
    text = " ".join(reader.text)
    for words in ("How many troops of Utopia?", "2 of 3 estimates, as known on 1 Nov 2024", "Data version 1.2.3."):
        assert words in text
    assert text.count("The ministry said on Wednesday that") == 2
    assert [attrs.get("aria-label") for tag, attrs in reader.tags if tag == "figure"] == ["What it shows."]
    assert [attrs["href"] for tag, attrs in reader.tags if tag == "a"] == ["https://example.org/a"] * 2
    assert len([tag for tag, _ in reader.tags if tag == "tr"]) == 3
    assert len([tag for tag, _ in reader.tags if tag == "mark"]) == 2


def test_the_page_can_ask_no_host_and_has_no_button_that_would() -> None:
    page = write_page(TWO)
    reader = read_page(page)
    policies = [
        a["content"] or ""
        for tag, a in reader.tags
        if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none';")
    assert "http" not in policies[0]
    assert [tag for tag, attrs in reader.tags if "src" in attrs or tag in {"link", "iframe", "img", "object"}] == []
    config = page[page.rindex("Plotly.newPlot") :]
    assert '"displayModeBar": false' in config


def test_the_page_shows_data_as_text_and_no_script_of_it_runs() -> None:
    rows = [make_estimate(1, claimant=MARKUP, outlets=MARKUP), make_estimate(2, claimant=MARKUP, figure=None)]
    page = write_page(rows, quote=MARKUP, url="javascript:alert(1)", title=MARKUP, version=MARKUP)
    reader = read_page(page)
    assert [attrs for tag, attrs in reader.tags if tag == "a"] == []
    assert len([tag for tag, _ in reader.tags if tag == "script"]) == len(
        [tag for tag, _ in read_page(write_page(TWO)).tags if tag == "script"]
    )
    assert "<script>alert(1)" not in page


def test_the_page_carries_the_picture_that_its_buttons_save() -> None:
    estimates = make_estimates(TWO)
    page = write_page(TWO)
    found = re.search(r"const picture = (\{.*?\});\n", page)
    assert found is not None
    expected = draw_svg(draw(estimates), 1000, IMPRINT, "What it shows.")
    assert json.loads(found[1]) == {"svg": expected, "name": "picture"}
    kinds = [attrs.get("data-kind") for tag, attrs in read_page(page).tags if tag == "button"]
    assert kinds == ["png", "svg"]
