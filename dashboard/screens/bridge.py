"""What only the browser knows, told to Python: how wide the chart is, and which record a link on the page asks for.

A link to a record is an ordinary one (`?record=ID`): it can be copied, opened in a new tab and reached by
keyboard. Here a plain click on it opens the record without loading the page again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

KEY: Final = "bridge"
CHART_PLACE: Final = "chart_place"
WIDE: Final = 760  # pixels planned for before the browser has told
PHONE: Final = 356
SLACK: Final = 160  # a chart planned this much narrower than its place still looks right

SCRIPT: Final = """
export default function ({ data, setStateValue, setTriggerValue }) {
  const place = () => document.querySelector(".st-key-" + data.place);
  const measure = () => {
    const width = place() ? Math.floor(place().getBoundingClientRect().width) : 0;
    if (width > 0 && (width < data.planned || width > data.planned + data.slack)) setStateValue("width", width);
  };
  const follow = (event) => {
    const link = event.target.closest ? event.target.closest("a[href^='?record=']") : null;
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue("record", new URLSearchParams(link.getAttribute("href")).get("record"));
  };
  document.addEventListener("click", follow);
  const observer = new ResizeObserver(measure);
  let tries = 0;
  const attach = () => { place() ? (observer.observe(place()), measure()) : tries++ < 50 && setTimeout(attach, 50); };
  attach();
  return () => { document.removeEventListener("click", follow); observer.disconnect(); };
}
"""

_mount = st.components.v2.component("bridge", js=SCRIPT)


def plan_width() -> int:
    """The width the chart is planned for: as the browser told, and until then a phone's or a desk's."""
    told = (st.session_state.get(KEY) or {}).get("width")
    if told:
        return int(told)
    return PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else WIDE


def listen(open_record: Callable[[str | None], None], planned: int) -> None:
    """Mount the part of the page that listens; draw it once, below what it listens to."""
    _mount(
        key=KEY,
        data={"place": CHART_PLACE, "planned": planned, "slack": SLACK},
        on_width_change=lambda: None,
        on_record_change=lambda: open_record(st.session_state[KEY].record),
    )
