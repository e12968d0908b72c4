"""A few départements seen close, with what lies around them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, partial
from math import floor

from generator.hexmap.cells import WIDTH, Cell, cell_at, centre, neighbours
from generator.hexmap.drawing import Box, Frame, HexMap
from generator.hexmap.france import MAINLAND_FRAME, mainland_cells
from generator.hexmap.inset import closing_of, fitting_projection, points_of, shapes_of
from generator.hexmap.outline import Placement, extent
from generator.hexmap.projection import Bounds, Projection
from generator.hexmap.tessellation import tessellate
from generator.territory import Commune, Territory

_MOST_CELLS = 32
_MARGIN = 2 * WIDTH
"""How much of the neighbours is seen, in units."""
_BEYOND = 3 * WIDTH
"""How far communes are read, in units: what is seen must not depend on where reading stopped."""


def draw_zoom(territory: Territory, codes: Collection[str]) -> HexMap:
    """The départements of ``codes`` on a drawing some 500 units wide, their neighbours at its edges.

    Raises ``ValueError`` when none of them has a commune.
    """
    communes = _by_departement(territory)
    own = [one for code in sorted(codes) for one in communes.get(code, ())]
    projection = fitting_projection(own, _MOST_CELLS)
    bounds = Bounds.of(own).widened(_BEYOND / projection.units_per_km)
    seen = points_of(_within(bounds, territory), projection)
    cells = tessellate(seen, closing_of(own), partial(_is_inland, projection, territory))
    box = _around(frozenset[Cell]().union(*(cells[code] for code in codes if code in cells)))
    visible = {
        code: shown
        for code, found in cells.items()
        if (shown := frozenset(one for one in found if _is_near(one, box)))
    }
    frame = Frame(projection, Placement())
    return HexMap(
        box=box,
        shapes=tuple(shapes_of(visible, Placement())),
        frames=dict.fromkeys(visible, frame),
    )


def _is_inland(projection: Projection, territory: Territory, cell: Cell) -> bool:
    """Whether the map of France knows land all around: a mountain or a forest without communes.

    Such gaps are wider than closing may fill without filling bays as well.
    """
    position = projection.position(*centre(cell))
    return cell_at(*MAINLAND_FRAME.projection.project(*position)) in _inland(territory)


@lru_cache(maxsize=1)
def _inland(territory: Territory) -> frozenset[Cell]:
    """The hexagons of the map of France that are surrounded by others."""
    land = frozenset[Cell]().union(*mainland_cells(territory).values())
    return frozenset(cell for cell in land if land.issuperset(neighbours(cell)))


def _around(cells: frozenset[Cell]) -> Box:
    west, north, east, south = extent(cells)
    return Box(
        west - _MARGIN, north - _MARGIN, east - west + 2 * _MARGIN, south - north + 2 * _MARGIN
    )


def _is_near(cell: Cell, box: Box) -> bool:
    """Whether the hexagon is in the box or touches one that is: the cut must not be seen."""
    x, y = centre(cell)
    return Box(box.x - WIDTH, box.y - WIDTH, box.width + 2 * WIDTH, box.height + 2 * WIDTH).holds(
        x, y
    )


@lru_cache(maxsize=1)
def _by_departement(territory: Territory) -> dict[str, Sequence[Commune]]:
    found: defaultdict[str, list[Commune]] = defaultdict(list)
    for one in territory.communes():
        found[one.departement].append(one)
    return dict(found)


@lru_cache(maxsize=1)
def _by_square(territory: Territory) -> dict[tuple[int, int], Sequence[Commune]]:
    """The communes of each square of a degree."""
    found: defaultdict[tuple[int, int], list[Commune]] = defaultdict(list)
    for one in territory.communes():
        found[floor(one.latitude), floor(one.longitude)].append(one)
    return dict(found)


def _within(bounds: Bounds, territory: Territory) -> Iterator[Commune]:
    squares = _by_square(territory)
    for latitude in range(floor(bounds.south), floor(bounds.north) + 1):
        for longitude in range(floor(bounds.west), floor(bounds.east) + 1):
            yield from filter(bounds.hold, squares.get((latitude, longitude), ()))
