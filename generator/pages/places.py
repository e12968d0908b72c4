"""The places of a service's page: address, hours, ways to come, as plain text."""

import datetime
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from generator.directory import Directory
from generator.model.hours import WeeklyTable, weekly_table
from generator.model.place import Fermeture, Lieu
from generator.model.service import Service
from generator.model.vocabulary import AccesPmr, Precision, Role
from generator.openings import OpeningTimes, opening_times
from generator.pages.cards import Call
from generator.pages.filters import french_date, sentence
from generator.pages.towns import ADDRESS_ON_REQUEST, departement_name, town_name
from generator.typography import no_break

_DIRECTIONS = "https://www.openstreetmap.org/directions?"
_SEARCH = "https://www.openstreetmap.org/search?"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as its page shows it; what is not known is empty."""

    title: str
    role: str
    address: tuple[str, ...]
    address_note: str
    opening: OpeningTimes | None
    hours: WeeklyTable
    hours_text: str
    by_appointment: bool
    closures: tuple[str, ...]
    transport: str
    wheelchair: str
    access_details: str
    acceslibre: str
    call: Call | None
    email: str
    directions: str
    geo: str


def place(lieu: Lieu, service: Service, directory: Directory) -> Place:
    """The view of one place of a service on the directory's day."""
    access = lieu.accessibilite
    point = _exact_point(lieu)
    title = _title(lieu, directory)
    return Place(
        title=title,
        role=lieu.role.label,
        address=tuple(line for line in _address(lieu) if line != title),
        address_note="" if lieu.adresse else ADDRESS_ON_REQUEST,
        opening=opening_times(lieu, service, directory),
        hours=weekly_table(lieu.horaires) if lieu.horaires else WeeklyTable((), ()),
        hours_text=no_break(sentence(lieu.horaires_texte)) if lieu.horaires_texte else "",
        by_appointment=lieu.sur_rendez_vous is True,
        closures=tuple(_closure(one) for one in lieu.fermetures if one.fin >= directory.today),
        transport=no_break(sentence(lieu.acces_transport)) if lieu.acces_transport else "",
        wheelchair=_wheelchair(access.pmr) if access and access.pmr else "",
        access_details=no_break(sentence(access.precisions))
        if access and access.precisions
        else "",
        acceslibre=(access.acceslibre or "") if access else "",
        call=Call(f"tel:{lieu.telephone.e164}", lieu.telephone.grouped) if lieu.telephone else None,
        email=lieu.courriel or "",
        directions=_directions(lieu, point),
        geo=_geo(lieu, point),
    )


def _title(lieu: Lieu, directory: Directory) -> str:
    town = town_name(lieu.commune) if lieu.commune else departement_name(lieu, directory)
    if lieu.nom:
        return no_break(f"{lieu.nom}, {town}" if town else lieu.nom)
    return town or lieu.role.label


def _address(lieu: Lieu) -> tuple[str, ...]:
    """The lines of the envelope; a département alone is in the title already."""
    town = " ".join(filter(None, (lieu.code_postal, town_name(lieu.commune or ""))))
    lines = (lieu.complement, lieu.adresse, town)
    return tuple(no_break(line) for line in lines if line)


def _closure(closure: Fermeture) -> str:
    days = _days(closure.debut, closure.fin)
    return f"Fermé {days} ({no_break(closure.motif)})." if closure.motif else f"Fermé {days}."


def _days(start: datetime.date, end: datetime.date) -> str:
    if start == end:
        return f"le {french_date(start)}"
    return f"du {french_date(start)} au {french_date(end)}"


def _wheelchair(access: AccesPmr) -> str:
    return {
        AccesPmr.OUI: "Accessible en fauteuil roulant.",
        AccesPmr.PARTIEL: "Accessible en fauteuil roulant avec de l'aide.",
        AccesPmr.NON: "Pas d'accès en fauteuil roulant.",
    }[access]


def _exact_point(lieu: Lieu) -> str:
    """``48.1,-1.6`` where the record's own point is better than the centre of the commune."""
    if lieu.is_hidden or lieu.latitude is None or lieu.longitude is None:
        return ""
    if lieu.precision in (None, Precision.COMMUNE):
        return ""
    return f"{lieu.latitude:.5f},{lieu.longitude:.5f}"


def _full_address(lieu: Lieu) -> str:
    """The address in one line when it leads to a door, else nothing."""
    if lieu.is_hidden or lieu.role is Role.ITINERANT or not (lieu.adresse and lieu.commune):
        return ""
    town = " ".join(filter(None, (lieu.code_postal, town_name(lieu.commune))))
    return f"{lieu.adresse}, {town}"


def _directions(lieu: Lieu, point: str) -> str:
    if point:
        return _DIRECTIONS + urlencode({"to": point})
    address = _full_address(lieu)
    return _SEARCH + urlencode({"query": address}) if address else ""


def _geo(lieu: Lieu, point: str) -> str:
    """RFC 5870; the point 0,0 with a query is how telephones are asked for an address."""
    if point:
        return f"geo:{point}"
    address = _full_address(lieu)
    return f"geo:0,0?q={quote(address)}" if address else ""
