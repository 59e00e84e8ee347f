"""From the words that name a speaker to the claimant: "Chad's defence minister" is "Chadian Ministry of Defence"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.reading.sentence.outlets import LINKED, is_outlet, resolve_relay
from dashboard.reading.sentence.written import cut_own_name, drop_article, drop_brackets, drop_paper
from dashboard.reading.tables.names import ARTICLES, Entry, Match, Names, Party, find_matches
from dashboard.reading.text.wordlist import drop_possessive, is_name

# Of two nouns in one phrase the earlier of these says whose voice it is: a "defence ministry official" is the ministry.
KINDS: Final = (
    "media",
    "defence",
    "foreign",
    "interior",
    "intelligence",
    "army",
    "police",
    "lawmakers",
    "leader",
    "government",
    "speaker",
)


STAFFS: Final = (["staff"], ["command"], ["directorate"], ["secretariat"], ["headquarters"])  # these are no general
MOST_KNOWN: Final = 4_000  # phrases remembered: news names the same few speakers again and again


def resolve_party(words: Sequence[str], names: Names) -> Party:
    """The claimant of one noun phrase.

    A person or body of the vocabulary goes before a country with a role, that before a country alone; anything else
    is kept as it is written, without a leading "the".
    """
    key = tuple(words)
    if key not in names.known:
        if len(names.known) >= MOST_KNOWN:
            names.known.clear()
        names.known[key] = _resolve_party(words, names)
    return names.known[key]


def _resolve_party(words: Sequence[str], names: Names) -> Party:
    words = drop_paper(words, names)
    matches = find_matches(words, names)
    kept = drop_article(drop_brackets(cut_own_name(words, names)))
    is_person = _is_person(words, matches, names)
    written = Party(kept, _find_kind(matches), known=False, is_person=is_person)
    if any(word.lower() in names.former for word in words):
        return written
    office = _find_office_of(words, names)
    if office:
        return office
    people = [match for match in matches if match.entry.sort == "person" and _speaks(match, words, names)]
    if people:
        entry = people[-1].entry
        return Party(entry.name, entry.kind, entry.country, is_person=True)
    surname = _find_surname(words, matches, names)
    if surname:
        return Party(surname.name, surname.kind, surname.country, is_person=True)
    return _resolve_body(words, matches, written, names)


def _find_office_of(words: Sequence[str], names: Names) -> Party | None:
    """ "Mr Ruiz's office", "Ruiz's spokesman": the person known by that surname; `None` where it is nobody's."""
    at = next((i for i, word in enumerate(words) if word.endswith(("'s", "’s"))), None)
    if at is None or at + 1 == len(words) or any(word.lower() not in names.voices for word in words[at + 1 :]):
        return None
    owner = [*words[:at], drop_possessive(words[at].replace("’", "'"))]
    entry = _find_surname(owner, find_matches(owner, names), names)
    return Party(entry.name, entry.kind, entry.country) if entry else None


def _speaks(match: Match, words: Sequence[str], names: Names) -> bool:
    """Whether a person named in a phrase is the one who speaks: "Tusk" and "Tusk's office", not "Tusk's guests"."""
    return not match.is_possessive or all(word.lower() in names.voices for word in words[match.end :] if word.isalpha())


def _find_kind(matches: list[Match]) -> str:
    kinds = {match.entry.kind for match in matches if match.entry.sort in ("role", "body") and not match.is_away}
    for kind in KINDS:
        if kind in kinds:
            return kind
    return next(iter(sorted(kinds)), "")


def _is_person(words: Sequence[str], matches: list[Match], names: Names) -> bool:
    """Whether a phrase names one person: a title, or a noun of one speaker and not of a body."""
    if words and words[0].lower() in ("mr", "mrs", "ms", "dr"):
        return True
    lower = [word.lower() for word in words]
    last = {word for i, word in enumerate(lower) if not (word == "general" and lower[i + 1 : i + 2] in STAFFS)}
    if last & names.singular:
        return True
    covered = {i for match in matches for i in range(match.start, match.end)}
    capitals = [
        i for i, word in enumerate(words) if is_name(word) and i not in covered and word.lower() not in ARTICLES
    ]
    return 1 <= len(capitals) == len(words) <= 4


