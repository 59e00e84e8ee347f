"""The words of the model as types: closed value sets, and one report as a record.

The same sets stand in `data/datapackage.json` for whoever reads the tables; a test holds the two equal.
What each word means is told there and in `docs/design.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Stance(StrEnum):
    """What the claimant does with the statement."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOES_NOT_CONFIRM = "does_not_confirm"


class Qualifier(StrEnum):
    """How the number words bound the figure."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    RANGE = "range"
    MAGNITUDE = "magnitude"


class Measure(StrEnum):
    """What is counted."""

    TROOPS = "troops"
    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"


class Stage(StrEnum):
    """How far the troops are said to have come."""

    PLANNED = "planned"
    PREPARING = "preparing"
    SENT = "sent"
    ARRIVED = "arrived"
    AT_FRONT = "at_front"
    UNSPECIFIED = "unspecified"


class Phase(StrEnum):
    """Stages grouped for the picture: one lane each."""

    PLANNED = "planned"
    PRESENT = "present"
    FRONT = "front"
    UNSPECIFIED = "unspecified"


class Basis(StrEnum):
    """What the figure is a count of: the whole, or something beside it."""

    TOTAL = "total"
    PART = "part"
    ADDITIONAL = "additional"
    REMAINING = "remaining"
    OBSERVED = "observed"


class Precision(StrEnum):
    """How narrowly the article dates the statement."""

    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


class Stated(StrEnum):
    """Whether the article says it, or it was inferred."""

    STATED = "stated"
    INFERRED = "inferred"


class Review(StrEnum):
    """Whether a person has read the passage, or only the program."""

    REVIEWED = "reviewed"
    PROPOSED = "proposed"


PHASE_OF_STAGE: Final[dict[Stage, Phase]] = {
    Stage.PLANNED: Phase.PLANNED,
    Stage.PREPARING: Phase.PLANNED,
    Stage.SENT: Phase.PRESENT,
    Stage.ARRIVED: Phase.PRESENT,
    Stage.AT_FRONT: Phase.FRONT,
    Stage.UNSPECIFIED: Phase.UNSPECIFIED,
}

LIST_SEPARATOR: Final = "; "  # several claimants at once, in the order of the text
CHAIN_SEPARATOR: Final = " > "  # relayed_by, from the claimant outwards


@dataclass(frozen=True, slots=True)
class Figure:
    """The meaning of number words: `low` and `high` in whole people, either one `None` where nothing bounds it."""

    low: int | None
    high: int | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One passage of one article that gives a figure, or confirms, denies or declines to confirm without one.

    The fields are those of `reports.csv` but for `report_id`, `source_id` and `review`, which belong to a dataset.
    Offsets are string indices into the article's text, end exclusive. Missing is `None`; text that is not there is "".
    """

    stance: Stance
    figure_text: str = ""
    figure_start: int | None = None
    figure_end: int | None = None
    low: int | None = None
    high: int | None = None
    qualifier: Qualifier | None = None
    measure: Measure = Measure.TROOPS
    force: str = ""
    stage: Stage = Stage.UNSPECIFIED
    basis: Basis | None = None
    claimant: str = ""
    claimant_text: str = ""
    claimant_basis: Stated | None = None
    relayed_by: str = ""
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
    hedge: str = ""
    quote: str
    quote_start: int
    quote_end: int
    note: str = ""


def make_report_id(source_id: str, report: Report) -> str:
    """An id made from content: the article and where the passage stands in it; the same however rows are sorted."""
    return make_passage_id(source_id, report.figure_start, report.quote_start, report.stance, report.stage)


def make_passage_id(source_id: str, figure_start: int | None, quote_start: int, stance: str, stage: str) -> str:
    """The id of the report at this place of an article.

    A figure has its place to itself; statements without one can share a sentence, so stance and stage are added. The
    place has five digits, so that ids sort as the passages stand in the article.

    >>> make_passage_id("a001", 521, 487, "asserts", "sent"), make_passage_id("a001", None, 94, "denies", "sent")
    ('a001-00521', 'a001-00094-denies-sent')
    """
    return (
        f"{source_id}-{quote_start:05}-{stance}-{stage}" if figure_start is None else f"{source_id}-{figure_start:05}"
    )
