"""Which verb of saying is about one number alone, beside another's: "12 died, fewer than the 300 Chad claimed"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.sentence.saying_verbs import is_number, word_at
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.wordlist import WordList

REACH: Final = 6  # words of "300 dead soldiers that"
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
