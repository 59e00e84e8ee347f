"""One article as the rules see it: its text, its sentences, its date and the words to read it with.

What is found in a sentence (words, verbs of saying, dates) is found once and remembered here, so that
several figures in one sentence, and a sentence's neighbours, cost nothing twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeAlias

from dashboard.reading.sentence.counted_dates import counts_days, find_counted, is_day
from dashboard.reading.sentence.cues import find_cues
from dashboard.reading.sentence.dates import find_dates, find_regions
from dashboard.reading.sentence.holders import find_holders
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.tables.dates import DateMention, DateWords, build_date_words, can_hold_date
from dashboard.reading.tables.names import Names, build_names
from dashboard.reading.tables.stages import StageWords, build_stage_words
from dashboard.reading.tables.statements import StatementWords, build_statement_words
from dashboard.reading.text.datelines import find_dateline_end
from dashboard.reading.text.grammar import Grammar, build_grammar
from dashboard.reading.text.scanning import fold_text
from dashboard.reading.text.tokens import Tokens, close_quotes, read_tokens
from dashboard.reading.text.wordlist import WordList, read_words
from dashboard.vocabulary import Vocabulary

Span: TypeAlias = tuple[int, int]
DAYS_BACK: Final = 4  # sentences in which the day is looked for from which "a day later" counts
MOST_CUES: Final = 40  # on either side of a word


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of this half of the reader, compiled: one per vocabulary, made by `build_words`."""

    grammar: Grammar
    names: Names
    dates: DateWords
    stages: StageWords
    statements: StatementWords
    said_nouns: frozenset[str]
    telling: frozenset[str]


@lru_cache(maxsize=16)
def build_words(vocabulary: Vocabulary) -> Words:
    """The compiled words of a vocabulary; the same object each time for the same vocabulary."""
    names = build_names(vocabulary.claimants)
    numbers = frozenset(row.words for row in vocabulary.number_words if row.words.isalpha())
    grammar = build_grammar(vocabulary.read("grammar"), vocabulary.statements, names.role_words, numbers)
    statements = build_statement_words(vocabulary.statements, vocabulary.read("hedges"))
    return Words(
        grammar=grammar,
        telling=frozenset({*grammar.saying, *grammar.evidence, *grammar.reports, *statements.seen, "according"}),
        names=names,
        dates=build_date_words(vocabulary.dates),
        stages=build_stage_words(vocabulary.stages),
        statements=statements,
        said_nouns=frozenset(vocabulary.dates["said"]["nouns"]),
    )


@dataclass(slots=True)
class Context:
    """An article being read. `sentences` are spans of `text` in order, not overlapping; `published` may be unknown."""

    text: str
    sentences: Sequence[Span]
    published: date | None
    words: Words
    memo: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    folded: str = field(init=False)
    _word_sets: dict[int, frozenset[str]] = field(default_factory=dict)
    _tokens: dict[int, WordList] = field(default_factory=dict)
    _figure_tokens: dict[int, Tokens] = field(default_factory=dict)
    _dates: dict[int, list[DateMention]] = field(default_factory=dict)
    _plain_dates: dict[int, list[DateMention]] = field(default_factory=dict)
    _cues: dict[int, tuple[Cue, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folded = fold_text(self.text)

    def tokens(self, index: int) -> WordList:
        """The words and marks of sentence number `index`."""
        if index not in self._tokens:
            self._tokens[index] = read_words(self.text, *self.sentences[index])
        return self._tokens[index]

    def figure_tokens(self, index: int) -> Tokens:
        """The words of sentence number `index` as the rules on figures and forces see them: see `join_numbers`."""
        if index not in self._figure_tokens:
            self._figure_tokens[index] = read_tokens(self.text, self.tokens(index))
            close_quotes(self._figure_tokens[index])
        return self._figure_tokens[index]

    def word_set(self, index: int) -> frozenset[str]:
        """The words of sentence number `index` without marks: to rule out at once what none of them can be."""
        if index not in self._word_sets:
            self._word_sets[index] = frozenset(self.folded[slice(*self.sentences[index])].split())
        return self._word_sets[index]

    def holders(self, index: int, start: int, end: int) -> list[Cue]:
        """The verbs of saying that hold the words at `start:end` of the article, innermost first."""
        key = ("holders", index, start, end)
        if key not in self.memo:
            tokens = self.tokens(index)
            span = tokens.find(start, end)
            self.memo[key] = find_holders(self._cues_about(index, span[0]), tokens, *span, self.words.grammar)
        holders: list[Cue] = self.memo[key]
        return holders

    def _cues_about(self, index: int, position: int) -> tuple[Cue, ...]:
        """The cues of a sentence, of very many those about one word of it."""
        cues = self.cues(index)
        if len(cues) <= 2 * MOST_CUES:
            return cues
        middle = bisect_left(cues, position, key=lambda cue: cue.verb)
        return cues[max(0, middle - MOST_CUES) : middle + MOST_CUES]

    def dates(self, index: int) -> list[DateMention]:
        """The dates of sentence number `index`."""
        if index not in self._dates:
            own = self._own_dates(index)
            is_counted = counts_days(self.text, *self.sentences[index])
            self._dates[index] = self._count_days(index, own, self._find_day_told(index)) if is_counted else own
        return self._dates[index]

    def _count_days(self, index: int, own: list[DateMention], told: date | None) -> list[DateMention]:
        return find_counted(self.text, self.sentences[index], own, told, self.published, self.words.dates.counts)

    def _own_dates(self, index: int) -> list[DateMention]:
        """The dates of sentence number `index` but those counted from others."""
        if index not in self._plain_dates:
            words = self.words.dates
            if not can_hold_date(self.word_set(index), words):
                return self._plain_dates.setdefault(index, [])
            regions = find_regions(self.tokens(index), words)
            start, end = self.sentences[index]
            first = self.dateline_end(index)
            regions = [(max(first, one), other) for one, other in regions if other > first]
            self._plain_dates[index] = find_dates(self.text, start, end, self.published, words, regions, self.folded)
        return self._plain_dates[index]

    def _find_day_told(self, index: int) -> date | None:
        """The first day of the nearest sentence before that tells of one; "a day later" there is counted as well."""
        told: date | None = None
        for near in range(max(0, index - DAYS_BACK), index):
            days = list(filter(is_day, self._count_days(near, self._own_dates(near), told)))
            told = days[0].latest if days else told
        return told

    def dateline_end(self, index: int) -> int:
        """Where sentence number `index` begins behind a dateline."""
        key = ("dateline", index)
        if key not in self.memo:
            self.memo[key] = find_dateline_end(self.text, *self.sentences[index])
        end: int = self.memo[key]
        return end

    def opening(self, index: int) -> int:
        """The first word of sentence number `index` behind a dateline."""
        key = ("first word", index)
        if key not in self.memo:
            self.memo[key] = self.tokens(index).find(self.dateline_end(index), self.sentences[index][1])[0]
        first: int = self.memo[key]
        return first

    def cues(self, index: int) -> tuple[Cue, ...]:
        """The verbs of saying of sentence number `index`, with their speakers."""
        if index not in self._cues:
            tokens = self.tokens(index)
            dated = {i for mention in self.dates(index) for i in range(*tokens.find(mention.start, mention.end))}
            self._cues[index] = find_cues(tokens, dated, self.words.grammar, self.opening(index))
        return self._cues[index]
