"""Revisions: which total follows which, and what it does to it."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.dataset.revisions import REVISION_COLUMNS, add_revisions, build_revisions
from tests.dataset.making import make_estimates, tell

Step = tuple[str, str, str]


def find_steps(*rows: dict[str, Any]) -> list[Step]:
    """Each revision as (earlier figure, kind, later figure)."""
    estimates = make_estimates(*rows)
    figures = dict(zip(estimates["estimate_id"], estimates["figure_text"], strict=True))
    found = build_revisions(estimates)
    steps = zip(found["earlier_id"], found["kind"], found["later_id"], strict=True)
    return [(figures[earlier], str(kind), figures[later]) for earlier, kind, later in steps]


def test_successive_totals_of_a_claimant_are_linked_in_the_order_said() -> None:
    rows = [tell("900", said="2024-03-01"), tell("500", said="2024-01-01"), tell("700", said="2024-02-01")]
    assert find_steps(*rows) == [("500", "raises", "700"), ("700", "raises", "900")]


def test_a_repeat_on_another_day_is_a_restatement() -> None:
    rows = [tell("500", said="2024-01-01"), tell("500", said="2024-02-01"), tell("400", said="2024-03-01")]
    assert find_steps(*rows) == [("500", "restates", "500"), ("500", "lowers", "400")]


@pytest.mark.parametrize(
    "other",
    [
        {"claimant": "Navy"},
        {"phase": "planned"},
        {"measure": "killed"},
        {"force": "Graustark"},
        {"basis": "additional"},
        {"basis": "observed"},
        {"stance": "denies"},
    ],
)
def test_only_totals_of_one_claimant_force_measure_and_phase_are_linked(other: dict[str, Any]) -> None:
    assert find_steps(tell("500", said="2024-01-01"), tell("700", said="2024-02-01", **other)) == []


def test_two_said_on_one_day_are_two_at_once() -> None:
    assert find_steps(tell("700", said="2024-01-01"), tell("500", said="2024-01-01")) == [("500", "two_at_once", "700")]


def test_an_undated_total_is_before_one_said_after_its_publication() -> None:
    rows = [tell("500", published="2024-01-01"), tell("700", said="2024-01-02")]
    assert find_steps(*rows) == [("500", "raises", "700")]


def test_an_undated_total_is_never_known_to_be_the_later_one() -> None:
    rows = [tell("500", said="2024-01-01"), tell("700", published="2024-06-01")]
    assert find_steps(*rows) == [("500", "two_at_once", "700")]


def test_spans_that_overlap_by_a_day_have_no_known_order() -> None:
    rows = [tell("500", said="2024-01-01..2024-01-07"), tell("700", said="2024-01-07..2024-01-09")]
    assert find_steps(*rows) == [("500", "two_at_once", "700")]


def test_a_total_after_two_at_once_follows_both() -> None:
    rows = [
        tell("500", said="2024-01-01"),
        tell("700", said="2024-01-01"),
        tell("600", said="2024-01-02"),
    ]
    assert find_steps(*rows) == [
        ("500", "two_at_once", "700"),
        ("500", "raises", "600"),
        ("700", "lowers", "600"),
    ]


def test_a_span_over_several_statements_leaves_their_own_order_as_it_is() -> None:
    rows = [
        tell("500", said="2024-01-05"),
        tell("600", said="2024-01-10"),
        tell("700", said="2024-01-15"),
        tell("800", said="2024-01-01..2024-01-31"),
        tell("900", said="2024-02-01"),
    ]
    assert find_steps(*rows) == [
        ("500", "raises", "600"),
        ("600", "raises", "700"),
        ("700", "two_at_once", "800"),
        ("700", "raises", "900"),
        ("800", "raises", "900"),
    ]


def test_a_joint_figure_revises_only_what_the_same_claimants_said_together() -> None:
    rows = [
        tell("500", "Army", said="2024-01-01"),
        tell("600", "Army; Navy", said="2024-02-01"),
        tell("700", "Navy; Army", said="2024-03-01"),
        tell("800", "Navy", said="2024-04-01"),
    ]
    assert find_steps(*rows) == [("600", "raises", "700")]


def test_what_articles_say_themselves_revises_nothing() -> None:
    assert find_steps(tell("500", None, said="2024-01-01"), tell("700", None, said="2024-02-01")) == []


def test_a_revision_tells_whose_it_is_and_when() -> None:
    frame = build_revisions(make_estimates(tell("500", published="2024-01-01"), tell("700", said="2024-01-02")))
    assert tuple(frame.columns) == REVISION_COLUMNS
    row = frame.iloc[0]
    assert (row["claimant"], row["force"], row["measure"], row["phase"]) == ("Army", "Ruritania", "troops", "present")
    assert (str(row["earlier_on"].date()), str(row["later_on"].date())) == ("2024-01-01", "2024-01-02")


def test_without_estimates_there_are_no_revisions_and_the_columns_keep_their_types() -> None:
    none, some = (build_revisions(make_estimates(*rows)) for rows in ([], [tell("5", said="2024-01-01")]))
    assert none.empty
    assert none.dtypes.to_dict() == some.dtypes.to_dict()


def test_the_columns_of_the_estimates_name_the_revision_and_what_is_revised() -> None:
    rows = [
        tell("500", said="2024-01-01", estimate_id="a"),
        tell("700", said="2024-01-01", estimate_id="b"),
        tell("600", said="2024-01-02", estimate_id="c"),
        tell("", estimate_id="d"),
    ]
    estimates = make_estimates(*rows)
    added = add_revisions(estimates, build_revisions(estimates)).set_index("estimate_id")
    assert added["revision"].fillna("").to_dict() == {
        "a": "two_at_once",
        "b": "two_at_once",
        "c": "raises; lowers",
        "d": "",
    }
    assert added["revises_id"].fillna("").to_dict() == {"a": "b", "b": "a", "c": "a; b", "d": ""}
    assert estimates["revision"].isna().all()  # the frame that was given stays as it was


def test_the_same_rows_in_another_order_give_the_same_revisions() -> None:
    rows = [tell(str(500 + day), said=f"2024-01-{day:02}") for day in range(1, 20)]
    assert find_steps(*rows) == find_steps(*reversed(rows))


def test_many_at_once_after_many_at_once_stay_as_few_links_as_totals() -> None:
    rows = [tell(str(day * 1000 + size), said=f"2024-01-{day:02}") for day in range(1, 4) for size in range(300)]
    steps = find_steps(*rows)
    assert len(steps) < 2 * len(rows) + 300
    assert {later for _, _, later in steps} | {"1000"} == {row["figure_text"] for row in rows}
