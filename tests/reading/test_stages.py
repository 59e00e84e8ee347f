"""How far the troops have come: invented sentences of many conflicts, one line each."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.reading.stages import resolve_stage
from tests.reading.sentence_cases import find_words, load_cases, make_context


@pytest.mark.parametrize("case", load_cases("stages"))
def test_stage_is_that_of_the_verb_that_governs(case: dict[str, Any]) -> None:
    """The stage a person reads."""
    context = make_context(case["text"])
    assert resolve_stage(context, *find_words(context, case["words"])) == case["stage"]
