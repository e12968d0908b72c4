"""A change of schema cannot happen unnoticed: names, order and types are held in golden files.

A difference here is a change for reusers. docs/data.md says which version number it asks for;
``UPDATE_GOLDEN=1 pytest tests/exports`` accepts it.
"""

import json
import os
from pathlib import Path
from typing import Any

from generator.exports import EXPORTS, FAMILIES, Release
from generator.exports.columns import Column
from generator.exports.json_schema import services_schema
from generator.exports.licence import SCHEMA_VERSION
from generator.exports.tables import PLACE_COLUMNS, SERVICE_COLUMNS

GOLDEN = Path(__file__).parent / "golden"


def shape(column: Column) -> dict[str, Any]:
    """What a reuser relies on."""
    facts = column.facts
    return {
        "name": column.name,
        "type": f"list of {facts.kind}" if facts.many else str(facts.kind),
        "required": column.required,
        "values": [term.value for term in facts.terms] if facts.terms else None,
    }


def agree(name: str, found: Any) -> None:
    golden = GOLDEN / name
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert json.loads(golden.read_text("utf-8")) == found


def test_columns_keep_their_names_their_order_and_their_types() -> None:
    agree(
        "columns.json",
        {
            "schema_version": SCHEMA_VERSION,
            "services": [shape(column) for column in SERVICE_COLUMNS],
            "lieux": [shape(column) for column in PLACE_COLUMNS],
        },
    )


def test_documents_keep_their_schema() -> None:
    agree("schema.json", services_schema("https://annuaire.example"))


def test_addresses_are_permanent() -> None:
    """A line may be added here; one may be taken out twelve months after it was announced."""
    addresses = {one.path for one in (*EXPORTS, *FAMILIES) if not one.path.endswith(".parquet")}
    assert addresses == {
        "agenda/{id}/{rang}.ics",
        "api/v1/departements/index.json",
        "api/v1/departements/{code}.json",
        "api/v1/index.json",
        "api/v1/openapi.json",
        "api/v1/services/index.json",
        "api/v1/services/{id}.json",
        "api/v1/services/{id}.vcf",
        "donnees/SHA256SUMS",
        "departements/{code}/changements.atom",
        "donnees/annuaire.xlsx",
        "donnees/catalog.jsonld",
        "donnees/changements.atom",
        "donnees/changes.json",
        "donnees/conformance.json",
        "donnees/data-inclusion/services.csv",
        "donnees/data-inclusion/services.json",
        "donnees/data-inclusion/structures.csv",
        "donnees/data-inclusion/structures.json",
        "donnees/datapackage.json",
        "donnees/dictionnaire.csv",
        "donnees/ids.csv",
        "donnees/lieux.csv",
        "donnees/lieux.geojson",
        "donnees/lieux.tableschema.json",
        "donnees/modele.csv",
        "donnees/modele.xlsx",
        "donnees/services.csv",
        "donnees/services.json",
        "donnees/services.ndjson",
        "donnees/services.schema.json",
        "donnees/services.tableschema.json",
        "hsds/index.json",
        "hsds/services/index.json",
        "hsds/services/{uuid}/index.json",
    }


def test_identifiers_of_hsds_never_change(release: Release) -> None:
    """A UUID drawn from the namespace of the project and the identifier ``espace-cache``."""
    assert "hsds/services/6ad354ec-63d1-5c05-9e78-da0671bc1e23/index.json" in release.files
