"""Which format a file is in, and reading it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.importing.dila import read_dila
from generator.importing.draft import ImportFileError, Reading
from generator.importing.hsds import read_hsds
from generator.importing.inclusion import read_inclusion
from generator.importing.mapping import ColumnMapping, mapped
from generator.importing.own_csv import is_places, is_services, read_own_csv
from generator.importing.published import read_own_json
from generator.importing.sheet import Sheet, read_sheet
from generator.importing.workbook import is_workbook, read_workbook
from generator.json_documents import JsonError, read_json
from generator.territory import Territory

FORMATS = ("csv", "xlsx", "json", "data-inclusion", "hsds", "dila")
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")


@dataclass(frozen=True)
class Source:
    """A file to import: its name, as messages give it, and its bytes."""

    name: str
    content: bytes


def read_sources(
    sources: Iterable[Source],
    form: str,
    mapping: ColumnMapping | None,
    territory: Territory,
    ids: Iterable[str],
) -> Reading:
    """What the files say, in the format ``form``, or in the one they look like when it is empty.

    ``ids`` are the identifiers of our records. Raises ``ImportFileError``.
    """
    reading = Reading()
    files = list(sources)
    form = form or _form_of(files)
    if form in ("csv", "xlsx"):
        sheets = [sheet for one in files for sheet in _sheets(one, mapping, reading)]
        read_own_csv(sheets, territory, reading)
    elif form == "data-inclusion":
        read_inclusion([(one.name, _inclusion_rows(one, reading)) for one in files], reading)
    else:
        for one in files:
            document = _document(one)
            if form == "json":
                if not isinstance(document, dict):
                    raise ImportFileError(f"{one.name} n'est pas un document de l'annuaire.")
                read_own_json(document, one.name, territory, reading)
            elif form == "hsds":
                read_hsds(document, one.name, ids, reading)
            else:
                read_dila(document, one.name, reading)
    return reading


def _form_of(files: list[Source]) -> str:
    if all(Path(one.name).suffix.lower() in _TABLES for one in files):
        head = files[0].content[:4096].decode("utf-8", "replace").split("\n")[0]
        return "data-inclusion" if "structure_id" in head or "date_maj" in head else "csv"
    document = _document_of_no_table(files[0])
    first = document[0] if isinstance(document, list) and document else {}
    if isinstance(document, dict):
        if "service" in document and isinstance(document["service"], list):
            return "dila"
        if "schema_version" in document:
            return "json"
        if "contents" in document or {"id", "name", "status"} <= document.keys():
            return "hsds"
    elif isinstance(first, dict):
        if {"source", "nom"} <= first.keys():
            return "data-inclusion"
        if {"name", "status"} <= first.keys():
            return "hsds"
    raise ImportFileError(
        f"{files[0].name} n'est dans aucun format reconnu : dites lequel avec --format "
        f"({', '.join(FORMATS)})."
    )


def _sheets(source: Source, mapping: ColumnMapping | None, reading: Reading) -> list[Sheet]:
    """The tables of a file: those that have our columns, when one has."""
    if is_workbook(source.content):
        sheets = read_workbook(source.content, source.name, reading)
    else:
        sheets = [read_sheet(source.content, source.name, reading)]
    if mapping:
        sheets = [mapped(one, mapping) for one in sheets]
    ours = [one for one in sheets if is_services(one) or is_places(one)]
    for one in sheets if ours else ():
        if one not in ours:
            reading.remark(
                one.name, "ni colonne « nom », ni colonne « service_id » : elle n'est pas reprise"
            )
    return ours or sheets


def _inclusion_rows(source: Source, reading: Reading) -> list[Mapping[str, Any]]:
    if Path(source.name).suffix.lower() == ".csv":
        return [row.cells for row in read_sheet(source.content, source.name, reading).rows]
    document = _document(source)
    if not isinstance(document, list) or not all(isinstance(one, dict) for one in document):
        raise ImportFileError(f"{source.name} n'est pas une liste de lignes de data·inclusion.")
    return document


def _document_of_no_table(source: Source) -> Any:
    try:
        return _document(source)
    except ImportFileError as error:
        if Path(source.name).suffix.lower() == ".json":
            raise
        raise ImportFileError(
            f"{source.name} n'est ni un tableau ni du JSON : enregistrez-le en CSV ou en XLSX."
        ) from error


def _document(source: Source) -> Any:
    try:
        return read_json(source.content)
    except JsonError as error:
        raise ImportFileError(f"{source.name} : {error}.") from error
