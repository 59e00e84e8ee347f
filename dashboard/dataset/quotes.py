"""Every word of a report held against its article: quote, figure and the words kept beside the values.

A quote that moved is a fault; nothing is looked for elsewhere in the article and attached again.
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from dashboard.dataset.tables import Checked
from dashboard.faults import Fault, shorten, show_path
from dashboard.reading.quantities import parse_figure
from dashboard.records import LIST_SEPARATOR
from dashboard.vocabulary import Vocabulary

WORDS: Final = ("claimant_text", "said_text", "event_text", "deadline_text", "hedge")
READ: Final = (
    "source_id",
    "quote",
    "quote_start",
    "quote_end",
    "figure_text",
    "figure_start",
    "figure_end",
    "low",
    "high",
    "qualifier",
)


def check_quotes(reports: Checked, texts: dict[str, str], vocabulary: Vocabulary) -> list[Fault]:
    """Every report whose words are not where it says they are, or whose figure cannot be read again out of its quote.

    Reports of an article without a text are left out: the article's own fault is told elsewhere.
    """
    frame = reports.frame
    columns = [_to_list(frame[name]) for name in READ]
    words = {name: _to_list(frame[name]) for name in WORDS if frame[name].notna().any()}
    faults: list[Fault] = []
    for place, row in enumerate(zip(*columns, strict=True)):
        text = texts.get(row[0])
        if text is None:
            continue
        broken = _find_broken(text, row, vocabulary) or _find_missing_words(text, words, place)
        if broken:
            column, found, expected, remedy = broken
            where = f"{show_path(reports.path)} line {reports.lines[frame.index[place]]}, column {column}"
            faults.append(Fault(where, found, expected, remedy))
    return faults


def _to_list(column: pd.Series) -> list[Any]:
    """Python values, `None` where missing."""
    return [None if value is pd.NA or value != value else value for value in column.tolist()]  # noqa: PLR0124 (NaN)


def _find_broken(text: str, row: tuple[Any, ...], vocabulary: Vocabulary) -> tuple[str, str, str, str] | None:
    _, quote, start, end, figure_text, figure_start, figure_end, low, high, qualifier = row
    if end > len(text):
        return (
            "quote_end",
            f"{end} is past the end of the article",
            f"expected at most {len(text)}",
            "correct the offsets",
        )
    if text[start:end] != quote:
        return _refuse_slice("quote", quote, text[start:end])
    if figure_text is None:
        return None
    if figure_end > len(text):
        return (
            "figure_end",
            f"{figure_end} is past the end of the article",
            f"expected at most {len(text)}",
            "correct the offsets",
        )
    if text[figure_start:figure_end] != figure_text:
        return _refuse_slice("figure_text", figure_text, text[figure_start:figure_end])
    if not start <= figure_start < figure_end <= end:
        found = f"the figure at {figure_start} to {figure_end} is outside its quote"
        return (
            "figure_start",
            found,
            f"expected it within {start} to {end}",
            "choose the sentence that holds the figure",
        )
    figure = parse_figure(quote, figure_start - start, figure_end - start, vocabulary)
    if figure is None:
        found = f"{shorten(figure_text)} cannot be read as a number in its quote"
        return ("figure_text", found, "expected number words", "correct it, or add the words to the vocabulary")
    if (figure.low, figure.high, figure.qualifier) != (low, high, qualifier):
        found = f"{_show(low, high, qualifier)} is not what the quote says"
        read = f"expected {_show(figure.low, figure.high, figure.qualifier)}, as read again from the quote"
        return (
            "qualifier" if (figure.low, figure.high) == (low, high) else "low",
            found,
            read,
            "correct the value or the quote",
        )
    return None


def _refuse_slice(column: str, recorded: str, there: str) -> tuple[str, str, str, str]:
    found = f"{shorten(recorded)} is not in the article at its offsets"
    return (column, found, f"expected {shorten(there)}, which stands there", "correct the words or the offsets")


def _show(low: int | None, high: int | None, qualifier: str) -> str:
    return f"low {low if low is not None else 'empty'}, high {high if high is not None else 'empty'}, {qualifier}"


def _find_missing_words(text: str, words: dict[str, list[Any]], place: int) -> tuple[str, str, str, str] | None:
    for column, values in words.items():
        value = values[place]
        if value is not None and value not in text:
            for part in value.split(LIST_SEPARATOR):
                if part not in text:
                    found = f"{shorten(part)} is not in the article"
                    return (column, found, "expected the words of the article", "copy them from the article")
    return None
