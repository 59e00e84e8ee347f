"""The words the reader knows, as frozen tables read from `vocabulary/*.toml`.

A dataset may bring a vocabulary folder of its own; a file that it lacks is read from the project's `data/vocabulary`.
Files are read when first asked for, so that checking a figure never waits for the names of claimants.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from dashboard.records import Measure, Qualifier

PROJECT_FOLDER: Final = Path(__file__).resolve().parent.parent / "data" / "vocabulary"

Table = Mapping[str, Any]
Row = TypeVar("Row")


class VocabularyError(ValueError):
    """A vocabulary file that cannot be used; the message lists every fault of that file, one a line."""


class NumberWord(NamedTuple):
    """A number in words: `value` stands alone ("twelve"), or multiplies what is before it ("thousand": a scale)."""

    words: str
    value: int
    scale: bool
    example: str


class QualifierWords(NamedTuple):
    """Words that bound a figure; `place` says on which side of the number they stand: "before" or "after"."""

    words: str
    qualifier: Qualifier
    place: str
    example: str


class Magnitude(NamedTuple):
    """Words for an order of size, with the band they are read as."""

    words: str
    low: int
    high: int
    example: str


class Noun(NamedTuple):
    """A noun that figures count; the kinds ("troops", "people", "body", ...) are told in `troop_nouns.toml`."""

    words: tuple[str, ...]
    kind: str
    example: str


class MeasureWords(NamedTuple):
    """Words that make a figure a count of the killed, the wounded or casualties."""

    words: str
    measure: Measure
    example: str


class Force(NamedTuple):
    """A country or armed group that has troops: its name, the adjectives for it and other names it goes by.

    `people` are counted themselves ("3,000 Malians"); `seats` are cities that stand for the government, and places too.
    """

    name: str
    kind: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    names: tuple[str, ...]
    seats: tuple[str, ...]
    example: str


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All tables of one vocabulary folder. Two are equal only when they are the same object, so it can key a cache."""

    folder: Path
    _files: dict[str, Table] = field(default_factory=dict, repr=False)

    @cached_property
    def number_words(self) -> tuple[NumberWord, ...]:
        """Number words and scales."""
        return self._read_rows("number_words", "number", _make_number_word)

    @cached_property
    def qualifiers(self) -> tuple[QualifierWords, ...]:
        """Words that bound a figure."""
        return self._read_rows("qualifiers", "qualifier", _make_qualifier)

    @cached_property
    def reach_words(self) -> frozenset[str]:
        """Words that may stand between a qualifier and its number ("up to *an additional* 5,000")."""
        return frozenset(str(word) for word in self.read("qualifiers").get("between", ()))

    @cached_property
    def amount_words(self) -> frozenset[str]:
        """Words after which "of" may stand there too ("up to *a total of* 5,000")."""
        return frozenset(str(word) for word in self.read("qualifiers").get("amounts", ()))

    @cached_property
    def magnitudes(self) -> tuple[Magnitude, ...]:
        """Orders of size."""
        return self._read_rows("magnitudes", "magnitude", _make_magnitude)

    @cached_property
    def nouns(self) -> tuple[Noun, ...]:
        """Nouns that are troops, and nouns that are not."""
        return self._read_rows("troop_nouns", "noun", _make_noun)

    @cached_property
    def measures(self) -> tuple[MeasureWords, ...]:
        """Words for the killed, the wounded and casualties."""
        return self._read_rows("troop_nouns", "measure", _make_measure)

    @cached_property
    def forces(self) -> tuple[Force, ...]:
        """Countries and armed groups."""
        return self._read_rows("forces", "force", _make_force)

    @cached_property
    def claimants(self) -> Table:
        """`claimants.toml` as it stands."""
        return self.read("claimants")

    @cached_property
    def stages(self) -> Table:
        """`stages.toml` as it stands."""
        return self.read("stages")

    @cached_property
    def dates(self) -> Table:
        """`dates.toml` as it stands."""
        return self.read("dates")

    @cached_property
    def statements(self) -> Table:
        """`statements.toml` as it stands."""
        return self.read("statements")

    def read(self, name: str) -> Table:
        """One file of this vocabulary, by its name without `.toml`; read once.

        Words that a dataset's own file leaves out are the project's: it may be of a time when the program asked for
        fewer. Its rows are its own.
        """
        if name not in self._files:
            read = read_toml(self.folder, name)
            is_own = find_file(self.folder, name).parent != PROJECT_FOLDER
            self._files[name] = (
                complete(read, load_vocabulary().read(name)) if is_own and self._is_known(name) else read
            )
        return self._files[name]

    @staticmethod
    def _is_known(name: str) -> bool:
        return (PROJECT_FOLDER / f"{name}.toml").is_file()

    def _read_rows(self, name: str, key: str, make: Callable[[Table], Row]) -> tuple[Row, ...]:
        path = find_file(self.folder, name)
        return _make_rows(path, key, self.read(name).get(key, ()), make)


