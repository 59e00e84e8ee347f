"""Stances: who confirmed, declined to confirm or denied without a number, and how each claimant's stance moved.

A joint statement counts for each of those who made it. What an article says itself is listed, and never moves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pandas as pd

from dashboard.dataset.carried import list_carried
from dashboard.dataset.figures import NO_DAY, are_figures, list_days, split_claimants
from dashboard.records import LIST_SEPARATOR, Stance

MOVE_COLUMNS: Final = (
    "claimant",
    "force",
    "phase",
    "earlier_id",
    "later_id",
    "earlier_stance",
    "later_stance",
    "order_basis",
)
ORDERS: Final = ("dated", "told")
"""`dated`: said on days that follow each other. `told`: an article tells one before the other and dates it earlier."""

Key = tuple[str, str, str, str]
Places = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Statement:
    """One claimant's share in one statement without a number; days as in `figures.py`."""

    claimant: str
    others: str
    force: str
    measure: str
    phase: str
    estimate_id: str
    stance: str
    earliest: int
    latest: int

    @property
    def start(self) -> int:
        """The first day on which it is taken to have been said: publication where nothing bounds it from below."""
        return self.latest if self.earliest == NO_DAY else self.earliest


def build_moves(estimates: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """One row per change of a claimant's stance on one force and phase; columns are MOVE_COLUMNS.

    Only where the order is known: `order_basis` says by what (ORDERS). reports: at least those of the estimates.
    """
    places = _list_places(estimates, reports)
    moves = [
        (one.claimant, one.force, one.phase, one.estimate_id, other.estimate_id, one.stance, other.stance, basis)
        for key, group in sorted(_group_statements(estimates).items())
        if key[0]
        for (one, other), basis in find_successions(group, places).items()
        if one.stance != other.stance
    ]
    frame = pd.DataFrame(moves, columns=list(MOVE_COLUMNS)).astype("str")
    stances = [str(stance) for stance in Stance]
    for name, values in (("earlier_stance", stances), ("later_stance", stances), ("order_basis", list(ORDERS))):
        frame[name] = pd.Categorical(frame[name], categories=values)
    return frame


def _group_statements(estimates: pd.DataFrame) -> dict[Key, list[Statement]]:
    groups: dict[Key, list[Statement]] = {}
    for said in _read_statements(estimates[~are_figures(estimates)]):
        groups.setdefault((said.claimant, said.force, said.phase, said.measure), []).append(said)
    for group in groups.values():
        group.sort(key=lambda said: (said.start, said.latest, said.estimate_id))
    return groups


def _read_statements(told: pd.DataFrame) -> Iterator[Statement]:
    text = [told[name].astype("str").tolist() for name in ("force", "measure", "phase", "estimate_id", "stance")]
    days = [list_days(told[name]) for name in ("said_earliest", "shown_on")]
    for claimant, *rest in zip(told["claimant"].fillna("").tolist(), *text, *days, strict=True):
        names = split_claimants(claimant)
        for name in names or [""]:
            yield Statement(name, LIST_SEPARATOR.join(other for other in names if other != name), *rest)


def _list_places(estimates: pd.DataFrame, reports: pd.DataFrame) -> Places:
    """Where each statement stands: the article and the beginning of the sentence, for each report of it."""
    carried = list_carried(estimates[~are_figures(estimates)], reports, ["source_id", "quote_start"])
    columns = (carried[name].tolist() for name in carried.columns if name != "report_id")
    places: Places = {}
    for estimate_id, source_id, start in zip(*columns, strict=True):
        places.setdefault(estimate_id, []).append((source_id, start))
    return places


def find_successions(group: list[Statement], places: Places) -> dict[tuple[Statement, Statement], str]:
    """The pairs of one claimant's statements of which the second is known to be the next, with how that is known."""
    told = dict.fromkeys(_find_told(group, places), "told")
    return told | dict.fromkeys(_find_dated(group), "dated")


def _find_dated(group: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with the last of those that were certainly said before it."""
    ordered = sorted(group, key=lambda said: (said.latest, said.earliest, said.estimate_id))
    latest = [said.latest for said in ordered]
    for said in ordered:
        before = bisect_left(latest, said.earliest)
        if before:
            yield ordered[before - 1], said


def _find_told(group: Iterable[Statement], places: Places) -> Iterator[tuple[Statement, Statement]]:
    """Neighbours in one article of which the first begins earlier, though their days overlap.

    So "denied it earlier this month. In fresh comments on Monday he ..." is read in the order in which it is told.
    """
    articles: dict[str, list[tuple[int, Statement]]] = {}
    for said in group:
        for source_id, start in places[said.estimate_id]:
            articles.setdefault(source_id, []).append((start, said))
    for article in articles.values():
        for (_, one), (_, other) in pairwise(sorted(article, key=lambda place: (place[0], place[1].estimate_id))):
            if one.start < other.start and other.latest >= one.earliest:
                yield one, other
