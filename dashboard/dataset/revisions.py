"""Revisions: how each claimant's total changed from one statement to the next, as a frame.

Only totals are compared, of one claimant, force, measure and phase. A joint figure revises nobody's own, only what the
same claimants said together before; what an article says for itself revises nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

import pandas as pd

from dashboard.dataset.figures import Change, Told, name_change, read_totals
from dashboard.dataset.lines import Line, group_lines
from dashboard.records import LIST_SEPARATOR

REVISION_COLUMNS: Final = (
    "earlier_id",
    "later_id",
    "kind",
    "claimant",
    "force",
    "measure",
    "phase",
    "earlier_on",
    "later_on",
)
"""`earlier_on` and `later_on` are the days on which the two stand on the time axis (`shown_on`)."""

Link = tuple[Told, Told, Change]


def build_revisions(estimates: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of successive totals of one claimant in one phase; columns are REVISION_COLUMNS.

    `kind` is a Change. A total follows another only when it was certainly said later; where that is not known the two
    are `two_at_once`, and earlier and later mean no more than the order in which they are named.
    """
    lines = [line for line in group_lines(read_totals(estimates)).values() if line.claimant]
    links = [link for line in lines for link in find_links(line)]
    frame = pd.DataFrame([_make_row(link) for link in links], columns=list(REVISION_COLUMNS)).astype("str")
    frame["kind"] = pd.Categorical(frame["kind"], categories=[str(kind) for kind in Change])
    shown = estimates.set_index("estimate_id")["shown_on"]
    for side in ("earlier", "later"):
        frame[f"{side}_on"] = shown.reindex(frame[f"{side}_id"]).to_numpy()
    return frame


def add_revisions(estimates: pd.DataFrame, revisions: pd.DataFrame) -> pd.DataFrame:
    """The estimates with two more columns: `revision` (what each total does) and `revises_id` (to which estimate).

    Several are joined by "; ", in the same order in both; a total that revises nothing has neither. Of two at once each
    names the other.
    """
    steps = list(zip(revisions["later_id"], revisions["kind"].astype("str"), revisions["earlier_id"], strict=True))
    steps += [(other, kind, one) for one, kind, other in steps if kind == Change.TWO_AT_ONCE]
    kinds: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for one, kind, other in steps:
        kinds.setdefault(one, []).append(kind)
        others.setdefault(one, []).append(other)
    joined = [{one: LIST_SEPARATOR.join(values) for one, values in found.items()} for found in (kinds, others)]
    columns = [estimates["estimate_id"].map(found).astype("str") for found in joined]
    return estimates.assign(revision=columns[0], revises_id=columns[1])


def find_links(line: Line) -> Iterator[Link]:
    """Each total with one that it directly follows, and with the one named before it when their order is not known.

    A total that follows several of unknown order is linked to the last of them and to each that nothing has followed
    yet: so every total has its step, and there are not many more links than totals.
    """
    unfollowed: list[int] = []
    for place, told in enumerate(line.totals):
        direct = line.find_direct(told.earliest)
        if direct:
            span = slice(bisect_left(unfollowed, direct.start), bisect_left(unfollowed, direct.stop))
            followed = dict.fromkeys([*unfollowed[span], direct[-1]])
            del unfollowed[span]
            yield from ((line.totals[other], told, name_change(line.totals[other], told)) for other in followed)
        if place > direct.stop and name_change(line.totals[place - 1], told) != Change.RESTATES:
            yield line.totals[place - 1], told, Change.TWO_AT_ONCE
        unfollowed.append(place)


def _make_row(link: Link) -> tuple[str | None, ...]:
    earlier, later, kind = link
    whose = (later.claimant, later.force, later.measure, later.phase)
    return (earlier.estimate_id, later.estimate_id, kind, *whose, None, None)
