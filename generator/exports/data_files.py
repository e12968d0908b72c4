"""The files that hold the data itself, group by group (the catalogue describes them)."""

from generator.exports import (
    api,
    changelog,
    data_inclusion,
    geojson,
    hsds,
    icalendar,
    identifiers,
    json_schema,
    parquet,
    vcard,
)
from generator.exports.csv import to_csv
from generator.exports.dictionary import dictionary_table
from generator.exports.export import Export, Family, ServiceFamily
from generator.exports.json import envelope, services_json, services_ndjson
from generator.exports.tables import PLACES, SERVICES
from generator.exports.xlsx import to_xlsx

RFC_4180 = "RFC 4180"
_DATA_INCLUSION = "data·inclusion v1"

_SERVICES_PARTITION = "donnees/parquet/services/departement={code}/services.parquet"
_PLACES_PARTITION = "donnees/parquet/lieux/departement={code}/lieux.parquet"

TABLES = (
    Export(
        "donnees/services.csv",
        "text/csv",
        "Les services (CSV)",
        "Une ligne par service, pour un tableur ou un tableau de bord.",
        group="tableur",
        standard=RFC_4180,
        schema="donnees/services.tableschema.json",
        validator="frictionless",
        make=lambda release: to_csv(release.services),
    ),
    Export(
        "donnees/lieux.csv",
        "text/csv",
        "Les lieux (CSV)",
        "Une ligne par lieu d'accueil, avec sa position.",
        group="tableur",
        standard=RFC_4180,
        schema="donnees/lieux.tableschema.json",
        validator="frictionless",
        make=lambda release: to_csv(release.places),
    ),
    Export(
        "donnees/annuaire.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Le classeur (XLSX)",
        "Les services, les lieux et le dictionnaire des données, en trois feuilles.",
        group="tableur",
        standard="ECMA-376 (Office Open XML)",
        validator="openpyxl",
        make=lambda release: to_xlsx(
            (release.services, release.places, dictionary_table(SERVICES, PLACES)),
            release.directory.date,
        ),
    ),
)

DOCUMENTS = (
    Export(
        "donnees/services.json",
        "application/json",
        "Les services et leurs lieux (JSON)",
        "Toutes les fiches entières, pour un programme.",
        group="programme",
        standard="RFC 8259",
        schema=json_schema.PATH,
        validator="jsonschema-rs",
        make=lambda release: services_json(release.directory, release.texts),
    ),
    Export(
        "donnees/services.ndjson",
        "application/x-ndjson",
        "Les services, un par ligne (NDJSON)",
        "Les mêmes fiches, à lire au fil de l'eau.",
        group="programme",
        standard="NDJSON",
        schema=f"{json_schema.PATH}#/$defs/Service",
        validator="jsonschema-rs",
        make=lambda release: services_ndjson(release.texts),
    ),
    Export(
        "donnees/lieux.geojson",
        "application/geo+json",
        "Les lieux sur une carte (GeoJSON)",
        "Pour un logiciel de cartographie.",
        group="carte",
        standard="RFC 7946",
        validator="les règles de la RFC, dans nos tests",
        make=lambda release: geojson.places_geojson(release.directory, release.places),
    ),
)

PARQUET = (
    Export(
        "donnees/services.parquet",
        "application/vnd.apache.parquet",
        "Les services (Parquet)",
        "Le même tableau avec ses types, pour DuckDB ou pandas.",
        group="programme",
        standard="Apache Parquet",
        validator="pyarrow",
        make=lambda release: parquet.to_parquet(release.services, envelope(release.directory)),
    ),
    Export(
        "donnees/lieux.parquet",
        "application/vnd.apache.parquet",
        "Les lieux (Parquet)",
        "Le même tableau avec ses types, pour DuckDB ou pandas.",
        group="programme",
        standard="Apache Parquet",
        validator="pyarrow",
        make=lambda release: parquet.to_parquet(release.places, envelope(release.directory)),
    ),
    Family(
        _SERVICES_PARTITION,
        "application/vnd.apache.parquet",
        "Les services, un fichier par département (Parquet)",
        "Pour un moteur qui ne lit que ce qu'il lui faut : partition à la manière de Hive.",
        group="programme",
        standard="Apache Parquet",
        validator="duckdb",
        make=lambda release: parquet.by_departement(
            release.services, _SERVICES_PARTITION, envelope(release.directory)
        ),
    ),
    Family(
        _PLACES_PARTITION,
        "application/vnd.apache.parquet",
        "Les lieux, un fichier par département (Parquet)",
        "Pour un moteur qui ne lit que ce qu'il lui faut : partition à la manière de Hive.",
        group="programme",
        standard="Apache Parquet",
        validator="duckdb",
        make=lambda release: parquet.by_departement(
            release.places, _PLACES_PARTITION, envelope(release.directory)
        ),
    ),
)

