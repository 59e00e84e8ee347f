"""Totals in force: what each claimant says last in each phase."""

from __future__ import annotations

from dashboard.dataset.in_force import IN_FORCE_COLUMNS, find_totals_in_force
from tests.dataset.making import make_estimates, tell


def test_the_latest_total_of_each_claimant_is_in_force_and_the_others_came_before() -> None:
    found = find_totals_in_force(
        make_estimates(
            tell("500", "Army", "2024-01-01", estimate_id="a1"),
            tell("600", "Army", "2024-02-01", estimate_id="a2"),
            tell("700", "Army", "2024-03-01", estimate_id="a3"),
            tell("650", "Navy", "2024-03-05", estimate_id="n1"),
        )
    )
    assert list(found.columns) == list(IN_FORCE_COLUMNS)
    assert found["estimate_id"].tolist() == ["n1", "a3"]
    assert found["before_ids"].fillna("").tolist() == ["", "a2; a1"]
    assert found["rivals"].tolist() == [0, 0]


def test_totals_of_unknown_order_are_in_force_together() -> None:
    found = find_totals_in_force(
        make_estimates(
            tell("400", "Army", "2024-01-01", estimate_id="old"),
            tell("500", "Army", "2024-02-01", estimate_id="dated"),
            tell("600", "Army", published="2024-03-01", estimate_id="undated"),
        )
    )
    assert found["estimate_id"].tolist() == ["undated", "dated"]
    assert found["rivals"].tolist() == [1, 1]
    assert found["before_ids"].tolist() == ["old", "old"]


def test_each_phase_and_measure_is_in_force_by_itself_in_the_order_of_the_model() -> None:
    found = find_totals_in_force(
        make_estimates(
            tell("1", said="2024-03-01", phase="front", estimate_id="front"),
            tell("2", said="2024-01-01", phase="planned", estimate_id="planned"),
            tell("3", said="2024-02-01", phase="present", estimate_id="present"),
            tell("4", said="2024-02-01", phase="present", measure="killed", estimate_id="killed"),
        )
    )
    assert found["estimate_id"].tolist() == ["planned", "present", "killed", "front"]


def test_parts_additions_remainders_and_observations_are_never_in_force() -> None:
    rows = [tell("5", basis=basis) for basis in ("part", "additional", "remaining", "observed")]
    assert find_totals_in_force(make_estimates(*rows, tell("6", stance="denies"), tell(""))).empty


def test_a_joint_total_does_not_replace_one_of_its_own_claimants() -> None:
    rows = [tell("5", "Army", "2024-01-01"), tell("6", "Army; Navy", "2024-02-01"), tell("7", None, "2024-03-01")]
    found = find_totals_in_force(make_estimates(*rows))
    assert found["claimant"].fillna("").tolist() == ["", "Army; Navy", "Army"]


def test_an_empty_frame_gives_an_empty_one_with_the_same_types() -> None:
    none, some = (find_totals_in_force(make_estimates(*rows)) for rows in ([], [tell("5", said="2024-01-01")]))
    assert none.empty
    assert none.dtypes.to_dict() == some.dtypes.to_dict()
