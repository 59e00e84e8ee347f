"""`parse_figure`, and every entry of the vocabulary of numbers against its own example."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dashboard.reading.figures.values import parse_figure
from dashboard.reading.reader import read_article
from dashboard.records import Figure, Qualifier
from dashboard.vocabulary import PROJECT_FOLDER, load_vocabulary


def load_entries(name: str, key: str) -> list[Any]:
    entries = tomllib.loads((PROJECT_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))[key]
    return [pytest.param(entry, id=str(entry.get("words", entry.get("name")))) for entry in entries]


def split_example(example: str) -> tuple[str, int, int]:
    """The text of an example and where the figure in its square brackets stands."""
    start, end = example.index("["), example.index("]") - 1
    return example.replace("[", "").replace("]", ""), start, end


def parse_example(example: str) -> Figure | None:
    return parse_figure(*split_example(example), load_vocabulary())


@pytest.mark.parametrize("entry", load_entries("number_words", "number"))
def test_a_number_word_has_its_value(entry: dict[str, Any]) -> None:
    figure = parse_example(entry["example"])
    assert figure == Figure(entry["reads"], entry["reads"], Qualifier.EXACT)


@pytest.mark.parametrize("entry", load_entries("magnitudes", "magnitude"))
def test_an_order_of_size_has_its_band(entry: dict[str, Any]) -> None:
    assert parse_example(entry["example"]) == Figure(entry["low"], entry["high"], Qualifier.MAGNITUDE)


@pytest.mark.parametrize("entry", load_entries("qualifiers", "qualifier"))
def test_a_qualifier_bounds_its_figure(entry: dict[str, Any]) -> None:
    figure = parse_example(entry["example"])
    assert figure is not None
    assert figure.qualifier == entry["qualifier"]


@pytest.mark.parametrize(
    "entry", [one for one in load_entries("troop_nouns", "noun") if "[" in one.values[0]["example"]]
)
def test_a_noun_of_troops_is_counted(entry: dict[str, Any]) -> None:
    text, start, end = split_example(entry["example"])
    found = [report.figure_text for report in read_article(f"The soldiers are at war. The army says {text} are there.")]
    assert text[start:end] in found


@pytest.mark.parametrize(
    "entry", [one for one in load_entries("troop_nouns", "noun") if "[" not in one.values[0]["example"]]
)
def test_another_noun_is_not_counted(entry: dict[str, Any]) -> None:
    assert read_article(f"The army has {entry['example']}.") == []


@pytest.mark.parametrize("entry", load_entries("troop_nouns", "measure"))
def test_a_word_for_losses_sets_the_measure(entry: dict[str, Any]) -> None:
    text, _, _ = split_example(entry["example"])
    found = read_article(f"The soldiers are at war. The army reported {text}.")
    assert [report.measure for report in found] == [entry["measure"]]


@pytest.mark.parametrize("entry", load_entries("forces", "force"))
def test_a_force_is_known_by_its_adjective(entry: dict[str, Any]) -> None:
    text, _, _ = split_example(entry["example"])
    assert [report.force for report in read_article(f"There are {text} on the ridge.")] == [entry["name"]]


def test_no_number_word_or_qualifier_stands_twice() -> None:
    vocabulary = load_vocabulary()
    for rows in (vocabulary.number_words, vocabulary.magnitudes, vocabulary.measures):
        words = [row.words for row in rows]
        assert sorted(words) == sorted(set(words))
    qualifiers = [(row.words, row.place) for row in vocabulary.qualifiers]
    assert sorted(qualifiers) == sorted(set(qualifiers))
    names = [force.name for force in vocabulary.forces]
    assert sorted(names) == sorted(set(names))
    nouns = [words.lower() for noun in vocabulary.nouns for words in noun.words]
    assert sorted(nouns) == sorted(set(nouns))


@pytest.mark.parametrize(
    ("text", "words", "figure"),
    [
        ("with plans to send a total of 12,000 troops", "12,000", Figure(12000, 12000, Qualifier.EXACT)),
        ("two units with possibly up to 12,000 North Korean troops", "12,000", Figure(None, 12000, Qualifier.UP_TO)),
        ("including an initial batch of around 1,500 fighters", "1,500", Figure(1500, 1500, Qualifier.ABOUT)),
        ("at least 100 killed and 1,000 injured", "1,000", Figure(1000, None, Qualifier.AT_LEAST)),
        ("between 8 and 10 thousand", "8 and 10 thousand", Figure(8000, 10000, Qualifier.RANGE)),
        ("killed 300 in at least five attacks", "300", Figure(300, 300, Qualifier.EXACT)),
        ("concern over: 300 men", "300", Figure(300, 300, Qualifier.EXACT)),
        ("no more than 300", "300", Figure(None, 300, Qualifier.UP_TO)),
        ("some of the 200 soldiers", "200", Figure(200, 200, Qualifier.EXACT)),
        ("many men", "many", None),
        ("10-12", "10-12", Figure(10, 12, Qualifier.RANGE)),
        ("12-10", "12-10", None),
        ("2.26 of them", "2.26", None),
    ],
)
def test_a_figure_is_read_with_the_words_around_it(text: str, words: str, figure: Figure | None) -> None:
    start = text.index(words)
    assert parse_figure(text, start, start + len(words), load_vocabulary()) == figure


def test_a_dataset_reads_with_its_own_words_and_the_project_s_for_the_rest(tmp_path: Path) -> None:
    own = '[[magnitude]]\nwords = "thousands"\nlow = 1_000\nhigh = 99_999\nexample = "[thousands] of men"\n'
    (tmp_path / "magnitudes.toml").write_text(own, encoding="utf-8")
    vocabulary = load_vocabulary(tmp_path)
    assert parse_figure("thousands of men", 0, 9, vocabulary) == Figure(1000, 99999, Qualifier.MAGNITUDE)
    assert parse_figure("up to 12 men", 6, 8, vocabulary) == Figure(None, 12, Qualifier.UP_TO)


def test_a_country_goes_by_one_name_as_claimant_and_as_force() -> None:
    rows = load_vocabulary().claimants["countries"]["rows"]
    countries = {row.split("|")[0].strip() for row in rows}
    without_army = {"Palestinian Authority", "Vatican"}
    assert countries - without_army - {force.name for force in load_vocabulary().forces} == set()
