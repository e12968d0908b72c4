"""Builds the tables of ``data/reference``, and the maps drawn from them: same sources, same bytes."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import AnnuaireError
from generator.hexmap import draw_maps
from generator.reference.decoupage import Area, Division, Place, read_division
from generator.reference.exact import CentresError, read_exact_centres
from generator.reference.gazetteer import gazetteer_version, read_gazetteer
from generator.reference.phrases import in_place, of_place
from generator.reference.positions import Position, locate
from generator.territory import MAPS, Precision, Territory, search_key
from generator.territory.tables import COLUMNS, read_rows

DECIMALS = 4
"""Of a degree: 11 metres, far below what an estimate is worth."""

_SORTED_AS = {"2A": "20A", "2B": "20B"}
_OVERSEAS_CODE_LENGTH = 3

Row = list[str]


class UnlocatedError(AnnuaireError):
    """Some communes have no position at all."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was built, and from what."""

    package_version: str
    gazetteer_version: str
    regions: int
    departements: int
    communes: int
    former_communes: int
    by_precision: Mapping[Precision, int]


def build_reference(npm_package: Path, out: Path, centres: Path | None = None) -> Report:
    """Write the four tables and the maps into the folder ``out``, and say what they hold.

    ``npm_package`` is the unpacked npm package ``@etalab/decoupage-administratif``; ``centres`` an
    answer of geo.api.gouv.fr saved to a file (see ``exact``), when there is one. Nothing is written
    unless all can be. Raises ``PackageError``, ``CentresError`` or ``UnlocatedError``.
    """
    division = read_division(npm_package)
    exact = read_exact_centres(_read(centres)) if centres else {}
    positions = locate(division, read_gazetteer(), exact)
    lost = [one.code for one in division.communes if one.code not in positions]
    if lost:
        raise UnlocatedError(
            f"Position inconnue pour {len(lost)} communes ({', '.join(lost[:5])}…) : "
            "ajoutez-les à generator/reference/by_hand.csv."
        )
    tables = {
        "regions.csv": list(_regions(division)),
        "departements.csv": list(_departements(division)),
        "communes.csv": [_commune(one, positions[one.code]) for one in division.communes],
        "communes_anciennes.csv": [[one.code, one.name, one.current] for one in division.former],
    }
    maps = draw_maps(Territory(*tables.values()))
    out.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        (out / table).write_text(_text(table, rows), encoding="utf-8", newline="\n")
    (out / Path(MAPS).name).write_bytes(maps)
    return Report(
        package_version=division.version,
        gazetteer_version=gazetteer_version(),
        regions=len(division.regions),
        departements=len(division.departements),
        communes=len(division.communes),
        former_communes=len(division.former),
        by_precision=Counter(position.precision for position in positions.values()),
    )


def redraw_maps(root: Path) -> None:
    """Draw the maps again from the tables under the project's ``root``, which stay as they are.

    For when the way to draw has changed. Raises ``ReferenceTableError``.
    """
    territory = Territory(*(read_rows(root, table) for table in COLUMNS))
    (root / MAPS).write_bytes(draw_maps(territory))


def _read(centres: Path) -> str:
    try:
        return centres.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CentresError(f"{centres} est introuvable ou n'est pas du texte en UTF-8.") from error


def _regions(division: Division) -> Iterable[Row]:
    """Metropolitan régions by name, then those overseas by the code of their département."""
    overseas = {
        one.region: one.code
        for one in division.departements
        if len(one.code) == _OVERSEAS_CODE_LENGTH
    }

    def order(area: Area) -> tuple[str, str]:
        return overseas.get(area.code, ""), search_key(area.name)

    for one in sorted(division.regions, key=order):
        yield [one.code, one.name, in_place(one.name), of_place(one.name, one.tncc)]


def _departements(division: Division) -> Iterable[Row]:
    for one in sorted(division.departements, key=lambda one: _SORTED_AS.get(one.code, one.code)):
        yield [one.code, one.name, one.region, in_place(one.name), of_place(one.name, one.tncc)]


def _commune(one: Place, position: Position) -> Row:
    return [
        one.code,
        one.name,
        "|".join(one.postal_codes),
        one.departement,
        one.region,
        one.epci,
        one.arrondissement,
        one.parent,
        str(one.population),
        f"{position.point.latitude:.{DECIMALS}f}",
        f"{position.point.longitude:.{DECIMALS}f}",
        position.precision,
    ]


def _text(table: str, rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS[table])
    writer.writerows(rows)
    return text.getvalue()
