"""Whether a number counts people who bear no arms, of itself or as the number before it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.reading.figures.candidates import Candidate, CountTables
from dashboard.reading.figures.citizens import bears_arms

CLAUSE: Final = 40  # words back to the unarmed who are counted on
CIVIL: Final = 6  # words from a number to "homes" or "refugees"


def is_among_unarmed(one: Candidate, others: Sequence[Candidate], last: int | None, tables: CountTables) -> bool:
    """Whether it goes on counting the unarmed: "12 hostages, including three Thais", "five civilians and hurt 40"."""
    if one.head.kind == "people" and one.tokens.word(one.head.start) in tables.citizens.citizens:
        return not (_is_among_troops(one, others, last) or bears_arms(one.tokens, one.lead, one.head, tables.citizens))
    following = one.tokens.words[one.place + 1 : one.place + 5]
    if not tables.uprooted.isdisjoint(following):
        return True  # "1.8 million became refugees"
    is_living = one.tokens.word(one.head.end) in tables.living
    is_counted_dead = not tables.doctors.isdisjoint(one.tokens.words)  # "24,000 Gazans died, health officials said"
    if one.head.kind == "national" and (is_living or is_counted_dead or _are_rescued(one, others, tables)):
        return True
    if one.head.kind not in ("national", "measure", "none") or not others:
        return False
    after = [other for other in others if last is None or other.place > last]
    between = one.tokens.words[max(after[-1].place if after else 0, one.place - CLAUSE) : one.place]
    if not tables.clause_starts.isdisjoint(between):
        return False  # "arrested nine people after a report that 3,000 Kenyans were fighting"
    return any(not tables.unarmed.isdisjoint(one.tokens.words[other.place : other.place + 5]) for other in after)


def _is_among_troops(one: Candidate, others: Sequence[Candidate], last: int | None) -> bool:
    """Whether citizens are some of the troops just counted: "900 fighters, including 100 drivers and 40 convicts"."""
    if last is None or not others or others[-1].place != last:
        return False
    is_listed = one.lead.before == "and" and others[-1].lead.before in ("including", ":")
    return is_listed or one.lead.before in ("including", ":")


def _are_rescued(one: Candidate, others: Sequence[Candidate], tables: CountTables) -> bool:
    """Whether they are brought to safety: "evacuated | 230 Germans and 40 Swedes"."""
    is_listed = one.lead.before in ("and", ",") and bool(others) and others[-1].head.end >= one.lead.start - 1
    return (others[-1] if is_listed else one).lead.before in tables.rescuing


def counts_unarmed(one: Candidate, tables: CountTables) -> bool:
    """Whether a number counts people who bear no arms: "30,000 people have fled", "9,000 refugees"."""
    words, start = one.tokens.words, one.place + 1
    noun = words[start : max(one.head.end, start) + 1]
    following = words[start : start + CIVIL]
    is_people = not (tables.unarmed | tables.uprooted).isdisjoint(noun)
    return one.head.kind not in ("troops", "body") and (is_people or not tables.uprooted.isdisjoint(following))
