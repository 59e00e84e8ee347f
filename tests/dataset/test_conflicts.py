"""Conflicts: which figures clash, which add up, and of which nothing is said."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.dataset.conflicts import CONFLICT_COLUMNS, build_conflicts
from dashboard.records import LIST_SEPARATOR
from tests.dataset.making import make_estimates, tell

Found = tuple[str, str, list[str]]


def find_conflicts(*rows: dict[str, Any], reports: pd.DataFrame | None = None) -> list[Found]:
    """Each conflict as kind, verdict and the figures it is about, each by claimant and figure."""
    estimates = make_estimates(*rows)
    labels = {row["estimate_id"]: f"{row['claimant']} {row['figure_text']}" for row in rows}
    conflicts = build_conflicts(estimates, make_reports(*rows) if reports is None else reports, 7)
    ids = (ids.split(LIST_SEPARATOR) for ids in conflicts["estimate_ids"])
    about = [[labels[key] for key in found] for found in ids]
    return list(zip(conflicts["kind"].astype("str"), conflicts["verdict"].astype("str"), about, strict=True))


def make_reports(*rows: dict[str, Any]) -> pd.DataFrame:
    """One report per id in report_ids; article and sentence from `found_in` ("article sentence"), else its own."""
    reports = [
        (report_id, *(row.get("found_in") or f"{row['estimate_id']} 0").rsplit(" ", 1), *row.get("event", (None, None)))
        for row in rows
        for report_id in row["report_ids"].split(LIST_SEPARATOR)
    ]
    columns = ["report_id", "source_id", "quote_start", "event_earliest", "event_latest"]
    frame = pd.DataFrame(reports, columns=columns)
    dates = {name: frame[name].astype("datetime64[us]") for name in ("event_earliest", "event_latest")}
    return frame.assign(quote_start=frame["quote_start"].astype("Int64"), **dates)


# one claimant, two totals


def test_two_totals_of_a_claimant_on_one_day_clash() -> None:
    rows = [tell("12000", said="2024-01-05"), tell("10000", said="2024-01-05"), tell("9000", said="2024-01-01")]
    assert find_conflicts(*rows) == [("two_totals", "clash", ["Army 10000", "Army 12000"])]


def test_totals_that_meet_are_left_out_of_the_clash_of_others() -> None:
    rows = [tell(figure, said="2024-01-05") for figure in ("10000", "12000", "9000-13000")]
    assert find_conflicts(*rows) == [("two_totals", "clash", ["Army 10000", "Army 12000"])]


def test_an_undated_total_published_long_after_is_not_said_at_once() -> None:
    assert find_conflicts(tell("500", said="2024-01-01"), tell("700", published="2024-06-01")) == []


@pytest.mark.parametrize(("one", "other"), [("10000", "up_to 12000"), ("10000", "thousands"), ("500", "about 520")])
def test_totals_that_meet_do_not_clash(one: str, other: str) -> None:
    assert find_conflicts(tell(one, said="2024-01-05"), tell(other, said="2024-01-05")) == []


# two claimants


def test_two_claimants_whose_totals_do_not_meet_clash_within_the_window() -> None:
    rows = [tell("3000", "Army", "2024-01-01"), tell("10000", "Navy", "2024-01-08")]
    assert find_conflicts(*rows) == [("claimants_differ", "clash", ["Army 3000", "Navy 10000"])]


def test_two_claimants_do_not_clash_a_day_after_the_window() -> None:
    assert find_conflicts(tell("3000", "Army", "2024-01-01"), tell("10000", "Navy", "2024-01-09")) == []


DAYS = ("2024-01-01", "2023-12-31")


def test_an_undated_total_counts_as_said_when_it_was_published() -> None:
    near, far = ([tell("3000", "Army", published=day), tell("500", "Navy", "2024-01-08")] for day in DAYS)
    assert find_conflicts(*near) == [("claimants_differ", "clash", ["Army 3000", "Navy 500"])]
    assert find_conflicts(*far) == []


def test_a_total_that_is_no_longer_in_force_does_not_clash() -> None:
    rows = [tell("500", "Army", "2024-01-01"), tell("3000", "Army", "2024-01-03"), tell("3100", "Navy", "2024-01-02")]
    assert find_conflicts(*rows) == [("claimants_differ", "clash", ["Navy 3100", "Army 3000"])]
    assert find_conflicts(*rows[:2], tell("about 3100", "Navy", "2024-01-02")) == []


def test_claimants_agree_when_one_of_several_totals_in_force_meets() -> None:
    rows = [tell(figure, "Army", "2024-01-05") for figure in ("10000", "12000")]
    assert find_conflicts(*rows, tell("10000", "Navy", "2024-01-05"))[1:] == []


@pytest.mark.parametrize(
    "other",
    [{"phase": "planned"}, {"measure": "killed"}, {"force": "Graustark"}, {"basis": "part"}, {"stance": "denies"}],
)
def test_only_totals_of_the_same_force_measure_and_phase_are_compared(other: dict[str, Any]) -> None:
    assert find_conflicts(tell("500", "Army", "2024-01-01"), tell("3000", "Navy", "2024-01-01", **other)) == []


def test_what_an_article_says_itself_is_no_claimant() -> None:
    assert find_conflicts(tell("500", "Army", "2024-01-01"), tell("3000", None, "2024-01-01")) == []


def test_a_month_long_span_is_near_all_its_days() -> None:
    rows = [tell("3000", "Army", "2024-01-01..2024-01-31"), tell("500", "Navy", "2024-01-02")]
    assert find_conflicts(*rows) == [("claimants_differ", "clash", ["Navy 500", "Army 3000"])]


# one estimate, two dates


EVENTS = [
    (("2024-09-01", "2024-09-30"), ("2024-10-08", "2024-10-13"), True),
    (("2024-09-01", "2024-10-08"), ("2024-10-08", "2024-10-13"), False),
    (("2024-10-01", "2024-10-31"), (None, None), False),
    ((None, "2024-09-30"), ("2024-10-08", "2024-10-13"), True),  # until September
    (("2024-10-01", None), ("2024-09-01", "2024-09-30"), True),  # since October
    (("2024-10-01", None), (None, "2024-10-31"), False),
]


@pytest.mark.parametrize(("one", "other", "clash"), EVENTS)
def test_reports_of_one_estimate_that_date_the_event_apart_clash(one: Any, other: Any, clash: bool) -> None:
    row = tell("500", report_ids="r1; r2; r3")
    events = {"r1": one, "r2": other, "r3": (None, None)}
    reports = make_reports(*(row | {"report_ids": name, "event": days} for name, days in events.items()))
    found = find_conflicts(row, reports=reports)
    assert found == ([("event_dates", "clash", ["Army 500"])] if clash else [])


def test_the_reports_that_date_an_event_apart_are_named() -> None:
    row = tell("500", report_ids="r1; r2; r3")
    events = {"r1": ("2024-09-01", "2024-09-30"), "r2": (None, None), "r3": ("2024-10-08", "2024-10-13")}
    reports = make_reports(*(row | {"report_ids": name, "event": days} for name, days in events.items()))
    assert build_conflicts(make_estimates(row), reports, 7)["report_ids"].tolist() == ["r1; r3"]


# sums


def test_present_and_remaining_that_make_the_planned_total_agree() -> None:
    rows = [
        tell("3000", said="2024-01-05"),
        tell("7000", said="2024-01-05", basis="remaining", phase="planned"),
        tell("10000", said="2023-11-01", phase="planned"),
    ]
    assert find_conflicts(*rows) == [("remaining_sum", "agreement", ["Army 3000", "Army 7000", "Army 10000"])]


def test_a_remainder_agrees_with_one_of_two_planned_totals() -> None:
    plans = [tell(figure, published="2024-01-05", phase="planned") for figure in ("12000", "10000")]
    remaining = tell("7000", said="2024-01-05", basis="remaining", phase="planned")
    found = find_conflicts(tell("3000", said="2024-01-05"), remaining, *plans)
    assert found == [
        ("two_totals", "clash", ["Army 10000", "Army 12000"]),
        ("remaining_sum", "agreement", ["Army 3000", "Army 7000", "Army 10000"]),
    ]


def test_present_and_remaining_that_do_not_make_the_planned_total_clash() -> None:
    rows = [
        tell("4000", said="2024-01-05"),
        tell("7000", said="2024-01-05", basis="remaining", phase="planned"),
        tell("10000", said="2024-01-03", phase="planned"),
    ]
    assert find_conflicts(*rows) == [("remaining_sum", "clash", ["Army 4000", "Army 7000", "Army 10000"])]


NO_SUM = [
    ("another claimant's plan", {"claimant": "Navy"}),
    ("a plan of long ago", {"said": "2023-06-01"}),
    ("a plan that the sum fits", {"figure": "up_to 12000"}),
    ("a rounded plan", {"figure": "about 10500"}),
]


@pytest.mark.parametrize("plan", [plan for _, plan in NO_SUM], ids=[name for name, _ in NO_SUM])
def test_a_sum_that_need_not_be_exact_is_left_untold(plan: dict[str, str]) -> None:
    rows = [
        tell("4000", said="2024-01-05"),
        tell("7000", said="2024-01-05", basis="remaining", phase="planned"),
        tell(**{"figure": "15000", "said": "2024-01-05", "claimant": "Army", "phase": "planned"} | plan),
    ]
    assert find_conflicts(*rows) == []


PLANNED = {"said": "2024-01-05", "phase": "planned"}
FITTING = [
    ("1000-9000", "1000", "5000"),
    ("1000", "1000-9000", "5000"),
    ("4000", "7000", "8000-11000"),
    ("4000", "7000", "11000-15000"),
    ("at_least 4000", "7000", "20000"),
    ("up_to 4000", "7000", "8000"),
    ("thousands", "7000", "10000"),
]


@pytest.mark.parametrize(("there", "rest", "plan"), FITTING)
def test_a_sum_that_some_numbers_fit_is_left_untold(there: str, rest: str, plan: str) -> None:
    remaining = tell(rest, basis="remaining", **PLANNED)
    assert find_conflicts(tell(there, said="2024-01-05"), remaining, tell(plan, **PLANNED)) == []


NOT_FITTING = [("1000-2000", "1000", "5000"), ("at_least 4000", "7000", "10000"), ("up_to 4000", "7000", "12000")]


@pytest.mark.parametrize(("there", "rest", "plan"), NOT_FITTING)
def test_a_sum_that_no_numbers_fit_clashes(there: str, rest: str, plan: str) -> None:
    remaining = tell(rest, basis="remaining", **PLANNED)
    figures = [f"Army {figure}" for figure in (there, rest, plan)]
    found = find_conflicts(tell(there, said="2024-01-05"), remaining, tell(plan, **PLANNED))
    assert found == [("remaining_sum", "clash", figures)]


def test_total_and_additional_that_make_the_next_total_agree() -> None:
    rows = [
        tell("1500", said="2024-01-01"),
        tell("1500", published="2024-01-05", basis="additional"),
        tell("3000", said="2024-01-05"),
    ]
    assert find_conflicts(*rows) == [("additional_sum", "agreement", ["Army 1500", "Army 1500", "Army 3000"])]


def test_total_and_additional_agree_with_a_total_told_much_later() -> None:
    rows = [
        tell("1500", said="2024-01-01"),
        tell("500", said="2024-01-05", basis="additional"),
        tell("2000", said="2024-05-05"),
        tell("2500", said="2024-06-05"),
    ]
    assert find_conflicts(*rows) == [("additional_sum", "agreement", ["Army 1500", "Army 500", "Army 2000"])]


def test_total_and_additional_agree_in_one_article_that_dates_neither() -> None:
    totals = [tell(figure, published="2024-01-05") for figure in ("1500", "3000")]
    found = find_conflicts(*totals, tell("1500", published="2024-01-05", basis="additional"))
    assert ("additional_sum", "agreement", ["Army 1500", "Army 1500", "Army 3000"]) in found


def test_total_and_additional_that_do_not_make_the_next_total_clash() -> None:
    rows = [
        tell("1500", said="2024-01-01"),
        tell("500", said="2024-01-05", basis="additional"),
        tell("3000", said="2024-01-05"),
    ]
    assert find_conflicts(*rows) == [("additional_sum", "clash", ["Army 1500", "Army 500", "Army 3000"])]


def test_an_addition_said_after_a_total_is_not_part_of_it() -> None:
    rows = [
        tell("1500", said="2024-01-01"),
        tell("3000", said="2024-01-03"),
        tell("500", said="2024-01-05", basis="additional"),
    ]
    assert find_conflicts(*rows) == []


def test_a_later_total_may_have_grown_by_more_than_was_named() -> None:
    rows = [
        tell("1500", said="2024-01-01"),
        tell("500", said="2024-01-05", basis="additional"),
        tell("3000", said="2024-05-05"),
    ]
    assert find_conflicts(*rows) == []


def test_of_several_sums_that_agree_the_one_said_closest_together_is_told() -> None:
    rows = [
        tell("3000", said="2024-01-05", estimate_id="there"),
        tell("7000", said="2024-01-05", basis="remaining", phase="planned", estimate_id="rest"),
        tell("10000", said="2024-01-05", phase="planned", estimate_id="near"),
        tell("10000", said="2024-01-12", phase="planned", estimate_id="far"),
    ]
    found = build_conflicts(make_estimates(*rows), make_reports(*rows), 7)
    assert found["estimate_ids"].tolist() == ["there; rest; near"]


def test_what_is_planned_in_addition_can_be_added_to_what_is_there() -> None:
    rows = [tell("3000", said="2024-01-05"), tell("2000", basis="additional", **PLANNED), tell("5000", **PLANNED)]
    assert find_conflicts(*rows) == [("additional_sum", "agreement", ["Army 3000", "Army 2000", "Army 5000"])]


def test_a_plan_for_more_than_the_next_addition_is_no_clash() -> None:
    rows = [tell("3000", said="2024-01-05"), tell("2000", basis="additional", **PLANNED), tell("9000", **PLANNED)]
    assert find_conflicts(*rows) == []


def test_a_part_above_its_total_clashes_with_the_total_beside_it() -> None:
    rows = [
        tell("9000", basis="part", found_in="a 10"),
        tell("8000", phase="planned", found_in="a 90"),
        tell("9500", said="2023-01-01", found_in="b 10"),
    ]
    assert find_conflicts(*rows) == [("part_above_total", "clash", ["Army 9000", "Army 8000"])]


def test_a_part_above_several_totals_is_told_beside_the_greatest() -> None:
    totals = [
        tell(figure, said=day, found_in="a 90") for figure, day in (("8000", "2024-01-01"), ("7000", "2024-02-01"))
    ]
    found = find_conflicts(tell("9000", basis="part", found_in="a 10"), *totals)
    assert found == [("part_above_total", "clash", ["Army 9000", "Army 8000"])]


def test_a_part_as_great_as_its_total_does_not_clash() -> None:
    assert find_conflicts(tell("9000", basis="part", found_in="a 10"), tell("9000", found_in="a 90")) == []


@pytest.mark.parametrize("total", [{"found_in": "b 10"}, {"claimant": "Navy"}, {"figure": "about 8500"}])
def test_a_part_is_compared_only_with_a_total_named_beside_it(total: dict[str, str]) -> None:
    whole = {"figure": "8000", "claimant": "Army", "found_in": "a 90"} | total
    assert find_conflicts(tell("9000", basis="part", found_in="a 10"), tell(**whole)) == []


def test_the_parts_of_one_sentence_that_make_its_total_agree() -> None:
    parts = [tell(figure, basis="part", found_in="a 10") for figure in ("200", "300")]
    found = find_conflicts(*parts, tell("500", found_in="a 10"))
    assert found == [("parts_sum", "agreement", ["Army 200", "Army 300", "Army 500"])]
    assert find_conflicts(*parts, tell("500", found_in="a 90")) == []
    assert find_conflicts(*parts, tell("400", found_in="a 10")) == []


# the frame


def test_clashes_come_first_and_the_latest_before_the_others() -> None:
    rows = [
        tell("3000", "Army", "2024-01-01"),
        tell("10000", "Navy", "2024-01-01"),
        tell("500", "Police", "2024-03-01"),
        tell("900", "Guard", "2024-03-01"),
        *(tell(figure, "Fleet", published="2024-05-05") for figure in ("1000", "2000")),
        tell("1000", "Fleet", published="2024-05-05", basis="additional"),
    ]
    kinds = [(kind, verdict) for kind, verdict, _ in find_conflicts(*rows)]
    assert kinds == [
        ("two_totals", "clash"),
        ("claimants_differ", "clash"),
        ("claimants_differ", "clash"),
        ("additional_sum", "agreement"),
    ]
    frame = build_conflicts(make_estimates(*rows), make_reports(*rows), 7)
    assert frame["shown_on"].dt.strftime("%m-%d").tolist() == ["05-05", "03-01", "01-01", "05-05"]
    assert frame.loc[1, "claimants"] == "Police | Guard"


def test_without_estimates_there_are_no_conflicts_and_the_columns_keep_their_types() -> None:
    rows = [tell("12000", said="2024-01-05"), tell("10000", said="2024-01-05")]
    none, some = (build_conflicts(make_estimates(*told), make_reports(*told), 7) for told in ([], rows))
    assert none.empty
    assert list(none.columns) == list(CONFLICT_COLUMNS)
    assert none.dtypes.to_dict() == some.dtypes.to_dict()


def test_the_same_rows_in_another_order_give_the_same_conflicts() -> None:
    rows = [tell(str(1000 * size), f"Claimant {size % 5}", f"2024-01-{size:02}") for size in range(1, 25)]
    found = find_conflicts(*rows)
    assert found
    assert find_conflicts(*reversed(rows)) == found
