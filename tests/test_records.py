"""The words of the model as types: the same sets as the declaration's, and ids made from content."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from dashboard.dataset.package import PROJECT_DATASET, read_package
from dashboard.records import (
    PHASE_OF_STAGE,
    Basis,
    Measure,
    Phase,
    Precision,
    Qualifier,
    Report,
    Review,
    Stage,
    Stance,
    Stated,
    make_report_id,
)

PACKAGE = read_package(PROJECT_DATASET)
CLOSED = {
    ("sources", "published_basis"): Stated,
    ("reports", "stance"): Stance,
    ("reports", "qualifier"): Qualifier,
    ("reports", "measure"): Measure,
    ("reports", "stage"): Stage,
    ("reports", "basis"): Basis,
    ("reports", "claimant_basis"): Stated,
    ("reports", "said_precision"): Precision,
    ("reports", "review"): Review,
    ("estimates", "stance"): Stance,
    ("estimates", "qualifier"): Qualifier,
    ("estimates", "measure"): Measure,
    ("estimates", "phase"): Phase,
    ("estimates", "basis"): Basis,
    ("estimates", "said_precision"): Precision,
}


@pytest.mark.parametrize(("place", "words"), CLOSED.items(), ids=str)
def test_a_closed_set_is_the_one_that_is_declared(place: tuple[str, str], words: type[StrEnum]) -> None:
    table, column = place
    assert PACKAGE.tables[table].field(column).enum == tuple(words)


def test_every_column_with_a_closed_set_is_one_of_them() -> None:
    declared = {
        (name, field.name)
        for name in ("sources", "reports", "estimates")
        for field in PACKAGE.fields(name)
        if field.enum
    }
    assert declared == set(CLOSED)


def test_a_report_has_the_declared_columns_but_for_those_of_a_dataset() -> None:
    names = [field.name for field in dataclasses.fields(Report)]
    columns = PACKAGE.tables["reports"].columns
    assert names == [name for name in columns if name not in {"report_id", "source_id", "review"}]


def test_a_reports_types_are_the_declared_ones() -> None:
    hints = get_type_hints(Report)
    for field in PACKAGE.fields("reports"):
        if field.name in hints:
            kinds = set(get_args(hints[field.name]) or (hints[field.name],)) - {type(None)}
            (kind,) = kinds
            assert kind == CLOSED.get(
                ("reports", field.name), {"string": str, "integer": int, "date": date}[field.type]
            )


def test_every_stage_has_a_phase_and_every_phase_a_lane() -> None:
    assert set(PHASE_OF_STAGE) == set(Stage)
    assert set(PHASE_OF_STAGE.values()) == set(Phase)
    assert set(Phase) < set(PACKAGE.lanes)


@pytest.mark.parametrize(
    ("figure_start", "expected"),
    [(412, "b7-00412"), (0, "b7-00000"), (None, "b7-00380-denies-at_front")],
)
def test_an_id_is_made_from_the_article_and_the_place(figure_start: int | None, expected: str) -> None:
    report = Report(
        stance=Stance.DENIES,
        stage=Stage.AT_FRONT,
        figure_start=figure_start,
        quote="They are not there.",
        quote_start=380,
        quote_end=399,
    )
    assert make_report_id("b7", report) == expected
