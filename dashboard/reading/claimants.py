"""Who stands behind a figure or statement, and through whom it reached the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from dashboard.reading.context import Context
from dashboard.reading.cues import Cue
from dashboard.reading.grammar import Grammar
from dashboard.reading.names import Party, drop_article, find_matches, resolve_party
from dashboard.reading.phrases import QUOTES, TokenSpan, find_phrase_after
from dashboard.reading.wordlist import WordList, drop_possessive, is_name
from dashboard.records import CHAIN_SEPARATOR, LIST_SEPARATOR, Stated

LOOK_BACK: Final = 6  # sentences in which the one meant by "he" or "the agency" is looked for
PRONOUNS: Final = frozenset({"he", "she", "it", "they", "we", "i", "who"})


@dataclass(frozen=True, slots=True)
class Claim:
    """The claimant and the chain; the names of `Report`'s fields. Empty where the article itself says it."""

    claimant: str = ""
    claimant_text: str = ""
    claimant_basis: Stated | None = None
    relayed_by: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the words of the article that name him, and the parties they stand for."""

    text: str
    parties: tuple[Party, ...]
    is_found: bool = False

    @property
    def kind(self) -> str:
        """The kind of the first party: "media", "lawmakers", "defence", ..."""
        return self.parties[0].kind if self.parties else ""


def resolve_claimant(context: Context, index: int, start: int, end: int) -> Claim:
    """The claim that holds the figure (or other words) at `start:end`, which lies in sentence number `index`."""
    speakers = find_speakers(context, index, start, end)
    if not speakers:
        return Claim()
    return _make_claim(context, speakers)


def find_speakers(context: Context, index: int, start: int, end: int) -> list[Speaker]:
    """Who says the words at `start:end`, from the claimant outwards; none when the article itself says them."""
    key = ("speakers", index, start, end)
    if key not in context.memo:
        span = context.tokens(index).find(start, end)
        speakers = _read_speakers(context, index, context.holders(index, start, end))
        if not speakers:
            speakers = _find_headline_speaker(context, index, span) or _find_in_neighbours(context, index, span)
        context.memo[key] = _put_media_outside(context, speakers)
    found: list[Speaker] = context.memo[key]
    return found


def _read_speakers(context: Context, index: int, holders: list[Cue]) -> list[Speaker]:
    speakers: list[Speaker] = []
    pronoun: TokenSpan | None = None
    tokens = context.tokens(index)
    for cue in holders:
        if cue.subject is None:
            continue
        name = cue.subject.name
        if name[1] - name[0] == 1 and tokens.lower[name[0]] in PRONOUNS:
            pronoun = pronoun or name
            continue
        if tokens.lower[name[0]] in ("his", "her", "its", "their") and cue is not holders[-1]:
            continue
        speaker = read_speaker(context, index, cue)
        if speaker and not any(speaker.text == other.text for other in speakers):
            speakers.append(speaker)
    if not speakers and pronoun:
        found = _find_antecedent(context, index, tokens.lower[pronoun[0]])
        speakers = [found] if found else []
    return speakers


def _put_media_outside(context: Context, speakers: list[Speaker]) -> list[Speaker]:
    """A news outlet only passes on what another has said."""
    named = [speaker for speaker in speakers if not _is_nobodys(context, speaker)]
    speakers = named or speakers
    inner = [speaker for speaker in speakers if speaker.kind != "media"]
    outer = [speaker for speaker in speakers if speaker.kind == "media"]
    return inner + outer if inner else outer


def _is_nobodys(context: Context, speaker: Speaker) -> bool:
    """ "Intelligence reports", "estimates": words that somebody has, not somebody."""
    return speaker.text.split()[-1].lower() in context.words.names.papers and (
        speaker.is_found or not speaker.parties[0].known
    )


def read_speaker(context: Context, index: int, cue: Cue) -> Speaker | None:
    """The speaker of a cue: his words as printed, and the parties they name."""
    tokens = context.tokens(index)
    subject = cue.subject
    if subject is None or subject.name[0] >= subject.name[1]:
        return None
    span = _without_both(tokens, subject.name)
    text = context.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]]
    parties = resolve_parties(tokens, span, context)
    if len(parties) == 1:
        party = parties[0]
        described = subject.described
        owner = _find_owner(context, index, tokens, described or span)
        if owner and not party.known:
            return Speaker(" ".join(text.split()), (owner,))
        if not party.known and described:
            party = _use_description(party, resolve_party(tokens.words[slice(*described)], context.words.names))
        is_found = False
        if not party.known:
            found = _find_in_context(context, index, tokens.words[slice(*span)], party)
            is_found, party = found is not party, found
        return Speaker(" ".join(text.split()), (party,), is_found)
    return Speaker(" ".join(text.split()), parties)


def _find_owner(context: Context, index: int, tokens: WordList, span: TokenSpan) -> Party | None:
    """ "Its defence minister", "their spokesman": the minister of the country, the spokesman of the body, last named."""
    if tokens.lower[span[0]] not in ("its", "their", "his", "her") or span[1] - span[0] < 2:
        return None
    opening = _read_opening(context, index)
    before = [opening] if opening else []
    for speaker in before + _walk_back(context, index):
        party = speaker.parties[0]
        if not party.known or party.is_person != (tokens.lower[span[0]] in ("his", "her")):
            continue
        words = [*party.country.split(), *tokens.words[span[0] + 1 : span[1]]]
        is_government = party.kind in ("government", "person", "leader")
        own = resolve_party(words, context.words.names) if party.country and is_government else party
        return replace(own, is_person=True) if own.known else None
    return None


def _without_both(tokens: WordList, span: TokenSpan) -> TokenSpan:
    start, end = span
    while end - start > 1 and tokens.lower[start] in ("both", "and", "that"):
        start += 1
    return start, end


def _use_description(party: Party, described: Party) -> Party:
    """What the words beside a name tell about its bearer: whose minister, which body's spokesman."""
    if described.kind == "leader" and not party.known:
        return replace(party, kind="leader", country=described.country, known=True, is_person=True)
    if party.known:
        return party
    if described.known and described.kind not in ("media", "lawmakers"):
        return replace(described, is_person=True)
    return replace(party, kind=described.kind or party.kind, country=described.country or party.country, is_person=True)


