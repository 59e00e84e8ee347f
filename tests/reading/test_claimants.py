"""Who said it: invented sentences of many conflicts, one line each."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.reading.claimants.resolving import resolve_claimant
from dashboard.reading.context import build_words
from dashboard.reading.sentence.names import resolve_party
from dashboard.vocabulary import load_vocabulary
from tests.reading.sentence_cases import find_words, load_cases, make_context


@pytest.mark.parametrize("case", load_cases("claimants"))
def test_claimant_is_the_one_a_person_reads(case: dict[str, Any]) -> None:
    """The claimant, the chain, and where asked for the words that name him."""
    context = make_context(case["text"])
    claim = resolve_claimant(context, *find_words(context, case["words"]))
    assert claim.claimant == case["claimant"]
    assert claim.relayed_by == case.get("chain", "")
    assert claim.claimant_text == case.get("said_by", claim.claimant_text)


@pytest.mark.parametrize("row", load_vocabulary().claimants["role"])
def test_every_role_meets_its_example(row: dict[str, Any]) -> None:
    """A phrase with one of the row's words is a voice of the row's kind."""
    names = build_words(load_vocabulary()).names
    assert resolve_party(row["example"].split(), names).kind == row["kind"]


@pytest.mark.parametrize("row", load_vocabulary().claimants["claimant"])
def test_every_spelling_leads_to_its_claimant(row: dict[str, Any]) -> None:
    """Each name of a body, and each of the people who speak for it."""
    names = build_words(load_vocabulary()).names
    spellings = [*row.get("names", ()), *row.get("people", ())]
    assert {words: resolve_party(words.split(), names).claimant for words in spellings} == dict.fromkeys(
        spellings, row["name"]
    )


def test_every_country_speaks_through_its_officials() -> None:
    """ "Chadian officials" are Chad, and so is "N'Djamena"."""
    names = build_words(load_vocabulary()).names
    rows = [[part.strip() for part in row.split("|")] for row in load_vocabulary().claimants["countries"]["rows"]]
    for name, adjectives, others in rows:
        spoken = [f"{word} officials" for word in adjectives.split(", ") if word] + [o for o in others.split(", ") if o]
        assert {words: resolve_party(words.split(), names).claimant for words in spoken} == dict.fromkeys(spoken, name)


@pytest.mark.parametrize("row", [row for row in load_vocabulary().statements["saying"] if row["does"] != "speak"])
def test_every_verb_of_saying_has_a_speaker_in_its_example(row: dict[str, Any]) -> None:
    """The figure of each example, 400, is somebody's."""
    context = make_context(row["example"])
    assert resolve_claimant(context, *find_words(context, "400")).claimant
