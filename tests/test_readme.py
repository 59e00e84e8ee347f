"""What the README shows is so: its tables are the declaration's, its files are there, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.__main__ import COMMANDS
from dashboard.loader import load_dataset
from dashboard.views.dictionary import write_dictionary

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["sources", "reports", "estimates"])
def test_its_data_dictionary_is_the_declaration(name: str) -> None:
    table = load_dataset().package.tables[name]
    assert f"{table.description}\n\n{write_dictionary(table)}\n" in TEXT


def test_every_file_it_links_to_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link]
    assert len(links) >= 4
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_it_names_exists() -> None:
    named = set(re.findall(r"python -m dashboard (\w+)", TEXT))
    assert named == set(COMMANDS)
