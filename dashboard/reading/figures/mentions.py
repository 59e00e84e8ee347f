"""The numbers of a sentence, ranges joined; and which of them count nobody: dates, money, labels, ratios."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.figures.numbers import Atom, Number, build_number_reader, find_atoms, is_range_gap, join_range
from dashboard.reading.figures.qualifiers import LONGEST, QualifierReader
from dashboard.reading.tables.lists import fill_table
from dashboard.reading.text.tokens import NUMBER, Tokens
from dashboard.vocabulary import Vocabulary

YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEARS: Final = re.compile(r"(?:19|20)\d\d\s(?:and|to)\s(?:19|20)\d\d")
_THOUSANDS: Final = re.compile(r"\d[,.'’ ]\d{3}")
LAST_DAY: Final = 31
_MONEY: Final = frozenset("$£€¥₹₽₩₺₴#№°")
_IN: Final = ("in", "since", "during", "until")  # a year may follow
_BETWEEN: Final = re.compile(r"\bbetween\s[^.;:]{0,30}\Z", re.IGNORECASE)
_BY: Final = re.compile(r"\bby\s(?:[^\s.;:]{1,12}\s){0,2}\Z", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s[^.;:]{0,24}\Z", re.IGNORECASE)


class Mention(NamedTuple):
    """One number in a sentence: `text[start:end]` are the number words alone, a range whole."""

    start: int
    end: int
    number: Number


class LabelWords(NamedTuple):
    """The tables that tell a count from a date, a label or a ratio, made once per vocabulary."""

    months: frozenset[str]
    before_year: frozenset[str]
    labels: frozenset[str]
    after: frozenset[str]
    ratios: frozenset[str]
    comparing: frozenset[str]
    changes: frozenset[str]
    currencies: frozenset[str]
    counts: frozenset[str]


@lru_cache(maxsize=16)
def build_label_words(vocabulary: Vocabulary) -> LabelWords:
    """The tables of a vocabulary that tell a count from other numbers."""
    words = vocabulary.read("quantity_words")
    labels, changes = words["labels"], frozenset((*words["rising"], *words["falling"]))
    return fill_table(
        LabelWords,
        {**words, **words["dates"], "labels": labels["before"], "after": labels["after"]},
        changes=changes,
    )


def find_mentions(text: str, start: int, end: int, vocabulary: Vocabulary, folded: str | None = None) -> list[Mention]:
    """The numbers of text[start:end], in order; two that are the ends of a range are one."""
    atoms = find_atoms(text, start, end, build_number_reader(vocabulary), folded)
    words = build_label_words(vocabulary)
    mentions: list[Mention] = []
    place = 0
    while place < len(atoms):
        first = atoms[place]
        joined = None
        if place + 1 < len(atoms) and atoms[place + 1].start - first.end < 30:
            joined = _join(text, start, first, atoms[place + 1], words)
        if joined:
            mentions.append(Mention(first.start, atoms[place + 1].end, joined))
            place += 2
        else:
            mentions.append(Mention(first.start, first.end, first.number))
            place += 1
    return mentions


def _join(text: str, start: int, first: Atom, second: Atom, words: LabelWords) -> Number | None:
    """The range of two neighbouring numbers, or None: "and" needs "between", and "rose from 3 to 5" are two numbers."""
    if not is_range_gap(text, first.end, second.start):
        return None
    gap = text[first.end : second.start].split()
    before = text[max(start, first.start - 100) : first.start]
    if gap and gap[0] == "to" and _BY.search(before):
        return None
    if gap and gap[0] == "and" and not _BETWEEN.search(before):
        return None
    told = before.lower().split()
    is_day = told[-1:] and told[-1].rstrip(".") in words.months and first.number.high <= LAST_DAY < second.number.high
    is_year = told[-1:] and told[-1] in _IN and YEAR.fullmatch(text[first.start : first.end])
    if is_day or is_year:
        return None  # "LOME, Sept 12 — Hundreds of soldiers", "from 900 soldiers in 2009 to about 300"
    if gap and gap[0] == "to" and _FROM.search(before) and told[-1:] != ["of"] and _tells_change(told, words):
        return None
    return join_range(first, second)


def _tells_change(told: list[str], words: LabelWords) -> bool:
    """Whether a number changes: "rose from 3 to 5"; not "had a lower figure, from 3 to 5"."""
    pairs = zip(told, [*told[1:], ""], strict=True)
    return any(word in words.changes and after not in words.counts for word, after in pairs)


class Lead(NamedTuple):
    """The words that qualify a number: tokens `start:number`. `before` is the word that they follow."""

    start: int
    before: str
    skipped: tuple[str, ...]


def find_lead(tokens: Tokens, place: int, reader: QualifierReader) -> Lead:
    """The qualifying words before the number at `place`: "possibly up to an estimated"."""
    at = place
    while at > 0 and place - at < 12:
        word = tokens.words[at - 1]
        width = _match_ending(tokens.words, at, reader)
        if width:
            at -= width
        elif word == "of" and at > 1 and tokens.words[at - 2] in reader.amounts:
            at -= 2
        elif word == "between" or word in reader.between or word in "\"“”‘’'~≈><":
            at -= 1
        else:
            break
    return Lead(at, tokens.word(at - 1), tuple(tokens.words[at:place]))


def _match_ending(words: list[str], at: int, reader: QualifierReader) -> int:
    known = reader.meaning_before.get(words[at - 1])
    if known is None:
        return 0
    before = tuple(reversed(words[max(0, at - 1 - LONGEST) : at - 1]))
    return next((width + 1 for width in range(len(before), -1, -1) if before[:width] in known), 0)


def is_label(number: str, tokens: Tokens, place: int, lead: Lead, words: LabelWords, *, counted: bool) -> bool:
    """Whether the number at `place` counts nobody, whatever noun follows; `counted` when a noun of troops does."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    touches = place > 0 and tokens.ends[place - 1] == tokens.starts[place]
    if before in _MONEY or before in words.currencies or (touches and before in ("-", "–", ".", ":", "/", "_", "#")):
        return True
    if after in words.after or (
        after == ":" and tokens.word(place + 2) == NUMBER and tokens.ends[place] + 1 == tokens.starts[place + 2]
    ):
        return True
    is_strength = lead.before == "each" and after == "strong"  # "two armies, each | 900 | strong"
    if (
        (not words.ratios.isdisjoint((before, lead.before)) and not is_strength)
        or (before == "in" and tokens.word(place - 2) == NUMBER)
        or (tokens.words[max(0, place - 3) : place] == [NUMBER, "out", "of"])
        or _is_ratio(number, tokens, place)
        or (not counted and _is_out_of(tokens, place))
    ):
        return True  # one for every 30, one in five
    if lead.before == "by" and not words.comparing.isdisjoint(tokens.words[max(0, lead.start - 9) : lead.start]):
        return True
    named = not counted and (before in words.labels or _is_age(number, tokens, place))
    return named or _is_date(number, tokens, place, words, counted=counted)


