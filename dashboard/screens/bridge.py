"""What only the browser knows, told to Python: how wide the chart is, and which record a link on the page asks for.

A link to a record is an ordinary one (`?record=ID`): it can be copied, opened in a new tab and reached by
keyboard. Here a plain click on it opens the record without loading the page again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import parse_qs

import streamlit as st

KEY: Final = "bridge"
GUESS: Final = "bridge_guess"
CHART_PLACE: Final = "chart_place"
WIDE: Final = 760  # pixels planned for before the browser has told
PHONE: Final = 356
PAGES: Final = {"": "screens/timeline.py", "articles": "screens/articles.py", "review": "screens/review.py"}
LINKS: Final = ", ".join(f"a[href^='{path}?']" for path in PAGES)
NARROW: Final = 600  # below this the record stands under the chart, out of sight
SLACK: Final = 160  # a chart planned this much narrower than its place still looks right

SCRIPT: Final = """
export default function ({ data, setStateValue, setTriggerValue }) {
  const place = () => data.place && document.querySelector(".st-key-" + data.place);
  const measure = () => {
    const width = place() ? Math.floor(place().getBoundingClientRect().width) : 0;
    if (width > 0 && (width < data.planned || width > data.planned + data.slack)) setStateValue("width", width);
  };
  const follow = (event) => {
    const link = event.target.closest ? event.target.closest(data.links) : null;
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.seenOnThisPage = null;
    setTriggerValue("follow", link.getAttribute("href"));
  };
  const show = () => {
    const seen = data.show === window.seenOnThisPage;
    const mark = data.show && !seen && document.getElementById(data.show);
    if (mark) {
      const top = mark.getBoundingClientRect().top;
      const inSight = data.block === "start" && top > 60 && top < window.innerHeight / 2;
      if (!inSight) mark.scrollIntoView({ block: data.block, behavior: "instant" });
      window.seenOnThisPage = data.show;
    }
    return !data.show || seen || mark;
  };
  const tapped = (event) => {
    const ids = (event.points || []).map((point) => point.customdata && point.customdata[0]).filter(Boolean);
    if (ids.length) setTriggerValue("follow", "?record=" + encodeURIComponent(ids[0]));
  };
  const touch = window.matchMedia("(hover: none)").matches;
  let chart = null;
  document.addEventListener("click", follow);
  const observer = new ResizeObserver(measure);
  let tries = 0;
  const attach = () => {
    const there = (!data.place || place()) && show();
    if (there && place()) { observer.observe(place()); measure(); }
    if (touch && place() && !chart) {  // Plotly selects at the second tap only
      chart = place().querySelector(".js-plotly-plot");
      if (chart && chart.on) chart.on("plotly_click", tapped); else chart = null;
    }
    const waiting = !there || (touch && data.place && !chart);
    if (waiting && tries++ < 200) setTimeout(attach, 50);
  };
  attach();
  return () => {
    document.removeEventListener("click", follow);
    observer.disconnect();
    if (chart) chart.removeListener("plotly_click", tapped);
  };
}
"""

_mount = st.components.v2.component("bridge", js=SCRIPT)


def plan_width() -> int:
    """The width the chart is planned for: as the browser told, and until then a phone's or a desk's."""
    told = (st.session_state.get(KEY) or {}).get("width")
    if told:
        return int(told)
    if GUESS not in st.session_state:
        st.session_state[GUESS] = _guess_width()
    return int(st.session_state[GUESS])


def _guess_width() -> int:
    return PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else WIDE


def listen(
    open_here: Mapping[str, Callable[[str], None]] | None = None,
    planned: int | None = None,
    show: str = "",
    block: str = "center",
) -> None:
    """Follow the page's own links without loading it again; draw this once, below what it listens to.

    `open_here`: what opens on this page itself, by the name of the parameter; every other link leads to its page.
    `planned`: the width for which the chart on this page was planned. `show`: the id of an element to bring into sight,
    once, its middle or its start (`block`).
    """
    here = open_here or {}
    followed = _mount(
        key=KEY,
        data={
            "links": LINKS,
            "place": CHART_PLACE if planned else "",
            "planned": planned or 0,
            "slack": SLACK,
            "show": show,
            "block": block,
        },
        on_width_change=lambda: None,
        on_follow_change=lambda: _open_here(here),
    ).follow
    if followed and not _find_here(followed, here):
        path, names = _read_link(followed)
        st.switch_page(PAGES[path], query_params={**_keep_day(), **names})


def was_followed() -> bool:
    """Whether this run is for a link on the page that was followed: what it leads to may be out of sight."""
    return bool((st.session_state.get(KEY) or {}).get("follow"))


def _open_here(here: Mapping[str, Callable[[str], None]]) -> None:
    for name, value in _find_here(st.session_state[KEY].follow or "", here).items():
        here[name](value)


def _find_here(address: str, here: Mapping[str, Callable[[str], None]]) -> dict[str, str]:
    """What of a link's parameters opens on this page: nothing where it leads to another."""
    path, names = _read_link(address)
    return {} if path else {name: value for name, value in names.items() if name in here}


def _read_link(address: str) -> tuple[str, dict[str, str]]:
    """A link of ours as the page it leads to and its parameters: `?record=ID`, `articles?article=ID&passage=ID`."""
    path, _, asked = address.partition("?")
    return path if path in PAGES else "", {name: values[0] for name, values in parse_qs(asked).items()}


def _keep_day() -> dict[str, str]:
    """The day whose knowledge is shown goes along from page to page, where one was chosen."""
    return {name: st.query_params[name] for name in ("as_of",) if name in st.query_params}
