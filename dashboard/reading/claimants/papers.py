"""Whose paper "the report" is: of those who wrote the one that the article has told of last."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.claimants.met import LOOK_BACK
from dashboard.reading.context import Context
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.sentence.subjects import find_subject_before
from dashboard.reading.tables.names import ARTICLES
from dashboard.reading.text.phrases import Subject, find_phrase_start
from dashboard.reading.text.wordlist import is_name

FARTHEST: Final = 2 * LOOK_BACK
POINTING: Final = frozenset({"the", "this", "that", "same"})
OPENING: Final = frozenset({*ARTICLES, "its", "their"})


def find_paper(context: Context, index: int, noun: str) -> tuple[int, Cue | None] | None:
    """The sentence that tells of the report meant by "the report", and who is said to have written it.

    >>> from dashboard.reading.context import build_words
    >>> from dashboard.vocabulary import load_vocabulary
    >>> text = "A report by UN experts is out. The report says 300 men crossed."
    >>> found = find_paper(Context(text, ((0, 30), (31, 63)), None, build_words(load_vocabulary())), 1, "report")
    >>> found and found[0]
    0
    """
    if noun not in context.words.grammar.papers_told:
        return None
    for back in range(index - 1, max(-1, index - 1 - FARTHEST), -1):
        lower = context.tokens(back).lower if noun in context.word_set(back) else []
        for place in range(len(lower) - 1, 0, -1):
            if lower[place] == noun and _is_first_told(lower, place, context.words.grammar.told_kinds):
                return back, _find_writer(context, back, place)
    return None


def find_opening_paper(context: Context, index: int) -> str:
    """ "| The leaked memo | lists four camps. It puts": the paper that the sentence before opens with; else empty."""
    lower, first = (context.tokens(index - 1).lower, context.opening(index - 1)) if index else ([], 0)
    opening = [word for word in lower[first : first + 3] if word not in context.words.grammar.told_kinds]
    is_told = len(opening) > 1 and opening[0] == "the" and opening[1] in context.words.grammar.papers_told
    return opening[1] if is_told else ""


def _is_first_told(lower: list[str], place: int, kinds: Container[str]) -> bool:
    """ "A report", "its annual report": not "the (leaked) report" again, nor who "report"."""
    if place == 2 and lower[0] == "the" and lower[1] in kinds:
        return False
    has_article = not OPENING.isdisjoint(lower[max(0, place - 4) : place])
    return has_article and lower[place - 1] not in POINTING


def _find_writer(context: Context, index: int, place: int) -> Cue | None:
    """ "A report | by UN experts", "UN experts, in a report, said", "In a report the UN said", "published a report"."""
    lower = context.tokens(index).lower
    is_within = "in" in lower[max(0, place - 4) : place]
    for cue in context.cues(index):
        if cue.subject is None or (lower[cue.verb] == "by" and lower[cue.verb - 1] in context.words.grammar.obtained):
            continue  # "a cable | seen by AFP"
        spans = [span for span in (cue.subject.name, cue.subject.described) if span]
        if (cue.is_source and 0 < cue.verb - place <= 2) or any(first <= place < last for first, last in spans):
            return cue
        if is_within and cue.verb > place and not cue.is_source:
            return cue
    tokens, grammar = context.tokens(index), context.words.grammar
    verb = next((i for i in range(place - 1, max(-1, place - 4), -1) if lower[i] in grammar.showing), 0)
    end = place if lower[place - 1].endswith("'s") else verb  # "the army's | report", "the army | published a report"
    subject = find_subject_before(tokens, end, 0, (), (), grammar) if end else None
    start = find_phrase_start(tokens, place + 1, 0, (), (), grammar)
    if subject is None and any(is_name(word) for word in tokens.words[start:place]):
        subject = Subject((start, place + 1))  # "a UN report seen by AFP"
    return Cue(place, None, subject, subject.name[0], place + 1, before=False, after=True) if subject else None
