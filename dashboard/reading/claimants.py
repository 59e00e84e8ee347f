"""Who stands behind a figure or statement, and through whom it reached the article."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.reading.context import Context
from dashboard.records import Stated


@dataclass(frozen=True, slots=True)
class Claim:
    """The claimant and the chain; the names of `Report`'s fields. Empty where the article itself says it."""

    claimant: str = ""
    claimant_text: str = ""
    claimant_basis: Stated | None = None
    relayed_by: str = ""


def resolve_claimant(context: Context, index: int, start: int, end: int) -> Claim:
    """The claim that holds the figure (or other words) at `start:end`, which lies in sentence number `index`."""
    return Claim()
