"""A sentence is cut into words once: what is derived from that cut is what a cut of its own would give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from dashboard.reading.text.scanning import find_places, fold_text
from dashboard.reading.text.tokens import NUMBER, cut_tokens, join_numbers, read_tokens
from dashboard.reading.text.wordlist import read_words
from tests.reading.fuzz import any_texts

SENTENCES = (
    "Ghana's army sent 1,200 soldiers, the U.S. said.",
    "“We have al-Qasr’s troops’ pay,” Gen. A. B. Mensah (of the 24th brigade) said…",
    "The 100,000-strong force – some 10.5% of it – isn't there; mid-May's figures aren't either.",
    "C.D. and ab.c.d. met e.g. in x_a.b. and 2a.b. at 10th-century forts.",
    "Zażółć, İstanbul, ﬁghters and e\u0301lite\u00a0troops\tcame.",
    "non‑breaking and ‘single’ marks",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_tokens_of_the_words_are_those_of_the_text(text: str) -> None:
    assert read_tokens(text, read_words(text, 0, len(text))) == cut_tokens(text, 0, len(text))


@settings(max_examples=200, deadline=None)
@given(any_texts())
def test_tokens_of_any_words_are_those_of_the_text(text: str) -> None:
    assert read_tokens(text, read_words(text, 0, len(text))) == cut_tokens(text, 0, len(text))


@settings(max_examples=200, deadline=None)
@given(any_texts())
def test_words_slice_back_exactly(text: str) -> None:
    words = read_words(text, 0, len(text))
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == words.words
    assert "".join(words.words) == "".join(text.split())


def test_numbers_are_one_token_each_and_leave_what_touches_them() -> None:
    text = "Of 2,000 men a 100,000-strong army kept two-thirds."
    words = read_tokens(text, read_words(text, 0, len(text)))
    spans = [(text.index(number), text.index(number) + len(number)) for number in ("2,000", "100,000", "two")]
    joined = join_numbers(text, words, spans)
    assert joined.words == ["of", NUMBER, "men", "a", NUMBER, "-", "strong", "army", "kept", NUMBER, "-", "thirds", "."]
    assert [text[joined.starts[place] : joined.ends[place]] for place in (1, 4, 9)] == ["2,000", "100,000", "two"]
    assert words.words.count(NUMBER) == 0  # the tokens given stay as they were


@settings(max_examples=200, deadline=None)
@given(any_texts())
def test_a_folded_text_keeps_every_place(text: str) -> None:
    folded = fold_text(text)
    assert len(folded) == len(text)
    assert all(letter.isalnum() or letter == " " for letter in folded)
    assert [letter.isalnum() for letter in folded] == [letter.isalnum() for letter in text]


def test_a_word_is_found_whole() -> None:
    folded = fold_text("May mayors march in May, mid-May or on May's last day: may")
    assert find_places(folded, ["may"]) == [0, 20, 29, 39, 55]
