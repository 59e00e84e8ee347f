"""The parties that a phrase names: one, or several joined by "and"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dashboard.reading.context import Context
from dashboard.reading.sentence.names import resolve_party
from dashboard.reading.sentence.written import drop_brackets
from dashboard.reading.tables.names import Names, Party, find_matches
from dashboard.reading.text.phrases import TokenSpan
from dashboard.reading.text.wordlist import WordList, is_name


class Speaker(NamedTuple):
    """Who speaks: the words of the article that name him, the parties they stand for, and how he is `described`."""

    text: str
    parties: tuple[Party, ...]
    is_found: bool = False
    described: str = ""

    @property
    def kind(self) -> str:
        """The kind of the first party: "media", "lawmakers", "defence", ..."""
        return self.parties[0].kind if self.parties else ""


def without_both(tokens: WordList, span: TokenSpan) -> TokenSpan:
    start, end = span
    while end - start > 1 and tokens.lower[start] in ("both", "and", "that"):
        start += 1
    return start, end


def use_description(party: Party, described: Party) -> Party:
    """What the words beside a name tell about its bearer: whose minister, which body's spokesman."""
    if described.kind == "leader" and not party.known:
        return replace(party, kind="leader", country=described.country, known=True, is_person=True)
    if party.known:
        return party
    if described.known and described.kind not in ("media", "lawmakers"):
        return replace(described, is_person=True)
    return replace(party, kind=described.kind or party.kind, country=described.country or party.country, is_person=True)


def tells_office(tokens: WordList, described: TokenSpan, names: Names) -> bool:
    """Whether words beside a name tell whose he is: "who heads the army", not "who studies the army", "who fled it"."""
    first = tokens.lower[described[0]]
    if tokens.lower[described[1] - 1] in names.lands:
        return False  # "an official, from a NATO country, said"
    if tokens.lower[described[1] - 1] in names.kin and tokens.lower[described[0]] in ("a", "an"):
        return False
    return first not in ("who", "which") or tokens.lower[described[0] + 1] in names.office_verbs


def resolve_parties(tokens: WordList, span: TokenSpan, context: Context) -> tuple[Party, ...]:
    """The parties of a phrase: one, or each of "South Korean and Ukrainian officials", "Chad, Niger and the EU"."""
    names = context.words.names
    words = tokens.words[slice(*span)]
    pieces = _split(words) if ("and" in words or "," in words) and not _joins_places(words, context) else [words]
    if len(pieces) > 1 and not any("and" in words[match.start : match.end] for match in find_matches(words, names)):
        parties = [resolve_party(piece, names) for piece in pieces]
        last = pieces[-1]
        tail = last[_first_role(last, context) :]
        parties = [
            _lend_tail(piece, tail, party, context) for piece, party in zip(pieces[:-1], parties, strict=False)
        ] + parties[-1:]
        parties = [parties[0], *_lend_head(pieces, parties, context)]
        if _describes(pieces, names) or _is_one_name(pieces, parties, context):
            return (replace(resolve_party(words, names), vague=False, template=""),)
        if all(
            party.known or _is_named(piece) or _first_role(piece, context) < len(piece)
            for piece, party in zip(pieces, parties, strict=True)
        ):
            return tuple(dict.fromkeys(parties))
    return (resolve_party(words, names),)


def _describes(pieces: list[list[str]], names: Names) -> bool:
    """ "Military and intelligence officials" are officials of both sorts, not the military and others."""
    return [len(piece) for piece in pieces] == [1, 2] and pieces[0][0].lower() in names.adjective_nouns


def _is_one_name(pieces: list[list[str]], parties: list[Party], context: Context) -> bool:
    """ "The Front for Justice and Peace": one body, which has "and" in its name."""
    tail = drop_brackets(pieces[1]) if len(pieces) == 2 else []
    has_initials = len(tail) < len(pieces[-1])  # "the Front for Justice and Peace (FJP)"
    if not 1 <= len(tail) <= 2 or (parties[1].known and not has_initials) or not all(map(is_name, tail)):
        return False
    noun = next((i for i, word in enumerate(pieces[0]) if word.lower() in context.words.names.institutions), None)
    if noun is None or not is_name(pieces[0][noun]):
        return False
    return [word.lower() for word in pieces[0][noun + 1 : noun + 2]] in (["for"], ["of"], ["to"], ["against"])


def _joins_places(words: list[str], context: Context) -> bool:
    """ "The officials in Brussels and Pristina": two places of one speaker."""
    if "and" not in words:
        return False
    at = words.index("and")
    place = next((i for i in range(at - 1, 0, -1) if not is_name(words[i])), 0)
    has_role = any(word.lower() in context.words.grammar.roles for word in words[:place])
    ends_as_place = all(is_name(word) and word.lower() not in context.words.grammar.roles for word in words[at + 1 :])
    return words[place] in ("in", "at", "near") and has_role and ends_as_place


def _split(words: list[str]) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    depth = 0
    for word in words:
        depth += (word == "(") - (word == ")")
        if depth == 0 and word.lower() in ("and", ","):
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [piece for piece in pieces if piece]


def _first_role(words: list[str], context: Context) -> int:
    matches = find_matches(words, context.words.names)
    return next((match.start for match in matches if match.entry.sort == "role"), len(words))


def _lend_tail(piece: list[str], tail: list[str], party: Party, context: Context) -> Party:
    """ "British" in "British and French defence ministers" is read as "British defence ministers"."""
    if (
        not tail
        or any(match.entry.sort != "country" for match in find_matches(piece, context.words.names))
        or not party.known
    ):
        return party
    return resolve_party([*piece, *tail], context.words.names)


def _lend_head(pieces: list[list[str]], parties: list[Party], context: Context) -> list[Party]:
    """ "Niger" in "the defence ministers of Mali and Niger" is read as "the defence ministers of Niger"."""
    first, roles = pieces[0], context.words.grammar.roles
    of = next((i for i in range(1, len(first)) if first[i].lower() == "of" and first[i - 1].lower() in roles), None)
    if of is None or not first[of - 1].endswith("s"):
        return parties[1:]
    return [
        resolve_party([*first[: of + 1], *piece], context.words.names)
        if party.kind == "government" and len(piece) <= 2
        else party
        for piece, party in zip(pieces[1:], parties[1:], strict=True)
    ]


def _is_named(piece: list[str]) -> bool:
    kept = [word for word in piece if word.lower() not in ("the", "a", "an")]
    return bool(kept) and is_name(kept[-1])
