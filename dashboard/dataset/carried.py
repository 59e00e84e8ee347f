"""Which report carries which estimate: the ids that an estimate joins, as a frame of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.records import LIST_SEPARATOR


def list_carried(estimates: pd.DataFrame, reports: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """One row per report of each estimate, in the order of both: estimate_id, report_id and the report's `columns`."""
    split = estimates["report_ids"].astype("str").str.split(LIST_SEPARATOR, regex=False)
    pairs = pd.DataFrame({"estimate_id": estimates["estimate_id"].astype("str"), "report_id": split}).explode(
        "report_id"
    )
    wanted = reports[["report_id", *columns]].reset_index(drop=True)
    return pairs.astype({"report_id": "str"}).merge(wanted.astype({"report_id": "str"}), on="report_id")
