"""The words that name a speaker turned into a claimant: "Chad's defence minister" into "Chadian Ministry of Defence"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.reading.wordlist import drop_possessive, is_name

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
OWN_BODY: Final = frozenset({"defence", "foreign", "interior", "intelligence"})
AWAY: Final = frozenset({"in", "at", "to", "from", "on", "near"})
ARTICLES: Final = ("the", "a", "an")
SOFT_WORDS: Final = (
    "deputy",
    "national",
    "senior",
    "top",
    "former",
    "state",
    "federal",
    "acting",
    "first",
    "armed",
    "chief",
    "vice",
    "interim",
    "and",
    "both",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name or noun stands for. `sort` is "person", "body", "country" or "role"; `name` the claimant."""

    sort: str
    name: str
    kind: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry met at the words `start` to `end` of a phrase."""

    start: int
    end: int
    entry: Entry
    is_away: bool
    is_possessive: bool


@dataclass(frozen=True, slots=True)
class Party:
    """One speaker: the claimant, what kind of voice it is, its country, and whether the vocabulary knows it.

    `known` is false for a claimant kept as it is written; `vague` for one that only the article's context can name.
    """

    claimant: str
    kind: str
    country: str = ""
    known: bool = True
    vague: bool = False
    is_person: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """`claimants.toml`, compiled: entries by lower-case words, the longest first word lists, and the small sets."""

    entries: Mapping[str, Entry]
    longest: Mapping[str, int]
    exact: frozenset[str]
    surnames: Mapping[str, Entry]
    adjectives: Mapping[str, str]
    bodies: Mapping[tuple[str, str], str]
    spellings: Mapping[str, tuple[str, ...]]
    former: frozenset[str]
    titles: frozenset[str]
    fillers: frozenset[str]
    briefed: tuple[str, ...]
    papers: frozenset[str]
    role_words: frozenset[str]


def build_names(table: Mapping[str, Any]) -> Names:
    """The names of `claimants.toml`, compiled."""
    entries: dict[str, Entry] = {}
    exact: set[str] = set()
    mixed: set[str] = set()
    surnames: dict[str, Entry] = {}
    adjectives: dict[str, str] = {}
    for words, entry in _read_entries(table):
        key = _make_key(words)
        entries.setdefault(key, entry)
        if words.isupper() and len(words) <= 4:
            exact.add(key)
        else:
            mixed.add(key)
        if entry.sort == "person" and " " in words:
            surnames.setdefault(key.rsplit(" ", 1)[-1], entry)
    for name, adjective in _read_adjectives(table):
        adjectives[name] = adjective
    longest: dict[str, int] = {}
    for key in entries:
        words_of_key = key.split()
        longest[words_of_key[0]] = max(longest.get(words_of_key[0], 0), len(words_of_key))
    return Names(
        entries=entries,
        longest=longest,
        exact=frozenset(exact - mixed),
        surnames=surnames,
        adjectives=adjectives,
        bodies=_find_bodies(table),
        spellings=_find_spellings(table),
        former=frozenset(table["words"]["former"]),
        titles=frozenset(table["words"]["titles"]),
        fillers=frozenset(table["words"]["fillers"]),
        briefed=tuple(table["words"]["briefed"]),
        papers=frozenset(table["words"]["papers"]),
        role_words=frozenset(word for row in table["role"] for words in row["words"] for word in words.split()[-1:]),
    )


def _make_key(words: str) -> str:
    lower = words.lower().replace("’", "'")
    return " ".join(_make_plain(word) for word in lower.removeprefix("the ").split())


def _make_plain(word: str) -> str:
    """A lower-case word without its possessive ending, initials without their stops: "u.n.'s" as "un"."""
    plain = drop_possessive(word)
    return plain.replace(".", "") if "." in plain and len(plain) <= 8 else plain


def _read_entries(table: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Every spelling with what it stands for; where two agree the first counts."""
    for row in table["claimant"]:
        country = row.get("country", "")
        is_person = row["kind"] == "person"
        for words in row.get("people", ()):
            yield words, Entry("person", row["name"], row["kind"], country)
        if not is_person:
            for words in (row["name"], *row.get("names", ())):
                yield words, Entry("body", row["name"], row["kind"], country)
    for words in table["media"]["names"]:
        yield words, Entry("body", words, "media")
    for row in table["countries"]["rows"]:
        name, adjectives, others = (part.strip() for part in row.split("|"))
        for words in (name, *adjectives.split(", "), *others.split(", ")):
            if words.strip():
                yield words.strip(), Entry("country", name, "government", name)
    for row in table["role"]:
        for words in row["words"]:
            yield words, Entry("role", row.get("body", ""), row["kind"])
            yield words + "s", Entry("role", row.get("body", ""), row["kind"])


