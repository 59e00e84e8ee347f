"""The figures of invented sentences, one table a phenomenon: which are found, what they mean and what they count."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dashboard.reading.reader import read_article
from dashboard.records import Report

FOLDER = Path(__file__).parent / "cases" / "figures"
COLUMNS = ("figure_text", "low", "high", "qualifier", "measure", "basis", "force")


def load_cases() -> list[Any]:
    """Every case of every table, named by its file and its text; a known miss is a strict xfail."""
    params = []
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            marks = [pytest.mark.xfail(reason=case["misses"], strict=True)] if "misses" in case else []
            params.append(
                pytest.param(case["text"], case["reads"], id=f"{path.stem}: {case['text'][:50]}", marks=marks)
            )
    return params


def show(report: Report, asked: int) -> str:
    """A report as a line of the tables, as far as is asked."""
    values = (getattr(report, name) for name in COLUMNS[:asked])
    return " | ".join("-" if value is None or value == "" else str(value) for value in values)


@pytest.mark.parametrize(("text", "reads"), load_cases())
def test_figures_read_as_a_person_reads_them(text: str, reads: list[str]) -> None:
    found = [report for report in read_article(text) if report.figure_start is not None]
    asked = [line.count(" | ") + 1 for line in reads]
    assert [show(report, count) for report, count in zip(found, asked, strict=False)] == reads
    assert len(found) == len(reads)


@pytest.mark.parametrize("text", [param.values[0] for param in load_cases()])
def test_figures_slice_back_out_of_the_text(text: str) -> None:
    for report in read_article(text):
        assert text[report.quote_start : report.quote_end] == report.quote
        if report.figure_start is not None:
            assert text[report.figure_start : report.figure_end] == report.figure_text
