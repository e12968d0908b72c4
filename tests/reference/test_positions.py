"""Which place of a gazetteer is which commune, and where the others are."""

from dataclasses import replace

import pytest

from generator.reference.anchors import find_anchors
from generator.reference.decoupage import FormerCommune, Place
from generator.reference.gazetteer import GazetteerPlace
from generator.reference.neighbours import Neighbours, Point
from generator.reference.parts import find_parts

SAMPLE = Place(
    code="",
    name="",
    postal_codes=("35001",),
    departement="35",
    region="53",
    epci="200000001",
    arrondissement="351",
    parent="",
    population=1000,
)


def commune(code: str, name: str, **changes: object) -> Place:
    return replace(SAMPLE, code=code, name=name, **changes)  # type: ignore[arg-type] # any field


def place(number: int, name: str, north: float, population: int = 1000) -> GazetteerPlace:
    """A place ``north`` kilometres north of 48° N, 2° W."""
    return GazetteerPlace(number, name, (), "53", 48 + north / 111.195, -2.0, population)


TOWNS = [commune(f"3500{number}", f"Bourg-{letter}") for number, letter in enumerate("ABCD", 1)]
PLACES = [place(number, town.name, number) for number, town in enumerate(TOWNS, 1)]
"""Four towns of one postal code, one kilometre from each other, all known."""


def anchors(communes: list[Place], gazetteer: list[GazetteerPlace]) -> dict[str, int]:
    """The number of the place of each commune."""
    found = find_anchors(communes, gazetteer, Neighbours(communes))
    return {code: place.id for code, place in found.items()}


def test_a_name_a_region_and_a_population_make_an_anchor() -> None:
    assert anchors(TOWNS, PLACES) == {
        town.code: at.id for town, at in zip(TOWNS, PLACES, strict=True)
    }


def test_a_place_of_another_region_is_not_the_commune() -> None:
    elsewhere = replace(PLACES[0], region="84")
    assert TOWNS[0].code not in anchors(TOWNS, [elsewhere, *PLACES[1:]])


def test_spelling_does_not_count() -> None:
    communes = [*TOWNS, commune("35009", "Saint-Étienne")]
    assert anchors(communes, [*PLACES, place(9, "St Etienne", 2)])["35009"] == 9


def test_another_name_of_the_place_will_do() -> None:
    communes = [*TOWNS, commune("35009", "Dunkerque")]
    dunkirk = replace(place(9, "Dunkirk", 2), other_names=("Dunkerque", "Duinkerke"))
    assert anchors(communes, [*PLACES, dunkirk])["35009"] == 9


def test_a_namesake_far_from_the_neighbours_is_refused() -> None:
    communes = [*TOWNS, commune("35009", "Le Pin")]
    assert "35009" not in anchors(communes, [*PLACES, place(9, "Le Pin", 90)])


@pytest.mark.parametrize(
    ("north", "population", "found"),
    [
        (3, 1000, [9]),
        (3, 9000, [9]),  # at home: a new town may have grown ninefold
        (14, 1000, [9]),
        (14, 9000, []),  # far from the middle and another size: a namesake
    ],
)
def test_the_farther_the_more_alike_it_must_be(
    north: float, population: int, found: list[int]
) -> None:
    communes = [*TOWNS, commune("35009", "Serris", population=population)]
    places = anchors(communes, [*PLACES, place(9, "Serris", north)])
    assert [number for code, number in places.items() if code == "35009"] == found


def test_between_namesakes_the_neighbours_decide() -> None:
    far = [
        commune(f"3510{number}", f"Ville-{letter}", postal_codes=("35002",), epci="200000002")
        for number, letter in enumerate("ABCD", 1)
    ]
    here, there = commune("35009", "Le Pin"), replace(far[0], code="35109", name="Le Pin")
    gazetteer = [
        *PLACES,
        *(place(10 + number, town.name, 60 + number) for number, town in enumerate(far)),
        place(20, "Le Pin", 61),
        place(21, "Le Pin", 2),
    ]
    found = anchors([*TOWNS, *far, here, there], gazetteer)
    assert (found["35009"], found["35109"]) == (21, 20)


def test_a_place_is_one_commune_only() -> None:
    communes = [*TOWNS, commune("35008", "Le Pin"), commune("35009", "Le Pin")]
    found = anchors(communes, [*PLACES, place(9, "Le Pin", 2)])
    assert len({"35008", "35009"} & set(found)) == 1


def parts(merged: Place, former: list[FormerCommune], *places: GazetteerPlace) -> Point | None:
    communes, gazetteer = [*TOWNS, merged], [*PLACES, *places]
    neighbours = Neighbours(communes)
    found = find_anchors(communes, gazetteer, neighbours)
    return find_parts(communes, former, gazetteer, neighbours, found).get(merged.code)


def test_a_commune_nouvelle_stands_between_its_parts_by_population() -> None:
    merged = commune("35009", "Bellevigne", population=4000)
    former = [FormerCommune("35010", "Nord", "35009"), FormerCommune("35011", "Sud", "35009")]
    point = parts(merged, former, place(8, "Sud", 0, 3000), place(9, "Nord", 4, 1000))
    assert point is not None
    assert point.distance_km(Point(48 + 1 / 111.195, -2.0)) < 0.01


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("Évry-Courcouronnes", "Évry"),
        ("Malemort", "Malemort-sur-Corrèze"),
        ("Sainte-Marie-la-Mer", "Sainte-Marie-Plage"),
    ],
)
def test_a_kindred_name_will_do(name: str, known_as: str) -> None:
    assert parts(commune("35009", name), [], place(9, known_as, 2)) is not None


@pytest.mark.parametrize(
    ("name", "other"),
    [("Saint-Malo", "Saint-Père"), ("La Ville-Verte", "La Ville-Bleue"), ("Us", "Us-Marines")],
)
def test_common_words_are_not_kinship(name: str, other: str) -> None:
    assert parts(commune("35009", name), [], place(9, other, 2)) is None


def test_estimates_weigh_the_closest_groups_most() -> None:
    """One neighbour of the same postal code outweighs ten of the same arrondissement."""
    near = commune("35001", "Near")
    unknown = commune("35002", "Unknown")
    far = [
        commune(f"3502{number}", f"Far {number}", postal_codes=("35002",), epci="200000002")
        for number in range(10)
    ]
    known = {"35001": Point(48, -2)} | {one.code: Point(49, -2) for one in far}
    estimate = Neighbours([near, unknown, *far]).estimates(known)["35002"]
    assert estimate.distance_km(Point(48, -2)) < 1


def test_a_commune_on_the_border_of_its_postal_code_stands_towards_its_epci() -> None:
    unknown = commune("35001", "Unknown")
    same_code = commune("35002", "Same code", epci="200000002")
    same_epci = commune("35003", "Same EPCI", postal_codes=("35002",))
    known = {"35002": Point(48.0, -2), "35003": Point(48.1, -2)}
    estimate = Neighbours([unknown, same_code, same_epci]).estimates(known)["35001"]
    assert estimate.latitude == pytest.approx(48.04)


def test_what_has_no_neighbour_has_no_estimate() -> None:
    island = commune("98701", "Island", departement="987", epci="", arrondissement="")
    island = replace(island, postal_codes=())
    assert Neighbours([island, *TOWNS]).estimates({"35001": Point(48, -2)}).keys() == {
        "35002",
        "35003",
        "35004",
    }
