"""Whether a sentence tells of troops without a number as news: said by somebody named, or seen."""

from __future__ import annotations

import re
from typing import Final

from dashboard.reading.claimants.resolving import find_speakers
from dashboard.reading.context import Context
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.stages.resolving import read_stage
from dashboard.reading.statements.negations import is_negated, is_presupposed
from dashboard.reading.statements.stances import Statement
from dashboard.reading.text.wordlist import WordList, is_name
from dashboard.records import Stage, Stance

NOBODY: Final = frozenset({"neither", "nobody", "none", "no"})

SEEN: Final = re.compile(
    r"\b(?:footage|videos?|images?|imagery|photos?|photographs?|pictures?)\b[^.]{0,80}?"
    r"\b(?:shows?|showed|showing|depicts?|to show|reveals?|revealed)\b"
    r"|\b(?:can|could) be seen\b|\b(?:was|were|been) (?:seen|spotted|filmed|photographed)\b"
    r"|\bsaw\b(?!\sas\b)|\b(?:has|have|had) (?:also )?(?:seen|spotted|sighted|observed)\b",
    re.IGNORECASE,
)
FIRST_TIME: Final = ["for", "the", "first", "time"]  # "confirmed for the first time the presence of ... troops"
ADJECTIVES: Final = 2  # words of "for | light armoured | infantry"
AIMED: Final = frozenset({"for", "from", "against", "of"})
AFTER: Final = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|shortly|soon|just)\s(?:after|before)\s[^,;]*\Z", re.IGNORECASE
)
YEAR: Final = re.compile(r"\b[Ii]n ((?:19|20)\d\d)\b")
SIGNS: Final = re.compile(r"\b(?:signs|evidence|proof|indications)\W{0,2}\sof\s[^,;]{0,30}$", re.IGNORECASE)


def read_told(context: Context, index: int, start: int, end: int, span: tuple[int, int]) -> Statement | None:
    """The statement that a part of a sentence makes of the troops at `span`, as said by somebody or seen."""
    reading = read_stage(context, index, *span)
    is_untold = reading.stage == Stage.UNSPECIFIED or reading.is_leaving
    if (
        is_untold
        or _is_nameless_agent(context, index, span)
        or _is_in_speaker(context, index, span)
        or _is_done_to(context, index, span, reading.verb)
        or _is_beside(context, index, start, span, reading.verb)
        or is_presupposed(context, index, start, span, reading)
        or is_negated(context, index, start, span, reading)
    ):
        return None
    statement = Statement(index, *span, Stance.ASSERTS, reading.stage)
    holders = [cue for cue in context.holders(index, *span) if cue.subject]
    if holders and holders[0].saying and holders[0].saying.stance == "does_not_confirm":
        return None  # "declined to say when | the soldiers would leave"
    if holders and _is_said_by_none(context, index, holders[0]):
        is_open = holders[0].saying and holders[0].saying.verb in ("confirm", "verify", "acknowledge")
        return Statement(index, *span, Stance.DOES_NOT_CONFIRM, reading.stage) if is_open else None
    if holders:
        told = reading.is_told or SIGNS.search(context.text[max(start, span[0] - 60) : span[0]]) is not None
        is_seen = _is_seen(context, index, start, span[0])
        return statement if told or is_seen or _is_object_of(context, index, span, holders[0]) else None
    if _is_seen(context, index, start, end):
        return statement
    is_carried = reading.is_told and not _is_long_ago(context, index)
    return statement if is_carried and find_speakers(context, index, *span) else None


def _is_long_ago(context: Context, index: int) -> bool:
    """ "In 2017 the bloc sent troops": what an article recalls is not said by who spoke in the sentence before."""
    start, end = context.sentences[index]
    years = (int(match[1]) for match in YEAR.finditer(context.text, start, end))
    return context.published is not None and any(year < context.published.year for year in years)


def _is_said_by_none(context: Context, index: int, cue: Cue) -> bool:
    """ "Neither Lima nor Quito confirmed that soldiers had crossed", "no official acknowledged it"."""
    first = cue.subject.name[0] if cue.subject else cue.first
    return not NOBODY.isdisjoint(context.tokens(index).lower[max(0, first - 3) : cue.verb])


def _is_in_speaker(context: Context, index: int, span: tuple[int, int]) -> bool:
    """ "The commander of the force | said": who speaks is named, and nothing told of the force."""
    first = context.tokens(index).find(*span)[0]
    subjects = (cue.subject for cue in context.cues(index) if cue.subject)
    return any(subject.name[0] < first < subject.name[1] for subject in subjects)


