"""The tables of ``data/reference``: their names, their columns, and how one is read."""

import csv
from collections.abc import Iterator
from pathlib import Path

from generator.errors import AnnuaireError

REFERENCE_FOLDER = "data/reference"

COLUMNS: dict[str, tuple[str, ...]] = {
    "regions.csv": ("code", "nom", "dans", "de"),
    "departements.csv": ("code", "nom", "region", "dans", "de"),
    "communes.csv": (
        "code_insee",
        "nom",
        "codes_postaux",
        "departement",
        "region",
        "epci",
        "arrondissement",
        "commune_parente",
        "population",
        "latitude",
        "longitude",
        "precision",
    ),
    "communes_anciennes.csv": ("code_ancien", "nom", "code_actuel"),
}
"""The header of each CSV table, in order. ``codes_postaux`` are separated by ``|``."""

MAPS = f"{REFERENCE_FOLDER}/cartes.json"
"""The maps drawn from the others (``hexmap``)."""


class ReferenceTableError(AnnuaireError):
    """A reference table is absent or is not as the project writes it."""


def read_rows(root: Path, table: str) -> Iterator[list[str]]:
    """Read the rows of ``data/reference/<table>`` under the project's ``root``, without header.

    Raises ``ReferenceTableError``, at the row that is wrong, when the file is absent, is not UTF-8,
    has other columns than ``COLUMNS`` says, or has a row that is too short or too long.
    """
    name = f"{REFERENCE_FOLDER}/{table}"
    columns = COLUMNS[table]
    try:
        with (root / name).open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            if tuple(next(rows, ())) != columns:
                raise ReferenceTableError(
                    f"{name} doit commencer par la ligne {','.join(columns)}."
                )
            for number, row in enumerate(rows, start=2):
                if len(row) != len(columns):
                    raise ReferenceTableError(
                        f"{name}, ligne {number} : {len(row)} colonnes au lieu de {len(columns)}."
                    )
                yield row
    except FileNotFoundError:
        raise _absent(name) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise ReferenceTableError(
            f"{name} ne se lit pas comme un tableau CSV en UTF-8 : reprenez ce fichier du dépôt."
        ) from error


def read_maps(root: Path) -> bytes:
    """Read ``MAPS`` under the project's ``root``. Raises ``ReferenceTableError`` when it is absent."""
    try:
        return (root / MAPS).read_bytes()
    except FileNotFoundError:
        raise _absent(MAPS) from None


def _absent(name: str) -> ReferenceTableError:
    return ReferenceTableError(
        f"{name} est introuvable : reprenez ce fichier du dépôt, "
        "ou reconstruisez-le comme l'explique data/reference/README.md."
    )
