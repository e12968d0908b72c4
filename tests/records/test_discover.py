"""What counts as a record under data/services/, and what is pointed out."""

import os
from pathlib import Path

import pytest

from generator.records.discover import discover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data/services/ with a folder for the Rhône."""
    folder = tmp_path / "data" / "services"
    (folder / "69").mkdir(parents=True)
    return folder


def put(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("nom: x\n", encoding="utf-8")


def look(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    root = folder.parent.parent
    files, problems = discover(folder, root)
    assert all(problem.message and problem.hint for problem in problems)
    return (
        [file.relative_to(folder).as_posix() for file in files],
        [(problem.path.removeprefix("data/services/"), problem.rule) for problem in problems],
    )


def test_records_come_in_order_of_departement_and_name(folder: Path) -> None:
    put(folder, "69/b-69.yaml", "2A/c-2a.yaml", "01/z-01.yaml", "69/a-69.yaml", "974/d-974.yaml")
    put(folder, ".gitkeep", "69/.gitkeep")
    expected = ["01/z-01.yaml", "2A/c-2a.yaml", "69/a-69.yaml", "69/b-69.yaml", "974/d-974.yaml"]
    assert look(folder) == (expected, [])


@pytest.mark.parametrize(
    ("name", "where", "rule"),
    [
        ("exemple.yaml", "exemple.yaml", "fichier-emplacement"),
        ("README.md", "README.md", "fichier-emplacement"),
        (".DS_Store", ".DS_Store", "fichier-emplacement"),
        ("69/lyon/exemple.yaml", "69/lyon", "fichier-emplacement"),
        ("69/.exemple.yaml", "69/.exemple.yaml", "fichier-emplacement"),
        ("69/exemple.yml", "69/exemple.yml", "fichier-extension"),
        ("69/exemple.YAML", "69/exemple.YAML", "fichier-extension"),
        ("69/exemple.yaml.bak", "69/exemple.yaml.bak", "fichier-extension"),
        ("69/exemple", "69/exemple", "fichier-extension"),
    ],
)
def test_what_is_not_a_record_is_pointed_out_and_not_read(
    folder: Path, name: str, where: str, rule: str
) -> None:
    put(folder, name, "69/mediation-69.yaml")
    assert look(folder) == (["69/mediation-69.yaml"], [(where, rule)])


@pytest.mark.parametrize("name", ["rhone", "2a", "69-rhone", "1", "ARA"])
def test_a_folder_is_named_by_a_code(folder: Path, name: str) -> None:
    put(folder, f"{name}/exemple.yaml")
    assert look(folder) == ([f"{name}/exemple.yaml"], [(name, "fichier-emplacement")])


@pytest.mark.parametrize("name", ["Mediation", "médiation", "a_b", "ab", "index", "con", "a.b"])
def test_a_badly_named_record_is_read_all_the_same(folder: Path, name: str) -> None:
    put(folder, f"69/{name}.yaml")
    assert look(folder) == ([f"69/{name}.yaml"], [(f"69/{name}.yaml", "fichier-identifiant")])


def test_one_identifier_in_two_folders_names_both_files(folder: Path) -> None:
    put(folder, "69/exemple.yaml", "38/exemple.yaml")
    _, (problem,) = discover(folder, folder.parent.parent)
    assert problem.path == "data/services/69/exemple.yaml"
    assert "data/services/38/exemple.yaml" in problem.message


@pytest.mark.parametrize(
    ("one", "other"), [("exemple", "EXEMPLE"), ("m\u00e9diation", "me\u0301diation")]
)
def test_identifiers_that_some_disks_confuse_are_the_same(
    folder: Path, one: str, other: str
) -> None:
    put(folder, f"38/{one}.yaml", f"69/{other}.yaml")
    assert (f"69/{other}.yaml", "fichier-repete") in look(folder)[1]


def test_links_and_special_files_are_refused(folder: Path) -> None:
    put(folder, "69/vrai.yaml")
    (folder / "69" / "lien.yaml").symlink_to("vrai.yaml")
    (folder / "69" / "environ.yaml").symlink_to("/proc/self/environ")
    (folder / "69" / "dossier").symlink_to(".")
    (folder / "38").symlink_to("69")
    (folder / "boucle").symlink_to(".")
    os.mkfifo(folder / "69" / "tube.yaml")
    assert look(folder) == (
        ["69/vrai.yaml"],
        [
            ("38", "fichier-nature"),
            ("69/dossier", "fichier-nature"),
            ("69/environ.yaml", "fichier-nature"),
            ("69/lien.yaml", "fichier-nature"),
            ("69/tube.yaml", "fichier-nature"),
            ("boucle", "fichier-nature"),
        ],
    )


@pytest.mark.parametrize("linked", ["data", "data/services"])
def test_a_linked_folder_is_not_entered(folder: Path, linked: str) -> None:
    put(folder, "69/exemple.yaml")
    root = folder.parent.parent
    (root / linked).rename(root / "ailleurs")
    (root / linked).symlink_to("ailleurs" if linked == "data" else "../ailleurs")
    files, problems = discover(folder, root)
    assert files == []
    assert [problem.rule for problem in problems] == ["fichier-nature"]


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    files, problems = discover(tmp_path / "data" / "services", tmp_path)
    assert files == []
    assert [(problem.path, problem.rule) for problem in problems] == [
        ("data/services", "fichier-illisible")
    ]


def test_a_name_that_is_not_utf_8_or_hides_something_can_be_shown(folder: Path) -> None:
    put(folder, "69/" + os.fsdecode(b"m\xe9diation.yaml"), "69/a\u202eb.yaml")
    for problem in discover(folder, folder.parent.parent)[1]:
        shown = problem.path + problem.message + problem.hint
        assert "\u202e" not in shown
        shown.encode()
