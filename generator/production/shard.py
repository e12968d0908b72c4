"""One of several equal parts of the work, for several machines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.production.unit import Unit


@dataclass(frozen=True, slots=True)
class Shard:
    """The part ``number``, counted from 1, of ``of``.

    A part is some départements that follow each other by code, as many units in each part as whole
    départements allow: what is added to one moves no other, but at the edge of a part. Units that
    tell of several are dealt out in turn.
    """

    number: int
    of: int

    def share(self, units: Sequence[Unit]) -> list[Unit]:
        """Those of all ``units`` that are of this part, in the same order."""
        parts = _parts_by_departement(units, self.of)
        common = 0
        mine = []
        for unit in units:
            if unit.departement:
                part = parts[unit.departement]
            else:
                part, common = common % self.of, common + 1
            if part == self.number - 1:
                mine.append(unit)
        return mine


WHOLE = Shard(1, 1)
"""All the work."""


def _parts_by_departement(units: Sequence[Unit], of: int) -> dict[str, int]:
    """The part of each département, counted from 0: the one in which the middle of its units falls."""
    sizes = Counter(unit.departement for unit in units if unit.departement)
    parts = {}
    before = 0
    for code, size in sorted(sizes.items()):
        parts[code] = (2 * before + size) * of // (2 * sizes.total())
        before += size
    return parts
