"""A record in its one form: what it looks like, and that nothing of it is lost."""

import re
import unicodedata
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.checks.validation import validate
from generator.formatting import format_record
from generator.formatting.canonical import SCHEMA_LINE
from generator.records.comments import comments
from generator.records.nodes import plain
from generator.records.reader import read_record
from tests.disorder import TEXTS, untidy
from tests.valid_records import records

RECORDS = sorted(
    (Path(__file__).resolve().parent.parent.parent / "data" / "services").rglob("*.yaml")
)

Drawn = tuple[dict[str, Any], str, list[str]]

# What the "Core Schema" of YAML 1.2 (specification 1.2.2, section 10.3.2) does not read as text.
CORE_1_2 = re.compile(
    r"|~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


def formatted(text: str) -> str:
    record = read_record(text.encode(), "essai.yaml")
    assert record.problems == ()
    return format_record(record)


def body(text: str) -> str:
    """The formatted text without its schema line."""
    first, _, rest = formatted(text).partition("\n")
    assert first == SCHEMA_LINE
    return rest


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("nom: A\ntype: x\n", "type: x\nnom: A\n"),
        ("zut: 1\nnom: A\nabc: b\n", "nom: A\nzut: '1'\nabc: b\n"),
        ("lieux:\n- commune: Laon\n  role: siege\n", "lieux:\n  - role: siege\n    commune: Laon\n"),
        ("langues: [fr, en]\n", "langues:\n  - fr\n  - en\n"),
        ("situations: []\n", "situations: []\n"),
        ("contact: {telephone: 01 99 00 12 34}\n", "contact:\n  telephone: '01 99 00 12 34'\n"),
        ("tarif:\n    aide_juridictionnelle: oui\n", "tarif:\n  aide_juridictionnelle: oui\n"),
        ("zone:\n  departements: [2A, '01']\n", "zone:\n  departements:\n    - '2A'\n    - '01'\n"),
        ("ferme_le: 2025-12-31\n", "ferme_le: '2025-12-31'\n"),
        ("langues: [no, fr]\n", "langues:\n  - 'no'\n  - fr\n"),
        ('nom: "Association Exemple"\n', "nom: Association Exemple\n"),
        ("nom: 'Un : deux'\n", "nom: 'Un : deux'\n"),
        ("nom: 'L''un : deux'\n", 'nom: "L\'un : deux"\n'),
        ("nom: '12 rue #5'\n", "nom: '12 rue #5'\n"),
        ("nom: ''\n", "nom: ''\n"),
        ("description:\n", "description:\n"),
        ("resume: >-\n  Un accueil\n  calme.\n", "resume: Un accueil calme.\n"),
        ("description: |-\n  Un\n  - a\n  - b\n", "description: |-\n  Un\n  - a\n  - b\n"),
        ("description: |-\n  Un.\n\n  Deux.\n", "description: >-\n  Un.\n\n\n  Deux.\n"),
        ("description: >\n  Un.\n\n  Deux.\n", "description: >\n  Un.\n\n  Deux.\n"),
        ("---\nnom: A\n...\n", "nom: A\n"),
    ],
)  # fmt: skip
def test_one_form(written: str, expected: str) -> None:
    assert body(written) == expected


def test_a_long_line_is_folded_at_100_columns() -> None:
    text = "mot " * 60
    lines = body(f"resume: {text}\n").splitlines()
    assert lines[0] == "resume: >-"
    assert max(map(len, lines)) <= 100
    assert " ".join(line.strip() for line in lines[1:]) == text.strip()


