"""The tree of a record, and where to send the reader."""

import pytest

from generator.records.nodes import (
    Loc,
    MappingNode,
    ScalarNode,
    SequenceNode,
    Style,
    field_name,
    node_at,
    plain,
)
from generator.records.reader import read_record

TEXT = """\
# yaml-language-server: $schema=../../schema.json
type: mediation_familiale
nom: "Médiation « Les Deux Rives »"
agrement:
gestionnaire: {nom: Exemple, siret: "000"}
langues: [fr, en]
resume: >
  Une aide
  pour se parler.
lieux:
  - commune: Lyon
    code_postal: 01000
    telephone: ""
  - commune: Bron
    accessibilite:
      pmr: oui
"""


@pytest.fixture(scope="module")
def root() -> MappingNode:
    record = read_record(TEXT.encode(), "69/exemple.yaml")
    assert record.problems == ()
    assert record.text == TEXT
    assert record.root is not None
    return record.root


def test_the_model_receives_text_and_nothing_where_nothing_is_written(root: MappingNode) -> None:
    assert plain(root) == {
        "type": "mediation_familiale",
        "nom": "Médiation « Les Deux Rives »",
        "agrement": None,
        "gestionnaire": {"nom": "Exemple", "siret": "000"},
        "langues": ["fr", "en"],
        "resume": "Une aide pour se parler.\n",
        "lieux": [
            {"commune": "Lyon", "code_postal": "01000", "telephone": ""},
            {"commune": "Bron", "accessibilite": {"pmr": "oui"}},
        ],
    }


@pytest.mark.parametrize(
    ("loc", "line", "column"),
    [
        (("type",), 2, 7),
        (("nom",), 3, 6),
        (("agrement",), 4, 1),
        (("gestionnaire", "siret"), 5, 37),
        (("gestionnaire", "forme"), 5, 1),
        (("langues",), 6, 10),
        (("langues", 1), 6, 15),
        (("langues", 2), 6, 1),
        (("resume",), 7, 9),
        (("lieux",), 11, 3),
        (("lieux", 0), 11, 5),
        (("lieux", 0, "code_postal"), 12, 18),
        (("lieux", 0, "telephone"), 13, 16),
        (("lieux", 0, "adresse"), 11, 5),
        (("lieux", 1, "accessibilite", "pmr"), 16, 12),
        (("lieux", 1, "accessibilite", "precisions"), 15, 5),
        (("lieux", "commune"), 10, 1),
        (("type", "tag", 3), 2, 1),
        (("verification",), 2, 1),
        ((0,), 2, 1),
        ((), 2, 1),
    ],
)
def test_a_way_leads_to_its_value_or_to_the_nearest_thing_above(
    root: MappingNode, loc: Loc, line: int, column: int
) -> None:
    assert node_at(root, loc) == (line, column)


@pytest.mark.parametrize(
    ("loc", "line", "column"),
    [(("nom",), 3, 1), (("lieux",), 10, 1), (("lieux", 0, "code_postal"), 12, 5)],
)
def test_a_way_leads_to_the_key_when_the_key_is_wrong(
    root: MappingNode, loc: Loc, line: int, column: int
) -> None:
    assert node_at(root, loc, key=True) == (line, column)


@pytest.mark.parametrize(
    ("key", "style"),
    [("type", Style.PLAIN), ("nom", Style.QUOTED), ("resume", Style.BLOCK)],
)
def test_a_scalar_remembers_how_it_was_written(root: MappingNode, key: str, style: Style) -> None:
    entry = root.entry(key)
    assert entry is not None
    assert isinstance(entry.value, ScalarNode)
    assert entry.value.style is style


def test_entries_keep_the_order_of_the_file(root: MappingNode) -> None:
    assert [entry.key for entry in root.entries][:3] == ["type", "nom", "agrement"]
    assert root.entry("lieu") is None
    places = root.entry("lieux")
    assert places is not None
    assert isinstance(places.value, SequenceNode)


@pytest.mark.parametrize(
    ("loc", "name"),
    [
        ((), ""),
        (("nom",), "nom"),
        (("lieux", 1, "code_postal"), "lieux[2].code_postal"),
        ((0, "nom"), "[1].nom"),
    ],
)
def test_a_field_is_named_as_a_partner_would(loc: Loc, name: str) -> None:
    assert field_name(loc) == name
