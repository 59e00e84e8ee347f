"""A number of a sentence with what stands around it, and the tables that tell what it counts."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.reading.figures.bases import BasisTables, build_basis_tables
from dashboard.reading.figures.citizens import CitizenWords, build_citizen_words
from dashboard.reading.figures.far import FarWords, build_far_words
from dashboard.reading.figures.in_arms import InArmsWords, build_in_arms_words
from dashboard.reading.figures.measures import MeasureTables, build_measure_tables
from dashboard.reading.figures.members import MemberWords, build_member_words
from dashboard.reading.figures.mentions import LabelWords, Lead, build_label_words
from dashboard.reading.figures.nouns import Head
from dashboard.reading.figures.numbers import Number
from dashboard.reading.figures.qualifiers import QualifierReader, build_qualifier_reader
from dashboard.reading.tables.lists import fill_table
from dashboard.reading.tables.nouns import NounWords, build_noun_words
from dashboard.reading.text.tokens import Phrases, Tokens
from dashboard.vocabulary import Vocabulary


class CountTables(NamedTuple):
    """Everything that is needed to tell what a number counts, made once per vocabulary."""

    qualifiers: QualifierReader
    nouns: NounWords
    labels: LabelWords
    far: FarWords
    measures: MeasureTables
    bases: BasisTables
    in_arms: InArmsWords
    members: MemberWords
    military: frozenset[str]
    membership: frozenset[str]
    citizens: CitizenWords
    anybody: frozenset[str]
    graves: frozenset[str]
    unarmed: frozenset[str]
    living: frozenset[str]
    clause_starts: frozenset[str]
    clubs: frozenset[str]
    places: frozenset[str]
    panels: frozenset[str]
    prices: frozenset[str]
    doctors: frozenset[str]
    units: frozenset[str]
    uprooted: frozenset[str]
    told: frozenset[str]
    times: frozenset[str]
    speaking: frozenset[str]
    rescuing: frozenset[str]
    groups: Phrases[str]
    one: frozenset[str]
    of_war: frozenset[str]
    of_dead: frozenset[str]
    lacking: frozenset[str]
    plain_verbs: frozenset[str]
    shortages: frozenset[str]


class Candidate(NamedTuple):
    """One number of a sentence with what stands around it."""

    tokens: Tokens
    place: int
    words: str
    number: Number
    head: Head
    lead: Lead


@lru_cache(maxsize=16)
def build_count_tables(vocabulary: Vocabulary) -> CountTables:
    """The tables of a vocabulary that tell what numbers count."""
    words = vocabulary.read("quantity_words")
    members = build_member_words(vocabulary)
    return fill_table(
        CountTables,
        words,
        qualifiers=build_qualifier_reader(vocabulary),
        nouns=build_noun_words(vocabulary),
        labels=build_label_words(vocabulary),
        far=build_far_words(vocabulary),
        measures=build_measure_tables(vocabulary),
        bases=build_basis_tables(vocabulary),
        in_arms=build_in_arms_words(vocabulary),
        members=members,
        citizens=build_citizen_words(vocabulary),
        groups=members.groups,
        plain_verbs=frozenset(vocabulary.read("grammar")["plain_verbs"]),
        one=frozenset(row.words for row in vocabulary.number_words if row.value == 1) | {"1"},
    )
