"""The JSON Schema (2020-12) of the published services, derived from the model.

It describes what is published, not what is written in a record: real booleans, real numbers, no
key for what is not known. Unknown keys are allowed, so that a reuser who keeps this file is not
broken by a later version that adds fields.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.exports.columns import Facts, Kind, always_present, facts_of
from generator.exports.licence import SCHEMA_VERSION
from generator.exports.values import ALWAYS_LISTED, INTERNAL_FIELDS
from generator.model.fields import is_list, part_of
from generator.model.service import Service

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PATH = "donnees/services.schema.json"


def services_schema(site_url: str) -> dict[str, Any]:
    """The schema of ``services.json``; ``#/$defs/Service`` is that of a line of the NDJSON file."""
    return {
        "$schema": DIALECT,
        "$id": f"{site_url}/{PATH}",
        "title": f"Les services, version {SCHEMA_VERSION}",
        **document_schema(
            "#/$defs/",
            total={"type": "integer", "minimum": 0},
            services={"type": "array", "items": {"$ref": "#/$defs/Service"}},
        ),
        "$defs": definitions("#/$defs/"),
    }


def document_schema(prefix: str, **content: Any) -> dict[str, Any]:
    """The schema of an enveloped document; ``prefix`` leads to the definitions."""
    return {
        "type": "object",
        "allOf": [{"$ref": f"{prefix}Enveloppe"}],
        "properties": content,
        "required": list(content),
    }


def definitions(prefix: str) -> dict[str, Any]:
    """The envelope, the service and its parts, which refer to each other by ``prefix``."""
    return {"Enveloppe": _envelope(), **dict(_parts(Service, prefix))}


def _envelope() -> dict[str, Any]:
    return {
        "type": "object",
        "title": "Enveloppe",
        "description": "Ce que chaque document dit de lui-même.",
        "properties": {
            "schema_version": {
                "type": "string",
                "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$",
                "description": "La version du schéma (versionnage sémantique).",
            },
            "generated_at": {
                "type": ["string", "null"],
                "format": "date",
                "description": "La date des données : le jour le plus récent où une fiche a été "
                "lue ou vérifiée.",
            },
            "licence": {"type": "string", "format": "uri"},
            "attribution": {"type": "string", "description": "Comment nommer la source."},
        },
        "required": ["schema_version", "generated_at", "licence", "attribution"],
    }


def _parts(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    properties: dict[str, Any] = {}
    required = []
    for name, info in model.model_fields.items():
        if name in INTERNAL_FIELDS:
            continue
        if always_present(info) or name in ALWAYS_LISTED:
            required.append(name)
        about = {"title": info.title, "description": info.description}
        part = part_of(info.annotation)
        if part is None:
            properties[name] = about | _value(facts_of(info))
            continue
        yield from _parts(part, prefix)
        properties[name] = about | _group(info, f"{prefix}{part.__name__}", name)
    yield (
        model.__name__,
        {
            "type": "object",
            "title": model.__name__,
            "properties": properties,
            "required": required,
        },
    )


def _group(info: FieldInfo, reference: str, name: str) -> dict[str, Any]:
    if not is_list(info.annotation):
        return {"$ref": reference}
    schema: dict[str, Any] = {"type": "array", "items": {"$ref": reference}}
    return schema if name in ALWAYS_LISTED else schema | {"minItems": 1}


def _value(facts: Facts) -> dict[str, Any]:
    schema: dict[str, Any]
    if facts.terms:
        schema = {"type": "string", "enum": [term.value for term in facts.terms]}
    elif facts.kind is Kind.DATE:
        schema = {"type": "string", "format": "date"}
    elif facts.kind is Kind.TEXT:
        schema = {"type": "string", "minLength": 1, **facts.constraints}
    else:
        schema = {"type": facts.kind.value}
    return {"type": "array", "items": schema, "minItems": 1} if facts.many else schema