def _find_surname(words: Sequence[str], matches: list[Match], names: Names) -> Entry | None:
    """A person known by the last word alone: "Mr Austin", "Defence Secretary Healey"."""
    if not words:
        return None
    entry = names.surnames.get(words[-1].lower().replace("’", "'"))
    if entry is None or not is_name(words[-1]):
        return None
    covered = {i for match in matches for i in range(match.start, match.end)}
    before = {word.lower().strip(".") for i, word in enumerate(words[:-1]) if i not in covered}
    rest = before - names.titles - names.fillers
    countries = {match.entry.country for match in matches if match.entry.sort == "country" and not match.is_away}
    if rest or (countries and entry.country not in countries):
        return None
    return None if len(words) - 1 in covered else entry


def _resolve_body(words: Sequence[str], matches: list[Match], written: Party, names: Names) -> Party:
    near = [match for match in matches if not match.is_away or _is_office(words, match, names)] or matches
    roles = sorted(
        (match for match in near if match.entry.sort == "role"), key=lambda match: KINDS.index(match.entry.kind)
    )
    role = roles[0] if roles else None
    countries = [match for match in near if match.entry.sort == "country"] or _find_seats(words, matches, role, names)
    bodies = [match for match in near if match.entry.sort == "body" and not _is_part_of_name(words, match, matches)]
    bodies = bodies or [match for match in matches if match.entry.sort == "body" and _works_at(words, match, names)]
    if words[-1:] != [] and words[-1].lower() in names.envoys:
        bodies = [match for match in bodies if match.entry.kind not in names.unions]
    if not bodies and is_outlet(words, names):
        return Party(written.claimant, "media")
    relay = resolve_relay(words, near, bodies, (role, countries), written, names)
    if relay:
        return relay
    if bodies and not (countries and role and countries[0].start < bodies[0].start and role.start > bodies[0].start):
        body = bodies[0].entry
        return Party(body.name, body.kind, body.country, is_person=written.is_person)
    if countries and not (role and _has_name_before(words, matches, countries[0], role, names)):
        return _resolve_country(words, matches, countries[0], role, written, names)
    leader = _resolve_leader(words, matches, role, names)
    if leader:
        return leader
    return _keep_as_written(words, role, written, names)


def _find_seats(words: Sequence[str], matches: list[Match], role: Match | None, names: Names) -> list[Match]:
    """The country that somebody without another speaks in, and for: "officials in Seoul"."""
    if role is None or "and" in words or any(word.lower() in names.posted for word in words):
        return []  # "the ambassador in Rome" is not Italy's
    if any(is_name(word) and word.lower() not in ARTICLES for word in words[: role.start]):
        return []
    return [match for match in matches if match.entry.sort == "country" and words[match.start - 1].lower() == "in"]


def _keep_as_written(words: Sequence[str], role: Match | None, written: Party, names: Names) -> Party:
    """One that no table names, and whether the article can: "the defence minister", not "Western officials"."""
    is_bare = bool(role) and not any(is_name(word) for word in words[1:])
    is_abroad = any(word.lower() in names.regions for word in words)  # "Western officials" are nobody's met before
    is_nobodys = (
        "local" in words or is_abroad or (_is_source(words) and words[0].lower() != "the")
    )  # "a local defence force"
    is_vague = (is_bare or _is_capital_role(words, role)) and not is_nobodys
    vague_kind = role.entry.kind if role else written.kind
    return Party(
        written.claimant,
        vague_kind,
        known=False,
        vague=is_vague,
        is_person=written.is_person,
        template=_find_template(words, role, names) if role and (is_vague or _is_named_office(words, role)) else "",
    )


def _works_at(words: Sequence[str], body: Match, names: Names) -> bool:
    """ "Officials at | the Pentagon", "a spokeswoman at | NATO": they speak for it; not "a diplomat at the UN"."""
    at = body.start - 1 - (words[body.start - 1].lower() in ARTICLES)
    if at < 1 or words[at].lower() != "at":
        return False
    return words[at - 1].lower() in names.spokesmen or words[at - 1].lower() in ("official", "officials")


def _is_office(words: Sequence[str], match: Match, names: Names) -> bool:
    """ "An official at | the defence ministry | in Oslo": the office that he speaks for."""
    return match.entry.sort == "role" and bool(match.entry.name) and _works_at(words, match, names)


def _is_source(words: Sequence[str]) -> bool:
    """ "A Chadian military source": somebody unnamed, who speaks for nobody but himself."""
    return any(word.lower() in ("source", "sources") for word in words)


def _is_named_office(words: Sequence[str], role: Match) -> bool:
    """ "Defence Minister Ana Ruiz": an office and nothing but the name of whoever holds it."""
    return role.start == 0 and role.end < len(words) and all(is_name(word) for word in words[role.end :])


