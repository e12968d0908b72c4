"""Communes, départements and régions are read and found."""

from pathlib import Path

import pytest

from generator.territory import Territory


def test_a_commune_has_all_that_the_table_says(territory: Territory) -> None:
    rennes = territory.commune("35238")
    assert rennes is not None
    assert rennes.nom == "Rennes"
    assert rennes.codes_postaux == ("35000", "35200", "35700")
    assert (rennes.departement, rennes.region) == ("35", "53")
    assert rennes.epci == "243500139"
    assert rennes.arrondissement == "353"
    assert rennes.commune_parente == ""
    assert rennes.population > 200_000
    assert rennes.latitude == pytest.approx(48.11, abs=0.05)
    assert rennes.longitude == pytest.approx(-1.68, abs=0.05)
    assert rennes.precision == "exacte"


@pytest.mark.parametrize("code", ["", "00000", "35", "rennes", "1001", "98901", "98415"])
def test_what_is_not_a_code_of_today_is_no_commune(territory: Territory, code: str) -> None:
    """Nor are the lands without inhabitants (Clipperton, 98901; Terres australes, 984xx)."""
    assert territory.commune(code) is None


def test_a_commune_asked_for_twice_is_the_same(territory: Territory) -> None:
    assert territory.commune("01004") is territory.commune("01004")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("st etienne", ["42218"]),
        ("Saint-Étienne", ["42218"]),
        ("SAINT ETIENNE", ["42218"]),
        ("rennes", ["35238"]),
        ("35000", ["35238"]),
        (" 35000 ", ["35238"]),
        ("35000 Rennes", ["35238"]),
        ("Rennes (35200)", ["35238"]),
        ("Rennes Cedex 7", ["35238"]),
        ("35042 Rennes Cedex", ["35238"]),
        ("LYON 7e", ["69387"]),
        ("lyon 07", ["69387"]),
        ("Lyon 7e Arrondissement", ["69387"]),
        ("Paris 1er", ["75101"]),
        ("paris 20", ["75120"]),
        ("Marseille 16ème", ["13216"]),
        ("Chalon s/ Saône", ["71076"]),
        ("l'hay les roses", ["94038"]),
        # Homonyms: the most populous first.
        ("saint-denis", ["97411", "93066", "30247", "11339"]),
        # A postal code tells homonyms apart.
        ("30500 Saint-Denis", ["30247"]),
        ("69001 Saint-Denis", []),
        # A whole address, when it has a postal code.
        ("12 rue de l'Exemple 31000 Toulouse", ["31555"]),
        ("12 rue de l'Exemple, Toulouse, 31000", ["31555"]),
        ("3 place de Lons 39000 Lons-le-Saunier", ["39300"]),
        ("12 rue de l'Exemple 75012 Rennes", []),
        ("12 rue de l'Exemple Toulouse", []),
        # A commune that is a part of another today.
        ("Bellegarde-sur-Valserine", ["01033"]),
        # No commune.
        ("", []),
        ("   ", []),
        ("00000", []),
        ("Brigadoon", []),
        ("3500", []),
    ],
)
def test_communes_are_found_by_name_and_postal_code(
    territory: Territory, text: str, codes: list[str]
) -> None:
    assert sorted(one.code_insee for one in territory.find(text)) == sorted(codes)


@pytest.mark.parametrize("text", ["saint-denis", "Saint-Martin", "75116", "01400", "Beaumont"])
def test_the_most_populous_comes_first(territory: Territory, text: str) -> None:
    found = territory.find(text)
    assert len(found) > 1
    assert list(found) == sorted(found, key=lambda one: (-one.population, one.code_insee))


def test_each_commune_is_found_by_its_own_name_and_postal_codes(territory: Territory) -> None:
    for commune in territory.communes():
        assert commune in territory.find(commune.nom)
        for postal_code in commune.codes_postaux:
            assert commune in territory.communes_by_postal_code(postal_code)


def test_a_postal_code_gives_the_city_and_its_arrondissement(territory: Territory) -> None:
    found = [one.code_insee for one in territory.communes_by_postal_code("69007")]
    assert found == ["69123", "69387"]
    assert territory.communes_by_postal_code("00000") == ()


def test_an_arrondissement_names_its_city(territory: Territory) -> None:
    arrondissement = territory.commune("75118")
    assert arrondissement is not None
    assert arrondissement.commune_parente == "75056"
    assert arrondissement.nom == "Paris 18e Arrondissement"


@pytest.mark.parametrize(
    ("old", "current"),
    [
        ("69232", "69123"),  # a former code of Lyon
        ("01018", "01033"),  # Bellegarde-sur-Valserine, in Valserhône since 2019
        ("93059", "93066"),  # Pierrefitte-sur-Seine, in Saint-Denis since 2025
        ("49144", "44180"),  # Freigné, which changed département
        ("35238", None),  # in use
        ("00000", None),
        ("", None),
    ],
)
def test_a_former_code_leads_to_the_commune_of_today(
    territory: Territory, old: str, current: str | None
) -> None:
    assert territory.former_code(old) == current


def test_regions_and_departements_come_in_their_fixed_order(territory: Territory) -> None:
    regions = [region.nom for region in territory.regions]
    assert regions[:3] == ["Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Bretagne"]
    assert regions[12:17] == [
        "Provence-Alpes-Côte d'Azur",
        "Guadeloupe",
        "Martinique",
        "Guyane",
        "La Réunion",
    ]
    departements = [one.code for one in territory.departements]
    assert departements[17:23] == ["18", "19", "2A", "2B", "21", "22"]
    assert departements[-12:] == [
        "95",
        "971",
        "972",
        "973",
        "974",
        "975",
        "976",
        "977",
        "978",
        "986",
        "987",
        "988",
    ]


def test_a_region_knows_its_departements(territory: Territory) -> None:
    assert [one.code for one in territory.departements_of("53")] == ["22", "29", "35", "56"]
    assert [one.code for one in territory.departements_of("94")] == ["2A", "2B"]
    assert territory.departements_of("99") == ()


def test_unknown_codes_are_none(territory: Territory) -> None:
    assert territory.departement("20") is None
    assert territory.region("99") is None


def test_reading_again_gives_the_same(territory: Territory, project_root: Path) -> None:
    again = Territory.load(project_root)
    assert again.regions == territory.regions
    assert again.departements == territory.departements
    assert list(again.communes()) == list(territory.communes())
