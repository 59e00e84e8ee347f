"""`claimants.toml`, compiled, and the names and nouns of it that a phrase holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from dashboard.reading.tables.lists import fill_table
from dashboard.reading.text.wordlist import drop_possessive, is_name

OWN_BODY: Final = frozenset({"defence", "foreign", "interior", "intelligence"})


AWAY: Final = frozenset({"in", "at", "to", "from", "on", "near"})


ARTICLES: Final = ("the", "a", "an")


class Entry(NamedTuple):
    """What a name or noun stands for. `sort` is "person", "body", "country" or "role"; `name` the claimant."""

    sort: str
    name: str
    kind: str
    country: str = ""


class Match(NamedTuple):
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
    `template` is what it is called once its country is known ("{adjective} army"), `inferred` that it was guessed.
    """

    claimant: str
    kind: str
    country: str = ""
    known: bool = True
    vague: bool = False
    is_person: bool = False
    template: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """`claimants.toml`, compiled: entries by lower-case words, the longest first word lists, and the small sets."""

    entries: Mapping[str, Entry]
    longest: Mapping[str, int]
    exact: frozenset[str]
    uncapitalised: frozenset[str]
    surnames: Mapping[str, Entry]
    adjectives: Mapping[str, str]
    bodies: Mapping[tuple[str, str], str]
    spellings: Mapping[str, Mapping[str, tuple[str, ...]]]
    ranks: Mapping[str, str]
    former: frozenset[str]
    titles: frozenset[str]
    fillers: frozenset[str]
    briefed: tuple[str, ...]
    papers: frozenset[str]
    paper_kinds: frozenset[str]
    own_papers: frozenset[str]
    voices: frozenset[str]
    governments: frozenset[str]
    spokesmen: frozenset[str]
    outlets: frozenset[str]
    outsiders: frozenset[str]
    institutions: frozenset[str]
    homelands: frozenset[str]
    posted: frozenset[str]
    kept: frozenset[str]
    creeds: frozenset[str]
    regions: frozenset[str]
    groups: frozenset[str]
    rebels: frozenset[str]
    allied: frozenset[str]
    ministry_voices: frozenset[str]
    meanings: Mapping[str, Sequence[str]]
    offices: frozenset[str]
    singular: frozenset[str]
    adjective_nouns: frozenset[str]
    office_verbs: frozenset[str]
    kin: frozenset[str]
    lands: frozenset[str]
    department_heads: frozenset[str]
    departments: frozenset[str]
    envoys: frozenset[str]
    unions: frozenset[str]
    soft: frozenset[str]
    role_words: frozenset[str]
    known: dict[tuple[str, ...], Party] = field(default_factory=dict)  # phrases resolved before


def build_names(table: Mapping[str, Any]) -> Names:
    """The names of `claimants.toml`, compiled."""
    entries: dict[str, Entry] = {}
    exact, mixed, uncapitalised = set[str](), set[str](), set[str]()
    bearers: dict[str, list[Entry]] = {}
    for words, entry in _read_entries(table):
        key = _make_key(words)
        entries.setdefault(key, entry)
        if words.isupper() and len(words) <= 4:
            exact.add(key)
        else:
            mixed.add(key)
        if words.islower():
            uncapitalised.add(key)
        if entry.sort == "person" and " " in words:
            bearers.setdefault(key.rsplit(" ", 1)[-1], []).append(entry)
    longest: dict[str, int] = {}
    for key in entries:
        words_of_key = key.split()
        longest[words_of_key[0]] = max(longest.get(words_of_key[0], 0), len(words_of_key))
    return fill_table(
        Names,
        table["words"],
        entries=entries,
        longest=longest,
        exact=frozenset(exact - mixed),
        uncapitalised=frozenset(uncapitalised),
        surnames=dict(_choose_bearers(bearers)),
        adjectives=dict(_read_adjectives(table)),
        bodies=_find_bodies(table),
        spellings=_find_spellings(table),
        ranks=table["ranks"],
        meanings=table["meanings"],
        briefed=tuple(table["words"]["briefed"]),
        soft=frozenset([*table["words"]["soft"], *table["words"]["fillers"]]),
        role_words=frozenset(_find_role_words(table)),
        known={},
    )


def _choose_bearers(bearers: Mapping[str, Sequence[Entry]]) -> Iterator[tuple[str, Entry]]:
    """Whom a surname alone means: its one bearer, of several the one who leads a country, else nobody."""
    for surname, entries in bearers.items():
        leaders = [entry for entry in entries if entry.kind == "person"]
        if leaders or len({entry.name for entry in entries}) == 1:
            yield surname, (leaders or entries)[0]


def _find_role_words(table: Mapping[str, Any]) -> Iterator[str]:
    """The last word of every noun for a speaker, and its plural."""
    for row in table["role"]:
        for words in row["words"]:
            last = words.split()[-1]
            yield last
            if not last.endswith("s"):
                yield last + "s"


