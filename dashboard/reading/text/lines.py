"""The lines of a text as spans, hard-wrapped ones put together: copy that was broken every 60 to 80 characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

LEAST: Final = 40  # characters of a line that was broken because it was full
LONGEST_INITIALS: Final = 6
MOST: Final = 120  # of the longest line of copy that is broken at a width

_LINE: Final = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK: Final = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")
_WORD: Final = re.compile(r"\s*(\S+)")
_BYLINE: Final = re.compile(r"\s*by\s+(?=[A-Z])[^.,;:\r\n]{3,40}")  # of a headline: "by Ann Lee"
_CLOSED: Final = re.compile(r"[.!?:;…][\"'”’»)\]]{0,4}\s*\Z")

Line = tuple[int, int]


def find_lines(text: str) -> Iterator[Line]:
    """Where the lines stand; one that goes on in the next is one with it, so headings and captions are by themselves.

    >>> text = "By Ann Lee\\nThe army of the northern province has sent 300\\nsoldiers to the border."
    >>> [text[start:end] for start, end in find_lines(text)][1]
    'The army of the northern province has sent 300\\nsoldiers to the border.'
    """
    for block in _find_blocks(text):
        start, end = block[0]
        width = _find_width(text, block)
        for line, following in pairwise(block):
            if not _goes_on(text, line, following, width):
                yield start, end
                start = following[0]
            end = following[1]
        yield start, end


def _find_blocks(text: str) -> Iterator[list[Line]]:
    """Lines with no empty line between them."""
    block: list[Line] = []
    for match in _LINE.finditer(text):
        if block and not _BREAK.fullmatch(text, block[-1][1], match.start()):
            yield block
            block = []
        block.append(match.span())
    if block:
        yield block


def _find_width(text: str, block: list[Line]) -> int:
    """The width at which a block was broken; 0 where it was not: where no line plainly goes on in the next."""
    longest = max(end - start for start, end in block)
    is_wrapped = longest <= MOST and any(_is_unfinished(text, *lines) for lines in pairwise(block))
    return longest if is_wrapped else 0


def _goes_on(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether a line goes on in the next: that begins in lower case, or its first word had no room in this one."""
    if _is_unfinished(text, line, following):
        return True
    word = _WORD.match(text, *following)
    if not word or (word[1].isupper() and len(word[1]) > LONGEST_INITIALS):
        return False  # "N'DJAMENA, May 3": the text begins behind its heading
    length = line[1] - line[0]
    return width > 0 and length >= LEAST and length + 1 + len(word[1]) > width


def _is_unfinished(text: str, line: Line, following: Line) -> bool:
    word = _WORD.match(text, *following)
    if not line[0] and _BYLINE.fullmatch(text, *following):
        return False
    is_full = line[1] - line[0] >= LEAST and not _CLOSED.search(text, max(line[0], line[1] - 8), line[1])
    return is_full and word is not None and word[1][0].islower()
