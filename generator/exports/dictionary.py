"""The data dictionary: a table that describes the columns of the others."""

from collections.abc import Iterator
from operator import itemgetter

from generator.exports.columns import Column, Kind, plain_column
from generator.exports.tables import Table
from generator.exports.values import Plain

_TYPES = {
    Kind.TEXT: "texte",
    Kind.INTEGER: "nombre entier",
    Kind.NUMBER: "nombre décimal",
    Kind.BOOLEAN: "oui ou non",
    Kind.DATE: "date (AAAA-MM-JJ)",
}

_COLUMNS = (
    ("fichier", "Fichier", "Le fichier où se trouve la colonne."),
    ("colonne", "Colonne", "Le nom de la colonne."),
    ("libelle", "Libellé", "Le nom de la colonne, pour des lecteurs."),
    ("description", "Description", "Ce que la colonne contient."),
    ("type", "Type", "La sorte de valeur."),
    ("liste", "Liste", "La cellule contient-elle plusieurs valeurs, séparées par | ?"),
    ("obligatoire", "Obligatoire", "La cellule est-elle toujours remplie ?"),
    ("valeurs", "Valeurs possibles", "La liste fermée : code, libellé et définition."),
    ("exemple", "Exemple", "Une valeur telle qu'une fiche l'écrit."),
    ("source", "Référence", "La norme, la loi ou la liste d'où vient la règle."),
)


def dictionary_table(*tables: Table) -> Table:
    """One row a column of ``tables``."""
    columns = tuple(
        plain_column(name, title, description, itemgetter(rank))
        for rank, (name, title, description) in enumerate(_COLUMNS)
    )
    rows = [row for table in tables for row in _rows(table)]
    return Table("dictionnaire", "Le dictionnaire des données", columns, rows)


def _rows(table: Table) -> Iterator[tuple[Plain, ...]]:
    for column in table.columns:
        yield (
            f"{table.name}.csv",
            column.name,
            column.title,
            column.description,
            _TYPES[column.facts.kind],
            column.facts.many,
            column.required,
            _terms(column),
            column.example or None,
            column.source or None,
        )


def _terms(column: Column) -> str | None:
    if not column.facts.terms:
        return None
    return "\n".join(f"{one.value} : {one.label}. {one.definition}" for one in column.facts.terms)
