"""What all tests share: where the project is, and how those run that make up their own input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# The same inputs on every run and no clock: a busy machine must not fail a test. `make fuzz` searches further.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT
