"""How well proposed reports meet reviewed ones, field by field; pure functions over lists of plain rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

Row = Mapping[str, object]

# Fields that are one answer together: a date is right when both its ends are.
GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "figure_text": ("figure_text",),
    "low and high": ("low", "high"),
    "qualifier": ("qualifier",),
    "measure": ("measure",),
    "force": ("force",),
    "stage": ("stage",),
    "basis": ("basis",),
    "stance": ("stance",),
    "claimant": ("claimant",),
    "claimant_text": ("claimant_text",),
    "claimant_basis": ("claimant_basis",),
    "relayed_by": ("relayed_by",),
    "said": ("said_earliest", "said_latest", "said_precision"),
    "event": ("event_earliest", "event_latest"),
    "deadline": ("deadline_earliest", "deadline_latest"),
    "hedge": ("hedge",),
}
WITHOUT_NUMBER: Final = tuple(
    name for name in GROUPS if name not in ("figure_text", "low and high", "qualifier", "measure", "basis")
)


@dataclass(slots=True)
class Score:
    """Counts: how many were expected and proposed, how many of them met, and among those how many are right in what."""

    expected: int = 0
    proposed: int = 0
    matched: int = 0
    everything_right: int = 0
    right: dict[str, int] = field(default_factory=dict)
    misses: list[tuple[Row, str]] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Of what was proposed, the share that was expected; None when nothing was proposed."""
        return self.matched / self.proposed if self.proposed else None

    @property
    def recall(self) -> float | None:
        """Of what was expected, the share that was proposed; None when nothing was expected."""
        return self.matched / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; None when there was nothing to find and nothing found."""
        total = self.expected + self.proposed
        return 2 * self.matched / total if total else None

    def accuracy(self, name: str) -> float | None:
        """Among the matched, the share whose field is right; None when nothing matched."""
        return self.right.get(name, 0) / self.matched if self.matched else None


def score_figures(expected: Sequence[Row], proposed: Sequence[Row]) -> Score:
    """The score of reports with a figure: two meet when their number words overlap in the same file."""
    return _score(
        [row for row in expected if _is_figure(row)],
        [row for row in proposed if _is_figure(row)],
        "figure",
        tuple(GROUPS),
    )


def score_statements(expected: Sequence[Row], proposed: Sequence[Row]) -> Score:
    """The score of statements without a number: two meet in the same sentence, first those of one stance and stage."""
    left = [row for row in expected if not _is_figure(row)], [row for row in proposed if not _is_figure(row)]
    return _score(*left, "quote", WITHOUT_NUMBER)


def _is_figure(row: Row) -> bool:
    return row.get("figure_start") is not None


def _score(expected: list[Row], proposed: list[Row], span: str, groups: tuple[str, ...]) -> Score:
    score = Score(len(expected), len(proposed), right=dict.fromkeys(groups, 0))
    left = list(proposed)
    by_file: dict[object, list[int]] = {}
    for place, row in enumerate(left):
        by_file.setdefault(row.get("file"), []).append(place)
    pairs = sorted(
        (
            (_likeness(one, left[j], span), -i, -j)
            for i, one in enumerate(expected)
            for j in by_file.get(one.get("file"), ())
        ),
        reverse=True,
    )
    taken: set[int] = set()
    met: set[int] = set()
    for likeness, i, j in pairs:
        if likeness[0] <= 0 or -i in met or -j in taken:
            continue
        met.add(-i)
        taken.add(-j)
        _add(score, expected[-i], left[-j], groups)
    score.misses += [(row, "not found") for place, row in enumerate(expected) if place not in met]
    score.misses += [(row, "not expected") for place, row in enumerate(left) if place not in taken]
    return score


def _likeness(one: Row, other: Row, span: str) -> tuple[int, int]:
    """How many characters two spans of a file share; then how alike they are otherwise."""
    start = max(_offset(one, f"{span}_start"), _offset(other, f"{span}_start"))
    end = min(_offset(one, f"{span}_end"), _offset(other, f"{span}_end"))
    return end - start, (one.get("stance") == other.get("stance")) * 2 + (one.get("stage") == other.get("stage"))


def _offset(row: Row, name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else 0


def _add(score: Score, expected: Row, proposed: Row, groups: tuple[str, ...]) -> None:
    wrong = [name for name in groups if any(expected.get(column) != proposed.get(column) for column in GROUPS[name])]
    score.matched += 1
    score.everything_right += not wrong
    for name in groups:
        score.right[name] += name not in wrong
    if wrong:
        score.misses.append((expected, "wrong: " + ", ".join(wrong)))
