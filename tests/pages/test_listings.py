"""The lists: by département, by région, all of them; and the site as a whole."""

import datetime
import re
from itertools import chain
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment

from generator.pages import listings
from generator.pages.all_pages import all_pages
from generator.pages.listings import departement_page, region_page, services_page
from generator.pages.render import Page, render
from generator.pages.single_pages import News, home_page, news_pages
from generator.pages.site import Site
from generator.pages.sitemap import robots, sitemaps
from generator.pages.territory_links import region_links
from generator.territory import Territory
from tests.pages import samples

N = "\N{NO-BREAK SPACE}"


def news(day: int, year: int = 2024) -> News:
    return News(f"Le {day}", f"actualites/{day}/", datetime.date(year, 5, day), "En deux mots.")


def pages(territory: Territory, site: Site) -> dict[str, Page]:
    services = [state() for state in samples.ALL_STATES]
    directory = samples.directory(territory, *services)
    recipes = all_pages(directory, site, [news(2), news(3)], samples.describe)
    return {one.path: one.make(directory) for one in recipes}


def test_each_departement_has_a_page_and_each_region_with_a_service(
    territory: Territory, site: Site
) -> None:
    found = pages(territory, site)
    assert {
        path: page.template for path, page in found.items() if path.startswith("departements/")
    } == {
        f"departements/{one.code}/index.html": (
            "departement.html" if one.code in ("35", "974") else "uncovered.html"
        )
        for one in territory.departements
    }
    assert [path for path in found if path.startswith("regions/")] == [
        "regions/53/index.html",
        "regions/04/index.html",
    ]


def test_a_recipe_says_where_its_page_will_be(territory: Territory, site: Site) -> None:
    assert all(path == page.path for path, page in pages(territory, site).items())


def test_no_path_is_written_twice(territory: Territory, site: Site) -> None:
    directory = samples.directory(territory, *(state() for state in samples.ALL_STATES))
    paths = [page.path for page in all_pages(directory, site, [], samples.describe)]
    assert len(paths) == len(set(paths))


def test_a_title_promises_what_the_list_holds(territory: Territory) -> None:
    directory = samples.directory(territory, samples.overseas(), samples.hidden_commune())
    titles = [departement_page(one, directory).context["title"] for one in directory.departements]
    assert titles == ["Espaces de rencontre en Ille-et-Vilaine", "Médiation familiale à La Réunion"]


def test_a_departement_without_service_leads_to_the_nearest_and_to_its_region(
    territory: Territory,
) -> None:
    """From its most populous commune; a région without any has neither page nor map."""
    directory = samples.directory(territory, samples.service(), samples.overseas())
    pages = {one.code: departement_page(one, directory).context for one in territory.departements}
    morbihan, mayotte = pages["56"], pages["976"]
    assert morbihan["tab_title"].replace(N, " ") == (
        "Médiation familiale et espaces de rencontre dans le Morbihan : les plus proches"
    )
    assert morbihan["start"] == "Lorient"
    ((nearest,),) = [group.services for group in morbihan["nearest"]]
    assert nearest.where.replace(N, " ") == "Rennes, à 133 km"
    assert [one.path for one in morbihan["crumbs"]] == ["regions/53/"]
    assert morbihan["region"].name == "Bretagne"
    assert [one.code for one in morbihan["map"].areas if not one.url] == ["56"]
    assert (mayotte["nearest"], mayotte["crumbs"]) == ((), ())
    assert (mayotte["region"], mayotte["map"]) == (None, None)


def test_a_region_names_its_departements_without_service(territory: Territory) -> None:
    directory = samples.directory(territory, samples.service())
    (bretagne,) = directory.regions
    links = region_page(bretagne, directory).context["uncovered"]
    assert [(one.path, one.text) for one in links] == [
        ("departements/22/", "Côtes-d'Armor"),
        ("departements/29/", "Finistère"),
        ("departements/56/", "Morbihan"),
    ]


