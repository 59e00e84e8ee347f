"""The picture and the page to take away: PNG, SVG, and one HTML file that opens offline; made when asked for."""

from __future__ import annotations

from datetime import date
from typing import Final

import plotly.graph_objects as go
import streamlit as st

from dashboard.dataset.dataset import Dataset
from dashboard.screens.view import View, find_visible
from dashboard.views.export import SAVE_PICTURE, build_html_file
from dashboard.views.imprint import Imprint, list_sources
from dashboard.views.svg import draw_svg

KEY: Final = "picture"
BUTTON: Final = '<button type="button">PNG</button>'
STYLE: Final = """
button {
  font: inherit; font-size: 0.875rem; color: inherit; background: transparent;
  padding: 0.4rem 0.9rem; min-height: 2.5rem; border-radius: var(--st-base-radius, 0.25rem);
  border: 1px solid color-mix(in srgb, currentColor 35%, transparent);
}
button:hover, button:focus-visible { border-color: currentColor; outline-offset: 2px; cursor: pointer; }
"""
SCRIPT: Final = (
    SAVE_PICTURE
    + """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.onclick = () => savePicture(data.svg, data.name, "png");
}
"""
)

_mount_png = st.components.v2.component("picture", html=BUTTON, css=STYLE, js=SCRIPT)


def offer_pictures(dataset: Dataset, view: View, as_of: date, chart: go.Figure, width: int, alt: str) -> None:
    """The chart as shown, with its title, day, data version, sources and "n of m" inside the picture."""
    place = st.expander("Take the picture", icon=":material/photo_camera:", on_change="rerun", key="pictures")
    if not place.open:
        return
    imprint = _describe(dataset, view, as_of)
    name = f"{dataset.package.name}-{as_of:%Y-%m-%d}"
    svg = draw_svg(chart, width, imprint, alt)
    with place, st.container(horizontal=True, vertical_alignment="center"):
        _mount_png(key=KEY, data={"svg": svg, "name": name}, width="content")
        st.download_button("SVG", svg, file_name=f"{name}.svg", mime="image/svg+xml", on_click="ignore", key="svg")
        st.download_button(
            "The whole view as one HTML file",
            lambda: _write_page(dataset, view, as_of, chart, width, alt).encode("utf-8"),
            file_name=f"{name}.html",
            mime="text/html",
            on_click="ignore",
            key="html",
            help="Chart, table and quotes in about 5 MB; it opens offline and asks no host for anything.",
        )


def _describe(dataset: Dataset, view: View, as_of: date) -> Imprint:
    package = dataset.package
    sources = list_sources(dataset.sources, as_of)
    return Imprint(package.title, as_of, dataset.version, view.counts, sources, package.licences)


def _write_page(dataset: Dataset, view: View, as_of: date, chart: go.Figure, width: int, alt: str) -> str:
    reports = find_visible(dataset, as_of).reset_index(drop=True)
    imprint = _describe(dataset, view, as_of)
    name = f"{dataset.package.name}-{as_of:%Y-%m-%d}"
    return build_html_file(chart, view.shown, reports, imprint, width=width, alt=alt, name=name)
