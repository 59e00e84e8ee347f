"""The article in full: the text as published, each figure and statement marked in place, and the record behind each."""

from functools import partial

import streamlit as st

from dashboard.dataset.passages import cut_text, list_passages
from dashboard.screens.bridge import listen
from dashboard.screens.controls import ARTICLE, PASSAGE, choose_named, list_publications, open_named
from dashboard.screens.opening import open_or_stop
from dashboard.screens.panels import draw_panel
from dashboard.screens.reporting import name_articles
from dashboard.screens.view import assign_styles, build_known
from dashboard.views.article import draw_article, label_passage
from dashboard.views.sources import draw_sources

dataset = open_or_stop()

st.title("The articles in full")
article = choose_named("Article", ARTICLE, name_articles(dataset), first=True)
if article is None:
    st.stop()

last = list_publications(dataset)[-1]
estimates = build_known(dataset, last)
passages = list_passages(article, dataset.reports, estimates)
text = dataset.texts[article]

text_column, panel_column = st.columns([6, 4], gap="medium")
with panel_column:
    st.header("What it says")
    labels = {row["report_id"]: label_passage(row, text) for row in passages.to_dict("records")}
    passage = choose_named("Passage", PASSAGE, labels)
    if passage is None:
        own = dataset.sources["source_id"] == article
        st.html(draw_sources(dataset.sources.loc[own], dataset.reports))
    else:
        draw_panel(dataset, last, passage)
with text_column:
    st.html(draw_article(article, cut_text(text, passages), passages, assign_styles(dataset), lit=passage))

listen({PASSAGE: partial(open_named, PASSAGE)}, show=f"passage-{passage}" if passage else "")
