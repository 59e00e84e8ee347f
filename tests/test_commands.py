"""The command line: what `python -m dashboard` prints, where, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from dashboard.__main__ import COMMANDS, main
from dashboard.dataset.downloads import write_csv
from dashboard.loader import load_dataset, load_estimates
from tests.bad_inputs import ALL, BadInput
from tests.copies import Copy, make_copy


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A dataset to be spoiled."""
    return make_copy(tmp_path, monkeypatch)


def run_alone(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as a person starts it."""
    return subprocess.run([sys.executable, "-m", "dashboard", *arguments], cwd=root, capture_output=True, check=False)


def refuse(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The last line on standard error of a command that is not understood."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    return told.err.splitlines()[-1]


@pytest.mark.parametrize("bad", ALL, ids=[bad.name for bad in ALL])
def test_check_prints_the_fault_of_a_bad_input_and_nothing_on_disk_changes(
    copy: Copy, bad: BadInput, capsys: pytest.CaptureFixture[str]
) -> None:
    bad.spoil(copy)
    before = copy.hash_files()
    assert main(["check", "--data", "data"]) == 1
    told = capsys.readouterr()
    assert told.out == bad.message + "\n"
    assert told.err == "data: 1 fault\n"
    assert copy.hash_files() == before


def test_check_prints_every_fault_and_counts_them(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.set_cells("reports", "a000-00244", low="10-12")
    copy.set_cells("reports", "a000-00432", stage="gone")
    assert main(["check", "--data", "data"]) == 1
    told = capsys.readouterr()
    assert [line.partition(":")[0] for line in told.out.splitlines()] == [
        "data/reports.csv line 2, column low",
        "data/reports.csv line 3, column stage",
    ]
    assert told.err == "data: 2 faults\n"


def test_check_of_a_sound_dataset_says_what_is_in_it(root: Path) -> None:
    done = run_alone(root, "check")
    assert (done.returncode, done.stderr) == (0, b"")
    lines = dict(line.strip().rsplit("  ", 1) for line in done.stdout.decode().splitlines()[1:])
    told = {name.strip(): value.strip() for name, value in lines.items()}
    assert told["articles"] == "5"
    assert told["published"] == "2024-10-22 to 2024-11-01"
    assert told["reports"] == "53"
    assert told["estimates"] == "31"
    assert told["version"].startswith("1.0.0 (")
    assert "  with a figure     22" in done.stdout.decode()
    assert "  without a number  31" in done.stdout.decode()


def test_check_reads_the_dataset_of_the_environment(copy: Copy, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    copy.set_cells("reports", "a000-00244", low="10-12")
    monkeypatch.setenv("DASHBOARD_DATA", str(copy.data))
    assert run_alone(root, "check").returncode == 1


def test_estimates_as_csv_are_the_bytes_of_the_download(root: Path) -> None:
    done = run_alone(root, "estimates", "--format", "csv", "--as-of", "2024-10-23")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == write_csv(load_estimates(as_of="2024-10-23"), load_dataset().package.tables["estimates"])


def test_estimates_as_json_are_those_of_the_csv_with_null_for_missing(root: Path) -> None:
    told = json.loads(run_alone(root, "estimates", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run_alone(root, "estimates", "--format", "csv").stdout.decode())))
    assert [{name: "" if value is None else str(value) for name, value in row.items()} for row in told] == rows
    by_id = {row["estimate_id"]: row for row in told}
    assert by_id["a004-01724"]["low"] is None
    assert by_id["a004-01724"]["high"] == 12_000
    assert by_id["a003-00960"]["deadline_latest"] == "2024-12-31"


def test_estimates_as_a_table_have_a_line_each_and_no_number_made_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["estimates", "--as-of", "2024-10-22"]) == 0
    assert [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()[1:]] == [
        "2024-10-18 NIS asserts present total 1,500 exact 1,500 1,500 1",
        "2024-10-22 Volodymyr Zelensky asserts planned total 10,000 exact 10,000 10,000 1",
        "2024-10-22 UK Ministry of Defence asserts present total hundreds magnitude 200 999 1",
    ]
    assert main(["estimates"]) == 0
    (up_to,) = (line for line in capsys.readouterr().out.splitlines() if "up_to" in line)
    assert up_to.split()[-4:] == ["up_to", "-", "12,000", "1"]


def test_estimates_of_a_bad_dataset_are_refused_on_standard_error(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.set_cells("reports", "a000-00244", low="10-12")
    assert main(["estimates", "--data", "data"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("data/reports.csv line 2, column low: '10-12' is not a whole number;")


def test_a_folder_without_a_dataset_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["estimates", "--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path.resolve().as_posix()}/datapackage.json: cannot be read (No such file or directory); "
        "expected the declaration of a dataset; restore it, or name a folder that has one\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["chek"], "invalid choice: 'chek' (choose from "),
        (["check", "--dta", "x"], "unrecognized arguments: --dta x"),
        (["estimates", "--format", "xlsx"], "invalid choice: 'xlsx' (choose from "),
        (["estimates", "--as-of", "yesterday"], "'yesterday' is not a day; expected YYYY-MM-DD;"),
        (["estimates", "--as-of", "2024-02-30"], "'2024-02-30' is not a day; expected YYYY-MM-DD;"),
        (["estimates", "--as-of", "20241023"], "'20241023' is not a day; expected YYYY-MM-DD;"),
    ],
)
def test_a_command_that_is_not_understood_is_answered_in_a_sentence(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert message in refuse(arguments, capsys)


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_given_without_reading_a_table(command: list[str], root: Path) -> None:
    script = (
        "import sys\nfrom dashboard.__main__ import main\n"
        f"try:\n    main({[*command, '--help']!r})\nfinally:\n    assert 'pandas' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: python -m dashboard")


def test_help_names_every_command_and_shows_examples_that_run(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(words in " ".join(told.split()) for words in COMMANDS.values())
    examples = [
        line.split("   ")[0].split()[3:] for line in told.splitlines() if line.startswith("  python -m dashboard")
    ]
    assert [example[0] for example in examples] == ["check", "check", "estimates", "estimates", "estimates"]
    for example in examples:
        if "--data" not in example and ">" not in example:
            assert main(example) == 0


def test_a_reader_that_closes_early_is_no_error(root: Path) -> None:
    command = f"{sys.executable} -m dashboard estimates --format json | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[\n", "")
