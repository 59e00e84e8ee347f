"""Where an article names troops, and what it opens with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.stages.resolving import read_stage
from dashboard.reading.text.wordlist import drop_possessive, is_name
from dashboard.records import Stage

FIGURES: Final = ("figures",)  # where the places of the article's figures are kept
PEOPLE: Final = ("ans", "is")  # how the names of nationals end: "Ethiopians", "Nepalis"
LOOK_BACK: Final = 10
ONE: Final = frozenset({"a", "an", "one", "another"})
NOT: Final = frozenset({"not", "even", "never", "without", "no"})
PRONOUNS: Final = frozenset({"they", "some", "many", "most"})
ARE_THERE: Final = (["are", "there"], ["were", "there"])
ANY: Final = frozenset({"any", "none"})
OURS: Final = (["ours"], ["his"], ["theirs"])
HAVING: Final = frozenset({"has", "have", "had"})
ANYBODY: Final = frozenset({"anyone", "anybody"})
OTHERS: Final = frozenset({"more", "others"})
CLOSING: Final = frozenset('.,;:?!)”"–—')
MEMBERED: Final = frozenset({"army", "armies", "military"})
FOREIGNERS: Final = frozenset({"foreigners", "outsiders"})
OF_THEM: Final = (["of", "them"], ["of", "those"])
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
    is_none = is_none or (lower[position] in FOREIGNERS and not words.denying.isdisjoint(lower[:position]))
    is_foreign = lower[position] in FOREIGNERS
    before = range(index - 1, max(-1, index - (LOOK_BACK if is_foreign else SINGLES_LOOK_BACK) - 1), -1)
    figures = context.memo.get(FIGURES, {}) if is_foreign else {}
    return is_none and any(near in figures or not words.troops.isdisjoint(context.word_set(near)) for near in before)


def _is_sent(context: Context, lower: list[str], position: int) -> bool:
    """Whether a unit is the object of a verb of moving: "had moved a | battalion"."""
    before = range(position - 1, max(0, position - UNIT_REACH), -1)
    first = next((i for i in before if lower[i] in context.words.grammar.determiners), 0)
    verb = context.words.stages.verbs.get(lower[first - 1]) if first > 0 else None
    return verb is not None and verb.stage is not Stage.PREPARING  # not "equip the brigade"


def _is_army(context: Context, index: int, position: int) -> bool:
    """Whether "army" names somebody's troops: "the Chadian army | has crossed", not "army chief" or "the army said"."""
    lower, grammar = context.tokens(index).lower, context.words.grammar
    before, word_at = lower[position - 1] if position else "", lower[position]
    behind = (word for word in lower[position + 1 :] if word not in grammar.adverbs and word != "never")
    after = next(behind, ".")
    entry = context.words.names.entries.get(drop_possessive(before))
    is_owned = before in context.words.statements.owners or (entry is not None and entry.sort == "country")
    if after == "of" and before in context.words.statements.none:
        return lower[position + 2 : position + 3] in OURS  # "no | army | of ours"
    verb = context.words.stages.verbs.get(after)
    goes_on = after in grammar.auxiliaries or after in grammar.prepositions or (verb and verb.form in ("past", "s"))
    if not is_owned or after == "of" or (after[0].isalpha() and not goes_on):
        return False
    if word_at in MEMBERED and lower[_find_first(context, lower, position) - 1] in context.words.statements.belonging:
        return False  # "joined the Russian | army"
    subjects = (cue.subject for cue in context.cues(index) if cue.subject)
    return not any(subject.name[0] <= position < subject.name[1] for subject in subjects)


def _find_first(context: Context, lower: list[str], position: int) -> int:
    """Where the words for an army begin: "joined | the Peruvian army"."""
    first = max(0, position - 1)
    while first > 0 and lower[first - 1] in context.words.grammar.determiners:
        first -= 1
    return first


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
                *_find_groups(context, index),
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
        after += 2 * (tokens.lower[after - 1] != "they" and tokens.lower[after : after + 2] in OF_THEM)
        while after < len(tokens.lower) and (
            tokens.lower[after] in context.words.grammar.auxiliaries
            or tokens.lower[after] in context.words.grammar.adverbs
        ):
            after += 1
        verb = context.words.stages.verbs.get(tokens.lower[after]) if position + 1 < after < len(tokens.lower) else None
        is_there = tokens.lower[position + 1 : position + 3] in ARE_THERE
        if ((verb and verb.form in ("past", "participle", "ing")) or is_there) and _names_troops_before(
            context, index, tokens.starts[position]
        ):
            yield tokens.starts[position], tokens.ends[position]


