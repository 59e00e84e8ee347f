"""Frames of estimates made up for tests, with the declared columns and dtypes, each row told in a few words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.dataset.package import read_package
from dashboard.dataset.tables import type_cells

DATA = Path(__file__).resolve().parents[2] / "data"
BANDS = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999), "tens of thousands": (20_000, 99_999)}


def tell(figure: str, claimant: str | None = "Army", said: str | None = None, **more: Any) -> dict[str, Any]:
    """One estimate: a figure ("3000", "about 3000", "up_to 3000", "8000-10000", "thousands" or ""), said "a" or "a..b".

    `published` (by default the last day said, else 2024-01-31) is its first publication; other columns by name.
    """
    low, high, qualifier = read_bounds(figure)
    first, _, last = (said or "").partition("..")
    published = more.pop("published", (last or first) or "2024-01-31")
    row = {
        "estimate_id": f"{claimant}-{figure}-{said or published}-{more.get('phase')}-{more.get('basis')}",
        "stance": "asserts",
        "figure_text": figure or None,
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "measure": "troops",
        "force": "Ruritania",
        "phase": "present",
        "basis": "total" if figure else None,
        "claimant": claimant,
        "said_earliest": first or None,
        "said_latest": (last or first) or None,
        "said_precision": ("range" if last else "day") if said else "none",
        "shown_on": (last or first) or published,
        "stages": "sent (1)",
        "first_published": published,
        "last_published": published,
        "reports": 1,
        "proposed": 0,
        "articles": 1,
        "outlets_known": 1,
        "outlets_unknown": 0,
    }
    row["estimate_id"] = str(row["estimate_id"]).replace("; ", "+")
    row |= more
    return {"report_ids": row["estimate_id"]} | row


def read_bounds(figure: str) -> tuple[int | None, int | None, str | None]:
    """Low, high and qualifier of a figure in the shorthand of `tell`."""
    if not figure:
        return None, None, None
    if figure in BANDS:
        return *BANDS[figure], "magnitude"
    if "-" in figure:
        low, high = figure.split("-")
        return int(low), int(high), "range"
    qualifier, _, number = f"exact {figure}".rpartition(" ")
    qualifier = qualifier.split()[-1]
    count = int(number)
    return (
        None if qualifier in {"up_to", "fewer_than"} else count,
        None if qualifier in {"at_least", "more_than"} else count,
        qualifier,
    )


def make_estimates(*rows: dict[str, Any]) -> pd.DataFrame:
    """The estimates as a frame with the columns and dtypes that the declaration gives."""
    table = read_package(DATA).tables["estimates"]
    return type_cells(pd.DataFrame(list(rows), columns=table.columns, dtype=object), table)
