"""Where a service receives, and what is said when that is not published."""

from collections.abc import Callable

import pytest

from generator.model.service import Service
from generator.pages.places import Place, place
from generator.pages.towns import ADDRESS_ON_REQUEST, main_town, where
from generator.territory import Territory
from tests.pages import samples


def first_place(service: Service, territory: Territory) -> Place:
    return place(service.lieux[0], service, samples.directory(territory, service))


def test_a_hidden_street_reads_as_an_unknown_one(territory: Territory) -> None:
    """Nobody can tell from the page which of the two it is."""
    hidden = first_place(samples.hidden_commune(), territory)
    assert hidden == first_place(samples.unknown_street(), territory)
    assert hidden.address_note == ADDRESS_ON_REQUEST


@pytest.mark.parametrize(
    "state", [samples.hidden_commune, samples.unknown_street, samples.hidden_departement]
)
def test_a_place_without_a_street_leads_nowhere(
    state: Callable[[], Service], territory: Territory
) -> None:
    shown = first_place(state(), territory)
    assert (shown.directions, shown.geo) == ("", "")


def test_a_hidden_commune_is_the_departement(territory: Territory) -> None:
    service = samples.hidden_departement()
    shown = first_place(service, territory)
    assert (shown.title, shown.address) == ("Ille-et-Vilaine", ())
    assert main_town(service, samples.directory(territory, service)) == "Ille-et-Vilaine"


def test_an_exact_point_is_preferred_to_the_address(territory: Territory) -> None:
    shown = first_place(samples.everything(), territory)
    assert shown.geo == "geo:48.11000,-1.68000"
    assert shown.directions == "https://www.openstreetmap.org/directions?to=48.11000%2C-1.68000"


def test_a_whole_address_is_searched(territory: Territory) -> None:
    shown = first_place(samples.service(), territory)
    assert shown.geo == "geo:0,0?q=3%20rue%20de%20l%27Exemple%2C%2035000%20Rennes"
    assert shown.directions.startswith("https://www.openstreetmap.org/search?query=3+rue")


def test_the_centre_of_a_commune_is_not_an_exact_point(territory: Territory) -> None:
    centre = samples.place(latitude="48.11", longitude="-1.68", precision="commune", adresse=None)
    shown = first_place(samples.service(lieux=[centre]), territory)
    assert (shown.geo, shown.directions) == ("", "")


def test_closures_that_are_over_are_left_out(territory: Territory) -> None:
    closures = [
        {"debut": "2026-08-01", "fin": "2026-08-21"},
        {"debut": "2026-11-23", "fin": "2026-11-23"},
    ]
    shown = first_place(samples.service(lieux=[samples.place(fermetures=closures)]), territory)
    assert shown.closures == ("Fermé le 23\u00a0novembre 2026.",)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (samples.service, "Rennes"),
        (samples.twelve_places, "Rennes, Fougères, Vitré et 9\u00a0autres communes"),
        (samples.hidden_departement, "Ille-et-Vilaine"),
        (samples.remote_only, "À distance"),
        (samples.overseas, "Saint-Denis"),
    ],
)
def test_a_service_says_where_it_is(
    state: Callable[[], Service], words: str, territory: Territory
) -> None:
    service = state()
    assert where(service, samples.directory(territory, service)) == words


def test_a_departement_s_own_communes_come_first_in_its_list(territory: Territory) -> None:
    service = samples.service(
        lieux=[samples.place(), samples.place(commune="Dinan", code_insee="22050")]
    )
    directory = samples.directory(territory, service)
    assert where(service, directory, "22") == "Dinan et Rennes"
    assert where(service, directory, "35") == "Rennes et Dinan"
