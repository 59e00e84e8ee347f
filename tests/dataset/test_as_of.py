"""What was known on each day: the five articles against what a person wrote from them before the code."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.dataset.conflicts import build_conflicts
from dashboard.dataset.revisions import build_revisions
from dashboard.loader import load_dataset, load_estimates, load_reports
from dashboard.records import LIST_SEPARATOR, Stance
from dashboard.views.wording import describe_figure

EXPECTED = tomllib.loads((Path(__file__).parent / "expected" / "as_of.toml").read_text(encoding="utf-8"))
DAYS = [(day, state) for state in EXPECTED["state"] for day in state["days"]]
COLUMNS = ("claimant", "phase", "basis", "low", "high", "reports")

each_day = pytest.mark.parametrize(("day", "expected"), DAYS, ids=[day for day, _ in DAYS])


def describe_figures(estimates: pd.DataFrame) -> dict[str, str]:
    """The figure of each estimate in words, by its id."""
    columns = (estimates[name] for name in ("low", "high", "qualifier", "figure_text"))
    return dict(zip(estimates["estimate_id"], map(describe_figure, *columns), strict=True))


def list_figures(estimates: pd.DataFrame) -> pd.DataFrame:
    """The estimates that assert a number."""
    with_number = estimates["low"].notna() | estimates["high"].notna()
    return estimates[with_number & (estimates["stance"] == Stance.ASSERTS)]


def test_every_day_from_21_october_to_2_november_is_expected_once() -> None:
    days = [str(day.date()) for day in pd.date_range("2024-10-21", "2024-11-02")]
    assert [day for day, _ in DAYS] == days


@each_day
def test_the_estimates_with_a_number_are_those_expected(day: str, expected: dict[str, Any]) -> None:
    figures = list_figures(load_estimates(as_of=day))
    rows = figures[list(COLUMNS)].astype(object).where(figures[list(COLUMNS)].notna(), None)
    found = sorted(map(tuple, rows.to_numpy().tolist()), key=str)
    assert found == sorted((tuple(row.get(name) for name in COLUMNS) for row in expected["estimates"]), key=str)


@each_day
def test_the_figures_read_as_expected(day: str, expected: dict[str, Any]) -> None:
    figures = list_figures(load_estimates(as_of=day))
    words = describe_figures(figures)
    found = sorted(zip(figures["claimant"], figures["phase"], words.values(), strict=True))
    wanted = sorted((row["claimant"], row["phase"], row["figure"]) for row in expected["estimates"])
    # One of the two reports of the NIS's 3,000 says "an estimated 3,000"
    assert [(who, phase, figure.replace("about 3,000", "3,000")) for who, phase, figure in found] == wanted


@each_day
def test_the_revisions_are_those_expected(day: str, expected: dict[str, Any]) -> None:
    estimates = load_estimates(as_of=day)
    words = describe_figures(estimates)
    revisions = build_revisions(estimates)
    ends = [revisions[side].map(words).str.removeprefix("about ") for side in ("earlier_id", "later_id")]
    found = zip(revisions["claimant"], revisions["phase"], *ends, revisions["kind"].astype("str"), strict=True)
    columns = ("claimant", "phase", "earlier", "later", "kind")
    assert sorted(found) == sorted(tuple(row[name] for name in columns) for row in expected["revisions"])


@each_day
def test_the_conflicts_are_those_expected(day: str, expected: dict[str, Any]) -> None:
    estimates = load_estimates(as_of=day)
    words = describe_figures(estimates)
    rows = list_figures(estimates).set_index("estimate_id")
    labels = {
        key: " ".join([*rows.loc[key, ["claimant", "phase", "basis"]].astype("str"), words[key].removeprefix("about ")])
        for key in rows.index
    }
    conflicts = build_conflicts(estimates, load_reports(), load_dataset().package.conflict_window_days)
    about = [sorted(labels[key] for key in ids.split(LIST_SEPARATOR)) for ids in conflicts["estimate_ids"]]
    found = zip(conflicts["kind"].astype("str"), conflicts["verdict"].astype("str"), about, strict=True)
    assert sorted(found) == sorted((row["kind"], row["verdict"], row["figures"]) for row in expected["conflicts"])


def test_each_step_of_the_joint_claimants_is_left_out_of_their_own() -> None:
    revisions = build_revisions(load_estimates())
    assert not revisions["claimant"].str.contains(LIST_SEPARATOR, regex=False).any()
