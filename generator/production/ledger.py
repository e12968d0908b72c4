"""What the published files were made from, kept beside them: those that would be the same are reused.

One JSON file for an edition, with its own digest in front: a ledger that is damaged is no ledger.
"""

import datetime
import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Self

from generator.production.answers import Answers, Kind, Point
from generator.production.unit import Output
from generator.production.watched import Around
from generator.territory.distance import distance_km

SEARCHED = b"data-pagefind-body"
"""Marks what the search index reads of a page."""
_FORMAT = 1
_ROUNDING_KM = 1e-6
"""More than what rounding can add to a distance: a millimetre."""
_MOST_POINTS = 200
"""When more points than this changed, whatever looks around is made again: sooner done than measured."""


class MadeFile(NamedTuple):
    """A file that was made: its path, its size in bytes, its SHA-256 in hexadecimal digits.

    ``updated`` is an ISO date or empty; ``searched`` says that the search index reads the page.
    """

    path: str
    size: int
    sha256: str
    updated: str
    in_sitemap: bool
    searched: bool

    @classmethod
    def of(cls, one: Output) -> Self:
        """What is kept of a file just made."""
        return cls(
            path=one.path,
            size=len(one.content),
            sha256=hashlib.sha256(one.content).hexdigest(),
            updated=one.updated.isoformat() if one.updated else "",
            in_sitemap=one.in_sitemap,
            searched=one.path.endswith(".html") and SEARCHED in one.content,
        )

    @property
    def day(self) -> datetime.date | None:
        """``updated`` as a date."""
        return datetime.date.fromisoformat(self.updated) if self.updated else None


class Made(NamedTuple):
    """A unit that was made, and all that it depends on.

    ``asked`` holds a question, its argument and the digest of the answer; ``around`` an activity, a
    latitude, a longitude, a distance in km (None when all was seen), the ids seen and the digest of
    their records.
    """

    name: str
    files: list[MadeFile]
    given: str
    asked: list[list[str]]
    around: list[tuple[str, float, float, float | None, list[str], str]]

    @classmethod
    def of(cls, name: str, files: Iterable[Output], given: str) -> Self:
        """A unit that asked nothing of the directory: ``given`` is all it depends on."""
        return cls(name, [MadeFile.of(one) for one in files], given, [], [])


@dataclass(frozen=True)
class Ledger:
    """The units of an edition by name, and what they have in common.

    ``header`` is the digest of everything that all units depend on: program, theme, site, day,
    territory. ``points`` are the places that distances were measured to.
    """

    header: str
    points: frozenset[Point]
    units: Mapping[str, Made]

    def to_bytes(self) -> bytes:
        """The ledger as it is kept; ``from_bytes`` reads it back."""
        document = [_FORMAT, self.header, sorted(self.points), list(self.units.values())]
        text = json.dumps(document, separators=(",", ":"), allow_nan=False).encode()
        return hashlib.sha256(text).hexdigest().encode() + b"\n" + text

    def with_unit(self, made: Made) -> Self:
        """The same ledger with one unit more."""
        return replace(self, units={**self.units, made.name: made})

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Read what ``to_bytes`` wrote. Raises ``ValueError`` for anything else."""
        seal, _, text = content.partition(b"\n")
        if hashlib.sha256(text).hexdigest().encode() != seal:
            raise ValueError("damaged ledger")
        number, header, points, units = json.loads(text)
        if number != _FORMAT:
            raise ValueError("another format of ledger")
        made = {
            name: Made(name, [MadeFile(*one) for one in files], *rest)
            for name, files, *rest in units
        }
        return cls(header, frozenset(tuple(one) for one in points), made)


class Comparison:
    """Which units of a former edition would come out the same from the directory of ``answers``."""

    def __init__(self, ledger: Ledger, header: str, answers: Answers) -> None:
        self._units = ledger.units if ledger.header == header else {}
        self._answers = answers
        # A tuple: to go through a set that was emptied takes as long as through the full one.
        self._changed = tuple(ledger.points ^ answers.points())

    def unchanged(self, name: str, given: str) -> Made | None:
        """The unit of that name as it was made, when all it depends on is as it was then."""
        made = self._units.get(name)
        if made is None or made.given != given:
            return None
        same = all(
            self._answers.to((Kind(kind), argument)) == answer
            for kind, argument, answer in made.asked
        )
        return made if same and all(self._sees_the_same(*one) for one in made.around) else None

    def _sees_the_same(
        self,
        activity: str,
        latitude: float,
        longitude: float,
        reach: float | None,
        ids: list[str],
        answer: str,
    ) -> bool:
        if len(self._changed) > _MOST_POINTS or self._answers.of_services(ids) != answer:
            return False
        limit = math.inf if reach is None else reach + _ROUNDING_KM
        return not any(
            kind == activity and distance_km(latitude, longitude, at, along) <= limit
            for *_, kind, at, along in self._changed
        )


def noted_around(seen: Iterable[Around], answers: Answers) -> list[Any]:
    """``Made.around`` for what a unit saw."""
    return [
        (
            one.activity,
            one.latitude,
            one.longitude,
            None if math.isinf(one.reach) else one.reach,
            one.ids,
            answers.of_services(one.ids),
        )
        for one in seen
    ]
