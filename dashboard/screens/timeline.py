"""The timeline: how the estimates changed and who stands behind each, down to the words."""

import streamlit as st

from dashboard.screens.bridge import CHART_PLACE, NARROW, listen, plan_width, was_followed
from dashboard.screens.controls import (
    RECORD,
    asked_for,
    choose_as_of,
    choose_axes,
    choose_filters,
    choose_named,
    list_choices,
    list_publications,
    open_named,
    tell_unknown,
)
from dashboard.screens.downloads import offer_downloads
from dashboard.screens.opening import open_or_stop
from dashboard.screens.panels import CHART_KEY, draw_panel, draw_several, draw_table, open_marks, read_clicked, read_row
from dashboard.screens.pictures import offer_pictures
from dashboard.screens.view import (
    build_answer,
    build_chart,
    build_findings,
    build_view,
    label_records,
    tabulate,
)
from dashboard.views.guide import draw_guide
from dashboard.views.html import escape_markdown
from dashboard.views.wording import describe_day

dataset = open_or_stop()
choices = list_choices(dataset)
publications = list_publications(dataset)

st.title(escape_markdown(dataset.package.title, width=200))
tell_unknown(choices, publications, free=("find", RECORD))
answer_place = st.container()

with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
    as_of = choose_as_of(publications)
    with st.popover("Filter", icon=":material/filter_alt:"):
        filters = choose_filters(choices)
    mode, axis, scale, measure = choose_axes(choices)

view = build_view(dataset, as_of, filters, mode)
if view.known.empty:
    st.info(
        f"Nothing had been published by {describe_day(as_of)}; the first article is of {describe_day(publications[0])}."
    )
    st.stop()
st.caption(f"{view.counts}, as known on {describe_day(as_of)}.")
if view.shown.empty:
    st.info("Nothing fits this choice. Take a filter away to see more.")
    st.stop()

chart_column, panel_column = st.columns([7, 3], gap="medium")
with panel_column, st.container(key="panel"):  # before the chart: the words are there while it is still being drawn
    labels = label_records(dataset, as_of, filters, mode, asked_for(RECORD))
    if len(labels) < len(view.shown):
        st.caption(f"The list holds the latest {len(labels):,} of {len(view.shown):,}; the table holds all.")
    record = choose_named("Record", RECORD, labels)
    draw_several(labels)
    if record is None:
        st.caption("Point at a mark to read the words; select it to see every report behind it here.")
        st.html(draw_guide())
    else:
        draw_panel(dataset, as_of, record)
with chart_column, st.container(key=CHART_PLACE):
    width = plan_width()
    chart, findings = build_chart(dataset, as_of, filters, mode, axis, measure, scale, width, record)
    st.plotly_chart(
        chart,
        key=CHART_KEY,
        theme=None,
        on_select=lambda: open_marks(read_clicked()),
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False},
        alt=findings,
    )

answer_place.html(build_answer(dataset, as_of, filters, measure))  # the chart is drawn while figures are compared

shown_at = f"record-{record}" if record and (width < NARROW or was_followed()) else ""
listen({RECORD: open_marks}, planned=width, show=shown_at, block="start")

found = build_findings(dataset, as_of, filters)
if found:
    st.html(found)

st.subheader("The same as a table")
draw_table(tabulate(dataset, as_of, filters, mode), on_select=lambda: open_named(RECORD, read_row(view.shown)))

st.subheader("Download")
offer_pictures(dataset, view, as_of, chart, width, findings)
offer_downloads(dataset, as_of, build_view(dataset, as_of, filters).shown)

st.text(f"Data version {dataset.version}. {' '.join(dataset.package.licences)}.")
