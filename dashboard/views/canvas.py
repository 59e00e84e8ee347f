"""Pixels and days: the lanes of the picture with their places, and one time axis over all of them.

Heights are fixed and widths are planned for, so that labels and marks can be kept apart before anything is drawn.
One person is as high in one lane as in the next: lanes share their scale, and each ends above its largest figure.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.views.marks import BAR, UP, Mark, is_crowded
from dashboard.views.widths import measure_text

STATEMENTS: Final = "statements"
LANE_ORDER: Final = ("planned", "present", "front", "unspecified", STATEMENTS)
NARROW: Final = 600  # pixels: below this, short names and fewer labels
TITLE_HEIGHT: Final = 34.0
ROW_HEIGHT: Final = 26.0
NAMED_ROW_HEIGHT: Final = 42.0  # in a crowd there is no room beside the marks: the name stands above its row
TALLEST_LANE: Final = 210.0
LOWEST_LANE: Final = 84.0
LOG_LANE: Final = 190.0
HEADROOM: Final = 46.0  # above the largest figure, for its label
TOP: Final = 8.0
BOTTOM: Final = 46.0
LEAST_DAYS: Final = 7.0
WHISKER_SHARE: Final = 0.4  # of the days between the marks; a longer whisker runs off the left edge
OPEN_WHISKER: Final = 13.0
TICK_SIZE: Final = 12.0


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its key and title, its axis ("y", "y2", ...), its place in pixels from the top of the picture.

    `bottom_value` and `top_value` are the ends of its axis as Plotly takes them: powers of ten where the scale is log.
    """

    key: str
    title: str
    axis: str
    top: float
    height: float
    bottom_value: float
    top_value: float
    log: bool
    step: float

    def find_y(self, value: float) -> float:
        """Pixels below the top of the lane; on a log axis what is below its floor stands on the floor."""
        if self.log:
            value = max(math.log10(value), self.bottom_value) if value > 0 else self.bottom_value
        return self.height * (self.top_value - value) / (self.top_value - self.bottom_value)

    def find_value(self, y: float) -> float:
        """The value at so many pixels below the top of the lane."""
        value = self.top_value - y / self.height * (self.top_value - self.bottom_value)
        return float(10.0**value) if self.log else value


@dataclass(frozen=True, slots=True)
class Canvas:
    """The picture in pixels: its lanes, and the days from `first` to `last` across the plot."""

    width: float
    height: float
    left: float
    right: float
    first: float
    last: float
    lanes: tuple[Lane, ...]
    as_of: float | None = None

    @property
    def plot_width(self) -> float:
        """Pixels between the margins."""
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> float:
        """Pixels between the margins."""
        return self.height - TOP - BOTTOM

    @property
    def narrow(self) -> bool:
        """Whether there is room for short names only."""
        return self.width < NARROW

    def find_x(self, day: float) -> float:
        """Pixels from the left of the plot."""
        return self.plot_width * (day - self.first) / (self.last - self.first)

    def find_day(self, x: float) -> float:
        """The day, with its fraction, at so many pixels from the left of the plot."""
        return self.first + x / self.plot_width * (self.last - self.first)


def format_day(day: float) -> str:
    """A day since 1970, with its fraction, as Plotly takes it.

    >>> format_day(0.5)
    '1970-01-01T12:00'
    """
    return str(np.datetime64(round(day * 1440), "m"))


