"""The downloads of a page: estimates and reports, what is shown and everything, each exact and for spreadsheets."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.dataset.dataset import Dataset
from dashboard.dataset.downloads import write_csv, write_package, write_spreadsheet_csv
from dashboard.screens.view import build_known

SPREADSHEET_HELP = (
    "The same rows with a byte order mark, and with an apostrophe before text that could run as a formula."
)


def offer_downloads(dataset: Dataset, as_of: date, shown: pd.DataFrame, reports: pd.DataFrame) -> None:
    """Four tables, each as two files, and the whole as one; what is shown follows the day and the filters."""
    everything = build_known(dataset, None)
    tables = [
        ("estimates", f"shown, as known on {as_of:%Y-%m-%d}", f"shown-{as_of:%Y-%m-%d}", shown),
        ("reports", f"shown, as known on {as_of:%Y-%m-%d}", f"shown-{as_of:%Y-%m-%d}", reports),
        ("estimates", "everything", "all", everything),
        ("reports", "everything", "all", dataset.reports),
    ]
    for name, words, suffix, frame in tables:
        _offer(dataset, name, words, f"{dataset.package.name}-{name}-{suffix}", frame)
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


def _offer(dataset: Dataset, name: str, words: str, file_name: str, frame: pd.DataFrame) -> None:
    table = dataset.package.tables[name]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            f"{len(frame):,} {name}, {words}: CSV",
            lambda: write_csv(frame, table),
            file_name=f"{file_name}.csv",
            mime="text/csv",
            key=f"{file_name}-csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "for spreadsheets",
            lambda: write_spreadsheet_csv(frame, table),
            file_name=f"{file_name}-spreadsheet.csv",
            mime="text/csv",
            key=f"{file_name}-spreadsheet",
            on_click="ignore",
            help=SPREADSHEET_HELP,
        )
