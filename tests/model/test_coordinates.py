"""Where France is."""

import pytest

from generator.model.coordinates import BOXES, in_france


@pytest.mark.parametrize(
    ("place", "latitude", "longitude"),
    [
        ("Dunkerque", 51.03, 2.38),
        ("Ouessant", 48.46, -5.09),
        ("Bonifacio", 41.39, 9.16),
        ("Bastia", 42.70, 9.45),
        ("Basse-Terre", 16.0, -61.73),
        ("La Désirade", 16.31, -61.07),
        ("Fort-de-France", 14.61, -61.07),
        ("Maripasoula", 3.64, -54.03),
        ("Saint-Laurent-du-Maroni", 5.50, -54.03),
        ("Saint-Denis de La Réunion", -20.88, 55.45),
        ("Mamoudzou", -12.78, 45.23),
        ("Saint-Pierre", 46.78, -56.17),
        ("Gustavia", 17.90, -62.85),
        ("Marigot", 18.07, -63.08),
        ("Mata-Utu", -13.28, -176.17),
        ("Papeete", -17.54, -149.57),
        ("Rapa", -27.62, -144.34),
        ("Nouméa", -22.27, 166.45),
    ],
)
def test_a_french_place_is_in_france(place: str, latitude: float, longitude: float) -> None:
    assert in_france(latitude, longitude), place


@pytest.mark.parametrize(
    ("place", "latitude", "longitude"),
    [
        ("Lyon with its axes swapped", 4.83, 45.76),
        ("Saint-Denis de La Réunion with its axes swapped", 55.45, -20.88),
        ("Nouméa with a lost sign", 22.27, 166.45),
        ("nowhere", 0.0, 0.0),
        ("Québec", 46.81, -71.21),
        ("Londres", 51.51, -0.13),
        ("Madrid", 40.42, -3.70),
        ("Alger", 36.75, 3.06),
    ],
)
def test_another_place_is_not(place: str, latitude: float, longitude: float) -> None:
    assert not in_france(latitude, longitude), place


def test_no_box_is_upside_down() -> None:
    for box in BOXES.values():
        assert box.south < box.north
        assert box.west < box.east
