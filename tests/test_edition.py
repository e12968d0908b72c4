"""An edition is loaded whole or refused with all its problems."""

import datetime
import shutil
from pathlib import Path

import pytest

from generator.checks import kept
from generator.edition import InvalidRecordsError, inspect_project, load_directory
from generator.project import Project, cache_folder

RECORD = "974/mediation-outre-mer.yaml"


@pytest.fixture
def one_service_project(project_root: Path, tmp_path: Path) -> Project:
    """A project of one invented service, with the real texts and reference data."""
    for name in ("content", "data/reference"):
        shutil.copytree(project_root / name, tmp_path / name)
    # Not the register of published identifiers: it would miss the real services.
    for file in (*(project_root / "data").glob("*.yaml"), project_root / "pelicanconf.py"):
        shutil.copy(file, tmp_path / file.relative_to(project_root))
    record = tmp_path / "data" / "services" / RECORD
    record.parent.mkdir(parents=True)
    shutil.copy(project_root / "tests/fixtures/fictional/services" / RECORD, record)
    return Project.find(tmp_path, today=datetime.date(2026, 11, 23), fictional=True)


def test_a_dead_link_in_a_text_stops_the_edition_and_says_where(
    one_service_project: Project,
) -> None:
    page = one_service_project.root / "content" / "pages" / "a-propos.md"
    lines = [*page.read_text("utf-8").splitlines(), "", "Voir [ce service](service:disparu)."]
    page.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(InvalidRecordsError) as caught:
        load_directory(one_service_project)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("content/pages/a-propos.md", len(lines))
    assert "disparu" in problem.message


def test_a_wrong_record_is_told_before_the_texts_are_read(one_service_project: Project) -> None:
    record = one_service_project.services / RECORD
    record.write_text(record.read_text("utf-8").replace("statut: ouvert", "statut: ouvrt"), "utf-8")
    inspection, _ = inspect_project(one_service_project)
    assert [problem.rule for problem in inspection.errors] == ["valeur-inconnue"]


def test_a_sound_edition_gives_a_directory(one_service_project: Project) -> None:
    directory = load_directory(one_service_project)
    assert [service.id for service in directory.services] == ["mediation-outre-mer"]


def test_the_file_is_its_owners_alone_and_stands_outside_the_project(
    one_service_project: Project,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setattr(kept, "FEWEST_FILES", 1)
    first, _ = inspect_project(one_service_project)
    (file,) = cache_folder().iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0
    assert not file.is_relative_to(one_service_project.root)
    again, _ = inspect_project(one_service_project)
    assert again == first
