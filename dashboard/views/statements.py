"""The lane of statements without a number: a row per claimant, a mark per statement, a label per row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dashboard.records import LIST_SEPARATOR, Phase
from dashboard.views.marks import Mark
from dashboard.views.palette import ClaimantStyle, find_style
from dashboard.views.terms import NO_CLAIMANT, STANCE_WORDS

MOST_ROWS: Final = 40
OTHERS: Final = "others"
PHASE_SUFFIXES: Final[dict[str, str]] = {
    Phase.PLANNED: " (plan)",
    Phase.PRESENT: "",
    Phase.FRONT: " (at the front)",
    Phase.UNSPECIFIED: "",
}


def spread_claimants(marks: Sequence[Mark], styles: Mapping[str, ClaimantStyle]) -> list[Mark]:
    """The statements with their rows set, by claimant's name; one that several made stands in the row of each.

    The article itself comes last; past forty rows the claimants with the fewest statements share one.
    """
    names = {mark.style.claimant for mark in marks}
    speakers = {name: [find_style(styles, one) for one in name.split(LIST_SEPARATOR)] for name in names}
    spread = [replace(mark, style=style, members=[]) for mark in marks for style in speakers[mark.style.claimant]]
    counts: dict[str, int] = {}
    for mark in spread:
        counts[mark.style.claimant] = counts.get(mark.style.claimant, 0) + 1
    most = sorted(counts, key=lambda name: (-counts[name], name))[
        : MOST_ROWS if len(counts) <= MOST_ROWS else MOST_ROWS - 1
    ]
    rows = {name: row for row, name in enumerate(sorted(most, key=lambda name: (not name, name.casefold())))}
    for mark in spread:
        mark.value = float(rows.get(mark.style.claimant, len(rows)))
    return spread


def label_row(
    marks: Sequence[Mark], moved: Collection[tuple[str, str]] = (), short: bool = False
) -> list[tuple[str, ...]]:
    """What a row's label can say, the fullest first: name, stances and on what; name and stances; the name.

    `moved` are the ids of statements between which the stance is known to have moved: "denied, then not confirmed".
    """
    everyone = [mark for stack in marks for mark in stack.everyone]
    everyone.sort(key=lambda mark: (mark.day if mark.earliest is None else mark.earliest, mark.day, mark.row))
    name = name_row(everyone, short)
    stances = [STANCE_WORDS[mark.stance] for mark in everyone]
    told = [stance + PHASE_SUFFIXES[mark.phase] for stance, mark in zip(stances, everyone, strict=True)]
    return [(name, f" {_join_stances(words, everyone, moved)}") for words in (told, stances)] + [(name,)]


def _join_stances(words: Sequence[str], marks: Sequence[Mark], moved: Collection[tuple[str, str]]) -> str:
    """Each stance once, "then" before one to which the claimant is known to have moved from the one before it."""
    ids: dict[str, list[str]] = {}
    for word, mark in zip(words, marks, strict=True):
        ids.setdefault(word, []).append(mark.estimate_id)
    told = next(iter(ids))
    for one, two in pairwise(ids):
        then = any((before, after) in moved for before in ids[one] for after in ids[two])
        told += f", then {two}" if then else f", {two}"
    return told


def name_row(marks: Sequence[Mark], short: bool = False) -> str:
    """Whose row it is."""
    style = marks[0].style
    if len({mark.style.claimant for mark in marks}) > 1:
        return OTHERS
    return (style.short if short else style.claimant) or NO_CLAIMANT
