"""How to read the chart, as safe HTML: one screen that a newcomer can follow, with the marks as they are drawn."""

from __future__ import annotations

from typing import Final

from dashboard.views.html import draw_tag, draw_text

ENTRIES: Final = (
    ("●", "A mark is one statement: somebody gave a figure. Colour and name say who; size, how many reports carry it."),
    ("○", "Hollow with a dotted line: planned or being prepared. Solid: said to be there. Each has its own lane."),
    ("⌶", "A bar between caps: a range, or words such as “hundreds”. Nobody said a point inside it."),
    ("↓", "An arrow down: “up to”. An arrow up: “at least”. The other end was not said."),
    (
        "✚",
        "Not a total: a cross is in addition to one, a square a part of one, a diamond what remains, a star was seen.",
    ),
    ("▣", "A box with a number: so many marks too close to tell apart; select it to list them."),
    ("◁", "A thin line to the left: it may have been said earlier; with an open end, nobody knows how much."),
    ("⌐", "A step joins one claimant’s successive totals. Plans and presence are never joined."),
    ("◌", "A dashed outline: read by the program, not yet reviewed by a person."),
    ("✖", "Below: statements without a number. Filled circle: confirmed. Open diamond: not confirmed. Cross: denied."),
)


def draw_guide() -> str:
    """The guide as a list of marks and what each means."""
    items = "".join(
        draw_tag("li", draw_text("span", mark, class_="mark", aria_hidden="true") + draw_text("span", words))
        for mark, words in ENTRIES
    )
    return draw_tag("section", f"{draw_text('h2', 'How to read this')}<ul>{items}</ul>", class_="guide")
