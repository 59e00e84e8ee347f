"""Adding an article as the README tells it: what the reader proposes can stand in the dataset, which stays sound."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.loader import load_estimates, load_reports
from tests.copies import Copy, make_copy

PUBLISHED = {
    "a000": "2024-10-22",
    "a001": "2024-11-01",
    "a002": "2024-10-23",
    "a003": "2024-10-23",
    "a004": "2024-10-23",
}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    return make_copy(tmp_path, monkeypatch)


@pytest.mark.parametrize("source_id", PUBLISHED)
def test_what_is_proposed_for_an_article_can_stand_in_the_dataset(
    source_id: str, copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    before = load_reports(copy.data)
    file = copy.articles / next(row[1] for row in copy.read_rows("sources") if row[0] == source_id)
    assert main(["read", str(file), "--published", PUBLISHED[source_id], "--source-id", source_id]) == 0
    header, *proposed = csv.reader(io.StringIO(capsys.readouterr().out))
    kept = [row for row in copy.read_rows("reports") if row[1] != source_id]
    assert header == kept[0]
    copy.write_rows("reports", [*kept, *proposed])
    assert main(["check", "--data", str(copy.data)]) == 0
    reports = load_reports(copy.data)
    own = reports.loc[reports["source_id"] == source_id]
    assert (own["review"] == "proposed").all()
    assert set(own["report_id"]) == set(before.loc[before["source_id"] == source_id, "report_id"])
    assert load_estimates(copy.data)["proposed"].sum() == len(own)


def test_rows_for_the_dataset_are_written_for_one_article_at_a_time(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(copy.articles), "--source-id", "a009"]) == 2
    assert capsys.readouterr().err == "--source-id: 5 articles were given; expected one; read them one by one\n"
