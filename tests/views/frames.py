"""Made-up estimates and their reports, typed as the loader gives them: by hand for a case, or by the thousand."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import pandas as pd

from dashboard.records import Basis, Measure, Phase, Precision, Qualifier, Stance

LANES: Final = {
    "planned": "Planned or being prepared",
    "present": "Said to be in Utopia",
    "front": "At the front",
    "unspecified": "Stage not stated",
    "statements": "Statements without a number",
}
CLAIMANTS: Final = (
    "Ministry of Defence of Utopia", "Ada Lovelace-Byron", "Erewhon", "Atlantis Intelligence Service", "Lilliput",
    "Blefuscu Armed Forces", "Brobdingnag", "General Staff of Laputa", "Zenda", "Ruritania", "Grand Fenwick",
    "Freedonia", "Sylvania", "Graustark", "Syldavia", "Borduria", "San Theodoros", "Nuevo Rico", "Alpha; Beta",
    "Ombudsman of Elbonia",
)  # fmt: skip
CLOSED: Final = {
    "stance": Stance,
    "qualifier": Qualifier,
    "measure": Measure,
    "phase": Phase,
    "basis": Basis,
    "said_precision": Precision,
}
COUNTS: Final = ("low", "high", "reports", "proposed", "articles", "outlets_known", "outlets_unknown")
DATES: Final = (
    "said_earliest", "said_latest", "shown_on", "event_earliest", "event_latest", "deadline_earliest",
    "deadline_latest", "first_published", "last_published",
)  # fmt: skip
TEXTS: Final = (
    "estimate_id", "figure_text", "force", "claimant", "stages", "qualifiers", "figure_texts", "hedges", "relayed_by",
    "outlets", "agencies", "report_ids",
)  # fmt: skip
EMPTY: Final = date(2024, 10, 23)


def make_estimate(number: int = 1, **cells: Any) -> dict[str, Any]:
    """One estimate: an exact total of 1,000 by Erewhon, present, said and published on 23 Oct 2024; `cells` change it.

    `figure` sets both bounds; `said` sets both ends of the said date, and without either end it is undated.
    """
    figure = cells.pop("figure", 1000)
    said = cells.pop("said", EMPTY)
    published = cells.pop("published", said or EMPTY)
    row: dict[str, Any] = {
        "estimate_id": f"e{number}", "stance": "asserts", "figure_text": None if figure is None else f"{figure:,}",
        "low": figure, "high": figure, "qualifier": None if figure is None else "exact", "measure": "troops",
        "force": "Utopia", "phase": "present", "basis": None if figure is None else "total", "claimant": "Erewhon",
        "said_earliest": said, "said_latest": said, "said_precision": "none" if said is None else "day",
        "shown_on": said or published, "stages": "sent (1)", "reports": 1, "proposed": 0, "articles": 1,
        "outlets_known": 1, "outlets_unknown": 0, "outlets": "Daily Echo", "report_ids": f"r{number}",
        "first_published": published, "last_published": published,
    }  # fmt: skip
    return row | cells


def make_estimates(rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """The rows as the frame the loader gives: days as dates, counts that can be missing, closed sets whole."""
    frame = pd.DataFrame(list(rows), columns=[*TEXTS, *CLOSED, *COUNTS, *DATES])
    for name in DATES:
        frame[name] = pd.to_datetime(frame[name])
    for name in COUNTS:
        frame[name] = frame[name].astype("Int64")
    for name in TEXTS:
        frame[name] = frame[name].astype("str")
    for name, values in CLOSED.items():
        frame[name] = pd.Categorical(frame[name], categories=[str(value) for value in values])
    return frame


def make_reports(estimates: pd.DataFrame, quote: str | None = None) -> pd.DataFrame:
    """The reports behind the estimates, all of one estimate with the same words."""
    rows = [
        _make_report(report_id, str(cell["figure_text"] or "troops"), quote)
        for cell in estimates[["report_ids", "figure_text"]]
        .astype(object)
        .where(estimates.notna(), None)
        .to_dict("records")
        for report_id in cell["report_ids"].split("; ")
    ]
    frame = pd.DataFrame(rows, columns=["report_id", "quote", "quote_start", "figure_start", "figure_end"])
    return frame.astype(dict.fromkeys(("quote_start", "figure_start", "figure_end"), "Int64"))


def _make_report(report_id: str, figure: str, quote: str | None) -> dict[str, Any]:
    words = quote or f"The ministry said on Wednesday that {figure} of its soldiers had been seen on the other side."
    start = words.find(figure)
    found = start >= 0
    offsets = {
        "figure_start": 100 + start if found else None,
        "figure_end": 100 + start + len(figure) if found else None,
    }
    return {"report_id": report_id, "quote": words, "quote_start": 100, **offsets}


@cache
def make_many(count: int, claimants: int = 20, years: int = 10, seed: int = 7) -> pd.DataFrame:
    """So many estimates of every kind, spread over the years and over the claimants; the same frame each time."""
    dice = random.Random(seed)  # noqa: S311 - made-up data, not secrets
    return make_estimates([_make_any(dice, number, claimants, years) for number in range(count)])


def _make_any(dice: random.Random, number: int, claimants: int, years: int) -> dict[str, Any]:
    published = date(2014, 1, 1) + timedelta(days=dice.randrange(365 * years))
    said = None if dice.random() < 0.3 else published - timedelta(days=dice.randrange(5))
    cells: dict[str, Any] = {
        "claimant": CLAIMANTS[dice.randrange(claimants)] if dice.random() < 0.97 else None,
        "phase": dice.choice(["planned", "present", "present", "front", "unspecified"]),
        "reports": dice.choice([1, 1, 1, 2, 5, 12]),
        "proposed": int(dice.random() < 0.15),
        "said": said,
        "published": published,
    }
    if dice.random() < 0.2:
        return make_estimate(
            number, figure=None, stance=dice.choice(["asserts", "denies", "does_not_confirm"]), **cells
        )
    if said is not None and dice.random() < 0.3:
        cells["said_earliest"] = said - timedelta(days=dice.randrange(1, 40))
        cells["said_precision"] = "range"
    return make_estimate(number, **cells) | _make_figure(dice)


def _make_figure(dice: random.Random) -> dict[str, Any]:
    value = round(10 ** dice.uniform(1.5, 4.5), -1)
    bounds = {
        "exact": (value, value), "about": (value, value), "at_least": (value, None), "more_than": (value, None),
        "up_to": (None, value), "fewer_than": (None, value), "range": (value, value * 1.5), "magnitude": (200, 999),
    }  # fmt: skip
    qualifier = dice.choice([*bounds, "exact", "about", "exact"])
    low, high = (None if bound is None else int(bound) for bound in bounds[qualifier])
    text = "hundreds" if qualifier == "magnitude" else f"{low or high:,}"
    basis = dice.choice(["total"] * 6 + ["part", "additional", "remaining", "observed"])
    return {"low": low, "high": high, "qualifier": qualifier, "figure_text": text, "basis": basis}
