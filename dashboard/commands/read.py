"""`python -m dashboard read`: articles in, their proposed reports on standard output."""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TextIO

from dashboard.reading.reader import read_article
from dashboard.reading.rows import COLUMNS, Row, build_row

STANDARD_INPUT: Final = "-"
ENOUGH_FOR_CORES: Final = 64  # below that, starting other processes takes longer than reading
_TABLE: Final = {
    "file": 24,
    "figure_text": 16,
    "qualifier": 10,
    "measure": 10,
    "force": 14,
    "stage": 11,
    "stance": 16,
    "claimant": 28,
    "said_latest": 10,
}

DESCRIPTION: Final = """\
Reads articles and proposes reports: every figure of troops, killed or wounded, and every statement that confirms,
denies or declines to confirm without a number, each with its words, its place in the text and who says it. A proposal
is for a person to check.

Several articles are read at once on all cores; a line on a terminal counts them. An article that cannot be read
is named on standard error and the rest goes on."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article: its rows, or why it could not be read."""

    file: str
    rows: list[Row]
    fault: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.description = DESCRIPTION
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a text file, a folder of .txt files, or - for standard input"
    )
    parser.add_argument(
        "--published",
        type=parse_day,
        metavar="YYYY-MM-DD",
        help="the day of publication, from which “on Wednesday” and “earlier this month” are counted",
    )
    parser.add_argument("--outlet", metavar="NAME", help="who printed it; an outlet is never taken for a claimant")
    parser.add_argument(
        "--format",
        choices=("json", "csv", "table"),
        default="table",
        help="json: a list of objects, missing is null (default: table)",
    )


def parse_day(words: str) -> date:
    """A day from YYYY-MM-DD; raises argparse.ArgumentTypeError with a sentence to act on."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{words!r} is no day; expected YYYY-MM-DD; write for example 2024-10-23"
        ) from None


def run(arguments: argparse.Namespace) -> int:
    """Reads, writes, and returns 0; 1 when not one article could be read."""
    files = list(_find_files(arguments.paths))
    counts = {"read": 0, "unread": 0}
    outcomes = _count(_read_all(files, arguments.published, arguments.outlet), len(files), counts)
    rows = (row for outcome in outcomes for row in outcome.rows)
    _WRITERS[arguments.format](rows, sys.stdout)
    if arguments.published is None and counts["read"]:
        print(
            "no --published was given: dates that are counted from it (“on Wednesday”, “last month”) are empty, "
            "and the note of each such report says so; give --published YYYY-MM-DD",
            file=sys.stderr,
        )
    return 0 if counts["read"] or not counts["unread"] else 1


def _find_files(paths: Iterable[str]) -> Iterator[str]:
    """Every file to read, in a stable order."""
    for path in paths:
        if path != STANDARD_INPUT and Path(path).is_dir():
            found = sorted(file for file in Path(path).rglob("*.txt") if file.is_file())
            if not found:
                _warn(f"{path}: no .txt file in this folder; expected articles as text files; give another folder")
            yield from map(str, found)
        else:
            yield path


def _read_all(files: list[str], published: date | None, outlet: str | None) -> Iterator[Outcome]:
    """The outcome of each file, in their order: on all cores where there are many."""
    jobs = ((file, published, outlet) for file in files)
    cores = os.cpu_count() or 1
    if len(files) < ENOUGH_FOR_CORES or cores == 1 or STANDARD_INPUT in files:
        yield from map(_read_job, jobs)
        return
    import multiprocessing  # noqa: PLC0415  one article does without

    with multiprocessing.Pool(cores) as pool:
        yield from pool.imap(_read_job, jobs, chunksize=16)


def _read_job(job: tuple[str, date | None, str | None]) -> Outcome:
    file, published, outlet = job
    try:
        data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Outcome(file, [], f"{file}: byte {error.start} is not UTF-8; expected text in UTF-8; convert the file")
    except OSError as error:
        reason = error.strerror or "unreadable"
        return Outcome(
            file, [], f"{file}: could not be read ({reason}); expected a text file, a folder or -; check the path"
        )
    return Outcome(file, [build_row(file, report) for report in read_article(text, published, outlet)])


def _count(outcomes: Iterable[Outcome], total: int, counts: dict[str, int]) -> Iterator[Outcome]:
    """The outcomes as they come; warns of each article that could not be read, and on a terminal shows how far it is.

    One rewritten line says all that there is to say about a job of seconds, so no library of progress bars is needed.
    """
    shows = sys.stderr.isatty() and total > 1
    for done, outcome in enumerate(outcomes, start=1):
        if outcome.fault:
            counts["unread"] += 1
            _warn(("\r\033[K" if shows else "") + outcome.fault)
        else:
            counts["read"] += 1
        if shows and (done % 16 == 0 or done == total):
            filled = 30 * done // total
            print(
                f"\r[{'#' * filled}{'.' * (30 - filled)}] {done:,} of {total:,} articles",
                end="",
                file=sys.stderr,
                flush=True,
            )
        yield outcome
    if shows:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _warn(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _write_json(rows: Iterable[Row], out: TextIO) -> None:
    """A list of objects, one a line, written as they come, so that memory stays flat."""
    out.write("[")
    separator = "\n"
    for row in rows:
        out.write(separator + json.dumps(row, ensure_ascii=False))
        separator = ",\n"
    out.write("\n]\n")


def _write_csv(rows: Iterable[Row], out: TextIO) -> None:
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _write_table(rows: Iterable[Row], out: TextIO) -> None:
    """The columns that tell most, cut to fit; everything else is in the other formats."""
    out.write("  ".join(name.ljust(width) for name, width in _TABLE.items()).rstrip() + "\n")
    for row in rows:
        cells = (_cut(_cell(row, name), width) for name, width in _TABLE.items())
        out.write("  ".join(cells).rstrip() + "\n")


def _cell(row: Row, name: str) -> str:
    value = row[name]
    return Path(str(value)).name if name == "file" else "" if value is None else str(value)


def _cut(words: str, width: int) -> str:
    words = " ".join(words.split())
    return words.ljust(width) if len(words) <= width else words[: width - 1] + "…"


_WRITERS: Final = {"json": _write_json, "csv": _write_csv, "table": _write_table}
