"""Whose troops an article is about, where it names them, and what it opens with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.scanning import find_places
from dashboard.reading.stages import read_stage
from dashboard.reading.wordlist import APOSTROPHES, drop_possessive, is_name
from dashboard.records import Stage

LOOK_BACK: Final = 10
PRONOUNS: Final = frozenset({"they", "some", "many", "most"})
BARE_LOOK_BACK: Final = 2
LONGEST: Final = 100  # characters of a name and the words behind it

# One or two capitalised words, and up to three others, at the end: "North Korean" special | forces.
# Looking back behind the capital lets the search leap from one to the next.
NAME_BEFORE: Final = re.compile(r"([A-Z](?<!\w.)[\w’'.-]*(?:\s[A-Z][\w’'.-]*)?)\s(?:[a-z-]+\s){0,3}\Z")


def find_main_force(context: Context) -> str:
    """The country whose troops the article names most often, the first of equals; "" when it names none's."""
    key = ("main force",)
    if key not in context.memo:
        owners = (_find_by_name(context, words) for words in _find_names_before_troops(context))
        counts = Counter(owner for owner in owners if owner)
        context.memo[key] = counts.most_common(1)[0][0] if counts else ""
    value: str = context.memo[key]
    return value


def _find_names_before_troops(context: Context) -> Iterator[list[str]]:
    """The words of each name that stands before nouns for troops anywhere in the article."""
    troops, folded = context.words.statements.troops, context.folded
    last = -1
    for place in find_places(folded, troops.intersection(folded.split())):
        low = max(0, place - LONGEST)
        name = NAME_BEFORE.search(context.text, low, place) if context.text[place].islower() else None
        if name and name.start() > last:  # once for "Malian soldiers and fighters"
            last = name.start()
            yield name[1].translate(APOSTROPHES).lower().split()


def _find_by_name(context: Context, words: list[str]) -> str:
    """The country or body of one or two words: both together, else the last."""
    entries = context.words.names.entries
    plain = [drop_possessive(word) for word in words]
    for name in (" ".join(plain), plain[-1]):
        entry = entries.get(name)
        if entry and entry.sort in ("country", "body"):
            return entry.name
    return ""


def _find_nouns(context: Context, index: int) -> list[int]:
    """The words of a sentence that are nouns for troops, by their numbers."""
    nouns = context.words.statements.troops
    if nouns.isdisjoint(context.word_set(index)):
        return []
    return [position for position, word in enumerate(context.tokens(index).lower) if word in nouns]


def _find_owner(context: Context, index: int, position: int) -> str:
    """The country right before a noun for troops: "North Korean special | troops"."""
    tokens = context.tokens(index)
    for back in range(position - 1, max(-1, position - 5), -1):
        word = tokens.lower[back]
        if not word[0].isalpha() or word in context.words.grammar.prepositions:
            return ""
        owner = _find_by_name(context, tokens.lower[max(0, back - 1) : back + 1]) if is_name(tokens.words[back]) else ""
        if owner:
            return owner
    return ""


def find_troops(context: Context, index: int) -> list[tuple[int, int]]:
    """Where a sentence names the troops that the article is about: theirs by name, or nobody else's."""
    key = ("troops", index)
    if key not in context.memo:
        context.memo[key] = sorted([*_find_own_nouns(context, index), *_find_pronouns(context, index)])
    value: list[tuple[int, int]] = context.memo[key]
    return value


def _find_own_nouns(context: Context, index: int) -> Iterator[tuple[int, int]]:
    nouns = _find_nouns(context, index)
    if not nouns:
        return
    main = find_main_force(context)
    tokens = context.tokens(index)
    for position in nouns:
        if _find_owner(context, index, position) in ("", main):
            yield tokens.starts[position], tokens.ends[position]


def _find_pronouns(context: Context, index: int) -> Iterator[tuple[int, int]]:
    """ "They were deployed", "some have crossed": troops by pronoun, where a sentence just before names them."""
    if PRONOUNS.isdisjoint(context.word_set(index)):
        return
    tokens = context.tokens(index)
    for position, word in enumerate(tokens.lower):
        if word not in PRONOUNS:
            continue
        after = position + 1
        while after < len(tokens.lower) and (
            tokens.lower[after] in context.words.grammar.auxiliaries
            or tokens.lower[after] in context.words.grammar.adverbs
        ):
            after += 1
        verb = context.words.stages.verbs.get(tokens.lower[after]) if position + 1 < after < len(tokens.lower) else None
        if (
            verb
            and verb.form in ("past", "participle", "ing")
            and _names_troops_before(context, index, tokens.starts[position])
        ):
            yield tokens.starts[position], tokens.ends[position]


def _names_troops_before(context: Context, index: int, position: int) -> bool:
    for near in range(index, max(-1, index - BARE_LOOK_BACK - 1), -1):
        if any(context.tokens(near).starts[noun] < position for noun in _find_nouns(context, near)):
            return True
    return False


def is_about_troops(context: Context, index: int) -> bool:
    """Whether "the reports" here can be those of troops: they are named here or in the sentences just before."""
    return any(find_troops(context, near) for near in range(index, max(-1, index - LOOK_BACK - 1), -1))


def find_lead_stage(context: Context) -> Stage | None:
    """The stage that the article opens with: that of the first troops of whom one is told."""
    key = ("lead stage",)
    if key not in context.memo:
        context.memo[key] = _read_lead_stage(context)
    value: Stage | None = context.memo[key]
    return value


def _read_lead_stage(context: Context) -> Stage | None:
    for index in range(min(12, len(context.sentences))):
        for span in find_troops(context, index):
            stage = read_stage(context, index, *span).stage
            if stage != Stage.UNSPECIFIED:
                return stage
    return None
