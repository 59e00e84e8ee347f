"""Date words found in a sentence: where they stand, which days they mean, and whether they are a deadline."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dashboard.reading.sentence import date_words
from dashboard.reading.sentence.date_words import Days
from dashboard.reading.tables.dates import DateMention, DateWords, Kind
from dashboard.reading.text.scanning import find_at_words, fold_text
from dashboard.reading.text.wordlist import WordList
from dashboard.records import Precision

TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt)\.?\s$")  # "Mr Jan", "Mrs May": nobody's month
LOOK_BACK = 40  # the longest words before a date that give it its sense, "by no later than the beginning of"


def find_dates(
    text: str,
    start: int,
    end: int,
    published: date | None,
    words: DateWords,
    regions: Sequence[tuple[int, int]] | None = None,
    folded: str | None = None,
) -> list[DateMention]:
    """Every date in `text[start:end]`, in order and not overlapping; relative ones are resolved against `published`.

    `regions` are the only parts of it that can hold one, where that is known; see `find_regions`. `folded` is the
    text folded, where it is known.
    """
    found: list[DateMention] = []
    folded = folded or fold_text(text)
    for first, last in [(start, end)] if regions is None else regions:
        for match in find_at_words(words.atom, words.firsts, text, folded, first, last):
            floor = found[-1].end if found else start
            if TITLE.search(text, max(start, match.start() - 6), match.start()):
                continue
            lead = words.lead.search(text[max(floor, match.start() - LOOK_BACK) : match.start()])
            follows = bool(found) and words.joiner.fullmatch(text, floor, match.start()) is not None
            mention = _read_mention(match, lead, follows, published, words)
            joined = _join(found[-1], mention, text, words) if found and mention else None
            if joined:
                found[-1] = joined
            elif mention:
                found.append(mention)
    return found


def find_regions(tokens: WordList, words: DateWords) -> list[tuple[int, int]]:
    """The parts of a sentence that can hold a date: a few words on either side of a month, weekday, unit or year."""
    regions: list[tuple[int, int]] = []
    last = len(tokens.lower) - 1
    keys = words.keys
    for position, word in enumerate(tokens.lower):
        if not (
            word in keys or (len(word) == 4 and word.isdigit()) or (not word.isalpha() and _has_key_inside(word, words))
        ):
            continue
        first, final = tokens.starts[max(0, position - 6)], tokens.ends[min(last, position + 5)]
        if regions and first <= regions[-1][1]:
            regions[-1] = (regions[-1][0], final)
        else:
            regions.append((first, final))
    return regions


PARTS: Final = re.compile(r"[-'–]")  # "mid-May", "month's"


def _has_key_inside(word: str, words: DateWords) -> bool:
    return ("-" in word or "'" in word) and any(_is_key(part, words) for part in PARTS.split(word))


def _is_key(word: str, words: DateWords) -> bool:
    return word in words.keys or (len(word) == 4 and word.isdigit())


def _read_mention(
    match: re.Match[str], lead: re.Match[str] | None, follows: bool, published: date | None, words: DateWords
) -> DateMention | None:
    groups = lead.groupdict() if lead else {}
    kind: Kind = (
        "deadline"
        if groups.get("deadline")
        else "since"
        if groups.get("since")
        else "until"
        if groups.get("until")
        else "date"
    )
    has_lead = any(groups.get(name) for name in ("deadline", "since", "opening", "until", "plain", "part"))
    within = (groups.get("deadline") or "").lower() == "within"
    if not (has_lead or follows) and _needs_lead(match, words):
        return None
    if match["ago"] and not match["agoside"] and not within:
        return None  # "two weeks" is a length; "within two weeks" a deadline
    part = (groups.get("part") or "").lower().replace("very ", "")
    days = _read_safely(match, part, kind, published, words)
    if within and not match["ago"] and not match["span"]:
        return None
    if days and published and kind == "date" and days.earliest > published:
        kind = "deadline"  # "will arrive next week": a day to come is by when, not when
    shift = len(lead[0]) if lead else 0
    precision = days.precision if days else Precision.NONE
    earliest, latest = (days.earliest, days.latest) if days else (None, None)
    return DateMention(match.start() - shift, match.start(), match.end(), earliest, latest, precision, kind)


def _needs_lead(match: re.Match[str], words: DateWords) -> bool:
    """Whether the words are a date only behind "in" or "since": a bare year, or a month that is also a word."""
    if match["y"]:
        return True
    return bool(match["m2"]) and not match["d3"] and not match["y2"] and match["m2"].lower() in words.weak_months


def _read_safely(match: re.Match[str], part: str, kind: Kind, published: date | None, words: DateWords) -> Days | None:
    try:
        return _read_days(match, part, kind, published, words)
    except (ValueError, OverflowError):  # "31 February", or a day outside the calendar
        return None


def _read_days(match: re.Match[str], part: str, kind: Kind, published: date | None, words: DateWords) -> Days | None:
    if match["iso"]:
        day = date.fromisoformat(match["iso"])
        return Days(day, day, Precision.DAY)
    if match["share"] or match["nthweek"]:
        return _read_share(match, published, words) if match["share"] else _read_week_of(match, kind, published, words)
    if match["m1"] or match["m2"]:
        return _read_calendar_date(match, part, kind, published, words)
    if match["y"]:
        return _narrow(date_words.find_year(int(match["y"]), _third(part)), part, kind)
    if match["season"] and match["sy"]:
        return date_words.find_season(words.seasons[match["season"].lower()], int(match["sy"]))
    return _read_relative(match, kind, published, words) if published else None


def _read_share(match: re.Match[str], published: date | None, words: DateWords) -> Days | None:
    """ "The first quarter of 2026", "the second half of next year"."""
    if match["shareyear"]:
        year = int(match["shareyear"])
    elif published:
        year = published.year + {"last": -1, "next": 1}.get(match["sharewhich"] or "", 0)
    else:
        return None
    return date_words.find_share(year, words.ordinals[match["nth"].lower()], {"quarter": 4, "half": 2}[match["share"]])


def _read_week_of(match: re.Match[str], kind: Kind, published: date | None, words: DateWords) -> Days | None:
    """ "The last week of May"."""
    month = words.months[match["wm"].lower()]
    if match["wy"]:
        year = int(match["wy"])
    elif published:
        year = date_words.choose_year(month, published, ahead=kind == "deadline")
    else:
        return None
    return date_words.find_week_of(year, month, words.ordinals[match["nthweek"].lower()])


def _read_calendar_date(
    match: re.Match[str], part: str, kind: Kind, published: date | None, words: DateWords
) -> Days | None:
    month = words.months[(match["m1"] or match["m2"]).lower()]
    first, last = match["d1"] or match["d3"], match["d2"] or match["d4"]
    year_text = match["y1"] or match["y2"]
    if year_text:
        year = int(year_text)
    elif published:
        year = date_words.choose_year(month, published, ahead=kind == "deadline", day=int(first or 1))
    else:
        return None
    if not first:
        return _narrow(date_words.find_month(year, month, _third(part)), part, kind)
    one, two = date(year, month, int(first)), date(year, month, int(last or first))
    if one > two:
        return None
    return Days(one, two, Precision.RANGE if last else Precision.DAY)


def _third(part: str) -> str:
    """Which third of a month or year "the end of" and its like mean."""
    named = {"end of": "late", "beginning of": "early", "start of": "early", "middle of": "mid"}
    return named.get(part, part)


def _narrow(days: Days, part: str, kind: Kind) -> Days:
    """ "By the end of" is that last day alone."""
    return Days(days.latest, days.latest, Precision.DAY) if part == "end of" and kind == "deadline" else days


def _read_relative(match: re.Match[str], kind: Kind, published: date, words: DateWords) -> Days | None:
    """A date that is counted from the day of publication, by the group of the pattern that matched."""
    readers: dict[str, Callable[[], Days]] = {
        "wd": lambda: _read_weekday(match, kind, published, words),
        "ago": lambda: _read_ago(match, published, words),
        "partunit": lambda: _read_which(match["partwhich"], match["partunit"], match["part"].lower(), published, words),
        "unit": lambda: _read_which(match["which"].lower(), match["unit"], "", published, words),
        "end": lambda: _read_end(match["end"].lower(), published),
        "span": lambda: _read_span(match["span"].lower(), published, words),
        "weekend": lambda: date_words.find_weekend(published, int(kind == "deadline")),
        "day": lambda: _read_day(match["day"].lower(), published),
    }
    return next(read for group, read in readers.items() if match[group])()


def _read_weekday(match: re.Match[str], kind: Kind, published: date, words: DateWords) -> Days:
    which = (match["wwhich"] or "").lower()
    ahead = kind == "deadline" or which in ("next", "this coming")
    return date_words.find_weekday(words.weekdays[match["wd"].lower()], published, "next" if ahead else which)


def _read_ago(match: re.Match[str], published: date, words: DateWords) -> Days:
    """ "Two weeks ago", "two weeks from now"; "within two weeks" has neither, and runs from publication."""
    if not match["agoside"]:
        return _read_span(f"next {match['ago']} {match['agounit']}", published, words)
    sign = -1 if match["agoside"] == "ago" else 1
    return date_words.find_shifted(match["agounit"], published, sign * _count(match["ago"], words))


def _count(word: str, words: DateWords) -> int:
    return int(word) if word.isdigit() else words.counts[word.lower()]


def _read_which(which: str, unit: str, part: str, published: date, words: DateWords) -> Days:
    """ "This week", "last month", "next year", "last August", "earlier this month"."""
    shift = {"last": -1, "previous": -1, "this": 0}.get(which, 1)
    if unit in ("week", "month", "year"):
        if shift:
            return date_words.find_shifted(unit, published, shift)
        find = date_words.find_later_this if part == "later" else date_words.find_this
        return find(unit, published)
    if unit == "weekend":
        return date_words.find_weekend(published, max(0, shift))
    first_month = words.seasons.get(unit.lower()) or words.months[unit.lower()]
    year = date_words.choose_year(first_month, published, ahead=shift > 0)
    if shift < 0:
        year = published.year - (first_month >= published.month)
    if unit.lower() in words.seasons:
        return date_words.find_season(first_month, year)
    return date_words.find_month(year, first_month, part)


def _read_end(text: str, published: date) -> Days:
    unit = "week" if "week" in text else "month" if "month" in text else "year"
    shift = 1 if "next" in text else -1 if "last" in text else 0
    last = date_words.find_end(unit, published, shift)
    return Days(last, last, Precision.DAY)


def _read_span(text: str, published: date, words: DateWords) -> Days:
    """ "The past three weeks" runs up to publication, "the next two months" from it."""
    parts = text.lower().removeprefix("the ").split()
    count = _count(parts[1], words) if len(parts) > 2 else 1
    unit = parts[-1].removesuffix("s")
    if parts[0] in ("past", "last", "previous"):
        return date_words.find_past(unit, count, published)
    return Days(published, date_words.find_shifted(unit, published, count).latest, Precision.RANGE)


def _read_day(text: str, published: date) -> Days:
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(text, 0)
    return date_words.find_shifted("day", published, shift)


def _join(before: DateMention, after: DateMention, text: str, words: DateWords) -> DateMention | None:
    """One mention of two: "September and October", "between May 3 and June 1", "Wednesday, October 23"."""
    gap = text[before.end : after.start]
    if gap in (", ", " ", " (") and before.precision == Precision.DAY == after.precision:
        return replace(after, start=before.start, core=before.core, kind=before.kind)
    if gap == " " and before.precision in (Precision.MONTH, Precision.DAY) and after.precision is Precision.YEAR:
        return _move_to_year(before, after)
    if not words.joiner.fullmatch(gap + text[after.start : after.core]):
        return None
    if before.earliest is None or before.latest is None or after.earliest is None or after.latest is None:
        return replace(before, end=after.end, earliest=None, latest=None, precision=Precision.NONE)
    first = Days(before.earliest, before.latest, before.precision)
    days = date_words.join_days(first, Days(after.earliest, after.latest, after.precision))
    return replace(before, end=after.end, earliest=days.earliest, latest=days.latest, precision=days.precision)


def _move_to_year(before: DateMention, after: DateMention) -> DateMention | None:
    """ "In May | last year", "on 3 June | last year": the month or day, in that year."""
    if before.earliest is None or before.latest is None or after.earliest is None:
        return None
    shift = after.earliest.year - before.earliest.year
    first, last = date_words.shift_years(before.earliest, shift), date_words.shift_years(before.latest, shift)
    return replace(before, end=after.end, earliest=first, latest=last)
