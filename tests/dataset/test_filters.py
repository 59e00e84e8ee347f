"""Filters choose estimates and never change them."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.dataset.filters import Filters, filter_estimates, list_claimants
from dashboard.loader import load_estimates, load_reports, load_sources

CASES = [
    # a choice, and the claimants left with how many estimates each
    (Filters(), {"all": 31}),
    (Filters(claimants=("Ukraine",)), {"South Korea; Ukraine": 2, "Ukraine": 1}),
    (Filters(claimants=("NATO",), phases=("front",)), {"NATO": 1}),
    (Filters(bases=("additional", "remaining")), {"NIS": 2}),
    (Filters(words="GROUNDLESS"), {"North Korea": 1}),
    (Filters(words="  cho tae-yong "), {"NIS": 1}),
    (Filters(words="(NIS"), {"NIS": 2}),  # no pattern: a bracket is a bracket
    (Filters(review="proposed"), {}),
    (Filters(claimants=("Nobody",)), {}),
]


@pytest.mark.parametrize(("filters", "expected"), CASES, ids=lambda value: str(value)[:60])
def test_a_choice_leaves_what_fits_it(filters: Filters, expected: dict[str, int]) -> None:
    left = filter_estimates(load_estimates(), load_reports(), load_sources(), filters)
    counts = {"all": len(left)} if "all" in expected else left["claimant"].value_counts().to_dict()
    assert counts == expected


def test_an_outlet_is_matched_by_any_report_of_the_estimate() -> None:
    left = filter_estimates(load_estimates(), load_reports(), load_sources(), Filters(outlets=("Shropshire Star",)))
    assert set(left["claimant"]) == {"UK Ministry of Defence", "United States; NATO"}


def test_an_outlet_that_is_not_known_can_be_chosen() -> None:
    left = filter_estimates(load_estimates(), load_reports(), load_sources(), Filters(outlets=("",)))
    assert (left["outlets_unknown"] > 0).all()
    assert len(left) == (load_estimates()["outlets_unknown"] > 0).sum()


def test_filtering_changes_neither_rows_nor_their_order() -> None:
    estimates = load_estimates()
    left = filter_estimates(estimates, load_reports(), load_sources(), Filters(phases=("planned",)))
    pd.testing.assert_frame_equal(left, estimates.loc[estimates["phase"] == "planned"])


def test_claimants_are_listed_one_by_one_and_the_article_itself_last() -> None:
    names = list_claimants(load_estimates())
    assert "South Korea" in names
    assert not any(";" in name for name in names)
    assert names[-1] == ""
