"""The articles of a dataset: each one's text, read byte for byte and held against its SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd

from dashboard.dataset.package import Package
from dashboard.dataset.tables import Checked
from dashboard.faults import Fault, show_path


def read_texts(package: Package, sources: Checked) -> tuple[dict[str, str], list[Fault]]:
    """The text of each article by source_id, as its bytes decode (line ends untouched), and what is wrong with any.

    An article with a fault has no text here, so that its reports are not blamed for it.
    """
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for row, source in sources.frame.iterrows():
        where = f"{show_path(sources.path)} line {sources.lines[row]}"
        text = _read_article(package.articles, source, where)
        if isinstance(text, Fault):
            faults.append(text)
        else:
            texts[source["source_id"]] = text
    return texts, faults


def check_sha256(content: bytes, expected: str) -> bool:
    """Whether the bytes are those on record."""
    return hashlib.sha256(content).hexdigest() == expected


def _read_article(folder: Path, source: pd.Series, where: str) -> str | Fault:
    name = source["file"]
    path = (folder / name).resolve()
    at_file = f"{where}, column file"
    if folder not in path.parents:
        expected = f"expected a file inside {show_path(folder)}"
        return Fault(at_file, f"{name!r} lies outside the folder of the articles", expected, "move the article there")
    try:
        content = path.read_bytes()
    except OSError as error:
        found = f"{show_path(path)} cannot be read ({error.strerror})"
        return Fault(at_file, found, "expected the article's text", "restore the file or correct its name")
    if not check_sha256(content, source["sha256"]):
        found = f"{show_path(path)} has changed: its SHA-256 is {hashlib.sha256(content).hexdigest()}"
        expected = f"expected {source['sha256']}"
        return Fault(f"{where}, column sha256", found, expected, "restore the article, or read its passages again")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"{show_path(path)} is not UTF-8 (byte {error.start})"
        return Fault(at_file, found, "expected UTF-8 text", "restore the article's file")
