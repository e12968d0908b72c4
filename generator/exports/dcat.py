"""``catalog.jsonld``: the dataset for open-data portals, in DCAT-AP 3."""

import hashlib
from typing import Any

from generator.exports.dates import checked_on
from generator.exports.export import Export, Release
from generator.exports.json import to_json
from generator.exports.licence import (
    ATTRIBUTION,
    KEYWORDS,
    LICENCE,
    SCHEMA_VERSION,
    SUMMARY,
)

_EU = "http://publications.europa.eu/resource/authority"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Written in the file itself: no reader has to fetch it."""

THEMES = ("JUST", "SOCI")
"""Justice; population and society: codes of the EU's list of themes."""


def catalogue_jsonld(release: Release) -> bytes:
    """The catalogue, its one dataset and a distribution for each data file made so far."""
    dataset = release.absolute("donnees/#jeu-de-donnees")
    distributions = [
        _distribution(export, content, release)
        for export, content in release.made
        if export.is_data
    ]
    publisher = {
        "@id": release.absolute("#editeur"),
        "@type": "foaf:Agent",
        "foaf:name": _french(ATTRIBUTION),
        "foaf:homepage": {"@id": release.absolute("")},
    }
    api = {
        "@id": release.absolute("api/v1/"),
        "@type": "dcat:DataService",
        "dct:title": _french("Les mêmes données, un fichier JSON par service et par département"),
        "dcat:endpointURL": {"@id": release.absolute("api/v1/")},
        "dcat:endpointDescription": {"@id": release.absolute("api/v1/openapi.json")},
        "dcat:servesDataset": {"@id": dataset},
        "dct:license": {"@id": LICENCE},
    }
    graph = [
        {
            "@id": release.absolute("donnees/#catalogue"),
            "@type": "dcat:Catalog",
            "dct:title": _french(ATTRIBUTION),
            "dct:description": _french(SUMMARY),
            "dct:publisher": {"@id": publisher["@id"]},
            "dct:language": {"@id": f"{_EU}/language/FRA"},
            "dct:license": {"@id": LICENCE},
            "foaf:homepage": {"@id": release.absolute("donnees/")},
            "dcat:dataset": {"@id": dataset},
            "dcat:service": {"@id": api["@id"]},
        },
        _dataset(dataset, [one["@id"] for one in distributions], release),
        publisher,
        api,
        *distributions,
    ]
    return to_json({"@context": CONTEXT, "@graph": graph})


def _dataset(identifier: str, distributions: list[str], release: Release) -> dict[str, Any]:
    date = release.directory.date
    first = min(filter(None, map(checked_on, release.directory.services)), default=None)
    dataset: dict[str, Any] = {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dct:identifier": release.absolute("donnees/"),
        "dct:title": _french(ATTRIBUTION),
        "dct:description": _french(SUMMARY),
        "dct:publisher": {"@id": release.absolute("#editeur")},
        "dct:language": {"@id": f"{_EU}/language/FRA"},
        "dct:license": {"@id": LICENCE},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/IRREG"},
        "dct:spatial": {"@id": f"{_EU}/country/FRA"},
        "dcat:theme": [{"@id": f"{_EU}/data-theme/{code}"} for code in THEMES],
        "dcat:keyword": [_french(keyword) for keyword in KEYWORDS],
        "dcat:landingPage": {"@id": release.absolute("donnees/")},
        "dcat:contactPoint": {
            "@type": "vcard:Organization",
            "vcard:fn": ATTRIBUTION,
            "vcard:hasURL": {"@id": release.absolute("contribuer/")},
        },
        "dcat:version": SCHEMA_VERSION,
        "dcat:distribution": [{"@id": one} for one in distributions],
    }
    if date and first:
        dataset["dct:modified"] = _typed(date.isoformat(), "date")
        dataset["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _typed(first.isoformat(), "date"),
            "dcat:endDate": _typed(date.isoformat(), "date"),
        }
    return dataset


def _distribution(export: Export, content: bytes, release: Release) -> dict[str, Any]:
    address = release.absolute(export.path)
    media = f"https://www.iana.org/assignments/media-types/{export.media_type}"
    return {
        "@id": f"{release.absolute('donnees/')}#{export.path}",
        "@type": "dcat:Distribution",
        "dct:title": _french(export.title),
        "dct:description": _french(export.purpose),
        "dcat:accessURL": {"@id": release.absolute("donnees/")},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": media},
        "dcat:byteSize": _typed(str(len(content)), "nonNegativeInteger"),
        "dct:license": {"@id": LICENCE},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": _typed(hashlib.sha256(content).hexdigest(), "hexBinary"),
        },
    }


def _french(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "fr"}


def _typed(text: str, kind: str) -> dict[str, str]:
    return {"@value": text, "@type": f"xsd:{kind}"}
