"""The names of forces in a sentence: countries, alliances, armed groups; and the words by which troops are theirs."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from dashboard.reading.tables.lists import fill_table
from dashboard.reading.tables.nouns import NounWords, build_noun_words
from dashboard.reading.text.tokens import Phrases, Tokens
from dashboard.vocabulary import Force, Vocabulary

SERVICE: Final = 3  # words from a country to "intelligence"


class Named(NamedTuple):
    """A force named in a sentence: tokens `start:end`, and as what.

    Forms: adjective, name, seat (of government), people, leader (who sends troops, and owns none himself).
    """

    start: int
    end: int
    name: str
    form: str


class ForceTables(NamedTuple):
    """The tables for forces, made once per vocabulary; what each list is for stands in `force_words.toml`."""

    words: Phrases[tuple[str, str]]
    every: Phrases[tuple[str, str]]  # people, leaders and names of nobody ("Gulf War", no form) as well
    nouns: NounWords
    kinds: dict[str, str]
    default: dict[str, str]
    standing: dict[str, str]
    shared: dict[str, dict[str, list[str]]]
    never: dict[str, frozenset[str]]
    troop_words: frozenset[str]
    owning: frozenset[str]
    provided: frozenset[str]
    before_place: frozenset[str]
    senders: frozenset[str]
    killing: frozenset[str]
    not_troops: frozenset[str]
    clause_ends: frozenset[str]
    leaving: frozenset[str]
    irregular: frozenset[str]
    regular: frozenset[str]
    fighters: frozenset[str]
    pronouns: frozenset[str]
    possessives: frozenset[str]
    others: frozenset[str]
    auxiliaries: frozenset[str]
    titles: frozenset[str]
    states: frozenset[str]
    agents: frozenset[str]
    vague: frozenset[str]
    carriers: frozenset[str]
    carrying: frozenset[str]
    repelling: frozenset[str]
    attacks: frozenset[str]
    local: frozenset[str]
    speakers: frozenset[str]
    counting: frozenset[str]
    attacking: frozenset[str]
    losing: frozenset[str]
    tallies: frozenset[str]
    mourning: frozenset[str]
    outfits: frozenset[str]
    armed: frozenset[str]
    backing: frozenset[str]
    armies: frozenset[str]
    adding: frozenset[str]
    hosting: frozenset[str]
    either: frozenset[str]
    anyone: frozenset[str]
    regimes: frozenset[str]
    grounds: frozenset[str]
    persons: frozenset[str]
    estimating: frozenset[str]
    outlets: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    many: frozenset[str]
    joint: frozenset[str]
    insurgent: frozenset[str]
    naming: frozenset[str]
    descriptors: frozenset[str]
    tribes: frozenset[str]
    teaching: frozenset[str]
    felling: frozenset[str]
    assuring: frozenset[str]
    announcing: frozenset[str]
    facing: frozenset[str]
    measured: frozenset[str]
    bounding: frozenset[str]
    finding: frozenset[str]
    officers: frozenset[str]
    taking: frozenset[str]
    contingents: frozenset[str]
    outlaws: frozenset[str]
    turning: frozenset[str]
    citizens: frozenset[str]
    ferrying: frozenset[str]
    coming: frozenset[str]
    happenings: frozenset[str]
    talkers: frozenset[str]
    media: frozenset[str]
    papers: frozenset[str]
    allotting: frozenset[str]
    thinking: frozenset[str]
    heads: frozenset[str]
    giving: frozenset[str]
    affiliates: frozenset[str]
    linking: frozenset[str]
    figures: frozenset[str]
    spying: frozenset[str]
    keeping: frozenset[str]
    numbering: frozenset[str]
    compatriots: frozenset[str]


@lru_cache(maxsize=16)
def build_force_tables(vocabulary: Vocabulary) -> ForceTables:
    """The tables of a vocabulary for forces."""
    words = vocabulary.read("force_words")
    names = [entry for force in vocabulary.forces for entry in _list_names(force)]
    people = ((phrase, (force.name, "people")) for force in vocabulary.forces for phrase in force.people)
    leaders = ((name, (force, "leader")) for force, listed in words["leaders"].items() for name in listed)
    nobody = ((phrase, ("", "")) for phrase in words["nobody"])
    return fill_table(
        ForceTables,
        words,
        words=Phrases(names),
        every=Phrases((*names, *people, *leaders, *nobody)),
        nouns=build_noun_words(vocabulary),
        kinds={force.name: force.kind for force in vocabulary.forces},
        default=dict(words["default"]),
        standing={word: kind for kind, listed in words["standing"].items() for word in listed},
        shared=dict(words["shared"]),
        never={noun: frozenset(row["forces"]) for row in words["never"] for noun in row["nouns"]},
        troop_words=_list_troop_words(vocabulary),
    )


@lru_cache(maxsize=16)
def build_countries(vocabulary: Vocabulary) -> dict[str, str]:
    """The country of each claimant that has one."""
    return {str(row["name"]): str(row["country"]) for row in _list_claimants(vocabulary) if "country" in row}


@lru_cache(maxsize=16)
def build_spies(vocabulary: Vocabulary) -> frozenset[str]:
    """The claimants that are secret services: they tell of the troops of others."""
    return frozenset(str(row["name"]) for row in _list_claimants(vocabulary) if row.get("kind") == "intelligence")


def _list_claimants(vocabulary: Vocabulary) -> list[dict[str, object]]:
    lists = (rows for rows in vocabulary.claimants.values() if isinstance(rows, list))
    return [row for rows in lists for row in rows if isinstance(row, dict) and "name" in row]


def _list_names(force: Force) -> list[tuple[str, tuple[str, str]]]:
    """Every way to name a force, with its name and as what it stands."""
    names = [words for words in (*force.names, force.name) if words not in force.adjectives]
    return [
        (words, (force.name, form))
        for form, listed in (("adjective", force.adjectives), ("name", names), ("seat", force.seats))
        for words in listed
    ]


def _list_troop_words(vocabulary: Vocabulary) -> frozenset[str]:
    """One word of each noun that a force can stand before: a sentence without any of them names nobody's troops."""
    nouns = {phrase for noun in vocabulary.nouns if noun.kind != "other" for phrase in noun.words}
    people = {phrase for force in vocabulary.forces for phrase in force.people}
    last = {phrase.split()[-1].lower() for phrase in nouns | people}
    return frozenset(last | {f"{word}s" for word in last})


