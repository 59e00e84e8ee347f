"""Conflicts in words: each sentence says whose every number is and when it was said."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.dataset.conflicts import build_conflicts
from dashboard.loader import load_estimates, load_reports
from dashboard.views.conflict_words import add_sentences
from tests.dataset.making import make_estimates, tell

OF_THE_ARTICLES = [
    (
        "Two totals at once from NIS, planned or being prepared: 10,000 (NIS, published 23 Oct 2024) and "
        "12,000 (NIS, published 23 Oct 2024); which was said last is not known"
    ),
    (
        "Totals sent or arrived that no number fits: hundreds, read as 200 to 999 "
        "(UK Ministry of Defence, published 22 Oct 2024) and about 3,000 (NIS, 23 Oct 2024)"
    ),
    (
        "Reports of one statement, 1,500 (NIS, 18 Oct 2024), date what happened differently: "
        "“earlier this month” (1–18 Oct 2024), “this month” (1–20 Oct 2024), “between October 8-13” (8–13 Oct 2024) "
        "and “last month” (Sep 2024)"
    ),
    (
        "about 3,000 (NIS, 23 Oct 2024) and the remaining 7,000 (NIS, 23 Oct 2024) make a planned total of "
        "10,000 (NIS, published 23 Oct 2024)"
    ),
    (
        "1,500 (NIS, 18 Oct 2024) and another 1,500 (NIS, published 23 Oct 2024) make a total of "
        "about 3,000 (NIS, 23 Oct 2024)"
    ),
]


def test_the_conflicts_of_the_articles_are_told_in_plain_sentences() -> None:
    estimates, reports = load_estimates(as_of="2024-10-23"), load_reports()
    told = add_sentences(build_conflicts(estimates, reports, 7), estimates, reports)
    assert told["sentence"].tolist() == OF_THE_ARTICLES


def find_sentences(*rows: dict[str, Any]) -> list[str]:
    """The sentences on estimates that were all found in one sentence of one article."""
    estimates = make_estimates(*rows)
    reports = pd.DataFrame({"report_id": estimates["report_ids"], "source_id": "a", "quote_start": 0})
    no_days = pd.Series(pd.NaT, index=reports.index, dtype="datetime64[us]")
    reports = reports.assign(event_earliest=no_days, event_latest=no_days, event_text=None)
    return add_sentences(build_conflicts(estimates, reports, 7), estimates, reports)["sentence"].tolist()


SAID = "2024-01-05"
INVENTED = [
    (
        [
            tell("4000", said=SAID),
            tell("7000", said=SAID, basis="remaining", phase="planned"),
            tell("10000", said=SAID, phase="planned"),
        ],
        (
            "4,000 (Army, 5 Jan 2024) and the remaining 7,000 (Army, 5 Jan 2024) do not make a planned total of "
            "10,000 (Army, 5 Jan 2024)"
        ),
    ),
    (
        [tell(figure, said=SAID) for figure in ("1000", "2000", "3000")],
        (
            "3 totals at once from Army, sent or arrived: 1,000 (Army, 5 Jan 2024), 2,000 (Army, 5 Jan 2024) and "
            "3,000 (Army, 5 Jan 2024); which was said last is not known"
        ),
    ),
    (
        [
            tell(figure, who, SAID, measure="killed")
            for who, figure in (("Army; Navy", "500"), ("Guard", "at_least 900"))
        ],
        (
            "Totals sent or arrived that no number fits: 500 killed (Army and Navy together, 5 Jan 2024) and "
            "at least 900 killed (Guard, 5 Jan 2024)"
        ),
    ),
    (
        [tell("900", said=SAID, basis="part"), tell("800", said=SAID)],
        "A part, 900 (Army, 5 Jan 2024), is more than the total beside it, 800 (Army, 5 Jan 2024)",
    ),
    (
        [*(tell(figure, said=SAID, basis="part") for figure in ("300", "500")), tell("800", said=SAID)],
        "The parts 300 (Army, 5 Jan 2024) and 500 (Army, 5 Jan 2024) make the total of 800 (Army, 5 Jan 2024)",
    ),
]


@pytest.mark.parametrize(("rows", "sentence"), INVENTED)
def test_each_kind_has_its_sentence(rows: list[dict[str, Any]], sentence: str) -> None:
    assert find_sentences(*rows) == [sentence]


def test_without_conflicts_there_is_a_column_without_sentences() -> None:
    assert find_sentences(tell("500")) == []
