"""Stances: who said what without a number, and how that moved."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.dataset.stances import MOVE_COLUMNS, build_moves
from dashboard.loader import load_estimates, load_reports
from tests.dataset.making import make_estimates, tell


def say(stance: str, claimant: str | None = "Army", said: str | None = None, **more: Any) -> dict[str, Any]:
    """One statement without a number; `found_in` is where it stands: "article offset"."""
    return tell("", claimant, said, stance=stance, **{"estimate_id": f"{str(claimant)[-4:]}-{stance}-{said}"} | more)


def make_reports(*rows: dict[str, Any]) -> pd.DataFrame:
    """One report for each estimate."""
    places = [(row["estimate_id"], *row.get("found_in", f"{row['estimate_id']} 0").rsplit(" ", 1)) for row in rows]
    frame = pd.DataFrame(places, columns=["report_id", "source_id", "quote_start"])
    return frame.assign(quote_start=frame["quote_start"].astype("Int64"))


def find_moves(*rows: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Each move as claimant, stance before, stance after and how the order is known."""
    found = build_moves(make_estimates(*rows), make_reports(*rows))
    columns = (found[name].astype("str") for name in ("claimant", "earlier_stance", "later_stance", "order_basis"))
    return list(zip(*columns, strict=True))


# Of the articles


def test_the_kremlin_moves_from_denying_to_not_confirming() -> None:
    moves = build_moves(load_estimates(), load_reports())
    kremlin = moves[moves["claimant"] == "Kremlin"]
    assert kremlin[["earlier_stance", "later_stance", "order_basis"]].to_numpy().tolist() == [
        ["denies", "does_not_confirm", "told"]
    ]


def test_a_move_is_told_when_the_days_follow_each_other() -> None:
    rows = [
        say("denies", said="2024-01-01"),
        say("does_not_confirm", said="2024-02-01"),
        say("asserts", said="2024-03-01"),
    ]
    assert find_moves(*rows) == [
        ("Army", "denies", "does_not_confirm", "dated"),
        ("Army", "does_not_confirm", "asserts", "dated"),
    ]


def test_the_same_stance_again_is_no_move() -> None:
    assert find_moves(say("denies", said="2024-01-01"), say("denies", said="2024-02-01")) == []


def test_two_stances_on_one_day_are_no_move() -> None:
    rows = [say("denies", said="2024-01-01"), say("asserts", said="2024-01-01")]
    assert find_moves(*rows) == []


def test_an_undated_statement_is_never_known_to_be_the_later_one() -> None:
    rows = [say("denies", said="2024-01-01"), say("asserts", published="2024-02-01")]
    assert find_moves(*rows) == []


def test_an_undated_statement_is_before_one_said_after_its_publication() -> None:
    rows = [say("denies", published="2024-01-01"), say("asserts", said="2024-02-01")]
    assert find_moves(*rows) == [("Army", "denies", "asserts", "dated")]


OVERLAP = (
    say("denies", said="2024-01-01..2024-01-23", found_in="a 100"),
    say("does_not_confirm", said="2024-01-21", found_in="a 200"),
)


def test_one_article_orders_what_the_days_leave_open() -> None:
    assert find_moves(*OVERLAP) == [("Army", "denies", "does_not_confirm", "told")]


@pytest.mark.parametrize("place", ["b 50", "a 50"])
def test_another_article_or_another_order_of_telling_orders_nothing(place: str) -> None:
    assert find_moves(OVERLAP[0], OVERLAP[1] | {"found_in": place}) == []


def test_a_joint_statement_moves_each_of_those_who_made_it() -> None:
    rows = [
        say("denies", "Army; Navy", "2024-01-01"),
        say("asserts", "Navy", "2024-02-01"),
        say("denies", "Army", "2024-02-01"),
    ]
    assert find_moves(*rows) == [("Navy", "denies", "asserts", "dated")]


@pytest.mark.parametrize("other", [{"phase": "front"}, {"force": "Graustark"}, {"claimant": None}])
def test_only_a_claimants_statements_on_one_force_and_phase_are_one_story(other: dict[str, Any]) -> None:
    assert find_moves(say("denies", said="2024-01-01"), say("asserts", said="2024-02-01") | other) == []


def test_what_articles_say_themselves_never_moves() -> None:
    rows = [say("denies", None, "2024-01-01"), say("asserts", None, "2024-02-01")]
    assert find_moves(*rows) == []


def test_without_statements_there_are_no_moves_and_the_columns_keep_their_types() -> None:
    rows = [say("denies", said="2024-01-01"), say("asserts", said="2024-02-01")]
    moves = [build_moves(make_estimates(*told), make_reports(*told)) for told in ([], rows)]
    none, some = moves
    assert none.empty
    assert none.dtypes.to_dict() == some.dtypes.to_dict()
    assert tuple(moves[0].columns) == MOVE_COLUMNS
