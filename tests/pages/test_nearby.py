"""The services nearest to a page's subject, and the pages of communes."""

import pytest

from generator.model.vocabulary import Activite
from generator.pages.commune_page import commune_page, commune_pages
from generator.pages.nearby import (
    around_service,
    distance_in_words,
    nearest,
    nearest_groups,
    position_of,
    territory_lists,
)
from generator.pages.standing import closed
from generator.pages.towns import in_town
from generator.territory import Territory
from tests.pages import samples

RENNES = (48.11, -1.68)
MEDIATION = Activite.MEDIATION_FAMILIALE


def in_commune(identifier: str, name: str, code: str, **fields: object):  # noqa: ANN201 (a sample)
    place = samples.place(commune=name, code_insee=code, code_postal=None)
    return samples.service(identifier, **({"lieux": [place]} | fields))


def fougeres(**fields: object):  # noqa: ANN201 (a sample)
    return in_commune("mediation-fougeres-35", "Fougères", "35115", **fields)


def nantes(**fields: object):  # noqa: ANN201 (a sample)
    return in_commune("mediation-nantes-44", "Nantes", "44109", **fields)


def secret(identifier: str, departement: str = "35", **fields: object):  # noqa: ANN201 (a sample)
    place = {"role": "siege", "adresse_visible": "departement", "departement": departement}
    return samples.service(identifier, **({"lieux": [place]} | fields))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("kilometres", "words"),
    [(0.2, "à moins d'1 km"), (0.5, "à 1 km"), (12.4, "à 12 km"), (12.5, "à 13 km")],
)
def test_a_distance_is_told_in_whole_kilometres(kilometres: float, words: str) -> None:
    assert plain(distance_in_words(kilometres)) == words


@pytest.mark.parametrize(
    ("commune", "phrase"),
    [
        ("Rennes", "à Rennes"),
        ("Le Mans", "au Mans"),
        ("Les Abymes", "aux Abymes"),
        ("La Rochelle", "à La Rochelle"),
        ("L'Haÿ-les-Roses", "à L'Haÿ-les-Roses"),
        ("Lens", "à Lens"),
        ("Lyon 7e Arrondissement", "à Lyon 7e"),
    ],
)
def test_a_commune_takes_its_preposition(commune: str, phrase: str) -> None:
    assert in_town(commune) == phrase


def test_the_nearest_are_open_of_that_activity_and_within_reach(territory: Territory) -> None:
    directory = samples.directory(
        territory,
        samples.service(),
        fougeres(statut="ferme_temporairement"),
        nantes(),
        samples.overseas(),
        in_commune("espace-rencontre-vitre-35", "Vitré", "35360", type="espace_de_rencontre"),
    )
    found = nearest(directory, RENNES, MEDIATION, 5)
    assert [(one.card.url, plain(one.where)) for one in found] == [
        ("services/mediation-exemple-35/", "Rennes, à moins d'1 km"),
        ("services/mediation-nantes-44/", "Nantes, à 100 km"),
    ]
    assert nearest(directory, RENNES, MEDIATION, 1) == found[:1]
    assert nearest(directory, RENNES, MEDIATION, 5, {"mediation-exemple-35"}) == found[1:]


def test_each_activity_has_its_nearest(territory: Territory) -> None:
    directory = samples.directory(
        territory,
        samples.service(),
        in_commune("espace-rencontre-vitre-35", "Vitré", "35360", type="espace_de_rencontre"),
    )
    groups = nearest_groups(directory, RENNES, 3)
    assert [(one.activity, len(one.services)) for one in groups] == [
        ("mediation_familiale", 1),
        ("espace_de_rencontre", 1),
    ]


@pytest.mark.parametrize("hidden", [samples.hidden_commune, samples.hidden_departement])
def test_a_hidden_place_is_neither_measured_nor_measured_from(
    territory: Territory,
    hidden,  # noqa: ANN001 (a sample)
) -> None:
    directory = samples.directory(territory, hidden(), samples.service())
    secret = next(one for one in directory.services if one.id == hidden().id)
    assert position_of(secret, directory) is None
    for group in nearest_groups(directory, RENNES, 9):
        assert f"services/{secret.id}/" not in {one.card.url for one in group.services}
    told = [
        plain(one.where)
        for group in (
            *around_service(secret, directory),
            *nearest_groups(directory, RENNES, 9, {"mediation-exemple-35"}, secret.departement),
        )
        for one in group.services
    ]
    assert told
    assert not any("km" in one for one in told)


def test_what_does_not_publish_its_address_stands_after_the_close_ones(
    territory: Territory,
) -> None:
    """It is in the département; the others are far."""
    directory = samples.directory(
        territory,
        samples.service(),
        fougeres(),
        nantes(),
        secret("mediation-secret-35"),
        secret("mediation-fermee-35", statut="ferme_temporairement"),
        secret("mediation-lointaine-44", departement="44"),
    )
    service = directory.service("mediation-exemple-35")
    assert service is not None
    (group,) = around_service(service, directory)
    assert [plain(one.where) for one in group.services] == [
        "Fougères, à 44 km",
        "Ille-et-Vilaine, adresse non publiée",
        "Nantes, à 100 km",
    ]


