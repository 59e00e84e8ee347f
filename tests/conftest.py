"""What all tests share: how long those run that make up their own input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# The same inputs on every run and no clock: a busy machine must not fail a test. `make fuzz` searches anew, and longer.
settings.register_profile("quick", derandomize=True, deadline=None)
settings.register_profile("long", max_examples=20_000, deadline=None)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT
