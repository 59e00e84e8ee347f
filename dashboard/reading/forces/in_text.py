"""The forces that an article brings itself: names with initials, groups named at their fighters, coalitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from dashboard.reading.forces.words import ForceTables
from dashboard.reading.text.scanning import find_places
from dashboard.reading.text.tokens import Phrases, cut_tokens

LONGEST: Final = 30_000  # characters of an article that are looked through
MOST: Final = 60  # names at fighters that are looked at
_CAPITAL: Final = r"[A-Z][\w’'-]{0,30}"
HALVES: Final = ("North", "South", "East", "West")
FAR: Final = 320  # characters that a name of ten words takes at most
NEAR: Final = 110  # and one of three
_INTRODUCED: Final = re.compile(
    rf"\b({_CAPITAL}(?: (?:{_CAPITAL}|of|the|for|and|in|to)){{1,9}})"
    r",? \((?:the |or )?([A-Z][A-Za-z0-9-]{1,9})\)"
)
_INITIALS: Final = re.compile(r" \((?:the |or )?[A-Z][A-Za-z0-9-]{1,9}\)")
_OF_GROUPS: Final = ("front", "movement", "army", "brigade", "brigades", "militia")
_SHORT: Final = ("front", "movement", "brigade", "militia")
_BODY: Final = re.compile(  # looks back at "the ": a pattern that begins with plain letters is found much faster
    r"he (?<=\b[Tt]he )"
    r"((?:(?:[A-Z][\w’'-]{1,30}|\d{1,3}(?:st|nd|rd|th)) ){1,4}"
    r"(?:Front|Movement|Army|Brigades?|Militia|Mission|Force|Coalition))\b"
)
_NAME_BEFORE: Final = re.compile(rf"\b(?:(?:{_CAPITAL}|al-[A-Z]\w{{0,30}}) ){{1,3}}\Z")
_NAME_AFTER: Final = re.compile(
    rf"[a-z]{{4,13}},? (?:(?:called|named|known as|the) )?({_CAPITAL}(?: {_CAPITAL}){{0,2}})"
)
_CALLED: Final = re.compile(
    r"[a-z]{4,13}(?: (?:in|from|of|based in) (?:the )?[A-Za-z]{3,20}){0,2},? "
    rf"(?:called|named|known as|calling itself|which calls itself) (?:the )?({_CAPITAL}(?: {_CAPITAL}){{0,2}})"
)
_WORD_BEFORE: Final = re.compile(r"([a-z]{3,16})[ ]\Z")
_MEMBERS: Final = re.compile(r"\b([A-Za-z][a-z]{3,11}) (?:of|from) the \Z")
_SMALL_WORD: Final = re.compile(r"[a-z-]{4,16}\b")
_EDGE: Final = re.compile(r"\b")
_LEADING: Final = re.compile("-led ")
_LED: Final = re.compile(
    r"\b(?:An? |The )?((?:[A-Z]\.){2}|[A-Z]\w{0,30}(?: [A-Z][a-z]{1,20})?)-led "
    r"(?:[a-z-]{1,20} ){0,3}?(coalition|alliance)\b"
)
_OPENING: Final = re.compile(r"(?:\A|[.!?:;\n”\"“‘—–-])[\s”\"“‘]*\Z")


class TextForces(NamedTuple):
    """The names that one article adds to those of the vocabulary, with what each is: "group" or "alliance"."""

    words: Phrases[tuple[str, str]]
    kinds: dict[str, str]


NONE: Final = TextForces(Phrases(()), {})


def find_text_forces(text: str, folded: str, tables: ForceTables) -> TextForces:
    """The forces an article names that the vocabulary does not know, and the initials it gives for those it knows.

    `folded` is the text folded.
    """
    text = text[:LONGEST]
    entries: list[tuple[str, tuple[str, str]]] = []
    kinds: dict[str, str] = {}
    at_fighters = islice(_find_at_fighters(text, folded, tables), MOST)
    bodies = islice(_find_bodies(text, tables), MOST)
    outfits = islice(_find_outfits(text, folded, tables), MOST)
    found = (*_find_introduced(text, tables), *_find_coalitions(text, tables), *bodies, *outfits, *at_fighters)
    for words, name, kind in dict.fromkeys(found):
        entries.append((words, (name, "name")))
        if kind:
            kinds.setdefault(name, kind)
    entries += [(words, (name, "name")) for words, name in _find_halves(text, tables)]
    entries += [(word, (name, "adjective")) for word, name in _find_shared(text, tables)]
    return TextForces(Phrases(entries), kinds) if entries else NONE


def _find_shared(text: str, tables: ForceTables) -> Iterator[tuple[str, str]]:
    """Whose a people's fighters are: "Kurdish" rebels are the PKK's where the article names the PKK most."""
    for word, forces in tables.shared.items():
        if word in text:
            counts = {name: sum(text.count(alias) for alias in aliases) for name, aliases in forces.items()}
            name = max(counts, key=lambda one: counts[one])
            if counts[name]:
                yield word, name


def _find_halves(text: str, tables: ForceTables) -> Iterator[tuple[str, str]]:
    """ "The North": of the country that the article names and that begins so; of nobody where it names none."""
    for half in HALVES:
        place = next((found.start() for found in re.finditer(rf"\b[Tt]he {half}\b", text)), None)
        named = re.search(rf"\b{half} [A-Z]\w+", text) if place is not None else None
        name = _is_named(named[0], tables) if named else ""
        if place is not None:
            yield f"the {half}", name
            yield f"The {half}", name


def _is_named(words: str, tables: ForceTables) -> str:
    found = tables.words.match(words.split(), 0)
    return found[1][0] if found and found[0] > 1 else ""


def _find_introduced(text: str, tables: ForceTables) -> Iterator[tuple[str, str, str]]:
    """ "the Niger Delta Front (NDF)": both names are one force; "the Chadian Armed Forces (CAF)" are a country's."""
    for match in _find_before(_INTRODUCED, _INITIALS, text):
        phrase, initials = match[1].removeprefix("The "), match[2]
        words = phrase.lower().replace("-", " ").split()
        if tables.bodies.isdisjoint(words) or not tables.offices.isdisjoint(words) or _is_known(initials, tables):
            continue
        known = _find_owner(phrase, words, tables)
        if known:
            yield initials, known, ""
            continue
        kind = "group" if tables.joint.isdisjoint(words) else "alliance"
        yield phrase, phrase, kind
        yield initials, phrase, kind


