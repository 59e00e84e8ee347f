"""The declaration: valid by the standard, read once, and every way of getting it wrong told in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest

from dashboard.dataset.package import PROJECT_DATASET, read_package
from dashboard.faults import DatasetError
from dashboard.loader import load_estimates, load_reports
from tests.copies import Copy, make_copy

Declaration = dict[str, Any]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A dataset to be spoiled."""
    return make_copy(tmp_path, monkeypatch)


def refuse(folder: Path) -> list[str]:
    """Each fault of the declaration in a folder."""
    with pytest.raises(DatasetError) as raised:
        read_package(folder)
    return [str(fault) for fault in raised.value.faults]


def find_column(declared: Declaration, table: int, name: str) -> Declaration:
    """The declaration of a column of a stored table."""
    column: Declaration = next(f for f in declared["resources"][table]["schema"]["fields"] if f["name"] == name)
    return column


def test_the_projects_package_is_valid_by_the_standard(root: Path) -> None:
    report = frictionless.validate(str(root / "data" / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert [task.name for task in report.tasks] == ["sources", "reports"]


def test_the_declaration_is_read_whole() -> None:
    package = read_package(PROJECT_DATASET)
    assert package.title == "How many North Korean troops went to Russia?"
    assert (package.force, package.place, package.conflict_window_days) == ("North Korea", "Russia", 7)
    assert list(package.lanes) == ["planned", "present", "front", "unspecified", "statements"]
    assert package.articles == PROJECT_DATASET.parent / "seeds"
    assert package.path("reports") == PROJECT_DATASET / "reports.csv"
    low = package.tables["reports"].field("low")
    assert (low.type, low.minimum, low.required) == ("integer", 0, False)
    with pytest.raises(KeyError, match=r"reports\.weight"):
        package.tables["reports"].field("weight")


def test_every_column_says_what_it_means_and_what_missing_means() -> None:
    package = read_package(PROJECT_DATASET)
    for table in package.tables.values():
        assert table.description
        for field in table.fields:
            assert field.description.endswith("."), field.name
            assert field.required != bool(field.missing), (table.name, field.name)


REMEDY = "compare it with the declaration of the project's own dataset"
DECLARATION = "expected the declaration of a dataset"

# What the file holds instead, and the fault.
FILES = {
    "a list": (b"[]", "the whole is '[]'; expected an object; " + REMEDY),
    "null": (b"null", "the whole is 'null'; expected an object; " + REMEDY),
    "a text": (b'"data"', "the whole is 'data'; expected an object; " + REMEDY),
    "nothing": (
        b"",
        f"is not JSON (Expecting value: line 1 column 1 (char 0)); {DECLARATION}; mend that place",
    ),
    "no JSON": (
        b'{"name": }',
        f"is not JSON (Expecting value: line 1 column 10 (char 9)); {DECLARATION}; mend that place",
    ),
    "no UTF-8": (
        b'{"name": "\xff"}',
        f"byte 10 is not UTF-8; {DECLARATION}; save the file as UTF-8",
    ),
}


@pytest.mark.parametrize(("content", "told"), FILES.values(), ids=FILES)
def test_a_file_that_declares_nothing_is_refused(copy: Copy, content: bytes, told: str) -> None:
    copy.change_bytes("data/datapackage.json", lambda _: content)
    assert refuse(copy.data) == [f"data/datapackage.json: {told}"]


def test_a_missing_file_is_refused(copy: Copy) -> None:
    (copy.data / "datapackage.json").unlink()
    told = "cannot be read (No such file or directory); expected the declaration of a dataset; "
    assert refuse(copy.data) == [f"data/datapackage.json: {told}restore it, or name a folder that has one"]


# What is changed in the declaration, and the fault.
CHANGES: dict[str, tuple[Callable[[Declaration], object], str]] = {
    "no name": (lambda declared: declared.pop("name"), "name is missing; expected a text"),
    "no tables": (lambda declared: declared.pop("resources"), "resources is missing; expected a list"),
    "tables that are no list": (
        lambda declared: declared.update(resources={"reports": {}}),
        "resources is \"{'reports': {}}\"; expected a list",
    ),
    "one table less": (
        lambda declared: declared["resources"].pop(),
        "resources has no table reports; expected the tables sources and reports",
    ),
    "no property of ours": (lambda declared: declared.pop("dashboard"), "dashboard is missing; expected an object"),
    "no title": (
        lambda declared: declared["dashboard"].pop("title"),
        "dashboard.title is missing; expected a text",
    ),
    "a title that is no text": (
        lambda declared: declared["dashboard"].update(title=7),
        "dashboard.title is '7'; expected a text",
    ),
    "a lane without a name": (
        lambda declared: declared["dashboard"]["lanes"].pop("front"),
        "dashboard.lanes.front is missing; expected a text",
    ),
    "a window that is no number": (
        lambda declared: declared["dashboard"].update(conflict_window_days=True),
        "dashboard.conflict_window_days is 'True'; expected a whole number",
    ),
    "a table outside the folder": (
        lambda declared: declared["resources"][1].update(path="../reports.csv"),
        "resources[1].path is '../reports.csv'; expected a file in the dataset's folder",
    ),
    "a column of an unknown type": (
        lambda declared: find_column(declared, 1, "low").update(type="number"),
        "resources[1].schema.fields[6].type is 'number'; expected one of string, integer, date",
    ),
    "a pattern that is none": (
        lambda declared: find_column(declared, 0, "url")["constraints"].update(pattern="("),
        (
            "resources[0].schema.fields[8].constraints.pattern is '('; expected a regular expression "
            "(missing ), unterminated subpattern at position 0)"
        ),
    ),
    "a closed set of numbers": (
        lambda declared: find_column(declared, 1, "hedge").update(constraints={"enum": [1]}),
        "resources[1].schema.fields[27].constraints.enum holds '1'; expected texts alone",
    ),
    "a column less": (
        lambda declared: declared["resources"][1]["schema"]["fields"].remove(find_column(declared, 1, "hedge")),
        "column hedge of reports is not declared; expected a text",
    ),
    "a column of another type": (
        lambda declared: find_column(declared, 1, "low").update(type="string", constraints={}),
        "column low of reports is a text; expected a whole number",
    ),
    "a closed set that is open": (
        lambda declared: find_column(declared, 1, "stance").update(constraints={"required": True}),
        "column stance of reports may be anything; expected none but asserts, denies, does_not_confirm",
    ),
    "a value more in a closed set": (
        lambda declared: find_column(declared, 1, "review")["constraints"]["enum"].append("guessed"),
        "column review of reports may be reviewed, proposed, guessed; expected none but reviewed, proposed",
    ),
    "a required column that is not": (
        lambda declared: find_column(declared, 1, "quote").pop("constraints"),
        "column quote of reports may be empty; expected it to be required",
    ),
}


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=CHANGES)
def test_a_declaration_that_cannot_be_used_is_refused(
    copy: Copy, change: Callable[[Declaration], object], told: str
) -> None:
    copy.change_declaration(change)
    assert refuse(copy.data) == [f"data/datapackage.json: {told}; {REMEDY}"]


def test_everything_that_is_wrong_is_told_at_once(copy: Copy) -> None:
    def spoil(declared: Declaration) -> None:
        declared["dashboard"].pop("title")
        declared["dashboard"].pop("force")
        declared["resources"][0]["schema"]["fields"][0]["type"] = "uuid"

    copy.change_declaration(spoil)
    assert len(refuse(copy.data)) == 3


def test_a_dataset_may_declare_more_columns_and_fewer_values(copy: Copy) -> None:
    def extend(declared: Declaration) -> None:
        declared["resources"][1]["schema"]["fields"].append(
            {"name": "rating", "type": "integer", "description": "Ours."}
        )
        declared["dashboard"]["derived"]["estimates"]["schema"]["fields"].append(
            {"name": "colour", "type": "string", "description": "Ours."}
        )
        find_column(declared, 1, "measure")["constraints"]["enum"] = ["troops"]

    copy.change_declaration(extend)
    header, *rows = copy.read_rows("reports")
    copy.write_rows("reports", [[*header, "rating"], *([*row, "5"] for row in rows)])
    assert load_reports(copy.data)["rating"].tolist() == [5] * 53
    assert list(load_reports(copy.data)["measure"].cat.categories) == ["troops"]
    assert load_estimates(copy.data)["colour"].isna().all()


def test_a_dataset_without_estimates_of_its_own_has_the_projects(copy: Copy) -> None:
    copy.change_declaration(lambda declared: declared["dashboard"].pop("derived"))
    assert list(load_estimates(copy.data).columns) == read_package(PROJECT_DATASET).tables["estimates"].columns


def test_a_dataset_made_before_a_derived_column_was_added_still_opens(copy: Copy) -> None:
    copy.change_declaration(lambda declared: declared["dashboard"]["derived"]["estimates"]["schema"]["fields"].pop(3))
    assert sorted(load_estimates(copy.data).columns) == sorted(load_estimates().columns)