def resolve_parties(tokens: WordList, span: TokenSpan, context: Context) -> tuple[Party, ...]:
    """The parties of a phrase: one, or each of "South Korean and Ukrainian officials", "Chad, Niger and the EU"."""
    names = context.words.names
    words = tokens.words[slice(*span)]
    pieces = _split(words) if "and" in words or "," in words else [words]
    if len(pieces) > 1 and not any("and" in words[match.start : match.end] for match in find_matches(words, names)):
        parties = [resolve_party(piece, names) for piece in pieces]
        last = pieces[-1]
        tail = last[_first_role(last, context) :]
        parties = [
            _lend_tail(piece, tail, party, context) for piece, party in zip(pieces[:-1], parties, strict=False)
        ] + parties[-1:]
        if all(party.known or _is_named(piece) for piece, party in zip(pieces, parties, strict=True)):
            return tuple(dict.fromkeys(parties))
    return (resolve_party(words, names),)


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


def _is_named(piece: list[str]) -> bool:
    kept = [word for word in piece if word.lower() not in ("the", "a", "an")]
    return bool(kept) and is_name(kept[-1])


def _find_in_context(context: Context, index: int, words: list[str], party: Party) -> Party:
    """ "The agency", "the defence minister", "Ruiz": the one of that kind or name met before."""
    if party.vague and party.kind in ("defence", "foreign", "interior", "intelligence"):
        found = _find_nearest_of_kind(context, index, party.kind)
        if found:
            return replace(found, is_person=party.is_person)
    if words[0].lower() in ("one", "two", "some", "another") and len(words) > 1 and words[1].lower() == "of":
        return party
    is_surname = len(words) <= 2 and is_name(words[-1]) and not party.country
    if not (is_surname or party.vague):
        return party
    for speaker in _walk_back(context, index):
        other = speaker.parties[0]
        said = [drop_possessive(word.lower()) for word in speaker.text.replace("’", "'").split()]
        if words[-1].lower() in said and len(said) > len(words):
            return other
        if party.vague and other.kind == party.kind and other.known and party.kind not in ("speaker", "government"):
            return other
        if party.vague and words[-1].lower() in GENERIC and other.kind in GENERIC[words[-1].lower()]:
            return other
    return party


