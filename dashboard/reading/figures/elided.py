"""Whether a figure goes on with the words of the one before it: a list, a verb that is not said again, a comparison.

`start` is the place behind the words of the figure before.
"""

from __future__ import annotations

from typing import Final

from dashboard.reading.figures.candidates import Candidate, CountTables
from dashboard.reading.figures.elements import COUNTED

JOINING: Final = frozenset((",", "and", "or", "&", "with", "as", "including", "—", "–", ":"))
_LISTING: Final = JOINING | {"from", "of", "in", "the", "along", "together", "well"}
_WHERE: Final = (["in"], ["on"], ["at"], ["near"], ["during"], ["by"], ["outside"], ["inside"])
DID_REACH: Final = 4  # words from "soldiers" to "and police did"
EXCEEDING: Final = frozenset({"exceeds", "exceeded", "exceed"})
STANDING: Final = frozenset({"stood", "stands"})
THOSE_REACH: Final = 6  # words from "those" to "at 600"
_RELATIVE: Final = frozenset(("that", "which", "who", "when", "where", "after", "as"))


def is_same_list(start: int, one: Candidate) -> bool:
    """Whether no verb stands between the last figure and this one: "700 from Nepal and 500 from Ghana"."""
    tokens, end = one.tokens, one.lead.start
    joined = end > start and tokens.words[end - 1] in JOINING
    return joined and all(tokens.words[at] in _LISTING or tokens.raw[at][:1].isupper() for at in range(start, end))


def is_given_beside(start: int, one: Candidate) -> bool:
    """ "Chad provides 120, | Togo 90 and Benin 60": no verb again."""
    end = one.lead.start
    words = range(start + 1, end)
    is_named = len(words) > 0 and all(one.tokens.raw[at][:1].isupper() or one.tokens.words[at] == "the" for at in words)
    is_last = one.tokens.raw[end - 1][:1].isupper() and one.tokens.words[end - 3 : end - 1] == [",", "and"]
    return is_last or (is_named and one.tokens.words[start] in (",", "and"))  # "..., mostly marines, and Chad | 60"


def has_no_verb(start: int, one: Candidate, tables: CountTables) -> bool:
    """ "29 soldiers were killed on Monday, and | 60 rebels in the fighting": the verb before goes on."""
    words, end = one.tokens.words, one.head.end
    is_counted = one.head.kind in (*COUNTED, "none")
    if one.lead.before != "and" or not is_counted or words[end : end + 1] not in _WHERE:
        return False
    rest = words[end : next((at for at in range(end, len(words)) if words[at] in (",", ".", ";")), len(words))]
    own = rest[: next((at for at, word in enumerate(rest) if word in _RELATIVE), len(rest))]
    between = words[start : one.lead.start]
    verbs = tables.far.auxiliaries | tables.plain_verbs
    is_plain = verbs.isdisjoint(own) and not any(word.endswith("ed") for word in own)
    return is_plain and sum(word in tables.far.auxiliaries for word in between) <= 1


def is_compared(one: Candidate) -> bool:
    """Whether it counts what the figure before counts: "140 killed, up from 98", "30 wounded, two of them badly"."""
    tokens, at = one.tokens, one.lead.start - 2
    if one.head.kind == "pronoun" or (one.lead.before == "at" and at >= 0 and tokens.owns[at]):
        return True  # "Armenia's losses are put at 3,800, Azerbaijan's at 2,900"
    return one.head.kind == "none" and one.lead.before in ("from", "than", "with", "against", "of")


def repeats(one: Candidate) -> bool:
    """ "Thirty thousand. Not 300,000 and | not 150,000"."""
    return one.head.kind == "none" and one.lead.before == "not"


def points_back(one: Candidate, tables: CountTables) -> bool:
    """Whether it is another's number for what the sentence before counts: "Uganda put | it at 180"."""
    return _is_put(one) or _is_told_again(one, tables)


def _is_told_again(one: Candidate, tables: CountTables) -> bool:
    """ "The rebels claimed | 137", "has spoken of 900", "its own count stood at 51", "6,000 Fijian soldiers did"."""
    words, end = one.tokens.words, one.head.end
    did = next((at for at in range(end, min(end + DID_REACH, len(words))) if words[at] == "did"), None)
    if did is not None and one.tokens.word(did + 1) in (".", ",", ""):
        return True
    if one.head.kind != "none":
        return False
    before, other = one.lead.before, one.tokens.word(one.lead.start - 2)
    is_ended = not one.tokens.word(one.place + 1).isalpha() or one.tokens.word(one.place + 1) in ("and", "or")
    is_alone = one.lead.start == 0 or before in ("not", "“", '"')
    is_told = before in tables.far.claiming or before in EXCEEDING or (before == "of" and other in tables.speaking)
    return is_ended and (is_alone or is_told or (before == "at" and other in STANDING))


def _is_put(one: Candidate) -> bool:
    """ "Put | it at 180", "put the number at 180"."""
    tokens, at = one.tokens, one.lead.start - 2
    is_put = one.head.kind == "none" and one.lead.before == "at" and tokens.word(at) in ("it", "number", "figure")
    return is_put and not {"it", "the", "that"}.isdisjoint(tokens.words[max(0, at - 1) : at + 1])


def is_but(start: int, one: Candidate) -> bool:
    """ "Has lost 900 men in five years|, but only | 18 in the attack on the town"."""
    between = one.tokens.words[start : one.place]
    is_only = "but" in between and "only" in between[-3:]
    return is_only and one.head.kind == "none" and one.tokens.word(one.place + 1) in ("in", "on", "at", "during")


def is_of_those(one: Candidate) -> bool:
    """ "Put Danish deaths at 2,500 and those of Fiji at | 600"."""
    is_put = one.head.kind == "none" and one.lead.before == "at"
    return is_put and "those" in one.tokens.words[max(0, one.lead.start - THOSE_REACH) : one.lead.start]
