"""Who stands behind a figure without a verb of saying of his own: "by its own account", "according to"."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.sentence.sources import Cue, has_role, is_speaker, names_source, read_evidence, read_source
from dashboard.reading.sentence.words_at import begins_number, is_number, skip_dates, word_at
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import QUOTES, Subject, TokenSpan, cut_at_verb, find_phrase_start
from dashboard.reading.text.phrases_after import find_phrase_after
from dashboard.reading.text.wordlist import WordList, is_name

LONGEST_OWNER: Final = 8
TELLING: Final = frozenset({"is", "was", "stands", "stood", "remains"})  # "the army's toll | stands at"
FRONT: Final = 8  # words of "in May last year"
TOLD_REACH: Final = 7  # words of "is at present that"


def read_unsaid(
    tokens: WordList,
    position: int,
    begins: tuple[int, int],
    dates: Container[int],
    verbs: Container[int],
    cues: list[Cue],
    grammar: Grammar,
) -> Cue | None:
    """The cue of a word that is no verb of saying; `begins` are the sentence's first word and how far back to look."""
    word = tokens.lower[position]
    if word == "to" and word_at(tokens, position - 1) == "according":
        return read_source(tokens, position - 1, position + 1, dates, verbs, grammar)
    if word == "of" and position > 1 and tokens.lower[position - 2 : position] == ["the", "words"]:
        return read_source(tokens, position - 3, position + 1, dates, verbs, grammar)
    if word in grammar.owned and not cues and _tells(tokens, position, dates, grammar):
        return _read_owned_report(tokens, position, begins[1], dates, verbs, grammar)
    if word in ("by", "from"):
        account = _read_account(tokens, position, begins[0], dates, verbs, cues, grammar) if word == "by" else None
        is_source = account is None and names_source(tokens, position, dates, grammar)
        return read_source(tokens, position, position + 1, dates, verbs, grammar) if is_source else account
    is_list = word in grammar.given and _opens_list(tokens, position, dates, grammar)
    if is_list or (word in grammar.evidence and position not in verbs):
        return read_evidence(tokens, position, begins[1], dates, verbs, grammar)
    return None


def _opens_list(tokens: WordList, noun: int, dates: Container[int], grammar: Grammar) -> bool:
    """ "The army gave other numbers on Tuesday: ...", "gave an estimate, in May, of 300": what they are comes next."""
    if "no" in tokens.lower[max(0, noun - 3) : noun]:
        return False
    after = noun + 1
    while after in dates or word_at(tokens, after) in ("on", "in"):
        after += 1
    after += word_at(tokens, after) == "," and word_at(tokens, after + 1) == "of"
    return word_at(tokens, after) == ":" or (
        word_at(tokens, after) in ("of", ",") and begins_number(tokens, after + 1, grammar)
    )


def _tells(tokens: WordList, noun: int, dates: Container[int], grammar: Grammar) -> bool:
    """ "The president's announcement that", "the army's latest figure was", "an army claim that"."""
    position = skip_dates(tokens, noun + 1, dates)
    before, after = word_at(tokens, noun - 1), word_at(tokens, position)
    if _find_possessive(tokens, noun) is not None:
        ahead = tokens.lower[position + 1 : position + TOLD_REACH]
        ahead = ahead[: ahead.index(",")] if "," in ahead else ahead
        is_told = "that" in ahead or any(is_number(word, grammar) for word in ahead)
        return after in ("that", "of") or (after in TELLING and is_told)
    return after == "that" and (before in grammar.roles or is_name(tokens.words[noun - 1]))


def _find_possessive(tokens: WordList, noun: int) -> int | None:
    """The owner's word, with at most two others behind it: "the | army's | own latest estimate"."""
    for position in range(noun - 1, max(-1, noun - 4), -1):
        if tokens.lower[position].endswith("'s") or tokens.lower[position] == "'":
            return position
        if not tokens.lower[position].isalpha():
            break
    return None


