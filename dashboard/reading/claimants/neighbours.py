"""The speaker of a sentence that names none: of the quotation it goes on with, or in the sentence after or before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dashboard.reading.claimants.met import PRONOUNS, read_opening, walk_back
from dashboard.reading.claimants.parties import Speaker
from dashboard.reading.claimants.speakers import read_speaker, read_speakers
from dashboard.reading.context import Context
from dashboard.reading.text.phrases import QUOTES, TokenSpan

LONGEST_QUOTATION: Final = 1500
LONGEST_IN_SENTENCES: Final = 8
STATED_BY: Final = re.compile(
    r"^(?:This|That|The (?:figures?|numbers?|claims?|announcement|estimate|information|news|data|statement))\b"
    r".{0,60}?\b(?:by|from)\s|^(?:So|That)\s|"
    r"^(?:That|This|Such)\b.{0,20}? (?:is|was|were) (?:at least )?(?:what|the)\s",
    re.IGNORECASE,
)


def find_in_neighbours(context: Context, index: int, span: TokenSpan) -> list[Speaker]:
    """The speaker of a sentence that names none: the one quoted, or one of the sentence after or before."""
    after = _find_stated_after(context, index)
    if after:
        return [after]
    if is_in_quotation(context, index):
        return _find_quoted_speaker(context, index)
    blunt = _find_before_colon(context, index, span)
    if blunt:
        return [blunt]
    if index and _introduces(context, index):
        nearest = next(walk_back(context, index), None) or read_opening(context, index - 1, vague=True)
        return [nearest] if nearest else []
    if _is_shifted_back(context, index, span) or _is_of_number_before(context, index, span):
        tokens = context.tokens(index - 1)
        told = [cue for cue in context.cues(index - 1) if cue.subject]
        if told:
            return read_speakers(context, index - 1, told[-1:]) if tokens.words else []
    return []


def _find_stated_after(context: Context, index: int) -> Speaker | None:
    """ "... This was stated by the army's spokesman." """
    if index + 1 >= len(context.sentences):
        return None
    start, end = context.sentences[index + 1]
    if not STATED_BY.match(context.text[start : min(end, start + 120)]):
        return None
    lower = context.tokens(index + 1).lower
    apart = lower.index(";") if ";" in lower else len(lower)
    for cue in (cue for cue in context.cues(index + 1) if cue.first < apart):
        speaker = read_speaker(context, index + 1, cue)
        if (
            speaker
            and speaker.parties
            and speaker.text.lower() not in PRONOUNS
            and not speaker.text.lower().startswith(("this", "that", "the figure", "the number"))
        ):
            return speaker
    return None


def is_in_quotation(context: Context, index: int) -> bool:
    """Whether the sentence is wholly inside quotation marks, its own or one opened before."""
    start, end = context.sentences[index]
    if context.text[start : min(end, start + 1)] in QUOTES:
        return True
    before = context.text[max(0, context.sentences[index][0] - 3000) : context.sentences[index][0]]
    apart = _find_break(context)
    if before[before.rfind(apart) + 1 :].count('"') % 2:
        return True
    opened = before.rfind("“")
    return opened > before.rfind("”") and apart not in before[opened:]


def _find_break(context: Context) -> str:
    """What parts two paragraphs: a line end, or an empty line where lines are broken within sentences."""
    if ("break",) not in context.memo:
        is_wrapped = any("\n" in context.text[start:end] for start, end in context.sentences)
        empty = "\r\n\r\n" if "\r\n\r\n" in context.text else "\n\n"
        context.memo[("break",)] = empty if is_wrapped else "\n"
    found: str = context.memo[("break",)]
    return found


def _find_quoted_speaker(context: Context, index: int) -> list[Speaker]:
    """Of a quotation with nobody named: who is named behind its end, else who spoke just before or just after it."""
    behind = _find_behind_quotation(context, index)
    if behind:
        return behind
    within = list(_walk_quotation(context, index))
    found = _find_told_in(context, index, within)
    opening = None if found else _find_opener(context, within[-1]) if within else None
    return found or ([opening] if opening else _find_told_in(context, index, [index + 1, index - 2]))


def _find_told_in(context: Context, index: int, places: list[int]) -> list[Speaker]:
    """The speakers of the first of these sentences that has any: its last where it stands before, its first behind."""
    for near in places:
        if not 0 <= near < len(context.sentences):
            continue
        cues = [cue for cue in context.cues(near) if cue.subject]
        speakers = read_speakers(context, near, cues[-1:] if near < index else cues[:1])
        if speakers:
            return speakers
    return []


def _find_before_colon(context: Context, index: int, span: TokenSpan) -> Speaker | None:
    """ "The general was blunt: “We have lost 40 men.”": the person whom the sentence opens with."""
    lower = context.tokens(index).lower
    mark = next((i for i in range(span[0] - 1, 1, -1) if lower[i] in QUOTES), 0)
    opening = read_opening(context, index, vague=True) if mark and lower[mark - 1] == ":" else None
    return opening if opening and opening.parties[0].is_person else None


def _find_opener(context: Context, before: int) -> Speaker | None:
    """ "The general was blunt. “We have lost 40 men.”": the person whom the sentence before a quotation opens with."""
    end = context.sentences[before][1]
    is_apart = _find_break(context) in context.text[end : context.sentences[before + 1][0]]
    opening = None if is_apart or is_in_quotation(context, before) else read_opening(context, before, vague=True)
    return opening if opening and opening.parties[0].is_person else None


def _walk_quotation(context: Context, index: int) -> Iterator[int]:
    """The sentences before, nearest first, as far back as one that is not wholly inside quotation marks."""
    for back in range(index - 1, max(-1, index - 1 - LONGEST_IN_SENTENCES), -1):
        yield back
        if not is_in_quotation(context, back):
            return


def _find_behind_quotation(context: Context, index: int) -> list[Speaker]:
    """ "“There are 400 of them. We will stay,” the general said.": the general says both."""
    text, start = context.text, context.sentences[index][0]
    mark = '"' if is_straight(text, start) else "”"
    close = text.find(mark, start + 1, start + LONGEST_QUOTATION)
    for near in range(index, len(context.sentences) if close >= 0 else index):
        first, last = context.sentences[near]
        if first <= close < last:
            tokens = context.tokens(near)
            behind = [cue for cue in context.cues(near) if cue.before and tokens.starts[cue.first] > close]
            return read_speakers(context, near, behind[:1])
        if first > close:
            break
    return []


def is_straight(text: str, start: int) -> bool:
    """Whether the quotation at a place is in straight marks: those come before the next curly one."""
    straight, curly = text.find('"', start), text.find("”", start)
    return straight >= 0 and (curly < 0 or straight < curly)


def _introduces(context: Context, index: int) -> bool:
    start, end = context.sentences[index - 1]
    return context.text[max(start, end - 1) : end] == ":"


POINTING: Final = frozenset({"the", "this", "that", "these", "those"})
PART_REACH: Final = 12  # words of "the number, which counts both dead and wounded, includes"


def _is_of_number_before(context: Context, index: int, span: TokenSpan) -> bool:
    """ "The army lost 900 men, Chad said. | The figure includes | 60 who died of disease": part of what Chad said."""
    grammar = context.words.grammar
    lower, first = context.tokens(index).lower, context.opening(index)
    is_number = lower[first : first + 1] != [] and lower[first] in POINTING and lower[first + 1] in grammar.numbers_told
    is_number = is_number or lower[first : first + 2] in (["that", "includes"], ["this", "includes"])
    return index > 0 and is_number and not grammar.holding.isdisjoint(lower[first : min(span[0], first + PART_REACH)])


SHIFTED: Final = frozenset({"had", "would"})


def _is_shifted_back(context: Context, index: int, span: TokenSpan) -> bool:
    """Whether the tense says that the speaker of the sentence before goes on: "... . Some 3,000 had arrived"."""
    own = (cue.subject.name[0] for cue in context.cues(index) if cue.subject)
    if index == 0 or any(context.tokens(index).lower[first] not in PRONOUNS for first in own):
        return False
    is_apart = _find_break(context) in context.text[context.sentences[index - 1][1] : context.sentences[index][0]]
    tokens = context.tokens(index)
    near = tokens.lower[max(0, span[0] - 12) : span[1] + 12]
    if not any(word in SHIFTED and (word == "would" or not is_apart) for word in near):
        return False
    return any(cue.saying and cue.subject for cue in context.cues(index - 1))
