"""Reports without a number: who confirms, denies or declines to confirm that troops were sent, arrived or fight."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dashboard.reading.context import Context
from dashboard.records import Stage, Stance


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: sentence number `index`; `start:end` are the words it turns on (the troops, or "the reports").

    Claimant, dates and hedge are resolved for that span as for a figure; the force is found from it.
    """

    index: int
    start: int
    end: int
    stance: Stance
    stage: Stage


def find_statements(context: Context, with_figure: Collection[int]) -> list[Statement]:
    """The statements of the article, in its order; `with_figure` are the numbers of the sentences that hold a figure."""
    return []


def resolve_stance(context: Context, index: int, start: int, end: int) -> Stance:
    """What the claimant does with the figure at `start:end`: asserts it unless the words deny or do not confirm it."""
    return Stance.ASSERTS


def find_hedge(context: Context, index: int, start: int, end: int) -> str:
    """The speaker's confidence words about the figure at `start:end` ("highly likely"), as printed; "" for none."""
    return ""
