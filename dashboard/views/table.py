"""The table beside the chart: the shown estimates in words, in the chart's order."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from dashboard.dataset.tables import list_values
from dashboard.views.record import describe_headline
from dashboard.views.rows import tell_each
from dashboard.views.terms import PHASE_WORDS
from dashboard.views.wording import (
    describe_basis,
    describe_claimant,
    describe_counted,
    describe_outlets,
    describe_said,
)

SAID: Final = ("said_earliest", "said_latest", "said_precision", "first_published")
HEADLINE: Final = ("stance", "low", "high", "qualifier", "figure_text", "basis")


def build_table(estimates: pd.DataFrame) -> pd.DataFrame:
    """One row per estimate, in the same order; low and high stay numbers, missing where nothing bounds them."""
    return pd.DataFrame(
        {
            "Said": tell_each(estimates, SAID, describe_said),
            "Claimant": tell_each(estimates, ("claimant",), describe_claimant),
            "What": tell_each(estimates, HEADLINE, _say_what),
            "Low": estimates["low"].array,
            "High": estimates["high"].array,
            "Phase": tell_each(estimates, ("phase",), PHASE_WORDS.__getitem__),
            "Stage": tell_each(estimates, ("stages",), describe_counted),
            "Counts": tell_each(estimates, ("basis",), describe_basis),
            "Reports": estimates["reports"].array,
            "Outlets": tell_each(estimates, ("outlets_known", "outlets_unknown"), describe_outlets),
            "First published": list_values(estimates["first_published"]),
        }
    )


def _say_what(*cells: Any) -> str:
    return describe_headline(dict(zip(HEADLINE, cells, strict=True)))
