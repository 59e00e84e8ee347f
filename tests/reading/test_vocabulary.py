"""Vocabulary folders: what a dataset lacks comes from the project, and every fault is told at its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard.reading.reader import read_article
from dashboard.vocabulary import PROJECT_FOLDER, VocabularyError, load_vocabulary, read_toml


def test_the_same_folder_is_read_once() -> None:
    assert load_vocabulary() is load_vocabulary(PROJECT_FOLDER)


def test_a_file_that_is_lacking_comes_from_the_project(tmp_path: Path) -> None:
    assert load_vocabulary(tmp_path).magnitudes == load_vocabulary().magnitudes


def test_a_file_of_its_own_goes_first(tmp_path: Path) -> None:
    (tmp_path / "magnitudes.toml").write_text("", encoding="utf-8")
    assert load_vocabulary(tmp_path).magnitudes == ()


def test_words_that_a_file_of_its_own_leaves_out_come_from_the_project(tmp_path: Path) -> None:
    place = '[where]\nplace_opens = ["far"]\n'
    kept = f'{place}[[verb]]\nstage = "sent"\nverbs = ["haul hauled"]\nexample = "haul [300] men"\n'
    (tmp_path / "stages.toml").write_text(kept, encoding="utf-8")
    own, project = load_vocabulary(tmp_path).stages, load_vocabulary().stages
    assert own["where"]["place_opens"] == ["far"]
    assert own["where"]["no_place"] == project["where"]["no_place"]
    assert [row["verbs"] for row in own["verb"]] == [["haul hauled"]]


@pytest.mark.parametrize("name", sorted(path.stem for path in PROJECT_FOLDER.glob("*.toml")))
def test_an_article_is_read_with_an_empty_file_of_any_name(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.toml").write_text("", encoding="utf-8")
    text = "Kenya said on Monday it had sent 600 soldiers to Haiti. Nairobi denied that its troops had left."
    for report in read_article(text, date(2024, 3, 6), vocabulary=load_vocabulary(tmp_path)):
        assert text[report.quote_start : report.quote_end] == report.quote


def test_every_fault_of_a_file_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "qualifiers.toml"
    path.write_text(
        '[[qualifier]]\nwords = "about"\n'
        '[[qualifier]]\nwords = "or"\nqualifier = "perhaps"\nplace = "after"\nexample = "x"\n',
        encoding="utf-8",
    )
    with pytest.raises(VocabularyError) as error:
        load_vocabulary(tmp_path).qualifiers  # noqa: B018  read when first asked for
    assert str(error.value).splitlines() == [
        f"{path} [[qualifier]] number 1: no qualifier; expected a value for it; add one",
        (
            f"{path} [[qualifier]] number 2: 'perhaps' is not a valid Qualifier; "
            "expected one of the known values; correct it"
        ),
    ]


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text("= 1", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"dates\.toml: .*; expected TOML in UTF-8; mend that place"):
        read_toml(tmp_path, "dates")


def test_a_file_that_is_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"could not be read .*; expected a table of words; restore the file"):
        read_toml(tmp_path, "no such table")
