"""Who is nearest: the one order of the search, in the terminal and in the browser.

``theme/static/find/ranking.js`` is the same specification in another language, and a test holds
one to the other. The order, for a point and a reach:

1. *near*: services with a measured place within ``reach.kilometres``, each at its nearest place
   (the first in the record's order among equals), by distance in whole metres, then by id; at most
   ``reach.services`` of them;
2. *nearby*: services not yet named that receive people at an address they do not publish, in the
   same commune first, then in the same département; by id;
3. *remote*: services not yet named that answer from afar, if their zone says nothing or covers the
   point; those that it covers first, then by the distance of their first measured place (those
   without one last), then by id.

A commune is the same as the city whose municipal arrondissement it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, inf

from generator.search.places import FoundPlace, FoundService
from generator.territory import Commune
from generator.territory.distance import distance_km


@dataclass(frozen=True, slots=True)
class Point:
    """Where one searches from, in WGS 84 degrees; ``commune`` when it was chosen by name."""

    latitude: float
    longitude: float
    commune: Commune | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far to look: kilometres, and how many services at most."""

    kilometres: float
    services: int


REACHES = (Reach(50, 100), Reach(150, 300), Reach(25_000, 1000))
"""From the neighbourhood to the whole country, which has no place further than 20,016 km away."""


@dataclass(frozen=True, slots=True)
class Found:
    """A service that answers. ``metres`` is the distance of ``place``, when both are known.

    ``covers`` says that its zone holds the commune one searches from.
    """

    service: FoundService
    place: FoundPlace | None
    metres: int | None
    covers: bool

    @property
    def others(self) -> int:
        """How many places it has beside this one."""
        return len(self.service.places) - (self.place is not None)


@dataclass(frozen=True, slots=True)
class Answer:
    """The services found: near the point, near it at an unpublished address, from afar."""

    near: tuple[Found, ...]
    nearby: tuple[Found, ...]
    remote: tuple[Found, ...]


def rank(services: Iterable[FoundService], point: Point, reach: Reach = REACHES[0]) -> Answer:
    """Order ``services`` as seen from ``point``. See the module for the order."""
    services = list(services)
    near = _near(services, point, reach)
    named = {one.service.id for one in near}
    departement = _departement(point, near)
    nearby = [
        found
        for service in services
        if service.id not in named and (found := _unpublished(service, point, departement))
    ]
    nearby.sort(key=lambda one: (not _is_in_commune(one.place, point), one.service.id))
    named.update(one.service.id for one in nearby)
    remote = [
        _remote(service, point)
        for service in services
        if service.id not in named and service.is_remote and _answers(service, point)
    ]
    remote.sort(
        key=lambda one: (
            not one.covers,
            inf if one.metres is None else one.metres,
            one.service.id,
        )
    )
    return Answer(tuple(near), tuple(nearby), tuple(remote))


def metres_between(point: Point, place: FoundPlace) -> int | None:
    """The distance in whole metres, halves rounded up; ``None`` when the place has no position."""
    if place.latitude is None or place.longitude is None:
        return None
    kilometres = distance_km(point.latitude, point.longitude, place.latitude, place.longitude)
    return floor(kilometres * 1000 + 0.5)


def covers(service: FoundService, point: Point) -> bool:
    """Whether the service says that it serves the commune: by name, or with its département.

    A département whose communes are named is served in those only.
    """
    commune = point.commune
    if commune is None:
        return False
    if {commune.code_insee, _city(commune)} & set(service.zone_communes):
        return True
    return commune.departement in service.zone_departements and not any(
        departement_of(code) == commune.departement for code in service.zone_communes
    )


def departement_of(code_insee: str) -> str:
    """The département's code that an INSEE code of a commune begins with."""
    return code_insee[:3] if code_insee.startswith(("97", "98")) else code_insee[:2]


def _near(services: list[FoundService], point: Point, reach: Reach) -> list[Found]:
    found = []
    for service in services:
        measured = [
            (metres, rank)
            for rank, place in enumerate(service.places)
            if (metres := metres_between(point, place)) is not None
        ]
        if measured and min(measured)[0] <= reach.kilometres * 1000:
            metres, rank = min(measured)
            found.append(Found(service, service.places[rank], metres, covers(service, point)))
    found.sort(key=lambda one: (one.metres, one.service.id))
    return found[: reach.services]


def _departement(point: Point, near: list[Found]) -> str:
    """The commune's, or without one that of the nearest place: the best guess there is."""
    if point.commune:
        return point.commune.departement
    return near[0].place.departement if near and near[0].place else ""


def _unpublished(service: FoundService, point: Point, departement: str) -> Found | None:
    """The service at its first hidden place in the commune, or else in the département."""
    hidden = [one for one in service.places if one.latitude is None]
    places = [
        *(one for one in hidden if _is_in_commune(one, point)),
        *(one for one in hidden if one.departement == departement),
    ]
    return Found(service, places[0], None, covers(service, point)) if places else None


def _is_in_commune(place: FoundPlace | None, point: Point) -> bool:
    if place is None or point.commune is None or not place.code_insee:
        return False
    return city_of(place.code_insee) == _city(point.commune)


def _city(commune: Commune) -> str:
    return commune.commune_parente or commune.code_insee


def city_of(code_insee: str) -> str:
    """The INSEE code of the city of a municipal arrondissement; any other code as it is.

    Source: Insee, code officiel géographique (75101-75120, 69381-69389, 13201-13216).
    """
    for start, city in (("751", "75056"), ("6938", "69123"), ("132", "13055")):
        if code_insee.startswith(start):
            return city
    return code_insee


def _answers(service: FoundService, point: Point) -> bool:
    return covers(service, point) or not (service.zone_departements or service.zone_communes)


def _remote(service: FoundService, point: Point) -> Found:
    """At its first measured place, whose distance only sorts."""
    measured = ((place, metres_between(point, place)) for place in service.places)
    place, metres = next((one for one in measured if one[1] is not None), (None, None))
    return Found(service, place, metres, covers(service, point))
