"""A Streamlit server of one's own: started on a free port, stopped when done with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "dashboard" / "app.py"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# As root Chromium refuses its sandbox; the rest keeps it from talking to anybody but the server under test.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


@dataclass(frozen=True)
class Server:
    """Where a running dashboard is found, and what it has written to its terminal."""

    url: str
    log: Path


def find_browser() -> str | None:
    """The path of a Chromium or Chrome on this machine, or None."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


@contextmanager
def start_server(
    log: Path, script: Path = APP, data: Path | None = None, cwd: Path = ROOT, options: Sequence[str] = ()
) -> Iterator[Server]:
    """A server that runs `script` over the dataset `data` and is healthy; it is stopped on leaving.

    `data` of None is the dataset that the dashboard opens by itself; `options` are Streamlit's. Raises RuntimeError,
    with the log, when it does not start.
    """
    port = _find_free_port()
    server = Server(url=f"http://localhost:{port}", log=log)
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--server.headless", "true", "--server.fileWatcherType", "none", *options],
            cwd=cwd,
            env=_make_environment(data),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_healthy(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _make_environment(data: Path | None) -> dict[str, str]:
    """This process's own, without settings of Streamlit's that would override the dashboard's file."""
    ours = ("STREAMLIT_", "DASHBOARD_DATA", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    if data is not None:
        environment["DASHBOARD_DATA"] = str(data)
    return environment


def _wait_until_healthy(server: Server, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{server.url}/_stcore/health", timeout=2):  # noqa: S310 (our own server, over http)
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"no healthy server at {server.url}; its log: {server.log.read_text(errors='replace')}")
