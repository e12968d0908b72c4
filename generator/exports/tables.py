"""Records as rows: one table of services, one of places; the rows hold plain values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from generator.directory import Directory
from generator.exports.columns import Column, Kind, model_columns, plain_column
from generator.exports.places import located
from generator.exports.values import Plain
from generator.model.service import Lieu, Service
from generator.typography import continued


@dataclass(frozen=True)
class Table:
    """Rows of plain values under columns; every row has as many values as there are columns."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Plain, ...]]

    def records(self) -> Iterator[dict[str, Plain]]:
        """Each row as a mapping from the names of columns."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, its rank in its service (1 is the main one), and the service."""

    service: Service
    rank: int
    lieu: Lieu


SERVICE_COLUMNS: tuple[Column, ...] = (
    *model_columns(Service),
    plain_column(
        "nombre_lieux",
        "Nombre de lieux",
        "Combien de lieux le service a dans le fichier des lieux.",
        lambda service: len(service.lieux),
        kind=Kind.INTEGER,
    ),
)

_OF_SERVICE = {column.name: column.within("service") for column in SERVICE_COLUMNS}

PLACE_COLUMNS: tuple[Column, ...] = (
    plain_column(
        "service_id",
        "Service",
        "L'identifiant du service, dans le fichier des services.",
        attrgetter("service.id"),
    ),
    plain_column(
        "rang",
        "Rang",
        "Le rang du lieu dans sa fiche ; 1 est le lieu principal. Ce n'est pas un identifiant : "
        "il change si l'ordre des lieux change.",
        attrgetter("rank"),
        kind=Kind.INTEGER,
    ),
    *(
        Column(
            f"service_{name}",
            f"Service : {continued(one.title)}",
            one.description,
            one.facts,
            one.read,
            required=True,
            example=one.example,
        )
        for name in ("nom", "type", "statut")
        for one in (_OF_SERVICE[name],)
    ),
    *(column.within("lieu") for column in model_columns(Lieu)),
)


SERVICES = Table("services", "Les services", SERVICE_COLUMNS, ())
"""The table of services, without its rows: what describes it needs no more."""
PLACES = Table("lieux", "Les lieux", PLACE_COLUMNS, ())
"""The table of places, without its rows."""


def services_table(directory: Directory) -> Table:
    """One row a service, closed ones included, in the directory's order."""
    return replace(SERVICES, rows=_rows(SERVICE_COLUMNS, directory.services))


def places_table(directory: Directory) -> Table:
    """One row a place, in the order of services and of each service's places."""
    places = (
        PlaceRow(service, rank, located(lieu, directory))
        for service in directory.services
        for rank, lieu in enumerate(service.lieux, start=1)
    )
    return replace(PLACES, rows=_rows(PLACE_COLUMNS, places))


def _rows(columns: tuple[Column, ...], records: Iterable[object]) -> list[tuple[Plain, ...]]:
    return [tuple(column.value(record) for column in columns) for record in records]
