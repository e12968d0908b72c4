"""The page of a service: everything its template shows, computed once, as plain values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.directory import Directory, last_change
from generator.model.languages import LANGUAGES
from generator.model.provenance import Source
from generator.model.service import Service
from generator.model.url import host_of
from generator.model.vocabulary import Activite, Term
from generator.pages import offer
from generator.pages import site as shared
from generator.pages.cards import service_url
from generator.pages.contact import Contact, WebLink, contact, web_link
from generator.pages.cost import Cost, cost
from generator.pages.filters import enumerated, french_date, plain_ligatures
from generator.pages.nearby import around_service, position_of, territory_lists
from generator.pages.places import Place, place
from generator.pages.prose import Block, blocks
from generator.pages.qr_code import qr_code
from generator.pages.recipe import Recipe
from generator.pages.render import Page
from generator.pages.site import Link, Site
from generator.pages.standing import Closed, Verification, closed, standing, verification
from generator.pages.steps import Step, steps
from generator.pages.territory_links import departement_url
from generator.pages.towns import main_town, where
from generator.typography import continued, no_break

Describe = Callable[[Service, Directory], str]
"""Gives the JSON-LD of a service, safe inside a ``<script>``; made with the exports."""


IN_PLAIN_WORDS = {
    Activite.MEDIATION_FAMILIALE: "Se reparler et trouver un accord, avec un médiateur diplômé.",
    Activite.ESPACE_DE_RENCONTRE: "Un lieu où un enfant retrouve un parent ou un proche.",
}
"""What each activity is, in the few words that fit above the telephone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A term of a closed list, with its one-sentence meaning."""

    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is to be known at a glance; ``anchor`` is where the page says more."""

    label: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A service's page. What is unknown is empty and takes no room."""

    id: str
    name: str
    activity: str
    activity_label: str
    activity_definition: str
    is_mediation: bool
    where: str
    in_plain_words: str
    at_a_glance: tuple[Fact, ...]
    summary: str
    description: tuple[Block, ...]
    closed: Closed | None
    alert: str
    contact: Contact
    main_place: Place | None
    other_places: tuple[Place, ...]
    modes: str
    situations: tuple[Choice, ...]
    who: tuple[str, ...]
    referrals: tuple[Choice, ...]
    ways_in: tuple[Choice, ...]
    steps: tuple[Step, ...]
    access_details: tuple[Block, ...]
    documents: tuple[str, ...]
    cost: Cost
    waiting: str
    standing: tuple[str, ...]
    languages: str
    zone: tuple[str, ...]
    violence: offer.Help | None
    detention: offer.Help | None
    organisation: str
    organisation_form: str
    organisation_site: WebLink | None
    networks: tuple[Choice, ...]
    verification: Verification
    sources: tuple[shared.Source, ...]
    departements: tuple[str, ...]
    plain_spelling: str
    others: tuple[Link, ...]
    file: str
    by_private_channel: bool


def service_pages(directory: Directory, site: Site, describe: Describe) -> Iterator[Recipe]:
    """A page a service, closed ones included."""
    for one in directory.services:
        yield Recipe(
            f"{service_url(one.id)}index.html",
            partial(service_page, one.id, site, describe),
            departement=one.departement,
        )


def service_page(identifier: str, site: Site, describe: Describe, directory: Directory) -> Page:
    """The page of the service of that id, which lists and search find unless it is out of date."""
    service = directory.service(identifier)
    if service is None:
        raise KeyError(identifier)
    view = service_view(service, directory)
    town = main_town(service, directory)
    return Page(
        f"{service_url(service.id)}index.html",
        "service.html",
        {
            "service": view,
            "title": f"{view.name}, {town}" if town and town not in view.name else view.name,
            "description": view.summary,
            "crumbs": _crumbs(service, directory),
            "elsewhere": around_service(service, directory),
            "is_measured": position_of(service, directory) is not None,
            "lists": territory_lists(service, directory),
            "qr_code": qr_code(site.absolute(service_url(service.id))),
            "jsonld": Markup(describe(service, directory)),  # noqa: S704 (escaped for a script: see Describe)
        },
        indexed=directory.is_listed(service),
        updated=last_change([service]),
    )


