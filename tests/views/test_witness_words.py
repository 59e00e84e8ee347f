"""How much stands behind an estimate, in words."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.views.witness_words import describe_backing, describe_order

ROW = {"reports": 5, "articles": 4, "copy_groups": 4, "outlets_known": 1, "outlets_unknown": 3, "claimants": 1}
BACKING: list[tuple[dict[str, int], str]] = [
    ({}, "5 reports in 4 articles, at least 1 outlet, 1 claimant"),
    ({"copy_groups": 2}, "5 reports in 4 articles (2 separate texts), at least 1 outlet, 1 claimant"),
    ({"copy_groups": 1}, "5 reports in 4 articles (1 separate text), at least 1 outlet, 1 claimant"),
    ({"outlets_known": 0, "outlets_unknown": 4}, "5 reports in 4 articles, outlet not known, 1 claimant"),
    ({"outlets_known": 3, "outlets_unknown": 0}, "5 reports in 4 articles, 3 outlets, 1 claimant"),
    ({"claimants": 0}, "5 reports in 4 articles, at least 1 outlet, no claimant"),
]
ORDERS = [
    ("first", 0, "first of these articles"),
    ("first_together", 0, "on the first day, with others"),
    ("after", 9, "9 days after the first"),
]


@pytest.mark.parametrize(("counts", "words"), BACKING)
def test_what_stands_behind_an_estimate_is_counted_in_words(counts: dict[str, Any], words: str) -> None:
    assert describe_backing(ROW | counts) == words


@pytest.mark.parametrize(("order", "days", "words"), ORDERS)
def test_an_article_carried_it_first_or_after_others(order: str, days: int, words: str) -> None:
    assert describe_order(order, days) == words
