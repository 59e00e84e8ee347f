"""Whose troops, in one sentence: named at the noun, or by who sends, has or loses them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dashboard.reading.figures.elements import COUNTED
from dashboard.reading.forces.acting import acts
from dashboard.reading.forces.owners import find_noun_after, is_place, modifies
from dashboard.reading.forces.words import ForceTables, Named
from dashboard.reading.text.tokens import NUMBER, Tokens
from dashboard.records import LIST_SEPARATOR

REACH: Final = 30  # words from a figure back to who sends the troops
ASIDE: Final = 12  # words from a force back to where the aside begins that names it
PART: Final = 8  # words from a force back to "including"
TOLD: Final = 5  # words from a speaker to "said", and from there to the end of the aside
_OPENING: Final = ("a", "an", "the")
COMPARED: Final = ("after", "than", "like")


def join_list(tokens: Tokens, forces: list[Named]) -> str:
    """The last force, and those joined to it: "Russian and Syrian"."""
    names = [forces[-1].name]
    for earlier, later in zip(reversed(forces[:-1]), reversed(forces), strict=False):
        if tokens.words[earlier.end : later.start] not in JOINING:
            break
        names.insert(0, earlier.name)
    return LIST_SEPARATOR.join(dict.fromkeys(names))


def count_joined(tokens: Tokens, forces: list[Named]) -> int:
    """How many of the first forces are one list: "Togo, Benin and Mali"."""
    for place, (earlier, later) in enumerate(pairwise(forces), start=1):
        if tokens.words[earlier.end : later.start] not in JOINING:
            return place
    return len(forces)


def find_before(tokens: Tokens, place: int, named: list[Named], tables: ForceTables) -> str:
    """Before the number: the troops of the same clause ("Russian forces in X number 8,000"), or who sends them."""
    best: list[Named] = []
    rank = 0
    named = _drop_bystanders(tokens, named, place, tables)
    for force in named:
        if force.end > place or place - force.end > REACH or is_agent(tokens, force, tables):
            continue
        if tokens.word(force.start - 1) == "by" and tokens.word(force.start - 2) in tables.backing:
            continue  # "a battlegroup led by Berlin"
        own = _rank(tokens, force, place, tables)
        listed = bool(best) and tokens.words[best[-1].end : force.start] in JOINING
        if best and tokens.owns[force.end - 1] and tokens.words[best[-1].end : force.start] == [","]:
            continue  # "France, Mali's former ruler, has"
        if listed and (own or _is_after_noun(tokens, best[0], tables)):
            best.append(force)
        elif own and own >= rank:
            best = [force]
            before = named[named.index(force) - 1] if named.index(force) else None
            if before and before.end <= force.start and tokens.words[before.end : force.start] in JOINING:
                best.insert(0, before)
            rank = own
    return LIST_SEPARATOR.join(dict.fromkeys(force.name for force in best))


def _drop_bystanders(tokens: Tokens, named: list[Named], place: int, tables: ForceTables) -> list[Named]:
    """The forces that may have the troops: not those of a list of places, nor those of an aside about another.

    "Working in Mali, | Chad and Niger, | the unit has 400"; "Togo, which backs | Lome, | has 400".
    """
    kept: list[Named] = []
    places_end = -1
    for force in named:
        is_listed = force.start > places_end >= 0 and tokens.words[places_end : force.start] in JOINING
        has_troops = modifies(tokens, force, tables)
        is_there = is_listed or tokens.word(force.start - 1) in tables.before_place
        places_end = force.end if is_there and not has_troops else -1
        is_aside = _is_part(tokens, force, place) or (not has_troops and _is_in_aside(tokens, force, place))
        is_aside = is_aside or is_told_by(tokens, force, place, tables)
        is_aside = is_aside or (bool(kept) and describes(tokens, force, min(force.end + TOLD, place), tables))
        is_aside = is_aside or _is_thinking(tokens, force, tables)
        if not (is_beside_others(tokens, force, place) or is_aside or (is_listed and not has_troops)):
            kept.append(force)
    return kept


def describes(tokens: Tokens, force: Named, end: int, tables: ForceTables) -> bool:
    """Whether a country only says whence a group is that was named before: "the FDLR, a | Rwandan | group"."""
    opening = next(
        (at for at in range(force.start - 1, max(0, force.start - 4), -1) if tokens.words[at] in _OPENING), 0
    )
    is_set_off = opening > 0 and tokens.words[opening - 1] in (",", "–", "—")
    is_descriptive = force.form == "adjective" or not tables.outfits.isdisjoint(force.name.split())  # "Hutu militia"
    return is_descriptive and is_set_off and not tables.outfits.isdisjoint(tokens.words[force.end : end])


def _is_thinking(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a force only thinks so: "is believed by | Chadian | officers to have 900 men"."""
    first = force.start - (tokens.word(force.start - 1) == "the")
    return tokens.word(first - 1) == "by" and tokens.word(first - 2) in tables.thinking


