"""What the dataset is like, for who is about to use it: how complete, what it looks like, how to cite."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.directory import Directory
from generator.exports.export import Release
from generator.exports.licence import ATTRIBUTION, LICENCE_NAME
from generator.exports.tables import Table
from generator.model.vocabulary import StatutVerification

PREVIEW_COLUMNS = (
    "id",
    "departement",
    "type",
    "nom",
    "statut",
    "contact_telephone",
    "modes",
    "tarif_regime",
    "verification_statut",
    "nombre_lieux",
)
"""What a first look at the services shows, of the sixty columns."""
PREVIEW_ROWS = 10


@dataclass(frozen=True, slots=True)
class Filled:
    """A column, and in how many of the rows it holds something."""

    name: str
    title: str
    rows: int
    total: int

    @property
    def percent(self) -> int:
        """The share in whole per cent; 0 and 100 are only said of none and of all."""
        if self.rows in (0, self.total):
            return 100 if self.rows else 0
        return min(99, max(1, round(100 * self.rows / self.total)))


def cells_of(release: Release, table: Table) -> Iterator[list[str]]:
    """The rows of the CSV file of ``table``, without its header, as whoever downloads it reads them.

    One at a time: to keep a million cells takes four times as long as to count them.
    """
    content = io.BytesIO(release.files[f"donnees/{table.name}.csv"])
    rows = csv.reader(io.TextIOWrapper(content, "utf-8", newline=""))
    next(rows)
    return rows


def completeness(table: Table, cells: Iterable[Sequence[str]]) -> tuple[Filled, ...]:
    """How full each column of ``table`` is, in their order; « non » is something that is known."""
    total = 0
    filled = [0] * len(table.columns)
    for row in cells:
        total += 1
        filled = [count + (cell != "") for count, cell in zip(filled, row, strict=True)]
    return tuple(
        Filled(column.name, column.title, count, total)
        for column, count in zip(table.columns, filled, strict=True)
    )


def preview(
    table: Table, cells: Iterable[Sequence[str]], names: Sequence[str], count: int
) -> tuple[tuple[str, ...], ...]:
    """The first ``count`` rows of ``table``, under ``names`` alone."""
    ranks = [[column.name for column in table.columns].index(name) for name in names]
    return tuple(tuple(row[rank] for rank in ranks) for row in islice(cells, count))


def by_verification(directory: Directory) -> tuple[tuple[str, int], ...]:
    """How many services are in each state of verification, in the order of the closed list."""
    counts = Counter(one.verification.statut for one in directory.services)
    return tuple((term.label, counts[term]) for term in StatutVerification if counts[term])


def citation(release: Release) -> tuple[str, str]:
    """How to cite this edition: a sentence in French, and an entry for BibTeX (``@misc``)."""
    date = release.directory.date
    url = release.absolute("donnees/")
    edition = f", données du {date:%d/%m/%Y}" if date else ""
    fields = {
        "title": ATTRIBUTION,
        "year": f"{date:%Y}" if date else "",
        "note": f"données du {date.isoformat()}, {LICENCE_NAME}" if date else LICENCE_NAME,
        "howpublished": rf"\url{{{url}}}",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return (
        f"{ATTRIBUTION}{edition}. {LICENCE_NAME}. {url}",
        "\n".join(["@misc{annuaire-mediation-rencontre,", *lines, "}"]),
    )
