"""The model that partners fill in: our columns, empty, with lists to choose from in the workbook.

A service is a row, its main place beside it in the columns ``lieu_…``; other places go in the second
sheet. What the program computes is not asked.
"""

import datetime
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from generator.exports.columns import Column, Kind, model_columns
from generator.exports.csv import write_csv
from generator.exports.tables import SERVICE_COLUMNS
from generator.model.service import Lieu
from generator.model.vocabulary import Term

CSV_PATH = "donnees/modele.csv"
XLSX_PATH = "donnees/modele.xlsx"

PLACE_PREFIX = "lieu_"
"""Before the name of a column of places, on the row of a service."""

ROWS = 500
"""Rows that offer their lists: more services than one partner has."""

_NOT_ASKED = frozenset({"departement", "nombre_lieux", "anciens_identifiants", "remplace_par"})
_CREATED = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 (of the model, not of a day: bytes stay)
_YES_NO = ("oui", "non")
_LONGEST_TITLE, _LONGEST_HELP = 32, 255
"""Characters of a cell's help (ECMA-376, 18.3.1.32)."""

_PLACES = tuple(model_columns(Lieu))
SERVICE_COLUMNS_ASKED: tuple[tuple[str, Column], ...] = (
    *((one.name, one) for one in SERVICE_COLUMNS if one.name not in _NOT_ASKED),
    *((f"{PLACE_PREFIX}{one.name}", one) for one in _PLACES),
)
"""The columns of the first sheet, under their names."""

PLACE_COLUMNS_ASKED: tuple[tuple[str, Column], ...] = (
    ("service_id", SERVICE_COLUMNS[0]),
    *((one.name, one) for one in _PLACES),
)
"""The columns of the second sheet."""


def template_csv() -> bytes:
    """The header alone."""
    return write_csv((name for name, _ in SERVICE_COLUMNS_ASKED), ())


def template_xlsx() -> bytes:
    """Three sheets: services, other places, and the lists. The same bytes each time."""
    output = io.BytesIO()
    book = xlsxwriter.Workbook(output, {"in_memory": True})
    book.set_properties({"title": "Modèle à remplir", "created": _CREATED})
    styles = _Styles(book)
    sheets = [
        (book.add_worksheet("services"), SERVICE_COLUMNS_ASKED),
        (book.add_worksheet("lieux"), PLACE_COLUMNS_ASKED),
    ]
    ranges = _lists(book.add_worksheet("listes"), styles)
    for sheet, columns in sheets:
        sheet.freeze_panes(1, 1)
        for rank, (name, column) in enumerate(columns):
            sheet.write_string(0, rank, name, styles.required if column.required else styles.head)
            sheet.write_comment(0, rank, _help(column), {"x_scale": 2})
            sheet.set_column(rank, rank, 18, styles.text)
            sheet.data_validation(1, rank, ROWS, rank, _validation(column, ranges))
    book.close()
    return output.getvalue()


class _Styles:
    """The formats of the workbook. All cells are text: no zero is lost, no date is turned."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True})
        self.required = book.add_format({"bold": True, "bg_color": "#FFF2CC"})
        self.text = book.add_format({"num_format": "@"})


def _terms() -> list[type[Term]]:
    """The closed lists, each once, in the order of the columns."""
    columns = [column for _, column in (*SERVICE_COLUMNS_ASKED, *PLACE_COLUMNS_ASKED)]
    return list(dict.fromkeys(one.facts.terms for one in columns if one.facts.terms))


def _lists(sheet: Any, styles: _Styles) -> dict[object, str]:
    """Write the lists, a pair of columns each: codes and labels. Gives the range of the codes."""
    ranges: dict[object, str] = {bool: _column(sheet, 0, "oui_non", _YES_NO, styles)}
    for rank, terms in enumerate(_terms(), start=1):
        ranges[terms] = _column(sheet, 2 * rank, terms.__name__, list(terms), styles)
        _column(sheet, 2 * rank + 1, "", [term.label for term in terms], styles)
    return ranges


def _column(sheet: Any, rank: int, title: str, values: Sequence[str], styles: _Styles) -> str:
    sheet.set_column(rank, rank, 24)
    sheet.write_string(0, rank, title, styles.head)
    for line, value in enumerate(values, start=1):
        sheet.write_string(line, rank, str(value), styles.text)
    letter = xlsxwriter.utility.xl_col_to_name(rank)
    return f"=listes!${letter}$2:${letter}${len(values) + 1}"


def _validation(column: Column, ranges: dict[object, str]) -> dict[str, Any]:
    """A list to choose from, for one value of a closed list; help for any other."""
    title, text = column.title[:_LONGEST_TITLE], _help(column)[:_LONGEST_HELP]
    shown = {"input_title": title, "input_message": text}
    source = bool if column.facts.kind is Kind.BOOLEAN else column.facts.terms
    if column.facts.many or source is None:
        return {"validate": "any", **shown}
    error = "Choisissez une valeur de la liste."
    return {"validate": "list", "source": ranges[source], **shown, "error_message": error}


def _help(column: Column) -> str:
    needed = "Obligatoire. " if column.required else ""
    several = " Plusieurs valeurs se séparent par |." if column.facts.many else ""
    codes = ""
    if column.facts.many and column.facts.terms:
        codes = f" Codes : feuille « listes », {column.facts.terms.__name__}."
    example = f" Exemple : {column.example}" if column.example else ""
    return f"{needed}{column.title}. {column.description}{several}{codes}{example}"
