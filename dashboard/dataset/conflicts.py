"""Conflicts: which figures clash, and which add up, as a frame with the ids of the estimates.

Only like is compared with like: totals of one force, measure and phase. Sums (`sums.py`) are the one comparison across
basis and phase. The sentences are told in `views/conflict_words.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

import pandas as pd

from dashboard.dataset.carried import list_carried
from dashboard.dataset.figures import Told, are_figures, meet, read_figures
from dashboard.dataset.findings import Finding, Kind, Verdict
from dashboard.dataset.lines import Line, group_lines
from dashboard.dataset.sums import find_sums, find_sums_of_parts, list_beside_parts
from dashboard.records import LIST_SEPARATOR, Basis

PLACE: Final = ("source_id", "quote_start")
EVENT: Final = ("event_earliest", "event_latest")
CONFLICT_COLUMNS: Final = ("kind", "verdict", "force", "measure", "claimants", "estimate_ids", "report_ids", "shown_on")


def build_conflicts(estimates: pd.DataFrame, reports: pd.DataFrame, window: int) -> pd.DataFrame:
    """One row per clash and per sum that agrees, clashes first, then the latest; columns are CONFLICT_COLUMNS.

    estimates: those known on the day in question. reports: at least those that they are made of. window: the days
    within which two totals must have been said to be compared. `estimate_ids` are joined by "; ", for a sum the addends
    first and the whole last. `report_ids`: the reports that date one event differently, else missing. `shown_on`: the
    latest of the estimates. The edge of a magnitude's band makes no clash, nor does a bound that was not stated.
    """
    figures = read_figures(estimates)
    lines = group_lines(told for told in figures if told.basis == Basis.TOTAL)
    spoken = [line for line in lines.values() if line.claimant]
    beside = list_beside_parts(figures)
    findings = [
        *find_two_totals(spoken, window),
        *find_differing_claimants(spoken, window),
        *find_event_dates(figures, _list_events(estimates, reports)),
        *find_sums(figures, lines, window),
        *find_sums_of_parts(beside, _list_sentences(beside, estimates, reports)),
    ]
    return _make_frame(findings, estimates)


def _list_events(estimates: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """The reports that date an event, of the figures that have several: one row each."""
    several = estimates["report_ids"].str.contains(LIST_SEPARATOR, regex=False)
    dated = reports[reports["event_earliest"].notna() | reports["event_latest"].notna()]
    return list_carried(estimates[are_figures(estimates) & several], dated, EVENT)


def _list_sentences(
    figures: Iterable[Told], estimates: pd.DataFrame, reports: pd.DataFrame
) -> dict[str, set[tuple[str, int]]]:
    named = estimates["estimate_id"].isin({told.estimate_id for told in figures})
    carried = list_carried(estimates[named], reports, PLACE)
    sentences: dict[str, set[tuple[str, int]]] = {}
    columns = (carried[name].tolist() for name in ("estimate_id", "source_id", "quote_start"))
    for estimate_id, source_id, start in zip(*columns, strict=True):
        sentences.setdefault(estimate_id, set()).add((source_id, start))
    return sentences


def find_two_totals(lines: Iterable[Line], window: int) -> Iterator[Finding]:
    """One claimant with totals in force that do not meet, said within the window: one per claimant and phase."""
    for line in lines:
        apart = {told for pair in find_near_pairs(line.find_in_force(), window) if not meet(*pair) for told in pair}
        if apart:
            yield Finding(Kind.TWO_TOTALS, Verdict.CLASH, tuple(sorted(apart, key=lambda told: told.sort_key)))


def find_differing_claimants(lines: Iterable[Line], window: int) -> Iterator[Finding]:
    """Two claimants of whose totals in force none meet, some said within the window: one finding per two and phase."""
    groups: dict[tuple[str, str, str], dict[Told, Line]] = {}
    for line in lines:
        first = line.totals[0]
        group = groups.setdefault((first.force, first.measure, first.phase), {})
        group.update(dict.fromkeys(line.find_in_force(), line))
    for group in groups.values():
        yield from _find_differing(group, window)


def _find_differing(group: dict[Told, Line], window: int) -> Iterator[Finding]:
    apart: dict[tuple[int, int], tuple[Line, Line, dict[Told, None]]] = {}
    for one, other in find_near_pairs(group, window):
        lines = sorted((group[one], group[other]), key=lambda line: line.claimant)
        if lines[0] is not lines[1] and not meet(one, other):
            pair = apart.setdefault((id(lines[0]), id(lines[1])), (lines[0], lines[1], {}))
            pair[2].update({one: None, other: None})
    for first, second, told in apart.values():
        if not any(meet(one, other) for one in first.find_in_force() for other in second.find_in_force()):
            ordered = sorted(told, key=lambda told: told.sort_key)
            yield Finding(Kind.CLAIMANTS_DIFFER, Verdict.CLASH, tuple(ordered))


def find_near_pairs(figures: Iterable[Told], window: int) -> Iterator[tuple[Told, Told]]:
    """Every two figures said within so many days of each other."""
    ordered = sorted(figures, key=lambda told: told.start)
    starts = [told.start for told in ordered]
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : bisect_right(starts, one.latest + window)]:
            yield one, other


def find_event_dates(figures: Iterable[Told], carried: pd.DataFrame) -> Iterator[Finding]:
    """One estimate whose reports put the event on days that exclude each other, with those reports."""
    by_estimate = carried.groupby("estimate_id")
    last_start = by_estimate["event_earliest"].transform("max")
    first_end = by_estimate["event_latest"].transform("min")
    differing = carried[(carried["event_earliest"] > first_end) | (carried["event_latest"] < last_start)]
    reports = differing.groupby("estimate_id")["report_id"].agg(tuple).to_dict()
    for told in figures:
        if told.estimate_id in reports:
            yield Finding(Kind.EVENT_DATES, Verdict.CLASH, (told,), reports[told.estimate_id])


def _make_frame(findings: list[Finding], estimates: pd.DataFrame) -> pd.DataFrame:
    findings = sorted(findings, key=lambda finding: finding.sort_key)
    frame = pd.DataFrame([_make_row(finding) for finding in findings], columns=list(CONFLICT_COLUMNS)).astype("str")
    frame["kind"] = pd.Categorical(frame["kind"], categories=[str(kind) for kind in Kind])
    frame["verdict"] = pd.Categorical(frame["verdict"], categories=[str(verdict) for verdict in Verdict])
    shown = estimates.set_index("estimate_id")["shown_on"]
    latest = [max(finding.told, key=lambda told: told.latest).estimate_id for finding in findings]
    return frame.assign(shown_on=shown.reindex(latest).to_numpy())


def _make_row(finding: Finding) -> tuple[str | None, ...]:
    first = finding.told[0]
    claimants = dict.fromkeys(told.claimant for told in finding.told)
    ids = LIST_SEPARATOR.join(told.estimate_id for told in finding.told)
    reports = LIST_SEPARATOR.join(finding.report_ids) or None
    kind = (str(finding.kind), str(finding.verdict))
    return (*kind, first.force, first.measure, " | ".join(claimants), ids, reports, None)