def test_beyond_a_thousand_services_a_long_list_gives_the_way_to_each_departement(
    territory: Territory, jinja: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = samples.directory(territory, samples.service(), samples.hidden_commune())
    (bretagne,) = directory.regions

    def pages() -> list[str]:
        found = services_page(directory), region_page(bretagne, directory)
        return [render(one, jinja).decode() for one in found]

    phone = "01 99 00 12 34"
    assert all(phone in one for one in pages())
    monkeypatch.setattr(listings, "MOST_LISTED", 1)
    for page in pages():
        assert phone not in page
        assert "ItemList" not in page
        link = '<a href="/familles/departements/35/"><span>Ille-et-Vilaine</span>'
        assert f'<li>{link} <span class="count">2' in page


def test_a_departement_says_which_activity_is_missing(territory: Territory) -> None:
    directory = samples.directory(territory, samples.overseas())
    page = departement_page(directory.departements[0], directory)
    assert page.context["missing"] == ("Espace de rencontre",)
    assert [group.label for group in page.context["groups"]] == ["Médiation familiale"]


def test_a_closed_service_is_in_no_list(territory: Territory) -> None:
    directory = samples.directory(territory, samples.closed_for_good(), samples.overseas())
    assert [link.url for link in region_links(directory)] == ["regions/04/"]
    assert services_page(directory).context["counts"] == "1\u00a0service de médiation familiale"


def test_the_latest_news_come_first_whatever_their_order(territory: Territory, site: Site) -> None:
    directory = samples.directory(territory, samples.service())
    items = [news(day) for day in (2, 9, 4, 7)]
    recipes = all_pages(directory, site, items, samples.describe)
    home = next(one.make(directory) for one in recipes if one.path == "index.html")
    assert [one.title for one in home.context["news"]] == ["Le 9", "Le 7", "Le 4"]
    assert home_page(site, (), directory).context["news"] == ()


def test_each_year_has_a_page_of_its_news() -> None:
    shown = {
        page.path: [one.title for one in page.context["news"]]
        for page in news_pages((news(9, 2026), news(7, 2024), news(2, 2024)))
    }
    assert shown == {
        "actualites/index.html": ["Le 9", "Le 7", "Le 2"],
        "actualites/2026/index.html": ["Le 9"],
        "actualites/2024/index.html": ["Le 7", "Le 2"],
    }


def test_the_sitemap_has_true_dates_and_leaves_out_what_is_no_destination(
    territory: Territory, site: Site
) -> None:
    found = [
        (page.url, page.updated) for page in pages(territory, site).values() if page.in_sitemap
    ]
    editorial = [("a-propos/", datetime.date(2026, 1, 2)), ("x/", None)]
    ((path, content),) = sitemaps(site, [*found, *editorial])
    assert path == "sitemap.xml"
    text = content.decode()
    root = "https://annuaire.example/familles/"
    assert f"<loc>{root}services/mediation-exemple-35/</loc><lastmod>2026-11-02</lastmod>" in text
    assert f"<loc>{root}a-propos/</loc><lastmod>2026-01-02</lastmod>" in text
    assert f"<loc>{root}x/</loc></url>" in text
    assert not any(path in text for path in ("404", "mediation-ancien-nom-35"))


def test_a_sitemap_too_long_for_one_file_is_an_index_of_several(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [(f"{letter}/", None) for letter in "abcde"]
    ((_, whole),) = sitemaps(site, pages)
    monkeypatch.setattr("generator.pages.sitemap._MOST_ADDRESSES", 2)
    files = dict(sitemaps(site, pages))
    assert [*files] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    located = {path: re.findall("<loc>(.*?)</loc>", one.decode()) for path, one in files.items()}
    *parts, index = located.values()
    assert index == [site.absolute(path) for path in files if path != "sitemap.xml"]
    assert [*chain(*parts)] == re.findall("<loc>(.*?)</loc>", whole.decode())
    for path, content in files.items():
        kind = "sitemapindex" if path == "sitemap.xml" else "urlset"
        assert ET.fromstring(content).tag.endswith(f"}}{kind}")  # noqa: S314 (our own file)


def test_robots_are_told_where_the_sitemap_is(site: Site) -> None:
    assert (
        robots(site).decode().endswith("\nSitemap: https://annuaire.example/familles/sitemap.xml\n")
    )


def test_the_communes_of_a_departement_stand_in_the_order_of_their_names(
    territory: Territory,
) -> None:
    page = departement_page(
        territory.departement("35"), samples.directory(territory, samples.twelve_places())
    )
    assert [link.name for link in page.context["communes"]] == [
        *("Betton", "Bruz", "Cancale", "Dinard", "Fougères", "Guichen", "Janzé", "Liffré", "Redon"),
        *("Rennes", "Saint-Malo", "Vitré"),
    ]


def test_the_arrondissements_of_a_city_stand_in_the_order_of_their_numbers(
    territory: Territory,
) -> None:
    paris = [
        samples.place(commune=name, code_insee=code, code_postal=None)
        for name, code in (
            ("Paris 12e Arrondissement", "75112"),
            ("Paris 9e Arrondissement", "75109"),
            ("Paris", "75056"),
        )
    ]
    directory = samples.directory(territory, samples.service("mediation-exemple-75", lieux=paris))
    page = departement_page(directory.departements[0], directory)
    assert [link.name for link in page.context["communes"]] == ["Paris", "Paris 9e", "Paris 12e"]
