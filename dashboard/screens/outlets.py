"""Who reported it: who carried whose number, what each article carried, and which articles share copy."""

import streamlit as st

from dashboard.dataset.copies import compare_copies, find_shared
from dashboard.screens.bridge import listen
from dashboard.screens.controls import choose_as_of, list_publications, tell_unknown
from dashboard.screens.opening import open_or_stop
from dashboard.screens.reporting import build_reporting, name_articles
from dashboard.views.copies import draw_side_by_side
from dashboard.views.outlets import draw_carried, draw_matrix
from dashboard.views.wording import count_noun, describe_day

dataset = open_or_stop()
publications = list_publications(dataset)

st.title("Who reported it")
st.text(
    "Several outlets with the same agency copy are one witness, and what corroborates a figure is the number of "
    "claimants, not of articles. An outlet that is not known is not counted as one more."
)
tell_unknown({}, publications)
with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
    as_of = choose_as_of(publications)

reporting = build_reporting(dataset, as_of)
if reporting.carriage.empty:
    st.info(f"Nothing had been published by {describe_day(as_of)}.")
    st.stop()

listen()

st.header("Who carried whose number")
st.html(draw_matrix(reporting.carriage, reporting.estimates))

st.header("What each article carried")
st.html(draw_carried(reporting.carriage, reporting.estimates, dataset.sources))

st.header("Copy shared between articles")
copied = reporting.list_copied()
if not copied:
    st.info("No two of these articles share copy: runs of eight words or more outside quotation marks.")
    st.stop()
names = name_articles(dataset, as_of)
with st.container(horizontal=True):
    one = st.selectbox("Compare", copied, format_func=names.__getitem__)
    others = list(compare_copies(one, reporting.copy_groups, dataset.texts)["source_id"])
    other = st.selectbox("with", others, format_func=names.__getitem__)
shared = find_shared(dataset.texts[one], dataset.texts[other])
st.text(f"{count_noun(shared.words, 'word')} in {count_noun(len(shared.one), 'passage')} are the same.")
st.html(draw_side_by_side(dataset.texts[one], dataset.texts[other], shared, (names[one], names[other])))
