"""What is saved is whole or not there: rows changed and taken out, faults refused, processes killed, two at once."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.dataset.dataset import open_dataset
from dashboard.dataset.saving import add_article, change_reports, read_report
from dashboard.faults import DatasetError
from tests.copies import ROOT, Copy, make_copy

NAME = "a000-00244"
# Writes the note of one report over and over, a number higher each time, until it is killed.
WRITER = """
import sys
from pathlib import Path
from dashboard.dataset.saving import change_reports, read_report
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    change_reports(folder, {name: read_report(folder, name) | {"note": f"step {number} " + "x" * 20_000}})
    print(number, flush=True)
"""


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    return make_copy(tmp_path, monkeypatch)


def start_writer(copy: Copy, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(copy.data), name, str(count)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def test_one_row_is_changed_and_every_other_byte_stays(copy: Copy) -> None:
    path = copy.data / "reports.csv"
    before = path.read_bytes().splitlines(keepends=True)
    change_reports(
        copy.data, {NAME: read_report(copy.data, NAME) | {"review": "proposed", "note": 'a "note", with marks'}}
    )
    after = path.read_bytes().splitlines(keepends=True)
    assert [place for place, (old, new) in enumerate(zip(before, after, strict=True)) if old != new] == [1]
    assert after[1].endswith(b',proposed,"a ""note"", with marks"\n')


def test_a_row_is_taken_out_and_put_back(copy: Copy) -> None:
    row = read_report(copy.data, NAME)
    change_reports(copy.data, {NAME: None})
    assert NAME not in set(open_dataset(copy.data).reports["report_id"])
    with pytest.raises(KeyError):
        read_report(copy.data, NAME)
    change_reports(copy.data, {NAME: row})
    assert read_report(copy.data, NAME) == row


def test_line_ends_and_the_byte_order_mark_stay_as_they_were(copy: Copy) -> None:
    copy.change_bytes("data/reports.csv", lambda content: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    before = (copy.data / "reports.csv").read_bytes()
    change_reports(copy.data, {NAME: read_report(copy.data, NAME) | {"note": "seen"}})
    after = (copy.data / "reports.csv").read_bytes()
    assert after == before.replace(b",reviewed,\r\n", b",reviewed,seen\r\n", 1)


def test_what_would_be_a_fault_is_refused_by_the_name_of_the_table(copy: Copy) -> None:
    before = copy.hash_files()
    with pytest.raises(DatasetError) as refused:
        change_reports(copy.data, {NAME: read_report(copy.data, NAME) | {"stage": "gone"}})
    (fault,) = refused.value.faults
    assert str(fault).startswith("data/reports.csv line 2, column stage: 'gone' is not known")
    assert {name: sha for name, sha in copy.hash_files().items() if "lock" not in name} == before


def test_the_last_row_cannot_be_taken_out(copy: Copy) -> None:
    names = set(open_dataset(copy.data).reports["report_id"])
    with pytest.raises(DatasetError, match="there is a header and no row"):
        change_reports(copy.data, dict.fromkeys(names))
    assert set(open_dataset(copy.data).reports["report_id"]) == names


def test_a_table_that_is_broken_meanwhile_is_told_and_left_alone(copy: Copy) -> None:
    row = read_report(copy.data, NAME)
    copy.change_bytes("data/reports.csv", lambda content: content + b"one,two\n")
    before = (copy.data / "reports.csv").read_bytes()
    with pytest.raises(DatasetError, match="the row has 2 cells"):
        change_reports(copy.data, {NAME: row})
    assert (copy.data / "reports.csv").read_bytes() == before


def test_what_the_system_refuses_is_told_as_a_fault(copy: Copy) -> None:
    (copy.data / ".reports.csv.new").mkdir()  # as a full or locked disk would refuse
    with pytest.raises(DatasetError, match=r"data/\.reports\.csv\.new: cannot be read or written \(Is a directory\)"):
        change_reports(copy.data, {NAME: read_report(copy.data, NAME)})


def test_an_article_that_cannot_stand_leaves_nothing_behind(copy: Copy) -> None:
    before = copy.hash_files()
    with pytest.raises(DatasetError, match="column published: the cell is empty"):
        add_article(copy.data, "new.txt", b"Text.", {"source_id": "a005", "file": "new.txt"}, [])
    assert {name: sha for name, sha in copy.hash_files().items() if "lock" not in name} == before


def test_a_file_of_that_name_is_never_written_over(copy: Copy) -> None:
    name = "000_7660e4477f753a73.txt"
    before = (copy.articles / name).read_bytes()
    with pytest.raises(DatasetError, match="is there already with another text"):
        add_article(copy.data, name, b"Other text.", {"source_id": "a005"}, [])
    assert (copy.articles / name).read_bytes() == before


def test_a_process_killed_at_any_moment_leaves_a_sound_dataset_with_all_that_it_told(copy: Copy) -> None:
    for delay in (0.0, 0.05, 0.11, 0.18, 0.26, 0.35):
        writer = start_writer(copy, NAME, 10_000)
        assert writer.stdout
        told = int(writer.stdout.readline())
        time.sleep(delay)
        writer.kill()
        told = max([told, *(int(line) for line in writer.stdout.read().split())])
        writer.wait()
        saved = int(read_report(copy.data, NAME)["note"].split()[1])
        assert saved in (told, told + 1)
        assert len(open_dataset(copy.data).reports) == 53


def test_two_processes_that_save_at_once_lose_nothing_of_each_other(copy: Copy) -> None:
    names = ["a000-00244", "a000-00432"]
    writers = [start_writer(copy, name, 5) for name in names]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    assert [read_report(copy.data, name)["note"].split()[1] for name in names] == ["4", "4"]
    assert len(open_dataset(copy.data).reports) == 53
