"""HSDS 3.0 (Open Referral), as static pages of its API.

Fields and required keys after the specification's own schemas (openreferral/specification,
``schema/*.json``). Identifiers are UUIDs of version 5 (RFC 9562) of a fixed namespace and our own,
so they never change. A place whose address is hidden has neither address nor coordinates.
"""

import uuid
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.exports.dates import checked_on
from generator.exports.export import Release
from generator.exports.json import line, listed, to_json
from generator.exports.licence import ATTRIBUTION, SUMMARY
from generator.exports.places import exact_point, located
from generator.exports.schedules import recurrences
from generator.model.hours import hours_in_french
from generator.model.languages import LANGUAGES
from generator.model.phone import Phone
from generator.model.service import Gestionnaire, Lieu, Service
from generator.model.vocabulary import Regime, Statut, Term

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
NAMESPACE = uuid.UUID("ef982956-f720-4c36-b043-e52903a1b4f5")
"""Ours, drawn once; changing it would change every identifier."""

ADDRESS_ON_REQUEST = "L'adresse est donnée par le service aux personnes concernées."

STATUS = {
    Statut.OUVERT: "active",
    Statut.FERME_TEMPORAIREMENT: "temporarily closed",
    Statut.FERME: "defunct",
}


@lru_cache(maxsize=1024)
def identifier(*names: object) -> str:
    """The UUID of a thing of ours, from the names that lead to it."""
    return str(uuid.uuid5(NAMESPACE, "/".join(map(str, names))))


def api_description(release: Release) -> bytes:
    """``/hsds/``: the version, the profile, where the API is described, who publishes."""
    return to_json(
        {
            "version": VERSION,
            "profile": PROFILE,
            "openapi_url": release.absolute("api/v1/openapi.json"),
            "description": SUMMARY,
            "publisher": {"name": ATTRIBUTION, "website": release.absolute("")},
        }
    )


def service_list(release: Release) -> bytes:
    """``/hsds/services/``: one page that holds every service, without its lists."""
    contents = [_service_head(one, release) for one in release.directory.services]
    head = {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
    }
    return listed(head, "contents", map(line, contents))


def service_page(service: Service, release: Release) -> Iterator[tuple[str, bytes]]:
    """``/hsds/services/<uuid>/``: one service with all that belongs to it."""
    path = f"hsds/services/{identifier(service.id)}/index.json"
    yield path, line(hsds_service(service, release)) + b"\n"


def hsds_service(service: Service, release: Release) -> dict[str, Any]:
    """The whole service."""
    own = identifier(service.id)
    zone = service.zone.departements if service.zone else ()
    lists: dict[str, list[dict[str, Any]]] = {
        "phones": _phones(service.contact.telephone, service.contact.telephone_precisions, own),
        "service_areas": [_area(code, own, release) for code in zone],
        "service_at_locations": [
            _service_at_location(service, rank, located(lieu, release.directory), release)
            for rank, lieu in enumerate(service.lieux, start=1)
        ],
        "languages": [
            {"id": identifier(service.id, "langue", code), "name": LANGUAGES[code], "code": code}
            for code in service.langues
        ],
        "funding": [
            {"id": identifier(service.id, "financeur", name), "source": name}
            for name in _funders(service)
        ],
        "cost_options": _cost_options(service),
        "required_documents": [
            {"id": identifier(service.id, "document", rank), "document": document}
            for rank, document in enumerate(service.acces.documents if service.acces else ())
        ],
        "attributes": [
            _attribute(term, service)
            for term in (service.type, *service.situations, *service.cadres, *service.modes)
        ],
    }
    return _service_head(service, release) | {name: one for name, one in lists.items() if one}


def _service_head(service: Service, release: Release) -> dict[str, Any]:
    """The fields that are one to one, and the organisation."""
    acces, tarif = service.acces, service.tarif
    checked, edition = checked_on(service), release.directory.date
    alert = service.alerte if service.alerte and edition and service.alerte.fin >= edition else None
    return _known(
        {
            "id": identifier(service.id),
            "name": service.nom,
            "description": "\n\n".join(filter(None, (service.resume, service.description))),
            "url": release.absolute(f"services/{service.id}/"),
            "email": service.contact.courriel,
            "status": STATUS[service.statut],
            "application_process": acces
            and _sentences(*(one.label for one in acces.comment), acces.precisions),
            "fees_description": tarif
            and _sentences(tarif.regime and tarif.regime.definition, tarif.precisions),
            "accreditations": service.agrement and service.agrement.prefecture,
            "eligibility_description": acces and _sentences(*(one.label for one in acces.qui)),
            "assured_date": checked and checked.isoformat(),
            "alert": alert and alert.texte,
            "organization": _organization(service.gestionnaire),
        }
    )


