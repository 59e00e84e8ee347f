"""The force named at a figure itself: before its number, at its noun, or right after it."""

from __future__ import annotations

from typing import Final

from dashboard.reading.forces.naming import COMPARED, JOINING, join_list
from dashboard.reading.forces.owners import find_noun_after, is_place
from dashboard.reading.forces.words import ForceTables, Named
from dashboard.reading.text.tokens import NUMBER, Tokens
from dashboard.records import LIST_SEPARATOR

ORDINAL: Final = ("st", "nd", "rd", "th")
ASIDE: Final = 12  # words of an aside between a country and its number
CLOSING: Final = ('"', "”", "’", "'")
MOSTLY: Final = 9  # words from a noun to "most of them Ghanaians"
US: Final = 4  # words from "40" to the end of "of us Cubans"
GROUP: Final = 3  # words from "Lebanese" to the name of the group


def find_at_figure(tokens: Tokens, start: int, place: int, end: int, named: list[Named], tables: ForceTables) -> str:
    """The force named at the figure itself: between the number and the end of its noun, before, or right after.

    `start` is where the words that qualify the number begin, `end` where its noun ends.
    """
    own = _find_at_noun(tokens, start, place, end, named, tables)
    if tables.kinds.get(own) == "alliance" and tokens.word(end) == "from":
        return _find_after(tokens, start, end, named, tables) or own  # "five UN peacekeepers from Togo"
    if own or (tokens.word(end) == "from" and not tables.leaving.isdisjoint(tokens.words[max(0, place - 8) : place])):
        return own  # "withdraw 400 soldiers from Niger" names a place
    if tokens.word(end) == "by" and not tables.papers.isdisjoint(tokens.words[end : end + 4]):
        return ""  # "about 500 by the count of Libyan officers"
    is_guess = tokens.word(end) == "by" and not tables.estimating.isdisjoint(tokens.words[max(0, start - 2) : start])
    return "" if is_guess else _find_after(tokens, start, end, named, tables)  # "were put at 1,500 by a French officer"


def _find_at_noun(tokens: Tokens, start: int, place: int, end: int, named: list[Named], tables: ForceTables) -> str:
    """ "1,500 Malian soldiers", "300 of Kenya's best men", "Kenya's roughly 600 soldiers", "Spain with 680"."""
    if tokens.words[place + 1 : place + 3] == ["of", "us"]:
        end = max(end, place + US)  # "there are 40 of us Cubans"
    inside = [force for force in named if place < force.start and force.end <= end]
    if inside and inside[0].form in ("name", "seat") and tokens.word(inside[0].end) in tables.clause_ends:
        inside = []  # "the 900 | Chad said | it had killed"
    if inside and inside[-1].form == "people":
        group = _find_group_of(tokens, inside[-1], named, tables)
        if group:
            return group
    if inside:
        inside += _find_joined(tokens, inside[-1], named)
        joined = join_list(tokens, inside)
        country = next((force.name for force in inside if tables.kinds.get(force.name) == "country"), "")
        return country if country and tables.kinds.get(joined) == "alliance" else joined  # "55 Canadian UN troops"
    nearest = next((force for force in reversed(named) if force.end <= place), None)
    if nearest is None:
        return ""
    gap = tokens.words[nearest.end : place]
    if _is_listed_with_aside(tokens, nearest, start, tables):
        return nearest.name
    if len(gap) > 5 or NUMBER in gap:
        return ""
    is_host = not tables.hosting.isdisjoint(
        tokens.words[: nearest.start]
    )  # "Japan hosts 54,000 US troops, Korea 28,500"
    is_there = nearest.form in ("name", "seat") and tokens.word(nearest.start - 1) == "in"  # "and in Yemen 250"
    owns = (not gap and not is_host and not is_there) or (
        tokens.owns[nearest.end - 1] and start - nearest.end <= 1
    )  # "Kenya's best 600"
    stands = _stands_for_number(tokens, nearest, start, place, tables)
    opens = nearest.start - (tokens.word(nearest.start - 1) == "the")  # "and the United States about 1,100"
    is_listed = tokens.word(opens - 1) in ("and", ",", ";", "while", "plus")  # "and Benin 90"
    lists = start == nearest.end and is_listed and not is_host
    return nearest.name if owns or stands or lists or _is_body_of(tokens, nearest, start, place, tables) else ""


def _find_group_of(tokens: Tokens, people: Named, named: list[Named], tables: ForceTables) -> str:
    """The group that has the people counted: "900 Russians | of the Wagner group"."""
    first = people.end + 1
    places = (first, first + 1) if tokens.word(first) == "the" else (first,)
    of = tokens.word(people.end) in ("of", "from", "with")
    return next((one.name for one in named if of and one.start in places and _is_group(one, tables)), "")


