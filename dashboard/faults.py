"""What is wrong with an input, as sentences a person can act on, and the one error that carries them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it is, what was found there, what was expected, and what to do."""

    where: str
    found: str
    expected: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.found}; {self.expected}; {self.remedy}"


class DatasetError(ValueError):
    """A dataset that cannot be opened; `faults` lists everything that is wrong with it, the message one a line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def show_path(path: Path) -> str:
    """The path as a person would write it: from the current folder where it lies below it, else whole.

    Always with forward slashes, so that a message reads the same on every system.
    """
    try:
        path = path.resolve().relative_to(Path.cwd())
    except ValueError:
        path = path.resolve()
    return path.as_posix()


def shorten(value: str, width: int = 60) -> str:
    """The value in quotes for a message: control characters made visible, and cut where it is long.

    >>> shorten("10-12")
    "'10-12'"
    >>> shorten("x" * 9, 5)
    "'xxxx…'"
    """
    cut = value if len(value) <= width else value[: width - 1] + "…"
    return repr(cut)
