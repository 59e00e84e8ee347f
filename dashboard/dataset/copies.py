"""Copies: which articles share copy, found by comparing their texts, so that they can be counted as one witness.

Two texts share copy where RUN or more words in a row are the same, whatever their case and quotation marks. An article
joins others as one witness from SHARED such words on that no quotation marks enclose: two papers may quote one speech.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import pandas as pd

RUN: Final = 8
SHARED: Final = 2 * RUN  # one run alone can be chance: "in Russia, but it remained to be seen what"

WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’]\w+)*")  # 1,500 | Russia's
QUOTED: Final = re.compile(r"“[^”\n]*|\"[^\"\n]*\"|‘[^‘\n]*?’(?!\w)")  # a curly quotation left open ends with its line

LINK_COLUMNS: Final = ("source_id", "shares_with", "words")
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text, end exclusive, that another text has too; `number` says which passages belong together."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common: the passages of each, numbered in the order of the first, and its shared words."""

    one: tuple[Passage, ...]
    other: tuple[Passage, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words made comparable: where each stands, and how many before it no quotation marks enclose."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    unquoted: Sequence[int]

    def cut(self, stretch: range, number: int) -> Passage:
        """A stretch of words as a passage of the text."""
        return Passage(self.starts[stretch.start], self.ends[stretch.stop - 1], number)

    def list_runs(self) -> list[Run]:
        """Every RUN words in a row, by the place of the first."""
        return list(zip(*(self.words[shift:] for shift in range(RUN)), strict=False))


def build_copy_links(sources: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """One row per article that shares copy with earlier ones; columns are LINK_COLUMNS.

    sources: one row per article. texts: each article's text by source_id. `shares_with`: the first article of those
    whose copy it shares; several rows where it joins several. `words`: how many words it shares with them, quotations
    left out. Earlier is by publication, then by id, so what was known on a day needs no links of later articles.
    """
    groups = Groups(_order(sources))
    posted: dict[Run, list[str]] = {}
    links: list[tuple[str, str, int]] = []
    for source_id in groups.names:
        words = read_words(texts[source_id])
        runs = words.list_runs()
        for first, count in _count_shared(words, runs, posted, groups).items():
            if count >= SHARED:
                links.append((source_id, first, count))
                groups.unite(first, source_id)
        _post(runs, posted, groups, source_id)
    frame = pd.DataFrame(links, columns=list(LINK_COLUMNS))
    return frame.astype({"source_id": "str", "shares_with": "str", "words": "Int64"})


def group_copies(sources: pd.DataFrame, links: pd.DataFrame) -> pd.Series:
    """The group of each of these articles, by source_id: the first article whose copy it shares, or itself.

    sources: the articles known on the day in question; links of other articles are left out.
    """
    groups = Groups(_order(sources))
    for source_id, first in zip(links["source_id"].tolist(), links["shares_with"].tolist(), strict=True):
        if source_id in groups.names and first in groups.names:
            groups.unite(first, source_id)
    named = {source_id: groups.find(source_id) for source_id in groups.names}
    return pd.Series(named, dtype="str", name="copy_group")


def find_shared(one: str, other: str) -> Shared:
    """The passages that two texts share, for showing them side by side; time linear in their length."""
    first, second = read_words(one), read_words(other)
    runs, other_runs = first.list_runs(), second.list_runs()
    stretches = _find_stretches(runs, frozenset(other_runs))
    numbers: dict[Run, int] = {}
    for place, stretch in enumerate(stretches, start=1):
        for run in runs[stretch.start : stretch.stop - RUN + 1]:
            numbers.setdefault(run, place)
    return Shared(
        tuple(first.cut(stretch, numbers[runs[stretch.start]]) for stretch in stretches),
        tuple(
            second.cut(stretch, numbers[other_runs[stretch.start]]) for stretch in _find_stretches(other_runs, numbers)
        ),
        sum(map(len, stretches)),
    )


def compare_copies(source_id: str, copy_groups: pd.Series, texts: Mapping[str, str]) -> pd.DataFrame:
    """One row per other article of the same group, the one with most in common first: source_id, passages, words.

    passages, words: how many passages and words it shares with this article itself, quotations counted; both can be 0
    where the two share copy only with a third.
    """
    others = [str(name) for name in copy_groups.index[copy_groups == copy_groups[source_id]] if name != source_id]
    shared = [find_shared(texts[source_id], texts[other]) for other in others]
    counts = {"passages": [len(found.one) for found in shared], "words": [found.words for found in shared]}
    frame = pd.DataFrame({"source_id": pd.Series(others, dtype="str"), **counts})
    ordered = frame.sort_values(["words", "source_id"], ascending=[False, True]).reset_index(drop=True)
    return ordered.astype({"passages": "Int64", "words": "Int64"})


def read_words(text: str) -> Words:
    """The words of a text, for comparing.

    >>> read_words("Army’s “1,500” men").words
    ["army's", '1,500', 'men']
    """
    found = list(WORD.finditer(text))
    words = [unicodedata.normalize("NFKC", match.group()).casefold().replace("’", "'") for match in found]
    starts, ends = [match.start() for match in found], [match.end() for match in found]
    return Words(words, starts, ends, _count_unquoted(text, starts))


def _count_unquoted(text: str, starts: Sequence[int]) -> list[int]:
    closed = [(match.start(), match.end()) for match in QUOTED.finditer(text)]
    quoted = [bisect_right(closed, (start, len(text))) for start in starts]
    own = (not place or closed[place - 1][1] <= start for place, start in zip(quoted, starts, strict=True))
    return list(accumulate(map(int, own), initial=0))


def _find_stretches(runs: Sequence[Run], known: Container[Run]) -> list[range]:
    """Where the known runs stand, by word: those that overlap as one stretch."""
    stretches: list[range] = []
    for place, run in enumerate(runs):
        if run in known:
            overlaps = bool(stretches) and place < stretches[-1].stop
            start = stretches.pop().start if overlaps else place
            stretches.append(range(start, place + RUN))
    return stretches


class Groups:
    """Names that belong together, each group called by the name that comes first."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = {name: place for place, name in enumerate(names)}
        self._parents = {name: name for name in self.names}

    def find(self, name: str) -> str:
        """The first name of its group."""
        while (parent := self._parents[name]) != name:
            self._parents[name] = self._parents[parent]
            name = parent
        return name

    def unite(self, one: str, other: str) -> None:
        """Put two groups together."""
        first, second = sorted((self.find(one), self.find(other)), key=self.names.__getitem__)
        self._parents[second] = first


def _order(sources: pd.DataFrame) -> list[str]:
    return [str(name) for name in sources.sort_values(["published", "source_id"])["source_id"]]


def _count_shared(
    words: Words, runs: Sequence[Run], posted: Mapping[Run, Sequence[str]], groups: Groups
) -> dict[str, int]:
    """How many words outside quotations each group has too, by the group's first name."""
    counts: dict[str, int] = {}
    covered: dict[str, int] = {}
    for place, run in enumerate(runs):
        for name in {groups.find(poster) for poster in posted.get(run, ())}:
            begin = max(place, covered.get(name, 0))
            covered[name] = place + RUN
            counts[name] = counts.get(name, 0) + words.unquoted[place + RUN] - words.unquoted[begin]
    return counts


def _post(runs: Iterable[Run], posted: dict[Run, list[str]], groups: Groups, source_id: str) -> None:
    """Note the article under its runs, one article of a group for each: many copies cost no more than one."""
    group = groups.find(source_id)
    for run in runs:
        posters = posted.setdefault(run, [])
        if all(groups.find(poster) != group for poster in posters):
            posters.append(source_id)
