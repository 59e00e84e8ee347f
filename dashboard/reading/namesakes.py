"""Whether a bare surname is that of somebody else whom the article names in full: "Ana Perry ... Perry said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.reading.context import Context


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
    no_names = names.titles | names.fillers | names.role_words | grammar.never_names | grammar.determiners
    for match in re.finditer(rf"([A-Z][\w'’-]+)(?:\s[A-Z]\.)?\s{re.escape(surname)}\b", context.text):
        if match[1].lower() not in no_names and match[1].lower() not in names.entries:
            yield match[1]
