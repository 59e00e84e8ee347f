"""What the chart shows, in a few plain sentences: its alternative text, for whoever does not see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from dashboard.records import LIST_SEPARATOR, Basis
from dashboard.views.canvas import LANE_ORDER, STATEMENTS
from dashboard.views.marks import is_figure
from dashboard.views.terms import MEASURE_WORDS, STANCE_WORDS
from dashboard.views.wording import (
    count_noun,
    describe_claimant,
    describe_day,
    describe_days,
    describe_figure,
    is_missing,
    join_words,
    sign_figure,
)

TOLD: Final = ("estimate_id", "claimant", "stance", "phase", "basis", "low", "high", "qualifier", "figure_text")
MOST_TOLD: Final = 4  # figures told in full of one lane: the latest


def describe_timeline(
    estimates: pd.DataFrame, lanes: Mapping[str, str], measure: str = "troops", axis: str = "said"
) -> str:
    """The chart's findings as plain text: how many estimates, from when to when, and the latest of each lane."""
    by = "first_published" if axis == "published" else "shown_on"
    shown = estimates.loc[estimates["measure"] == measure, [by, *TOLD]]
    if shown.empty:
        return "No estimates to draw."
    figure = is_figure(shown)
    figures = shown.loc[figure].sort_values([by, "estimate_id"])
    told = [_describe_lane(figures.loc[figures["phase"] == key], lanes.get(key, key), by) for key in LANE_ORDER]
    told.append(_describe_statements(shown.loc[~figure], lanes.get(STATEMENTS, STATEMENTS)))
    what = "" if measure == "troops" else f" of {MEASURE_WORDS[measure]}"
    counted = f"{count_noun(int(figure.sum()), 'estimate')}{what} and {count_noun(int((~figure).sum()), 'statement')}"
    days = describe_days(shown[by].min(), shown[by].max())
    return " ".join([f"Timeline: {counted} without a number, {days}.", *filter(None, told)])


def _describe_lane(figures: pd.DataFrame, title: str, by: str) -> str:
    if figures.empty:
        return ""
    totals = figures.loc[figures["basis"] == Basis.TOTAL]
    rows = (totals if len(totals) else figures).tail(MOST_TOLD).to_dict("records")
    latest = "; ".join(_describe_estimate(row, by) for row in reversed(rows))
    return f"{title}: {count_noun(len(figures), 'estimate')}, the latest {latest}."


def _describe_estimate(row: Mapping[Any, Any], by: str) -> str:
    figure = describe_figure(row["low"], row["high"], row["qualifier"], row["figure_text"])
    return f"{sign_figure(figure, row['basis'])} ({describe_claimant(row['claimant'])}, {describe_day(row[by])})"


def _describe_statements(statements: pd.DataFrame, title: str) -> str:
    if statements.empty:
        return ""
    parts = [
        f"{words} by {_list_claimants(names)}"
        for stance, words in STANCE_WORDS.items()
        if (names := statements.loc[statements["stance"] == stance, "claimant"].unique().tolist())
    ]
    return f"{title}: {'; '.join(parts)}."


def _list_claimants(names: Sequence[Any]) -> str:
    alone = [part for name in names for part in ([name] if is_missing(name) else name.split(LIST_SEPARATOR))]
    told = list(dict.fromkeys(describe_claimant(name) for name in alone))  # a joint denial counts for each
    rest = len(told) - 2 * MOST_TOLD
    return join_words(told if rest <= 1 else [*told[: 2 * MOST_TOLD], f"{rest} others"])
