"""Figures, dates and witnesses in words: each case says what a reader must see."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd
import pytest

from dashboard.records import Basis, Measure, Phase, Qualifier, Stage, Stance
from dashboard.views import terms, wording

FIGURES = [
    (10_000, 10_000, "exact", "10,000", "10,000"),
    (3_000, 3_000, "about", "3,000", "about 3,000"),
    (None, 12_000, "up_to", "12,000", "up to 12,000"),
    (pd.NA, 6_000, "fewer_than", "6,000", "fewer than 6,000"),
    (400, None, "at_least", "400", "at least 400"),
    (6_000, pd.NA, "more_than", "6,000", "more than 6,000"),
    (8_000, 10_000, "range", "8 to 10 thousand", "8,000 to 10,000"),
    (200, 999, "magnitude", "hundreds", "hundreds"),
    (200, 999, "magnitude", None, "200 to 999"),
    (0, 0, "exact", "no", "0"),
    (None, None, None, None, ""),
    (pd.NA, pd.NA, float("nan"), float("nan"), ""),
]


@pytest.mark.parametrize(("low", "high", "qualifier", "figure_text", "words"), FIGURES)
def test_a_figure_is_told_with_its_qualifier(low: Any, high: Any, qualifier: Any, figure_text: Any, words: str) -> None:
    assert wording.describe_figure(low, high, qualifier, figure_text) == words


SAID = [
    (date(2024, 10, 23), date(2024, 10, 23), "day", "23 Oct 2024"),
    (date(2024, 10, 14), date(2024, 10, 20), "week", "14–20 Oct 2024 (week)"),
    (date(2024, 10, 1), date(2024, 10, 22), "month", "1–22 Oct 2024 (month)"),
    (date(2024, 9, 1), date(2024, 9, 30), "month", "Sep 2024 (month)"),
    (date(2024, 10, 18), date(2024, 10, 18), "week", "18 Oct 2024"),
    (date(2023, 12, 30), date(2024, 1, 2), "range", "30 Dec 2023 – 2 Jan 2024"),
    (date(2024, 9, 28), date(2024, 10, 2), "range", "28 Sep – 2 Oct 2024"),
    (date(2023, 1, 1), date(2023, 12, 31), "year", "2023 (year)"),
    (None, date(2024, 10, 22), "range", "by 22 Oct 2024"),
    (pd.NaT, pd.NaT, "none", "not dated; published 23 Oct 2024"),
]


@pytest.mark.parametrize(("earliest", "latest", "precision", "words"), SAID)
def test_a_said_date_is_told_with_how_narrowly_it_is_known(
    earliest: Any, latest: Any, precision: str, words: str
) -> None:
    assert wording.describe_said(earliest, latest, precision, date(2024, 10, 23)) == words


def test_a_said_date_reads_the_same_from_a_frame() -> None:
    frame = pd.DataFrame({"earliest": pd.to_datetime(["2024-10-14"]), "latest": pd.to_datetime(["2024-10-20"])})
    row = frame.iloc[0]
    assert wording.describe_said(row["earliest"], row["latest"], "week") == "14–20 Oct 2024 (week)"


DEADLINES = [
    (date(2024, 12, 1), date(2024, 12, 31), "by Dec 2024"),
    (date(2024, 12, 31), date(2024, 12, 31), "by 31 Dec 2024"),
    (None, date(2024, 12, 31), "by 31 Dec 2024"),
    (None, None, ""),
]


@pytest.mark.parametrize(("earliest", "latest", "words"), DEADLINES)
def test_a_deadline_says_by_when(earliest: Any, latest: Any, words: str) -> None:
    assert wording.describe_deadline(earliest, latest) == words


SIGNS = [
    ("1,500", "total", "1,500"),
    ("1,500", "additional", "+1,500"),
    ("up to 500", "additional", "+ up to 500"),
    ("7,000", "remaining", "7,000 remaining"),
    ("about 1,500", "part", "about 1,500 (part)"),
    ("dozens", "observed", "dozens seen"),
    ("", None, ""),
]


@pytest.mark.parametrize(("figure", "basis", "words"), SIGNS)
def test_only_a_total_goes_without_a_sign(figure: str, basis: Any, words: str) -> None:
    assert wording.sign_figure(figure, basis) == words


def test_several_claimants_speak_together_and_none_is_the_article() -> None:
    assert wording.describe_claimant("Alpha; Beta; Gamma") == "Alpha, Beta and Gamma together"
    assert wording.describe_claimant(float("nan")) == "the article itself"


def test_unknown_outlets_are_never_one_more() -> None:
    assert wording.describe_outlets(2, 2) == "at least 2 outlets"
    assert wording.describe_outlets(0, 1) == "outlet not known"


@pytest.mark.parametrize(
    ("closed_set", "words"),
    [
        (Stage, terms.STAGE_WORDS),
        (Phase, terms.PHASE_WORDS),
        (Stance, terms.STANCE_WORDS),
        (Basis, terms.BASIS_WORDS),
        (Measure, terms.MEASURE_WORDS),
        (Qualifier, terms.QUALIFIER_WORDS),
    ],
)
def test_every_value_of_a_closed_set_has_its_words(closed_set: type[StrEnum], words: dict[str, str]) -> None:
    assert set(words) == set(closed_set)
