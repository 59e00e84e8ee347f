"""The rules that join several columns of a report, or a report with its article; each broken one is a Fault.

Cells are sound by themselves here (`tables.py`). A rule is a mask over all reports at once and the words for the
rows it marks. Where the rules come from: `docs/design.md`, "Rules that never bend".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard.dataset.tables import Checked
from dashboard.faults import Fault, shorten
from dashboard.records import Precision, Qualifier

Mask = Callable[[pd.DataFrame], "pd.Series[bool]"]

Qualifiers = tuple[Qualifier, ...]

POINTS: Final[Qualifiers] = (Qualifier.EXACT, Qualifier.ABOUT)
NO_HIGH: Final[Qualifiers] = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
NO_LOW: Final[Qualifiers] = (Qualifier.UP_TO, Qualifier.FEWER_THAN)
BANDS: Final[Qualifiers] = (Qualifier.RANGE, Qualifier.MAGNITUDE)
FIGURE_COLUMNS: Final = ("figure_start", "figure_end", "qualifier", "basis")
SPANS: Final = ("said", "event", "deadline")


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows that `broken` marks have a fault in `column`; `found` may name columns in braces, shown as they are."""

    column: str
    broken: Mask
    found: str
    expected: str
    remedy: str


def check_rows(reports: Checked) -> list[Fault]:
    """Every fault of a report that shows in its own row: bounds, qualifiers, dates, and what belongs together."""
    return [fault for rule in RULES for fault in _apply(rule, reports, reports.frame)]


def check_sources(reports: Checked, sources: pd.DataFrame) -> list[Fault]:
    """Every report of an article that is not in the table of sources, or said or happening after its publication."""
    published = reports.frame["source_id"].map(sources.set_index("source_id")["published"])
    frame = reports.frame.assign(published=published)
    return [fault for rule in SOURCE_RULES for fault in _apply(rule, reports, frame)]


def _apply(rule: Rule, reports: Checked, frame: pd.DataFrame) -> Iterator[Fault]:
    marked = rule.broken(frame).fillna(False).astype(bool)
    if not marked.any():  # nearly always
        return
    for row, record in zip(frame.index[marked], frame[marked].to_dict("records"), strict=True):
        found = rule.found.format_map(_Shown(record))
        yield Fault(reports.place(row, rule.column), found, rule.expected, rule.remedy)


class _Shown(dict[str, str]):
    """A row's values as a message shows them: a day as a day, a text in quotes, a missing value as nothing."""

    def __init__(self, record: Mapping[Any, Any]) -> None:
        super().__init__()
        self.record = record

    def __missing__(self, name: str) -> str:
        value = self.record[name]
        if pd.isna(value):
            return "nothing"
        if isinstance(value, pd.Timestamp):
            return f"{value:%Y-%m-%d}"
        return shorten(value) if isinstance(value, str) else str(value)


def _has(column: str) -> Mask:
    return lambda frame: frame[column].notna()


def _lacks(column: str) -> Mask:
    return lambda frame: frame[column].isna()


def _is(qualifiers: Qualifiers) -> Mask:
    return lambda frame: frame["qualifier"].isin(qualifiers)


def _both(first: Mask, second: Mask) -> Mask:
    return lambda frame: first(frame) & second(frame)


def _only_one(first: str, second: str) -> Mask:
    return lambda frame: frame[first].isna() != frame[second].isna()


def _exceeds(first: str, second: str) -> Mask:
    return lambda frame: frame[first] > frame[second]


def _figure_rules() -> Iterator[Rule]:
    figure, none = _has("figure_text"), _lacks("figure_text")
    for column in FIGURE_COLUMNS:
        found, expected = "the cell is empty beside the figure {figure_text}", f"expected a {column}"
        yield Rule(column, _both(figure, _lacks(column)), found, expected, "fill it in")
    for column in (*FIGURE_COLUMNS, "low", "high"):
        found, expected = f"{{{column}}} without a figure_text", "expected an empty cell where there is no figure"
        yield Rule(column, _both(none, _has(column)), found, expected, "fill in the figure_text or clear the cell")


