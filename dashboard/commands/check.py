"""`python -m dashboard check`: every fault of a dataset, or a summary of what is in it."""

# ruff: noqa: PLC0415 (pandas is imported when the command runs, so that its help comes at once)

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.faults import DatasetError, show_path

if TYPE_CHECKING:
    from dashboard.dataset.dataset import Dataset

DESCRIPTION = """\
Open a dataset and check all of it: the tables against their declaration, each report's values against one another, and
every quote, figure and offset against the article it was taken from. Nothing on disk is changed.

Prints every fault, one a line, as `where: what was found; what was expected; what to do`, and exits with 1;
or prints what is in the dataset and exits with 0.
"""
EXAMPLES = """\
examples:
  python -m dashboard check
  python -m dashboard check --data ../mine
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.description, parser.epilog = DESCRIPTION, EXAMPLES
    add_data_argument(parser)


def add_data_argument(parser: argparse.ArgumentParser) -> None:
    """The folder of the dataset, the same for every command that opens one."""
    words = "the dataset's folder, which holds datapackage.json (default: $DASHBOARD_DATA, else the project's data/)"
    parser.add_argument("--data", metavar="DIR", type=Path, help=words)


def run(arguments: argparse.Namespace) -> int:
    """Print the faults, or the summary."""
    from dashboard.loader import find_dataset, load_dataset

    folder = show_path(find_dataset(arguments.data))
    try:
        dataset = load_dataset(arguments.data)
    except DatasetError as error:
        print(error)
        number = len(error.faults)
        print(f"{folder}: {number:,} {'fault' if number == 1 else 'faults'}", file=sys.stderr)
        return 1
    print(f"{folder}: sound")
    print("\n".join(f"  {name:<20}{value}" for name, value in summarise(dataset)))
    return 0


def summarise(dataset: Dataset) -> list[tuple[str, str]]:
    """What is in a dataset, each with its name; what is a part of the line above is indented."""
    from dashboard.dataset.estimates import build_estimates

    sources, reports = dataset.sources, dataset.reports
    estimates = build_estimates(reports, sources, dataset.package.tables["estimates"])
    published, figures, reviewed = sources["published"], reports["figure_text"].notna(), reports["review"] == "reviewed"
    return [
        ("title", dataset.package.title),
        ("version", dataset.version),
        ("articles", f"{len(sources):,}"),
        ("published", f"{published.min():%Y-%m-%d} to {published.max():%Y-%m-%d}"),
        ("reports", f"{len(reports):,}"),
        ("  with a figure", f"{figures.sum():,}"),
        ("  without a number", f"{(~figures).sum():,}"),
        ("  reviewed", f"{reviewed.sum():,}"),
        ("  proposed", f"{(~reviewed).sum():,}"),
        ("estimates", f"{len(estimates):,}"),
        ("  with a figure", f"{estimates['figure_text'].notna().sum():,}"),
        ("  without a number", f"{estimates['figure_text'].isna().sum():,}"),
    ]
