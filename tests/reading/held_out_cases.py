"""The held-out cases, in sets: news that is not in the project, with what a person reads in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from dashboard.records import Report

# Each set is a folder of that name beside this file, written before it was scored. Of the first two only totals were
# ever looked at, while the rules were written; those of wire news were opened after their first score; the last has
# not been opened.
SETS: Final = (
    "held_out",
    "blind",
    "wire",
    "wire_2",
    "wire_3",
    "wire_4",
    "wire_5",
    "wire_6",
    "wire_7",
    "wire_8",
    "wire_9",
    "wire_10",
    "wire_11",
    "wire_12",
    "fresh",
)
DATE_FIELDS: Final = (
    "said_earliest",
    "said_latest",
    "event_earliest",
    "event_latest",
    "deadline_earliest",
    "deadline_latest",
)
PLACE_FIELDS: Final = ("figure_start", "words", "optional")  # where and how an expectation is matched, not what it says


@dataclass(frozen=True, slots=True)
class Expected:
    """One report a person reads in a case: where it stands, and the value of each field that is scored.

    `values` has only the fields that are scored; each value is a list of those that are right. An optional report is
    neither missed where the reader has none, nor false where it has one.
    """

    start: int
    end: int
    is_figure: bool
    optional: bool
    values: dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Case:
    """One text with its publication date and all that a person reads in it; no report is a case too."""

    id: str
    phenomenon: str
    published: date
    text: str
    expected: list[Expected]


def load_cases(name: str = SETS[0]) -> list[Case]:
    """All cases of a set, in the order of the files' names and of the cases within each."""
    cases: list[Case] = []
    for path in sorted((Path(__file__).parent / name).glob("*.toml")):
        with path.open("rb") as file:
            cases += [_build_case(raw) for raw in tomllib.load(file)["case"]]
    return cases


def is_right(field: str, expected: list[Any], found: Report) -> bool:
    """Whether the reader's value of one field is among those a person accepts.

    Names are compared without case, leading article and the spelling of defence; "*" stands for any words.
    """
    value = getattr(found, field)
    if field in ("claimant", "relayed_by"):
        return any(fnmatchcase(_plain_name(value), _plain_name(pattern)) for pattern in expected)
    if field == "force":
        return _plain_name(value) in [_plain_name(name) for name in expected]
    return value in expected


def _build_case(raw: dict[str, Any]) -> Case:
    expected = [_build_expected(raw["text"], report) for report in raw.get("report", [])]
    return Case(raw["id"], raw["phenomenon"], raw["published"], raw["text"], expected)


def _build_expected(text: str, raw: dict[str, Any]) -> Expected:
    is_figure = "figure_text" in raw
    words = raw["figure_text"] if is_figure else raw["words"]
    start = raw["figure_start"] if is_figure else text.index(words)
    values = {field: _to_list(field, value) for field, value in raw.items() if field not in PLACE_FIELDS}
    return Expected(start, start + len(words), is_figure, raw.get("optional", False), values)


def _to_list(field: str, value: Any) -> list[Any]:
    """The accepted values as the reader gives them: "none" is `None` for numbers and dates, dates are dates."""
    values = value if isinstance(value, list) else [value]
    if field in ("low", "high", *DATE_FIELDS):
        values = [None if one == "none" else one for one in values]
    if field in DATE_FIELDS:
        values = [one if one is None else date.fromisoformat(one) for one in values]
    return values


def _plain_name(name: str) -> str:
    """A name without what writers differ in: "The US Defence Secretary" -> "us defense secretary"."""
    plain = name.casefold().replace("’", "'").replace("defence", "defense").replace("u.s.", "us")
    parts = [re.sub(r"^(the|a|an) ", "", " ".join(part.split())) for part in plain.split(";")]
    return "; ".join(parts)
