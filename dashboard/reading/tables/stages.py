"""`stages.toml`, compiled: what each word tells about how far troops have come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dashboard.reading.tables.lists import fill_table, flatten_lists
from dashboard.reading.text.grammar import inflect
from dashboard.records import Stage


class StageWord(NamedTuple):
    """One form of a verb, or a noun (`form` "noun"), with its stage.

    `placed` is the stage when a place follows ("deployed in"); `needs` are words of which one must follow near by;
    `is_doing` where the object is somebody else ("searching for 400 rebels"), `is_taking` where the subject is,
    `is_either_side` where the word needed may stand before;
    `bound` is the stage when they leave "for" a place, `whole` that of the troops whom others come to ("join 400 men").
    """

    stage: Stage
    form: str
    placed: Stage | None = None
    needs: frozenset[str] = frozenset()
    bound: Stage | None = None
    whole: Stage | None = None
    is_doing: bool = False
    is_taking: bool = False
    is_either_side: bool = False


@dataclass(frozen=True, slots=True)
class StageWords:
    """`stages.toml` as look-ups by lower-case word."""

    verbs: Mapping[str, StageWord]
    engaging: Mapping[str, StageWord]
    nouns: Mapping[str, StageWord]
    phrases: Mapping[str, Sequence[tuple[list[str], Stage | None]]]  # None: an idiom that tells none
    telling: frozenset[str]  # every word that begins one of these
    plan: frozenset[str]
    due: frozenset[str]
    intransitive: frozenset[str]
    counting: frozenset[str]
    asking: frozenset[str]
    projected: frozenset[str]
    prepare: frozenset[str]
    believed: frozenset[str]
    seeing: frozenset[str]
    front: frozenset[str]
    front_not_before: frozenset[str]
    front_not_after: frozenset[str]
    at: frozenset[str]
    to: frozenset[str]
    first: frozenset[str]
    only_verbs: frozenset[str]
    prior: frozenset[str]
    becoming: frozenset[str]
    coming: frozenset[str]
    changing: frozenset[str]
    valuing: frozenset[str]
    bodies: frozenset[str]
    sites: frozenset[str]
    quality: frozenset[str]
    fray: frozenset[str]
    ceilings: frozenset[str]
    captive: frozenset[str]
    starting: frozenset[str]
    changes: frozenset[str]
    agreeing: frozenset[str]
    refusing: frozenset[str]
    agreed_on: frozenset[str]
    existing: frozenset[str]
    loading: frozenset[str]
    putting: frozenset[str]
    capacity: frozenset[str]
    helping: frozenset[str]
    keeping: frozenset[str]
    strength: frozenset[str]
    of_army: frozenset[str]
    mostly: frozenset[str]
    serves: frozenset[str]
    armies: frozenset[str]
    comparing: frozenset[str]
    rising: frozenset[str]
    growing: frozenset[str]
    multiplying: frozenset[str]
    held: frozenset[str]
    prisoners: frozenset[str]
    holding: frozenset[str]
    cells: frozenset[str]
    guarding: frozenset[str]
    attacks: frozenset[str]
    recounted: frozenset[str]
    requoting: frozenset[str]
    multiples: frozenset[str]
    corpses: frozenset[str]
    ranges: frozenset[str]
    grounds: frozenset[str]
    serving: frozenset[str]
    waiting: frozenset[str]
    passage: frozenset[str]
    setting_out: frozenset[str]
    set_to_go: frozenset[str]
    camps: frozenset[str]
    taught: frozenset[str]
    until: frozenset[str]
    done: frozenset[str]
    place_opens: frozenset[str]
    no_place: frozenset[str]
    being: frozenset[str]
    events: frozenset[str]
    times: frozenset[str]
    quantifiers: frozenset[str]
    training_at: frozenset[str]
    training_for: frozenset[str]


def build_stage_words(table: Mapping[str, Any]) -> StageWords:
    """The words of `stages.toml`, compiled."""
    verbs, engaging = _read_verbs(table)
    nouns: dict[str, StageWord] = {}
    for row in table["noun"]:
        for word in row["words"]:
            placed, bound = (Stage(row[key]) if key in row else None for key in ("placed", "bound"))
            nouns.setdefault(word, StageWord(Stage(row["stage"]), "noun", placed, bound=bound))
    phrases: dict[str, list[tuple[list[str], Stage | None]]] = {}
    for words, stage in (*table["phrases"].items(), *((words, None) for words in table["idioms"]["words"])):
        first, rest = words.split(" ", 1)
        phrases.setdefault(first, []).append((rest.split(), Stage(stage) if stage else None))
    for found in phrases.values():
        found.sort(key=lambda entry: -len(entry[0]))  # "taken to hospital" before "taken to"
    lists = flatten_lists(table)
    return fill_table(
        StageWords,
        lists,
        verbs=verbs,
        engaging=engaging,
        nouns=nouns,
        phrases=phrases,
        telling=frozenset({*verbs, *engaging, *nouns, *phrases}),
        changing=_inflect_all([*table["changing"]["verbs"], *table["changing"]["values"]]),
        valuing=_inflect_all(table["changing"]["values"]),
        serving=frozenset([*lists["serving"], *lists["sites"]]),
    )


def _inflect_all(verbs: Sequence[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form, _name in inflect(verb))


def _read_verbs(table: Mapping[str, Any]) -> tuple[dict[str, StageWord], dict[str, StageWord]]:
    """Every form of every verb, and again those that need another word; of two rows with one form the first counts."""
    verbs: dict[str, StageWord] = {}
    engaging: dict[str, StageWord] = {}
    for row in table["verb"]:
        placed, bound, whole = (Stage(row[key]) if key in row else None for key in ("placed", "bound", "whole"))
        for verb in row["verbs"]:
            for form, name in inflect(verb):
                needs = frozenset(row.get("needs", ()))
                kinds = (bool(row.get(key)) for key in ("doing", "taking", "either_side"))
                word = StageWord(Stage(row["stage"]), name, placed, needs, bound, whole, *kinds)
                (engaging if needs else verbs).setdefault(form, word)
    return engaging | verbs, engaging
