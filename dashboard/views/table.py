"""The table beside the chart: the shown estimates in words, in the chart's order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from dashboard.views.record import describe_headline
from dashboard.views.terms import PHASE_WORDS
from dashboard.views.wording import (
    describe_basis,
    describe_claimant,
    describe_counted,
    describe_outlets,
    describe_said,
)

TOLD: Final = [
    "said_earliest",
    "said_latest",
    "said_precision",
    "first_published",
    "claimant",
    "stance",
    "low",
    "high",
    "qualifier",
    "figure_text",
    "phase",
    "stages",
    "basis",
    "outlets_known",
    "outlets_unknown",
]


def build_table(estimates: pd.DataFrame) -> pd.DataFrame:
    """One row per estimate, in the same order; low and high stay numbers, missing where nothing bounds them."""
    rows = estimates[TOLD].to_dict("records")
    return pd.DataFrame(
        {
            "Said": [_say_when(row) for row in rows],
            "Claimant": [describe_claimant(row["claimant"]) for row in rows],
            "What": [describe_headline(row) for row in rows],
            "Low": estimates["low"].array,
            "High": estimates["high"].array,
            "Phase": [PHASE_WORDS[row["phase"]] for row in rows],
            "Stage": [describe_counted(row["stages"]) for row in rows],
            "Counts": [describe_basis(row["basis"]) for row in rows],
            "Reports": estimates["reports"].array,
            "Outlets": [describe_outlets(row["outlets_known"], row["outlets_unknown"]) for row in rows],
            "First published": estimates["first_published"].dt.date.array,
        }
    )


def _say_when(row: Mapping[Any, Any]) -> str:
    return describe_said(row["said_earliest"], row["said_latest"], row["said_precision"], row["first_published"])
