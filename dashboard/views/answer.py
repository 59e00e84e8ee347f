"""The answer in words, as safe HTML: how many are there and how many planned, by whom, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final
from urllib.parse import quote

import pandas as pd

from dashboard.records import LIST_SEPARATOR, Phase, Stance
from dashboard.views.comparisons import Rows, index_rows
from dashboard.views.html import draw_tag, draw_text, escape
from dashboard.views.palette import ClaimantStyle, find_style
from dashboard.views.record import describe_amount
from dashboard.views.terms import MEASURE_WORDS
from dashboard.views.wording import count_noun, describe_claimant, describe_day, describe_days, is_missing

ORDER: Final = (Phase.PRESENT, Phase.PLANNED, Phase.FRONT, Phase.UNSPECIFIED)
DISPUTE: Final = ((Stance.DENIES, "Denied by"), (Stance.DOES_NOT_CONFIRM, "Not confirmed by"))
SHOWN: Final = 5
BEFORE: Final = 1
PROPOSED: Final = '<span class="proposed">proposed, not reviewed</span>'
NAMED: Final = 8


def draw_answer(
    shown: pd.DataFrame,
    known: pd.DataFrame,
    in_force: pd.DataFrame,
    styles: Mapping[str, ClaimantStyle],
    lanes: Mapping[str, str],
    measure: str = "troops",
    clashes: int = 0,
) -> str:
    """A block per phase that has totals in force, latest first, and one of who denies or does not confirm.

    `known`: all estimates of the day, among them what a claimant said before. `in_force` has one row per total in
    force (`dataset/in_force.py`). `clashes`: how many conflicts are told below.
    """
    totals = in_force.loc[in_force["measure"] == measure]
    told = totals.groupby("phase", observed=True).head(SHOWN)
    named = {
        *told["estimate_id"],
        *(name for ids in told["before_ids"].dropna() for name in ids.split(LIST_SEPARATOR)[:BEFORE]),
    }
    by_id = index_rows(known, named)
    blocks = [
        _draw_block(_title(lanes[phase], measure), _draw_totals(totals.loc[totals["phase"] == phase], by_id, styles))
        for phase in ORDER
    ]
    blocks.append(_draw_block("Disputed", _draw_dispute(shown, clashes)))
    return draw_tag("section", "".join(blocks), class_="answer", aria_label="The answer in words")


def _title(lane: str, measure: str) -> str:
    return lane if measure == "troops" else f"{lane}: {MEASURE_WORDS[measure]}"


def _draw_block(title: str, lines: Iterable[str]) -> str:
    """A titled list; "" where there is no line, so that no empty block is drawn."""
    items = "".join(lines)
    return draw_tag("div", f"{draw_text('h2', title)}<ul>{items}</ul>") if items else ""


def _draw_totals(totals: pd.DataFrame, by_id: Rows, styles: Mapping[str, ClaimantStyle]) -> list[str]:
    first = totals.head(SHOWN)
    lines = [
        _draw_total(by_id[estimate_id], by_id, before, styles)
        for estimate_id, before in zip(first["estimate_id"], first["before_ids"], strict=True)
    ]
    more = len(totals) - SHOWN
    return lines + ([draw_text("li", f"and {more} more on the chart")] if more > 0 else [])


def _draw_total(estimate: Mapping[Any, Any], by_id: Rows, before_ids: Any, styles: Mapping[str, ClaimantStyle]) -> str:
    colour = find_style(styles, estimate["claimant"]).colour
    swatch = draw_tag("span", "", class_="swatch", style=f"background:{colour}")
    who = f"{escape(describe_claimant(estimate['claimant']))}, {escape(describe_when(estimate))}"
    before = "" if is_missing(before_ids) else draw_text("span", _describe_before(before_ids, by_id), class_="before")
    link = draw_text("a", describe_amount(estimate), class_="figure", href=f"?record={quote(estimate['estimate_id'])}")
    unread = f" {PROPOSED}" if _is_proposed(estimate) else ""
    return draw_tag("li", f"{link} {swatch}{who}{unread}{before}")


def _describe_before(before_ids: str, by_id: Rows) -> str:
    """What the claimant said before, latest first: "; before that 1,500 (18 Oct 2024)"."""
    names = before_ids.split(LIST_SEPARATOR)
    earlier = [by_id[name] for name in names[:BEFORE]]
    more = f" and {len(names) - BEFORE:,} more" if len(names) > BEFORE else ""
    return "; before that " + ", ".join(f"{describe_amount(row)} ({describe_when(row)})" for row in earlier) + more


def describe_when(estimate: Mapping[Any, Any] | pd.Series) -> str:
    """The day it was said as short as can be: "23 Oct 2024", or "published 23 Oct 2024" where nothing dates it."""
    if is_missing(estimate["said_latest"]):
        return f"published {describe_day(estimate['first_published'])}"
    return describe_days(estimate["said_earliest"], estimate["said_latest"])


def _draw_dispute(estimates: pd.DataFrame, clashes: int) -> list[str]:
    lines = []
    for stance, words in DISPUTE:
        told = estimates.loc[estimates["stance"] == stance, ["claimant", "phase", "proposed", "reports"]]
        names: dict[str, bool] = {}  # whether all that was read of it is proposed only
        for row in (row for joint in told.to_dict("records") for row in _split(joint)):
            name = _name_disputer(row)
            names[name] = names.get(name, True) and _is_proposed(row)
        if names:
            lines.append(draw_tag("li", f"{draw_text('span', words, class_='figure')} {_list_first(names)}"))
    if clashes:
        lines.append(draw_text("li", f"{count_noun(clashes, 'conflict')} between the figures, told below"))
    return lines


def _is_proposed(estimate: Mapping[Any, Any]) -> bool:
    """Whether no person has reviewed any report of it."""
    return bool(estimate["proposed"] == estimate["reports"])


def _list_first(names: Mapping[str, bool]) -> str:
    """The names, each marked where it is only proposed, or the first NAMED of them and how many more there are."""
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    marked = (f"{escape(name)} {PROPOSED}" if proposed else escape(name) for name, proposed in names.items())
    return ", ".join(islice(marked, NAMED)) + more


def _split(row: dict[Any, Any]) -> list[dict[Any, Any]]:
    """A joint denial counts for each of those who made it."""
    if is_missing(row["claimant"]):
        return [row]
    return [{**row, "claimant": name} for name in row["claimant"].split(LIST_SEPARATOR)]


def _name_disputer(row: dict[Any, Any]) -> str:
    where = " (at the front)" if row["phase"] == Phase.FRONT else ""
    return f"{describe_claimant(row['claimant'])}{where}"
