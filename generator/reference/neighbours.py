"""Which communes are each other's neighbours, for want of contours.

Two communes that share a postal code and an EPCI are a few kilometres apart; two that share only an
arrondissement, some tens. From the communes whose place is known (the *anchors*) follows where the
others are, and which anchors cannot be right.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import exp
from statistics import median

from generator.reference.decoupage import Place
from generator.territory.distance import distance_km


class Level(IntEnum):
    """What the communes of a group share, from the closest neighbours to the farthest."""

    POSTAL_CODE_AND_EPCI = 0
    POSTAL_CODE = 1
    EPCI_AND_ARRONDISSEMENT = 2
    EPCI = 3
    ARRONDISSEMENT = 4
    DEPARTEMENT = 5


TOLERANCE_KM = {
    Level.POSTAL_CODE_AND_EPCI: 15,
    Level.POSTAL_CODE: 15,
    Level.EPCI_AND_ARRONDISSEMENT: 35,
    Level.EPCI: 40,
    Level.ARRONDISSEMENT: 55,
    Level.DEPARTEMENT: 95,
}
"""How far from the centre of its group a commune of metropolitan France can be.

Chosen by looking at the places refused or kept: beyond these distances nearly all were namesakes of
the commune, as ``bench/commune_positions.py`` shows with known centres.
"""

FEWEST_TO_JUDGE = 3
"""Anchors a group must hold for its centre to judge another."""

CLOSENESS = 4
"""A group of n communes weighs n to the power of minus ``CLOSENESS`` in an estimate.

Chosen by leaving each small anchor out and estimating it from the others: 3 to 4 do best, and far
better than 1 (median error 5.0 km against 7.3).
"""

SHARE_OF_EPCI = 0.4
REACH_KM = 6.0
"""For a commune on the border of its postal code: see ``Neighbours._on_border``.

Chosen in the same way: the mean error falls from 5.6 to 3.8 km; from 0.3 to 0.5, and from 3 to 10 km,
they hardly matter.
"""

Group = tuple[Level, str, str]


@dataclass(frozen=True, slots=True)
class Point:
    """WGS 84 decimal degrees."""

    latitude: float
    longitude: float

    def distance_km(self, other: "Point") -> float:
        """Great-circle distance in kilometres."""
        return distance_km(self.latitude, self.longitude, other.latitude, other.longitude)


def mean_point(points: Iterable[tuple[Point, float]]) -> Point:
    """Return the mean of weighted points, not all of weight 0.

    Of degrees, which is enough within a département and far from the poles and the antimeridian.
    """
    latitude = longitude = total = 0.0
    for point, weight in points:
        latitude += weight * point.latitude
        longitude += weight * point.longitude
        total += weight
    return Point(latitude / total, longitude / total)


class Neighbours:
    """The groups of all communes; anchors are given to each question."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._groups: dict[str, tuple[Group, ...]] = {}
        self._members: defaultdict[Group, list[str]] = defaultdict(list)
        for place in places:
            self._groups[place.code] = tuple(_groups(place))
            for group in self._groups[place.code]:
                self._members[group].append(place.code)

    def remoteness(self, code: str, point: Point, anchors: Mapping[str, Point]) -> float:
        """Return how far ``point`` is from the centre of the closest group, over its tolerance.

        More than 1 is too far. The centre is the median of the group's other anchors, which one
        namesake does not move; 0 when no group has enough anchors to judge.
        """
        others: dict[Level, dict[str, Point]] = defaultdict(dict)
        for group in self._groups[code]:
            for member in self._members[group]:
                if member != code and member in anchors:
                    others[group[0]][member] = anchors[member]
        for level in sorted(others):
            known = others[level].values()
            if len(known) >= FEWEST_TO_JUDGE:
                centre = Point(
                    median(one.latitude for one in known), median(one.longitude for one in known)
                )
                return centre.distance_km(point) / TOLERANCE_KM[level]
        return 0.0

    def estimates(self, anchors: Mapping[str, Point]) -> dict[str, Point]:
        """Return a place for each commune that is not an anchor and has one in its groups."""
        known = {
            group: points
            for group, members in self._members.items()
            if (points := [anchors[member] for member in members if member in anchors])
        }
        found: dict[str, Point] = {}
        for code, own in self._groups.items():
            groups = [group for group in own if group in known]
            if code not in anchors and groups:
                found[code] = self._on_border(groups, known) or self._by_closeness(groups, known)
        return found

    def _by_closeness(
        self, groups: Iterable[Group], known: Mapping[Group, Sequence[Point]]
    ) -> Point:
        """Return the mean of the anchors of all groups, the smallest groups weighing most."""
        return mean_point(
            (point, len(self._members[group]) ** -CLOSENESS)
            for group in groups
            for point in known[group]
        )

    def _on_border(
        self, groups: Iterable[Group], known: Mapping[Group, Sequence[Point]]
    ) -> Point | None:
        """Estimate a commune whose postal code is that of communes of another EPCI only.

        It stands between them and the nearest of its own EPCI. ``None`` when it is not so.
        """
        at: defaultdict[Level, list[Point]] = defaultdict(list)
        for group in groups:
            at[group[0]] += known[group]
        postal_code, epci = at[Level.POSTAL_CODE], at[Level.EPCI]
        if at[Level.POSTAL_CODE_AND_EPCI] or not postal_code or not epci:
            return None
        inner = _nearest(epci, mean_point((point, 1) for point in postal_code))
        outer = _nearest(postal_code, inner)
        return mean_point(((inner, SHARE_OF_EPCI), (outer, 1 - SHARE_OF_EPCI)))


def _nearest(points: Iterable[Point], centre: Point) -> Point:
    """Return the mean of points that weigh e times less each ``REACH_KM`` farther from a centre."""
    distances = [(point, point.distance_km(centre)) for point in points]
    # Counted from the nearest, so that the weights of remote points do not all vanish.
    least = min(distance for _, distance in distances)
    return mean_point((point, exp((least - distance) / REACH_KM)) for point, distance in distances)


def _groups(place: Place) -> Iterator[Group]:
    if place.epci:
        for postal_code in place.postal_codes:
            yield Level.POSTAL_CODE_AND_EPCI, postal_code, place.epci
    for postal_code in place.postal_codes:
        yield Level.POSTAL_CODE, postal_code, ""
    if place.epci and place.arrondissement:
        yield Level.EPCI_AND_ARRONDISSEMENT, place.epci, place.arrondissement
    if place.epci:
        yield Level.EPCI, place.epci, ""
    if place.arrondissement:
        yield Level.ARRONDISSEMENT, place.arrondissement, ""
    yield Level.DEPARTEMENT, place.departement, ""
