"""The rules that join several columns of a report, or a report with its article; each broken one is a Fault.

Cells are sound by themselves here (`tables.py`). A rule is a mask over all reports at once and the words for the
rows it marks. Where the rules come from: `docs/design.md`, "Rules that never bend".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.faults import Fault, shorten, show_path
from dashboard.dataset.tables import Checked

Mask = Callable[[pd.DataFrame], pd.Series]

POINTS: Final = ("exact", "about")
NO_HIGH: Final = ("at_least", "more_than")
NO_LOW: Final = ("up_to", "fewer_than")
BANDS: Final = ("range", "magnitude")
FIGURE_COLUMNS: Final = ("figure_start", "figure_end", "qualifier", "basis")
SPANS: Final = ("said", "event", "deadline")


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows for which `broken` holds have a fault in `column`; `found` may name columns in braces."""

    column: str
    broken: Mask
    found: str
    expected: str
    remedy: str


def check_rows(reports: Checked) -> list[Fault]:
    """Every fault of a report that shows in its own row: bounds, qualifiers, dates, and what belongs together."""
    return [fault for rule in RULES for fault in _apply(rule, reports, rule.broken(reports.frame))]


def check_sources(reports: Checked, sources: pd.DataFrame) -> list[Fault]:
    """Every report of an article that is not in the table of sources, or said or happening after its publication."""
    frame = reports.frame
    published = frame["source_id"].map(sources.set_index("source_id")["published"])
    rules = [
        (UNKNOWN_SOURCE, published.isna()),
        (SAID_LATE, frame["said_latest"] > published),
        (EVENT_LATE, frame["event_latest"] > frame["said_latest"].fillna(published)),
    ]
    return [fault for rule, broken in rules for fault in _apply(rule, reports, broken)]


def _apply(rule: Rule, reports: Checked, broken: pd.Series) -> Iterator[Fault]:
    marked = broken.fillna(False).astype(bool)
    if not marked.any():
        return
    for index, row in reports.frame.loc[marked].iterrows():
        where = f"{show_path(reports.path)} line {reports.lines[index]}, column {rule.column}"
        yield Fault(where, rule.found.format_map(_Shown(row)), rule.expected, rule.remedy)


class _Shown(dict[str, str]):
    """A row's values as they are shown in a message: days as days, the rest shortened and in quotes."""

    def __init__(self, row: pd.Series) -> None:
        super().__init__()
        self.row = row

    def __missing__(self, name: str) -> str:
        value = self.row[name]
        if pd.isna(value):
            return "nothing"
        return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else shorten(str(value)).strip("'")


def _has(column: str) -> Mask:
    return lambda frame: frame[column].notna()


def _lacks(column: str) -> Mask:
    return lambda frame: frame[column].isna()


def _both(first: Mask, second: Mask) -> Mask:
    return lambda frame: first(frame) & second(frame)


def _bounded(qualifiers: tuple[str, ...], broken: Mask) -> Mask:
    return lambda frame: frame["qualifier"].isin(qualifiers) & broken(frame)


def _span_rules(span: str) -> Iterator[Rule]:
    earliest, latest, text = f"{span}_earliest", f"{span}_latest", f"{span}_text"
    yield Rule(
        earliest,
        lambda frame: frame[earliest] > frame[latest],
        f"{{{earliest}}} is after {latest} {{{latest}}}",
        "expected the earliest day first",
        "swap or correct them",
    )
    yield Rule(
        latest,
        lambda frame: frame[earliest].isna() != frame[latest].isna(),
        f"one of {earliest} and {latest} is empty",
        "expected both or neither",
        "fill in the other",
    )
    yield Rule(
        text,
        lambda frame: frame[earliest].notna() & frame[text].isna(),
        "no words for the days",
        "expected the words of the article that date it",
        "fill them in or remove the days",
    )


def _figure_rules() -> Iterator[Rule]:
    for column in FIGURE_COLUMNS:
        yield Rule(
            column,
            _both(_has("figure_text"), _lacks(column)),
            "the cell is empty beside the figure '{figure_text}'",
            f"expected a {column}",
            "fill it in",
        )
        yield Rule(
            column,
            _both(_lacks("figure_text"), _has(column)),
            f"'{{{column}}}' without a figure_text",
            "expected it empty where there is no figure",
            "fill in the figure_text or clear it",
        )
    for column in ("low", "high"):
        yield Rule(
            column,
            _both(_lacks("figure_text"), _has(column)),
            f"{{{column}}} without a figure_text",
            "expected it empty where there is no figure",
            "fill in the figure_text or clear it",
        )
    yield Rule(
        "low",
        lambda frame: frame["low"] > frame["high"],
        "{low} is more than high {high}",
        "expected low to be at most high",
        "swap or correct them",
    )


def _qualifier_rules() -> Iterator[Rule]:
    for column, qualifiers in (("low", POINTS + NO_HIGH + BANDS), ("high", POINTS + NO_LOW + BANDS)):
        yield Rule(
            column,
            _bounded(qualifiers, _lacks(column)),
            "the cell is empty where the qualifier is {qualifier}",
            f"expected a {column}",
            "fill it in or correct the qualifier",
        )
    for column, qualifiers in (("low", NO_LOW), ("high", NO_HIGH)):
        yield Rule(
            column,
            _bounded(qualifiers, _has(column)),
            f"{{{column}}} where the qualifier is {{qualifier}}",
            f"expected no {column}",
            "clear it or correct the qualifier",
        )
    yield Rule(
        "high",
        _bounded(POINTS, lambda frame: frame["low"] != frame["high"]),
        "low {low} and high {high} differ where the qualifier is {qualifier}",
        "expected them equal",
        "correct them or the qualifier",
    )


def _other_rules() -> Iterator[Rule]:
    yield Rule(
        "said_precision",
        lambda frame: frame["said_earliest"].isna() != (frame["said_precision"] == "none"),
        "'{said_precision}' beside said_earliest {said_earliest}",
        "expected none where no day is given, and only there",
        "correct the one or the other",
    )
    yield Rule(
        "said_precision",
        lambda frame: (frame["said_precision"] == "day") & (frame["said_earliest"] < frame["said_latest"]),
        "day, from {said_earliest} to {said_latest}",
        "expected one day",
        "correct the days or the precision",
    )
    for column in ("claimant_text", "claimant_basis"):
        yield Rule(
            column,
            lambda frame, column=column: frame["claimant"].isna() != frame[column].isna(),  # type: ignore[misc]
            f"{{{column}}} beside the claimant {{claimant}}",
            "expected both or neither",
            "fill in the other or clear it",
        )


RULES: Final = (
    *_figure_rules(),
    *_qualifier_rules(),
    *(rule for span in SPANS for rule in _span_rules(span)),
    *_other_rules(),
)

UNKNOWN_SOURCE: Final = Rule(
    "source_id",
    _lacks("source_id"),
    "'{source_id}' is not in the table of sources",
    "expected a source_id of sources.csv",
    "add the article or correct the id",
)
SAID_LATE: Final = Rule(
    "said_latest",
    _lacks("said_latest"),
    "{said_latest} is after the article was published",
    "expected the day of publication at the latest",
    "correct the day",
)
EVENT_LATE: Final = Rule(
    "event_latest",
    _lacks("event_latest"),
    "{event_latest} is after it was said",
    "expected an event no later than it was said",
    "correct the day, or record it as a deadline",
)
