"""CSV after RFC 4180: UTF-8, a header of field names, records that end with CR LF.

No cell can start a formula: records refuse texts that would, telephones are written in groups
(``01 99 00 12 34``, never ``+33…``), and a negative number is a number to a spreadsheet.
"""

import csv
import io
from collections.abc import Iterable

from generator.exports.tables import Table
from generator.exports.values import Plain, as_cell


def to_csv(table: Table) -> bytes:
    """The table as CSV."""
    return write_csv((column.name for column in table.columns), table.rows)


def write_csv(header: Iterable[str], rows: Iterable[Iterable[Plain]]) -> bytes:
    """A header and rows of plain values. A line break inside a text stays as it is written: LF."""
    content = io.BytesIO()
    # Encoded as it is written: text in memory takes four bytes a character.
    text = io.TextIOWrapper(content, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([as_cell(value) for value in row] for row in rows)
    text.flush()
    return content.getvalue()
