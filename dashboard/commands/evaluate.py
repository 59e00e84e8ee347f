"""`python -m dashboard evaluate`: how well the reader's proposals meet the reviewed reports."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from dashboard.reading.reader import read_article
from dashboard.reading.rows import Row, build_row
from dashboard.reading.scoring import Score, score_figures, score_statements
from dashboard.vocabulary import load_vocabulary

DATASET: Final = Path(__file__).resolve().parents[2] / "data"
WHOLE_NUMBERS: Final = frozenset(("figure_start", "figure_end", "low", "high", "quote_start", "quote_end"))

DESCRIPTION: Final = """\
Reads the articles of a dataset again and compares the reader's proposals with its reviewed reports: precision, recall
and F1 of the figures, then for each field the share that is right among the figures found, and the share with
everything right. Statements without a number are scored apart."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.description = DESCRIPTION
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "--expected", type=Path, metavar="FILE", help="reviewed reports (default: reports.csv of the dataset)"
    )
    parser.add_argument(
        "--data", type=Path, default=DATASET, metavar="DIR", help="the dataset whose articles are read (default: data)"
    )
    parser.add_argument(
        "--misses", action="store_true", help="name each report that was missed, not expected or wrong in a field"
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints the two tables; returns 0, or 1 with a sentence when the dataset cannot be read."""
    try:
        expected = read_expected(arguments.expected or arguments.data / "reports.csv")
        proposed = read_proposals(arguments.data, {str(row["source_id"]) for row in expected})
    except (OSError, ValueError, KeyError) as error:
        print(_explain(error, arguments), file=sys.stderr)
        return 1
    scores = {
        "Figures": score_figures(expected, proposed),
        "Statements without a number": score_statements(expected, proposed),
    }
    for title, score in scores.items():
        print(draw_score(title, score))
        if arguments.misses:
            print("\n".join(_draw_miss(row, why) for row, why in score.misses))
        print()
    return 0


def _draw_miss(row: Mapping[str, object], why: str) -> str:
    return f"  {row['file']} {row.get('figure_text') or '-'}: {why}: {str(row['quote'])[:90]}"


def _explain(error: Exception, arguments: argparse.Namespace) -> str:
    if isinstance(error, OSError):
        where = f"{error.filename}: could not be read ({error.strerror})"
        return f"{where}; expected a file of the dataset; check --data and --expected"
    found = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
    return f"{arguments.data}: {found}; expected the tables of a dataset; run `python -m dashboard check`"


def read_expected(path: Path) -> list[Row]:
    """The reviewed reports of a table, each with its source as its file."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row.get("review", "reviewed") == "reviewed"]
    return [{"file": row["source_id"], **{name: _parse(name, value) for name, value in row.items()}} for row in rows]


def _parse(name: str, value: str) -> str | int | None:
    if value == "":
        return None
    return int(value) if name in WHOLE_NUMBERS else value


def read_proposals(data: Path, wanted: set[str]) -> list[Row]:
    """What the reader proposes for the articles of a dataset, each row with its source as its file."""
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    folder = data / package["dashboard"]["articles"]
    with (data / "sources.csv").open(encoding="utf-8", newline="") as lines:
        sources = [row for row in csv.DictReader(lines) if row["source_id"] in wanted]
    vocabulary = load_vocabulary(data / "vocabulary")
    rows: list[Row] = []
    for source in sources:
        text = (folder / source["file"]).read_bytes().decode("utf-8")
        published = date.fromisoformat(source["published"]) if source["published"] else None
        reports = read_article(text, published, source["outlet"] or None, vocabulary)
        rows += [build_row(source["source_id"], report) for report in reports]
    return rows


def draw_score(title: str, score: Score) -> str:
    """The score as a table of lines."""
    lines = [
        f"{title}: {score.expected} reviewed, {score.proposed} proposed, {score.matched} in both",
        f"  {'precision':<18}{_percent(score.precision)}",
        f"  {'recall':<18}{_percent(score.recall)}",
        f"  {'F1':<18}{_percent(score.f1)}",
    ]
    lines += [
        f"  {name:<18}{_percent(score.accuracy(name))}  ({right} of {score.matched})"
        for name, right in score.right.items()
    ]
    everything = score.everything_right / score.matched if score.matched else None
    return "\n".join(
        [*lines, f"  {'everything right':<18}{_percent(everything)}  ({score.everything_right} of {score.matched})"]
    )


def _percent(share: float | None) -> str:
    return "     -" if share is None else f"{share:6.1%}"
