"""Every word of a report held against its article: quote, figure and the words kept beside the values.

A quote that moved is a fault; nothing is looked for elsewhere in the article and attached again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import pandas as pd

from dashboard.dataset.tables import Checked, list_values
from dashboard.faults import Fault, shorten
from dashboard.reading.figures.values import parse_figure
from dashboard.reading.text.markup import blank_markup
from dashboard.records import LIST_SEPARATOR
from dashboard.vocabulary import Vocabulary

WORDS: Final = ("claimant_text", "said_text", "event_text", "deadline_text", "hedge")
OFFSETS_REMEDY: Final = "correct the offsets"

Broken = tuple[str, str, str, str]  # column, found, expected, remedy


class Passage(NamedTuple):
    """What of a report is checked against its article: where the quote stands, and where and what the figure in it."""

    source_id: str
    quote: str
    quote_start: int
    quote_end: int
    figure_text: str | None
    figure_start: int
    figure_end: int
    low: int | None
    high: int | None
    qualifier: str | None


def check_quotes(reports: Checked, texts: dict[str, str], vocabulary: Vocabulary) -> list[Fault]:
    """Every report whose words are not where it says they are, or whose figure cannot be read again out of its quote.

    Reports of an article without a text are left out: the article's own fault is told elsewhere.
    """
    frame = reports.frame
    passages = map(Passage._make, zip(*(list_values(frame[name]) for name in Passage._fields), strict=True))
    broken = [
        *_find_misplaced(zip(frame.index, passages, strict=True), texts, vocabulary),
        *_find_missing_words(frame, texts),
    ]
    return [Fault(reports.place(row, column), *sentence) for row, (column, *sentence) in broken]


def _find_misplaced(
    passages: Iterable[tuple[int, Passage]], texts: dict[str, str], vocabulary: Vocabulary
) -> Iterator[tuple[int, Broken]]:
    """The first thing that is wrong with a passage, by row."""
    for row, passage in passages:
        text = texts.get(passage.source_id)
        if text is None:
            continue
        broken = _check_quote(text, passage)
        if broken is None and passage.figure_text is not None:
            broken = _check_figure(text, passage) or _check_meaning(passage, vocabulary)
        if broken is not None:
            yield row, broken


def _check_quote(text: str, passage: Passage) -> Broken | None:
    start, end = passage.quote_start, passage.quote_end
    if end > len(text):
        return _refuse_end("quote_end", end, len(text))
    if text[start:end] != passage.quote:
        return _refuse_words("quote", passage.quote, text[start:end])
    return None


def _check_figure(text: str, passage: Passage) -> Broken | None:
    start, end = passage.figure_start, passage.figure_end
    if end > len(text):
        return _refuse_end("figure_end", end, len(text))
    if text[start:end] != passage.figure_text:
        return _refuse_words("figure_text", str(passage.figure_text), text[start:end])
    if not passage.quote_start <= start < end <= passage.quote_end:
        found = f"the figure from {start} to {end} is outside its quote"
        expected = f"expected it from {passage.quote_start} to {passage.quote_end}"
        return "figure_start", found, expected, "quote the sentence that holds the figure"
    return None


def _check_meaning(passage: Passage, vocabulary: Vocabulary) -> Broken | None:
    """The figure read again out of the quote, with the words around it that bound it."""
    start = passage.quote_start
    quote = blank_markup(passage.quote)  # the ">" of a tag is no "more than"
    figure = parse_figure(quote, passage.figure_start - start, passage.figure_end - start, vocabulary)
    if figure is None:
        found = f"{shorten(str(passage.figure_text))} cannot be read as a number in its quote"
        return "figure_text", found, "expected number words", "correct it, or add the words to the vocabulary"
    read, recorded = (figure.low, figure.high, figure.qualifier), (passage.low, passage.high, passage.qualifier)
    for column, meant, written in zip(("low", "high", "qualifier"), read, recorded, strict=True):
        if meant != written:
            found = f"{_show(*recorded)} is not what the quote says of {shorten(str(passage.figure_text))}"
            expected = f"expected {_show(*read)}, as read again from the quote"
            return column, found, expected, "correct the values or the quote"
    return None


def _refuse_end(column: str, end: int, length: int) -> Broken:
    return column, f"{end} is past the end of the article", f"expected {length} at most", OFFSETS_REMEDY


def _refuse_words(column: str, recorded: str, standing: str) -> Broken:
    found = f"{shorten(recorded)} does not stand in the article at its offsets"
    return column, found, f"expected {shorten(standing)}, which does", "correct the words or the offsets"


def _show(low: int | None, high: int | None, qualifier: str | None) -> str:
    return f"low {'empty' if low is None else low}, high {'empty' if high is None else high}, {qualifier}"


def _find_missing_words(frame: pd.DataFrame, texts: dict[str, str]) -> Iterator[tuple[int, Broken]]:
    """Every cell of words that the article does not hold; several joined are looked for one by one.

    White space does not count: words that a line end parts in the article stand in the table with a blank between them.
    """
    folded: dict[str, str] = {}
    for column in WORDS:
        given = frame.loc[frame[column].notna(), ["source_id", column]]
        for row, source_id, words in given.itertuples(name=None):
            text = texts.get(source_id)
            if text is None or words in text:
                continue
            if source_id not in folded:
                folded[source_id] = " ".join(text.split())
            for part in words.split(LIST_SEPARATOR):
                if " ".join(part.split()) not in folded[source_id]:
                    found = f"{shorten(part)} is not in the article"
                    yield row, (column, found, "expected the article's own words", "copy them from the article")
