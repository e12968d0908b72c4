"""The one list of what is exported; everything that describes the exports reads it.

Order is meaning: a file may describe those above its own line. A format is a module and a line.
"""

from collections import ChainMap
from collections.abc import Iterator, Mapping

from generator.directory import Directory
from generator.exports import (
    checksums,
    conformance,
    datapackage,
    dcat,
    json_schema,
    openapi,
    parquet,
    template,
)
from generator.exports.csv import to_csv
from generator.exports.data_files import (
    API,
    DOCUMENTS,
    LIFE,
    OTHER_STANDARDS,
    PARQUET,
    RFC_4180,
    TABLES,
)
from generator.exports.dictionary import dictionary_table
from generator.exports.export import (
    NO_PAST,
    Export,
    Family,
    Line,
    Past,
    Release,
    ServiceFamily,
)
from generator.exports.json import to_json
from generator.exports.table_schema import table_schema
from generator.exports.tables import PLACES, SERVICES
from generator.model.service import Service

_TABLE_SCHEMA = "Table Schema (Data Package v2)"

CHECKSUMS = Export(
    checksums.PATH,
    "text/plain",
    "Les empreintes",
    "SHA-256 de chaque fichier, à vérifier avec sha256sum.",
    group="description",
    standard="FIPS 180-4 (SHA-256)",
    validator="sha256sum",
    make=checksums.sha256sums,
)

DESCRIPTIONS = (
    Export(
        template.CSV_PATH,
        "text/csv",
        "Le modèle à remplir (CSV)",
        "Nos colonnes, vides : un service par ligne, à nous envoyer.",
        group="description",
        standard=RFC_4180,
        validator="csv",
        make=lambda _: template.template_csv(),
    ),
    Export(
        template.XLSX_PATH,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Le modèle à remplir (XLSX)",
        "Les mêmes colonnes expliquées, avec des listes à choisir.",
        group="description",
        standard="ECMA-376 (Office Open XML)",
        validator="openpyxl",
        make=lambda _: template.template_xlsx(),
    ),
    Export(
        "donnees/dictionnaire.csv",
        "text/csv",
        "Le dictionnaire des données",
        "Ce que veut dire chaque colonne.",
        group="description",
        standard=RFC_4180,
        validator="csv",
        make=lambda _: to_csv(dictionary_table(SERVICES, PLACES)),
    ),
    Export(
        "donnees/services.tableschema.json",
        "application/json",
        "Le schéma du fichier des services",
        "Les types et les règles de chaque colonne, pour un validateur.",
        group="description",
        standard=_TABLE_SCHEMA,
        schema="https://datapackage.org/profiles/2.0/tableschema.json",
        validator="frictionless",
        make=lambda _: to_json(table_schema(SERVICES)),
    ),
    Export(
        "donnees/lieux.tableschema.json",
        "application/json",
        "Le schéma du fichier des lieux",
        "Les types et les règles de chaque colonne, pour un validateur.",
        group="description",
        standard=_TABLE_SCHEMA,
        schema="https://datapackage.org/profiles/2.0/tableschema.json",
        validator="frictionless",
        make=lambda _: to_json(table_schema(PLACES)),
    ),
    Export(
        json_schema.PATH,
        "application/schema+json",
        "Le schéma des fiches en JSON",
        "Les champs, leurs types et leurs listes fermées, pour un validateur.",
        group="description",
        standard="JSON Schema 2020-12",
        schema=json_schema.DIALECT,
        validator="jsonschema-rs",
        make=lambda release: to_json(json_schema.services_schema(release.site_url)),
    ),
    Export(
        datapackage.PATH,
        "application/json",
        "Le paquet de données",
        "Tous les fichiers, leurs tailles, leurs empreintes et leurs schémas.",
        group="description",
        standard="Data Package v2",
        schema=datapackage.PROFILE,
        validator="frictionless",
        make=datapackage.datapackage,
    ),
    Export(
        "donnees/catalog.jsonld",
        "application/ld+json",
        "La notice du jeu de données",
        "Pour les portails de données ouvertes.",
        group="description",
        standard="DCAT-AP 3",
        validator="rdflib",
        make=dcat.catalogue_jsonld,
    ),
    Export(
        "api/v1/openapi.json",
        "application/vnd.oai.openapi+json",
        "La description de l'API",
        "Toutes les adresses et ce qu'elles donnent.",
        group="api",
        standard="OpenAPI 3.1",
        validator="openapi-spec-validator",
        make=openapi.openapi,
    ),
    Export(
        "donnees/conformance.json",
        "application/json",
        "Les normes suivies",
        "Pour chaque fichier : sa norme, son schéma, son validateur, et sa relecture.",
        group="description",
        standard="RFC 8259",
        validator="json",
        make=conformance.conformance,
    ),
    CHECKSUMS,
)

