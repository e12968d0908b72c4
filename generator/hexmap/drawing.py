"""A map drawn: shapes of départements in one rectangle, and where a point falls on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.hexmap.outline import Placement
from generator.hexmap.projection import Projection


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing, in its units; y grows southwards."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it, edges included."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Shape:
    """A département: ``path`` is the ``d`` of an SVG path, ``x`` and ``y`` a point well inside."""

    departement: str
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to place degrees on the drawing: for the map, or for one of its insets."""

    projection: Projection
    placement: Placement

    @property
    def lines(self) -> tuple[float, float, float, float]:
        """``(across, right, down, top)``: x is across × longitude + right, y top - down × latitude."""
        x0, y0 = self.projection.project(0, 0)
        x1, y1 = self.projection.project(1, 1)
        scale, placement = self.placement.scale, self.placement
        return (
            (x1 - x0) * scale,
            placement.x + x0 * scale,
            (y0 - y1) * scale,
            placement.y + y0 * scale,
        )

    def point(self, latitude: float, longitude: float) -> tuple[int, int]:
        """The drawing's point of a position in WGS 84 degrees, in whole units."""
        x, y = self.projection.project(latitude, longitude)
        placement = self.placement
        return round(placement.x + x * placement.scale), round(placement.y + y * placement.scale)


@dataclass(frozen=True)
class HexMap:
    """A map of départements.

    ``borders`` are the outlines of régions, ``insets`` the rectangles drawn at another scale,
    ``enlarged`` the outline on the map of what the inset ``lens`` shows larger (empty, None:
    nothing is). ``frames`` places the points of each département that has a shape.
    """

    box: Box
    shapes: tuple[Shape, ...]
    frames: Mapping[str, Frame]
    borders: tuple[str, ...] = ()
    insets: tuple[Box, ...] = ()
    enlarged: str = ""
    lens: Box | None = None

    def outline(self, departement: str) -> str:
        """The path of a département. Raises ``KeyError`` when the map does not show it."""
        found = next((one for one in self.shapes if one.departement == departement), None)
        if found is None:
            raise KeyError(departement)
        return found.path

    def point(self, departement: str, latitude: float, longitude: float) -> tuple[int, int] | None:
        """Where a position of that département falls; None outside of the map."""
        frame = self.frames.get(departement)
        if frame is None:
            return None
        x, y = frame.point(latitude, longitude)
        return (x, y) if self.box.holds(x, y) else None
