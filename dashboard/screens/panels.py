"""The record panel and the table beside the chart, and what a person picked in either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.dataset.confidence import read_yardsticks
from dashboard.dataset.dataset import Dataset
from dashboard.records import LIST_SEPARATOR
from dashboard.screens.controls import RECORD, open_named
from dashboard.screens.reporting import describe_backing_of
from dashboard.screens.view import assign_styles, build_known, find_visible, link_revisions
from dashboard.views.comparisons import draw_links
from dashboard.views.html import draw_tag
from dashboard.views.palette import find_style
from dashboard.views.record import describe_changes, draw_record
from dashboard.views.wording import count_noun

CHART_KEY = "chart"
TABLE_KEY = "table"
SEVERAL_KEY = "several"


def draw_panel(dataset: Dataset, as_of: date, record: str) -> None:
    """Every report, known on a day, of the estimate that is open; `record` is the id of the estimate or of a report."""
    known = build_known(dataset, as_of)
    estimate = known.loc[known["report_ids"].map(lambda ids: record in ids.split(LIST_SEPARATOR))].iloc[0]
    name = estimate["estimate_id"]
    reports = find_visible(dataset, as_of).loc[estimate["report_ids"].split(LIST_SEPARATOR)]
    style = find_style(assign_styles(dataset), estimate["claimant"])
    changes = describe_changes(name, link_revisions(dataset, as_of), known)
    backing = describe_backing_of(dataset, as_of, name)
    yardsticks = read_yardsticks(dataset.vocabulary)
    drawn = draw_record(estimate, reports, dataset.texts, style, changes, backing, yardsticks)
    st.html(draw_tag("div", drawn, id=f"record-{record}"))


def draw_table(table: pd.DataFrame, on_select: Callable[[], None]) -> None:
    """One row per estimate, latest last; a row opens its record (by keyboard: Shift+Space on the row)."""
    st.dataframe(
        table,
        key=TABLE_KEY,
        column_config={name: st.column_config.NumberColumn(format="localized") for name in ("Low", "High")},
        placeholder="",
        hide_index=True,
        on_select=on_select,
        selection_mode="single-row",
        alt="One row per estimate: when it was said, by whom, and how many.",
    )


def read_clicked() -> str | None:
    """The ids of the mark that was selected on the chart, joined by "; "; `None` where the selection was taken away."""
    points = st.session_state[CHART_KEY].selection.points
    return next((point["customdata"][0] for point in points if point.get("customdata")), None)


def open_marks(ids: str | None) -> None:
    """Open the record of a mark, or, of a mark that counts several, the list of them; for callbacks."""
    several = ids.split(LIST_SEPARATOR) if ids else []
    st.session_state[SEVERAL_KEY] = several if len(several) > 1 else []
    open_named(RECORD, several[0] if len(several) == 1 else None)


def draw_several(labels: Mapping[str, str]) -> None:
    """The records of a mark that counts several, each a link, as long as that mark is the one selected."""
    several = [name for name in st.session_state.get(SEVERAL_KEY, []) if name in labels]
    if several:
        st.caption(f"{count_noun(len(several), 'record')} in the box that was selected:")
        st.html(draw_links({name: labels[name] for name in several}))


def read_row(shown: pd.DataFrame) -> str | None:
    """The id in the row that was selected in the table, `None` where the selection was taken away."""
    rows = st.session_state[TABLE_KEY].selection.rows
    return shown["estimate_id"].iloc[rows[0]] if rows else None
