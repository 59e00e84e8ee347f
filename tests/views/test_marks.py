"""Where each estimate stands and by which sign: the value is what was said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard.views.marks import BAR, DOWN, POINT, STATEMENT, UP, Mark, build_marks
from dashboard.views.palette import assign_claimant_styles
from tests.views.frames import make_estimate, make_estimates


def make_mark(axis: str = "said", **cells: Any) -> Mark:
    return build_marks(make_estimates([make_estimate(**cells)]), assign_claimant_styles(["Erewhon"]), axis)[0]


PLACES = [
    ("exact", 3_000, 3_000, POINT, 3_000),
    ("about", 3_000, 3_000, POINT, 3_000),
    ("at_least", 3_000, None, UP, 3_000),
    ("more_than", 3_000, None, UP, 3_000),
    ("up_to", None, 12_000, DOWN, 12_000),
    ("fewer_than", None, 12_000, DOWN, 12_000),
    ("range", 8_000, 10_000, BAR, 10_000),
    ("magnitude", 200, 999, BAR, 999),
    ("exact", 0, 0, POINT, 0),
]


@pytest.mark.parametrize(("qualifier", "low", "high", "kind", "value"), PLACES)
def test_a_figure_stands_where_its_words_put_it(
    qualifier: str, low: int | None, high: int | None, kind: str, value: int
) -> None:
    mark = make_mark(qualifier=qualifier, low=low, high=high)
    assert (mark.kind, mark.value, mark.low, mark.high) == (kind, value, low, high)


@pytest.mark.parametrize(
    ("basis", "symbol"),
    [
        ("total", "circle"),
        ("part", "square"),
        ("additional", "cross"),
        ("remaining", "diamond"),
        ("observed", "star"),
    ],
)
def test_each_basis_has_a_shape_of_its_own_and_only_totals_are_large(basis: str, symbol: str) -> None:
    mark = make_mark(basis=basis)
    assert mark.symbol == symbol
    assert (mark.size < make_mark(basis="total").size) == (basis != "total")


def test_more_reports_make_a_larger_mark() -> None:
    sizes = [make_mark(reports=reports).size for reports in (1, 2, 5, 20)]
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize(
    ("stance", "symbol"), [("asserts", "circle"), ("does_not_confirm", "diamond-open"), ("denies", "x")]
)
def test_each_stance_without_a_number_has_a_shape_of_its_own(stance: str, symbol: str) -> None:
    mark = make_mark(figure=None, stance=stance)
    assert (mark.kind, mark.symbol) == (STATEMENT, symbol)


def test_a_denied_figure_is_not_drawn_at_its_value() -> None:
    mark = make_mark(figure=10_000, stance="denies")
    assert (mark.kind, mark.low, mark.high, mark.label) == (STATEMENT, None, None, "")


def test_a_mark_stands_at_the_latest_day_with_the_earliest_kept_for_its_whisker() -> None:
    mark = make_mark(said_earliest=date(1970, 1, 3), said_latest=date(1970, 1, 11), shown_on=date(1970, 1, 11))
    assert (mark.day, mark.earliest, mark.open_start) == (10.0, 2.0, False)


def test_an_undated_statement_stands_at_its_publication_and_is_open_to_the_left() -> None:
    mark = make_mark(said=None, published=date(1970, 1, 11))
    assert (mark.day, mark.earliest, mark.open_start) == (10.0, None, True)


def test_by_publication_nothing_is_uncertain() -> None:
    mark = make_mark(axis="published", said=None, published=date(1970, 1, 11))
    assert (mark.day, mark.earliest, mark.open_start) == (10.0, None, False)


@pytest.mark.parametrize(
    ("cells", "label"),
    [
        ({"figure": 1_500, "basis": "additional"}, "+1,500"),
        ({"figure": 7_000, "basis": "remaining"}, "7,000 remaining"),
        ({"low": None, "high": 12_000, "qualifier": "up_to"}, "up to 12,000"),
        ({"low": 200, "high": 999, "qualifier": "magnitude", "figure_text": "hundreds"}, "hundreds"),
    ],
)
def test_labels_carry_the_qualifier_and_the_sign_of_the_basis(cells: dict[str, Any], label: str) -> None:
    assert make_mark(**cells).label == label
