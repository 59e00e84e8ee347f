"""Whether a figure is the whole, or something beside it: a part, more, the rest, or what was seen."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.figures.mentions import Lead
from dashboard.reading.figures.nouns import Head
from dashboard.reading.tables.lists import fill_table
from dashboard.reading.text.phrases import QUOTES
from dashboard.reading.text.tokens import NUMBER, Tokens, ends_in
from dashboard.records import Basis
from dashboard.vocabulary import Vocabulary

COUNTER: Final = 8  # words back to who has counted


class BasisTables(NamedTuple):
    """The words of `[basis]` in `quantity_words.toml`, made once per vocabulary."""

    additional: frozenset[str]
    additional_after: frozenset[str]
    additional_phrases: frozenset[str]
    remaining: frozenset[str]
    remaining_after: frozenset[str]
    part: frozenset[str]
    part_always: frozenset[str]
    part_beside: frozenset[str]
    part_phrases: frozenset[str]
    part_after: frozenset[str]
    part_first: frozenset[str]
    part_shares: frozenset[str]
    part_contrasts: frozenset[str]
    part_given: frozenset[str]
    part_bodies: frozenset[str]
    staying: frozenset[str]
    observed: frozenset[str]
    observing: frozenset[str]
    witnessing: frozenset[str]
    tallying: frozenset[str]
    among: frozenset[str]
    counting: frozenset[str]
    these: frozenset[str]
    likely: frozenset[str]
    sums: frozenset[str]
    part_givers: frozenset[str]
    remaining_verbs: frozenset[str]


@lru_cache(maxsize=16)
def build_basis_tables(vocabulary: Vocabulary) -> BasisTables:
    """The tables of a vocabulary for bases."""
    words = vocabulary.read("quantity_words")
    return fill_table(BasisTables, {**words, **words["basis"]})


def find_basis(tokens: Tokens, place: int, lead: Lead, head: Head, beside: bool, tables: BasisTables) -> Basis:
    """Whether the figure is the whole or something beside it; `beside` when a figure for the whole is near."""
    if _is_observed(tokens, place, lead, tables):
        return Basis.OBSERVED
    before = {
        lead.before,
        *(word for at, word in enumerate(lead.skipped) if word != "more" or not _is_bound(tokens, lead.start + at)),
    }
    after = tokens.words[place + 1 : max(head.end, place + 2)]
    after = after[2:] if after[:2] == ["or", "more"] else after  # "10,000 or more dead"
    left_behind = beside and head.kind == "none" and tokens.word(place + 1) in tables.remaining_verbs
    is_staying = left_behind or any(ends_in(tokens, end, tables.staying) for end in range(head.end + 2, head.end + 4))
    if is_staying or not tables.remaining.isdisjoint(before) or not tables.remaining_after.isdisjoint(after[:1]):
        return Basis.REMAINING
    if tokens.word(place + 1) == "more" and tokens.word(place + 2) in tables.likely:
        return Basis.TOTAL  # "diplomats consider 25,000 more likely"
    if (
        not tables.additional.isdisjoint(before)
        or not tables.additional_after.isdisjoint(after)
        or ends_in(tokens, lead.start, tables.additional_phrases)
    ):
        return Basis.ADDITIONAL
    is_part = _is_part(tokens, place, lead, head, beside, tables) and not _are_all(tokens, lead, head)
    return Basis.PART if is_part else Basis.TOTAL


def _is_observed(tokens: Tokens, place: int, lead: Lead, tables: BasisTables) -> bool:
    """Whether it was seen: "a video showing dozens of ...", "reporters saw 40 ...", "in a clip 40 men are seen"."""
    before = tokens.words[max(0, place - 16) : place]
    seen = next((at for at, word in enumerate(before) if word in tables.observed), None)
    if seen is not None:
        behind = tokens.words[place + 1 : place + 9]
        is_behind = "seen" in behind and behind[behind.index("seen") - 1] in ("be", "are", "were")
        rest = before[seen + 1 : seen + 2] + [word for word in before[seen + 2 :] if word != "of"]
        if is_behind or not tables.observing.isdisjoint(rest):
            return True  # "a video of 40 soldiers", not "in a video he boasts of 40"
    if lead.before in tables.tallying and (
        tokens.word(lead.start - 2) == "had"
        or not tables.counting.isdisjoint(tokens.words[max(0, lead.start - COUNTER) : lead.start])
    ):
        return False  # "said it had counted 2,400 dead soldiers": a tally of its own
    return not tables.witnessing.isdisjoint(before[-3:]) and tokens.word(place - 1) != "by"


def _is_part(tokens: Tokens, place: int, lead: Lead, head: Head, beside: bool, tables: BasisTables) -> bool:
    """Whether it is a share of a whole: "including 500 officers", "8,000 of the 10,000", "500 of whom"."""
    if head.kind == "whole" or (head.kind == "pronoun" and beside):
        return True
    is_of_sum = lead.before in tables.part_beside and tokens.word(lead.start - 2) in tables.sums
    if is_of_sum or (beside and (lead.before in tables.part_beside or lead.before == "(")):
        return True  # "the figure includes 400 officers"
    if _is_opened(tokens, lead, tables):
        return True
    own = place + 1 + (tokens.word(place + 1) in QUOTES)
    after = " ".join(tokens.words[own : own + 2]), " ".join(tokens.words[head.end : head.end + 2])
    if not tables.part_after.isdisjoint(after):
        return True
    if ends_in(tokens, lead.start, tables.part_always) or _is_share(tokens, place, lead, tables):
        return True
    is_short = head.kind == "none" and _falls_short(tokens, place, lead, tables)
    return beside and (is_short or ends_in(tokens, lead.start, tables.part_phrases))


def _is_opened(tokens: Tokens, lead: Lead, tables: BasisTables) -> bool:
    """ "Including | 500 officers", "of whom some | 500 guard it"; not "the rebels, whom it puts at | 500"."""
    if lead.before == ",":
        return False
    for at in range(max(0, lead.start - 4), lead.start):
        is_object = tokens.words[at] == "whom" and tokens.words[at - 1] not in tables.among | {"of", "from"}
        if tokens.words[at] in tables.part and not is_object:
            return True
    return False


def _are_all(tokens: Tokens, lead: Lead, head: Head) -> bool:
    """ "Soldiers, more than 2,000 | of them, | filled the square": all who are named, and no part."""
    is_aside = head.kind == "pronoun" and lead.before == "," == tokens.word(head.end)
    return is_aside and NUMBER not in tokens.words[: lead.start]


def _is_share(tokens: Tokens, place: int, lead: Lead, tables: BasisTables) -> bool:
    """ "The first 60 men", "put the Kenyan share at 400", "Among the troops deployed are 90 members of the corps"."""
    if lead.before in ("are", "were") and tokens.word(0) in tables.among:
        return True
    if lead.before == "at" and not tables.part_shares.isdisjoint(tokens.words[max(0, lead.start - 9) : lead.start]):
        return True
    return not tables.part_first.isdisjoint(tokens.words[max(0, lead.start - 1) : place])


def _falls_short(tokens: Tokens, place: int, lead: Lead, tables: BasisTables) -> bool:
    """ "900 have been promised, but only 40 | have come": fewer of the same."""
    is_contrast = not tables.part_contrasts.isdisjoint(tokens.words[max(0, lead.start - 3) : lead.start])
    return is_contrast and tokens.word(place + 1) in ("have", "had", "has")


def _is_bound(tokens: Tokens, more: int) -> bool:
    """ "More than 400", "no more and no fewer than 400": a bound, and not 400 more."""
    return tokens.word(more + 1) == "than" or tokens.word(more - 1) == "no"
