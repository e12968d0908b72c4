"""The page of a département without service: the nearest ones, and who may know of others."""

from typing import Final

from generator.directory import Directory
from generator.pages.list_titles import activities
from generator.pages.maps import region_map
from generator.pages.nearby import nearest_groups
from generator.pages.render import Page
from generator.pages.site import Link
from generator.pages.territory_links import departement_url, links_of
from generator.pages.towns import town_name
from generator.territory import Departement
from generator.typography import no_break

_NEAREST_SHOWN: Final = 5
"""Services of each activity."""


def uncovered_page(departement: Departement, directory: Directory) -> Page:
    """What somebody there can do: distances are measured from the most populous commune."""
    territory = directory.territory
    region = next((one for one in directory.regions if one.code == departement.region), None)
    start = territory.largest_commune(departement.code)
    title = f"{activities(())} {departement.dans}"
    return Page(
        f"{departement_url(departement.code)}index.html",
        "uncovered.html",
        {
            "title": title,
            "tab_title": no_break(f"{title} : les plus proches"),
            "description": no_break(
                f"L'annuaire n'a pas encore de fiche {departement.dans} : les services les plus "
                "proches, et qui peut vous renseigner."
            ),
            "departement": departement,
            "is_collectivity": departement.region == departement.code,
            "start": town_name(start.nom) if start else "",
            "nearest": nearest_groups(directory, (start.latitude, start.longitude), _NEAREST_SHOWN)
            if start
            else (),
            "map": region_map(
                {one.code for one in territory.departements_of(region.code)},
                region.dans,
                directory,
                here=departement.code,
            )
            if region
            else None,
            "region": links_of(region, directory) if region else None,
            "crumbs": (Link(f"regions/{region.code}/", region.nom),) if region else (),
        },
    )
