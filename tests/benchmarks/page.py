"""`python -m tests.benchmarks.page`: the timeline beside a bare page: one chart of as many points, and its table.

Two servers run side by side and are asked in turn. On the server: the page run again as it is, after a filter was
changed, and after the as-of day was changed, each time to a choice not made before; the last of these again on a large
generated dataset. In the browser: the time until the first chart is visible to somebody whose browser has never seen
the page; and, on the large dataset, from a click on "Earlier" until the chart of that day is drawn (`redraw.py`),
beside a page with nothing but a day and a chart, whose points are SVG or WebGL. Medians and ratios are printed, and
nothing is asserted.
"""

from __future__ import annotations

import argparse
import pickle
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import combinations, islice
from pathlib import Path
from statistics import median

import pandas as pd
from playwright.sync_api import Playwright, sync_playwright
from streamlit.proto.WidgetStates_pb2 import WidgetState

from dashboard.loader import load_estimates, load_sources
from dashboard.views.table import build_table
from tests.benchmarks.generate import generate_dataset
from tests.benchmarks.redraw import time_redraws
from tests.benchmarks.session import Session, open_session
from tests.browser.hands import POINTS
from tests.browser.server import CHROMIUM_FLAGS, find_browser, start_server

BARE = Path(__file__).with_name("bare_page.py")
BARE_DAYS = BARE.with_name("bare_days.py")
BARE_OPTIONS = ("--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false")
SAME_STATE_AIM, FILTER_AIM, BROWSER_AIM, REDRAW_AIM = 1.5, 2.5, 1.25, 1.5
NO_BROWSER = "not measured, for no Chromium or Chrome was found"


