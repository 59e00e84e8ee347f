"""`python -m dashboard COMMAND`: the dashboard's work from the command line; `--help` says what each command does."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Final

from dashboard.faults import DatasetError
from dashboard.vocabulary import VocabularyError

COMMANDS: Final = {
    "check": "check a dataset and say what is wrong with it, or what is in it",
    "estimates": "write the estimates: who said how many, and when",
    "read": "read an article and propose its reports",
    "add": "put an article into a dataset, with its proposed reports",
    "evaluate": "measure the reader's proposals against the reviewed reports",
}
GARBAGE: Final = 50_000  # objects made between two searches for garbage: in words just loaded there is none to find
DESCRIPTION: Final = "How a disputed number changed, and who said it: the dashboard's work from the command line."
EXAMPLES: Final = """\
examples:
  python -m dashboard check                          is the project's own dataset sound?
  python -m dashboard check --data ../mine           and mine?
  python -m dashboard estimates                      every estimate, as a table
  python -m dashboard estimates --as-of 2024-10-23   what was known when that day ended
  python -m dashboard estimates --format csv > estimates.csv

A command's own --help tells the rest of it: python -m dashboard check --help
The pages open in a browser with: python -m streamlit run dashboard/app.py
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status: 0 done, 1 the input has faults, 2 the command was not understood."""
    gc.set_threshold(GARBAGE)
    given = list(sys.argv[1:] if arguments is None else arguments)
    parsed = _build_parser(given).parse_args(given)
    command = importlib.import_module(f"dashboard.commands.{parsed.command}")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # names and quotes are not ASCII, and not every console is UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = int(command.run(parsed))
        sys.stdout.flush()
    except (DatasetError, VocabularyError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader has closed, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _build_parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of all commands; only the one that is named is imported, so that help comes at once."""
    parser = argparse.ArgumentParser(
        prog="python -m dashboard",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")
    for name, words in COMMANDS.items():
        command = commands.add_parser(name, help=words, formatter_class=argparse.RawDescriptionHelpFormatter)
        if name in given:
            importlib.import_module(f"dashboard.commands.{name}").add_arguments(command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
