"""The tables are built from the official division and GeoNames, the same each time."""

import os
from pathlib import Path

import pytest

from generator.hexmap import france_map, zoom_map
from generator.reference import Report, build_reference
from generator.reference.__main__ import main
from generator.reference.decoupage import PackageError, read_division
from generator.reference.exact import CentresError
from generator.reference.neighbours import Point
from generator.reference.positions import Position, locate
from generator.territory import MAPS, REFERENCE_FOLDER, Territory, distance_km
from generator.territory.tables import COLUMNS
from tests.reference.package import BRIGADOON, write_package

FILES = (*COLUMNS, Path(MAPS).name)
FULL_PACKAGE = os.environ.get("DECOUPAGE_ADMINISTRATIF", "")
"""The unpacked npm package, for the test that builds all of France."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(tmp_path_factory.mktemp("npm") / "package")


@pytest.fixture(scope="module")
def built(package: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    root = tmp_path_factory.mktemp("root")
    return root, build_reference(package, root / REFERENCE_FOLDER)


@pytest.fixture(scope="module")
def territory(built: tuple[Path, Report]) -> Territory:
    return Territory.load(built[0])


def test_the_report_says_what_was_built_from_what(built: tuple[Path, Report]) -> None:
    report = built[1]
    assert report.package_version == "0.0.1"
    assert report.gazetteer_version
    assert (report.regions, report.departements, report.communes) == (3, 3, 8)
    assert report.former_communes == 2
    assert report.by_precision == {"exacte": 7, "estimee": 1}


def test_the_same_sources_give_the_same_bytes(
    package: Path, built: tuple[Path, Report], tmp_path: Path
) -> None:
    build_reference(package, tmp_path)
    for table in FILES:
        first = (built[0] / REFERENCE_FOLDER / table).read_bytes()
        assert (tmp_path / table).read_bytes() == first


def test_what_is_built_can_be_read(territory: Territory) -> None:
    assert [one.nom for one in territory.regions] == [
        "Auvergne-Rhône-Alpes",
        "Bretagne",
        "Saint-Barthélemy",
    ]
    assert [one.code for one in territory.departements] == ["35", "69", "977"]
    rennes = territory.commune("35238")
    assert rennes is not None
    assert rennes.codes_postaux == ("35000", "35200")
    assert rennes.epci == "243500139"


def test_the_maps_are_drawn_with_the_tables(territory: Territory) -> None:
    shown = [one.departement for one in france_map(territory).shapes]
    assert shown == ["35", "69", "977"]
    assert zoom_map(territory, {"69"}).outline("69")


def test_the_maps_alone_are_drawn_again(
    built: tuple[Path, Report], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    maps = built[0] / MAPS
    before = maps.read_bytes()
    maps.unlink()
    monkeypatch.chdir(built[0])
    assert main(["--cartes"]) == 0
    assert maps.read_bytes() == before
    assert "cartes redessinées" in capsys.readouterr().out


def test_a_commune_that_geonames_knows_is_located(territory: Territory) -> None:
    rennes = territory.commune("35238")
    assert rennes is not None
    assert rennes.precision == "exacte"
    assert distance_km(rennes.latitude, rennes.longitude, 48.1113, -1.6800) < 3


def test_another_is_estimated_from_its_neighbours(territory: Territory) -> None:
    brigadoon, rennes = territory.commune(BRIGADOON), territory.commune("35238")
    assert brigadoon is not None
    assert rennes is not None
    assert brigadoon.precision == "estimee"
    km = distance_km(brigadoon.latitude, brigadoon.longitude, rennes.latitude, rennes.longitude)
    assert km < 5


def test_an_arrondissement_has_the_epci_of_its_city_and_a_place_of_its_own(
    territory: Territory,
) -> None:
    seventh, lyon = territory.commune("69387"), territory.commune("69123")
    assert seventh is not None
    assert lyon is not None
    assert (seventh.commune_parente, seventh.epci) == ("69123", lyon.epci)
    assert (seventh.latitude, seventh.longitude) != (lyon.latitude, lyon.longitude)


def test_an_island_named_otherwise_than_its_village_is_found(territory: Territory) -> None:
    island = territory.commune("97701")
    assert island is not None
    assert distance_km(island.latitude, island.longitude, 17.8962, -62.8498) < 1


def test_land_without_inhabitants_is_left_out(territory: Territory) -> None:
    assert territory.commune("98901") is None
    assert territory.region("989") is None


def test_former_communes_are_kept_but_not_a_seat_that_kept_its_name(territory: Territory) -> None:
    assert territory.former_code("69232") == "69123"
    assert territory.former_code("35902") == "35238"
    assert [one.nom for one in territory.find("ancienne")] == ["Rennes"]


def test_exact_centres_are_taken_as_they_are(package: Path) -> None:
    positions = locate(read_division(package), (), {BRIGADOON: (48.2, -1.7)})
    assert positions[BRIGADOON] == Position(Point(48.2, -1.7), "exacte")


def test_a_folder_that_is_not_the_package_is_refused_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="n'est pas le dossier du paquet npm"):
        build_reference(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_of_centres_that_is_absent_is_refused(package: Path, tmp_path: Path) -> None:
    with pytest.raises(CentresError, match="introuvable"):
        build_reference(package, tmp_path / "out", tmp_path / "absent.json")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "exit_code", "line"),
    [([], 2, "usage"), (["--help"], 2, "usage"), (["/nowhere"], 1, "n'est pas le dossier")],
)
def test_a_wrong_call_is_answered_in_one_line(
    arguments: list[str], exit_code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == exit_code
    assert line in capsys.readouterr().err


@pytest.mark.skipif(not FULL_PACKAGE, reason="DECOUPAGE_ADMINISTRATIF names no package")
def test_the_published_tables_are_those_that_the_sources_give(
    project_root: Path, tmp_path: Path
) -> None:
    build_reference(Path(FULL_PACKAGE), tmp_path)
    for table in FILES:
        published = (project_root / REFERENCE_FOLDER / table).read_bytes()
        assert (tmp_path / table).read_bytes() == published
