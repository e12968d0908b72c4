"""An earlier ``services.json``, or what somebody takes for one."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes import compare
from generator.errors import UsageError
from generator.exports import make_release
from generator.history import edition_of, open_edition
from generator.history.published import parse_published, read_published
from generator.project import Project
from generator.territory import Territory
from tests.exports import awkward

SERVICE = {"id": "mediation-a-35", "nom": "A", "departement": "35"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "pas du JSON"),
        (b"\xff\xfe{}", "pas du JSON"),
        (b"[" * 100_000, "pas du JSON"),
        (b'{"services": [NaN]}', "NaN n'est pas un nombre de JSON"),
        (rb'{"services": ["\ud83d"]}', r"\ud83d n'y est que la moitié d'un caractère"),
        (b"[]", "la liste « services » manque"),
        (b'{"services": {}}', "la liste « services » manque"),
        (b'{"services": [1]}', "service n° 1 : ce n'est pas un groupe"),
        (b'{"services": [{"nom": "A"}]}', "service n° 1 : l'identifiant manque"),
        (b'{"services": [{"id": "../../x"}]}', "service n° 1 : l'identifiant manque"),
        (json.dumps({"services": [SERVICE, SERVICE]}).encode(), "y est deux fois"),
        (json.dumps({"services": [SERVICE | {"lieux": 3}]}).encode(), "« lieux » n'est pas"),
        (json.dumps({"services": [SERVICE | {"nom": 3}]}).encode(), "un texte est attendu"),
        (
            json.dumps({"services": [SERVICE | {"verification": {"le": "hier"}}]}).encode(),
            "une date n'en est pas une",
        ),
        (json.dumps({"services": [], "generated_at": 3}).encode(), "« generated_at »"),
    ],
)
def test_what_is_no_edition_is_told_in_one_line(content: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "services.json"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=r"n'est pas un services\.json de l'annuaire") as caught:
        read_published(file)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ne peut pas être lu"):
        read_published(tmp_path / "absent.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("2026-01-01"),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["id", "nom", "lieux", "sources", "verification", "le", "consulte_le", "statut",
                         "anciens_identifiants", "departement", "adresse_visible"]),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON, JSON)
def test_whatever_is_accepted_can_be_compared(first: Any, second: Any) -> None:
    editions = []
    for value in (first, second):
        service = SERVICE | value if isinstance(value, dict) else value
        try:
            editions.append(parse_published(json.dumps({"services": [service]}).encode(), "x"))
        except ValueError:
            return
    compare(*editions)


def test_a_published_file_is_the_edition_it_was_made_from(
    project_root: Path, tmp_path: Path
) -> None:
    directory = awkward.directory(Territory.load(project_root))
    file = tmp_path / "services.json"
    file.write_bytes(make_release(directory, awkward.SITE).files["donnees/services.json"])
    project = Project.find(project_root)
    edition = open_edition(str(file), project, directory.territory)
    now = edition_of(directory, "services.json")
    assert (edition.date, list(edition.services)) == (now.date, list(now.services))
    assert edition.services == now.services
