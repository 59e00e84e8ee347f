"""Two articles side by side with the words they share marked, as safe HTML; every word of them is text."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.dataset.copies import Passage, Shared
from dashboard.views.html import draw_tag, draw_text, escape


def draw_side_by_side(one: str, other: str, shared: Shared, titles: tuple[str, str]) -> str:
    """Both texts whole, each shared passage marked and numbered alike in both."""
    columns = [
        draw_tag("div", draw_text("h3", title) + mark_passages(text, passages))
        for title, text, passages in zip(titles, (one, other), (shared.one, shared.other), strict=True)
    ]
    return draw_tag("div", "".join(columns), class_="side-by-side")


def mark_passages(text: str, passages: Iterable[Passage]) -> str:
    """The text as it is, line ends kept, with the passages marked; passages do not overlap."""
    parts, place = [], 0
    for passage in sorted(passages, key=lambda passage: passage.start):
        start = max(passage.start, place)
        number = draw_text("sup", passage.number)
        parts += [escape(text[place:start]), draw_tag("mark", number + escape(text[start : passage.end]))]
        place = passage.end
    return draw_tag("div", "".join([*parts, escape(text[place:])]), class_="as-published")
