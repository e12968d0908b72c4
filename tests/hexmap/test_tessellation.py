"""Sharing a honeycomb between territories known by points."""

import random

from generator.hexmap.cells import Cell, centre
from generator.hexmap.tessellation import tessellate


def points(cells: dict[Cell, str]) -> list[tuple[float, float, str]]:
    return [(*centre(cell), code) for cell, code in cells.items()]


def test_a_hexagon_goes_to_the_code_with_most_points() -> None:
    shares = tessellate([(0, 0, "B"), (1, 0, "B"), (0, 1, "A"), (*centre((9, 9)), "A")], 0)
    assert shares == {"A": {(9, 9)}, "B": {(0, 0)}}


def test_a_code_outvoted_everywhere_still_has_a_hexagon() -> None:
    crowd = [(*centre((q, 0)), "B") for q in range(3)] * 5
    shares = tessellate([*crowd, (*centre((1, 0)), "A")], 0)
    assert shares == {"A": {(1, 0)}, "B": {(0, 0), (2, 0)}}


def test_of_equals_in_one_hexagon_the_first_in_order_has_it_and_the_other_sits_beside() -> None:
    assert tessellate([(0, 0, "B"), (0, 0, "A")], 0) == {"A": {(0, 0)}, "B": {(1, -1)}}


def test_a_gap_is_closed_without_moving_the_coast() -> None:
    land = {(q, r): "A" for q in range(7) for r in range(7) if (q, r) != (3, 3)}
    del land[3, 0]  # a notch one hexagon wide
    (own,) = tessellate(points(land)).values()
    assert own == {(q, r) for q in range(7) for r in range(7)}


def test_a_lake_is_shared_between_its_shores() -> None:
    land = {(q, r): "A" if q < 5 else "B" for q in range(11) for r in range(11)}
    lake = {(q, r) for q in range(2, 9) for r in range(2, 9)}
    shares = tessellate(points({cell: code for cell, code in land.items() if cell not in lake}))
    assert frozenset().union(*shares.values()) == land.keys()
    assert shares["A"] & lake
    assert shares["B"] & lake


def test_a_bay_stays_sea_unless_it_is_known_to_be_land() -> None:
    bay = {(q, r) for q in range(3, 8) for r in range(6)}
    land = points({(q, r): "A" for q in range(11) for r in range(9) if (q, r) not in bay})
    assert (5, 0) not in tessellate(land)["A"]
    assert bay <= tessellate(land, inland=bay.__contains__)["A"]


def test_a_lone_hexagon_across_the_border_is_given_back() -> None:
    land = {(q, r): "A" if q < 4 else "B" for q in range(9) for r in range(5)}
    land[6, 2] = "A"
    assert (6, 2) in tessellate(points(land))["B"]


def test_an_enclave_and_an_island_stay() -> None:
    land = {(q, r): "B" for q in range(9) for r in range(7)}
    enclave = {(4, 3), (5, 3), (4, 4)}
    land.update(dict.fromkeys(enclave, "A"))
    land.update({(q, 3): "A" for q in range(-6, 0)})
    land[30, 30] = "A"
    assert {*enclave, (30, 30)} <= tessellate(points(land))["A"]


def test_the_order_of_points_does_not_matter() -> None:
    source = random.Random(4)  # noqa: S311 (no secret)
    scattered = [
        (source.uniform(0, 400), source.uniform(0, 400), source.choice("ABC")) for _ in range(400)
    ]
    expected = tessellate(scattered, 2)
    source.shuffle(scattered)
    assert tessellate(scattered, 2) == expected
    assert list(tessellate(scattered, 2)) == list(expected)


def test_nothing_gives_nothing() -> None:
    assert tessellate([]) == {}


def test_what_is_shared_is_shared_once() -> None:
    source = random.Random(5)  # noqa: S311 (no secret)
    scattered = [
        (source.gauss(0, 90), source.gauss(0, 90), source.choice("ABCD")) for _ in range(300)
    ]
    shares = tessellate(scattered)
    cells = [cell for own in shares.values() for cell in own]
    assert len(cells) == len(set(cells))
