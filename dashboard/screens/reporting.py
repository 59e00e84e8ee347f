"""Who reported what as known on a day, and which articles share copy; built once, then kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.dataset.copies import build_copy_links, group_copies
from dashboard.dataset.dataset import Dataset
from dashboard.dataset.witnesses import build_carriage, count_witnesses
from dashboard.screens.view import KEPT, build_known, find_visible
from dashboard.views.outlets import UNKNOWN
from dashboard.views.witness_words import describe_backing
from dashboard.views.wording import describe_day, is_missing


@dataclass(frozen=True, eq=False)
class Reporting:
    """What was known as of a day: the estimates, which article carried each, and each article's group of copy."""

    estimates: pd.DataFrame
    carriage: pd.DataFrame
    witnesses: pd.DataFrame
    copy_groups: pd.Series

    def list_copied(self) -> list[str]:
        """The articles that share copy with another, by source_id, in the order of publication."""
        sizes = self.copy_groups.map(self.copy_groups.value_counts())
        return list(sizes.index[sizes > 1])


@lru_cache(maxsize=KEPT)
def build_reporting(dataset: Dataset, as_of: date) -> Reporting:
    """Who reported what, as known on a day."""
    estimates = build_known(dataset, as_of)
    known = dataset.sources.loc[dataset.sources["published"] <= pd.Timestamp(as_of)]
    copy_groups = group_copies(known, link_copies(dataset))
    visible = find_visible(dataset, as_of).reset_index(drop=True)[dataset.reports.columns]
    carriage = build_carriage(estimates, visible, known, copy_groups)
    return Reporting(estimates, carriage, count_witnesses(carriage, estimates), copy_groups)


@lru_cache(maxsize=4)
def link_copies(dataset: Dataset) -> pd.DataFrame:
    """Which articles share copy with earlier ones: one row each (`dataset/copies.py`)."""
    return build_copy_links(dataset.sources, dataset.texts)


def describe_backing_of(dataset: Dataset, as_of: date, estimate_id: str) -> str:
    """How much stands behind an estimate known on a day, in words."""
    witnesses = build_reporting(dataset, as_of).witnesses
    counts = witnesses.loc[witnesses["estimate_id"] == estimate_id].iloc[0]
    return describe_backing({str(name): count for name, count in counts.items()})


@lru_cache(maxsize=KEPT)
def name_articles(dataset: Dataset, as_of: date) -> dict[str, str]:
    """The words for each article published by a day, by source_id, in the order of publication: outlet, day and id."""
    known = dataset.sources.loc[dataset.sources["published"] <= pd.Timestamp(as_of)]
    rows = known.sort_values(["published", "source_id"]).to_dict("records")
    return {
        row["source_id"]: f"{_name(row['outlet'])} · {describe_day(row['published'])} · {row['source_id']}"
        for row in rows
    }


def _name(outlet: object) -> str:
    return UNKNOWN.capitalize() if is_missing(outlet) else str(outlet)
