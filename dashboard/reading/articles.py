"""A frame of articles in, a frame of proposed reports out; each partition independent of every other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dashboard.reading.reader import read_article
from dashboard.reading.rows import COLUMNS, Row, build_row

if TYPE_CHECKING:
    import pandas as pd

WHOLE_NUMBERS = ("figure_start", "figure_end", "low", "high", "quote_start", "quote_end")


def read_articles(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per report, in the order of the articles; the columns are those of `rows.COLUMNS`.

    `articles` has one row per article: `file` (its name) and `text`, and where known `published` (a date, or its ISO
    form) and `outlet`. Nothing is shared between rows, so any engine can map this function over partitions. The same
    columns and dtypes come out when there are no reports: text as str, offsets, low and high as Int64, dates as ISO
    text; missing is NA.

    Raises ValueError when a column is missing or a day of publication is not one.
    """
    import pandas as pd  # noqa: PLC0415  reading one article must not wait for pandas

    missing = [name for name in ("file", "text") if name not in articles.columns]
    if missing:
        found = ", ".join(map(str, articles.columns)) or "none"
        raise ValueError(f"articles: no column {missing[0]} among {found}; expected file and text; add it")
    rows: list[Row] = []
    for row in articles.to_dict("records"):
        published = _read_day(row.get("published"), str(row["file"]))
        outlet = row.get("outlet")
        reports = read_article(row["text"], published, outlet if isinstance(outlet, str) else None)
        rows += [build_row(str(row["file"]), report) for report in reports]
    frame = pd.DataFrame.from_records(rows, columns=list(COLUMNS))
    return frame.astype({name: "Int64" if name in WHOLE_NUMBERS else "str" for name in COLUMNS})


def _read_day(value: object, file: str) -> date | None:
    """A day of publication from a frame's cell; None when it is empty."""
    if value is None or value == "" or value != value or str(value) == "NaT":  # noqa: PLR0124  NaN is not itself
        return None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ValueError(f"{file}, column published: {value!r} is no day; expected YYYY-MM-DD; correct it") from None
