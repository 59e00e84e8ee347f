"""`python -m dashboard add`: an article into a dataset, with what the reader proposes in it."""

# ruff: noqa: PLC0415 (pandas is imported when the command runs, so that its help comes at once)

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dashboard.commands.check import add_data_argument
from dashboard.commands.read import parse_day
from dashboard.records import Stated

DESCRIPTION = """\
Put an article into a dataset: its text into the folder of the articles, its row into sources.csv, and a row into
reports.csv for every passage that the reader proposes. They are proposals until a person has reviewed them, on the page
"Add and review". The dataset is checked first; where anything is wrong, nothing is written."""
EXAMPLES = """\
example:
  python -m dashboard add article.txt --published 2024-11-05 --outlet "The Daily Example"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.description, parser.epilog = DESCRIPTION, EXAMPLES
    parser.add_argument("article", type=Path, metavar="ARTICLE", help="a text file in UTF-8; it is copied as it is")
    parser.add_argument(
        "--published", type=parse_day, required=True, metavar="YYYY-MM-DD", help="when it was published"
    )
    parser.add_argument("--inferred", action="store_true", help="that day is inferred, and not stated")
    parser.add_argument(
        "--evidence",
        default="the article itself",
        metavar="WORDS",
        help="what that day rests on (default: %(default)s)",
    )
    for name, words in (
        ("outlet", "who printed it"),
        ("agency", "news agencies whose copy it carries, joined by '; '"),
        ("headline", "its headline as printed"),
        ("url", "its public address"),
    ):
        parser.add_argument(f"--{name}", default="", metavar="WORDS", help=words)
    parser.add_argument("--all-forces", action="store_true", help="propose the figures of other troops too")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Add it and say as what; a fault is told, and then nothing is written."""
    from dashboard.dataset.proposing import Facts, propose_article
    from dashboard.dataset.saving import add_article
    from dashboard.loader import load_dataset
    from dashboard.views.wording import count_noun

    try:
        content = arguments.article.read_bytes()
    except OSError as error:
        reason = f"could not be read ({error.strerror}); expected a text file; check the path"
        print(f"{arguments.article}: {reason}", file=sys.stderr)
        return 1
    dataset = load_dataset(arguments.data)
    facts = Facts(
        published=arguments.published,
        published_basis=Stated.INFERRED if arguments.inferred else Stated.STATED,
        published_evidence=arguments.evidence,
        outlet=arguments.outlet,
        agency=arguments.agency,
        headline=arguments.headline,
        url=arguments.url,
    )
    addition = propose_article(dataset, content, facts, all_forces=arguments.all_forces)
    add_article(dataset.package.folder, addition.file, content, addition.source, addition.reports)
    proposed = count_noun(len(addition.reports), "passage")
    print(f"added as {addition.source['source_id']}, {addition.file}: {proposed} proposed")
    return 0
