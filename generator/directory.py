"""The directory: all services in their one order, the territory, and what follows from both.

Pages, exports, index and feeds read this one object and nothing behind it, so they cannot disagree.
The clock is passed in as ``today``.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

from generator.model.freshness import EXPIRED_AFTER_MONTHS, STALE_AFTER_MONTHS, is_older
from generator.model.service import Lieu, Service
from generator.model.vocabulary import Activite, AdresseVisible, Precision, Statut
from generator.territory import Commune, Departement, Nearest, Region, Territory


@dataclass(frozen=True, slots=True)
class Position:
    """A point in WGS 84 degrees, and how exact it is."""

    latitude: float
    longitude: float
    precision: Precision


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A service seen from a point: its nearest place, and the way there as the crow flies."""

    service: Service
    lieu: Lieu
    kilometres: float


def last_change(services: Iterable[Service]) -> datetime.date | None:
    """The latest day one of the records was read or verified; None when none tells."""
    return max(
        (
            day
            for service in services
            for day in (service.verification.le, *(one.consulte_le for one in service.sources))
            if day
        ),
        default=None,
    )


_Place = tuple[str, int]
"""The id of a service, and the rank of one of its places."""


@lru_cache(maxsize=len(Activite))
def _nearest(points: tuple[tuple[float, float, _Place], ...]) -> Nearest[_Place]:
    """Kept from one directory to the next, in which places seldom move: a preview makes many."""
    return Nearest(points)


