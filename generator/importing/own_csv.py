"""Our own CSV files, or a partner's with our columns: services, and places beside or in them."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.exports.template import PLACE_PREFIX
from generator.importing.columns import (
    PLACE_TARGETS,
    SERVICE_TARGETS,
    Target,
    fill,
    usual,
)
from generator.importing.draft import Draft, ImportFileError, Reading, Remark
from generator.importing.published import without_computed
from generator.importing.sheet import Row, Sheet
from generator.model.refused import quoted
from generator.model.service import DERIVED_FIELDS
from generator.territory import Territory

_NAMED = 6
"""Columns of a foreign table that are named: enough to recognise it."""
_COUNT = "nombre_lieux"
_OF_PLACES = ("service_id", "rang")
_REPEATED = ("service_nom", "service_type", "service_statut")

_MAIN_PLACE = {f"{PLACE_PREFIX}{name}": target for name, target in PLACE_TARGETS.items()}


def is_places(sheet: Sheet) -> bool:
    """True for a table of places."""
    return "service_id" in sheet.columns


def is_services(sheet: Sheet) -> bool:
    """True for a table of services."""
    return "nom" in sheet.columns and not is_places(sheet)


def read_own_csv(sheets: Iterable[Sheet], territory: Territory, reading: Reading) -> None:
    """Read a table of services and, if there is one, its table of places.

    Raises ``ImportFileError`` when there are not one of the first and at most one of the second.
    """
    tables: dict[bool, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        tables[is_places(sheet)].append(sheet)
    if len(tables[False]) != 1 or len(tables[True]) > 1:
        raise ImportFileError(
            "il faut un fichier de services (une colonne « nom »), et au plus un fichier de lieux "
            "(une colonne « service_id »)."
        )
    (services,) = tables[False]
    if not is_services(services):
        raise ImportFileError(
            f"{services.name} n'a pas de colonne « nom » (on y trouve {_some(services.columns)}). "
            "Dites dans un fichier --mapping à quoi répondent ces colonnes (docs/importer.md), ou "
            "remplissez donnees/modele.csv."
        )
    places = tables[True][0] if tables[True] else None
    known = {*SERVICE_TARGETS, *_MAIN_PLACE, _COUNT}
    _remark_columns(services, known, reading)
    expected = [name for name in SERVICE_TARGETS if name not in DERIVED_FIELDS]
    missing = [name for name in expected if name not in services.columns]
    if missing:
        _remark_missing(services, missing, reading)
    by_service = _rows_of_places(places, reading) if places else {}
    whole = not missing and (places is not None or _has_no_place(services))
    for row in services.rows:
        reading.drafts.append(_draft(services, row, places, by_service, reading))
        reading.drafts[-1].is_whole = whole
        without_computed(reading.drafts[-1].data, territory)
    _remark_orphans(services, places, by_service, reading)


def _some(columns: Sequence[str]) -> str:
    named = [quoted(one) for one in columns[:_NAMED]]
    return ", ".join([*named, "…"] if len(columns) > _NAMED else named)


def _remark_columns(sheet: Sheet, known: set[str], reading: Reading) -> None:
    for column in sheet.columns:
        if column and column not in known:
            close = difflib.get_close_matches(column, sorted(known), n=1)
            hint = f" ; vouliez-vous dire « {close[0]} » ?" if close else ""
            reading.remark(
                f"{sheet.name}, ligne 1, colonne « {column} »",
                f"cette colonne n'est pas des nôtres : elle n'est pas reprise{hint}",
            )


def _remark_missing(sheet: Sheet, missing: list[str], reading: Reading) -> None:
    reading.remark(
        f"{sheet.name}, ligne 1",
        f"colonnes absentes : {', '.join(missing)}. Ce qu'une fiche existante en sait est gardé.",
    )


def _has_no_place(services: Sheet) -> bool:
    return all(row.cells.get(_COUNT) == "0" for row in services.rows)


def _rows_of_places(sheet: Sheet, reading: Reading) -> Mapping[str, list[Row]]:
    _remark_columns(sheet, {*PLACE_TARGETS, *_OF_PLACES, *_REPEATED}, reading)
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sheet.rows:
        found[row.cells.get("service_id", "").strip()].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: _rank(row.cells.get("rang", "")))
    return found


def _rank(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


def _draft(
    services: Sheet,
    row: Row,
    places: Sheet | None,
    by_service: Mapping[str, list[Row]],
    reading: Reading,
) -> Draft:
    identifier = row.cells.get("id", "").strip()
    draft = Draft({}, services.place(row), identifier, row.cells.get("departement", "").strip())
    for column, target in SERVICE_TARGETS.items():
        if column not in DERIVED_FIELDS:
            _cell(services, row, column, target, draft, draft.data, "", reading)
    lieux: list[dict[str, Any]] = []
    main: dict[str, Any] = {}
    for column, target in _MAIN_PLACE.items():
        _cell(services, row, column, target, draft, main, "lieux[1].", reading)
    if main:
        lieux.append(main)
        draft.places["lieux[1]"] = services.place(row)
    rows = by_service.get(identifier, ()) if identifier else ()
    for place in rows if places else ():
        assert places is not None  # noqa: S101 (there are rows of it)
        lieu: dict[str, Any] = {}
        prefix = f"lieux[{len(lieux) + 1}]."
        for column, target in PLACE_TARGETS.items():
            _cell(places, place, column, target, draft, lieu, prefix, reading)
        draft.places[prefix[:-1]] = places.place(place)
        lieux.append(lieu)
    if lieux:
        draft.data["lieux"] = lieux
    elif row.cells.get(_COUNT, "0").strip() not in ("", "0") and places is None:
        reading.remark(
            services.name,
            "le fichier des lieux n'est pas donné : les lieux des fiches existantes sont gardés",
        )
    return draft


def _cell(  # noqa: PLR0913, PLR0917 (a cell and where it goes)
    sheet: Sheet,
    row: Row,
    column: str,
    target: Target,
    draft: Draft,
    data: dict[str, Any],
    prefix: str,
    reading: Reading,
) -> None:
    cell = row.cells.get(column, "")
    if not cell.strip():
        return
    text, told = usual(cell, target)
    if told:
        reading.remark(sheet.place(row, column), told)
    fill(data, target, text)
    draft.places[f"{prefix}{target.name}"] = sheet.place(row, column)
    if target.of_each or target.many:
        draft.places[f"{prefix}{target.way[0]}"] = sheet.place(row, column)


def _remark_orphans(
    services: Sheet, places: Sheet | None, by_service: Mapping[str, list[Row]], reading: Reading
) -> None:
    ids = {row.cells.get("id", "").strip() for row in services.rows}
    for identifier, rows in by_service.items():
        if places is not None and identifier not in ids:
            for row in rows:
                reading.remarks.append(
                    Remark(
                        places.place(row, "service_id"),
                        f"aucun service « {identifier} » dans {services.name} : ce lieu n'est pas repris",
                    )
                )
