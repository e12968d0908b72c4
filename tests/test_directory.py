"""What follows from the services and their territory."""

import datetime
from pathlib import Path

import pytest

from generator.directory import Directory, last_change
from generator.model.service import Service
from generator.model.vocabulary import Activite
from generator.territory import Territory, distance_km
from tests.pages.samples import (
    TODAY,
    hidden_commune,
    hidden_departement,
    place,
    remote_only,
    service,
)

MEDIATION = Activite.MEDIATION_FAMILIALE
RENNES, FOUGERES, SAINT_MALO, NANTES = (
    {"commune": "Rennes", "code_insee": "35238", "code_postal": "35000"},
    {"commune": "Fougères", "code_insee": "35115", "code_postal": "35300"},
    {"commune": "Saint-Malo", "code_insee": "35288", "code_postal": "35400"},
    {"commune": "Nantes", "code_insee": "44109", "code_postal": "44000"},
)


@pytest.fixture(scope="module")
def territory(project_root: Path) -> Territory:
    return Territory.load(project_root)


def received_at(identifier: str, *towns: dict[str, str]) -> Service:
    roles = ("siege", *["antenne"] * len(towns))
    return service(
        identifier,
        lieux=[place(role=role, **town) for role, town in zip(roles, towns, strict=False)],
    )


@pytest.fixture(scope="module")
def directory(territory: Territory) -> Directory:
    services = [
        received_at("mediation-loin-44", NANTES),
        received_at("mediation-deux-lieux-35", SAINT_MALO, FOUGERES),
        received_at("mediation-rennes-35", RENNES),
        hidden_commune(),
    ]
    return Directory(services, territory, TODAY)


def test_services_come_nearest_first_each_at_its_nearest_place(
    territory: Territory, directory: Directory
) -> None:
    fougeres = territory.commune("35115")
    assert fougeres is not None
    found = list(directory.around(fougeres.latitude, fougeres.longitude, MEDIATION))
    assert [(one.service.id, one.lieu.commune) for one in found] == [
        ("mediation-deux-lieux-35", "Fougères"),
        ("mediation-rennes-35", "Rennes"),
        ("mediation-loin-44", "Nantes"),
    ]
    rennes = territory.commune("35238")
    assert rennes is not None
    assert found[0].kilometres == 0
    assert found[1].kilometres == distance_km(
        fougeres.latitude, fougeres.longitude, rennes.latitude, rennes.longitude
    )


def test_a_hidden_place_is_not_measured(directory: Directory) -> None:
    assert list(directory.around(48.11, -1.68, Activite.ESPACE_DE_RENCONTRE)) == []


def test_a_commune_lists_every_service_it_has_a_place_of_hidden_ones_too(
    directory: Directory,
) -> None:
    assert [one.code_insee for one in directory.communes] == ["35115", "35238", "35288", "44109"]
    assert [one.id for one in directory.listed_in_commune("35238")] == [
        "espace-rencontre-cache-35",
        "mediation-rennes-35",
    ]
    assert directory.listed_in_commune("75056") == ()


def test_a_service_whose_places_have_no_position_is_told_apart(territory: Territory) -> None:
    elsewhere = {"role": "antenne", "adresse_visible": "departement", "departement": "35"}
    partly = service("mediation-visible-35", lieux=[place(**RENNES), elsewhere])
    services = [remote_only(), partly, hidden_commune(), hidden_departement()]
    directory = Directory(services, territory, TODAY)
    assert [one.id for one in directory.unplaced_in("35")] == [
        "espace-rencontre-cache-35",
        "espace-rencontre-secret-35",
    ]
    assert directory.unplaced_in("44") == ()


def test_the_last_change_is_the_latest_day_a_record_tells() -> None:
    read = service(sources=[{"url": "https://a.example/", "consulte_le": "2026-03-04"}])
    confirmed = service(verification={"statut": "confirme", "le": "2026-11-05"})
    silent = service(sources=[{"url": "https://a.example/"}])
    assert last_change([read, silent]) == datetime.date(2026, 3, 4)
    assert last_change([read, confirmed]) == datetime.date(2026, 11, 5)
    assert last_change([silent]) is None
