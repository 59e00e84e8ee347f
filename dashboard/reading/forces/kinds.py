"""Of what kind those are whom a figure counts: soldiers of a state, rebels of a group, or fighters of either."""

from __future__ import annotations

from typing import Final

from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.forces.naming import is_killing
from dashboard.reading.forces.sides import is_loss
from dashboard.reading.forces.words import ForceTables
from dashboard.reading.text.tokens import NUMBER
from dashboard.records import Measure

NUMBER_OF: Final = 16  # words from "the number of" to the number
_HAVING: Final = (
    ["have"],
    ["had"],
    ["has"],
    ["number"],
    ["numbered"],
    ["with"],
    ["claim"],
    ["claims"],
    ["count"],
    ["command"],
    ["field"],
    ["of"],
)


def find_kind(one: Quantity, tables: ForceTables) -> str:
    """Whose the noun of a figure is by itself: "regular" is a state's, "irregular" a group's, "fighters" either's."""
    noun = _find_noun(one, tables)
    if not tables.irregular.isdisjoint(noun):
        return "irregular"
    if not tables.states.isdisjoint(noun):
        return "regular"
    if not tables.fighters.isdisjoint(noun):
        return "fighters"
    if _is_of_irregulars(one, tables):
        return "irregular"
    if is_loss(one):
        return _find_payer(one, tables)
    is_regular = is_killing(one.tokens, one.place, tables) or not tables.regular.isdisjoint(noun)
    return "regular" if is_regular or are_of_units(one, tables) else ""


def _find_payer(one: Quantity, tables: ForceTables) -> str:
    """On whose side they are who won at a cost: "| Marines | took the town from rebels at the cost of six dead"."""
    kinds = {**dict.fromkeys(tables.regular | tables.states, "regular"), **dict.fromkeys(tables.irregular, "irregular")}
    return next((kinds[word] for word in one.tokens.words[: one.lead.start] if word in kinds), "")


def are_of_units(one: Quantity, tables: ForceTables) -> bool:
    """Whether they are the men of battalions or brigades, which an army has: "six battalions | with 3,000 men"."""
    words, at = one.tokens.words, one.lead.start - 1
    if _are_of_numbered(one, tables):
        return True
    found = tables.nouns.nouns.match(words, at - 1) if at > 1 and words[at] in ("with", "of") else None
    return found is not None and found[1].kind == "bodies" and tables.irregular.isdisjoint(words[max(0, at - 3) : at])


def has_fighters(one: Quantity, tables: ForceTables) -> bool:
    """Whether fighters are lost, or are what somebody has: "it has 400 fighters"; not "it sent 400 fighters"."""
    is_had = one.tokens.words[one.lead.start - 1 : one.lead.start] in _HAVING
    return (is_had or one.measure is not Measure.TROOPS) and find_kind(one, tables) == "fighters"


def _is_of_irregulars(one: Quantity, tables: ForceTables) -> bool:
    """Whether rebels have them: "the separatists say they have 40,000 men"; not those who fight rebels."""
    words, start = one.tokens.words, one.lead.start
    if one.tokens.word(one.head.start) not in tables.anyone or words[start - 1 : start] not in _HAVING:
        return False
    at = next((at for at in range(start - 2, max(-1, start - 7), -1) if words[at] in tables.irregular), None)
    return at is not None and tables.attacking.isdisjoint(words[max(0, at - 3) : at])


def _find_noun(one: Quantity, tables: ForceTables) -> set[str]:
    """The words of the noun of a figure: after it, or before it ("the rebels, who number about 300")."""
    words = one.tokens.words
    if one.head.kind != "none":
        members = words[one.head.end : one.head.end + 4] if words[one.head.end : one.head.end + 1] == ["of"] else []
        return {*words[one.place + 1 : one.head.end], *members}  # "600 members of the security forces"
    counted = _find_counted(one, tables)
    if counted:
        return counted
    at = one.lead.start - 1
    while at > 0 and (words[at] in tables.counting or words[at] == NUMBER):
        at -= 1
    return {words[at]} if 0 <= at < one.lead.start - 1 else set()


def _find_counted(one: Quantity, tables: ForceTables) -> set[str]:
    """The noun of "put the number of | militants | killed in May at 290"."""
    after = one.tokens.words[one.place + 1 : one.place + 6]
    if after[:3] == ["the", "number", "of"]:
        return set(after[3:])  # "bringing to 230 | the number of rebels at the camp"
    at = find_number_of(one, tables)
    return set(one.tokens.words[at + 2 : at + 4]) if at is not None else set()


def find_number_of(one: Quantity, tables: ForceTables) -> int | None:
    """Where "number" stands in "put the | number | of troops close to the border at 290"."""
    start = max(0, one.lead.start - NUMBER_OF)
    words = one.tokens.words[start : one.lead.start]
    if words[-1:] != ["at"]:
        return None
    counted = (at for at, word in enumerate(words) if word in tables.measured and words[at + 1] in ("of", "for"))
    return next((start + at for at in counted), None)


def _are_of_numbered(one: Quantity, tables: ForceTables) -> bool:
    """Whether they are of a unit that is known by its number: "300 men | of the 34th Regiment"."""
    words = one.tokens.words
    end = next((at for at in range(one.place + 1, min(one.place + 4, len(words))) if words[at] == "of"), None)
    if end is None or words[end + 1 : end + 2] != ["the"] or not one.tokens.word(end + 2)[:1].isdigit():
        return False
    after = range(end + 3, min(end + 6, len(words)))
    found = (tables.nouns.nouns.match(words, at) for at in after)
    return any(one is not None and one[1].kind == "body" for one in found)
