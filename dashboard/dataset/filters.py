"""Which estimates are shown: a choice of claimants, phases, bases, outlets, review and words, applied to the frames."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.records import LIST_SEPARATOR, Review


@dataclass(frozen=True, slots=True)
class Filters:
    """A choice; an empty one leaves everything in. Names in one field are alternatives; the fields add up."""

    claimants: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    review: str = ""
    words: str = ""


def filter_estimates(
    estimates: pd.DataFrame, reports: pd.DataFrame, sources: pd.DataFrame, filters: Filters
) -> pd.DataFrame:
    """The estimates that fit, in the same order: one row per estimate, every column kept.

    A joint statement fits each of its claimants; the statements of the articles themselves fit "". An estimate fits an
    outlet, a review or words when one of its reports does. Words are looked for as they are, without regard to case.
    """
    fits = pd.Series(True, index=estimates.index)
    if filters.claimants:
        fits &= _split(estimates["claimant"]).isin(filters.claimants).groupby(level=0).any()
    if filters.phases:
        fits &= estimates["phase"].isin(filters.phases)
    if filters.bases:
        fits &= estimates["basis"].isin(filters.bases)
    if filters.outlets:
        outlets = sources.set_index("source_id")["outlet"].fillna("")
        fits &= _carry(estimates, reports.loc[reports["source_id"].map(outlets).isin(filters.outlets), "report_id"])
    if filters.review:
        fits &= (
            estimates["proposed"] > 0
            if filters.review == Review.PROPOSED
            else estimates["proposed"] < estimates["reports"]
        )
    if filters.words.strip():
        fits &= _find_words(estimates, reports, filters.words.strip())
    return estimates.loc[fits]


def list_claimants(estimates: pd.DataFrame) -> list[str]:
    """Every claimant by name, alone or together with others, sorted; "" last for what articles say themselves."""
    names = set(_split(estimates["claimant"]))
    return [*sorted(names - {""}, key=str.casefold), *([""] if "" in names else [])]


def _split(joined: pd.Series) -> pd.Series:
    return joined.fillna("").str.split(LIST_SEPARATOR, regex=False).explode()


def _carry(estimates: pd.DataFrame, report_ids: pd.Series) -> pd.Series:
    """Which estimates have one of these reports."""
    return _split(estimates["report_ids"]).isin(set(report_ids)).groupby(level=0).any()


def _find_words(estimates: pd.DataFrame, reports: pd.DataFrame, words: str) -> pd.Series:
    columns = ["quote", "claimant", "claimant_text", "relayed_by"]
    found = pd.Series(False, index=reports.index)
    for name in columns:
        found |= reports[name].str.casefold().str.contains(words.casefold(), regex=False).fillna(False).astype(bool)
    return _carry(estimates, reports.loc[found, "report_id"])
