"""The yardstick: the least that Streamlit can show of the same data, one chart of as many points and the same table."""

import os

import pandas as pd
import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def read_frames(path: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The points of the chart and the rows of the table."""
    frames: tuple[pd.DataFrame, pd.DataFrame] = pd.read_pickle(path)  # noqa: S301 (written by page.py itself)
    return frames


points, table = read_frames(os.environ["DASHBOARD_DATA"])
left_out = int(st.query_params.get("left_out", 0))  # makes it another page: a chart and a table not sent before
points, table = points.iloc[left_out:], table.iloc[left_out:]
marks = go.Scatter(
    x=points["x"], y=points["y"], text=points["text"], mode="markers", hovertemplate="%{text}<extra></extra>"
)
st.plotly_chart(go.Figure(marks), key="chart")
st.dataframe(table, key="table", hide_index=True)