def _stands_for_number(tokens: Tokens, force: Named, start: int, place: int, tables: ForceTables) -> bool:
    """Whether only a mark or a small word ties a name to its number: "India (187)", "Fiji – 90", "Togo, with 50"."""
    gap = tokens.words[force.end : place]
    if not gap:
        return False
    places = tables.before_place | {"from"} if gap[0] == "with" else tables.before_place  # "leaves Mali with 900 men"
    is_apart = tokens.word(force.start - 1) not in places
    is_vague = gap[0] == ":" and not tables.vague.isdisjoint(tokens.words[place + 1 : place + 3])
    if gap[0] in ("with", "(", ":") and ")" not in gap and is_apart:
        return not is_vague  # "UN: 900 foreign fighters are left"
    is_aside = is_place(tokens, force, tables) or tokens.word(force.start - 1) in COMPARED
    if gap[:2] == [",", "with"] and not is_aside:  # not "after India, with 187"
        return True
    if gap in (["side"], ["side", ","]) and tokens.words[force.start - 2 : force.start] == ["on", "the"]:
        return True  # "on the Israeli side 90 soldiers fell"
    if gap[-1] in ("is", "was", "are", "were") and gap[:-1] in ([], [",", "which"], [",", "who"]):
        return "strong" in tokens.words[place + 1 : place + 3]  # "the mission, which is 900 strong"
    return force.start <= 1 and gap[0] in ("-", "–", "—") and start == force.end + 1  # "• Fiji – 90"


def _is_group(force: Named, tables: ForceTables) -> bool:
    """Whether a force is an armed group; a name that only this article brings is one."""
    return tables.kinds.get(force.name, "group") == "group"


def _find_joined(tokens: Tokens, last: Named, named: list[Named]) -> list[Named]:
    """The people counted with others under one number: "900 Sudanese | and Chadians"."""
    joined: list[Named] = []
    for force in named:
        if force.form == "people" and tokens.words[(joined or [last])[-1].end : force.start] in JOINING:
            joined.append(force)
    return joined


def _is_listed_with_aside(tokens: Tokens, force: Named, start: int, tables: ForceTables) -> bool:
    """Whether only an aside stands between a force of a list and its number: "and Fiji, the largest until May, 338"."""
    aside = tokens.words[force.end : start]
    return (
        aside[:1] == [","]
        and aside[-1:] == [","]
        and 2 < len(aside) <= ASIDE
        and aside[1] in tables.nouns.determiners
        and tokens.word(force.start - 1 - (tokens.word(force.start - 1) == "the")) in ("and", ",", ";")
        and not any(word in (NUMBER, ",", ";") or word in tables.clause_ends for word in aside[1:-1])
    )


def _is_body_of(tokens: Tokens, force: Named, start: int, place: int, tables: ForceTables) -> bool:
    """Whether the number is how many its body or its ship has: "the UN force of 900", "US planes carrying 90"."""
    for at in range(force.end, min(force.end + 4, start)):
        if tokens.words[at] in tables.carriers:
            carried = tokens.words[at + 1 : place]
            return not tables.carrying.isdisjoint(carried) and "," not in carried
        found = tables.nouns.nouns.match(tokens.words, at)
        if found and found[1].kind in ("body", "bodies"):
            return tokens.words[at + found[0] : start] in (["of"], ["("], [","], ["–"], ["—"])
    return False


def _find_after(tokens: Tokens, start: int, at: int, named: list[Named], tables: ForceTables) -> str:
    """Right after the noun: "10,000 troops from Chad", "sent by Rwanda"; "a figure of 900 for the troops of Mali"."""
    at = _skip_joined(tokens, at + (tokens.word(at) in CLOSING), tables)
    if _are_for(tokens, start, at, tables):
        return next((force.name for force in named if at < force.start <= at + 2), "")
    mostly = next((force for force in named if _are_mostly(tokens, at, force)), None)
    if mostly:
        return mostly.name
    beside = next((force for force in named if _is_beside(tokens, at, force, tables)), None)
    if beside:
        return beside.name
    while tokens.word(at) in tables.auxiliaries:
        at += 1
    if tokens.word(at) == "for" and tokens.word(start - 1) == "of" and tokens.word(start - 2) in tables.figures:
        return LIST_SEPARATOR.join(dict.fromkeys(force.name for force in _list_owners(tokens, at, named, tables)))
    loyal = tokens.word(at) in ("belonging", "belong", "belonged", "loyal") and tokens.word(at + 1) == "to"
    if loyal or tokens.word(at) in tables.provided:
        at += 1
    if not loyal and tokens.word(at) not in tables.owning:
        return ""
    return LIST_SEPARATOR.join(dict.fromkeys(force.name for force in _list_owners(tokens, at, named, tables)))


