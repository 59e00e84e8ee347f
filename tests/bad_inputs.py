"""Datasets spoiled in one place, with the whole message that each must give: for the loader and the commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from tests.copies import Copy
from tests.spoiling import (
    add_column,
    drop_column,
    link_outside,
    place_outside,
    put_folder,
    remove_file,
    repeat_column,
    repeat_row,
    rewrite_file,
    set_cells,
)

FIRST = "a000-00244"  # line 2 of reports.csv: 1,500, exact, said on 18 October, in a quote from 165 to 345
LARGE = "a000-00432"  # line 3: 10,000, exact
PLAIN = "a001-00094-asserts-arrived"  # line 5: a statement without a number, undated
BAND = "a000-00585"  # line 4: hundreds
UP_TO = "a004-01724"  # line 50: up to 12,000


class BadInput(NamedTuple):
    """What is wrong, how it is made wrong, and the message."""

    name: str
    spoil: Callable[[Copy], object]
    message: str


REPORTS = "data/reports.csv"
SOURCES = "data/sources.csv"

# Every bad input that the loader promises to answer, in the order of that promise.
PROMISED: Final = (
    BadInput(
        "the file is missing",
        remove_file(REPORTS),
        "data/reports.csv: the file cannot be read (No such file or directory); expected a CSV file; restore the file",
    ),
    BadInput(
        "the file is not UTF-8",
        rewrite_file(REPORTS, lambda content: content.replace(b"Volodymyr", b"Volodym\xffr", 1)),
        "data/reports.csv line 3: byte 0xff is not UTF-8 text; expected UTF-8; save the file as UTF-8",
    ),
    BadInput(
        "the file is empty",
        rewrite_file(REPORTS, lambda _: b""),
        "data/reports.csv: the file is empty; expected a header and rows; restore the file",
    ),
    BadInput(
        "there is a header only",
        rewrite_file(REPORTS, lambda content: content.splitlines(keepends=True)[0]),
        "data/reports.csv: there is a header and no row; expected at least one row; add the rows",
    ),
    BadInput(
        "a column is missing",
        drop_column,
        "data/reports.csv line 1: column low is missing; expected the columns that datapackage.json declares; add it",
    ),
    BadInput(
        "a column is there twice",
        repeat_column,
        "data/reports.csv line 1: column low is there twice; expected the columns that datapackage.json declares; "
        "remove one of them",
    ),
    BadInput(
        "a value is not in its closed set",
        set_cells(FIRST, stage="teleported"),
        "data/reports.csv line 2, column stage: 'teleported' is not known; "
        "expected one of planned, preparing, sent, arrived, at_front, unspecified; choose one of them",
    ),
    BadInput(
        "there is no such day",
        set_cells(FIRST, said_latest="2024-02-30"),
        "data/reports.csv line 2, column said_latest: '2024-02-30' is not a day; expected a day as YYYY-MM-DD; "
        "correct the day",
    ),
    BadInput(
        "the earliest day is after the latest",
        set_cells(FIRST, event_earliest="2024-10-18", event_latest="2024-10-01"),
        "data/reports.csv line 2, column event_earliest: 2024-10-18 is after event_latest 2024-10-01; "
        "expected the earliest day first; swap or correct them",
    ),
    BadInput(
        "low is above high",
        set_cells(BAND, low="999", high="200"),
        "data/reports.csv line 4, column low: 999 is above high 200; expected low to be at most high; "
        "swap or correct them",
    ),
    BadInput(
        "there is a low where the qualifier has none",
        set_cells(UP_TO, low="12000"),
        "data/reports.csv line 50, column low: 12000 where the qualifier is 'up_to'; expected no low; "
        "clear it or correct the qualifier",
    ),
    BadInput(
        "two numbers in one cell",
        set_cells(FIRST, low="10-12"),
        "data/reports.csv line 2, column low: '10-12' is not a whole number; expected digits alone; "
        "write low and high apart",
    ),
    BadInput(
        "an offset is past the end of the article",
        set_cells(FIRST, quote_end="99999"),
        "data/reports.csv line 2, column quote_end: 99999 is past the end of the article; expected 3865 at most; "
        "correct the offsets",
    ),
    BadInput(
        "the quote is not in the article",
        set_cells(PLAIN, quote="John Healey said nothing."),
        "data/reports.csv line 5, column quote: 'John Healey said nothing.' does not stand in the article at its "
        "offsets; expected 'John Healey said intelligence reports suggested that North …', which does; "
        "correct the words or the offsets",
    ),
    BadInput(
        "the figure is outside its quote",
        set_cells(FIRST, figure_text="10,000", figure_start="432", figure_end="438", low="10000", high="10000"),
        "data/reports.csv line 2, column figure_start: the figure from 432 to 438 is outside its quote; "
        "expected it from 165 to 345; quote the sentence that holds the figure",
    ),
    BadInput(
        "the article has changed since it was read",
        rewrite_file("seeds/000_7660e4477f753a73.txt", lambda content: content.replace(b"1,500", b"9,500")),
        "data/sources.csv line 2, column sha256: seeds/000_7660e4477f753a73.txt has changed: its SHA-256 is "
        "a09d08e45186ed1da8a5e81c67f365d0340879a8a32624f91c569a2089022801; "
        "expected 5417e542d898acaf8e2b80c0d53b63f944ed78d816c049308a909cc1d470cfcb; "
        "restore the article, or read its passages again",
    ),
    BadInput(
        "the figure says something else in its quote",
        set_cells(FIRST, low="1600", high="1600"),
        "data/reports.csv line 2, column low: low 1600, high 1600, exact is not what the quote says of '1,500'; "
        "expected low 1500, high 1500, exact, as read again from the quote; correct the values or the quote",
    ),
    BadInput(
        "the figure's words are no number",
        set_cells(FIRST, figure_text="special", figure_start="250", figure_end="257"),
        "data/reports.csv line 2, column figure_text: 'special' cannot be read as a number in its quote; "
        "expected number words; correct it, or add the words to the vocabulary",
    ),
    BadInput(
        "an id is there twice",
        repeat_row,
        "data/reports.csv line 55, column report_id: 'a000-00244' is there twice; expected each value once; "
        "change or remove one of the rows",
    ),
    BadInput(
        "the article is not in the table of sources",
        set_cells(FIRST, source_id="a009"),
        "data/reports.csv line 2, column source_id: 'a009' is not in the table of sources; "
        "expected a source_id of that table; add the article or correct the id",
    ),
    BadInput(
        "the address is not http or https",
        set_cells("a002", url="javascript:alert(1)"),
        "data/sources.csv line 4, column url: 'javascript:alert(1)' has another form; expected ^https?://[^\\s]+$; "
        "correct the value",
    ),
    BadInput(
        "the article's file is outside the folder of the articles",
        place_outside,
        "data/sources.csv line 2, column file: '../secret.txt' lies outside the folder of the articles; "
        "expected a file inside seeds; move the article there",
    ),
)

# More that is answered, found by trying.
OTHERS: Final = (
    BadInput(
        "a link leads out of the folder of the articles",
        link_outside,
        "data/sources.csv line 2, column file: '000_7660e4477f753a73.txt' lies outside the folder of the articles; "
        "expected a file inside seeds; move the article there",
    ),
    BadInput(
        "the article is missing",
        remove_file("seeds/000_7660e4477f753a73.txt"),
        "data/sources.csv line 2, column file: '000_7660e4477f753a73.txt' cannot be read (No such file or directory); "
        "expected a file inside seeds; restore it or correct its name",
    ),
    BadInput(
        "a folder stands where the file should",
        put_folder,
        "data/reports.csv: the file cannot be read (Is a directory); expected a CSV file; restore the file",
    ),
    BadInput(
        "a NUL byte",
        rewrite_file(REPORTS, lambda content: content.replace(b"Zelensky", b"Zelen\0sky", 1)),
        "data/reports.csv line 3: byte 0x00 is not UTF-8 text; expected UTF-8; save the file as UTF-8",
    ),
    BadInput(
        "a column that is not declared",
        add_column,
        "data/reports.csv line 1: column 'rating' is not known; expected the columns that datapackage.json declares; "
        "remove or declare it",
    ),
    BadInput(
        "a row with too many cells",
        rewrite_file(REPORTS, lambda content: content.replace(b"\na000-00432,", b"\na000-00432,,", 1)),
        "data/reports.csv line 3: the row has 34 cells; expected 33, one for each column; "
        "quote cells that hold a comma, and leave none out",
    ),
    BadInput(
        "a first row with too many cells",
        rewrite_file(REPORTS, lambda content: content.replace(b"\na000-00244,", b"\na000-00244,,", 1)),
        "data/reports.csv line 2: the row has 34 cells; expected 33, one for each column; "
        "quote cells that hold a comma, and leave none out",
    ),
    BadInput(
        "a row that lacks its last cell",
        rewrite_file(REPORTS, lambda content: content.replace(b"reviewed,\na000-00432", b"reviewed\na000-00432", 1)),
        "data/reports.csv line 2: the row has 32 cells; expected 33, one for each column; "
        "quote cells that hold a comma, and leave none out",
    ),
    BadInput(
        "a row that lacks a cell in the middle",
        rewrite_file(REPORTS, lambda content: content.replace(b"a000-00432,a000,", b"a000-00432,", 1)),
        "data/reports.csv line 3: the row has 32 cells; expected 33, one for each column; "
        "quote cells that hold a comma, and leave none out",
    ),
    BadInput(
        "a quotation mark that is never closed",
        rewrite_file(REPORTS, lambda content: content + b'a004-99999,"a004\n'),
        "data/reports.csv line 55: the quotation marks do not pair (unexpected end of data); "
        "expected a closing one for each opening one; mend them",
    ),
    BadInput(
        "a quotation mark that is closed too late",
        rewrite_file(REPORTS, lambda content: content.replace(b'"10,000",432', b'"10,000,432', 1)),
        "data/reports.csv line 3: the quotation marks do not pair (',' expected after '\"'); "
        "expected a closing one for each opening one; mend them",
    ),
    BadInput(
        "a required cell is empty",
        set_cells(FIRST, force=""),
        "data/reports.csv line 2, column force: the cell is empty; expected a text; fill it in",
    ),
    BadInput(
        "a number below the least",
        set_cells(FIRST, low="-5"),
        "data/reports.csv line 2, column low: '-5' is too small; expected 0 or more; correct the number",
    ),
    BadInput(
        "an id of another form",
        set_cells(FIRST, report_id="=1+1"),
        "data/reports.csv line 2, column report_id: '=1+1' has another form; "
        "expected ^[A-Za-z][A-Za-z0-9_.-]*$; correct the value",
    ),
    BadInput(
        "NA is text, not a missing number",
        set_cells(FIRST, high="NA"),
        "data/reports.csv line 2, column high: 'NA' is not a whole number; expected digits alone; "
        "write low and high apart",
    ),
    BadInput(
        "words that date the statement and are not the article's",
        set_cells(FIRST, said_text="on Sunday"),
        "data/reports.csv line 2, column said_text: 'on Sunday' is not in the article; "
        "expected the article's own words; copy them from the article",
    ),
    BadInput(
        "said after the article was published",
        set_cells(FIRST, said_latest="2024-10-23", said_precision="range"),
        "data/reports.csv line 2, column said_latest: 2024-10-23 is after the day of publication, 2024-10-22; "
        "expected that day at the latest; correct the day",
    ),
    BadInput(
        "an event after it was said",
        set_cells(FIRST, event_latest="2024-10-19"),
        "data/reports.csv line 2, column event_latest: 2024-10-19 is after the day on which it was said; "
        "expected an event no later than it was said; correct the day, or record it as a deadline",
    ),
)

ALL: Final = (*PROMISED, *OTHERS)
