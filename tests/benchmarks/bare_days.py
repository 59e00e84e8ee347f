"""The yardstick of a change of the as-of day: the least that Streamlit can show of it, a day to step on and a chart.

The chart has a point for every estimate published by the day: drawn as SVG, as the dashboard's are, or with `?gl=1` by
WebGL, which is what Plotly Express chooses above a thousand points.
"""

import os
from bisect import bisect_right
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def read_points(path: str) -> pd.DataFrame:
    """The points of the chart, with the day on which each was published."""
    frames: tuple[pd.DataFrame, pd.DataFrame] = pd.read_pickle(path)  # noqa: S301 (written by page.py itself)
    return frames[0].sort_values("published", ignore_index=True)


@st.cache_resource
def list_days(path: str) -> list[date]:
    """The days of publication, each once, in order."""
    return sorted(set(read_points(path)["published"].dt.date))


def step(days: list[date], by: int) -> None:
    """One publication on."""
    st.session_state["as_of"] = days[days.index(st.session_state["as_of"]) + by]


points, days = read_points(os.environ["DASHBOARD_DATA"]), list_days(os.environ["DASHBOARD_DATA"])
day = st.date_input("As known on", days[-1], min_value=days[0], max_value=days[-1], key="as_of")
st.button("Earlier", on_click=step, args=(days, -1), disabled=day == days[0])
st.button("Later", on_click=step, args=(days, 1), disabled=day == days[-1])

shown = points.iloc[: bisect_right(points["published"].dt.date.tolist(), day)]
draw = go.Scattergl if "gl" in st.query_params else go.Scatter
chart = go.Figure(draw(x=shown["x"], y=shown["y"], text=shown["text"], mode="markers", hovertemplate="%{text}"))
chart.add_shape(name="as-of", type="line", x0=day, x1=day, y0=0, y1=1, yref="paper")
st.plotly_chart(chart, key="chart")
