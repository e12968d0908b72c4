"""The territory, read once, and a project for each test."""

from pathlib import Path

import pytest

from generator.territory import Territory
from tests.importing.files import Import


@pytest.fixture(scope="session")
def territory(project_root: Path) -> Territory:
    return Territory.load(project_root)


@pytest.fixture
def files(tmp_path: Path, territory: Territory) -> Import:
    return Import(tmp_path.resolve(), territory)
