"""Lines of totals: whatever was said when, the searches find what looking at every pair finds."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.dataset.conflicts import find_differing_claimants, find_two_totals
from dashboard.dataset.figures import NO_DAY, Change, Told, meet
from dashboard.dataset.lines import Line, group_lines
from dashboard.dataset.revisions import find_links

WINDOW = 7


@st.composite
def told(draw: st.DrawFn) -> Told:
    """A total of one of three claimants: dated, of a span, or undated."""
    latest = draw(st.integers(100, 130))
    span = draw(st.sampled_from([0, 0, 0, 3, 10, None]))
    low = draw(st.sampled_from([None, 100, 500, 2_000]))
    high = draw(st.sampled_from([500, 9_999, 20_000])) if low is None else draw(st.sampled_from([None, low, low * 4]))
    point = low is not None and low == high
    return Told(
        estimate_id=f"e{draw(st.integers(0, 10**9))}",
        claimant=draw(st.sampled_from(["Army", "Navy", "Army; Navy"])),
        force="Ruritania",
        measure="troops",
        phase="present",
        basis="total",
        low=low,
        high=high,
        qualifier=draw(st.sampled_from(["exact", "about"])) if point else "range",
        earliest=NO_DAY if span is None else latest - span,
        latest=latest,
    )


totals = st.lists(told(), min_size=1, max_size=12, unique_by=lambda one: one.estimate_id)


def list_lines(found: list[Told]) -> list[Line]:
    return list(group_lines(found).values())


@given(totals)
def test_in_force_is_what_nothing_certainly_follows(found: list[Told]) -> None:
    for line in list_lines(found):
        expected = [one for one in line.totals if not any(one.is_before(other) for other in line.totals)]
        assert list(line.find_in_force()) == expected
        assert [*line.find_before(), *line.find_in_force()] == list(line.totals)


@given(totals)
def test_a_total_directly_follows_what_nothing_stands_between(found: list[Told]) -> None:
    for line in list_lines(found):
        for later in line.totals:
            before = [one for one in line.totals if one.is_before(later)]
            expected = [one for one in before if not any(one.is_before(other) for other in before)]
            assert [line.totals[place] for place in line.find_direct(later.earliest)] == expected


@given(totals)
def test_what_is_near_is_what_was_said_within_the_window(found: list[Told]) -> None:
    for line in list_lines(found):
        for one in found:
            expected = [other for other in line.totals if one.count_days_to(other) <= WINDOW]
            assert line.find_near(one, WINDOW) == expected


@given(totals)
def test_links_join_what_follows_directly_and_leave_no_total_without_its_step(found: list[Told]) -> None:
    for line in list_lines(found):
        links = list(find_links(line))
        for earlier, later, kind in links:
            between = any(earlier.is_before(one) and one.is_before(later) for one in line.totals)
            ordered = kind != Change.TWO_AT_ONCE
            assert earlier.is_before(later) == ordered
            assert not between
        steps = [(earlier, later) for earlier, later, kind in links if kind != Change.TWO_AT_ONCE]
        assert len(set(steps)) == len(steps) <= 2 * len(line.totals)
        assert {later for _, later in steps} == {
            one for one in line.totals if any(x.is_before(one) for x in line.totals)
        }
        assert {one for one, _ in steps} == {one for one in line.totals if any(one.is_before(x) for x in line.totals)}


@given(totals)
def test_clashes_are_those_that_looking_at_every_pair_finds(found: list[Told]) -> None:
    lines = list_lines(found)
    for line in lines:
        two = combinations(line.find_in_force(), 2)
        apart = {one for pair in two if is_apart(*pair) for one in pair}
        assert {one for finding in find_two_totals([line], WINDOW) for one in finding.told} == apart
    expected = set()
    for first, second in combinations(lines, 2):
        pairs = [(one, other) for one in first.find_in_force() for other in second.find_in_force()]
        if not any(meet(*pair) for pair in pairs) and any(is_apart(*pair) for pair in pairs):
            expected.add(frozenset(one for pair in pairs if is_apart(*pair) for one in pair))
    assert {frozenset(finding.told) for finding in find_differing_claimants(lines, WINDOW)} == expected


def is_apart(one: Told, other: Told) -> bool:
    return one.count_days_to(other) <= WINDOW and not meet(one, other)
