"""What a person does with the page, and what they see of it: hover, select, choose, look."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

OWN_HOSTS: Final = {"localhost", "127.0.0.1"}
LOCAL_SCHEMES: Final = {"data", "blob", "about", "chrome-error"}
# On a page's own address Streamlit looks for its server below that address first, and is told 404.
PROBES: Final = re.compile(r"/[a-z_-]+/_stcore/(health|host-config)$")
POINTS: Final = ".stPlotlyChart .scatterlayer .trace .points path.point"
# Streamlit's app element tells by itself whether the script runs; a fragment's or the page's last drawing follows it.
AT_REST: Final = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
PHONE: Final = (390, 844)
DESK: Final = (1280, 900)
# What a phone's browser calls itself: by that the server plans the first chart for a phone.
PHONE_AGENT: Final = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36"
)

# Milliseconds that a busy machine may take; nothing waits longer than it must.
PATIENCE: Final = 45_000
expect.set_options(timeout=PATIENCE)


@dataclass
class Visit:
    """One open page, with what went wrong on it since it was opened."""

    page: Page
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Screen:
    """What a page is looked at with. One of a phone's size is a phone: touch, and no mouse that hovers."""

    dark: bool = False
    size: tuple[int, int] = DESK
    reduced_motion: bool = False

    def make_context(self, browser: Browser) -> BrowserContext:
        """A browser profile with such a screen and nothing kept."""
        phone = self.size == PHONE
        context = browser.new_context(
            viewport={"width": self.size[0], "height": self.size[1]},
            color_scheme="dark" if self.dark else "light",
            reduced_motion="reduce" if self.reduced_motion else "no-preference",
            is_mobile=phone,
            has_touch=phone,
            user_agent=PHONE_AGENT if phone else None,
        )
        context.set_default_timeout(PATIENCE)
        return context


def open_visit(context: BrowserContext, url: str) -> Visit:
    """The page at `url`, loaded and at rest."""
    visit = Visit(context.new_page())
    listen(visit)
    visit.page.goto(url)
    settle(visit.page)
    note_exceptions(visit)
    return visit


def note_exceptions(visit: Visit) -> None:
    """Write down every exception that the page itself shows."""
    shown = visit.page.locator('[data-testid="stException"]')
    visit.errors += [f"on the page: {text}" for text in shown.all_inner_texts()]


def listen(visit: Visit) -> None:
    """Write down console errors, uncaught exceptions and requests to any other host, from now on."""
    visit.page.on("console", lambda line: _note_line(visit, line))
    visit.page.on("pageerror", lambda error: visit.errors.append(f"uncaught: {error}"))
    visit.page.on("request", lambda request: _note_request(visit, request.url))
    visit.page.on("websocket", lambda socket: _note_request(visit, socket.url))


def _note_line(visit: Visit, line: ConsoleMessage) -> None:
    if line.type == "error" and not PROBES.search(line.location.get("url", "")):
        visit.errors.append(f"{line.text} {line.location.get('url', '')}".strip())


