"""For whom a spokesman speaks whose body the vocabulary does not know: "the Delta Front's spokesman"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.reading.tables.names import ARTICLES, Names
from dashboard.reading.text.wordlist import drop_possessive, is_name

STOPS: Final = frozenset({",", "in", "at", "on", "("})


def find_spoken_for(words: Sequence[str], names: Names) -> list[str]:
    """The words that name the body: behind "for" or "of", else before the noun; empty where there are none."""
    at = next((i for i, word in enumerate(words) if word.lower() in names.spokesmen), None)
    if at is None:
        return []
    if [word.lower() for word in words[at + 1 : at + 2]] in (["for"], ["of"]):
        body = _cut(words[at + 2 :])
    else:
        body = [drop_possessive(word.replace("’", "'")) for word in words[:at]]
    body = [word for word in body if word != "'"]
    while body and (body[0].lower() in ARTICLES or (body[0].islower() and body[0] in names.fillers)):
        body = body[1:]
    return body


def _cut(words: Sequence[str]) -> list[str]:
    end = next((i for i, word in enumerate(words) if word.lower() in STOPS), len(words))
    return list(words[:end])


def names_body(body: Sequence[str], names: Names) -> bool:
    """Whether unknown words can be a body's own name: initials, or two capitals and more; one alone is a person's."""
    capitals = [word for word in body if is_name(word)]
    if not body or not is_name(body[-1]) or body[0].lower() in names.titles:
        return False
    return len(capitals) > 1 or (len(body) == 1 and is_initials(body[0]))


def is_initials(word: str) -> bool:
    """ "KNLA", "M23": a body by its initials."""
    return 2 <= len(word) <= 8 and word[0].isalpha() and word.upper() == word
