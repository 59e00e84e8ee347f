"""The record of one estimate as safe HTML: every report of it, its words, and who stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import pandas as pd

from dashboard.dataset.confidence import Yardstick, find_meaning
from dashboard.reading.text.sentences import find_sentences
from dashboard.views.html import draw_link, draw_tag, draw_terms, draw_text, escape
from dashboard.views.palette import ClaimantStyle
from dashboard.views.terms import PHASE_WORDS, STANCE_WORDS
from dashboard.views.wording import (
    describe_band,
    describe_basis,
    describe_chain,
    describe_claimant,
    describe_counted,
    describe_day,
    describe_days,
    describe_figure,
    describe_said,
    describe_stage,
    is_missing,
    sign_figure,
)

INFERRED = '<span class="inferred">inferred</span>'
CHANGE_BEFORE = {
    "restates": "Repeats {figure} of {day}.",
    "raises": "Raised from {figure} on {day}.",
    "lowers": "Lowered from {figure} on {day}.",
    "narrows": "Narrowed from {figure} on {day}.",
    "widens": "Widened from {figure} on {day}.",
    "rewords": "Reworded from {figure} on {day}.",
    "two_at_once": "The same claimant also says {figure}; which came later is not known.",
}
CHANGE_AFTER = {
    "restates": "Repeated as {figure} on {day}.",
    "raises": "Raised to {figure} on {day}.",
    "lowers": "Lowered to {figure} on {day}.",
    "narrows": "Narrowed to {figure} on {day}.",
    "widens": "Widened to {figure} on {day}.",
    "rewords": "Reworded to {figure} on {day}.",
    "two_at_once": "The same claimant also says {figure}; which came later is not known.",
}
PROPOSED = '<span class="proposed">proposed by the program, not reviewed</span>'


def draw_record(
    estimate: pd.Series,
    reports: pd.DataFrame,
    texts: dict[str, str],
    style: ClaimantStyle,
    changes: Sequence[str] = (),
    backing: str = "",
    yardsticks: Iterable[Yardstick] = (),
) -> str:
    """The record panel: what was said and by whom, how it changed, and every report of it, latest last.

    `reports` are the estimate's own, in the order of its report_ids, each with its article's outlet, agency, published,
    published_basis and url. `changes` are sentences ("Raised from 1,500 on 18 Oct 2024."). `backing` says how much
    stands behind it. `yardsticks`: the published scales of words of confidence; what a word means is told only where
    one is known to fit its speaker.
    """
    parts = [_draw_head(estimate, style, backing), *(draw_text("p", change, class_="change") for change in changes)]
    scales = tuple(yardsticks)
    parts += [_draw_report(report, texts[report["source_id"]], scales) for report in reports.to_dict("records")]
    return draw_tag("section", "".join(parts), class_="record", aria_label="Record")


def describe_amount(estimate: Mapping[Any, Any] | pd.Series) -> str:
    """The figure with its qualifier, "" where there is none."""
    return describe_figure(estimate["low"], estimate["high"], estimate["qualifier"], estimate["figure_text"])


def describe_headline(estimate: Mapping[Any, Any] | pd.Series) -> str:
    """What the estimate says, in a few words: "about 3,000", "+1,500", or "denied" for a statement without a number.

    A denial that carries the figure it denies says so: "denied: 10,000".
    """
    figure = sign_figure(describe_amount(estimate), estimate["basis"])
    stance = STANCE_WORDS[estimate["stance"]]
    if not figure:
        return stance
    return figure if estimate["stance"] == "asserts" else f"{stance}: {figure}"


def _draw_head(estimate: pd.Series, style: ClaimantStyle, backing: str) -> str:
    claimant = escape(describe_claimant(estimate["claimant"]))
    swatch = draw_tag("span", "", class_="swatch", style=f"background:{style.colour}")
    said = describe_said(
        estimate["said_earliest"], estimate["said_latest"], estimate["said_precision"], estimate["first_published"]
    )
    facts = draw_terms(
        [
            ("Said by", f"{swatch}{claimant}"),
            ("When", escape(said)),
            ("Stage", escape(describe_counted(estimate["stages"]))),
            ("Counts", escape(describe_basis(estimate["basis"]))),
            ("Band", escape(describe_band(estimate["low"], estimate["high"], estimate["qualifier"]))),
            ("Found in", escape(backing)),
        ]
    )
    whose = f"{estimate['force']}, {PHASE_WORDS[estimate['phase']]}"
    return (
        draw_text("p", describe_headline(estimate), class_="headline") + draw_text("p", whose, class_="whose") + facts
    )


def _draw_report(report: Mapping[Any, Any], text: str, yardsticks: Sequence[Yardstick]) -> str:
    outlet = escape(report["outlet"]) or "Outlet not known"
    day = escape(describe_day(report["published"]))
    inferred = INFERRED if report["published_basis"] == "inferred" else ""
    head = draw_tag("h3", f"{outlet} <span class='day'>published {day} {inferred}</span>")
    proposed = draw_tag("p", PROPOSED) if report["review"] == "proposed" else ""
    place = f"?article={quote(report['source_id'])}&passage={quote(report['report_id'])}"
    links = [
        draw_text("a", "Read it in the article", href=f"articles{place}"),
        draw_text("a", "Review it", href=f"review{place}") if proposed else "",
        draw_link(report["url"], "Open it at its outlet"),
    ]
    return draw_tag(
        "article",
        head
        + proposed
        + draw_words(text, report)
        + _draw_facts(report, yardsticks)
        + draw_tag("p", " ".join(filter(None, links)), class_="links"),
        class_="report",
        data_report=report["report_id"],
    )


def draw_words(text: str, report: Mapping[Any, Any] | pd.Series) -> str:
    """The quote with the figure marked in it, between the sentence before and the sentence after."""
    start, end = int(report["quote_start"]), int(report["quote_end"])
    before, after = find_context(text, start, end)
    if is_missing(report["figure_start"]):
        words = escape(text[start:end])
    else:
        first, last = int(report["figure_start"]), int(report["figure_end"])
        words = f"{escape(text[start:first])}<mark>{escape(text[first:last])}</mark>{escape(text[last:end])}"
    parts = [
        draw_text("span", before, class_="context"),
        draw_tag("span", words, class_="quote"),
        draw_text("span", after, class_="context"),
    ]
    return draw_tag("blockquote", draw_tag("p", " ".join(parts)))


def find_context(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence before and the sentence after a span, "" where the text begins or ends with it."""
    sentences = [(sentence.start, sentence.end) for sentence in find_sentences(text)]
    before = [span for span in sentences if span[1] <= start]
    after = [span for span in sentences if span[0] >= end]
    return _cut(text, before[-1:]), _cut(text, after[:1])


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> str:
    return "".join(text[start:end].strip() for start, end in spans)