# What a bare noun can point back to, by the kinds of claimants.
GENERIC: Final[dict[str, tuple[str, ...]]] = {
    "agency": ("intelligence", "monitor", "alliance"),
    "service": ("intelligence",),
    "ministry": ("defence", "foreign", "interior"),
    "group": ("group", "monitor"),
    "alliance": ("alliance",),
    "bloc": ("alliance",),
    "mission": ("mission",),
    "department": ("defence", "foreign"),
    "organisation": ("monitor", "alliance"),
    "organization": ("monitor", "alliance"),
    "military": ("army",),
    "army": ("army",),
}


def _find_nearest_of_kind(context: Context, index: int, kind: str) -> Party | None:
    """The ministry (or service) that the article names nearest, before this place or else after it."""
    spellings = context.words.names.spellings.get(kind, ())
    if not spellings:
        return None
    key = ("kind", kind)
    if key not in context.memo:
        context.memo[key] = [
            (match.start(), match[0]) for match in context.words.kind_pattern(kind).finditer(context.text)
        ]
    found: list[tuple[int, str]] = context.memo[key]
    here = context.sentences[index][0]
    if not found:
        return None
    nearest = min(found, key=lambda place: (place[0] > here, abs(place[0] - here)))
    return resolve_party(nearest[1].split(), context.words.names)


def _walk_back(context: Context, index: int) -> list[Speaker]:
    """The speakers of the sentences before, nearest first; in one sentence the last first. Pronouns are passed over."""
    found: list[Speaker] = []
    for back in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        tokens = context.tokens(back)
        for cue in reversed(context.cues(back)):
            if cue.subject is None or tokens.lower[cue.subject.name[0]] in (*PRONOUNS, "his", "her", "their", "its"):
                continue
            span = _without_both(tokens, cue.subject.name)
            text = " ".join(context.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]].split())
            parties = resolve_parties(tokens, span, context)
            if len(parties) == 1 and not parties[0].known and cue.subject.described:
                described = resolve_party(tokens.words[slice(*cue.subject.described)], context.words.names)
                parties = (_use_description(parties[0], described),)
            found.append(Speaker(text, parties))
        opening = _read_opening(context, back)
        if opening:
            found.append(opening)
    return found


def _read_opening(context: Context, index: int) -> Speaker | None:
    """Whom a sentence is about though he says nothing in it: "The Czech defence minister, Jana Cernochova, visited"."""
    tokens = context.tokens(index)
    grammar = context.words.grammar
    start = 0
    while start < len(tokens.lower) and (tokens.lower[start] in QUOTES or not tokens.lower[start][0].isalpha()):
        start += 1
    name = find_phrase_after(tokens, start, (), (), grammar)
    name = _cut_at_verb(tokens, name)
    if name[1] - name[0] < 2 and not (name[1] > name[0] and is_name(tokens.words[name[0]])):
        return None
    words = tokens.words[slice(*name)]
    party = resolve_party(words, context.words.names)
    own = _read_own_name(tokens, name[1], grammar)
    if own:
        party = _use_description(resolve_party(tokens.words[slice(*own)], context.words.names), party)
        name = own
    if (not party.known and not party.is_person) or party.vague:
        return None
    text = context.text[tokens.starts[name[0]] : tokens.ends[name[1] - 1]]
    return Speaker(" ".join(text.split()), (party,))