def _note_request(visit: Visit, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in LOCAL_SCHEMES and parts.hostname not in OWN_HOSTS:
        visit.strangers.append(url)


def settle(page: Page) -> None:
    """Wait until the script has run and the page has drawn what came of it."""
    page.wait_for_selector(AT_REST)
    page.wait_for_function(
        """(atRest) => new Promise(resolve => {
            let since = performance.now();
            const look = () => {
                const now = performance.now();
                const busy = !document.querySelector(atRest) || document.querySelector('[data-testid="stSkeleton"]');
                if (busy) since = now;
                if (now - since > 200) resolve(true); else requestAnimationFrame(look);
            };
            look();
        })""",
        arg=AT_REST,
    )


def find_marks(page: Page) -> dict[str, list[Locator]]:
    """The marks of each estimate on the chart, by its id; of several that share one, by all ids joined by "; ".

    Marks are the points of the traces with the meta "marks"; whiskers, caps and the unseen reach of a bar are others.
    A joint denial has a mark for each of those who deny.
    """
    points = page.locator(POINTS)
    ids: list[str | None] = points.evaluate_all(
        """points => points.map(point => {
            const trace = point.closest('.trace').__data__[0].trace;
            return trace.meta === 'marks' ? trace.customdata[point.__data__.i][0] : null;
        })"""
    )
    marks: dict[str, list[Locator]] = {}
    for place, name in enumerate(ids):
        if name is not None:
            marks.setdefault(name, []).append(points.nth(place))
    return marks


def hover_point(page: Page, point: Locator) -> str:
    """The text that hovering `point` shows, its lines joined by newlines."""
    _move_onto(page, point)
    label = page.locator(".hoverlayer .hovertext").first
    expect(label).to_be_visible()
    return read_svg_text(label)


def select_point(page: Page, point: Locator) -> None:
    """Click `point` as a hand does: Plotly sees a click only where it has shown the hover first."""
    _move_onto(page, point)
    expect(page.locator(".hoverlayer .hovertext").first).to_be_visible()
    page.mouse.down()
    page.mouse.up()
    page.wait_for_timeout(100)  # until the click has reached the server
    settle(page)


def tap_point(page: Page, point: Locator) -> tuple[float, float]:
    """Touch `point`, as on a phone: the left and right edge of what is then shown beside it, however briefly."""
    _bring_into_sight(point)
    x, y = _find_middle(point)
    page.evaluate(  # before the touch: the record that it opens draws the chart anew, and the label goes
        """() => {
            window.labelSeen = null;
            const look = () => {
                const label = document.querySelector('.hoverlayer .hovertext');
                const box = label && label.getBoundingClientRect();
                if (box && box.width > 20) window.labelSeen = [box.left, box.right];
                else requestAnimationFrame(look);
            };
            look();
        }"""
    )
    page.touchscreen.tap(x, y)
    box = page.wait_for_function("() => window.labelSeen").json_value()
    return float(box[0]), float(box[1])


def _move_onto(page: Page, point: Locator) -> None:
    """Bring the pointer from elsewhere onto the middle of `point`, and give Plotly time to notice."""
    _bring_into_sight(point)
    page.mouse.move(3, 3)
    expect(page.locator(".hoverlayer .hovertext")).to_have_count(0)
    x, y = _find_middle(point)
    page.mouse.move(x, y, steps=4)
    page.wait_for_timeout(250)


def _bring_into_sight(point: Locator) -> None:
    """Scroll to `point` where it is not in sight already; the bar at the top of the page covers what is behind it."""
    point.evaluate(
        """point => {
            const box = point.getBoundingClientRect();
            if (box.top < 100 || box.bottom > window.innerHeight - 20) point.scrollIntoView({ block: 'center' });
        }"""
    )


def _find_middle(point: Locator) -> tuple[float, float]:
    box = point.bounding_box()
    if box is None:
        raise AssertionError("the point is not on the page")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def read_svg_text(label: Locator) -> str:
    """The text of an SVG label, one line per line of the picture."""
    lines: list[str] = label.evaluate(
        """label => [...label.querySelectorAll('text')].flatMap(text => {
            const lines = text.querySelectorAll('tspan.line');
            return lines.length ? [...lines].map(line => line.textContent) : [text.textContent];
        })"""
    )
    return "\n".join(line.replace("\xa0", " ") for line in lines)


def press_tab_until(page: Page, target: Locator, most: int = 60) -> None:
    """Go to `target` by the Tab key alone; fails when it is not reached."""
    for _ in range(most):
        if target.evaluate("target => target === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by {most} presses of Tab")


def find_axe_violations(page: Page) -> list[str]:
    """What axe-core faults on the page, one line per rule and element, best practices included."""
    page.evaluate(_read_axe())
    found: list[dict[str, Any]] = page.evaluate("() => axe.run().then(result => result.violations)")
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {_tell_failure(node)}"
        for rule in found
        for node in rule["nodes"]
    ]


def _read_axe() -> str:
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        raise AssertionError("axe-core is not installed; run: pip install -r requirements-dev.txt")
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def _tell_failure(node: dict[str, Any]) -> str:
    return re.sub(r"\s+", " ", node.get("failureSummary", ""))[:400]


def find_clipped(page: Page, allowed: Sequence[str] = ()) -> list[str]:
    """Text that is cut off by its box or leaves the screen sideways; `allowed` are CSS selectors of what may be."""
    script = (Path(__file__).parent / "find_clipped.js").read_text(encoding="utf-8")
    found: list[str] = page.evaluate(script, list(allowed))
    return found


def find_pale_chart_text(page: Page) -> list[str]:
    """Text of the charts with less than 4.5:1 against the page, which axe-core cannot judge in SVG."""
    script = (Path(__file__).parent / "find_pale.js").read_text(encoding="utf-8")
    found: list[str] = page.evaluate(script)
    return found


def scrolls_sideways(page: Page) -> bool:
    """Whether any part of the page that holds the content is wider than the screen."""
    wide: bool = page.evaluate(
        """() => [document.documentElement, document.body, document.querySelector('[data-testid="stMain"]')]
            .some(element => element && element.scrollWidth > element.clientWidth + 1)"""
    )
    return wide


def take_picture(page: Page, path: Path) -> None:
    """A PNG of the whole page: Streamlit scrolls inside it, so the window is made as tall as the content first."""
    size = page.viewport_size or {"width": DESK[0], "height": DESK[1]}
    tall = page.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], int(tall))})
    settle(page)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    page.set_viewport_size(size)


def download(page: Page, button: Locator) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button gives."""
    with page.expect_download() as coming:
        button.click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def read_chart(page: Page, nth: int = 0) -> dict[str, Any]:
    """The data and layout that Plotly holds in the browser for the nth chart."""
    text: str = (
        page.locator(".stPlotlyChart .js-plotly-plot")
        .nth(nth)
        .evaluate("chart => JSON.stringify({data: chart.data, layout: chart.layout})")
    )
    chart: dict[str, Any] = json.loads(text)
    return chart
