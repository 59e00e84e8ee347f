"""An article in full as safe HTML: the text as published, each figure and statement marked where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import pandas as pd

from dashboard.dataset.passages import Segment
from dashboard.views.html import draw_tag, draw_text, escape
from dashboard.views.palette import ClaimantStyle, find_style
from dashboard.views.terms import PHASE_WORDS, STANCE_WORDS
from dashboard.views.wording import describe_claimant


def draw_article(
    source_id: str,
    segments: Sequence[Segment],
    passages: pd.DataFrame,
    styles: Mapping[str, ClaimantStyle],
    lit: str | None = None,
) -> str:
    """The whole text; a mark is a link that opens its record, with a letter and the colour of its claimant.

    `segments` are the text cut by `passages`, which has one row per report (`dataset/passages.py`). The sentence of the
    report `lit` stands out. Proposals have a dashed outline.
    """
    rows = {row["report_id"]: row for row in passages.to_dict("records")}
    parts = [_draw_segment(source_id, segment, rows, styles) for segment in segments]
    lighted = [place for place, segment in enumerate(segments) if lit in segment.quoted_by]
    for place in lighted:  # the first of them can be scrolled to
        anchor = {"id": f"passage-{lit}"} if place == lighted[0] else {}
        parts[place] = draw_tag("span", parts[place], class_="lit", **anchor)
    body = "".join(parts)
    return draw_tag("div", body, class_="as-published article")


def _draw_segment(
    source_id: str,
    segment: Segment,
    rows: Mapping[str, Mapping[Any, Any]],
    styles: Mapping[str, ClaimantStyle],
) -> str:
    return _draw_mark(source_id, segment, rows, styles) if segment.report_id else escape(segment.text)


def _draw_mark(
    source_id: str, segment: Segment, rows: Mapping[str, Mapping[Any, Any]], styles: Mapping[str, ClaimantStyle]
) -> str:
    row = rows[segment.report_id]
    letters = "".join(_draw_letter(rows[name], styles) for name in segment.begins)
    kind = f"passage {row['kind']}{' proposal' if row['review'] == 'proposed' else ''}"
    return draw_tag(
        "a",
        letters + escape(segment.text),
        class_=kind,
        href=f"?article={quote(source_id)}&passage={quote(segment.report_id)}",
        style=f"--claimant:{find_style(styles, row['claimant']).colour}",
        title=f"{describe_claimant(row['claimant'])}: {STANCE_WORDS[row['stance']]}, {PHASE_WORDS[row['phase']]}",
    )


def _draw_letter(row: Mapping[Any, Any], styles: Mapping[str, ClaimantStyle]) -> str:
    return draw_text(
        "b", row["letter"], class_="letter", style=f"--claimant:{find_style(styles, row['claimant']).colour}"
    )


def label_passage(row: Mapping[Any, Any], text: str) -> str:
    """The words by which a passage is picked: its letter, its first words, and who says it."""
    words = " ".join(text[int(row["start"]) : int(row["end"])].split())
    short = words if len(words) <= 48 else words[:47] + "…"
    return f"{row['letter']} · {short} · {describe_claimant(row['claimant'])}"