def _are_for(tokens: Tokens, start: int, at: int, tables: ForceTables) -> bool:
    """Whether they are those of who is named next: "allots 900 soldiers to | Togo", "compared with 90 for | Togo"."""
    is_allotted = tokens.word(at) == "to" and not tables.allotting.isdisjoint(tokens.words[:start])
    return is_allotted or (tokens.word(at) == "for" and "compared" in tokens.words[max(0, start - 4) : start])


def _list_owners(tokens: Tokens, at: int, named: list[Named], tables: ForceTables) -> list[Named]:
    """Those named after "from", "of" or "by": "soldiers from | Togo, Benin and Mali"."""
    found: list[Named] = []
    for force in named:
        named_so = tokens.word(force.start - 1) == "of" and tokens.word(force.start - 2) in tables.standing
        if force.start <= at or force.start > at + (7 if named_so else 5):
            continue
        gap = tokens.words[found[-1].end if found else at + 1 : force.start]
        gap = gap[:-2] if gap[-1:] and gap[-1] in ORDINAL else gap  # "fighters of the 33rd Front"
        if (found and gap not in JOINING) or any(not word[0].isalpha() and word not in (",", "“") for word in gap):
            break
        if not found and _describes_group(tokens, force, named, tables):
            continue  # "of the | Peruvian | movement Shining Path"
        if (
            not found
            and not named_so
            and not tables.nouns.stops.isdisjoint(set(gap) - {"the", "its", "their", "a", "an"})
        ):
            break
        found.append(force)
    return found


def _describes_group(tokens: Tokens, force: Named, named: list[Named], tables: ForceTables) -> bool:
    """Whether a country only says whence the group is that is named next: "the | Lebanese | movement Hezbollah"."""
    following = (one for one in named if _is_group(one, tables))
    between = (tokens.words[force.end : one.start] for one in following if one.start > force.end)
    return force.form == "adjective" and any(
        len(words) <= GROUP and not tables.outfits.isdisjoint(words) and tables.nouns.stops.isdisjoint(words)
        for words in between
    )


def _are_mostly(tokens: Tokens, at: int, force: Named) -> bool:
    """Whether most of those counted are somebody's: "900 mercenaries hired by Lome, most of them | Ghanaians |"."""
    before = tokens.words[max(0, force.start - 3) : force.start]
    is_near = at < force.start <= at + MOSTLY and force.form in ("people", "adjective")
    is_one = tokens.word(force.end) not in ("and", "or")  # "most of them Togolese and Ghanaian" are a mission's
    return is_near and is_one and (before == ["most", "of", "them"] or before[-1:] == ["mostly"])


def _is_beside(tokens: Tokens, at: int, force: Named, tables: ForceTables) -> bool:
    """Whether a force stands beside the noun: "120 of them, Rwandans, went", "two million in China's army"."""
    if tokens.words[at : at + 4] == ["as", "the", "number", "of"]:
        return force.start == at + 4  # "it gives 90 as the number of Peruvian dead"
    if tokens.word(at) == "in" and tokens.owns[force.end - 1] and find_noun_after(tokens, force, tables) == "body":
        return force.start == at + 1
    is_apart = not tokens.word(force.end).isalpha()
    if tokens.word(at) == ",":
        return force.start == at + 1 and force.form == "people" and is_apart
    told = at
    while tokens.word(told) in tables.auxiliaries:
        told += 1
    is_told = told > at or tokens.word(at - 1) in ("them", "whom")  # "1,000 of whom will be Kenyan", "of them German"
    is_apart = is_apart or (
        bool(tables.tallies & {tokens.word(at - 1)}) and find_noun_after(tokens, force, tables) != ""
    )
    return is_told and force.start == told and force.form in ("adjective", "people") and is_apart


def _skip_joined(tokens: Tokens, at: int, tables: ForceTables) -> int:
    """Past a second noun under the same number: "20 soldiers | and police officers | from Jamaica"."""
    if tokens.word(at) not in ("and", "or"):
        return at
    for after in range(at + 1, min(at + 5, len(tokens))):
        if tokens.words[after] in tables.owning:
            return after
        if tokens.words[after] in tables.nouns.stops or not tokens.words[after].isalpha():
            return at
    return at
