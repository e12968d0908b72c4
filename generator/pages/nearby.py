"""The services nearest to a point, as pages list them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from generator.directory import Directory, Neighbour
from generator.model.service import Service
from generator.model.vocabulary import Activite, Statut
from generator.pages.cards import Card, card
from generator.pages.filters import number
from generator.pages.site import Link
from generator.pages.towns import commune_url, in_town, town_name

_AROUND_SERVICE: Final = 3
WITHIN_KM: Final = 300
"""Further, a service is of no use to someone who must come in person."""


@dataclass(frozen=True, slots=True)
class Near:
    """A service some way off: ``town`` is that of its nearest place, ``distance`` in words."""

    card: Card
    town: str
    distance: str


@dataclass(frozen=True, slots=True)
class NearGroup:
    """The nearest services of one activity."""

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
    found: list[Neighbour] = []
    for one in directory.around(*point, activite):
        if one.kilometres > WITHIN_KM or len(found) == most:
            break
        if one.service.statut is Statut.OUVERT and one.service.id not in but:
            found.append(one)
    return tuple(_near(one, directory) for one in found)


def nearest_groups(
    directory: Directory, point: tuple[float, float], most: int, but: Collection[str] = ()
) -> tuple[NearGroup, ...]:
    """The nearest open services of each activity; an activity without any is left out."""
    groups = (
        NearGroup(one.value, one.label, nearest(directory, point, one, most, but))
        for one in Activite
    )
    return tuple(group for group in groups if group.services)


def around_service(service: Service, directory: Directory) -> tuple[NearGroup, ...]:
    """The nearest others around its first place that has a position; none around a hidden one.

    A closed service has named those to turn to at the top of its page.
    """
    point = position_of(service, directory)
    if point is None or service.statut is not Statut.OUVERT:
        return ()
    return nearest_groups(directory, point, _AROUND_SERVICE, {service.id})


def commune_links(service: Service, directory: Directory) -> tuple[Link, ...]:
    """The pages of the service's communes, « à Rennes »: those that list a service."""
    communes = {
        one.code_insee: one for lieu in service.lieux for one in directory.communes_of(lieu)
    }
    return tuple(
        Link(commune_url(code), in_town(one.nom))
        for code, one in communes.items()
        if directory.listed_in_commune(code)
    )


def position_of(service: Service, directory: Directory) -> tuple[float, float] | None:
    """The point of its first place that has one: never that of a hidden place."""
    for lieu in service.lieux:
        if position := directory.position_of(lieu):
            return position.latitude, position.longitude
    return None


def _near(neighbour: Neighbour, directory: Directory) -> Near:
    return Near(
        card(neighbour.service, directory),
        town_name(neighbour.lieu.commune or ""),
        distance_in_words(neighbour.kilometres),
    )
