"""``annuaire register``: what was published is remembered, and can be erased."""

import pytest

from generator.cli.register import require_registered
from generator.errors import AnnuaireError
from generator.project import Project as Places
from generator.register import FILE
from tests.cli.conftest import Project, Said

HEADER = "identifiant,efface_le,raison\n"


def register(project: Project) -> str:
    return (project.root / FILE).read_text("utf-8")


def test_the_identifiers_of_all_records_are_registered_once(project: Project, said: Said) -> None:
    project.add("mediation-b-35")
    text = project.add("mediation-a-35").read_text("utf-8")
    project.add("mediation-a-35", text + "anciens_identifiants:\n  - mediation-ancienne-35\n")
    assert project.run("register", "--check") == 1
    assert "mediation-ancienne-35" in said()
    assert project.run("register") == 0
    expected = HEADER + "mediation-a-35,,\nmediation-ancienne-35,,\nmediation-b-35,,\n"
    assert register(project) == expected
    assert project.run("register") == 0
    assert register(project) == expected
    assert project.run("register", "--check") == 0


def test_a_registered_record_cannot_disappear(project: Project, said: Said) -> None:
    project.add("mediation-b-35", phone="01 99 00 12 35")
    file = project.add("mediation-a-35")
    project.run("register")
    assert project.run("check") == 0
    file.unlink()
    said()
    assert project.run("check") == 1
    told = said()
    assert "data/identifiants.csv:2:1" in told
    assert "« mediation-a-35 » a été publié, et aucune fiche ne le porte plus" in told


def test_a_release_waits_for_every_identifier_to_be_registered(project: Project) -> None:
    for letter in "abcd":
        project.add(f"mediation-{letter}-35")
    places = Places.find(project.root)
    with pytest.raises(AnnuaireError) as caught:
        require_registered(places)
    assert str(caught.value).startswith(
        "4 identifiants à inscrire au registre avant de publier "
        "(mediation-a-35, mediation-b-35, mediation-c-35, …)."
    )
    project.run("register")
    require_registered(places)


def test_a_record_that_changed_its_name_is_not_lost(project: Project) -> None:
    text = project.add("mediation-a-35").read_text("utf-8")
    project.run("register")
    project.path("mediation-a-35").unlink()
    project.add("mediation-neuve-35", text + "anciens_identifiants:\n  - mediation-a-35\n")
    assert project.run("check") == 0


def test_an_erased_record_leaves_its_identifiers_the_day_and_the_reason(
    project: Project, said: Said
) -> None:
    project.add("mediation-b-35")
    text = project.add("mediation-a-35", phone="01 99 00 12 35").read_text("utf-8")
    file = project.add("mediation-a-35", text + "anciens_identifiants:\n  - mediation-0-35\n")
    project.run("register")
    erase = ("--erase", "mediation-a-35", "--reason", "demande", "--today", "2026-11-02")
    assert project.run("register", *erase) == 0
    assert not file.exists()
    assert register(project) == HEADER + (
        "mediation-0-35,2026-11-02,demande\nmediation-a-35,2026-11-02,demande\nmediation-b-35,,\n"
    )
    assert "docs/effacer.md" in said()
    assert project.run("check") == 0
    # The name never serves again, for a record written by hand or by the command.
    project.add("mediation-a-35", text)
    assert project.run("check") == 1
    assert "[identifiant-efface]" in said()


def test_erasing_what_is_not_there_changes_nothing(project: Project, said: Said) -> None:
    project.add("mediation-b-35")
    project.run("register")
    before = register(project)
    assert project.run("register", "--erase", "mediation-x", "--reason", "erreur") == 1
    assert project.run("register", "--erase", "mediation-b-35") == 2
    assert register(project) == before
    assert "vont ensemble" in said()
