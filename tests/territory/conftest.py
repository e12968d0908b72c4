"""The territory as the project publishes it, read once."""

from pathlib import Path

import pytest

from generator.territory import Territory


@pytest.fixture(scope="session")
def territory(project_root: Path) -> Territory:
    return Territory.load(project_root)
