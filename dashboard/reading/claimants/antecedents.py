"""Whom "he", "the agency" or a bare surname means: the one of that sort met before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dashboard.reading.claimants.homes import can_be_called, find_homeland, resolve_home
from dashboard.reading.claimants.initials import find_full_name
from dashboard.reading.claimants.meanings import can_mean
from dashboard.reading.claimants.met import LOOK_BACK, list_speakers, walk_back
from dashboard.reading.claimants.ministries import find_ministry, is_of_ministry
from dashboard.reading.claimants.parties import Speaker
from dashboard.reading.claimants.spokesmen import find_spoken_for, names_body
from dashboard.reading.context import Context
from dashboard.reading.sentence.names import resolve_party
from dashboard.reading.sentence.outlets import LINKED
from dashboard.reading.sentence.written import drop_article
from dashboard.reading.tables.names import ARTICLES, Party
from dashboard.reading.text.wordlist import is_name

BRANCHES: Final = ("navy", "air force", "ground forces", "border guard", "border police")


def find_in_context(context: Context, index: int, words: list[str], party: Party) -> Party:
    """ "The agency", "the defence minister", "the KDF", "Ruiz": the one of that kind or name met before."""
    meant = find_full_name(context, words) or _find_by_first_word(context, index, words)
    if meant:
        return meant
    if party.vague and party.kind in ("defence", "foreign", "interior", "intelligence"):
        found = find_nearest_of_kind(context, index, party.kind)
        if found and can_be_called(found.claimant, party.claimant):
            return replace(found, is_person=party.is_person)
    if is_of_ministry(words, context.words.names):
        return find_ministry(context, index, party)
    is_some_of = len(words) > 1 and words[1].lower() == "of" and words[0].lower() in ("one", "two", "some", "another")
    several = _find_several(context, index, words)
    if several:
        return several
    if _is_bare_noun(context, words):
        party = replace(party, vague=True)
    is_surname = len(words) <= 2 and is_name(words[-1]) and not party.country
    if is_some_of or not (is_surname or party.vague):
        return resolve_home(context, index, party)
    met = next(
        (other for other in _find_others(context, index) if can_mean(context, words, party, other)), (party, "")
    )[0]
    if met is party:
        met = _find_last_resort(context, index, party)
    if met.claimant.endswith(BRANCHES) and not party.template.endswith(BRANCHES):
        met = replace(party, country="", vague=True) if party.template else met  # "the military" is no coast guard
    return resolve_home(context, index, find_full_name(context, met.claimant.split()) or met)


def _is_bare_noun(context: Context, words: list[str]) -> bool:
    """ "The centre", "the force", "the movement"."""
    names = context.words.names
    is_known = words[-1].lower() in names.meanings or words[-1].lower() in names.institutions
    return len(words) == 2 and words[0].lower() == "the" and words[1].islower() and is_known


def _find_last_resort(context: Context, index: int, party: Party) -> Party:
    """ "The alliance" is the one named nearest, "the rebels" are the group that spoke last, if one did."""
    noun, names = party.claimant.lower(), context.words.names
    if noun in names.allied:
        return find_nearest_of_kind(context, index, "alliance", after=False) or party
    if party.vague and noun in names.groups and noun == party.claimant.lower():
        return find_nearest_of_kind(context, index, "group", after=False) or party
    nearest = next(_find_others(context, index), (party, ""))[0] if noun in names.rebels else party
    return nearest if nearest.kind == "group" and nearest.known else party


def _find_several(context: Context, index: int, words: list[str]) -> Party | None:
    """ "One of the officials", "a second official", "one of them": of those known who spoke before; else `None`."""
    lower = [word.lower() for word in words]
    if lower[1:] == ["of", "them"]:
        found = find_antecedent(context, index, "they")
        party = found.parties[0] if found and len(found.parties) == 1 and is_meant("they", found) else None
        return replace(party, is_person=True) if party and party.known else None
    if lower[1:3] == ["of", "the"]:
        bare = words[2:]
    elif len(words) == 3 and lower[0] in ("a", "the") and lower[1] in ("second", "third", "other"):
        bare = ["the", words[2]]
    elif len(words) == 2 and lower[0] == "another":
        bare = ["the", words[1]]
    else:
        return None
    party = find_in_context(context, index, bare, resolve_party(bare, context.words.names))
    return replace(party, is_person=True) if party.known and not party.inferred else None


def _find_by_first_word(context: Context, index: int, words: list[str]) -> Party | None:
    """ "The Islamist group" is "the group" where one is known, "the island's army" that of the country told of."""
    is_creed = len(words) == 3 and words[1].lower() in context.words.names.creeds
    is_linked = len(words) > 2 and words[-2].lower().endswith(LINKED)  # "the Geneva-based group"
    if words[0].lower() == "the" and (is_creed or is_linked):
        bare = ["the", words[-1]]
        party = resolve_party(bare, context.words.names)
        meant = find_in_context(context, index, bare, party)
        if meant.known or (is_linked and meant.claimant != party.claimant):
            return meant
    homeland = find_homeland(context, index, words)
    return resolve_party([*homeland.split(), *words[2:]], context.words.names) if homeland else None


def find_spoken_party(context: Context, index: int, words: list[str]) -> Party | None:
    """Whom "the group's spokesman" or "a spokesman for the KDF" speaks for: a body known, met before, or named."""
    body = find_spoken_for(words, context.words.names)
    if not body:
        return None
    if len(body) == 1 and f"{body[0].lower()}s" in context.words.names.rebels:
        body = ["the", f"{body[0].lower()}s"]  # "a rebel spokesman"
    party = resolve_party(body, context.words.names)
    if not party.known:
        party = find_in_context(context, index, body, party)
    last, names = body[-1].lower(), context.words.names
    is_bare = last in names.allied or last in names.groups | names.rebels or last == "ministry"
    is_met = is_bare and party.claimant != drop_article(body)
    is_body = is_met or (names_body(body, context.words.names) and party.kind != "leader")
    return replace(party, is_person=True) if is_body and party.kind != "media" else None


def _find_others(context: Context, index: int) -> Iterator[tuple[Party, str]]:
    """The parties met before, nearest first, each with the words that named and described it."""
    for speaker in walk_back(context, index):
        yield speaker.parties[0], f"{speaker.described} {speaker.text}".strip()


def find_nearest_of_kind(context: Context, index: int, kind: str, *, after: bool = True) -> Party | None:
    """The ministry (or service) that the article names nearest, before this place or else `after` it."""
    spellings = context.words.names.spellings.get(kind, {})
    if not spellings:
        return None
    key = ("kind", kind)
    if key not in context.memo:
        context.memo[key] = _find_all(context, spellings)
    here = context.sentences[index][0]
    found: list[tuple[int, str]] = [place for place in context.memo[key] if after or place[0] < here]
    if not found:
        return None
    nearest = min(found, key=lambda place: (place[0] > here, abs(place[0] - here), -len(place[1])))
    return resolve_party(nearest[1].split(), context.words.names)


def _find_all(context: Context, spellings: Mapping[str, Sequence[str]]) -> list[tuple[int, str]]:
    """Where an article has any of these spellings; only those are looked for whose last word it has."""
    found: list[tuple[int, str]] = []
    for spelling in (spelling for last in spellings.keys() & context.folded.split() for spelling in spellings[last]):
        start = context.text.find(spelling)
        while start >= 0:
            found.append((start, spelling))
            start = context.text.find(spelling, start + 1)
    return found


def find_antecedent(context: Context, index: int, pronoun: str) -> Speaker | None:
    """Who "he", "it" or "they" is: the nearest speaker before of that sort."""
    nearest = None
    for back in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        for speaker in list_speakers(context, back):
            nearest = nearest or speaker
            if is_meant(pronoun, speaker):
                return _resolve_again(context, back, speaker)
    return nearest if pronoun not in ("he", "she") else None


def is_meant(pronoun: str, speaker: Speaker) -> bool:
    party = speaker.parties[0]
    words = speaker.text.split()
    of = next((i for i, word in enumerate(words) if i and word in ("for", "of")), len(words))
    is_plural = len(speaker.parties) > 1 or words[of - 1].endswith("s")  # not "the Centre | for Human Rights"
    if pronoun in ("he", "she"):
        return party.is_person or _looks_like_person(speaker)
    return (pronoun == "it" and not party.is_person and not is_plural) or (pronoun == "they" and is_plural)


def _resolve_again(context: Context, index: int, speaker: Speaker) -> Speaker:
    """The speaker as he was first named: "he" is "the colonel", and the colonel is Colonel Kone."""
    party = speaker.parties[0]
    if len(speaker.parties) > 1 or party.known:
        return speaker
    return speaker._replace(parties=(find_in_context(context, index, speaker.text.split(), party),))


def _looks_like_person(speaker: Speaker) -> bool:
    words = speaker.text.split()
    is_body = speaker.parties[0].known or words[0].lower() in ARTICLES  # "The Taliban" is no "he"
    return not is_body and 2 <= len(words) <= 6 and all(is_name(word) for word in words[-2:])
