"""The dataset a page shows, or its faults as sentences and the end of the page."""

from __future__ import annotations

from typing import Final, NoReturn

import streamlit as st

from dashboard.dataset.confidence import read_yardsticks
from dashboard.dataset.dataset import Dataset
from dashboard.faults import DatasetError
from dashboard.loader import DATASET_VARIABLE, find_dataset, load_dataset
from dashboard.views.wording import count_noun
from dashboard.vocabulary import VocabularyError

SHOWN: Final = 50


def open_or_stop() -> Dataset:
    """The dataset, read again once a file of it changed; of one with faults the faults are shown, and the page ends."""
    try:
        dataset = load_dataset()
        read_yardsticks(dataset.vocabulary)
    except (DatasetError, VocabularyError) as error:
        _tell_faults(str(error).splitlines())
    return dataset


def _tell_faults(faults: list[str]) -> NoReturn:
    st.title("This dataset cannot be opened")
    st.error(f"{count_noun(len(faults), 'fault')} found; nothing was changed.")
    st.text("\n\n".join(faults[:SHOWN]))
    if len(faults) > SHOWN:
        st.text(f"and {len(faults) - SHOWN:,} more: python -m dashboard check lists them all")
    st.text(f"It is {find_dataset().as_posix()}; {DATASET_VARIABLE} names another. Mend it and reload the page.")
    st.stop()
