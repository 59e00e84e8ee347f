"""The form by which an article comes into the dataset: its text, and what a person knows of it."""

from __future__ import annotations

from datetime import date
from typing import Final

import streamlit as st

from dashboard.dataset.dataset import Dataset
from dashboard.dataset.proposing import NO_DAY, NO_TEXT, Facts, propose_article
from dashboard.dataset.saving import add_article
from dashboard.faults import DatasetError
from dashboard.records import Stated
from dashboard.screens.controls import ARTICLE, PASSAGE, open_named
from dashboard.screens.reviewing import keep_outcome
from dashboard.views.html import escape_markdown
from dashboard.views.wording import count_noun

FORM: Final = "add"
TURN: Final = "add_turn"  # a form that was used is followed by a fresh one
FIRST_DAY: Final = date(1900, 1, 1)
WORDS: Final = {
    "outlet": "Outlet",
    "agency": "Agency",
    "headline": "Headline",
    "url": "Address",
}


def offer_adding(dataset: Dataset, *, expanded: bool) -> None:
    """The form, folded where it is not what one came for; what was typed stays until it is in the dataset."""
    turn = st.session_state.setdefault(TURN, 0)
    with st.expander("Add an article", icon=":material/add:", expanded=expanded), st.form(f"{FORM}-{turn}"):
        st.text_area("Text, as it was published", height=220, key=_key("text"))
        first, second, third = st.columns([2, 2, 4])
        first.date_input("Published", value=None, min_value=FIRST_DAY, key=_key("published"))
        second.selectbox("That day is", [str(basis) for basis in Stated], key=_key("published_basis"))
        third.text_input("What it rests on", value="the article itself", key=_key("published_evidence"))
        for column, (name, label) in zip(st.columns(len(WORDS)), WORDS.items(), strict=True):
            column.text_input(label, key=_key(name), help=dataset.package.tables["sources"].field(name).description)
        st.checkbox(
            f"Propose the figures of other troops than those of {escape_markdown(dataset.package.force)} too",
            key=_key("all_forces"),
        )
        st.form_submit_button("Read it and add it", type="primary", on_click=_add, args=(dataset,))


def _key(name: str) -> str:
    return f"{FORM}-{st.session_state[TURN]}-{name}"


def _asked(name: str) -> str:
    return str(st.session_state[_key(name)] or "").strip()


def _add(dataset: Dataset) -> None:
    """Read the article and put it into the dataset with its proposals, or say what keeps it out."""
    content, published = str(st.session_state[_key("text")]).encode("utf-8"), st.session_state[_key("published")]
    if published is None:
        keep_outcome(faults=[str(fault) for fault in ([] if content.strip() else [NO_TEXT]) + [NO_DAY]])
        return
    facts = Facts(
        published=published,
        published_basis=Stated(_asked("published_basis")),
        published_evidence=_asked("published_evidence"),
        **{name: _asked(name) for name in WORDS},
    )
    try:
        addition = propose_article(dataset, content, facts, all_forces=st.session_state[_key("all_forces")])
        add_article(dataset.package.folder, addition.file, content, addition.source, addition.reports)
    except DatasetError as error:
        keep_outcome(faults=str(error).splitlines())
        return
    st.session_state[TURN] += 1
    open_named(ARTICLE, addition.source["source_id"])
    open_named(PASSAGE, None)
    keep_outcome(
        done=f"Added as {addition.source['source_id']}: {count_noun(len(addition.reports), 'passage')} proposed."
    )
