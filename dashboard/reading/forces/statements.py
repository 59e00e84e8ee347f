"""Whose troops a statement without a number is about: those it names, those who send them, else the speaker's own."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.forces.in_article import LONGEST, ArticleForces
from dashboard.reading.forces.pronouns import FAR, find_pronoun, sends
from dashboard.reading.forces.sides import guess
from dashboard.reading.forces.words import Named
from dashboard.reading.text.tokens import Tokens
from dashboard.records import Measure, Stance
from dashboard.vocabulary import Vocabulary

OF_GROUP: Final = (["of"], ["of", "the"], ["from"], ["from", "the"])
COME: Final = re.compile(
    r"\s(?:(?:had|have|has)\s)?(?:come|came|arrived|been\ssent|crossed|flown\sin)\sfrom\s(?:the\s)?"
)
NEAR: Final = 3  # sentences, or words, back to whose troops they are


class StatementForces(ArticleForces):
    """The forces of one article, for the statements in it."""

    def __init__(self, context: Context, vocabulary: Vocabulary) -> None:
        super().__init__(context, vocabulary)
        self._most: str | None = None
        self._counted: dict[int, str] = {}  # whose troops the figures of a sentence were found to count

    def find_for_words(
        self, index: int, start: int, end: int, claimant: str, stance: Stance, *, is_sent: bool = False
    ) -> str:
        """Whose troops the words text[start:end] of sentence number `index` are about.

        What nothing else tells is told by who speaks: "our troops" are his country's, and so are those he denies.
        """
        tokens, named = self._read(index)
        of_troops = self._find_owners(index)
        inside = [one for one in of_troops if start < tokens.ends[one.end - 1] and tokens.starts[one.start] < end]
        inner = inside[-1].name if inside else self._find_group_of(index, start, end)
        if inner:
            return inner
        at = next((at for at in range(len(tokens)) if tokens.ends[at] > start), len(tokens))
        own = range(at, min(len(tokens), at + FAR))
        sent = next((i for i in own if tokens.word(i) in self._tables.troop_words), at)  # "the reports | of | troops"
        noun = sent if tokens.word(at + 1) in ("that", "of", "about") else at  # "denied a report | that its soldiers"
        is_own = self._is_owned(tokens, noun)
        is_ours = find_pronoun(tokens, noun, noun + 1, self._tables) is not None  # "said | it had sent a battalion"
        is_near = is_ours or self._find_gerund(tokens, at) != ""
        near = [one for one in of_troops if not is_near or abs(one.start - at) <= NEAR]
        said = near if is_own else [force for force in near if not self._speaks(index, force)]
        if said:
            return min(said, key=lambda force: abs(force.start - at)).name
        if tokens.word(at - 1) == "foreign" or tokens.word(at) in ("foreigners", "outsiders"):
            found = self._find_named_before(index, "") or self._find_most()
            homes = (self._find_country(claimant), self._find_home(set()))
            return "" if found in homes else found  # nobody's foreign troops are his own
        free = [one for one in named if one.end <= sent <= one.end + FAR and not self._speaks(index, one)]
        free = [one for one in free if not self._is_place(tokens, one)]
        sender = next((one for one in reversed(free) if self._is_sending(tokens, one, sent)), None)
        if sender:
            return sender.name
        country, is_meant = self._find_speakers(index, (noun, end), claimant, stance, is_ours=is_ours, is_sent=is_sent)
        if is_meant:
            return country
        denier = country if stance is Stance.DENIES else ""
        found = self._find_named_before(index, denier) or self._find_most()
        return found or guess(tokens, named, Measure.TROOPS, self._tables) or denier

    def _find_speakers(
        self, index: int, span: tuple[int, int], claimant: str, stance: Stance, *, is_ours: bool, is_sent: bool
    ) -> tuple[str, bool]:
        """The country that speaks, and whether its own troops are meant: "denied | sending soldiers", "we have men".

        `span` is the token that the words begin at, and where they end in the text.
        """
        (at, end), (tokens, _) = span, self._read(index)
        is_own = self._is_owned(tokens, at)
        is_army = is_own and not self._tables.armies.isdisjoint(claimant.lower().split())
        country = self._find_country(claimant) or self._find_speaking(index, at) or self._find_spoken_in(index)
        country = country or (self._find_home(set()) if is_army else "")
        before = self._find_gerund(tokens, at)
        before = before or tokens.word(at - (2 if tokens.word(at - 1) in ("any", "more", "such") else 1))
        is_sending = before in self._tables.senders or (is_sent and tokens.word(at) in self._tables.troop_words)
        is_owned = is_own or is_sending or before == "having"  # "denies having men there", "acknowledges having"
        is_admitted = stance is Stance.ASSERTS and self._find_gerund(tokens, at) != ""
        is_denied = (stance is Stance.DENIES and is_owned) or is_admitted
        is_news = stance is not Stance.DOES_NOT_CONFIRM and not self._tables.speakers.isdisjoint(tokens.words)
        is_meant = is_denied or is_ours or is_news or self._is_speakers_own(index, at, end, country, stance)
        return country, bool(country) and is_meant

    def _find_group_of(self, index: int, start: int, end: int) -> str:
        """The group by whose name the words stand, or that stands behind them: "mercenaries of | Wagner |"."""
        tokens, named = self._read(index)
        for one in named:
            first, last = tokens.starts[one.start], tokens.ends[one.end - 1]
            link = self._context.text[end:first].split()
            is_group = self._kinds[one.name] == "group"
            is_from = COME.fullmatch(self._context.text, end, max(end, first)) is not None
            is_of = link in OF_GROUP or (start < last and first < end)
            if (is_group and is_of) or is_from or (link == ["from"] and one.form == "seat"):
                return one.name
        return ""

    def _find_speaking(self, index: int, at: int) -> str:
        """The country in whose name a sentence speaks: "| Peru's | home ministry denied that its own soldiers"."""
        named = (one for one in self._read(index)[1] if one.start < at and self._speaks(index, one))
        return next((one.name for one in named if self._kinds[one.name] == "country"), "")

    def _is_owned(self, tokens: Tokens, at: int) -> bool:
        """Whether a possessive stands before the words: "that | its own soldiers"."""
        return not self._tables.possessives.isdisjoint(tokens.words[max(0, at - 2) : at])

    def _find_gerund(self, tokens: Tokens, at: int) -> str:
        """What a speaker admits to or denies before the troops: "acknowledged | sending | military advisers"."""
        before = at - 1
        while before > 0 and tokens.word(before) in self._tables.descriptors | {"any", "more", "such"}:
            before -= 1
        word, is_of = tokens.word(before), tokens.word(before - 1) == "of"  # "accused Peru of sending troops"
        is_gerund = word == "having" or (word in self._tables.senders and word.endswith("ing"))
        return word if is_gerund and not is_of else ""

    def _find_spoken_in(self, index: int) -> str:
        """The country from whose capital a sentence speaks: "| In Havana |, the deputy minister denied"."""
        tokens, named = self._read(index)
        first = named[0] if named else None
        is_opening = first and first.start == 1 and first.form == "seat" and tokens.word(0) in ("in", "from")
        return first.name if first and is_opening and tokens.word(first.end) == "," else ""

    def _is_speakers_own(self, index: int, at: int, end: int, country: str, stance: Stance) -> bool:
        """ "Has not said whether | it lost men", "Togo has men there; its minister denied that | any had crossed"."""
        tokens, named = self._read(index)
        if stance is Stance.DOES_NOT_CONFIRM:
            behind = next((i for i in range(at, len(tokens)) if tokens.starts[i] >= end), len(tokens))
            behind += tokens.word(behind) in (
                "whether",
                "if",
                "that",
            )  # "neither confirmed nor denied | that it lost men"
            return tokens.word(behind) in ("it", "its") and tokens.word(behind - 1) in ("whether", "if", "that")
        told = (one for one in named if one.name == country and one.end <= at)
        is_told = any(not (self._speaks(index, one) or self._is_place(tokens, one)) for one in told)
        return stance is Stance.DENIES and tokens.word(at) in ("any", "none") and is_told

    def _is_place(self, words: Tokens, force: Named) -> bool:
        """Whether a force is only where something is: "in Iraq", "in southern Iraq"."""
        before, farther = words.word(force.start - 1), words.word(force.start - 2)
        places = self._tables.before_place
        if before == "about" and farther == "what":
            return False  # "What about Burundi?"
        if before == "for" and farther in self._tables.persons | {"speak", "speaks"}:
            return False  # "a spokesman for the Houthis"
        return before in places or (before in self._tables.descriptors and farther in places)

    def _is_sending(self, tokens: Tokens, force: Named, at: int) -> bool:
        """Whether a force has or sends the troops at a place: "Tanzania had sent | soldiers", "the Thai army sent"."""
        end = force.end + (tokens.word(force.end) in ("government", "army", "military"))
        return sends(tokens, end, at, self._tables)

    def _speaks(self, index: int, force: Named) -> bool:
        """Whether a force is named as a speaker: "the Chadian army | said"."""
        return self._speaks_at(index, self._read(index)[0].starts[force.start])

    def _speaks_at(self, index: int, start: int) -> bool:
        """Whether the name that begins at a place of the text is a speaker's."""
        tokens = self._context.tokens(index)
        names = (cue.subject.name for cue in self._context.cues(index) if cue.subject)
        return any(tokens.starts[first] <= start < tokens.ends[last - 1] for first, last in names)

    def _find_named_before(self, index: int, denier: str) -> str:
        """The force whose troops one of the sentences just before names: the denier's, else not one that speaks."""
        if denier and self._counted.get(index) == denier:
            return denier  # "3,000 Sudanese fight there; Khartoum denied it"
        for earlier in range(index - 1, max(-1, index - NEAR - 1), -1):
            if self._tables.troop_words.isdisjoint(self._context.word_set(earlier)):
                continue
            found = self._find_owners(earlier)
            if any(one.name == denier for one in found):
                return denier
            counted = self._counted.get(earlier, "")
            if counted and counted == denier and not found:
                return counted
            if found:
                return next((one for one in reversed(found) if not self._speaks(earlier, one)), found[-1]).name
        return ""

    def _find_most(self) -> str:
        """The force whose troops the article names most often."""
        if self._most is None:
            counts = Counter(
                force.name
                for index in range(min(len(self._context.sentences), LONGEST))
                if not self._tables.troop_words.isdisjoint(self._context.word_set(index))
                for force in self._find_owners(index)
            )
            self._most = counts.most_common(1)[0][0] if counts else ""
        return self._most
