"""Passages: an article cut at its marks, whole and in order."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dataset.passages import PASSAGE_COLUMNS, Segment, cut_text, list_passages, make_letters
from dashboard.loader import load_dataset, load_estimates

ARTICLES = ("a000", "a001", "a002", "a003", "a004")
TEXT = "The army denies it. It sent 500 of 900 men, or so."


def make_passages(*rows: tuple[str, int, int, int, int]) -> pd.DataFrame:
    """Passages as (report_id, start, end, quote_start, quote_end)."""
    return pd.DataFrame(rows, columns=["report_id", "start", "end", "quote_start", "quote_end"])


# Of the articles


@pytest.mark.parametrize("source_id", ARTICLES)
def test_the_segments_of_each_article_join_to_its_text_exactly(source_id: str) -> None:
    dataset = load_dataset()
    segments = cut_text(dataset.texts[source_id], list_passages(source_id, dataset.reports, load_estimates()))
    assert "".join(segment.text for segment in segments) == dataset.texts[source_id]


@pytest.mark.parametrize("source_id", ARTICLES)
def test_every_report_of_an_article_is_marked_once_where_its_words_stand(source_id: str) -> None:
    dataset = load_dataset()
    passages = list_passages(source_id, dataset.reports, load_estimates())
    own = dataset.reports[dataset.reports["source_id"] == source_id].set_index("report_id")
    assert sorted(passages["report_id"]) == sorted(own.index)
    segments = cut_text(dataset.texts[source_id], passages)
    for report_id, figure, quote in zip(own.index, own["figure_text"].fillna(""), own["quote"], strict=True):
        marked = "".join(part.text for part in segments if report_id in (part.report_id, *part.also))
        assert marked == (figure or quote)
        assert "".join(part.text for part in segments if report_id in part.quoted_by) == quote
        assert sum(report_id in part.begins for part in segments) == 1


def test_a_figure_knows_its_estimate_claimant_phase_and_letter() -> None:
    dataset = load_dataset()
    passages = list_passages("a000", dataset.reports, load_estimates())
    assert tuple(passages.columns) == PASSAGE_COLUMNS
    names = ["letter", "report_id", "estimate_id", "kind", "claimant", "phase", "review"]
    assert passages[names].to_numpy().tolist() == [
        ["A", "a000-00244", "a000-00244", "figure", "NIS", "present", "reviewed"],
        ["B", "a000-00432", "a000-00432", "figure", "Volodymyr Zelensky", "planned", "reviewed"],
        ["C", "a000-00585", "a000-00585", "figure", "UK Ministry of Defence", "present", "reviewed"],
    ]


def test_a_report_of_a_later_article_belongs_to_the_estimate_of_the_first() -> None:
    passages = list_passages("a004", load_dataset().reports, load_estimates())
    figures = passages[passages["kind"] == "figure"].set_index("report_id")
    assert figures["estimate_id"].to_dict()["a004-00377"] == "a000-00244"


def test_before_an_article_is_published_nothing_is_marked_in_it() -> None:
    passages = list_passages("a001", load_dataset().reports, load_estimates(as_of="2024-10-31"))
    assert passages.empty
    assert cut_text("The text.", passages) == [Segment(0, 9, "The text.", "", (), (), ())]


# Invented


def test_a_figure_inside_a_marked_sentence_is_shown_above_it() -> None:
    segments = cut_text(TEXT, make_passages(("s", 20, 50, 20, 50), ("f", 28, 31, 20, 50)))
    assert [(part.text, part.report_id, part.also, part.begins) for part in segments] == [
        ("The army denies it. ", "", (), ()),
        ("It sent ", "s", (), ("s",)),
        ("500", "f", ("s",), ("f",)),
        (" of 900 men, or so.", "s", (), ()),
    ]


def test_two_statements_of_one_sentence_are_both_marked_on_it() -> None:
    segments = cut_text(TEXT, make_passages(("a", 0, 19, 0, 19), ("b", 0, 19, 0, 19)))
    assert [(part.text, part.report_id, part.also, part.begins) for part in segments] == [
        ("The army denies it.", "a", ("b",), ("a", "b")),
        (" It sent 500 of 900 men, or so.", "", (), ()),
    ]


def test_marks_that_overlap_in_part_are_both_kept() -> None:
    segments = cut_text("abcdef", make_passages(("x", 0, 4, 0, 4), ("y", 2, 5, 2, 5)))
    assert [(part.text, part.report_id, part.also) for part in segments] == [
        ("ab", "x", ()),
        ("cd", "y", ("x",)),
        ("e", "y", ()),
        ("f", "", ()),
    ]


def test_an_empty_text_has_no_segments() -> None:
    assert cut_text("", make_passages()) == []


@pytest.mark.parametrize(("count", "letters"), [(0, []), (3, ["A", "B", "C"]), (703, ["ZZ", "AAA"])])
def test_letters_go_on_after_z(count: int, letters: list[str]) -> None:
    assert list(make_letters(count))[-len(letters) or count :] == letters


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20), st.integers(0, 5), st.integers(0, 5)), max_size=12)


@given(st.text(min_size=70, max_size=90), SPANS)
def test_whatever_the_marks_the_segments_join_to_the_text(text: str, spans: list[tuple[int, int, int, int]]) -> None:
    rows = [
        (f"r{place}", start + 5, start + 5 + length, start + 5 - before, start + 5 + length + after)
        for place, (start, length, before, after) in enumerate(spans)
    ]
    segments = cut_text(text, make_passages(*rows))
    assert "".join(part.text for part in segments) == text
    assert all(text[part.start : part.end] == part.text != "" for part in segments)
    for report_id, start, end, quote_start, quote_end in rows:
        marked = [part.text for part in segments if report_id in (part.report_id, *part.also)]
        assert "".join(marked) == text[start:end]
        assert "".join(part.text for part in segments if report_id in part.quoted_by) == text[quote_start:quote_end]
