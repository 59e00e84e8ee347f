"""Whether citizens, foreigners or convicts are counted as troops: by the word that enlists them, or what they do."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.figures.mentions import Lead
from dashboard.reading.figures.nouns import Head
from dashboard.reading.tables.lists import fill_table
from dashboard.reading.text.tokens import Tokens
from dashboard.vocabulary import Vocabulary

REACH: Final = 10  # words from those who are counted to what they do


class CitizenWords(NamedTuple):
    """The words of `[arms]` in `quantity_words.toml`."""

    citizens: frozenset[str]
    enlisting: frozenset[str]
    bearing: frozenset[str]
    with_the: frozenset[str]
    signing: frozenset[str]
    signed: frozenset[str]
    serving: frozenset[str]
    serving_with: frozenset[str]
    breaks: frozenset[str]


@lru_cache(maxsize=16)
def build_citizen_words(vocabulary: Vocabulary) -> CitizenWords:
    """The words of a vocabulary by which citizens are troops."""
    words = vocabulary.read("quantity_words")["arms"]
    return fill_table(CitizenWords, words)


def bears_arms(tokens: Tokens, lead: Lead, head: Head, words: CitizenWords) -> bool:
    """Whether the words about citizens make them troops: "recruited | 300 foreigners", "300 Fijians | are fighting".

    Not those who are only near the war: "300 foreigners | were caught up in the fighting".
    """
    if lead.before in words.enlisting:
        return True
    for at in range(head.end, min(len(tokens), head.end + REACH)):
        word, before = tokens.words[at], tokens.words[at - 1]
        if word in words.breaks or not word[0].isalnum():
            return False
        is_doing = word in words.bearing and before not in ("the", "in", "of")
        is_with = word in words.with_the and before == "the"  # "are on the front line"
        is_bound = word in words.signed and not words.signing.isdisjoint(
            tokens.words[head.end : at]
        )  # "signed contracts"
        if is_doing or is_with or is_bound or (word in words.serving and tokens.word(at + 1) in words.serving_with):
            return True
    return False