def _find_any(context: Context, index: int) -> Iterator[tuple[int, int]]:
    """ "Denied that any had crossed", "would not say if more would be sent": troops by one word, named just before."""
    words = context.word_set(index)
    if (ANY | ANYBODY | OTHERS).isdisjoint(words):
        return
    tokens, grammar = context.tokens(index), context.words.grammar
    is_denied = not context.words.statements.worth_reading.isdisjoint(words)
    for position, word in enumerate(tokens.lower):
        behind = tokens.lower[position + 1 : position + 3]
        is_gone = bool(behind) and behind[0] in grammar.auxiliaries
        is_alone = not behind or is_gone or behind[0] in CLOSING
        is_any = word in ANY and (is_alone or (behind[0] == "of" and behind[-1] in THEM))
        before = context.words.stages.verbs.get(tokens.lower[position - 1]) if position else None
        is_sent = before is not None and before.stage is Stage.SENT  # not "will not fight anyone"
        is_more = word in OTHERS and is_gone and tokens.lower[position - 1] != "the"
        is_other = is_denied and ((word in ANYBODY and is_alone and is_sent) or is_more)
        if (is_any or is_other) and _names_troops_before(context, index, tokens.starts[position]):
            yield tokens.starts[position], tokens.ends[position]


def _find_nationals(context: Context, index: int) -> Iterator[tuple[int, int]]:
    """ "Denied that Ethiopians had crossed": troops by their country, where troops of it were named before."""
    words, entries = context.word_set(index), context.words.names.entries
    for word in (word for word in words if word.endswith(PEOPLE)):
        tokens = context.tokens(index)
        for position in (at for at, one in enumerate(tokens.lower) if one == word and is_name(tokens.words[at])):
            pair = f"{tokens.lower[position - 1]} {word[:-1]}" if position else ""
            first = position - (pair in entries)
            entry = entries.get(pair) or entries.get(word[:-1])
            if not entry or entry.sort != "country" or not _is_going(context, index, position):
                continue
            if _names_troops_of(context, index, word[:-1], entry.name):
                yield tokens.starts[first], tokens.ends[position]


def _is_going(context: Context, index: int, position: int) -> bool:
    """Whether nationals do something right behind their name: "Egyptians | had landed", "Nepalis | fighting"."""
    tokens = context.tokens(index)
    verb = tokens.lower[position + 1] if position + 1 < len(tokens.lower) else "."
    if verb not in context.words.grammar.auxiliaries and verb not in context.words.stages.verbs:
        return False
    reading = read_stage(context, index, tokens.starts[position], tokens.ends[position])
    is_having = reading.verb is not None and (
        tokens.lower[reading.verb] in HAVING or tokens.lower[reading.verb : reading.verb + 2] == ["stood", "by"]
    )
    if reading.stage is Stage.AT_FRONT and _is_plain(context, index):
        return False  # "Chadians are fighting for their land": a people, and no news of its troops
    return reading.stage is not Stage.UNSPECIFIED and not is_having


def _is_plain(context: Context, index: int) -> bool:
    """Whether nothing in a sentence denies, negates or declines anything."""
    return (context.words.statements.worth_reading | context.words.grammar.negations).isdisjoint(
        context.word_set(index)
    )


def _find_groups(context: Context, index: int) -> Iterator[tuple[int, int]]:
    """ "There is no | Wagner | here": the troops of a group by its name, where there are none of them."""
    if "no" not in context.word_set(index) or "there" not in context.word_set(index):
        return
    tokens, entries = context.tokens(index), context.words.names.entries
    for position in (at for at in range(3, len(tokens.lower)) if tokens.lower[at - 1] == "no"):
        entry = entries.get(tokens.lower[position])
        if entry and entry.kind == "group" and tokens.lower[position - 3] == "there":
            yield tokens.starts[position], tokens.ends[position]


def _names_troops_of(context: Context, index: int, adjective: str, country: str) -> bool:
    """Whether a sentence before tells of a country's troops, or counts them: "Egypt is to provide 900 of them"."""
    troops, name = context.words.statements.troops, frozenset(country.lower().split())
    for near in range(index - 1, max(-1, index - LOOK_BACK - 1), -1):
        words = context.word_set(near)
        is_of_troops = not troops.isdisjoint(words) or near in context.memo.get(FIGURES, {})
        if is_of_troops and (adjective in words or name <= words):
            return True
    return False


def find_figures(context: Context, index: int) -> list[tuple[int, int]]:
    """Where the figures of a sentence begin, as the words that they begin with."""
    tokens = context.tokens(index)
    starts = context.memo.get(FIGURES, {}).get(index, ())
    firsts = (tokens.find(start, start + 1)[0] for start in starts)
    return [(tokens.starts[first], tokens.ends[first]) for first in firsts]


def _names_troops_before(context: Context, index: int, position: int) -> bool:
    is_denied = not context.words.statements.worth_reading.isdisjoint(context.word_set(index))
    for near in range(index, max(-1, index - BARE_LOOK_BACK - 1), -1):
        if is_denied and any(start < position for start, _ in find_figures(context, near)):
            return True
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