def _draw_facts(report: Mapping[Any, Any], yardsticks: Sequence[Yardstick]) -> str:
    """What the report's row holds, each value beside the words of the article it was read from."""
    return draw_terms(
        [
            ("Stated by", _beside(_describe_whose(report), report["claimant_basis"] == "inferred")),
            ("Chain", escape(describe_chain(report["relayed_by"]))),
            ("Stage", escape(describe_stage(report["stage"]))),
            ("Said", _describe_dates(report, "said")),
            ("Happened", _describe_dates(report, "event")),
            ("By", _describe_dates(report, "deadline")),
            ("Confidence", _describe_confidence(report, yardsticks)),
            ("Agency copy", escape(report["agency"])),
            ("Note", escape(report["note"])),
        ]
    )


def _describe_whose(report: Mapping[Any, Any]) -> str:
    claimant = escape(describe_claimant(report["claimant"]))
    words = draw_text("q", report["claimant_text"])
    return claimant if not words else f"{claimant} {words}"


def _describe_confidence(report: Mapping[Any, Any], yardsticks: Sequence[Yardstick]) -> str:
    """The speaker's words, and beside them what a published yardstick that fits the speaker means by them."""
    if is_missing(report["hedge"]):
        return ""
    meaning = find_meaning(report, yardsticks)
    if meaning is None:
        return draw_text("q", report["hedge"])
    source = draw_link(meaning.yardstick.url, meaning.yardstick.name)
    return f"{draw_text('q', report['hedge'])}: {escape(meaning.term.meaning)} by the {source}"


def _beside(value: str, inferred: bool) -> str:
    return f"{value} {INFERRED}" if inferred else value


def _describe_dates(report: Mapping[Any, Any], span: str) -> str:
    earliest: Any = report[f"{span}_earliest"]
    if is_missing(earliest):
        return "not dated" if span == "said" else ""
    days = escape(describe_days(earliest, report[f"{span}_latest"]))
    return f"{days} {draw_text('q', report[f'{span}_text'])}"


def describe_changes(record: str, revisions: pd.DataFrame, estimates: pd.DataFrame) -> list[str]:
    """How the claimant's totals before and after this one differ from it, a sentence each.

    `revisions` has one row per pair of successive totals (`dataset/revisions.py`); `estimates` those it names.
    """
    by_id = {row["estimate_id"]: row for row in estimates.to_dict("records")}
    before = revisions.loc[revisions["later_id"] == record]
    after = revisions.loc[revisions["earlier_id"] == record]
    pairs = [
        *zip(before["kind"].map(CHANGE_BEFORE), before["earlier_id"], strict=True),
        *zip(after["kind"].map(CHANGE_AFTER), after["later_id"], strict=True),
    ]
    return [_describe_change(words, by_id[other]) for words, other in pairs]


def _describe_change(words: str, other: Mapping[Any, Any]) -> str:
    return words.format(figure=describe_amount(other), day=describe_day(other["shown_on"]))
