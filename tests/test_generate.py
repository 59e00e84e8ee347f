"""The generator of large datasets: what it makes keeps every rule, is the same each time, and holds all kinds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.loader import load_dataset, load_estimates, load_reports, load_sources
from dashboard.records import Qualifier, Stage, Stance
from tests.benchmarks.generate import generate_dataset


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of 600 reports in 60 articles."""
    return generate_dataset(tmp_path_factory.mktemp("generated"), 600)


def test_a_generated_dataset_loads_without_a_fault_and_whole(generated: Path) -> None:
    assert len(load_reports(generated)) == 600
    assert len(load_sources(generated)) == 60


def test_the_same_arguments_give_the_same_bytes(generated: Path, tmp_path: Path) -> None:
    again = generate_dataset(tmp_path, 600)
    names = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert len(names) == 63
    assert [(again / name).read_bytes() for name in names] == [(generated / name).read_bytes() for name in names]


def test_every_kind_of_report_is_in_it(generated: Path) -> None:
    reports = load_reports(generated)
    assert set(reports["qualifier"].dropna()) == set(Qualifier)
    assert set(reports["stance"]) == set(Stance)
    assert set(reports["stage"]) == set(Stage)
    assert set(reports["basis"].dropna()) == {"total", "additional", "remaining"}
    assert set(reports["review"]) == {"reviewed", "proposed"}
    assert reports["said_latest"].isna().any()
    assert reports["figure_text"].isna().any()


def test_no_quote_is_there_twice(generated: Path) -> None:
    assert load_reports(generated)["quote"].is_unique


def test_articles_appear_over_the_years_asked_for(tmp_path: Path) -> None:
    published = load_sources(generate_dataset(tmp_path, 200, first=date(2020, 1, 1), years=4))["published"]
    assert published.min() == pd.Timestamp(2020, 1, 1)
    assert pd.Timestamp(2023, 10, 1) < published.max() < pd.Timestamp(2024, 1, 1)


def test_as_many_claimants_speak_as_asked_for(tmp_path: Path) -> None:
    reports = load_reports(generate_dataset(tmp_path, 2_000, n_claimants=120))
    assert reports["claimant"].nunique() == 120


def test_novelty_one_makes_nearly_every_figure_an_estimate_of_its_own(tmp_path: Path) -> None:
    repeated = load_estimates(generate_dataset(tmp_path / "repeated", 400, novelty=0.1))
    new = load_estimates(generate_dataset(tmp_path / "new", 400, novelty=1))
    assert len(repeated) < 200
    assert len(new) > 300


def test_its_title_and_force_are_its_own_and_not_those_of_the_project(generated: Path) -> None:
    package = load_dataset(generated).package
    assert (package.title, package.force, package.place) == ("Generated reports", "Norland", "Estmark")
