"""The ways in by territory: régions, and their départements with how many services they list."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.directory import Directory
from generator.pages.site import Link
from generator.territory import Departement, Region
from generator.territory.regions import OTHER_NAMES


@dataclass(frozen=True, slots=True)
class DepartementLink:
    """A département's page, and how many services it lists."""

    url: str
    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class RegionLinks:
    """A région's page and those of its départements that have a service.

    ``other_names`` are those that people may look for it by.
    """

    url: str
    name: str
    other_names: tuple[str, ...]
    count: int
    departements: tuple[DepartementLink, ...]


def departement_url(code: str) -> str:
    """Its page, which is there even when it lists nothing."""
    return f"departements/{code}/"


def region_links(directory: Directory) -> tuple[RegionLinks, ...]:
    """Régions in official order, each with its départements; those that have a service."""
    return tuple(links_of(region, directory) for region in directory.regions)


def links_of(region: Region, directory: Directory) -> RegionLinks:
    """The région and those of its départements that have a service."""
    departements = tuple(
        DepartementLink(
            departement_url(one.code), one.code, one.nom, len(directory.ids_in(one.code))
        )
        for one in directory.territory.departements_of(region.code)
        if directory.ids_in(one.code)
    )
    services = {identifier for link in departements for identifier in directory.ids_in(link.code)}
    other_names = OTHER_NAMES.get(region.code, ())
    return RegionLinks(
        f"regions/{region.code}/", region.nom, other_names, len(services), departements
    )


def uncovered_links(departements: Iterable[Departement], directory: Directory) -> tuple[Link, ...]:
    """Those of the départements that have no service: their pages lead to the nearest."""
    return tuple(
        Link(departement_url(one.code), one.nom)
        for one in departements
        if not directory.ids_in(one.code)
    )
