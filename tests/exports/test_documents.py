"""JSON, GeoJSON, the API and its description, DCAT, checksums: read by other programs."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from openapi_spec_validator import validate as validate_openapi
from rdflib import DCAT, DCTERMS, RDF, Graph, Namespace

from generator.directory import Directory
from generator.exports import EXPORTS, FAMILIES, Release, make_release
from generator.exports.conformance import ReadBackError, conformance
from generator.exports.export import GROUPS
from generator.exports.json import envelope
from generator.territory import Territory
from tests.exports import awkward

SPDX = Namespace("http://spdx.org/rdf/terms#")


def document(release: Release, path: str) -> Any:
    return json.loads(release.files[path])


def closed(schema: Any) -> Any:
    """The schema with unknown keys refused, so that ours cannot slip in."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(one) for key, one in schema.items()}
    return found | {"unevaluatedProperties": False} if "properties" in found else found


def test_services_obey_their_published_schema(edition: Release) -> None:
    schema = document(edition, "donnees/services.schema.json")
    jsonschema_rs.meta.validate(schema)
    # An envelope opens what it wraps: only whole objects are closed.
    strict = schema | {
        "$defs": {
            name: closed(one) if name != "Enveloppe" else one
            for name, one in schema["$defs"].items()
        }
    }
    validator = jsonschema_rs.validator_for(strict, validate_formats=True)
    found = [str(one) for one in validator.iter_errors(document(edition, "donnees/services.json"))]
    assert found == []


@pytest.mark.parametrize(
    "broken",
    [
        {"statut": "entrouvert"},
        {"lieux": None},
        {"tarif": {"premier_entretien_gratuit": "oui"}},
        {"sources": []},
        {"ferme_le": "31/12/2025"},
    ],
)
def test_the_schema_refuses_what_is_wrong(release: Release, broken: dict[str, Any]) -> None:
    content = document(release, "donnees/services.json")
    content["services"][0] |= broken
    validator = jsonschema_rs.validator_for(
        document(release, "donnees/services.schema.json"), validate_formats=True
    )
    assert not validator.is_valid(content)


def test_every_line_of_ndjson_is_the_service_of_the_bulk_file(edition: Release) -> None:
    lines = edition.files["donnees/services.ndjson"].split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line) for line in lines] == document(edition, "donnees/services.json")[
        "services"
    ]


def test_each_service_has_its_own_document(edition: Release) -> None:
    bulk = document(edition, "donnees/services.json")
    for service in bulk["services"]:
        own = document(edition, f"api/v1/services/{service['id']}.json")
        assert own["service"] == service
        assert own["generated_at"] == bulk["generated_at"]


def test_a_departement_holds_the_services_that_have_a_place_there(edition: Release) -> None:
    index = document(edition, "api/v1/departements/index.json")
    assert index["total"] == len(edition.directory.territory.departements)
    bulk = {one["id"]: one for one in document(edition, "donnees/services.json")["services"]}
    found = set()
    for line in index["departements"]:
        own = document(edition, f"api/v1/{line['chemin']}")
        assert own["total"] == line["total"] == len(own["services"])
        for service in own["services"]:
            assert service == bulk[service["id"]]
            codes = {service["departement"], *(one["departement"] for one in service["lieux"])}
            assert line["code"] in codes
            found.add(service["id"])
    assert found == bulk.keys()


def test_the_lists_lead_to_every_document(release: Release) -> None:
    entry = document(release, "api/v1/index.json")
    for key in ("services", "departements", "description"):
        assert f"api/v1/{entry[key]}" in release.files
    for line in document(release, "api/v1/services/index.json")["services"]:
        assert f"api/v1/{line['chemin']}" in release.files


