"""Opening files that anyone may have put there."""

import os
from pathlib import Path

import pytest

from generator.records.files import read_file
from generator.records.nodes import plain
from generator.records.rules import MAX_BYTES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose data/services/69/ is empty."""
    (tmp_path / "data" / "services" / "69").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def file(root: Path) -> Path:
    """Where a record would be; nothing is there yet."""
    return root / "data" / "services" / "69" / "mediation-exemple-69.yaml"


def rules(file: Path, root: Path) -> list[str]:
    record = read_file(file, root)
    assert record.path == "data/services/69/mediation-exemple-69.yaml"
    return [problem.rule for problem in record.problems]


def test_a_regular_file_is_read(file: Path, root: Path) -> None:
    file.write_text("nom: Médiation\n", encoding="utf-8")
    record = read_file(file, root)
    assert record.problems == ()
    assert record.root is not None
    assert plain(record.root) == {"nom": "Médiation"}


def test_a_missing_file_is_said_to_be_missing(file: Path, root: Path) -> None:
    assert rules(file, root) == ["fichier-illisible"]


def test_a_folder_is_refused(file: Path, root: Path) -> None:
    file.mkdir()
    assert rules(file, root) == ["fichier-nature"]


def test_a_fifo_is_refused_without_waiting(file: Path, root: Path) -> None:
    os.mkfifo(file)
    assert rules(file, root) == ["fichier-nature"]


@pytest.mark.parametrize("target", ["/proc/self/environ", "/dev/zero", "autre.yaml", "absent"])
def test_a_link_is_refused_wherever_it_leads(file: Path, root: Path, target: str) -> None:
    (file.parent / "autre.yaml").write_text("nom: x\n", encoding="utf-8")
    file.symlink_to(target)
    assert rules(file, root) == ["fichier-nature"]


@pytest.mark.parametrize("linked", ["data", "data/services", "data/services/69"])
def test_a_file_behind_a_linked_folder_is_refused(file: Path, root: Path, linked: str) -> None:
    file.write_text("nom: x\n", encoding="utf-8")
    (root / linked).rename(root / "ailleurs")
    (root / linked).symlink_to(root / "ailleurs")
    assert rules(file, root) == ["fichier-nature"]


def test_a_link_above_the_project_is_its_owner_s_business(file: Path, root: Path) -> None:
    file.write_text("nom: x\n", encoding="utf-8")
    link = root.parent / f"{root.name}-lien"
    link.symlink_to(root)
    assert read_file(link / file.relative_to(root), link).problems == ()


def test_no_more_than_the_limit_is_read_of_a_huge_file(file: Path, root: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES * 1_000_000)
    assert rules(file, root) == ["lecture-taille"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read any file")
def test_a_file_without_the_right_to_read_is_said_so(file: Path, root: Path) -> None:
    file.write_text("nom: x\n", encoding="utf-8")
    file.chmod(0)
    assert rules(file, root) == ["fichier-illisible"]


def test_a_file_outside_the_project_keeps_its_own_path(tmp_path: Path) -> None:
    file = tmp_path / "ailleurs.yaml"
    file.write_text("nom: x\n", encoding="utf-8")
    record = read_file(file, tmp_path / "projet")
    assert record.path == file.as_posix()
    assert record.problems == ()


def test_a_name_that_is_not_utf_8_can_still_be_shown(root: Path) -> None:
    file = root / os.fsdecode(b"data/services/69/m\xe9diation.yaml")
    file.write_bytes(b"")
    (problem,) = read_file(file, root).problems
    assert problem.path == "data/services/69/m?diation.yaml"
