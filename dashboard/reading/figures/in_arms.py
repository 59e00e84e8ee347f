"""People of any name -> troops, where the sentence shows them in arms: "2,000 islanders were under arms"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.figures.mentions import Lead
from dashboard.reading.figures.nouns import Head
from dashboard.reading.tables.lists import fill_table
from dashboard.reading.text.tokens import NUMBER, Phrases, Tokens
from dashboard.vocabulary import Vocabulary

REACH: Final = 7  # words from a number to what its people do
BESIDE: Final = 4  # words after "people" that tell where they are
HELD: Final = 9  # words after it that may tell what they are there for
_ANYBODY: Final = ("people", "persons")
_ENDS: Final = (";", ",", "(", ":", ".")


class InArmsWords(NamedTuple):
    """The words of `quantity_words.toml` that show people in arms, made once per vocabulary."""

    doing: Phrases[bool]
    bases: frozenset[str]
    having: frozenset[str]
    held: frozenset[str]
    bodies_of: frozenset[str]


@lru_cache(maxsize=16)
def build_in_arms_words(vocabulary: Vocabulary) -> InArmsWords:
    """The tables of a vocabulary for people in arms."""
    words = vocabulary.read("quantity_words")
    return fill_table(InArmsWords, words, doing=Phrases((phrase, True) for phrase in words["in_arms"]))


def arm_head(head: Head, tokens: Tokens, place: int, lead: Lead, words: InArmsWords) -> Head:
    """The noun of a number, of troops where the sentence shows these people in arms."""
    if head.kind != "other" or tokens.words[place + 1 : place + 2] == ["-"]:
        return head
    is_armed = _do_as_soldiers(tokens, place, words) or _serve(tokens, lead, head, words)
    return Head("troops", head.start, head.end) if is_armed else head


def are_in_their_ranks(tokens: Tokens, place: int, words: InArmsWords) -> bool:
    """Whether a number with no noun tells how many bear arms: "the rebels had tens of thousands | under arms"."""
    return place + 1 < len(tokens) and words.doing.match(tokens.words, place + 1) is not None


def _do_as_soldiers(tokens: Tokens, place: int, words: InArmsWords) -> bool:
    """Whether they do or are what only soldiers do: "480 young men reported to barracks"."""
    for at in range(place + 2, min(place + REACH, len(tokens))):
        if tokens.words[at] in _ENDS or tokens.words[at] == NUMBER:
            return False
        if words.doing.match(tokens.words, at):
            return True
    return False


def _serve(tokens: Tokens, lead: Lead, head: Head, words: InArmsWords) -> bool:
    """Whether these people are an army's own: "the army has 4,458 people", "Spain has 504 people at the base"."""
    if tokens.word(head.start) not in _ANYBODY:
        return False
    if not words.held.isdisjoint(tokens.words[head.start + 1 : head.start + 1 + HELD]):
        return False
    after = tokens.words[head.start + 1 : head.start + 1 + BESIDE]
    if after[:1] in (["at"], ["in"], ["on"]) and not words.bases.isdisjoint(after):
        base = next(at for at, word in enumerate(after) if word in words.bases)
        return tokens.word(head.start + 2 + base) != "of"  # "at the base of the mountain"
    return lead.before in words.having and tokens.word(lead.start - 2) in words.bodies_of
