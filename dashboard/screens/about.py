"""About the data: what it is, the articles it rests on, and what every column means."""

import streamlit as st

from dashboard.screens.opening import open_or_stop
from dashboard.views.dictionary import draw_dictionary
from dashboard.views.sources import draw_sources

dataset = open_or_stop()
package = dataset.package

st.title("About the data")
st.text(package.description)
st.text(f"Version {dataset.version}. Licence: {'; '.join(package.licences) or 'not stated'}.")

st.header("Articles")
st.html(draw_sources(dataset.sources, dataset.reports))

st.header("What the columns mean")
for table in package.tables.values():
    st.subheader(table.name.capitalize())
    st.text(table.description)
    st.html(draw_dictionary(table))
