"""One fixed style per claimant: a colour that holds on light and dark, and a short name for narrow places.

The twelve colours were searched for, not picked: each at least 3:1 against both backgrounds, and as far from the others
as they can be for full sight and for the three kinds of colour blindness, the first ones the furthest. A thirteenth
claimant begins the round again with a dot in the middle of its marks; from the twenty-fifth on the label alone tells.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard.records import LIST_SEPARATOR
from dashboard.views.terms import NO_CLAIMANT
from dashboard.views.wording import is_missing

COLOURS: Final = (
    "#0078b4",
    "#d25a00",
    "#00a578",
    "#a578f0",
    "#a54b3c",
    "#c378b4",
    "#3c6987",
    "#96784b",
    "#b44ba5",
    "#784bc3",
    "#d27869",
    "#7869e1",
)
NEUTRAL: Final = "#7d7d7d"  # the article itself, several claimants in one mark, whiskers: nobody's colour
SHORT_NAME: Final = 14  # characters that a narrow label can hold
SHORT_WORD: Final = 6


@dataclass(frozen=True, slots=True)
class ClaimantStyle:
    """How one claimant is drawn everywhere: `dotted` marks carry a dot, as their colour is used a second time."""

    claimant: str
    short: str
    colour: str
    dotted: bool = False


def assign_claimant_styles(
    claimants: Iterable[Any], short_names: Mapping[str, str] | None = None
) -> dict[str, ClaimantStyle]:
    """A style for each claimant, by its name as in the tables; "" is the article itself, in grey.

    Give the claimants of the whole dataset, never of a filter or an as-of date, in an order that grows at its end
    (`order_claimants`): a new claimant then takes a new colour and nobody else's changes.
    """
    names = dict.fromkeys(str(name) for name in claimants if not is_missing(name))
    styles = {"": ClaimantStyle("", NO_CLAIMANT, NEUTRAL)}
    for number, name in enumerate(names):
        turn, colour = divmod(number, len(COLOURS))
        short = (short_names or {}).get(name) or shorten_claimant(name)
        styles[name] = ClaimantStyle(name, short, COLOURS[colour], dotted=turn % 2 == 1)
    return styles


def order_claimants(estimates: pd.DataFrame) -> list[str]:
    """Every claimant of the estimates, those with figures first, each in order of first publication.

    Those who made a statement without a number together ("Alpha; Beta") have a place each before one together: such
    statements are shown by claimant.
    """
    known = estimates.loc[estimates["claimant"].notna()]
    has_figure = (known["stance"] == "asserts") & (known["low"].notna() | known["high"].notna())
    ordered = known.assign(no_figure=~has_figure).sort_values(["no_figure", "first_published", "claimant"])
    figures = [str(name) for name in ordered.loc[~ordered["no_figure"], "claimant"]]
    others = [str(name) for name in ordered.loc[ordered["no_figure"], "claimant"]]
    alone = [part for name in others for part in name.split(LIST_SEPARATOR)]
    return list(dict.fromkeys([*figures, *alone, *others]))


def find_style(styles: Mapping[str, ClaimantStyle], claimant: Any) -> ClaimantStyle:
    """The style of a claimant; grey, under its own name, for one that has none."""
    name = "" if is_missing(claimant) else str(claimant)
    return styles.get(name) or ClaimantStyle(name, shorten_claimant(name) if name else NO_CLAIMANT, NEUTRAL)


def shorten_claimant(name: str) -> str:
    """A name for narrow places, where the vocabulary gives none: a person's initial, a country's body by its initials.

    >>> shorten_claimant("Jane Longfellow-Smith"), shorten_claimant("Utopia Ministry of Defence")
    ('J. Longfellow-Smith', 'Utopia MoD')
    >>> shorten_claimant("Alpha; Beta"), shorten_claimant("General Staff of the Land Forces")
    ('Alpha + Beta', 'General Staff …')
    """
    if LIST_SEPARATOR in name:
        return " + ".join(shorten_claimant(part) for part in name.split(LIST_SEPARATOR))
    words = name.split()
    if len(name) <= SHORT_NAME or len(words) < 2:
        return name
    if len(words) == 2:
        return f"{words[0][0]}. {words[1]}"
    if len(words[0]) <= SHORT_WORD:
        return f"{words[0]} {''.join(word[0] for word in words[1:])}"
    return textwrap.shorten(name, SHORT_NAME + 3, placeholder=" …")
