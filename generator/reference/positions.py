"""Where each commune is: located, or estimated from its neighbours."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.reference.anchors import find_anchors, points_of
from generator.reference.by_hand import villages, written_points
from generator.reference.decoupage import Division, Place
from generator.reference.gazetteer import GazetteerPlace
from generator.reference.likeness import point_of
from generator.reference.neighbours import Neighbours, Point
from generator.reference.parts import find_parts
from generator.territory.names import search_key
from generator.territory.places import Precision

_NUMBERED_CITY = re.compile(r"(?P<city>[a-z]+) (?P<number>\d{1,2})(?:er|e)?\b")
_NUMBERED_PLACE = re.compile(r"(?P<city>[a-z]+) (?P<number>\d\d)\b")
"""GeoNames writes « Lyon 07 » and « Paris 07 Palais-Bourbon »."""


@dataclass(frozen=True, slots=True)
class Position:
    """A point and what it is worth."""

    point: Point
    precision: Precision


def locate(
    division: Division,
    gazetteer: Sequence[GazetteerPlace],
    exact_centres: Mapping[str, tuple[float, float]],
) -> dict[str, Position]:
    """Return the position of each commune, and municipal arrondissement, by INSEE code.

    In order: the exact centre when one is given; what is written by hand; the place of GeoNames;
    the parts of a commune nouvelle; the neighbours; for an arrondissement, its city. A commune that
    has none of these has no position.
    """
    communes = [one for one in division.communes if not one.parent]
    neighbours = Neighbours(communes)
    anchors = find_anchors(communes, gazetteer, neighbours)
    written = written_points(communes)
    located = points_of(anchors) | villages(communes, gazetteer)
    parts = find_parts(communes, division.former, gazetteer, neighbours, anchors)
    estimates = neighbours.estimates(parts | located | written) | parts | written
    precise = {code: point for code, point in located.items() if code not in written}
    precise |= _arrondissements(division.communes, gazetteer)
    precise |= {code: Point(*centre) for code, centre in exact_centres.items()}
    positions: dict[str, Position] = {}
    for one in division.communes:
        if one.code in precise:
            positions[one.code] = Position(precise[one.code], "exacte")
        elif (point := estimates.get(one.code) or precise.get(one.parent)) is not None:
            positions[one.code] = Position(point, "estimee")
    return positions


def _arrondissements(
    communes: Sequence[Place], gazetteer: Sequence[GazetteerPlace]
) -> dict[str, Point]:
    """Return the arrondissements of Paris, Lyon and Marseille, by city and number."""
    places: dict[tuple[str, int], GazetteerPlace] = {}
    for place in gazetteer:
        if found := _NUMBERED_PLACE.match(search_key(place.name)):
            places.setdefault((found["city"], int(found["number"])), place)
    points: dict[str, Point] = {}
    for one in communes:
        if one.parent and (found := _NUMBERED_CITY.match(search_key(one.name))):
            known = places.get((found["city"], int(found["number"])))
            if known is not None:
                points[one.code] = point_of(known)
    return points
