"""`python -m tests.benchmarks.loader`: opening a large dataset with every check on, beside reading its table as text.

Each run is a process of its own, ours and the yardstick's in turn; the times leave out imports, and the memory is what
the work added to the peak. Nothing is asserted: the numbers are printed, with the ratio.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pandas as pd

from dashboard.loader import load_estimates, load_reports
from tests.benchmarks.generate import generate_dataset

AIM = 6.0


def main() -> None:
    """Print the comparison, or, with --one, the time and memory of a single run as JSON."""
    arguments = _parse_arguments()
    if arguments.one:
        print(json.dumps(_measure(WORK[arguments.one], arguments.folder)))
        return
    with tempfile.TemporaryDirectory() as place:
        folder = arguments.folder or generate_dataset(Path(place), arguments.reports)
        size = (folder / "reports.csv").stat().st_size / 1e6
        articles = sum(1 for _ in (folder / "articles").iterdir())
        print(f"{arguments.reports:,} reports ({size:.0f} MB), {articles:,} articles, {arguments.runs} runs")
        _compare(folder, arguments.runs)


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.loader", description=__doc__)
    parser.add_argument(
        "--reports", type=int, default=100_000, help="how many reports to generate (default: %(default)s)"
    )
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="a dataset generated before, to be measured instead")
    parser.add_argument("--one", choices=WORK, help=argparse.SUPPRESS)
    return parser.parse_args()


def _compare(folder: Path, runs: int) -> None:
    results: dict[str, list[dict[str, float]]] = {name: [] for name in WORK}
    for _ in range(runs):
        for name in WORK:
            results[name].append(_run_alone(name, folder))
    yardstick = median(run["seconds"] for run in results["read_csv"])
    for name, measured in results.items():
        seconds = median(run["seconds"] for run in measured)
        megabytes = median(run["megabytes"] for run in measured)
        aim = f"  (aim: {AIM:g} or less)" if name == "load_reports" else ""
        print(f"{name:<14} {seconds:7.2f} s  {seconds / yardstick:6.2f} times read_csv  {megabytes:6.0f} MB{aim}")


def _run_alone(name: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.loader", "--one", name, "--folder", str(folder)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, float] = json.loads(output)
    return result


def _measure(work: Callable[[Path], object], folder: Path) -> dict[str, float]:
    before = _read_peak()
    start = time.perf_counter()
    work(folder)
    return {"seconds": time.perf_counter() - start, "megabytes": _read_peak() - before}


def _read_peak() -> float:
    """The most memory that this process has held, in megabytes (the system counts in kilobytes, on macOS in bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def _read_plain(folder: Path) -> pd.DataFrame:
    return pd.read_csv(folder / "reports.csv", dtype=str)


# load_reports comes with the vocabulary, the articles and their SHA-256; load_estimates groups them as well.
WORK: dict[str, Callable[[Path], object]] = {
    "read_csv": _read_plain,
    "load_reports": load_reports,
    "load_estimates": load_estimates,
}

if __name__ == "__main__":
    main()
