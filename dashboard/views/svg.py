"""The chart as one SVG picture with its title, as-of date, sources and version inside: drawn here, without a browser.

Of Plotly it takes the finished figure and knows only what `draw_timeline` puts into it. So a picture costs milliseconds
on any machine; rendering by a browser took seconds and needed one that many desks do not have.
"""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import plotly.graph_objects as go

from dashboard.views.axes import find_date_ticks, read_day
from dashboard.views.imprint import Imprint
from dashboard.views.symbols import draw_symbol, find_dash

TEXT: Final = "#1f2328"
GRID: Final = "#e4e4e4"
FLOOR: Final = "#a8a8a8"
FONT: Final = "Source Sans 3, Source Sans Pro, Segoe UI, Arial, Helvetica, Liberation Sans, Noto Sans, sans-serif"
BORDER: Final = 16
MARGIN: Final = 20  # of the lines of text, which the titles of the lanes stand below
LINE: Final = 16.9
# Characters that XML does not allow, whatever an article held.
NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot lies in the picture, and its axes as the figure has them."""

    layout: dict[str, Any]
    left: float
    top: float
    width: float
    height: float

    def find_x(self, day: Any) -> float:
        """Pixels of a day."""
        first, last = (read_day(edge) for edge in self.layout["xaxis"]["range"])
        return self.left + self.width * (read_day(day) - first) / (last - first)

    def find_y(self, value: float, axis: str) -> float:
        """Pixels of a value on an axis, or of a height on the paper."""
        if axis == "paper":
            return self.top + self.height * (1 - value)
        lane = self.layout[axis.replace("y", "yaxis")]
        bottom, top = lane["range"]
        if lane.get("type") == "log":
            value = math.log10(value)
        low, high = lane["domain"]
        return self.find_y(low + (high - low) * (value - bottom) / (top - bottom), "paper")


def draw_svg(chart: go.Figure, width: int, imprint: Imprint, alt: str = "") -> str:
    """The chart, drawn for this width, as an SVG file on white; with its borders the picture is a little wider."""
    figure = chart.to_dict()
    layout = figure["layout"]
    head = MARGIN + 30 + 22
    foot = [line for told in imprint.lines for line in textwrap.wrap(told, max(int(width / 6.4), 30))]
    height = head + layout["height"] + LINE * len(foot) + MARGIN
    margin = layout["margin"]
    plot = (width - margin["l"] - margin["r"], layout["height"] - margin["t"] - margin["b"])
    frame = Frame(layout, BORDER + margin["l"], head + margin["t"], *plot)
    parts = [
        _draw_line_of_text(imprint.title, MARGIN, MARGIN + 18, 'font-size="22" font-weight="700"'),
        _draw_line_of_text(imprint.subtitle, MARGIN, MARGIN + 42, 'font-size="13"'),
        *_draw_axes(frame),
        *(_draw_shape(shape, frame) for shape in layout.get("shapes", ())),
        *(part for trace in figure["data"] for part in _draw_trace(trace, frame)),
        *(_draw_annotation(annotation, frame) for annotation in layout.get("annotations", ())),
        *(
            _draw_line_of_text(line, MARGIN, head + layout["height"] + LINE * (number + 0.7), 'font-size="12"')
            for number, line in enumerate(foot)
        ),
    ]
    return _wrap(parts, width + 2 * BORDER, math.ceil(height), alt or imprint.title)


def _wrap(parts: Sequence[str], width: int, height: int, alt: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="img" font-family="{FONT}" fill="{TEXT}"><title>{_clean(alt)}</title>'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{"".join(parts)}</svg>\n'
    )


def _clean(text: str) -> str:
    return escape(NOT_XML.sub("", text), quote=False)


def _draw_line_of_text(text: str, x: float, y: float, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{_clean(text)}</text>'


def _draw_axes(frame: Frame) -> list[str]:
    if frame.layout["xaxis"].get("visible") is False:
        return []
    right, bottom = frame.left + frame.width, frame.top + frame.height
    parts: list[str] = []
    ticks = find_date_ticks(frame.layout["xaxis"]["range"], int(frame.width // 84))
    lanes = [(name, axis) for name, axis in frame.layout.items() if name.startswith("yaxis") and "range" in axis]
    for day, label, year in ticks:
        x = frame.find_x(day)
        parts += [_draw_text_middle(label, x, bottom + 18), _draw_text_middle(year, x, bottom + 34)]
        for _, axis in lanes:
            low, high = (frame.find_y(edge, "paper") for edge in axis["domain"])
            parts.append(_draw_grid(x, low, x, high, GRID))
    for name, axis in lanes:
        for value, label in _find_ticks(axis):
            y = frame.find_y(value, name.replace("yaxis", "y"))
            floor = value == 0 and axis.get("showticklabels", True)
            parts.append(_draw_grid(frame.left, y, right, y, FLOOR if floor else GRID))
            style = 'font-size="12" text-anchor="end"'
            parts.append(_draw_line_of_text(label, frame.left - 6, y + 4, style) if label else "")
    return parts


def _draw_grid(x: float, y: float, to_x: float, to_y: float, colour: str) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{colour}"/>'


def _draw_text_middle(text: str, x: float, y: float) -> str:
    return _draw_line_of_text(text, x, y, 'font-size="12" text-anchor="middle"') if text else ""


def _find_ticks(axis: dict[str, Any]) -> list[tuple[float, str]]:
    low, high = sorted(axis["range"])
    if axis.get("type") == "log":
        powers = range(math.ceil(low), math.floor(high) + 1)
        return [(10.0**power, f"{10**power:,}" if power >= 0 else f"{10.0**power:g}") for power in powers]
    numbers = range(math.ceil(low / axis["dtick"]), math.floor(high / axis["dtick"]) + 1)
    named = axis.get("showticklabels", True)
    return [(number * axis["dtick"], f"{number * axis['dtick']:,.0f}" if named else "") for number in numbers]


def _draw_trace(trace: dict[str, Any], frame: Frame) -> list[str]:
    axis = trace["yaxis"]
    places = [
        None if x is None or y is None else (frame.find_x(x), frame.find_y(y, axis))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    if trace["mode"] == "lines":
        return _draw_lines(places, trace["line"], frame)
    if trace["mode"] == "text":
        texts = zip(places, trace["text"], strict=True)
        style = 'font-size="10" text-anchor="middle" fill="#ffffff"'
        return [_draw_line_of_text(text, place[0], place[1] + 3.5, style) for place, text in texts if place]
    marker = trace["marker"]
    return [
        draw_symbol(
            _pick(marker["symbol"], number),
            *place,
            _pick(marker["size"], number),
            _pick(marker["color"], number),
            (_pick(marker["line"]["width"], number), _pick(marker["line"].get("color", "none"), number)),
        )
        for number, place in enumerate(places)
        if place and trace["meta"] != "reach"
    ]


def _pick(value: Any, number: int) -> Any:
    return value if isinstance(value, (str, int, float)) else value[number]


def _draw_lines(places: Sequence[tuple[float, float] | None], line: dict[str, Any], frame: Frame) -> list[str]:
    dash = find_dash(line["dash"])
    style = f'fill="none" stroke="{line["color"]}" stroke-width="{line["width"]}"'
    style += f' stroke-dasharray="{dash}"' if dash else ""
    paths: list[list[str]] = [[]]
    for place in places:
        if place is None:
            paths.append([])
        else:
            paths[-1].append(f"{max(place[0], frame.left):.1f},{place[1]:.1f}")
    return [f'<polyline points="{" ".join(path)}" {style}/>' for path in paths if path]


def _draw_shape(shape: dict[str, Any], frame: Frame) -> str:
    line = shape["line"]
    dash = find_dash(line.get("dash", "solid"))
    style = f'fill="none" stroke="{line["color"]}" stroke-width="{line["width"]}"'
    style += f' stroke-dasharray="{dash}"' if dash else ""
    if "xanchor" not in shape:
        x = frame.find_x(shape["x0"])
        return f'<line x1="{x:.1f}" y1="{frame.top:.1f}" x2="{x:.1f}" y2="{frame.top + frame.height:.1f}" {style}/>'
    x, y = frame.find_x(shape["xanchor"]), frame.find_y(shape["yanchor"], "paper")
    if shape["type"] == "line":
        ends = (x + shape["x0"], y - shape["y0"], x + shape["x1"], y - shape["y1"])
        return _draw_grid(*ends, line["color"])
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{shape["x1"]:.1f}" {style}/>'


def _draw_annotation(annotation: dict[str, Any], frame: Frame) -> str:
    on_paper = annotation["xref"] == "paper"
    x = frame.left + frame.width * annotation["x"] if on_paper else frame.find_x(annotation["x"])
    y = frame.find_y(annotation["y"], "paper")
    x, y = x + annotation.get("xshift", 0), y - annotation.get("yshift", 0)
    return _draw_markup(annotation, x, y)


def _draw_markup(annotation: dict[str, Any], x: float, y: float) -> str:
    """A label's lines about their middle; its text is escaped already and holds no markup but bold and line ends."""
    size = annotation.get("font", {}).get("size", 13)
    anchor = {"left": "start", "center": "middle", "right": "end"}[annotation["xanchor"]]
    lines = NOT_XML.sub("", annotation["text"]).split("<br>")
    first = y - LINE * (len(lines) - 1) / 2 + size * 0.35
    places = [f'<tspan x="{x:.1f}" y="{first + LINE * number:.1f}">' for number in range(len(lines))]
    spans = "".join(f"{place}{_embolden(line)}</tspan>" for place, line in zip(places, lines, strict=True))
    return f'<text font-size="{size}" text-anchor="{anchor}" xml:space="preserve">{spans}</text>'


def _embolden(line: str) -> str:
    return line.replace("<b>", '<tspan font-weight="700">').replace("</b>", "</tspan>")
