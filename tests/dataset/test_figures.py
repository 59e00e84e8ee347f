"""Comparing figures: which meet, and what a later one does to an earlier one."""

from __future__ import annotations

import pytest

from dashboard.dataset.figures import meet, name_change, read_figures, read_totals
from tests.dataset.making import make_estimates, tell

MEETING = [
    # from the articles
    ("up_to 12000", "10000"),
    ("10000", "10000"),
    ("about 10000", "10000"),
    ("3000", "thousands"),
    ("10000", "thousands"),  # only the edge of the band lies between
    ("1500", "hundreds"),
    ("hundreds", "thousands"),
    # invented
    ("at_least 500", "800"),
    ("at_least 500", "up_to 500"),
    ("more_than 10000", "10000"),  # a round number is no exact one
    ("8000-10000", "9500"),
    ("8000-10000", "10000-12000"),
    ("about 1000", "1100"),
    ("about 1000", "900"),
    ("20000", "tens of thousands"),
    ("10000", "tens of thousands"),
    ("150", "hundreds"),
    ("19999", "thousands"),
]
APART = [
    ("3000", "hundreds"),
    ("10000", "12000"),
    ("about 10000", "12000"),
    ("at_least 500", "400"),
    ("up_to 500", "501"),
    ("up_to 500", "at_least 700"),
    ("8000-10000", "10001"),
    ("20000", "thousands"),  # the next band begins
    ("99", "hundreds"),
    ("hundreds", "tens of thousands"),
]


@pytest.mark.parametrize(("one", "other"), MEETING)
def test_figures_that_some_number_fits_meet(one: str, other: str) -> None:
    assert do_meet(one, other)
    assert do_meet(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_figures_that_no_number_fits_do_not_meet(one: str, other: str) -> None:
    assert not do_meet(one, other)
    assert not do_meet(other, one)


def do_meet(one: str, other: str) -> bool:
    first, second = read_figures(make_estimates(tell(one, "Army"), tell(other, "Navy")))
    return meet(first, second)


CHANGES = [
    # from the articles
    ("1500", "3000", "raises"),
    ("hundreds", "10000", "raises"),
    # invented: the same again
    ("3000", "3000", "restates"),
    ("3000", "about 3000", "restates"),
    ("thousands", "thousands", "restates"),
    ("more_than 500", "at_least 500", "restates"),
    ("more_than 500", "at_least 501", "restates"),
    # more and fewer
    ("3000", "1500", "lowers"),
    ("10000", "hundreds", "lowers"),
    ("hundreds", "thousands", "raises"),
    ("tens of thousands", "thousands", "lowers"),
    ("at_least 500", "at_least 700", "raises"),
    ("at_least 700", "at_least 500", "lowers"),
    ("up_to 500", "up_to 700", "raises"),
    ("up_to 700", "up_to 500", "lowers"),
    ("up_to 500", "600", "raises"),
    ("at_least 500", "400", "lowers"),
    ("10000", "more_than 10000", "raises"),
    ("10000", "fewer_than 10000", "lowers"),
    ("8000-10000", "9000-12000", "raises"),
    ("8000-10000", "7000-9000", "lowers"),
    ("at_least 3000", "2000-5000", "lowers"),
    ("up_to 3000", "2000-5000", "raises"),
    # closer and vaguer
    ("10000", "thousands", "widens"),
    ("thousands", "10000", "narrows"),
    ("thousands", "3000", "narrows"),
    ("hundreds", "1500", "narrows"),
    ("3000", "8000-10000", "raises"),
    ("9000", "8000-10000", "widens"),
    ("8000-10000", "9000", "narrows"),
    ("8000-10000", "8000-9000", "narrows"),
    ("8000-10000", "8000", "narrows"),
    ("8000-10000", "10000", "narrows"),
    ("10000", "up_to 12000", "widens"),
    ("up_to 12000", "10000", "narrows"),
    ("at_least 500", "500-700", "narrows"),
    ("500-700", "at_least 500", "widens"),
    # nothing to compare
    ("at_least 3000", "up_to 12000", "rewords"),
    ("up_to 12000", "at_least 3000", "rewords"),
]


@pytest.mark.parametrize(("earlier", "later", "change"), CHANGES)
def test_a_change_is_named_by_what_the_words_bound(earlier: str, later: str, change: str) -> None:
    first, second = read_figures(make_estimates(tell(earlier), tell(later, "Navy")))
    assert name_change(first, second) == change


def test_a_denied_figure_and_a_statement_without_one_are_not_read() -> None:
    frame = make_estimates(tell("500"), tell("600", stance="denies"), tell(""), tell("up_to 700", basis="part"))
    assert [told.high for told in read_figures(frame)] == [500, 700]
    assert [told.high for told in read_totals(frame)] == [500]


def test_an_undated_estimate_has_no_first_day_and_its_publication_as_last() -> None:
    undated, dated = read_figures(make_estimates(tell("500", published="1970-01-03"), tell("600", said="1970-01-03")))
    assert (undated.latest, dated.earliest, dated.latest) == (2, 2, 2)
    assert undated.earliest < -1_000_000
