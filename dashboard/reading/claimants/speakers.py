"""The speakers of verbs of saying: their words as printed, and the parties they name."""

from __future__ import annotations

from typing import Final

from dashboard.reading.claimants.antecedents import find_antecedent, find_in_context, find_spoken_party, is_meant
from dashboard.reading.claimants.met import LOOK_BACK, NOBODY_NEW, PRONOUNS, read_opening
from dashboard.reading.claimants.namesakes import is_namesake
from dashboard.reading.claimants.owners import BODIES, find_body_before, find_group, find_own_body, find_owner
from dashboard.reading.claimants.papers import find_opening_paper, find_paper
from dashboard.reading.claimants.parties import Speaker, resolve_parties, tells_office, use_description, without_both
from dashboard.reading.context import Context
from dashboard.reading.sentence.names import resolve_party
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.sentence.words_at import is_number
from dashboard.reading.sentence.written import drop_article
from dashboard.reading.tables.names import Party
from dashboard.reading.text.phrases import QUOTES, Subject, TokenSpan

OWNING: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}


def read_speakers(context: Context, index: int, holders: list[Cue]) -> list[Speaker]:
    speakers: list[Speaker] = []
    pronoun: TokenSpan | None = None
    tokens = context.tokens(index)
    for cue in holders:
        if cue.subject is None or _is_own_count(context, tokens.lower[slice(*cue.subject.name)]):
            continue
        name = cue.subject.name
        if name[1] - name[0] == 1 and tokens.lower[name[0]] in OWNING:  # "by | his | count"
            speakers += _find_counting(context, index, tokens.lower[name[0]])
            continue
        if name[1] - name[0] == 1 and tokens.lower[name[0]] in PRONOUNS:
            pronoun = pronoun or name
            continue
        is_inner = tokens.lower[name[0]] in OWNING and cue is not holders[-1]
        if is_inner and not find_owner(context, index, tokens, name):
            continue
        if _is_paper(context, tokens.lower[slice(*name)]):
            pronoun = pronoun or name
            continue
        speaker = read_speaker(context, index, cue)
        if speaker and not any(_is_same(speaker, other) for other in speakers):
            speakers.append(speaker)
    is_nobodys = not any(not _is_nobodys(context, speaker) or _has_owner(speaker) for speaker in speakers)
    if is_nobodys and pronoun:
        noun = tokens.lower[pronoun[1] - 1]
        paper = find_paper(context, index, find_opening_paper(context, index) if noun == "it" else noun)
        if paper:
            writer = read_speaker(context, paper[0], paper[1]) if paper[1] else None
            return [writer] if writer else []
        found = _find_before(context, index, pronoun) or find_antecedent(context, index, tokens.lower[pronoun[0]])
        found = found or _find_opening(context, index, pronoun)
        speakers = [_read_again(context, index, found)] if found else []
    return _drop_own_spokesman(context, speakers)


def _find_counting(context: Context, index: int, owner: str) -> list[Speaker]:
    """ "By | his | count": he."""
    found = find_antecedent(context, index, OWNING[owner])
    return [_read_again(context, index, found)] if found else []


def _is_own_count(context: Context, words: list[str]) -> bool:
    """ "“By | our estimates | there are 300,” she said": hers, who is quoted."""
    return len(words) == 2 and words[0] in ("our", "my") and words[1] in context.words.grammar.reports


def _read_again(context: Context, index: int, found: Speaker) -> Speaker:
    """ "Its spokesman, Ram Thapa, said ... | He | added": whose spokesman he is was said where he was named."""
    if len(found.parties) > 1 or found.parties[0].known:
        return found
    for back in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        for speaker in (read_speaker(context, back, cue) for cue in context.cues(back)):
            if speaker and speaker.text == found.text and speaker.parties[0].known:
                return speaker
    return found


def _drop_own_spokesman(context: Context, speakers: list[Speaker]) -> list[Speaker]:
    """ "The ministry declined to comment, | a spokesman | said": the ministry's own, who passes nothing on."""
    spokesmen = context.words.names.spokesmen
    inner = speakers[:1]
    if not inner or inner[0].parties[0].is_person:
        return speakers
    own = [s for s in speakers[1:] if not (len(s.text.split()) == 2 and s.text.split()[1].lower() in spokesmen)]
    return inner + own


WITHIN: Final = frozenset(
    {"what", "when", "and", ";", ":", "but"}
)  # "Kone holds the town with | what | he says are 300 men"


def _find_before(context: Context, index: int, pronoun: TokenSpan) -> Speaker | None:
    """ "Some 40 men died, Libya says; | it | gives 100 as the number of wounded": who spoke before in the sentence."""
    lower = context.tokens(index).lower
    for cue in reversed(context.cues(index)):
        name = cue.subject.name if cue.subject else pronoun
        is_count = any(is_number(word, context.words.grammar) for word in lower[slice(*name)])
        if name[1] <= pronoun[0] and lower[name[0]] not in NOBODY_NEW and not is_count:
            speaker = read_speaker(context, index, cue)
            return speaker if speaker and is_meant(lower[pronoun[0]], speaker) else None
    opening = read_opening(context, index) if lower[pronoun[0] - 1] in WITHIN and lower[0] not in QUOTES else None
    return opening if opening and lower[pronoun[0]] in ("he", "she") and is_meant(lower[pronoun[0]], opening) else None


