"""Figures as plain values that can be compared: which meet, and how a later one changes an earlier one.

A figure is compared as what it is: a bound that was not stated bounds nothing, and no figure has a midpoint.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

import pandas as pd

from dashboard.dataset.tables import list_values
from dashboard.records import LIST_SEPARATOR, Basis, Qualifier, Stance

MAGNITUDE_PLAY: Final = 2
"""Between two bands ("hundreds" to 999, "thousands" from 2,000) lies a factor of two that belongs to neither."""

ABOUT_PLAY: Final = 10
"""A figure said to be "about" meets another within a tenth of it: a rounded number stands for its neighbours."""

NO_DAY: Final = -(10**9)
"""Earlier than any day: nothing bounds the date from below."""

SECONDS_A_DAY: Final = 86_400


class Change(StrEnum):
    """What a claimant's later total does to its earlier one."""

    RESTATES = "restates"
    RAISES = "raises"
    LOWERS = "lowers"
    NARROWS = "narrows"
    WIDENS = "widens"
    REWORDS = "rewords"  # neither end can be compared: "at least 3,000", then "up to 12,000"
    TWO_AT_ONCE = "two_at_once"  # their order is not known


class Told(NamedTuple):
    """One estimate with a number, as plain values; days are counted from 1970.

    `earliest` is NO_DAY where nothing bounds the date from below; `latest` is the first publication of an undated one.
    """

    estimate_id: str
    claimant: str
    force: str
    measure: str
    phase: str
    basis: str
    low: int | None
    high: int | None
    qualifier: str
    earliest: int
    latest: int

    @property
    def is_magnitude(self) -> bool:
        """Whether it is an order of size ("thousands"), whose edges are a convention and not a claim."""
        return self.qualifier == Qualifier.MAGNITUDE

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high

    @property
    def sort_key(self) -> tuple[int, int, float, float, str]:
        """The order in which totals are told: as said, then by size, then by id."""
        low = float("-inf") if self.low is None else self.low
        high = float("inf") if self.high is None else self.high
        return self.latest, self.earliest, high if self.low is None else low, high, self.estimate_id

    @property
    def start(self) -> int:
        """The first day on which it is taken to have been said: publication where nothing bounds it from below."""
        return self.latest if self.earliest == NO_DAY else self.earliest

    def is_before(self, other: Told) -> bool:
        """Whether it was certainly said on an earlier day than the other."""
        return self.latest < other.earliest

    def count_days_to(self, other: Told) -> int:
        """How many days lie between the two at the least, in either order; an undated one counts as when published."""
        return max(0, self.start - other.latest, other.start - self.latest)


def are_figures(estimates: pd.DataFrame) -> pd.Series:
    """Which estimates are a figure somebody asserts; all others are statements without a number, or denials."""
    bounded = estimates["low"].notna() | estimates["high"].notna()
    return bounded & (estimates["stance"] == Stance.ASSERTS)


def read_figures(estimates: pd.DataFrame) -> list[Told]:
    """The estimates that assert a figure, in the order of the frame."""
    figures = estimates[are_figures(estimates)]
    text = [_list_text(figures[name]) for name in ("estimate_id", "claimant", "force", "measure", "phase", "basis")]
    bounds = [list_values(figures[name]) for name in ("low", "high")]
    days = [list_days(figures[name]) for name in ("said_earliest", "shown_on")]
    return list(map(Told, *text, *bounds, _list_text(figures["qualifier"]), *days))


def read_totals(estimates: pd.DataFrame) -> list[Told]:
    """The estimates that assert a total, in the order of the frame."""
    return [told for told in read_figures(estimates) if told.basis == Basis.TOTAL]


def split_claimants(claimant: str) -> list[str]:
    """Those who made a statement together, in the order of the text; none where the article itself makes it."""
    return claimant.split(LIST_SEPARATOR) if claimant else []


def list_days(dates: pd.Series) -> list[int]:
    """Days since 1970, NO_DAY where there is no date."""
    days = dates.astype("datetime64[s]").astype("int64") // SECONDS_A_DAY
    return days.where(dates.notna(), NO_DAY).tolist()


def _list_text(column: pd.Series) -> list[str]:
    return [value or "" for value in list_values(column)]


def meet(one: Told, other: Told) -> bool:
    """Whether some number fits both. The edge of a magnitude's band never parts them, nor a rounding."""
    (low, high), (other_low, other_high) = loosen(one), loosen(other)
    return low <= other_high and other_low <= high


def loosen(told: Told) -> tuple[float, float]:
    low, high = _ends(told)
    if told.is_magnitude:
        return low / MAGNITUDE_PLAY, (high + 1) * MAGNITUDE_PLAY - 1
    if told.qualifier == Qualifier.ABOUT:
        return low - low / ABOUT_PLAY, high + high / ABOUT_PLAY
    return low, high


def _ends(told: Told) -> tuple[float, float]:
    low = float("-inf") if told.low is None else float(told.low)
    high = float("inf") if told.high is None else float(told.high)
    return low, high


def name_change(earlier: Told, later: Told) -> Change:
    """What the later figure does to the earlier one, whoever said them.

    From "hundreds" to 10,000 raises; from 10,000 to "thousands" widens, for the edge of a band lowers nothing.
    """
    if (earlier.low, earlier.high) == (later.low, later.high):
        return Change.RESTATES
    if earlier.is_magnitude != later.is_magnitude and meet(earlier, later):
        return Change.NARROWS if earlier.is_magnitude else Change.WIDENS
    return _compare_ends(_strict_ends(earlier), _strict_ends(later))


def _strict_ends(told: Told) -> tuple[float, float]:
    low, high = _ends(told)
    more = told.qualifier == Qualifier.MORE_THAN  # "more than 10,000" begins at 10,001
    fewer = told.qualifier == Qualifier.FEWER_THAN
    return low + more, high - fewer


def _compare_ends(earlier: tuple[float, float], later: tuple[float, float]) -> Change:
    (low, high), (new_low, new_high) = earlier, later
    if earlier == later:  # "more than 500", then "at least 501"
        return Change.RESTATES
    if new_low > high or (_same_open_side(earlier, later) and (new_low, new_high) > earlier):
        return Change.RAISES
    if new_high < low or (_same_open_side(earlier, later) and (new_low, new_high) < earlier):
        return Change.LOWERS
    if low <= new_low and new_high <= high:
        return Change.NARROWS
    if new_low <= low and high <= new_high:
        return Change.WIDENS
    return _compare_shared_ends(earlier, later)


def _same_open_side(earlier: tuple[float, float], later: tuple[float, float]) -> bool:
    both = zip(earlier, later, strict=True)
    return any(abs(end) == abs(new_end) == float("inf") for end, new_end in both)


def _compare_shared_ends(earlier: tuple[float, float], later: tuple[float, float]) -> Change:
    """For figures that overlap in part: by an end that both state, if there is one."""
    for end, new_end in zip(earlier, later, strict=True):
        if abs(end) != float("inf") and abs(new_end) != float("inf") and end != new_end:
            return Change.RAISES if new_end > end else Change.LOWERS
    return Change.REWORDS
