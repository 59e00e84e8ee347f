"""Whose troops, where an alliance has those of many countries: "the UN force of 900 men from 20 nations"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.figures.elements import COUNTED
from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.forces.fighting import FightingForces
from dashboard.reading.forces.in_article import CARRIED, HOME
from dashboard.reading.forces.owners import find_noun_after, modifies
from dashboard.reading.forces.pronouns import find_pronoun
from dashboard.reading.forces.sides import list_phrase
from dashboard.reading.forces.words import Named

MISSION: Final = 5  # words from "UN" to "which" behind its mission


class MissionForces(FightingForces):
    """The forces of one article, and which alliance has the troops of several of them."""

    def _find_standing_mission(self, index: int, one: Quantity) -> str:
        """The alliance named before that "it" or "the force" stands for, which has the troops of many countries."""
        if find_pronoun(one.tokens, one.place, max(one.head.end, one.place + 1), self._tables) is None:
            return ""
        before = (self._read(earlier)[1] for earlier in range(index - 1, max(-1, index - CARRIED - 1), -1))
        named_there = ([force.name for force in found if self._kinds[force.name] == "alliance"] for found in before)
        return next((alliances[0] for alliances in named_there if alliances), "")

    def _find_told_mission(self, index: int) -> str:
        """The mission told of just before that has the troops of a list of countries: "900 men from Togo, Mali"."""
        for earlier in range(index - 1, max(-1, index - MISSION + 1), -1):
            tokens, named = self._read(earlier)
            for force in named:
                is_alliance = self._kinds[force.name] == "alliance"
                if is_alliance and find_noun_after(tokens, force, self._tables) == "body":
                    return force.name
                if is_alliance and tokens.raw[force.start].isupper() and tokens.raw[force.start] != force.name:
                    return force.name  # "ATMIS"
        return ""

    def _find_joined(self, index: int, one: Quantity, named: list[Named]) -> str:
        """The alliance that troops of many countries join: "soldiers from 39 nations take part in | NATO's mission"."""
        after = [force for force in named if force.start > one.place and self._kinds[force.name] == "alliance"]
        starts = one.tokens.starts
        return next((force.name for force in after if not self._speaks_at(index, starts[force.start])), "")

    def _find_mission(self, one: Quantity, named: list[Named]) -> str:
        """The alliance that has the troops of many countries: "the NATO force has 1,700 men from eight nations"."""
        found = self._find_before(one, named)
        if self._kinds.get(found) == "alliance":
            return found
        before = [force for force in named if force.end <= one.place and self._kinds[force.name] == "alliance"]
        which = [force for force in before if "which" in one.tokens.words[force.end : force.end + MISSION]]
        return which[-1].name if which else ""  # "UNIFIL, the UN peacekeeping mission, which has"

    def _find_standby(self, one: Quantity) -> str:
        """Whose "regional" or "standby" force is counted: of the alliance that the article is about."""
        words = one.tokens.words[max(0, one.lead.start - 3) : one.lead.start]
        is_joint = words[-1:] == ["of"] and words[-2:-1] == ["force"] and words[0] in self._tables.joint | {"standby"}
        return self._find_commonest("alliance", set(), times=HOME) if is_joint else ""

    def _find_allied(self, one: Quantity, named: list[Named]) -> str:
        """Whose "international troops" are: of the alliance named before with its men, "clashes with | NATO | men"."""
        allied = [force for force in named if force.end <= one.place and self._kinds[force.name] == "alliance"]
        owners = [force.name for force in allied if modifies(one.tokens, force, self._tables)]
        among = [force.name for force in allied if find_noun_after(one.tokens, force, self._tables) in COUNTED]
        return (owners or among or [""])[-1] if "international" in list_phrase(one) else ""
