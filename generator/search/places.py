"""What the search knows of each listed service: where it receives people, and what one filters by.

A place whose address is hidden has no position here: it is found by its commune, or by its
département, as the record says them. Positions are rounded to ``DECIMALS``, as the browser gets
them, so that the command line and the browser cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.directory import Directory
from generator.model.hours import opens_in_evening, opens_on
from generator.model.phone import Phone
from generator.model.service import Lieu, Service
from generator.model.vocabulary import (
    AccesPmr,
    Activite,
    Mode,
    Regime,
    Situation,
    Statut,
)
from generator.openings import opening_times
from generator.search.week import DAYS, days_of, first_day

DECIMALS = 4
"""Decimals of a degree that the index keeps: 11 metres."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place of a service. ``latitude`` and ``longitude`` are both ``None`` when it has no position.

    ``code_insee`` and ``commune`` are empty when only the département is known. ``days`` are the hours
    of each day from the Monday of the current week, on the clocks of ``zone`` (``week.days_of``); empty
    when they might mislead.
    """

    code_insee: str
    commune: str
    departement: str
    latitude: float | None
    longitude: float | None
    opens_on_saturday: bool
    opens_in_evening: bool
    is_wheelchair_accessible: bool
    zone: str
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundService:
    """A listed service as search knows it; what is not known is empty or false.

    ``is_recognised``: a médiation with a convention, an espace de rencontre with an agrément.
    ``zone_departements`` and ``zone_communes`` are codes.
    """

    id: str
    name: str
    activity: Activite
    modes: frozenset[Mode]
    languages: tuple[str, ...]
    situations: tuple[Situation, ...]
    is_recognised: bool
    is_free: bool
    visits_prison: bool
    is_closed_for_now: bool
    zone_departements: tuple[str, ...]
    zone_communes: tuple[str, ...]
    phones: tuple[Phone, ...]
    places: tuple[FoundPlace, ...]

    @property
    def phone(self) -> Phone | None:
        """The number to call first."""
        return next(iter(self.phones), None)

    @property
    def is_remote(self) -> bool:
        """True when one can be received without travelling."""
        return any(mode.is_remote for mode in self.modes)


def found_services(directory: Directory) -> Iterator[FoundService]:
    """Every listed service, in directory order."""
    for service in directory.listed:
        yield _service(service, directory)


def _service(service: Service, directory: Directory) -> FoundService:
    # Whoever has a place receives people there, even when the record does not say so.
    on_site = {Mode.PRESENTIEL} if service.lieux else set()
    zone = service.zone
    return FoundService(
        id=service.id,
        name=service.nom,
        activity=service.type,
        modes=frozenset({*service.modes, *on_site}),
        languages=service.langues,
        situations=service.situations,
        is_recognised=_is_recognised(service),
        is_free=service.tarif is not None and service.tarif.regime is Regime.GRATUIT,
        visits_prison=service.detention is not None and service.detention.visites is True,
        is_closed_for_now=service.statut is Statut.FERME_TEMPORAIREMENT,
        zone_departements=zone.departements if zone else (),
        zone_communes=zone.communes if zone else (),
        phones=service.telephones,
        places=tuple(_place(lieu, service, directory) for lieu in service.lieux),
    )


def _is_recognised(service: Service) -> bool:
    if service.type is Activite.ESPACE_DE_RENCONTRE:
        return service.agrement is not None
    convention = service.conventionnement
    return convention is not None and True in (convention.caf, convention.msa, convention.justice)


def _place(lieu: Lieu, service: Service, directory: Directory) -> FoundPlace:
    position = directory.position_of(lieu)
    commune = directory.commune_of(lieu)
    hours = lieu.horaires
    access = lieu.accessibilite
    known = opening_times(lieu, service, directory, first_day(directory.today), DAYS)
    return FoundPlace(
        code_insee=commune.code_insee if commune else "",
        commune=commune.nom if commune else "",
        departement=directory.departement_of(lieu) or "",
        latitude=round(position.latitude, DECIMALS) if position else None,
        longitude=round(position.longitude, DECIMALS) if position else None,
        opens_on_saturday=hours is not None and opens_on(hours, _SATURDAY),
        opens_in_evening=hours is not None and opens_in_evening(hours),
        is_wheelchair_accessible=access is not None and access.pmr is AccesPmr.OUI,
        zone=known.zone if known else "",
        days=days_of(known) if known else (),
    )
