"""A mapping file (TOML): how somebody's columns and words become ours.

[colonnes]
"Nom de la structure" = "nom"
"Ville" = "lieu_commune"

[constantes]
type = "mediation_familiale"

[valeurs.statut]
"En activité" = "ouvert"

[listes]
langues = ","
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import UsageError
from generator.exports.template import PLACE_PREFIX
from generator.exports.values import SEPARATOR
from generator.importing.columns import PLACE_TARGETS, SERVICE_TARGETS
from generator.importing.sheet import Row, Sheet

OUR_COLUMNS = frozenset(SERVICE_TARGETS) | {f"{PLACE_PREFIX}{name}" for name in PLACE_TARGETS}


@dataclass(frozen=True)
class ColumnMapping:
    """What a mapping file says: theirs to ours, constants, words by our column, list separators."""

    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    separators: Mapping[str, str] = field(default_factory=dict)


def read_mapping(text: str, name: str) -> ColumnMapping:
    """The mapping that ``text`` holds. Raises ``UsageError`` with what is wrong in it."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} n'est pas du TOML : {error}.") from error
    known = {"colonnes", "constantes", "valeurs", "listes"}
    unknown = sorted(document.keys() - known)
    if unknown:
        raise UsageError(
            f"{name} : la partie [{unknown[0]}] n'existe pas ({', '.join(sorted(known))})."
        )
    words = document.get("valeurs", {})
    if not isinstance(words, dict):
        raise UsageError(f"{name} : [valeurs] contient une partie par colonne, [valeurs.statut].")
    found = ColumnMapping(
        _texts(document, "colonnes", name),
        _texts(document, "constantes", name),
        {column: _texts(words, column, name) for column in words},
        _texts(document, "listes", name),
    )
    for column in (*found.columns.values(), *found.constants, *found.words, *found.separators):
        if column not in OUR_COLUMNS:
            raise UsageError(
                f"{name} : « {column} » n'est pas une de nos colonnes. Elles sont dans "
                "donnees/dictionnaire.csv ; celles du lieu principal commencent par « lieu_ »."
            )
    return found


def _texts(document: Mapping[str, object], key: str, name: str) -> Mapping[str, str]:
    found = document.get(key, {})
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise UsageError(f"{name} : [{key}] ne contient que des textes entre guillemets.")
    return found


def mapped(sheet: Sheet, mapping: ColumnMapping) -> Sheet:
    """The sheet under our columns; theirs that the mapping does not name keep their names."""
    names = {one: mapping.columns.get(one, one) for one in sheet.columns}
    columns = tuple(dict.fromkeys((*names.values(), *mapping.constants)))
    return Sheet(
        sheet.name, columns, tuple(Row(row.line, _cells(row, names, mapping)) for row in sheet.rows)
    )


def _cells(row: Row, names: Mapping[str, str], mapping: ColumnMapping) -> dict[str, str]:
    cells = dict(mapping.constants)
    for theirs, text in row.cells.items():
        ours = names.get(theirs, theirs)
        words = mapping.words.get(ours, {})
        if ours in mapping.separators:
            items = [one.strip() for one in text.split(mapping.separators[ours])]
            said = SEPARATOR.join(words.get(one, one) for one in items if one)
        else:
            said = words.get(text.strip(), text)
        if said.strip() or ours not in cells:
            cells[ours] = said
    return cells
