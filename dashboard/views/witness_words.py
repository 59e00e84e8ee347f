"""How much stands behind an estimate, in words: reports, articles, separate texts, outlets and claimants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dashboard.views.wording import count_noun, describe_outlets

ORDER_WORDS: Final = {
    "first": "first of these articles",
    "first_together": "on the first day, with others",
    "after": "{days} after the first",
}


def describe_backing(counts: Mapping[str, Any]) -> str:
    """One row of `dataset/witnesses.py`'s counts in words; articles with the same copy are one text.

    >>> row = {"reports": 5, "articles": 4, "copy_groups": 2, "outlets_known": 2, "outlets_unknown": 2, "claimants": 1}
    >>> describe_backing(row)
    '5 reports in 4 articles (2 separate texts), at least 2 outlets, 1 claimant'
    >>> describe_backing(row | {"reports": 1, "articles": 1, "copy_groups": 1, "outlets_unknown": 0, "claimants": 0})
    '1 report in 1 article, 2 outlets, no claimant'
    """
    articles = count_noun(counts["articles"], "article")
    if int(counts["copy_groups"]) < int(counts["articles"]):
        articles += f" ({count_noun(counts['copy_groups'], 'separate text')})"
    outlets = describe_outlets(counts["outlets_known"], counts["outlets_unknown"])
    claimants = count_noun(counts["claimants"], "claimant") if int(counts["claimants"]) else "no claimant"
    return f"{count_noun(counts['reports'], 'report')} in {articles}, {outlets}, {claimants}"


def describe_order(order: str, days_after: Any) -> str:
    """Whether an article carried an estimate first or after others, among the articles of the dataset.

    >>> describe_order("first", 0), describe_order("after", 1)
    ('first of these articles', '1 day after the first')
    """
    return ORDER_WORDS[order].format(days=count_noun(days_after, "day"))
