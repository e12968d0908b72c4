"""The data page: what the dataset holds, how complete it is, and how to begin with it."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.directory import Directory
from generator.pages.render import Page


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the data: where it is, what for, its size in bytes and its SHA-256."""

    path: str
    title: str
    purpose: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """Files for one use."""

    title: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class FieldShare:
    """A column of a table, and in how many of its rows it is filled."""

    name: str
    title: str
    rows: int
    percent: int


@dataclass(frozen=True, slots=True)
class TableShare:
    """How complete a table is, column by column."""

    title: str
    rows: int
    fields: tuple[FieldShare, ...]


@dataclass(frozen=True, slots=True)
class CodeExample:
    """A few lines that read the data, in a language."""

    language: str
    code: str


@dataclass(frozen=True)
class OpenData:
    """What the data page says: the files, the licence they are under, how to name their source.

    ``verification`` counts the services in each state; ``preview`` holds the first rows of the
    services, under ``preview_columns``. ``jsonld`` is safe inside a ``<script>``.
    """

    downloads: tuple[DownloadGroup, ...]
    licence_name: str
    licence_url: str
    attribution: str
    verification: tuple[tuple[str, int], ...]
    tables: tuple[TableShare, ...]
    preview_columns: tuple[str, ...]
    preview: tuple[tuple[str, ...], ...]
    citation: str
    bibtex: str
    examples: tuple[CodeExample, ...]
    jsonld: str


def data_page(directory: Directory, open_data: OpenData) -> Page:
    """The files of the data, and all there is to know before using them."""
    return Page(
        "donnees/index.html",
        "data.html",
        {
            "title": "Données ouvertes",
            "description": "Tout l'annuaire en fichiers libres de réutilisation.",
            "open_data": open_data,
            "jsonld": Markup(open_data.jsonld),  # noqa: S704 (escaped for a script by the exports)
            "date": directory.date,
            "service_count": len(directory.services),
            "place_count": sum(len(one.lieux) for one in directory.services),
        },
        updated=directory.date,
    )