def _read_own_name(tokens: WordList, comma: int, grammar: Grammar) -> TokenSpan | None:
    """The name set off behind a title: "The Czech defence minister, | Jana Cernochova |, visited"."""
    if tokens.lower[comma : comma + 1] != [","]:
        return None
    name = find_phrase_after(tokens, comma + 1, (), (), grammar)
    is_closed = tokens.lower[name[1] : name[1] + 1] == [","]
    return (
        name if is_closed and all(is_name(word) for word in tokens.words[slice(*name)]) and name[1] > name[0] else None
    )


def _cut_at_verb(tokens: WordList, name: TokenSpan) -> TokenSpan:
    """A phrase up to its first word in "-ed" or the like that no name is made of: "the army | published"."""
    for position in range(name[0] + 1, name[1]):
        word = tokens.lower[position]
        if not is_name(tokens.words[position]) and (
            word.endswith("ed") or word in ("gave", "met", "spoke", "held", "took", "made", "went", "came", "left")
        ):
            return name[0], position
    return name


def _find_antecedent(context: Context, index: int, pronoun: str) -> Speaker | None:
    """Who "he", "it" or "they" is: the nearest speaker before of that sort."""
    speakers = _walk_back(context, index)
    for speaker in speakers:
        party = speaker.parties[0]
        is_plural = len(speaker.parties) > 1 or speaker.text.split()[-1].endswith("s")
        if pronoun in ("he", "she") and (party.is_person or _looks_like_person(speaker.text)):
            return speaker
        if pronoun == "it" and not party.is_person and not is_plural:
            return speaker
        if pronoun == "they" and is_plural:
            return speaker
    return speakers[0] if speakers and pronoun not in ("he", "she") else None


def _looks_like_person(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 6 and all(is_name(word) for word in words[-2:])


def _find_headline_speaker(context: Context, index: int, span: TokenSpan) -> list[Speaker]:
    """ "3,000 men in the capital: Pentagon", "Pentagon: 3,000 men in the capital", "... - UN": in a line with no full stop."""
    tokens = context.tokens(index)
    size = len(tokens.words)
    if not size or size > 40 or tokens.lower[-1] in (".", "!"):
        return []
    for position in range(size - 1, 0, -1):
        if tokens.lower[position] not in (":", "–", "—", "-"):
            continue
        if position >= span[1] and 1 <= size - position - 1 <= 6:
            speaker = _read_known(context, index, (position + 1, size), tokens.lower[position] == ":")
        elif position < span[0] and position <= 6 and tokens.lower[position] == ":":
            speaker = (
                None if _is_topic(context, tokens, position) else _read_known(context, index, (0, position), False)
            )
        else:
            continue
        if speaker:
            return [speaker]
    return []


def _is_topic(context: Context, tokens: WordList, end: int) -> bool:
    """ "Myanmar: 5,000 soldiers ...": a country by its own name is what the line is about, "Kyiv: ..." speaks."""
    entry = context.words.names.entries.get(" ".join(tokens.lower[:end]))
    return entry is not None and entry.sort == "country" and entry.name.lower() == " ".join(tokens.lower[:end])


def _read_known(context: Context, index: int, span: TokenSpan, take_any: bool) -> Speaker | None:
    tokens = context.tokens(index)
    parties = resolve_parties(tokens, span, context)
    if not all(party.known or (take_any and party.kind) for party in parties):
        return None
    text = context.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]]
    return Speaker(" ".join(text.split()), parties)


STATED_BY: Final = re.compile(
    r"^(?:This|That|The (?:figures?|numbers?|claims?|announcement|estimate|information|news|data|statement))\b.{0,60}?\b(?:by|from)\s|^(?:So|That)\s",
    re.IGNORECASE,
)


def _find_in_neighbours(context: Context, index: int, span: TokenSpan) -> list[Speaker]:
    """The speaker of a sentence that names none: of the quotation it goes on with, or in the sentence after or before."""
    after = _find_stated_after(context, index)
    if after:
        return [after]
    if _is_in_quotation(context, index):
        return _find_quoted_speaker(context, index)
    if index and _introduces(context, index):
        speakers = _walk_back(context, index)
        return speakers[:1]
    if _is_shifted_back(context, index, span):
        tokens = context.tokens(index - 1)
        told = [cue for cue in context.cues(index - 1) if cue.subject]
        if told:
            return _read_speakers(context, index - 1, told[-1:]) if tokens.words else []
    return []


