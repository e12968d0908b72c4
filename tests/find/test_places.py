"""Who is nearest: one answer in Python, in the browser, and by plain computation."""

import datetime
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench.synthetic import write_records
from generator.checks.rules import Context
from generator.checks.run import inspect
from generator.directory import Directory
from generator.model.vocabulary import AdresseVisible
from generator.search.places import DECIMALS, FoundService, found_services
from generator.search.places_files import SUMMARY, files_of, place_files
from generator.search.ranking import REACHES, Answer, Found, Point, rank
from generator.territory import Commune, Territory
from generator.territory.distance import distance_km
from tests.find.conftest import Node, weight, write_files
from tests.pages import samples

TODAY = datetime.date(2026, 11, 23)


def directory_of(services: Path, root: Path, territory: Territory, *, fictional: bool) -> Directory:
    inspection = inspect(services, root, Context(territory, TODAY, fictional))
    assert list(inspection.errors) == []
    return Directory(inspection.services, territory, TODAY)


@pytest.fixture(scope="module")
def real(project_root: Path, territory: Territory) -> Directory:
    services = project_root / "data" / "services"
    return directory_of(services, project_root, territory, fictional=False)


@pytest.fixture(scope="module")
def fictional(project_root: Path, territory: Territory) -> Directory:
    services = project_root / "tests" / "fixtures" / "fictional" / "services"
    return directory_of(services, project_root, territory, fictional=True)


def synthetic(territory: Territory, folder: Path, services: int) -> Directory:
    write_records(folder / "services", territory, services)
    return directory_of(folder / "services", folder, territory, fictional=True)


def index_of(directory: Directory, folder: Path) -> Path:
    return write_files(folder / "index", place_files(directory))


def point_of(commune: Commune) -> dict[str, Any]:
    """A point as the browser's module takes it."""
    return {
        "latitude": commune.latitude,
        "longitude": commune.longitude,
        "commune": {"code": commune.code_insee},
    }


def rows(found: Sequence[Found]) -> list[list[Any]]:
    """What the test script of the browser's module answers."""
    return [
        [
            one.service.id,
            one.service.places.index(one.place) if one.place else None,
            one.metres,
            one.covers,
            len(one.service.places),
            one.service.phone and f"tel:{one.service.phone.e164}",
        ]
        for one in found
    ]


def as_rows(answer: Answer) -> dict[str, list[list[Any]]]:
    return {
        "near": rows(answer.near),
        "nearby": rows(answer.nearby),
        "remote": rows(answer.remote),
    }


def computed(directory: Directory, commune: Commune) -> list[tuple[str, int]]:
    """The ids and metres of the services near a commune, straight from the records."""
    found = []
    for service in directory.listed:
        metres = [
            int(
                distance_km(
                    commune.latitude,
                    commune.longitude,
                    round(position.latitude, DECIMALS),
                    round(position.longitude, DECIMALS),
                )
                * 1000
                + 0.5
            )
            for lieu in service.lieux
            if (position := directory.position_of(lieu))
        ]
        if metres and min(metres) <= 50_000:
            found.append((service.id, min(metres)))
    return sorted(found, key=lambda one: (one[1], one[0]))[:100]


@pytest.fixture(scope="module")
def communes(territory: Territory) -> list[Commune]:
    """500 communes: half by lot, half where people live."""
    chance = random.Random(11)  # noqa: S311 (a choice of examples)
    everywhere = list(territory.communes())
    weights = [one.population for one in everywhere]
    return chance.sample(everywhere, 250) + chance.choices(everywhere, weights, k=250)


@pytest.mark.parametrize("kind", ["real", "synthetic"])
def test_the_browser_orders_services_as_a_plain_computation_does(
    kind: str,
    real: Directory,
    territory: Territory,
    communes: list[Commune],
    node: Node,
    tmp_path: Path,
) -> None:
    directory = real if kind == "real" else synthetic(territory, tmp_path, 600)
    folder = index_of(directory, tmp_path)
    answers = node("places.mjs", folder=str(folder), points=[point_of(one) for one in communes])
    services = list(found_services(directory))
    for commune, answer in zip(communes, answers, strict=True):
        plain = computed(directory, commune)
        assert [(row[0], row[2]) for row in answer["near"]] == plain, commune.nom
        point = Point(commune.latitude, commune.longitude, commune)
        assert as_rows(rank(services, point)) == answer, commune.nom


@pytest.mark.parametrize("reach", [1, 2])
def test_a_longer_reach_is_the_same_in_both(
    real: Directory, communes: list[Commune], node: Node, tmp_path: Path, reach: int
) -> None:
    folder = index_of(real, tmp_path)
    some = communes[::12]
    points = [{**point_of(one), "reach": reach} for one in some]
    answers = node("places.mjs", folder=str(folder), points=points, fresh=True)
    services = list(found_services(real))
    for commune, answer in zip(some, answers, strict=True):
        answer.pop("asked")
        point = Point(commune.latitude, commune.longitude, commune)
        assert as_rows(rank(services, point, REACHES[reach])) == answer


