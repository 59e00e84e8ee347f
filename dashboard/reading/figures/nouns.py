"""What a number counts: the noun after it, or before it, or none."""

from __future__ import annotations

from typing import Final, NamedTuple

from dashboard.reading.figures.elements import COUNTED, SKIPPED, is_head, read_element
from dashboard.reading.tables.nouns import NounWords
from dashboard.reading.text.tokens import NUMBER, Tokens

JOIN_REACH: Final = 5  # words from "including" to the number of its police
ABROAD: Final = 8  # words from a country to the number of its police
FARTHEST: Final = 12  # words from a number to the end of its noun
CROWD: Final = 100  # from here up, bodies are read as people
_FURTHER: Final = ("other", "more", "further", "additional", "extra")  # "27 other countries"


class Head(NamedTuple):
    """The noun of a number: its kind, and its place as tokens `start:end`.

    Kinds: "troops"; "people"; "national" (counted by their country); "body" ("a 3,000-strong brigade"); "pronoun"
    ("3,000 of them"); "whole" ("8,000 of the 10,000"); "measure" ("300 killed"); "none" (nothing follows that could be
    a noun); "other" (a noun that is no troops).
    """

    kind: str
    start: int
    end: int


def find_head(tokens: Tokens, place: int, value: int, words: NounWords) -> Head:
    """The noun that follows the number at `place`; `value` is its size (hundreds of units are people, two are not)."""
    at = _skip_qualifier(tokens, place + 1, words)
    if tokens.word(at) == "-" and tokens.starts[at] == tokens.ends[at - 1]:
        return _read_compound(tokens, at + 1, words)
    if tokens.word(at) == "strong":
        return Head("body", at, at + 1)
    if tokens.word(at) == "of":
        found = _read_of(tokens, at + 1, words)
        if isinstance(found, Head):
            return found
        at, value = found, max(value, 2)  # "one of the rebel | leaders" is no rebel
    return _walk(tokens, at, value, words)


def find_phrase(tokens: Tokens, at: int, words: NounWords) -> Head:
    """The noun of a phrase that begins at a place, counted in the plural: "the number of | soldiers"."""
    while tokens.word(at) in words.determiners:
        at += 1
    head = _walk(tokens, at, CROWD, words)
    noun = words.nouns.match(tokens.words, head.start) if head.kind == "other" and head.start < len(tokens) else None
    if noun and noun[1].kind in ("troops", "body", "bodies"):
        return Head("body", head.start, head.end)  # "the toll of | the guard"
    is_thing = head.kind == "none" and tokens.word(at).isalpha() and tokens.word(at) not in words.stops
    return Head("other", at, at) if is_thing else head  # "the number of | daily attacks"


def _skip_qualifier(tokens: Tokens, at: int, words: NounWords) -> int:
    """Past a closing quotation mark, "+", "-plus", "or so", "or more", "at least"."""
    if tokens.word(at) in SKIPPED:
        at += 1
    if tokens.word(at) == "+":
        return at + 1
    if tokens.word(at) == "-" and tokens.word(at + 1) in words.goes_on:
        return at + 2
    if tokens.word(at) in ("or", "at") and tokens.word(at + 1) in words.qualifying:
        return at + 2
    return at + 1 if tokens.word(at) == "plus" else at


def _read_compound(tokens: Tokens, at: int, words: NounWords) -> Head:
    """After a number and a hyphen: "100,000-strong army", "3,000-member force"; "3,000-km front" is another matter."""
    first = tokens.word(at).split("-")[0]
    if first not in words.compounds:
        return Head("other", at, at + 1)
    for after in range(at + 1, min(at + 7, len(tokens))):
        found = words.nouns.match(tokens.words, after)
        if found and found[1].kind in ("body", "troops", "bodies"):
            return Head("body", after, after + found[0])
        if tokens.word(after) in words.stops:
            break
    return Head("body", at, at + 1) if first in ("strong", "soldier", "troop") else Head("other", at, at + 1)


def _read_of(tokens: Tokens, at: int, words: NounWords) -> Head | int:
    """After "of": "them", "the 10,000", or the place where the noun phrase goes on."""
    rest = at + (tokens.word(at) in words.determiners)
    if tokens.word(rest) == "own" and (tokens.word(rest + 1) in words.stops or not tokens.word(rest + 1).isalpha()):
        return Head("none", rest + 1, rest + 1)  # "they lost six of their own"
    if tokens.word(rest) in words.rest:
        return Head("pronoun", rest, rest + 1)  # "six of the rest"
    is_whole = tokens.word(at) in ("them", "whom", "us")  # not "of these soldiers"
    if tokens.word(at) in words.pronouns and (
        is_whole or tokens.word(at + 1) not in ("soldiers", "troops", "men", "fighters")
    ):
        end = tokens.word(at + 1)
        if is_whole or end in words.stops or not end.isalpha():
            return Head("pronoun", at, at + 1)
    while tokens.word(at) in words.determiners:
        at += 1
    if tokens.word(at) == NUMBER or (
        tokens.word(at + 1) == NUMBER and (tokens.owns[at] or tokens.word(at) in words.before_whole)
    ):
        of_what = _walk(tokens, at + 1 + (tokens.word(at) != NUMBER), 2, words).kind
        return Head("other" if of_what == "other" else "whole", at, at + 1)  # "two of the four battalions"
    return at


