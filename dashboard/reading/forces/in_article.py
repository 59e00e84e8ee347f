"""The forces that an article names, sentence by sentence, and whom it names most."""

from __future__ import annotations

from collections import Counter
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.forces.in_text import find_text_forces
from dashboard.reading.forces.owners import is_place, modifies
from dashboard.reading.forces.sides import MOSTLY, count_mentions, find_commonest
from dashboard.reading.forces.words import Named, build_countries, build_force_tables, build_spies, find_named, is_spy
from dashboard.reading.text.tokens import Tokens, cut_tokens
from dashboard.records import LIST_SEPARATOR
from dashboard.vocabulary import Vocabulary

LONGEST: Final = 60  # sentences that are looked through for the force named most often
HOME: Final = 1.5  # times as often as any other: where "the army" is at home
DATELINE: Final = 2  # how often the dateline's country counts as named
OPENING: Final = 4  # sentences at the head of an article, where a dateline may stand
CARRIED: Final = 3  # sentences back to where the troops were named


class ArticleForces:
    """The forces of one article: each sentence is read at most once, and only where it is asked for."""

    def __init__(self, context: Context, vocabulary: Vocabulary) -> None:
        self._context = context
        self._tables = build_force_tables(vocabulary)
        self._countries = build_countries(vocabulary)
        self._spies = build_spies(vocabulary)
        self._own = find_text_forces(context.text, context.folded, self._tables)
        self._kinds = {**self._own.kinds, **self._tables.kinds}
        self._common: dict[str, Counter[str]] = {}
        self._memo: dict[int, tuple[Tokens, list[Named]]] = {}
        self._owners: dict[int, list[Named]] = {}
        self._recent = ""  # whose troops were counted last

    def _read(self, index: int) -> tuple[Tokens, list[Named]]:
        if index not in self._memo:
            tokens = self._context.figure_tokens(index)
            first = self._context.dateline_end(index)
            named = find_named(tokens, self._tables, self._own.words)
            self._memo[index] = tokens, [force for force in named if tokens.starts[force.start] >= first]
        return self._memo[index]

    def _find_owners(self, index: int) -> list[Named]:
        """The forces that a sentence names as whose troops they are."""
        if index not in self._owners:
            tokens, named = self._read(index)
            self._owners[index] = [force for force in named if modifies(tokens, force, self._tables)]
        return self._owners[index]

    def _fits(self, force: str, wanted: str) -> bool:
        """Whether a force is of the kind wanted: "group", "country" (no group), or "" for any."""
        is_group = self._kinds.get(force.split(LIST_SEPARATOR, maxsplit=1)[0]) == "group"
        return not wanted or is_group == (wanted == "group")

    def _find_commonest(
        self, wanted: str, foes: set[str], ending: str = "", least: int = 1, times: float = MOSTLY
    ) -> str:
        """The force of a kind that the article is about."""
        if wanted not in self._common:
            every = (self._read(index) for index in range(min(len(self._context.sentences), LONGEST)))
            names = {name for name, kind in self._kinds.items() if kind == wanted}
            self._common[wanted] = count_mentions(every, names, self._tables)
        return find_commonest(self._common[wanted], foes, ending, least, times)

    def _find_home(self, foes: set[str]) -> str:
        """The country that the article is set in: named far more often than any other as a place or an owner."""
        if "home" not in self._common:
            every = (self._read(index) for index in range(min(len(self._context.sentences), LONGEST)))
            self._common["home"] = Counter(
                force.name
                for tokens, named in every
                for force in named
                if self._kinds[force.name] == "country"
                and (tokens.owns[force.end - 1] or is_place(tokens, force, self._tables))
            )
            self._common["home"].update(dict.fromkeys(self._find_dateline_countries(), DATELINE))
        return find_commonest(self._common["home"], foes, "", 2, times=HOME)

    def _find_dateline_countries(self) -> set[str]:
        """The country of the dateline, "BAMAKO, | Mali | (Agency) -", or of a heading that is only its name."""
        heading = self._find_heading()
        if heading:
            return {heading}
        for index in range(min(len(self._context.sentences), OPENING)):
            start, end = self._context.sentences[index][0], self._context.dateline_end(index)
            if end > start:
                named = find_named(cut_tokens(self._context.text, start, end), self._tables, self._own.words)
                return {force.name for force in named if self._kinds[force.name] == "country"}
        return set()

    def _find_heading(self) -> str:
        """Whose name alone is the first line of the text: "| Mali |"."""
        tokens, named = self._read(0) if self._context.sentences else (cut_tokens("", 0, 0), [])
        is_all = len(named) == 1 and named[0].end - named[0].start == len(tokens)
        return named[0].name if is_all else ""

    def _find_country(self, claimant: str) -> str:
        """The country that a claimant speaks for."""
        if not claimant or LIST_SEPARATOR in claimant or claimant in self._spies:
            return ""
        if claimant in self._countries:
            return self._countries[claimant]
        tokens = cut_tokens(claimant, 0, len(claimant))
        named = find_named(tokens, self._tables, self._own.words)
        first = named[0] if named and named[0].start <= 1 else None
        return first.name if first and not is_spy(tokens, first, self._tables) else ""

    def _default(self, index: int, noun: list[str]) -> str:
        """Peacekeepers where nobody is named: the alliance spoken of nearest, else the United Nations."""
        default = next((self._tables.default[word] for word in noun if word in self._tables.default), "")
        if not default:
            return ""
        for nearest in range(index, max(-1, index - CARRIED - 1), -1):
            named = self._read(nearest)[1]
            alliances = [force.name for force in named if self._kinds[force.name] == "alliance"]
            if alliances:
                return alliances[0]
        return default
