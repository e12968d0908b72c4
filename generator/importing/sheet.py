"""A table as people send it, and the CSV files that spreadsheets write: encoding, separator, rows."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importing.draft import ImportFileError, Reading

MAX_BYTES = 64 * 1024 * 1024
MAX_CELL = 131_072

_SEPARATORS = {",": "des virgules", ";": "des points-virgules", "\t": "des tabulations"}
_WINDOWS = "cp1252"


@dataclass(frozen=True)
class Row:
    """A row: the line of the file it begins on, counted from 1, and its cells by column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """A table: the name of its file (and of its sheet), its columns in order, its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def place(self, row: Row, column: str = "") -> str:
        """Where a cell is, as people say it."""
        where = f"{self.name}, ligne {row.line}"
        return f"{where}, colonne « {column} »" if column else where


def read_sheet(content: bytes, name: str, reading: Reading) -> Sheet:
    """The table in ``content``; what is unusual about the file is remarked in ``reading``.

    Raises ``ImportFileError`` when it is no table.
    """
    if len(content) > MAX_BYTES:
        raise ImportFileError(f"{name} est trop gros pour être un tableau de services.")
    text = _decoded(content, name, reading)
    _remark_line_ends(text, name, reading)
    separator = _separator(text)
    if separator != ",":
        reading.remark(name, f"les colonnes sont séparées par {_SEPARATORS[separator]}")
    return sheet_of(list(_lines(text, separator, name)), name)


def sheet_of(lines: Sequence[tuple[int, Sequence[str]]], name: str) -> Sheet:
    """The table of those lines, each with its number: the columns, then the rows; empty ones are left.

    Raises ``ImportFileError``.
    """
    if not lines:
        raise ImportFileError(f"{name} est vide.")
    (header_line, header), *body = lines
    columns = tuple(column.strip() for column in header)
    repeated = sorted({one for one in columns if one and columns.count(one) > 1})
    if repeated:
        raise ImportFileError(
            f"{name}, ligne {header_line} : la colonne « {repeated[0]} » est là deux fois."
        )
    rows = []
    for line, cells in body:
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            raise ImportFileError(
                f"{name}, ligne {line} : {len(cells)} cellules pour {len(columns)} colonnes. Un "
                "texte contient sans doute le séparateur : mettez-le entre guillemets."
            )
        if any(cell.strip() for cell in cells):
            rows.append(Row(line, dict(zip(columns, cells, strict=False))))
    return Sheet(name, columns, tuple(rows))


def _decoded(content: bytes, name: str, reading: Reading) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        reading.remark(name, "le fichier est en UTF-16 : il est lu ainsi")
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise ImportFileError(f"{name} n'est pas du texte.") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    if b"\0" in content:
        raise ImportFileError(f"{name} n'est pas du texte : exportez-le en CSV.")
    text = content.decode(_WINDOWS, "replace")
    if "\ufffd" in text:
        raise ImportFileError(
            f"{name}, ligne {line} : le fichier n'est ni en UTF-8, ni en Windows-1252. Dans le "
            "tableur, choisissez « CSV UTF-8 » pour l'enregistrer."
        )
    reading.remark(
        f"{name}, ligne {line}",
        "le fichier n'est pas en UTF-8 : il est lu en Windows-1252, l'encodage d'Excel. Vérifiez "
        "les accents du plan, ou enregistrez-le en « CSV UTF-8 ».",
    )
    return text


def _remark_line_ends(text: str, name: str, reading: Reading) -> None:
    """Tell of records that do not all end alike; inside quotation marks a break is a text's own."""
    outside = re.sub(r'"(?:[^"]|"")*"', "", text)
    kinds = {found[0] for found in re.finditer(r"\r\n|\r|\n", outside)}
    if len(kinds) > 1:
        reading.remark(name, "les fins de ligne sont mélangées (Windows, Unix) : toutes sont lues")


def _separator(text: str) -> str:
    """The one that the first line has most of, outside quotation marks."""
    first = re.sub(r'"(?:[^"]|"")*"', "", text.lstrip("\r\n")).split("\n")[0]
    return max(_SEPARATORS, key=lambda one: (first.count(one), one == ","))


def _lines(text: str, separator: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on."""
    csv.field_size_limit(MAX_CELL)
    # A lone carriage return, outside quotation marks, ends a record too: the module reads it so.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise ImportFileError(
            f"{name}, ligne {line} : un guillemet n'est pas fermé, ou une cellule est trop longue."
        ) from error
