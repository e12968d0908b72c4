"""Three editions of the data, exported once: awkward records, the real ones, 1,000 synthetic ones."""

import datetime
from pathlib import Path

import pytest

from bench.exports import synthetic as synthetic_directory
from generator.directory import Directory
from generator.edition import load_directory
from generator.exports import Release, make_release
from generator.project import Project
from generator.territory import Territory
from tests.exports import awkward

SYNTHETIC = 1000


@pytest.fixture(scope="session")
def territory(project_root: Path) -> Territory:
    return Territory.load(project_root)


@pytest.fixture(scope="session")
def directory(territory: Territory) -> Directory:
    """The awkward records."""
    return awkward.directory(territory)


@pytest.fixture(scope="session")
def release(directory: Directory) -> Release:
    """The awkward records, exported."""
    return make_release(directory, awkward.SITE)


@pytest.fixture(scope="session")
def real(project_root: Path) -> Release:
    project = Project.find(project_root, today=datetime.date(2026, 11, 25))
    return make_release(load_directory(project), awkward.SITE)


@pytest.fixture(scope="session")
def synthetic() -> Release:
    """Twice what France is known to have; read and validated record by record."""
    return make_release(synthetic_directory(SYNTHETIC), awkward.SITE)


@pytest.fixture(scope="session", params=["release", "real", "synthetic"])
def edition(request: pytest.FixtureRequest) -> Release:
    """Each of the three in turn, for what must hold of any data."""
    found: Release = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def published(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The awkward records' files, on disk as a reuser would fetch them."""
    return write(release, tmp_path_factory.mktemp("published"))


def write(release: Release, folder: Path) -> Path:
    """Write every file of ``release`` under ``folder``."""
    for path, content in release.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder
