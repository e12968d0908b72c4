"""What a comparison finds, and how programs read it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Way = tuple[str | int, ...]
"""The way to a field of a service: names, and ranks counted from 0."""


class Kind(StrEnum):
    """What happened to a service; the values are the codes that files hold."""

    AJOUT = "ajout"
    FERMETURE = "fermeture"
    RENOMMAGE = "renommage"
    MODIFICATION = "modification"
    RETRAIT = "retrait"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, as JSON holds it; None where nothing is known.

    ``way`` leads to the field in the later edition; to that of the earlier one for a place or a
    source that is there no more.
    """

    way: Way
    before: Any
    after: Any

    @property
    def path(self) -> str:
        """As messages write it, ranks counted from 1: ``lieux[2].horaires``."""
        text = ""
        for step in self.way:
            text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
        return text


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to one service.

    ``nom`` is empty when nothing but the identifier may be told. ``date`` is the day the service
    was last checked, or that of the later edition. A modification without ``fields`` is told
    without its detail. ``former_id`` is for a renaming; ``successor`` and ``closed_on`` for a
    closure, when they are known.
    """

    kind: Kind
    id: str
    nom: str
    departements: tuple[str, ...]
    date: datetime.date | None
    fields: tuple[FieldChange, ...] = ()
    former_id: str = ""
    successor: str = ""
    closed_on: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """An edition as its comparison names it."""

    name: str
    date: datetime.date | None


@dataclass(frozen=True)
class Changes:
    """What changed from one edition to a later one, in the order of ``Kind`` and of identifiers.

    ``before`` is None when there was no edition to compare with: then nothing is known to have
    changed, and nothing is told. ``unread`` are the records that could not be compared.
    """

    before: Cited | None
    after: Cited
    entries: tuple[Change, ...] = ()
    unread: tuple[str, ...] = ()

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(one for one in self.entries if one.kind is kind)

    def in_departement(self, code: str) -> tuple[Change, ...]:
        """The changes of the services that have, or had, a place in the département."""
        return tuple(one for one in self.entries if code in one.departements)


def as_document(changes: Changes) -> dict[str, Any]:
    """The changes as JSON; a key is absent where there is nothing to say."""
    return {
        "avant": _cited(changes.before) if changes.before else None,
        "apres": _cited(changes.after),
        "non_comparees": list(changes.unread),
        "total": len(changes.entries),
        "changements": [dict(_entry(one)) for one in changes.entries],
    }


def _cited(edition: Cited) -> dict[str, Any]:
    name = {"edition": edition.name} if edition.name else {}
    return {**name, "date": edition.date.isoformat() if edition.date else None}


def _entry(change: Change) -> Iterator[tuple[str, Any]]:
    yield "type", change.kind.value
    yield "id", change.id
    for name, value in (
        ("nom", change.nom),
        ("departements", list(change.departements)),
        ("date", change.date.isoformat() if change.date else ""),
        ("ancien_identifiant", change.former_id),
        ("ferme_le", change.closed_on),
        ("remplace_par", change.successor),
    ):
        if value:
            yield name, value
    if change.fields:
        yield (
            "champs",
            [{"champ": one.path, "avant": one.before, "apres": one.after} for one in change.fields],
        )
