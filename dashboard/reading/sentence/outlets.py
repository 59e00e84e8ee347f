"""Those who pass on what others say: outlets and lawmakers, by the words that name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.reading.sentence.written import drop_article
from dashboard.reading.tables.names import ARTICLES, Match, Names, Party
from dashboard.reading.text.wordlist import is_name

LINKED: Final = (
    "-backed",
    "-based",
    "-run",
    "-owned",
    "-linked",
    "-led",
    "-funded",
    "-language",
    "-aligned",
    "-allied",
    "-supported",
)
OWNERS: Final = ("its", "their", "his", "her")


def resolve_relay(
    words: Sequence[str],
    near: list[Match],
    bodies: list[Match],
    found: tuple[Match | None, list[Match]],
    written: Party,
    names: Names,
) -> Party | None:
    """An outlet, or lawmakers: those who pass on what others say; `found` are the role and the countries."""
    role, countries = found
    outlet = next((match.entry for match in bodies if match.entry.kind == "media"), None)
    longer = any(match.entry.kind == "media" and match.entry.sort == "body" and match not in bodies for match in near)
    if (longer and not bodies) or (role and role.entry.kind == "media" and outlet):
        return Party(outlet.name if outlet else written.claimant, "media")
    if role is None or role.entry.kind not in ("media", "lawmakers"):
        return None
    if role.entry.kind == "media" and bodies:
        is_army_radio = bodies[-1].end == role.start and not bodies[-1].is_possessive and role.end == len(words)
        is_outlet = is_army_radio and not {"media", "press"}.intersection(words[role.start : role.end])
        return Party(written.claimant, "media") if is_outlet else None  # not "the army's media wing KMW"
    before = words[: role.start]
    if before and before[-1].lower().endswith(LINKED) and is_name(words[role.start]):
        return Party(drop_article(words[role.start :]), "media")  # "State-run | Press TV"
    is_named = (
        bool(before) and is_name(before[-1]) and before[-1].lower() not in (*ARTICLES, *OWNERS, *names.paper_kinds)
    )
    is_named = is_named and before[0].lower() not in ("a", "an")  # "a Lima newspaper"
    if role.entry.kind == "media" and not countries and is_named:
        is_own = is_name(words[role.end - 1]) and role.end == len(words)  # "Lusa Press", "the Gazette newspaper"
        is_own = is_own or _is_own_title(words, role)
        return Party(written.claimant if is_own else drop_article(before), "media")
    country = countries[0].entry.country if countries else ""
    is_bare = role.end - role.start >= len(drop_article(words).split())  # "the newspaper": one met before
    is_vague = is_bare and role.entry.kind == "media" and not countries
    return Party(written.claimant, role.entry.kind, country, bool(countries), is_vague, written.is_person)


def _is_own_title(words: Sequence[str], role: Match) -> bool:
    """ "Independent | outlet | Frontera": one word that opens a sentence, and behind the noun the name."""
    behind = words[role.end :]
    return role.start == 1 and words[role.end - 1].islower() and bool(behind) and all(map(is_name, behind))


def is_outlet(words: Sequence[str], names: Names) -> bool:
    """ "The Lima Herald", "the Gulf Daily News": a name of two words and more that ends in what a paper is called."""
    own = words[1:] if words and words[0].lower() in ARTICLES else words
    is_one = 2 <= len(own) <= 4 and own[-1].lower() in names.outlets
    return is_one and all(is_name(word) and word.isalpha() for word in own)