def complete(own: Table, project: Table) -> Table:
    """A table with the words that it leaves out taken from another; rows that it leaves out are none.

    >>> complete({"at": {"in": ["at"]}}, {"at": {"in": ["by"], "to": ["to"]}, "verb": [{"stage": "sent"}]})
    {'at': {'in': ['at'], 'to': ['to']}, 'verb': []}
    """
    completed = dict(own)
    for key, value in project.items():
        is_rows = isinstance(value, list) and any(isinstance(row, Mapping) for row in value)
        if key not in completed:
            completed[key] = [] if is_rows else value
        elif isinstance(value, Mapping) and isinstance(completed[key], Mapping):
            completed[key] = complete(completed[key], value)
    return completed


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """The vocabulary of a folder, or the project's own; the same object each time for the same folder.

    Raises VocabularyError, then or when a table is first used, for a file that is missing, not TOML or lacks a value.
    """
    return _load_project() if folder is None else _load_cached(folder.resolve())


@lru_cache(maxsize=1)
def _load_project() -> Vocabulary:
    return _load_cached(PROJECT_FOLDER.resolve())


@lru_cache(maxsize=16)
def _load_cached(folder: Path) -> Vocabulary:
    return Vocabulary(folder)


def find_file(folder: Path, name: str) -> Path:
    """Where `name.toml` is read from: the folder itself, else the project's vocabulary."""
    own = folder / f"{name}.toml"
    return own if own.is_file() else PROJECT_FOLDER / f"{name}.toml"


def read_toml(folder: Path, name: str) -> Table:
    """The content of `name.toml`; raises VocabularyError when it cannot be read or is not TOML."""
    path = find_file(folder, name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VocabularyError(
            f"{path}: could not be read ({error.strerror}); expected a table of words; restore the file"
        ) from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise VocabularyError(f"{path}: {error}; expected TOML in UTF-8; mend that place") from error


def _make_rows(path: Path, key: str, tables: Iterable[Table], make: Callable[[Table], Row]) -> tuple[Row, ...]:
    rows: list[Row] = []
    faults: list[str] = []
    for number, table in enumerate(tables, start=1):
        where = f"{path} [[{key}]] number {number}"
        try:
            rows.append(make(table))
        except KeyError as error:
            faults.append(f"{where}: no {error.args[0]}; expected a value for it; add one")
        except ValueError as error:
            faults.append(f"{where}: {error}; expected one of the known values; correct it")
    if faults:
        raise VocabularyError("\n".join(faults))
    return tuple(rows)


def _make_number_word(table: Table) -> NumberWord:
    return NumberWord(table["words"], int(table["value"]), bool(table.get("scale", False)), table["example"])


def _make_qualifier(table: Table) -> QualifierWords:
    return QualifierWords(table["words"], Qualifier(table["qualifier"]), table["place"], table["example"])


def _make_magnitude(table: Table) -> Magnitude:
    return Magnitude(table["words"], int(table["low"]), int(table["high"]), table["example"])


def _make_noun(table: Table) -> Noun:
    return Noun(tuple(table["words"]), table["kind"], table["example"])


def _make_measure(table: Table) -> MeasureWords:
    return MeasureWords(table["words"], Measure(table["measure"]), table["example"])


def _make_force(table: Table) -> Force:
    adjectives, people, names, seats = (
        tuple(str(words) for words in table.get(key, ())) for key in ("adjectives", "people", "names", "seats")
    )
    return Force(table["name"], table["kind"], adjectives, people, names, seats, table["example"])
