"""``annuaire import``: a plan first, nothing written without being asked, nothing overwritten silently."""

import pytest

from tests.cli.conftest import Project, Said
from tests.importing.files import HEADER, ROW


@pytest.fixture
def table(project: Project) -> str:
    file = project.root / "partenaire.csv"
    other = ROW.replace("l'essai", "Vitré").replace("35000,Rennes,35238", "35500,Vitré,35360")
    wrong = ROW.replace("01 99 00 12 34", "12")
    known = (
        f"mediation-connue-35,{ROW}".replace("12 34", "12 77")
        .replace("Essai,", "Connue,")
        .replace("l'essai", "l'annexe")
    )
    rows = (f",{ROW}", f",{other}".replace("12 34", "12 35"), f",{wrong}", known)
    file.write_text("\n".join((f"id,{HEADER}", *rows, "")), "utf-8")
    return str(file)


def test_a_plan_is_shown_and_nothing_is_written(project: Project, table: str, said: Said) -> None:
    assert project.run("import", table) == 1  # a row is refused
    told = said()
    assert "Plan d'import : 3 à créer, 1 refusée." in told
    assert "partenaire.csv, ligne 4, colonne « contact_telephone »" in told
    assert "Rien n'a été écrit." in told
    assert not list((project.root / "data" / "services").rglob("*.yaml"))


def test_what_is_written_passes_the_checks(project: Project, table: str, said: Said) -> None:
    assert project.run("import", table, "--apply") == 1
    assert "3 fiches de plus" in said()
    assert project.run("check") == 0
    assert project.run("format", "--check") == 0
    said()
    assert project.run("import", table) == 1
    assert "1 sans changement" in said()  # the one whose identifier the file says


def test_a_record_is_never_overwritten_without_being_asked(
    project: Project, table: str, said: Said
) -> None:
    file = project.add("mediation-connue-35", phone="01 99 00 12 88")
    before = file.read_bytes()
    project.run("import", table, "--apply")
    assert "Fiches existantes laissées telles quelles : 1 (--replace)" in said()
    assert file.read_bytes() == before
    project.run("import", table, "--apply", "--replace", "--with-duplicates")
    assert "01 99 00 12 77" in file.read_text("utf-8")
    assert "- fsl" in file.read_text("utf-8")  # what the file does not say is kept


def test_a_probable_duplicate_is_not_created_without_being_asked(
    project: Project, table: str, said: Said
) -> None:
    project.add("mediation-ancienne-35", phone="01 99 00 12 34")
    project.run("import", table, "--apply")
    assert "Doublons probables laissés : 1 (--with-duplicates)" in said()
    assert not project.path("mediation-essai-35").exists()
    project.run("import", table, "--apply", "--with-duplicates")
    assert project.path("mediation-essai-35").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["absent.csv"], "absent.csv n'existe pas"),
        (["/"], "/ ne peut pas être lu : c'est un dossier."),
        (["{table}", "--replace"], "vont avec --apply"),
        (["{table}", "--format", "xls"], "ne convient pas à --format"),
        (["{table}", "--mapping", "{table}"], "n'est pas du TOML"),
        (["{table}", "--mapping", "{binary}"], "n'est pas en UTF-8"),
    ],
)
def test_a_wrong_command_line_is_told(
    project: Project, table: str, said: Said, arguments: list[str], told: str
) -> None:
    binary = project.root / "binaire.toml"
    binary.write_bytes(b"\xff\xfe")
    given = [one.format(table=table, binary=binary) for one in arguments]
    assert project.run("import", *given) == 2
    assert told in said()
