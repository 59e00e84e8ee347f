"""Which ministry "the ministry" is where no ministry has spoken before: the one that the article names last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dashboard.reading.claimants.homes import find_named, find_only_army, resolve_home
from dashboard.reading.context import Context
from dashboard.reading.tables.names import ARTICLES, Names, Party

MINISTRIES: Final = frozenset({"defence", "foreign", "interior"})
HOLDERS: Final = frozenset({"ministry", "ministry's"})
# Before "ministry" where it is the one meant, or one that the vocabulary knows.
KNOWN: Final = frozenset({"the", "a", "its", "defence", "defense", "foreign", "interior", "home", "affairs"})
FARTHEST: Final = 30  # sentences back


def is_of_ministry(words: Sequence[str], names: Names) -> bool:
    """ "The ministry", "ministry officials", "a ministry statement": not "the health ministry", "ministry sources"."""
    lower = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
    if lower and lower[0] in ARTICLES:
        lower = lower[1:]
    return lower[:1] == ["ministry"] and names.ministry_voices.issuperset(lower[1:])


def find_ministry(context: Context, index: int, party: Party) -> Party:
    """ "A paper of the Peruvian defence ministry was leaked. | The ministry | ...": Peru's; else `party` as it is.

    Where nothing before is a ministry or minister and only one country's army is told of, it is that of defence.
    """
    for back in range(index, max(-1, index - FARTHEST), -1):
        kind = _find_last_kind(context, back)
        if kind is not None:
            template = _find_template(context, kind)
            other = _find_last_government(context, back, index)
            if other:
                party = replace(party, country=other)
            return _resolve(context, back, party, kind, template) if template else party
    template = _find_template(context, "defence")
    return _resolve(context, index, party, "defence", template) if template and find_only_army(context) else party


def _find_last_kind(context: Context, index: int) -> str | None:
    """Of what the last ministry or minister of a sentence is: "" for one unknown, `None` for "the ministry" alone."""
    words = context.word_set(index)
    kinds = [
        (match.start, match.entry.kind)
        for match in find_named(context, index)
        if match.entry.kind in MINISTRIES and match.entry.sort != "person"
    ]
    if words.isdisjoint(HOLDERS):
        return kinds[-1][1] if kinds else None
    tokens = context.tokens(index)
    places = [i for i, word in enumerate(tokens.lower) if word.removesuffix("'s") in HOLDERS]
    kinds += [(i, "") for i in places if tokens.lower[i - 1] not in KNOWN]
    return max(kinds)[1] if kinds else None


def _find_last_government(context: Context, since: int, index: int) -> str:
    """ "Lima's ministry told it. | Quito | denied it. The ministry ...": the country that speaks in between."""
    grammar = context.words.grammar
    for near in range(index - 1, since, -1):
        tokens, named = context.tokens(near), find_named(context, near)
        if not named or named[0].entry.sort != "country" or named[0].start != context.opening(near):
            continue
        behind = tokens.lower[named[0].end : named[0].end + 1]
        if behind and (behind[0] in grammar.saying or behind[0] in grammar.auxiliaries):
            return named[0].entry.country
    return ""


def _find_template(context: Context, kind: str) -> str:
    names = context.words.names
    return next((entry.name for entry in names.entries.values() if entry.sort == "role" and entry.kind == kind), "")


def _resolve(context: Context, index: int, party: Party, kind: str, template: str) -> Party:
    body = context.words.names.bodies.get((party.country, kind))
    if party.country:
        adjective = context.words.names.adjectives.get(party.country, party.country)
        body = body or template.format(adjective=adjective, country=party.country)
        return replace(party, claimant=body, kind=kind, known=True, vague=False, inferred=True)
    bare = Party(party.claimant, kind, known=False, vague=True, is_person=party.is_person, template=template)
    home = resolve_home(context, index, bare)
    return home if home.known else party
