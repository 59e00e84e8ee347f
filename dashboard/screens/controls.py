"""What a person chooses on the timeline, each choice a parameter of the page's address, so that a link is the view.

The parameters are the keys of the widgets: as_of (on every page that shows what was known), claimant, phase, basis,
outlet, review, find, mode, axis, scale, measure, and record for the record that is open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd
import streamlit as st

from dashboard.dataset.dataset import Dataset
from dashboard.dataset.filters import Filters, list_claimants
from dashboard.records import Review
from dashboard.screens.view import ESTIMATES, REPORTS, build_known
from dashboard.views.html import escape_markdown
from dashboard.views.terms import NO_CLAIMANT

MODES: Final = (ESTIMATES, REPORTS)
AXES: Final = ("said", "published")
SCALES: Final = ("linear", "log")
URL: Final = "query-params"
RECORD: Final = "record"
ARTICLE: Final = "article"
PASSAGE: Final = "passage"
PAGE: Final = "page_open"
DAY: Final = "day_chosen"  # None for the last, which needs no word in the address
UNKNOWN_OUTLET: Final = "outlet not known"


@lru_cache(maxsize=4)
def list_choices(dataset: Dataset) -> dict[str, list[str]]:
    """What can be chosen for each parameter with a closed set of values, from the whole dataset."""
    known = build_known(dataset, None)
    outlets = sorted(set(dataset.sources["outlet"].dropna()), key=str.casefold)
    return {
        "claimant": [name or NO_CLAIMANT for name in list_claimants(known)],
        "phase": _list_present(known["phase"]),
        "basis": _list_present(known["basis"]),
        "outlet": outlets + [UNKNOWN_OUTLET] * bool(dataset.sources["outlet"].isna().any()),
        "review": [str(review) for review in Review],
        "mode": list(MODES),
        "axis": list(AXES),
        "scale": list(SCALES),
        "measure": _list_present(known["measure"]),
    }


def list_publications(dataset: Dataset) -> list[date]:
    """The days on which articles were published, each once, in order."""
    return sorted(set(dataset.sources["published"].dt.date))


def tell_unknown(choices: Mapping[str, Sequence[str]], publications: Sequence[date], free: Sequence[str] = ()) -> None:
    """One sentence about what the address asks for and this dataset does not have; on the first run of a visit.

    `free` are the parameters that may hold anything here: words to find, and ids of which `choose_named` tells.
    """
    if st.session_state.setdefault("address_read", False):
        return
    st.session_state["address_read"] = True
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    unknown = [
        f"{escape_markdown(name)} “{escape_markdown(value)}”"
        for name, values in asked.items()
        for value in values
        if not (_is_day(value, publications) if name == "as_of" else name in free or value in choices.get(name, ()))
    ]
    if unknown:
        st.warning(f"The link also asks for {', '.join(unknown)}, which this dataset does not have; that was ignored.")


def carry_day(page: str) -> None:
    """The day that was chosen goes along from page to page; called before a page is drawn."""
    if st.session_state.get(PAGE, page) != page:
        day = st.session_state.get(DAY)
        if day is None:
            st.query_params.pop("as_of", None)
        else:  # Streamlit takes the value from the one and leaves the other as it was
            st.session_state["as_of"] = day
            st.query_params["as_of"] = day.isoformat()
    st.session_state[PAGE] = page


def choose_as_of(publications: Sequence[date]) -> date:
    """The day whose knowledge is shown: any day by the calendar, or from publication to publication by the buttons."""
    last = publications[-1]
    first_day, last_day = _find_calendar(publications)
    earlier = st.empty()  # stands left of the day, and can be drawn only once the day is known
    day = st.date_input(
        "As known on",
        value=last,
        min_value=first_day,
        max_value=last_day,
        key="as_of",
        bind=URL,
        format="YYYY-MM-DD",
        width=140,
    )
    day = day or last
    st.session_state[DAY] = None if day == last else day
    _offer_step(earlier.button, "Earlier", publications, day, -1)
    _offer_step(st.button, "Later", publications, day, 1)
    return day


def _offer_step(button: Callable[..., bool], label: str, publications: Sequence[date], day: date, step: int) -> None:
    target = _find_day(publications, day, step)
    button(
        label,
        key=label.lower(),
        icon=":material/chevron_left:" if step < 0 else ":material/chevron_right:",
        on_click=_step_day,
        args=(publications, step),
        disabled=target >= day if step < 0 else target <= day,
        help="To the publication before" if step < 0 else "To the next publication",
    )


def choose_filters(choices: Mapping[str, Sequence[str]]) -> Filters:
    """What is left in: nothing chosen leaves everything in."""
    claimants = _choose_several("Claimant", "claimant", choices)
    phases = _choose_several("Phase", "phase", choices)
    bases = _choose_several("Basis", "basis", choices)
    outlets = _choose_several("Outlet", "outlet", choices)
    review = st.selectbox("Review", choices["review"], index=None, key="review", bind=URL, placeholder="any")
    words = st.text_input("Words in quotes or claimants", key="find", bind=URL, placeholder="any words")
    return Filters(
        claimants=tuple("" if name == NO_CLAIMANT else name for name in claimants),
        phases=tuple(phases),
        bases=tuple(bases),
        outlets=tuple("" if name == UNKNOWN_OUTLET else name for name in outlets),
        review=review or "",
        words=words or "",
    )


def choose_axes(choices: Mapping[str, Sequence[str]]) -> tuple[str, str, str, str]:
    """What a mark stands for, the date of the time axis, the scale of the figures, and what is counted."""
    mode = st.segmented_control("Marks", MODES, default=MODES[0], required=True, key="mode", bind=URL) or MODES[0]
    axis = st.segmented_control("Dates", AXES, default=AXES[0], required=True, key="axis", bind=URL)
    scale = st.segmented_control("Scale", SCALES, default=SCALES[0], required=True, key="scale", bind=URL)
    measures = list(choices["measure"])
    if len(measures) < 2:
        return mode, axis or AXES[0], scale or SCALES[0], measures[0]
    measure = st.selectbox("Counted", measures, key="measure", bind=URL)
    return mode, axis or AXES[0], scale or SCALES[0], measure or measures[0]


def choose_named(label: str, parameter: str, labels: Mapping[str, str], *, first: bool = False) -> str | None:
    """The id that is open: picked here by keyboard, set by `open_named`, or named by the address; `None` for none.

    `labels` gives the words for each id that can be picked, in order. With `first`, the first is open where none is.
    """
    asked = st.query_params.get(parameter)
    st.session_state[parameter] = asked_for(parameter)
    if st.session_state.get(parameter) not in labels:
        if asked and asked == st.session_state.get(parameter):
            st.warning(f"The {parameter} “{escape_markdown(asked)}” is not among those shown; that was ignored.")
        st.session_state[parameter] = next(iter(labels), None) if first else None
    chosen = st.selectbox(
        label,
        list(labels),
        index=None,
        format_func=lambda name: labels[name],
        key=parameter,
        placeholder="Choose one: type, or use the arrow keys",
    )
    if chosen is None:
        st.query_params.pop(parameter, None)
    else:
        st.query_params[parameter] = chosen
    st.session_state[f"{parameter}_written"] = chosen
    return chosen


def asked_for(parameter: str) -> str | None:
    """The id that is to be open: by the address where that changed from outside, else by what was last picked."""
    asked = st.query_params.get(parameter)
    return asked if asked != st.session_state.get(f"{parameter}_written") else st.session_state.get(parameter)


def open_named(parameter: str, name: str | None) -> None:
    """Open this id at the next run, or none; for callbacks of the chart, the table and links."""
    st.session_state[parameter] = name


def _list_present(column: pd.Series) -> list[str]:
    """The values of a closed set that occur, in the order of the declaration."""
    present = set(column.dropna())
    return [value for value in column.cat.categories if value in present]


def _choose_several(label: str, key: str, choices: Mapping[str, Sequence[str]]) -> list[str]:
    return st.multiselect(label, list(choices[key]), key=key, bind=URL, placeholder="any")


def _find_day(publications: Sequence[date], day: date, step: int) -> date:
    """The publication before or after a day; the first or the last where there is none further."""
    place = bisect_left(publications, day) - 1 if step < 0 else bisect_right(publications, day)
    return publications[max(0, min(place, len(publications) - 1))]


def _step_day(publications: Sequence[date], step: int) -> None:
    """One publication on from the day that is chosen now: it may have changed since the button was drawn."""
    st.session_state["as_of"] = _find_day(publications, st.session_state["as_of"] or publications[-1], step)


def _find_calendar(publications: Sequence[date]) -> tuple[date, date]:
    """The first and the last day that can be chosen: whole years."""
    return date(publications[0].year, 1, 1), date(publications[-1].year, 12, 31)


def _is_day(value: str, publications: Sequence[date]) -> bool:
    first, last = _find_calendar(publications)
    try:
        return first <= date.fromisoformat(value) <= last
    except ValueError:
        return False
