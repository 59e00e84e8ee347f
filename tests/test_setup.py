"""Setting up: the two commands, the pinned requirements, and a server that is this machine's own."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.server import APP, start_server

ROOT = Path(__file__).resolve().parent.parent
MAKE = shutil.which("make")
needs_make = pytest.mark.skipif(MAKE is None, reason="make is not installed")

AA = 4.5  # WCAG 2.2, 1.4.3: contrast of text


def run_make(folder: Path, *arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Make in `folder`, which holds a copy of the Makefile; commands come from `path` alone where it is given."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "DASHBOARD", "DATA"))
    }
    if path is not None:
        environment["PATH"] = f"{path}:/usr/bin:/bin"
    assert MAKE
    return subprocess.run([MAKE, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with spaces in its name that holds what make reads."""
    folder = tmp_path / "my check out"
    folder.mkdir()
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder of commands that come before all others."""
    folder = tmp_path / "tools"
    folder.mkdir()
    return folder


def write_command(folder: Path, name: str, script: str) -> None:
    """A shell script that stands for a command."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


OLD_PYTHON = "case $2 in *version_info*) exit 1;; esac; exit 0"
WITHOUT_VENV = "case $2 in *ensurepip*) exit 1;; esac; exit 0"
# Makes a virtual environment whose Python tells what it was asked to do, and in which environment.
RECORDING = """if [ "$2" = venv ]; then
    mkdir -p .venv/bin
    printf '#!/bin/sh\\necho "asked: $* DASHBOARD_DATA=$DASHBOARD_DATA"\\n' > .venv/bin/python
    chmod +x .venv/bin/python
    touch .venv/pyvenv.cfg
fi
exit 0"""


@needs_make
def test_make_alone_tells_what_it_can_do(checkout: Path) -> None:
    told = run_make(checkout).stdout
    assert all(f"  {command} " in told for command in ("run", "test", "lint", "fuzz", "bench", "help", "clean"))


@needs_make
def test_an_old_python_is_refused_in_one_sentence(checkout: Path, tools: Path) -> None:
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11"):
        write_command(tools, name, OLD_PYTHON)
    result = run_make(checkout, "run", path=tools)
    assert result.returncode != 0
    assert result.stderr.splitlines()[0] == (
        "No Python 3.11 or later found among: python3 python3.14 python3.13 python3.12 python3.11; "
        "install one, or name it with PYTHON=PATH."
    )
    assert not (checkout / ".venv").exists()


@needs_make
def test_a_newer_python_is_found_beside_an_old_one(checkout: Path, tools: Path) -> None:
    write_command(tools, "python3", OLD_PYTHON)
    write_command(tools, "python3.14", OLD_PYTHON)
    write_command(tools, "python3.13", RECORDING)
    assert run_make(checkout, "run", path=tools).returncode == 0
    assert (checkout / ".venv" / "run.stamp").exists()


@needs_make
def test_a_python_without_venv_is_refused_in_one_sentence(checkout: Path, tools: Path) -> None:
    write_command(tools, "python3", WITHOUT_VENV)
    result = run_make(checkout, "run", path=tools)
    assert result.returncode != 0
    assert result.stderr.splitlines()[0] == (
        "python3 cannot make virtual environments; install what it lacks (Debian, Ubuntu: apt install python3-venv)."
    )


@needs_make
def test_make_run_opens_the_dashboard_and_installs_once(checkout: Path, tools: Path) -> None:
    write_command(tools, "python3", RECORDING)
    first = run_make(checkout, "run", path=tools).stdout
    again = run_make(checkout, "run", path=tools).stdout
    assert "-m pip install" in first
    assert "-r requirements.txt" in first
    assert "-m pip install" not in again
    assert "asked: -m streamlit run dashboard/app.py DASHBOARD_DATA=\n" in again


@needs_make
def test_changed_requirements_are_installed_again(checkout: Path, tools: Path) -> None:
    write_command(tools, "python3", RECORDING)
    run_make(checkout, "run", path=tools)
    later = (checkout / ".venv" / "run.stamp").stat().st_mtime + 10
    os.utime(checkout / "requirements.txt", (later, later))
    assert "-r requirements.txt" in run_make(checkout, "run", path=tools).stdout


@needs_make
def test_make_run_takes_a_folder_with_spaces_as_the_dataset(checkout: Path, tools: Path) -> None:
    write_command(tools, "python3", RECORDING)
    told = run_make(checkout, "run", "DATA=../my own data", path=tools).stdout
    assert "asked: -m streamlit run dashboard/app.py DASHBOARD_DATA=../my own data\n" in told


