"""Whether a number counts troops: by the noun after it, by one before it, or by the words around where it has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.reading.figures import far
from dashboard.reading.figures.candidates import Candidate, CountTables
from dashboard.reading.figures.in_arms import are_in_their_ranks
from dashboard.reading.figures.members import are_in_arms
from dashboard.reading.figures.mentions import is_label
from dashboard.reading.figures.unarmed import is_among_unarmed
from dashboard.reading.text.tokens import NUMBER, Tokens

FEW: Final = 9  # so many may be heard from one by one
MIXED: Final = 16  # words from the dead to the rest of them
MANY: Final = 100  # from here up, a bare number in talk of troops counts troops


def is_military(tokens: Tokens, tables: CountTables) -> bool:
    """Whether the sentence is about troops: it has a noun of theirs, a word of war, or an armed group."""
    if not tables.military.isdisjoint(tokens.words):
        return True
    for at in tables.nouns.nouns.find_places(tokens.words):
        found = tables.nouns.nouns.match(tokens.words, at)
        if found and found[1].kind in ("troops", "crowd"):
            return True
    return any(tables.groups.match(tokens.raw, at) for at in tables.groups.find_places(tokens.raw))


def counts_troops(
    one: Candidate,
    others: Sequence[Candidate],
    last: int | None,
    near: bool,
    tables: CountTables,
    *,
    of_group: bool = False,
) -> bool | None:
    """Whether the number counts troops: None when not, True when its noun stands before it, else False.

    `others` are the numbers of the sentence before this one, `last` the place of the last of them that counts troops;
    `near` says that this sentence, or those just before, are about troops, `of_group` that members are in arms.
    """
    tokens, place, lead, head = one.tokens, one.place, one.lead, one.head
    in_arms = head.kind in ("troops", "body")
    near = near or (head.kind == "measure" and _is_of_war(one, tables))
    if not (near or in_arms) or head.kind == "other" or _is_nobody(one, tables):
        return None
    if not in_arms and (is_among_unarmed(one, others, last, tables) or _is_anybody(one, tables, of_group=of_group)):
        return None
    is_far = far.find_far_noun(tokens, lead, tables.far, tables.nouns, tables.measures)
    if in_arms or head.kind != "none":
        return is_far and in_arms
    if is_far:
        is_rise = far.is_rise(tokens, lead, tables.far)
        return None if is_rise is False and not far.tells_rest(tokens, place) else True
    if far.tallies_others(tokens, lead, tables.far, tables.nouns):
        return None
    points = are_in_their_ranks(tokens, place, tables.in_arms) or far.points_at_troops(
        tokens, place, lead, last, tables.far, tables.nouns, tables.bases
    )
    return False if points or _is_bare(one, others, last, tables) else None


def _is_nobody(one: Candidate, tables: CountTables) -> bool:
    """Whether the number is a date, a label, an amount; a bare "one", which is seldom a count; or "not one"."""
    counted = one.head.kind in ("troops", "people", "national", "body")
    return (
        is_label(one.words, one.tokens, one.place, one.lead, tables.labels, counted=counted)
        or (one.words.isdigit() and one.number.high < 1000 and _is_unit(one, tables))
        or (one.number.high <= FEW and (_is_heard(one, tables) or _is_split(one)))
        or (one.lead.before == "of" and one.tokens.word(one.lead.start - 2) in tables.places)  # "a city of two million"
        or (one.lead.before == "of" and one.tokens.word(one.lead.start - 2) in tables.panels)
        or (one.words.lower() in tables.one and _is_no_count(one))
        or _are_lacking(one, tables)
        or (one.head.kind == "none" and one.lead.before in tables.prices)  # "a barrel costs 30,000"
    )


def _are_lacking(one: Candidate, tables: CountTables) -> bool:
    """Whether there are none of them: "the army lacks 400 men", "is short of 400 men", "a shortage of 400 men"."""
    lead, words = one.lead, one.tokens.words
    if lead.before == "of":
        return one.tokens.word(lead.start - 2) in tables.shortages
    is_short = lead.skipped[:1] == ("short",) and words[max(0, lead.start - 1)] in tables.far.copulas
    return is_short or lead.before in tables.lacking


def _is_heard(one: Candidate, tables: CountTables) -> bool:
    """Whether they are only heard from: "two of the soldiers told", "two officers who were there said"."""
    words, end = one.tokens.words, one.head.end
    if one.head.kind not in ("troops", "people"):
        return False
    if words[max(0, one.lead.start - 2) : one.lead.start] == ["according", "to"]:
        return True
    told = words[end : end + 9] if one.tokens.word(end) == "who" else words[end : end + 1]
    return not tables.told.isdisjoint(told) and NUMBER not in told


def _is_split(one: Candidate) -> bool:
    """Whether something is only parted: "split in two"."""
    return one.head.kind == "none" and one.lead.before == "in"


def _is_no_count(one: Candidate) -> bool:
    """Whether "one" counts nobody: without troops after it, "not one", "even if it is one", "one in seven"."""
    words, end = one.tokens.words, max(one.head.end, one.place + 1)
    is_ratio = words[end : end + 2] == ["in", NUMBER] or words[end : end + 3] == ["out", "of", NUMBER]
    before = words[max(0, one.place - 4) : one.place]
    return one.head.kind != "troops" or is_ratio or "not" in before[-2:] or "if" in before


def _is_unit(one: Candidate, tables: CountTables) -> bool:
    """Whether the number is the name of a unit: "19 Infantry Division", "15 Corps"."""
    tokens = one.tokens
    for at in range(one.place + 1, min(one.place + 5, len(tokens))):
        if not tokens.raw[at][:1].isupper():
            return False
        if tokens.words[at] in tables.units:
            noun = tables.nouns.nouns.match(tokens.words, at + 1) if at + 1 < len(tokens) else None
            return noun is None or noun[1].kind != "troops"
    return False


def _is_anybody(one: Candidate, tables: CountTables, *, of_group: bool = False) -> bool:
    """Whether a noun that may count troops does not: members of a club, or deaths where no troops are spoken of."""
    tokens, head = one.tokens, one.head
    noun = tokens.word(head.start)
    told = tokens.words[head.end : head.end + 4] if tokens.word(head.end) in tables.far.copulas else []
    if head.kind == "measure" and (not tables.unarmed.isdisjoint(told) or _are_mixed(tokens, head.end, tables)):
        return True  # "the 46 dead were mostly women"
    if head.kind == "people" and noun in tables.membership:
        return not (of_group or are_in_arms(tokens, one.place, head.end, tables.members))
    is_anywhere = not (_is_of_war(one, tables) or is_military(tokens, tables)) or not tables.graves.isdisjoint(
        tokens.words
    )
    return head.kind == "measure" and noun in tables.anybody and is_anywhere


def _is_of_war(one: Candidate, tables: CountTables) -> bool:
    """ "Put Fiji's losses at | 900 dead", "the defence ministry said they had taken | 900 casualties"."""
    words = one.tokens.words
    is_put = "losses" in words and words[words.index("losses") + 1 :][:1] == ["at"]
    return is_put or not (tables.of_war.isdisjoint(words) or tables.of_dead.isdisjoint(words))


def _are_mixed(tokens: Tokens, end: int, tables: CountTables) -> bool:
    """Whether the dead are not all troops: "59 dead, | 21 of them soldiers and the rest civilians"."""
    for at in range(end, min(end + MIXED, len(tokens))):
        if tokens.words[at] in ("rest", "others") and not tables.unarmed.isdisjoint(tokens.words[at + 1 : at + 4]):
            return True
    return False


def _is_bare(one: Candidate, others: Sequence[Candidate], last: int | None, tables: CountTables) -> bool:
    """Whether a bare number likely counts the troops talked of: a large one, where nothing else was counted since."""
    tokens, place, lead = one.tokens, one.place, one.lead
    is_spoken = lead.before == "of" and not tables.speaking.isdisjoint(tokens.words[lead.start - 3 : lead.start - 1])
    if one.number.high < MANY and not (one.number.banded and is_spoken):
        return False
    if one.number.banded and not is_spoken and lead.before not in ("in", "the"):
        return False
    if any(_counts_things(other, tables) and (last is None or other.place > last) for other in others):
        return False
    if tokens.word(place + 1) == NUMBER or lead.before == NUMBER:
        return False
    return lead.start != place or not _is_named(tokens, place, tables)


def _counts_things(one: Candidate, tables: CountTables) -> bool:
    """Whether a number counts something else, which a bare one may go on with; not so "two years ago"."""
    return one.head.kind == "other" and tables.times.isdisjoint(one.tokens.words[one.place + 1 : one.place + 3])


def _is_named(tokens: Tokens, place: int, tables: CountTables) -> bool:
    """Whether the number belongs to a name: "Hill 881"; not to a country: "Ethiopia 4,000, Kenya 3,600"."""
    if (
        place < 2
        or tokens.words[place - 1] in tables.labels.months
        or not tokens.raw[place - 1][:1].isupper()
        or tokens.owns[place - 1]
    ):
        return False
    country = tables.nouns.adjectives.match(tokens.raw, place - 1) or tables.nouns.people.match(tokens.raw, place - 1)
    return country is None or country[0] != 1
