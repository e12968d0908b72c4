"""What the published files were made from, kept beside them: those that would be the same are reused.

One file for an edition. Its own digest is its first line: a ledger that is damaged is no ledger. Then
a document of JSON tells the units and their files, and a line for each unit what it saw: a text, until
the unit is compared, for ten thousand services ask two hundred thousand questions.
"""

import datetime
import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from generator.production.answers import Answers, Kind, Point
from generator.production.unit import Output
from generator.production.watched import Around
from generator.territory.distance import distance_km

SEARCHED = b"data-pagefind-body"
"""Marks what the search index reads of a page."""
_FORMAT = 2
_ROUNDING_KM = 1e-6
"""More than what rounding can add to a distance: a millimetre."""
_MOST_POINTS = 200
"""When more points than this changed, whatever looks around is made again: sooner done than measured."""


SeenAround = tuple[str, float, float, float | None, list[str], str]
"""An activity, a latitude, a longitude, a distance in km (None when all was seen), the ids seen and the
digest of their records."""
_as_json = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


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

    ``given`` is the digest of what it used besides the directory; ``seen`` is what it saw of that
    (`as_seen`).
    """

    name: str
    files: list[MadeFile]
    given: str
    seen: str

    @classmethod
    def of(cls, name: str, files: Iterable[Output], given: str) -> Self:
        """A unit that asked nothing of the directory: ``given`` is all it depends on."""
        return cls(name, [MadeFile.of(one) for one in files], given, as_seen([], []))


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
        units = self.units.values()
        made = [(one.name, one.files, one.given) for one in units]
        document = _as_json([_FORMAT, self.header, sorted(self.points), made])
        text = "\n".join([document, *(one.seen for one in units)]).encode()
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
        document, *seen = text.decode().split("\n")
        number, header, points, units = json.loads(document)
        if number != _FORMAT:
            raise ValueError("another format of ledger")
        made = {
            name: Made(name, [MadeFile(*one) for one in files], given, saw)
            for (name, files, given), saw in zip(units, seen, strict=True)
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
        asked, around = json.loads(made.seen)
        same = all(
            self._answers.to((Kind(kind), argument)) == answer for kind, argument, answer in asked
        )
        return made if same and all(self._sees_the_same(*one) for one in around) else None

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


def as_seen(asked: Sequence[tuple[str, str, str]], around: Sequence[SeenAround]) -> str:
    """What a unit saw of the directory, as one line of JSON.

    ``asked`` holds a question, its argument and the digest of the answer.
    """
    return _as_json([asked, around])


def noted_around(seen: Iterable[Around], answers: Answers) -> list[SeenAround]:
    """What a unit saw around points, as a ledger keeps it."""
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
