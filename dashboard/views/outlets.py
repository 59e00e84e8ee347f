"""Who reported it, as safe HTML: who carried whose number, and what each article carried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd

from dashboard.views.comparisons import draw_record_link
from dashboard.views.html import draw_tag, draw_text, escape
from dashboard.views.record import INFERRED
from dashboard.views.witness_words import describe_order
from dashboard.views.wording import count_noun, describe_claimant, describe_day, is_missing

Rows = Mapping[str, Mapping[Any, Any]]  # estimates by their id

UNKNOWN: Final = "outlet not known"


def draw_matrix(carriage: pd.DataFrame, estimates: pd.DataFrame) -> str:
    """A row per claimant, a column per outlet: the figures it carried, and how many statements without a number.

    `carriage` has one row per article and estimate (`dataset/witnesses.py`). All outlets that are not known share a
    column, which says of how many articles.
    """
    by_id = _index(estimates)
    outlets = _list_outlets(carriage)
    cells: dict[tuple[str, str], list[str]] = {}
    for row in carriage.drop_duplicates(["outlet", "estimate_id"]).to_dict("records"):
        claimant = describe_claimant(by_id[row["estimate_id"]]["claimant"])
        cells.setdefault((claimant, _name(row["outlet"])), []).append(row["estimate_id"])
    claimants = list(dict.fromkeys(claimant for claimant, _ in cells))
    head = "".join(draw_text("th", words, scope="col") for words in ("Claimant", *outlets.values()))
    body = "".join(
        draw_tag("tr", draw_text("th", claimant, scope="row") + "".join(_draw_cells(claimant, outlets, cells, by_id)))
        for claimant in claimants
    )
    table = draw_tag("table", f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>", class_="matrix")
    return draw_tag("div", table, class_="wide", tabindex="0", role="region", aria_label="Who carried whose number")


def draw_carried(carriage: pd.DataFrame, estimates: pd.DataFrame, sources: pd.DataFrame) -> str:
    """A block per article, in the order of publication: every estimate it carried, first or after others."""
    by_id = _index(estimates)
    articles = {row["source_id"]: row for row in sources.to_dict("records")}
    blocks = []
    for source_id, rows in carriage.groupby("source_id", sort=False):
        article = articles[source_id]
        inferred = INFERRED if article["published_basis"] == "inferred" else ""
        title = f"{escape(_name(article['outlet']))} · {describe_day(article['published'])} {inferred}"
        items = "".join(_draw_carried(row, by_id) for row in rows.to_dict("records"))
        text = draw_text("a", "Read the article", href=f"articles?article={source_id}")
        blocks.append(
            draw_tag("article", f"{draw_tag('h3', title)}<ul>{items}</ul>{draw_tag('p', text)}", class_="report")
        )
    return draw_tag("div", "".join(blocks), class_="carried")


def _index(estimates: pd.DataFrame) -> Rows:
    return {str(row["estimate_id"]): row for row in estimates.to_dict("records")}


def _name(outlet: Any) -> str:
    return UNKNOWN if is_missing(outlet) else str(outlet)


def _list_outlets(carriage: pd.DataFrame) -> dict[str, str]:
    """Each outlet with the words above its column, in the order of publication, the unknown last."""
    known = {str(outlet): str(outlet) for outlet in carriage["outlet"].dropna()}
    unknown = carriage.loc[carriage["outlet"].isna(), "source_id"].nunique()
    return known | ({UNKNOWN: f"{UNKNOWN} ({count_noun(unknown, 'article')})"} if unknown else {})


def _draw_cells(
    claimant: str, outlets: Iterable[str], cells: Mapping[tuple[str, str], list[str]], by_id: Rows
) -> Iterable[str]:
    for outlet in outlets:
        ids = cells.get((claimant, outlet), [])
        figures = [
            name for name in ids if by_id[name]["stance"] == "asserts" and not is_missing(by_id[name]["qualifier"])
        ]
        links = [draw_record_link(name, by_id[name], whose=False) for name in figures]
        others = len(ids) - len(figures)
        words = [draw_text("span", count_noun(others, "statement"), class_="before")] if others else []
        yield draw_tag("td", ", ".join([*links, *words]))


def _draw_carried(row: Mapping[Any, Any], by_id: Rows) -> str:
    link = draw_record_link(row["estimate_id"], by_id[row["estimate_id"]])
    times = f" ({row['reports']} times)" if row["reports"] > 1 else ""
    return draw_tag(
        "li",
        f"{link} {escape(times)} {draw_text('span', describe_order(row['order'], row['days_after']), class_='before')}",
    )
