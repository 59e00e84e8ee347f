"""A JSON object read value by value: each as the type that is meant, and a fault for every one that is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeVar

from dashboard.faults import Fault, shorten

Value = TypeVar("Value")
KINDS: Final = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "an object"}
REMEDY: Final = "compare it with the declaration of the project's own dataset"


@dataclass(frozen=True, slots=True)
class Declared:
    """One object of a JSON file: `trail` says where in it, `faults` takes what is wrong with it.

    `values` is `None` where there is no such object; that has been told, so nothing more is asked of it.
    """

    values: dict[str, Any] | None
    where: str
    trail: str
    faults: list[Fault]

    def text(self, name: str, default: str | None = None) -> str:
        """The text of that name; without a default it must be there."""
        return self._take(name, str, default) or ""

    def number(self, name: str, default: int | None = None) -> int:
        """The whole number of that name; without a default it must be there."""
        return self._take(name, int, default) or 0

    def flag(self, name: str) -> bool:
        """Whether that is true; false where nothing is said."""
        return bool(self._take(name, bool, False))

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts of that name; empty where there is none."""
        values = self._take(name, list, []) or []
        for value in values:
            if not isinstance(value, str):
                self.refuse(name, f"holds {shorten(str(value))}", "expected texts alone")
        return tuple(str(value) for value in values)

    def part(self, name: str, default: dict[str, Any] | None = None) -> Declared:
        """The object of that name, to be read in its turn; without a default it must be there."""
        return read_declared(self._take(name, dict, default), self.where, self._extend(name), self.faults)

    def parts(self, name: str, default: list[Any] | None = None) -> list[Declared]:
        """The objects in the list of that name; without a default it must be there."""
        values = self._take(name, list, default) or []
        return [
            read_declared(value or {}, self.where, self._extend(f"{name}[{place}]"), self.faults)
            for place, value in enumerate(values)
        ]

    def names(self) -> list[str]:
        """The names of what is in it."""
        return list(self.values or {})

    def refuse(self, name: str, found: str, expected: str) -> None:
        """Tell what is wrong with the value of that name."""
        self.faults.append(Fault(self.where, f"{self._extend(name)} {found}", expected, REMEDY))

    def _take(self, name: str, kind: type[Value], default: Value | None) -> Value | None:
        if self.values is None:
            return default
        if name not in self.values:
            if default is None:
                self.refuse(name, "is missing", f"expected {KINDS[kind]}")
            return default
        value = self.values[name]
        if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
            return value
        self.refuse(name, f"is {shorten(str(value))}", f"expected {KINDS[kind]}")
        return default

    def _extend(self, name: str) -> str:
        return f"{self.trail}.{name}" if self.trail else name


def read_declared(value: object, where: str, trail: str, faults: list[Fault]) -> Declared:
    """A JSON value to be read as an object; a fault where it is none. `None` stands for one that is not there."""
    if value is not None and not isinstance(value, dict):
        found = f"{trail or 'the whole'} is {shorten(str(value))}"
        faults.append(Fault(where, found, f"expected {KINDS[dict]}", REMEDY))
        return Declared(None, where, trail, faults)
    return Declared(value, where, trail, faults)
