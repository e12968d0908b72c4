"""The honeycomb itself."""

from hypothesis import given
from hypothesis import strategies as st

from generator.hexmap.cells import cell_at, centre, neighbours

CELLS = st.tuples(st.integers(-300, 300), st.integers(-300, 300))
COORDINATES = st.floats(-5000, 5000)


@given(CELLS)
def test_the_centre_of_a_hexagon_lies_in_it(cell: tuple[int, int]) -> None:
    assert cell_at(*centre(cell)) == cell


@given(CELLS)
def test_neighbours_are_six_and_mutual(cell: tuple[int, int]) -> None:
    around = neighbours(cell)
    assert len({*around, cell}) == 7
    assert all(cell in neighbours(one) for one in around)


@given(COORDINATES, COORDINATES)
def test_a_point_goes_to_the_hexagon_whose_centre_is_nearest(x: float, y: float) -> None:
    cell = cell_at(x, y)

    def squared(one: tuple[int, int]) -> float:
        """In the measure of regular hexagons, of which the drawing is within one per cent."""
        at = centre(one)
        return ((at[0] - x) / 14) ** 2 + ((at[1] - y) / 12) ** 2 * 0.75

    assert squared(cell) <= min(map(squared, neighbours(cell))) + 1e-9
