"""Plotly's marks and dashes as SVG, for the picture that is taken away: the same shapes at the same size."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

Corners = list[tuple[float, float]]
DASHES: Final = {"solid": "", "dot": "3 3", "dash": "8 6"}


def draw_symbol(symbol: str, x: float, y: float, size: float, colour: str, outline: tuple[float, str]) -> str:
    """One mark as SVG; `outline` is its width and colour. Open symbols take their colour for the outline."""
    name, _, style = symbol.partition("-open") if "-open" in symbol else (symbol.removesuffix("-dot"), "", symbol)
    is_open = "-open" in symbol
    width, line = outline
    paint = f'fill="none" stroke="{colour}"' if is_open else f'fill="{colour}" stroke="{line}"'
    shape = _draw_shape(name, x, y, size / 2, f'{paint} stroke-width="{width:g}"')
    dot = colour if is_open else line
    return shape + (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size / 8:.1f}" fill="{dot}"/>' if "-dot" in style else "")


def _draw_shape(name: str, x: float, y: float, radius: float, paint: str) -> str:
    if name == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {paint}/>'
    points = " ".join(f"{x + across:.1f},{y + down:.1f}" for across, down in SHAPES[name](radius))
    return f'<polygon points="{points}" {paint}/>'


def _turn(corners: Corners, degrees: float) -> Corners:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x * cosine - y * sine, x * sine + y * cosine) for x, y in corners]


def _square(r: float) -> Corners:
    return [(-r, -r), (r, -r), (r, r), (-r, r)]


def _diamond(r: float) -> Corners:
    return [(0, -1.3 * r), (1.3 * r, 0), (0, 1.3 * r), (-1.3 * r, 0)]


def _cross(r: float) -> Corners:
    long, short = 1.2 * r, 0.4 * r
    arm = [(short, -short), (short, -long), (-short, -long)]
    return [corner for quarter in range(4) for corner in _turn(arm, -90 * quarter)]


def _x(r: float) -> Corners:
    return _turn(_cross(r * 0.95), 45)


def _star(r: float) -> Corners:
    tips = [(0.0, -1.4 * r), (0.0, -1.4 * r * 0.382)]
    return [_turn([tips[number % 2]], 36 * number)[0] for number in range(10)]


def _triangle(r: float) -> Corners:
    return [(-2 * r / math.sqrt(3), r / 2), (2 * r / math.sqrt(3), r / 2), (0, -r)]


SHAPES: Final[dict[str, Callable[[float], Corners]]] = {
    "square": _square,
    "diamond": _diamond,
    "cross": _cross,
    "x": _x,
    "star": _star,
    "triangle-up": _triangle,
    "triangle-down": lambda r: _turn(_triangle(r), 180),
    "triangle-left": lambda r: _turn(_triangle(r), -90),
    "line-ew": lambda r: [(-1.4 * r, 0), (1.4 * r, 0)],
    "line-ns": lambda r: [(0, -1.4 * r), (0, 1.4 * r)],
}


def find_dash(dash: str) -> str:
    """A Plotly dash as SVG's.

    >>> find_dash("dot"), find_dash("2px,2px"), find_dash("solid")
    ('3 3', '2 2', '')
    """
    return DASHES[dash] if dash in DASHES else dash.replace("px", "").replace(",", " ")