def _make_key(words: str) -> str:
    lower = words.lower().replace("’", "'").removeprefix("the ")
    is_plain = "." not in lower and "'" not in lower
    return lower if is_plain else " ".join(map(_make_plain, lower.split()))


def _make_plain(word: str) -> str:
    """A lower-case word without its possessive ending, initials without their stops: "u.n.'s" as "un"."""
    plain = drop_possessive(word)
    return plain.replace(".", "") if "." in plain and len(plain) <= 8 else plain


def _read_entries(table: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Every spelling with what it stands for; where two agree the first counts."""
    for row in table["claimant"]:
        yield from _read_claimant(row)
    for words in table["media"]["names"]:
        yield words, Entry("body", words, "media")
    for row in table["countries"]["rows"]:
        name, adjectives, others = (part.strip() for part in row.split("|"))
        spellings = (name, *adjectives.split(", "), *others.split(", "))
        yield from ((words, Entry("country", name, "government", name)) for words in spellings if words)
    for row in table["role"]:
        for words in row["words"]:
            yield words, Entry("role", row.get("body", ""), row["kind"])
            yield words + "s", Entry("role", row.get("body", ""), row["kind"])


def _read_claimant(row: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """The people who speak for a claimant, and unless it is a person the names of the body itself."""
    country = row.get("country", "")
    for words in row.get("people", ()):
        yield words, Entry("person", row["name"], row["kind"], country)
    if row["kind"] != "person" and row["name"] != country:
        for words in (row["name"], *row.get("names", ())):
            yield words, Entry("body", row["name"], row["kind"], country)


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


def _find_spellings(table: Mapping[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    """All names and people of one kind of body, for finding which defence ministry an article is about."""
    spellings: dict[str, list[str]] = {}
    for row in table["claimant"]:
        own = spellings.setdefault(row["kind"], [])
        own += [*row.get("names", ()), *row.get("people", ())]
        own += [f"{title} {words.split()[-1]}" for words in row.get("people", ()) for title in ("Mr", "Ms", "Mrs")]
    every = [words for row in table["claimant"] for words in row.get("names", ())]
    services = [words for words in every if words.endswith("Intelligence")]
    spellings.setdefault("intelligence", []).extend(services)
    return {kind: _group_by_last_word(words) for kind, words in spellings.items()}


def _group_by_last_word(spellings: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Spellings by their last word in lower case, so that a set of an article's words rules out most of them."""
    groups: dict[str, list[str]] = {}
    for spelling in dict.fromkeys(spellings):
        last = spelling.lower().replace("-", " ").rsplit(" ", 1)[-1]
        groups.setdefault(last, []).append(spelling)
    return {last: tuple(group) for last, group in groups.items()}


def find_matches(words: Sequence[str], names: Names) -> list[Match]:
    """The names and nouns of a phrase, from left to right, the longest at each place."""
    lower = [word.replace("’", "'").replace("‑", "-").lower() for word in words]
    plain = [word if word.isalpha() else _make_plain(word) for word in lower]
    found: list[Match] = []
    position = 0
    while position < len(words):
        match = _match_at(words, lower, plain, position, names) if plain[position] in names.longest else None
        if match:
            found.append(match)
            position = match.end
        else:
            position += 1
    return found


def _match_at(words: Sequence[str], lower: list[str], plain: list[str], start: int, names: Names) -> Match | None:
    for size in range(min(names.longest[plain[start]], len(words) - start), 0, -1):
        key = " ".join(plain[start : start + size])
        entry = names.entries.get(key)
        if entry is None or not _is_written_as(words[start], key, entry, names):
            continue
        is_bare = entry.name.startswith("The ") and size == 1 and lower[start - 1 : start] != ["the"]
        if is_bare and start + size < len(words) and words[start + size].islower():
            continue  # "independent estimates" are not those of The Independent
        before = _find_word_before(words, lower, start)
        end = start + size
        possessive = lower[end - 1].endswith("'s") or (end < len(lower) and lower[end] == "'")
        return Match(start, end, entry, before in AWAY, possessive)
    return None


def _find_word_before(words: Sequence[str], lower: list[str], start: int) -> str:
    """The word before a name and its article, of two places the one before both: "in | Rome and the | Hague"."""
    back = start - 1
    if back > 1 and words[back].islower() and lower[back - 1] in ARTICLES:
        back -= 1  # "a medic at the | main | military hospital"
    if back > 0 and lower[back] in ARTICLES:
        back -= 1
    if back > 1 and lower[back] == "and":
        first = back - 1
        while first > 0 and is_name(words[first]):
            first -= 1
        if lower[first] in AWAY and first < back - 1:
            back = first
    return lower[back] if back >= 0 else ""


def _is_written_as(word: str, key: str, entry: Entry, names: Names) -> bool:
    """Whether capitals fit: a name needs one, and initials all of them ("IS" is not "is")."""
    if entry.sort == "role":
        return True
    if key in names.exact:
        return word.replace("’s", "").replace("'s", "").replace(".", "").isupper()
    return is_name(word) or "-" in word or key in names.uncapitalised
