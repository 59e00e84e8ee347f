"""Where the dateline of an agency ends, "NAIROBI, March 18 (Agency) - ": nothing in it is said, nobody in it speaks."""

from __future__ import annotations

import re
from typing import Final

# The town in capitals, perhaps a country and a day, then the agency in brackets or a day; closed by a dash or a colon.
_TOWN: Final = r"[A-Z][A-Z’'.-]+(?:[\s/-]+[A-Z][A-Z’'.-]+){0,3}(?:[,/]\s?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?){0,2}"
_PLACE: Final = r"(?:,?\s\([A-Z][a-z]+\))?"  # the country in brackets
_DAY: Final = r"(?:\s?,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)"
_AGENCY: Final = r"\s*\([A-Z][^()\n]{1,60}\)"
_DASH: Final = r"\s*(?:[-–—_:]+|\.\s?-+)(?=\s|[A-Z“\"])"
_DATE: Final = r"[A-Z][a-z]{2,8}\.?\s\d{1,2}\s"
_FULL: Final = r"\s*\([A-Z][^()\n]{1,40}\d{4}\)"  # with the day inside the brackets there need be no dash
_HEADS: Final = rf"{_TOWN}{_PLACE}{_DAY}?{_AGENCY}|{_TOWN}{_DAY}|(?:{_DATE})?\([A-Z][A-Za-z /]{{1,30}}\)"
_TIME: Final = r"\d{1,2}[:.]\d{2}(?:\s?(?:GMT|UTC|BST|CET|EST|ET))?\s(?=[A-Z“\"])"  # in a log: "14:05 Senegal said"
_PLAIN: Final = re.compile(r"[A-Z][a-zé]+(?:\s[A-Z][a-zé]+)?\s[–—]\s(?=[A-Z“\"])")  # "Bamako – Kenya said"
_SECOND: Final = re.compile(r"\s[–—]\s")  # "Togo – Ghana's neighbour – said": no dateline
_DATELINE: Final = re.compile(rf"(?:(?:{_HEADS}){_DASH}|{_TOWN}{_FULL}|{_TIME})\s*")


def find_dateline_end(text: str, start: int, end: int) -> int:
    """Where the sentence at `start:end` begins behind its dateline; `start` when it has none.

    >>> text = "DAKAR, May 3 (AFP) - Senegal said"
    >>> text[find_dateline_end(text, 0, len(text)):]
    'Senegal said'
    >>> find_dateline_end("Dakar – Mali said", 0, 17)
    8
    >>> find_dateline_end("Senegal (and Mali) - said", 0, 25)
    0
    """
    match = _DATELINE.match(text, start, min(end, start + 160))
    if match:
        return match.end()
    plain = _PLAIN.match(text, start, end)
    return plain.end() if plain and not _SECOND.search(text, plain.end(), end) else start
