"""Lines of totals: one claimant's totals of one force, measure and phase, in the order of telling, searched by day.

In that order all that were certainly said before a given day stand at the beginning of the line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, islice

from dashboard.dataset.figures import Told, split_claimants

Key = tuple[frozenset[str], str, str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """Totals that can follow each other. `latest`, `newest` and `soonest` are by place, for searching."""

    totals: Sequence[Told]
    latest: Sequence[int] = field(init=False)
    newest: Sequence[int] = field(init=False)
    soonest: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        """Order the totals; note by place the last day, the newest first day so far and the soonest start from here."""
        totals = sorted(self.totals, key=lambda told: told.sort_key)
        object.__setattr__(self, "totals", totals)
        object.__setattr__(self, "latest", [told.latest for told in totals])
        object.__setattr__(self, "newest", list(accumulate((told.earliest for told in totals), max)))
        backwards = accumulate((told.start for told in reversed(totals)), min)
        object.__setattr__(self, "soonest", list(backwards)[::-1])

    @property
    def claimant(self) -> str:
        """Who says it; empty for the articles themselves."""
        return self.totals[0].claimant

    def find_direct(self, day: int) -> range:
        """The places of the totals in force when `day` began: said before it, and followed by none said before it."""
        before = bisect_left(self.latest, day)
        return range(bisect_left(self.latest, self.newest[before - 1]) if before else 0, before)

    def find_in_force(self) -> Sequence[Told]:
        """The totals in force at the end: several where their order is not known."""
        return self.totals[bisect_left(self.latest, self.newest[-1]) :]

    def find_before(self) -> Sequence[Told]:
        """The totals that are no longer in force at the end."""
        return self.totals[: bisect_left(self.latest, self.newest[-1])]

    def find_near(self, told: Told, window: int) -> list[Told]:
        """The totals said within so many days of the given statement, in the order of telling."""
        near = []
        for place in range(bisect_left(self.latest, told.start - window), len(self.totals)):
            if self.soonest[place] > told.latest + window:
                break
            if self.totals[place].count_days_to(told) <= window:
                near.append(self.totals[place])
        return near

    def find_next(self, told: Told) -> list[Told]:
        """The first total that was certainly said after the given statement; none where there is none."""
        after = range(bisect_left(self.latest, told.latest), len(self.totals))
        return [self.totals[place] for place in islice((at for at in after if told.is_before(self.totals[at])), 1)]

    def find_preceding(self, total: Told, window: int) -> list[Told]:
        """The totals that can come straight before: those in force then, and near ones of unknown order."""
        direct = [self.totals[place] for place in self.find_direct(total.earliest)]
        near = (
            told for told in self.find_near(total, window) if not told.is_before(total) and not total.is_before(told)
        )
        return [*direct, *(told for told in near if told is not total)]


def group_lines(totals: Iterable[Told]) -> dict[Key, Line]:
    """Every line, by claimants, force, measure and phase.

    Claimants who spoke together are one claimant, in whatever order an article names them; what articles say themselves
    is a line of its own, with no claimant.
    """
    lines: dict[Key, list[Told]] = {}
    for told in totals:
        lines.setdefault(make_key(told, told.phase), []).append(told)
    return {key: Line(line) for key, line in lines.items()}


def make_key(told: Told, phase: str) -> Key:
    """The line of that phase to which the claimant's totals belong."""
    return _split_cached(told.claimant), told.force, told.measure, phase


@lru_cache(maxsize=4096)
def _split_cached(claimant: str) -> frozenset[str]:
    return frozenset(split_claimants(claimant))
