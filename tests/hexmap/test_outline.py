"""The line around a set of hexagons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hexmap.cells import Cell, centre, neighbours
from generator.hexmap.outline import Placement, extent, middle, outline
from tests.hexmap.paths import area, holds, rings

HEXAGON = 14 * 12
"""The surface of a hexagon: its width by the distance between two rows."""
SETS = st.frozensets(st.tuples(st.integers(-4, 4), st.integers(-4, 4)), min_size=1, max_size=40)


def test_one_hexagon_has_six_sides() -> None:
    assert outline({(0, 0)}, Placement()) == "M-7-4l7-4 7 4 0 8-7 4-7-4z"


def test_a_side_between_two_hexagons_is_not_drawn() -> None:
    (ring,) = rings(outline({(0, 0), (1, 0)}, Placement()))
    assert len(ring) == 10


def test_a_ring_of_hexagons_has_a_hole() -> None:
    path = outline(set(neighbours((0, 0))), Placement())
    assert len(rings(path)) == 2
    assert area(path) == 6 * HEXAGON


def test_a_placement_moves_and_enlarges() -> None:
    path = outline({(0, 0)}, Placement(100, 50, 3))
    assert path == "M79 38l21-12 21 12 0 24-21 12-21-12z"


@given(SETS)
def test_the_outline_encloses_the_hexagons_and_nothing_else(cells: frozenset[Cell]) -> None:
    path = outline(cells, Placement())
    assert area(path) == len(cells) * HEXAGON
    assert all(holds(path, centre(cell)) for cell in cells)
    around = {one for cell in cells for one in neighbours(cell)} - cells
    assert not any(holds(path, centre(cell)) for cell in around)


@given(SETS)
def test_a_name_is_placed_inside_and_all_is_within_the_extent(cells: frozenset[Cell]) -> None:
    path = outline(cells, Placement())
    assert holds(path, middle(cells, Placement()))
    corners = [corner for ring in rings(path) for corner in ring]
    xs, ys = zip(*corners, strict=True)
    assert extent(cells) == (min(xs), min(ys), max(xs), max(ys))


@pytest.mark.parametrize("order", [sorted, lambda cells: sorted(cells, reverse=True)])
def test_the_order_of_hexagons_does_not_matter(order) -> None:  # noqa: ANN001 (two kinds of callable)
    cells = {(q, r) for q in range(5) for r in range(5)}
    assert outline(order(cells), Placement()) == outline(cells, Placement())
