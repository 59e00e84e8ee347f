"""What a dataset declares about itself: its tables, column by column, and what the dashboard shows it as.

The declaration is `datapackage.json`, a Frictionless Data Package; this is the only place that reads it, and
validation, dtypes, the data dictionary and the downloads all take their columns from here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dashboard.faults import DatasetError, Fault, show_path

FILE_NAME: Final = "datapackage.json"
FIELD_TYPES: Final = ("string", "integer", "date")
LANES: Final = ("planned", "present", "front", "unspecified", "statements")


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type, its meaning, what missing means, and what its values must be."""

    name: str
    type: str
    description: str
    missing: str
    required: bool
    unique: bool
    enum: tuple[str, ...]
    pattern: str
    minimum: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, and its columns in order. `path` is empty for a derived table, which is never stored."""

    name: str
    description: str
    path: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return [field.name for field in self.fields]

    def field(self, name: str) -> Field:
        """The column of that name; KeyError where there is none."""
        return next((field for field in self.fields if field.name == name), None) or _no_field(self.name, name)


@dataclass(frozen=True, slots=True)
class Package:
    """A dataset's declaration: where it is, what it is called, and the tables `sources`, `reports` and `estimates`."""

    folder: Path
    name: str
    version: str
    licences: tuple[str, ...]
    title: str
    force: str
    place: str
    lanes: dict[str, str]
    articles: Path
    conflict_window_days: int
    tables: dict[str, Table]

    def path(self, table: str) -> Path:
        """Where the file of a stored table is."""
        return self.folder / self.tables[table].path

    def fields(self, table: str) -> tuple[Field, ...]:
        """The columns of a table, in order."""
        return self.tables[table].fields


def read_package(folder: Path) -> Package:
    """The declaration in a dataset's folder; raises DatasetError when it is missing, not JSON or lacks something."""
    path = folder / FILE_NAME
    try:
        declared = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _refuse(path, f"cannot be read ({error.strerror})", "point to a dataset's folder") from error
    except ValueError as error:  # not JSON, or not UTF-8
        raise _refuse(path, f"is not JSON in UTF-8 ({error})", "mend that place") from error
    try:
        return _build_package(folder, declared)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        found = f"lacks {error}" if isinstance(error, KeyError) else f"cannot be used ({error})"
        raise _refuse(path, found, "compare it with the one this project ships") from error


def _refuse(path: Path, found: str, remedy: str) -> DatasetError:
    expected = "expected a data package with the tables sources and reports and a property dashboard"
    return DatasetError([Fault(show_path(path), found, expected, remedy)])


def _build_package(folder: Path, declared: dict[str, Any]) -> Package:
    dashboard = declared["dashboard"]
    stored = {resource["name"]: resource for resource in declared["resources"]}
    tables = {name: _build_table(name, stored[name]) for name in ("sources", "reports")}
    tables |= {name: _build_table(name, table) for name, table in dashboard["derived"].items()}
    if "estimates" not in tables:
        raise KeyError("dashboard.derived.estimates")
    return Package(
        folder=folder,
        name=declared["name"],
        version=str(declared.get("version", "")),
        licences=tuple(licence.get("title") or licence["name"] for licence in declared.get("licenses", ())),
        title=dashboard["title"],
        force=dashboard["force"],
        place=dashboard["place"],
        lanes={lane: str(dashboard["lanes"][lane]) for lane in LANES},
        articles=(folder / dashboard["articles"]).resolve(),
        conflict_window_days=int(dashboard["conflict_window_days"]),
        tables=tables,
    )


def _build_table(name: str, declared: dict[str, Any]) -> Table:
    fields = tuple(_build_field(field) for field in declared["schema"]["fields"])
    return Table(name, declared["description"], declared.get("path", ""), fields)


def _build_field(declared: dict[str, Any]) -> Field:
    if declared["type"] not in FIELD_TYPES:
        raise ValueError(f"column {declared['name']} is a {declared['type']!r}, not one of {', '.join(FIELD_TYPES)}")
    constraints = declared.get("constraints", {})
    return Field(
        name=declared["name"],
        type=declared["type"],
        description=declared["description"],
        missing=declared.get("missing", ""),
        required=bool(constraints.get("required", False)),
        unique=bool(constraints.get("unique", False)),
        enum=tuple(constraints.get("enum", ())),
        pattern=constraints.get("pattern", ""),
        minimum=constraints.get("minimum"),
    )


def _no_field(table: str, name: str) -> Field:
    raise KeyError(f"{table}.{name}")
