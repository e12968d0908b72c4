"""A few communes drawn by themselves, as large as a square allows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from generator.hexmap.cells import WIDTH, Cell
from generator.hexmap.drawing import Box, Frame, Shape
from generator.hexmap.outline import Placement, extent, middle, outline
from generator.hexmap.projection import Bounds, Projection
from generator.hexmap.tessellation import tessellate
from generator.territory import Commune

CELLS_PER_COMMUNE = 1.6
"""Hexagons across a territory, for the square root of its number of communes.

With more, gaps open between communes; with fewer, the shape is lost.
"""
ARCHIPELAGOS = frozenset({"971", "975", "986", "987", "988"})
"""Territories of several islands: the sea between them stays."""
_LARGEST_SCALE = 5


@dataclass(frozen=True, slots=True)
class Inset:
    """What is drawn in ``box``: the hexagons of each département and how points are placed."""

    box: Box
    frame: Frame
    cells: Mapping[str, frozenset[Cell]]

    def shapes(self) -> Iterator[Shape]:
        """The départements, in order of code."""
        return shapes_of(self.cells, self.frame.placement)


def fitting_projection(communes: Sequence[Commune], most_cells: int) -> Projection:
    """The projection that puts the communes across as many hexagons as their number allows.

    Rounded, so that the last digit of a cosine, which is not every machine's, does not show.
    """
    bounds = Bounds.of(communes)
    across = max(2.0, min(most_cells, CELLS_PER_COMMUNE * sqrt(len(communes))))
    # A lone commune has no extent: any scale draws the same hexagon.
    kilometres = max(bounds.width_km, bounds.height_km) or 1.0
    latitude, longitude = bounds.centre
    scale = (across - 1) * WIDTH / kilometres
    return Projection(round(latitude, 6), round(longitude, 6), round(scale, 6))


def inset_map(communes: Sequence[Commune], box: Box, room: int, most_cells: int) -> Inset:
    """The communes in the middle of ``box``, taking ``room`` units at most."""
    projection = fitting_projection(communes, most_cells)
    cells = tessellate(points_of(communes, projection), closing_of(communes))
    west, north, east, south = extent([cell for one in cells.values() for cell in one])
    scale = max(1, min(_LARGEST_SCALE, room // max(east - west, south - north)))
    placement = Placement(
        box.x + (box.width - scale * (west + east)) // 2,
        box.y + (box.height - scale * (north + south)) // 2,
        scale,
    )
    return Inset(box, Frame(projection, placement), cells)


def closing_of(communes: Iterable[Commune]) -> int:
    """How far to close gaps: overseas, communes line the shores and leave the inland empty."""
    return 1 if any(one.departement in ARCHIPELAGOS for one in communes) else 2


def points_of(
    communes: Iterable[Commune], projection: Projection
) -> Iterator[tuple[float, float, str]]:
    """The communes as points of the honeycomb, with the code of their département."""
    for one in communes:
        yield (*projection.project(one.latitude, one.longitude), one.departement)


def shapes_of(cells: Mapping[str, frozenset[Cell]], placement: Placement) -> Iterator[Shape]:
    """Each code's hexagons as a shape."""
    for code, own in cells.items():
        yield Shape(code, outline(own, placement), *middle(own, placement))
