"""What the fuzzer is made of: words of the news, units to repeat, and ways to spoil a text."""

from __future__ import annotations

import random
from typing import Final

# fmt: off
# Words of the news, dates that are none, and characters that are hard on a reader.
FRAGMENTS: Final = (
    "10,000", "10.000", "10 000", "12 thousand", "42-43 thousand", "6K", "20k-30k", "1 lakh", "ten thousand",
    "half a million", "15-thousand", "1100", "100,000-strong", "between 8 and 10 thousand", "from 3,000 to 5,000",
    "11 to 12,000", "dozens of", "hundreds", "several thousand", "tens of thousands", "6,000+", "or more", "up to",
    "at least", "more than", "fewer than", "around", "an estimated", "another", "the remaining", "of them",
    "including", "troops", "soldiers", "fighters", "personnel", "killed", "wounded", "casualties", "dead", "km", "%",
    "$", "£", "Russian", "North Korean", "Kenya", "U.S.", "French", "Rwanda's", "said", "said that", "said on Friday",
    "according to", "confirmed", "denied", "denied that", "stopped short of confirming", "told reporters", "citing",
    "he added", "who", "the defence ministry", "Pentagon", "John Healey", "lawmakers, briefed by the spy chief,",
    "officials", "plans to send", "has sent", "have arrived in", "are fighting in", "to be deployed",
    "were preparing to join", "on Monday", "last week", "earlier this month", "by December",
    "in September and October", "October 8-13", "31 February 2023", "February 30", "29 February", "in 0000",
    "99 March 99999", "two weeks ago", "999999 weeks ago", "this year", ".", ",", ";", ":", "—", "-", "–", "“", "”",
    '"', "'", "’", "(", ")", "\n", "\r\n", "\t", "\u00a0", "\u202f", "\u2028", "\u0000", "\u202e", "\ufeff", "\ud800",
    "\udfff", "é", "e\u0301", "١٠٠٠", "１０００", "²", "½", "Ⅷ", "ﬁ", "İ", "ß", "🪖",
)

# Each is repeated to a long text: a pattern that backtracks without bound meets its match in one of them.
FAMILIES: Final = (
    "1,", "1", "1 ", "1.", "1-", "1,000,", "1,000 ", "1000 ", "0", "1k-", "1–", "١", "²", "½", "between ",
    "between 1 and ", "from 1 to ", "half a ", "thousand ", "hundred ", "ten thousand ", "tens of ",
    "two hundred and ", "more than ", "up to ", "at least about ", "or more ", "another ", "of the ", "of them ",
    "troops ", "10,000 troops ", "1,000 troops and ", "1,000 killed and ", "10,000 of the 20,000 ", "10,000 troops, ",
    "the number of troops ", "the number of ", "including 500 ", "$1 ", "5% ", "60 km ", "said that ", "said ",
    "he said ", "said X ", "X said ", "according to ", "according to X, ", "citing ", "told ", "the ministry ",
    "Colonel Idris ", "Aa", "A ", "A. ", "Mr. ", "U.S.", "South ", "North Korean ", "Russian and ", "who said Y, ",
    "lawmakers, briefed by ", "“We believe ", "confirmed that ", "denied that ", "denied ", "not ",
    "said on Friday it had confirmed that ", "no evidence that ", "troops were sent to Russia and ", "had sent ",
    "plans to send ", "to be deployed to ", "have arrived and ", "fighting ", "is ", "will have been being ",
    "on Monday ", "by December ", "in September and ", "two weeks ago ", "12 March 2024 ", "between October 8-",
    "last week ", "October 8-13 ", "since ", "March ", "2024 ", "May ", '"', "“", "”", "'", "’s ", "“'", '("', "(",
    "( ", ")", "[", "-", "—", ", ", ",", "; ", ": ", ". ", ".", "...", "! ", "?", ".” ", ' "', "\n", "\n\n", "\r\n",
    "\r", "\t", " ", "\u00a0", "\u2028", "\u202e", "\u0000", "\ud800", "e\u0301", "é", "א",
    "1,000 troops arrived, Kyiv said. ", "He said 1,000 soldiers had been sent.\n",
    "“Up to 5,000 fighters are there,” X said. ", "It denied that troops were sent. ",
    "North Korea sent 1,500 troops, according to X, ",
)

# What an encoding, a layout or a slip of the hand puts into a text.
SPOIL: Final = (
    "\r\n", "\u00a0", "\u200b", "\u202e", "\u0000", "\ud83d", '"', "“", "”", "’", "(", ",", ".", "-", "000", "1,",
    "\n\n", "\t",
)

# What stands before and after the repetition: a speaker, a denial, a quote that ends far off.
FRAMES: Final = (
    ("Kyiv said ", ""), ("Kyiv denied that ", ""), ("According to Kyiv, ", ""), ("", "said Kyiv."),
    ('"We sent ', '" said Kyiv.'), ("The number of troops ", "has risen to 5,000, Kyiv said."),
    ("There is no evidence that ", "arrived."),
)
FRAMED: Final = (
    "1,001 troops, ", "1,000 troops and ", "troops sent to Mali, ", "he said, ", "10 of them, ", "Russia, ",
    "on Monday, ", "Colonel Ali, ", "including 500, ", "killed ", "who arrived in Mali ", "not ",
)
# fmt: on


def make_family(unit: str, length: int, frame: tuple[str, str] = ("", "")) -> str:
    """A text of one unit over and over, about as long as asked, with what stands before and after it."""
    return frame[0] + unit * max(1, length // len(unit)) + frame[1]


def make_units(count: int, seed: int) -> list[str]:
    """So many more units to repeat, each of two to six words of the news, with commas here and there."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    return [
        " ".join(chance.choice(FRAGMENTS) for _ in range(chance.randint(2, 6))) + chance.choice((" ", ", ", ". ", "\n"))
        for _ in range(count)
    ]


def mutate(bases: list[str], chance: random.Random) -> str:
    """One of the base texts, spoilt in one to six ways."""
    text = chance.choice(bases)
    for _ in range(chance.randint(1, 6)):
        spoil = chance.choice((_cut, _insert, _repeat, _swap_words, _drop, _replace_word, _join, _change_case))
        text = spoil(text, bases, chance)
    return text[: 3 * max(len(base) for base in bases)]


def _cut(text: str, bases: list[str], chance: random.Random) -> str:
    begin = chance.randrange(len(text) + 1)
    return text[begin : begin + chance.randrange(2_000)]


def _insert(text: str, bases: list[str], chance: random.Random) -> str:
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice((*SPOIL, *FRAGMENTS)) + text[at:]
    return text


def _repeat(text: str, bases: list[str], chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.randint(1, 40)]
    return text[:at] + piece * chance.randint(2, 30) + text[at:]


def _swap_words(text: str, bases: list[str], chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(chance.randint(1, 20)):
        one, other = chance.randrange(len(words)), chance.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _drop(text: str, bases: list[str], chance: random.Random) -> str:
    character = chance.choice((" ", "\n", ".", ",", '"', "”", "“", "e", "0"))
    return text.replace(character, "")


def _replace_word(text: str, bases: list[str], chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(chance.randint(1, 30)):
        words[chance.randrange(len(words))] = chance.choice(FRAGMENTS)
    return " ".join(words)


def _join(text: str, bases: list[str], chance: random.Random) -> str:
    other = chance.choice(bases)
    return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other)) :]


def _change_case(text: str, bases: list[str], chance: random.Random) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)
