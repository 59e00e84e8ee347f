"""Colours that hold: seen on light and dark, told apart by everybody, and never moved by a filter."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from dashboard.views.palette import (
    COLOURS,
    NEUTRAL,
    assign_claimant_styles,
    find_style,
    order_claimants,
    shorten_claimant,
)
from tests.views.frames import make_estimate, make_estimates

BACKGROUNDS = ("#ffffff", "#f6f8fa", "#0e1117", "#1a1c22")
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHTS = {
    "full": np.eye(3),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, two: str) -> float:
    lights = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, two))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def oklab(light: np.ndarray) -> np.ndarray:
    to_cones = np.array(
        [[0.41222147, 0.53633254, 0.05144599], [0.2119035, 0.68069955, 0.10739696], [0.08830246, 0.28171884, 0.6299787]]
    )
    to_lab = np.array(
        [
            [0.21045426, 0.79361779, -0.00407205],
            [1.9779985, -2.42859221, 0.45059371],
            [0.02590404, 0.78277177, -0.80867577],
        ]
    )
    return np.asarray(np.cbrt(np.clip(to_cones @ light, 0, None)) @ to_lab.T)


@pytest.mark.parametrize("colour", [*COLOURS, NEUTRAL])
@pytest.mark.parametrize("background", BACKGROUNDS)
def test_every_colour_stands_out_from_light_and_dark_alike(colour: str, background: str) -> None:
    assert contrast(colour, background) >= (3.0 if background in {"#ffffff", "#0e1117"} else 2.7)


@pytest.mark.parametrize("sight", SIGHTS)
def test_no_two_colours_look_the_same_to_anybody(sight: str) -> None:
    seen = {colour: oklab(np.clip(SIGHTS[sight] @ linear(colour), 0, 1)) for colour in COLOURS}
    nearest = min(float(np.linalg.norm(seen[one] - seen[two])) for one, two in combinations(COLOURS, 2))
    assert nearest >= 0.04  # twice what is just noticeable


def test_a_claimant_keeps_its_colour_when_others_are_added_after_it() -> None:
    before = assign_claimant_styles(["Alpha", "Beta"])
    after = assign_claimant_styles(["Alpha", "Beta", "Gamma"])
    assert (after["Alpha"], after["Beta"]) == (before["Alpha"], before["Beta"])


def test_the_thirteenth_claimant_begins_the_round_again_with_a_dot() -> None:
    names = [f"Claimant {number}" for number in range(1, 26)]
    styles = assign_claimant_styles(names)
    assert [styles[name].colour for name in names[:12]] == list(COLOURS)
    assert not any(styles[name].dotted for name in names[:12])
    assert [styles[name].colour for name in names[12:24]] == list(COLOURS)
    assert all(styles[name].dotted for name in names[12:24])
    assert styles[names[24]].colour == COLOURS[0]


def test_the_article_itself_is_grey_and_takes_nobodys_colour() -> None:
    styles = assign_claimant_styles([None, "Alpha", float("nan")])
    assert (styles[""].colour, styles["Alpha"].colour) == (NEUTRAL, COLOURS[0])


def test_a_claimant_without_a_style_is_grey_under_its_own_name() -> None:
    style = find_style({}, "Ministry of Silly Walks")
    assert (style.claimant, style.colour) == ("Ministry of Silly Walks", NEUTRAL)


def test_claimants_with_figures_come_first_and_joint_denials_count_for_each() -> None:
    estimates = make_estimates(
        [
            make_estimate(1, claimant="Beta; Gamma", figure=None, stance="denies", published=None),
            make_estimate(2, claimant="Alpha"),
            make_estimate(3, claimant="Alpha; Delta"),
            make_estimate(4, claimant=None),
        ]
    )
    assert order_claimants(estimates) == ["Alpha", "Alpha; Delta", "Beta", "Gamma", "Beta; Gamma"]


def test_a_short_name_given_by_the_vocabulary_is_taken() -> None:
    styles = assign_claimant_styles(["Utopia Ministry of Defence"], {"Utopia Ministry of Defence": "Utopian MoD"})
    assert styles["Utopia Ministry of Defence"].short == "Utopian MoD"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Erewhon", "Erewhon"),
        ("North Utopia", "North Utopia"),
        ("Ada Lovelace-Byron", "A. Lovelace-Byron"),
        ("UT Ministry of Defence", "UT MoD"),
        ("Ministry of Defence of Utopia", "Ministry of …"),
        ("Erewhon; UT Ministry of Defence", "Erewhon + UT MoD"),
    ],
)
def test_long_names_are_shortened_for_narrow_places(name: str, short: str) -> None:
    assert shorten_claimant(name) == short
