"""Whom "it", "its", "the group" or "the army" stands for, where they have the troops that a figure counts."""

from __future__ import annotations

from typing import Final

from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.forces.naming import find_before
from dashboard.reading.forces.owners import is_place
from dashboard.reading.forces.pronouns import FAR, find_pronoun, find_stands_for, find_subject
from dashboard.reading.forces.referents import NEAR, ReferentForces
from dashboard.reading.forces.sides import find_foes, is_loss
from dashboard.reading.forces.topics import find_topic
from dashboard.reading.forces.words import Named
from dashboard.reading.text.tokens import NUMBER, Tokens

REACH: Final = 7  # words from a number back to "the contingent"


class AntecedentForces(ReferentForces):
    """The forces of one article, and whom its pronouns stand for."""

    def _find_antecedent(self, index: int, one: Quantity, named: list[Named], claimant: str) -> str:
        """Whom a pronoun or "the group" stands for, where they send, have or lose the troops."""
        tokens = one.tokens
        at = find_pronoun(tokens, one.place, max(one.head.end, one.place + 1), self._tables)
        if at is None and one.lead.before == "with":
            at = self._find_doer(tokens, one.lead.start, named)
        if at is not None and is_loss(one) and tokens.words[at] not in self._tables.pronouns:
            return ""  # "killed 90 of the group's fighters for the loss of two men"
        if at is None:
            return self._find_headline_army() if self._is_contingent(one, named) else ""
        meant = self._find_owner(index, one, at, named, claimant)
        if meant is not None:
            return meant
        if self._is_general(tokens, at, named):
            return self._find_main_army()
        foes = find_foes(one, named, self._tables)  # "Chad accused Niger of killing three of its soldiers"
        if not any(force.end <= at and self._can_be(tokens, force, tokens.words[at], "") for force in named):
            at = find_subject(tokens, at, self._tables)  # "The army put its own losses at 14"
        is_state = tokens.words[at] in self._tables.armies | self._tables.regimes
        is_army = is_state and tokens.word(at - 1) != "its"
        army = self._find_army(index, foes) if is_army else ""
        return army or self._find_named_for(index, one, at, named, foes)

    def _find_owner(self, index: int, one: Quantity, at: int, named: list[Named], claimant: str) -> str | None:
        """Whose "his men", "his countrymen" and "900 of its 4,000 troops" are; None for any other pronoun."""
        tokens = one.tokens
        before = [force for force in named if force.end <= at]
        is_his = self._is_his(tokens, at)
        if is_his and tokens.word(0) in ("its", "their") and not before:
            return self._find_named_for(index, one, 0, named, set())  # "Its president spoke of 900 of | his | men"
        if is_his and tokens.word(0) == "in" and before and before[0].start == 1:
            return before[0].name  # "In Chechnya, its leader said that 900 of | his | men"
        his = self._find_country(claimant) if is_his else ""
        if his:
            return his
        if tokens.word(at + 1) in self._tables.compatriots:
            return self._find_homeland(index, before)
        is_share = tokens.words[max(0, at - 2) : at + 1] == [NUMBER, "of", "its"]
        whole = [force for force in before if self._kinds[force.name] == "alliance"] if is_share else []
        return whole[-1].name if whole else None  # "Togo has, in the UN mission, 900 of | its | 4,000 troops"

    def _is_his(self, tokens: Tokens, at: int) -> bool:
        """Whether a speaker's own country or army is meant: "the minister said that | his country | had 3,000 men"."""
        before = tokens.words[max(0, at - 1) : at + 1]
        return not {"his", "her"}.isdisjoint(before[:-1] if before[-1] in self._tables.standing else before)

    def _find_homeland(self, index: int, before: list[Named]) -> str:
        """The country of somebody without a name: "A soldier in Togo | spoke of 90 of his countrymen"."""
        for earlier in range(index, max(-1, index - NEAR - 1), -1):
            named = before if earlier == index else self._read(earlier)[1]
            countries = [force.name for force in named if self._kinds[force.name] == "country"]
            if countries:
                return countries[-1]
        return ""

    def _is_general(self, tokens: Tokens, at: int, named: list[Named]) -> bool:
        """Whether "his men" are those of an officer whose country is not said: "General Bautista denied that | his"."""
        is_his = tokens.words[at] in ("his", "her") and not any(force.end <= at for force in named)
        return is_his and not self._tables.officers.isdisjoint(tokens.words[:at])

    def _is_contingent(self, one: Quantity, named: list[Named]) -> bool:
        """Whether those are counted whom the article is about: "the | contingent | could grow to 300"."""
        words, start = one.tokens.words, max(1, one.lead.start - REACH)
        if any(force.end <= one.place for force in named):
            return False
        return any(
            words[at] in self._tables.contingents and words[at - 1] == "the" for at in range(start, one.lead.start)
        )

    def _find_main_army(self) -> str:
        """The country whose troops the article is about, else the one that it is set in."""
        return self._find_headline_army() or self._find_home(set())

    def _find_headline_army(self) -> str:
        """The country whose troops the headline or the first sentence names."""
        for index in range(min(2, len(self._context.sentences))):
            tokens, named = self._read(index)
            country = [force for force in named if self._kinds[force.name] == "country"]
            topic = find_topic(tokens, country, self._tables)
            if topic:
                return topic
        return ""

    def _find_doer(self, tokens: Tokens, start: int, named: list[Named]) -> int | None:
        """Where the pronoun stands that does something with them: "said it would hold a drill | with 900 men"."""
        for at in range(start - 1, max(-1, start - FAR), -1):
            if tokens.words[at] in self._tables.clause_ends or any(force.start == at for force in named):
                return None
            if tokens.words[at] in ("it", "they") or (
                find_stands_for(tokens, at, self._tables) and tokens.word(at - 1) == "the" and not tokens.owns[at]
            ):
                return at
        return None

    def _find_loser(self, index: int, one: Quantity, named: list[Named]) -> str:
        """Whose dead those are that a side lost while it killed others: "said it had killed 60 | and lost nine"."""
        words, lost = one.tokens.words, one.lead.start - 1
        if is_loss(one):
            subject = named[0] if named and named[0].start <= NEAR else None
            return subject.name if subject and not is_place(one.tokens, subject, self._tables) else ""
        if lost < 0 or words[lost] not in self._tables.losing:
            return ""
        killed = next((at for at in range(lost - 1, 0, -1) if words[at] in self._tables.killing), 0)
        before = [force for force in named if force.end <= killed]
        first = before[-1].end if before else max(0, killed - FAR)
        either = self._tables.pronouns | self._tables.possessives
        stands = next((at for at in range(killed - 1, first - 1, -1) if words[at] in either), None)
        if killed and stands is not None:
            foes = {force.name for force in named if killed < force.start < lost}
            return self._find_named_for(index, one, stands, named, foes)
        if not killed:
            return self._find_opening_loser(one, named)
        return find_before(one.tokens, killed, before, self._tables)

    def _find_opening_loser(self, one: Quantity, named: list[Named]) -> str:
        """Who loses them, told of in words of its own: "| A UN mission that stayed for years | lost 90 soldiers"."""
        before = [force for force in named if force.end < one.lead.start]
        is_alone = len(before) == 1 and before[0].start <= 1
        is_apart = is_alone and one.tokens.word(before[0].end + 1) in ("that", "which", "who")
        return before[0].name if is_apart else ""

    def _points_at_body(self, one: Quantity) -> bool:
        """Whether "the mission" or "the group" has them, and nothing tells which it is."""
        at = find_pronoun(one.tokens, one.place, max(one.head.end, one.place + 1), self._tables)
        kind = "" if at is None or at > one.place else find_stands_for(one.tokens, at, self._tables)
        return kind in ("alliance", "group")
