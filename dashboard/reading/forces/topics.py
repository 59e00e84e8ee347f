"""Whom a sentence is about: whose troops those after it go on telling of."""

from __future__ import annotations

from typing import Final

from dashboard.reading.figures.elements import COUNTED
from dashboard.reading.forces.acting import acts
from dashboard.reading.forces.naming import JOINING, PART
from dashboard.reading.forces.owners import find_noun_after, is_place, modifies
from dashboard.reading.forces.words import ForceTables, Named
from dashboard.reading.text.tokens import Tokens
from dashboard.records import LIST_SEPARATOR

TOPIC: Final = 60  # words from the end of a sentence back to whom it is about
_PARTING: Final = frozenset({"including", "among"})


def find_topic(tokens: Tokens, named: list[Named], tables: ForceTables, *, first: bool = False) -> str:
    """Whose troops a sentence ends on, for those after it: the last whose troops it names, else the last who acts.

    With `first` the first of them is meant: "Kenyans have come, where rebels stand. 900 of | them | are here".
    """
    near = [force for force in named if len(tokens) - force.end <= TOPIC]
    near = [force for force in near if not _is_some(tokens, force)]
    ranked = [(_rank_topic(tokens, force, tables), force) for force in near]
    best = max((rank for rank, _ in ranked), default=0)
    if not best:
        return ""
    places = [place for place, (rank, _) in enumerate(ranked) if rank == best]
    last = places[0] if first else places[-1]
    chosen = [ranked[last][1]]
    for place in range(last - 1, -1, -1):
        earlier = ranked[place][1]
        is_listed = tokens.words[earlier.end : chosen[0].start] in JOINING
        if not is_listed or is_place(tokens, earlier, tables):
            break  # "in Juba, Japan's engineers"
        chosen.insert(0, ranked[place][1])
    return LIST_SEPARATOR.join(dict.fromkeys(force.name for force in chosen))


def _is_some(tokens: Tokens, force: Named) -> bool:
    """Whether those named are only some of others: "including | Chileans |", "counts | Chileans | among its men"."""
    before = tokens.words[max(0, force.start - PART) : force.start]
    return not _PARTING.isdisjoint(before) or tokens.word(force.end) == "among"


def _rank_topic(tokens: Tokens, force: Named, tables: ForceTables) -> int:
    """3 for who stands before a noun of troops, 2 for who sends or has them, 1 for a body of them, 0 for none."""
    if _is_said_to_be(tokens, force, tables):
        return 3
    if not modifies(tokens, force, tables):
        if (
            force.form == "adjective"
            and tokens.word(force.end) in tables.carriers
            and tokens.word(force.start - 1) == "a"
        ):
            is_aboard = tokens.word(force.start - 2) in ("on", "aboard", "in", "by")
            return 0 if is_aboard else 2  # "a Peruvian helicopter crashed. Five officers died"
        if _has_rebels(tokens, force, tables):
            return 3
        return 2 if acts(tokens, force, len(tokens), tables) else 0
    if force.form == "people" or find_noun_after(tokens, force, tables) in COUNTED:
        return 3
    return 2 if acts(tokens, force, len(tokens), tables) else 1


def _is_said_to_be(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether troops are told to be somebody's: "soldiers believed to be | North Korean | unload crates"."""
    before = tokens.words[max(0, force.start - 3) : force.start]
    is_told = before[1:] == ["to", "be"] and before[0] in tables.thinking
    return is_told and not tables.troop_words.isdisjoint(tokens.words[: force.start])


def _has_rebels(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a group is named behind its fighters: "the rebels of the | CPC |"."""
    first = force.start - (tokens.word(force.start - 1) == "the")
    is_group = tables.kinds.get(force.name) == "group" and tokens.word(first - 1) in ("of", "from")
    return is_group and tokens.word(first - 2) in tables.irregular | tables.fighters
