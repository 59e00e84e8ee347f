"""A dataset of any size that keeps every rule: invented articles on disk, and the reports that stand in them.

The same arguments give the same bytes. Who, where and how many are made up, and so are the words.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, Final

from dashboard.dataset.dataset import PROJECT_DATASET
from dashboard.dataset.package import FILE_NAME, read_package
from dashboard.records import Basis, Precision, Qualifier, Report, Stage, Stance, Stated, make_report_id

FORCE: Final = "Norland"
PLACE: Final = "Estmark"
ARTICLES: Final = "articles"

NAMES: Final = (
    "Alder",
    "Birch",
    "Cedar",
    "Damson",
    "Elder",
    "Fir",
    "Gorse",
    "Hazel",
    "Ivy",
    "Juniper",
    "Larch",
    "Maple",
)
BODIES: Final = ("Ministry", "Service", "Agency", "Council", "Command", "Assembly", "Institute", "Observatory")
OUTLETS: Final = ("The Harbour Post", "Evening Ledger", "North Wire", "Morning Dispatch", "", "The Valley Times")
AGENCIES: Final = ("", "Union Press", "", "Coast News; Union Press")
FILLER: Final = (
    "Officials in the capital gave no details, and residents near the border spoke of busy roads and closed schools.",
    "Observers have warned that the war could widen, while diplomats urged both sides to return to talks.",
    "The government has called earlier accounts misleading and says that it keeps to its treaties.",
    "Analysts say that supplies, language and winter will matter as much as the men themselves.",
)
CLAUSES: Final = {
    Stage.PLANNED: "it was planned to send {figure}{force} soldiers to {place}",
    Stage.PREPARING: "{figure}{force} soldiers were being prepared for {place}",
    Stage.SENT: "{figure}{force} soldiers had been sent to {place}",
    Stage.ARRIVED: "{figure}{force} soldiers had arrived in {place}",
    Stage.AT_FRONT: "{figure}{force} soldiers were fighting at the front in {place}",
    Stage.UNSPECIFIED: "{figure}{force} soldiers were part of the war in {place}",
}
BEFORE: Final = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.UP_TO: "up to ",
    Qualifier.FEWER_THAN: "fewer than ",
    Qualifier.RANGE: "",
    Qualifier.MAGNITUDE: "",
}
MAGNITUDES: Final = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999)}
VERBS: Final = {Stance.ASSERTS: "said", Stance.DENIES: "denied", Stance.DOES_NOT_CONFIRM: "did not confirm"}
HEDGES: Final = ("", "", "", "it was likely that ", "it was almost certain that ")


@dataclass
class _Claim:
    """What a claimant says at present: repeated from report to report until it names another figure."""

    stage: Stage = Stage.PLANNED
    qualifier: Qualifier = Qualifier.EXACT
    basis: Basis = Basis.TOTAL
    value: int = 1_000
    said: date = date.min


@dataclass
class _Article:
    """An article as it is being written."""

    source_id: str
    published: date
    text: str = ""
    reports: list[Report] = field(default_factory=list)


def generate_dataset(
    folder: Path,
    n_reports: int,
    *,
    reports_per_article: int = 10,
    first: date = date(2015, 1, 1),
    years: float = 10,
    n_claimants: int = 20,
    novelty: float = 0.4,
    proposed: float = 0.1,
    seed: int = 1,
) -> Path:
    """A dataset of `n_reports` reports in `folder`, which is returned; every rule of loading holds for it.

    Articles appear evenly over `years` from the day `first`. `novelty` is the chance that a claimant names a new
    figure rather than repeating its last (1: nearly every report is an estimate of its own); `proposed` the share of
    reports that no person has reviewed. Quotes are all different.
    """
    random = Random(seed)
    names = [f"{name} {body}" for body, name in product(BODIES, NAMES)]
    claims = {_name_claimant(names, number): _Claim() for number in range(n_claimants)}
    (folder / ARTICLES).mkdir(parents=True, exist_ok=True)
    _write_declaration(folder)
    articles = _write_articles(n_reports, reports_per_article, first, years, claims, novelty, random)
    _write_tables(folder, articles, proposed, random)
    return folder


def _name_claimant(names: Sequence[str], number: int) -> str:
    again, place = divmod(number, len(names))
    return names[place] if not again else f"{names[place]} of {_spell(again)}"


def _write_declaration(folder: Path) -> None:
    declared = json.loads((PROJECT_DATASET / FILE_NAME).read_text(encoding="utf-8"))
    declared |= {"name": "generated", "title": "Generated reports", "description": "Invented, to measure with."}
    declared["dashboard"]["lanes"]["present"] = f"Said to be in {PLACE}"
    declared["dashboard"] |= {"title": "Generated reports", "force": FORCE, "place": PLACE, "articles": ARTICLES}
    (folder / FILE_NAME).write_text(json.dumps(declared), encoding="utf-8")


def _write_articles(
    n_reports: int,
    reports_per_article: int,
    first: date,
    years: float,
    claims: Mapping[str, _Claim],
    novelty: float,
    random: Random,
) -> Iterator[_Article]:
    """The articles, in the order in which they appear."""
    n_articles = -(-n_reports // reports_per_article)
    names = list(claims)
    for number in range(n_articles):
        published = first + timedelta(days=int(number * years * 365.25 / n_articles))
        article = _Article(f"g{number:06d}", published, f"{random.choice(FILLER)}\n\n")
        for serial in range(number * reports_per_article, min(n_reports, (number + 1) * reports_per_article)):
            name = random.choice(names)
            _renew(claims[name], published, novelty, random)
            _add_report(article, name, claims[name], _spell(serial), random)
        yield article


def _renew(claim: _Claim, published: date, novelty: float, random: Random) -> None:
    if claim.said > date.min and random.random() >= novelty:
        return
    claim.stage = random.choice(list(Stage))
    claim.qualifier = random.choice(list(Qualifier))
    claim.basis = random.choices([Basis.TOTAL, Basis.ADDITIONAL, Basis.REMAINING], [8, 1, 1])[0]
    claim.value = max(100, round(claim.value * random.uniform(0.7, 1.6) / 100) * 100)
    if claim.value > 900_000:
        claim.value = 1_000
    claim.said = published - timedelta(days=random.randrange(6))


def _add_report(article: _Article, claimant: str, claim: _Claim, code: str, random: Random) -> None:
    """Write one more sentence into the article, and what it says as a report of it."""
    stance = random.choices(list(Stance), [18, 1, 1])[0]
    has_figure = stance is Stance.ASSERTS and random.random() < 0.9
    figure_text, low, high = _word_figure(claim) if has_figure else ("", None, None)
    said_text = f"on {claim.said.day} {claim.said:%B %Y}" if random.random() < 0.7 else ""
    hedge = random.choice(HEDGES) if stance is Stance.ASSERTS else ""
    opening = f"The {claimant} {VERBS[stance]}{said_text and ' ' + said_text}, in its briefing {code}, that {hedge}"
    before, after = _word_surroundings(claim) if has_figure else ("", "")
    clause = CLAUSES[claim.stage]
    quote = opening + clause.format(figure=before + figure_text + after, force=FORCE, place=PLACE) + "."
    start = len(article.text)
    figure_start = start + len(opening) + clause.index("{figure}") + len(before) if has_figure else None
    article.reports.append(
        Report(
            stance=stance,
            figure_text=figure_text,
            figure_start=figure_start,
            figure_end=None if figure_start is None else figure_start + len(figure_text),
            low=low,
            high=high,
            qualifier=claim.qualifier if has_figure else None,
            force=FORCE,
            stage=claim.stage,
            basis=claim.basis if has_figure else None,
            claimant=claimant,
            claimant_text=f"The {claimant}",
            claimant_basis=Stated.STATED,
            relayed_by=random.choice(("", "", "", "local media")),
            said_earliest=claim.said if said_text else None,
            said_latest=claim.said if said_text else None,
            said_precision=Precision.DAY if said_text else Precision.NONE,
            said_text=said_text,
            hedge=hedge.strip(),
            quote=quote,
            quote_start=start,
            quote_end=start + len(quote),
        )
    )
    article.text += f"{quote} {random.choice(FILLER)} {random.choice(FILLER)}\n\n"


def _word_surroundings(claim: _Claim) -> tuple[str, str]:
    """The words before and after the number: "the remaining about ", " of "."""
    after = " of " if claim.qualifier is Qualifier.MAGNITUDE else " "
    first = "the remaining " if claim.basis is Basis.REMAINING else ""
    last = "another " if claim.basis is Basis.ADDITIONAL else ""
    return first + BEFORE[claim.qualifier] + last, after


def _word_figure(claim: _Claim) -> tuple[str, int | None, int | None]:
    """The number words for a claim, and the low and high that they mean."""
    value = claim.value
    if claim.qualifier is Qualifier.MAGNITUDE:
        words = "dozens" if value < 1_000 else "hundreds" if value < 4_000 else "thousands"
        return words, *MAGNITUDES[words]
    if claim.qualifier is Qualifier.RANGE:
        return f"{value:,} to {value * 2:,}", value, value * 2
    low = None if claim.qualifier in (Qualifier.UP_TO, Qualifier.FEWER_THAN) else value
    high = None if claim.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN) else value
    return f"{value:,}", low, high


def _spell(number: int) -> str:
    """A number as capital letters, so that it is no figure: 0 is A, 26 is BA."""
    letters = ""
    while True:
        number, rest = divmod(number, 26)
        letters = chr(ord("A") + rest) + letters
        if not number:
            return letters


def _write_tables(folder: Path, articles: Iterable[_Article], proposed: float, random: Random) -> None:
    package = read_package(folder)
    with (
        package.path("sources").open("w", encoding="utf-8", newline="") as sources_file,
        package.path("reports").open("w", encoding="utf-8", newline="") as reports_file,
    ):
        sources = csv.DictWriter(sources_file, package.tables["sources"].columns, lineterminator="\n")
        reports = csv.DictWriter(reports_file, package.tables["reports"].columns, lineterminator="\n")
        sources.writeheader()
        reports.writeheader()
        for article in articles:
            sources.writerow(_write_article(package.articles, article, random))
            for report in article.reports:
                review = "proposed" if random.random() < proposed else "reviewed"
                ids = {"report_id": make_report_id(article.source_id, report), "source_id": article.source_id}
                reports.writerow({**asdict(report), **ids, "review": review})


def _write_article(folder: Path, article: _Article, random: Random) -> dict[str, Any]:
    """The row of the article, once its text is on disk."""
    content = article.text.encode("utf-8")
    name = f"{article.source_id}.txt"
    (folder / name).write_bytes(content)
    outlet = random.choice(OUTLETS)
    return {
        "source_id": article.source_id,
        "file": name,
        "outlet": outlet,
        "agency": random.choice(AGENCIES),
        "headline": "",
        "published": article.published,
        "published_basis": Stated.STATED,
        "published_evidence": "generated",
        "url": f"https://example.org/{article.source_id}" if outlet else "",
        "sha256": hashlib.sha256(content).hexdigest(),
    }