def _walk(tokens: Tokens, at: int, value: int, words: NounWords) -> Head:
    """Along the modifiers to the noun: "1,500 well-trained Malian special forces soldiers"."""
    first = at
    tentative: Head | None = None  # "12,000 Chinese" are people unless a noun follows
    civilian = False
    plain = True
    kind = last = ""
    while at < min(len(tokens), first + FARTHEST):
        kind, width = read_element(tokens, at, value, words, plain=plain)
        is_loose = tentative and kind == "unknown" and not _leads_to_troops(tokens, at, words)
        is_told = kind == "unknown" and last == "attribute" and _is_past(tokens, at, words)
        if kind == "end" or is_loose or is_told or (kind == "unknown" and last == "thing"):
            break
        if kind in COUNTED:
            if not is_head(tokens, at + width, value, words):
                return _accept(tokens, first, Head(kind, at, at + width), value, words, civilian=civilian)
        elif kind in ("both", "measure"):
            tentative = Head("national" if kind == "both" else kind, at, at + width)
        elif kind == "other":
            return Head("other", at, at + width)
        civilian = civilian or tokens.words[at] in words.civilian
        plain = plain and (kind != "unknown" or _is_verb(tokens.words[at], words))
        at += width
        last = "thing" if kind == "unknown" and _is_thing(tokens.raw[at - width], words) else kind
    if tentative and (kind != "unknown" or _is_verb(tokens.word(at), words)):
        return Head("other", first, at) if civilian else tentative
    if tentative:
        return Head("other", first, at)
    if last == "attribute" and at > first:
        return _judge_attribute(tokens, first, at, value, words)
    return _judge_nothing(tokens, first, at, words)


def _is_past(tokens: Tokens, at: int, words: NounWords) -> bool:
    """Whether a verb tells what is done with a body of troops: "the rebel force | gathered | around the town"."""
    return tokens.words[at].endswith("ed") and tokens.word(at + 1) in words.stops


def _leads_to_troops(tokens: Tokens, at: int, words: NounWords) -> bool:
    """Whether what follows a nationality describes troops: "120 French | air defence troops"."""
    if tokens.word(at) in ("and", "or", ","):
        return True  # the list goes on to troops, or it would end here: "120 Houthis | and allied fighters"
    for after in range(at, min(at + 4, len(tokens))):
        noun = words.nouns.match(tokens.words, after)
        if noun or not tokens.raw[after].islower() or _is_verb(tokens.words[after], words):
            return noun is not None and noun[1].kind == "troops"
        if tokens.words[after] in words.stops:
            return False
    return False


def _judge_attribute(tokens: Tokens, first: int, at: int, value: int, words: NounWords) -> Head:
    """What a number counts when its noun phrase ends, at `at`, in a word that seldom ends one."""
    if _shares_noun(tokens, at, words):
        return Head("troops", first, at)
    force = words.adjectives.match(tokens.raw, first)
    is_force = force is not None and first + force[0] == at and not tokens.owns[at - 1]
    if is_force and not _shares_thing(tokens, at, words):
        return Head("national", first, at)  # "13,000 foreign troops: 8,500 American"
    for start in range(max(first, at - 3), at):
        body = words.nouns.match(tokens.words, start)
        if body and start + body[0] == at and body[1].kind == "body" and value >= CROWD:
            return Head("body", start, at)
    return Head("other", at - 1, at)


def _shares_thing(tokens: Tokens, at: int, words: NounWords) -> bool:
    """Whether what follows is of things: "12 Thai | and 30 Lao helicopters", "1,000 British | and Dutch tourists"."""
    if tokens.word(at) not in ("and", "or", ","):
        return False
    is_counted = tokens.word(at + 1) == NUMBER
    first = after = at + 1 + is_counted
    while after < len(tokens) and words.adjectives.match(tokens.raw, after):
        after += 1
    thing = tokens.word(after)
    named = is_counted or (after > first and not _is_verb(thing, words) and not words.nouns.match([thing], 0))
    return named and thing.isalpha() and thing not in words.stops


