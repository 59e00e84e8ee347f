"""Articles: read byte for byte, held against their SHA-256, and never from outside their folder."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.dataset.package import PROJECT_DATASET, read_package
from dashboard.dataset.sources import check_sha256, read_texts
from dashboard.dataset.tables import Checked

CONTENT = "Zwölf Männer.\r\nNo more.\r".encode()


def read(folder: Path, *names: str, content: bytes = CONTENT) -> tuple[dict[str, str], list[str]]:
    """The texts, and where each fault is and what it says."""
    package = replace(read_package(PROJECT_DATASET), articles=folder.resolve())
    rows = [{"source_id": name, "file": name, "sha256": hashlib.sha256(content).hexdigest()} for name in names]
    sources = Checked(Path("/sources.csv"), pd.DataFrame(rows), pd.Series(range(2, len(rows) + 2)), ())
    texts, faults = read_texts(package, sources)
    return texts, [f"{fault.where}: {fault.found}".removeprefix("/sources.csv ") for fault in faults]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of articles, with a file beside it."""
    folder = tmp_path / "articles"
    (folder / "below").mkdir(parents=True)
    for path in (folder / "one.txt", folder / "below" / "two words.txt", tmp_path / "secret.txt"):
        path.write_bytes(CONTENT)
    return folder


@pytest.mark.parametrize("name", ["one.txt", "below/two words.txt", "./one.txt", "below/../one.txt"])
def test_a_text_is_the_files_bytes_with_its_line_ends(articles: Path, name: str) -> None:
    assert read(articles, name) == ({name: "Zwölf Männer.\r\nNo more.\r"}, [])


@pytest.mark.parametrize("name", ["../secret.txt", "below/../../secret.txt", "/etc/hosts", "..", ".", "below/.."])
def test_a_file_outside_the_folder_is_not_opened(articles: Path, name: str) -> None:
    texts, faults = read(articles, name)
    assert texts == {}
    assert faults == [f"line 2, column file: {name!r} lies outside the folder of the articles"]


def test_a_link_is_followed_to_where_it_leads(articles: Path) -> None:
    (articles / "inside.txt").symlink_to(articles / "one.txt")
    (articles / "outside.txt").symlink_to(articles.parent / "secret.txt")
    texts, faults = read(articles, "inside.txt", "outside.txt")
    assert list(texts) == ["inside.txt"]
    assert faults == ["line 3, column file: 'outside.txt' lies outside the folder of the articles"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("gone.txt", "'gone.txt' cannot be read (No such file or directory)"),
        ("below", "'below' cannot be read (Is a directory)"),
        ("a\0b", "'a\\x00b' cannot be read (embedded null byte)"),
        ("x" * 300, f"{'x' * 300!r} cannot be read (File name too long)"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(articles: Path, name: str, found: str) -> None:
    assert read(articles, name) == ({}, [f"line 2, column file: {found}"])


def test_one_bad_article_leaves_the_others_readable(articles: Path) -> None:
    (articles / "bad.txt").write_bytes(CONTENT + b"!")
    texts, faults = read(articles, "bad.txt", "one.txt")
    assert list(texts) == ["one.txt"]
    assert len(faults) == 1
    assert "bad.txt has changed: its SHA-256 is " in faults[0]


def test_an_article_that_is_not_utf8_is_told(articles: Path) -> None:
    (articles / "one.txt").write_bytes(b"caf\xe9")
    texts, faults = read(articles, "one.txt", content=b"caf\xe9")
    assert texts == {}
    assert faults == [f"line 2, column file: byte 3 of {(articles / 'one.txt').resolve().as_posix()} is not UTF-8"]


def test_a_sha256_is_that_of_every_byte() -> None:
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # of "abc", from the standard
    assert check_sha256(b"abc", digest)
    assert not check_sha256(b"abc\n", digest)
