"""What a picture that leaves the program says about itself: of what it is, as known when, from which sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.records import LIST_SEPARATOR
from dashboard.views.wording import describe_day, is_missing


@dataclass(frozen=True, slots=True)
class Imprint:
    """`counts` says how much of how much is shown ("14 of 14 estimates"); `sources` are names with dates."""

    title: str
    as_of: date
    version: str
    counts: str
    sources: Sequence[str]
    licences: Sequence[str] = ()

    @property
    def subtitle(self) -> str:
        """What is shown of it, and as known when."""
        return f"{self.counts}, as known on {describe_day(self.as_of)}"

    @property
    def lines(self) -> list[str]:
        """Sources, data version and licences, a line each."""
        told = [f"Sources: {'; '.join(self.sources)}."] if self.sources else []
        return [*told, f"Data version {self.version}.", *(f"{licence}." for licence in self.licences)]


def list_sources(sources: pd.DataFrame, as_of: date) -> list[str]:
    """The articles published by a day, in order: outlet and date, and what is inferred or not known said so."""
    published = sources.loc[sources["published"] <= pd.Timestamp(as_of)].sort_values(["published", "source_id"])
    return [_describe_source(row) for row in published.to_dict("records")]


def _describe_source(row: Mapping[Any, Any]) -> str:
    agencies = "" if is_missing(row["agency"]) else f" with {str(row['agency']).replace(LIST_SEPARATOR, ', ')} copy"
    outlet = "outlet not known" if is_missing(row["outlet"]) else str(row["outlet"])
    inferred = " (date inferred)" if row["published_basis"] == "inferred" else ""
    return f"{outlet}{agencies}, {describe_day(row['published'])}{inferred}"
