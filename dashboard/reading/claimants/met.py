"""Whom an article has met: the speakers of a sentence, and whom it opens with though he says nothing in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.reading.claimants.parties import Speaker, resolve_parties, tells_office, use_description, without_both
from dashboard.reading.context import Context
from dashboard.reading.sentence.names import resolve_party
from dashboard.reading.tables.names import ARTICLES
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import QUOTES, TokenSpan, cut_at_verb
from dashboard.reading.text.phrases_after import find_phrase_after
from dashboard.reading.text.wordlist import WordList, is_name

LOOK_BACK: Final = 6  # sentences in which the one meant by "he" or "the agency" is looked for
JOINING: Final = QUOTES | {"and", "but", "yet"}  # "| But | Belgian officials were more cautious", "And Peru?"
DOING: Final = 28  # words of "standing by the gate of the old barracks"
PRONOUNS: Final = frozenset({"he", "she", "it", "they", "we", "i", "who"})
NOBODY_NEW: Final = PRONOUNS | {"his", "her", "their", "its"}


def walk_back(context: Context, index: int) -> Iterator[Speaker]:
    """The speakers of the sentences before, nearest first; in one sentence the last first. Pronouns are passed over."""
    for back in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        yield from list_speakers(context, back)


def find_named_later(context: Context, index: int, words: list[str]) -> Speaker | None:
    """Whom a headline means by a name alone: the speaker of that name in the sentences behind it."""
    for later in range(index + 1, min(index + 1 + 2 * LOOK_BACK, len(context.sentences))):
        for speaker in list_speakers(context, later):
            if set(words) <= set(speaker.text.split()):
                return speaker
    return None


def list_speakers(context: Context, index: int) -> list[Speaker]:
    """The speakers of one sentence, the last first, and then whom it opens with."""
    key = ("named speakers", index)
    if key not in context.memo:
        named = list(_find_named_speakers(context, index))
        opening = read_opening(context, index)
        context.memo[key] = [*named, opening] if opening else named
    speakers: list[Speaker] = context.memo[key]
    return speakers


def _find_named_speakers(context: Context, index: int) -> Iterator[Speaker]:
    tokens = context.tokens(index)
    for cue in reversed(context.cues(index)):
        if cue.subject is None or tokens.lower[cue.subject.name[0]] in NOBODY_NEW:
            continue
        span = without_both(tokens, cue.subject.name)
        text = " ".join(context.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]].split())
        parties = resolve_parties(tokens, span, context)
        described = cue.subject.described
        is_told = described is not None and tells_office(tokens, described, context.words.names)
        words = tokens.words[slice(*described)] if described and is_told else []
        if len(parties) == 1 and not parties[0].known and words:
            parties = (use_description(parties[0], resolve_party(words, context.words.names)),)
        yield Speaker(text, parties, described=" ".join(words))


def read_opening(context: Context, index: int, *, vague: bool = False) -> Speaker | None:
    """Whom a sentence is about though he says nothing in it: "The Czech defence minister, Jana Cernochova, visited".

    Where `vague`, one that only a name elsewhere tells of as well: "The general was blunt".
    """
    key = ("opening", index, vague)
    if key not in context.memo:
        context.memo[key] = _read_opening(context, index, vague)
    opening: Speaker | None = context.memo[key]
    return opening


def _read_opening(context: Context, index: int, vague: bool) -> Speaker | None:
    tokens = context.tokens(index)
    grammar = context.words.grammar
    start = context.opening(index)
    while start < len(tokens.lower) and (tokens.lower[start] in JOINING or not tokens.lower[start][0].isalpha()):
        start += 1
    start = _skip_day(context, index, start)
    if start == len(tokens.lower) or tokens.lower[start] in grammar.never_names:
        return None
    start = _skip_doing(tokens, start, grammar)
    name = find_phrase_after(tokens, start, (), (), grammar)
    name = _cut_at_paper(tokens, cut_at_verb(tokens, name, grammar), grammar)
    is_lone = name[1] - name[0] < 2
    if is_lone and (name[0] == name[1] or tokens.lower[start] in grammar.numbers or not is_name(tokens.words[start])):
        return None
    words = tokens.words[slice(*name)]
    party = resolve_party(words, context.words.names)
    own = _read_own_name(tokens, name[1], grammar)
    if own:
        party = use_description(resolve_party(tokens.words[slice(*own)], context.words.names), party)
        name = own
    elif tokens.lower[start] in NOBODY_NEW:
        return None
    described = " ".join(words) if own else ""
    is_vague = (
        party.vague and not vague and words[0].lower() not in ("a", "an")
    )  # "a mission officer" is nobody met before
    if (not party.known and not party.is_person and not is_institution(context, words)) or is_vague:
        return None
    text = context.text[tokens.starts[name[0]] : tokens.ends[name[1] - 1]].removesuffix("'s").removesuffix("’s")
    return Speaker(" ".join(text.split()), (party,), described=described)


def _skip_day(context: Context, index: int, start: int) -> int:
    """ "On Friday | Chad's army | went further": behind the day, with a comma or without."""
    tokens = context.tokens(index)
    spans = [tokens.find(mention.start, mention.end) for mention in context.dates(index)]
    end = next((last for first, last in spans if 0 <= first - start <= 1), start)
    if end == start or (tokens.lower[start] not in ("on", "in") and (start, end) not in spans):
        return start
    end += tokens.lower[end : end + 1] == [","]
    return end if end < len(tokens.lower) else start


def _skip_doing(tokens: WordList, start: int, grammar: Grammar) -> int:
    """ "Standing by the gate, | Ana Ruiz | shook her head": behind what she was doing."""
    if not tokens.lower[start].endswith("ing") or tokens.lower[start] in grammar.ing_nouns:
        return start
    commas = (i for i in range(start + 1, min(start + DOING, len(tokens.lower) - 1)) if tokens.lower[i] == ",")
    comma = next((i for i in commas if is_name(tokens.words[i + 1])), 0)
    is_subject = comma and "said" not in tokens.lower[start:comma]
    return comma + 1 if is_subject else start


def _cut_at_paper(tokens: WordList, name: TokenSpan, grammar: Grammar) -> TokenSpan:
    """ "NATO's | figures | do not match": NATO, whose figures they are."""
    is_paper = name[1] - name[0] >= 2 and tokens.lower[name[1] - 1] in grammar.reports
    is_owned = is_paper and tokens.lower[name[1] - 2].endswith("'s")
    return (name[0], name[1] - 1) if is_owned else name


def is_institution(context: Context, words: Sequence[str]) -> bool:
    """ "The Andean Centre for Human Rights | gave", "the Delta Front | attacked": a body by its name."""
    of = next(
        (i for i, word in enumerate(words) if word.lower() in ("for", "of", "in", "on") or word[0] == "("), len(words)
    )
    name = [word for word in words[:of] if word.lower() not in ARTICLES]
    return len(name) > 1 and all(map(is_name, name)) and name[-1].lower() in context.words.names.institutions


def _read_own_name(tokens: WordList, comma: int, grammar: Grammar) -> TokenSpan | None:
    """The name set off behind a title: "The Czech defence minister, | Jana Cernochova |, visited"."""
    if tokens.lower[comma : comma + 1] != [","]:
        return None
    name = find_phrase_after(tokens, comma + 1, (), (), grammar)
    is_closed = tokens.lower[name[1] : name[1] + 1] == [","]
    return (
        name if is_closed and all(is_name(word) for word in tokens.words[slice(*name)]) and name[1] > name[0] else None
    )
