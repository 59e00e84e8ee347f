"""The dataset a page shows, or its faults as sentences and the end of the page."""

from __future__ import annotations

import streamlit as st

from dashboard.dataset.dataset import Dataset
from dashboard.faults import DatasetError
from dashboard.loader import DATASET_VARIABLE, find_dataset, load_dataset


def open_or_stop() -> Dataset:
    """The dataset, read again once a file of it changed; of one with faults the faults are shown, and the page ends."""
    try:
        return load_dataset()
    except DatasetError as error:
        st.title("This dataset cannot be opened")
        st.error(f"{len(error.faults)} {'fault' if len(error.faults) == 1 else 'faults'} found; nothing was changed.")
        st.text("\n\n".join(str(fault) for fault in error.faults[:SHOWN]))
        if len(error.faults) > SHOWN:
            st.text(f"and {len(error.faults) - SHOWN} more: python -m dashboard check lists them all")
        st.text(f"It is {find_dataset().as_posix()}; {DATASET_VARIABLE} names another. Mend it and reload the page.")
        st.stop()


SHOWN = 50
