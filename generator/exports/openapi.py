"""``openapi.json`` (OpenAPI 3.1): the static files as an API, drawn from the catalogue."""

import re
from typing import Any

from generator.exports.api import document_schemas
from generator.exports.export import Line, Release
from generator.exports.json import to_json
from generator.exports.json_schema import DIALECT, definitions
from generator.exports.licence import ATTRIBUTION, LICENCE, LICENCE_NAME, SCHEMA_VERSION, SUMMARY

PREFIX = "#/components/schemas/"

PARAMETERS = {
    "id": "L'identifiant permanent du service.",
    "code": "Le code du département.",
    "uuid": "L'UUID (version 5) du service.",
    "rang": "Le rang du lieu dans sa fiche ; 1 est le lieu principal.",
}
"""What stands between braces in the paths of the catalogue."""

SCHEMAS = {
    "donnees/services.json": "DocumentServices",
    "donnees/services.ndjson": "Service",
    "api/v1/index.json": "PointEntree",
    "api/v1/services/index.json": "ListeServices",
    "api/v1/services/{id}.json": "DocumentService",
    "api/v1/departements/index.json": "ListeDepartements",
    "api/v1/departements/{code}.json": "DocumentDepartement",
}
"""The schema of what each address answers, for our own formats."""


def openapi(release: Release) -> bytes:
    """Every address of the catalogue, with what it answers."""
    return to_json(
        {
            "openapi": "3.1.0",
            "jsonSchemaDialect": DIALECT,
            "info": {
                "title": ATTRIBUTION,
                "version": SCHEMA_VERSION,
                "summary": "Des fichiers statiques : ni clé, ni quota, ni paramètre de requête.",
                "description": SUMMARY,
                "license": {"name": LICENCE_NAME, "url": LICENCE},
                "contact": {"name": "Contribuer", "url": release.absolute("contribuer/")},
            },
            "servers": [{"url": release.site_url}],
            "paths": {f"/{one.path}": {"get": _operation(one)} for one in release.catalogue},
            "components": {"schemas": definitions(PREFIX) | document_schemas(PREFIX)},
        }
    )


def _operation(line: Line) -> dict[str, Any]:
    content: dict[str, Any] = {}
    if line.path in SCHEMAS:
        content["schema"] = {"$ref": PREFIX + SCHEMAS[line.path]}
    parameters = [_parameter(name) for name in re.findall(r"\{(\w+)\}", line.path)]
    responses: dict[str, Any] = {
        "200": {"description": line.title, "content": {line.media_type: content}}
    }
    if parameters:
        responses["404"] = {"description": "Rien ne porte cet identifiant."}
    operation = {
        "operationId": re.sub(r"\W+", "_", line.path).strip("_"),
        "summary": line.title,
        "description": line.purpose,
        "tags": [line.group],
        "responses": responses,
    }
    return operation | ({"parameters": parameters} if parameters else {})


def _parameter(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": PARAMETERS[name],
        "schema": {"type": "string"},
    }
