"""Estimates as marks: where each stands, by which sign, how large; one mark per estimate.

The value is what was said: an open side is an arrow, a range or an order of size is a bar with no point inside.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any, Final

import numpy as np
import pandas as pd

from dashboard.dataset.tables import list_values
from dashboard.records import Basis, Phase, Qualifier, Stance
from dashboard.views.palette import ClaimantStyle, find_style
from dashboard.views.wording import describe_figure, sign_figure

POINT: Final = "point"  # exact or about: at the value
UP: Final = "up"  # at the low, open above
DOWN: Final = "down"  # at the high, open below
BAR: Final = "bar"  # from low to high, nothing inside
STATEMENT: Final = "statement"  # no number: a row of the lane of statements

SYMBOLS: Final[dict[str, str]] = {
    Basis.TOTAL: "circle",
    Basis.PART: "square",
    Basis.ADDITIONAL: "cross",
    Basis.REMAINING: "diamond",
    Basis.OBSERVED: "star",
}
STANCE_SYMBOLS: Final[dict[str, str]] = {
    Stance.ASSERTS: "circle",
    Stance.DOES_NOT_CONFIRM: "diamond-open",
    Stance.DENIES: "x",
}
TOLD: Final = ("estimate_id", "phase", "stance", "reports", "proposed")
BOUNDS: Final = ("low", "high", "qualifier", "figure_text", "basis")
CROWDED: Final = 120  # marks in a lane; from here on columns, no whiskers and no step lines
SMALLEST: Final = 11.0  # pixels across: one report
LARGEST: Final = 26.0
STATEMENT_SIZE: Final = 10.0


@dataclass(slots=True)
class Mark:
    """One estimate as it is drawn. Days count from 1970; pixels from the left of the plot and the top of its lane.

    `row` is its place in the frame. `members` are the marks that share its place where there is no room for each.
    """

    row: int
    estimate_id: str
    phase: str
    stance: str
    reports: int
    proposed: int  # how many of its reports nobody has reviewed
    style: ClaimantStyle
    day: float
    earliest: float | None  # the first day it can have been said
    open_start: bool  # no such day is known
    kind: str = STATEMENT
    low: int | None = None
    high: int | None = None
    basis: str = Basis.TOTAL
    qualifier: str = ""
    figure_text: str = ""
    size: float = STATEMENT_SIZE
    value: float = 0.0  # on the axis of its lane: the figure as it is placed, or the row of a statement
    x: float = 0.0
    y: float = 0.0
    shift: float = 0.0  # pixels to the right of its day
    whisker: float | None = None  # where its whisker begins, in pixels; None: it has none
    members: list[Mark] = field(default_factory=list)

    @property
    def symbol(self) -> str:
        """The shape, by basis or by stance."""
        return STANCE_SYMBOLS[self.stance] if self.kind == STATEMENT else SYMBOLS[self.basis]

    @property
    def everyone(self) -> list[Mark]:
        """The mark and those that share its place."""
        return [self, *self.members]

    @property
    def label(self) -> str:
        """The figure in words with the sign of its basis; "" for a statement without one."""
        return sign_figure(describe_figure(self.low, self.high, self.qualifier, self.figure_text), self.basis)

    @property
    def centre(self) -> float:
        """Pixels from the left of the plot, stepped aside."""
        return self.x + self.shift

    @property
    def hollow(self) -> bool:
        """Whether it is a plan, which is drawn hollow."""
        return self.phase == Phase.PLANNED


def build_marks(estimates: pd.DataFrame, styles: Mapping[str, ClaimantStyle], axis: str) -> list[Mark]:
    """One mark per estimate, in the order of the frame; `axis` is "said" or "published"."""
    shown_on = "first_published" if axis == "published" else "shown_on"
    days = _count_days(estimates[shown_on])
    earliest = [None] * len(days) if axis == "published" else _count_days(estimates["said_earliest"])
    claimants = list_values(estimates["claimant"])
    looks = {name: find_style(styles, name) for name in set(claimants)}
    open_starts = [axis == "said" and first is None for first in earliest]
    told = (list_values(estimates[name]) for name in TOLD)
    marks = list(map(Mark, range(len(days)), *told, map(looks.get, claimants), days, earliest, open_starts))
    figures = is_figure(estimates)
    bounds = zip(*(list_values(estimates.loc[figures, name]) for name in BOUNDS), strict=True)
    for mark, cells in zip(compress(marks, figures.tolist()), bounds, strict=True):
        _set_figure(mark, *cells)
    return marks


def is_figure(estimates: pd.DataFrame) -> pd.Series:
    """Which estimates stand in the lanes of figures: asserted with a number. A denied figure never does."""
    return (estimates["stance"] == Stance.ASSERTS) & (estimates["low"].notna() | estimates["high"].notna())


def is_crowded(marks: Sequence[Mark]) -> bool:
    """Whether a lane has too many marks for each to keep its very day."""
    return len(marks) > CROWDED


def measure_size(reports: int) -> float:
    """How many pixels a mark is across: its area grows with the number of reports.

    >>> measure_size(1), measure_size(4), measure_size(500)
    (11.0, 16.0, 26.0)
    """
    return min(SMALLEST + 5.0 * (math.sqrt(reports) - 1.0), LARGEST)


def _count_days(column: pd.Series) -> list[float | None]:
    days = (column - pd.Timestamp(0)) / np.timedelta64(1, "D")
    return [None if math.isnan(day) else day for day in days.tolist()]


def _set_figure(
    mark: Mark, low: int | None, high: int | None, qualifier: str, figure_text: str, basis: str | None
) -> None:
    mark.low, mark.high, mark.kind = low, high, _find_kind(low, high, qualifier)
    mark.basis = basis or Basis.TOTAL
    mark.value = float((low if high is None else high) or 0)
    mark.qualifier, mark.figure_text = qualifier, figure_text
    mark.size = measure_size(mark.reports) * (1.0 if mark.basis == Basis.TOTAL else 0.85)


def _find_kind(low: int | None, high: int | None, qualifier: Any) -> str:
    if high is None:
        return UP
    if low is None:
        return DOWN
    return BAR if low != high or qualifier == Qualifier.MAGNITUDE else POINT