def _organization(operator: Gestionnaire) -> dict[str, Any]:
    own = identifier("gestionnaire", operator.nom)
    numbers = [
        {"id": identifier(own, kind), "identifier_type": kind, "identifier": number}
        for kind, number in (("SIRET", operator.siret), ("RNA", operator.rna))
        if number
    ]
    return _known(
        {
            "id": own,
            "name": operator.nom,
            "description": operator.forme.definition if operator.forme else operator.nom,
            "website": operator.site_web,
            "organization_identifiers": numbers or None,
        }
    )


def _service_at_location(
    service: Service, rank: int, lieu: Lieu, release: Release
) -> dict[str, Any]:
    own = identifier(service.id, "lieu", rank)
    location = _known(
        {
            "id": identifier(own, "location"),
            "location_type": "physical",
            "name": lieu.nom or lieu.commune or service.nom,
            "description": ADDRESS_ON_REQUEST if lieu.is_hidden else lieu.role.label,
            "transportation": lieu.acces_transport,
            **dict(zip(("latitude", "longitude"), exact_point(lieu) or (), strict=False)),
            "addresses": _addresses(lieu, own, release),
            "accessibility": _accessibility(lieu, own),
        }
    )
    return _known(
        {
            "id": own,
            "phones": _phones(lieu.telephone, None, own) or None,
            "schedules": _schedules(lieu, own),
            "location": location,
        }
    )


def _addresses(lieu: Lieu, own: str, release: Release) -> list[dict[str, Any]] | None:
    """The address, when all that HSDS requires of one is known and may be shown."""
    if lieu.is_hidden or not (lieu.adresse and lieu.commune and lieu.code_postal):
        return None
    departement = release.directory.territory.departement(lieu.departement or "")
    address = {
        "id": identifier(own, "adresse"),
        "address_1": lieu.adresse,
        "address_2": lieu.complement,
        "city": lieu.commune,
        "state_province": departement.nom if departement else "",
        "postal_code": lieu.code_postal,
        "country": "FR",
        "address_type": "physical",
    }
    return [_known(address)]


def _accessibility(lieu: Lieu, own: str) -> list[dict[str, Any]] | None:
    access = lieu.accessibilite
    if access is None:
        return None
    return [
        _known(
            {
                "id": identifier(own, "accessibilite"),
                "description": access.pmr and access.pmr.definition,
                "details": access.precisions,
                "url": access.acceslibre,
            }
        )
    ]


def _schedules(lieu: Lieu, own: str) -> list[dict[str, Any]] | None:
    """One entry a range of hours; the French words and the OSM text say all of it."""
    if lieu.horaires is None:
        return None
    words = {
        "description": " ; ".join(hours_in_french(lieu.horaires)),
        "notes": f"opening_hours : {lieu.horaires}",
    }
    found = recurrences(lieu.horaires)
    if not found:
        return [{"id": identifier(own, "horaires"), **words}]
    return [
        _known(
            {
                "id": identifier(own, "horaires", rank),
                "freq": one.freq,
                "interval": 1,
                "byday": one.byday,
                "byweekno": one.byweekno or None,
                "opens_at": one.opens,
                "closes_at": one.closes,
                **words,
            }
        )
        for rank, one in enumerate(found)
    ]


def _phones(phone: Phone | None, note: str | None, own: str) -> list[dict[str, Any]]:
    if phone is None:
        return []
    number = {"id": identifier(own, "telephone"), "number": phone.e164, "type": "voice"}
    return [_known(number | {"description": note})]


def _area(code: str, own: str, release: Release) -> dict[str, Any]:
    departement = release.directory.territory.departement(code)
    return {
        "id": identifier(own, "zone", code),
        "name": departement.nom if departement else code,
        "uri": f"http://id.insee.fr/geo/departement/{code}",
    }


def _cost_options(service: Service) -> list[dict[str, Any]]:
    tarif = service.tarif
    if tarif is None:
        return []
    options = []
    if tarif.regime is Regime.GRATUIT:
        options.append(("gratuit", {"amount": 0, "currency": "EUR"}))
    elif tarif.regime:
        options.append((tarif.regime.value, {"amount_description": tarif.regime.definition}))
    if tarif.premier_entretien_gratuit:
        free = {"option": "Premier entretien", "amount": 0, "currency": "EUR"}
        options.append(("premier_entretien", free))
    return [{"id": identifier(service.id, "tarif", key), **one} for key, one in options]


def _attribute(term: Term, service: Service) -> dict[str, Any]:
    kind = type(term).__name__.lower()
    return {
        "id": identifier(service.id, "attribut", kind, term.value),
        "link_entity": "service",
        "link_id": identifier(service.id),
        "link_type": kind,
        "taxonomy_term": {
            "id": identifier("terme", kind, term.value),
            "code": term.value,
            "name": term.label,
            "description": term.definition,
            "taxonomy": kind,
            "language": "fr",
        },
    }


def _funders(service: Service) -> tuple[str, ...]:
    funding = service.conventionnement
    if funding is None:
        return ()
    named = (("Caf", funding.caf), ("MSA", funding.msa), ("Justice", funding.justice))
    return tuple(name for name, known in named if known)


def _sentences(*parts: str | None) -> str | None:
    text = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{text}." if text else None


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
