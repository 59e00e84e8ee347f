"""What a mark says when it is pointed at: four short lines, then the words of its latest report.

Plotly reads `<b>`, `<br>` and `<a href>` in data as markup and wraps nothing: every cell is escaped and wrapped here.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

import pandas as pd

from dashboard.records import LIST_SEPARATOR, Basis, Measure
from dashboard.views.axes import EPOCH
from dashboard.views.marks import Mark
from dashboard.views.rows import read_rows
from dashboard.views.terms import MEASURE_WORDS, STANCE_WORDS
from dashboard.views.wording import (
    count_noun,
    describe_band,
    describe_basis,
    describe_claimant,
    describe_counted,
    describe_days,
    describe_figure,
    describe_said,
    format_count,
    is_missing,
    sign_figure,
)

LINE: Final = 45  # characters: what a phone of 390 pixels can show
QUOTE_LINES: Final = 5
NAMES: Final = 28  # characters of outlets named one by one
ESTIMATE_COLUMNS: Final = (
    "stance", "low", "high", "qualifier", "figure_text", "measure", "basis", "claimant", "relayed_by", "stages",
    "said_earliest", "said_latest", "said_precision", "first_published", "reports", "proposed", "outlets",
    "outlets_unknown", "report_ids",
)  # fmt: skip
REPORT_COLUMNS: Final = ("quote", "quote_start", "figure_start", "figure_end")


def build_hovers(marks: Sequence[Mark], estimates: pd.DataFrame, reports: pd.DataFrame) -> list[str]:
    """The hover of each mark as Plotly's markup; a mark of several estimates is counted, not told one by one.

    `estimates` is the frame whose rows the marks name; `reports` has at least the latest report of each.
    """
    single = [mark.row for mark in marks if not mark.members]
    rows = read_rows(estimates[list(ESTIMATE_COLUMNS)].iloc[single], ESTIMATE_COLUMNS)
    latest = [str(row["report_ids"]).rpartition(LIST_SEPARATOR)[2] for row in rows]
    told = read_rows(reports.loc[reports["report_id"].isin(latest)], ("report_id", *REPORT_COLUMNS))
    by_id = {report["report_id"]: report for report in told}
    words = [describe_mark(row, by_id.get(name)) for row, name in zip(rows, latest, strict=True)]
    by_row = dict(zip(single, words, strict=True))
    return [describe_stack(mark) if mark.members else by_row[mark.row] for mark in marks]


def describe_mark(estimate: Mapping[Any, Any], report: Mapping[Any, Any] | None) -> str:
    """The hover of one estimate and its latest report."""
    head, *rest = (escape(shorten(line)) for line in _list_lines(estimate))
    quote = [] if report is None else wrap_quote(report)
    return "<br>".join([f"<b>{head}</b>", *rest, *quote])


def describe_stack(stack: Mark) -> str:
    """The hover of a mark that stands for several estimates."""
    everyone = stack.everyone
    names = dict.fromkeys(mark.style.claimant for mark in everyone)
    who = describe_claimant(next(iter(names))) if len(names) == 1 else count_noun(len(names), "claimant")
    days = [mark.day for mark in everyone]
    first, last = (EPOCH + timedelta(days=day) for day in (min(days), max(days)))
    values = [value for mark in everyone for value in (mark.low, mark.high) if value is not None]
    span = describe_figure(min(values), max(values), "range") if values else "without a number"
    lines = [who, f"{span}; {describe_days(first, last)}", "Select it to list them."]
    return "<br>".join([f"<b>{len(everyone)} estimates</b>", *(escape(shorten(line)) for line in lines)])


def _list_lines(estimate: Mapping[Any, Any]) -> list[str]:
    """Figure; claimant and chain; stage, basis and said date; reports and outlets. Plain text."""
    said = describe_said(
        estimate["said_earliest"], estimate["said_latest"], estimate["said_precision"], estimate["first_published"]
    )
    when = said if said.startswith("not dated") else f"said {said}"
    basis = describe_basis(estimate["basis"]) if estimate["basis"] != Basis.TOTAL else ""
    proposed = "" if not int(estimate["proposed"]) else " · not yet reviewed"
    outlets = describe_outlet_names(estimate["outlets"], estimate["outlets_unknown"])
    return [
        _describe_statement(estimate),
        describe_claimant(estimate["claimant"]) + _describe_chains(estimate["relayed_by"]),
        " · ".join(filter(None, [describe_counted(estimate["stages"]), basis, when])),
        f"{count_noun(estimate['reports'], 'report')} · {outlets}{proposed}",
    ]


def _describe_statement(estimate: Mapping[Any, Any]) -> str:
    if estimate["stance"] != "asserts" or (is_missing(estimate["low"]) and is_missing(estimate["high"])):
        return STANCE_WORDS[estimate["stance"]].capitalize() + ", without a number"
    bounds = (estimate["low"], estimate["high"], estimate["qualifier"])
    figure = sign_figure(describe_figure(*bounds, estimate["figure_text"]), estimate["basis"])
    band = describe_band(*bounds)
    counted = "" if estimate["measure"] == Measure.TROOPS else f" {MEASURE_WORDS[estimate['measure']]}"
    return figure + counted + (f" ({band})" if band else "")


def _describe_chains(relayed_by: Any) -> str:
    if is_missing(relayed_by):
        return ""
    chains = [chain.rpartition(" (")[0] or chain for chain in str(relayed_by).split(LIST_SEPARATOR)]
    return f", relayed by {chains[0].replace(' > ', ', then ')}" + (" and others" if len(chains) > 1 else "")


def describe_outlet_names(outlets: Any, unknown: Any) -> str:
    """The outlets by name; those not known are told apart, never counted as one more.

    >>> describe_outlet_names("Daily One; Daily Two", 1), describe_outlet_names(None, 2)
    ('Daily One, Daily Two; 1 not known', 'outlet not known')
    """
    if is_missing(outlets):
        return "outlet not known"
    names = str(outlets).split(LIST_SEPARATOR)
    told = ", ".join(names) if sum(map(len, names)) < NAMES else f"{names[0]} and {len(names) - 1} more"
    return told + (f"; {unknown} not known" if int(unknown) else "")


def wrap_quote(report: Mapping[Any, Any]) -> list[str]:
    """The quote in at most five escaped lines; of a longer one, the part that holds the figure."""
    lines = textwrap.wrap(" ".join(str(report["quote"]).split()), LINE - 2, break_on_hyphens=False)
    first = 0 if len(lines) <= QUOTE_LINES else _find_figure_line(lines, report)
    shown = lines[first : first + QUOTE_LINES]
    shown[0] = ("“" if first == 0 else "“… ") + shown[0]
    shown[-1] += "”" if first + QUOTE_LINES >= len(lines) else " …”"
    return ["<i>" + escape(line) + "</i>" for line in shown]


def _find_figure_line(lines: Sequence[str], report: Mapping[Any, Any]) -> int:
    """The line to begin with, so that the figure is among those shown."""
    if is_missing(report["figure_start"]):
        return 0
    start = int(report["figure_start"]) - int(report["quote_start"])
    passed = 0
    for number, line in enumerate(lines):
        passed += len(line) + 1
        if passed > start:
            return 0 if number < QUOTE_LINES - 1 else min(number - 2, len(lines) - QUOTE_LINES)
    return 0


def shorten(line: str) -> str:
    """A line that fits, cut at a word."""
    return line if len(line) <= LINE + 10 else textwrap.shorten(line, LINE + 10, placeholder=" …")


def escape(text: str) -> str:
    """Text as Plotly shows it literally."""
    return html.escape(text, quote=False)


def describe_selection(count: int) -> str:
    """How many estimates one mark holds, for its middle.

    >>> describe_selection(3), describe_selection(250)
    ('3', '99+')
    """
    return format_count(count) if count < 100 else "99+"
