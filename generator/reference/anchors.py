"""Which place of GeoNames is which commune, without a code in common.

A name, a région and a population tell most of them apart; the neighbours tell the namesakes. Where
there is doubt, no anchor: an estimate a few kilometres off is better than a namesake a day's drive
away.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import log

from generator.reference.decoupage import Place
from generator.reference.gazetteer import GazetteerPlace
from generator.reference.likeness import (
    LIKELY_GAP,
    Name,
    by_name,
    by_other_name,
    point_of,
    population_gap,
    remoteness,
)
from generator.reference.neighbours import Neighbours, Point
from generator.territory.names import search_key

Anchors = dict[str, GazetteerPlace]
"""The place of each commune, by INSEE code."""

_LARGEST_GAP = log(4)
_SMALL_GAP = log(1.5)
_AT_HOME = 0.4
"""So near the middle of its neighbours, a namesake is the commune, whatever its population.

The new towns have grown fourfold since GeoNames last counted (Montévrain, Serris).
"""
_LEEWAY_OF_UNIQUE_NAMES = 2.0
"""For a name borne once in all France, by a place of much the same population."""


def find_anchors(
    communes: Sequence[Place], gazetteer: Sequence[GazetteerPlace], neighbours: Neighbours
) -> Anchors:
    """Return the communes found in GeoNames under their name, or another that it knows.

    First the names borne by one commune and one place of the région, less those that stand too far
    from the others around them (twice, since the worst hide the bad); then the namesakes, where the
    first ones say they should be.
    """
    keys = {one.code: search_key(one.name) for one in communes}
    places = by_name(gazetteer)
    anchors = _unique(communes, keys, places)
    for _ in range(2):
        anchors = _pruned(anchors, communes, keys, places, neighbours)
    anchors |= _namesakes(anchors, communes, keys, places, by_other_name(gazetteer), neighbours)
    return _pruned(anchors, communes, keys, places, neighbours)


def points_of(anchors: Anchors) -> dict[str, Point]:
    """Return where each anchor is."""
    return {code: point_of(place) for code, place in anchors.items()}


def _unique(
    communes: Sequence[Place],
    keys: Mapping[str, str],
    places: Mapping[Name, Sequence[GazetteerPlace]],
) -> Anchors:
    bearers = Counter((one.region, keys[one.code]) for one in communes)
    anchors: Anchors = {}
    for one in communes:
        name = (one.region, keys[one.code])
        found = places.get(name, ())
        if bearers[name] == len(found) == 1 and population_gap(one, found[0]) < LIKELY_GAP:
            anchors[one.code] = found[0]
    return anchors


def _pruned(
    anchors: Anchors,
    communes: Sequence[Place],
    keys: Mapping[str, str],
    places: Mapping[Name, Sequence[GazetteerPlace]],
    neighbours: Neighbours,
) -> Anchors:
    points = points_of(anchors)
    communes_of = Counter(keys.values())
    places_of: Counter[str] = Counter()
    for (_, key), found in places.items():
        places_of[key] += len(found)
    kept: Anchors = {}
    for one in communes:
        if (place := anchors.get(one.code)) is None:
            continue
        is_unique = communes_of[keys[one.code]] == places_of[keys[one.code]] == 1
        is_alike = population_gap(one, place) < _SMALL_GAP
        leeway = _LEEWAY_OF_UNIQUE_NAMES if is_unique and is_alike else 1.0
        if remoteness(one, place, neighbours, points) <= leeway:
            kept[one.code] = place
    return kept


def _namesakes(
    anchors: Anchors,
    communes: Sequence[Place],
    keys: Mapping[str, str],
    places: Mapping[Name, Sequence[GazetteerPlace]],
    other_places: Mapping[Name, Sequence[GazetteerPlace]],
    neighbours: Neighbours,
) -> Anchors:
    """Pair what is left, the likeliest first: own names before other names."""
    points = points_of(anchors)
    taken = {place.id for place in anchors.values()}
    pairs = []
    for one in communes:
        if one.code in anchors:
            continue
        name = (one.region, keys[one.code])
        own = ((0, place) for place in places.get(name, ()))
        other = ((1, place) for place in other_places.get(name, ()))
        for rank, place in chain(own, other):
            gap = population_gap(one, place)
            if place.id not in taken:
                distance = remoteness(one, place, neighbours, points)
                if distance <= (1 if gap < _LARGEST_GAP else _AT_HOME):
                    pairs.append((rank, distance + gap, one.code, place.id, place))
    found: Anchors = {}
    for _, _, code, number, place in sorted(pairs, key=lambda pair: pair[:4]):
        if code not in found and number not in taken:
            found[code] = place
            taken.add(number)
    return found
