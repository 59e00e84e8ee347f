"""Where "it", "its", "the group" or "his country" stands for who has the troops that a figure counts."""

from __future__ import annotations

from typing import Final

from dashboard.reading.forces.words import ForceTables
from dashboard.reading.text.tokens import Tokens

NEAR: Final = 4  # words from "the mission" to the number that it is brought to
COSTING: Final = ("cost", "costs", "costing")
FAR: Final = 14  # words from a figure back to a pronoun


def find_pronoun(tokens: Tokens, place: int, end: int, tables: ForceTables) -> int | None:
    """Where a word stands for who has the troops: before their verb, or at their noun."""
    for at in range(place + 1, min(end, len(tokens))):
        if tokens.words[at] in tables.possessives or _is_owner(tokens, at, tables):
            return at  # "300 of its men", "27 of the mission's soldiers"
    if tokens.word(end) in tables.owning and tokens.word(end + 1) in ("the", "this", "that"):
        is_named = tokens.word(end + 3)[:1].isupper() or tokens.word(end + 3) == "of"
        if tables.standing.get(tokens.word(end + 2)) == "group" and not is_named:
            return end + 2  # "50 instructors from the company"
    for at in range(place - 1, max(-1, place - FAR), -1):
        word = tokens.words[at]
        is_paying = word in ("it", "them") and tokens.word(at - 1) in COSTING  # "a war that has cost it 900 dead"
        if is_paying or (
            word in tables.possessives
            and (_is_near(tokens, at, place, tables) or _owns_troops(tokens, at, place, tables))
        ):
            return at
        is_owner = _is_owner(tokens, at, tables) and _owns_troops(tokens, at, place, tables)
        if is_owner or _is_taken(tokens, at, place, tables):
            return at
        is_named = word in tables.pronouns or (
            find_stands_for(tokens, at, tables) != "" and _is_pointed_at(tokens, at, tables)
        )
        if is_named and sends(tokens, at + 1, place, tables):
            is_owned = word in tables.armies and tokens.word(at - 1) in tables.possessives
            return at - 1 if is_owned else at  # "the rebels say that | their | army has 900"
    return None


def find_stands_for(tokens: Tokens, at: int, tables: ForceTables) -> str:
    """The kind of force that a noun can stand for: "the group", "the army", "the multinational brigade"; or ""."""
    word = tokens.words[at]
    if word in tables.standing or tokens.word(at - 1) not in tables.joint:
        return tables.standing.get(word, "")
    found = tables.nouns.nouns.match(tokens.words, at)
    return "alliance" if found and found[1].kind == "body" else ""


def _is_taken(tokens: Tokens, at: int, place: int, tables: ForceTables) -> bool:
    """Whether the number is what a body is brought to: "would take the | mission | to 1,450"."""
    is_body = tokens.word(at) in tables.standing and tokens.words[at - 1 : at + 2 : 2] == ["the", "to"]
    return is_body and place - at <= NEAR and tokens.word(at - 2) in tables.taking


def _is_near(tokens: Tokens, at: int, place: int, tables: ForceTables) -> bool:
    """Whether a possessive stands at the figure: "its 300 men", not "its men killed 12"."""
    between = tokens.words[at:place]
    return place - at <= 3 and tables.killing.isdisjoint(between) and "and" not in between  # "its men and 70 rebels"


def _is_pointed_at(tokens: Tokens, at: int, tables: ForceTables) -> bool:
    """Whether a noun means one named before: "the national army", "his country"."""
    is_described = tokens.word(at - 1) in ("national", "regular") or tokens.word(at - 1) in tables.joint
    before = tokens.word(at - 1 - is_described)
    return before in ("the", "that", "this") or before in tables.possessives


def _is_owner(tokens: Tokens, at: int, tables: ForceTables) -> bool:
    """Whether a group, a mission or an army that was named before owns what follows: "the mission's soldiers"."""
    word = tokens.words[at]
    return tokens.owns[at] and (tables.standing.get(word, "country") != "country" or word in ("army", "military"))


def _owns_troops(tokens: Tokens, at: int, place: int, tables: ForceTables) -> bool:
    """Whether a strength, a toll or an army is what a possessive owns: "its own strength at | 900"."""
    for after in range(at + 1, min(at + 4, place)):
        if tokens.words[after] in tables.tallies:
            is_passive = tokens.words[max(0, at - 2) : at] == ["number", "of"]  # "the number of its fighters killed"
            first = after + 1 + (is_passive and tokens.word(after + 1) in ("killed", "wounded", "dead"))
            return (tables.clause_ends | tables.killing).isdisjoint(tokens.words[first:place])
        found = tables.nouns.nouns.match(tokens.words, after)
        if found and found[1].kind == "body":
            behind = tokens.words[after + found[0] : place]
            is_of = behind[:1] == ["of"] and len(behind) <= NEAR  # "its contingent of just under"
            return is_of or sends(tokens, after + found[0], place, tables)
    return False


def sends(tokens: Tokens, at: int, place: int, tables: ForceTables) -> bool:
    """Whether the verb after a pronoun or name sends, has or loses troops; no killing, no other name is between."""
    if tokens.word(at) == "," and "," in tokens.words[at + 2 : min(at + 10, place)]:
        at = tokens.words.index(",", at + 2) + 1  # "the army, rebuilt by Americans, has"
    if not tables.killing.isdisjoint(tokens.words[at:place]) or any(raw[:1].isupper() for raw in tokens.raw[at:place]):
        return False
    while at < place and (tokens.words[at] in tables.auxiliaries or tokens.words[at].endswith("ly")):
        if tokens.words[at : at + 2] == ["said", ","]:
            return False  # "the military said, bringing to 230 the number of rebels killed"
        bounded = (tables.nouns.qualifying | tables.bounding).issuperset(
            tokens.words[at + 1 : place]
        )  # "had no more and no fewer than"
        is_near = place - at <= 4 and tokens.word(at + 1) not in tables.finding  # not "had found 60 rebels"
        if tokens.words[at] in ("has", "have", "had") and (is_near or bounded):
            return True
        at += 1
    is_strong = at == place and "strong" in tokens.words[at : at + 3]
    return is_strong or tokens.word(at) in tables.senders  # "is 2,000 strong"


def find_subject(tokens: Tokens, at: int, tables: ForceTables) -> int:
    """Where the noun stands that a pronoun refers to in its own sentence: "the army put | its losses"; else `at`."""
    if tokens.words[at] not in tables.possessives:
        return at
    nouns = (i for i in range(at - 1, 0, -1) if tokens.words[i] in tables.standing and tokens.words[i - 1] == "the")
    return next(nouns, at)
