"""How far the troops have come: invented sentences of many conflicts, one line each."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.reading.reader import read_article
from dashboard.reading.stages.resolving import resolve_stage
from dashboard.vocabulary import load_vocabulary
from tests.reading.sentence_cases import find_words, load_cases, make_context


@pytest.mark.parametrize("case", load_cases("stages"))
def test_stage_is_that_of_the_verb_that_governs(case: dict[str, Any]) -> None:
    """The stage a person reads."""
    context = make_context(case["text"])
    assert resolve_stage(context, *find_words(context, case["words"])) == case["stage"]


@pytest.mark.parametrize("case", load_cases("carried"))
def test_a_number_that_goes_back_to_a_count_has_its_stage(case: dict[str, Any]) -> None:
    """The stage of every figure, in the order of the text."""
    assert [report.stage for report in read_article(case["text"])] == case["stages"]


@pytest.mark.parametrize("row", [*load_vocabulary().stages["verb"], *load_vocabulary().stages["noun"]])
def test_every_row_of_the_vocabulary_meets_its_example(row: dict[str, Any]) -> None:
    """The figure of each example, 1,200, has the stage of its row."""
    context = make_context(row["example"])
    assert resolve_stage(context, *find_words(context, "1,200")) == row["stage"]
