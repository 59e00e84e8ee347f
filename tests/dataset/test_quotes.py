"""Quotes: what stands in the article is kept, and nothing that stands elsewhere is taken for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.dataset.quotes import check_quotes
from dashboard.dataset.tables import Checked, type_cells
from dashboard.loader import load_dataset
from dashboard.vocabulary import load_vocabulary

TEXT = (
    "Officials met on Monday. “As many as 300 men had crossed by then,” the ministry said.\r\n"
    "Zoë Ahn, of the service, spoke of dozens; a second ministry, of at least 40 of them."
)
QUOTE = "“As many as 300 men had crossed by then,” the ministry said."
SECOND = "Zoë Ahn, of the service, spoke of dozens; a second ministry, of at least 40 of them."


def tell(quote: str = QUOTE, figure: str = "300", **more: Any) -> dict[str, Any]:
    """A report of the text above, sound unless something is changed."""
    start = TEXT.index(quote)
    figure_start = TEXT.index(figure) if figure else None
    row = {
        "report_id": "r",
        "source_id": "s",
        "quote": quote,
        "quote_start": start,
        "quote_end": start + len(quote),
        "figure_text": figure or None,
        "figure_start": figure_start,
        "figure_end": None if figure_start is None else figure_start + len(figure),
        "low": None,
        "high": 300,
        "qualifier": "up_to",
        "claimant_text": "the ministry",
    }
    return row | more


def read_faults(*rows: dict[str, Any], text: str = TEXT) -> list[tuple[str, str]]:
    """Line and column, and what was found there."""
    table = load_dataset().package.tables["reports"]
    frame = type_cells(pd.DataFrame(list(rows), columns=table.columns), table)
    reports = Checked(Path("/reports.csv"), frame, pd.Series(range(2, len(rows) + 2)), ())
    return [
        (f.where.removeprefix("/reports.csv line "), f.found)
        for f in check_quotes(reports, {"s": text}, load_vocabulary())
    ]


BAND = tell(SECOND, "dozens", low=24, high=99, qualifier="magnitude", claimant_text="Zoë Ahn; the service")
LEAST = tell(SECOND, "40", low=40, high=None, qualifier="at_least", claimant_text="a second ministry")


def test_what_stands_in_the_article_is_kept() -> None:
    assert read_faults(tell(), BAND, LEAST, tell(figure="", high=None, qualifier=None)) == []


MOVED = QUOTE.replace("300", "310")
MEN = {"figure_text": "men", "figure_start": 41, "figure_end": 44}
CASES: list[tuple[dict[str, Any], str, str]] = [
    ({"quote": MOVED}, "quote", f"{MOVED!r} does not stand in the article at its offsets"),
    ({"quote_start": 26}, "quote", f"{QUOTE!r} does not stand in the article at its offsets"),
    ({"quote_end": 86}, "quote", f"{QUOTE!r} does not stand in the article at its offsets"),
    ({"quote_end": 500}, "quote_end", "500 is past the end of the article"),
    ({"figure_end": 500}, "figure_end", "500 is past the end of the article"),
    ({"figure_start": 38}, "figure_text", "'300' does not stand in the article at its offsets"),
    ({"figure_text": "400"}, "figure_text", "'400' does not stand in the article at its offsets"),
    (MEN, "figure_text", "'men' cannot be read as a number in its quote"),
    (MEN | {"figure_text": "", "figure_end": 41}, "figure_start", "the figure from 41 to 41 is outside its quote"),
    ({"high": 301}, "high", "low empty, high 301, up_to is not what the quote says of '300'"),
    ({"low": 300}, "low", "low 300, high 300, up_to is not what the quote says of '300'"),
    ({"qualifier": "fewer_than"}, "qualifier", "low empty, high 300, fewer_than is not what the quote says of '300'"),
    ({"claimant_text": "The ministry"}, "claimant_text", "'The ministry' is not in the article"),
    ({"claimant_text": "the ministry; Zoe Ahn"}, "claimant_text", "'Zoe Ahn' is not in the article"),
    ({"said_text": "on Tuesday"}, "said_text", "'on Tuesday' is not in the article"),
    ({"event_text": "then then"}, "event_text", "'then then' is not in the article"),
    ({"deadline_text": "by then!"}, "deadline_text", "'by then!' is not in the article"),
    ({"hedge": "likely"}, "hedge", "'likely' is not in the article"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "column", "found"), CASES, ids=[str(change) for change, *_ in CASES])
def test_what_does_not_stand_there_is_told(change: dict[str, Any], column: str, found: str) -> None:
    assert read_faults(BAND, tell() | change) == [(f"3, column {column}", found)]


def test_a_quote_that_moved_is_not_looked_for_elsewhere() -> None:
    assert [column for column, _ in read_faults(tell(), text="\n" + TEXT)] == ["2, column quote"]


def test_offsets_count_characters_and_line_ends_are_as_in_the_file() -> None:
    assert TEXT.encode().index(SECOND.encode()) != TEXT.index(SECOND)
    assert read_faults(LEAST) == []
    assert [column for column, _ in read_faults(LEAST, text=TEXT.replace("\r\n", "\n") + "\n")] == ["2, column quote"]


def test_words_that_a_line_end_parts_in_the_article_are_found_with_a_blank_between_them() -> None:
    parted = TEXT.replace("the ministry", "the\n ministry")
    quote = QUOTE.replace("the ministry", "the\n ministry")
    row = tell() | {"quote": quote, "quote_end": TEXT.index(QUOTE) + len(quote)}
    assert read_faults(row, text=parted) == []
    assert [column for column, _ in read_faults(row | {"claimant_text": "theministry"}, text=parted)] == [
        "2, column claimant_text"
    ]


def test_a_figure_is_looked_at_within_its_own_quote() -> None:
    # "as many as" stands before the quote begins, so it does not bound the figure in it
    quote = "300 men had crossed by then,” the ministry said."
    assert read_faults(tell(quote, low=300, qualifier="exact")) == []


def test_reports_of_an_article_that_cannot_be_read_are_not_blamed() -> None:
    assert read_faults(tell(quote_end=9999), text=TEXT) != []
    assert read_faults(tell(quote_end=9999) | {"source_id": "other"}) == []
