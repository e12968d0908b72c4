"""The territory and the theme, read once."""

from pathlib import Path

import pytest
from jinja2 import Environment

from generator.pages.assets import theme_files
from generator.pages.render import environment
from generator.pages.shared import load_site
from generator.pages.site import Site
from generator.project import Project
from generator.territory import Territory
from tests.pages.samples import TODAY


@pytest.fixture(scope="session")
def territory(project_root: Path) -> Territory:
    """France, as the reference tables have it."""
    return Territory.load(project_root)


@pytest.fixture(scope="session")
def site(project_root: Path) -> Site:
    """A site served under a sub-path."""
    project = Project.find(project_root, site_url="https://annuaire.example/familles", today=TODAY)
    return load_site(project, "Annuaire d'essai", dict(theme_files(project_root / "theme")))


@pytest.fixture(scope="session")
def jinja(project_root: Path, site: Site) -> Environment:
    """The environment that renders every page."""
    return environment(project_root / "theme" / "templates", site, TODAY)
