"""Number words -> their value: "10,000", "12 thousand", "half a million", "20k-30k", "tens of thousands"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from dashboard.reading.text.scanning import find_at_words, find_firsts, fold_text
from dashboard.vocabulary import Vocabulary

LONGEST: Final = 80  # characters; number words are never longer
MOST: Final = 10**10  # nobody counts more people than this; longer runs of digits are codes

# One to four groups: 10,000 / 10.000 / 10 000 (also with a no-break space) / 10'000
_GROUPED: Final = (
    r"\d{1,3}(?:(?:,\d{3}){1,3}|(?:\.\d{3}){1,3}|(?:[ \u2009\u00a0\u202f]\d{3}){1,3}|(?:['’]\d{3}){1,3})(?!\d)"
)
_PLAIN: Final = r"\d{1,9}(?:\.\d{1,2}(?!\d))?(?!\d)"
_RANGE_GAP: Final = re.compile(
    r"\s?[-–—−]\s?|\s(?:to|and|or)\s(?:(?:even|perhaps|possibly|maybe|about|around|some|up to|as many as)\s){0,2}"
)


class Number(NamedTuple):
    """What number words mean by themselves: `banded` for an order of size, `ranged` when both ends are given."""

    low: int
    high: int
    banded: bool = False
    ranged: bool = False


class Atom(NamedTuple):
    """One number in a text: not yet joined with another to a range."""

    start: int
    end: int
    number: Number
    scale: int = 1  # what its last word multiplies by: 1,000 in "10 thousand"


@dataclass(frozen=True, eq=False)
class NumberReader:
    """The patterns and tables of one vocabulary, made once."""

    values: dict[str, int]
    scales: dict[str, int]
    bands: dict[str, tuple[int, int]]
    pattern: re.Pattern[str]
    firsts: frozenset[str]  # the words that number words begin with
    known: dict[str, Number | None] = field(default_factory=dict)


@lru_cache(maxsize=16)
def build_number_reader(vocabulary: Vocabulary) -> NumberReader:
    """The reader of number words for a vocabulary."""
    values = {row.words: row.value for row in vocabulary.number_words if not row.scale}
    scales = {row.words: row.value for row in vocabulary.number_words if row.scale}
    bands = {words: (row.low, row.high) for row in vocabulary.magnitudes for words in expand_words(row.words)}
    firsts = find_firsts([*values, *bands, "half", "a", "an"])
    return NumberReader(values, scales, bands, _build_pattern(values, scales, bands), firsts)


def expand_words(words: str) -> list[str]:
    """Every wording of a vocabulary entry.

    >>> expand_words("just? over|above the")
    ['just over the', 'just above the', 'over the', 'above the']
    """
    choices = []
    for token in words.split():
        options = token.rstrip("?").split("|")
        choices.append([*options, ""] if token.endswith("?") else options)
    return [" ".join(filter(None, choice)) for choice in product(*choices)]


def _build_pattern(
    values: dict[str, int], scales: dict[str, int], bands: dict[str, tuple[int, int]]
) -> re.Pattern[str]:
    long_scales = [word for word in scales if len(word) > 1]
    scale = rf"(?:{_any_of(long_scales)})s?(?!\w)"
    scaled = rf"(?:[kKmM](?!\w)|\s?-?\s?{scale}(?:[\s-]{scale})?)"
    small = rf"(?:{_any_of(values)})(?!\w)"
    more = rf"[\s-]{{1,2}}(?:{small}|{scale})|(?<=[dn])\sand\s{small}(?!\s(?:{_any_of(long_scales)}))"
    spelled = rf"(?:half\sa\s|an?\s){scale}(?:{more}){{0,6}}|{small}(?:\sand\sa\shalf)?(?:{more}){{0,8}}"
    band = _any_of(bands).replace(r"\ ", r"\s")
    return re.compile(
        rf"(?<!\w)(?:(?P<band>(?:{band})(?!\w))"
        rf"|(?P<digits>(?:{_GROUPED}|{_PLAIN})(?P<scaled>{scaled})?)(?![a-z])"
        rf"|(?P<spelled>{spelled}))",
        re.IGNORECASE,
    )


def _any_of(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


def find_atoms(text: str, start: int, end: int, reader: NumberReader, folded: str | None = None) -> list[Atom]:
    """Every number in text[start:end], in order; `folded` is the text folded, where it is known."""
    atoms = []
    folded = folded or fold_text(text)
    for match in find_at_words(reader.pattern, reader.firsts, text, folded, start, end):
        atom = _read_atom(match, reader)
        if atom is not None:
            atoms.append(atom)
    return atoms


def _read_atom(match: re.Match[str], reader: NumberReader) -> Atom | None:
    start, end = match.span()
    if match["band"]:
        low, high = reader.bands[_normalise(match["band"])]
        return Atom(start, end, Number(low, high, banded=True))
    if match["digits"]:
        return _read_digits(match, reader)
    value, scale = _read_spelled(_normalise(match["spelled"]), reader)
    return None if value is None else Atom(start, end, Number(value, value), scale)


def _normalise(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


def _read_digits(match: re.Match[str], reader: NumberReader) -> Atom | None:
    scaled = match["scaled"] or ""
    digits = match["digits"].removesuffix(scaled)
    scale = 1
    for word in _normalise(scaled).split():
        scale *= {"m": 1_000_000}.get(word) or reader.scales.get(word) or reader.scales[word.removesuffix("s")]
    pieces = re.split(r"[,. \u2009\u00a0\u202f'’]", digits)
    if (
        len(pieces) > 1
        and all(len(piece) == 3 for piece in pieces[1:])
        and not (scaled and len(pieces) == 2 and "." in digits)
    ):
        value = int("".join(pieces)) * scale  # whole groups of three: the marks between them group thousands
    elif len(pieces) == 1:
        value = int(digits) * scale
    elif scaled:
        value = round(float(digits) * scale)
    else:
        return None  # 2.5 of what
    return None if value > MOST else Atom(*match.span(), Number(value, value), scale)


def _read_spelled(words: str, reader: NumberReader) -> tuple[int | None, int]:
    """The value of words such as "half a million" or "two hundred and fifty", and the scale they end in."""
    total, current, scale, half = 0, 0.0, 1, False
    tokens = words.split()
    for word in tokens:
        plain = word if word in reader.scales else word.removesuffix("s")
        if word in ("a", "an", "and"):
            continue
        if word == "half":
            current += 0.5
            half = True
        elif word in reader.values:
            current += reader.values[word]
            scale = 1
        elif plain in reader.scales:
            scale = reader.scales[plain]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = (
                    (round(current) * (total or 1), 0.0) if scale > total > 0 else (total + round(current), 0.0)
                )
        else:
            return None, 1
    value = total + current
    if half and value != int(value):
        return None, 1
    return (int(value), scale) if 0 < value <= MOST else (None, 1)


def parse_number(words: str, reader: NumberReader) -> Number | None:
    """The meaning of number words that stand alone, or None when they are none; a range has both ends.

    >>> from dashboard.vocabulary import load_vocabulary
    >>> reader = build_number_reader(load_vocabulary())
    >>> parse_number("8 and 10 thousand", reader)
    Number(low=8000, high=10000, banded=False, ranged=True)
    >>> parse_number("tens of thousands", reader)
    Number(low=20000, high=99999, banded=True, ranged=False)
    >>> parse_number("many", reader)
    """
    if len(words) > LONGEST:
        return None
    if words not in reader.known:
        if len(reader.known) > 500_000:
            reader.known.clear()
        reader.known[words] = _parse_words(words, reader)
    return reader.known[words]


def _parse_words(words: str, reader: NumberReader) -> Number | None:
    atoms = find_atoms(words, 0, len(words), reader)
    if not atoms or len(atoms) > 2 or atoms[0].start != 0:
        return None
    if words[atoms[-1].end :] not in ("", "+", "-plus", "-strong"):
        return None
    if len(atoms) == 1:
        return atoms[0].number
    if not _RANGE_GAP.fullmatch(words, atoms[0].end, atoms[1].start):
        return None
    return join_range(atoms[0], atoms[1])


def join_range(first: Atom, second: Atom) -> Number | None:
    """Two numbers as the ends of a range: "11 to 12,000" is 11,000 to 12,000; None when the second is not larger."""
    low, high = first.number, second.number
    if low.banded or high.banded:
        return Number(low.low, high.high, banded=True) if low.high <= high.high else None
    start = low.low
    if first.scale == 1 and second.scale > 1 and start < second.number.high // second.scale:
        start *= second.scale  # "8 and 10 thousand"
    elif first.scale == 1 and second.scale == 1 and start < 1000 <= high.high and start * 1000 < high.high:
        start = start * 1000 if high.high % 1000 == 0 and start * 20_000 >= high.high else start  # "11 to 12,000"
    return Number(start, high.high, ranged=True) if start < high.high else None


def is_range_gap(text: str, start: int, end: int) -> bool:
    """Whether what stands between two numbers can join them to a range: a dash, "to", "and", "or"."""
    return _RANGE_GAP.fullmatch(text, start, end) is not None
