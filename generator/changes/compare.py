"""The comparison of two editions.

A service that keeps an address hidden, in either edition, is told to have changed and nothing more:
neither values, nor the names of fields, since the removal of an address tells that there was one.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from generator.changes.changes import Change, Changes, Cited, FieldChange, Kind
from generator.changes.edition import Document, Edition, is_protected
from generator.changes.fields import differences
from generator.model.vocabulary import Statut

_TOLD_OTHERWISE = frozenset({"id", "anciens_identifiants"})
_OF_CLOSURE = frozenset({"statut", "ferme_le", "remplace_par"})
_ORDER = {kind: rank for rank, kind in enumerate(Kind)}


def compare(before: Edition, after: Edition, withheld: frozenset[str] = frozenset()) -> Changes:
    """What changed from ``before`` to ``after``.

    ``withheld`` are identifiers of which nothing is told but that something changed, because a
    third edition erased them or hides their address.
    """
    found = sorted(
        _Comparison(before, after, withheld).changes(), key=lambda one: (_ORDER[one.kind], one.id)
    )
    unread = sorted(before.unread | after.unread)
    return Changes(
        Cited(before.name, before.date), Cited(after.name, after.date), tuple(found), tuple(unread)
    )


class _Comparison:
    def __init__(self, before: Edition, after: Edition, withheld: frozenset[str]) -> None:
        self._before, self._after, self._withheld = before, after, withheld

    def changes(self) -> Iterator[Change]:
        gone = self._before.services.keys() - self._after.services.keys()
        renamed: set[str] = set()
        for identifier, service in self._after.services.items():
            former = [old for old in service.get("anciens_identifiants", ()) if old in gone]
            renamed.update(former)
            for old in former:
                yield self._change(Kind.RENOMMAGE, service, former_id=old)
            earlier = self._before.services.get(identifier) or next(
                (self._before.services[old] for old in former), None
            )
            if earlier is not None:
                yield from self._between(earlier, service)
            elif identifier not in self._before.unread:
                yield self._change(Kind.AJOUT, service)
        for identifier in sorted(gone - renamed - self._after.unread):
            places = _departements(self._before.services[identifier])
            yield Change(Kind.RETRAIT, identifier, "", places, self._after.date)

    def _between(self, earlier: Document, service: Document) -> Iterator[Change]:
        closed = service.get("statut") == Statut.FERME and earlier.get("statut") != Statut.FERME
        if closed:
            yield self._change(
                Kind.FERMETURE,
                service,
                successor=service.get("remplace_par", ""),
                closed_on=service.get("ferme_le", ""),
            )
        omit = _TOLD_OTHERWISE | (_OF_CLOSURE if closed else frozenset())
        fields = tuple(differences(earlier, service, omit))
        if fields:
            places = _departements(earlier, service)
            yield self._change(
                Kind.MODIFICATION, service, places, self._shown(earlier, service, fields)
            )

    def _shown(
        self, earlier: Document, service: Document, fields: tuple[FieldChange, ...]
    ) -> tuple[FieldChange, ...]:
        hidden = is_protected(earlier) or is_protected(service)
        return () if hidden or {earlier["id"], service["id"]} & self._withheld else fields

    def _change(
        self,
        kind: Kind,
        service: Document,
        departements: tuple[str, ...] | None = None,
        fields: tuple[FieldChange, ...] = (),
        **told: Any,
    ) -> Change:
        return Change(
            kind,
            service["id"],
            "" if service["id"] in self._withheld else service.get("nom", ""),
            _departements(service) if departements is None else departements,
            _checked_on(service) or self._after.date,
            fields,
            **told,
        )


def _departements(*services: Document) -> tuple[str, ...]:
    """The codes of the départements where one of the services is, in order."""
    codes = {
        code
        for service in services
        for code in (
            service.get("departement"),
            *(lieu.get("departement") for lieu in service.get("lieux", ())),
        )
    }
    return tuple(sorted(code for code in codes if code))


def _checked_on(service: Document) -> datetime.date | None:
    """The latest day the service was verified or one of its sources read."""
    days = [service.get("verification", {}).get("le")]
    days += [source.get("consulte_le") for source in service.get("sources", ())]
    known = [datetime.date.fromisoformat(day) for day in days if day]
    return max(known, default=None)
