"""What lies nearest to a point, among many points, without measuring them all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import asin, cos, radians, sin, sqrt
from typing import Generic, TypeVar

from generator.territory.distance import EARTH_RADIUS_KM, distance_km

Item = TypeVar("Item")
Vector = tuple[float, float, float]
"""A point of the sphere of radius 1: no poles nor antimeridian to think of."""

_LEAF = 8
"""Points that a leaf of the tree holds at most."""
_ROUNDING_KM = 1e-6
"""More than what rounding can add to the distance of a box: a millimetre."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A box around some points: two halves, or the ranks of a few points."""

    low: Vector
    high: Vector
    halves: tuple["_Node", "_Node"] | None
    ranks: Sequence[int]

    def at_least(self, point: Vector) -> float:
        """A distance in kilometres that none of its points is nearer than."""
        squared = 0.0
        for value, low, high in zip(point, self.low, self.high, strict=True):
            away = max(low - value, 0.0, value - high)
            squared += away * away
        return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(squared) / 2)) - _ROUNDING_KM


class Nearest(Generic[Item]):
    """Points with what stands at each, in a k-d tree.

    Source: J. L. Bentley, « Multidimensional binary search trees used for associative searching »,
    Communications of the ACM 18 (1975); read in order of distance as in G. R. Hjaltason and
    H. Samet, « Distance browsing in spatial databases », ACM TODS 24 (1999).
    """

    def __init__(self, points: Iterable[tuple[float, float, Item]]) -> None:
        """``points`` are latitude and longitude (WGS 84 degrees), and the thing that is there."""
        self._points = tuple(points)
        vectors = [_vector(latitude, longitude) for latitude, longitude, _ in self._points]
        self._root = _tree(range(len(vectors)), vectors) if vectors else None

    def around(self, latitude: float, longitude: float) -> Iterator[tuple[float, Item]]:
        """Everything, the nearest first, with its great-circle distance in kilometres.

        At the same distance, in the order the points were given. Lazy: to take the first few costs
        little, whatever the number of points.
        """
        here = _vector(latitude, longitude)
        # Boxes before points of the same distance: a box may hold a point given earlier.
        waiting: list[tuple[float, int, int, _Node | None]] = []
        opened = 0
        if self._root:
            heappush(waiting, (0.0, 0, opened, self._root))
        while waiting:
            distance, _, rank, node = heappop(waiting)
            if node is None:
                yield distance, self._points[rank][2]
                continue
            for half in node.halves or ():
                opened += 1
                heappush(waiting, (half.at_least(here), 0, opened, half))
            for one in node.ranks:
                away = distance_km(latitude, longitude, *self._points[one][:2])
                heappush(waiting, (away, 1, one, None))


def _vector(latitude: float, longitude: float) -> Vector:
    phi, lam = radians(latitude), radians(longitude)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def _tree(ranks: Sequence[int], vectors: Sequence[Vector]) -> _Node:
    """The tree of the points of those ranks, halved along the longest side of their box."""
    columns = list(zip(*(vectors[one] for one in ranks), strict=True))
    low = (min(columns[0]), min(columns[1]), min(columns[2]))
    high = (max(columns[0]), max(columns[1]), max(columns[2]))
    if len(ranks) <= _LEAF:
        return _Node(low, high, None, ranks)
    axis = max(range(3), key=lambda one: high[one] - low[one])
    ordered = sorted(ranks, key=lambda one: vectors[one][axis])
    middle = len(ordered) // 2
    halves = _tree(ordered[:middle], vectors), _tree(ordered[middle:], vectors)
    return _Node(low, high, halves, ())
