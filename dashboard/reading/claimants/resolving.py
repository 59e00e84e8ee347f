"""Who stands behind a figure or statement, and through whom it reached the article."""

from __future__ import annotations

from typing import Final, NamedTuple

from dashboard.reading.claimants.antecedents import find_nearest_of_kind
from dashboard.reading.claimants.met import find_named_later
from dashboard.reading.claimants.neighbours import find_in_neighbours, is_in_quotation
from dashboard.reading.claimants.parties import Speaker, resolve_parties
from dashboard.reading.claimants.speakers import put_media_outside, read_speakers
from dashboard.reading.context import Context
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.sentence.written import drop_article
from dashboard.reading.text.phrases import TokenSpan
from dashboard.reading.text.wordlist import WordList, is_name
from dashboard.records import CHAIN_SEPARATOR, LIST_SEPARATOR, Stated


class Claim(NamedTuple):
    """The claimant and the chain; the names of `Report`'s fields. Empty where the article itself says it."""

    claimant: str = ""
    claimant_text: str = ""
    claimant_basis: Stated | None = None
    relayed_by: str = ""


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
        holders = context.holders(index, start, end)
        is_own = bool(holders) and all(_is_first_person(context, index, cue) for cue in holders)
        speakers = find_in_neighbours(context, index, span) if is_own and is_in_quotation(context, index) else []
        speakers = speakers or read_speakers(context, index, holders)
        speakers = [speaker for speaker in speakers if not _is_nobody(speaker)]
        if not speakers:
            speakers = _find_headline_speaker(context, index, span) or find_in_neighbours(context, index, span)
        context.memo[key] = put_media_outside(context, speakers)
    found: list[Speaker] = context.memo[key]
    return found


def _is_nobody(speaker: Speaker) -> bool:
    """Whether the words that seem to speak name nobody: "| 600 soldiers | have died", "| most of them | think"."""
    if any(party.known for party in speaker.parties):
        return False
    words = (speaker.parties[0].claimant if speaker.parties else speaker.text).lower().split()
    is_verb = len(words) == 1 and words[0].endswith(("ed", "ing")) and not words[0].endswith("king")
    is_share = words[:1] in (["most"], ["many"], ["some"], ["all"]) and words[1:2] == ["of"]
    return is_verb or is_share or (bool(words) and words[0][0].isdigit())


def _is_first_person(context: Context, index: int, cue: Cue) -> bool:
    """ "| I | counted 40 men": whoever is quoted."""
    name = cue.subject.name if cue.subject else (0, 0)
    words = context.tokens(index).lower[slice(*name)]
    return words in (["i"], ["we"]) or words[:1] in (["our"], ["my"])


def _find_headline_speaker(context: Context, index: int, span: TokenSpan) -> list[Speaker]:
    """ "3,000 men in the capital: Pentagon", "Pentagon: 3,000 men ...", "... - UN": in a line with no full stop."""
    tokens = context.tokens(index)
    size = len(tokens.words)
    if not size or size > 40 or tokens.lower[-1] in (".", "!"):
        return []
    first, last = _find_segment(tokens, span)
    for position in range(last - 1, first, -1):
        if tokens.lower[position] not in (":", "–", "—", "-"):
            continue
        if position >= span[1] and 1 <= last - position - 1 <= 6:
            speaker = _read_known(context, index, (position + 1, last), tokens.lower[position] == ":")
        elif position < span[0] and position <= first + 6 and tokens.lower[position] == ":":
            is_topic = _is_topic(context, tokens, (first, position))
            speaker = None if is_topic else _read_known(context, index, (first, position), False)
        else:
            continue
        if speaker:
            return [speaker]
    return []


def _find_segment(tokens: WordList, span: TokenSpan) -> TokenSpan:
    """The part of a headline about a figure: "20 men lost: Army; | 40 enemies lost: sources"."""
    first = next((i + 1 for i in range(span[0] - 1, -1, -1) if tokens.lower[i] == ";"), 0)
    last = next((i for i in range(span[1], len(tokens.lower)) if tokens.lower[i] == ";"), len(tokens.lower))
    return first, last


def _is_topic(context: Context, tokens: WordList, span: TokenSpan) -> bool:
    """ "Myanmar: 5,000 soldiers ...": a country by its own name is what the line is about, "Kyiv: ..." speaks."""
    words = " ".join(tokens.lower[slice(*span)])
    entry = context.words.names.entries.get(words)
    return entry is not None and entry.sort == "country" and entry.name.lower() == words


OFFICES: Final = frozenset(
    {"defence", "foreign", "interior", "intelligence", "leader", "army", "police"}
)  # "... - foreign minister"


def _read_known(context: Context, index: int, span: TokenSpan, take_any: bool) -> Speaker | None:
    tokens = context.tokens(index)
    parties = resolve_parties(tokens, span, context)
    words = tokens.words[slice(*span)]
    if take_any and len(words) <= 4 and all(map(is_name, words)) and not any(party.known for party in parties):
        named = find_named_later(context, index, words)
        if named:
            return Speaker(" ".join(words), named.parties)
    if span[0] == context.opening(index) and len(words) <= 3 and words[-1].lower() in context.words.grammar.roles:
        take_any = True
    is_end = span[1] == len(tokens.words) or (span[0] == context.opening(index) and len(words) <= 3)
    if not all(party.known or (take_any and party.kind) or (is_end and party.kind in OFFICES) for party in parties):
        return None
    text = context.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]]
    return Speaker(" ".join(text.split()), parties)


def _make_claim(context: Context, speakers: list[Speaker]) -> Claim:
    inner = speakers[0]
    is_own = inner.kind == "government" and len(inner.parties) == 1  # "a US official said Washington expected"
    others = [s for s in speakers[1:] if not _is_own_voice(s, inner, is_own)]
    outer = [drop_article(speaker.text.split()) for speaker in others]
    basis = (
        Stated.INFERRED
        if (inner.text.split()[-1].lower() in context.words.names.papers and inner.is_found)
        or any(party.inferred for party in inner.parties)
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


def _is_own_voice(speaker: Speaker, inner: Speaker, is_government: bool) -> bool:
    """ "The army says it lost 90 men, | its commander | said", "| a Chadian colonel | said Chad expected 90"."""
    own, other = inner.parties[0], speaker.parties[0]
    is_its = is_government or speaker.text.split()[0].lower() in ("its", "their")
    is_official = is_government and len(inner.text.split()) <= 3 and other.kind not in ("media", "lawmakers", "group")
    is_again = other == own and own.known and not own.is_person  # "the agency's men said | the agency | expected"
    return (
        is_again or (is_its and other.claimant == own.claimant) or (is_official and other.country == own.country != "")
    )


def _find_briefing_service(context: Context, country: str) -> str:
    """The spy service that briefed the lawmakers, when the article says that one did."""
    names = context.words.names
    lower = context.text.lower()
    if not any(words in lower for words in names.briefed):
        return ""
    service = names.bodies.get((country, "intelligence"), "")
    if service:
        return service
    found = find_nearest_of_kind(context, 0, "intelligence")
    return found.claimant if found and (not country or found.country == country) else ""
