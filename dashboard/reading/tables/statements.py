"""The word lists of `statements.toml` and `hedges.toml`, compiled into one pattern each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, NamedTuple

from dashboard.reading.text.grammar import inflect
from dashboard.reading.text.scanning import find_at_words, find_firsts

PHRASES: Final = ("news", "unconfirmed", "presupposed", "hearsay", "untrue", "ruled_out")


@dataclass(frozen=True, eq=False)
class Phrases:
    """Whole words and phrases as one pattern, which is compiled when a sentence first asks for it.

    `keys` are the longest word of each, with the other words of every phrase that it is the longest of: a match
    contains one of them with all of its others. `firsts` are the words that a match begins with.
    """

    spelled: str
    keys: Mapping[str, Sequence[frozenset[str]]]
    firsts: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the phrases, in whatever case."""
        return re.compile(self.spelled, re.IGNORECASE)

    def can_be_in(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words can hold one of the phrases; the pattern is then worth its time."""
        if self.firsts.isdisjoint(words):
            return False
        return any(others <= words for key in self.keys.keys() & words for others in self.keys[key])

    def find(self, text: str, folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Every match in `text[start:end]`, in order; `folded` is the text folded."""
        return find_at_words(self.pattern, self.firsts, text, folded, start, end)


class StatementWords(NamedTuple):
    """Words for troops and news of them, and the phrases that deny, decline, presuppose or hedge."""

    troops: frozenset[str]
    singles: frozenset[str]
    none: frozenset[str]
    owned: frozenset[str]
    owned_by: frozenset[str]
    offering: frozenset[str]
    about: frozenset[str]
    unseen: frozenset[str]
    unclear: frozenset[str]
    wishing: frozenset[str]
    hiring: frozenset[str]
    ordering: frozenset[str]
    belonging: frozenset[str]
    opening: frozenset[str]
    figures: frozenset[str]
    news_words: frozenset[str]
    armies: frozenset[str]
    sent_units: frozenset[str]
    owners: frozenset[str]
    naming: frozenset[str]  # every word of these that can stand for troops
    news: Phrases
    false: Phrases
    unconfirmed: Phrases
    presupposed: Phrases
    hearsay: Phrases
    hedges: Phrases
    seen: frozenset[str]
    denying: frozenset[str]
    granting: frozenset[str]
    sacking: frozenset[str]
    calling: frozenset[str]
    false_words: frozenset[str]
    untrue: Phrases
    ruled_out: Phrases
    worth_reading: frozenset[str]


def build_statement_words(statements: Mapping[str, Any], hedges: Mapping[str, Any]) -> StatementWords:
    """The words of `statements.toml` and `hedges.toml`, compiled."""
    phrases = {key: build_phrases(statements[key]["words"]) for key in PHRASES}
    phrases["unconfirmed"] = replace(phrases["unconfirmed"], spelled=_spell_loosely(statements["unconfirmed"]["words"]))
    said_false = statements["false"]
    firsts = find_firsts([*said_false["after"], *said_false["calling"]])
    false = Phrases(_spell_predicates(**said_false), find_keys(said_false["words"]), firsts)
    troops = frozenset(words.split()[-1] for words in statements["troops"]["words"])
    denying = {
        form
        for row in statements["saying"]
        if row["stance"] == "denies"
        for verb in row["verbs"]
        for form, _ in inflect(verb)
    }
    others = (statements[key]["words"] for key in ("armies", "sent_units", "singles", "own_men"))
    return StatementWords(
        troops=troops,
        naming=troops.union(*others),
        singles=frozenset(statements["singles"]["words"]),
        none=frozenset(statements["singles"]["none"]),
        owned=frozenset(statements["own_men"]["words"]),
        owned_by=frozenset(statements["own_men"]["owners"]),
        offering=frozenset(statements["unconfirmed"]["offering"]),
        about=frozenset(statements["unconfirmed"]["about"]),
        unseen=frozenset(statements["unconfirmed"]["unseen"]),
        unclear=frozenset(statements["unconfirmed"]["unclear"]),
        wishing=frozenset(statements["wishing"]["words"]),
        hiring=frozenset(statements["hiring"]["words"]),
        ordering=frozenset(statements["ordering"]["words"]),
        belonging=frozenset(statements["belonging"]["words"]),
        opening=frozenset(statements["unconfirmed"]["opening"]),
        figures=frozenset(statements["news"]["figures"]),
        news_words=frozenset(statements["news"]["words"]),
        sent_units=frozenset(statements["sent_units"]["words"]),
        armies=frozenset(statements["armies"]["words"]),
        owners=frozenset(statements["armies"]["owners"]),
        false=false,
        hedges=build_phrases(word for row in hedges["hedge"] for word in row["words"]),
        seen=frozenset(statements["seen"]["words"]),
        denying=frozenset(denying),
        calling=frozenset(said_false["calling"]),
        false_words=frozenset(words for words in said_false["words"] if " " not in words),
        sacking=frozenset(statements["granting"]["sacking"]),
        granting=frozenset(statements["granting"]["words"]),
        worth_reading=frozenset({*false.keys, *phrases["unconfirmed"].keys, *denying}),
        **phrases,
    )


def build_phrases(words: Iterable[str]) -> Phrases:
    """Phrases with their keys."""
    listed = list(words)
    return Phrases(spell_words(listed), find_keys(listed), find_firsts(listed))


def find_keys(words: Iterable[str]) -> dict[str, list[frozenset[str]]]:
    """The longest word of each phrase, as a set of plain words would hold it, with the other words of each.

    >>> find_keys(["evidence", "can't confirm"]) == {"evidence": [frozenset()], "confirm": [frozenset({"can", "t"})]}
    True
    """
    keys: dict[str, list[frozenset[str]]] = {}
    for phrase in words:
        parts = re.findall(r"[^\W_]+", phrase.lower())
        longest = max(parts, key=len)
        keys.setdefault(longest, []).append(frozenset(parts) - {longest})
    return keys


def spell_words(words: Iterable[str]) -> str:
    """A pattern of any of the words, whole, the longest first; an apostrophe may be curly, a space any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s") for word in ordered)
    return rf"\b(?:{either})\b"


def _spell_loosely(words: Iterable[str]) -> str:
    """The words, where "not" and its like can have an adverb behind them: "never | explicitly | confirmed"."""
    return re.sub(r"\b(not|never|neither|nor|cannot)\\s", r"\1\\s(?:(?:\\w+ly|yet|ever|even)\\s)?", spell_words(words))


def _spell_predicates(words: Iterable[str], after: Iterable[str], calling: Iterable[str]) -> str:
    """The words where they are said of something: "were baseless", "such rumours", "called the news “false”"."""
    between = (
        r"\s[\"“‘']?(?:\w+ly\s)?(?:a\s|an\s|pure\s|more\s|utter\s|sheer\s|complete\s|total\s|absolute\s|outright\s)*"
    )
    naming = rf"(?:{'|'.join(calling)})\s[^.;:,\"“]{{0,80}}?(?:as\s[\"“]?|[\"“])(?:another\s|yet another\s|mere\s)?"
    said_of = rf"(?:{'|'.join(map(re.escape, after))}){between}"
    return rf"\b(?:{said_of}|{naming}){spell_words(words)}"