def test_a_point_without_commune_has_the_departement_of_the_nearest_place(
    real: Directory, communes: list[Commune], node: Node, tmp_path: Path
) -> None:
    folder = index_of(real, tmp_path)
    bare = [{"latitude": one.latitude, "longitude": one.longitude} for one in communes[:60]]
    answers = node("places.mjs", folder=str(folder), points=bare)
    services = list(found_services(real))
    for point, answer in zip(bare, answers, strict=True):
        assert as_rows(rank(services, Point(**point))) == answer
    assert any(answer["nearby"] for answer in answers)


def test_all_kinds_of_services_are_the_same_in_both(
    fictional: Directory, territory: Territory, node: Node, tmp_path: Path
) -> None:
    """Hidden by commune, hidden by département, from afar, of twelve places, overseas."""
    folder = index_of(fictional, tmp_path)
    named = [territory.find(text)[0] for text in ("Rennes", "Nantes", "Lyon", "Paris", "97400")]
    hidden = [
        commune
        for service in fictional.listed
        for lieu in service.lieux
        if lieu.is_hidden and (commune := fictional.commune_of(lieu))
    ]
    assert hidden
    points = [*named, *hidden]
    answers = node("places.mjs", folder=str(folder), points=[point_of(one) for one in points])
    services = list(found_services(fictional))
    for commune, answer in zip(points, answers, strict=True):
        point = Point(commune.latitude, commune.longitude, commune)
        assert as_rows(rank(services, point)) == answer
    assert all(answer["nearby"] for answer in answers[len(named) :])
    assert any(answer["remote"] for answer in answers)


def test_a_hidden_place_has_no_position_in_the_index(real: Directory, fictional: Directory) -> None:
    seen = 0
    for directory in (real, fictional):
        for service, found in zip(directory.listed, found_services(directory), strict=True):
            for lieu, place in zip(service.lieux, found.places, strict=True):
                if lieu.adresse_visible is not AdresseVisible.COMPLETE:
                    seen += 1
                    assert (place.latitude, place.longitude) == (None, None)
                if lieu.adresse_visible is AdresseVisible.DEPARTEMENT:
                    assert (place.code_insee, place.commune) == ("", "")
    assert seen > 30


def multiplied(
    services: list[FoundService], times: int, territory: Territory
) -> Iterator[FoundService]:
    """``times`` as many services, their places where people live."""
    chance = random.Random(7)  # noqa: S311 (a choice of examples)
    communes = sorted(territory.communes(), key=lambda one: -one.population)[:4000]
    weights = [one.population for one in communes]
    for turn in range(times):
        for service in services:
            towns = chance.choices(communes, weights, k=len(service.places))
            yield replace(
                service,
                id=f"{service.id}-{turn}",
                name=f"{service.name} {turn}",
                places=tuple(
                    replace(
                        place,
                        code_insee=town.code_insee,
                        commune=town.nom,
                        departement=town.departement,
                        latitude=round(town.latitude + chance.uniform(-0.01, 0.01), DECIMALS),
                        longitude=round(town.longitude + chance.uniform(-0.01, 0.01), DECIMALS),
                    )
                    for place, town in zip(service.places, towns, strict=True)
                ),
            )


@pytest.mark.parametrize(("times", "budget"), [(1, 40_000), (10, 65_000)])
def test_a_search_loads_little_however_many_places_there_are(
    territory: Territory,
    communes: list[Commune],
    node: Node,
    tmp_path: Path,
    times: int,
    budget: int,
) -> None:
    """About 2,000 and 20,000 places; with 15 KB of communes, a search stays within 80 KB."""
    directory = synthetic(territory, tmp_path, 1143)
    services = list(multiplied(list(found_services(directory)), times, territory))
    assert sum(len(one.places) for one in services) > 1950 * times
    folder = write_files(tmp_path / "index", files_of(services, TODAY))
    points = [point_of(one) for one in communes[::5]]
    answers = node("places.mjs", folder=str(folder), points=points, fresh=True)
    assert max(weight(folder, answer["asked"]) for answer in answers) <= budget


def test_a_number_of_overseas_is_dialled_with_its_own_code(
    territory: Territory, tmp_path: Path, node: Node
) -> None:
    commune = territory.commune("97411")
    assert commune is not None
    place = samples.place(commune=commune.nom, code_insee="97411", code_postal="97400")
    contact = {"telephone": "02 62 20 01 23"}
    service = samples.service("mediation-exemple-974", lieux=[place], contact=contact)
    folder = index_of(samples.directory(territory, service), tmp_path)
    (answer,) = node("places.mjs", folder=str(folder), points=[point_of(commune)])
    assert [row[-1] for row in answer["near"]] == ["tel:+262262200123"]


def test_the_index_has_the_same_bytes_each_time(real: Directory) -> None:
    shuffled = list(real.services)
    shuffled.reverse()
    again = Directory(shuffled, real.territory, TODAY)
    assert list(place_files(real)) == list(place_files(again))


def test_an_empty_directory_has_an_empty_index(
    territory: Territory, node: Node, communes: list[Commune], tmp_path: Path
) -> None:
    files = dict(place_files(Directory([], territory, TODAY)))
    assert list(files) == [SUMMARY]
    folder = write_files(tmp_path, files.items())
    (answer,) = node("places.mjs", folder=str(folder), points=[point_of(communes[0])])
    assert answer == {"near": [], "nearby": [], "remote": []}
