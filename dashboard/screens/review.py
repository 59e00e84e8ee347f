"""Add and review: a new article's text in, and each proposal of the reader agreed with, corrected or taken out."""

from functools import partial

import streamlit as st

from dashboard.dataset.passages import cut_text, list_passages
from dashboard.records import Review
from dashboard.screens.adding import offer_adding
from dashboard.screens.bridge import listen, was_followed
from dashboard.screens.controls import ARTICLE, PASSAGE, choose_named, list_publications, open_named, tell_unknown
from dashboard.screens.opening import open_or_stop
from dashboard.screens.reporting import name_articles
from dashboard.screens.reviewing import offer_undo, review_passage, tell_outcome
from dashboard.screens.view import assign_styles, build_known
from dashboard.views.article import draw_article, label_passage
from dashboard.views.wording import count_noun

dataset = open_or_stop()
proposed = dataset.reports.loc[dataset.reports["review"] == Review.PROPOSED]
publications = list_publications(dataset)

st.title("Add and review")
st.text(
    "What the program reads in an article is a proposal, and drawn with a dashed outline, until a person has compared "
    "it with the words. Each step is saved in the dataset's own files at once."
)
tell_unknown({}, publications, free=(ARTICLE, PASSAGE))
offer_adding(dataset, expanded=proposed.empty)
tell_outcome()
offer_undo()

st.header("Waiting for a person")
if proposed.empty:
    st.info("Nothing waits: every passage of this dataset has been reviewed.")
    st.stop()
counts = proposed["source_id"].value_counts()
names = {
    source_id: f"{name} · {count_noun(int(counts[source_id]), 'proposal')}"
    for source_id, name in name_articles(dataset, publications[-1]).items()
    if source_id in counts
}
article = choose_named("Article", ARTICLE, names, first=True)
if article is None:
    st.stop()

passages = list_passages(article, dataset.reports, build_known(dataset, publications[-1]))
text = dataset.texts[article]
waiting = passages.loc[passages["review"] == Review.PROPOSED]

form_column, text_column = st.columns([5, 6], gap="medium")
with form_column, st.container(key="panel"):
    labels = {row["report_id"]: label_passage(row, text) for row in waiting.to_dict("records")}
    passage = choose_named("Passage", PASSAGE, labels, first=True)
    if passage is not None:
        report = dataset.reports.loc[dataset.reports["report_id"] == passage].iloc[0]
        review_passage(dataset, report, list(labels))
with text_column:
    st.html(draw_article(article, cut_text(text, passages), passages, assign_styles(dataset), lit=passage))

shown_at = f"proposal-{passage}" if passage and was_followed() else ""
listen({PASSAGE: partial(open_named, PASSAGE)}, show=shown_at, block="start")
