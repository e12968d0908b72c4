"""The pages there is one of: home, search, news, not found."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.directory import Directory
from generator.model.vocabulary import Activite
from generator.pages.maps import country_map
from generator.pages.recipe import Recipe
from generator.pages.render import Page
from generator.pages.site import Site
from generator.pages.territory_links import region_links, uncovered_links

LATEST_NEWS = 3
"""News that the home page shows."""


@dataclass(frozen=True)
class News:
    """A news item as lists show it; ``url`` is relative to the site's root."""

    title: str
    url: str
    date: datetime.date
    summary: str


def single_pages(site: Site, news: tuple[News, ...]) -> Iterator[Recipe]:
    """The pages there is one of, but the data's. ``news`` come the latest first."""
    yield Recipe("index.html", partial(home_page, site, news), given=news)
    yield Recipe("recherche/index.html", search_page)
    for page in (*news_pages(news), _lost_page()):
        yield Recipe(page.path, partial(_as_it_is, page), given=page)


def _as_it_is(page: Page, _: Directory) -> Page:
    return page


def _lost_page() -> Page:
    return Page(
        "404.html",
        "404.html",
        {"title": "Page introuvable", "description": "Cette adresse ne mène nulle part."},
        in_sitemap=False,
    )


def news_pages(news: tuple[News, ...]) -> Iterator[Page]:
    """All the news, then those of each year, the latest first."""
    years = tuple(sorted({one.date.year for one in news}, reverse=True))
    yield Page(
        "actualites/index.html",
        "news.html",
        {
            "title": "Actualités",
            "description": "Ce qui change pour la médiation familiale et les espaces de rencontre.",
            "news": news,
            "years": years,
            "year": None,
        },
    )
    for year in years:
        yield Page(
            f"actualites/{year}/index.html",
            "news.html",
            {
                "title": f"Actualités de {year}",
                "description": f"Ce que l'annuaire a annoncé en {year}.",
                "news": tuple(one for one in news if one.date.year == year),
                "years": years,
                "year": year,
            },
        )


def home_page(site: Site, news: tuple[News, ...], directory: Directory) -> Page:
    """What this is, the search, the two services, the ways in by territory, the latest news."""
    return Page(
        "index.html",
        "home.html",
        {
            "title": site.name,
            "description": site.tagline,
            "mediations": directory.count(Activite.MEDIATION_FAMILIALE),
            "spaces": directory.count(Activite.ESPACE_DE_RENCONTRE),
            "departement_count": len(directory.departements),
            "regions": region_links(directory),
            "uncovered": uncovered_links(directory.territory.departements, directory),
            "map": country_map(directory),
            "news": news[:LATEST_NEWS],
        },
        updated=directory.date,
    )


def search_page(directory: Directory) -> Page:
    """The search by words; without JavaScript, the ways in by territory in its place."""
    return Page(
        "recherche/index.html",
        "search.html",
        {
            "title": "Rechercher un service",
            "description": "Chercher par ville, par organisme ou par situation.",
            "activities": tuple(Activite),
            "departements": tuple((one.code, one.nom) for one in directory.departements),
            "regions": region_links(directory),
            "uncovered": uncovered_links(directory.territory.departements, directory),
            "map": country_map(directory),
        },
    )