def _is_in_aside(tokens: Tokens, force: Named, place: int) -> bool:
    """Whether a force is named in words about another that end before the figure: ", which | backs Lome |,"."""
    if "," not in tokens.words[force.end : place]:
        return False
    for at in range(force.start - 1, max(0, force.start - ASIDE), -1):
        if tokens.words[at] in ("which", "who", "whose"):
            return tokens.words[at - 1] == ","
        if tokens.words[at] in (",", ";", ":", "that"):
            return False
    return False


def is_told_by(tokens: Tokens, force: Named, place: int, tables: ForceTables) -> bool:
    """Whether a force only says what goes on after it: "soldiers have left, | the Maldivian military said |, 89 of"."""
    first = force.start - (tokens.word(force.start - 1) == "the")
    behind = range(force.end, min(force.end + TOLD, place))
    said = next((at for at in behind if tokens.words[at] in tables.announcing), place)
    return tokens.word(first - 1) == "," and "," in tokens.words[said : min(said + TOLD, place)]


def _is_part(tokens: Tokens, force: Named, place: int) -> bool:
    """Whether its troops are only some of those told of: "that includes men from | Mali |, but 900 have come"."""
    behind = tokens.words[force.end : place]
    before = tokens.words[max(0, force.start - PART) : force.start]
    included = [
        at
        for at, word in enumerate(before)
        if word in ("including", "includes", "included") or before[at : at + 2] in (["of", "them"], ["of", "whom"])
    ]
    return bool(included) and "," in behind and NUMBER not in behind and NUMBER not in before[included[-1] :]


def is_beside_others(tokens: Tokens, force: Named, place: int) -> bool:
    """Whether a force is only what others come on top of: "in addition to the British, Romania will send 100"."""
    first = force.start - (tokens.word(force.start - 1) == "the")
    before, behind = tokens.words[max(0, first - 2) : first], tokens.words[force.end + 2 : place]
    if tokens.words[force.end : force.end + 2] in ([",", "which"], [",", "who"]) and "," not in behind:
        return False  # "apart from Peru, which sent 90"
    return before[-1:] in (["besides"], ["unlike"]) or before in (
        ["addition", "to"],
        ["apart", "from"],
        ["aside", "from"],
    )


def find_with(tokens: Tokens, start: int, named: list[Named], tables: ForceTables) -> str:
    """Who does something with them, in the same clause: "the EU took over in 2004 with 7,000"."""
    for force in reversed(named):
        if tokens.word(force.start - 1) in COMPARED:
            continue  # "the largest after Mali, with 900"
        if force.end <= start and tables.clause_ends.isdisjoint(tokens.words[force.end : start]):
            is_name = force.form in ("name", "seat") or tokens.raw[force.start].isupper()  # "the EU"
            is_subject = is_name and not tokens.owns[force.end - 1]
            is_left = tokens.word(force.start - 1) == "from"
            if is_left or is_place(tokens, force, tables) or "," in tokens.words[force.start - 2 : force.start]:
                continue  # "Uganda has the largest contingent in ATMIS, the AU mission, with 900"
            if not is_subject:
                return ""
            return join_list(
                tokens, [one for one in named if one.end <= force.end]
            )  # "Togo and Mali join them with 50"
    return ""


