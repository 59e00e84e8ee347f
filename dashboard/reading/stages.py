"""How far the troops of a figure are said to have come, by the verb that governs the figure."""

from __future__ import annotations

from dashboard.reading.context import Context
from dashboard.records import Stage


def resolve_stage(context: Context, index: int, start: int, end: int) -> Stage:
    """The stage of the figure (or other words) at `start:end`, which lies in sentence number `index`."""
    return Stage.UNSPECIFIED
