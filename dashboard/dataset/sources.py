"""The articles of a dataset: each one's text, read byte for byte and held against its SHA-256."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from dashboard.dataset.package import Package
from dashboard.dataset.tables import Checked
from dashboard.faults import Fault, show_path

PLAIN_NAME: Final = re.compile(r"\w[\w.-]*", re.ASCII)  # names a file of the folder itself, on every system


def read_texts(package: Package, sources: Checked) -> tuple[dict[str, str], list[Fault]]:
    """The text of each article by source_id, as its bytes decode (line ends untouched), and what is wrong with any.

    An article with a fault has no text here, so that its reports are not blamed for it.
    """
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    articles = sources.frame[["source_id", "file", "sha256"]]
    for row, source_id, name, sha256 in articles.itertuples(name=None):
        read = _read_article(package.articles, name, sha256)
        if isinstance(read, str):
            texts[source_id] = read
        else:
            column, found, expected, remedy = read
            faults.append(Fault(sources.place(row, column), found, expected, remedy))
    return texts, faults


def check_sha256(content: bytes, expected: str) -> bool:
    """Whether the bytes are those on record."""
    return hashlib.sha256(content).hexdigest() == expected


def _read_article(folder: Path, name: str, sha256: str) -> str | tuple[str, str, str, str]:
    """The article's text, or column, found, expected and remedy of what is wrong with it."""
    path = folder / name
    try:
        if not _lies_inside(folder, path, name):
            found = f"{name!r} lies outside the folder of the articles"
            return "file", found, f"expected a file inside {show_path(folder)}", "move the article there"
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: no system has a file of that name
        found = f"{name!r} cannot be read ({error.strerror if isinstance(error, OSError) else error})"
        return "file", found, f"expected a file inside {show_path(folder)}", "restore it or correct its name"
    if not check_sha256(content, sha256):
        found = f"{show_path(path)} has changed: its SHA-256 is {hashlib.sha256(content).hexdigest()}"
        return "sha256", found, f"expected {sha256}", "restore the article, or read its passages again"
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"byte {error.start} of {show_path(path)} is not UTF-8"
        return "file", found, "expected UTF-8 text", "save the article as UTF-8, and record its new SHA-256"


def _lies_inside(folder: Path, path: Path, name: str) -> bool:
    """Whether the file is in the folder or below, links followed; most names show it by themselves."""
    return (PLAIN_NAME.fullmatch(name) is not None and not path.is_symlink()) or folder in path.resolve().parents