def test_openapi_is_valid_and_describes_every_document(release: Release) -> None:
    api = document(release, "api/v1/openapi.json")
    validate_openapi(api)
    patterns = {re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path[1:])) for path in api["paths"]}
    undescribed = [
        path for path in release.files if not any(re.fullmatch(one, path) for one in patterns)
    ]
    assert undescribed == []


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("/api/v1/services/{id}.json", r"api/v1/services/(?!index)[^/]+\.json"),
        ("/api/v1/departements/{code}.json", r"api/v1/departements/(?!index)[^/]+\.json"),
        ("/api/v1/services/index.json", r"api/v1/services/index\.json"),
        ("/api/v1/departements/index.json", r"api/v1/departements/index\.json"),
        ("/api/v1/index.json", r"api/v1/index\.json"),
        ("/donnees/services.json", r"donnees/services\.json"),
    ],
)
def test_documents_are_as_openapi_says(release: Release, path: str, pattern: str) -> None:
    api = document(release, "api/v1/openapi.json")
    content = api["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    schema = {"components": api["components"], **content["schema"]}
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    files = [name for name in release.files if re.fullmatch(pattern, name)]
    assert files
    for name in files:
        assert [str(one) for one in validator.iter_errors(document(release, name))] == [], name


def points(value: Any) -> Iterator[list[float]]:
    for feature in value["features"]:
        if feature["geometry"] is not None:
            assert feature["geometry"]["type"] == "Point"
            yield feature["geometry"]["coordinates"]


def test_geojson_keeps_the_rules_of_rfc_7946(edition: Release) -> None:
    collection = document(edition, "donnees/lieux.geojson")
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    assert not {"coordinates", "geometry", "properties"} & collection.keys()  # section 7.1
    identifiers = [feature["id"] for feature in collection["features"]]
    assert len(set(identifiers)) == len(identifiers) == collection["total"]
    for feature in collection["features"]:
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
        assert (feature["geometry"] is None) == ("precision" not in feature["properties"])
    for longitude, latitude in points(collection):
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
        assert round(longitude, 5) == longitude


# rdflib reads JSON-LD through a class that it deprecates itself.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_dcat_is_rdf_with_what_the_profile_demands(edition: Release) -> None:
    """DCAT-AP 3.0: mandatory and recommended properties of each class."""
    graph = Graph().parse(data=edition.files["donnees/catalog.jsonld"], format="json-ld")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    distributions = list(graph.subjects(RDF.type, DCAT.Distribution))
    wanted = {
        catalogue: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset],
        dataset: [
            *(DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.spatial),
            *(DCTERMS.temporal, DCTERMS.accrualPeriodicity, DCTERMS.modified, DCTERMS.license),
            *(DCAT.keyword, DCAT.theme, DCAT.contactPoint, DCAT.distribution),
        ],
    } | {
        one: [*(DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType), DCAT.byteSize, DCTERMS.license]
        for one in distributions
    }
    for subject, properties in wanted.items():
        for one in properties:
            assert (subject, one, None) in graph, (subject, one)
    assert set(graph.objects(dataset, DCAT.distribution)) == set(distributions)
    for distribution in distributions:
        (address,) = graph.objects(distribution, DCAT.downloadURL)
        content = edition.files[str(address).removeprefix(f"{awkward.SITE}/")]
        (size,) = graph.objects(distribution, DCAT.byteSize)
        assert size.toPython() == len(content)
        (checksum,) = graph.objects(distribution, SPDX.checksum)
        assert (checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256) in graph


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
def test_sha256sum_agrees(published: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=published / "donnees",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_permanent_file_has_a_checksum(release: Release) -> None:
    lines = release.files["donnees/SHA256SUMS"].decode().splitlines()
    files = [path for path in release.files if path.startswith(("donnees/", "api/"))]
    assert len(lines) == len(files) - 1
    assert not any(".ics" in line for line in lines)


def test_conformance_tells_each_file_its_norm_and_how_many_records_were_read_back(
    edition: Release,
) -> None:
    lines = document(edition, "donnees/conformance.json")["fichiers"]
    told = {line["chemin"]: line for line in lines}
    files = {one.path for one in EXPORTS} - {"donnees/conformance.json", "donnees/SHA256SUMS"}
    assert told.keys() == files
    assert told["donnees/services.csv"]["relu"] == {
        "lisible": True,
        "enregistrements": len(edition.directory.services),
    }
    assert all(line["norme"] and line["validateur"] for line in lines)


@pytest.mark.parametrize(
    ("path", "damage"),
    [
        ("donnees/services.csv", lambda content: content.rpartition(b"\r\nmediation")[0] + b"\r\n"),
        ("donnees/lieux.csv", lambda content: content.replace(b",", b"", 1)),
        ("donnees/services.json", lambda content: content.replace(b'"total": 9', b'"total": 8')),
        ("donnees/services.ndjson", lambda content: content.partition(b"\n")[2]),
        ("donnees/lieux.parquet", lambda content: content),
    ],
)
def test_a_file_that_lost_a_record_stops_the_publication(
    release: Release, path: str, damage: Any
) -> None:
    other = Release(release.directory, release.site_url, release.catalogue, dict(release.files))
    other.files[path] = damage(other.files[path])
    if path.endswith(".parquet"):
        other.files[path] = other.files["donnees/services.parquet"]
    with pytest.raises(ReadBackError):
        conformance(other)


def test_documents_name_their_licence_and_the_date_of_the_data(edition: Release) -> None:
    wanted = envelope(edition.directory)
    for path in edition.files:
        if path.startswith("api/v1/") and path.endswith(".json") and "openapi" not in path:
            found = document(edition, path)
            assert {key: found[key] for key in wanted} == wanted, path


def test_the_day_of_the_build_changes_calendars_only(
    release: Release, territory: Territory
) -> None:
    later = make_release(
        awkward.directory(territory, awkward.TODAY.replace(year=2027)), awkward.SITE
    )
    assert [path for path in release.files if not path.startswith("agenda/")] == [
        path for path in later.files if not path.startswith("agenda/")
    ]
    changed = {path for path in later.files if later.files[path] != release.files.get(path)}
    assert changed
    assert all(path.startswith("agenda/") for path in changed)


def test_records_may_come_in_any_order(release: Release, territory: Territory) -> None:
    services = reversed(release.directory.services)
    again = make_release(Directory(services, territory, awkward.TODAY), awkward.SITE)
    assert again.files == release.files


def test_an_edition_without_any_record_is_whole_too(territory: Territory) -> None:
    empty = make_release(Directory([], territory, awkward.TODAY), awkward.SITE)
    assert {one.path for one in EXPORTS} <= empty.files.keys()
    assert json.loads(empty.files["donnees/services.json"])["generated_at"] is None
    assert "created" not in json.loads(empty.files["donnees/datapackage.json"])
    assert empty.files["donnees/data-inclusion/services.csv"].startswith(b"source,")


def test_the_catalogue_is_filled_in(release: Release) -> None:
    lines = (*EXPORTS, *FAMILIES)
    assert len({one.path for one in lines}) == len(lines)
    for one in lines:
        assert one.group in GROUPS
        assert one.title
        assert one.purpose.endswith(".")
        assert one.standard
        assert one.validator
        if one.schema and "://" not in one.schema:
            assert one.schema.partition("#")[0] in release.files


def test_without_pyarrow_parquet_is_neither_made_nor_listed(directory: Directory) -> None:
    catalogue = tuple(one for one in (*EXPORTS,) if not one.path.endswith(".parquet"))
    other = make_release(directory, awkward.SITE, catalogue)
    for path, content in other.files.items():
        assert b".parquet" not in content, path
