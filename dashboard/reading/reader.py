"""An article's text in, its proposed reports out: the one door of this room.

The parts stand in their own files: sentences, quantities (numbers, qualifiers, nouns, measures), forces, claimants,
stages, dates, statements. Here they are only joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from dashboard.reading.claimants.resolving import Claim, resolve_claimant
from dashboard.reading.context import Context, build_words
from dashboard.reading.dates.resolving import Dates, resolve_dates
from dashboard.reading.figures.numbers import build_number_reader
from dashboard.reading.figures.quantities import Quantity, find_quantities
from dashboard.reading.forces.continued import LastFigure
from dashboard.reading.forces.resolving import ForceReader
from dashboard.reading.stages.carried import carry_stage
from dashboard.reading.stages.resolving import resolve_stage
from dashboard.reading.statements.finding import Statement, find_hedge, find_statements, resolve_stance
from dashboard.reading.statements.topics import PRONOUNS, find_troops
from dashboard.reading.text.markup import blank_markup
from dashboard.reading.text.sentences import find_sentences
from dashboard.records import Basis, Measure, Report, Stage, Stance
from dashboard.vocabulary import Vocabulary, load_vocabulary

_DIGIT: Final = re.compile(r"\d")
CHAIN: Final = 2  # sentences from a figure to one without a noun that goes on counting the same
HEADED: Final = 3  # sentences that tell what a heading is about
TOLD_REACH: Final = 4  # sentences back to the troops that "the reports" are of
OWN: Final = {(word, its) for word in ("whether", "if", "that") for its in ("it", "its")}
FIGURE_REACH: Final = 8  # words from "declined" to "the figure"
RECENT: Final = 24  # figures back to the count that a number goes back to
NEAR: Final = 3  # a figure without a noun counts the troops of this many sentences before


def read_article(
    text: str, published: date | None = None, outlet: str | None = None, vocabulary: Vocabulary | None = None
) -> list[Report]:
    """The reports of an article, in the order of its text; each is a proposal, until a person has reviewed it.

    `published` is the day that "on Wednesday" and "this month" are counted from; without it such dates stay None.
    `outlet` is never taken for a claimant ("the BBC reported"). A sentence printed twice is reported once.

    >>> report = read_article("Kenya has sent about 600 soldiers to Haiti, the ministry said.")[0]
    >>> report.figure_text, report.low, report.qualifier.value, report.force
    ('600', 600, 'about', 'Kenya')
    """
    vocabulary = vocabulary or load_vocabulary()
    plain = blank_markup(text)
    reports = _read_plain(plain, published, vocabulary)
    if plain is not text:
        reports = [_quote(report, text) for report in reports]
    return [_without_outlet(report, outlet) for report in reports]


def _quote(report: Report, text: str) -> Report:
    """The report with its words as the article has them, markup and all."""
    figure = slice(report.figure_start, report.figure_end)
    is_figure = report.figure_start is not None
    quote = text[report.quote_start : report.quote_end]
    return replace(report, quote=quote, figure_text=text[figure] if is_figure else report.figure_text)


def _read_plain(text: str, published: date | None, vocabulary: Vocabulary) -> list[Report]:
    """The reports of an article without markup, in the order of its text."""
    sentences = find_sentences(text, vocabulary)
    context = Context(text, sentences, published, build_words(vocabulary))
    forces = ForceReader(context, vocabulary)
    figures = list(_find_figures(context, vocabulary))
    reports: list[Report] = []
    last: LastFigure | None = None
    whole, place = "", -NEAR - 1
    for index, quantity in figures:
        near = last if index - place <= NEAR else None
        if index != place:
            if near:
                near = LastFigure(whole or near.force, None)  # "the UN has 900, of whom 300 are Chadian. | Another 100"
            whole = ""
        report = _report_figure(context, forces, index, quantity, near)
        first = max(0, len(reports) - RECENT)
        counts = [(at, one) for (at, _), one in zip(figures[first : len(reports)], reports[first:], strict=True)]
        reports.append(_carry_stage(context, index, report, counts))
        last, place = LastFigure(reports[-1].force, quantity.place), index
        whole = whole if quantity.basis is Basis.PART else reports[-1].force
    reports = _fill_headings(context, reports)
    places: dict[int, list[int]] = {}
    for index, quantity in figures:
        places.setdefault(index, []).append(quantity.start)
    statements = _drop_repeated(context, find_statements(context, places))
    told = {index: report.force for (index, _), report in zip(figures, reports, strict=True)}
    for statement in statements:
        reports.append(_report_statement(context, forces, statement, told))
        told.setdefault(statement.index, reports[-1].force)
    reports.sort(key=lambda report: (report.quote_start, report.figure_start or 0))
    return reports


def _carry_stage(context: Context, index: int, report: Report, told: Sequence[tuple[int, Report]]) -> Report:
    """The report, where nothing tells its stage with that of the count it goes back to."""
    if report.stage is not Stage.UNSPECIFIED or report.measure is not Measure.TROOPS:
        return report
    span = report.figure_start or 0, report.figure_end or 0
    return replace(report, stage=carry_stage(context, index, span, told))


def _fill_headings(context: Context, reports: list[Report]) -> list[Report]:
    """The reports, where a heading does not say whose troops it counts with those of the same number in the text."""
    told = {(one.low, one.high, one.measure): one.force for one in reversed(reports) if one.force}
    return [
        replace(one, force=told.get((one.low, one.high, one.measure), ""))
        if not one.force and _is_heading(context, one.quote_end)
        else one
        for one in reports
    ]


def _is_heading(context: Context, end: int) -> bool:
    """Whether a sentence ends as a heading does: with its line, without a full stop."""
    return context.text[end - 1].isalnum() and context.text[end : end + 1] in ("", "\n", "\r")


def _find_figures(context: Context, vocabulary: Vocabulary) -> Iterator[tuple[int, Quantity]]:
    """Every figure with the number of its sentence; a sentence printed twice is read once."""
    seen: set[str] = set()
    last = -CHAIN - 1
    measures: set[Measure] = set()  # of the last sentence with figures
    number_words, troop_words = _build_number_words(vocabulary), _build_troop_words(vocabulary)
    for index, (start, end) in enumerate(context.sentences):
        if not _DIGIT.search(context.text, start, end) and number_words.isdisjoint(context.word_set(index)):
            continue
        sentence = context.text[start:end]
        if sentence in seen:
            continue
        seen.add(sentence)
        around = range(max(0, index - NEAR), index) if index else range(1, min(HEADED, len(context.sentences)))
        near = index - last <= CHAIN or any(not troop_words.isdisjoint(context.word_set(other)) for other in around)
        loss = next(iter(measures)) if last == index - 1 and len(measures) == 1 else None
        quantities = find_quantities(context, index, vocabulary, near=near, loss=loss)
        if quantities:
            last, measures = index, {quantity.measure for quantity in quantities}
        for quantity in quantities:
            yield index, quantity


@lru_cache(maxsize=16)
def _build_number_words(vocabulary: Vocabulary) -> frozenset[str]:
    numbers = build_number_reader(vocabulary)
    words = {*numbers.values, *numbers.scales, *(f"{word}s" for word in numbers.scales)}
    return frozenset(words | {phrase.split()[-1] for phrase in numbers.bands})


@lru_cache(maxsize=16)
def _build_troop_words(vocabulary: Vocabulary) -> frozenset[str]:
    phrases = (phrase for noun in vocabulary.nouns if noun.kind in ("troops", "crowd") for phrase in noun.words)
    groups = (force.name for force in vocabulary.forces if force.kind == "group")
    words = vocabulary.read("quantity_words")["military"]
    return frozenset(phrase.lower() for phrase in (*phrases, *groups, *words) if " " not in phrase)


def _report_figure(
    context: Context, forces: ForceReader, index: int, quantity: Quantity, last: LastFigure | None
) -> Report:
    start, end = quantity.start, quantity.end
    claim = resolve_claimant(context, index, start, end)
    return _make_report(
        context,
        index,
        (start, end),
        claim,
        stance=resolve_stance(context, index, start, end),
        figure_text=context.text[start:end],
        figure_start=start,
        figure_end=end,
        low=quantity.figure.low,
        high=quantity.figure.high,
        qualifier=quantity.figure.qualifier,
        measure=quantity.measure,
        basis=quantity.basis,
        stage=resolve_stage(context, index, start, end),
        force=forces.find_for_figure(index, quantity, last, claim.claimant),
    )


def _report_statement(context: Context, forces: ForceReader, statement: Statement, told: Mapping[int, str]) -> Report:
    span = statement.start, statement.end
    claim = resolve_claimant(context, statement.index, *span)
    return _make_report(
        context,
        statement.index,
        span,
        claim,
        stance=statement.stance,
        stage=statement.stage,
        measure=Measure.TROOPS,
        force=_find_told_force(context, statement, told)
        or forces.find_for_words(
            statement.index, *span, claim.claimant, statement.stance, is_sent=statement.stage is Stage.SENT
        ),
    )


def _find_told_force(context: Context, statement: Statement, told: Mapping[int, str]) -> str:
    """ "Chad has 400 men there. The ministry declined to comment on | the figure": of the troops told of last."""
    index = statement.index
    words = context.folded[statement.start : context.sentences[index][1]].split()[:FIGURE_REACH]
    is_pronoun = words[:1] != [] and words[0] in PRONOUNS
    is_own = any(pair in OWN for pair in pairwise(words))  # "has not said | whether it lost men"
    if is_own or (find_troops(context, index) and not is_pronoun):
        return ""
    is_figure = not context.words.statements.figures.isdisjoint(words)
    if not is_figure and not is_pronoun and statement.stance is Stance.ASSERTS:
        return ""
    return next((told[near] for near in range(index, index - TOLD_REACH - 1, -1) if told.get(near)), "")


def _make_report(
    context: Context, index: int, span: tuple[int, int], claim: Claim, *, stance: Stance, **fields: Any
) -> Report:
    """A report with what is found the same way for figures and statements: claimant, chain, dates, hedge, quote."""
    dates = resolve_dates(context, index, *span)
    quote_start, quote_end = context.sentences[index]
    return Report(
        stance=stance,
        claimant=claim.claimant,
        claimant_text=claim.claimant_text,
        claimant_basis=claim.claimant_basis,
        relayed_by=claim.relayed_by,
        said_earliest=dates.said_earliest,
        said_latest=dates.said_latest,
        said_precision=dates.said_precision,
        said_text=dates.said_text,
        event_earliest=dates.event_earliest,
        event_latest=dates.event_latest,
        event_text=dates.event_text,
        deadline_earliest=dates.deadline_earliest,
        deadline_latest=dates.deadline_latest,
        deadline_text=dates.deadline_text,
        hedge=find_hedge(context, index, *span),
        quote=context.text[quote_start:quote_end],
        quote_start=quote_start,
        quote_end=quote_end,
        note=_explain_dates(context, dates),
        **fields,
    )


def _explain_dates(context: Context, dates: Dates) -> str:
    """Why a date stays empty that the article gives: it is counted from a day of publication that is not known."""
    if context.published is not None:
        return ""
    pairs = (
        (dates.said_text, dates.said_latest),
        (dates.event_text, dates.event_latest),
        (dates.deadline_text, dates.deadline_latest),
    )
    words = [f"“{text}”" for text, latest in pairs if text and latest is None]
    return f"{', '.join(words)} cannot be dated without the day of publication." if words else ""


def _drop_repeated(context: Context, statements: list[Statement]) -> Iterator[Statement]:
    """Without those of a sentence printed twice, before anything is resolved for them."""
    seen: set[tuple[object, ...]] = set()
    for statement in statements:
        start, end = context.sentences[statement.index]
        key = (context.text[start:end], statement.stance, statement.stage)
        if key not in seen:
            seen.add(key)
            yield statement


def _without_outlet(report: Report, outlet: str | None) -> Report:
    """The report without its own outlet as claimant: an outlet prints, it does not stand behind a figure."""
    if not outlet or report.claimant.casefold() != outlet.casefold():
        return report
    return replace(report, claimant="", claimant_text="", claimant_basis=None)