def _is_ratio(number: str, tokens: Tokens, place: int) -> bool:
    """ "| Four | in five of them", "nine in ten": no count; not "four in 10 places"."""
    is_spelt = number.isalpha() and tokens.word(place + 1) == "in" and tokens.word(place + 2) == NUMBER
    return is_spelt and (tokens.word(place + 3) == "of" or not tokens.word(place + 3).isalpha())


def _is_out_of(tokens: Tokens, place: int) -> bool:
    """ "Five battalions out of | 16": as many of those."""
    is_whole = tokens.words[max(0, place - 2) : place] == ["out", "of"]
    return is_whole and NUMBER in tokens.words[max(0, place - 5) : place - 2]


def _is_age(number: str, tokens: Tokens, place: int) -> bool:
    """Whether it is the age of who is named just before: "said one villager, Amina, 43", "the pilot, 24, died"."""
    named = tokens.word(place - 1) == "," and place > 1 and tokens.raw[place - 2][:1].isupper()
    is_one = tokens.word(place - 1) == tokens.word(place + 1) == "," and tokens.word(place - 3) in (
        "a",
        "the",
        "another",
    )
    return (named or is_one) and number.isdigit() and len(number) == 2 and not tokens.word(place + 1).isalpha()


def _ends_days(number: str, tokens: Tokens, place: int, words: LabelWords) -> bool:
    """ "Between Oct. 8 and | 13": the last of some days."""
    if not number.isdigit() or int(number) > LAST_DAY or tokens.word(place - 2) != NUMBER:
        return False
    month = place - 3 - (tokens.word(place - 3) == ".")
    return tokens.word(place - 1) in ("and", "to", "or") and tokens.word(month) in words.months


def _is_date(number: str, tokens: Tokens, place: int, words: LabelWords, *, counted: bool) -> bool:
    """Whether it is a day, "8-13 October", or a year: four digits without a mark, where no troops follow."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    if not number[0].isdigit() or _THOUSANDS.search(number):
        return False
    if not counted and _ends_days(number, tokens, place, words):
        return True
    if len(number) <= 5 and (
        (before in words.months and not counted) or (after in words.months and tokens.raw[place + 1][0].isupper())
    ):
        return True
    if (
        before in words.months
        or (before == "." and tokens.word(place - 2) in words.months)
        or (before == "," and tokens.word(place - 3) in words.months)
    ):
        return not counted or bool(YEAR.fullmatch(number))
    if not YEAR.match(number) or len(number) not in (4, 7, 9):
        return not counted and bool(_YEARS.fullmatch(number))  # "between 1979 and 1989"
    return not counted or before in words.before_year
