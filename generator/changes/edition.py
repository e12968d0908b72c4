"""An edition: the services as they were published at one time."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.model.vocabulary import AdresseVisible

Document: TypeAlias = Mapping[str, Any]
"""A service as ``services.json`` gives it."""


@dataclass(frozen=True)
class Edition:
    """The services of one time, by identifier, in the order in which they were published.

    ``name`` is how the edition may be cited: a commit, a file's name. ``date`` is that of the data.
    ``unread`` are the identifiers of records of which this program can say nothing: neither that
    they are there nor that they are gone.
    """

    name: str
    date: datetime.date | None
    services: Mapping[str, Document]
    unread: frozenset[str] = field(default=frozenset())


def is_protected(service: Document) -> bool:
    """True when the address of one of its places is kept hidden."""
    return any(
        lieu.get("adresse_visible", AdresseVisible.COMPLETE) != AdresseVisible.COMPLETE
        for lieu in service.get("lieux", ())
    )


def protected_ids(edition: Edition) -> frozenset[str]:
    """Every identifier, present and past, of the services that keep an address hidden."""
    return frozenset(
        name
        for identifier, service in edition.services.items()
        if is_protected(service)
        for name in (identifier, *service.get("anciens_identifiants", ()))
    )