def _read_adjectives(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for row in table["countries"]["rows"]:
        name, adjectives, _ = (part.strip() for part in row.split("|"))
        yield name, adjectives.split(", ")[0]


def _find_bodies(table: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """The ministry or service of a country that goes by a name of its own."""
    bodies: dict[tuple[str, str], str] = {}
    for row in table["claimant"]:
        if row["kind"] in OWN_BODY and row.get("country"):
            bodies.setdefault((row["country"], row["kind"]), row["name"])
    return bodies


def _find_spellings(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """All names and people of one kind of body, for finding which defence ministry an article is about."""
    spellings: dict[str, list[str]] = {}
    for row in table["claimant"]:
        own = spellings.setdefault(row["kind"], [])
        own += [*row.get("names", ()), *row.get("people", ())]
        own += [f"{title} {words.split()[-1]}" for words in row.get("people", ()) for title in ("Mr", "Ms", "Mrs")]
    every = [words for row in table["claimant"] for words in row.get("names", ())]
    services = [words for words in every if words.endswith("Intelligence")]
    spellings.setdefault("intelligence", []).extend(services)
    return {kind: tuple(words) for kind, words in spellings.items()}


def find_matches(words: Sequence[str], names: Names) -> list[Match]:
    """The names and nouns of a phrase, from left to right, the longest at each place."""
    lower = [word.replace("’", "'").replace("‑", "-").lower() for word in words]
    plain = [_make_plain(word) for word in lower]
    found: list[Match] = []
    position = 0
    while position < len(words):
        match = _match_at(words, lower, plain, position, names)
        if match:
            found.append(match)
            position = match.end
        else:
            position += 1
    return found


def _match_at(words: Sequence[str], lower: list[str], plain: list[str], start: int, names: Names) -> Match | None:
    for size in range(min(names.longest.get(plain[start], 0), len(words) - start), 0, -1):
        key = " ".join(plain[start : start + size])
        entry = names.entries.get(key)
        if entry is None or not _is_written_as(words[start], key, entry, names):
            continue
        before = lower[start - 1] if start else ""
        if before in ARTICLES and start > 1:
            before = lower[start - 2]
        end = start + size
        possessive = lower[end - 1].endswith("'s") or (end < len(lower) and lower[end] == "'")
        return Match(start, end, entry, before in AWAY, possessive)
    return None


def _is_written_as(word: str, key: str, entry: Entry, names: Names) -> bool:
    """Whether capitals fit: a name needs one, and initials all of them ("IS" is not "is")."""
    if entry.sort == "role":
        return True
    if key in names.exact:
        return word.replace("’s", "").replace("'s", "").replace(".", "").isupper()
    return is_name(word) or "-" in word


def resolve_party(words: Sequence[str], names: Names) -> Party:
    """The claimant of one noun phrase.

    A person or body of the vocabulary goes before a country with a role, that before a country alone; anything else
    is kept as it is written, without a leading "the".
    """
    words = _drop_paper(words, names)
    matches = find_matches(words, names)
    written = Party(drop_article(words), _find_kind(matches), known=False, is_person=_is_person(words, matches, names))
    if any(word.lower() in names.former for word in words):
        return written
    people = [match for match in matches if match.entry.sort == "person" and not match.is_possessive]
    if people:
        entry = people[-1].entry
        return Party(entry.name, entry.kind, entry.country, is_person=True)
    surname = _find_surname(words, matches, names)
    if surname:
        return Party(surname.name, surname.kind, surname.country, is_person=True)
    return _resolve_body(words, matches, written, names)


def _drop_paper(words: Sequence[str], names: Names) -> Sequence[str]:
    """ "The army's statement", "a statement from the army": the army."""
    lower = [word.replace("’", "'").lower() for word in words]
    if len(words) > 1 and lower[-1] in names.papers and lower[-2].endswith("'s"):
        return [*words[:-2], drop_possessive(words[-2].replace("’", "'"))]
    for position in range(1, len(words) - 1):
        if lower[position] in ("from", "by", "of") and lower[position - 1] in names.papers:
            return words[position + 1 :]
    return words


def drop_article(words: Sequence[str]) -> str:
    """The words as printed, joined, without a leading article "the"."""
    kept = list(words[1:] if words and words[0].lower() == "the" and len(words) > 1 else words)
    text = " ".join(kept)
    for before, after in ((" ' ", "' "), (" ,", ","), ("( ", "("), (" )", ")"), (" - ", "-"), (" .", ".")):
        text = text.replace(before, after)
    return text


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
    singular = {
        "minister",
        "secretary",
        "president",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "director",
        "chief",
        "chairman",
        "general",
        "colonel",
        "leader",
        "commander",
        "premier",
        "governor",
        "analyst",
        "lawmaker",
        "mp",
        "ambassador",
        "head",
        "envoy",
        "diplomat",
        "representative",
        "king",
        "chancellor",
        "major",
        "admiral",
        "captain",
    }
    last = {word.lower() for word in words}
    if last & singular:
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
    rest = [
        i
        for i in range(len(words) - 1)
        if i not in covered and words[i].lower().strip(".") not in (*names.titles, *names.fillers)
    ]
    countries = {match.entry.country for match in matches if match.entry.sort == "country" and not match.is_away}
    if rest or (countries and entry.country not in countries):
        return None
    return None if len(words) - 1 in covered else entry


def _resolve_body(words: Sequence[str], matches: list[Match], written: Party, names: Names) -> Party:
    near = [match for match in matches if not match.is_away] or matches
    roles = sorted(
        (match for match in near if match.entry.sort == "role"), key=lambda match: KINDS.index(match.entry.kind)
    )
    role = roles[0] if roles else None
    countries = [match for match in near if match.entry.sort == "country"]
    if (
        role
        and not countries
        and not any(is_name(word) and word.lower() not in ARTICLES for word in words[: role.start])
    ):
        countries = [
            match for match in matches if match.entry.sort == "country" and words[match.start - 1].lower() == "in"
        ]
    bodies = [match for match in near if match.entry.sort == "body"]
    if role and role.entry.kind in ("media", "lawmakers"):
        country = countries[0].entry.country if countries else ""
        return Party(written.claimant, role.entry.kind, country, known=bool(countries), is_person=written.is_person)
    if bodies and not (countries and role and countries[0].start < bodies[0].start and role.start > bodies[0].start):
        body = bodies[0].entry
        return Party(body.name, body.kind, body.country, is_person=written.is_person)
    if countries and not (role and _has_name_before(words, matches, countries[0], role, names)):
        return _resolve_country(words, matches, countries[0], role, written, names)
    if role and role.entry.kind == "leader" and words[role.end - 1].lower() in names.titles:
        person = _find_own_name(words, matches, role)
        if person:
            return Party(person, "leader", is_person=True)
    is_vague = bool(role) and not any(is_name(word) for word in words[1:])
    vague_kind = role.entry.kind if role else written.kind
    return Party(
        written.claimant,
        vague_kind,
        known=False,
        vague=is_vague or _is_capital_role(words, role),
        is_person=written.is_person,
    )


def _has_name_before(words: Sequence[str], matches: list[Match], country: Match, role: Match, names: Names) -> bool:
    """Whether capitals of its own make a body something else than its country's: "Syrian Arab Army", "Free Syrian Army"."""
    covered = {i for match in matches for i in range(match.start, match.end)}
    first, last = sorted((country, role), key=lambda match: match.start)
    own = [i for i in range(first.end, last.start) if i not in covered and country.start < role.start]
    before = first.start - 1
    if before >= 0 and before not in covered and first is country:
        own.append(before)
    return any(
        is_name(words[i]) and words[i].isalpha() and words[i].lower() not in (*ARTICLES, *SOFT_WORDS, *names.fillers)
        for i in own
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
    if role.entry.kind == "speaker":
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
        own.append(word)
    if not own or not any(is_name(word) for word in own):
        return ""
    taken = {i for match in matches if match.entry.sort == "role" for i in range(match.start, match.end)}
    return " ".join(word for i, word in enumerate(own, start=role.end) if i not in taken and word[0].isalnum())
