"""What comparing brings out, as safe HTML: what clashes, what adds up, and who changed their stance, with links."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final
from urllib.parse import quote

import pandas as pd

from dashboard.records import LIST_SEPARATOR
from dashboard.views.html import draw_tag, draw_text
from dashboard.views.record import describe_headline
from dashboard.views.terms import PHASE_WORDS, STANCE_WORDS
from dashboard.views.wording import describe_claimant

Rows = Mapping[str, Mapping[Any, Any]]  # estimates by their id

TITLES: Final = {"clash": "What clashes", "agreement": "What adds up"}
ORDER_WORDS: Final = {"dated": "", "told": " (in the order in which an article tells them)"}
SHOWN: Final = 20


def draw_comparisons(conflicts: pd.DataFrame, moves: pd.DataFrame, estimates: pd.DataFrame) -> str:
    """Three lists, each left out where it is empty; "" where nothing was found.

    `conflicts` has one row per clash or sum, with its sentence; `moves` one row per change of a claimant's stance.
    """
    first = [conflicts.loc[conflicts["verdict"] == verdict] for verdict in TITLES]
    named = {name for found in first for ids in found["estimate_ids"].head(SHOWN) for name in ids.split(LIST_SEPARATOR)}
    named |= {*moves["earlier_id"].head(SHOWN), *moves["later_id"].head(SHOWN)}
    by_id = index_rows(estimates, named)
    blocks = [
        _draw_list(title, found, _draw_conflict, by_id) for title, found in zip(TITLES.values(), first, strict=True)
    ]
    blocks.append(_draw_list("Who changed their stance", moves, _draw_move, by_id))
    drawn = "".join(blocks)
    return draw_tag("section", drawn, class_="findings", aria_label="What comparing brings out") if drawn else ""


def index_rows(estimates: pd.DataFrame, named: Collection[str]) -> Rows:
    """The named estimates as plain values, by their id."""
    kept = estimates.loc[estimates["estimate_id"].isin(named)]
    return {str(row["estimate_id"]): row for row in kept.to_dict("records")}


def _draw_list(title: str, found: pd.DataFrame, draw: Callable[[Mapping[Any, Any], Rows], str], by_id: Rows) -> str:
    if found.empty:
        return ""
    items = "".join(draw(row, by_id) for row in found.head(SHOWN).to_dict("records"))
    more = draw_text("p", f"and {len(found) - SHOWN:,} more") if len(found) > SHOWN else ""
    return draw_tag("div", f"{draw_text('h3', title)}<ul>{items}</ul>{more}")


def _draw_conflict(conflict: Mapping[Any, Any], by_id: Rows) -> str:
    links = " ".join(draw_record_link(name, by_id[name]) for name in conflict["estimate_ids"].split(LIST_SEPARATOR))
    return draw_tag("li", f"{draw_text('p', conflict['sentence'] + '.')}{draw_tag('p', links, class_='links')}")


def _draw_move(move: Mapping[Any, Any], by_id: Rows) -> str:
    """How one claimant's stance moved: "Alpha on “sent or arrived”: denied, then not confirmed"."""
    words = (
        f"{move['claimant']}, on “{PHASE_WORDS[move['phase']]}”: {STANCE_WORDS[move['earlier_stance']]}, "
        f"then {STANCE_WORDS[move['later_stance']]}{ORDER_WORDS[move['order_basis']]}."
    )
    links = " ".join(draw_record_link(name, by_id[name]) for name in (move["earlier_id"], move["later_id"]))
    return draw_tag("li", f"{draw_text('p', words)}{draw_tag('p', links, class_='links')}")


def draw_record_link(estimate_id: str, estimate: Mapping[Any, Any], *, whose: bool = True) -> str:
    """A link that opens a record, named by what it says and, unless that is clear, by who says it."""
    words = describe_headline(estimate)
    words = f"{words}, {describe_claimant(estimate['claimant'])}" if whose else words
    return draw_text("a", words, href=f"?record={quote(estimate_id)}")


def draw_links(labels: Mapping[str, str]) -> str:
    """A list of links that open records, by id with the words of each."""
    items = (draw_tag("li", draw_text("a", words, href=f"?record={quote(name)}")) for name, words in labels.items())
    return draw_tag("section", draw_tag("ul", "".join(items)), class_="findings several", aria_label="Records")
