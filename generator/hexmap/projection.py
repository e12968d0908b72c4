"""From degrees to the drawing's units, and the rectangle that something takes there."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, radians
from typing import Self

from generator.territory import EARTH_RADIUS_KM, Commune

KM_PER_DEGREE = pi * EARTH_RADIUS_KM / 180


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular, true to scale along the parallel of its centre.

    ``latitude`` and ``longitude`` (WGS 84 degrees) fall on the origin; a kilometre is
    ``units_per_km`` units; x grows eastwards, y southwards.
    """

    latitude: float
    longitude: float
    units_per_km: float

    def project(self, latitude: float, longitude: float) -> tuple[float, float]:
        """The point of the drawing."""
        scale = KM_PER_DEGREE * self.units_per_km
        return (
            (longitude - self.longitude) * cos(radians(self.latitude)) * scale,
            (self.latitude - latitude) * scale,
        )

    def position(self, x: float, y: float) -> tuple[float, float]:
        """The latitude and longitude of a point of the drawing: ``project`` the other way."""
        scale = KM_PER_DEGREE * self.units_per_km
        return (
            self.latitude - y / scale,
            self.longitude + x / (cos(radians(self.latitude)) * scale),
        )


@dataclass(frozen=True, slots=True)
class Bounds:
    """The degrees between which communes lie."""

    south: float
    north: float
    west: float
    east: float

    @classmethod
    def of(cls, communes: Iterable[Commune]) -> Self:
        """The smallest bounds that hold every commune's centre. Raises ``ValueError`` for none."""
        points = [(one.latitude, one.longitude) for one in communes]
        latitudes, longitudes = [one[0] for one in points], [one[1] for one in points]
        return cls(min(latitudes), max(latitudes), min(longitudes), max(longitudes))

    @property
    def centre(self) -> tuple[float, float]:
        """Latitude and longitude of the middle."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    @property
    def width_km(self) -> float:
        """From west to east, along the parallel of the middle."""
        return (self.east - self.west) * cos(radians(self.centre[0])) * KM_PER_DEGREE

    @property
    def height_km(self) -> float:
        """From south to north."""
        return (self.north - self.south) * KM_PER_DEGREE

    def hold(self, commune: Commune) -> bool:
        """Whether the commune's centre lies between them."""
        return (
            self.south <= commune.latitude <= self.north
            and self.west <= commune.longitude <= self.east
        )

    def widened(self, kilometres: float) -> "Bounds":
        """The bounds carried ``kilometres`` further on each side."""
        south_north = kilometres / KM_PER_DEGREE
        west_east = south_north / cos(radians(self.centre[0]))
        return Bounds(
            self.south - south_north,
            self.north + south_north,
            self.west - west_east,
            self.east + west_east,
        )