def _find_bodies(text: str, tables: ForceTables) -> Iterator[tuple[str, str, str]]:
    """ "The Sahel Resistance Front", "the Multinational Support Mission": a body whose name says what it is."""
    for match in _BODY.finditer(text):
        phrase, words = match[1], match[1].lower().split()
        known = _find_owner(phrase, words, tables) or _is_known(phrase, tables)
        if known or not tables.offices.isdisjoint(words) or words[0] in tables.descriptors:
            continue
        is_joint = not tables.joint.isdisjoint(words[:-1])
        if is_joint or (words[-1] in _OF_GROUPS and not tables.insurgent.isdisjoint(words[1:])):
            yield phrase, phrase, "alliance" if is_joint else "group"
            if words[-1] in _SHORT and f"he {match[1].split()[-1]} " in text.replace("'", " ").replace("’", " "):
                yield match[1].split()[-1], phrase, "group"  # "the 40th Front", which is "the Front" as well


def _find_outfits(text: str, folded: str, tables: ForceTables) -> Iterator[tuple[str, str, str]]:
    """ "The private military company Sandhill", "rebels of the N24 movement": a name beside what it is."""
    for place in islice(find_places(folded, tables.outfits.intersection(folded.split())), MOST * 50):
        after = _NAME_AFTER.match(text, place)
        armed = _WORD_BEFORE.search(text, max(0, place - 20), place)
        if after and armed and armed[1] in tables.armed:
            yield from _name_outfit(after[1], tables)
        called = _CALLED.match(text, place)
        if called and (text.startswith(("militia", "faction"), place) or (armed and armed[1] in tables.armed)):
            yield from _name_outfit(called[1], tables)
        before = _NAME_BEFORE.search(text, max(0, place - NEAR), place)
        rebels = _WORD_BEFORE.search(text, max(0, before.start() - 20), before.start()) if before else None
        members = _MEMBERS.search(text, max(0, before.start() - 30), before.start()) if before and rebels else None
        if before and members and members[1].lower() in tables.irregular | tables.fighters:
            yield from _name_outfit(before[0].strip(), tables)