CATALOGUE: tuple[Line, ...] = (
    *TABLES,
    *DOCUMENTS,
    *(PARQUET if parquet.AVAILABLE else ()),
    *OTHER_STANDARDS,
    *API,
    *LIFE,
    *DESCRIPTIONS,
)

EXPORTS = tuple(one for one in CATALOGUE if isinstance(one, Export))
"""The single files, data first."""

SERVICE_FAMILIES = tuple(one for one in CATALOGUE if isinstance(one, ServiceFamily))
"""The files of each service."""

FAMILIES = tuple(one for one in CATALOGUE if not isinstance(one, Export))
"""The files there are many of: a service's, a département's, a place's."""


# Parquet is not among the tables: the workbook alone takes as long as all that is not one.
COMMON_DATA: Mapping[str, tuple[Line, ...]] = {
    "tableaux": TABLES,
    "documents": (
        *DOCUMENTS,
        *(PARQUET if parquet.AVAILABLE else ()),
        *(one for one in API if not isinstance(one, ServiceFamily)),
    ),
    "autres normes": OTHER_STANDARDS,
    "vie": LIFE,
}
"""The files of the whole dataset, in parts that may be made apart; each shares what it is made from."""


def make_release(
    directory: Directory,
    site_url: str,
    catalogue: tuple[Line, ...] = CATALOGUE,
    past: Past = NO_PAST,
) -> Release:
    """Every file of the data. ``site_url`` has no trailing slash.

    Raises ``ReadBackError`` when a file just made does not read back as it was written.
    """
    release = Release(directory, site_url, catalogue, past=past)
    for line in catalogue:
        release.files.update(files_of(line, release))
    return release


def service_files(
    service: Service, directory: Directory, site_url: str
) -> Iterator[tuple[str, bytes]]:
    """The files of one service, with their paths: those of every ``ServiceFamily``."""
    release = Release(directory, site_url)
    for line in SERVICE_FAMILIES:
        yield from line.make(service, release)


def common_files(
    part: str, directory: Directory, site_url: str, past: Past = NO_PAST
) -> Iterator[tuple[str, bytes]]:
    """The files of one part of ``COMMON_DATA``, with their paths."""
    release = Release(directory, site_url, CATALOGUE, past=past)
    for line in COMMON_DATA[part]:
        yield from files_of(line, release)


def described(
    directory: Directory,
    site_url: str,
    files: Mapping[str, bytes],
    sums: Mapping[str, str],
    past: Past = NO_PAST,
) -> Release:
    """The release of ``files``, made before, and of those that describe them, which it adds.

    ``files`` are at least those of ``COMMON_DATA``; ``sums`` are the SHA-256 of all that was made
    before, files of services too. Raises ``ReadBackError``.
    """
    both: ChainMap[str, bytes] = ChainMap({}, files)  # type: ignore[arg-type]  # only {} is written to
    release = Release(directory, site_url, CATALOGUE, both, past, sums)
    for line in DESCRIPTIONS:
        release.files.update(files_of(line, release))
    return release


def files_of(line: Line, release: Release) -> Iterator[tuple[str, bytes]]:
    """The files of one line, with their paths."""
    match line:
        case Export():
            yield line.path, line.make(release)
        case Family():
            yield from line.make(release)
        case ServiceFamily():
            for service in release.directory.services:
                yield from line.make(service, release)
