"""The territory that maps are drawn from."""

from pathlib import Path

import pytest

from generator.territory import Territory


@pytest.fixture(scope="session")
def territory(project_root: Path) -> Territory:
    return Territory.load(project_root)
