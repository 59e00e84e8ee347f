"""Whose troops, over a whole article: what a sentence does not say itself is carried from those before it."""

from __future__ import annotations

from typing import Final

from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.forces.continued import LastFigure
from dashboard.reading.forces.fighting import NAMELESS
from dashboard.reading.forces.figures import find_at_figure
from dashboard.reading.forces.kinds import are_of_units, find_kind, find_number_of
from dashboard.reading.forces.missions import MissionForces
from dashboard.reading.forces.naming import describes, is_target
from dashboard.reading.forces.pronouns import find_pronoun, find_stands_for
from dashboard.reading.forces.sides import (
    find_foes,
    find_leading,
    find_respective,
    guess,
    is_estimate,
    is_included,
    is_of_many,
    is_of_subject,
    is_opposed,
    list_noun,
    list_phrase,
    points_back,
)
from dashboard.reading.forces.words import Named
from dashboard.records import LIST_SEPARATOR, Measure

OPENING: Final = 4  # words from "its" at the head of a sentence to "chief"
LABEL: Final = 3  # words from "US" to the colon of "US official:"
NEWS: Final = 8  # sentences that an article has at least
HAVING: Final = (["of"], ["has"], ["have"], ["had"], ["with"])
NOUN: Final = 4  # words from "the strength of" to whose it is
WHOSE: Final = 10  # words from "whose number" to the number
NEAR: Final = 3  # sentences back to whom a pronoun stands for


