"""The map of all départements: mainland and Corsica, Paris enlarged, each overseas one in an inset."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.hexmap.cells import WIDTH, Cell
from generator.hexmap.drawing import Box, Frame, HexMap
from generator.hexmap.inset import Inset, inset_map, points_of, shapes_of
from generator.hexmap.outline import Placement, extent, outline
from generator.hexmap.projection import Bounds, Projection
from generator.hexmap.tessellation import tessellate
from generator.territory import Commune, Territory

CELL_KM = 10.0
"""Width of a hexagon: less shows the gaps between communes, more blurs the départements."""
MAINLAND = Bounds(41.0, 51.5, -5.5, 10.0)
"""Degrees between which metropolitan France lies; every other commune is overseas."""
MAINLAND_FRAME = Frame(Projection(46.5, 2.5, WIDTH / CELL_KM), Placement())
"""True to scale along the parallel of the middle of France."""
PARIS = ("75", "92", "93", "94")
"""Paris and the départements around it: 762 km², too small to be pointed at on the map."""
CORSICA = ("2A", "2B")
"""Its mountains leave gaps between communes as wide as two bays."""

_MARGIN = 12
_PARIS_SIDE, _PARIS_CELLS = 330, 10
_OVERSEAS_SIDE, _OVERSEAS_CELLS = 150, 9
_ROOM = 0.9
"""The part of an inset's side that its drawing takes."""
# Where the sea leaves room for insets, as the latitude and longitude of a corner in the north-west.
_CHANNEL, _BISCAY, _SOUTH = (51.1, -5.2), (46.6, -5.2), (42.15, -5.2)
_BISCAY_ABREAST, _BISCAY_MOST = 2, 6


def draw_france(territory: Territory) -> HexMap:
    """Every département that has a commune, on a drawing some 1,600 units wide."""
    overseas: defaultdict[str, list[Commune]] = defaultdict(list)
    for one in territory.communes():
        if not MAINLAND.hold(one):
            overseas[one.departement].append(one)
    cells = mainland_cells(territory)
    paris = _paris(territory)
    insets = [*([paris] if paris else ()), *_overseas(overseas, territory)]
    enlarged = paris.cells.keys() if paris else frozenset[str]()
    own = {code: cells[code] for code in cells if code not in enlarged}
    found = [*shapes_of(own, Placement()), *(shape for one in insets for shape in one.shapes())]
    shapes = {one.departement: one for one in found}
    return HexMap(
        box=_around(cells, insets),
        shapes=tuple(shapes[one.code] for one in territory.departements if one.code in shapes),
        frames={
            **dict.fromkeys(own, MAINLAND_FRAME),
            **{code: one.frame for one in insets for code in one.cells},
        },
        borders=borders(cells, territory),
        insets=tuple(one.box for one in insets if one is not paris),
        enlarged=outline(_all(cells, enlarged), Placement()),
        lens=paris.box if paris else None,
    )


@lru_cache(maxsize=1)
def mainland_cells(territory: Territory) -> Mapping[str, frozenset[Cell]]:
    """The hexagons of each département of metropolitan France, in ``MAINLAND_FRAME``."""
    communes = filter(MAINLAND.hold, territory.communes())
    points = list(points_of(communes, MAINLAND_FRAME.projection))
    continent = tessellate(one for one in points if one[2] not in CORSICA)
    return {**continent, **tessellate((one for one in points if one[2] in CORSICA), closing=2)}


def borders(cells: Mapping[str, frozenset[Cell]], territory: Territory) -> tuple[str, ...]:
    """The outline of each région that has hexagons at scale 1, in official order."""
    codes = {
        region.code: [one.code for one in territory.departements_of(region.code)]
        for region in territory.regions
    }
    return tuple(outline(own, Placement()) for one in codes.values() if (own := _all(cells, one)))


def _all(cells: Mapping[str, frozenset[Cell]], codes: Iterable[str]) -> frozenset[Cell]:
    return frozenset[Cell]().union(*(cells.get(code, ()) for code in codes))


def _paris(territory: Territory) -> Inset | None:
    communes = [one for one in territory.communes() if one.departement in PARIS]
    if not communes:
        return None
    box = Box(*MAINLAND_FRAME.point(*_CHANNEL), _PARIS_SIDE, _PARIS_SIDE)
    return inset_map(communes, box, round(_PARIS_SIDE * _ROOM), _PARIS_CELLS)


def _overseas(groups: Mapping[str, Sequence[Commune]], territory: Territory) -> Iterator[Inset]:
    """The overseas régions in the Bay of Biscay, the collectivités in a row further south."""
    codes = [one for one in territory.departements if one.code in groups]
    regions = [one.code for one in codes if one.code != one.region][:_BISCAY_MOST]
    others = [one.code for one in codes if one.code not in regions]
    for rank, code in enumerate(regions):
        row, column = divmod(rank, _BISCAY_ABREAST)
        yield _overseas_inset(groups[code], _BISCAY, column, row)
    for rank, code in enumerate(others):
        yield _overseas_inset(groups[code], _SOUTH, rank, 0)


def _overseas_inset(
    communes: Sequence[Commune], corner: tuple[float, float], column: int, row: int
) -> Inset:
    x, y = MAINLAND_FRAME.point(*corner)
    side = _OVERSEAS_SIDE
    box = Box(x + column * side, y + row * side, side, side)
    return inset_map(communes, box, round(side * _ROOM), _OVERSEAS_CELLS)


def _around(cells: Mapping[str, frozenset[Cell]], insets: Sequence[Inset]) -> Box:
    """The rectangle of everything drawn, with a margin."""
    sides = [
        (one.box.x, one.box.y, one.box.x + one.box.width, one.box.y + one.box.height)
        for one in insets
    ]
    if cells:
        sides.append(extent(_all(cells, cells)))
    west, north = min(one[0] for one in sides), min(one[1] for one in sides)
    east, south = max(one[2] for one in sides), max(one[3] for one in sides)
    return Box(
        west - _MARGIN, north - _MARGIN, east - west + 2 * _MARGIN, south - north + 2 * _MARGIN
    )
