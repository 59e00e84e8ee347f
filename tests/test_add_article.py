"""Adding an article as the README tells it: what the reader proposes can stand in the dataset, which stays sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.dataset.dataset import open_dataset
from dashboard.dataset.proposing import Facts, propose_article
from dashboard.dataset.saving import add_article
from dashboard.loader import load_dataset, load_estimates, load_reports, load_sources
from dashboard.records import Stated
from tests.copies import Copy, make_copy
from tests.reading.held_out_cases import SETS, load_cases

PUBLISHED = {
    "a000": "2024-10-22",
    "a001": "2024-11-01",
    "a002": "2024-10-23",
    "a003": "2024-10-23",
    "a004": "2024-10-23",
}
ARTICLE = """Up to 900 more North Korean troops flew to Vladivostok, Norway's defence ministry said on Monday.

Another 400 are being trained, it added. Finland has sent 30 soldiers to the border.
"""


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    return make_copy(tmp_path, monkeypatch)


@pytest.mark.parametrize("source_id", PUBLISHED)
def test_what_is_proposed_for_an_article_can_stand_in_the_dataset(source_id: str, copy: Copy) -> None:
    before = load_reports(copy.data)
    sources, reports = copy.read_rows("sources"), copy.read_rows("reports")
    file = copy.articles / next(row[1] for row in sources if row[0] == source_id)
    text = file.read_bytes()
    copy.write_rows("sources", [row for row in sources if row[0] != source_id])
    copy.write_rows("reports", [row for row in reports if row[1] != source_id])
    loose = copy.folder / "loose.txt"
    loose.write_bytes(text)
    assert main(["add", str(loose), "--published", PUBLISHED[source_id], "--data", str(copy.data)]) == 0
    added = load_sources(copy.data).iloc[-1]
    assert (copy.articles / added["file"]).read_bytes() == text
    own = load_reports(copy.data).query("source_id == @added.source_id")
    assert (own["review"] == "proposed").all()
    assert set(own["report_id"].str[5:]) == set(before.query("source_id == @source_id")["report_id"].str[5:])
    assert load_estimates(copy.data)["proposed"].sum() == len(own)


def test_what_is_proposed_in_any_news_keeps_every_rule_of_the_dataset(copy: Copy) -> None:
    sources, reports = copy.read_rows("sources")[:1], copy.read_rows("reports")[:1]
    dataset = load_dataset()
    for number, case in enumerate(case for name in SETS for case in load_cases(name)):
        facts = Facts(published=case.published, published_basis=Stated.STATED, published_evidence="its head")
        addition = propose_article(dataset, case.text.encode(), facts, all_forces=True)
        (copy.articles / f"{number:04}.txt").write_bytes(case.text.encode())
        own = {"source_id": f"n{number:04}", "file": f"{number:04}.txt"}
        sources.append([(addition.source | own)[column] for column in sources[0]])
        for row in addition.reports:
            named = {"source_id": own["source_id"], "report_id": row["report_id"].replace("a005", own["source_id"])}
            reports.append([(row | named)[column] for column in reports[0]])
    copy.write_rows("sources", sources)
    copy.write_rows("reports", reports)
    assert len(open_dataset(copy.data).reports) == len(reports) - 1 > 1000


def add(copy: Copy, text: str, *more: str) -> int:
    path = copy.folder / "new.txt"
    path.write_text(text, encoding="utf-8")
    return main(["add", str(path), "--published", "2024-11-05", "--data", str(copy.data), *more])


def test_an_article_pasted_with_its_markup_is_read_past_it_and_quoted_with_it(copy: Copy) -> None:
    text = "<p>Norway's army said some <b>900</b> North Korean soldiers had landed, <i>300</i> more than in May.</p>\n"
    addition = propose_article(
        open_dataset(copy.data),
        text.encode(),
        Facts(published=date(2024, 11, 6), published_basis=Stated.STATED, published_evidence="the article itself"),
    )
    add_article(copy.data, addition.file, text.encode(), addition.source, addition.reports)
    own = load_reports(copy.data).query("source_id == 'a005'").iloc[0]
    assert (own["low"], own["qualifier"], own["force"]) == (900, "about", "North Korea")
    assert "some <b>900</b> North Korean" in own["quote"]


def test_an_article_is_told_by_its_id_and_what_is_known_of_it(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(copy, ARTICLE, "--outlet", "The Example", "--inferred", "--evidence", "a date in the address") == 0
    told = capsys.readouterr().out
    source = load_sources(copy.data).iloc[-1]
    assert told == f"added as a005, {source['file']}: 2 passages proposed\n"
    assert source[["source_id", "outlet", "published_basis", "published_evidence"]].tolist() == [
        "a005",
        "The Example",
        "inferred",
        "a date in the address",
    ]


def test_other_troops_are_proposed_where_they_are_asked_for(copy: Copy) -> None:
    assert add(copy, ARTICLE, "--all-forces") == 0
    own = load_reports(copy.data).query("source_id == 'a005'")
    assert own[["figure_text", "force"]].to_numpy().tolist() == [
        ["900", "North Korea"],
        ["400", "North Korea"],
        ["30", "Finland"],
    ]


def test_the_same_article_is_not_added_twice(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(copy, ARTICLE) == 0
    before = copy.hash_files()
    assert add(copy, ARTICLE) == 1
    assert capsys.readouterr().err == (
        "the article: is in the dataset already, as a005; expected a new one; review that one\n"
    )
    assert copy.hash_files() == before


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_article_without_text_is_not_added(text: str, copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(copy, text) == 1
    assert capsys.readouterr().err == "the article: has no text; expected an article; paste its text\n"


def test_what_is_wrong_with_its_row_is_told_and_nothing_is_left_behind(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy.folder / "new.txt").write_text(ARTICLE, encoding="utf-8")
    (copy.data / ".saving.lock").touch()
    before = copy.hash_files()
    assert add(copy, ARTICLE, "--url", "javascript:alert(1)") == 1
    assert capsys.readouterr().err.startswith("data/sources.csv line 7, column url: 'javascript:alert(1)' has another")
    assert copy.hash_files() == before
