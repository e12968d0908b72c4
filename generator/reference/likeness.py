"""What makes a place of GeoNames and a commune alike: names, populations, surroundings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log

from generator.reference.decoupage import Place
from generator.reference.gazetteer import GazetteerPlace
from generator.reference.neighbours import Neighbours, Point
from generator.territory.names import search_key

Name = tuple[str, str]
"""The code of a région and a search key."""

LIKELY_GAP = log(3)
"""The largest gap of populations when everything else agrees."""

_METROPOLITAN_CODE_LENGTH = 2
_FEWEST_INHABITANTS = 100
"""Below this, a difference of population says nothing."""


def population_gap(commune: Place, place: GazetteerPlace) -> float:
    """Return the logarithm of the ratio of the two populations, never negative."""
    return abs(
        log(
            max(place.population, _FEWEST_INHABITANTS)
            / max(commune.population, _FEWEST_INHABITANTS)
        )
    )


def point_of(place: GazetteerPlace) -> Point:
    """Return where the place is."""
    return Point(place.latitude, place.longitude)


def is_metropolitan(commune: Place) -> bool:
    """Tell whether the commune is in metropolitan France, where départements have two signs."""
    return len(commune.departement) == _METROPOLITAN_CODE_LENGTH


def remoteness(
    commune: Place, place: GazetteerPlace, neighbours: Neighbours, anchors: Mapping[str, Point]
) -> float:
    """Return how far the place is from the commune's neighbours: beyond 1, too far.

    Always 0 overseas: a région is one département there, where no two communes bear the same name,
    and tolerances made for metropolitan communes would reject those of Guyane.
    """
    if not is_metropolitan(commune):
        return 0.0
    return neighbours.remoteness(commune.code, point_of(place), anchors)


def by_name(gazetteer: Iterable[GazetteerPlace]) -> dict[Name, list[GazetteerPlace]]:
    """Index the places by région and name."""
    index: defaultdict[Name, list[GazetteerPlace]] = defaultdict(list)
    for place in gazetteer:
        index[place.region, search_key(place.name)].append(place)
    return dict(index)


def by_other_name(gazetteer: Iterable[GazetteerPlace]) -> dict[Name, list[GazetteerPlace]]:
    """Index the places by région and each name other than the first (Dunkerque, called Dunkirk)."""
    index: defaultdict[Name, list[GazetteerPlace]] = defaultdict(list)
    for place in gazetteer:
        others = {search_key(name) for name in place.other_names} - {search_key(place.name), ""}
        for other in sorted(others):
            index[place.region, other].append(place)
    return dict(index)
