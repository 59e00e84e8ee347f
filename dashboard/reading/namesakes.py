"""Whether a bare surname is that of somebody else whom the article names in full: "Ana Perry ... Perry said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.reading.context import Context


def is_namesake(context: Context, words: list[str]) -> bool:
    """Whether the article gives this surname another first name than the one that the vocabulary knows it by."""
    surname = words[-1]
    if len(words) > 2 or (len(words) == 2 and words[0].lower().strip(".") not in context.words.names.titles):
        return False
    key = ("namesake", surname)
    if key not in context.memo:
        entries = context.words.names.entries
        firsts = set(_find_first_names(context, surname))
        known = any(f"{first} {surname}".lower() in entries for first in firsts)
        context.memo[key] = bool(firsts) and not known
    found: bool = context.memo[key]
    return found


def _find_first_names(context: Context, surname: str) -> Iterator[str]:
    """The capitalised words before a surname that are no titles: "Ana" of "Ana Perry", not "Secretary Perry"."""
    names, grammar = context.words.names, context.words.grammar
    no_names = names.titles | names.fillers | names.role_words | grammar.never_names | grammar.determiners
    for match in re.finditer(rf"([A-Z][\w'’-]+)(?:\s[A-Z]\.)?\s{re.escape(surname)}\b", context.text):
        if match[1].lower() not in no_names and match[1].lower() not in names.entries:
            yield match[1]
