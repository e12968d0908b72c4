"""The static API, ``/api/v1/``: a file a service, a file a département, and their lists."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from generator.exports.export import Release
from generator.exports.json import envelope, listed, to_json, with_text
from generator.exports.json_schema import document_schema
from generator.model.service import Service
from generator.territory import Departement

SERVICE_PATH = "api/v1/services/{id}.json"
DEPARTEMENT_PATH = "api/v1/departements/{code}.json"


def service_document(service: Service, release: Release) -> Iterator[tuple[str, bytes]]:
    """A service in its envelope, be it closed."""
    head = envelope(release.directory)
    yield SERVICE_PATH.format(id=service.id), with_text(head, "service", release.text_of(service))


def service_index(release: Release) -> bytes:
    """What services there are, and where each one's document is."""
    services = [
        {
            "id": one.id,
            "nom": one.nom,
            "type": one.type.value,
            "statut": one.statut.value,
            "departement": one.departement,
            "chemin": SERVICE_PATH.format(id=one.id).removeprefix("api/v1/"),
        }
        for one in release.directory.services
    ]
    return to_json(envelope(release.directory, total=len(services), services=services))


def departement_documents(release: Release) -> Iterator[tuple[str, bytes]]:
    """Each département of France, be it without any service: its address is permanent."""
    present = _by_departement(release)
    for departement in release.directory.territory.departements:
        services = present[departement.code]
        head = envelope(
            release.directory,
            departement=_departement(departement),
            total=len(services),
        )
        texts = (release.texts[one.id] for one in services)
        path = DEPARTEMENT_PATH.format(code=departement.code)
        yield path, listed(head, "services", texts)


def departement_index(release: Release) -> bytes:
    """The départements, how many services each has, and where its document is."""
    present = _by_departement(release)
    departements = [
        {
            **_departement(one),
            "total": len(present[one.code]),
            "chemin": DEPARTEMENT_PATH.format(code=one.code).removeprefix("api/v1/"),
        }
        for one in release.directory.territory.departements
    ]
    head = envelope(release.directory, total=len(departements), departements=departements)
    return to_json(head)


def entry_point(release: Release) -> bytes:
    """Where everything is, for a program that knows this address alone."""
    return to_json(
        envelope(
            release.directory,
            services="services/index.json",
            departements="departements/index.json",
            description="openapi.json",
            fichiers="../../donnees/datapackage.json",
        )
    )


def _by_departement(release: Release) -> defaultdict[str, list[Service]]:
    """Closed services too: a département's file is a part of the whole one."""
    present: defaultdict[str, list[Service]] = defaultdict(list)
    for service in release.directory.services:
        codes = release.directory.departements_of(service) | {service.departement}
        for code in codes:
            present[code].append(service)
    return present


def _departement(departement: Departement) -> dict[str, Any]:
    return {"code": departement.code, "nom": departement.nom, "region": departement.region}


def document_schemas(prefix: str) -> dict[str, Any]:
    """The schemas of these documents, for OpenAPI; ``prefix`` leads to the definitions."""
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    service = {"$ref": f"{prefix}Service"}
    place = {"code": text, "nom": text, "region": text}
    summary = dict.fromkeys(("id", "nom", "type", "statut", "departement", "chemin"), text)
    line = place | {"total": number, "chemin": text}
    return {
        "PointEntree": document_schema(
            prefix, services=text, departements=text, description=text, fichiers=text
        ),
        "DocumentService": document_schema(prefix, service=service),
        "DocumentServices": document_schema(
            prefix, total=number, services={"type": "array", "items": service}
        ),
        "DocumentDepartement": document_schema(
            prefix,
            departement=_object(place),
            total=number,
            services={"type": "array", "items": service},
        ),
        "ListeServices": document_schema(
            prefix, total=number, services={"type": "array", "items": _object(summary)}
        ),
        "ListeDepartements": document_schema(
            prefix, total=number, departements={"type": "array", "items": _object(line)}
        ),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}
