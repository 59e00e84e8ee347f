"""Whom a word that stands for somebody means, of all those named before: "it", "the force", "the army"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.forces.in_article import HOME, LONGEST
from dashboard.reading.forces.kinds import find_kind, has_fighters
from dashboard.reading.forces.naming import count_joined, join_list
from dashboard.reading.forces.owners import find_noun_after, is_place, modifies
from dashboard.reading.forces.pronouns import find_stands_for
from dashboard.reading.forces.sides import counts_own
from dashboard.reading.forces.statements import StatementForces
from dashboard.reading.forces.topics import find_topic
from dashboard.reading.forces.words import Named, is_outlet
from dashboard.reading.text.tokens import Tokens

CALLED: Final = 4  # words from "the mission" to its name
NAMING: Final = frozenset({"known", "called", "named", "dubbed"})
HEAD: Final = 2  # sentences that tell what an article is about
NEAR: Final = 3  # sentences back to whom a pronoun stands for


class ReferentForces(StatementForces):
    """The forces of one article, and which of them a pronoun or "the group" can mean."""

    def _find_named_for(self, index: int, one: Quantity, at: int, named: list[Named], foes: set[str]) -> str:
        """Whom the word at a place stands for: the nearest before that fits, in this sentence or in those before."""
        word = one.tokens.words[at]
        called = self._find_called(one.tokens, at, named)
        if called:
            return called
        wanted = self._find_wanted(index, one, at)
        for earlier in range(index, max(-1, index - NEAR - 1), -1):
            is_here = earlier == index
            words, found = (one.tokens, named) if is_here else self._read(earlier)
            if not is_here and word in ("they", "their") and self._opens_with_group(words):
                wanted = "group"  # "The rebels took Burundian papers. | They lost six men"
            before = [force for force in found if (not is_here or force.end <= at) and force.name not in foes]
            meant = self._choose(index, one, at, words, before, wanted, None if is_here else earlier)
            is_near = earlier == index - 1 and one.tokens.word(at + 1) != "own"  # "84 died. Nine of | their own |"
            meant = meant or (self._find_unnamed(earlier, word, wanted, foes) if is_near else "")
            if meant:
                return meant
            if not is_here and word in ("it", "its"):
                wanted = wanted or self._find_standing(words)
        if word == "force" and self._recent and self._goes_on(index):
            return self._recent  # "Chad is sending men. The agency believes that | the force | will number 900"
        common = self._find_commonest(wanted, foes, times=HOME) if wanted in ("alliance", "group") else ""
        is_counted = word == "force" and common and not self._has_troops(common) and self._is_topic(index, self._recent)
        return self._recent if is_counted else common

    def _has_troops(self, name: str) -> bool:
        """Whether the article tells of an alliance's troops, or of a joint force: not only of who speaks for it."""
        if any(f" {word} force" in self._context.folded for word in self._tables.joint):
            return True
        every = (self._read(index) for index in range(min(len(self._context.sentences), LONGEST)))
        return any(one.name == name and modifies(tokens, one, self._tables) for tokens, named in every for one in named)

    def _is_topic(self, index: int, force: str) -> bool:
        """Whether the first sentences of the article tell of a force's troops."""
        return any(find_topic(*self._read(at), self._tables) == force for at in range(min(HEAD, index)))

    def _goes_on(self, index: int) -> bool:
        """Whether the sentences before tell of nobody else, by name or as "the group"."""
        for earlier in range(index - 1, max(-1, index - NEAR - 1), -1):
            tokens, named = self._read(earlier)
            named = [one for one in named if not is_outlet(tokens, one, self._tables)]
            others = [one for one in named if not (self._is_place(tokens, one) or self._speaks(earlier, one))]
            groups = (tokens.words[at] for at in range(1, len(tokens)) if tokens.words[at - 1] == "the")
            if any(one.name != self._recent for one in others) or any(
                self._tables.standing.get(word) == "group" for word in groups
            ):
                return False
        return True

    def _find_called(self, tokens: Tokens, at: int, named: list[Named]) -> str:
        """What a mission or a group is said to be called: "| the mission |, known as AUSSOM, will have 900 men"."""
        behind = (force for force in named if at < force.start <= at + CALLED)
        called = (force for force in behind if not NAMING.isdisjoint(tokens.words[at + 1 : force.start]))
        return next((force.name for force in called), "")

    def _find_wanted(self, index: int, one: Quantity, at: int) -> str:
        """The kind of force that the word at a place can stand for, "" for any."""
        word = one.tokens.words[at]
        has_group_men = word in ("it", "its") and has_fighters(one, self._tables)
        has_group_men = has_group_men or (
            word in self._tables.possessives and one.tokens.word(at + 1) in self._tables.fighters
        )
        if has_group_men and self._has_group(index):
            return "group"  # "Washington condemned it. | It has 400 fighters", "| His fighters | lost nine men"
        is_put = word in self._tables.possessives and one.tokens.word(at + 1) in self._tables.tallies
        if is_put and find_kind(one, self._tables) == "fighters" and self._has_group(index):
            return "group"  # "put | its strength | at 900 active fighters"
        is_own = word in self._tables.possessives and one.tokens.word(at + 1) == "own"
        if is_own and not self._tables.regular.isdisjoint(one.tokens.words[at : at + 4]):
            return "country"  # "the army killed 90 militants; 12 of | its own soldiers | died"
        return find_stands_for(one.tokens, at, self._tables)

    def _choose(
        self, index: int, one: Quantity, at: int, words: Tokens, before: list[Named], wanted: str, earlier: int | None
    ) -> str:
        """Of those that one sentence names whom the word at a place stands for; `earlier` is None for its own."""
        word = one.tokens.words[at]
        fitting = [force for force in before if self._can_be(words, force, word, wanted)]
        if word == "it" and one.tokens.word(at + 1) in self._tables.numbering and earlier is not None:
            bodies = [force for force in before if find_noun_after(words, force, self._tables) == "body"]
            fitting = bodies[-1:] or fitting  # "Germany leads a NATO battlegroup. | It numbers 900"
        if word == "they" and earlier is None:
            fitting = [force for force in fitting if not self._is_one_speaker(index, words, force)]
        if word == "it" and earlier is not None:
            fitting = [force for force in fitting if self._opens_clause(words, force)][-1:] or fitting
        if wanted == "alliance" and earlier is not None:
            fitting = self._list_missions(words, fitting)
        free = self._list_meant(words, fitting, word)
        if word in self._tables.armies | {"force"} and earlier is not None:
            free = [force for force in free if not (self._speaks(earlier, force) or self._is_officer(words, force))]
        if free and word in ("they", "their") and not counts_own(one):
            return join_list(words, free if earlier is None else free[: count_joined(words, free)])
        is_first = earlier is not None or counts_own(one) or one.tokens.word(at + 1) in self._tables.citizens
        return free[0 if is_first else -1].name if free else ""

    def _list_missions(self, words: Tokens, alliances: list[Named]) -> list[Named]:
        """The alliances that a sentence calls a mission so, else all but those whose council only votes on it."""
        called = [one for one in alliances if not NAMING.isdisjoint(words.words[max(0, one.start - 3) : one.start])]
        voting = [one for one in alliances if words.word(one.end) == "security"]  # "the UN Security Council"
        return called or [one for one in alliances if one not in voting] or alliances

    def _is_officer(self, words: Tokens, force: Named) -> bool:
        """Whether an alliance is only that of a person: "NATO's secretary general"."""
        return words.owns[force.end - 1] and find_noun_after(words, force, self._tables) != "body"

    def _opens_clause(self, words: Tokens, force: Named) -> bool:
        """Whether an army is the subject of a last clause: "Chad must leave, and | the Lebanese army | is to come"."""
        first = force.start - (words.word(force.start - 1) == "the")
        is_army = words.word(force.end) in self._tables.armies and words.word(force.end + 1) in self._tables.auxiliaries
        return words.words[max(0, first - 2) : first] == [",", "and"] and is_army

    def _is_one_speaker(self, index: int, words: Tokens, force: Named) -> bool:
        """Whether a speaker is one country or body, who speaks of others as "they": "| the UN | said they had 900"."""
        is_initials = words.raw[force.start].isupper()
        is_one = is_initials or (self._kinds[force.name] == "country" and force.form in ("name", "seat"))
        return is_one and self._speaks_at(index, words.starts[force.start])

    def _find_unnamed(self, index: int, word: str, wanted: str, foes: set[str]) -> str:
        """Whom a sentence is about that does not name him: whose troops it counts, else whose army it tells of."""
        is_pronoun = word in self._tables.pronouns or word in self._tables.possessives
        counted = self._counted.get(index, "") if is_pronoun else ""
        if counted and counted not in foes and (wanted != "group" or self._fits(counted, wanted)):
            return counted  # "The army is 2,000 strong. It sent 105 soldiers"
        is_army = word in ("it", "its") and self._names_army(self._read(index)[0])
        return self._find_army(index, foes) if is_army else ""

    def _names_army(self, words: Tokens) -> bool:
        """Whether a sentence tells of "the army" without saying whose it is."""
        return any(
            words.words[at] in self._tables.armies and words.words[at - 1] == "the" for at in range(1, len(words))
        )

    def _has_group(self, index: int) -> bool:
        """Whether one of the sentences just before names an armed group."""
        before = range(max(0, index - NEAR), index)
        return any(self._kinds[force.name] == "group" for earlier in before for force in self._read(earlier)[1])

    def _opens_with_group(self, words: Tokens) -> bool:
        """Whether a sentence is about a group without its name: "| The rebels | said"."""
        return words.word(0) == "the" and self._tables.standing.get(words.word(1)) == "group"

    def _find_standing(self, words: Tokens) -> str:
        """The kind of who a sentence is about without a name: "It was the mission's worst loss. | It has 900"."""
        after_the = (words.words[at] for at in range(1, len(words)) if words.words[at - 1] == "the")
        kinds = (self._tables.standing.get(word, "") for word in after_the)
        return next((kind for kind in kinds if kind in ("alliance", "group")), "")

    def _can_be(self, words: Tokens, force: Named, word: str, wanted: str) -> bool:
        """Whether a word can stand for a force at all: not for a place, nor for who only backs others."""
        return (
            not self._is_place(words, force)
            and "than" not in words.words[max(0, force.start - 2) : force.start]  # "stronger than IS, where it"
            and not self._is_author(words, force)
            and not (force.form == "seat" and words.word(force.start - 1) == "from")  # "said by telephone from Paris"
            and not (words.word(force.start - 1) == "from" and words.word(force.start - 2) in self._tables.coming)
            and words.word(force.start - 2) not in self._tables.backing  # "rebuilt by American contractors"
            and self._is_of_kind(force.name, word, wanted)
            and (force.form != "leader" or word in ("he", "she", "his", "her"))
        )

    def _is_author(self, words: Tokens, force: Named) -> bool:
        """Whether a force has only written of others: "the | Pentagon | 's last report said that 900 of its"."""
        behind = words.words[force.end : force.end + 3]
        return words.owns[force.end - 1] and not self._tables.papers.isdisjoint(behind)

    def _is_of_kind(self, name: str, word: str, wanted: str) -> bool:
        kind = self._kinds[name]
        return wanted in ("", kind) or (kind == "group" and word in self._tables.either)

    def _list_meant(self, words: Tokens, free: list[Named], word: str) -> list[Named]:
        """Those likeliest to be meant, where there are any such: all of them else."""
        if word in ("it", "its"):
            free = [force for force in free if self._is_it(words, force)] or free
        # "a UN report put their number at 3,000": an alliance's report is nobody's troops
        free = [force for force in free if force.form != "adjective" or self._kinds[force.name] != "alliance"] or free
        free = [force for force in free if not words.owns[force.end - 1]] or free  # "Britain, America's ally"
        if word in ("they", "their"):
            free = [force for force in free if modifies(words, force, self._tables)] or free
        return free

    def _is_it(self, tokens: Tokens, force: Named) -> bool:
        """Whether "it" can stand for what is named: "Thailand", "the Thai army", not "Thai officials"."""
        after = tokens.words[force.end : force.end + 3]
        is_body = find_noun_after(tokens, force, self._tables) == "body" or not self._tables.titles.isdisjoint(after)
        is_group = self._kinds[force.name] == "group" and tokens.raw[force.start] == force.name  # "Wagner"
        return force.form != "adjective" or tokens.raw[force.start].isupper() or is_body or is_group

    def _find_army(self, index: int, foes: set[str]) -> str:
        """Whose "the army" is: the one named in the sentences just before, else that of the country spoken of.

        A country that does something there may be meant as well: "" leaves it to be found as any other.
        """
        for earlier in range(index - 1, max(-1, index - NEAR - 1), -1):
            tokens, named = self._read(earlier)
            countries = [one for one in named if self._kinds[one.name] == "country" and one.name not in foes]
            armed = (
                one for one in countries if not self._tables.armies.isdisjoint(tokens.words[one.end : one.end + 2])
            )
            counted = (one for one in countries if earlier == index - 1 and one.name == self._counted.get(earlier))
            army = next(armed, None) or next((one for one in counted if not self._speaks(earlier, one)), None)
            if army:
                return army.name
            if index - earlier < NEAR and any(self._is_actor(tokens, one) for one in countries):
                return ""
        return self._find_home(foes) or self._find_only_army(index, foes)

    def _find_only_army(self, index: int, foes: set[str]) -> str:
        """The country whose army the article has named, where it named no other's: "the Thai army" at its top."""
        names = {
            force.name
            for earlier in range(min(index, LONGEST))
            for tokens, named in (self._read(earlier),)
            for force in named
            if self._kinds[force.name] == "country" and tokens.word(force.end) in self._tables.armies
        }
        return names.pop() if len(names) == 1 and names.isdisjoint(foes) else ""

    def _is_actor(self, tokens: Tokens, force: Named) -> bool:
        """Whether a country is named by itself, and as no place."""
        return force.form in ("name", "seat") and not is_place(tokens, force, self._tables)
