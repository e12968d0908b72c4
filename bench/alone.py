"""Everything but the search index and the publication: ``python -m bench.alone SERVICES OUTPUT``.

Reads and checks the records of SERVICES, and makes the whole site in OUTPUT: what other generators
do, and the exports.
"""

import argparse
import dataclasses
import gc
from pathlib import Path

from generator.cli import OBJECTS_BETWEEN_COLLECTIONS
from generator.edition import load_directory
from generator.engine.build import make_site
from generator.engine.plugin import Making
from generator.project import Project

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Make the site once, as ``annuaire build`` does."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    parser = argparse.ArgumentParser(prog="python -m bench.alone", description=__doc__)
    parser.add_argument("services", type=Path)
    parser.add_argument("output", type=Path)
    chosen = parser.parse_args()
    found = Project.find(ROOT, site_url="https://annuaire.example", output=chosen.output)
    project = dataclasses.replace(found, services=chosen.services, fictional=True)
    make_site(project, load_directory(project), chosen.output, Making())


if __name__ == "__main__":
    main()
