"""What the published tables promise of themselves."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.model.codes import parse_departement_code
from generator.model.refused import Refused
from generator.territory import REFERENCE_FOLDER, Commune, Territory
from generator.territory.tables import COLUMNS

POSTAL_CODE = re.compile(r"\d{5}")
INSEE_CODE = re.compile(r"(\d\d|2[AB])\d{3}")
SIREN = re.compile(r"\d{9}|")

BOXES = {
    "971": (15.8, 16.6, -61.9, -60.9),
    "972": (14.3, 14.95, -61.3, -60.7),
    "973": (2.0, 5.9, -54.7, -51.5),
    "974": (-21.5, -20.8, 55.1, 55.9),
    "975": (46.7, 47.2, -56.5, -56.1),
    "976": (-13.1, -12.5, 44.9, 45.4),
    "977": (17.8, 18.0, -63.0, -62.7),
    "978": (18.0, 18.2, -63.2, -63.0),
    "986": (-14.5, -13.0, -178.4, -176.0),
    "987": (-28.0, -7.5, -155.0, -134.0),
    "988": (-23.0, -19.3, 163.3, 168.3),
}
CORSICA = (41.3, 43.1, 8.5, 9.6)
MAINLAND = (42.3, 51.2, -5.3, 8.3)


@pytest.fixture(scope="module")
def communes(territory: Territory) -> list[Commune]:
    return list(territory.communes())


def box_of(commune: Commune) -> tuple[float, float, float, float]:
    if commune.departement in ("2A", "2B"):
        return CORSICA
    return BOXES.get(commune.departement, MAINLAND)


def test_all_of_france_is_there(territory: Territory, communes: list[Commune]) -> None:
    assert len(territory.regions) == 24
    assert len(territory.departements) == 107
    assert 34_900 <= len(communes) <= 35_100
    assert sum(1 for one in communes if one.commune_parente) == 45
    inhabitants = sum(one.population for one in communes if not one.commune_parente)
    assert 66_000_000 < inhabitants < 72_000_000


def test_the_codes_that_a_record_may_hold_are_those_of_the_tables(territory: Territory) -> None:
    written = [f"{number:02}" for number in range(1000)] + ["2A", "2B"]
    assert {one for one in written if accepts(one)} == {one.code for one in territory.departements}


def accepts(code: str) -> bool:
    try:
        return bool(parse_departement_code(code))
    except Refused:
        return False


def test_each_departement_has_communes_and_a_region(
    territory: Territory, communes: list[Commune]
) -> None:
    peopled = Counter(one.departement for one in communes)
    for departement in territory.departements:
        assert peopled[departement.code] > 0
        assert territory.region(departement.region) is not None
    assert set(peopled) == {one.code for one in territory.departements}


def test_codes_are_written_as_they_should(territory: Territory, communes: list[Commune]) -> None:
    for one in communes:
        assert INSEE_CODE.fullmatch(one.code_insee), one
        assert one.code_insee.startswith(one.departement), one
        assert SIREN.fullmatch(one.epci), one
        assert one.arrondissement == "" or one.arrondissement.startswith(one.departement), one
        assert all(POSTAL_CODE.fullmatch(code) for code in one.codes_postaux), one
        assert list(one.codes_postaux) == sorted(set(one.codes_postaux)), one
        assert one.codes_postaux or one.departement == "975", one
        departement = territory.departement(one.departement)
        assert departement is not None, one
        assert one.region == departement.region, one
        assert one.population >= 0, one
        assert one.precision in ("exacte", "estimee"), one
        assert one.nom == one.nom.strip() != "", one


def test_each_position_is_in_its_territory(communes: list[Commune]) -> None:
    for one in communes:
        south, north, west, east = box_of(one)
        assert south <= one.latitude <= north, one
        assert west <= one.longitude <= east, one


def test_arrondissements_stand_in_their_city(territory: Territory, communes: list[Commune]) -> None:
    for one in communes:
        if one.commune_parente:
            city = territory.commune(one.commune_parente)
            assert city is not None
            assert abs(one.latitude - city.latitude) < 0.1, one
            assert abs(one.longitude - city.longitude) < 0.1, one
            assert one.precision == "exacte", one


def test_large_cities_are_located(communes: list[Commune]) -> None:
    estimated = [
        one.nom for one in communes if one.population >= 50_000 and one.precision == "estimee"
    ]
    # Évry-Courcouronnes is found by Évry, Saint-Ouen-sur-Seine by Saint-Ouen, Cherbourg-en-Cotentin
    # by its parts; Saint-Laurent-du-Maroni is written by hand.
    assert set(estimated) <= {
        "Cherbourg-en-Cotentin",
        "Saint-Laurent-du-Maroni",
        "Saint-Ouen-sur-Seine",
        "Évry-Courcouronnes",
    }


def test_former_codes_lead_to_communes_of_today(territory: Territory, project_root: Path) -> None:
    lines = (project_root / REFERENCE_FOLDER / "communes_anciennes.csv").read_text("utf-8")
    for line in lines.splitlines()[1:]:
        old, _, current = line.split(",")
        assert territory.commune(current) is not None, line
        assert territory.former_code(old) == current or old == current, line


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_tables_are_plain_text_with_unix_line_ends(project_root: Path, table: str) -> None:
    content = (project_root / REFERENCE_FOLDER / table).read_bytes()
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")
    assert content.decode("utf-8").splitlines()[0] == ",".join(COLUMNS[table])
