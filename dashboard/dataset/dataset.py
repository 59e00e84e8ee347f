"""A dataset opened and checked whole: declaration, vocabulary, articles, reports; or a DatasetError of every fault."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.dataset.checks import check_rows, check_sources
from dashboard.dataset.package import FILE_NAME, PROJECT_DATASET, STORED, Package, read_package
from dashboard.dataset.quotes import check_quotes
from dashboard.dataset.sources import read_texts
from dashboard.dataset.tables import Checked, read_table
from dashboard.faults import DatasetError, Fault
from dashboard.vocabulary import Vocabulary, VocabularyError

__all__ = ["PROJECT_DATASET", "Dataset", "open_dataset"]


@dataclass(frozen=True, eq=False)
class Dataset:
    """An opened dataset, equal only to itself, so that it can key a cache. Its frames are shared: copy before a change.

    sources: one row per article. reports: one row per report. texts: the article's text by source_id.
    """

    package: Package
    vocabulary: Vocabulary
    sources: pd.DataFrame
    reports: pd.DataFrame
    texts: dict[str, str]
    version: str


def open_dataset(folder: Path, instead: Mapping[str, Path] | None = None) -> Dataset:
    """The dataset in a folder, every rule checked; raises DatasetError with all faults of all its files.

    `instead`: files to read tables from that are to take the place of its own.
    """
    package = read_package(folder)
    vocabulary = Vocabulary(folder / "vocabulary")  # a new one, so that changed words are read again
    sources, reports = (
        read_table((instead or {}).get(name) or package.path(name), package.tables[name]) for name in STORED
    )
    texts, faults = read_texts(package, sources)
    faults += [*sources.faults, *reports.faults]
    if not reports.frame.empty:
        faults += check_rows(reports)
        faults += check_sources(reports, sources.frame) if not sources.faults else []
        told = {fault.where for fault in faults}
        faults += [fault for fault in _check_words(reports, texts, vocabulary) if fault.where not in told]
    if faults:
        raise DatasetError(sorted(faults, key=_find_place))
    return Dataset(package, vocabulary, _finish(sources), _finish(reports), texts, _describe_version(package))


def _check_words(reports: Checked, texts: dict[str, str], vocabulary: Vocabulary) -> list[Fault]:
    """What is wrong with the quotes, or else with the words by which their figures would be read."""
    try:
        return check_quotes(reports, texts, vocabulary)
    except VocabularyError as error:
        return [_read_fault(line) for line in str(error).splitlines()]


def _read_fault(line: str) -> Fault:
    """A fault told in one line, in its parts; the first of them may hold the marks between them."""
    where, _, told = line.partition(": ")
    told_apart = [*told.rsplit("; ", 2), "expected words as in the project's own vocabulary", "compare the two"]
    return Fault(where, *told_apart[:3])


def _finish(table: Checked) -> pd.DataFrame:
    return table.frame.reset_index(drop=True)


def _find_place(fault: Fault) -> tuple[str, int]:
    """Where a fault sorts: by file, then by line, so that they are told in the order in which they are mended."""
    path, _, rest = fault.where.partition(" line ")
    line = re.match(r"[0-9]+", rest)
    return (path.split(":")[0], int(line.group()) if line else 0)


def _describe_version(package: Package) -> str:
    """The declared version and eight digits that change with any byte of the tables: "1.0.0 (9f3c01ab)".

    The articles count too: their SHA-256 are in the table of sources.
    """
    digest = hashlib.sha256()
    for path in (package.folder / FILE_NAME, *(package.path(name) for name in STORED)):
        digest.update(path.read_bytes())
    return f"{package.version} ({digest.hexdigest()[:8]})".strip()
