"""What a check that looks beyond one value is, and what it may consult.

A check's function takes what it looks at and the ``Context`` and yields ``Finding``s; it never
prints, raises or decides. The run (``run.py``) gives each finding its file, line and column.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from generator.model.service import Lieu, Service
from generator.rules import Rule
from generator.territory import Territory

Location: TypeAlias = tuple[str | int, ...]
"""The way to a value from the root of a record: field names, and indexes counted from 0."""
Text: TypeAlias = tuple[Location, str]
"""A free text of a record, and where it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at ``location`` of a record; message and hint as in ``Problem``.

    A missing field is located where it should be. ``needs`` are the other locations the finding is
    drawn from: when what is written at one of them could not be read, nothing is said.
    """

    location: Location
    message: str
    hint: str
    needs: tuple[Location, ...] = ()

    def moved(self, within: Location) -> "Finding":
        """The same finding, of the part of a record at ``within``."""
        needs = tuple((*within, *one) for one in self.needs)
        return Finding((*within, *self.location), self.message, self.hint, needs)


@dataclass(frozen=True)
class Context:
    """What rules may consult besides the record.

    ``fictional`` is True for sample records, which wear the telephone numbers and domains reserved
    for fiction; published records must not.
    """

    territory: Territory
    today: datetime.date
    fictional: bool = False


@dataclass(frozen=True)
class Records:
    """All the records of a run, as rules across records see them.

    ``services`` are those of which all that is compared could be read, in the order of their files;
    ``ids`` are the identifiers of all files, readable or not.
    """

    services: tuple[Service, ...]
    ids: frozenset[str]


Subject = TypeVar("Subject")
Found = TypeVar("Found")


@dataclass(frozen=True)
class Check(Generic[Subject, Found]):
    """A rule and the function that looks whether it is followed."""

    rule: Rule
    look: Callable[[Subject, Context], Iterator[Found]]


ServiceCheck: TypeAlias = Check[Service, Finding]
PlaceCheck: TypeAlias = Check[Lieu, Finding]
"""Looks at one place; locations are relative to the place."""
TextsCheck: TypeAlias = Check[Sequence[Text], Finding]
"""Looks at all free texts of a record (`walk.texts`)."""
RecordsCheck: TypeAlias = Check[Records, tuple[str, Finding]]
"""Looks at all records together; each finding comes with the identifier of the record it is in."""


def follows(
    rule: Rule,
) -> Callable[[Callable[[Subject, Context], Iterator[Found]]], Check[Subject, Found]]:
    """Decorate a function: it becomes the check of ``rule``."""

    def decorate(look: Callable[[Subject, Context], Iterator[Found]]) -> Check[Subject, Found]:
        return Check(rule, look)

    return decorate
