"""``datapackage.json`` (Data Package v2): every file of ``/donnees/``, with its size and digest."""

from pathlib import PurePosixPath
from typing import Any

from generator.exports import data_inclusion, identifiers
from generator.exports.export import Export, Release
from generator.exports.json import to_json
from generator.exports.licence import (
    ATTRIBUTION,
    KEYWORDS,
    LICENCE,
    LICENCE_ID,
    LICENCE_NAME,
    SCHEMA_VERSION,
    SUMMARY,
    UPSTREAM,
)
from generator.exports.table_schema import table_schema
from generator.exports.tables import PLACES, SERVICES

PATH = "donnees/datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_OF_A_SERVICE = [
    {"fields": ["service_id"], "reference": {"resource": "services", "fields": ["id"]}}
]


def datapackage(release: Release) -> bytes:
    """The package of the data files made so far; ``created`` is the date of the data."""
    date = release.directory.date
    document = {
        "$schema": PROFILE,
        "name": "mediation-familiale-espaces-de-rencontre",
        "id": release.absolute(PATH),
        "title": ATTRIBUTION,
        "description": SUMMARY,
        "version": SCHEMA_VERSION,
        "created": f"{date.isoformat()}T00:00:00Z" if date else None,
        "homepage": release.absolute("donnees/"),
        "keywords": list(KEYWORDS),
        "licenses": [{"name": LICENCE_ID, "path": LICENCE, "title": LICENCE_NAME}],
        "sources": [
            {"title": "Les pages publiques que chaque fiche nomme dans ses sources"},
            *({"title": title, "path": address} for title, address in UPSTREAM),
        ],
        "contributors": [
            {"title": ATTRIBUTION, "path": release.absolute(""), "roles": ["publisher"]}
        ],
        "resources": [
            _resource(export, content, release)
            for export, content in release.made
            if export.is_data
        ],
    }
    return to_json({name: value for name, value in document.items() if value is not None})


def _resource(export: Export, content: bytes, release: Release) -> dict[str, Any]:
    path = PurePosixPath(export.path).relative_to("donnees")
    resource: dict[str, Any] = {
        "name": resource_name(path),
        "title": export.title,
        "description": export.purpose,
        "path": str(path),
        "format": path.suffix.removeprefix("."),
        "mediatype": export.media_type,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{release.sha256(export.path)}",
    }
    if path.suffix in (".xlsx", ".parquet"):
        del resource["encoding"]
    if (schema := _schema(str(path), release)) is not None:
        resource |= {"type": "table", "schema": schema}
    return resource


def _schema(path: str, release: Release) -> dict[str, Any] | None:
    match path:
        case "services.csv":
            return table_schema(SERVICES)
        case "lieux.csv":
            return table_schema(PLACES) | {"foreignKeys": _OF_A_SERVICE}
        case "ids.csv":
            return table_schema(identifiers.identifiers_table(release))
        case "data-inclusion/structures.csv":
            return data_inclusion.csv_schema(data_inclusion.Structure)
        case "data-inclusion/services.csv":
            return data_inclusion.csv_schema(data_inclusion.ServiceRow)
        case _:
            return None


def resource_name(path: PurePosixPath) -> str:
    """``services`` and ``lieux`` for the two main tables; the others add their folder and form."""
    stem = "-".join((*path.parts[:-1], path.stem))
    if path.suffix == ".csv" and len(path.parts) == 1:
        return stem
    return f"{stem}-{path.suffix.removeprefix('.')}"
