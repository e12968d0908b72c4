"""The workbook for people with a spreadsheet: services, places, dictionary."""

import datetime
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from generator.exports.columns import Column, Kind
from generator.exports.licence import ATTRIBUTION, LICENCE, LICENCE_NAME, SUMMARY
from generator.exports.tables import Table
from generator.exports.values import Plain, as_cell

MAX_CELL = 32_767
"""Characters of a cell (ECMA-376, and every spreadsheet)."""

TOO_LONG = "(texte trop long pour une cellule : voir le fichier CSV)"
MAX_ROWS = 1_048_576
"""Rows of a sheet, its header among them (as above); xlsxwriter leaves out the others without a word."""
TOO_MANY = "(trop de lignes pour un classeur : voir le fichier CSV)"

_WIDTHS = {Kind.TEXT: 24, Kind.INTEGER: 10, Kind.NUMBER: 12, Kind.BOOLEAN: 10, Kind.DATE: 12}
_NO_DATE = datetime.date(1980, 1, 1)
"""Stands for the date of an edition that has none; the earliest a zip archive can hold."""


def to_xlsx(tables: Sequence[Table], date: datetime.date | None) -> bytes:
    """One sheet a table. Text is text (leading zeros stay, nothing is a formula), dates are dates.

    ``date`` is that of the data: the same tables and date give the same bytes.
    """
    output = io.BytesIO()
    book = xlsxwriter.Workbook(output, {"in_memory": True})
    book.set_properties(
        {
            "title": ATTRIBUTION,
            "subject": SUMMARY,
            "comments": f"{LICENCE_NAME}, {LICENCE}. À citer : {ATTRIBUTION}.",
            "created": datetime.datetime.combine(date or _NO_DATE, datetime.time()),
        }
    )
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text = book.add_format({"num_format": "@"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for table in tables:
        sheet = book.add_worksheet(table.name)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        for rank, column in enumerate(table.columns):
            style = day if _is_date(column) else text if _is_text(column) else None
            sheet.set_column(rank, rank, _WIDTHS[column.facts.kind], style)
            sheet.write_string(0, rank, column.name, head)
            if column.description:
                sheet.write_comment(0, rank, f"{column.title}. {column.description}")
        for number, row in enumerate(_fitting(table.rows), start=1):
            for rank, value in enumerate(row):
                if value is not None:
                    _write(sheet, (number, rank), value, text, day)
    book.close()
    # Its sheets refer to the workbook: a hundred megabytes at 10,000 services, which the collector
    # would not give back for long (``OBJECTS_BETWEEN_COLLECTIONS``).
    for sheet in book.worksheets():
        sheet.workbook_add_format = None
    return output.getvalue()


def _fitting(rows: Sequence[Sequence[Plain]]) -> Sequence[Sequence[Plain]]:
    """All rows, or as many as a sheet takes and one that says so."""
    most = MAX_ROWS - 1
    return rows if len(rows) <= most else [*rows[: most - 1], (TOO_MANY,)]


def _is_date(column: Column) -> bool:
    return column.facts.kind is Kind.DATE and not column.facts.many


def _is_text(column: Column) -> bool:
    return column.facts.many or column.facts.kind in (Kind.TEXT, Kind.BOOLEAN)


def _write(sheet: Any, cell: tuple[int, int], value: Plain, text: Any, day: Any) -> None:
    match value:
        case str() | bool() | tuple():
            written = as_cell(value)
            sheet.write_string(*cell, written if len(written) <= MAX_CELL else TOO_LONG, text)
        case datetime.date():
            sheet.write_datetime(*cell, value, day)
        case _:
            sheet.write_number(*cell, value)
