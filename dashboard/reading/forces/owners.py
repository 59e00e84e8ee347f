"""Whether a force that is named owns what follows, or is only where something is."""

from __future__ import annotations

from dashboard.reading.forces.words import ForceTables, Named
from dashboard.reading.text.tokens import NUMBER, Tokens


def find_noun_after(tokens: Tokens, force: Named, tables: ForceTables) -> str:
    """The kind of the noun that a force stands before: "Russian forces", "Nairobi's best troops"."""
    for at in range(force.end, min(force.end + 4, len(tokens))):
        found = tables.nouns.nouns.match(tokens.words, at)
        if found:
            return "" if tokens.words[at] in tables.not_troops else found[1].kind
        if not tokens.words[at].isalpha() or tokens.words[at] in tables.nouns.stops:
            return ""
    return ""


def is_place(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a country is only where something is: "in Mali", "the east of Congo"."""
    before = tokens.word(force.start - 1)
    farther = tokens.word(force.start - 2) if before != NUMBER else ""  # "in 2006 Kenya had 900 men" is no place
    farther = "" if before == "which" else farther  # "the year in which France left"
    return before == "of" or before in tables.before_place or farther in ("in", "to", "into")


def modifies(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a force stands before a noun of its troops; not of those whom others join, fight or pose as."""
    if tokens.word(force.start - 1) in tables.others | tables.teaching or (
        tokens.word(force.start - 1) in ("the", "invading") and tokens.word(force.start - 2) in tables.others
    ):
        return False
    return force.form == "people" or (force.form != "leader" and bool(find_noun_after(tokens, force, tables)))