def service_view(service: Service, directory: Directory) -> ServiceView:
    """What the page says, on the directory's day."""
    places = tuple(place(lieu, service, directory) for lieu in service.lieux)
    price = cost(service.tarif, service)
    delay = offer.waiting(service.delai_attente, directory)
    acces = service.acces
    gestionnaire = service.gestionnaire
    return ServiceView(
        id=service.id,
        name=no_break(service.nom),
        activity=service.type.value,
        activity_label=service.type.label,
        activity_definition=service.type.definition,
        is_mediation=service.type is Activite.MEDIATION_FAMILIALE,
        where=where(service, directory),
        in_plain_words=IN_PLAIN_WORDS[service.type],
        at_a_glance=_at_a_glance(service, price, delay),
        summary=no_break(service.resume),
        description=blocks(service.description),
        closed=closed(service, directory),
        alert=_alert(service, directory),
        contact=contact(service),
        main_place=places[0] if places else None,
        other_places=places[1:],
        modes=offer.modes(service.modes),
        situations=_choices(service.situations),
        who=tuple(one.label for one in acces.qui) if acces else (),
        referrals=_choices(service.cadres),
        ways_in=_choices(acces.comment) if acces else (),
        steps=steps(service),
        access_details=blocks(acces.precisions) if acces else (),
        documents=tuple(no_break(one) for one in acces.documents) if acces else (),
        cost=price,
        waiting=delay.text if delay else "",
        standing=standing(service, directory),
        languages=enumerated([LANGUAGES[tag] for tag in service.langues]),
        zone=tuple(
            line
            for line in offer.zone(service.zone, directory)
            if line != where(service, directory)
        ),
        violence=offer.violence(service.violences),
        detention=offer.detention(service.detention),
        organisation=no_break(gestionnaire.nom),
        organisation_form=gestionnaire.forme.label if gestionnaire.forme else "",
        organisation_site=web_link(gestionnaire.site_web),
        networks=_choices(gestionnaire.reseaux),
        verification=verification(service, directory),
        sources=tuple(_source(one) for one in service.sources),
        departements=tuple(sorted(directory.departements_of(service) | {service.departement})),
        plain_spelling=plain_ligatures(_searched(service)),
        others=tuple(
            Link(service_url(one.id), no_break(f"{one.nom}, {where(one, directory)}"))
            for one in directory.of_same_organisation(service)
        ),
        file=f"data/services/{service.departement}/{service.id}.yaml",
        by_private_channel=any(not lieu.adresse for lieu in service.lieux),
    )


def _at_a_glance(service: Service, price: Cost, delay: offer.Waiting | None) -> tuple[Fact, ...]:
    """What decides whether to call: for whom, at what price, how soon."""
    public = service.acces.qui if service.acces else ()
    people = enumerated([continued(one.label) for one in public])
    facts = (
        Fact("Pour", people[:1].upper() + people[1:], "qui"),
        Fact("Prix", price.brief, "prix"),
        Fact("Délai", delay.brief if delay else "", "delai"),
    )
    return tuple(fact for fact in facts if fact.text)


def _crumbs(service: Service, directory: Directory) -> tuple[Link, ...]:
    departement = directory.territory.departement(service.departement)
    if departement is None or departement not in directory.departements:
        return (Link("services/", "Tous les services"),)
    region = directory.territory.region(departement.region)
    above = (Link(f"regions/{region.code}/", region.nom),) if region else ()
    return (*above, Link(departement_url(departement.code), departement.nom))


def _alert(service: Service, directory: Directory) -> str:
    alert = service.alerte
    if alert is None or alert.fin < directory.today:
        return ""
    if alert.debut is not None and alert.debut > directory.today:
        return ""
    return no_break(alert.texte)


def _source(source: Source) -> shared.Source:
    title = no_break(source.titre) if source.titre else host_of(source.url)
    return shared.Source(
        source.url, title, french_date(source.consulte_le) if source.consulte_le else ""
    )


def _choices(terms: tuple[Term, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(no_break(one.label), no_break(one.definition)) for one in terms)


def _searched(service: Service) -> str:
    """The texts whose words with a ligature search must find without it."""
    texts = (
        service.nom,
        service.gestionnaire.nom,
        service.resume,
        service.description or "",
        *(
            one.label
            for one in (*service.situations, *(service.acces.qui if service.acces else ()))
        ),
        *(f"{lieu.nom or ''} {lieu.commune or ''}" for lieu in service.lieux),
    )
    return " ".join(texts)
