"""`dates.toml`, compiled: the names of months and days, and the patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from dashboard.reading.text.scanning import find_firsts
from dashboard.records import Precision

Kind = Literal["date", "since", "deadline", "until"]


RELATIVE = (
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "weekend",
    *(f"{unit}{s}" for unit in ("day", "week", "month", "year") for s in ("", "s")),
)

# With the names of months, weekdays, seasons and counts, the words that `_compile_atom` lets a date begin with.
OPENING = (
    *("last", "this", "next", "previous", "past", "coming", "following", "early", "earlier", "late", "later"),
    *("today", "yesterday", "tomorrow", "tonight", "the", "end", "year"),
    *("first", "second", "third", "fourth", "final"),
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """Date words with their meaning. `earliest` and `latest` are `None` where publication is needed and unknown.

    `text[start:end]` are the words with "early" or "by" before them, `core` is where the date itself begins;
    `kind` tells a deadline ("by December") and a span up to now ("since August") from a plain date.
    """

    start: int
    core: int
    end: int
    earliest: date | None
    latest: date | None
    precision: Precision
    kind: Kind


class DateWords(NamedTuple):
    """`dates.toml`, compiled: months, weekdays and counts by their lower-case names, and the patterns made of them."""

    months: Mapping[str, int]
    weak_months: frozenset[str]
    weekdays: Mapping[str, int]
    counts: Mapping[str, int]
    seasons: Mapping[str, int]
    ordinals: Mapping[str, int]
    keys: frozenset[str]
    firsts: frozenset[str]  # the words that a date can begin with
    atom: re.Pattern[str]
    lead: re.Pattern[str]
    joiner: re.Pattern[str]


def build_date_words(table: Mapping[str, Any]) -> DateWords:
    """The words of `dates.toml`, compiled."""
    months: dict[str, int] = {}
    weak: set[str] = set()
    for number, row in enumerate(table["month"], start=1):
        months.update({name.lower(): number for name in row["names"]})
        weak.update(name.lower() for name in row["names"] if row.get("needs_lead"))
    weekdays = {name.lower(): number for number, name in enumerate(table["weekdays"]["names"])}
    leads = table["leads"]
    return DateWords(
        months=months,
        weak_months=frozenset(weak),
        weekdays=weekdays,
        counts=table["counts"],
        seasons=table["seasons"],
        ordinals=table["ordinals"],
        keys=frozenset({*months, *weekdays, *table["seasons"], *table["times_of_day"]["names"], *RELATIVE}),
        firsts=find_firsts([*months, *weekdays, *table["seasons"], *table["counts"], *OPENING]),
        atom=_compile_atom(table),
        lead=_compile_lead(leads),
        joiner=re.compile(rf"\s?(?:{_either(leads['joining'])})\s?"),
    )


def can_hold_date(words: frozenset[str], date_words: DateWords) -> bool:
    """Whether a sentence of these words can hold a date at all."""
    return not date_words.keys.isdisjoint(words) or any(word.isdigit() for word in words if len(word) == 4)


def _either(words: Mapping[str, Any] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _compile_lead(leads: Mapping[str, list[str]]) -> re.Pattern[str]:
    part = r"(?:(?:the\s)?(?P<part>(?:very\s)?early|mid|late|end of|beginning of|start of|middle of)[\s-]+(?:in\s)?)?"
    groups = "|".join(
        f"(?P<{name}>{_either(leads[name])})" for name in ("deadline", "since", "opening", "until", "plain")
    )
    return re.compile(rf"(?<![\w])(?:(?:{groups})\s+)?{part}(?:the\s)?\Z", re.IGNORECASE)


def _compile_atom(table: Mapping[str, Any]) -> re.Pattern[str]:
    month = _either([name for row in table["month"] for name in row["names"]])
    weekday = _either(table["weekdays"]["names"])
    time = _either(table["times_of_day"]["names"])
    count = rf"(?:\d{{1,3}}|{_either(table['counts'])})"
    season = _either(table["seasons"])
    nth = _either(table["ordinals"])
    unit = "day|week|month|year"
    ordinal = "(?:st|nd|rd|th)?"
    to = r"\s?(?:-|–|to|and|through)\s?"
    return re.compile(
        rf"""(?<![\w/$€£])(?<![\d.,][.,-])(?:
        (?P<iso>\d{{4}}-\d\d-\d\d)
        |(?P<d1>\d{{1,2}}){ordinal}(?:{to}(?P<d2>\d{{1,2}}){ordinal})?\s(?:of\s)?(?P<m1>{month})\b(?:\.(?=\s\d|,))?(?:,?\s(?P<y1>(?:19|20)\d\d))?
        |(?P<m2>{month})\b(?!-(?!{month}\b)[A-Z])(?:\.(?=\s\d))?(?:\s(?P<d3>\d{{1,2}}){ordinal}(?![\d:%]|[.,]\d)(?:{to}(?P<d4>\d{{1,2}}){ordinal}(?![\d:%]|[.,]\d))?)?
            (?:(?:,?\s|\sof\s)(?P<y2>(?:19|20)\d\d))?
        |(?:(?P<wwhich>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his\spast|[Tt]his\scoming)\s)?(?P<wd>{weekday})(?:\s(?:{time}))?
        |(?P<ago>(?i:{count}))\s(?P<agounit>{unit})s?(?:\s(?P<agoside>ago|from\snow))?(?![\w-])
        |(?:the\s)?(?P<nth>{nth})\s(?P<share>quarter|half)\sof\s(?:(?P<shareyear>(?:19|20)\d\d)|(?:(?P<sharewhich>this|next|last)|the)\syear)
        |(?:the\s)?(?P<nthweek>{nth})\sweek\sof\s(?P<wm>{month})(?:,?\s(?P<wy>(?:19|20)\d\d))?
        |(?P<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\s(?P<partwhich>this|last|next)\s(?P<partunit>week|month|year|{month}|{season})
        |(?P<which>[Ll]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming|[Ff]ollowing)\s(?P<unit>week(?:end)?|month|year|{month}|{season})
        |(?P<end>(?:[Tt]he\s)?end\sof\s(?:the|this|next|last)\s(?:current\s)?(?:week|month|year)|(?:the\s)?year[-\s]end|the\syear's\send)
        |(?P<span>(?:the\s)?(?:past|last|previous|next|coming|following)\s(?:{count}\s)?(?:{unit})s?)
        |(?P<day>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his\s(?:{time})|[Ee]arlier\stoday|[Ll]ast\snight|[Ll]ater\stoday)
        |(?P<weekend>the\sweekend)
        |(?P<season>{season})(?:\sof|,)?\s(?P<sy>(?:19|20)\d\d)
        |(?P<y>(?:19|20)\d\d)(?![,.]\d|-?\w)
        )(?![\w])""",
        re.VERBOSE,
    )