def _name_outfit(name: str, tables: ForceTables) -> Iterator[tuple[str, str, str]]:
    words = name.split()
    is_known = _is_known(words[0], tables) or _is_known(words[-1], tables)  # "Iran-backed Houthi"
    if not is_known and not _find_owner(name, name.lower().split(), tables):
        yield name, name, "group"


def _find_before(pattern: re.Pattern[str], mark: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match of a pattern for a name with a mark behind it, tried only where the mark stands."""
    floor = 0
    for place in (found.start() for found in mark.finditer(text)):
        match = pattern.search(text, max(floor, place - FAR), place + FAR) if place >= floor else None
        if match:
            floor = match.end()
            yield match


def _find_owner(phrase: str, words: list[str], tables: ForceTables) -> str:
    """The force of the vocabulary that a longer name belongs to: "Mozambique Defence Forces", "UN Mission in Chad"."""
    raw = cut_tokens(phrase, 0, len(phrase)).raw
    found = tables.words.match(raw, 0)
    if found is None:
        return ""
    name = found[1][0]
    is_whole = found[0] == len(raw)
    is_states = tables.insurgent.isdisjoint(words) and tables.joint.isdisjoint(words)
    return name if is_whole or is_states or tables.kinds[name] == "alliance" else ""


def _find_coalitions(text: str, tables: ForceTables) -> Iterator[tuple[str, str, str]]:
    """ "The Kenyan-led coalition", which is "the coalition" as well."""
    for match in _find_before(_LED, _LEADING, text):
        name = f"{match[1].replace('.', '')}-led coalition"
        words = text[match.start(1) : match.end()]
        raw = cut_tokens(words, 0, len(words)).raw
        known = tables.words.match(raw, 0)
        if known:
            name = known[1][0]
        yield words, name, "alliance"
        yield match[2], name, "alliance"


def _find_at_fighters(text: str, folded: str, tables: ForceTables) -> Iterator[tuple[str, str, str]]:
    """ "Kuta militants", "the Ndele rebel group": a name of the text's own before a noun of fighters."""
    for match, noun in islice(_find_named_fighters(text, folded, tables), MOST * 50):
        words = match[0].split()
        if _ends_known(words, tables):
            continue  # "the Islamic State group" needs no "State"
        if _OPENING.search(text, max(0, match.start() - 6), match.start()) and not _is_inside(text, match[0].strip()):
            words = words[1:]
        while words and words[0].lower() in tables.descriptors:
            words = words[1:]
        name = " ".join(words)
        if name and not any(_is_unfit(word, tables) for word in words):
            yield name, f"{name} {noun}" if name in tables.tribes else name, "group"


def _ends_known(words: list[str], tables: ForceTables) -> bool:
    """Whether the last of the words are the name of a force that the vocabulary has."""
    found = ((at, tables.words.match(words, at)) for at in range(len(words)))
    return any(match is not None and at + match[0] == len(words) for at, match in found)


def _find_named_fighters(text: str, folded: str, tables: ForceTables) -> Iterator[tuple[re.Match[str], str]]:
    """Every name that stands right before a noun of fighters, with that noun."""
    nouns = tables.irregular | tables.naming
    for place in find_places(folded, nouns.intersection(folded.split())):
        noun = _SMALL_WORD.match(text, place)
        name = _NAME_BEFORE.search(text, max(0, place - NEAR), place) if noun and noun[0] in nouns else None
        if noun and name:
            yield name, noun[0]


def _is_inside(text: str, name: str) -> bool:
    """Whether a name stands inside a sentence too, where a capital is no chance."""
    place = text.find(f" {name}", 1)
    while place > 0:
        before = text[place - 1]
        if (before == "," or "a" <= before <= "z") and _EDGE.match(text, place + 1 + len(name)):
            return True
        place = text.find(f" {name}", place + 1)
    return False


def _is_unfit(word: str, tables: ForceTables) -> bool:
    """Whether a word is no name of a group: a description, a title, the name or adjective of a known force."""
    lower = word.lower()
    return (
        lower in tables.descriptors
        or word in tables.every.firsts
        or word.endswith(("'s", "’s"))
        or word.partition("-")[2].islower()  # "Iran-backed", "Kabul-based"
    )


def _is_known(name: str, tables: ForceTables) -> bool:
    return tables.words.match([name], 0) is not None
