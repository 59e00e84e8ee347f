"""Witnesses: which article carried which estimate, first or after others, and how many stand behind each.

Several articles with the same copy are one witness (`copies.py`); an outlet that is not known is counted as unknown,
never as one more; what is corroborated is told by the number of claimants.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from dashboard.dataset.carried import list_carried
from dashboard.records import LIST_SEPARATOR

ORDERS: Final = ("first", "first_together", "after")
"""`first_together`: on the same first day as other articles, so which came first is not known."""

CARRIAGE_COLUMNS: Final = (
    "source_id",
    "estimate_id",
    "published",
    "outlet",
    "agency",
    "copy_group",
    "reports",
    "order",
    "days_after",
)
WITNESS_COLUMNS: Final = (
    "estimate_id",
    "reports",
    "articles",
    "copy_groups",
    "outlets_known",
    "outlets_unknown",
    "agencies_known",
    "claimants",
)


def build_carriage(
    estimates: pd.DataFrame, reports: pd.DataFrame, sources: pd.DataFrame, copy_groups: pd.Series
) -> pd.DataFrame:
    """One row per article and estimate that it carries, by publication; columns are CARRIAGE_COLUMNS.

    estimates: those known on the day in question. reports, sources: at least those that they are made of. copy_groups:
    the group of each article by source_id (`group_copies`). `order` is one of ORDERS, among the articles of the
    dataset; `days_after`: how many days after the first of them. Missing outlet or agency: not known.
    """
    carried = list_carried(estimates, reports, ["source_id"])
    counted = carried.groupby(["source_id", "estimate_id"], sort=False).size().rename("reports").reset_index()
    articles = sources[["source_id", "published", "outlet", "agency"]].reset_index(drop=True)
    rows = counted.merge(articles, on="source_id").assign(order=_order)
    first = rows.groupby("estimate_id")["published"].transform("min")
    rows = rows.assign(
        reports=rows["reports"].astype("Int64"),
        days_after=(rows["published"] - first).dt.days.astype("Int64"),
        copy_group=rows["source_id"].map(copy_groups).astype("str"),
    )
    return rows.sort_values(["published", "source_id"], kind="stable").reset_index(drop=True)[list(CARRIAGE_COLUMNS)]


def _order(rows: pd.DataFrame) -> pd.Series:
    by_estimate = rows.groupby("estimate_id")["published"]
    is_first = rows["published"] == by_estimate.transform("min")
    together = is_first.groupby(rows["estimate_id"]).transform("sum") > 1
    order = pd.Series("after", index=rows.index).mask(is_first, "first").mask(is_first & together, "first_together")
    return order.astype(pd.CategoricalDtype(list(ORDERS)))


def count_witnesses(carriage: pd.DataFrame, estimates: pd.DataFrame) -> pd.DataFrame:
    """One row per estimate, in their order; columns are WITNESS_COLUMNS, the counts Int64.

    `copy_groups`: how many witnesses the articles are, several with the same copy counted as one. `outlets_unknown`:
    how many of the articles have an outlet that is not known. `claimants`: 1, those who spoke together being one, or 0
    where the articles say it themselves.
    """
    grouped = carriage.groupby("estimate_id")
    counts = pd.DataFrame(
        {
            "reports": grouped["reports"].sum(),
            "articles": grouped["source_id"].nunique(),
            "copy_groups": grouped["copy_group"].nunique(),
            "outlets_known": grouped["outlet"].nunique(),
            "outlets_unknown": carriage["outlet"].isna().groupby(carriage["estimate_id"]).sum(),
            "agencies_known": _count_agencies(carriage),
        }
    ).reindex(estimates["estimate_id"])
    counts["agencies_known"] = counts["agencies_known"].fillna(0)
    counts["claimants"] = estimates["claimant"].notna().to_numpy()
    return counts.astype("Int64").rename_axis("estimate_id").reset_index()[list(WITNESS_COLUMNS)]


def _count_agencies(carriage: pd.DataFrame) -> pd.Series:
    known = carriage[["estimate_id", "agency"]].dropna()
    names = known.assign(agency=known["agency"].str.split(LIST_SEPARATOR, regex=False)).explode("agency")
    return names.groupby("estimate_id")["agency"].nunique()
