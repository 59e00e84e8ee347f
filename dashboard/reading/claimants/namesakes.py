"""Whether a bare surname is that of somebody else whom the article names in full: "Ana Perry ... Perry said"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.text.scanning import find_places, fold_text

FIRST_NAME: Final = re.compile(r"([A-Z][\w'’-]+)(?:\s[A-Z]\.)?\s\Z")
LONGEST: Final = 100  # characters of a first name


def is_namesake(context: Context, words: list[str], claimant: str) -> bool:
    """Whether the article gives a surname another first name than that of the one who speaks for `claimant`."""
    surname = words[-1]
    if len(words) > 2 or (len(words) == 2 and words[0].lower().strip(".") not in context.words.names.titles):
        return False
    key = ("namesake", surname, claimant)
    if key not in context.memo:
        others = any(True for _ in _find_first_names(context, surname))
        context.memo[key] = others and not _names_in_full(context, surname, claimant)
    found: bool = context.memo[key]
    return found


def _names_in_full(context: Context, surname: str, claimant: str) -> bool:
    """Whether the article has the whole name of one who speaks for `claimant`: "Abdel Fattah al-Burhan"."""
    text, ending = context.text.lower(), f" {surname.lower()}"
    entries = context.words.names.entries
    return any(entry.name == claimant and key.endswith(ending) and key in text for key, entry in entries.items())


def _find_first_names(context: Context, surname: str) -> Iterator[str]:
    """The capitalised words before a surname that are no titles: "Ana" of "Ana Perry", not "Secretary Perry"."""
    names, grammar = context.words.names, context.words.grammar
    no_names = (names.titles, names.fillers, names.role_words, grammar.never_names, grammar.determiners, names.entries)
    floor = 0
    for place in find_places(context.folded, [fold_text(surname)]):
        end = place + len(surname)
        first = FIRST_NAME.search(context.text, max(floor, place - LONGEST), place)
        if first and context.text[place:end] == surname:
            floor = end
            if not any(first[1].lower() in words for words in no_names):
                yield first[1]