def _find_stated_after(context: Context, index: int) -> Speaker | None:
    """ "... This was stated by the army's spokesman." """
    if index + 1 >= len(context.sentences):
        return None
    start, end = context.sentences[index + 1]
    if not STATED_BY.match(context.text[start : min(end, start + 120)]):
        return None
    for cue in context.cues(index + 1):
        speaker = read_speaker(context, index + 1, cue)
        if (
            speaker
            and speaker.parties
            and speaker.text.lower() not in PRONOUNS
            and not speaker.text.lower().startswith(("this", "that", "the figure", "the number"))
        ):
            return speaker
    return None


def _is_in_quotation(context: Context, index: int) -> bool:
    """Whether the sentence is wholly inside quotation marks, its own or one opened before."""
    tokens = context.tokens(index)
    if not tokens.words:
        return False
    if tokens.words[0] in QUOTES:
        return True
    before = context.text[max(0, context.sentences[index][0] - 3000) : context.sentences[index][0]]
    if before[before.rfind("\n") + 1 :].count('"') % 2:
        return True
    opened = before.rfind("“")
    return opened > before.rfind("”") and "\n" not in before[opened:]


def _find_quoted_speaker(context: Context, index: int) -> list[Speaker]:
    """Of a quotation with nobody named: who spoke just before, or who is named just after."""
    for near in (index - 1, index + 1, index - 2):
        if not 0 <= near < len(context.sentences):
            continue
        cues = [cue for cue in context.cues(near) if cue.subject]
        speakers = _read_speakers(context, near, cues[-1:] if near < index else cues[:1])
        if speakers:
            return speakers
    return []


def _introduces(context: Context, index: int) -> bool:
    start, end = context.sentences[index - 1]
    return context.text[max(start, end - 1) : end] == ":"


SHIFTED: Final = frozenset({"had", "would"})


def _is_shifted_back(context: Context, index: int, span: TokenSpan) -> bool:
    """Whether the tense says that the speaker of the sentence before goes on: "... . Some 3,000 had arrived"."""
    if index == 0 or "\n" in context.text[context.sentences[index - 1][1] : context.sentences[index][0]].strip(" "):
        return False
    tokens = context.tokens(index)
    near = tokens.lower[max(0, span[0] - 12) : span[1] + 12]
    if not any(word in SHIFTED for word in near):
        return False
    return any(cue.saying and cue.subject for cue in context.cues(index - 1))


def _make_claim(context: Context, speakers: list[Speaker]) -> Claim:
    inner = speakers[0]
    outer = [drop_article(speaker.text.split()) for speaker in speakers[1:]]
    basis = (
        Stated.INFERRED
        if inner.text.split()[-1].lower() in context.words.names.papers and inner.is_found
        else Stated.STATED
    )
    claimants = [party.claimant for party in inner.parties]
    if inner.kind == "lawmakers":
        body = _find_briefing_service(context, inner.parties[0].country)
        if body:
            return Claim(
                body, inner.text, Stated.INFERRED, CHAIN_SEPARATOR.join([drop_article(inner.text.split()), *outer])
            )
    return Claim(LIST_SEPARATOR.join(dict.fromkeys(claimants)), inner.text, basis, CHAIN_SEPARATOR.join(outer))


def _find_briefing_service(context: Context, country: str) -> str:
    """The spy service that briefed the lawmakers, when the article says that one did."""
    names = context.words.names
    lower = context.text.lower()
    if not any(words in lower for words in names.briefed):
        return ""
    service = names.bodies.get((country, "intelligence"), "")
    if service:
        return service
    found = _find_nearest_of_kind(context, 0, "intelligence")
    return found.claimant if found and (not country or found.country == country) else ""
