"""The pages of the dashboard, named and in order; what is on each is in `screens/`."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # `streamlit run dashboard/app.py` puts only dashboard/ there
    sys.path.insert(0, str(ROOT))

from dashboard.screens.controls import carry_day  # noqa: E402  (after the path is set)
from dashboard.views.timeline import CHART_CSS  # noqa: E402

SCREENS = Path(__file__).with_name("screens")
st.set_page_config(page_title="Who said how many, and when", page_icon=SCREENS / "icon.png", layout="wide")
st.html(SCREENS / "style.css")
st.html(CHART_CSS)

page = st.navigation(
    [
        st.Page("screens/timeline.py", title="Timeline", icon=":material/timeline:", default=True),
        st.Page("screens/outlets.py", title="Who reported it", icon=":material/newspaper:", url_path="outlets"),
        st.Page("screens/articles.py", title="Articles", icon=":material/article:", url_path="articles"),
        st.Page("screens/review.py", title="Add and review", icon=":material/rate_review:", url_path="review"),
        st.Page("screens/about.py", title="About the data", icon=":material/description:", url_path="about"),
    ],
    position="top",
)
carry_day(page.url_path)
page.run()
