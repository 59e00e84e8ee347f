"""The downloads of a page: estimates and reports, what is shown and everything, each exact and for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from dashboard.dataset.dataset import Dataset
from dashboard.dataset.downloads import write_csv, write_package, write_spreadsheet_csv
from dashboard.screens.view import add_changes, build_known, list_reports
from dashboard.views.wording import count_noun

EVERYTHING: Final = "everything"
SPREADSHEET_HELP: Final = (
    "The same rows with a byte order mark, and with an apostrophe before text that could run as a formula."
)


def offer_downloads(dataset: Dataset, as_of: date, shown: pd.DataFrame) -> None:
    """Four tables, each as two files, and the whole as one; what is shown follows the day and the filters."""
    everything = build_known(dataset, None)
    told, name = f"shown, as known on {as_of:%Y-%m-%d}", f"shown-{as_of:%Y-%m-%d}"
    reports = int(shown["reports"].sum())
    _offer(dataset, "estimates", told, name, len(shown), lambda: add_changes(dataset, as_of, shown))
    _offer(dataset, "reports", told, name, reports, lambda: list_reports(dataset, shown))
    _offer(dataset, "estimates", EVERYTHING, "all", len(everything), lambda: add_changes(dataset, None, everything))
    _offer(dataset, "reports", EVERYTHING, "all", len(dataset.reports), lambda: dataset.reports)
    st.download_button(
        "Everything as one data package: zip",
        lambda: write_package(dataset),
        file_name=f"{dataset.package.name}.zip",
        mime="application/zip",
        key="package",
        on_click="ignore",
        icon=":material/download:",
        help="The tables, the estimates and datapackage.json, which says what every column means.",
    )


def _offer(dataset: Dataset, name: str, words: str, suffix: str, count: int, build: Callable[[], pd.DataFrame]) -> None:
    """One table as two files; the rows are built when somebody asks for them."""
    table = dataset.package.tables[name]
    file_name = f"{dataset.package.name}-{name}-{suffix}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            f"{count_noun(count, name.removesuffix('s'))}, {words}: CSV",
            lambda: write_csv(build(), table),
            file_name=f"{file_name}.csv",
            mime="text/csv",
            key=f"{file_name}-csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "for spreadsheets",
            lambda: write_spreadsheet_csv(build(), table),
            file_name=f"{file_name}-spreadsheet.csv",
            mime="text/csv",
            key=f"{file_name}-spreadsheet",
            on_click="ignore",
            help=SPREADSHEET_HELP,
        )
