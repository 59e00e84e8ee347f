"""An article that is to be added -> its file's name, its row of `sources.csv`, and what the reader proposes in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.dataset.dataset import Dataset
from dashboard.faults import DatasetError, Fault
from dashboard.reading.reader import read_article
from dashboard.reading.rows import Row, build_row, make_row_id
from dashboard.records import Review, Stated

NUMBERED: Final = re.compile(r"(.*?)([0-9]+)")
NAMED_DIGITS: Final = 16  # of the SHA-256, in the name of the file
NO_TEXT: Final = Fault("the article", "has no text", "expected an article", "paste its text")
NO_DAY: Final = Fault("the article", "has no day of publication", "expected one", "choose it")
FORCE_NOT_READ: Final = "Whose troops was not read; filled in with those that the dataset is about."


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a person knows of an article: the columns of `sources.csv` that its text cannot tell; "" is not known."""

    published: date
    published_basis: Stated
    published_evidence: str
    outlet: str = ""
    agency: str = ""
    headline: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Addition:
    """An article as it would stand in a dataset: the name of its file, and its rows of the two tables, as cells."""

    file: str
    source: dict[str, str]
    reports: list[dict[str, str]]


def propose_article(dataset: Dataset, content: bytes, facts: Facts, *, all_forces: bool = False) -> Addition:
    """The article and its proposals: those of the troops that the dataset is about, or with `all_forces` every one.

    A proposal that names no troops is taken for theirs, and its note says so. Raises DatasetError where the text is
    empty, is no UTF-8, or is in the dataset already.
    """
    text = _read_text(content)
    digest = hashlib.sha256(content).hexdigest()
    known = dataset.sources.loc[dataset.sources["sha256"] == digest, "source_id"]
    if not known.empty:
        raise _refuse(f"is in the dataset already, as {known.iloc[0]}", "expected a new one", "review that one")
    source_id = make_source_id(dataset.sources["source_id"])
    file = f"{source_id}_{digest[:NAMED_DIGITS]}.txt"
    source = {
        "source_id": source_id,
        "file": file,
        "outlet": facts.outlet,
        "agency": facts.agency,
        "headline": facts.headline,
        "published": facts.published.isoformat(),
        "published_basis": facts.published_basis.value,
        "published_evidence": facts.published_evidence,
        "url": facts.url,
        "sha256": digest,
    }
    read = read_article(text, facts.published, facts.outlet or None, dataset.vocabulary)
    rows = (build_row(file, report) for report in read)
    force = dataset.package.force
    reports = [_build_cells(source_id, row, force) for row in rows if all_forces or row["force"] in (None, force)]
    return Addition(file, source, reports)


def make_source_id(taken: Iterable[str]) -> str:
    """The next id in the manner of those that are taken.

    >>> make_source_id(["a000", "a009", "a003"]), make_source_id(["wire-7"]), make_source_id(["first"])
    ('a010', 'wire-8', 'a000')
    """
    numbered = [match for name in taken if (match := NUMBERED.fullmatch(name))]
    if not numbered:
        return "a000"
    last = max(numbered, key=lambda match: int(match[2]))
    return f"{last[1]}{int(last[2]) + 1:0{len(last[2])}}"


def _build_cells(source_id: str, row: Row, force: str) -> dict[str, str]:
    """A row of `reports.csv`, a proposal until a person has reviewed it."""
    cells = {name: "" if value is None else str(value) for name, value in row.items() if name != "file"}
    if not cells["force"]:
        cells |= {"force": force, "note": f"{cells['note']} {FORCE_NOT_READ}".strip()}
    return {"report_id": make_row_id(source_id, row), "source_id": source_id, **cells, "review": Review.PROPOSED.value}


def _read_text(content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refuse(f"is no UTF-8 text at byte {error.start}", "expected UTF-8", "save it as UTF-8") from None
    if not text.strip():
        raise DatasetError([NO_TEXT])
    return text


def _refuse(found: str, expected: str, remedy: str) -> DatasetError:
    return DatasetError([Fault("the article", found, expected, remedy)])
