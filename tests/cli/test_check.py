"""``annuaire check``: all is read, what is asked for is shown, the exit code says what was seen."""

import json

import pytest

from tests.cli.conftest import Project, Said

WRONG = {"phone": "01 99 00 12"}


def test_a_sound_directory_is_exit_code_0(project: Project, said: Said) -> None:
    project.add("mediation-a-35")
    assert project.run("check") == 0
    assert said() == "1 fiche : rien à signaler.\n"


def test_an_error_is_exit_code_1_and_says_where(project: Project, said: Said) -> None:
    project.add("mediation-a-35", **WRONG)
    assert project.run("check") == 1
    told = said()
    assert told.startswith("data/services/35/mediation-a-35.yaml:12:14: erreur : contact.telephone")
    assert "[telephone]" in told
    assert told.endswith("1 fiche : 1 erreur.\n")


def test_only_the_chosen_files_are_shown_and_count(project: Project, said: Said) -> None:
    good = project.add("mediation-a-35")
    bad = project.add("mediation-b-35", **WRONG)
    assert project.run("check", str(good)) == 0
    assert "mediation-b-35" not in said()
    assert project.run("check", str(bad)) == 1
    assert project.run("check", str(bad.parent)) == 1


def test_a_chosen_file_is_still_compared_with_the_others(project: Project, said: Said) -> None:
    project.add("mediation-a-35", name="Médiation")
    twin = project.add("mediation-b-35", name="Médiation")
    assert project.run("check", str(twin)) == 0
    assert "[doublon-probable]" in said()


def test_quiet_shows_errors_only(project: Project, said: Said) -> None:
    project.add("mediation-a-35", name="Médiation")
    project.add("mediation-b-35", name="Médiation")
    assert project.run("check", "--quiet") == 0
    assert said() == ""


def test_advice_is_shown_on_demand(project: Project, said: Said) -> None:
    project.add("mediation-a-35", phone="06 39 98 12 34")
    assert project.run("check") == 0
    assert "conseil" not in said()
    assert project.run("check", "--conseils") == 0
    assert "[telephone-portable]" in said()


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_the_forms_for_programs_are_json(project: Project, form: str, said: Said) -> None:
    project.add("mediation-a-35", **WRONG)
    assert project.run("check", "--format", form) == 1
    assert json.loads(said())


@pytest.fixture
def history(project: Project) -> Project:
    """Two wrong records committed, then the second changed and a third added."""
    project.add("mediation-a-35", **WRONG)
    project.add("mediation-b-35", **WRONG)
    project.git("init", "--quiet", "--initial-branch=main")
    project.git("add", ".")
    project.git("commit", "--quiet", "--message=Essai")
    project.add("mediation-b-35", phone="01 99 00 1")
    project.add("mediation-c-35", **WRONG)
    return project


def test_changed_files_come_first_and_the_others_still_count(history: Project, said: Said) -> None:
    assert history.run("check", "--changed-from", "main") == 1
    told = said()
    order = [told.index(text) for text in (
        "Fiches modifiées", "mediation-b-35.yaml:", "mediation-c-35.yaml:",
        "Autres fiches", "mediation-a-35.yaml:", "3 fiches : 3 erreurs.",
    )]  # fmt: skip
    assert order == sorted(order)


def test_the_forms_for_programs_have_changed_files_first_too(history: Project, said: Said) -> None:
    assert history.run("check", "--changed-from", "HEAD", "--format", "json") == 1
    paths = [one["chemin"] for one in json.loads(said())["problemes"]]
    assert [path[-9:-8] for path in paths] == ["b", "c", "a"]


def test_what_others_added_meanwhile_is_not_a_change_of_ours(history: Project, said: Said) -> None:
    history.git("stash", "--quiet", "--include-untracked")
    history.git("checkout", "--quiet", "-b", "ailleurs")
    history.add("mediation-a-35", phone="01 99 00 9")
    history.git("commit", "--quiet", "--all", "--message=Ailleurs")
    history.git("checkout", "--quiet", "main")
    history.git("stash", "pop", "--quiet")
    assert history.run("check", "--changed-from", "ailleurs") == 1
    told = said()
    assert told.index("Autres fiches") < told.index("mediation-a-35.yaml:")


@pytest.mark.parametrize("ref", ["absente", "--output=x", "HEAD:data", ""])
def test_a_ref_that_git_does_not_know_is_misuse(history: Project, ref: str, said: Said) -> None:
    assert history.run("check", f"--changed-from={ref}") == 2
    told = said()
    assert f"git ne connaît pas « {ref} » ici." in told
    assert len(told.splitlines()) == 1


def test_a_ref_of_another_history_is_misuse(history: Project, said: Said) -> None:
    history.git("checkout", "--quiet", "--orphan", "sans-origine")
    history.git("commit", "--quiet", "--message=Autre histoire", "--allow-empty")
    history.git("checkout", "--quiet", "main")
    assert history.run("check", "--changed-from", "sans-origine") == 2
    assert "n'ont pas d'origine commune ici" in said()


def test_a_ref_that_the_repository_has_in_part_is_misuse(history: Project, said: Said) -> None:
    objects = history.root / ".git" / "objects"
    history.git("branch", "entamee")
    tree = history.git("rev-parse", "entamee^{tree}")
    (objects / tree[:2] / tree[2:]).unlink()
    assert history.run("check", "--changed-from", "entamee") == 2
    assert "git ne sait pas dire ce qui a changé depuis « entamee »" in said()


def test_without_a_repository_it_is_misuse(
    project: Project, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.root.parent))
    assert project.run("check", "--changed-from", "main") == 2
    assert "n'est pas dans un dépôt git" in said()


def test_without_git_it_is_misuse(
    project: Project, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(project.root))
    assert project.run("check", "--changed-from", "main") == 2
    assert "git n'est pas installé" in said()
