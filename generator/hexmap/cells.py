"""The honeycomb: which hexagon holds a point, and which hexagons surround it.

Hexagons stand on a point and are named by axial coordinates ``(q, r)``: ``q`` counts to the east,
``r`` to the south-east (the system of A. Patel, « Hexagonal Grids », redblobgames.com). Drawn, one
is 14 units wide and 16 high: 7 and 4 make it regular within 1 %, and all corners whole numbers.
"""

Cell = tuple[int, int]

HALF_WIDTH = 7
QUARTER_HEIGHT = 4
WIDTH = 2 * HALF_WIDTH


def cell_at(x: float, y: float) -> Cell:
    """The hexagon that holds the point, in drawing units (y grows southwards)."""
    r = y / (3 * QUARTER_HEIGHT)
    q = x / WIDTH - r / 2
    s = -q - r
    whole_q, whole_r, whole_s = round(q), round(r), round(s)
    off_q, off_r, off_s = abs(whole_q - q), abs(whole_r - r), abs(whole_s - s)
    # q + r + s is 0: the coordinate that rounding moved most is deduced from the two others.
    if off_q > off_r and off_q > off_s:
        whole_q = -whole_r - whole_s
    elif off_r > off_s:
        whole_r = -whole_q - whole_s
    return whole_q, whole_r


def centre(cell: Cell) -> tuple[int, int]:
    """The middle of a hexagon, in drawing units."""
    q, r = cell
    return HALF_WIDTH * (2 * q + r), 3 * QUARTER_HEIGHT * r


def neighbours(cell: Cell) -> tuple[Cell, Cell, Cell, Cell, Cell, Cell]:
    """The six hexagons around one, clockwise from the north-east."""
    q, r = cell  # written out: maps ask for it millions of times
    return (q + 1, r - 1), (q + 1, r), (q, r + 1), (q - 1, r + 1), (q - 1, r), (q, r - 1)
