"""Sentences in, their figures of troops, killed and wounded out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dashboard.reading.context import Context
from dashboard.reading.figures import far
from dashboard.reading.figures.bases import find_basis
from dashboard.reading.figures.candidates import Candidate, CountTables, build_count_tables
from dashboard.reading.figures.counting import counts_troops, is_military
from dashboard.reading.figures.elements import COUNTED
from dashboard.reading.figures.elided import (
    JOINING,
    has_no_verb,
    is_but,
    is_compared,
    is_given_beside,
    is_of_those,
    is_same_list,
    points_back,
    repeats,
)
from dashboard.reading.figures.in_arms import arm_head
from dashboard.reading.figures.measures import find_inside, find_measure
from dashboard.reading.figures.mentions import Lead, Mention, find_lead, find_mentions
from dashboard.reading.figures.nouns import Head, find_head
from dashboard.reading.figures.unarmed import counts_unarmed
from dashboard.reading.figures.values import parse_figure
from dashboard.reading.text.tokens import NUMBER, Tokens, join_numbers
from dashboard.records import Basis, Figure, Measure
from dashboard.vocabulary import Vocabulary


class Quantity(NamedTuple):
    """One figure: `text[start:end]` are its number words, `place` its token, `head` what it counts."""

    start: int
    end: int
    figure: Figure
    measure: Measure
    basis: Basis
    place: int
    head: Head
    lead: Lead
    tokens: Tokens


def find_quantities(
    context: Context, index: int, vocabulary: Vocabulary, *, near: bool = False, loss: Measure | None = None
) -> list[Quantity]:
    """The figures of troops, killed and wounded in sentence number `index`, in order.

    `near` says that the sentences just before are about troops, so that "the remaining 7,000" counts some, `loss` what
    the sentence before counts if it is nothing but losses of one kind.
    """
    text = context.text
    mentions = find_mentions(text, *context.sentences[index], vocabulary, context.folded)
    if not mentions:
        return []
    tables = build_count_tables(vocabulary)
    tokens = join_numbers(text, context.figure_tokens(index), [(mention.start, mention.end) for mention in mentions])
    places = [place for place, word in enumerate(tokens.words) if word == NUMBER]
    near = near or is_military(tokens, tables)
    candidates: list[Candidate] = []
    found: list[Quantity] = []
    for place, mention in zip(places, mentions, strict=True):
        one = _read_candidate(tokens, place, mention, text, tables, near=near)
        of_group = near and _are_its_members(context, index, one, tables)
        last = found[-1].place if found else None
        is_others = _goes_on_with_others(context, index, one, found, tables)
        is_far = None if is_others else counts_troops(one, candidates, last, near, tables, of_group=of_group)
        candidates.append(one)
        figure = None if is_far is None else parse_figure(text, mention.start, mention.end, vocabulary)
        if is_far is not None and figure is not None:
            before = candidates[-2] if len(candidates) > 1 else None
            measure = _find_measure(one, is_far, found, before, tables)
            if loss and measure is Measure.TROOPS and (repeats(one) if found else points_back(one, tables)):
                measure = loss
            basis = _find_basis(one, measure, found, before, tables)
            if basis is Basis.TOTAL and _is_of_those_before(context, index, one, measure, tables):
                basis = Basis.PART
            if measure is Measure.KILLED and basis is Basis.PART and found and _is_toll(found[-1]):
                found[-1] = found[-1]._replace(measure=Measure.CASUALTIES)
            found.append(_make_quantity(mention, figure, measure, basis, one))
    context.memo["others", index] = not found and bool(candidates) and counts_unarmed(candidates[-1], tables)
    context.memo["counted", index] = [(one.measure, one.figure) for one in found]
    return found


def _make_quantity(mention: Mention, figure: Figure, measure: Measure, basis: Basis, one: Candidate) -> Quantity:
    span = mention.start, mention.end
    return Quantity(*span, figure, measure, basis, one.place, one.head, one.lead, one.tokens)


def _find_end(last: Quantity) -> int:
    """The place behind the words of a figure."""
    return max(last.head.end, last.place + 1)


def _is_listed(last: Quantity, one: Candidate) -> bool:
    """ "700 from Nepal and 500 from Ghana", "Malawi lost three and Tanzania two": no verb between them."""
    return is_same_list(_find_end(last), one) or is_given_beside(_find_end(last), one)


def _goes_on_with_others(
    context: Context, index: int, one: Candidate, found: Sequence[Quantity], tables: CountTables
) -> bool:
    """ "Some 30,000 people have fled. Aid groups say | 9,000 | sleep in schools": a bare number goes on with theirs."""
    is_bare = one.head.kind == "none" and not found and context.memo.get(("others", index - 1), False)
    return is_bare and not is_military(one.tokens, tables)


def _read_candidate(
    tokens: Tokens, place: int, mention: Mention, text: str, tables: CountTables, *, near: bool
) -> Candidate:
    """A number with the words that qualify it and the noun that it counts, as far as its own words tell."""
    lead = find_lead(tokens, place, tables.qualifiers)
    head = _drop_verb(find_head(tokens, place, mention.number.high, tables.nouns), tokens, lead)
    head = arm_head(head, tokens, place, lead, tables.in_arms) if near else head
    return Candidate(tokens, place, text[mention.start : mention.end], mention.number, head, lead)


def _drop_verb(head: Head, tokens: Tokens, lead: Lead) -> Head:
    """The noun of a number, none where it is the verb of "of whom": "of whom roughly 1,200 | operate in the north"."""
    is_verb = head.kind == "other" and lead.before == "whom" and tokens.raw[head.start].islower()
    is_plural = is_verb and tokens.word(head.end - 1).endswith(("s", "percent", "cent"))
    return Head("none", head.start, head.start) if is_verb and not is_plural else head


def _is_toll(last: Quantity) -> bool:
    """ "Put the toll at 4,700, | of whom 600 were dead": not all of them died."""
    words, at = last.tokens.words, last.lead.start
    is_told = "toll" in words[max(0, at - FAR_TOLL) : at] and "death" not in words[max(0, at - FAR_TOLL) : at]
    return is_told and last.measure is Measure.KILLED and last.head.kind == "none"


def _is_of_those_before(context: Context, index: int, one: Candidate, measure: Measure, tables: CountTables) -> bool:
    """Whether it is a share of what the sentence before counts or names."""
    return (
        _are_these(one.tokens, tables)
        or _is_given(context, index, one, measure, tables)
        or _are_some(context, index, one, measure)
        or (one.head.kind == "pronoun" and measure is not Measure.TROOPS and _are_fewer(context, index, one, measure))
    )


def _are_its_members(context: Context, index: int, one: Candidate, tables: CountTables) -> bool:
    """Whether they are members of an armed group that the sentence before is about: "300 of its members"."""
    tokens, head = one.tokens, one.head
    if head.kind != "people" or tokens.words[head.start - 1] not in ("its", "their") or not index:
        return False
    if tokens.word(head.start) not in tables.membership or not tables.clubs.isdisjoint(context.word_set(index - 1)):
        return False
    if tokens.word(head.start) == "members" and not tables.military.isdisjoint(context.word_set(index - 1)):
        return not DYING.isdisjoint(tokens.words[head.end : head.end + 4])  # "310 of its members have died"
    raw = context.figure_tokens(index - 1).raw
    return any(tables.groups.match(raw, at) for at in tables.groups.find_places(raw))


def _find_measure(
    one: Candidate, is_far: bool, found: Sequence[Quantity], before: Candidate | None, tables: CountTables
) -> Measure:
    """What the figure counts, of itself or as the figure before it does."""
    last = found[-1] if found else None
    if last and last.head.kind == "whole" and last.head.end >= one.place and one.head.kind != "measure":
        own = find_inside(one.tokens, one.place + 1, one.head.end, tables.measures)
        return own or Measure.TROOPS  # "8,000 of the 10,000 were wounded", "11 of the 20 wounded men died"
    is_told = is_far or one.lead.before == ":"  # "the toll of 2017: 412"
    measure = find_measure(one.tokens, one.place, one.lead, one.head, is_told, tables.measures)
    if measure is Measure.CASUALTIES and is_far and last and last.measure is Measure.KILLED and one.head.kind == "none":
        return last.measure  # "40 of its men were killed, which brings its losses to 280"
    if measure is not Measure.TROOPS:
        return measure
    if last is None:
        return _find_measure_before(one, before, tables) or measure
    if last.lead.before == one.lead.before == "of" and one.tokens.word(one.lead.start - 2) in JOINING:
        return last.measure  # "cost the lives of 64 Kenyan soldiers and, it is said, of 170 rebels"
    has_verb = one.tokens.word(max(one.head.end, one.place + 1)) in tables.far.auxiliaries  # "and 90 were captured"
    is_done = one.tokens.word(one.place + 1).endswith("ed")
    is_same = is_same_list(_find_end(last), one) or is_given_beside(
        _find_end(last), one
    )  # "Malawi lost three and Tanzania two"
    is_same = is_same or has_no_verb(_find_end(last), one, tables)
    goes_on = is_same and not has_verb and not is_done
    is_claim = (
        one.head.kind == "none" and one.lead.before in tables.far.claiming
    )  # "16 were killed; the rebels claimed 35"
    is_claim = is_claim or (
        one.lead.before in ("to", "of") and one.tokens.word(one.lead.start - 2) in tables.far.admitting
    )
    is_other_side = one.lead.before == "against" and last.measure in (Measure.KILLED, Measure.CASUALTIES)
    is_some = one.lead.before == "including" and one.head.kind == "none"  # "66 were hurt, including 30 flown home"
    is_fewer = is_but(_find_end(last), one) or is_of_those(one)
    return last.measure if is_fewer or goes_on or is_some or is_claim or is_other_side or is_compared(one) else measure


def _find_measure_before(one: Candidate, before: Candidate | None, tables: CountTables) -> Measure | None:
    """What the number just before counts, of which some are told: "the toll rose to 51, 46 of them gendarmes"."""
    is_among = one.tokens.words[max(0, one.lead.start - 2) : one.lead.start] == ["among", "them"]
    if before is not None and is_among:
        return find_measure(before.tokens, before.place, before.lead, before.head, True, tables.measures)
    if before is None or one.head.kind != "pronoun" or one.lead.start - max(before.head.end, before.place + 1) > 1:
        return None
    return find_measure(before.tokens, before.place, before.lead, before.head, True, tables.measures)


def _find_basis(
    one: Candidate, measure: Measure, found: Sequence[Quantity], before: Candidate | None, tables: CountTables
) -> Basis:
    """Whether the figure is the whole or something beside it."""
    last = found[-1] if found else None
    if far.is_rise(one.tokens, one.lead, tables.far):
        return Basis.ADDITIONAL
    basis = find_basis(one.tokens, one.place, one.lead, one.head, last is not None, tables.bases)
    if last is None:
        is_told = before is not None and one.lead.before == "," and one.lead.start - before.head.end <= 1
        is_toll = one.head.kind == "pronoun" and not is_told and (measure is not Measure.TROOPS or _is_there(one))
        return Basis.TOTAL if is_toll and basis is Basis.PART else basis  # "27 of them died"
    if basis is Basis.ADDITIONAL and measure not in (last.measure, Measure.TROOPS):
        return Basis.TOTAL  # "five were killed and another three wounded": no more wounded than these
    opens = any(first.lead.before == "of" and one.tokens.word(first.lead.start - 2) in _OPENING for first in found)
    is_listed = last.basis is Basis.PART and (
        is_same_list(_find_end(last), one) or is_given_beside(_find_end(last), one)
    )
    opens = opens or (one.tokens.word(0) == "of" and found[0].place <= OF_REACH)  # "of the force's 900 men | 400 left"
    opens = opens and "which" not in one.tokens.words[last.place : one.place]
    if basis is Basis.TOTAL and (opens or is_listed or _is_broken_down(last, one)):
        return Basis.PART  # "Of the 3,000, some 800 crossed"
    return basis


def _is_broken_down(last: Quantity, one: Candidate) -> bool:
    """ "12,700 soldiers take part: | 7,200 Belarusians and 5,500 Russians"; not of another total behind the colon."""
    is_placed = one.head.kind == "none" and one.tokens.word(one.place + 1) in ("in", "from", "on", "at")
    is_share = one.lead.before == ":" and (one.head.kind in COUNTED or is_placed)  # "900 men: 400 in Mali and 500 ..."
    return is_share and one.number.high < (last.figure.high or 0)


def _is_there(one: Candidate) -> bool:
    """ "There had been | 1,100 of them": all of them, and no part."""
    return "there" in one.tokens.words[max(0, one.lead.start - 4) : one.lead.start]


def _are_these(tokens: Tokens, tables: CountTables) -> bool:
    """ "Of these, | 8,640 failed to appear and 2,973 were minors": the sentence tells some of those counted before."""
    return tokens.word(0) == "of" and tokens.word(1) in tables.bases.these


def _is_given(context: Context, index: int, one: Candidate, measure: Measure, tables: CountTables) -> bool:
    """ "Chad provides | 120": its part of a force that a sentence just before counts."""
    if measure is not Measure.TROOPS:
        return False
    if one.lead.before in ("with", ",") and not tables.bases.part_givers.isdisjoint(one.tokens.words):
        return _are_fewer(context, index, one, measure)  # "its largest contributor is Togo, with | 800"
    if one.lead.before not in tables.bases.part_given:
        return False
    before = (context.word_set(near) for near in range(max(0, index - WHOLE_REACH), index))
    return any(
        not tables.bases.part_bodies.isdisjoint(words) and any(word[0].isdigit() for word in words) for words in before
    )


def _are_some(context: Context, index: int, one: Candidate, measure: Measure) -> bool:
    """ "Killing 19 soldiers. Sixteen | of the soldiers were killed ...": some of those counted just before."""
    words, place = one.tokens.words, one.place
    if words[place + 1 : place + 2] != ["of"] or one.tokens.word(place + 2) not in ("the", "these", "those"):
        return False
    if one.head.kind not in (*COUNTED, "measure") or one.head.start > place + 4:
        return False
    if measure is Measure.TROOPS:
        return True  # "Togo gave 750 of the foreign soldiers"
    return _are_fewer(context, index, one, measure)


def _are_fewer(context: Context, index: int, one: Candidate, measure: Measure) -> bool:
    """ "Named eight soldiers who were killed. Six of them | died in one ambush": the sentence before counts more."""
    before = context.memo.get(("counted", index - 1), ())
    return any(other is measure and (figure.low or 0) > one.number.high for other, figure in before)


DYING: Final = frozenset({"died", "killed", "fallen", "wounded", "dead"})
OF_REACH: Final = 6  # words from the first of a sentence to the whole
FAR_TOLL: Final = 12  # words from "the toll" to its number
WHOLE_REACH: Final = 2  # sentences back to the force of which something is a part
_OPENING: Final = frozenset(("", ",", "that", "“", '"', ";", ":"))  # before "of the 3,000"
