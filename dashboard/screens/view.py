"""What a page shows: the estimates known on a day and chosen by filters, and the chart of them; built once, then kept.

Kept by the dataset's identity and the choice, both cheap to compare; a dataset that changed on disk is another object.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from dashboard.dataset.conflicts import build_conflicts
from dashboard.dataset.dataset import Dataset
from dashboard.dataset.estimates import EstimateBuilder
from dashboard.dataset.figures import are_figures
from dashboard.dataset.filters import Filters, filter_estimates
from dashboard.dataset.in_force import find_totals_in_force
from dashboard.dataset.revisions import add_revisions, build_revisions
from dashboard.dataset.stances import build_moves
from dashboard.records import LIST_SEPARATOR
from dashboard.views.answer import describe_when, draw_answer
from dashboard.views.comparisons import draw_comparisons
from dashboard.views.conflict_words import add_sentences
from dashboard.views.findings import describe_timeline
from dashboard.views.palette import ClaimantStyle, assign_claimant_styles, order_claimants
from dashboard.views.record import describe_headline
from dashboard.views.rows import read_rows
from dashboard.views.table import build_table
from dashboard.views.timeline import draw_timeline, draws_lines
from dashboard.views.wording import describe_claimant

KEPT: Final = 32
LISTED: Final = 500
ESTIMATES: Final = "estimates"
REPORTS: Final = "reports"


@dataclass(frozen=True, eq=False)
class View:
    """The estimates known as of a day, and those of them that are shown; in the mode of reports, each apart."""

    mode: str
    known: pd.DataFrame
    shown: pd.DataFrame

    @cached_property
    def counts(self) -> str:
        """How much of what is known is shown: "9 of 14 estimates, 3 of 17 statements without a number"."""
        return _describe_counts(self)


def _describe_counts(view: View) -> str:
    known, shown = are_figures(view.known), are_figures(view.shown)
    return (
        f"{shown.sum():,} of {known.sum():,} {'estimates' if view.mode == ESTIMATES else 'reports of a figure'}, "
        f"{(~shown).sum():,} of {(~known).sum():,} statements without a number"
    )


def build_known(dataset: Dataset, as_of: date | None, mode: str = ESTIMATES) -> pd.DataFrame:
    """All estimates known as of a day: one row per estimate, or per report. Shared: copy before you change it.

    What each total revises is not in it: `add_changes` fills that in.
    """
    return _build_known(dataset, as_of, mode)


@lru_cache(maxsize=KEPT)
def _build_known(dataset: Dataset, as_of: date | None, mode: str) -> pd.DataFrame:
    return _prepare(dataset, mode).build(as_of)


@lru_cache(maxsize=8)
def _prepare(dataset: Dataset, mode: str) -> EstimateBuilder:
    table = dataset.package.tables["estimates"]
    builder = EstimateBuilder(dataset.reports, dataset.sources, table, grouped=mode == ESTIMATES)
    gc.collect()
    gc.freeze()  # what is kept for good: looking through it again and again is a third of the time a new day takes
    return builder


def build_view(dataset: Dataset, as_of: date, filters: Filters, mode: str = ESTIMATES) -> View:
    """What is known and shown for a day and a choice; a row per estimate, or per report."""
    return _build_view(dataset, as_of, filters, mode)


@lru_cache(maxsize=KEPT)
def _build_view(dataset: Dataset, as_of: date, filters: Filters, mode: str) -> View:
    known = build_known(dataset, as_of, mode)
    return View(mode, known, filter_estimates(known, dataset.reports, dataset.sources, filters))


@lru_cache(maxsize=KEPT)
def link_revisions(dataset: Dataset, as_of: date | None) -> pd.DataFrame:
    """How each claimant's totals known on a day follow each other: one row per successive pair."""
    return build_revisions(build_known(dataset, as_of))


@lru_cache(maxsize=KEPT)
def tabulate(dataset: Dataset, as_of: date, filters: Filters, mode: str) -> pd.DataFrame:
    """The shown estimates as the table beside the chart."""
    return build_table(build_view(dataset, as_of, filters, mode).shown)


def add_changes(dataset: Dataset, as_of: date | None, estimates: pd.DataFrame) -> pd.DataFrame:
    """Estimates known on a day, or all, with what each total revises filled in."""
    return add_revisions(estimates, link_revisions(dataset, as_of))


def list_reports(dataset: Dataset, shown: pd.DataFrame) -> pd.DataFrame:
    """The reports of the shown estimates, with the columns of `reports.csv`."""
    ids = shown["report_ids"].str.split(LIST_SEPARATOR, regex=False).explode()
    return dataset.reports.loc[dataset.reports["report_id"].isin(set(ids))]


