"""Confidence words: a yardstick only for those who are known to use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.dataset.confidence import Yardstick, find_meaning, fits, read_yardsticks
from dashboard.loader import load_reports
from dashboard.vocabulary import VocabularyError, load_vocabulary

YARDSTICKS = read_yardsticks(load_vocabulary())
SPEAKERS = [
    ("UK Ministry of Defence", "UK Defence Intelligence", "It is highly likely, it said.", "about 80% to 90%"),
    (
        "UK Ministry of Defence",
        "the MoD",
        "In an intelligence update the MoD said it was highly likely.",
        "about 80% to 90%",
    ),
    ("UK Ministry of Defence", "the defence secretary", "It is highly likely, she said.", None),
    ("Ministry of Ruritania", "Defence Intelligence", "It is highly likely, it said.", None),
    (None, None, "It is highly likely.", None),
]
TERMS = [
    ("almost certain", "about 95% or more"),
    ("Highly likely", "about 80% to 90%"),
    ("probable", "about 55% to 75%"),
    ("realistic possibility", "about 40% to less than 50%"),
    ("unlikely", "about 25% to 35%"),
    ("highly unlikely", "about 10% to 20%"),
    ("remote chance", "up to about 5%"),
    ("possibly", None),
    (None, None),
]


@pytest.mark.parametrize(("claimant", "claimant_text", "quote", "meaning"), SPEAKERS)
def test_a_yardstick_is_that_of_the_service_and_of_nobody_else(
    claimant: str | None, claimant_text: str | None, quote: str, meaning: str | None
) -> None:
    report = {"hedge": "highly likely", "claimant": claimant, "claimant_text": claimant_text, "quote": quote}
    found = find_meaning(report, YARDSTICKS)
    assert (found.term.meaning if found else None) == meaning


@pytest.mark.parametrize(("hedge", "meaning"), TERMS)
def test_a_word_means_what_the_yardstick_publishes(hedge: str | None, meaning: str | None) -> None:
    speaker = {"claimant": "UK Ministry of Defence", "claimant_text": "Defence Intelligence", "quote": "It said so."}
    found = find_meaning(speaker | {"hedge": hedge}, YARDSTICKS)
    assert (found.term.meaning if found else None) == meaning


def test_of_the_articles_only_the_intelligence_update_has_a_yardstick() -> None:
    reports = [
        row
        for row in load_reports().to_dict("records")
        if find_meaning({str(k): v for k, v in row.items()}, YARDSTICKS)
    ]
    assert [(row["hedge"], row["claimant_text"]) for row in reports] == [
        ("almost certain", "the Ministry of Defence (MoD)")
    ]


@pytest.mark.parametrize("yardstick", YARDSTICKS, ids=lambda yardstick: yardstick.name)
def test_each_yardstick_meets_its_own_example_and_says_where_it_is_published(yardstick: Yardstick) -> None:
    assert fits(yardstick, {"claimant": yardstick.claimant, "claimant_text": "", "quote": yardstick.example})
    assert yardstick.url.startswith("https://")
    words = [words for term in yardstick.terms for words in term.words]
    assert len(words) == len(set(words))
    assert [words.casefold() for words in words] == words


def test_a_yardstick_that_lacks_something_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "confidence.toml").write_text('[[yardstick]]\nname = "X"\nterm = []\n', encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"confidence\.toml \[\[yardstick\]\] number 1: no publisher; expected"):
        read_yardsticks(load_vocabulary(tmp_path))


def test_a_vocabulary_of_ones_own_without_the_file_takes_the_projects(tmp_path: Path) -> None:
    assert read_yardsticks(load_vocabulary(tmp_path)) == YARDSTICKS
