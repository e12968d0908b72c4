"""A workbook (XLSX), such as the model that partners fill in: its sheets as tables of texts."""

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils.escape import unescape

from generator.exports.values import as_cell
from generator.importing.draft import ImportFileError, Reading
from generator.importing.sheet import MAX_BYTES, Sheet, sheet_of

ZIP = b"PK\x03\x04"
"""How a workbook begins: it is an archive."""
_OLD = b"\xd0\xcf\x11\xe0"
"""How the workbooks of Excel 97 begin, and those under a password."""

MAX_ROWS, MAX_COLUMNS = 20_000, 300
"""Further, it is no table of services; a cell at the end of the sheet would fill it with empty ones."""

_LAST_ROW = 1_048_576
"""Of any sheet (ECMA-376, and every spreadsheet)."""

_OURS = frozenset({"listes", "dictionnaire"})
"""Sheets of ours that hold no service: of the model, of ``annuaire.xlsx``."""

_SAVE = "Dans le tableur, enregistrez-le en « XLSX » ou en « CSV UTF-8 »"


def is_workbook(content: bytes) -> bool:
    """True for what is, or was meant as, a workbook."""
    return content.startswith((ZIP, _OLD))


def read_workbook(content: bytes, name: str, reading: Reading) -> list[Sheet]:
    """The sheets of the workbook that hold something, but for our own lists.

    A cell is given as our CSV files write it: dates in ISO form, ``oui``/``non``, numbers without
    exponent. Of a formula it is the result that counts. Raises ``ImportFileError``.
    """
    _refuse_what_is_none(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and validations that are not read
            tables = {title: [*lines] for title, lines in _sheets(content, name, reading)}
    except ImportFileError:
        raise
    except Exception as error:  # on a damaged file, openpyxl lets through whatever its parts raise
        raise ImportFileError(f"{name} est abîmé et ne se lit pas. {_SAVE}.") from error
    found = [sheet_of(lines, _place(name, title)) for title, lines in tables.items() if lines]
    if not found:
        raise ImportFileError(f"{name} est vide.")
    return found


def _place(name: str, title: str) -> str:
    return f"{name}, feuille « {title} »"


def _sheets(
    content: bytes, name: str, reading: Reading
) -> Iterator[tuple[str, Iterator[tuple[int, list[str]]]]]:
    """The lines of each sheet but ours, with its title."""
    # The results of formulas and the formulas themselves are two readings of the same file.
    values, formulas = (
        load_workbook(io.BytesIO(content), read_only=True, data_only=only, keep_links=False)
        for only in (True, False)
    )
    for sheet, same in zip(values.worksheets, formulas.worksheets, strict=True):
        if sheet.title not in _OURS:
            yield sheet.title, _lines(sheet, same, _place(name, sheet.title), reading)


def _refuse_what_is_none(content: bytes, name: str) -> None:
    if content.startswith(_OLD):
        raise ImportFileError(
            f"{name} est un classeur d'un ancien Excel, ou protégé par un mot de passe. {_SAVE}, sans "
            "mot de passe."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(one.file_size for one in archive.infolist())
            names = set(archive.namelist())
    except zipfile.BadZipFile as error:
        raise ImportFileError(f"{name} est abîmé et ne se lit pas. {_SAVE}.") from error
    if max(size, len(content)) > MAX_BYTES:
        raise ImportFileError(f"{name} est trop gros pour être un tableau de services.")
    if "[Content_Types].xml" not in names:
        raise ImportFileError(f"{name} n'est pas un classeur XLSX. {_SAVE}.")


def _lines(
    values: Any, formulas: Any, where: str, reading: Reading
) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds something, with its number; empty cells at its end are left out."""
    for sheet in (values, formulas):
        sheet.reset_dimensions()  # what a file says of its own size may be false, and hide rows
    bounds = {"max_col": MAX_COLUMNS + 1, "values_only": True}
    rows = zip(values.iter_rows(**bounds), formulas.iter_rows(**bounds), strict=True)
    for number, (row, same) in enumerate(rows, start=1):
        # A file may say that its only row is the millionth: those before it are soon passed over.
        if same.count(None) == len(same) and number <= _LAST_ROW:
            continue
        place = f"{where}, ligne {number}"
        if number > MAX_ROWS or same[-1] is not None:
            raise ImportFileError(f"{place} : trop de cellules pour un tableau de services.")
        if error := next((one for one in row if one in ERROR_CODES), None):
            raise ImportFileError(f"{place} : une cellule contient l'erreur « {error} ».")
        if any(one is None and formula is not None for one, formula in zip(row, same, strict=True)):
            reading.remark(
                place, "une formule n'a pas de résultat enregistré : la cellule est lue vide"
            )
        cells = [_text(one) for one in row]
        while cells and not cells[-1]:
            cells.pop()
        yield number, cells


def _text(value: Any) -> str:
    """What a cell holds, as our CSV files write it; a number may be anything, and not degrees alone."""
    match value:
        case float():
            return format(Decimal(repr(value)).normalize(), "f")
        case datetime.datetime():
            return value.date().isoformat()
        case str():
            return str(unescape(value))
        case _:
            return as_cell(value)
