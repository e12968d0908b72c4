"""Where France is, roughly: one box of latitudes and longitudes a territory.

The boxes answer "is this point somewhere else altogether, or are its axes swapped?". They are
drawn a little wide, along the coasts and borders of each territory; that a point lies near its
commune is a finer check, against the reference table.
"""

from typing import Final, NamedTuple


class Box(NamedTuple):
    """Bounds in degrees (WGS 84), all included."""

    south: float
    north: float
    west: float
    east: float


BOXES: Final = {
    "France métropolitaine": Box(41.3, 51.15, -5.2, 9.6),
    "Guadeloupe": Box(15.8, 16.55, -61.85, -60.95),
    "Martinique": Box(14.35, 14.95, -61.3, -60.75),
    "Guyane": Box(2.1, 5.85, -54.65, -51.55),
    "La Réunion": Box(-21.45, -20.8, 55.15, 55.9),
    "Mayotte": Box(-13.1, -12.55, 44.95, 45.35),
    "Saint-Pierre-et-Miquelon": Box(46.7, 47.2, -56.5, -56.05),
    "Saint-Barthélemy": Box(17.8, 18.0, -63.0, -62.7),
    "Saint-Martin": Box(18.0, 18.15, -63.2, -62.9),
    "Wallis-et-Futuna": Box(-14.45, -13.1, -178.3, -176.0),
    "Polynésie française": Box(-28.0, -7.5, -155.0, -134.0),
    "Nouvelle-Calédonie": Box(-23.0, -18.0, 163.3, 168.3),
}
"""The territories where a service may be."""


def in_france(latitude: float, longitude: float) -> bool:
    """True when the point, in degrees (WGS 84), lies in the box of a French territory."""
    return any(
        box.south <= latitude <= box.north and box.west <= longitude <= box.east
        for box in BOXES.values()
    )
