"""Great-circle distances."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.territory import EARTH_RADIUS_KM, distance_km

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("one", "other", "km", "tolerance"),
    [
        # A quarter of a meridian, half an equator, one degree of a meridian: by definition.
        ((0, 0), (90, 0), EARTH_RADIUS_KM * pi / 2, 1e-6),
        ((0, 0), (0, 180), EARTH_RADIUS_KM * pi, 1e-6),
        ((45, 5), (46, 5), EARTH_RADIUS_KM * pi / 180, 1e-6),
        # Across the antimeridian, as between Wallis and Fiji.
        ((0, 179.5), (0, -179.5), EARTH_RADIUS_KM * pi / 180, 1e-6),
        # Paris – Marseille and Paris – Saint-Denis (La Réunion), as atlases give them.
        ((48.8566, 2.3522), (43.2965, 5.3698), 660, 2),
        ((48.8566, 2.3522), (-20.8789, 55.4481), 9365, 20),
        ((48.8566, 2.3522), (48.8566, 2.3522), 0, 0),
    ],
)
def test_known_distances(
    one: tuple[float, float], other: tuple[float, float], km: float, tolerance: float
) -> None:
    assert distance_km(*one, *other) == pytest.approx(km, abs=tolerance)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_the_earth(
    latitude1: float, longitude1: float, latitude2: float, longitude2: float
) -> None:
    there = distance_km(latitude1, longitude1, latitude2, longitude2)
    back = distance_km(latitude2, longitude2, latitude1, longitude1)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= EARTH_RADIUS_KM * pi + 1e-9
