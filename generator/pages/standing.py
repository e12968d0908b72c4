"""How far a record can be relied on: open or closed, approved or funded, verified or not."""

from dataclasses import dataclass
from itertools import islice

from generator.directory import Directory
from generator.model.offer import Agrement, Conventionnement
from generator.model.service import Service
from generator.model.vocabulary import Statut, StatutVerification
from generator.pages.cards import Card, card, service_url
from generator.pages.filters import enumerated, french_date
from generator.pages.nearby import nearest, position_of, same_territory
from generator.pages.site import Link
from generator.typography import no_break

NEAREST_SHOWN = 3
"""Open services that the page of a closed one names."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The banner of a service that receives nobody; ``cards`` are open services to turn to.

    Closed ``for_good``, it has no way to be reached left: its page gives none.
    """

    for_good: bool
    title: str
    text: str
    successor: Link | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known of the record's truth, in plain words.

    ``warning`` is said when the last verification is old: beside the contact, or on top of the page
    where ``expired``.
    """

    confirmed: bool
    label: str
    text: str
    warning: str
    expired: bool


def closed(service: Service, directory: Directory) -> Closed | None:
    """The banner of a closed service, None for an open one."""
    if service.statut is Statut.OUVERT:
        return None
    for_good = service.statut is Statut.FERME
    day = f" depuis le {french_date(service.ferme_le)}" if service.ferme_le else ""
    successor = directory.service(service.remplace_par) if service.remplace_par else None
    return Closed(
        for_good=for_good,
        title=f"Ce service est fermé{day}" if for_good else "Ce service est fermé en ce moment",
        text=(
            "Sa page reste en ligne pour vous orienter vers d'autres services."
            if for_good
            else "Il doit rouvrir. En attendant, d'autres services peuvent vous répondre."
        ),
        successor=Link(service_url(successor.id), no_break(successor.nom)) if successor else None,
        cards=_open_nearby(service, directory),
    )


def _open_nearby(service: Service, directory: Directory) -> tuple[Card, ...]:
    """Open services of the same activity, the nearest first.

    Around a service without position, those of the same département, else of the same région.
    """
    if point := position_of(service, directory):
        return tuple(
            one.card for one in nearest(directory, point, service.type, NEAREST_SHOWN, {service.id})
        )
    found = same_territory(service, directory, service.type)
    return tuple(card(one, directory) for one in islice(found, NEAREST_SHOWN))


def standing(service: Service, directory: Directory) -> tuple[str, ...]:
    """Agrément of an espace de rencontre, conventionnement of a médiation: the right word of each."""
    sentences = []
    if service.conventionnement and (text := _funded(service.conventionnement)):
        sentences.append(text)
    if service.agrement:
        sentences.append(_approved(service.agrement, directory))
    return tuple(sentences)


def _funded(conventions: Conventionnement) -> str:
    funders = [
        name
        for name, signed in (
            ("la Caf", conventions.caf),
            ("la MSA", conventions.msa),
            ("le ministère de la Justice", conventions.justice),
        )
        if signed
    ]
    return f"Service conventionné par {enumerated(funders)}." if funders else ""


def _approved(agrement: Agrement, directory: Directory) -> str:
    details = [
        no_break(one)
        for one in (
            agrement.prefecture,
            agrement.reference,
            f"le {french_date(agrement.date)}" if agrement.date else None,
        )
        if one
    ]
    approved = "Espace de rencontre agréé par le préfet"
    if details:
        approved += f" ({', '.join(details)})"
    if agrement.fin is None:
        return f"{approved}."
    until = f"jusqu'au {french_date(agrement.fin)}"
    if agrement.fin >= directory.today:
        return f"{approved}, {until}."
    return no_break(f"{approved}. L'agrément courait {until} : demandez s'il a été renouvelé.")


def verification(service: Service, directory: Directory) -> Verification:
    """When the service last confirmed its record, or that it has not yet."""
    known = service.verification
    warning = _warning(service, directory)
    if known.statut is StatutVerification.CONFIRME:
        by = f" par {known.par}" if known.par else " par le service"
        day = f" le {french_date(known.le)}" if known.le else ""
        return Verification(
            confirmed=True,
            label=known.statut.label,
            text=no_break(f"Ces informations ont été confirmées{by}{day}."),
            warning=warning,
            expired=directory.is_expired(service),
        )
    read = max((one.consulte_le for one in service.sources if one.consulte_le), default=None)
    on = f", lues le {french_date(read)}" if read else ""
    return Verification(
        confirmed=False,
        label=known.statut.label,
        text=no_break(
            f"Ces informations viennent de pages publiques{on}. Le service ne les a pas encore "
            "relues : un appel ou un message avant de vous déplacer vous évitera une surprise."
        ),
        warning=warning,
        expired=directory.is_expired(service),
    )


def _warning(service: Service, directory: Directory) -> str:
    """For a verification that is old; a closed service needs no other warning."""
    day = service.verification.le
    if day is None or service.statut is Statut.FERME or not directory.is_stale(service):
        return ""
    if directory.is_expired(service):
        text = (
            f"Fiche vérifiée il y a plus de deux ans, le {french_date(day)} : elle a pu changer et "
            "n'est plus dans nos listes."
        )
    else:
        text = f"Fiche vérifiée il y a plus d'un an, le {french_date(day)} : elle a pu changer."
    return no_break(text)
