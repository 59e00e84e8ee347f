"""A change of the as-of day as somebody sees it: from the click in a browser until the new chart is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Final

from playwright.sync_api import Page, sync_playwright

from tests.browser.server import CHROMIUM_FLAGS

PATIENCE: Final = 180_000
SIZE: Final = {"width": 1280, "height": 900}
# The day of a drawn chart is where its as-of line stands; the time is that of the frame after the one that shows it.
WATCH: Final = """() => {
  const find = (plot) => ((plot.layout || {}).shapes || []).find((shape) => shape.name === "as-of");
  const read = () => {
    const lines = [...document.querySelectorAll(".js-plotly-plot")].map(find).filter(Boolean);
    return lines.length ? String(lines[0].x0).slice(0, 10) : null;
  };
  const look = () => {
    if (window.clicked && !window.drawn && read() && read() !== window.before) {
      requestAnimationFrame(() => { window.drawn = performance.now(); });
    }
    requestAnimationFrame(look);
  };
  document.addEventListener("click", () => {
    window.before = read();
    window.drawn = null;
    window.clicked = performance.now();
  }, true);
  look();
}"""
AT_REST: Final = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def time_redraws(path: str, urls: Sequence[str], steps: int) -> list[float]:
    """Medians, in seconds, of so many steps to the publication before on each of the pages, taken in turn."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        pages = [_open(browser.new_page(viewport=SIZE), url) for url in urls]  # type: ignore[arg-type]
        for page in pages:
            _step(page)  # what only the first change costs is not measured
        times = [[_step(page) for page in pages] for _ in range(steps)]
        browser.close()
    return [median(column) for column in zip(*times, strict=True)]


def _open(page: Page, url: str) -> Page:
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    _rest(page)
    page.evaluate(WATCH)
    return page


def _step(page: Page) -> float:
    """Seconds from the click on "Earlier" until the chart is drawn."""
    page.bring_to_front()
    page.get_by_role("button", name="Earlier").click()
    page.wait_for_function("() => window.drawn")
    _rest(page)
    milliseconds: float = page.evaluate("() => window.drawn - window.clicked")
    return milliseconds / 1e3


def _rest(page: Page) -> None:
    page.locator(AT_REST).wait_for()
    page.wait_for_timeout(300)