@needs_make
def test_make_test_installs_what_tests_need_and_runs_them(checkout: Path, tools: Path) -> None:
    write_command(tools, "python3", RECORDING)
    told = run_make(checkout, "test", "ARGS=-k loader", path=tools).stdout
    assert "-r requirements-dev.txt" in told
    assert "asked: -m pytest -k loader" in told


@needs_make
def test_a_virtual_environment_whose_python_has_gone_is_made_anew(checkout: Path, tools: Path) -> None:
    write_command(tools, "python3", RECORDING)
    run_make(checkout, "run", path=tools)
    (checkout / ".venv" / "bin" / "python").unlink()
    assert "-m pip install" in run_make(checkout, "run", path=tools).stdout


def read_requirements(name: str) -> dict[str, str]:
    """The pinned version of each package of a requirements file, comments and references to other files left out."""
    lines = (line.split("#")[0].strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    return dict(line.split("==") for line in lines if line and not line.startswith("-r"))


def test_every_requirement_is_pinned_to_one_version() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert all(version[0].isdigit() and "*" not in version for version in read_requirements(name).values())


def test_running_needs_what_it_says_and_tests_need_that_as_well() -> None:
    assert {"streamlit", "pandas", "plotly", "pytest"} <= read_requirements("requirements.txt").keys()
    assert "-r requirements.txt" in (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert not read_requirements("requirements.txt").keys() & read_requirements("requirements-dev.txt").keys()


def test_the_run_of_all_checks_is_a_program_and_asks_for_a_browser() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert "DASHBOARD_REQUIRE_BROWSER=1" in script.read_text(encoding="utf-8")


NEEDS_BROWSER = """
def test_a_page(browser):
    raise AssertionError("there is no browser to come this far with")
"""


@pytest.mark.parametrize(
    ("required", "status", "outcome"),
    [("", 0, "1 skipped"), ("1", 1, "1 error")],
    ids=["skipped where nobody asks for one", "failed where one is required"],
)
def test_a_test_without_a_browser_is(required: str, status: int, outcome: str, tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "browser"
    shutil.copytree(ROOT / "tests" / "browser", folder, ignore=shutil.ignore_patterns("test_*", "__pycache__"))
    (folder / "test_page.py").write_text(NEEDS_BROWSER, encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    command = [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "--rootdir", ".", "tests"]
    environment = {**os.environ, "PATH": str(tmp_path / "nothing"), "DASHBOARD_REQUIRE_BROWSER": required}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == status
    assert outcome in result.stdout.splitlines()[-1]
    assert "no Chromium or Chrome found on this machine" in result.stdout


def read_theme() -> dict[str, dict[str, str]]:
    """The colours of the light and the dark theme, each with those of its sidebar under "sidebar.<name>"."""
    path = ROOT / "dashboard" / ".streamlit" / "config.toml"
    theme = tomllib.loads(path.read_text(encoding="utf-8"))["theme"]
    return {
        name: {**theme[name], **{f"sidebar.{key}": value for key, value in theme[name]["sidebar"].items()}}
        for name in ("light", "dark")
    }


def measure_contrast(first: str, second: str) -> float:
    """The WCAG contrast of two colours written #rrggbb: from 1 to 21."""
    lighter, darker = sorted((_measure_luminance(first), _measure_luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _measure_luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", ["textColor", "grayTextColor", "linkColor", "primaryColor"])
def test_text_stands_out_from_every_background(theme: str, text: str) -> None:
    colours = read_theme()[theme]
    backgrounds = [value for name, value in colours.items() if name.lower().endswith("backgroundcolor")]
    assert len(backgrounds) == 4
    assert min(measure_contrast(colours[text], background) for background in backgrounds) >= AA


def test_contrast_is_measured_as_wcag_does() -> None:
    assert measure_contrast("#000000", "#ffffff") == pytest.approx(21)
    assert measure_contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("started_from", ["the project's folder", "another folder"])
def test_the_server_listens_on_this_machine_alone(started_from: str, tmp_path: Path) -> None:
    cwd = ROOT if started_from == "the project's folder" else tmp_path
    with start_server(tmp_path / "log.txt", APP, cwd=cwd) as server:
        port = urlsplit(server.url).port
        assert port
        assert f"started on 127.0.0.1:{port}" in server.log.read_text(encoding="utf-8")
        for address in find_other_addresses():
            with pytest.raises(OSError, match=r"."):
                socket.create_connection((address, port), timeout=1).close()


def find_other_addresses() -> list[str]:
    """The addresses of this machine at which others could reach it; none where it has no network."""
    found = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found if not str(entry[4][0]).startswith(("127.", "::1"))]