OTHER_STANDARDS = (
    Export(
        "donnees/data-inclusion/structures.json",
        "application/json",
        "Les structures, pour data·inclusion (JSON)",
        "Au schéma de la plateforme de l'inclusion : une structure par fiche ouverte.",
        group="autre_norme",
        standard=_DATA_INCLUSION,
        validator="data-inclusion-schema",
        make=lambda release: data_inclusion.rows_json(release.once(data_inclusion.structures)),
    ),
    Export(
        "donnees/data-inclusion/services.json",
        "application/json",
        "Les services, pour data·inclusion (JSON)",
        "Au schéma de la plateforme de l'inclusion : un service par lieu.",
        group="autre_norme",
        standard=_DATA_INCLUSION,
        validator="data-inclusion-schema",
        make=lambda release: data_inclusion.rows_json(release.once(data_inclusion.services)),
    ),
    Export(
        "donnees/data-inclusion/structures.csv",
        "text/csv",
        "Les structures, pour data·inclusion (CSV)",
        "Le même tableau en CSV.",
        group="autre_norme",
        standard=_DATA_INCLUSION,
        validator="data-inclusion-schema",
        make=lambda release: data_inclusion.rows_csv(
            data_inclusion.Structure, release.once(data_inclusion.structures)
        ),
    ),
    Export(
        "donnees/data-inclusion/services.csv",
        "text/csv",
        "Les services, pour data·inclusion (CSV)",
        "Le même tableau en CSV.",
        group="autre_norme",
        standard=_DATA_INCLUSION,
        validator="data-inclusion-schema",
        make=lambda release: data_inclusion.rows_csv(
            data_inclusion.ServiceRow, release.once(data_inclusion.services)
        ),
    ),
)

API = (
    Export(
        "api/v1/index.json",
        "application/json",
        "L'entrée de l'API",
        "Les adresses de tout le reste.",
        group="api",
        standard="RFC 8259",
        validator="jsonschema-rs",
        make=api.entry_point,
    ),
    Export(
        "api/v1/services/index.json",
        "application/json",
        "La liste des services",
        "L'identifiant, le nom et l'adresse de chaque fiche.",
        group="api",
        standard="RFC 8259",
        validator="jsonschema-rs",
        make=api.service_index,
    ),
    ServiceFamily(
        api.SERVICE_PATH,
        "application/json",
        "Un service (JSON)",
        "Une fiche entière, à une adresse permanente.",
        group="programme",
        standard="RFC 8259",
        validator="jsonschema-rs",
        make=api.service_document,
    ),
    ServiceFamily(
        "api/v1/services/{id}.vcf",
        "text/vcard",
        "Un service, pour un carnet d'adresses (vCard)",
        "Nom, téléphone, courriel et adresse.",
        group="autre_norme",
        standard="RFC 6350 (vCard 4.0)",
        validator="vobject",
        make=vcard.vcards,
    ),
    Export(
        "api/v1/departements/index.json",
        "application/json",
        "La liste des départements",
        "Combien de services dans chacun, et où les lire.",
        group="api",
        standard="RFC 8259",
        validator="jsonschema-rs",
        make=api.departement_index,
    ),
    Family(
        api.DEPARTEMENT_PATH,
        "application/json",
        "Les services d'un département (JSON)",
        "Ceux qui y ont un lieu, fiches entières.",
        group="programme",
        standard="RFC 8259",
        validator="jsonschema-rs",
        make=api.departement_documents,
    ),
    Export(
        "hsds/index.json",
        "application/json",
        "L'entrée de l'API HSDS",
        "La version et le profil d'Open Referral.",
        group="api",
        standard="HSDS 3.0",
        validator="les règles de HSDS, dans nos tests",
        make=hsds.api_description,
    ),
    Export(
        "hsds/services/index.json",
        "application/json",
        "Les services (HSDS)",
        "Au modèle d'Open Referral, en une page.",
        group="autre_norme",
        standard="HSDS 3.0",
        validator="les règles de HSDS, dans nos tests",
        make=hsds.service_list,
    ),
    ServiceFamily(
        "hsds/services/{uuid}/index.json",
        "application/json",
        "Un service (HSDS)",
        "Un service avec ses lieux, ses horaires et son organisme.",
        group="autre_norme",
        standard="HSDS 3.0",
        validator="les règles de HSDS, dans nos tests",
        make=hsds.service_page,
    ),
    ServiceFamily(
        "agenda/{id}/{rang}.ics",
        "text/calendar",
        "Les ouvertures d'un lieu (iCalendar)",
        "Les huit semaines qui viennent, jours fériés et fermetures déduits.",
        group="autre_norme",
        standard="RFC 5545",
        validator="icalendar",
        make=icalendar.calendars,
    ),
)

LIFE = (
    Export(
        identifiers.PATH,
        "text/csv",
        "Les identifiants (CSV)",
        "Ce qu'est devenu chaque identifiant qui a servi : présent, fermé, renommé, effacé.",
        group="tableur",
        standard=RFC_4180,
        validator="frictionless",
        make=lambda release: to_csv(identifiers.identifiers_table(release)),
    ),
    Export(
        changelog.PATH,
        "application/json",
        "Ce qui a changé (JSON)",
        "Les fiches ajoutées, modifiées, fermées, renommées et retirées depuis l'édition d'avant.",
        group="programme",
        standard="RFC 8259",
        validator="json",
        make=changelog.changes_json,
    ),
    Export(
        changelog.FEED_PATH,
        "application/atom+xml",
        "Ce qui a changé (Atom)",
        "Les mêmes changements, pour un lecteur de flux.",
        group="programme",
        standard="RFC 4287 (Atom)",
        validator="les règles de la RFC, dans nos tests",
        make=changelog.feed,
    ),
    Family(
        changelog.DEPARTEMENT_PATH,
        "application/atom+xml",
        "Ce qui a changé dans un département (Atom)",
        "Les changements des services qui y ont, ou y avaient, un lieu.",
        group="programme",
        standard="RFC 4287 (Atom)",
        validator="les règles de la RFC, dans nos tests",
        make=changelog.departement_feeds,
    ),
)
