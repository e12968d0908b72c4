"""What search engines read: titles, descriptions, structured data, the search description."""

import json
from collections import Counter
from xml.etree import ElementTree as ET

from generator.pages.listings import departement_page, listing_pages
from generator.pages.opensearch import opensearch
from generator.pages.site import Site
from generator.pages.structured import breadcrumb_list, item_list
from generator.territory import Territory
from tests.pages import samples

NAMESPACE = {"s": "http://a9.com/-/spec/opensearch/1.1/"}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_title_of_a_list_counts_what_is_there(territory: Territory) -> None:
    directory = samples.directory(territory, samples.twelve_places(), samples.service())
    titles = {
        page.path: plain(page.context["tab_title"])
        for page in samples.made(listing_pages, directory)
    }
    assert titles["departements/35/index.html"] == (
        "Médiation familiale en Ille-et-Vilaine : 2 services, 13 lieux"
    )
    assert titles["regions/53/index.html"] == (
        "Médiation familiale en Bretagne : 2 services, 13 lieux"
    )


def test_the_description_of_a_list_names_its_first_towns(territory: Territory) -> None:
    directory = samples.directory(territory, samples.twelve_places())
    page = departement_page(directory.departements[0], directory)
    assert plain(page.context["description"]) == (
        "1 service de médiation familiale en Ille-et-Vilaine, à Rennes, à Fougères, à Vitré et "
        "dans 9 autres communes : qui appeler, où aller, combien cela coûte."
    )


def test_the_description_does_not_say_the_name_of_a_city_that_is_a_departement_again(
    territory: Territory,
) -> None:
    paris = [
        samples.place(commune="Paris", code_insee="75056", code_postal=None),
        samples.place(commune="Paris 9e Arrondissement", code_insee="75109", code_postal=None),
    ]
    directory = samples.directory(territory, samples.service("mediation-exemple-75", lieux=paris))
    page = departement_page(directory.departements[0], directory)
    assert plain(page.context["description"]) == (
        "1 service de médiation familiale à Paris : qui appeler, où aller, combien cela coûte."
    )


def test_a_region_of_one_departement_does_not_take_its_title(territory: Territory) -> None:
    directory = samples.directory(territory, samples.overseas(), samples.service())
    titles = Counter(page.context["tab_title"] for page in samples.made(listing_pages, directory))
    assert titles.most_common(1)[0][1] == 1


def test_a_list_changed_when_its_latest_record_did(territory: Territory) -> None:
    recent = {"url": "https://association.example/", "consulte_le": "2026-11-20"}
    directory = samples.directory(territory, samples.service(sources=[recent]), samples.overseas())
    dates = {page.url: str(page.updated) for page in samples.made(listing_pages, directory)}
    assert dates["departements/35/"] == dates["services/"] == "2026-11-20"
    assert dates["departements/974/"] == "2026-11-02"


def test_the_way_down_begins_at_home_and_ends_at_the_page(site: Site) -> None:
    data = json.loads(breadcrumb_list(["Bretagne"], ["regions/53/"], site, "Ici"))
    assert data["@type"] == "BreadcrumbList"
    assert data["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "name": "Accueil",
            "item": "https://annuaire.example/familles/",
        },
        {
            "@type": "ListItem",
            "position": 2,
            "name": "Bretagne",
            "item": "https://annuaire.example/familles/regions/53/",
        },
        {"@type": "ListItem", "position": 3, "name": "Ici"},
    ]


def test_no_text_can_close_the_block_of_data(site: Site) -> None:
    hostile = "</script><script>alert(1)</script><!--"
    data = breadcrumb_list([hostile], ["x/"], site, hostile)
    assert "<" not in data
    assert json.loads(data)["itemListElement"][-1]["name"] == hostile


def test_a_service_listed_twice_counts_once(territory: Territory, site: Site) -> None:
    directory = samples.directory(territory, samples.service())
    page = departement_page(directory.departements[0], directory)
    cards = page.context["groups"][0].cards
    data = json.loads(item_list([*cards, *cards], site, "Liste"))
    assert data["numberOfItems"] == 1
    assert data["itemListElement"][0]["url"] == (
        "https://annuaire.example/familles/services/mediation-exemple-35/"
    )


def test_the_search_description_sends_words_after_the_hash(site: Site) -> None:
    root = ET.fromstring(opensearch(site))  # noqa: S314 (our own text)
    url = root.find("s:Url", NAMESPACE)
    name = root.find("s:ShortName", NAMESPACE)
    assert url is not None
    assert name is not None
    assert url.attrib["template"] == (
        "https://annuaire.example/familles/recherche/#texte={searchTerms}"
    )
    assert len(name.text or "") <= 16
