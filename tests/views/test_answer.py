"""The answer in words: totals in force by phase, and who disputes them."""

from __future__ import annotations

import re

import pandas as pd

from dashboard.dataset.in_force import find_totals_in_force
from dashboard.loader import load_dataset, load_estimates
from dashboard.views.answer import draw_answer


def read_lines(as_of: str | None = None) -> list[str]:
    """The answer's lines as plain text, the titles among them."""
    estimates = load_estimates(as_of=as_of)
    html = draw_answer(estimates, estimates, find_totals_in_force(estimates), {}, load_dataset().package.lanes)
    lines = re.findall(r"<(?:h2|li)[^>]*>(.*?)</(?:h2|li)>", html)
    return [re.sub(r"<[^>]+>", "", line).strip() for line in lines]


def test_the_latest_total_of_each_claimant_is_told_with_what_it_said_before() -> None:
    lines = read_lines()
    assert lines[0] == "Said to be in Russia"
    assert lines[1] == "10,000 UK Ministry of Defence, 1 Nov 2024; before that hundreds (published 22 Oct 2024)"
    assert set(lines[2:4]) == {
        "thousands United States, 23 Oct 2024",
        "about 3,000 NIS, 23 Oct 2024; before that 1,500 (18 Oct 2024)",
    }


def test_a_total_that_only_a_program_read_says_so() -> None:
    estimates = load_estimates()
    totals = find_totals_in_force(estimates)
    wholly = estimates["estimate_id"] == "a001-00521"
    for share in (0, 1):
        marked = estimates.assign(proposed=estimates["reports"].where(wholly, 0) - (1 - share) * wholly)
        html = draw_answer(marked, marked, totals, {}, load_dataset().package.lanes)
        assert html.count("proposed, not reviewed") == share


def test_a_denial_that_only_a_program_read_says_so_beside_its_name() -> None:
    estimates = load_estimates()
    wholly = (estimates["stance"] == "denies") & (estimates["claimant"] == "Kremlin")
    marked = estimates.assign(proposed=estimates["reports"].where(wholly, 0))
    html = draw_answer(marked, marked, find_totals_in_force(estimates), {}, load_dataset().package.lanes)
    denied = next(line for line in re.findall("<li>.*?</li>", html) if "Denied by" in line)
    assert denied.count("proposed, not reviewed") == 1
    assert re.search('Kremlin <span class="proposed">', denied)


def test_plans_are_told_apart_and_none_is_a_presence() -> None:
    lines = read_lines()
    planned = lines[lines.index("Planned or being prepared") + 1 : lines.index("Disputed")]
    assert set(planned) == {
        "10,000 NIS, published 23 Oct 2024",
        "12,000 NIS, published 23 Oct 2024",
        "up to 12,000 Volodymyr Zelensky, published 23 Oct 2024",
        "10,000 Volodymyr Zelensky, 1–22 Oct 2024",
        "about 10,000 South Korea and Ukraine together, published 23 Oct 2024",
    }


def test_a_joint_denial_counts_for_each_and_a_part_is_no_answer() -> None:
    lines = read_lines()
    assert any(line.startswith("Denied by") and "North Korea" in line and "Russia" in line for line in lines)
    assert not any("1,500 South Korea" in line for line in lines)


def test_as_known_on_the_first_day_only_what_was_published_is_told() -> None:
    assert read_lines("2024-10-22") == [
        "Said to be in Russia",
        "hundreds UK Ministry of Defence, published 22 Oct 2024",
        "1,500 NIS, 18 Oct 2024",
        "Planned or being prepared",
        "10,000 Volodymyr Zelensky, published 22 Oct 2024",
    ]


def test_names_of_the_data_are_text() -> None:
    estimates = load_estimates().replace({"claimant": {"NIS": "<img src=x onerror=alert(1)>"}})
    html = draw_answer(estimates, estimates, find_totals_in_force(estimates), {}, load_dataset().package.lanes)
    assert "<img" not in html
    assert "&lt;img" in html


def test_of_many_names_the_first_are_told_and_how_many_more_there_are() -> None:
    estimates = load_estimates()
    denials = estimates.loc[estimates["stance"] == "denies"].head(1)
    many = pd.concat(
        [denials.assign(estimate_id=f"d{n}", claimant=f"Claimant {n}") for n in range(11)], ignore_index=True
    )
    html = draw_answer(many, many, find_totals_in_force(many), {}, load_dataset().package.lanes)
    assert "Claimant 7 and 3 more" in html
    assert "Claimant 8" not in html