class ForceReader(MissionForces):
    """The forces of one article: each sentence is read at most once, and only where a figure asks for it."""

    def find_for_figure(self, index: int, one: Quantity, last: LastFigure | None, claimant: str) -> str:
        """Whose troops a figure of sentence number `index` counts, "" when nothing tells.

        `last` is the figure before, near enough that a figure without a noun of its own may count the same troops.
        What nothing else tells is told by who speaks: an army counts its own men.
        """
        self._is_left_open = last is not None and not last.force
        named = self._find_numbered(index, one.tokens)
        own = self._find_at(index, one, named)
        settled = self._settle(index, one, named, own, last, claimant)
        if settled is not None:
            return settled
        own = own or self._find_told_of(index, one, named, last, claimant)
        own = own or self._find_antecedent(index, one, named, claimant) or self._find_leaders(index, one, named)
        if not own and self._points_at_body(one):
            return ""
        own = own or self._find_around(index, one, named, claimant)
        if one.measure is not Measure.TROOPS:
            self._victims = own or self._victims
            if self._fits(own, "country") and own:
                self._dead = index, own
        self._recent = own if own and one.measure is Measure.TROOPS else self._recent
        self._counted[index] = own or self._counted.get(index, "")
        self._told.setdefault((one.figure.low, one.figure.high, one.measure), own)
        return own

    def _find_told_of(
        self, index: int, one: Quantity, named: list[Named], last: LastFigure | None, claimant: str
    ) -> str:
        """Whose troops were told of just before, where a figure goes on about them; "" where it need not."""
        own = ""
        nameless = one.head.kind in NAMELESS and find_kind(one, self._tables) != "irregular"
        if last and (nameless or points_back(one)):
            own = self._find_like(index, one, named, last, claimant)
        if not own and one.measure is not Measure.TROOPS and one.head.kind == "none":
            own = self._last_dead(index, find_foes(one, named, self._tables))  # "others gave a toll of 90"
        if not own and not last and is_estimate(one, self._tables) and not is_of_subject(one, self._tables):
            own = self._carry(index, "", set())  # "Togo's men are there. | Some put it at 900"
        if not own and not last and one.tokens.words[one.place + 1 : one.place + 3] == ["of", "them"]:
            own = self._find_just_named(index, first=True)  # "Togo hires Malians. It has shipped 900 | of them"
        if not own and self._are_those(one, named):
            own = (last.force if last else "") or self._find_just_named(index, first=True)
        if not own and one.head.kind == "whole":
            own = self._find_before(one, named)  # "Togo is in the UN mission with 900 of its 4,000 men"
        return own

    def _are_those(self, one: Quantity, named: list[Named]) -> bool:
        """Whether a sentence opens with those just told of: "| The 200 soldiers | flew home"."""
        words = one.tokens.words
        is_definite = words[:1] in (["the"], ["these"], ["those"]) and one.place <= 2 and one.head.kind == "troops"
        is_named = any(force.start < one.head.end + OPENING for force in named)
        is_told = words[one.head.end : one.head.end + 1] in (["who"], ["that"], ["whom"], [","])
        return is_definite and one.measure is Measure.TROOPS and not is_named and not is_told

    def _find_leaders(self, index: int, one: Quantity, named: list[Named]) -> str:
        """Whose leader opens the sentence and speaks of troops: "| Its late chief | used to speak of 900 men"."""
        words = one.tokens.words
        leads = not (self._tables.officers | self._tables.heads).isdisjoint(words[1:OPENING])
        if words[0] not in ("its", "their") or not leads or any(force.end <= one.place for force in named):
            return ""
        if one.measure is not Measure.TROOPS or points_back(one):
            return ""
        return self._find_named_for(index, one, 0, named, set())

    def _find_at(self, index: int, one: Quantity, named: list[Named]) -> str:
        """Whose troops the words at the figure itself say."""
        end = max(one.head.end, one.place + 1)
        own = find_at_figure(one.tokens, one.lead.start, one.place, end, named, self._tables)
        own = find_respective(one, named) or own or self._find_apposed(one, named) or find_leading(one, self._tables)
        if not own:
            own = self._find_counted(one, named)
        if LIST_SEPARATOR in own and one.tokens.word(one.head.end) == "from":
            own = self._find_mission(one, named) or own  # "the UN mission has 900 soldiers from Togo, Benin and Mali"
            own = (self._find_told_mission(index) if own.count(LIST_SEPARATOR) > 1 else "") or own
        return own

    def _find_apposed(self, one: Quantity, named: list[Named]) -> str:
        """Who is said to be a body of so many: "the | SDF |, the militia of some 60,000", ", a militia that has 90"."""
        words, start = one.tokens.words, one.lead.start
        for force in reversed([force for force in named if force.end <= start]):
            body = words[force.end : start]
            is_body = body[:1] == [","] and body[1:2] in (["a"], ["an"], ["the"]) and body[-1:] in HAVING
            if is_body and "," not in body[1:] and not self._tables.outfits.isdisjoint(body):
                return force.name
        return ""

    def _find_counted(self, one: Quantity, named: list[Named]) -> str:
        """Whose strength is put at the number, or whose number it is: "Nepalis, whose number is given as | 400"."""
        counted = find_number_of(one, self._tables)
        if counted is not None and one.tokens.word(counted + 1) == "of":
            of_whom = (force for force in named if counted < force.start <= counted + NOUN)
            return next((force.name for force in of_whom if not self._is_place(one.tokens, force)), "")
        words = one.tokens.words[max(0, one.lead.start - WHOSE) : one.lead.start]
        if "whose" not in words or self._tables.tallies.isdisjoint(words):
            return ""
        whose = max(0, one.lead.start - WHOSE) + words.index("whose")
        before = [force for force in named if whose - NEAR - 1 <= force.end <= whose]
        if before and describes(one.tokens, before[-1], whose, self._tables):
            before = [force for force in named if force.end < before[-1].start]  # "the FDLR, a Rwandan group whose"
        return before[-1].name if before else ""

    def _settle(
        self, index: int, one: Quantity, named: list[Named], own: str, last: LastFigure | None, claimant: str
    ) -> str | None:
        """Whose troops by the shape of the words alone, "" where they leave it open; None where they do not tell."""
        is_groups = not own and self._is_groups(one)
        if (not own or LIST_SEPARATOR in own) and not is_groups and is_of_many(one, self._tables):
            joint = self._find_mission(one, named) or self._find_standing_mission(index, one)
            return joint or self._find_joined(index, one, named)
        if own:
            return None
        own_side = self._find_own(index, one, last, claimant)
        if own_side is not None:
            return own_side
        if "coalition" in list_phrase(one):
            return self._find_commonest("alliance", set(), "coalition") or "coalition"
        if last and last.place is not None and one.head.kind == "measure" and one.place - last.place <= NEAR:
            return last.force  # "six dead | and 20 wounded", whoever they are
        return self._find_in_row(index, one, named, last, claimant)

    def _is_groups(self, one: Quantity) -> bool:
        """Whether "the group" or "the militia" has them, from wherever: "the group had 900 men from abroad"."""
        at = find_pronoun(one.tokens, one.place, one.place + 1, self._tables)
        return at is not None and find_stands_for(one.tokens, at, self._tables) == "group"

    def _find_around(self, index: int, one: Quantity, named: list[Named], claimant: str) -> str:
        """Whose troops, from the rest of the sentence, from those before, and from who speaks."""
        kind = find_kind(one, self._tables)
        foes = find_foes(one, named, self._tables)
        foes |= self._guessers.get(index, set())  # "Indian estimates are much higher: 12,000 troops"
        parts = {force.name for force in named if is_included(one, force)}
        hidden = parts | foes if is_opposed(one, self._tables) else parts
        named = [force for force in named if force.name not in hidden]
        foes |= parts
        silent = [force for force in named if kind != "irregular" or not self._says(index, one, force)]
        found = self._find_allied(one, named) or self._find_before(one, silent) or self._find_standby(one)
        if kind == "fighters" and not self._fits(found, "group"):
            found = self._find_claiming(one, named, foes) or found
        found = found or self._find_same(one, foes)
        if found and self._are_trained(one):
            home = self._find_home(foes)
            return home if home != found else ""
        if found and self._fits(found, "country" if kind == "regular" else "group" if kind == "irregular" else ""):
            return found
        if not self._tables.vague.isdisjoint(list_phrase(one)):
            return self._default(index, list_noun(one))
        if kind in ("irregular", "fighters"):
            foes = foes.union(*(self._tables.never.get(word, ()) for word in list_noun(one)))
            group = self._find_fighters(index, one, named, foes)
            if group or kind == "irregular":
                return group or self._find_rebels(index, one, foes)
        if one.measure is not Measure.TROOPS and kind == "regular":
            return self._find_dead(index, one, named, foes, claimant)
        wider = [force for force in named if kind != "regular" or self._fits(force.name, "country")]
        return self._find_wider(index, one, wider, found, claimant)

    def _are_trained(self, one: Quantity) -> bool:
        """Whether those counted are only taught, armed or paid by who is named: "has trained 900 local fighters"."""
        before = one.tokens.words[max(0, one.lead.start - 2) : one.lead.start]
        return "local" in list_phrase(one) and not self._tables.teaching.isdisjoint(before)

    def _find_claiming(self, one: Quantity, named: list[Named], foes: set[str]) -> str:
        """The group named just before its fighters: "Hezbollah claims 100,000 fighters"."""
        before = [force for force in named if force.end <= one.place and not self._is_place(one.tokens, force)]
        is_near = bool(before) and one.place - before[-1].end <= NEAR and self._kinds[before[-1].name] == "group"
        return before[-1].name if is_near and before[-1].name not in foes else ""

    def _says(self, index: int, one: Quantity, force: Named) -> bool:
        """Whether a force says what follows, the figure too: "Fiji's army says 900 mercenaries have surrendered"."""
        tokens = one.tokens
        is_apart = not self._tables.clause_ends.isdisjoint(tokens.words[force.end : one.place])
        return is_apart and self._speaks_at(index, tokens.starts[force.start])

    def _find_wider(self, index: int, one: Quantity, fitting: list[Named], found: str, claimant: str) -> str:
        """Whose troops, where no word ties anybody to them: the first free name, else those of the sentences before.

        `fitting` are the forces named that can have them, `found` one of another kind that acts.
        """
        is_regular = find_kind(one, self._tables) == "regular"
        wanted, foes = "country" if is_regular else "", find_foes(one, fitting, self._tables)
        foes |= self._guessers.get(index, set())
        is_states = not self._tables.states.isdisjoint(list_phrase(one))  # "junta soldiers" are no rebels
        is_states = is_states or are_of_units(one, self._tables)
        is_label = ":" in one.tokens.words[: one.lead.start]  # "US official: 900 soldiers killed"
        speaking = "" if is_label else self._find_country(claimant)
        fitting = self._list_fitting(one, fitting, foes)
        free = [force for force in fitting if not one.tokens.owns[force.end - 1]]  # not "Mali's spies say"
        quiet = self._list_quiet(index, one, free)
        before = [force for force in quiet if force.end <= one.place]  # "US officials say | Russia | has units of 400"
        starts = one.tokens.starts
        silent = [force for force in before if not self._speaks_at(index, starts[force.start])]
        return (
            guess(one.tokens, silent, one.measure, self._tables)
            or self._carry_topic(index, wanted, foes)
            or guess(one.tokens, quiet, one.measure, self._tables)
            or ("" if self._tables.regimes.isdisjoint(list_phrase(one)) else self._find_home(foes))
            or (self._find_army_here(index, one, foes) if is_regular else "")
            or self._carry_to(index, one, wanted, foes, speaking)
            or self._find_main(index, one, wanted, foes)
            or (self._find_home(foes) if is_regular and not found else "")
            or ("" if found or is_states or is_regular else self._carry(index, "", foes))
            or ("" if is_states else found)
            or self._default(index, list_noun(one))
            or guess(one.tokens, free, one.measure, self._tables)
            or ("" if one.head.kind == "pronoun" else guess(one.tokens, fitting, one.measure, self._tables))
            or (speaking if self._fits(speaking, wanted) else "")
            or (self._find_commonest("country", foes, least=2) or self._find_headline_army() if wanted else "")
            or self._find_heading()
        )

    def _list_fitting(self, one: Quantity, named: list[Named], foes: set[str]) -> list[Named]:
        """Those named who can have the troops: no foes, not who only heads a line, nobody of a later clause."""
        words = one.tokens.words
        fitting = [force for force in named if force.name not in foes]
        fitting = [force for force in fitting if ":" not in words[force.end : force.end + LABEL]]
        return [force for force in fitting if self._tables.turning.isdisjoint(words[one.place : force.start])]

    def _list_quiet(self, index: int, one: Quantity, free: list[Named]) -> list[Named]:
        """Those who do not only tell of the troops, are not hit by them, and for whom nothing is done to them."""
        words, starts, talkers = one.tokens.words, one.tokens.starts, self._tables.talkers
        quiet = [force for force in free if force.end <= one.place or not self._speaks_at(index, starts[force.start])]
        quiet = [force for force in quiet if force.end <= one.place or one.tokens.word(force.start - 2) != "to"]
        quiet = [force for force in quiet if force.end <= one.place or one.tokens.word(force.start - 1) != "by"]
        quiet = [force for force in quiet if talkers.isdisjoint(words[force.end : force.end + LABEL])]
        return [force for force in quiet if not is_target(one.tokens, force, self._tables)]  # "attacked Kenyan troops"

    def _carry_topic(self, index: int, wanted: str, foes: set[str]) -> str:
        """The force carried from before, where the article's first sentences tell of its troops too."""
        carried = self._carry(index, wanted, foes) or (self._recent if self._goes_on(index) else "")
        is_news = len(self._context.sentences) >= NEWS  # not two sentences, of which the first is no headline
        is_news = is_news and carried not in foes and self._fits(carried, wanted)
        return carried if is_news and index > 2 and carried and self._is_topic(index, carried) else ""

    def _turns(self, index: int) -> bool:
        """Whether the sentence before turns to somebody else: it opens with his name, or tells of "the group"."""
        tokens, named = self._read(index - 1) if index else (None, [])
        if tokens is None:
            return False
        opens = any(one.start <= 1 and one.name != self._recent for one in named if not self._speaks(index - 1, one))
        groups = (tokens.words[at] for at in range(1, len(tokens)) if tokens.words[at - 1] == "the")
        return opens or any(self._tables.standing.get(word) == "group" for word in groups)

    def _find_main(self, index: int, one: Quantity, wanted: str, foes: set[str]) -> str:
        """The force counted last in an article that opens with its troops, wherever that was."""
        if one.tokens.word(0) in self._tables.possessives or self._turns(index) or self._is_left_open:
            return ""
        main = self._recent if len(self._context.sentences) >= NEWS and self._recent not in foes else ""
        return main if main and self._fits(main, wanted) and self._is_topic(index, main) else ""

    def _carry_to(self, index: int, one: Quantity, wanted: str, foes: set[str], speaking: str) -> str:
        """The force carried from before; the speaker's, where his had troops there: "Togo has 90 men. Togo says"."""
        carried = self._carry(index, wanted, foes)
        tokens, named = self._read(index - 1) if carried and index else (one.tokens, [])
        told = {force.name for force in named if not (self._is_place(tokens, force) or self._speaks(index - 1, force))}
        return speaking if speaking in told - foes and self._fits(speaking, wanted) else carried
