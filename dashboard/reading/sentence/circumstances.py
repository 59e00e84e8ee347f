"""Over what stands between a verb of saying and the words said: whom, when and where somebody was told."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.sentence.words_at import begins_number, word_at
from dashboard.reading.text.grammar import Grammar, Saying
from dashboard.reading.text.phrases import DASHES, QUOTES
from dashboard.reading.text.wordlist import WordList, is_name

CIRCUMSTANCES: Final = frozenset(
    {"in", "at", "during", "on", "after", "to", "from", "via", "through", "late", "early"},
)


ENDS_OF_LISTENERS: Final = frozenset({"that", ",", ":", ".", "in", "at", "on", "during", ""})


def skip_circumstances(tokens: WordList, position: int, saying: Saying, dates: Container[int], grammar: Grammar) -> int:
    """Over whom, when and where somebody was told: "told reporters in Geneva on Friday | that"."""
    size = len(tokens.words)
    limit = min(size, position + 24)
    if saying.verb in ("tell", "inform", "brief", "remind", "assure", "notify"):
        position = _skip_addressee(tokens, position, limit, dates, grammar)
    while position < limit:
        word = tokens.lower[position]
        if (
            position in dates
            or word in ("later", "earlier", "also", "today", "yesterday")
            or (word == "back" and (position + 1 in dates or word_at(tokens, position + 1) in ("in", "on")))
            or (word, saying.verb) == ("out", "point")
        ):
            position += 1
        elif tokens.lower[position : position + 4] == ["for", "the", "first", "time"]:
            position += 4
        elif _opens_circumstance(tokens, position, grammar) and _is_circumstance(tokens, position, dates, grammar):
            position += 1
            while position < limit and (
                tokens.lower[position] in grammar.inner_prepositions
                or (position not in dates and _is_plain(tokens, position, grammar))
            ):
                position += 1
        else:
            break
    return position


def _opens_circumstance(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "In Paris", "on state television", "by text message": not "by the army"."""
    word = tokens.lower[position]
    return word in CIRCUMSTANCES or (word == "by" and word_at(tokens, position + 1) in grammar.by_means)


def _skip_addressee(tokens: WordList, position: int, limit: int, dates: Container[int], grammar: Grammar) -> int:
    """Behind whom somebody told it: up to a mark, a date or a place, else right behind a noun for listeners."""
    end, listener = position, 0
    while end < limit and _names_listener(tokens, end, dates, grammar):
        end += 1
        if listener in (0, end - 1) and tokens.lower[end - 1] in grammar.addressees:
            listener = end  # "told a media briefing"
    after = word_at(tokens, end)
    if end == limit or after in ENDS_OF_LISTENERS or end in dates or after in QUOTES or after in DASHES:
        return end
    if listener:
        while listener < limit and is_name(tokens.words[listener]) and listener not in dates:
            listener += 1
        return listener
    return position + 1 if position < limit else position


def _names_listener(tokens: WordList, position: int, dates: Container[int], grammar: Grammar) -> bool:
    word = tokens.lower[position]
    if position in dates and not (word == "today" and is_name(tokens.words[position - 1])):  # "USA Today"
        return False
    return _is_plain(tokens, position, grammar) and word not in ("in", "at", "on", "during")


def _is_plain(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """A word that can stand inside "in an interview with state television": no verb, no mark, no number."""
    word = tokens.lower[position]
    before = word_at(tokens, position - 1)
    if word in grammar.saying and (before in grammar.determiners or f"{before} {word}" in grammar.not_said):
        return True  # "after the briefing", "a media briefing"
    if before in ("after", "during") and word in grammar.saying and grammar.saying[word].verb in grammar.nouns_too:
        return grammar.saying[word].form == "s"  # "after talks"
    if not word[0].isalpha() or word in ("that", "it", "there", "he", "she", "they", "we"):
        return False
    if word in grammar.nouns_too and word_at(tokens, position + 1) != "that":
        return True  # "told state television"
    return (word not in grammar.auxiliaries and word not in grammar.openers and word not in grammar.saying) or word in (
        "with",
        "after",
        "following",
        "statement",
        "posted",
        "reported",
    )


def _is_circumstance(tokens: WordList, position: int, dates: Container[int], grammar: Grammar) -> bool:
    """Whether a preposition after a verb of saying opens a place, an occasion or a date rather than what is said."""
    if position + 1 in dates:
        return True
    if tokens.lower[position] == "to" and begins_number(tokens, position + 1, grammar):
        return False  # "admitted | to nine dead"
    return position + 1 < len(tokens.words) and tokens.lower[position + 1] not in grammar.pronouns
