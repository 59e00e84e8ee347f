"""Whose troops, by the sides of a war: who speaks for his own, whom he fights, whose dead and rebels are counted."""

from __future__ import annotations

from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.forces.continued import ContinuedForces, LastFigure
from dashboard.reading.forces.in_article import CARRIED, HOME
from dashboard.reading.forces.kinds import find_kind
from dashboard.reading.forces.owners import modifies
from dashboard.reading.forces.sides import (
    MOSTLY,
    guess,
    is_held,
    is_killer,
    is_mourner,
    is_set_in,
    list_noun,
    list_phrase,
    says_own,
)
from dashboard.reading.forces.words import Named, find_named, is_outlet
from dashboard.reading.text.tokens import Tokens
from dashboard.records import Measure
from dashboard.vocabulary import Vocabulary

NAMELESS: Final = ("none", "measure", "pronoun", "whole")  # a figure without a noun is of the force of the one before
KILLED: Final = 6  # words from "we killed" to the number
GROUP_BACK: Final = 4  # sentences back to the armed group that is spoken of


class FightingForces(ContinuedForces):
    """The forces of one article, and on whose side those are whom a figure counts."""

    def __init__(self, context: Context, vocabulary: Vocabulary) -> None:
        super().__init__(context, vocabulary)
        self._numbered: dict[int, list[Named]] = {}
        self._guessers: dict[int, set[str]] = {}  # who estimates the troops of others
        self._dead = -CARRIED - 1, ""
        self._is_left_open = False  # whether it stays open whose troops the figure before counts

    def _find_numbered(self, index: int, tokens: Tokens) -> list[Named]:
        """The forces named in a sentence with numbers, without those of datelines and of papers."""
        if index not in self._numbered:
            first = self._context.dateline_end(index)
            every = find_named(tokens, self._tables, self._own.words)
            every = [force for force in every if tokens.starts[force.start] >= first]
            self._numbered[index] = [force for force in every if not is_outlet(tokens, force, self._tables)]
            self._guessers[index] = {one.name for one in every if tokens.word(one.end) in ("estimate", "estimates")}
        return self._numbered[index]

    def _find_own(self, index: int, one: Quantity, last: LastFigure | None, claimant: str) -> str | None:
        """Whose troops, where a speaker counts those of his own side or of the other; None where he does neither."""
        if self._are_enemies(one):
            return self._find_enemy(index, one, claimant, last)
        if says_own(one, self._tables) or self._are_ours(one):
            return self._find_side(index, one, claimant)
        if one.tokens.words[max(0, one.lead.start - 2) : one.lead.start] == ["we", "have"]:
            return self._find_country(claimant) or self._find_titled(index, one) or None
        return None

    def _are_enemies(self, one: Quantity) -> bool:
        """Whether the speaker tells of the other side: "we killed 30 | of them", "80 of them died and we lost six"."""
        words = one.tokens.words
        we = [at for at, word in enumerate(words) if word == "we"]
        is_of_them = words[one.place + 1 : one.place + 3] == ["of", "them"] and one.measure is not Measure.TROOPS
        killed = range(max(0, one.place - KILLED), one.place)
        kills = any(at in we and words[at + 1] in self._tables.killing for at in killed)
        is_enemy = "enemy" in words[max(0, one.lead.start - KILLED) : one.lead.start]  # "puts the enemy's dead at 90"
        return (kills and one.head.kind in NAMELESS) or (is_of_them and bool(we)) or is_enemy

    def _are_ours(self, one: Quantity) -> bool:
        """Whether a bare number is of "our troops", told of before it: "what | our troops | can still do at 2,500"."""
        words = one.tokens.words[: one.lead.start]
        ours = any(words[at] == "our" and words[at + 1] in self._tables.troop_words for at in range(len(words) - 1))
        return ours and one.head.kind == "none" and one.measure is Measure.TROOPS

    def _find_enemy(self, index: int, one: Quantity, claimant: str, last: LastFigure | None) -> str:
        """Whom the speaker's own side fights: the one told of before, else the other that the article is about."""
        own = {self._find_side(index, one, claimant)}
        told = last.force if last and last.force not in own else ""
        return told or self._carry(index, "", own) or self._find_commonest("country", own, least=2, times=HOME)

    def _find_side(self, index: int, one: Quantity, claimant: str) -> str:
        """The speaker's own side: "we lost six soldiers"; a soldier who is not named speaks for a state."""
        wanted = {"irregular": "group", "regular": "country"}.get(find_kind(one, self._tables), "")
        country = self._find_country(claimant) or self._find_titled(index, one)
        if country and self._fits(country, wanted):
            return country
        return self._carry(index, wanted, set()) or (self._find_commonest(wanted, set()) if wanted else "")

    def _find_titled(self, index: int, one: Quantity) -> str:
        """Whose president or minister a sentence names: "we have 900 men," | Chad's | president, Ana Diaz, said."""
        named = self._find_numbered(index, one.tokens)
        words, titles = one.tokens.words, self._tables.titles
        return next((one.name for one in named if not titles.isdisjoint(words[one.end : one.end + 2])), "")

    def _find_dead(self, index: int, one: Quantity, named: list[Named], foes: set[str], claimant: str) -> str:
        """The state whose soldiers died: told of, else who speaks, else where the article is set."""
        attacked = self._find_attacked(index, one, named)
        if attacked:
            return attacked
        country = self._find_country(claimant)
        is_own = self._fits(country, "country") and not is_killer(one, self._tables)
        known = self._find_victims(index, one, named, foes, country if is_own else "")
        known = known or (country if is_own else "") or self._find_army_here(index, one, foes) or self._find_home(foes)
        return known or self._find_commonest("country", foes, least=2, times=HOME)

    def _find_army_here(self, index: int, one: Quantity, foes: set[str]) -> str:
        """Whose "the army" is that the words before name: "in the last town held by | the army | 900 soldiers"."""
        words = one.tokens.words[: one.place]
        is_named = any(words[at] in self._tables.armies and words[at - 1] == "the" for at in range(1, len(words)))
        return self._find_army(index, foes) if is_named else ""

    def _find_attacked(self, index: int, one: Quantity, named: list[Named]) -> str:
        """Whose base was attacked, told by a pronoun: "a raid on | its | base killed 54 soldiers"."""
        words = one.tokens.words[: one.place]
        for at in range(2, len(words)):
            is_on = words[at - 1] in ("on", "against") and words[at - 2] in self._tables.attacks
            if words[at] in self._tables.possessives and is_on:
                return self._find_named_for(index, one, at, named, set())
        return ""

    def _last_dead(self, index: int, foes: set[str]) -> str:
        """The country whose dead were counted last, a few sentences back at most."""
        at, country = self._dead
        return country if index - at <= CARRIED and country not in foes else ""

    def _find_victims(self, index: int, one: Quantity, named: list[Named], foes: set[str], own: str) -> str:
        """The state whose soldiers are dead: one with troops here or before, else the one that is spoken of."""
        others = [force for force in named if force.name not in foes and self._fits(force.name, "country")]
        places = [force.name for force in others if not modifies(one.tokens, force, self._tables)]
        if places and not self._tables.local.isdisjoint(list_phrase(one)):
            return places[0]  # "killed dozens of local soldiers in Mali"
        with_troops = [force for force in others if modifies(one.tokens, force, self._tables)]
        here = {force.name for force in others if is_set_in(one.tokens, force)}
        mourners = [force for force in others if is_mourner(one.tokens, force, self._tables)]
        here = {force.name for force in mourners} or here
        with_troops = [force for force in with_troops if not mourners or force.end <= one.place]
        here = {own} if own and not mourners else here  # "Uganda's president says nine soldiers died in Somalia"
        if not with_troops and len(here) == 1:
            return here.pop()  # "in Nigeria's Borno State, rebels killed five soldiers"
        if with_troops:
            return min(with_troops, key=lambda force: abs(force.start - one.place)).name
        last = own or self._last_dead(index, foes)
        known = last or self._carry(index, "country", foes, counted=True) or self._default(index, list_noun(one))
        if known:
            return known
        names = {force.name for force in others}
        if len(names) == 1 or (names and not foes):  # "Armenia's losses are put at 300 soldiers"
            return guess(one.tokens, others, one.measure, self._tables) or others[0].name
        return self._find_commonest("country", foes)

    def _find_fighters(self, index: int, one: Quantity, named: list[Named], foes: set[str]) -> str:
        """The armed group that fighters are of; of prisoners the one that the article is about."""
        first = 0 if self._are_outlaws(one) else index  # "mutineers" are no rebel group's
        silent = [force for force in named if not self._is_spoken_for(one.tokens, force)]
        group = self._find_group(first, one.place, [force for force in silent if force.name not in foes], foes)
        words = one.tokens.words
        groups = (at for at in range(1, len(words)) if self._tables.standing.get(words[at]) == "group")
        at = next((at for at in groups if words[at - 1] == "the"), None)
        if not group and at is not None:  # "in the last town that | the group | holds there are 900 fighters"
            group = self._find_named_for(index, one, at, named, foes)
        return group or (self._find_commonest("group", foes) if is_held(one, self._tables) else "")

    def _is_spoken_for(self, tokens: Tokens, force: Named) -> bool:
        """Whether a group only has a spokesman here: "a spokesman for | the SDF |", "according to | the SDF |"."""
        first = force.start - (tokens.word(force.start - 1) == "the")
        is_person = tokens.word(first - 1) == "for" and tokens.word(first - 2) in self._tables.persons
        return is_person or tokens.words[max(0, first - 2) : first] == ["according", "to"]

    def _are_outlaws(self, one: Quantity) -> bool:
        """Whether those counted are of no group unless the sentence names it: "fourteen mutineers"."""
        return not self._tables.outlaws.isdisjoint(list_noun(one))

    def _find_rebels(self, index: int, one: Quantity, foes: set[str]) -> str:
        """The armed group that the sentences before or the article are about."""
        if self._are_outlaws(one):
            return ""
        times = HOME if "attackers" in list_noun(one) else MOSTLY
        return self._carry(index, "group", foes) or self._find_commonest("group", foes, times=times)

    def _find_group(self, index: int, place: int, named: list[Named], foes: set[str]) -> str:
        """The armed group that is spoken of nearest: its militants or fighters are meant."""
        groups = [force for force in named if self._kinds[force.name] == "group"]
        if groups:
            return min(groups, key=lambda force: abs(force.start - place)).name
        for earlier in range(index - 1, max(-1, index - GROUP_BACK - 1), -1):
            names = [one.name for one in self._read(earlier)[1] if self._kinds[one.name] == "group"]
            names = [name for name in names if name not in foes]
            if names:
                return names[-1]
        return ""
