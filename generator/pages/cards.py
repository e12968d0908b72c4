"""A service as lists show it: who, where, how to call."""

from dataclasses import dataclass

from generator.directory import Directory
from generator.model.organisation import Contact
from generator.model.service import Service
from generator.model.vocabulary import Activite, Statut, StatutVerification
from generator.pages.towns import where
from generator.typography import no_break


@dataclass(frozen=True, slots=True)
class Call:
    """A number to call: ``href`` dials it, ``text`` is what one reads."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A service in a list."""

    url: str
    name: str
    activity: str
    activity_label: str
    where: str
    summary: str
    call: Call | None
    website: str | None
    website_is_its_own: bool
    status: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one activity, under its heading."""

    activity: str
    label: str
    cards: tuple[Card, ...]


def service_url(identifier: str) -> str:
    """The address of a service's page, permanent as its id."""
    return f"services/{identifier}/"


def call_of(service: Service) -> Call | None:
    """The number to call first: the service's, or that of the first place that has one."""
    phone = next(iter(service.telephones), None)
    return Call(f"tel:{phone.e164}", phone.grouped) if phone else None


def website_of(contact: Contact) -> str | None:
    """The page to open when there is no number to call."""
    return contact.rendez_vous or contact.site_web


def card(service: Service, directory: Directory, first_in: str = "") -> Card:
    """The card of a service; in the list of a département, its communes there come first."""
    return Card(
        url=service_url(service.id),
        name=no_break(service.nom),
        activity=service.type.value,
        activity_label=service.type.label,
        where=where(service, directory, first_in),
        summary=no_break(service.resume),
        call=call_of(service),
        website=website_of(service.contact),
        website_is_its_own=bool(service.contact.rendez_vous or service.own_site),
        status="" if service.statut is Statut.OUVERT else service.statut.label,
        confirmed=service.verification.statut is StatutVerification.CONFIRME,
    )


def groups(cards: tuple[Card, ...]) -> tuple[Group, ...]:
    """The cards by activity, each group in the order given; an activity without any is left out."""
    found = (
        Group(
            activite.value,
            activite.label,
            tuple(one for one in cards if one.activity == activite.value),
        )
        for activite in Activite
    )
    return tuple(group for group in found if group.cards)
