"""The words on screen for the closed value sets of the model: stages, phases, stances, bases, measures, qualifiers."""

from __future__ import annotations

from typing import Final

from dashboard.records import Basis, Measure, Phase, Qualifier, Stage, Stance

NO_CLAIMANT: Final = "the article itself"
STAGE_WORDS: Final[dict[str, str]] = {
    Stage.PLANNED: "planned",
    Stage.PREPARING: "being prepared",
    Stage.SENT: "sent",
    Stage.ARRIVED: "arrived",
    Stage.AT_FRONT: "at the front",
    Stage.UNSPECIFIED: "stage not stated",
}
PHASE_WORDS: Final[dict[str, str]] = {
    Phase.PLANNED: "planned or being prepared",
    Phase.PRESENT: "sent or arrived",
    Phase.FRONT: "at the front",
    Phase.UNSPECIFIED: "stage not stated",
}
STANCE_WORDS: Final[dict[str, str]] = {
    Stance.ASSERTS: "confirmed",
    Stance.DENIES: "denied",
    Stance.DOES_NOT_CONFIRM: "not confirmed",
}
BASIS_WORDS: Final[dict[str, str]] = {
    Basis.TOTAL: "a total",
    Basis.PART: "part of a total",
    Basis.ADDITIONAL: "in addition to a total",
    Basis.REMAINING: "what remains of a total",
    Basis.OBSERVED: "seen, not a total",
}
MEASURE_WORDS: Final[dict[str, str]] = {
    Measure.TROOPS: "troops",
    Measure.KILLED: "killed",
    Measure.WOUNDED: "wounded",
    Measure.CASUALTIES: "casualties",
}
QUALIFIER_WORDS: Final[dict[str, str]] = {
    Qualifier.EXACT: "exact",
    Qualifier.ABOUT: "about",
    Qualifier.AT_LEAST: "at least",
    Qualifier.MORE_THAN: "more than",
    Qualifier.UP_TO: "up to",
    Qualifier.FEWER_THAN: "fewer than",
    Qualifier.RANGE: "a range",
    Qualifier.MAGNITUDE: "an order of size",
}
