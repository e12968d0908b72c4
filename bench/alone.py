"""Everything but the search index and the publication: ``python -m bench.alone SERVICES OUTPUT``.

Reads and checks the records of SERVICES, and makes the whole site in OUTPUT. With ``--common``, only
what other generators make of them too: a page a service, a list a département, the index of places,
CSV, JSON and GeoJSON.
"""

import argparse
import dataclasses
import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.cli import OBJECTS_BETWEEN_COLLECTIONS
from generator.directory import Directory
from generator.edition import load_directory
from generator.engine.build import load_press, make_site
from generator.engine.plugin import Making
from generator.engine.units import site_units
from generator.exports import EXPORTS, NO_PAST, Release
from generator.production import Output, Unit, Workshop, production
from generator.project import Project

ROOT = Path(__file__).parent.parent
COMMON_PAGES = ("services/", "departements/")
COMMON_DATA = ("services.csv", "lieux.csv", "services.json", "lieux.geojson")


def main() -> None:
    """Make the site, or the common part of it, once."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    parser = argparse.ArgumentParser(prog="python -m bench.alone", description=__doc__)
    parser.add_argument("services", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--common", action="store_true")
    chosen = parser.parse_args()
    found = Project.find(ROOT, site_url="https://annuaire.example", output=chosen.output)
    project = dataclasses.replace(found, services=chosen.services, fictional=True)
    os.environ["XDG_CACHE_HOME"] = f"{chosen.output}.cache"  # nothing is kept from another time
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)
    if chosen.common:
        make_common_part(project)
    else:
        make_site(project, load_directory(project), chosen.output, Making())


def make_common_part(project: Project) -> None:
    """The common part, with the same units and over as many processes as the whole."""
    directory = load_directory(project)
    press = load_press(project)
    recipes = press.recipes(directory)
    made = site_units(directory, recipes, press.printer(project.today), project.site_url, NO_PAST)
    pages = [one for one in made if one.name.startswith(COMMON_PAGES)]
    places = [one for one in made if one.name == "recherche/lieux"]
    data = [_export(name, project.site_url) for name in COMMON_DATA]
    with production([*data, *places, *pages], Workshop(directory, project.output, "")) as collect:
        collect()


def _export(name: str, site_url: str) -> Unit:
    (export,) = (one for one in EXPORTS if one.path == f"donnees/{name}")

    def make(directory: Directory) -> Iterator[Output]:
        yield Output(export.path, export.make(Release(directory, site_url)))

    return Unit(export.path, make)


if __name__ == "__main__":
    main()
