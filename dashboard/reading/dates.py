"""Dates in a sentence, and which of them says when a figure was said, when it happened and by when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.reading.context import Context
from dashboard.records import Precision


@dataclass(frozen=True, slots=True)
class DateMention:
    """Date words with their meaning. `earliest` and `latest` are `None` where publication is needed and unknown.

    `text[start:end]` are the words. A deadline is "by December"; `kind` tells it from a plain date and "since August".
    """

    start: int
    end: int
    earliest: date | None
    latest: date | None
    precision: Precision
    kind: Literal["date", "since", "deadline"]


@dataclass(frozen=True, slots=True)
class Dates:
    """When one figure or statement was said, when it happened and by when it is due; the names of `Report`'s fields."""

    said_earliest: date | None = None
    said_latest: date | None = None
    said_precision: Precision = Precision.NONE
    said_text: str = ""
    event_earliest: date | None = None
    event_latest: date | None = None
    event_text: str = ""
    deadline_earliest: date | None = None
    deadline_latest: date | None = None
    deadline_text: str = ""


def find_dates(text: str, start: int, end: int, published: date | None, words: Words) -> list[DateMention]:
    """Every date in `text[start:end]`, in order and not overlapping; relative ones are resolved against `published`."""
    return []


def resolve_dates(context: Context, index: int, start: int, end: int) -> Dates:
    """The dates of the figure (or other words) at `start:end`, which lies in sentence number `index`."""
    return Dates()