def main() -> None:
    """Print every comparison."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.page", description=__doc__)
    parser.add_argument("--data", type=Path, help="another dataset than the project's own")
    parser.add_argument("--runs", type=int, default=30, help="how often the server is asked (default: %(default)s)")
    parser.add_argument("--visits", type=int, default=7, help="how often a browser is started (default: %(default)s)")
    parser.add_argument("--large", type=int, default=20_000, help="reports of the generated dataset; 0 leaves it out")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, _start_both(Path(place), arguments.data) as (ours, bare):
        _compare_servers(ours, bare, arguments.runs, arguments.data)
        _compare_browsers(ours, bare, arguments.visits)
    if arguments.large:
        with tempfile.TemporaryDirectory() as place:
            large = generate_dataset(Path(place) / "large", arguments.large)
            with _start_both(Path(place), large) as (ours, bare):
                _compare_large(ours, bare, min(arguments.runs, 10), large)
            with _start_both(Path(place), large, BARE_DAYS) as (ours, bare):
                _compare_redraws(ours, bare, arguments.visits)


@contextmanager
def _start_both(place: Path, data: Path | None, script: Path = BARE) -> Iterator[tuple[str, str]]:
    """The addresses of the dashboard and of the bare page."""
    estimates = load_estimates(data)
    frames = place / "frames.pickle"
    frames.write_bytes(pickle.dumps((_build_points(estimates), build_table(estimates))))
    print(f"{len(estimates):,} points")
    with (
        start_server(place / "ours.txt", data=data) as ours,
        start_server(place / "bare.txt", script, frames, options=BARE_OPTIONS) as bare,
    ):
        yield ours.url, bare.url


def _build_points(estimates: pd.DataFrame) -> pd.DataFrame:
    """One point per estimate, with as much text as somebody would show of it."""
    text = estimates["claimant"].fillna("") + " " + estimates["figure_text"].fillna("") + " " + estimates["stages"]
    height = estimates["high"].fillna(estimates["low"]).fillna(0).astype("int64")
    published = estimates["first_published"]
    return pd.DataFrame({"x": estimates["shown_on"], "y": height, "text": text, "published": published})


def _compare_servers(ours: str, bare: str, runs: int, data: Path | None) -> None:
    with open_session(ours) as page, open_session(bare) as yardstick:
        for session in (page, yardstick):
            session.rerun()  # caches are warm, as they are for anybody but the first
        _compare("page run again", page, yardstick, [()] * runs, SAME_STATE_AIM)
        pairs = islice(combinations(page.options["Claimant"], 2), runs)
        chosen: list[tuple[WidgetState, ...]] = [(page.set_choices("Claimant", list(pair)),) for pair in pairs]
        _compare("after a filter", page, yardstick, chosen, FILTER_AIM)
        _compare("after the as-of day", page, yardstick, _choose_days(page, _list_days(data)[:runs]), None)


def _compare_large(ours: str, bare: str, runs: int, data: Path) -> None:
    """The last days only, so that ours draws nearly as many points as the bare page does."""
    with open_session(ours) as page, open_session(bare) as yardstick:
        for session in (page, yardstick):
            session.rerun()
        _compare("page run again", page, yardstick, [()] * runs, None)
        _compare("after the as-of day", page, yardstick, _choose_days(page, _list_days(data)[-runs:]), None)


def _choose_days(page: Session, days: list[date]) -> list[tuple[WidgetState, ...]]:
    return [(page.set_choices("As known on", [f"{day:%Y/%m/%d}"]),) for day in days]


def _list_days(data: Path | None) -> list[date]:
    """The days from the first publication to the last, which is left out: the page opens on it."""
    published = load_sources(data)["published"].dt.date
    first, last = min(published), max(published)
    return [first + timedelta(days=number) for number in range((last - first).days)]


def _compare(
    name: str, page: Session, yardstick: Session, states: list[tuple[WidgetState, ...]], aim: float | None
) -> None:
    """Ask both in turn; where our page is set to another state each time, the bare one shows other rows each time."""
    measured = [
        (page.rerun(state), yardstick.rerun(query=f"left_out={number}" if state else ""))
        for number, state in enumerate(states, start=1)
    ]
    ours, bare = (median(pair[which][0] for pair in measured) for which in (0, 1))
    sizes = [median(pair[which][1] for pair in measured) / 1e3 for which in (0, 1)]
    notes = [f"{sizes[0]:.0f} kB, bare {sizes[1]:.0f} kB", f"{len(states)} runs"]
    _print(name, ours, bare, ours / bare, aim, notes)


def _print(name: str, ours: float, bare: float, ratio: float, aim: float | None, notes: list[str]) -> None:
    aims = [] if aim is None else [f"aim: {aim:g} or less"]
    print(f"{name:<20} {ours * 1e3:7.0f} ms, bare {bare * 1e3:6.0f} ms: {ratio:5.2f} times ({'; '.join(aims + notes)})")


def _compare_browsers(ours: str, bare: str, visits: int) -> None:
    path = find_browser()
    if path is None:
        print(f"first chart in a browser: {NO_BROWSER}")
        return
    with sync_playwright() as playwright:
        measured = [(_time_visit(playwright, path, ours), _time_visit(playwright, path, bare)) for _ in range(visits)]
    first, second = (median(pair[which] for pair in measured) for which in (0, 1))
    ratio = median(pair[0] / pair[1] for pair in measured)
    _print("first chart, cold", first, second, ratio, BROWSER_AIM, [f"median ratio of {visits} pairs"])


def _compare_redraws(ours: str, bare: str, steps: int) -> None:
    path = find_browser()
    if path is None:
        print(f"redraw in a browser: {NO_BROWSER}")
        return
    first, svg, gl = time_redraws(path, (ours, bare, f"{bare}/?gl=1"), steps)
    _print("redraw, other day", first, svg, first / svg, REDRAW_AIM, ["SVG as ours", f"{steps} steps"])
    _print("redraw, other day", first, gl, first / gl, None, ["WebGL", f"{steps} steps"])


def _time_visit(playwright: Playwright, path: str, url: str) -> float:
    """Seconds until the first point is drawn, in a browser started for this visit with nothing kept."""
    browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
    page = browser.new_page()
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(POINTS).locator("visible=true").first.wait_for(timeout=120_000)
    seconds = time.perf_counter() - start
    browser.close()
    return seconds


if __name__ == "__main__":
    main()
