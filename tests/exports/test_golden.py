"""What the files hold for awkward records, byte for byte.

After a meant change, ``UPDATE_GOLDEN=1 pytest tests/exports`` writes them again; read the
difference before keeping it, and tell reusers in the changelog.
"""

import os
from pathlib import Path

import pytest

from generator.exports import Release
from generator.exports.hsds import identifier

GOLDEN = Path(__file__).parent / "golden"

FILES = {
    "services.csv": "donnees/services.csv",
    "lieux.csv": "donnees/lieux.csv",
    "services.json": "donnees/services.json",
    "lieux.geojson": "donnees/lieux.geojson",
    "data-inclusion-structures.csv": "donnees/data-inclusion/structures.csv",
    "data-inclusion-services.json": "donnees/data-inclusion/services.json",
    "departement-69.json": "api/v1/departements/69.json",
    "departement-vide.json": "api/v1/departements/15.json",
    "service-cache.json": "api/v1/services/espace-cache.json",
    "hsds-cache.json": f"hsds/services/{identifier('espace-cache')}/index.json",
    "hsds-textes.json": f"hsds/services/{identifier('mediation-textes')}/index.json",
    "textes.vcf": "api/v1/services/mediation-textes.vcf",
    "cache.vcf": "api/v1/services/espace-cache.vcf",
    "ferme.vcf": "api/v1/services/mediation-fermee.vcf",
    "textes.ics": "agenda/mediation-textes/1.ics",
    "cache.ics": "agenda/espace-cache/1.ics",
    "outre-mer.ics": "agenda/mediation-outre-mer/1.ics",
    "catalog.jsonld": "donnees/catalog.jsonld",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_it_was(name: str, release: Release) -> None:
    content = release.files[FILES[name]]
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(content)
    assert content.decode() == golden.read_bytes().decode()


def test_every_golden_file_is_compared() -> None:
    kept = {path.name for path in GOLDEN.iterdir()} - {
        ".gitattributes",
        "columns.json",
        "schema.json",
    }
    assert kept == set(FILES)
