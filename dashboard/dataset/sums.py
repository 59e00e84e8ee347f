"""Sums: which figures of one claimant add up, and which do not; the one comparison across basis and phase.

A sum agrees only when every figure in it is one number and the numbers are equal. It clashes only when all were said
within the window and no numbers that fit the addends make one that fits the whole; all else is left untold, for a later
total may have grown by more than was named.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import product

from dashboard.dataset.figures import Told, loosen
from dashboard.dataset.findings import Finding, Kind, Verdict
from dashboard.dataset.lines import Key, Line, make_key
from dashboard.records import Basis, Phase

Lines = Mapping[Key, Line]
Sum = tuple[Told, Told, Told]
Place = tuple[str, int]
Sentences = Mapping[str, set[Place]]


def find_sums(figures: Iterable[Told], lines: Lines, window: int) -> Iterator[Finding]:
    """At most one finding per remaining and additional figure."""
    for told in figures:
        if told.claimant and told.basis == Basis.REMAINING and told.phase == Phase.PLANNED:
            yield from _judge(Kind.REMAINING_SUM, list_remaining_sums(told, lines, window), window)
        elif told.claimant and told.basis == Basis.ADDITIONAL:
            yield from _judge(Kind.ADDITIONAL_SUM, list_additional_sums(told, lines, window), window)


def list_beside_parts(figures: Iterable[Told]) -> list[Told]:
    """The parts that somebody gives, and the totals of the same claimant and people that may stand beside them."""
    named = [told for told in figures if told.claimant and told.basis in {Basis.PART, Basis.TOTAL}]
    of_parts = {make_key(told, "") for told in named if told.basis == Basis.PART}
    return [told for told in named if of_parts and make_key(told, "") in of_parts]


def find_sums_of_parts(beside: Sequence[Told], sentences: Sentences) -> Iterator[Finding]:
    """At most one finding per part, and one per sentence that names all parts.

    `beside`: as `list_beside_parts` gives them. `sentences`: by estimate, the places of the sentences that give it,
    each an article and where the sentence begins.
    """
    yield from find_parts_above_total(beside, sentences)
    yield from find_parts_sums(beside, sentences)


def list_remaining_sums(remaining: Told, lines: Lines, window: int) -> list[Sum]:
    """Present total + remaining = planned total, each total near the remaining figure or in force when it was said."""
    present, planned = (lines.get(make_key(remaining, phase)) for phase in (Phase.PRESENT, Phase.PLANNED))
    if present is None or planned is None:
        return []
    pairs = product(_list_current(present, remaining, window), _list_current(planned, remaining, window))
    return [(arrived, remaining, whole) for arrived, whole in pairs]


def _list_current(line: Line, told: Told, window: int) -> list[Told]:
    in_force = [line.totals[place] for place in line.find_direct(told.earliest)]
    return list(dict.fromkeys([*line.find_near(told, window), *in_force]))


def list_additional_sums(additional: Told, lines: Lines, window: int) -> list[Sum]:
    """Total + additional = next total: the next said near the addition or first after it, the other before that.

    What is planned in addition can also be added to a present total: "3,000 are there; another 2,000 will follow".
    """
    sums = list_remaining_sums(additional, lines, window) if additional.phase == Phase.PLANNED else []
    line = lines.get(make_key(additional, additional.phase))
    if line is None:
        return sums
    near = [told for told in line.find_near(additional, window) if not told.is_before(additional)]
    for whole in dict.fromkeys([*near, *line.find_next(additional)]):
        before = (first for first in line.find_preceding(whole, window) if not additional.is_before(first))
        sums += [(first, additional, whole) for first in before]
    return sums


def find_parts_above_total(figures: Sequence[Told], sentences: Sentences) -> Iterator[Finding]:
    """Parts that are greater than every total their claimant gives in the same articles, of whatever phase."""
    articles = {key: {article for article, _ in places} for key, places in sentences.items()}
    beside: dict[Told, list[Told]] = {}
    for parts, totals in _group_beside(figures, articles).values():
        for part in parts:
            beside.setdefault(part, []).extend(totals)
    for part, totals in beside.items():
        if totals and all(loosen(part)[0] > loosen(total)[1] for total in totals):
            yield Finding(Kind.PART_ABOVE_TOTAL, Verdict.CLASH, (part, max(totals, key=lambda total: loosen(total)[1])))


def find_parts_sums(figures: Sequence[Told], sentences: Sentences) -> Iterator[Finding]:
    """Several parts that one sentence names and that make the total it gives; others may overlap, and are untold."""
    for parts, totals in _group_beside(figures, sentences).values():
        if len(parts) > 1 and all(part.is_point for part in parts):
            added = sum(part.low or 0 for part in parts)
            whole = next((total for total in totals if total.is_point and total.low == added), None)
            if whole is not None:
                yield Finding(Kind.PARTS_SUM, Verdict.AGREEMENT, (*parts, whole))


def _group_beside(
    figures: Sequence[Told], places: Mapping[str, Set[Hashable]]
) -> dict[tuple[Hashable, Key], tuple[list[Told], list[Told]]]:
    """Parts and totals that one claimant gives of the same people in one place, be it an article or a sentence."""
    of_parts = [told for told in figures if told.basis == Basis.PART]
    parts = {(place, make_key(told, "")) for told in of_parts for place in places[told.estimate_id]}
    groups: dict[tuple[Hashable, Key], tuple[list[Told], list[Told]]] = {}
    for told in figures:
        for place in places[told.estimate_id]:
            if (beside := (place, make_key(told, ""))) in parts:
                groups.setdefault(beside, ([], []))[told.basis == Basis.TOTAL].append(told)
    return groups


def _judge(kind: Kind, sums: Sequence[Sum], window: int) -> Iterator[Finding]:
    agreeing = [told for told in sums if _agrees(told)]
    if agreeing:
        yield Finding(kind, Verdict.AGREEMENT, _find_closest(agreeing))
        return
    near = [told for told in sums if _can_fail(kind, told) and _is_near(told, window)]
    if near and not any(_can_add_up(told) for told in near):
        yield Finding(kind, Verdict.CLASH, _find_closest(near))


def _find_closest(sums: Iterable[Sum]) -> Sum:
    return min(sums, key=_count_days)


def _count_days(told: Sum) -> tuple[int, tuple[int, int, float, float, str]]:
    first, second, whole = told
    return first.count_days_to(second) + second.count_days_to(whole), whole.sort_key


def _is_near(told: Sum, window: int) -> bool:
    first, second, whole = told
    return max(first.count_days_to(second), second.count_days_to(whole), first.count_days_to(whole)) <= window


def _can_fail(kind: Kind, told: Sum) -> bool:
    """Whether the figures must add up: an addition only to the total that certainly came before, in its own phase."""
    first, _, whole = told
    return kind == Kind.REMAINING_SUM or (first.phase == whole.phase and first.is_before(whole))


def _agrees(told: Sum) -> bool:
    first, second, whole = told
    if first.low is None or second.low is None or first.low + second.low != whole.low:
        return False
    return first.is_point and second.is_point and whole.is_point


def _can_add_up(told: Sum) -> bool:
    first, second, whole = (loosen(one) for one in told)
    return first[0] + second[0] <= whole[1] and whole[0] <= first[1] + second[1]
