"""The score says what it claims to: all for a reader that is right, nothing for one that is silent."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import Any

import pytest

from dashboard.records import Report, Stance
from tests.reading.held_out_cases import Case, Expected, load_cases
from tests.reading.score_held_out import Score, build_table, main, print_table, score_cases

CASES = load_cases()
BY_TEXT = {(case.text, case.published): case for case in CASES}


def read_all_right(text: str, published: date) -> list[Report]:
    """What a person reads, as the reader would give it."""
    return [_make_report(case, one) for case in [BY_TEXT[text, published]] for one in case.expected]


def read_nothing(text: str, published: date) -> list[Report]:
    return []


def read_all_wrong(text: str, published: date) -> list[Report]:
    """Every word of the text taken for a figure."""
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == " ")]
    return [_make_figure(text, start, start + 1, {}) for start in starts if start < len(text)]


@pytest.mark.parametrize("figures", [True, False])
def test_a_reader_that_is_right_has_full_marks(figures: bool) -> None:
    score = score_cases(CASES, figures=figures, read=read_all_right)
    assert (score.f1, score.together.share) == (1.0, 1.0)
    assert {name: count.share for name, count in score.fields.items() if count.share != 1.0} == {}


def test_a_silent_reader_finds_nothing_and_proposes_nothing_false() -> None:
    score = score_cases(CASES, figures=True, read=read_nothing)
    assert (score.found.right, score.proposed.of, score.f1) == (0, 0, 0.0)


def test_a_reader_that_takes_every_word_is_not_precise() -> None:
    score = score_cases(CASES, figures=True, read=read_all_wrong)
    assert score.proposed.share < 0.1


def test_one_wrong_field_costs_that_field_and_the_whole() -> None:
    def read_wrong_force(text: str, published: date) -> list[Report]:
        return [_change(report, force="Atlantis") for report in read_all_right(text, published)]

    score = score_cases(CASES, figures=True, read=read_wrong_force)
    assert score.fields["force"].right == 0
    assert score.fields["stage"].share == 1.0
    assert score.together.right < score.together.of
    assert score.f1 == 1.0


def test_an_optional_report_is_neither_missed_nor_false() -> None:
    case = next(case for case in CASES if any(one.optional and one.is_figure for one in case.expected))
    kept = [one for one in case.expected if not one.optional]

    def read_the_rest(text: str, published: date) -> list[Report]:
        return [_make_report(case, one) for one in kept]

    with_it = score_cases([case], figures=True, read=read_all_right)
    without = score_cases([case], figures=True, read=read_the_rest)
    assert (_rates(with_it), _rates(without)) == ((1.0, 1.0), (1.0, 1.0))


def test_the_table_tells_totals_and_no_sentence() -> None:
    table = build_table(CASES, read=read_all_right)
    assert "F1 1.000" in table
    assert [case.id for case in CASES if case.text[:40] in table] == []


def test_a_table_whose_reader_has_left_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    left, end = os.pipe()
    os.close(left)
    with os.fdopen(end, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        print_table("figures, all texts")


def test_an_unknown_set_is_not_taken_for_another(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["score_held_out", "blnd"])
    with pytest.raises(SystemExit):
        main()
    assert "invalid choice: 'blnd'" in capsys.readouterr().err


def _rates(score: Score) -> tuple[float, float]:
    return score.found.share, score.proposed.share


def _make_report(case: Case, one: Expected) -> Report:
    values: dict[str, Any] = {name: accepted[0] for name, accepted in one.values.items()}
    for name in ("claimant", "relayed_by"):
        if name in values:
            values[name] = values[name].strip("*")
    if one.is_figure:
        return _make_figure(case.text, one.start, one.end, values)
    values.setdefault("stance", Stance.ASSERTS)
    return Report(quote=case.text[one.start : one.end], quote_start=one.start, quote_end=one.end, **values)


def _make_figure(text: str, start: int, end: int, values: dict[str, Any]) -> Report:
    given = {"stance": Stance.ASSERTS, "figure_text": text[start:end], **values}
    return Report(figure_start=start, figure_end=end, quote=text, quote_start=0, quote_end=len(text), **given)


def _change(report: Report, **values: Any) -> Report:
    return type(report)(**{name: getattr(report, name) for name in Report.__dataclass_fields__} | values)