def plan_canvas(
    lanes: Mapping[str, Sequence[Mark]], titles: Mapping[str, str], width: float, log: bool, last_day: float | None
) -> Canvas:
    """The canvas for the marks of each lane, in the order of the lanes; a lane without marks is not drawn.

    `last_day` is the as-of date, which stays in the picture. The marks' x and y are not set here.
    """
    shown = [key for key in LANE_ORDER if lanes.get(key)]
    figures = [mark for key in shown if key != STATEMENTS for mark in lanes[key]]
    pixels = _scale_lanes(figures, len([key for key in shown if key != STATEMENTS]))
    planned: list[Lane] = []
    top = 0.0
    for number, key in enumerate(shown):
        axis = "y" if number == 0 else f"y{number + 1}"
        place = (key, titles.get(key, key), axis, top + TITLE_HEIGHT)
        lane = _plan_lane(place, lanes[key], figures, pixels, log)
        planned.append(lane)
        top = lane.top + lane.height + 4
    left, right = (44.0, 12.0) if width < NARROW else (58.0, 16.0)
    margins = (max(left, _measure_ticks(planned)), right)
    first, last = _find_days([mark for key in shown for mark in lanes[key]], last_day, width - sum(margins))
    return Canvas(width, max(top, 120.0) + TOP + BOTTOM, *margins, first, last, tuple(planned), last_day)


def _measure_ticks(lanes: Sequence[Lane]) -> float:
    """Pixels that the largest number beside the lanes takes up."""
    tops = [10.0**lane.top_value if lane.log else lane.top_value for lane in lanes if lane.key != STATEMENTS]
    return measure_text(f"{max(tops, default=0):,.0f}", size=TICK_SIZE) + 8


def _plan_lane(
    place: tuple[str, str, str, float], marks: Sequence[Mark], figures: Sequence[Mark], pixels: float, log: bool
) -> Lane:
    if place[0] == STATEMENTS:
        rows = max(mark.value for mark in marks) + 1
        height = NAMED_ROW_HEIGHT if is_crowded(marks) else ROW_HEIGHT
        return Lane(*place, rows * height, rows - 0.5, -0.5, log=False, step=1)
    if log:
        low, high = _find_powers(figures)
        return Lane(*place, LOG_LANE, low, high, log=True, step=1)
    height = max(_find_largest(marks) * pixels + HEADROOM, LOWEST_LANE)
    return Lane(*place, height, 0.0, height / pixels, log=False, step=_find_step(pixels))


def _find_largest(marks: Sequence[Mark]) -> float:
    return max((mark.value * (1.15 if mark.kind == UP else 1.0) for mark in marks), default=0.0)


def _scale_lanes(figures: Sequence[Mark], lanes: int) -> float:
    """Pixels to one person."""
    tallest = TALLEST_LANE if lanes > 1 else TALLEST_LANE * 1.3
    return (tallest - HEADROOM) / (_find_largest(figures) or 1.0)


def _find_step(pixels: float) -> float:
    """The distance between grid lines: 1, 2 or 5 times a power of ten, at least 30 pixels, and whole people."""
    least = max(30.0 / pixels, 1.0)
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * 0.999)


def _find_powers(figures: Sequence[Mark]) -> tuple[float, float]:
    values = [value for mark in figures for value in (mark.low if mark.kind == BAR else None, mark.value) if value]
    low, high = math.log10(min(values, default=1)), math.log10(max(values, default=10))
    room = max(high - low, 1.0)
    return math.floor(low * 2 - 0.2) / 2, high + room * HEADROOM / LOG_LANE * 1.4


def _find_days(marks: Sequence[Mark], last_day: float | None, plot_width: float) -> tuple[float, float]:
    """The days across the plot: all marks, the as-of date, and whiskers as far as they leave the marks most of it."""
    days = [mark.day for mark in marks] + ([] if last_day is None else [last_day])
    first, last = (min(days), max(days)) if days else (0.0, 0.0)
    if last - first < LEAST_DAYS:
        first, last = first - (LEAST_DAYS - last + first) / 2, last + (LEAST_DAYS - last + first) / 2
    earliest = min((mark.earliest for mark in marks if mark.earliest is not None), default=first)
    first = min(first, max(earliest, first - WHISKER_SHARE * (last - first)))
    pixel = (last - first) / max(plot_width - 76, 100)
    return first - 40 * pixel, last + 36 * pixel
