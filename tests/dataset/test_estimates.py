"""Estimates: which reports are one estimate, sentence by sentence of the rule, and what an estimate says of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dataset.estimates import EstimateBuilder, Row, Span, build_estimates, group_reports
from dashboard.dataset.package import Table
from dashboard.loader import load_dataset, load_estimates
from dashboard.records import LIST_SEPARATOR
from tests.benchmarks.generate import generate_dataset

JUNE = date(2031, 6, 1)
LAST = 30
CHANGES = ["revision", "revises_id"]


def tell(report_id: str, said: str = "", published: int = LAST) -> Row:
    """A report said on a day of June ("7"), on one of several ("3-9") or undated (""), and when it was published."""
    first, _, last = said.partition("-")
    span = Span(_day(int(first)), _day(int(last or first))) if said else None
    return Row(
        report_id=report_id,
        source_id=report_id,
        stance="asserts",
        claimant="Ministry",
        force="Norland",
        measure="troops",
        phase="present",
        basis="total",
        low=500,
        high=500,
        figure_text="500",
        qualifier="exact",
        stage="sent",
        hedge=None,
        relayed_by=None,
        said=span,
        said_precision="none" if span is None else "range" if last else "day",
        event=None,
        deadline=None,
        review="reviewed",
        published=_day(published),
        outlet=None,
        agency=None,
    )


def _day(number: int) -> date:
    return JUNE + timedelta(days=number - 1)


def show(rows: list[Row]) -> list[str]:
    """Each group as its reports and its days: "a b: 3-7", or "a: undated"."""
    shown = []
    for group in group_reports(rows):
        days = "-".join(str((day - JUNE).days + 1) for day in dict.fromkeys(group.said)) if group.said else "undated"
        shown.append(f"{' '.join(row.report_id for row in group.rows)}: {days}")
    return shown


# One sentence of the rule each: reports, and the groups they make.
CASES = {
    "one report is one estimate": ([tell("a", "5")], ["a: 5"]),
    "no report is none": ([], []),
    "reports of one day are one": ([tell("a", "5"), tell("b", "5")], ["a b: 5"]),
    "reports of two days are two, in the order said": ([tell("a", "9"), tell("b", "5")], ["b: 5", "a: 9"]),
    "a day within a week joins it, and only the day is left": ([tell("a", "1-7"), tell("b", "5")], ["a b: 5"]),
    "spans that meet are one, and only what they share is left": ([tell("a", "1-7"), tell("b", "5-12")], ["a b: 5-7"]),
    "spans that touch in one day are one": ([tell("a", "1-7"), tell("b", "7-12")], ["a b: 7"]),
    "spans that do not meet are two": ([tell("a", "1-7"), tell("b", "8-12")], ["a: 1-7", "b: 8-12"]),
    # a meets b and b meets c, but no day is in all three: meeting one by one is not enough
    "a chain is not one: all members share a day": (
        [tell("a", "1-5"), tell("b", "4-9"), tell("c", "8-12")],
        ["a b: 4-5", "c: 8-12"],
    ),
    # for spans of days, meeting two by two is meeting all together (Helly), whatever the order
    "three that meet two by two share a day": (
        [tell("a", "1-8"), tell("b", "6-20"), tell("c", "5-7")],
        ["a b c: 6-7"],
    ),
    "the earliest to end begins": ([tell("a", "1-20"), tell("b", "3"), tell("c", "18")], ["a b: 3", "c: 18"]),
    "one that meets two joins the earlier": (
        [tell("a", "5-11", 12), tell("b", "9-10", 11), tell("c", "1-8", 30)],
        ["a c: 5-8", "b: 9-10"],
    ),
    "undated ones begin one together": ([tell("a"), tell("b", published=3)], ["b a: undated"]),
    "an undated one joins a dated one": ([tell("a", "5"), tell("b")], ["a b: 5"]),
    "an undated one joins the latest": ([tell("a", "5"), tell("b", "9"), tell("c")], ["a: 5", "b c: 9"]),
    "the latest possible: published before it, it joins the one before": (
        [tell("a", "5"), tell("b", "9"), tell("c", published=8)],
        ["c a: 5", "b: 9"],
    ),
    "published on the very day, it can have been said": ([tell("a", "5"), tell("c", published=5)], ["c a: 5"]),
    "published before all, it stands alone": ([tell("a", "5"), tell("c", published=4)], ["a: 5", "c: undated"]),
    "publication bounds the days": ([tell("a", "1-20"), tell("b", published=10)], ["b a: 1-10"]),
    "it can have been said on the first of several days": ([tell("a", "3-9"), tell("b", published=3)], ["b a: 3"]),
}


@pytest.mark.parametrize(("rows", "groups"), CASES.values(), ids=CASES)
def test_reports_are_grouped_by_the_days_they_share(rows: list[Row], groups: list[str]) -> None:
    assert show(rows) == groups
    assert show(rows[::-1]) == groups


@st.composite
def draw_rows(draw: st.DrawFn) -> list[Row]:
    """Some reports, dated and undated, none said after it was published."""
    rows = []
    for place in range(draw(st.integers(1, 9))):
        days = sorted(draw(st.tuples(st.integers(1, LAST), st.integers(1, LAST), st.integers(1, LAST))))
        said = draw(st.sampled_from(["", f"{days[0]}", f"{days[0]}-{days[1]}"]))
        rows.append(tell(f"r{place}", said, days[2]))
    return rows


@given(rows=draw_rows(), data=st.data())
def test_the_order_of_the_rows_does_not_matter(rows: list[Row], data: st.DataObject) -> None:
    assert show(data.draw(st.permutations(rows))) == show(rows)


@given(rows=draw_rows())
def test_every_report_is_in_one_group_and_all_its_dated_ones_share_the_days(rows: list[Row]) -> None:
    groups = group_reports(rows)
    assert sorted(row.report_id for group in groups for row in group.rows) == sorted(row.report_id for row in rows)
    assert sum(group.said is None for group in groups) <= 1
    for group in groups:
        for row in group.rows:
            if group.said is not None:
                assert group.said.earliest <= group.said.latest <= row.published
                if row.said is not None:
                    assert row.said.earliest <= group.said.earliest
                    assert group.said.latest <= row.said.latest
            else:
                assert row.said is None


@given(rows=draw_rows())
def test_groups_with_days_have_none_in_common(rows: list[Row]) -> None:
    spans = sorted(group.said for group in group_reports(rows) if group.said is not None)
    assert all(one.latest < other.earliest for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "change",
    [
        {"stance": "denies"},
        {"claimant": "Kremlin"},
        {"claimant": "NIS; Ukraine"},
        {"force": "Belarus"},
        {"measure": "killed"},
        {"stage": "planned"},
        {"basis": "remaining"},
        {"low": 1400},
        {"high": pd.NA},
    ],
    ids=str,
)
def test_reports_that_differ_in_what_is_said_are_never_one_estimate(change: dict[str, object]) -> None:
    before, after = _count_reports("a000-00244", {}), _count_reports("a000-00244", change)
    assert (before, after) == (5, 1)


@pytest.mark.parametrize("change", [{"qualifier": "about"}, {"stage": "arrived"}, {"hedge": "likely"}], ids=str)
def test_reports_that_differ_in_wording_alone_stay_one(change: dict[str, object]) -> None:
    assert _count_reports("a000-00244", change) == 5


def _count_reports(report_id: str, change: dict[str, object]) -> int:
    """How many reports the estimate has that holds this one, once the report is changed."""
    dataset = load_dataset()
    reports = dataset.reports.copy()
    for name, value in change.items():
        kind = reports[name].dtype
        values = reports[name].astype(object)
        values[reports["report_id"] == report_id] = value
        reports[name] = values.astype(kind)
    estimates = build_estimates(reports, dataset.sources, dataset.package.tables["estimates"])
    (ids,) = (ids for ids in estimates["report_ids"] if report_id in ids.split(LIST_SEPARATOR))
    return len(ids.split(LIST_SEPARATOR))


def test_where_reports_differ_every_value_is_kept_with_its_count() -> None:
    estimate = load_estimates().set_index("estimate_id").loc["a000-00244"]
    assert estimate["stages"] == "sent (5)"
    assert estimate["qualifiers"] == "exact (4); about (1)"
    assert estimate["qualifier"] == "exact"
    arrived = load_estimates().set_index("estimate_id").loc["a001-00521"]
    assert arrived["stages"] == "sent (1); arrived (1)"
    assert arrived["relayed_by"] == "John Healey (1)"


def test_where_as_many_reports_differ_the_first_published_names_the_estimate() -> None:
    estimate = load_estimates().set_index("estimate_id").loc["a003-00895"]  # "an estimated 3,000", then "3,000"
    assert estimate["qualifiers"] == "about (1); exact (1)"
    assert estimate["qualifier"] == "about"


def test_events_and_deadlines_run_from_the_first_to_the_last_day_that_any_report_names() -> None:
    estimates = load_estimates().set_index("estimate_id")
    sent, remaining = estimates.loc["a000-00244"], estimates.loc["a003-00960"]
    assert [f"{sent[name]:%Y-%m-%d}" for name in ("event_earliest", "event_latest")] == ["2024-09-01", "2024-10-20"]
    assert f"{remaining['deadline_latest']:%Y-%m-%d}" == "2024-12-31"
    assert estimates["deadline_latest"].notna().sum() == 2


def test_an_estimate_keeps_its_id_as_more_reports_come_in() -> None:
    days = ["2024-10-22", "2024-10-23", "2024-11-01"]
    known = [set(load_estimates(as_of=day)["estimate_id"]) for day in days]
    assert known[0] < known[1] < known[2]


def test_only_what_had_been_published_counts() -> None:
    assert load_estimates(as_of="2024-10-22").set_index("estimate_id")["reports"].to_dict() == {
        "a000-00244": 1,
        "a000-00432": 1,
        "a000-00585": 1,
    }
    grown = load_estimates(as_of="2024-10-23").set_index("estimate_id")["reports"]
    assert (grown["a000-00244"], grown["a000-00432"], grown["a000-00585"]) == (5, 3, 1)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, pd.DataFrame, Table]:
    """Reports and articles of a generated dataset, and the declaration of estimates."""
    dataset = load_dataset(generate_dataset(tmp_path_factory.mktemp("generated"), 800))
    return dataset.reports, dataset.sources, dataset.package.tables["estimates"]


def test_shuffled_tables_give_the_same_estimates(generated: tuple[pd.DataFrame, pd.DataFrame, Table]) -> None:
    reports, sources, table = generated
    expected = build_estimates(reports, sources, table)
    assert len(expected) > 100
    assert (expected["reports"] > 1).any()
    for seed in range(5):
        shuffled = reports.sample(frac=1, random_state=seed), sources.sample(frac=1, random_state=seed)
        pd.testing.assert_frame_equal(build_estimates(*shuffled, table), expected)


@pytest.mark.parametrize("grouped", [True, False])
def test_days_one_after_another_give_what_each_gives_alone(
    generated: tuple[pd.DataFrame, pd.DataFrame, Table], grouped: bool
) -> None:
    builder = EstimateBuilder(*generated, grouped=grouped)
    for day in (date(2024, 6, 1), date(2014, 1, 1), date(2018, 6, 1), date(2018, 6, 20), None, date(2018, 6, 1)):
        alone = build_estimates(*generated, day, grouped=grouped)
        found = builder.build(day)
        assert found["revision"].isna().all()
        pd.testing.assert_frame_equal(found.drop(columns=CHANGES), alone.drop(columns=CHANGES))


def test_days_asked_for_at_once_are_not_mixed_up(generated: tuple[pd.DataFrame, pd.DataFrame, Table]) -> None:
    builder = EstimateBuilder(*generated)
    days = [date(2015 + year, month, 1) for year in range(9) for month in (3, 9)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(builder.build, days))
    for day, estimates in zip(days, found, strict=True):
        pd.testing.assert_frame_equal(estimates, EstimateBuilder(*generated).build(day))


def test_every_report_is_in_one_estimate(generated: tuple[pd.DataFrame, pd.DataFrame, Table]) -> None:
    reports, sources, table = generated
    estimates = build_estimates(reports, sources, table)
    ids = LIST_SEPARATOR.join(estimates["report_ids"]).split(LIST_SEPARATOR)
    assert sorted(ids) == sorted(reports["report_id"])
    assert estimates["reports"].sum() == len(reports)


def test_building_changes_nothing_it_is_given(generated: tuple[pd.DataFrame, pd.DataFrame, Table], root: Path) -> None:
    reports, sources, table = generated
    before = reports.copy(), sources.copy()
    build_estimates(reports, sources, table, date(2024, 1, 1))
    pd.testing.assert_frame_equal(reports, before[0])
    pd.testing.assert_frame_equal(sources, before[1])
