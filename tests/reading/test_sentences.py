"""Sentences: where they end, and where they do not."""

from __future__ import annotations

import pytest

from dashboard.reading.text.sentences import LONGEST, find_sentences

CASES = [
    # ends
    ("They left. He stayed.", ["They left.", "He stayed."]),
    ("“We sent 300 men.” He left.", ["“We sent 300 men.”", "He left."]),
    ('"Go now." Then they went.', ['"Go now."', "Then they went."]),
    ("Troops came… They left.", ["Troops came…", "They left."]),
    ("It was in the U.S. The general flew home.", ["It was in the U.S.", "The general flew home."]),
    ("(It rained.) So they waited.", ["(It rained.)", "So they waited."]),
    ("Who came? Nobody.", ["Who came?", "Nobody."]),
    # does not end
    ("General T.K. Okoro spoke. He left.", ["General T.K. Okoro spoke.", "He left."]),
    ("Lt. Gen. J. Okoro of the U.S. Army spoke.", ["Lt. Gen. J. Okoro of the U.S. Army spoke."]),
    ("On Oct. 12 the 3.5 km road was cut.", ["On Oct. 12 the 3.5 km road was cut."]),
    ("“Enough!” Ms Diallo said.", ["“Enough!” Ms Diallo said."]),
    ("“Is it so?” asked Mr. Ruiz.", ["“Is it so?” asked Mr. Ruiz."]),
    ("At 3 p.m. Monday they left.", ["At 3 p.m. Monday they left."]),
    ("“They go,” he said. “We stay.", ["“They go,” he said.", "“We stay."]),
    # line ends
    ("A heading\nBy Ann Lee\r\nSome text.", ["A heading", "By Ann Lee", "Some text."]),
    ("A photo of soldiers\n\nA photo of soldiers\u2028More", ["A photo of soldiers", "A photo of soldiers", "More"]),
    (
        "Chad is to send 900 soldiers to the far north, general says\nby Morning Post news desk\nSome text.",
        ["Chad is to send 900 soldiers to the far north, general says", "by Morning Post news desk", "Some text."],
    ),
    # lines broken because they were full
    (
        "The army of the northern province has sent 300 soldiers led\nby General Kone to the border. It has no more.",
        [
            "The army of the northern province has sent 300 soldiers led\nby General Kone to the border.",
            "It has no more.",
        ],
    ),
    (
        "The army of the northern province, whose chief\nresigned in May, has sent 300 men. It has\nno more.",
        ["The army of the northern province, whose chief\nresigned in May, has sent 300 men.", "It has\nno more."],
    ),
    (
        "A heading of the usual length, with no stop in it\nA photo of men who went there in May\nSome text.",
        ["A heading of the usual length, with no stop in it", "A photo of men who went there in May", "Some text."],
    ),
    ("By Ann Lee\nand Kofi Ofori", ["By Ann Lee", "and Kofi Ofori"]),
    (
        "Ghana has sent a battalion of soldiers to the\nnorth of the country, where General Kofi\nAnsah leads them.",
        ["Ghana has sent a battalion of soldiers to the\nnorth of the country, where General Kofi\nAnsah leads them."],
    ),
    (
        "The army of the northern province has sent some\n\nmen to the border.",
        ["The army of the northern province has sent some", "men to the border."],
    ),
    # space around
    ("\u00a0 He left.\u00a0\tShe came. ", ["He left.", "She came."]),
    ("", []),
    (" \r\n\t", []),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in find_sentences(text)] == sentences


def test_a_stretch_without_a_stop_is_cut_at_a_space() -> None:
    text = "word " * 2000
    sentences = find_sentences(text)
    assert max(end - start for start, end in sentences) <= LONGEST
    assert "".join(text[start:end].replace(" ", "") for start, end in sentences) == "word" * 2000
