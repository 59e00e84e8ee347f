"""The view as one HTML file that can be mailed and opened offline: chart, table, quotes and the picture to save.

It asks no host for anything and could not if it wanted to: its own policy forbids it. All data in it is text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from numbers import Integral
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

from dashboard.records import LIST_SEPARATOR
from dashboard.views.html import draw_link, draw_tag, draw_text, escape
from dashboard.views.imprint import Imprint
from dashboard.views.record import describe_headline
from dashboard.views.svg import draw_svg
from dashboard.views.table import build_table
from dashboard.views.timeline import CHART_CSS
from dashboard.views.wording import describe_claimant, describe_day, describe_said, format_count, is_missing

POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:;"
    " form-action 'none'; base-uri 'none'"
)
# Plotly's bar keeps nothing but its own picture of the chart; above all not the button that sends the chart to a host.
CONFIG: Final = {"displayModeBar": False, "displaylogo": False, "responsive": True, "showTips": False}
STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 "Source Sans 3", "Segoe UI", Arial, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { margin: 2rem 0 0.5rem; } h3 { margin: 1.5rem 0 0; font-size: 1.1rem; } p { margin: 0.25rem 0; }
figure { margin: 1rem 0; overflow-x: auto; } .table { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; }
th, td { border-bottom: 1px solid #8888; padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
blockquote { border-left: 3px solid #8888; margin: 0.5rem 0; padding-left: 0.75rem; overflow-wrap: anywhere; }
mark { background: #ffe08a; color: #14181b; } a { color: inherit; } button { font: inherit; padding: 0.25rem 0.75rem; }
footer { border-top: 1px solid #8888; margin-top: 2rem; padding-top: 0.5rem; font-size: 0.9rem; }
@media print { button { display: none; } article { break-inside: avoid; } }
"""
# Saves an SVG text as a file, as it is or drawn at twice its size as PNG: in the browser, without asking anybody.
SAVE_PICTURE: Final = """
function savePicture(svg, name, kind) {
  const hand = (blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name + "." + kind;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const drawing = new Blob([svg], { type: "image/svg+xml" });
  if (kind === "svg") return hand(drawing);
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(hand, "image/png");
    URL.revokeObjectURL(image.src);
  };
  image.src = URL.createObjectURL(drawing);
}
"""
BUTTONS: Final = """
for (const button of document.querySelectorAll("button[data-kind]")) {
  button.addEventListener("click", () => savePicture(picture.svg, picture.name, button.dataset.kind));
}
"""


def build_html_file(
    chart: go.Figure,
    estimates: pd.DataFrame,
    reports: pd.DataFrame,
    imprint: Imprint,
    *,
    width: int,
    alt: str,
    name: str,
) -> str:
    """The view as one HTML file, in about 5 MB, which is Plotly: the chart answers to the pointer as it does on screen.

    `reports` have their article's outlet, published and url. The chart was drawn for `width` pixels and scrolls where
    there are fewer. `alt` says its findings; `name` is that of the picture which two buttons save.
    """
    picture = {"svg": draw_svg(chart, width, imprint, alt), "name": name}
    body = "".join(
        [
            draw_text("h1", imprint.title),
            draw_text("p", imprint.subtitle),
            draw_tag(
                "figure", _draw_chart(chart, width), class_="stPlotlyChart", role="figure", aria_label=alt, tabindex=0
            ),
            draw_tag("p", _draw_buttons()),
            draw_tag("section", f"<h2>As a table</h2>{_draw_table(estimates)}"),
            draw_tag("section", f"<h2>In the words of the articles</h2>{_draw_quotes(estimates, reports)}"),
            draw_tag("footer", "".join(draw_text("p", line) for line in imprint.lines)),
            f"<script>const picture = {_write_json(picture)};{SAVE_PICTURE}{BUTTONS}</script>",
        ]
    )
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"{draw_text('title', imprint.title)}<style>{STYLE}</style>{CHART_CSS}"
    )
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body><main>{body}</main></body></html>\n'


def _draw_chart(chart: go.Figure, width: int) -> str:
    drawn = pio.to_html(
        chart,
        config=CONFIG,
        include_plotlyjs=True,
        full_html=False,
        div_id="chart",
        default_height="auto",
        validate=False,
    )
    return draw_tag("div", str(drawn), style=f"min-width:{width}px")


def _draw_buttons() -> str:
    return " ".join(
        draw_text("button", f"Save the picture as {kind.upper()}", data_kind=kind) for kind in ("png", "svg")
    )


def _write_json(value: Mapping[str, str]) -> str:
    """JSON that may stand inside a script: nothing in it can end the script."""
    return json.dumps(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _draw_table(estimates: pd.DataFrame) -> str:
    table = build_table(estimates)
    head = "".join(draw_text("th", name, scope="col") for name in table.columns)
    rows = "".join(draw_tag("tr", "".join(map(_draw_cell, row))) for row in table.itertuples(index=False))
    drawn = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return draw_tag("div", drawn, class_="table", tabindex="0", role="region", aria_label="Estimates")


def _draw_cell(value: Any) -> str:
    if isinstance(value, Integral):
        return draw_tag("td", format_count(value), class_="number")
    if isinstance(value, date):
        return draw_tag("td", describe_day(value))
    return draw_tag("td", escape(value))


def _draw_quotes(estimates: pd.DataFrame, reports: pd.DataFrame) -> str:
    by_id = {row["report_id"]: row for row in reports.to_dict("records")}
    return "".join(_draw_estimate(row, by_id) for row in estimates.to_dict("records"))


def _draw_estimate(estimate: Mapping[Any, Any], by_id: Mapping[str, Mapping[Any, Any]]) -> str:
    said = describe_said(
        estimate["said_earliest"], estimate["said_latest"], estimate["said_precision"], estimate["first_published"]
    )
    ids = [name for name in estimate["report_ids"].split(LIST_SEPARATOR) if name in by_id]
    head = draw_text("h3", describe_headline(estimate))
    head += draw_text("p", f"{describe_claimant(estimate['claimant'])}, {said}")
    return draw_tag("article", head + "".join(_draw_report(by_id[name]) for name in ids))


def _draw_report(report: Mapping[Any, Any]) -> str:
    outlet = "outlet not known" if is_missing(report["outlet"]) else report["outlet"]
    source = f"{escape(outlet)}, {describe_day(report['published'])} {draw_link(report['url'], 'the article')}"
    return draw_tag("blockquote", draw_tag("p", _mark_figure(report)) + draw_tag("p", source))


def _mark_figure(report: Mapping[Any, Any]) -> str:
    quote = str(report["quote"])
    if is_missing(report["figure_start"]):
        return escape(quote)
    start, end = (int(report[side]) - int(report["quote_start"]) for side in ("figure_start", "figure_end"))
    return f"{escape(quote[:start])}{draw_text('mark', quote[start:end])}{escape(quote[end:])}"