def _find_opening(context: Context, index: int, pronoun: TokenSpan) -> Speaker | None:
    """ "| The Chadian army | lost 40 men, it said": whom the sentence opens with, where nobody spoke before."""
    lower = context.tokens(index).lower
    is_body = lower[pronoun[0]] in ("it", "they") and lower[pronoun[0] - 1] == ","
    opening = read_opening(context, index) if is_body else None
    return opening if opening and is_meant(lower[pronoun[0]], opening) else None


def _is_same(one: Speaker, other: Speaker) -> bool:
    """Whether two cues name one speaker: "a document from the ministry", read at "cites" and at "from"."""
    if set(one.parties) < set(other.parties) and one.text in other.text:
        return True  # "the site Frontera and volunteers", of whom the tally is "by the site"
    return one.text == other.text or (
        one.parties == other.parties and (one.text.endswith(other.text) or other.text.endswith(one.text))
    )


def _is_paper(context: Context, words: list[str]) -> bool:
    """ "The report said", "the same statement added": it says what whoever wrote it says."""
    words = [word for word in words if word not in context.words.grammar.told_kinds]
    return len(words) == 2 and words[0] in ("the", "this", "that") and words[1] in context.words.grammar.reports


def put_media_outside(context: Context, speakers: list[Speaker]) -> list[Speaker]:
    """A news outlet only passes on what another has said."""
    named = [
        speaker
        for speaker in speakers
        if not _is_nobodys(context, speaker) or _is_cited_paper(context, speaker, speakers)
    ]
    speakers = named or [speaker for speaker in speakers if _has_owner(speaker)]
    inner = [speaker for speaker in speakers if speaker.kind != "media"]
    outer = [speaker for speaker in speakers if speaker.kind == "media"]
    return inner + outer if inner else outer


def _is_cited_paper(context: Context, speaker: Speaker, speakers: list[Speaker]) -> bool:
    """ "A planning document" that a newspaper cites stands behind the figure, or "an army report"."""
    words, ownerless = speaker.text.split(), context.words.grammar.ownerless_papers
    is_one = words[0].lower() in ("a", "an", "one") and words[-1].lower() in ownerless
    is_one = is_one or (speaker.kind in BODIES and not speaker.is_found)
    return is_one and all(other is speaker or other.kind == "media" for other in speakers)


def _has_owner(speaker: Speaker) -> bool:
    """Whether a paper is somebody's by its words: "army figures", "media reports", not "Estimates"."""
    is_lone = " " not in speaker.text or speaker.kind in ("", "speaker")
    is_lone = is_lone or (speaker.kind == "intelligence" and len(speaker.text.split()) <= 2)
    return speaker.is_found or not speaker.text[1:].islower() or not is_lone


def _is_nobodys(context: Context, speaker: Speaker) -> bool:
    """ "Intelligence reports", "estimates": words that somebody has, not somebody."""
    words, names = speaker.text.lower().split(), context.words.names
    is_office = len(words) > 1 and words[-2] in names.offices and speaker.kind in BODIES  # "army figures"
    return words[-1] in names.papers and (speaker.is_found or not (speaker.parties[0].known or is_office))


def read_speaker(context: Context, index: int, cue: Cue) -> Speaker | None:
    """The speaker of a cue: his words as printed, and the parties they name."""
    subject = cue.subject
    if subject is None or subject.name[0] >= subject.name[1]:
        return None
    key = ("speaker", index, subject)
    if key not in context.memo:
        context.memo[key] = _read_speaker(context, index, subject)
    speaker: Speaker | None = context.memo[key]
    return speaker


def _read_speaker(context: Context, index: int, subject: Subject) -> Speaker | None:
    tokens = context.tokens(index)
    span = without_both(tokens, subject.name)
    text = context.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]].removesuffix("'s").removesuffix("’s")
    parties = resolve_parties(tokens, span, context)
    if len(parties) == 1:
        party = parties[0]
        if party.known and party.is_person and is_namesake(context, tokens.words[slice(*span)], party.claimant):
            party = Party(drop_article(tokens.words[slice(*span)]), "", known=False, is_person=True)
        described = subject.described
        group = find_group(context, index, tokens.words[slice(*span)])
        if group:
            return Speaker(" ".join(text.split()), (group,))
        owner = find_owner(context, index, tokens, described or span)
        if owner and not party.known:
            return Speaker(" ".join(text.split()), (owner,))
        if not party.known and described and tells_office(tokens, described, context.words.names):
            party = use_description(party, resolve_party(tokens.words[slice(*described)], context.words.names))
        is_found = False
        if not party.known:
            is_told = described is not None and tells_office(tokens, described, context.words.names)
            words = tokens.words[slice(*(described if described and is_told else span))]
            spoken = find_spoken_party(context, index, words) or find_own_body(context, index, words)
            spoken = spoken or find_body_before(context, index, words)
            spoken = spoken or (find_body_before(context, index, tokens.words[slice(*span)]) if described else None)
            if spoken:
                return Speaker(" ".join(text.split()), (spoken,))
            found = find_in_context(context, index, tokens.words[slice(*span)], party)
            is_found, party = found is not party, found
        return Speaker(" ".join(text.split()), (party,), is_found)
    return Speaker(" ".join(text.split()), parties)
