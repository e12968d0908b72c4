"""What a partner sees in VS Code: the extension's own server, with the settings of this folder."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.schema.language_server import Editor, editor

NEW = (f"data/services/35/nouvelle-fiche-{number}.yaml" for number in count())


@pytest.fixture(scope="module")
def opened(project_root: Path) -> Iterator[Editor]:
    with editor(project_root) as made:
        yield made


def test_the_keys_of_a_record_are_proposed_with_their_meaning(opened: Editor) -> None:
    opened.open(next(NEW), "type: mediation_familiale\n")
    proposed = opened.proposed(1, 0)
    assert {"nom", "statut", "gestionnaire", "resume", "lieux", "contact"} <= proposed.keys()
    assert "Le nom que les familles connaissent." in proposed["nom"]


def test_the_terms_of_a_closed_list_are_proposed_with_their_definition(opened: Editor) -> None:
    opened.open(next(NEW), "type: \n")
    proposed = opened.proposed(0, 6)
    assert proposed.keys() == {"mediation_familiale", "espace_de_rencontre"}
    assert "Un médiateur familial diplômé" in proposed["mediation_familiale"]


def test_a_key_within_a_place_is_proposed(opened: Editor) -> None:
    opened.open(next(NEW), "lieux:\n  - role: siege\n    \n")
    assert {"commune", "code_insee", "horaires"} <= opened.proposed(2, 4).keys()


def test_the_pointer_on_a_key_shows_what_it_means(opened: Editor) -> None:
    opened.open(next(NEW), "statut: ouvert\n")
    assert "Exemple" in opened.hovered(0, 2)


def test_a_wrong_value_is_underlined_while_typing(opened: Editor) -> None:
    opened.open(next(NEW), "type: mediation_familial\n")
    assert any(one["range"]["start"] == {"line": 0, "character": 6} for one in opened.problems)


def test_the_schema_line_of_a_record_leads_to_the_same_schema(
    opened: Editor, project_root: Path
) -> None:
    """Elsewhere than in the folder of the records, it is the line that counts."""
    record = min((project_root / "data/services").rglob("*.yaml"))
    line = record.read_text("utf-8").partition("\n")[0].replace("../../../", "../")
    assert "$schema=" in line
    opened.open("docs/essai.yaml", f"{line}\ntype: \n")
    assert "espace_de_rencontre" in opened.proposed(1, 6)


def test_the_records_of_the_directory_are_right_for_the_editor_too(
    opened: Editor, project_root: Path
) -> None:
    for file in sorted((project_root / "data/services").rglob("*.yaml"))[:5]:
        opened.open(file.relative_to(project_root).as_posix(), file.read_text("utf-8"))
        assert opened.problems == [], file
