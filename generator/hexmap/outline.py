"""From a set of hexagons to the one line around them, and to the point where a name fits."""

from collections.abc import Collection
from dataclasses import dataclass

from generator.hexmap.cells import HALF_WIDTH, QUARTER_HEIGHT, Cell, centre, neighbours

_A, _B = HALF_WIDTH, QUARTER_HEIGHT
_SIDES = (
    # The side that faces each of ``neighbours``: its first corner from the centre, its vector.
    ((0, -2 * _B), (_A, _B)),
    ((_A, -_B), (0, 2 * _B)),
    ((_A, _B), (-_A, _B)),
    ((0, 2 * _B), (-_A, -_B)),
    ((-_A, _B), (0, -2 * _B)),
    ((-_A, -_B), (_A, -_B)),
)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a honeycomb is drawn: each unit ``scale`` times as long, its origin at ``x``, ``y``."""

    x: int = 0
    y: int = 0
    scale: int = 1


def outline(cells: Collection[Cell], placement: Placement) -> str:
    """The ``d`` of an SVG path around ``cells``, holes and islands included, in whole numbers.

    Three sides meet at each corner of a honeycomb, so that at most one line of the outline leaves
    it: following the sides, clockwise, is never ambiguous.
    """
    inside = cells if isinstance(cells, set | frozenset) else frozenset(cells)
    sides = {}
    for cell in cells:
        x, y = centre(cell)
        for (corner, vector), beyond in zip(_SIDES, neighbours(cell), strict=True):
            if beyond not in inside:
                sides[x + corner[0], y + corner[1]] = vector
    rings = []
    for start in sorted(sides):
        x, y = start
        vectors = []
        while (x, y) in sides:
            vectors.append(sides.pop((x, y)))
            x, y = x + vectors[-1][0], y + vectors[-1][1]
        if vectors:
            rings.append(_ring(start, vectors[:-1], placement))
    return "".join(rings)


def _ring(start: Cell, vectors: list[Cell], placement: Placement) -> str:
    """One closed line: the last side is left to ``z``, a separator to where no sign stands."""
    scale = placement.scale
    x, y = placement.x + start[0] * scale, placement.y + start[1] * scale
    steps = "".join(f" {scale * dx} {scale * dy}" for dx, dy in vectors)
    return f"M{x} {y}l{steps[1:]}z".replace(" -", "-")


def middle(cells: Collection[Cell], placement: Placement) -> tuple[int, int]:
    """A point well inside ``cells``: the centre of the hexagon that is furthest from the outline.

    Among several, the one nearest to their centre of gravity, then the first.
    """
    core = set(cells)
    while inner := {cell for cell in core if core.issuperset(neighbours(cell))}:
        core = inner
    points = sorted(centre(cell) for cell in core)
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    x, y = min(points, key=lambda one: ((one[0] - mean_x) ** 2 + (one[1] - mean_y) ** 2, one))
    return placement.x + x * placement.scale, placement.y + y * placement.scale


def extent(cells: Collection[Cell]) -> tuple[int, int, int, int]:
    """West, north, east and south of ``cells`` drawn at scale 1 from the origin."""
    points = [centre(cell) for cell in cells]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) - _A, min(ys) - 2 * _B, max(xs) + _A, max(ys) + 2 * _B
