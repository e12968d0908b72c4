"""Reading back the paths that maps are made of."""

import re

Point = tuple[int, int]


def rings(path: str) -> list[list[Point]]:
    """The corners of each closed line of a path; fails on what ``outline`` never writes."""
    assert re.fullmatch(r"(M-?\d+ ?-?\d+l[-\d ]+z)+", path), path
    found = []
    for part in path.removesuffix("z").split("z"):
        start, _, steps = part.removeprefix("M").partition("l")
        x, y = _numbers(start)
        ring = [(x, y)]
        numbers = _numbers(steps)
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append(ring)
    return found


def _numbers(text: str) -> list[int]:
    return [int(one) for one in re.findall(r"-?\d+", text)]


def area(path: str) -> float:
    """The surface inside of a path, holes left out: the shoelace formula, ring by ring."""
    return sum(
        sum(
            x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)
        )
        / 2
        for ring in rings(path)
    )


def holds(path: str, point: Point) -> bool:
    """Whether the point lies inside of a path, by the even-odd rule."""
    x, y = point
    inside = False
    for ring in rings(path):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside
