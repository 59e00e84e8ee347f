"""Whose ministry or army "the defence ministry" is: of the country last named with a body of that kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.reading.context import Context
from dashboard.reading.tables.names import Match, Party, find_matches
from dashboard.reading.text.wordlist import WordList


def resolve_home(context: Context, index: int, party: Party) -> Party:
    """The body of its country, marked as inferred; the party itself when it is no such body or no country is named.

    A minister under his own name is his country's where the article names such a ministry, and bodies of no other
    country; else he stays as he is written: his country is not told by another's.
    """
    if party.known or party.country or not party.template or (not party.vague and party.kind == "government"):
        return party
    names = context.words.names
    country, only = _find_country_of_kind(context, index, party), _find_only_country(context)
    if only and not can_be_called(names.bodies.get((only, party.kind), ""), party.claimant):
        only = ""
    if not party.vague and country != only:
        return party
    country = (
        country or only or (_find_topic(context, index) if party.vague and party.kind in ("army", "defence") else "")
    )
    if not country:
        return party
    written = party.template.format(adjective=names.adjectives.get(country, country), country=country)
    body = names.bodies.get((country, party.kind)) or written
    return replace(party, claimant=body, country=country, known=True, vague=False, inferred=True)


def can_be_called(body: str, written: str) -> bool:
    """Whether "the defence ministry" or "the minister" can be meant for a body: not for a "Department of Defense"."""
    return "Department" not in body or "minist" not in written.lower()


def find_homeland(context: Context, index: int, words: Sequence[str]) -> str:
    """ "Taiwan has 169,000 soldiers, | the island's defence ministry | says": the country told of; else empty."""
    if len(words) < 3 or [words[0].lower()] != ["the"] or words[1].lower() not in context.words.names.homelands:
        return ""
    for near in range(index, max(-1, index - 3), -1):
        first = context.opening(near)
        opening = next((match for match in find_named(context, near) if match.entry.sort == "country"), None)
        if opening and opening.start - first <= 1:
            return opening.entry.country
    return ""


def _find_country_of_kind(context: Context, index: int, party: Party) -> str:
    """The country whose ministry, army or other body of this kind is named last before a sentence ends, or next."""
    bodies = context.words.names.bodies
    named = [
        (place, country)
        for place, kind, country in _list_bodies(context)
        if kind == party.kind and can_be_called(bodies.get((country, kind), ""), party.claimant)
    ]
    before = [country for place, country in named if place <= index]
    behind = [country for place, country in named if place > index]
    return before[-1] if before else behind[0] if behind else ""


def _find_topic(context: Context, index: int) -> str:
    """ "Chad has lost many men. Nine died on Friday, the army said": the one country its paragraph has told of."""
    for near in range(index, max(-1, index - 3), -1):
        matches = [match for match in find_named(context, near) if match.entry.sort == "country"]
        if len({match.entry.country for match in matches}) > 1:
            return ""
        tokens, first = context.tokens(near), context.opening(near)
        if matches and matches[0].start == first and _is_subject(context, tokens, matches[0].end):
            return matches[0].entry.country
        if matches and matches[0].start == first + 1 and _is_government(context, tokens, matches[0].end):
            return matches[0].entry.country
        if near and "\n" in context.text[context.sentences[near - 1][1] : context.sentences[near][0]]:
            return ""
    return ""


def _is_subject(context: Context, tokens: WordList, behind: int) -> bool:
    """Whether a country is what a sentence tells of: "Chad | has lost men"; in a headline, "Chad | 'lost 40 men'"."""
    is_headline = tokens.lower[-1] not in (".", "!", "?", "”", '"') and not tokens.words[behind].endswith("'s")
    return is_headline or tokens.lower[behind] in context.words.grammar.auxiliaries


def _is_government(context: Context, tokens: WordList, noun: int) -> bool:
    """ "The Chadian | government | sounds calm"."""
    return tokens.lower[noun] in context.words.names.governments


def _find_only_country(context: Context) -> str:
    """The one country whose officials, ministries or forces the article names, if it is one."""
    countries = {country for _, _, country in _list_bodies(context)}
    return countries.pop() if len(countries) == 1 else ""


def find_only_army(context: Context) -> str:
    """The one country whose bodies the article names, where its army is one of them."""
    country = _find_only_country(context)
    return country if any(kind == "army" for _, kind, _ in _list_bodies(context)) else ""


def _list_bodies(context: Context) -> list[tuple[int, str, str]]:
    """Every body of a country that an article names: its sentence, its kind and its country."""
    key = ("bodies",)
    if key not in context.memo:
        context.memo[key] = [
            (index, *found)
            for index in range(len(context.sentences))
            for found in _find_bodies(context.tokens(index).words, find_named(context, index))
        ]
    bodies: list[tuple[int, str, str]] = context.memo[key]
    return bodies


def _find_bodies(words: list[str], matches: list[Match]) -> Iterator[tuple[str, str]]:
    for match in matches:
        if match.entry.sort in ("person", "body") and match.entry.country:
            yield match.entry.kind, match.entry.country
    owned = -1
    for one, other in pairwise(matches):
        between = words[one.end : other.start]
        if (
            (one.entry.sort, other.entry.sort) == ("country", "role")
            and len(between) <= 2
            and all(map(str.isalpha, between))
        ):
            owned = other.start
            yield other.entry.kind, one.entry.country
        elif (one.entry.sort, other.entry.sort) == ("role", "country") and _joins(between, one, owned):
            yield one.entry.kind, other.entry.country


def _joins(between: list[str], role: Match, owned: int) -> bool:
    """ "The army | of | Chad", "the army | in | Chad": not "Togo's army in Chad", which begins at `owned`."""
    is_in = between[:1] == ["in"] and role.start != owned and bool(role.entry.name)
    return len(between) <= 2 and (is_in or between[:1] == ["of"])


def find_named(context: Context, index: int) -> list[Match]:
    """The names and nouns of sentence number `index` that the vocabulary knows."""
    key = ("names", index)
    if key not in context.memo:
        context.memo[key] = find_matches(context.tokens(index).words, context.words.names)
    matches: list[Match] = context.memo[key]
    return matches
