"""The article in full: the text as published, each figure and statement marked in place, and the record behind each."""

from functools import partial

import streamlit as st

from dashboard.dataset.passages import cut_text, list_passages
from dashboard.screens.bridge import listen
from dashboard.screens.controls import (
    ARTICLE,
    PASSAGE,
    choose_as_of,
    choose_named,
    list_publications,
    open_named,
    tell_unknown,
)
from dashboard.screens.opening import open_or_stop
from dashboard.screens.panels import draw_panel
from dashboard.screens.reporting import name_articles
from dashboard.screens.view import assign_styles, build_known
from dashboard.views.article import draw_article, label_passage
from dashboard.views.sources import draw_sources
from dashboard.views.wording import describe_day

dataset = open_or_stop()
publications = list_publications(dataset)

st.title("The articles in full")
tell_unknown({}, publications, free=(ARTICLE, PASSAGE))
with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
    as_of = choose_as_of(publications)
    names = name_articles(dataset, as_of)
    article = choose_named("Article", ARTICLE, names, first=True)
if not names:
    st.info(f"Nothing had been published by {describe_day(as_of)}.")
if article is None:
    st.stop()

estimates = build_known(dataset, as_of)
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
        draw_panel(dataset, as_of, passage)
with text_column:
    st.html(draw_article(article, cut_text(text, passages), passages, assign_styles(dataset), lit=passage))

listen({PASSAGE: partial(open_named, PASSAGE)}, show=f"passage-{passage}" if passage else "")
