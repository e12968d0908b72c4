"""The page of a commune that has a place: the services there, then the nearest others."""

from collections.abc import Iterator
from functools import partial

from generator.directory import Directory, last_change
from generator.pages.cards import card, groups
from generator.pages.list_titles import activities, counts, list_description, tab_title
from generator.pages.nearby import nearest_groups
from generator.pages.recipe import Recipe
from generator.pages.render import Page
from generator.pages.site import Link
from generator.pages.territory_links import departement_url
from generator.pages.towns import commune_url, in_town
from generator.territory import Commune

NEAREST_SHOWN = 5
"""Other services of each activity."""


def commune_pages(directory: Directory) -> Iterator[Recipe]:
    """A page for each commune where a listed service has a place, in order of INSEE code."""
    for commune in directory.communes:
        yield Recipe(
            f"{commune_url(commune.code_insee)}index.html",
            partial(commune_page, commune),
            departement=commune.departement,
        )


def commune_page(commune: Commune, directory: Directory) -> Page:
    """The services received in a commune, hidden addresses included, then those around.

    Distances are measured from the commune's centre; a place without position is in no distance.
    """
    services = directory.listed_in_commune(commune.code_insee)
    places = [
        lieu for one in services for lieu in one.lieux if commune in directory.communes_of(lieu)
    ]
    here = in_town(commune.nom)
    title = f"{activities(services)} {here}"
    departement = directory.territory.departement(commune.departement)
    region = directory.territory.region(commune.region)
    return Page(
        f"{commune_url(commune.code_insee)}index.html",
        "commune.html",
        {
            "title": title,
            # Communes share names: the département tells them apart.
            "tab_title": tab_title(f"{title} ({commune.departement})", services, places),
            "description": list_description(services, f"{here} ({commune.departement})", ()),
            "counts": counts(services),
            "here": here,
            "groups": groups(tuple(card(one, directory, commune.departement) for one in services)),
            "nearest": nearest_groups(
                directory,
                (commune.latitude, commune.longitude),
                NEAREST_SHOWN,
                {one.id for one in services},
                commune.departement,
            ),
            "departement": departement,
            "crumbs": (
                *((Link(f"regions/{region.code}/", region.nom),) if region else ()),
                *(
                    (Link(departement_url(departement.code), departement.nom),)
                    if departement
                    else ()
                ),
            ),
        },
        updated=last_change(services),
    )