def find_named(tokens: Tokens, tables: ForceTables, own: Phrases[tuple[str, str]]) -> list[Named]:
    """Every force named among the tokens, in order; `own` are the names that the article brings itself."""
    named: list[Named] = []
    end = 0
    firsts, added = tables.every.firsts, own.firsts
    tokens = _lower_capitals(tokens, firsts | added)
    for at, raw in enumerate(tokens.raw):
        if at < end or (raw not in firsts and raw not in added):
            continue
        width, found = _match(tokens, at, tables, own)
        behind = tokens.raw[at + width : at + width + 1]
        if raw in ("the", "The") and width and behind and behind[0][:1].isupper():
            continue  # "the South African" begins no name: "South African" does
        if found and not (
            _is_compound(tokens, found.end)
            or _is_person(tokens, found, tables)
            or _is_only_linked(tokens, found, tables)
        ):
            named.append(found)
        end = at + width
    return named


def is_outlet(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a country is only that of a paper or of those who study troops: "the Athens daily", "Chad's spies"."""
    if force.form not in ("adjective", "seat", "name"):
        return False
    is_media = _is_before(tokens, force, tables.media, tables)
    first = force.start - (tokens.word(force.start - 1) == "the")
    if tokens.word(first - 1) == "by" and tokens.word(force.end) in tables.papers:
        return True  # "900 dead, by the Pentagon's count"
    return tokens.word(force.end) in tables.outlets or is_media or is_spy(tokens, force, tables)


def is_spy(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a country is only that of a secret service: "South Korea's National | Intelligence | Service"."""
    return _is_before(tokens, force, tables.spying, tables)


def _is_before(tokens: Tokens, force: Named, nouns: frozenset[str], tables: ForceTables) -> bool:
    """Whether a country stands before one of the nouns, with only words that describe it between."""
    after = tokens.words[force.end : force.end + SERVICE]
    at = next((at for at, word in enumerate(after) if word in nouns), None)
    return at is not None and all(word.isalpha() and word not in tables.nouns.stops for word in after[:at])


def _lower_capitals(tokens: Tokens, known: frozenset[str]) -> Tokens:
    """The tokens with words all in capitals written as names are: "ITALY: 2,600 troops"; initials stay."""
    if not any(len(raw) > 3 and raw not in known for raw in filter(str.isupper, tokens.raw)):
        return tokens
    lowered = tokens.copy()
    lowered.raw = [raw.title() if raw.isupper() and len(raw) > 3 and raw not in known else raw for raw in tokens.raw]
    return lowered


def _match(tokens: Tokens, at: int, tables: ForceTables, own: Phrases[tuple[str, str]]) -> tuple[int, Named | None]:
    """The longest name at a place and how many words it takes; None for words that only look like one ("Gulf War")."""
    width, (name, form) = tables.every.match(tokens.raw, at) or (0, ("", ""))
    added = own.match(tokens.raw, at)
    is_shared = added is not None and added[1][1] == "adjective"
    is_shared = is_shared or (added is not None and not added[1][0])  # "the South" of a country that has no name so
    if added and (added[0] > width or (added[0] == width and (is_shared or form in ("people", "leader", "")))):
        width, (name, form) = added
    return width, Named(at, at + width, name, form) if name else None


def _is_person(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a name is somebody's first: "spokeswoman Karen Jean", "Colonel Jordan Hale"."""
    following = tokens.raw[force.end : force.end + 1]
    named = following and following[0][:1].isupper() and following[0] not in tables.every.firsts
    return bool(named) and tokens.word(force.start - 1) in tables.persons and not tokens.owns[force.end - 1]


def _is_only_linked(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a group is only one that another belongs with: "allied with al-Qaeda", "the al-Qaeda affiliate JNIM"."""
    if tables.kinds.get(force.name) != "group":
        return False
    is_with = tokens.word(force.start - 1) in ("to", "with") and tokens.word(force.start - 2) in tables.linking
    is_of = tokens.word(force.start - 1) == "of" and tokens.word(force.start - 2) in tables.affiliates
    return is_with or is_of or tokens.word(force.end) in tables.affiliates


def _is_compound(tokens: Tokens, end: int) -> bool:
    """Whether a name is the first half of a word: "U.S.-backed" rebels are not of the U.S."""
    touches = tokens.word(end) == "-" and tokens.starts[end] == tokens.ends[end - 1]
    return touches and end + 1 < len(tokens) and tokens.raw[end + 1][:1].islower()