def _is_beside(context: Context, index: int, start: int, span: tuple[int, int], verb: int | None) -> bool:
    """ "Recruited | fighters", "flew weapons to | fighters", "days after | fighters left": not what the news is of."""
    tokens = context.tokens(index)
    first = tokens.find(*span)[0]
    if verb is not None and tokens.lower[verb] in context.words.statements.hiring and tokens.lower[verb - 1] != "being":
        return True
    if verb is not None and ["not", "to"] in [tokens.lower[at : at + 2] for at in range(first, verb)]:
        return True  # "have been ordered not to cross"
    is_for = first > 1 and tokens.lower[first - 1] in ("to", "for") and verb is not None and 0 <= verb < first - 2
    return is_for or _is_aimed_at(context, tokens, first) or AFTER.search(context.text, start, span[0]) is not None


def _is_aimed_at(context: Context, tokens: WordList, first: int) -> bool:
    """ "Offers | for | light infantry", "fire | from | militants", "in support | of | rebel fighters"."""
    at = first - 1
    while at > max(0, first - ADJECTIVES - 1) and tokens.lower[at].isalpha() and tokens.lower[at] not in AIMED:
        if tokens.lower[at] in context.words.stages.verbs or tokens.lower[at] in context.words.grammar.prepositions:
            return False
        at -= 1
    word = tokens.lower[at]
    return word in AIMED and (word != "of" or tokens.lower[at - 1] in ("support", "defence", "defense"))


def _is_done_to(context: Context, index: int, span: tuple[int, int], verb: int | None) -> bool:
    """ "Has dismantled most of the battalions", "is arming militias": told of what is done to them, not of where."""
    tokens, grammar = context.tokens(index), context.words.grammar
    first = tokens.find(*span)[0]
    if verb is None or verb >= first or tokens.lower[verb] not in grammar.auxiliaries:
        return False
    at = next((i for i in range(verb + 1, first) if tokens.lower[i] not in grammar.adverbs), first)
    word = tokens.lower[at]
    if word in context.words.stages.verbs or at == first:
        return False
    is_have = tokens.lower[verb] in ("has", "have", "had")
    is_object = not (grammar.determiners | {"most", "to"}).isdisjoint(tokens.lower[at + 1 : first])
    return (word.endswith("ing") and not is_have) or (word.endswith("ed") and is_have and is_object)


def _is_nameless_agent(context: Context, index: int, span: tuple[int, int]) -> bool:
    """ "Bases occupied by foreign forces": told of the bases, and of nobody's forces."""
    tokens = context.tokens(index)
    first = tokens.find(*span)[0]
    start = next((i + 1 for i in range(first - 1, max(-1, first - 4), -1) if tokens.lower[i] == "by"), None)
    return start is not None and not any(is_name(word) for word in tokens.words[start:first])


def _is_seen(context: Context, index: int, start: int, end: int) -> bool:
    """Whether a picture, or somebody's own eyes, show something."""
    seen = context.words.statements.seen
    return not seen.isdisjoint(context.word_set(index)) and SEEN.search(context.text, start, end) is not None


def _is_object_of(context: Context, index: int, span: tuple[int, int], cue: Cue) -> bool:
    """ "Confirmed the presence of troops", "evidence of troops in": what is confirmed is a noun, not a clause."""
    tokens = context.tokens(index)
    first = tokens.find(*span)[0]
    between = tokens.lower[cue.verb : first]
    if cue.saying and cue.saying.does == "accuse":
        verb = read_stage(context, index, *span).verb or first
        return "who" not in tokens.lower[first:verb]  # "accused the forces of arming rebels who | operate there"
    noun = {"evidence", "presence", "deployment", "arrival", "dispatch", "proof", "transfer", "signs"}
    if cue.saying and cue.saying.verb in (
        "confirm",
        "verify",
        "acknowledge",
        "admit",
        "announce",
        "report",
        "detect",
        "document",
        "reveal",
        "claim",
        "allege",
        "disclose",
    ):
        return len(between) <= 8 + 4 * (between[1:5] == FIRST_TIME)
    return (
        any(word in noun for word in between)
        and len(between) <= 14
        and not any(
            word in ("showed", "shows", "marks", "would", "was", "is", "will")
            for word in tokens.lower[first : first + 10]
        )
    )
