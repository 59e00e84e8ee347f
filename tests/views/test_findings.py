"""The chart in words: the alternative text says what the picture shows."""

from __future__ import annotations

from datetime import date

from dashboard.views.findings import describe_timeline
from tests.views.frames import LANES, make_estimate, make_estimates


def test_the_findings_name_each_lane_its_latest_totals_and_who_denied() -> None:
    estimates = make_estimates(
        [
            make_estimate(1, figure=1_500, said=date(2024, 10, 18)),
            make_estimate(2, figure=3_000, qualifier="about", said=date(2024, 10, 23)),
            make_estimate(3, figure=500, basis="additional", said=date(2024, 10, 24)),
            make_estimate(4, low=None, high=12_000, qualifier="up_to", phase="planned", claimant="Alpha; Beta"),
            make_estimate(5, figure=None, stance="denies", claimant="Beta; Gamma"),
            make_estimate(6, figure=None, stance="asserts", claimant=None),
            make_estimate(7, figure=10_000, stance="denies", claimant="Gamma"),
        ]
    )
    assert describe_timeline(estimates, LANES) == (
        "Timeline: 4 estimates and 3 statements without a number, 18–24 Oct 2024. "
        "Planned or being prepared: 1 estimate, the latest up to 12,000 (Alpha and Beta together, 23 Oct 2024). "
        "Said to be in Utopia: 3 estimates, the latest about 3,000 (Erewhon, 23 Oct 2024); "
        "1,500 (Erewhon, 18 Oct 2024). "
        "Statements without a number: confirmed by the article itself; denied by Beta and Gamma."
    )


def test_only_like_is_told_with_like() -> None:
    estimates = make_estimates([make_estimate(1), make_estimate(2, figure=70, measure="killed")])
    assert describe_timeline(estimates, LANES, measure="killed") == (
        "Timeline: 1 estimate of killed and 0 statements without a number, 23 Oct 2024. "
        "Said to be in Utopia: 1 estimate, the latest 70 (Erewhon, 23 Oct 2024)."
    )


def test_nothing_to_draw_says_so() -> None:
    assert describe_timeline(make_estimates([]), LANES) == "No estimates to draw."
