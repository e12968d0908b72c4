"""``annuaire diff``: what changed, for people and for machines."""

import json

import pytest

from tests.cli.conftest import Project, Said

SECRET = "12 rue du Secret"


@pytest.fixture
def past(project: Project) -> Project:
    """Two records committed as v1, one of which is then edited on the disk."""
    project.add("mediation-a-35")
    project.add("mediation-b-35", phone="01 99 00 12 35")
    project.git("init", "--quiet")
    project.git("add", "data/services")
    project.git("commit", "--quiet", "-m", "v1")
    project.git("tag", "v1")
    project.add("mediation-a-35", phone="01 99 00 12 99")
    return project


def test_people_read_what_changed_since_a_revision(past: Project, said: Said) -> None:
    assert past.run("diff", "v1") == 0
    told = said()
    assert "1 modifié." in told
    assert "contact.telephone : 01 99 00 12 34 → 01 99 00 12 99" in told


def test_nothing_changed_is_said(past: Project, said: Said) -> None:
    assert past.run("diff", "v1", "v1") == 0
    assert "aucun changement" in said()


def test_two_files_of_one_name_are_told_apart(project: Project, said: Said) -> None:
    before, after = project.root / "hier/services.json", project.root / "demain/services.json"
    for one in (before, after):
        one.parent.mkdir()
        one.write_text('{"services": []}', "utf-8")
    assert project.run("diff", str(before), str(after)) == 0
    assert f"De {before} à {after} : aucun changement" in said()


def test_machines_read_it_too(past: Project, said: Said) -> None:
    assert past.run("diff", "v1", ".", "--format", "json") == 0
    (change,) = json.loads(said())["changements"]
    assert change["champs"] == [
        {"champ": "contact.telephone", "avant": "01 99 00 12 34", "apres": "01 99 00 12 99"}
    ]


def test_an_address_hidden_today_is_told_by_no_pair_of_editions(past: Project, said: Said) -> None:
    file = past.path("mediation-a-35")
    visible = file.read_text("utf-8")
    file.write_text(visible.replace("role: siege", f"role: siege\n    adresse: {SECRET}"), "utf-8")
    past.git("commit", "--quiet", "-am", "v2")
    file.write_text(
        visible.replace("role: siege", "role: siege\n    adresse_visible: commune"), "utf-8"
    )
    for pair in (("v1", "HEAD"), ("HEAD", "v1"), ("HEAD", "."), (".", "HEAD")):
        for form in ("text", "markdown", "json"):
            assert past.run("diff", *pair, "--format", form) == 0
            told = said()
            assert "mediation-a-35" in told
            assert SECRET not in told
            assert "adresse" not in told


def test_an_unknown_revision_is_one_french_line_and_exit_code_2(past: Project, said: Said) -> None:
    assert past.run("diff", "v9") == 2
    assert said().startswith("annuaire : « v9 » n'est ni un fichier, ni une révision")
