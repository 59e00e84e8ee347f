"""Whether a force that is named sends, has or loses the troops that are counted behind it."""

from __future__ import annotations

from typing import Final

from dashboard.reading.forces.owners import find_noun_after, is_place
from dashboard.reading.forces.words import ForceTables, Named
from dashboard.reading.text.tokens import NUMBER, Tokens

UNITS: Final = 8  # words from "has" to the men of the units that it has
SHORT: Final = 12  # words of an aside behind a name
_CLEFT: Final = (["it", "was"], ["it", "is"])  # "it was | Chad that sent 900 men"


def acts(tokens: Tokens, force: Named, place: int, tables: ForceTables) -> bool:
    """Whether a named country sends, loses or has the troops: "Nairobi had sent", "accused Kigali of sending"."""
    is_group = tables.kinds.get(force.name) == "group" and (
        tokens.word(force.end + 1) in ("believed", "thought", "estimated")
        or (place - force.end <= 5 and tokens.word(force.end) in ("has", "have", "lost"))
    )
    is_adjective = force.form == "adjective" and not tokens.raw[force.start].isupper() and not is_group
    is_titled = not tables.titles.isdisjoint(tokens.words[force.end : force.end + 3])  # "Chad's president has sent"
    is_titled = is_titled or _owns_mission(tokens, force, tables)
    if is_adjective and not is_titled and find_noun_after(tokens, force, tables) != "body":
        return False
    is_told = tokens.word(force.start - 1) in tables.assuring  # "Mexico promised | Washington | to send"
    is_whose = tokens.words[force.end : force.end + 2] in ([",", "which"], [",", "who"])  # "beside M23, which has 400"
    is_whose = is_whose and tables.kinds.get(force.name) == "group"
    is_there = is_place(tokens, force, tables) and not is_whose
    is_there = is_there or names_event(tokens, force, tables)
    if (tokens.owns[force.end - 1] and not is_titled) or is_there or is_told:
        return False
    reach = 7 if force.form == "leader" else 9
    first = force.end + 2 * (tokens.words[force.end : force.end + 2] in ([",", "which"], [",", "who"]))
    aside = _find_aside_end(tokens, force.end, place)
    if aside < place and tokens.words[force.start - 2 : force.start] in _CLEFT:
        first = aside  # "it was Chad, she said, | that had sent 900"
    for at in (*range(first, min(first + reach, place)), *range(aside, min(aside + reach, place))):
        word = tokens.words[at]
        if word in tables.senders and not _tells_number(tokens, at, place, tables):
            return True
        if word in ("has", "have", "had") and _has_number(tokens.words[at + 1 : place], tables):
            return True
        is_speech = word in ("said", "says") and _is_self(tokens, force, at + 1, tables)  # "Chad said it was sending"
        is_aside = tokens.word(force.end) == "," and tokens.word(at - 1) == ","
        is_cleft = word == "that" and (at == force.end or is_aside)
        is_cleft = is_cleft and tokens.words[force.start - 2 : force.start] in _CLEFT
        is_others = word == "they" and not _is_self(tokens, force, at, tables)  # "the UN claimed | they | had 900"
        if is_others or (word in tables.clause_ends and not (is_speech or is_cleft)):
            return False
    return False


def names_event(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a country only names what happened there: "a repeat of the | Iraq | meltdown by keeping 900 troops"."""
    is_name = force.form == "name" and tokens.word(force.start - 1) in ("the", "an", "a")
    return is_name and tokens.word(force.end) in tables.happenings


def _tells_number(tokens: Tokens, at: int, place: int, tables: ForceTables) -> bool:
    """Whether somebody only gives a number: "Chad's president gave a higher number: 900 men", "put the force at 90"."""
    behind = tokens.words[at + 1 : place]
    is_put = "at" in behind[-3:] and bool({"force", "number", "strength", "contingent", "figure"} & {*behind})
    return tokens.words[at] in tables.estimating and (is_put or not tables.figures.isdisjoint(behind[:3]))


def _is_self(tokens: Tokens, force: Named, at: int, tables: ForceTables) -> bool:
    """Whether a speaker tells of himself: "Chad said | it", "the Houthis said | they"; "they" is not one country."""
    is_one = tokens.raw[force.start].isupper() or tables.kinds.get(force.name) == "country"
    return tokens.word(at) == "it" or (tokens.word(at) == "they" and not is_one)


def _owns_mission(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether an alliance's own mission is the subject: "the | African Union | 's new mission will have 900"."""
    after = tokens.words[force.end : force.end + 3]
    is_alliance = tables.kinds.get(force.name) == "alliance" and tokens.owns[force.end - 1]
    return is_alliance and any(tables.standing.get(word) == "alliance" for word in after)


def _find_aside_end(tokens: Tokens, end: int, place: int) -> int:
    """Where the words go on behind an aside on who is named: "Chad, who has none, | is thought to have kept"."""
    is_short = tokens.word(end) == "," and "," in tokens.words[end + 2 : min(end + SHORT, place)]  # ", for its part,"
    is_about = tokens.words[end : end + 2] in ([",", "which"], [",", "who"]) and "," in tokens.words[end + 2 : place]
    if not (is_short or is_about):
        return place
    return tokens.words.index(",", end + 2) + 1


def _has_number(between: list[str], tables: ForceTables) -> bool:
    """Whether "has" is followed by the number itself: only qualifying words stand between."""
    if (tables.nouns.qualifying | tables.bounding).issuperset(between):
        return True
    if between[:1] == [NUMBER] and "or" in between and len(between) <= UNITS:
        return True  # "has 60 tactical groups, or about 50,000 men"
    verbs = any(word.endswith("ed") and word != "estimated" for word in between)
    other = set(between) - tables.nouns.qualifying - tables.adding  # "had more than 900", "has a further 900"
    return len(between) <= 4 and not verbs and tables.nouns.verbs.isdisjoint(other)
