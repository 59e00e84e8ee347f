"""Patterns of what is denied or not confirmed: "it", "how many", "the reports of a deployment", "there are none"."""

from __future__ import annotations

import re
from typing import Final

# What a word that makes news false is said of, where no news is named: "that is not true", "called it a lie".
POINTER: Final = re.compile(
    r"\b(?:(?:called|calls|calling|branded|brands|labelled|described|describes)\s(?:it|them|this|that|these|those)"
    r"|(?:it|this|that)(?:\s(?:is|was)|['’]s)|(?:they|these|those)(?:\s(?:are|were)|['’]re))\s[^.,;]{0,40}\Z",
    re.IGNORECASE,
)

HOW_MANY: Final = re.compile(
    r"\s(?:from\s(?:\S+\s){1,5})?of\s(?:the\s)?(?:exact\s|precise\s)?numbers?\b"
    r"|\s(?:to\s)?(?:say\s|on\s)?(?:how\b|the (?:exact|precise) number\b|the number of\b"
    r"|what\b|where\b|when\b(?!,?\sor,?\s(?:whether|if)\b))",
    re.IGNORECASE,
)

OBJECT: Final = re.compile(
    r"\s(?:of\s|on\s|about\s)?(?:it|this|that|so|them)\b(?!\s(?!(?:as|again|on|in|at|last|yesterday|repeatedly|outright|flatly)\s)\w)",
    re.IGNORECASE,
)

AS: Final = re.compile(r"\bas\s[“\"]?(?:[\w-]+\s){0,3}\Z", re.IGNORECASE)

OF_OTHER: Final = re.compile(
    r"[”\"]?\s(?:of|about|that|it|he|they|by|to|in|with|over|for|from\s\w+\sthat)\s", re.IGNORECASE
)

OF_DEPLOYMENT: Final = re.compile(
    r"\s(?:of|about)\s(?:(?:the|such|any|its|their|this|a|an)\s)?(?:(?:troop|military|alleged|reported)s?\s)?"
    r"(?:deployments?|presence|arrival|dispatch|involvement|movements?|build-?ups?|landings?|incursions?|crossings?)\b"
    r"(?!\sof\s)",
    re.IGNORECASE,
)

NONE: Final = re.compile(r"\bthere\s(?:are|were|is|was|have\sbeen|had\sbeen)\snone(?=\W*(?:$|[.,;”\"]))", re.IGNORECASE)

# What there is none of where troops are asked about: "there had been | no such movement".
NO_MOVEMENT: Final = re.compile(
    r"\bthere\s(?:(?:is|was|were|are|has\sbeen|had\sbeen|have\sbeen)\s)no\s(?:such\s)?(?:troop\s|military\s)?"
    r"(?:movements?|deployments?|surge|build-?up|presence|incursions?|crossings?|reinforcements?|landings?)"
    r"(?=\W*(?:$|[.,;”\"]|of\s(?:troops|soldiers|forces)|there|here|(?:in|to|at|on|across)\s))",
    re.IGNORECASE,
)

EXISTING: Final = re.compile(r"\bthere\s(?:is|are|was|were)\snot?\s[^,;.]{0,40}\Z", re.IGNORECASE)
