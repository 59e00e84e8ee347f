"""Totals in force: what each claimant says last in each phase, and what it said before, as a frame.

A total is in force until the same claimant gives another that was certainly said on a later day.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from dashboard.dataset.figures import Told, read_totals
from dashboard.dataset.lines import group_lines
from dashboard.records import LIST_SEPARATOR, Measure, Phase

IN_FORCE_COLUMNS: Final = ("estimate_id", "claimant", "force", "measure", "phase", "shown_on", "rivals", "before_ids")


def find_totals_in_force(estimates: pd.DataFrame) -> pd.DataFrame:
    """One row per total in force; columns are IN_FORCE_COLUMNS.

    By phase in the order of the model, within it the latest first. `rivals`: how many more totals the same claimant
    has in force there, because their order is not known. `before_ids`: the claimant's totals that are no longer in
    force, latest first, joined by "; "; missing where there were none. A missing claimant: the articles say so.
    """
    kept: list[tuple[Told, int, str | None]] = []
    for line in group_lines(read_totals(estimates)).values():
        current = line.find_in_force()
        ids = LIST_SEPARATOR.join(told.estimate_id for told in reversed(line.find_before())) or None
        kept += [(told, len(current) - 1, ids) for told in current]
    kept.sort(key=lambda row: row[0].sort_key, reverse=True)
    kept.sort(key=lambda row: _rank_kind(row[0]))
    columns = [name for name in IN_FORCE_COLUMNS if name not in {"rivals", "before_ids"}]
    rows = estimates.set_index("estimate_id", drop=False).loc[[told.estimate_id for told, _, _ in kept], columns]
    rows = rows.reset_index(drop=True)
    rows["rivals"] = pd.Series([rivals for _, rivals, _ in kept], dtype="Int64")
    return rows.assign(before_ids=pd.Series([ids for _, _, ids in kept], dtype="str"))


def _rank_kind(told: Told) -> tuple[int, int, str]:
    return list(Phase).index(Phase(told.phase)), list(Measure).index(Measure(told.measure)), told.force
