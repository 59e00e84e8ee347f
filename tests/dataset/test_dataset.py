"""The project's own dataset: what a person read in the five articles, and that it opens whole."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dashboard.dataset.tables import list_values
from dashboard.loader import load_dataset, load_estimates, load_reports, load_sources
from dashboard.records import Report, make_report_id

EXPECTED = tomllib.loads((Path(__file__).parent / "expected" / "figures.toml").read_text(encoding="utf-8"))

Told = dict[str, Any]


def read_told(figures: bool) -> list[Told]:
    """The reports as they are told in figures.toml, in the order of the articles."""
    reports = load_reports()
    rows = reports[reports["figure_text"].notna() == figures].sort_values(["source_id", "quote_start", "figure_start"])
    columns = {name: [value or "" for value in map(show, list_values(rows[name]))] for name in rows.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def show(value: Any) -> Any:
    """A day as it is written; anything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def expect_common(told: Told) -> Told:
    """The columns that figures and statements share."""
    said = told.get("said", ["", "", "none", ""])
    event, deadline = told.get("event", ["", ""]), told.get("deadline", ["", ""])
    return {
        "source_id": told["article"],
        "said_earliest": said[0],
        "said_latest": said[1],
        "said_precision": said[2],
        "said_text": said[3],
        "event_earliest": event[0],
        "event_latest": event[1],
        "deadline_earliest": deadline[0],
        "deadline_latest": deadline[1],
        "relayed_by": told.get("relayed_by", ""),
        "hedge": told.get("hedge", ""),
        "measure": "troops",
        "force": "North Korea",
        "review": "reviewed",
    }


def expect_figure(told: Told) -> Told:
    """The columns of a figure."""
    text, low, high, qualifier = told["figure"]
    (stage, basis), (claimant, words) = told["stage"], told["claimant"]
    return expect_common(told) | {
        "stance": "asserts",
        "figure_text": text,
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "stage": stage,
        "basis": basis,
        "claimant": claimant,
        "claimant_text": words,
        "claimant_basis": told.get("basis_of_claimant", "stated"),
    }


def expect_statement(told: Told) -> Told:
    """The columns of a statement without a number."""
    stance, stage, claimant = told["told"]
    stated = told.get("basis_of_claimant", "stated") if claimant else ""
    return expect_common(told) | {
        "stance": stance,
        "figure_text": "",
        "stage": stage,
        "claimant": claimant,
        "claimant_basis": stated,
    }


def test_there_are_twenty_two_figures_each_as_a_person_read_it() -> None:
    reports = read_told(figures=True)
    assert len(reports) == len(EXPECTED["figure"]) == 22
    for report, told in zip(reports, EXPECTED["figure"], strict=True):
        expected = expect_figure(told)
        assert {name: report[name] for name in expected} == expected
        assert told["words"] in report["quote"]
        assert report["figure_text"] in told["words"]


def test_every_statement_without_a_number_is_as_a_person_read_it() -> None:
    reports = read_told(figures=False)
    expected = [(told["words"], expect_statement(told)) for told in EXPECTED["statement"]]
    unread = [report["quote"] for report in reports]
    for words, told in expected:
        alike = [report for report in reports if {name: report[name] for name in told} == told]
        assert [report["quote"] for report in alike if words in report["quote"]], words
        unread.remove(next(report["quote"] for report in alike if words in report["quote"]))
    assert unread == []


def test_report_ids_are_made_from_the_content() -> None:
    for report in read_told(figures=True) + read_told(figures=False):
        start = report["figure_start"]
        content = Report(
            stance=report["stance"],
            stage=report["stage"],
            figure_start=None if start == "" else start,
            quote=report["quote"],
            quote_start=report["quote_start"] or 0,
            quote_end=report["quote_end"],
        )
        assert make_report_id(report["source_id"], content) == report["report_id"]


def test_quotes_and_figures_stand_in_the_files_where_they_say(root: Path) -> None:
    files = dict(zip(load_sources()["source_id"], load_sources()["file"], strict=True))
    for report in read_told(figures=True) + read_told(figures=False):
        text = (root / "seeds" / files[report["source_id"]]).read_bytes().decode("utf-8")
        assert text[report["quote_start"] or 0 : report["quote_end"]] == report["quote"]
        if report["figure_text"]:
            assert text[report["figure_start"] : report["figure_end"]] == report["figure_text"]


# claimant, phase, basis, low, high, said earliest, said latest, reports
ESTIMATES = [
    ("NIS", "present", "total", 1500, 1500, "2024-10-18", "2024-10-18", 5),
    ("NIS", "present", "total", 3000, 3000, "2024-10-23", "2024-10-23", 2),
    ("NIS", "present", "additional", 1500, 1500, None, None, 1),
    ("NIS", "planned", "total", 12000, 12000, None, None, 1),
    ("NIS", "planned", "total", 10000, 10000, None, None, 1),
    ("NIS", "planned", "remaining", 7000, 7000, "2024-10-23", "2024-10-23", 1),
    ("Volodymyr Zelensky", "planned", "total", 10000, 10000, "2024-10-01", "2024-10-22", 3),
    ("Volodymyr Zelensky", "planned", "total", None, 12000, None, None, 1),
    ("South Korea; Ukraine", "planned", "total", 10000, 10000, None, None, 1),
    ("South Korea; Ukraine", "present", "part", 1500, 1500, None, None, 1),
    ("UK Ministry of Defence", "present", "total", 200, 999, None, None, 1),
    ("UK Ministry of Defence", "present", "total", 10000, 10000, "2024-11-01", "2024-11-01", 2),
    ("United States", "present", "total", 2000, 9999, "2024-10-23", "2024-10-23", 1),
    ("Ukraine", "unspecified", "observed", 24, 99, None, None, 1),
]


def test_the_figures_are_fourteen_estimates() -> None:
    estimates = load_estimates()
    figures = estimates[estimates["figure_text"].notna()]
    columns = ["claimant", "phase", "basis", "low", "high", "said_earliest", "said_latest", "reports"]
    told = [tuple(map(show, row)) for row in zip(*(list_values(figures[name]) for name in columns), strict=True)]
    assert sorted(told, key=str) == sorted(ESTIMATES, key=str)


def test_the_version_changes_with_any_byte_of_the_tables(root: Path) -> None:
    version, _, digest = load_dataset().version.partition(" ")
    assert version == "1.0.0"
    assert digest.strip("()").isalnum()
    assert len(digest) == 10


@pytest.mark.parametrize(("report_id", "outlets"), [("a000-00244", (1, 3)), ("a001-00521", (1, 0))])
def test_an_unknown_outlet_is_unknown_and_not_one_more(report_id: str, outlets: tuple[int, int]) -> None:
    estimates = load_estimates().set_index("estimate_id")
    assert tuple(estimates.loc[report_id, ["outlets_known", "outlets_unknown"]]) == outlets
