"""Which hexagon belongs to which territory, from nothing but points: no contour is known.

A hexagon goes to the code that most of its points bear. Communes leave empty hexagons between them
(forests, mountains), which are then given to their neighbours without touching the coasts.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.hexmap.cells import Cell, cell_at, neighbours

Owners = dict[Cell, str]
"""The code that each hexagon belongs to."""


def tessellate(
    points: Iterable[tuple[float, float, str]],
    closing: int = 1,
    inland: Callable[[Cell], bool] = lambda _: False,
) -> dict[str, frozenset[Cell]]:
    """The hexagons of each code of ``points``, given as (x, y, code) in drawing units.

    Gaps up to twice ``closing`` hexagons wide are closed; lakes are filled whatever their size, and
    so are the empty hexagons that ``inland`` tells, among the points. Every code has at least one
    hexagon, and comes in its order; that of ``points`` does not matter.
    """
    counts: defaultdict[Cell, Counter[str]] = defaultdict(Counter)
    for x, y, code in points:
        counts[cell_at(x, y)][code] += 1
    if not counts:
        return {}
    owners = {cell: _winner(counts[cell]) for cell in sorted(counts)}
    _close(owners, closing)
    _fill(owners, inland)
    _join_strays(owners)
    _seat_everyone(owners, counts)
    shares: defaultdict[str, set[Cell]] = defaultdict(set)
    for cell, code in owners.items():
        shares[code].add(cell)
    return {code: frozenset(shares[code]) for code in sorted(shares)}


def _winner(votes: Mapping[str, int]) -> str:
    """The code with most votes, the first in order among equals."""
    return min(votes, key=lambda code: (-votes[code], code))


def _winner_around(cell: Cell, owners: Owners) -> str:
    """The code that most of the owned hexagons around bear; there is one."""
    codes = [owners[one] for one in neighbours(cell) if one in owners]
    if codes.count(codes[0]) == len(codes):  # nearly always
        return codes[0]
    return _winner(Counter(codes))


def _close(owners: Owners, steps: int) -> None:
    """Morphological closing: grow by ``steps`` hexagons, then draw the edge back by as many."""
    settled = frozenset(owners)
    front: Iterable[Cell] = settled
    for _ in range(steps):
        shore = {one for cell in front for one in neighbours(cell)} - owners.keys()
        owners.update({cell: _winner_around(cell, owners) for cell in sorted(shore)})
        front = shore
    grown = owners.keys() - settled
    for _ in range(steps):
        edge = {cell for cell in grown if any(one not in owners for one in neighbours(cell))}
        for cell in edge:
            del owners[cell]
        grown -= edge


def _fill(owners: Owners, inland: Callable[[Cell], bool]) -> None:
    """Give land without communes, and what is enclosed on all sides, to the nearest shores."""
    west, east = min(q for q, _ in owners) - 1, max(q for q, _ in owners) + 1
    north, south = min(r for _, r in owners) - 1, max(r for _, r in owners) + 1
    empty = {(q, r) for q in range(west, east + 1) for r in range(north, south + 1)} - owners.keys()
    land = {cell for cell in empty if inland(cell)} | _enclosed(empty, (west, north))
    shore = {cell for cell in land if not owners.keys().isdisjoint(neighbours(cell))}
    while shore:
        owners.update({cell: _winner_around(cell, owners) for cell in sorted(shore)})
        land -= shore
        shore = {one for cell in shore for one in neighbours(cell)} & land


def _enclosed(empty: set[Cell], sea: Cell) -> set[Cell]:
    """Those of the ``empty`` hexagons that cannot be reached from the one at ``sea``."""
    lakes = empty - {sea}
    front = [sea]
    while front:
        for one in neighbours(front.pop()):
            if one in lakes:
                lakes.remove(one)
                front.append(one)
    return lakes


def _join_strays(owners: Owners) -> None:
    """Give a hexagon with no neighbour of its own code, but some of others, to most of these.

    A territory really in two pieces is larger than that; a lone hexagon is a commune or two that
    stand a little across the border, and cannot be told from a mistake.
    """
    sizes = Counter(owners.values())
    for cell in sorted(owners):
        code = owners[cell]
        around = {owners[one] for one in neighbours(cell) if one in owners}
        if around and code not in around and sizes[code] > 1:
            sizes[code] -= 1
            owners[cell] = _winner_around(cell, owners)
            sizes[owners[cell]] += 1


def _seat_everyone(owners: Owners, counts: Mapping[Cell, Counter[str]]) -> None:
    """Give each code that won no hexagon the one where most of its points are, or the next to it.

    The last hexagon of another code is not taken.
    """
    sizes = Counter(owners.values())
    for code in sorted({code for votes in counts.values() for code in votes} - sizes.keys()):
        seats = [cell for cell in counts if counts[cell][code]]
        seats.sort(key=lambda cell: (-counts[cell][code], cell))
        for cell in _outwards(seats):
            owner = owners.get(cell)
            if owner is None or sizes[owner] > 1:
                if owner:
                    sizes[owner] -= 1
                sizes[code] += 1
                owners[cell] = code
                break


def _outwards(cells: Iterable[Cell]) -> Iterator[Cell]:
    """``cells`` in their order, then those around them, and so on without end."""
    front = deque(cells)
    seen = set(front)
    while True:
        cell = front.popleft()
        yield cell
        for one in neighbours(cell):
            if one not in seen:
                seen.add(one)
                front.append(one)