def _find_template(words: Sequence[str], role: Match, names: Names) -> str:
    """What a body is called once its country is known: not where it has a name of its own, "the Free Hill Army"."""
    before = [word for word in words[: role.start] if is_name(word)]
    if any(word.lower() not in ARTICLES and word.lower() not in names.soft for word in before):
        return ""
    noun = " ".join(words[role.start : role.end]).lower()
    return role.entry.name or ("{country}" if noun in names.governments else "")


def _is_part_of_name(words: Sequence[str], match: Match, matches: list[Match]) -> bool:
    """Whether a group's or outlet's name is the end of a longer one: "Kataib Hezbollah", "China Times"."""
    before = match.start - 1
    if match.entry.kind not in ("group", "media") or before < 0 or words[before].lower().endswith(LINKED):
        return False
    taken = next((other.entry for other in matches if other.start <= before < other.end), None)
    if taken:
        is_country = taken.sort == "country" and taken.name.lower() == words[before].lower()
        return match.entry.kind == "media" and is_country
    return is_name(words[before]) and words[before].lower() not in ARTICLES


def _resolve_leader(words: Sequence[str], matches: list[Match], role: Match | None, names: Names) -> Party | None:
    """ "President Ana Ruiz", no country named: Ana Ruiz, or the one known by that surname."""
    if role is None or role.entry.kind != "leader" or words[role.end - 1].lower() not in names.titles:
        return None
    person = _find_own_name(words, matches, role)
    known = names.surnames.get(person.lower())
    return Party(known.name if known else person, "leader", is_person=True) if person else None


def _has_name_before(words: Sequence[str], matches: list[Match], country: Match, role: Match, names: Names) -> bool:
    """Whether capitals of its own make it another body than its country's: "Syrian Arab Army", "Free Syrian Army"."""
    covered = {i for match in matches for i in range(match.start, match.end)}
    first, last = sorted((country, role), key=lambda match: match.start)
    own = [i for i in range(first.end, last.start) if i not in covered and country.start < role.start]
    before = first.start - 1
    if before >= 0 and before not in covered and first is country:
        own.append(before)
    return any(
        is_name(words[i]) and words[i].isalpha() and words[i].lower() not in (*ARTICLES, *names.soft) for i in own
    )


def _is_capital_role(words: Sequence[str], role: Match | None) -> bool:
    """ "The Ministry of Defence", "The Defence Secretary": capitals, but no name beside the role."""
    if role is None or not role.entry.name:
        return False
    rest = [word for i, word in enumerate(words) if not role.start <= i < role.end]
    return all(
        word.lower() in (*ARTICLES, "deputy") or not is_name(word) or word.isupper() or word.lower() == "mod"
        for word in rest
        if word.isalnum()
    )


def _resolve_country(
    words: Sequence[str], matches: list[Match], country: Match, role: Match | None, written: Party, names: Names
) -> Party:
    name = country.entry.country
    if role is None:
        covered = {i for match in matches for i in range(match.start, match.end)}
        rest = [word for i, word in enumerate(words) if i not in covered and word.isalnum()]
        if all(word.lower() in names.fillers for word in rest):
            return Party(name, "government", name)
        return Party(written.claimant, written.kind, name, known=False, is_person=written.is_person)
    if role.entry.kind == "leader":
        person = _find_own_name(words, matches, role)
        return Party(person or written.claimant, "leader", name, known=bool(person), is_person=True)
    if role.entry.kind == "speaker" or _is_source(words) or words[-1].lower() in names.outsiders:
        return Party(written.claimant, "speaker", name, known=False, is_person=written.is_person)
    if not role.entry.name:
        return Party(name, "government", name, is_person=written.is_person)
    own = names.bodies.get((name, role.entry.kind))
    body = own or role.entry.name.format(adjective=names.adjectives.get(name, name))
    return Party(body, role.entry.kind, name, is_person=written.is_person)


def _find_own_name(words: Sequence[str], matches: list[Match], role: Match) -> str:
    """The capitalised words after "President": the leader's own name."""
    own: list[str] = []
    for word in words[role.end :]:
        if word.lower() in ("of", "the", "in", "and", ","):
            break
        own.append(drop_possessive(word.replace("’", "'")))
        if own[-1] != word.replace("’", "'"):
            break
    if not own or not any(is_name(word) for word in own):
        return ""
    taken = {i for match in matches if match.entry.sort == "role" for i in range(match.start, match.end)}
    return " ".join(word for i, word in enumerate(own, start=role.end) if i not in taken and word[0].isalnum())