def _read_owned_report(
    tokens: WordList, noun: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Cue | None:
    """ "The president's announcement that 300 men would go": what he announced follows."""
    possessive = _find_possessive(tokens, noun)
    end = noun if possessive is None else possessive + 1
    start = find_phrase_start(tokens, end, floor, dates, verbs, grammar)
    if tokens.lower[start] in ("a", "an") and possessive is None:
        start += 1  # "an | army | claim"
    if start >= end:
        return None
    last = skip_dates(tokens, noun + 1, dates)
    return Cue(noun, None, Subject((start, end)), start, last, before=False, after=True, is_source=True)


def _read_account(
    tokens: WordList,
    by: int,
    first: int,
    dates: Container[int],
    verbs: Container[int],
    cues: list[Cue],
    grammar: Grammar,
) -> Cue | None:
    """ "By the company's own reckoning", "by its count": the company's, or that of whom the sentence speaks."""
    nouns = range(by + 2, min(by + LONGEST_OWNER, len(tokens.lower)))
    noun = next((i for i in nouns if _is_owned(tokens, i, grammar)), 0)
    if not noun:
        return None
    end = noun - (tokens.lower[noun - 1] == "own")
    owner = (by + 1, end)
    if end - by == 2 and tokens.lower[by + 1] in ("its", "their", "his", "her"):
        opens = noun + 2 if by == first else first  # "By its own admission, | the army | has lost 300 men"
        named = _find_owner(tokens, opens, dates, verbs, cues, grammar)
        is_named = named[0] < named[1] and is_speaker(tokens, named, grammar)
        is_named = is_named and tokens.lower[named[1] - 1] not in grammar.determiners  # "those who stay"
        owner = named if is_named else owner  # "by | his | count"
    elif _is_adjective(tokens, noun):
        owner = (by + 1, noun)
    elif tokens.lower[noun - 2 : noun] == ["'", "s"]:
        owner = (by + 1, noun - 2)  # "by the U.N.'s | count"
    elif not tokens.lower[end - 1].endswith(("'s", "'")) or end - by < 2:
        return None
    last = skip_dates(tokens, noun + 1, dates)
    subject = Subject(owner)
    return Cue(by, None, subject, by, last, before=True, after=True, is_source=True) if owner[0] < owner[1] else None


def _is_owned(tokens: WordList, noun: int, grammar: Grammar) -> bool:
    before = tokens.lower[noun - 1]
    return tokens.lower[noun] in grammar.accounts and (
        before == "own"
        or before.endswith("'s")
        or before in ("'", "its", "their", "his", "her")
        or tokens.lower[noun - 2 : noun] == ["'", "s"]
        or _is_adjective(tokens, noun)
    )


def _is_adjective(tokens: WordList, noun: int) -> bool:
    """ "By | American | estimates", "by | United Nations | figures": not "by most estimates"."""
    first = noun
    while first > 0 and is_name(tokens.words[first - 1]):
        first -= 1
    return first < noun and tokens.lower[first - 1] == "by"


def _find_owner(
    tokens: WordList, first: int, dates: Container[int], verbs: Container[int], cues: list[Cue], grammar: Grammar
) -> TokenSpan:
    """Who "its" means: the speaker named last, else whom the sentence opens with."""
    said = next((cue.subject for cue in reversed(cues) if cue.subject), None)
    return said.name if said else cut_at_verb(tokens, find_phrase_after(tokens, first, dates, verbs, grammar), grammar)


def find_driven(
    tokens: WordList, verb: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    """ "The losses prompted | a spokesman | to admit": who is made to say it."""
    if word_at(tokens, verb - 1) != "to" or word_at(tokens, verb + 1) != "that":
        return None
    start = find_phrase_start(tokens, verb - 1, floor, dates, verbs, grammar)
    is_made = start < verb - 1 and word_at(tokens, start - 1) in grammar.driving
    return Subject((start, verb - 1)) if is_made and is_speaker(tokens, (start, verb - 1), grammar) else None


def read_opening_subject(
    tokens: WordList, first: int, verb: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    """ "The general | visited the camp to greet them, and said": whom the sentence opens with."""
    marks = [word for word in tokens.lower[first:verb] if word in QUOTES]
    if len(marks) % 2 or tokens.lower[first] in QUOTES:
        return None
    if tokens.lower[first] in ("in", "on", "during", "after", "at") or first in dates:
        comma = next((i for i in range(first, min(verb, first + FRONT)) if tokens.lower[i] == ","), first - 1)
        first = comma + 1  # "In May last year, | the rebels | stormed the camp and said"
    name = find_phrase_after(tokens, first, dates, verbs, grammar)
    cut = cut_at_verb(tokens, name, grammar)
    is_subject = cut != name or word_at(tokens, name[1]) in grammar.auxiliaries
    return Subject(cut) if is_subject and cut[1] > cut[0] and _can_speak(tokens, cut, grammar) else None


def _can_speak(tokens: WordList, name: TokenSpan, grammar: Grammar) -> bool:
    """ "The mayor of Gao", "Kone": not "the camp in Gao"."""
    inner = (i for i in range(name[0] + 1, name[1]) if tokens.lower[i] in grammar.inner_prepositions)
    is_named = is_name(tokens.words[name[0]].removeprefix("al-")) and tokens.lower[name[0]] not in grammar.determiners
    return is_named or has_role(tokens, (name[0], next(inner, name[1])), grammar)
