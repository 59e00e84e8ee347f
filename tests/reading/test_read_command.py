"""`read` and `evaluate` as a person runs them: what is printed where, and what is returned."""

from __future__ import annotations

import argparse
import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dashboard.commands import evaluate, read
from dashboard.reading.rows import COLUMNS

TEXT = "Kenya sent 600 soldiers on Friday, the defence ministry said.\n"


def run(command: ModuleType, *words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    code: int = command.run(parser.parse_args(words))
    return code


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_is_a_list_of_objects_with_null_for_missing(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(read, str(article), "--published", "2025-03-14", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [list(row) for row in rows] == [list(COLUMNS)]
    assert rows[0]["figure_text"] == "600"
    assert (rows[0]["low"], rows[0]["high"], rows[0]["force"]) == (600, 600, "Kenya")
    assert rows[0]["deadline_latest"] is None
    assert TEXT[rows[0]["figure_start"] : rows[0]["figure_end"]] == "600"


def test_csv_has_the_same_columns(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(read, str(article), "--published", "2025-03-14", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["figure_text"] == "600"


def test_a_table_is_the_default(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(read, str(article), "--published", "2025-03-14")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:2] == ["file", "figure_text"]
    assert lines[1].split()[:2] == ["one.txt", "600"]


def test_an_article_without_reports_is_an_empty_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none.txt").write_text("Nothing happened.", encoding="utf-8")
    assert run(read, str(tmp_path), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_without_publication_the_dates_stay_empty_and_it_says_why(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(read, str(article), "--format", "json")
    printed = capsys.readouterr()
    row = json.loads(printed.out)[0]
    assert (row["event_earliest"], row["event_latest"]) == (None, None)
    assert row["note"] == "“on Friday” cannot be dated without the day of publication."
    assert "no --published was given" in printed.err


def test_one_line_for_an_article_that_cannot_be_read_and_the_rest_goes_on(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (article.parent / "bad.txt").write_bytes(b"ten \xff men")
    missing = article.parent / "missing.txt"
    assert run(read, str(article.parent), str(missing), "--published", "2025-03-14", "--format", "json") == 0
    printed = capsys.readouterr()
    assert len(json.loads(printed.out)) == 1
    assert printed.err.splitlines() == [
        f"{article.parent / 'bad.txt'}: byte 4 is not UTF-8; expected text in UTF-8; convert the file",
        (
            f"{missing}: could not be read (No such file or directory); "
            "expected a text file, a folder or -; check the path"
        ),
    ]


def test_nothing_readable_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(read, str(tmp_path / "missing.txt")) == 1
    assert "check the path" in capsys.readouterr().err


def test_a_day_that_is_none_is_refused_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(read, "-", "--published", "14 March")
    assert "'14 March' is no day; expected YYYY-MM-DD; write for example 2024-10-23" in capsys.readouterr().err


def test_many_articles_are_read_on_all_cores_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(read.ENOUGH_FOR_CORES + 5):
        (tmp_path / f"{number:03}.txt").write_text(f"Mali sent {number + 100} soldiers.", encoding="utf-8")
    assert run(read, str(tmp_path), "--published", "2025-03-14", "--format", "json") == 0
    found = [row["low"] for row in json.loads(capsys.readouterr().out)]
    assert found == list(range(100, 100 + read.ENOUGH_FOR_CORES + 5))


def test_standard_input_is_read(root: Path) -> None:
    code = (
        "import argparse; from dashboard.commands import read; parser = argparse.ArgumentParser();"
        "read.add_arguments(parser); raise SystemExit(read.run(parser.parse_args(['-', '--format', 'json'])))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=TEXT.encode(), capture_output=True, cwd=root, check=True)
    assert json.loads(done.stdout)[0]["file"] == "-"


def test_reading_imports_neither_pandas_nor_streamlit(root: Path) -> None:
    code = (
        "import sys; from dashboard.commands import evaluate, read; from dashboard.reading.reader import read_article;"
        f"read_article({TEXT!r}); print(sorted({{'pandas', 'numpy', 'streamlit', 'plotly'}} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


def test_evaluate_scores_the_dataset(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(evaluate) == 0
    printed = capsys.readouterr().out
    assert "Figures: 22 reviewed" in printed
    assert "Statements without a number: 31 reviewed" in printed
    assert "everything right" in printed


def test_evaluate_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(evaluate, "--expected", str(tmp_path / "none.csv")) == 1
    assert capsys.readouterr().err.strip() == (
        f"{tmp_path / 'none.csv'}: could not be read (No such file or directory); "
        "expected a file of the dataset; check --data and --expected"
    )
