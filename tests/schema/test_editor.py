"""The published schema takes every record of the directory, and refuses what the model refuses."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from generator.records.nodes import plain
from generator.records.reader import read_record
from generator.schema import to_dictionary, to_schema
from generator.schema.fields import fields_of, parts
from tests.valid_records import records

ROOT = Path(__file__).resolve().parent.parent.parent
RECORDS = sorted((ROOT / "data" / "services").rglob("*.yaml"))
SCHEMA: dict[str, Any] = json.loads(to_schema())
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)

RECORD = """
type: mediation_familiale
nom: Médiation familiale
statut: ouvert
gestionnaire:
  nom: Association Exemple
resume: Un médiateur vous aide à vous parler.
contact:
  telephone: '01 99 00 12 34'
lieux:
  - role: siege
    code_postal: '35000'
    commune: Rennes
    code_insee: '35238'
sources:
  - url: https://www.association.example/
verification:
  statut: a_confirmer
"""


def test_it_is_a_schema_of_its_draft() -> None:
    jsonschema_rs.meta.validate(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_it_is_the_same_each_time() -> None:
    assert to_schema() == to_schema()


@pytest.mark.parametrize(
    ("path", "text"),
    [("schema/service.schema.json", to_schema()), ("docs/dictionnaire.md", to_dictionary())],
    ids=["schema", "dictionary"],
)
def test_what_the_repository_holds_is_up_to_date(path: str, text: str) -> None:
    assert (ROOT / path).read_text("utf-8") == text, "run `annuaire schema`"


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_every_record_of_the_directory_passes(file: Path) -> None:
    root = read_record(file.read_bytes(), file.name).root
    assert root is not None
    assert list(map(str, VALIDATOR.iter_errors(plain(root)))) == []
    # As an editor reads it: with a YAML that guesses types.
    assert VALIDATOR.is_valid(yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader))


@given(records())
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_every_valid_record_passes(record: dict[str, Any]) -> None:
    assert list(map(str, VALIDATOR.iter_errors(record))) == []


@pytest.mark.parametrize(
    ("right", "wrong", "path"),
    [
        pytest.param("type: mediation_familiale", "type: mediation", ["type"], id="unknown term"),
        pytest.param("nom: Médiation familiale\n", "", [], id="required field missing"),
        pytest.param("nom: Médiation", "nmo: Médiation", [], id="unknown field"),
        pytest.param("role: siege", "rôle: siege", ["lieux", 0], id="unknown field in a place"),
        pytest.param("'35000'", "35000", ["lieux", 0, "code_postal"], id="number for a code"),
        pytest.param("'35238'", "'352'", ["lieux", 0, "code_insee"], id="code too short"),
        pytest.param("https://", "ftp://", ["sources", 0, "url"], id="not a web address"),
        pytest.param("'01 99 00 12 34'", "[]", ["contact", "telephone"], id="list for a text"),
        pytest.param("statut: ouvert", "ferme_le: hier\nstatut: ferme", ["ferme_le"], id="no date"),
        pytest.param("statut: ouvert", "id: x\nstatut: ouvert", [], id="derived field"),
        pytest.param("Un médiateur", "Un médiateur " * 30, ["resume"], id="too long"),
        pytest.param("'01 99 00 12 34'", "3919", ["contact", "telephone"], id="number for a phone"),
        pytest.param("statut: ouvert", "langues: fr\nstatut: ouvert", ["langues"], id="no list"),
        pytest.param("statut: ouvert", "tarif: {aide_juridictionnelle: vrai}\nstatut: ouvert",
                     ["tarif", "aide_juridictionnelle"], id="neither oui nor non"),
        pytest.param("- url: https://www.association.example/", "[]", ["sources"], id="no source"),
    ],
)  # fmt: skip
def test_a_wrong_record_is_refused_at_the_right_place(
    right: str, wrong: str, path: list[str | int]
) -> None:
    assert VALIDATOR.is_valid(yaml.safe_load(RECORD))
    assert right in RECORD
    errors = list(VALIDATOR.iter_errors(yaml.safe_load(RECORD.replace(right, wrong, 1))))
    assert path in [list(one.instance_path) for one in errors]


def properties(node: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    found = list(node.get("properties", {}).items())
    for definition in node.get("$defs", {}).values():
        found += properties(definition)
    return found


@pytest.mark.parametrize(("name", "field"), properties(SCHEMA))
def test_every_field_is_described_in_french_and_its_example_is_right(
    name: str, field: dict[str, Any]
) -> None:
    assert field["title"]
    assert field["description"].endswith((".", "?"))
    assert field["description"] in field["markdownDescription"]
    (example,) = field["examples"]
    if isinstance(example, str) or (isinstance(example, list) and isinstance(example[0], str)):
        one = jsonschema_rs.Draft202012Validator(
            {"$defs": SCHEMA["$defs"], **field}, validate_formats=True
        )
        assert one.is_valid(example), name


def test_every_term_of_a_closed_list_has_its_description() -> None:
    def choices(node: Any) -> list[dict[str, Any]]:
        if isinstance(node, dict):
            own = [node] if "markdownEnumDescriptions" in node else []
            return own + [one for value in node.values() for one in choices(value)]
        return [one for value in node for one in choices(value)] if isinstance(node, list) else []

    found = choices(SCHEMA)
    assert len(found) > 10
    assert all(len(one["enum"]) == len(one["markdownEnumDescriptions"]) for one in found)


def test_the_dictionary_names_every_field_and_every_term() -> None:
    text = to_dictionary()
    for part in parts():
        for field in fields_of(part):
            assert f"| `{field.name}`" in text
            for term in field.terms or ():
                assert f"| `{term.value}` | {term.label} |" in text


def test_the_links_of_the_dictionary_lead_somewhere() -> None:
    text = to_dictionary()
    titles = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    # Code hosts make an anchor of a title: small letters, no punctuation but - and _.
    anchors = {"".join(c for c in title.lower() if c.isalnum() or c in "_-") for title in titles}
    links = {part.partition(")")[0] for part in text.split("](#")[1:]}
    assert links
    assert links <= anchors
