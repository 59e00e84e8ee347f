"""Which of those met before a bare noun can mean: "the agency", "the group", "the militants", a surname."""

from __future__ import annotations

from typing import Final

from dashboard.reading.claimants.homes import can_be_called
from dashboard.reading.claimants.spokesmen import is_initials
from dashboard.reading.context import Context
from dashboard.reading.tables.names import OWN_BODY, Names, Party
from dashboard.reading.text.wordlist import drop_possessive

GROUP_KINDS: Final = frozenset({"speaker", "army", ""})


def can_mean(context: Context, words: list[str], party: Party, met: tuple[Party, str]) -> bool:
    """Whether a surname or a bare noun ("the agency") can mean one met before: by its words, or by its kind."""
    other, text = met
    last = words[-1].lower()
    if is_initials(words[-1]) and not text.endswith(words[-1]):
        return False  # "the KBF" is no fighter of theirs
    said = [drop_possessive(word.lower()) for word in text.replace("’", "'").split()]
    said = [context.words.names.ranks.get(word.strip("."), word) for word in said]
    if _is_other_office(words, said, context.words.names):
        return False
    if (last in said or f"{last}s" in said) and len(said) > len(words):
        return True
    is_same_kind = other.kind == party.kind and other.known and party.kind not in ("speaker", "government")
    is_same_kind = is_same_kind and can_be_called(other.claimant, party.claimant)
    is_meant = (
        other.kind in context.words.names.meanings.get(last, ()) and party.kind not in OWN_BODY
    )  # "the defence ministry" is no other
    if other.kind == "group" and any(word.lower() not in context.words.names.creeds for word in words[1:-1]):
        is_meant = is_same_kind = False  # "the human rights group" is no armed one
    return party.vague and (is_same_kind or is_meant or (last in context.words.names.groups and _is_group(other, said)))


def _is_other_office(words: list[str], said: list[str], names: Names) -> bool:
    """ "The prime minister" is no "foreign minister", though both are ministers."""
    own = [word.lower() for word in words]
    if len(own) < 3 or own[-1] not in names.department_heads or own[-1] not in said[1:]:
        return False
    other = said[said.index(own[-1], 1) - 1]
    return other in names.departments and own[-2] in names.departments and other != own[-2]


def _is_group(other: Party, said: list[str]) -> bool:
    """Whether one met before that nobody knows is a group: it has a name, and is nobody's person."""
    return (
        not (other.known or other.is_person)
        and len(said) > 1
        and other.claimant[:1].isupper()
        and other.kind in GROUP_KINDS
    )
