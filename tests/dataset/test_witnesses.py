"""Witnesses: which article carried which estimate, and how many stand behind each."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.dataset.copies import build_copy_links, group_copies
from dashboard.dataset.witnesses import (
    CARRIAGE_COLUMNS,
    WITNESS_COLUMNS,
    build_carriage,
    count_witnesses,
)
from dashboard.loader import load_dataset, load_estimates
from tests.dataset.making import make_estimates, tell


def read_articles(as_of: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The estimates and the carriage of the five articles, as known on a day."""
    dataset, estimates = load_dataset(), load_estimates(as_of=as_of)
    known = dataset.sources[dataset.sources["published"] <= as_of]
    groups = group_copies(known, build_copy_links(dataset.sources, dataset.texts))
    return estimates, build_carriage(estimates, dataset.reports, known, groups)


def make_carriage(
    estimates: pd.DataFrame, articles: dict[str, tuple[Any, ...]], copies: dict[str, str]
) -> pd.DataFrame:
    """Articles as (published, outlet, agency), with the reports that the estimates name: "a1" is in a."""
    ids = [name for joined in estimates["report_ids"] for name in joined.split("; ")]
    reports = pd.DataFrame({"report_id": ids, "source_id": [name[0] for name in ids]}, dtype="str")
    sources = pd.DataFrame.from_dict(articles, orient="index", columns=["published", "outlet", "agency"])
    sources = sources.rename_axis("source_id").reset_index().astype({"outlet": "str", "agency": "str"})
    sources["published"] = pd.to_datetime(sources["published"])
    groups = pd.Series({name: copies.get(name, name) for name in articles})
    return build_carriage(estimates, reports, sources, groups)


ARTICLES = {
    "a": ("2024-01-01", "Herald", "Wire"),
    "b": ("2024-01-01", None, None),
    "c": ("2024-01-04", "Herald", "Wire; Post"),
    "d": ("2024-01-04", None, None),
}
ROWS = (
    tell("500", "Army", estimate_id="a1", report_ids="a1; a2; b1; c1; d1"),
    tell("600", "Army; Navy", estimate_id="c2", report_ids="c2"),
    tell("", None, estimate_id="d2", report_ids="d2"),
)


# Of the articles


def test_the_1500_is_five_reports_in_four_articles_of_two_separate_texts_and_one_claimant() -> None:
    estimates, carriage = read_articles("2024-11-02")
    counts = count_witnesses(carriage, estimates).set_index("estimate_id")
    assert counts.loc[["a000-00244"]].to_dict("records") == [
        {
            "reports": 5,
            "articles": 4,
            "copy_groups": 2,
            "outlets_known": 1,
            "outlets_unknown": 3,
            "agencies_known": 3,
            "claimants": 1,
        }
    ]


def test_the_1500_was_carried_first_by_the_article_of_22_october() -> None:
    _, carriage = read_articles("2024-11-02")
    rows = carriage[carriage["estimate_id"] == "a000-00244"]
    assert rows[["source_id", "order", "days_after", "reports"]].to_numpy().tolist() == [
        ["a000", "first", 0, 1],
        ["a002", "after", 1, 2],
        ["a003", "after", 1, 1],
        ["a004", "after", 1, 1],
    ]


def test_on_22_october_the_1500_has_one_witness() -> None:
    estimates, carriage = read_articles("2024-10-22")
    counts = count_witnesses(carriage, estimates).set_index("estimate_id")
    assert counts.loc[["a000-00244"], ["reports", "articles", "copy_groups"]].to_numpy().tolist() == [[1, 1, 1]]


def test_the_counts_are_those_of_the_estimates_themselves() -> None:
    estimates, carriage = read_articles("2024-11-02")
    names = ["reports", "articles", "outlets_known", "outlets_unknown"]
    assert count_witnesses(carriage, estimates)[names].equals(estimates[names])


# Invented


def test_an_article_is_first_alone_first_together_or_after_others() -> None:
    carriage = make_carriage(make_estimates(*ROWS), ARTICLES, {})
    assert tuple(carriage.columns) == CARRIAGE_COLUMNS
    rows = carriage[carriage["estimate_id"] == "a1"]
    assert rows["order"].tolist() == ["first_together", "first_together", "after", "after"]
    assert rows["days_after"].tolist() == [0, 0, 3, 3]
    assert rows["reports"].tolist() == [2, 1, 1, 1]
    assert carriage.loc[carriage["estimate_id"] == "c2", "order"].tolist() == ["first"]


def test_copies_are_one_witness_and_an_unknown_outlet_is_no_more_than_unknown() -> None:
    estimates = make_estimates(*ROWS)
    counts = count_witnesses(make_carriage(estimates, ARTICLES, {"b": "a", "c": "a"}), estimates)
    assert tuple(counts.columns) == WITNESS_COLUMNS
    assert counts.to_numpy().tolist() == [
        ["a1", 5, 4, 2, 1, 2, 2, 1],
        ["c2", 1, 1, 1, 1, 0, 2, 1],
        ["d2", 1, 1, 1, 0, 1, 0, 0],
    ]


def test_without_estimates_all_frames_are_empty_and_keep_their_types() -> None:
    none, some = make_estimates(), make_estimates(*ROWS)
    empty, full = (make_carriage(estimates, ARTICLES, {}) for estimates in (none, some))
    pairs = [
        (empty, full),
        (count_witnesses(empty, none), count_witnesses(full, some)),
    ]
    for found, expected in pairs:
        assert found.empty
        assert found.dtypes.to_dict() == expected.dtypes.to_dict()
