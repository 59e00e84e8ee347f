"""Any text at all through the reader: `python -m tests.reading.fuzz --inputs 20000 [--seed N]`.

Nothing may be raised, every span must slice back exactly, every value must be in its closed set, and the time must
grow no faster than the text. The inputs are made by hypothesis or mutated from the five articles; a run is repeated
by its seed.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from dashboard.reading.reader import read_article
from dashboard.records import Basis, Measure, Precision, Qualifier, Report, Stage, Stance, Stated
from tests.reading.fuzz_texts import FAMILIES, FRAGMENTS, FRAMED, FRAMES, make_family, make_units, mutate

SEEDS: Final = Path(__file__).parents[2] / "seeds"
PUBLISHED: Final = (None, date(2024, 10, 24), date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29))
OUTLETS: Final = (None, "", "The Daily Post")
PATIENCE: Final = 60  # seconds after which a text counts as read never
MOST: Final = 24.0  # eight times the text: linear is 8, quadratic 64; between them lies the noise of a shared machine


def check_reading(text: str, published: date | None = None, outlet: str | None = None) -> list[Report]:
    """The reports of a text, after checking all that must hold for any text."""
    reports = read_article(text, published=published, outlet=outlet)
    for report in reports:
        check_report(text, report)
    starts = [report.figure_start for report in reports if report.figure_start is not None]
    assert len(starts) == len(set(starts)), "two reports of one figure"
    return reports


def check_report(text: str, report: Report) -> None:
    """Raise `AssertionError` where a report breaks a rule that holds for any text."""
    assert report.quote
    assert text[report.quote_start : report.quote_end] == report.quote
    if report.figure_start is None:
        assert (report.figure_text, report.figure_end, report.low, report.high) == ("", None, None, None)
        assert report.qualifier is None
        assert report.basis is None
    else:
        _check_figure(text, report)
    _check_sets(report)
    _check_dates(report)


def _check_figure(text: str, report: Report) -> None:
    assert report.figure_start is not None
    assert report.figure_end is not None
    assert report.figure_text
    assert text[report.figure_start : report.figure_end] == report.figure_text
    assert report.quote_start <= report.figure_start < report.figure_end <= report.quote_end
    assert report.qualifier in list(Qualifier)
    assert report.basis in list(Basis)
    assert (report.low is None) == (report.qualifier in (Qualifier.UP_TO, Qualifier.FEWER_THAN))
    assert (report.high is None) == (report.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN))
    if report.low is not None and report.high is not None:
        assert 0 <= report.low <= report.high


def _check_sets(report: Report) -> None:
    assert report.stance in list(Stance)
    assert report.measure in list(Measure)
    assert report.stage in list(Stage)
    assert report.said_precision in list(Precision)
    assert report.claimant_basis is None or report.claimant_basis in list(Stated)
    words = (report.force, report.claimant, report.claimant_text, report.relayed_by, report.said_text, report.hedge)
    assert all(isinstance(value, str) for value in words)


def _check_dates(report: Report) -> None:
    for first, last in (
        (report.said_earliest, report.said_latest),
        (report.event_earliest, report.event_latest),
        (report.deadline_earliest, report.deadline_latest),
    ):
        if first is not None and last is not None:
            assert first <= last
    if report.said_precision == Precision.NONE:
        assert report.said_latest is None
    if report.event_latest is not None and report.said_latest is not None:
        assert report.event_latest <= report.said_latest


def any_texts() -> st.SearchStrategy[str]:
    """Texts hypothesis makes: any characters, lone surrogates and controls among them, and words of the news."""
    wild = st.text(st.characters(), max_size=200)
    words = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=4)), max_size=60)
    digits = st.text("0123456789.,-–  k%$", max_size=60)
    spaced = words.map(" ".join)
    return st.one_of(wild, words.map("".join), spaced, digits, st.tuples(spaced, wild).map("\n".join))


def mutated_texts(inputs: int, at: int) -> Iterator[str]:
    """The five articles, cut, joined, shuffled and sprinkled with what an encoding or a layout can do to a text."""
    chance = random.Random(at)  # noqa: S311 - repeatable, not secret
    bases = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for _ in range(inputs):
        yield mutate(bases, chance)


def run_made(inputs: int, at: int) -> None:
    """Check as many texts made by hypothesis; it shrinks and shows the first that fails."""

    @seed(at)
    @settings(
        max_examples=inputs,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(any_texts(), st.sampled_from(PUBLISHED), st.sampled_from(OUTLETS))
    def check(text: str, published: date | None, outlet: str | None) -> None:
        check_reading(text, published, outlet)

    check()


def run_mutated(inputs: int, at: int) -> None:
    """Check as many mutated texts; the text that fails is told as a literal."""
    chance = random.Random(at)  # noqa: S311 - repeatable, not secret
    for text in mutated_texts(inputs, at):
        try:
            check_reading(text, chance.choice(PUBLISHED), chance.choice(OUTLETS))
        except Exception as error:
            raise AssertionError(f"{type(error).__name__}: {error}; the text was {text!r}") from error


def measure_growth(unit: str, length: int, frame: tuple[str, str] = ("", ""), times: int = 8) -> float:
    """How many times longer a text `times` as long takes: tried again up to four times while it is too long."""
    short, long = make_family(unit, length, frame), make_family(unit, length * times, frame)
    least = float("inf")
    with stop_after(PATIENCE):
        for _ in range(4):
            least = min(least, _spend(long) / max(min(_spend(short) for _ in range(3)), 1e-6))
            if least <= MOST:
                break
    return least


def measure_seconds(text: str) -> float:
    """Processor seconds that reading a text takes, the least of two."""
    return min(_spend(text), _spend(text))


def _spend(text: str) -> float:
    begin = time.process_time()
    read_article(text, published=PUBLISHED[1])
    return time.process_time() - begin


@contextmanager
def stop_after(seconds: int) -> Iterator[None]:
    """Raise `TimeoutError` inside the block when it takes longer, so that a bad pattern fails and does not hang."""
    if not hasattr(signal, "SIGALRM"):  # Windows has none
        yield
        return

    def give_up(*_: object) -> None:
        raise TimeoutError(f"not read after {seconds} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def run_growth(families: Iterable[tuple[str, tuple[str, str]]], length: int) -> list[str]:
    """One line per unit and frame that take longer to read than the growth of the text explains."""
    slow: list[str] = []
    for unit, frame in families:
        try:
            growth = measure_growth(unit, length, frame)
        except TimeoutError:
            growth = float("inf")
        if growth > MOST:
            slow.append(f"{unit!r} in {frame}: {growth:.1f} times as long for 8 times the text")
    return slow


def main() -> int:
    """Run all of it and say what was run."""
    parser = argparse.ArgumentParser(description="Any text at all through the reader.")
    parser.add_argument("--inputs", type=int, default=20_000, help="made and mutated texts, half of each")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="repeats a run")
    parser.add_argument("--units", type=int, default=200, help="units of random words in the growth check")
    parser.add_argument("--length", type=int, default=4_000, help="characters of the shorter text in the growth check")
    wanted = parser.parse_args()
    print(f"{wanted.inputs} inputs, seed {wanted.seed}", flush=True)
    begin = time.perf_counter()
    run_made(wanted.inputs // 2, wanted.seed)
    print(f"{wanted.inputs // 2} made by hypothesis: nothing raised, all spans exact", flush=True)
    run_mutated(wanted.inputs - wanted.inputs // 2, wanted.seed)
    print(f"{wanted.inputs - wanted.inputs // 2} mutated: nothing raised, all spans exact", flush=True)
    families = [(unit, ("", "")) for unit in (*FAMILIES, *make_units(wanted.units, wanted.seed))]
    families += product(FRAMED, FRAMES)
    slow = run_growth(families, wanted.length)
    print("\n".join(slow) or f"time grows with the text in {len(families)} families", flush=True)
    print(f"{time.perf_counter() - begin:.0f} s")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
