"""Copies: texts that share runs of words, and the articles that are then one witness."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dataset.copies import (
    LINK_COLUMNS,
    RUN,
    SHARED,
    build_copy_links,
    compare_copies,
    find_shared,
    group_copies,
    read_words,
)
from dashboard.loader import load_dataset

STORY = (
    "The minister told a meeting of generals that the army had marched through the northern pass before dawn, "
    "and that nobody at the border post had been awake to count the lorries."
)
OTHER = (
    "Farmers along the river say that lorries without plates have driven past their fields every night this week, "
    "and that the bridge will not carry such loads for long."
)
SPEECH = "We will not rest until every last one of our sons has come home to his own village and his own bread"


def make_sources(*rows: tuple[str, str]) -> pd.DataFrame:
    """Articles as (source_id, published)."""
    frame = pd.DataFrame(rows, columns=["source_id", "published"])
    return frame.assign(published=pd.to_datetime(frame["published"]))


def group_texts(**texts: str) -> dict[str, str]:
    """The group of each text, all of one day."""
    sources = make_sources(*((name, "2024-01-01") for name in texts))
    groups = group_copies(sources, build_copy_links(sources, texts))
    return {str(name): str(group) for name, group in groups.items()}


# Of the articles


def test_three_of_the_five_articles_share_copy_and_two_stand_alone() -> None:
    dataset = load_dataset()
    groups = group_copies(dataset.sources, build_copy_links(dataset.sources, dataset.texts))
    assert groups.to_dict() == {"a000": "a000", "a001": "a001", "a002": "a000", "a003": "a003", "a004": "a000"}


def test_two_of_the_articles_share_the_same_passages_word_for_word() -> None:
    texts = load_dataset().texts
    shared = find_shared(texts["a004"], texts["a002"])
    there = [texts["a004"][passage.start : passage.end] for passage in shared.one]
    assert there == [texts["a002"][passage.start : passage.end] for passage in shared.other]
    assert [passage.number for passage in shared.one] == [passage.number for passage in shared.other] == [1, 2, 3, 4]
    assert there[0] == "it could consider supplying weapons to Ukraine in response to"
    assert shared.words == 72


def test_a_chance_run_and_a_quoted_word_make_no_copy() -> None:
    texts = load_dataset().texts
    shared = find_shared(texts["a003"], texts["a004"])
    assert [texts["a003"][passage.start : passage.end] for passage in shared.one] == [
        "in Russia, but it remained “to be seen” what"
    ]


def test_an_article_is_compared_with_the_others_of_its_group_the_nearest_first() -> None:
    dataset = load_dataset()
    groups = group_copies(dataset.sources, build_copy_links(dataset.sources, dataset.texts))
    assert compare_copies("a002", groups, dataset.texts).to_numpy().tolist() == [["a004", 4, 72], ["a000", 2, 17]]
    assert compare_copies("a003", groups, dataset.texts).empty


# Invented


def test_a_reworded_copy_is_one_witness_with_its_story() -> None:
    copy = "OUR CORRESPONDENT: " + STORY.replace("nobody at the border post", "no one at the crossing").upper()
    assert group_texts(a=STORY, b=OTHER, c=copy) == {"a": "a", "b": "b", "c": "a"}


@pytest.mark.parametrize(("words", "group"), [(SHARED, "a"), (SHARED - 1, "b")])
def test_the_shared_words_are_counted(words: int, group: str) -> None:
    start = " ".join(STORY.split()[:words])
    assert group_texts(a=STORY, b=f"{start} otherwise. {OTHER}")["b"] == group


def test_two_short_runs_are_as_good_as_a_long_one() -> None:
    words = STORY.split()
    runs = [" ".join(words[place : place + RUN]) for place in (0, 12)]
    assert group_texts(a=STORY, b=f"{runs[0]}, they say. But {runs[1]} elsewhere.")["b"] == "a"


def test_runs_shorter_than_the_least_are_no_copy_however_many() -> None:
    words = STORY.split()
    pieces = [" ".join(words[place : place + RUN - 1]) for place in range(0, len(words) - RUN, RUN)]
    assert group_texts(a=STORY, b=" but then ".join(pieces))["b"] == "b"


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "‘{}’", "“{}\n"])
def test_two_papers_may_quote_one_speech(marks: str) -> None:
    quoted = marks.format(SPEECH)
    assert group_texts(a=f"{quoted} So she said. {STORY}", b=f"At noon she spoke: {quoted} {OTHER}")["b"] == "b"
    assert find_shared(quoted, quoted).words == len(SPEECH.split())


def test_the_same_words_outside_quotation_marks_are_copy() -> None:
    assert group_texts(a=f"{SPEECH}. {STORY}", b=f"{OTHER} {SPEECH}.")["b"] == "a"


def test_words_in_quotation_marks_are_told_apart_from_those_beside_them() -> None:
    assert list(read_words('"a"b "c d" e').unquoted) == [0, 0, 1, 1, 1, 2]
    assert list(read_words("a “b\nc ‘d’s’ e").unquoted) == [0, 1, 1, 2, 2, 3]


def test_case_and_the_kind_of_apostrophe_do_not_matter() -> None:
    assert read_words("The ARMY’s  “1,500” Men").words == read_words("the army's 1,500 men").words


def test_a_copy_of_a_copy_belongs_to_the_first_even_when_it_shares_nothing_with_it() -> None:
    assert group_texts(a=STORY, b=f"{STORY} {OTHER}", c=OTHER) == {"a": "a", "b": "a", "c": "a"}


def test_an_article_that_joins_two_stories_makes_them_one_witness() -> None:
    assert group_texts(a=STORY, b=OTHER, c=f"{OTHER} {STORY}") == {"a": "a", "b": "a", "c": "a"}


def test_the_groups_of_an_earlier_day_know_nothing_of_later_articles() -> None:
    sources = make_sources(("z", "2024-01-01"), ("b", "2024-01-02"), ("a", "2024-01-03"))
    links = build_copy_links(sources, {"z": STORY, "b": OTHER, "a": f"{OTHER} {STORY}"})
    assert group_copies(sources, links).to_dict() == {"z": "z", "b": "z", "a": "z"}
    assert group_copies(sources[sources["published"] < "2024-01-03"], links).to_dict() == {"z": "z", "b": "b"}


def test_a_link_names_the_first_article_and_the_words_shared_with_its_group() -> None:
    sources = make_sources(("a", "2024-01-01"), ("b", "2024-01-02"))
    links = build_copy_links(sources, {"a": STORY, "b": STORY})
    assert tuple(links.columns) == LINK_COLUMNS
    assert links.to_numpy().tolist() == [["b", "a", len(STORY.split())]]


def test_passages_that_stand_in_another_order_keep_their_numbers() -> None:
    shared = find_shared(f"{STORY} {OTHER}", f"{OTHER} But hear this. {STORY}")
    assert [passage.number for passage in shared.other] == sorted(passage.number for passage in shared.one)[::-1]


@pytest.mark.parametrize("text", ["", "No more than seven words stand here", "“"])
def test_a_text_too_short_to_compare_shares_nothing(text: str) -> None:
    assert find_shared(text, STORY).one == ()
    assert group_texts(a=text, b=text) == {"a": "a", "b": "b"}


@given(st.text(), st.text(), st.text())
def test_whatever_the_texts_passages_lie_in_them_and_hold_the_same_words(before: str, middle: str, after: str) -> None:
    one, other = f"{before}\n{STORY}\n{after}", f"{middle}\n{STORY}"
    shared = find_shared(one, other)
    for text, passages in ((one, shared.one), (other, shared.other)):
        assert all(0 <= passage.start < passage.end <= len(text) for passage in passages)
        assert all(left.end <= right.start for left, right in pairwise(passages))
    assert shared.words >= len(STORY.split())
