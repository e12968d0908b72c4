"""Where the communes stand that GeoNames does not know by their name, but by their parts.

A commune nouvelle stands where those that it brought together stand (Beaupréau-en-Mauges, Vire
Normandie). A few others go by a kindred name, whose words are all in theirs or theirs in it: Évry in
Évry-Courcouronnes; or which begins alike: Sainte-Marie-Plage, in Sainte-Marie-la-Mer.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.reference.anchors import Anchors, points_of
from generator.reference.decoupage import FormerCommune, Place
from generator.reference.gazetteer import GazetteerPlace
from generator.reference.likeness import (
    LIKELY_GAP,
    by_name,
    is_metropolitan,
    point_of,
    population_gap,
    remoteness,
)
from generator.reference.neighbours import Neighbours, Point, mean_point
from generator.territory.names import search_key

_LEEWAY_OF_PARTS = 0.7
"""Parts of a commune stand closer than its neighbours."""
_LEEWAY_OF_KINDRED = 0.6
_DIFFERENCE_OF_KINDRED = 1.0
"""Farther off, what the populations differ by (a logarithm) is added to the remoteness."""
_LARGEST_PART = 1.5
"""Populations are of different years: a part can seem larger than the whole."""

_COMMON_WORDS = frozenset(
    "grand grande haut mont petit saint sainte saints saintes sous vallee vieux ville".split()
)
_SHORTEST_TELLING_WORD = 4

Words = tuple[str, ...]


def find_parts(
    communes: Sequence[Place],
    former: Sequence[FormerCommune],
    gazetteer: Sequence[GazetteerPlace],
    neighbours: Neighbours,
    anchors: Anchors,
) -> dict[str, Point]:
    """Return the mean place of the parts, by population, of communes that are not anchors."""
    points = points_of(anchors)
    taken = {place.id for place in anchors.values()}
    free = [place for place in gazetteer if place.id not in taken]
    parts = _PartFinder(former, free, neighbours, points)
    found: dict[str, Point] = {}
    for one in communes:
        if one.code not in anchors and is_metropolitan(one):
            places = list(parts.former_communes(one)) or parts.nearest_kindred(one)
            if places:
                found[one.code] = mean_point(
                    (point_of(place), max(place.population, 1)) for place in places
                )
    return found


class _PartFinder:
    """The places of GeoNames still free, by name and by région."""

    def __init__(
        self,
        former: Sequence[FormerCommune],
        free: Sequence[GazetteerPlace],
        neighbours: Neighbours,
        points: Mapping[str, Point],
    ) -> None:
        self._neighbours = neighbours
        self._points = points
        self._free = by_name(free)
        self._telling: defaultdict[str, list[tuple[Words, GazetteerPlace]]] = defaultdict(list)
        for place in free:
            if words := _telling_words(place.name):
                self._telling[place.region].append((words, place))
        self._former: defaultdict[str, set[str]] = defaultdict(set)
        for one in former:
            if one.name:
                self._former[one.current].add(search_key(one.name))

    def former_communes(self, commune: Place) -> Iterator[GazetteerPlace]:
        for key in sorted(self._former[commune.code]):
            for place in self._free.get((commune.region, key), ()):
                if (
                    place.population < _LARGEST_PART * commune.population
                    and self._remoteness(commune, place) <= _LEEWAY_OF_PARTS
                ):
                    yield place

    def nearest_kindred(self, commune: Place) -> list[GazetteerPlace]:
        words = _telling_words(commune.name)
        pairs = []
        for others, place in self._telling[commune.region]:
            if _are_kindred(words, others):
                gap = population_gap(commune, place)
                distance = self._remoteness(commune, place)
                if (gap < LIKELY_GAP and distance <= _LEEWAY_OF_KINDRED) or (
                    gap + distance <= _DIFFERENCE_OF_KINDRED
                ):
                    pairs.append((distance + gap, place.id, place))
        return [min(pairs, key=lambda pair: pair[:2])[2]] if pairs else []

    def _remoteness(self, commune: Place, place: GazetteerPlace) -> float:
        return remoteness(commune, place, self._neighbours, self._points)


def _are_kindred(words: Words, others: Words) -> bool:
    """Tell whether all words of one name are in the other, or both begin with the same one."""
    if not (words and others):
        return False
    return words[0] == others[0] or set(words) <= set(others) or set(others) <= set(words)


def _telling_words(name: str) -> Words:
    """Return the words of a name that tell it from others, in order."""
    return tuple(
        word
        for word in search_key(name).split()
        if len(word) >= _SHORTEST_TELLING_WORD and word not in _COMMON_WORDS
    )
