"""The services nearest to a point, or in the same territory, as pages list them.

A place whose address is not published is in no distance: its service is named as one of its département.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator.directory import Directory, Neighbour
from generator.model.service import Service
from generator.model.vocabulary import Activite, Statut
from generator.pages.cards import Card, card
from generator.pages.filters import number
from generator.pages.site import Link
from generator.pages.territory_links import departement_url
from generator.pages.towns import commune_url, in_town, town_name, where

_AROUND_SERVICE: Final = 3
_WITHOUT_POSITION: Final = 2
"""Those of the département without position that are named among the nearest."""
_CLOSE_KM: Final = 50
"""As far as a search looks first: further than this, the département's own come before."""
WITHIN_KM: Final = 300
"""Further, a service is of no use to someone who must come in person."""
_NOT_PUBLISHED: Final = "adresse non publiée"


@dataclass(frozen=True, slots=True)
class Near:
    """A service elsewhere: ``where`` is its nearest place and the distance, or all that is told."""

    card: Card
    where: str


@dataclass(frozen=True, slots=True)
class NearGroup:
    """Services of one activity, the nearest first."""

    activity: str
    label: str
    services: tuple[Near, ...]


def distance_in_words(kilometres: float) -> str:
    """``à 12 km``, never cut: positions are those of communes, so that less than a kilometre means nothing."""
    whole = int(kilometres + 0.5)
    text = number(whole) if whole else "moins\N{NO-BREAK SPACE}d'1"
    return f"à\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}km"


def nearest(
    directory: Directory,
    point: tuple[float, float],
    activite: Activite,
    most: int,
    but: Collection[str] = (),
) -> tuple[Near, ...]:
    """The open services of that activity nearest to ``point`` (latitude, longitude).

    At most ``most`` of them, none of ``but`` (ids), none further than ``WITHIN_KM``.
    """
    found = islice(_neighbours(directory, point, activite, but), most)
    return tuple(_near(one, directory) for one in found)


def nearest_groups(
    directory: Directory,
    point: tuple[float, float],
    most: int,
    but: Collection[str] = (),
    departement: str = "",
) -> tuple[NearGroup, ...]:
    """The nearest open services of each activity; an activity without any is left out.

    Those of ``departement`` (a code) without position stand after the close ones, in no distance.
    """

    def services(activite: Activite) -> tuple[Near, ...]:
        found = [*islice(_neighbours(directory, point, activite, but), most)]
        close = sum(one.kilometres <= _CLOSE_KM for one in found)
        measured = [_near(one, directory) for one in found]
        others = islice(_open(directory.unplaced_in(departement), activite, but), _WITHOUT_POSITION)
        told = [_told(one, directory) for one in others]
        return (*measured[:close], *told, *measured[close:])

    return _groups({one: services(one) for one in Activite})


def around_service(service: Service, directory: Directory) -> tuple[NearGroup, ...]:
    """The nearest others around its first place that has a position.

    Around a hidden one they have no distance, which would tell where it is: those of its
    département, then of its région. A closed service has named those to turn to at the top of its page.
    """
    if service.statut is not Statut.OUVERT:
        return ()
    if point := position_of(service, directory):
        return nearest_groups(directory, point, _AROUND_SERVICE, {service.id}, service.departement)
    return _groups(
        {
            one: tuple(
                _told(other, directory)
                for other in islice(same_territory(service, directory, one), _AROUND_SERVICE)
            )
            for one in Activite
        }
    )


def same_territory(service: Service, directory: Directory, activite: Activite) -> Iterator[Service]:
    """The other open services of that activity in its département, then in the rest of its région."""
    departement = directory.territory.departement(service.departement)
    beside = directory.territory.departements_of(departement.region) if departement else ()
    seen = {service.id}
    for code in dict.fromkeys([service.departement, *(one.code for one in beside)]):
        for other in _open(directory.listed_in(code), activite, seen):
            seen.add(other.id)
            yield other


def territory_lists(service: Service, directory: Directory) -> tuple[Link, ...]:
    """The lists that the service is in: « à Rennes », for each of its communes, « en Ille-et-Vilaine »."""
    communes = {
        one.code_insee: one for lieu in service.lieux for one in directory.communes_of(lieu)
    }
    departement = directory.territory.departement(service.departement)
    return (
        *(
            Link(commune_url(code), in_town(one.nom))
            for code, one in communes.items()
            if directory.listed_in_commune(code)
        ),
        *((Link(departement_url(departement.code), departement.dans),) if departement else ()),
    )


def position_of(service: Service, directory: Directory) -> tuple[float, float] | None:
    """The point of its first place that has one: never that of a hidden place."""
    for lieu in service.lieux:
        if position := directory.position_of(lieu):
            return position.latitude, position.longitude
    return None


def _groups(services: dict[Activite, tuple[Near, ...]]) -> tuple[NearGroup, ...]:
    return tuple(NearGroup(one.value, one.label, found) for one, found in services.items() if found)


def _neighbours(
    directory: Directory, point: tuple[float, float], activite: Activite, but: Collection[str]
) -> Iterator[Neighbour]:
    for one in directory.around(*point, activite):
        if one.kilometres > WITHIN_KM:
            return
        if one.service.statut is Statut.OUVERT and one.service.id not in but:
            yield one


def _open(
    services: Iterable[Service], activite: Activite, but: Collection[str]
) -> Iterator[Service]:
    return (
        one
        for one in services
        if one.type is activite and one.statut is Statut.OUVERT and one.id not in but
    )


def _near(neighbour: Neighbour, directory: Directory) -> Near:
    town = town_name(neighbour.lieu.commune or "")
    return Near(
        card(neighbour.service, directory), f"{town}, {distance_in_words(neighbour.kilometres)}"
    )


def _told(service: Service, directory: Directory) -> Near:
    """A service without any distance."""
    is_placed = not service.lieux or position_of(service, directory)
    told = where(service, directory)
    return Near(card(service, directory), told if is_placed else f"{told}, {_NOT_PUBLISHED}")
