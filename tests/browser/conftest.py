"""A real server and a real browser for the tests of this folder; without a browser they are skipped with the reason.

`DASHBOARD_REQUIRE_BROWSER=1` makes a missing browser a failure, so that a run meant to check everything cannot pass
without one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.hands import DESK, Screen, Visit, note_exceptions, open_visit
from tests.browser.server import APP, CHROMIUM_FLAGS, Server, find_browser, start_server

NO_BROWSER = "no Chromium or Chrome found on this machine; install one (Debian, Ubuntu: apt install chromium)"


class Serve(Protocol):
    """Starts the dashboard over a dataset, or gives the server that already shows it."""

    def __call__(self, data: Path | None = None, script: Path = APP) -> Server: ...


class OpenPage(Protocol):
    """Opens a page of a running dashboard, at rest."""

    def __call__(
        self,
        path: str = "",
        *,
        dark: bool = False,
        size: tuple[int, int] = DESK,
        reduced_motion: bool = False,
        server: Server | None = None,
    ) -> Visit: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder that uses the browser says so by its marker."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each page gets a context of its own."""
    path = find_browser()
    if path is None:
        if os.environ.get("DASHBOARD_REQUIRE_BROWSER") == "1":
            pytest.fail(NO_BROWSER, pytrace=False)
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Real servers, one per dataset and script, kept until the last test is done."""
    running: dict[tuple[Path | None, Path], Server] = {}
    with ExitStack() as stack:

        def start(data: Path | None = None, script: Path = APP) -> Server:
            if (data, script) not in running:
                log = tmp_path_factory.mktemp("server") / "log.txt"
                running[data, script] = stack.enter_context(start_server(log, script, data))
            return running[data, script]

        yield start


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[dict[Screen, BrowserContext]]:
    """One profile per kind of screen, kept for all tests, so that Streamlit's own files are fetched once."""
    kept: dict[Screen, BrowserContext] = {}
    yield kept
    for context in kept.values():
        context.close()


@pytest.fixture
def open_page(browser: Browser, contexts: dict[Screen, BrowserContext], serve: Serve) -> Iterator[OpenPage]:
    """Opens pages; when the test is over it fails for any console error or request to another host on them."""
    visits: list[Visit] = []

    def open_one(
        path: str = "",
        *,
        dark: bool = False,
        size: tuple[int, int] = DESK,
        reduced_motion: bool = False,
        server: Server | None = None,
    ) -> Visit:
        screen = Screen(dark, size, reduced_motion)
        if screen not in contexts:
            contexts[screen] = screen.make_context(browser)
        visits.append(open_visit(contexts[screen], f"{(server or serve()).url}/{path.lstrip('/')}"))
        return visits[-1]

    yield open_one
    for visit in visits:
        note_exceptions(visit)
        visit.page.close()
    assert [error for visit in visits for error in visit.errors] == []
    assert [url for visit in visits for url in visit.strangers] == []
