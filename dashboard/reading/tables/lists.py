"""The word lists of a vocabulary file as the fields of a table: every field is the list of its own name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

Table = TypeVar("Table")


def fill_table(kind: type[Table], lists: Mapping[str, Iterable[str]], **made: Any) -> Table:
    """A table of a kind: what is `made` as it is given, every other field the set of the list of the same name.

    Raises KeyError for a field that has neither; a list that no field is named after is not read.

    >>> from typing import NamedTuple
    >>> class Marks(NamedTuple):
    ...     width: int
    ...     stops: frozenset[str]
    >>> fill_table(Marks, {"stops": [".", "!"], "others": []}, width=2).stops == {".", "!"}
    True
    """
    rest = (name for name in kind.__annotations__ if name not in made)
    return kind(**made, **{name: frozenset(lists[name]) for name in rest})


def flatten_lists(table: Mapping[str, Any]) -> dict[str, list[str]]:
    """The lists of a file of sections by their names; the one list of a section, `words`, goes by that of the section.

    >>> flatten_lists({"front": {"words": ["trenches"]}, "place": {"at": ["in"], "to": ["into"]}, "verb": []})
    {'front': ['trenches'], 'at': ['in'], 'to': ['into']}
    """
    sections = ((name, section) for name, section in table.items() if isinstance(section, Mapping))
    return {
        name if key == "words" else key: words
        for name, section in sections
        for key, words in section.items()
        if isinstance(words, list)
    }
