"""The distance between two points of the Earth, as the crow flies."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth, R1 = (2a + b) / 3, of the WGS 84 / GRS 80 ellipsoid.

Source: H. Moritz, « Geodetic Reference System 1980 », Journal of Geodesy 74 (2000).
"""


def distance_km(latitude1: float, longitude1: float, latitude2: float, longitude2: float) -> float:
    """Great-circle distance in kilometres between two points in WGS 84 decimal degrees.

    Haversine formula (R. W. Sinnott, « Virtues of the Haversine », Sky & Telescope 68, 1984) on a
    sphere of ``EARTH_RADIUS_KM``: within 0.6 % of the distance on the ellipsoid.
    """
    phi1, phi2 = radians(latitude1), radians(latitude2)
    half_phi = (phi2 - phi1) / 2
    half_lambda = radians(longitude2 - longitude1) / 2
    chord = sin(half_phi) ** 2 + cos(phi1) * cos(phi2) * sin(half_lambda) ** 2
    # Rounding can carry the chord of two antipodes a hair beyond 1, where asin is not defined.
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))
