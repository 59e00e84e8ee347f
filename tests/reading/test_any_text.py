"""Any text at all can be read: nothing is raised, every span slices back, and the time grows only with the text.

`make fuzz` runs 20,000 inputs and longer texts; here are enough to catch a mistake while working.
"""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.fuzz import (
    MOST,
    OUTLETS,
    PATIENCE,
    PUBLISHED,
    SEEDS,
    any_texts,
    check_reading,
    measure_growth,
    measure_seconds,
    mutated_texts,
    stop_after,
)
from tests.reading.fuzz_texts import FAMILIES, FRAMED, FRAMES, make_family

MEGA = 1_000_000
DEAREST = 40  # times what an article costs; figures packed tight cost about six
HUGE = 5 * 1024 * 1024
LINE = "The ministry said 1,500 Kenyan soldiers had arrived in Haiti on Monday, and 300 more would be sent by May, "
ODD_TEXTS = {
    "empty": "",
    "a number and a sign": "0#",
    "numbers glued to signs": "Kyiv said 1,000# troops, 2,000* soldiers, #3,000 fighters, 4_000 men and 5@6 had come.",
    "only spaces": " \n\t\r\n \u00a0 ",
    "lone surrogates": "\ud800 said 1,000 \udfff troops\udc80 arrived, Kyiv said.",
    "control characters": "\x00The army\x07 said\x1b[31m 1,000\x00troops\x0b had\x0c arrived.\x7f",
    "right to left": "\u202eאמר הצבא 1,000 troops הגיעו\u202c, the army said. ١٬٠٠٠ جندي 1,000 soldiers",
    "other digits": "１,０００ troops, ١٠٠٠ troops, ²³ troops, ½ troops and Ⅷ soldiers arrived, Kyiv said.",
    "byte order mark": "\ufeff1,000 troops arrived, Kyiv said.",
    "combining marks": "1\u0301,0\u030200\u0303 tro\u0308ops arrived, Kyi\u0301v said.",
    "growing case": "İSTANBUL SAİD 1,000 SOLDİERS ARRIVED. ẞ 1,000 ﬃ troops.",
    "impossible dates": "Kyiv said on 31 February 2023 that 1,000 troops came 99 March 0000 by the 45th of May 99999.",
    "dates after publication": "troops\nshort of confirming since August 2023\nIn 2031 Kyiv said 5 men came in 2030.",
    "impossible ages ago": "99999999999999 weeks ago Kyiv said 1,000 troops had arrived 999999999999 years ago.",
    "a range upside down": "Between 5,000 and 300 troops, from 10 thousand to 2 thousand soldiers, arrived, Kyiv said.",
    "a number without end": "Kyiv said " + "9" * 400 + " troops and " + "1," * 300 + " soldiers had arrived.",
    "a product without end": "Kyiv said 9" + " million" * 50 + " and ten" + " thousand" * 80 + " troops had arrived.",
    "unclosed quotes": '“‘“"\'Kyiv said “1,000 "troops ‘had arrived (in [the {east.',
    "nested quotes": "“" * 200 + "1,000 troops arrived" + "”" * 200 + ", Kyiv said.",
    "line separators": "Kyiv said\u20281,000 troops\u2029had\x85arrived\x1ein\x1cHaiti.",
    "old line ends": "Kyiv said 1,000 troops arrived.\rKyiv said 2,000 troops arrived.\r\r",
}
BIG_TEXTS = {
    "a million digits": "Kyiv said " + "7" * MEGA + " troops had arrived.",
    "a million digits in groups": "Kyiv said 1" + ",000" * (MEGA // 3) + " troops had arrived.",
    "five megabytes on one line": LINE * (HUGE // len(LINE)),
    "thousands of numbers in one sentence": "Kyiv said " + ", ".join(f"{n:,} troops" for n in range(1_000, 6_000)),
    "deep quotes": "“‘" * 100_000 + "1,000 troops" + "’”" * 100_000,
    "one long word": "a" * MEGA,
    "one long name": "Colonel " * (MEGA // 8) + "said 1,000 troops had arrived.",
}


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_texts(), st.sampled_from(PUBLISHED), st.sampled_from(OUTLETS))
def test_any_text_is_read(text: str, published: date | None, outlet: str | None) -> None:
    check_reading(text, published, outlet)


def test_spoilt_articles_are_read() -> None:
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    for text in mutated_texts(250, at=7):
        check_reading(text, chance.choice(PUBLISHED))


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
@pytest.mark.parametrize("published", PUBLISHED)
def test_odd_text_is_read(text: str, published: date | None) -> None:
    check_reading(text, published)


@pytest.mark.parametrize("text", BIG_TEXTS.values(), ids=BIG_TEXTS.keys())
def test_big_text_is_read(text: str) -> None:
    with stop_after(PATIENCE):
        check_reading(text, PUBLISHED[1])


def test_a_long_line_is_read_to_its_end() -> None:
    """A text without a line end is read to its end, not cut where it becomes long."""
    reports = check_reading(LINE + "the sea was calm, the sky was clear, " * 1_000 + LINE, PUBLISHED[1])
    assert [report.figure_text for report in reports if report.figure_text] == ["1,500", "300", "1,500", "300"]


def test_reading_twice_gives_the_same() -> None:
    for text in mutated_texts(20, at=11):
        assert check_reading(text, PUBLISHED[1]) == check_reading(text, PUBLISHED[1])


@pytest.mark.parametrize("unit", FAMILIES, ids=repr)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """Ratios of processor time, the least of several tries: eight times the text, and no fixed number of seconds."""
    assert measure_growth(unit, 2_000) <= MOST


@pytest.mark.parametrize("frame", FRAMES, ids=repr)
@pytest.mark.parametrize("unit", FRAMED[:3], ids=repr)  # all of them in the longer run
def test_time_grows_no_faster_between_a_speaker_and_his_words(unit: str, frame: tuple[str, str]) -> None:
    assert measure_growth(unit, 600, frame) <= MOST


@pytest.fixture(scope="module")
def price_of_an_article() -> float:
    """Processor seconds a character of the five articles costs."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return sum(measure_seconds(text) for text in texts) / sum(map(len, texts))


@pytest.mark.parametrize("unit", FAMILIES, ids=repr)
def test_no_text_is_far_dearer_than_an_article(unit: str, price_of_an_article: float) -> None:
    """Per character, beside the five articles in the same run: growth that ends at a bound can still be too much."""
    text = make_family(unit, 6_000)
    with stop_after(PATIENCE):
        assert measure_seconds(text) / len(text) <= DEAREST * price_of_an_article
