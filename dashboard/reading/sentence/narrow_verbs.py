"""Verbs of saying only beside certain words: "added that", "figures show", "gives 400 in its yearbook"."""

from __future__ import annotations

from typing import Final

from dashboard.reading.sentence.words_at import begins_number, is_number, skip_beside, word_at
from dashboard.reading.text.grammar import Grammar, Saying
from dashboard.reading.text.phrases import QUOTES
from dashboard.reading.text.wordlist import WordList

PAPER_REACH: Final = 12  # words of "the latest report of the auditor general"


def fits_its_sort(tokens: WordList, position: int, saying: Saying, grammar: Grammar) -> bool:
    """Verbs of saying only beside certain words: "added that", "figures show", "declined to confirm"."""
    before, after = word_at(tokens, position - 1), word_at(tokens, position + 1)
    if saying.does == "show":
        is_paper = before in grammar.reports or _is_passed_on(tokens, position, grammar)
        return is_paper and saying.form in ("past", "s", "base")
    if saying.does in ("give", "revise", "credit", "witness", "find", "number"):
        return _is_counting(tokens, position, saying, grammar)
    if saying.does == "decline":
        verb = word_at(tokens, position + 2)
        return after == "to" and (verb in grammar.saying or verb in ("comment", "discuss"))
    if saying.form == "base" and before in grammar.future:
        return False  # "would add “hundreds” more"
    if saying.verb == "point" or (saying.verb, after) == ("comment", "on"):
        return after in ("out", "on")
    return after in ("that", ":", ",", ".") or after in QUOTES or before in QUOTES or before == ","


def _is_passed_on(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "A document seen by the Kyiv Post | shows": behind who has seen it."""
    by = next((i for i in range(position - 1, max(1, position - 6), -1) if tokens.lower[i] == "by"), 0)
    return by > 1 and tokens.lower[by - 1] in grammar.obtained and tokens.lower[by - 2] in grammar.reports


def _is_counting(tokens: WordList, position: int, saying: Saying, grammar: Grammar) -> bool:
    """ "Credits the group | with about 5,000 fighters", "saw | some 300 men", "raised its estimate", "gives 400 in"."""
    if saying.does == "find":
        is_papers = not grammar.reports.isdisjoint(tokens.lower[max(0, position - PAPER_REACH) : position])
        finds = word_at(tokens, position + 1) == "that" or (is_papers and begins_number(tokens, position + 1, grammar))
        return (finds or _ends_aside(tokens, position)) and word_at(tokens, position - 1) not in grammar.be
    if saying.does == "give":
        return _gives_number(tokens, position, grammar)
    if saying.does == "revise":
        return not grammar.revised.isdisjoint(tokens.lower[position + 1 : position + 4])
    if saying.does in ("witness", "number"):
        is_determined = saying.does == "number" and word_at(tokens, position + 1) in ("the", "its")
        return begins_number(tokens, position + 1 + is_determined, grammar)
    reach = tokens.lower[position + 1 : position + 8]
    return "with" in reach and begins_number(tokens, position + 2 + reach.index("with"), grammar)


def _ends_aside(tokens: WordList, position: int) -> bool:
    """ "300 men had left, the auditors | found|.": behind the words said."""
    before = tokens.lower[max(0, position - PAPER_REACH) : position]
    return word_at(tokens, position + 1) in (",", ".", "") and "," in before and before[-1:] != [","]


def _gives_number(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "Gives 36,500 in its yearbook", "gives its dead as 400": a number and no noun behind it, or one behind "as"."""
    reach = tokens.lower[position + 1 : position + 10]
    at = reach.index("as") if "as" in reach else -1
    if (
        at >= 0
        and begins_number(tokens, position + 2 + at, grammar)
        and not any(is_number(w, grammar) for w in reach[:at])
    ):
        return True
    number = skip_beside(tokens, position + 1)
    behind = word_at(tokens, number + 1)
    is_bare = behind in grammar.prepositions or behind in ("as", "while", "but") or not behind[:1].isalnum()
    return is_number(word_at(tokens, number), grammar) and is_bare and behind != "of"
