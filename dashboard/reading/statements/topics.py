"""Where an article names troops, and what it opens with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.stages.resolving import read_stage
from dashboard.reading.text.wordlist import drop_possessive, is_name
from dashboard.records import Stage

LOOK_BACK: Final = 10
ONE: Final = frozenset({"a", "an", "one", "another"})
NOT: Final = frozenset({"not", "even", "never", "without", "no"})
PRONOUNS: Final = frozenset({"they", "some", "many", "most"})
ARE_THERE: Final = (["are", "there"], ["were", "there"])
ANY: Final = frozenset({"any", "none"})
THEM: Final = frozenset({"them", "these", "those"})
UNIT_REACH: Final = 4  # words of "a full armoured | brigade" before the noun
BARE_LOOK_BACK: Final = 2
SINGLES_LOOK_BACK: Final = 5


def _find_nouns(context: Context, index: int) -> list[int]:
    """The words of a sentence that are nouns for troops, or name an army as such, by their numbers."""
    words = context.words.statements
    if words.naming.isdisjoint(context.word_set(index)):
        return []
    lower, naming = context.tokens(index).lower, words.naming
    return [at for at, word in enumerate(lower) if word in naming and _is_noun(context, index, lower, at)]


def _is_noun(context: Context, index: int, lower: list[str], position: int) -> bool:
    """Whether a word that can stand for troops does so here."""
    word, words = lower[position], context.words.statements
    return (
        (word in words.troops and not _is_one(context, lower, position))
        or (word in words.armies and _is_army(context, index, position))
        or (word in words.sent_units and _is_sent(context, lower, position))
        or (word in words.singles and _is_none(context, index, position))
        or (word in words.owned and _is_owned(context, index, lower, position))
    )


def _is_one(context: Context, lower: list[str], position: int) -> bool:
    """ "A | soldier was hurt": no troops, but "not a | soldier" is; nor are those who are told: "told the | troops"."""
    before = lower[position - 1] if position else ""
    if before in ONE and not lower[position].endswith("s"):
        return position < 2 or lower[position - 2] not in NOT
    return before == "the" and position > 1 and lower[position - 2] in context.words.grammar.addressing


def _is_owned(context: Context, index: int, lower: list[str], position: int) -> bool:
    """ "Denied that his | men", "said his | men are there": where news of them is denied, or said to be so."""
    words = context.word_set(index)
    is_there = lower[position + 1 : position + 3] in ARE_THERE
    if not is_there and words.isdisjoint(context.words.statements.denying | context.words.grammar.negations | ANY):
        return False
    before = position - 1 - (lower[position - 1] == "own")
    return before >= 0 and lower[before] in context.words.statements.owned_by


def _is_none(context: Context, index: int, position: int) -> bool:
    """ "No | unit", "not a single Omani | man": one of many, of whom there is none, where troops were named before."""
    lower, words = context.tokens(index).lower, context.words.statements
    is_none = not words.none.isdisjoint(lower[max(0, position - 2) : position])
    before = range(index - 1, max(-1, index - SINGLES_LOOK_BACK - 1), -1)
    return is_none and any(not words.troops.isdisjoint(context.word_set(near)) for near in before)


def _is_sent(context: Context, lower: list[str], position: int) -> bool:
    """Whether a unit is the object of a verb of moving: "had moved a | battalion"."""
    before = range(position - 1, max(0, position - UNIT_REACH), -1)
    first = next((i for i in before if lower[i] in context.words.grammar.determiners), 0)
    verb = context.words.stages.verbs.get(lower[first - 1]) if first > 0 else None
    return verb is not None and verb.stage is not Stage.PREPARING  # not "equip the brigade"


def _is_army(context: Context, index: int, position: int) -> bool:
    """Whether "army" names somebody's troops: "the Chadian army | has crossed", not "army chief" or "the army said"."""
    lower, grammar = context.tokens(index).lower, context.words.grammar
    before = lower[position - 1] if position else ""
    behind = (word for word in lower[position + 1 :] if word not in grammar.adverbs and word != "never")
    after = next(behind, ".")
    entry = context.words.names.entries.get(drop_possessive(before))
    is_owned = before in context.words.statements.owners or (entry is not None and entry.sort == "country")
    verb = context.words.stages.verbs.get(after)
    goes_on = after in grammar.auxiliaries or after in grammar.prepositions or (verb and verb.form in ("past", "s"))
    if not is_owned or after == "of" or (after[0].isalpha() and not goes_on):
        return False
    subjects = (cue.subject for cue in context.cues(index) if cue.subject)
    return not any(subject.name[0] <= position < subject.name[1] for subject in subjects)


def find_troops(context: Context, index: int) -> list[tuple[int, int]]:
    """Where a sentence names troops."""
    key = ("troops", index)
    if key not in context.memo:
        context.memo[key] = sorted(
            {
                *_find_named(context, index),
                *_find_pronouns(context, index),
                *_find_any(context, index),
                *_find_nationals(context, index),
            }
        )
    value: list[tuple[int, int]] = context.memo[key]
    return value


def _find_named(context: Context, index: int) -> Iterator[tuple[int, int]]:
    tokens = context.tokens(index)
    for position in _find_nouns(context, index):
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


def _find_any(context: Context, index: int) -> Iterator[tuple[int, int]]:
    """ "Denied that any had crossed", "ruled out sending any": troops by "any" alone, named just before."""
    if ANY.isdisjoint(context.word_set(index)):
        return
    tokens, grammar = context.tokens(index), context.words.grammar
    for position, word in enumerate(tokens.lower):
        if word not in ANY:
            continue
        behind = tokens.lower[position + 1 : position + 3]
        is_alone = not behind or behind[0] in grammar.auxiliaries or not behind[0][0].isalnum()
        is_any = is_alone or (behind[0] == "of" and behind[-1] in THEM)
        if is_any and _names_troops_before(context, index, tokens.starts[position]):
            yield tokens.starts[position], tokens.ends[position]


def _find_nationals(context: Context, index: int) -> Iterator[tuple[int, int]]:
    """ "Denied that Ethiopians had crossed": troops by their country, where "Ethiopian troops" were named before."""
    if context.words.statements.denying.isdisjoint(context.word_set(index)):
        return
    tokens, entries = context.tokens(index), context.words.names.entries
    for position, word in enumerate(tokens.lower):
        entry = entries.get(word[:-1]) if word.endswith("ans") and is_name(tokens.words[position]) else None
        if entry and entry.sort == "country" and _names_troops_of(context, index, word[:-1]):
            yield tokens.starts[position], tokens.ends[position]


def _names_troops_of(context: Context, index: int, adjective: str) -> bool:
    troops = context.words.statements.troops
    before = (context.word_set(near) for near in range(index - 1, max(-1, index - LOOK_BACK - 1), -1))
    return any(adjective in words and not troops.isdisjoint(words) for words in before)


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
