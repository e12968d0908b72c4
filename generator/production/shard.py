"""One of several equal parts of the work, for several machines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shard:
    """The part ``number``, counted from 1, of ``of``.

    Units are dealt out in turn: départements, and the number of their services, are too unequal for
    parts of the same length.
    """

    number: int
    of: int

    def takes(self, rank: int) -> bool:
        """Whether the unit of that rank, counted from 0, is of this part."""
        return rank % self.of == self.number - 1


WHOLE = Shard(1, 1)
"""All the work."""
