"""The small words of English by which a sentence is taken apart, and the verbs of saying, compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

LISTS: Final = ["addressees", "reports", "evidence", "showing", "nouns_too", "owned", "not_said", "passive_before_to"]
VOWELS: Final = frozenset("aeiou")


class Saying(NamedTuple):
    """One form of a verb of saying: what the verb does, its stance, and the form ("base", "s", "past", "ing")."""

    verb: str
    does: str
    stance: str
    form: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """`grammar.toml` and the verbs and nouns of `statements.toml` as sets for look-up by lower-case word."""

    auxiliaries: frozenset[str]
    be: frozenset[str]
    future: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    openers: frozenset[str]
    inner_prepositions: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    obtained: frozenset[str]
    pointers: frozenset[str]
    by_means: frozenset[str]
    accounts: frozenset[str]
    driving: frozenset[str]
    ing_nouns: frozenset[str]
    ranks: frozenset[str]
    modifiers: frozenset[str]
    plain_verbs: frozenset[str]
    orders: frozenset[str]
    papers_told: frozenset[str]
    told_kinds: frozenset[str]
    cited_papers: frozenset[str]
    ownerless_papers: frozenset[str]
    losses: frozenset[str]
    deeds: frozenset[str]
    measured: frozenset[str]
    revised: frozenset[str]
    taken: frozenset[str]
    numbers_told: frozenset[str]
    holding: frozenset[str]
    views: frozenset[str]
    nobody: frozenset[str]
    hearers: frozenset[str]
    asked: frozenset[str]
    spoken: frozenset[str]
    compass: frozenset[str]
    says_little: frozenset[str]
    costing: frozenset[str]
    costing_too: frozenset[str]
    killing: frozenset[str]
    hours: frozenset[str]
    addressing: frozenset[str]
    roles: frozenset[str]
    numbers: frozenset[str]
    saying: Mapping[str, Saying]
    addressees: frozenset[str]
    reports: frozenset[str]
    evidence: frozenset[str]
    showing: frozenset[str]
    nouns_too: frozenset[str]
    owned: frozenset[str]
    not_said: frozenset[str]
    passive_before_to: frozenset[str]
    charges: frozenset[str]
    things: frozenset[str]
    going_on: frozenset[str]
    given: frozenset[str]
    bystanders: frozenset[str]
    triggers: frozenset[str]
    never_names: frozenset[str]


def build_grammar(
    grammar: Mapping[str, Any], statements: Mapping[str, Any], roles: frozenset[str], numbers: frozenset[str]
) -> Grammar:
    """The words of `grammar.toml` and `statements.toml`, compiled.

    `roles` are nouns of speakers ("spokesman"), `numbers` the words for numbers ("twelve").
    """
    closed = {key: frozenset(value) for key, value in grammar.items()}
    saying: dict[str, Saying] = {}
    for row in statements["saying"]:
        for verb in row["verbs"]:
            for form, name in inflect(verb):
                saying.setdefault(form, Saying(verb.split()[0], row["does"], row["stance"], name))
    lists = {
        key: frozenset(word.lower() for word in statements[key]["words"])
        for key in (
            "addressees",
            "reports",
            "evidence",
            "showing",
            "nouns_too",
            "owned",
            "not_said",
            "passive_before_to",
            "charges",
            "things",
            "going_on",
            "bystanders",
            "given",
        )
    }
    triggers = lists["evidence"] | lists["owned"] | lists["given"] | saying.keys() | {"to", "of", "by", "from"}
    small = ("pronouns", "auxiliaries", "adverbs", "openers", "prepositions", "conjunctions", "pointers")
    never_names = frozenset[str]().union(*(closed[key] for key in small)) - closed["determiners"]
    return Grammar(
        **closed,
        **lists,
        roles=roles,
        numbers=numbers,
        saying=saying,
        triggers=frozenset(triggers),
        never_names=never_names,
    )


def inflect(forms: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb from its base and past, and its -ing form and participle where they are not regular.

    >>> [form for form, _ in inflect("deny denied denying")]
    ['deny', 'denies', 'denied', 'denying']
    >>> [form for form, _ in inflect("write wrote writing written")]
    ['write', 'writes', 'wrote', 'writing', 'written']
    """
    base, past, *rest = forms.split()
    if base != past:
        yield base, "base"
    yield add_s(base), "s"
    yield past, "past"
    ing = [word for word in rest if word.endswith("ing")]
    yield (ing[0] if ing else base + "ing"), "ing"
    for word in rest:
        if not word.endswith("ing"):
            yield word, "participle"


def add_s(base: str) -> str:
    """The third person of a verb.

    >>> add_s("deny"), add_s("say"), add_s("reach")
    ('denies', 'says', 'reaches')
    """
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
