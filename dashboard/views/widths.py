"""How wide a text is, by a table of character widths, a little generous: what is planned apart is drawn apart."""

from __future__ import annotations

from typing import Final

FONT_SIZE: Final = 13.0
_NARROW_LETTERS: Final = frozenset("ijltfrI.,;:'|!()[]- ‘’")
_WIDE_LETTERS: Final = frozenset("mwMWQ@%—")


def measure_text(text: str, bold: bool = False, size: float = FONT_SIZE) -> float:
    """How many pixels a line of text is wide, at the most."""
    return sum(map(_measure_letter, text)) * size * (1.05 if bold else 1.0)


def _measure_letter(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return 0.29
    if letter in _WIDE_LETTERS:
        return 0.87
    return 0.67 if letter.isupper() else 0.56 if letter.isdigit() else 0.54