def is_agent(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a force is who did it: "killed by Kenyan troops", "in clashes with the Taliban"."""
    at = force.start - 1
    while at >= 0 and (tokens.words[at] in tables.nouns.determiners or tokens.words[at] in ("suspected", "alleged")):
        at -= 1
    before = tokens.words[max(0, at - 5) : at]
    if at < 0 or tokens.words[at] not in tables.agents or not tables.repelling.isdisjoint(before):
        return False  # "repelled an offensive by the army": its dead are meant
    return not tables.killing.isdisjoint(before) or not tables.attacks.isdisjoint(before)


def is_target(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a force is whom somebody attacks: "ambushed a Kenyan patrol", "an attack on a Malian base"."""
    for at in range(force.start - 1, max(-1, force.start - 6), -1):
        if tokens.words[at] in tables.attacking:
            return True
        is_word = tokens.words[at].isalpha() or tokens.words[at] == NUMBER
        if not is_word or tokens.words[at] in tables.auxiliaries:
            return False
    return False


def is_killing(tokens: Tokens, place: int, tables: ForceTables) -> bool:
    """Whether the number is what somebody kills or captures, with only qualifying words between."""
    for at in range(place - 1, max(-1, place - 6), -1):
        if tokens.words[at] == "shot" and "dead" in tokens.words[place + 1 : place + 5]:
            return tokens.word(at - 1) not in tables.auxiliaries  # "shot | four soldiers dead"
        is_of = tokens.words[at] == "dead" and tokens.raw[at - 1][:1].isupper() and at > 0
        if is_of and tokens.word(at - 1) not in tables.felling:
            return False  # "put the Bolivian dead at 30"; not "shot dead 30 rebels"
        if tokens.words[at] in tables.killing and tokens.word(at - 1) not in tables.possessives:
            return tokens.word(at - 1) not in ("were", "was", "been", "being", NUMBER)  # "11 killed and 31 wounded"
        if tokens.words[at] in tables.possessives or tokens.words[at] == "for":
            return False  # "put its dead at 54", "held funerals for six"
        if any(tokens.words[at] in words for words in (tables.losing, tables.auxiliaries, tables.clause_ends)):
            return False
    return False


def _rank(tokens: Tokens, force: Named, place: int, tables: ForceTables) -> int:
    """How surely a force has the troops: 2 for their noun or who sends them, 1 for a body of them, 0 for neither."""
    kind = find_noun_after(tokens, force, tables)
    is_given = tokens.word(force.start - 1) == "to"  # "handed bases to | Somali | forces"
    if (kind in COUNTED and not is_given) or force.form == "people" or _is_after_noun(tokens, force, tables):
        return 2
    owned = tokens.words[force.end : force.end + 2] if tokens.owns[force.end - 1] else []
    if force.form == "adjective":
        owned = tokens.words[force.end : force.end + 1]  # "put the Peruvian dead at 46"
    if acts(tokens, force, place, tables) or not tables.tallies.isdisjoint(owned):  # "Peru's losses were put at 46"
        return 2
    if _has_made(tokens, force, tables):
        return 2
    is_met = tokens.words[force.start - 2 : force.start] in (["to", "the"], ["with", "the"])
    return 1 if kind == "body" and not is_met else 0  # "is to hand over | to the Somali army |"


def _has_made(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether an alliance agreed on a force that is then counted: "the force agreed by | the African Union | has"."""
    first = force.start - (tokens.word(force.start - 1) == "the")
    is_by = tokens.word(first - 1) == "by" and tokens.word(first - 2).endswith("ed")
    is_force = tables.standing.get(tokens.word(first - 3)) == "alliance"
    return is_by and is_force and tables.kinds.get(force.name) == "alliance"


def _is_after_noun(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a force follows the noun of its troops: "troops from Mali, Burkina Faso and Niger"."""
    if force.start < 2 or tokens.words[force.start - 1] != "from":
        return False
    if not tables.leaving.isdisjoint(tokens.words[max(0, force.start - 8) : force.start]):
        return False  # "the withdrawal of 400 soldiers from Niger"
    noun = tables.nouns.nouns.match(tokens.words, force.start - 2)
    return noun is not None and noun[1].kind in COUNTED and not noun[1].singular


JOINING: Final = (["and"], ["or"], [","], [",", "and"], ["/"], ["and", "the"], [",", "the"], ["as", "well", "as"])
