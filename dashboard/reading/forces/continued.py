"""Whose troops a figure goes on counting: those of the figure before, or of the sentence before."""

from __future__ import annotations

from typing import Final, NamedTuple

from dashboard.reading.context import Context
from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.forces.acting import acts
from dashboard.reading.forces.antecedents import AntecedentForces
from dashboard.reading.forces.in_article import CARRIED
from dashboard.reading.forces.kinds import find_kind, find_number_of
from dashboard.reading.forces.naming import find_before, find_with, is_killing, is_target
from dashboard.reading.forces.owners import find_noun_after, modifies
from dashboard.reading.forces.sides import (
    counts_own,
    find_foes,
    is_estimate,
    is_loss,
    is_noun_put,
    is_of_subject,
    is_opposed,
    is_share,
    list_phrase,
    points_back,
)
from dashboard.reading.forces.topics import find_topic
from dashboard.reading.forces.words import Named
from dashboard.records import LIST_SEPARATOR, Measure
from dashboard.vocabulary import Vocabulary

JOINED: Final = 5  # words between two numbers of one noun phrase
NOUN: Final = 5  # words from a figure to who is named in its noun
QUESTION: Final = 12  # words of a question that is a heading
ROUND: Final = 10  # "2,783" that comes again is hardly another's, "3,000" may be


class LastFigure(NamedTuple):
    """The figure before: whose troops it counts, and its place when it stands in the same sentence."""

    force: str
    place: int | None


