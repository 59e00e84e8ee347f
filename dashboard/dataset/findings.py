"""Findings: what comparing figures brings out, before it is told: the kind, the verdict and the figures it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dashboard.dataset.figures import Told


class Kind(StrEnum):
    """What was compared."""

    TWO_TOTALS = "two_totals"  # one claimant, several totals in force
    CLAIMANTS_DIFFER = "claimants_differ"
    EVENT_DATES = "event_dates"  # one estimate, whose reports date the event
    REMAINING_SUM = "remaining_sum"  # present total + remaining = planned total
    ADDITIONAL_SUM = "additional_sum"  # total + additional = next total
    PARTS_SUM = "parts_sum"  # the parts named in one sentence = their total
    PART_ABOVE_TOTAL = "part_above_total"


class Verdict(StrEnum):
    """What came of it."""

    CLASH = "clash"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Finding:
    """One clash or agreement. `told`: the figures, of a sum the addends first and the whole last."""

    kind: Kind
    verdict: Verdict
    told: tuple[Told, ...]
    report_ids: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[int, int, int, str]:
        """Clashes first, then the latest, then in the order of the kinds."""
        latest = max(told.latest for told in self.told)
        return list(Verdict).index(self.verdict), -latest, list(Kind).index(self.kind), self.told[0].estimate_id