def _bound_rules() -> Iterator[Rule]:
    found = "{low} is above high {high}"
    yield Rule("low", _exceeds("low", "high"), found, "expected low to be at most high", "swap or correct them")
    for column, qualifiers in (("low", POINTS + NO_HIGH + BANDS), ("high", POINTS + NO_LOW + BANDS)):
        found, remedy = "the cell is empty where the qualifier is {qualifier}", "fill it in or correct the qualifier"
        yield Rule(column, _both(_is(qualifiers), _lacks(column)), found, f"expected a {column}", remedy)
    for column, qualifiers in (("low", NO_LOW), ("high", NO_HIGH)):
        found, remedy = f"{{{column}}} where the qualifier is {{qualifier}}", "clear it or correct the qualifier"
        yield Rule(column, _both(_is(qualifiers), _has(column)), found, f"expected no {column}", remedy)
    found = "{high} is not the low {low} where the qualifier is {qualifier}"
    above = _both(_is(POINTS), lambda frame: frame["low"] < frame["high"])
    yield Rule("high", above, found, "expected low and high to be equal", "correct them or the qualifier")


def _span_rules(span: str) -> Iterator[Rule]:
    earliest, latest, text = f"{span}_earliest", f"{span}_latest", f"{span}_text"
    found = f"{{{earliest}}} is after {latest} {{{latest}}}"
    yield Rule(earliest, _exceeds(earliest, latest), found, "expected the earliest day first", "swap or correct them")
    found = f"{latest} is {{{latest}}} where {earliest} is {{{earliest}}}"
    yield Rule(latest, _only_one(earliest, latest), found, "expected both or neither", "fill in or clear one")
    found, expected = f"no words for the day {{{latest}}}", "expected the words of the article that date it"
    yield Rule(text, _both(_has(latest), _lacks(text)), found, expected, "fill them in or clear the days")


def _precision_rules() -> Iterator[Rule]:
    column, remedy = "said_precision", "correct the days or the precision"
    found = "{said_precision} where said_earliest is {said_earliest}"
    undated = lambda frame: frame["said_earliest"].isna() != (frame[column] == Precision.NONE)  # noqa: E731
    yield Rule(column, undated, found, "expected none where there is no day, and only there", remedy)
    found = "{said_precision} where it was said from {said_earliest} to {said_latest}"
    days = lambda frame: (frame[column] == Precision.DAY) & (frame["said_earliest"] < frame["said_latest"])  # noqa: E731
    yield Rule(column, days, found, "expected a single day", remedy)


def _claimant_rules() -> Iterator[Rule]:
    for column in ("claimant_text", "claimant_basis"):
        found = f"{column} is {{{column}}} where the claimant is {{claimant}}"
        yield Rule(column, _only_one("claimant", column), found, "expected both or neither", "fill in or clear one")


def _is_event_late(frame: pd.DataFrame) -> pd.Series[bool]:
    return frame["event_latest"] > frame["said_latest"].fillna(frame["published"])


RULES: Final = (
    *_figure_rules(),
    *_bound_rules(),
    *(rule for span in SPANS for rule in _span_rules(span)),
    *_precision_rules(),
    *_claimant_rules(),
)

SOURCE_RULES: Final = (
    Rule(
        "source_id",
        _lacks("published"),
        "{source_id} is not in the table of sources",
        "expected a source_id of that table",
        "add the article or correct the id",
    ),
    Rule(
        "said_latest",
        _exceeds("said_latest", "published"),
        "{said_latest} is after the day of publication, {published}",
        "expected that day at the latest",
        "correct the day",
    ),
    Rule(
        "event_latest",
        _is_event_late,
        "{event_latest} is after the day on which it was said",
        "expected an event no later than it was said",
        "correct the day, or record it as a deadline",
    ),
)
