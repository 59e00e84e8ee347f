"""Passages: an article cut at its figures and statements, each with the report that is marked there and its letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase
from typing import Final

import pandas as pd

from dashboard.dataset.carried import list_carried

PASSAGE_COLUMNS: Final = (
    "report_id",
    "estimate_id",
    "letter",
    "kind",
    "start",
    "end",
    "quote_start",
    "quote_end",
    "stance",
    "claimant",
    "phase",
    "review",
)


class Kind(StrEnum):
    """What is marked: the number words of a figure, or the whole sentence of a statement without one."""

    FIGURE = "figure"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article's text to which the same marks apply, end exclusive.

    `report_id`: the report marked here, the innermost where marks overlap, "" where there is none; `also`: the others
    marked here. `begins`: the reports whose mark begins here, where their letters stand. `quoted_by`: the reports whose
    sentence this is part of, to be lit when one of them is looked for.
    """

    start: int
    end: int
    text: str
    report_id: str
    also: tuple[str, ...]
    begins: tuple[str, ...]
    quoted_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that belongs to a report."""

    report_id: str
    start: int
    end: int


def list_passages(source_id: str, reports: pd.DataFrame, estimates: pd.DataFrame) -> pd.DataFrame:
    """One row per report of an article, in the order of its text; columns are PASSAGE_COLUMNS.

    estimates: those known on the day in question; a report of none of them is left out. `start` and `end`: where the
    mark is, indices into the text, end exclusive. `letter`: A, B, ... Z, AA, ... in that order.
    """
    own = reports.loc[reports["source_id"] == source_id].reset_index(drop=True)
    about = list_carried(estimates, own[["report_id"]], []).merge(
        estimates[["estimate_id", "phase"]].astype({"estimate_id": "str"}), on="estimate_id"
    )
    rows = own.merge(about, on="report_id")
    is_figure = rows["figure_start"].notna()
    rows = rows.assign(
        kind=pd.Categorical(is_figure.map({True: Kind.FIGURE, False: Kind.STATEMENT}), categories=[*map(str, Kind)]),
        start=rows["figure_start"].fillna(rows["quote_start"]),
        end=rows["figure_end"].fillna(rows["quote_end"]),
    )
    rows = rows.sort_values(["start", "end", "report_id"]).reset_index(drop=True)
    return rows.assign(letter=pd.Series([*make_letters(len(rows))], dtype="str"))[list(PASSAGE_COLUMNS)]


def make_letters(count: int) -> Iterator[str]:
    """So many letters, then pairs of letters, and so on.

    >>> list(make_letters(28))[-3:]
    ['Z', 'AA', 'AB']
    """
    for number in range(1, count + 1):
        letters = ""
        while number:
            number, place = divmod(number - 1, len(ascii_uppercase))  # noqa: PLW2901
            letters = ascii_uppercase[place] + letters
        yield letters


def cut_text(text: str, passages: pd.DataFrame) -> list[Segment]:
    """The whole text as segments in order; their texts, joined, are the text exactly."""
    marks = _list_spans(passages, "start", "end")
    quotes = _list_spans(passages, "quote_start", "quote_end")
    cuts = sorted({0, len(text), *(cut for span in (*marks, *quotes) for cut in (span.start, span.end))})
    covering = [_sweep(marks, cuts), _sweep(quotes, cuts)]
    segments = []
    for start, end, marked, quoted in zip(cuts, cuts[1:], *covering, strict=False):
        names = [span.report_id for span in sorted(marked, key=lambda span: (span.end - span.start, span.start))]
        begins = tuple(span.report_id for span in marked if span.start == start)
        quoted_by = tuple(span.report_id for span in quoted)
        first = names[0] if names else ""
        segments.append(Segment(start, end, text[start:end], first, tuple(names[1:]), begins, quoted_by))
    return segments


def _list_spans(passages: pd.DataFrame, start: str, end: str) -> list[Span]:
    columns = (passages[name].tolist() for name in ("report_id", start, end))
    return [Span(report_id, int(first), int(last)) for report_id, first, last in zip(*columns, strict=True)]


def _sweep(spans: Sequence[Span], cuts: Sequence[int]) -> Iterator[list[Span]]:
    """The spans that cover each stretch between two cuts, in the order given."""
    opening: dict[int, list[Span]] = {}
    for span in spans:
        opening.setdefault(span.start, []).append(span)
    covering: list[Span] = []
    for cut in cuts[:-1]:
        covering = [span for span in covering if span.end > cut] + opening.get(cut, [])
        yield covering
