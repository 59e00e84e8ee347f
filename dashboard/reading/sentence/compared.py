"""Which verb of saying is about one number alone, beside another's: "12 died, fewer than the 300 Chad claimed"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.sentence.sources import Cue, is_speaker
from dashboard.reading.sentence.words_at import begins_number, is_number, word_at
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.phrases import Subject, find_phrase_start
from dashboard.reading.text.wordlist import WordList

REACH: Final = 6  # words of "300 dead soldiers that"
JOINTS: Final = frozenset({",", ";", "and", "while", "but"})
PUTTING: Final = frozenset({"put", "estimate"})
NUMBER_WORDS: Final = frozenset({"some", "about", "around", "nearly", "almost", "over", "roughly", "more", "than"})


def find_claimed(cue: Cue, tokens: WordList, grammar: Grammar) -> int | None:
    """The number that a verb of saying is about and no other: "the | 300 | soldiers claimed by Chad"; else `None`.

    Its noun has "the" before it and nothing but its clause behind it: "the 300 (soldiers) (that) Chad claimed".
    """
    if cue.saying is None or cue.saying.stance != "asserts" or cue.subject is None:
        return None
    is_passive = cue.verb == cue.first and word_at(tokens, cue.verb + 1) == "by"
    is_relative = cue.subject.name[1] <= cue.verb and not cue.before and cue.subject.described is None
    if not (is_passive or is_relative):
        return None
    first = cue.first
    for position in range(first - 1, max(0, first - REACH), -1):
        word = tokens.lower[position]
        if is_number(word, grammar):
            back = position - 1
            while back > 0 and tokens.lower[back] in NUMBER_WORDS:
                back -= 1
            return position if tokens.lower[back] == "the" else None
        if not word.isalpha() or word in grammar.auxiliaries or word in grammar.prepositions:
            return None
    return None


def find_gapped(cues: tuple[Cue, ...], tokens: WordList, start: int, grammar: Grammar) -> Cue | None:
    """ "The army put it at 40, | the rebels at | 90", "Chad claims 40, | Togo | 90": whose verb is left out.

    Not "Chad said it had sent 40, Togo 90": there the number before is no object of the verb.
    """
    end = start
    while end > 1 and tokens.lower[end - 1] in NUMBER_WORDS:
        end -= 1
    has_at = tokens.lower[end - 1] == "at"
    end -= has_at
    end -= has_at and tokens.lower[end - 1] == ","
    first = find_phrase_start(tokens, end, max(0, end - REACH), (), (), grammar)
    joints = [i for i in range(first, end) if tokens.lower[i] == "and"]
    first = joints[-1] + 1 if joints else first
    if (
        first >= end
        or first < 2
        or tokens.lower[first - 1] not in JOINTS
        or not is_speaker(tokens, (first, end), grammar)
    ):
        return None
    outer = next((cue for cue in reversed(cues) if cue.last < first), None)
    if outer is None or outer.saying is None or outer.before or any(outer.last < cue.verb < start for cue in cues):
        return None
    between = tokens.lower[outer.last : first]
    is_put = has_at and outer.saying.verb in PUTTING and "at" in between
    is_told = not has_at and begins_number(tokens, outer.last, grammar) and tokens.lower[first - 1] != "and"
    if not (is_put or is_told) or not any(is_number(word, grammar) for word in between):
        return None
    return Cue(end, outer.saying, Subject((first, end)), first, start, before=False, after=True)
