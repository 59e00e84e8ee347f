"""Conflicts and sums in words: one plain sentence for each, saying whose every number is and when it was said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

import pandas as pd

from dashboard.dataset.findings import Kind, Verdict
from dashboard.records import LIST_SEPARATOR, Measure
from dashboard.views.answer import describe_when
from dashboard.views.terms import MEASURE_WORDS, PHASE_WORDS
from dashboard.views.wording import (
    describe_band,
    describe_claimant,
    describe_days,
    describe_figure,
    is_missing,
    join_words,
)

Row = Mapping[str, Any]
ADDENDS: Final[dict[str, tuple[str, str]]] = {
    Kind.REMAINING_SUM: ("the remaining", "a planned total of"),
    Kind.ADDITIONAL_SUM: ("another", "a total of"),
}


def add_sentences(conflicts: pd.DataFrame, estimates: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """The conflicts with one more column: `sentence`, plain text that nothing has escaped.

    conflicts: as `dataset/conflicts.py` builds them, from these estimates and reports.
    """
    named = conflicts["estimate_ids"].str.split(LIST_SEPARATOR, regex=False).explode()
    rows = _index_rows(estimates, "estimate_id", set(named))
    dated = conflicts["report_ids"].dropna().str.split(LIST_SEPARATOR, regex=False).explode()
    events = _index_rows(reports, "report_id", set(dated))
    sentences = [_tell(row, rows, events) for row in _list_rows(conflicts)]
    return conflicts.assign(sentence=pd.Series(sentences, index=conflicts.index, dtype="str"))


def _index_rows(frame: pd.DataFrame, key: str, ids: set[str]) -> dict[str, Row]:
    kept = frame.loc[frame[key].isin(ids)]
    return dict(zip(kept[key], _list_rows(kept), strict=True))


def _list_rows(frame: pd.DataFrame) -> list[Row]:
    return cast("list[Row]", frame.to_dict("records"))


def _tell(conflict: Row, rows: Mapping[str, Row], events: Mapping[str, Row]) -> str:
    told = [rows[key] for key in str(conflict["estimate_ids"]).split(LIST_SEPARATOR)]
    if conflict["kind"] == Kind.EVENT_DATES:
        return _tell_event_dates(told[0], [events[key] for key in str(conflict["report_ids"]).split(LIST_SEPARATOR)])
    return _SENTENCES[conflict["kind"]](told, conflict)


def _tell_two_totals(told: Sequence[Row], conflict: Row) -> str:  # noqa: ARG001
    number = "Two" if len(told) == 2 else f"{len(told):,}"
    return (
        f"{number} totals at once from {describe_claimant(told[0]['claimant'])}, {PHASE_WORDS[told[0]['phase']]}: "
        f"{join_words([_describe(row) for row in told])}; which was said last is not known"
    )


def _tell_claimants_differ(told: Sequence[Row], conflict: Row) -> str:  # noqa: ARG001
    words = join_words([_describe(row) for row in told])
    return f"Totals {PHASE_WORDS[told[0]['phase']]} that no number fits: {words}"


def _tell_event_dates(told: Row, reports: Sequence[Row]) -> str:
    dates = dict.fromkeys(_describe_event(report) for report in reports)
    return f"Reports of one statement, {_describe(told)}, date what happened differently: {join_words(list(dates))}"


def _describe_event(report: Row) -> str:
    days = describe_days(report["event_earliest"], report["event_latest"])
    return days if is_missing(report["event_text"]) else f"“{report['event_text']}” ({days})"


def _tell_sum(told: Sequence[Row], conflict: Row) -> str:
    first, second, whole = told
    sign, total = ADDENDS[conflict["kind"]]
    make = "make" if conflict["verdict"] == Verdict.AGREEMENT else "do not make"
    return f"{_describe(first)} and {sign} {_describe(second)} {make} {total} {_describe(whole)}"


def _tell_parts(told: Sequence[Row], conflict: Row) -> str:  # noqa: ARG001
    return f"The parts {join_words([_describe(row) for row in told[:-1]])} make the total of {_describe(told[-1])}"


def _tell_part_above(told: Sequence[Row], conflict: Row) -> str:  # noqa: ARG001
    part, total = told
    return f"A part, {_describe(part)}, is more than the total beside it, {_describe(total)}"


_SENTENCES: Final[dict[str, Callable[[Sequence[Row], Row], str]]] = {
    Kind.TWO_TOTALS: _tell_two_totals,
    Kind.CLAIMANTS_DIFFER: _tell_claimants_differ,
    Kind.REMAINING_SUM: _tell_sum,
    Kind.ADDITIONAL_SUM: _tell_sum,
    Kind.PARTS_SUM: _tell_parts,
    Kind.PART_ABOVE_TOTAL: _tell_part_above,
}


def _describe(row: Row) -> str:
    """A figure with its claimant and when it was said: "hundreds, read as 200 to 999 (Navy, 3 Oct 2024)"."""
    figure = describe_figure(row["low"], row["high"], row["qualifier"], row["figure_text"])
    band = describe_band(row["low"], row["high"], row["qualifier"])
    measure = "" if row["measure"] == Measure.TROOPS else f" {MEASURE_WORDS[row['measure']]}"
    words = f"{figure}{measure}, {band}" if band else f"{figure}{measure}"
    return f"{words} ({describe_claimant(row['claimant'])}, {describe_when(row)})"