class Directory:
    """All services of an edition, with their territory, on a given day."""

    def __init__(
        self, services: Iterable[Service], territory: Territory, today: datetime.date
    ) -> None:
        """``services`` may come in any order; they are kept in the order of ``sort_key``."""
        ranks = {one.code: rank for rank, one in enumerate(territory.departements)}
        self.services: tuple[Service, ...] = tuple(
            sorted(services, key=lambda one: (ranks[one.departement], one.id))
        )
        """By département in their official order, then by id."""
        self.territory = territory
        self.today = today
        self._by_id = {service.id: service for service in self.services}

    def service(self, identifier: str) -> Service | None:
        """The service of that id."""
        return self._by_id.get(identifier)

    @cached_property
    def date(self) -> datetime.date | None:
        """The date of the data, not of the clock: the latest day a record was read or verified."""
        return last_change(self.services)

    @cached_property
    def listed(self) -> tuple[Service, ...]:
        """The services that lists and search show: not closed, not verified too long ago."""
        return tuple(one for one in self.services if self.is_listed(one))

    def is_listed(self, service: Service) -> bool:
        """True for a service that is not closed, nor verified too long ago."""
        return service.statut is not Statut.FERME and not self.is_expired(service)

    def digest_of(self, identifier: str) -> str:
        """Digits that change when anything the record of that id says does; empty without record."""
        return self._digests.get(identifier, "")

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {
            one.id: blake2b(one.model_dump_json().encode(), digest_size=16).hexdigest()
            for one in self.services
        }

    def ids_in(self, departement: str) -> tuple[str, ...]:
        """The ids of the services that ``listed_in`` gives, for who only counts them."""
        return tuple(one.id for one in self._listed_by_departement.get(departement, ()))

    def listed_in(self, departement: str) -> tuple[Service, ...]:
        """The listed services that have a place in the département, or serve all of it.

        Those whose record lies in the département come first, each group in directory order.
        """
        return self._listed_by_departement.get(departement, ())

    @cached_property
    def _listed_by_departement(self) -> dict[str, tuple[Service, ...]]:
        at_home: defaultdict[str, list[Service]] = defaultdict(list)
        visiting: defaultdict[str, list[Service]] = defaultdict(list)
        for service in self.listed:
            at_home[service.departement].append(service)
            for code in sorted(self.departements_of(service) - {service.departement}):
                visiting[code].append(service)
        return {
            code: (*at_home[code], *visiting[code]) for code in at_home.keys() | visiting.keys()
        }

    def unplaced_in(self, departement: str) -> tuple[Service, ...]:
        """Those of ``listed_in`` that have places, none of which has a position: in no distance."""
        return self._unplaced_by_departement.get(departement, ())

    @cached_property
    def _unplaced_by_departement(self) -> dict[str, tuple[Service, ...]]:
        return {
            code: tuple(one for one in services if one.lieux and not self._is_placed(one))
            for code, services in self._listed_by_departement.items()
        }

    def _is_placed(self, service: Service) -> bool:
        return any(self.position_of(lieu) for lieu in service.lieux)

    @cached_property
    def departements(self) -> tuple[Departement, ...]:
        """The départements where at least one listed service has a place, in official order."""
        return tuple(
            one for one in self.territory.departements if self._listed_by_departement.get(one.code)
        )

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The régions of ``departements``, in official order."""
        present = {one.region for one in self.departements}
        return tuple(one for one in self.territory.regions if one.code in present)

    def departements_of(self, service: Service) -> frozenset[str]:
        """The codes of the départements where the service has a place."""
        codes = {self.departement_of(lieu) for lieu in service.lieux}
        return frozenset(code for code in codes if code)

    def departement_of(self, lieu: Lieu) -> str | None:
        """The code of the place's département, from its commune or as the record states it."""
        commune = self.commune_of(lieu)
        return commune.departement if commune else lieu.departement

    def commune_of(self, lieu: Lieu) -> Commune | None:
        """The commune of the place, when it is known and may be shown."""
        return self.territory.commune(lieu.code_insee) if lieu.code_insee else None

    def communes_of(self, lieu: Lieu) -> tuple[Commune, ...]:
        """The commune of the place, as ``commune_of``; for a municipal arrondissement, its city too."""
        commune = self.commune_of(lieu)
        city = commune and self.territory.commune(commune.commune_parente)
        return tuple(one for one in (commune, city) if one)

    def position_of(self, lieu: Lieu) -> Position | None:
        """Where the place is: its own point, or its commune's centre marked as such.

        A hidden place has no position: even the centre of its commune could be taken for it.
        """
        if lieu.adresse_visible is not AdresseVisible.COMPLETE:
            return None
        if lieu.latitude is not None and lieu.longitude is not None:
            return Position(lieu.latitude, lieu.longitude, lieu.precision or Precision.COMMUNE)
        commune = self.commune_of(lieu)
        if commune is None:
            return None
        return Position(commune.latitude, commune.longitude, Precision.COMMUNE)

    def around(self, latitude: float, longitude: float, activite: Activite) -> Iterator[Neighbour]:
        """Each listed service of that activity that has a position, once, the nearest first.

        At the same distance, in the directory's order. A place without position is not measured.
        """
        seen: set[str] = set()
        for kilometres, (identifier, rank) in self._nearest[activite].around(latitude, longitude):
            if identifier not in seen:
                seen.add(identifier)
                service = self._by_id[identifier]
                yield Neighbour(service, service.lieux[rank], kilometres)

    @cached_property
    def _nearest(self) -> dict[Activite, Nearest[_Place]]:
        return {
            activite: _nearest(
                tuple(
                    (position.latitude, position.longitude, (service.id, rank))
                    for service in self.listed
                    if service.type is activite
                    for rank, lieu in enumerate(service.lieux)
                    if (position := self.position_of(lieu))
                )
            )
            for activite in Activite
        }

    @cached_property
    def communes(self) -> tuple[Commune, ...]:
        """The communes where a listed service has a place, in the order of their INSEE codes.

        A city with municipal arrondissements (Paris, Lyon, Marseille) has what each of them has.
        """
        return tuple(
            commune
            for code in sorted(self._listed_by_commune)
            if (commune := self.territory.commune(code))
        )

    def communes_in(self, departement: str) -> tuple[Commune, ...]:
        """Those of ``communes`` that are in the département."""
        return self._communes_by_departement.get(departement, ())

    @cached_property
    def _communes_by_departement(self) -> dict[str, tuple[Commune, ...]]:
        found: defaultdict[str, list[Commune]] = defaultdict(list)
        for commune in self.communes:
            found[commune.departement].append(commune)
        return {code: tuple(communes) for code, communes in found.items()}

    def listed_in_commune(self, code_insee: str) -> tuple[Service, ...]:
        """The listed services that have a place in the commune, in directory order."""
        return self._listed_by_commune.get(code_insee, ())

    @cached_property
    def _listed_by_commune(self) -> dict[str, tuple[Service, ...]]:
        found: defaultdict[str, dict[str, Service]] = defaultdict(dict)
        for service in self.listed:
            for lieu in service.lieux:
                for commune in self.communes_of(lieu):
                    found[commune.code_insee][service.id] = service
        return {code: tuple(services.values()) for code, services in found.items()}

    def of_same_organisation(self, service: Service) -> tuple[Service, ...]:
        """The other listed services of its organisation, in directory order."""
        return tuple(
            one for one in self.of_organisation(service.gestionnaire.nom) if one.id != service.id
        )

    def of_organisation(self, name: str) -> tuple[Service, ...]:
        """The listed services of the organisation of that name, in directory order."""
        return self._listed_by_organisation.get(name, ())

    @cached_property
    def _listed_by_organisation(self) -> dict[str, tuple[Service, ...]]:
        found: defaultdict[str, list[Service]] = defaultdict(list)
        for service in self.listed:
            found[service.gestionnaire.nom].append(service)
        return {name: tuple(services) for name, services in found.items()}

    def is_stale(self, service: Service) -> bool:
        """True when the last verification is older than twelve months."""
        return self._verified_before(service, STALE_AFTER_MONTHS)

    def is_expired(self, service: Service) -> bool:
        """True when the last verification is older than twenty-four months."""
        return self._verified_before(service, EXPIRED_AFTER_MONTHS)

    def _verified_before(self, service: Service, months: int) -> bool:
        verified = service.verification.le
        return verified is not None and is_older(verified, months, self.today)

    def count(self, activite: Activite) -> int:
        """How many listed services have that activity."""
        return self._counts[activite]

    @cached_property
    def _counts(self) -> Counter[Activite]:
        return Counter(one.type for one in self.listed)
