"""What a dataset declares about itself: its tables, column by column, and what the dashboard shows it as.

The declaration is `datapackage.json`, a Frictionless Data Package; this is the only place that reads it, and
validation, dtypes, the data dictionary and the downloads all take their columns from here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from dashboard.dataset.declared import REMEDY, Declared, read_declared
from dashboard.faults import DatasetError, Fault, show_path

PROJECT_DATASET: Final = Path(__file__).resolve().parents[2] / "data"
FILE_NAME: Final = "datapackage.json"
STORED: Final = ("sources", "reports")
FIELD_TYPES: Final = {"string": "a text", "integer": "a whole number", "date": "a day"}
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
    """One table: what a row is, and its columns in order. A derived table is never stored: its `path` is empty."""

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
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name}.{name}")


@dataclass(frozen=True, slots=True)
class Package:
    """A dataset's declaration: where it is, what it is called, and the tables `sources`, `reports` and `estimates`."""

    folder: Path
    name: str
    version: str
    licences: tuple[str, ...]
    title: str
    description: str
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
    """The declaration in a dataset's folder; raises DatasetError with everything that is wrong with it.

    A dataset may declare columns beyond those of the project's own, and fewer values of a closed set. What it leaves
    out of the derived tables is as the project declares it: they are the program's, and may grow with it.
    """
    path = folder / FILE_NAME
    faults: list[Fault] = []
    value = _read_json(path)
    declared = read_declared("null" if value is None else value, show_path(path), "", faults)
    package = _build_package(folder, declared)
    if not faults and folder.resolve() != PROJECT_DATASET:
        project = read_package(PROJECT_DATASET)
        package = replace(package, tables=_complete_derived(package.tables, project.tables))
        faults += _compare(package, project, declared.where)
    if faults:
        raise DatasetError(faults)
    return package


def _read_json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        found, remedy = f"cannot be read ({error.strerror})", "restore it, or name a folder that has one"
    except UnicodeDecodeError as error:
        found, remedy = f"byte {error.start} is not UTF-8", "save the file as UTF-8"
    except (ValueError, RecursionError) as error:
        found, remedy = f"is not JSON ({error})", "mend that place"
    raise DatasetError([Fault(show_path(path), found, "expected the declaration of a dataset", remedy)])


def _build_package(folder: Path, declared: Declared) -> Package:
    dashboard = declared.part("dashboard")
    lanes = dashboard.part("lanes")
    return Package(
        folder=folder,
        name=declared.text("name"),
        version=declared.text("version", ""),
        licences=tuple(part.text("title", "") or part.text("name") for part in declared.parts("licenses", [])),
        title=dashboard.text("title"),
        description=declared.text("description", ""),
        force=dashboard.text("force"),
        place=dashboard.text("place"),
        lanes={lane: lanes.text(lane) for lane in LANES},
        articles=(folder / dashboard.text("articles")).resolve(),
        conflict_window_days=dashboard.number("conflict_window_days"),
        tables=_build_stored(declared) | _build_derived(dashboard.part("derived", {})),
    )


def _build_stored(declared: Declared) -> dict[str, Table]:
    resources = {part.text("name"): part for part in declared.parts("resources")}
    for name in STORED:
        if name not in resources and isinstance((declared.values or {}).get("resources"), list):
            declared.refuse("resources", f"has no table {name}", f"expected the tables {' and '.join(STORED)}")
    return {name: _build_table(name, part, stored=True) for name, part in resources.items() if name in STORED}


def _build_derived(declared: Declared) -> dict[str, Table]:
    return {name: _build_table(name, declared.part(name)) for name in declared.names()}


def _build_table(name: str, declared: Declared, *, stored: bool = False) -> Table:
    path = declared.text("path") if stored else ""
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        declared.refuse("path", f"is {path!r}", "expected a file in the dataset's folder")
    fields = tuple(_build_field(part) for part in declared.part("schema").parts("fields"))
    return Table(name, declared.text("description"), path, fields)


def _build_field(declared: Declared) -> Field:
    constraints = declared.part("constraints", {})
    field = Field(
        name=declared.text("name"),
        type=declared.text("type"),
        description=declared.text("description"),
        missing=declared.text("missing", ""),
        required=constraints.flag("required"),
        unique=constraints.flag("unique"),
        enum=constraints.texts("enum"),
        pattern=constraints.text("pattern", ""),
        minimum=constraints.number("minimum") if "minimum" in constraints.names() else None,
    )
    if field.type not in FIELD_TYPES:
        declared.refuse("type", f"is {field.type!r}", f"expected one of {', '.join(FIELD_TYPES)}")
    try:
        re.compile(field.pattern)
    except re.error as error:
        constraints.refuse("pattern", f"is {field.pattern!r}", f"expected a regular expression ({error})")
    return field


def _complete_derived(own: dict[str, Table], project: dict[str, Table]) -> dict[str, Table]:
    """The tables of a dataset, with the derived ones of the project and their columns where it declares none."""
    completed = dict(own)
    for name, table in project.items():
        declared = {field.name: field for field in own[name].fields} if name in own else {}
        if name not in STORED:
            fields = {field.name: field for field in table.fields} | declared
            completed[name] = replace(own.get(name, table), fields=tuple(fields.values()))
    return completed


def _compare(package: Package, project: Package, where: str) -> list[Fault]:
    """What the program needs and a dataset declares otherwise: columns, their types, and their closed sets."""
    faults: list[Fault] = []
    for name, table in project.tables.items():
        declared = {field.name: field for field in package.tables[name].fields}
        for field in table.fields:
            found, expected = _find_difference(declared.get(field.name), field)
            if found:
                faults.append(Fault(where, f"column {field.name} of {name} {found}", f"expected {expected}", REMEDY))
    return faults


def _find_difference(field: Field | None, expected: Field) -> tuple[str, str]:
    if field is None:
        return "is not declared", FIELD_TYPES[expected.type]
    if field.type != expected.type:
        return f"is {FIELD_TYPES[field.type]}", FIELD_TYPES[expected.type]
    if expected.enum and (not field.enum or set(field.enum) - set(expected.enum)):
        return f"may be {', '.join(field.enum) or 'anything'}", f"none but {', '.join(expected.enum)}"
    if expected.required and not field.required:
        return "may be empty", "it to be required"
    return "", ""
