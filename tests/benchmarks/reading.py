"""How fast the reader is, beside what the same texts cost anyway: `python -m tests.benchmarks.reading`.

Articles a second on one core, beside one bare scan with a compiled pattern and beside pandas reading the texts from a
CSV file; the memory after 1,000 and after 10,000 articles; the start of the command beside the interpreter's own.
All of it in one run, medians of several rounds, so that the ratios hold on whatever machine it runs.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from dashboard.reading.reader import read_article

ROOT: Final = Path(__file__).resolve().parents[2]
PUBLISHED: Final = date(2024, 10, 24)
AIM_PER_SECOND: Final = 500
AIM_START: Final = 0.3
NUMBER_NEAR_TROOPS: Final = re.compile(
    r"\b(?:\d[\d,.]*|dozens|hundreds|(?:tens of )?thousands)\b"
    r"(?=[^.\n]{0,60}?\b(?:troops|soldiers|fighters|personnel)\b)"
)


def generate_texts(count: int, seed: int = 1) -> Iterator[str]:
    """So many texts, each as long as one of the five articles and made of their lines with other numbers in them."""
    chance = random.Random(seed)
    bases = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    lines = [line for base in bases for line in base.splitlines() if line.strip()]
    for number in range(count):
        wanted = len(bases[number % len(bases)])
        picked: list[str] = []
        while sum(map(len, picked)) < wanted:
            picked.append(chance.choice(lines))
        text = "\n".join(picked)[:wanted]
        yield re.sub(r"\d", lambda digit: digit[0] if digit[0] == "0" else str(chance.randint(1, 9)), text)


def measure_speed(count: int, rounds: int) -> dict[str, float]:
    """Seconds of processor time for so many texts, by what is done with them: medians of interleaved rounds."""
    texts = list(generate_texts(count))
    table = io.StringIO()
    pd.DataFrame({"text": texts}).to_csv(table, index=False)
    written = table.getvalue()
    work: dict[str, Callable[[], object]] = {
        "read_article": lambda: [read_article(text, published=PUBLISHED) for text in texts],
        "one bare regex scan": lambda: [NUMBER_NEAR_TROOPS.findall(text) for text in texts],
        "pandas reads the CSV": lambda: pd.read_csv(io.StringIO(written), dtype=str),
    }
    spent: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, do in work.items():
            begin = time.process_time()
            do()
            spent[name].append(time.process_time() - begin)
    return {name: statistics.median(times) for name, times in spent.items()}


def measure_memory(counts: tuple[int, ...]) -> dict[int, float]:
    """Megabytes resident after so many articles, in a process of its own that keeps none of them."""
    code = (
        "import sys\n"
        "from tests.benchmarks.reading import PUBLISHED, generate_texts, read_article, tell_memory\n"
        "marks = {int(mark) for mark in sys.argv[1:]}\n"
        "for number, text in enumerate(generate_texts(max(marks)), start=1):\n"
        "    read_article(text, published=PUBLISHED)\n"
        "    if number in marks:\n"
        "        print(number, tell_memory())\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, *map(str, counts)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return {int(line.split()[0]): float(line.split()[1]) for line in said.stdout.splitlines()}


def tell_memory() -> float:
    """Megabytes resident now (Linux); `nan` elsewhere."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def measure_start(rounds: int) -> dict[str, float]:
    """Seconds until the process ends: the interpreter alone, the command's help, and the reading of one article."""
    article = next(iter(sorted((ROOT / "seeds").glob("*.txt"))))
    commands = {
        "python -c pass": ["-c", "pass"],
        "read --help": ["-m", "dashboard", "read", "--help"],
        "read one article": ["-m", "dashboard", "read", str(article), "--published", PUBLISHED.isoformat()],
    }
    # As on a person's machine, where the compiled files of the first start are there for the next.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, arguments in commands.items():
            begin = time.perf_counter()
            subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True)
            if number:  # the first round writes the compiled files and fills the disk's cache
                spent[name].append(time.perf_counter() - begin)
    return {name: statistics.median(times) for name, times in spent.items()}


def draw_speed(spent: dict[str, float], count: int) -> str:
    """The speeds as lines, with the ratio of each to the reader."""
    ours = spent["read_article"]
    rows = [f"{count} texts the length of the five articles, processor time on one core, medians"]
    for name, seconds in spent.items():
        ratio = "" if name == "read_article" else f"   read_article takes {ours / seconds:,.0f} times as long"
        rows.append(f"  {name:<22}{count / seconds:>10,.0f} a second{ratio}")
    rows.append(
        f"  aim: {AIM_PER_SECOND} a second or more: {'reached' if count / ours >= AIM_PER_SECOND else 'not reached'}"
    )
    return "\n".join(rows)


def draw_memory(resident: dict[int, float]) -> str:
    """The memory as lines, with the growth from the first mark to the last."""
    marks = list(resident)
    rows = ["memory resident while reading one article after another"]
    rows += [f"  after {mark:>6,} articles {resident[mark]:8.1f} MB" for mark in marks]
    return "\n".join([*rows, f"  growth {resident[marks[-1]] - resident[marks[0]]:+.1f} MB"])


def draw_start(spent: dict[str, float]) -> str:
    """The start-up as lines, with what each takes beyond the interpreter."""
    bare = spent["python -c pass"]
    rows = ["start-up, medians"]
    for name, seconds in spent.items():
        more = "" if name == "python -c pass" else f"   {seconds - bare:+.3f} s (aim: under {AIM_START})"
        rows.append(f"  {name:<22}{seconds:8.3f} s{more}")
    return "\n".join(rows)


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description="How fast the reader is, beside what the same texts cost anyway.")
    parser.add_argument("--texts", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    print(draw_speed(measure_speed(wanted.texts, wanted.rounds), wanted.texts), end="\n\n", flush=True)
    print(draw_memory(measure_memory((100, 1_000, 10_000))), end="\n\n", flush=True)
    print(draw_start(measure_start(wanted.rounds)))


if __name__ == "__main__":
    main()
