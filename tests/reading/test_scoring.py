"""Scores over plain rows: what meets what, and which fields count as right."""

from __future__ import annotations

from typing import Any

from dashboard.reading.scoring import score_figures, score_statements


def make_figure(start: int = 10, **fields: Any) -> dict[str, Any]:
    row = {"file": "a", "figure_start": start, "figure_end": start + 5, "quote_start": 0, "quote_end": 80}
    return {**row, "stance": "asserts", "stage": "sent", "low": 300, "high": 300, **fields}


def make_statement(start: int = 0, **fields: Any) -> dict[str, Any]:
    row = {"file": "a", "figure_start": None, "quote_start": start, "quote_end": start + 40}
    return {**row, "stance": "denies", "stage": "sent", **fields}


def test_the_same_reports_are_all_right() -> None:
    score = score_figures([make_figure(), make_figure(60)], [make_figure(), make_figure(60)])
    assert (score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0)
    assert score.everything_right == 2
    assert score.misses == []


def test_a_wrong_field_is_counted_and_named() -> None:
    score = score_figures([make_figure(stage="sent")], [make_figure(stage="planned")])
    assert score.accuracy("stage") == 0.0
    assert score.accuracy("low and high") == 1.0
    assert score.everything_right == 0
    assert [why for _, why in score.misses] == ["wrong: stage"]


def test_one_end_of_a_range_wrong_is_a_wrong_range() -> None:
    score = score_figures([make_figure(low=300, high=None)], [make_figure(low=300, high=300)])
    assert score.accuracy("low and high") == 0.0


def test_missing_and_invented_figures_lower_recall_and_precision() -> None:
    score = score_figures([make_figure(10), make_figure(40), make_figure(60)], [make_figure(10), make_figure(90)])
    assert (score.matched, score.precision) == (1, 0.5)
    assert score.recall == 1 / 3
    assert sorted(why for _, why in score.misses) == ["not expected", "not found", "not found"]


def test_figures_of_different_files_never_meet() -> None:
    assert score_figures([make_figure(file="a")], [make_figure(file="b")]).matched == 0


def test_two_statements_of_one_sentence_meet_by_stance_and_stage() -> None:
    expected = [
        make_statement(stance="asserts", stage="arrived"),
        make_statement(stance="does_not_confirm", stage="at_front"),
    ]
    score = score_statements(expected, expected[::-1])
    assert (score.matched, score.everything_right) == (2, 2)


def test_figures_and_statements_are_scored_apart() -> None:
    rows = [make_figure(), make_statement()]
    assert score_figures(rows, rows).expected == 1
    assert score_statements(rows, rows).expected == 1


def test_nothing_expected_and_nothing_proposed_has_no_share() -> None:
    score = score_figures([], [])
    assert (score.precision, score.recall, score.f1, score.accuracy("stage")) == (None, None, None, None)
