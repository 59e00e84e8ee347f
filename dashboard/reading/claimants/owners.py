"""Whose man speaks where the words alone do not tell: "its minister", "a spokesman", "an official of the group"."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Final

from dashboard.reading.claimants.antecedents import find_in_context
from dashboard.reading.claimants.homes import find_named
from dashboard.reading.claimants.met import is_institution, list_speakers, read_opening, walk_back
from dashboard.reading.claimants.ministries import MINISTRIES
from dashboard.reading.context import Context
from dashboard.reading.sentence.names import resolve_party
from dashboard.reading.tables.names import Party, find_matches
from dashboard.reading.text.phrases import TokenSpan
from dashboard.reading.text.wordlist import WordList, is_name

OF_THE: Final = (["of", "the"], ["from", "the"], ["in", "the"], ["with", "the"], ["for", "the"])
GROUPS: Final = (["group"], ["movement"])
BODIES: Final = frozenset({"army", "defence", "foreign", "interior", "alliance", "mission", "group", "police"})
SPOKEN_FOR: Final = BODIES | {"intelligence"}


def find_owner(context: Context, index: int, tokens: WordList, span: TokenSpan) -> Party | None:
    """ "Its defence minister", "their spokesman": of the country or body last named."""
    if tokens.lower[span[0]] not in ("its", "their", "his", "her") or span[1] - span[0] < 2:
        return None
    names, own_words = context.words.names, tokens.lower[slice(*span)]
    if own_words[-1] in names.kept or not any(
        word in context.words.grammar.roles | names.voices | names.papers | names.own_papers for word in own_words
    ):
        return None  # "her party", "their captors"
    opening = read_opening(context, index)
    owner = None if opening else _find_owner_of_troops(context, index, tokens.words[span[0] + 1 : span[1]])
    if owner:
        return owner
    before = [opening] if opening else []
    for speaker in chain(before, walk_back(context, index)):
        party = speaker.parties[0]
        is_voice = tokens.lower[span[1] - 1] in context.words.names.voices
        is_body = not party.known and is_voice and is_institution(context, speaker.text.split())
        if not (party.known or is_body) or party.is_person != (tokens.lower[span[0]] in ("his", "her")):
            continue
        words = [*party.country.split(), *tokens.words[span[0] + 1 : span[1]]]
        is_government = party.kind in ("government", "person", "leader") or own_words[1:] == ["government"]
        own = resolve_party(words, context.words.names) if party.country and is_government else party
        if not own.known and tokens.lower[span[1] - 1] in context.words.names.spokesmen:
            own = party  # "The Kremlin ... Its spokesman"
        return replace(own, is_person=True) if own.known or is_body else None
    return None


def _find_owner_of_troops(context: Context, index: int, words: list[str]) -> Party | None:
    """ "Uganda's troops are there, its army said": of the country whose troops the sentence opens with."""
    first = context.opening(index)
    tokens = context.tokens(index)
    opening = find_matches(tokens.words[first : first + 3], context.words.names)
    if not opening or opening[0].entry.sort != "country":
        return None
    own = resolve_party([*opening[0].entry.country.split(), *words], context.words.names)
    return replace(own, is_person=True) if own.known else None


def find_group(context: Context, index: int, words: list[str]) -> Party | None:
    """ "An official | of the Lebanese group |": of the one met before, not of the country or its people."""
    names = context.words.names
    at = next((i for i in range(1, len(words) - 3) if [w.lower() for w in words[i : i + 2]] in OF_THE), 0)
    if not at or words[at + 2].lower() not in names.creeds or [words[at + 3]] not in GROUPS:
        return None
    opening = read_opening(context, index)
    if opening and opening.kind == "group":
        return replace(opening.parties[0], is_person=True)
    party = find_in_context(context, index, ["the", words[at + 3]], resolve_party(["the", words[at + 3]], names))
    return replace(party, is_person=True) if party.kind == "group" and party.known else None


def find_own_body(context: Context, index: int, words: list[str]) -> Party | None:
    """ "The army has 300 men there. | A spokesman | said": for the body that his sentence or the one before opens with.

    Else for the ministry whose doings he tells of first: "A spokesman said the defence ministry had ...".
    """
    if not (len(words) == 2 and words[0].lower() == "a" and words[1].lower() in context.words.names.spokesmen):
        return None
    for near in (index, index - 1) if index else (index,):
        opening = read_opening(context, near)
        party = opening.parties[0] if opening and " and " not in opening.text else None
        if party and party.known and party.kind in SPOKEN_FOR:
            return replace(party, is_person=True)
    told = next((match for match in find_named(context, index) if match.entry.kind in BODIES), None)
    if told is None or told.entry.sort != "body" or told.entry.kind not in MINISTRIES:
        return None
    return Party(told.entry.name, told.entry.kind, told.entry.country, is_person=True, inferred=True)


def find_body_before(context: Context, index: int, words: list[str]) -> Party | None:
    """ "The palace declined to comment. "We ...," | spokeswoman Ana Kone | said": of the one body spoken of before."""
    start = words[0].lower() == "government"
    if not index or len(words) < start + 2 or words[start].lower() not in context.words.names.spokesmen:
        return None
    if not all(map(is_name, words[start + 1 :])):
        return None
    before = {party for speaker in list_speakers(context, index - 1) for party in speaker.parties}
    party = before.pop() if len(before) == 1 else None
    is_body = party and party.known and not party.is_person and party.kind != "media"
    return replace(party, is_person=True) if party and is_body and (party.country or not start) else None
