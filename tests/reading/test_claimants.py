"""Who said it: invented sentences of many conflicts, one line each."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.reading.claimants import resolve_claimant
from tests.reading.sentence_cases import find_words, load_cases, make_context


@pytest.mark.parametrize("case", load_cases("claimants"))
def test_claimant_is_the_one_a_person_reads(case: dict[str, Any]) -> None:
    """The claimant, the chain, and where asked for the words that name him."""
    context = make_context(case["text"])
    claim = resolve_claimant(context, *find_words(context, case["words"]))
    assert claim.claimant == case["claimant"]
    assert claim.relayed_by == case.get("chain", "")
    assert claim.claimant_text == case.get("said_by", claim.claimant_text)