def find_visible(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """The reports published by a day, each with its article's columns: one row per report."""
    joined = join_articles(dataset)
    return joined.loc[joined["published"] <= pd.Timestamp(as_of)]


@lru_cache(maxsize=4)
def join_articles(dataset: Dataset) -> pd.DataFrame:
    """All reports by their id, each with its article's columns: one row per report. Shared: copy before a change."""
    joined = dataset.reports.join(dataset.sources.set_index("source_id"), on="source_id")
    return joined.set_index("report_id", drop=False)


@lru_cache(maxsize=4)
def assign_styles(dataset: Dataset) -> dict[str, ClaimantStyle]:
    """Each claimant's look, from the whole dataset: no filter and no day changes it."""
    return assign_claimant_styles(order_claimants(build_known(dataset, None)))


@lru_cache(maxsize=KEPT)
def build_chart(
    dataset: Dataset,
    as_of: date,
    filters: Filters,
    mode: str,
    axis: str,
    measure: str,
    scale: str,
    width: int,
    selected: str | None,
) -> tuple[go.Figure, str]:
    """The chart of a view, and its findings in words for those who do not see it."""
    view = build_view(dataset, as_of, filters, mode)
    has_lines = mode == ESTIMATES and draws_lines(view.shown, measure)
    chart = draw_timeline(
        view.shown,
        dataset.reports,
        styles=assign_styles(dataset),
        lanes=dataset.package.lanes,
        axis=axis,
        measure=measure,
        scale=scale,
        revisions=link_revisions(dataset, as_of) if has_lines else None,
        moves=find_moves(dataset, as_of) if has_lines else None,
        width=width,
        selected=selected,
        as_of=as_of,
    )
    return chart, describe_timeline(view.shown, dataset.package.lanes, measure, axis)


@lru_cache(maxsize=KEPT)
def find_conflicts(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """What clashes and what adds up among all estimates known on a day: one row each."""
    return build_conflicts(build_known(dataset, as_of), dataset.reports, dataset.package.conflict_window_days)


@lru_cache(maxsize=KEPT)
def find_moves(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """How each claimant's stance moved, as known on a day: one row per change."""
    return build_moves(build_known(dataset, as_of), dataset.reports)


def _keep_shown(found: pd.DataFrame, columns: list[str], view: View) -> pd.DataFrame:
    """The rows all of whose estimates are shown: a filter hides what it hides, and changes no finding."""
    if len(view.shown) == len(view.known):
        return found
    ids = set(view.shown["estimate_id"])
    named = [LIST_SEPARATOR.join(names).split(LIST_SEPARATOR) for names in found[columns].itertuples(index=False)]
    return found.loc[[ids.issuperset(names) for names in named]]


@lru_cache(maxsize=KEPT)
def build_findings(dataset: Dataset, as_of: date, filters: Filters) -> str:
    """What clashes, what adds up and who changed their stance among the shown estimates, as safe HTML."""
    view = build_view(dataset, as_of, filters)
    conflicts = _keep_shown(find_conflicts(dataset, as_of), ["estimate_ids"], view)
    conflicts = add_sentences(conflicts, view.shown, dataset.reports)
    moves = _keep_shown(find_moves(dataset, as_of), ["earlier_id", "later_id"], view)
    return draw_comparisons(conflicts, moves, view.shown)


@lru_cache(maxsize=KEPT)
def build_answer(dataset: Dataset, as_of: date, filters: Filters, measure: str) -> str:
    """The answer in words for a view, as safe HTML: of what is known on the day, the shown part."""
    view = build_view(dataset, as_of, filters)
    conflicts = _keep_shown(find_conflicts(dataset, as_of), ["estimate_ids"], view)
    in_force = _keep_shown(find_totals_in_force(view.known), ["estimate_id"], view)
    clashes = int((conflicts["verdict"] == "clash").sum())
    return draw_answer(
        view.shown, view.known, in_force, assign_styles(dataset), dataset.package.lanes, measure, clashes
    )


@lru_cache(maxsize=KEPT)
def label_records(dataset: Dataset, as_of: date, filters: Filters, mode: str, opened: str | None) -> dict[str, str]:
    """The words by which shown estimates are picked, by id, in the order of the chart: the LISTED latest of them.

    The one that is open is among them, however old. A list of ten thousand is nothing to pick from, and slow to send.
    """
    shown = build_view(dataset, as_of, filters, mode).shown
    listed = (
        shown
        if len(shown) <= LISTED
        else shown.loc[(shown["estimate_id"] == opened) | (shown.index >= shown.index[-LISTED])]
    )
    return {row["estimate_id"]: _label(row) for row in read_rows(listed, LABELLED)}


def _label(row: Mapping[Any, Any]) -> str:
    return f"{describe_headline(row)} · {describe_claimant(row['claimant'])} · {describe_when(row)}"


LABELLED: Final = [
    "estimate_id",
    "stance",
    "low",
    "high",
    "qualifier",
    "figure_text",
    "basis",
    "claimant",
    "said_earliest",
    "said_latest",
    "first_published",
]
