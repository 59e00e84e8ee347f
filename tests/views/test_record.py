"""The record panel shows the exact words, and nothing in them is markup."""

from __future__ import annotations

import pandas as pd

from dashboard.dataset.revisions import build_revisions
from dashboard.loader import load_dataset, load_estimates
from dashboard.records import LIST_SEPARATOR
from dashboard.views.palette import find_style
from dashboard.views.record import describe_changes, draw_record, draw_words, find_context

TEXT = "First comes this. “Up to <b>900</b> & more men,” said Ana. Then that."


def make_report(**changes: object) -> pd.Series:
    quote = "“Up to <b>900</b> & more men,” said Ana."
    start = TEXT.index(quote)
    figure = TEXT.index("900")
    row = {"quote_start": start, "quote_end": start + len(quote), "figure_start": figure, "figure_end": figure + 3}
    return pd.Series({**row, **changes})


def test_the_figure_is_marked_inside_its_quote_between_its_neighbours() -> None:
    html = draw_words(TEXT, make_report())
    assert "&lt;b&gt;<mark>900</mark>&lt;/b&gt; &amp; more men" in html
    assert '<span class="context">First comes this.</span>' in html
    assert '<span class="context">Then that.</span>' in html


def test_a_statement_without_a_number_has_no_mark() -> None:
    html = draw_words(TEXT, make_report(figure_start=pd.NA, figure_end=pd.NA))
    assert "<mark>" not in html
    assert "900" in html


def test_the_first_and_the_last_sentence_have_one_neighbour() -> None:
    assert find_context(TEXT, 0, 17) == ("", "“Up to <b>900</b> & more men,” said Ana.")
    assert find_context(TEXT, len(TEXT) - 10, len(TEXT)) == ("“Up to <b>900</b> & more men,” said Ana.", "")


def test_every_report_of_every_estimate_is_in_its_panel_with_its_words() -> None:
    dataset = load_dataset()
    reports = dataset.reports.join(dataset.sources.set_index("source_id"), on="source_id").set_index(
        "report_id", drop=False
    )
    for _, estimate in load_estimates().iterrows():
        own = reports.loc[estimate["report_ids"].split(LIST_SEPARATOR)]
        html = draw_record(estimate, own, dataset.texts, find_style({}, estimate["claimant"]))
        assert html.count('class="report"') == estimate["reports"]
        assert html.count("<mark>") == own["figure_text"].notna().sum()
        for identity in own["report_id"]:
            assert f'data-report="{identity}"' in html


def test_what_is_inferred_says_so_beside_the_value() -> None:
    dataset = load_dataset()
    reports = dataset.reports.join(dataset.sources.set_index("source_id"), on="source_id").set_index(
        "report_id", drop=False
    )
    estimates = load_estimates()
    estimate = estimates.loc[estimates["estimate_id"] == "a003-00895"].iloc[0]
    own = reports.loc[estimate["report_ids"].split(LIST_SEPARATOR)]
    html = draw_record(estimate, own, dataset.texts, find_style({}, "NIS"))
    assert '<q>South Korean MPs</q> <span class="inferred">inferred</span>' in html
    assert 'published 23 Oct 2024 <span class="inferred">inferred</span>' in html


def test_a_change_is_told_from_both_of_its_ends() -> None:
    estimates = load_estimates()
    revisions = build_revisions(estimates)
    assert describe_changes("a003-00895", revisions, estimates) == ["Raised from 1,500 on 18 Oct 2024."]
    assert describe_changes("a000-00244", revisions, estimates) == ["Raised to about 3,000 on 23 Oct 2024."]
    assert describe_changes("a004-01495", revisions, estimates) == []


def test_two_totals_at_once_are_told_as_such() -> None:
    estimates = load_estimates()
    told = describe_changes("a004-00468", build_revisions(estimates), estimates)
    assert told == ["The same claimant also says 10,000; which came later is not known."]
