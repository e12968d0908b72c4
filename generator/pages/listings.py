"""The lists of services: by département, by région, all of them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from generator.directory import Directory, last_change
from generator.model.service import Service
from generator.model.vocabulary import Activite
from generator.pages.cards import Card, card, groups
from generator.pages.list_titles import (
    activities,
    counts,
    list_description,
    places_in,
    tab_title,
)
from generator.pages.maps import departement_map, region_map
from generator.pages.recipe import Recipe
from generator.pages.render import Page
from generator.pages.site import Link
from generator.pages.territory_links import (
    DepartementLink,
    departement_url,
    links_of,
    region_links,
    uncovered_links,
)
from generator.pages.towns import alphabetical, commune_url, town_name
from generator.pages.uncovered_page import uncovered_page
from generator.territory import Departement, Region

MOST_LISTED = 1_000
"""Of more services than this, the pages of France and of a région give the way to each département and
not the services: ten thousand are a page of 5 MB, which no telephone shows."""


@dataclass(frozen=True, slots=True)
class CommuneLink:
    """A commune's page, and how many services it lists."""

    url: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class DepartementCards:
    """The services of a département, in a longer list."""

    link: DepartementLink
    cards: tuple[Card, ...]


def listing_pages(directory: Directory) -> Iterator[Recipe]:
    """The page of all services, one a région that has any, one a département, be there any or not."""
    yield Recipe("services/index.html", services_page)
    for region in directory.regions:
        yield Recipe(f"regions/{region.code}/index.html", partial(region_page, region))
    for one in directory.territory.departements:
        yield Recipe(
            f"{departement_url(one.code)}index.html",
            partial(departement_page, one),
            departement=one.code,
        )


def services_page(directory: Directory) -> Page:
    """All services, département after département."""
    services = directory.listed
    title = "Tous les services"
    places = [lieu for one in services for lieu in one.lieux]
    return Page(
        "services/index.html",
        "services.html",
        {
            "title": title,
            "tab_title": tab_title(f"{title} ({activities(services).lower()})", services, places),
            "description": f"{counts(services)}, département par département.",
            "counts": counts(services),
            "is_listed": len(services) <= MOST_LISTED,
            "regions": tuple(
                (region, _departement_cards(region.departements, services, directory))
                for region in region_links(directory)
            ),
            "uncovered": uncovered_links(directory.territory.departements, directory),
        },
        updated=last_change(services),
    )


def region_page(region: Region, directory: Directory) -> Page:
    """The services of a région, département after département."""
    links = links_of(region, directory)
    services = {
        service.id: service
        for link in links.departements
        for service in directory.listed_in(link.code)
    }.values()
    departements = directory.territory.departements_of(region.code)
    codes = {one.code for one in departements}
    places = places_in(services, directory, codes)
    phrase = region.dans
    if any(one.dans == phrase for one in departements):
        phrase = f"{phrase}, tout le territoire"  # two pages, two titles
    title = f"{activities(services)} {phrase}"
    return Page(
        f"regions/{region.code}/index.html",
        "region.html",
        {
            "title": title,
            "tab_title": tab_title(title, services, places),
            "description": list_description(services, phrase, places),
            "counts": counts(services),
            "where": region.dans,
            "region": links,
            "map": region_map(codes, region.dans, directory),
            "uncovered": uncovered_links(departements, directory),
            "departements": _departement_cards(links.departements, services, directory),
        },
        updated=last_change(services),
    )


def departement_page(departement: Departement, directory: Directory) -> Page:
    """The services that have a place in a département, médiation first; without any, the nearest."""
    services = directory.listed_in(departement.code)
    if not services:
        return uncovered_page(departement, directory)
    places = places_in(services, directory, {departement.code})
    region = directory.territory.region(departement.region)
    title = f"{activities(services)} {departement.dans}"
    return Page(
        f"{departement_url(departement.code)}index.html",
        "departement.html",
        {
            "title": title,
            "tab_title": tab_title(title, services, places),
            "description": list_description(services, departement.dans, places),
            "counts": counts(services),
            "departement": departement,
            "groups": groups(tuple(card(one, directory, departement.code) for one in services)),
            "missing": tuple(
                activite.label
                for activite in Activite
                if all(one.type is not activite for one in services)
            ),
            "map": departement_map(departement, directory),
            "communes": _commune_links(departement, directory),
            "region": links_of(region, directory) if region else None,
            "crumbs": (Link(f"regions/{region.code}/", region.nom),) if region else (),
        },
        updated=last_change(services),
    )


def _commune_links(departement: Departement, directory: Directory) -> tuple[CommuneLink, ...]:
    return tuple(
        CommuneLink(
            commune_url(one.code_insee),
            town_name(one.nom),
            len(directory.listed_in_commune(one.code_insee)),
        )
        for one in sorted(directory.communes_in(departement.code), key=alphabetical)
    )


def _departement_cards(
    links: tuple[DepartementLink, ...], services: Collection[Service], directory: Directory
) -> tuple[DepartementCards, ...]:
    """The cards of the page of all those services; none when they are too many for one page."""
    if len(services) > MOST_LISTED:
        return ()
    return tuple(
        DepartementCards(
            link, tuple(card(one, directory, link.code) for one in directory.listed_in(link.code))
        )
        for link in links
    )