def test_a_long_address_stays_on_its_line() -> None:
    url = "https://www.association.example/" + "a" * 120
    assert body(f"contact:\n  site_web: {url}\n") == f"contact:\n  site_web: {url}\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(
            "nom: A\n# de l'activité\ntype: x\n",
            "# de l'activité\ntype: x\nnom: A\n",
            id="above a key, it follows the key",
        ),
        pytest.param(
            "nom: 'A'  # nom d'usage\n",
            "# nom d'usage\nnom: A\n",
            id="after a value, it moves above",
        ),
        pytest.param(
            "nom: A\nresume: 'B' # à relire\nstatut: ouvert\n",
            "nom: A\nstatut: ouvert\n# à relire\nresume: B\n",
            id="after the value of any key, above that key",
        ),
        pytest.param(
            "lieux:\n  - role: 'siege' # un\n    nom: 'B' # deux\n",
            "lieux:\n  # deux\n  - nom: B\n    # un\n    role: siege\n",
            id="after the value of a field of an item, above the field",
        ),
        pytest.param(
            "contact: # à relire\n  telephone: '3919'\n",
            "# à relire\ncontact:\n  telephone: '3919'\n",
            id="after a key, it moves above",
        ),
        pytest.param(
            "langues:\n  # la nôtre\n  - fr\n",
            "langues:\n  # la nôtre\n  - fr\n",
            id="above an item",
        ),
        pytest.param(
            "lieux:\n  - role: siege\n    # nom à trouver\ntarif:\n  regime: gratuit\n",
            "tarif:\n  regime: gratuit\nlieux:\n  - role: siege\n    # nom à trouver\n",
            id="at the end of a group, it stays in the group",
        ),
        pytest.param(
            "lieux:\n  - # local prêté\n    role: siege\n",
            "lieux:\n  # local prêté\n  - role: siege\n",
            id="after a dash, it moves above",
        ),
        pytest.param(
            "# Relu en mai.\n\nnom: A\ntype: x\n",
            "# Relu en mai.\n\ntype: x\nnom: A\n",
            id="a heading stays on top",
        ),
        pytest.param("nom: A\n# fin\n", "nom: A\n# fin\n", id="at the end, it stays there"),
        pytest.param(
            "resume: >- # à relire\n  Un\n  # deux\n",
            "# à relire\nresume: 'Un # deux'\n",
            id="a number sign in a text is no comment",
        ),
    ],
)
def test_comments_are_kept(written: str, expected: str) -> None:
    assert body(written) == expected
    assert body(expected) == expected


def test_the_schema_line_is_written_once_and_first() -> None:
    text = "nom: A\n# yaml-language-server: $schema=ailleurs.json\ntype: x\n"
    assert formatted(text) == f"{SCHEMA_LINE}\ntype: x\nnom: A\n"


ANY_TREE = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["nom", "lieux", "x", "oui", "contact"]), inner, max_size=4
        ),
    ),
    max_leaves=8,
).filter(lambda tree: isinstance(tree, dict) and len(tree) > 0)


@given(untidy(records()))
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
def test_a_valid_record_keeps_its_meaning_and_its_comments(drawn: Drawn) -> None:
    data, text, said = drawn
    after = assert_kept(data, text, said)
    assert faults(after) == faults(text) == set()


def faults(text: str) -> set[tuple[str, str]]:
    root = read_record(text.encode(), "essai.yaml").root
    assert root is not None
    found = validate(cast("dict[str, Any]", plain(root)), "essai-69", "69").faults
    return {(one.rule, one.finding.message) for one in found}


@given(untidy(ANY_TREE))
@settings(max_examples=300, suppress_health_check=list(HealthCheck))
def test_any_record_that_can_be_read_keeps_its_meaning_and_its_comments(drawn: Drawn) -> None:
    assert_kept(*drawn)


def assert_kept(data: dict[str, Any], text: str, said: list[str]) -> str:
    record = read_record(text.encode(), "essai.yaml")
    assume(record.problems == ())
    assert record.root is not None
    assert plain(record.root) == normal(data), "the untidy hand wrote something else"
    assert sorted(one.text for one in comments(text)) == sorted(said)
    after = format_record(record)
    assert after.startswith(f"{SCHEMA_LINE}\n")
    assert formatted(after) == after
    # Readers that guess types guess nothing else than the text.
    assert yaml.load(after, Loader=yaml.CSafeLoader) == normal(data)
    assert all(not CORE_1_2.fullmatch(one) for one in plain_scalars(after))
    return after


def normal(tree: Any) -> Any:
    """The tree as the reader gives it: in NFC."""
    if isinstance(tree, dict):
        return {key: normal(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [normal(value) for value in tree]
    return unicodedata.normalize("NFC", tree)


def plain_scalars(text: str) -> list[str]:
    return [
        event.value
        for event in yaml.parse(text, Loader=yaml.CSafeLoader)
        if isinstance(event, yaml.ScalarEvent) and not event.style
    ]


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_every_record_of_the_directory_is_in_its_form(file: Path) -> None:
    record = read_record(file.read_bytes(), file.name)
    assert format_record(record) == record.text, "run `annuaire format`"
