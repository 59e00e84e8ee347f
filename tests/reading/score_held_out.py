"""How the reader does on news nobody wrote rules for: `python -m tests.reading.score_held_out [set]`.

Prints totals only, so that nobody tunes on a sentence: figures found, each field among the figures found, and
everything right at once; overall, for the articles, and for each phenomenon.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dashboard.reading.reader import read_article
from dashboard.reading.scoring import GROUPS
from dashboard.records import Report
from tests.reading.held_out_cases import SETS, Case, Expected, is_right, load_cases

Read = Callable[[str, date], list[Report]]

TOGETHER: Final = ("low and high", "force", "stage", "claimant", "said")  # what the aim wants right at once
WITH_STATEMENTS: Final = ("no_number", "article")  # elsewhere only figures are asked for


@dataclass(slots=True)
class Count:
    """How many of how many are right."""

    right: int = 0
    of: int = 0

    def add(self, is_right: bool) -> None:
        self.right += is_right
        self.of += 1

    @property
    def share(self) -> float:
        """Between 0 and 1; `nan` where nothing was asked."""
        return self.right / self.of if self.of else float("nan")


@dataclass(slots=True)
class Score:
    """What was found and missed, and how often each field is right among what was found."""

    found: Count = field(default_factory=Count)  # right: matched; of: expected
    proposed: Count = field(default_factory=Count)  # right: matched; of: proposed
    fields: dict[str, Count] = field(default_factory=dict)
    together: Count = field(default_factory=Count)  # among matched

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.found.of + self.proposed.of
        return 2 * self.found.right / both if both else float("nan")

    @property
    def all_right(self) -> float:
        """Found, and all the fields of the aim right at once, as a share of what a person finds."""
        return self.together.right / self.found.of if self.found.of else float("nan")


def score_cases(cases: Iterable[Case], *, figures: bool, read: Read = read_article) -> Score:
    """The score of figures, or of statements without one, over some cases."""
    score = Score()
    for case in cases:
        found = [report for report in read(case.text, case.published) if (report.figure_start is not None) == figures]
        _score_case([one for one in case.expected if one.is_figure == figures], found, score)
    return score


def _score_case(expected: list[Expected], found: list[Report], score: Score) -> None:
    left = list(found)
    for one in sorted(expected, key=lambda each: each.optional):
        match = max(left, key=lambda report: _overlap(one, report), default=None)
        if match is not None and _overlap(one, match) > (0, 0):
            left.remove(match)
        else:
            match = None
        if one.optional:
            continue
        score.found.add(match is not None)
        if match is not None:
            score.proposed.add(True)
            _score_fields(one, match, score)
    for _ in left:
        score.proposed.add(False)


def _score_fields(one: Expected, match: Report, score: Score) -> None:
    verdicts: dict[str, bool] = {}
    for name, columns in GROUPS.items():
        asked = [column for column in columns if column in one.values]
        if asked:
            verdicts[name] = all(is_right(column, one.values[column], match) for column in asked)
            score.fields.setdefault(name, Count()).add(verdicts[name])
    score.together.add(all(verdicts.get(name, True) for name in TOGETHER))


def _overlap(one: Expected, report: Report) -> tuple[int, int]:
    """How much of an expectation a report covers, and whether its stance is the one asked for; (0, 0) is not at all."""
    is_figure = report.figure_start is not None and report.figure_end is not None
    start, end = (report.figure_start, report.figure_end) if is_figure else (report.quote_start, report.quote_end)
    assert start is not None
    assert end is not None
    shared = min(end, one.end) - max(start, one.start)
    return (0, 0) if shared <= 0 else (shared, int(report.stance in one.values.get("stance", [])))


def build_table(cases: list[Case], read: Read = read_article) -> str:
    """The whole table as text."""
    figures = score_cases(cases, figures=True, read=read)
    articles = [case for case in cases if case.phenomenon == "article"]
    told = [case for case in cases if case.phenomenon in WITH_STATEMENTS]
    parts = [
        f"{len(cases)} held-out texts, {len(articles)} of them articles",
        _draw_score("figures, all texts", figures),
        _draw_score("figures, articles only", score_cases(articles, figures=True, read=read)),
        _draw_score("statements without a number", score_cases(told, figures=False, read=read)),
        _draw_phenomena(cases, read),
    ]
    return "\n\n".join(parts)


def _draw_score(title: str, score: Score) -> str:
    rows = [
        f"{title}: {score.found.of} expected, {score.proposed.of} proposed",
        f"  precision {score.proposed.share:.3f}  recall {score.found.share:.3f}  F1 {score.f1:.3f}",
    ]
    for name, count in sorted(score.fields.items(), key=lambda item: list(GROUPS).index(item[0])):
        rows.append(f"  {name:<14}{count.share:6.3f}  ({count.right} of {count.of})")
    together = f"{score.together.share:.3f} of those found, {score.all_right:.3f} of all"
    return "\n".join([*rows, f"  {' + '.join(TOGETHER)}: {together}"])


def _draw_phenomena(cases: list[Case], read: Read) -> str:
    heads = ("texts", "asked", "found", "false", *(name.split()[0] for name in TOGETHER), "all")
    rows = [f"{'phenomenon':<20}" + "".join(f"{head:>9}" for head in heads)]
    for phenomenon in dict.fromkeys(case.phenomenon for case in cases):
        some = [case for case in cases if case.phenomenon == phenomenon]
        score = score_cases(some, figures=phenomenon != "no_number", read=read)
        counts = (len(some), score.found.of, score.found.right, score.proposed.of - score.proposed.right)
        shares = [score.fields.get(name, Count()).share for name in TOGETHER]
        cells = [f"{count:9}" for count in counts] + [f"{share:9.2f}" for share in (*shares, score.all_right)]
        rows.append(f"{phenomenon:<20}" + "".join(cells).replace("nan", "  -"))
    return "\n".join(rows)


def print_table(table: str) -> None:
    """Print a table; what reads it may leave before its end, as `head` does."""
    try:
        print(table, flush=True)
    except BrokenPipeError:  # nor shall the flush at exit fail: docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Print the table of one set: `... score_held_out`, or another: `... score_held_out wire`."""
    parser = argparse.ArgumentParser(description="How the reader does on news nobody wrote rules for.")
    parser.add_argument(
        "name", nargs="?", choices=SETS, default=SETS[0], help="the set of cases (default: %(default)s)"
    )
    print_table(build_table(load_cases(parser.parse_args().name)))


if __name__ == "__main__":
    main()