def _accept(tokens: Tokens, first: int, head: Head, value: int, words: NounWords, *, civilian: bool) -> Head:
    """The head, unless it owns something else ("300 soldiers' families") or is civilian ("500 police officers")."""
    if head.kind == "crowd":
        return Head("troops" if value >= CROWD else "other", head.start, head.end)
    if (
        civilian
        and head.kind == "people"
        and (_joins_troops(tokens, head.end, words) or _are_sent(tokens, first, head, words))
    ):
        return Head("troops", head.start, head.end)  # "100 police officers and soldiers"
    ranked = value > 1 and not civilian and tokens.word(head.start) in words.ranked
    if ranked and words.adjectives.match(tokens.raw, head.start - 1):
        return Head("troops", head.start, head.end)  # "60 Sudanese officers"
    if tokens.owns[head.end - 1] or (civilian and head.kind == "people"):
        return Head("other", head.start, head.end)
    return head


def _are_sent(tokens: Tokens, first: int, head: Head, words: NounWords) -> bool:
    """Whether police are a country's in a mission: "400 Kenyan police officers have deployed to Haiti"."""
    police = "police" in tokens.words[first : head.end]
    named = any(words.adjectives.match(tokens.raw, at) for at in range(first, head.start))
    is_mission = named and not words.missions.isdisjoint(tokens.words)
    return police and (is_mission or _go_abroad(tokens, first, head.end, words) or _is_in_force(tokens, first, words))


def _is_in_force(tokens: Tokens, first: int, words: NounWords) -> bool:
    """Whether police are counted in a force with its soldiers: "13,000 soldiers and | 900 police officers"."""
    before = tokens.words[:first]
    is_force = not words.missions.isdisjoint(tokens.words) or not words.uniformed.isdisjoint(before)
    joins = before[max(0, first - JOIN_REACH) : first - 1]
    is_beside = "including" in joins or "among" in joins or "and" in joins
    return is_force and is_beside and before.count(NUMBER) > 1


def _go_abroad(tokens: Tokens, first: int, end: int, words: NounWords) -> bool:
    """Whether one country's go to another: "Kenya has deployed 400 police officers | to Haiti"."""
    verbs = words.missions | words.sends
    if tokens.word(end) not in ("to", "in", "into") or verbs.isdisjoint(tokens.words[max(0, first - ABROAD) : first]):
        return False
    there = words.adjectives.match(tokens.raw, end + 1) if end + 1 < len(tokens) else None
    before = (words.adjectives.match(tokens.raw, at) for at in range(max(0, first - ABROAD), first))
    homes = {found[1] for found in before if found}
    return there is not None and bool(homes) and there[1] not in homes


def _joins_troops(tokens: Tokens, at: int, words: NounWords) -> bool:
    """Whether troops stand beside a noun, under its number."""
    noun = words.nouns.match(tokens.words, at + 1) if tokens.word(at) == "and" and at + 1 < len(tokens) else None
    return noun is not None and noun[1].kind == "troops"


def _shares_noun(tokens: Tokens, at: int, words: NounWords) -> bool:
    """Whether the noun is that of the number after it: "one Thai and four Lao soldiers"."""
    if tokens.word(at) not in ("and", "or", ",") or tokens.word(at + 1) != NUMBER:
        return False
    for after in range(at + 2, min(at + 6, len(tokens))):
        noun = words.nouns.match(tokens.words, after)
        if noun and noun[1].kind in COUNTED:
            return True
        if tokens.words[after] in words.stops or not tokens.words[after].isalpha():
            return False
    return False


def _judge_nothing(tokens: Tokens, first: int, at: int, words: NounWords) -> Head:
    """What a number counts when no counted noun was found: nothing named, or some other thing."""
    if tokens.word(first) == "police" and at == first + 1 and _is_in_force(tokens, first, words):
        return Head("troops", first, at)  # "9,000 uniformed personnel, including | 900 police"
    if tokens.word(at - 1) in words.crews and _joins_troops(tokens, at, words):
        return Head("troops", first, at)  # "thousands of builders | and sappers"
    if tokens.word(first) == "more" and tokens.word(first + 1) in words.likely:
        return Head("none", first, first)
    is_thing = tokens.word(first) in _FURTHER and at > first + 1 and not _is_verb(tokens.word(first + 1), words)
    if not is_thing and (at == first or _is_verb(tokens.word(first), words)):
        return Head("none", first, first)
    return Head("other", first, at)


def _is_thing(raw: str, words: NounWords) -> bool:
    """Whether an unknown word looks like a plural noun: "20 countries sent soldiers" counts countries."""
    return (
        raw[-1] == "s"
        and raw[:-1].islower()
        and raw[-2:] not in ("ss", "us", "is")
        and len(raw) > 3
        and raw not in words.modifiers
    )


def _is_verb(word: str, words: NounWords) -> bool:
    if word in words.attributes:
        return False
    return word in words.verbs or word.endswith(("ed", "ly")) or (word.endswith("ing") and len(word) > 5)
