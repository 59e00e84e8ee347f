"""Many articles at once: a frame in, a frame out, whatever the partition."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.reading.articles import read_articles
from dashboard.reading.rows import COLUMNS

ARTICLES = pd.DataFrame(
    {
        "file": ["a", "b", "c"],
        "text": [
            "Mali sent 300 soldiers on Friday.",
            "Nothing.",
            "Up to 40 rebels died. Kenya has 600 soldiers there.",
        ],
        "published": [date(2025, 3, 14), None, "2025-03-14"],
        "outlet": ["Radio", None, float("nan")],
    }
)


def test_one_row_comes_out_per_report() -> None:
    reports = read_articles(ARTICLES)
    assert list(reports.columns) == list(COLUMNS)
    assert list(reports["file"]) == ["a", "c", "c"]
    assert list(reports["figure_text"]) == ["300", "40", "600"]
    assert reports["low"].isna().tolist() == [False, True, False]
    assert reports["event_latest"].iloc[0] == "2025-03-14"


def test_partitions_are_independent_of_each_other() -> None:
    whole = read_articles(ARTICLES)
    parts = pd.concat([read_articles(ARTICLES.iloc[place : place + 1]) for place in range(3)], ignore_index=True)
    pd.testing.assert_frame_equal(whole, parts)


def test_no_articles_give_the_same_columns_and_types() -> None:
    empty = read_articles(ARTICLES.iloc[:0])
    assert len(empty) == 0
    assert list(empty.dtypes) == list(read_articles(ARTICLES).dtypes)


def test_what_was_given_is_not_changed() -> None:
    before = ARTICLES.copy(deep=True)
    read_articles(ARTICLES)
    pd.testing.assert_frame_equal(ARTICLES, before)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="no column text among file; expected file and text; add it"):
        read_articles(pd.DataFrame({"file": ["a"]}))


def test_a_day_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="a, column published: 'soon' is no day; expected YYYY-MM-DD; correct it"):
        read_articles(pd.DataFrame({"file": ["a"], "text": ["x"], "published": ["soon"]}))