def test_a_service_without_published_address_names_those_of_its_departement_then_of_its_region(
    territory: Territory,
) -> None:
    directory = samples.directory(
        territory,
        secret("mediation-secret-35"),
        secret("mediation-autre-35"),
        fougeres(),
        in_commune("mediation-brest-29", "Brest", "29019"),
        nantes(),
    )
    service = directory.service("mediation-secret-35")
    assert service is not None
    (group,) = around_service(service, directory)
    assert [one.where for one in group.services] == [
        "Ille-et-Vilaine, adresse non publiée",
        "Fougères",
        "Brest",
    ]
    (link,) = territory_lists(service, directory)
    assert (link.path, link.text) == ("departements/35/", "en Ille-et-Vilaine")


def test_the_page_of_a_service_names_others_and_leads_to_its_communes(
    territory: Territory,
) -> None:
    directory = samples.directory(territory, samples.service(), fougeres(), nantes())
    service = directory.service("mediation-exemple-35")
    assert service is not None
    (group,) = around_service(service, directory)
    assert [plain(one.where) for one in group.services] == ["Fougères, à 44 km", "Nantes, à 100 km"]
    assert [(one.path, one.text) for one in territory_lists(service, directory)] == [
        ("communes/35238/", "à Rennes"),
        ("departements/35/", "en Ille-et-Vilaine"),
    ]


def test_a_closed_service_sends_to_the_nearest_open_one_even_in_another_departement(
    territory: Territory,
) -> None:
    directory = samples.directory(
        territory,
        in_commune("mediation-redon-35", "Redon", "35236", statut="ferme", ferme_le="2025-12-31"),
        fougeres(),
        in_commune("mediation-blain-44", "Blain", "44015"),
    )
    service = directory.service("mediation-redon-35")
    assert service is not None
    banner = closed(service, directory)
    assert banner is not None
    assert [one.url for one in banner.cards] == [
        "services/mediation-blain-44/",
        "services/mediation-fougeres-35/",
    ]


def test_a_closed_service_whose_commune_is_not_told_sends_to_its_departement(
    territory: Territory,
) -> None:
    directory = samples.directory(
        territory, secret("mediation-fermee-35", statut="ferme"), fougeres(), nantes()
    )
    service = directory.service("mediation-fermee-35")
    assert service is not None
    banner = closed(service, directory)
    assert banner is not None
    assert [one.url for one in banner.cards] == ["services/mediation-fougeres-35/"]


def test_each_commune_with_a_place_has_its_page(territory: Territory) -> None:
    directory = samples.directory(territory, samples.twelve_places(), samples.hidden_departement())
    pages = samples.made(commune_pages, directory)
    assert len(pages) == 12
    assert pages[0].path == "communes/35024/index.html"


def test_the_page_of_a_commune_lists_its_services_then_others(territory: Territory) -> None:
    directory = samples.directory(
        territory, samples.service(), samples.hidden_commune(), fougeres(), nantes()
    )
    rennes = territory.commune("35238")
    assert rennes is not None
    page = commune_page(rennes, directory)
    assert page.context["title"] == "Médiation familiale et espaces de rencontre à Rennes"
    assert page.context["tab_title"].replace("\N{NO-BREAK SPACE}", " ") == (
        "Médiation familiale et espaces de rencontre à Rennes (35) : 2 services, 2 lieux"
    )
    here = [card.name for group in page.context["groups"] for card in group.cards]
    assert len(here) == 2
    (others,) = page.context["nearest"]
    assert [plain(one.where) for one in others.services] == [
        "Fougères, à 44 km",
        "Nantes, à 100 km",
    ]
    assert [one.path for one in page.context["crumbs"]] == ["regions/53/", "departements/35/"]


LYON, LYON_7E, LYON_9E = "69123", "69387", "69389"


def test_the_page_of_a_city_lists_what_its_arrondissements_have(territory: Territory) -> None:
    directory = samples.directory(
        territory,
        in_commune("mediation-sept-69", "Lyon 7e Arrondissement", LYON_7E),
        in_commune("mediation-neuf-69", "Lyon 9e Arrondissement", LYON_9E),
    )
    pages = {page.path: page for page in samples.made(commune_pages, directory)}
    titles = {
        path: page.context["tab_title"].replace("\N{NO-BREAK SPACE}", " ")
        for path, page in pages.items()
    }
    assert titles == {
        f"communes/{LYON}/index.html": "Médiation familiale à Lyon (69) : 2 services, 2 lieux",
        f"communes/{LYON_7E}/index.html": "Médiation familiale à Lyon 7e (69) : 1 service, 1 lieu",
        f"communes/{LYON_9E}/index.html": "Médiation familiale à Lyon 9e (69) : 1 service, 1 lieu",
    }
    assert pages[f"communes/{LYON}/index.html"].context["nearest"] == ()


def test_the_page_of_a_service_in_an_arrondissement_leads_to_the_city_too(
    territory: Territory,
) -> None:
    service = in_commune("mediation-sept-69", "Lyon 7e Arrondissement", LYON_7E)
    links = territory_lists(service, samples.directory(territory, service))
    assert [one.text for one in links] == ["à Lyon 7e", "à Lyon", "dans le Rhône"]