class ContinuedForces(AntecedentForces):
    """The forces of one article, and whom its figures were found to count so far."""

    def __init__(self, context: Context, vocabulary: Vocabulary) -> None:
        super().__init__(context, vocabulary)
        self._victims = ""
        self._told: dict[tuple[int | None, int | None, Measure], str] = {}  # whose troops a number was the first time

    def _find_like(self, index: int, one: Quantity, named: list[Named], last: LastFigure, claimant: str) -> str:
        """Whose troops a figure without a noun counts: of who is named since the last figure, else those of that."""
        told = self._find_told(index, one, named, last)
        people = [force.name for force in named if force.form == "people" and force.end <= one.lead.start]
        if people and is_estimate(one, self._tables) and one.tokens.word(one.lead.start - 2) == "them":
            return people[-1]  # "Moscow has hired Syrians; they put them at 2,000"
        counted = find_number_of(one, self._tables)  # "put the number of troops at the border at 900"
        is_for = counted is not None and one.tokens.word(counted + 1) == "for"  # "the number for Iraq and Syria"
        is_told = counted is not None and (is_for or not any(counted < force.start < one.place for force in named))
        if counted is not None and find_kind(one, self._tables) == "regular" and not self._fits(told, "country"):
            told = ""  # "killed 90 rebels; others put the number of dead soldiers at 9"
        is_told = is_told or (is_estimate(one, self._tables) and not is_of_subject(one, self._tables))
        is_told = is_told or is_noun_put(one, named, self._tables)
        if points_back(one) and find_kind(one, self._tables) == "irregular":
            is_told = "mercenaries" in list_phrase(one)  # "killed 84 Russian mercenaries. Mali hired 1,000 | of the"
            told = told if is_told or self._fits(told, "group") else ""  # "killed nine soldiers. Eight | of the rebels"
        same = "" if one.measure is not Measure.TROOPS else self._find_same(one, find_foes(one, named, self._tables))
        if same or (told and is_told):
            return same or told
        inside = one.tokens.owns[one.place + 1 : max(one.head.end - 1, one.place + 1)]
        is_owned = any(inside)  # "27 of the mission's men"
        since = [force for force in _list_since(named, last) if not self._only_speaks(index, one, force)]
        if told and self._are_taken(one, last):
            since = [force for force in since if modifies(one.tokens, force, self._tables)]
        own = "" if counts_own(one) or is_owned else self._find_before(one, since)
        own = own or self._find_hit(one, since)
        if points_back(one) and find_kind(one, self._tables) == "irregular" and not self._fits(own, "group"):
            own = ""  # "a Peruvian policeman and three | of the gunmen"
        return own or self._find_antecedent(index, one, named, claimant) or ("" if self._points_at_body(one) else told)

    def _find_told(self, index: int, one: Quantity, named: list[Named], last: LastFigure) -> str:
        """Whose troops the text was telling of: those of the figure before, or of the sentence before."""
        if is_loss(one):
            return ""  # "killed 64 rebels for the loss of two"
        if last.place is not None and self._has_lost(one, last.place):
            return ""  # "the rebels lost nine men and killed 90"
        if last.place is not None:
            both = is_killing(one.tokens, last.place, self._tables) and is_killing(one.tokens, one.place, self._tables)
            return last.force if both or last.force not in find_foes(one, named, self._tables) else ""
        just = "" if index - 1 in self._counted else self._find_just_named(index) or self._find_opening(index, one)
        told = just or ("" if last.force in find_foes(one, named, self._tables) else last.force)
        is_done = is_killing(one.tokens, one.place, self._tables) or one.head.kind == "pronoun"  # "killed 90 of them"
        if one.measure is not Measure.TROOPS and self._kinds.get(told) == "group" and not is_done:
            return self._victims or told  # the toll is of those who died before, not of the fighters who came
        return told

    def _has_lost(self, one: Quantity, last: int) -> bool:
        """Whether who lost the last ones killed these: the two are of two sides."""
        is_killed = is_killing(one.tokens, one.place, self._tables)
        return is_killed and not self._tables.losing.isdisjoint(one.tokens.words[max(0, last - 2) : last])

    def _is_joined(self, one: Quantity, last: int, named: list[Named]) -> bool:
        """Whether one noun phrase goes on: "9,000 full-time fighters and | tens of thousands of reservists"."""
        between = one.tokens.words[last + 1 : one.lead.start]
        is_listed = between[-1:] in (["and"], ["plus"]) and len(between) <= JOINED
        is_plain = one.measure is Measure.TROOPS and self._tables.killing.isdisjoint(between)
        is_plain = is_plain and not any(word in self._tables.auxiliaries for word in between)
        is_plain = is_plain and find_kind(one, self._tables) != "irregular"  # "nine men and | 70 attackers"
        return is_listed and is_plain and not any(last < force.start < one.head.end for force in named)

    def _find_in_row(
        self, index: int, one: Quantity, named: list[Named], last: LastFigure | None, claimant: str
    ) -> str | None:
        """Whose troops, where they are some of those just counted in the sentence, or a side's own dead; else None.

        Who killed those just counted, and lost these, is named before them or speaks.
        """
        if last and last.place is not None and (is_share(one, self._tables) or self._is_joined(one, last.place, named)):
            return last.force
        if last and last.place is not None and is_opposed(one, self._tables):
            return self._carry(index, "", set(last.force.split(LIST_SEPARATOR)))  # "40,000 men | against 20,000"
        loser = self._find_loser(index, one, named)
        if (
            loser
            or last is None
            or last.place is None
            or one.tokens.word(one.lead.start - 1) not in self._tables.losing
        ):
            return loser or None
        if not is_killing(one.tokens, last.place, self._tables):
            return None
        killers = self._find_country(claimant)
        return killers if killers != last.force else ""

    def _carry(self, index: int, wanted: str, foes: set[str], *, counted: bool = False) -> str:
        """The force of the nearest sentence before that names one of the kind wanted, no foe of theirs.

        With `counted` one that a figure there was found to count is as good: the dead are told of in a row.
        """
        for earlier in range(index - 1, max(-1, index - CARRIED - 1), -1):
            tokens, named = self._read(earlier)
            fitting = [force for force in named if self._fits(force.name, wanted) and force.name not in foes]
            silent = [force for force in fitting if not self._speaks(earlier, force)]
            found = find_topic(tokens, silent, self._tables) or find_topic(tokens, fitting, self._tables)
            last = self._counted.get(earlier, "") if counted or earlier == index - 1 else ""
            if found or (last and last not in foes and self._fits(last, wanted)):
                return found or last
        return ""

    def _find_just_named(self, index: int, *, first: bool = False) -> str:
        """Whose troops the sentence just before names, where it counts none: "Japan hires Nepalis. | 450 of them"."""
        if not index:
            return ""
        tokens, named = self._read(index - 1)
        if "?" in tokens.words[-3:] and len(tokens) <= QUESTION:
            named = [force for force in named if not self._is_place(tokens, force)]
            return named[-1].name if named else ""  # "How strong is M23? | Some put it at 900"
        has_troops = not self._tables.troop_words.isdisjoint(tokens.words)
        silent = [force for force in named if not self._speaks(index - 1, force)]
        is_us = not self._tables.speakers.isdisjoint(self._read(index)[0].words)  # who says "we" is not "them"
        named = silent if is_us else silent or named
        troops = [force for force in named if has_troops or modifies(tokens, force, self._tables)]
        return find_topic(tokens, troops, self._tables, first=first)

    def _find_hit(self, one: Quantity, named: list[Named]) -> str:
        """Whose camp was attacked in a sentence that counts the dead: "stormed a Malian post, killing 90"."""
        if not is_killing(one.tokens, one.place, self._tables):
            return ""
        hit = [force for force in named if force.end <= one.place and is_target(one.tokens, force, self._tables)]
        hit = [
            force
            for force in hit
            if modifies(one.tokens, force, self._tables) and not self._is_place(one.tokens, force)
        ]
        return hit[-1].name if hit else ""

    def _are_taken(self, one: Quantity, last: LastFigure) -> bool:
        """Whether somebody only does something with those counted: "Togo has shipped 900 | of them"."""
        verb = one.tokens.words[max(0, one.lead.start - 2) : one.lead.start]
        if one.head.kind == "none" and last.place is None and not self._tables.ferrying.isdisjoint(verb):
            return True  # "Syrians fight there too. Turkey has flown in about 900"
        of = one.tokens.words[one.place + 1 : one.place + 3]
        if of == ["of", "whom"]:
            return last.place is not None
        return of == ["of", "them"] and self._tables.giving.isdisjoint(
            one.tokens.words[max(0, one.lead.start - 2) : one.place]
        )

    def _only_speaks(self, index: int, one: Quantity, force: Named) -> bool:
        """Whether a body only tells of the troops: "Chad's | military | claims 900"; not "Chad's military has 900"."""
        is_body = find_noun_after(one.tokens, force, self._tables) == "body"
        own = not self._tables.tallies.isdisjoint(one.tokens.words[force.end : one.place])  # "claims a strength of 900"
        is_silent = not is_body or own or acts(one.tokens, force, one.place, self._tables)
        return not is_silent and self._speaks_at(index, one.tokens.starts[force.start])

    def _find_opening(self, index: int, one: Quantity) -> str:
        """Whom "it" or "they" at the head of a sentence goes on about: "| Togo | has a camp. It says that 90"."""
        if not index or one.tokens.word(0) not in ("it", "they"):
            return ""
        tokens, named = self._read(index - 1)
        first = named[0] if named and named[0].start <= 1 and named[0].form == "name" else None
        return first.name if first and not tokens.owns[first.end - 1] else ""

    def _find_before(self, one: Quantity, named: list[Named]) -> str:
        """Who has the troops in the words before; nobody where they kill them."""
        if is_opposed(one, self._tables) or is_loss(one) or is_killing(one.tokens, one.place, self._tables):
            return ""  # "Malian forces killed 30 fighters" counts somebody else's dead
        doer = find_with(one.tokens, one.lead.start, named, self._tables) if one.lead.before == "with" else ""
        return doer or find_before(one.tokens, one.place, named, self._tables)

    def _find_same(self, one: Quantity, foes: set[str]) -> str:
        """Whose troops the very number was where the article gave it before; a round one is many a force's."""
        is_round = (one.figure.low or one.figure.high or 0) % ROUND == 0
        is_round = is_round and one.tokens.word(one.place - 1) != "the"  # "half of the 200"
        same = "" if is_round else self._told.get((one.figure.low, one.figure.high, one.measure), "")
        return same if same not in foes else ""


def _list_since(named: list[Named], last: LastFigure) -> list[Named]:
    """The forces named after the figure before, without those that its own noun names: "900 | Danish troops"."""
    if last.place is None:
        return named
    whose, noun = last.force.split(LIST_SEPARATOR), range(last.place, last.place + NOUN)
    since = [force for force in named if force.start > last.place]
    return [force for force in since if force.start not in noun or force.name not in whose]
