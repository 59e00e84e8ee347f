"""The articles as safe HTML: who printed each, when, what that rests on, and how much was read in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from dashboard.views.html import draw_link, draw_tag, draw_terms, draw_text, escape
from dashboard.views.record import INFERRED
from dashboard.views.wording import count_noun, describe_day

UNCHANGED: Final = "It holds: the file is byte for byte what was read."  # a dataset where it does not is not opened


def draw_sources(sources: pd.DataFrame, reports: pd.DataFrame) -> str:
    """One block per article, in the order of publication; what is not known says so."""
    figures = reports.groupby("source_id")["figure_text"].count().to_dict()
    statements = reports.loc[reports["figure_text"].isna()].groupby("source_id").size().to_dict()
    ordered = sources.sort_values(["published", "source_id"])
    blocks = [
        _draw_source(row, figures.get(row["source_id"], 0), statements.get(row["source_id"], 0))
        for row in ordered.to_dict("records")
    ]
    return draw_tag("div", "".join(blocks), class_="sources")


def _draw_source(source: Mapping[Any, Any], figures: int, statements: int) -> str:
    inferred = INFERRED if source["published_basis"] == "inferred" else ""
    title = draw_tag(
        "h3", f"{escape(source['outlet']) or 'Outlet not known'} · {describe_day(source['published'])} {inferred}"
    )
    facts = draw_terms(
        [
            ("Headline", escape(source["headline"]) or "none in the text"),
            ("Agency copy", escape(source["agency"]) or "not known"),
            ("Dated by", escape(source["published_evidence"])),
            ("Read in it", f"{count_noun(figures, 'figure')}, {count_noun(statements, 'statement')} without a number"),
            ("File", escape(source["file"])),
            ("SHA-256", f"{draw_text('code', source['sha256'])} {UNCHANGED}"),
            ("Address", draw_link(source["url"], "Open the article at its outlet")),
        ]
    )
    return draw_tag("article", title + facts, class_="report")
