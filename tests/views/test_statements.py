"""The lane of statements: a row per claimant, in order of name, and one label for each row."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.views.marks import Mark, build_marks
from dashboard.views.palette import assign_claimant_styles
from dashboard.views.statements import MOST_ROWS, label_row, name_row, spread_claimants
from tests.views.frames import make_estimate, make_estimates

STYLES = assign_claimant_styles(["Alpha", "Beta", "Utopia Ministry of Defence"])


def spread(*rows: dict[str, Any]) -> list[Mark]:
    cells = [make_estimate(number, **{"figure": None, "stance": "denies"} | row) for number, row in enumerate(rows)]
    return spread_claimants(build_marks(make_estimates(cells), STYLES, "said"), STYLES)


def test_rows_are_in_order_of_name_with_the_article_itself_last() -> None:
    marks = spread({"claimant": None}, {"claimant": "beta"}, {"claimant": "Gamma"}, {"claimant": "Alpha"})
    assert [(mark.style.claimant, mark.value) for mark in marks] == [
        ("", 3.0),
        ("beta", 1.0),
        ("Gamma", 2.0),
        ("Alpha", 0.0),
    ]


def test_one_claimants_statements_share_a_row() -> None:
    marks = spread({"claimant": "Alpha"}, {"claimant": "Alpha", "stance": "asserts"}, {"claimant": "Beta"})
    assert [mark.value for mark in marks] == [0.0, 0.0, 1.0]


def test_a_joint_statement_stands_in_the_row_of_each_under_the_same_id() -> None:
    marks = spread({"claimant": "Alpha; Beta"}, {"claimant": "Beta"})
    assert [(mark.estimate_id, mark.style.claimant, mark.value) for mark in marks] == [
        ("e0", "Alpha", 0.0),
        ("e0", "Beta", 1.0),
        ("e1", "Beta", 1.0),
    ]
    assert {mark.style.colour for mark in marks if mark.style.claimant == "Beta"} == {STYLES["Beta"].colour}


def test_past_forty_rows_those_with_the_fewest_statements_share_one() -> None:
    often = [{"claimant": f"Claimant {number}"} for number in range(MOST_ROWS - 1)] * 2
    once = [{"claimant": f"Other {number}"} for number in range(5)]
    marks = spread(*often, *once)
    assert {mark.value for mark in marks} == set(map(float, range(MOST_ROWS)))
    last = [mark for mark in marks if mark.value == MOST_ROWS - 1]
    assert sorted(mark.style.claimant for mark in last) == [row["claimant"] for row in once]
    assert name_row(last) == "others"


def test_a_label_tells_each_stance_once_in_the_order_said() -> None:
    marks = spread(
        {"claimant": "Alpha", "stance": "does_not_confirm", "said": date(2024, 10, 21)},
        {"claimant": "Alpha", "stance": "denies", "said": date(2024, 10, 10)},
        {"claimant": "Alpha", "stance": "denies", "said": date(2024, 10, 11)},
        {"claimant": "Alpha", "stance": "does_not_confirm", "phase": "front", "said": date(2024, 10, 22)},
    )
    assert label_row(marks) == [
        ("Alpha", " denied, not confirmed, not confirmed (at the front)"),
        ("Alpha", " denied, not confirmed"),
        ("Alpha",),
    ]


def test_a_label_says_then_where_a_stance_is_known_to_have_moved() -> None:
    marks = spread(
        {"claimant": "Alpha", "said_earliest": date(2024, 10, 1), "said": date(2024, 10, 23)},
        {"claimant": "Alpha", "stance": "does_not_confirm", "said": date(2024, 10, 21)},
        {"claimant": "Alpha", "stance": "asserts", "said": date(2024, 10, 22)},
    )
    told = label_row(marks, moved={("e0", "e1")})[0]
    assert told == ("Alpha", " denied, then not confirmed, confirmed")


def test_a_narrow_row_has_the_short_name() -> None:
    marks = spread({"claimant": "Utopia Ministry of Defence"})
    assert name_row(marks, short=True) == "Utopia MoD"
    assert name_row(marks) == "Utopia Ministry of Defence"
    assert name_row(spread({"claimant": None})) == "the article itself"
