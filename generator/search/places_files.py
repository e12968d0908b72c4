"""The index of places for the browser: cut by territory, so that a search loads its surroundings.

Measured places are in *cells*: rectangles that hold about as many places each, whose bounds stand
in the summary. Cells are loaded from the nearest on, until no other can hold a nearer place. What
has no position (hidden addresses, services from afar) is in *groups* by département.

The format is described in docs/decisions/0008-find-in-the-browser.md and read by
``theme/static/find/places.js``.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from generator.directory import Directory
from generator.model.languages import LANGUAGES
from generator.model.phone import Phone
from generator.model.vocabulary import Activite, Mode, Situation
from generator.search.json_files import compact_json, folder_of
from generator.search.places import FoundPlace, FoundService, found_services
from generator.search.ranking import departement_of
from generator.search.week import DAYS, first_day

SUMMARY = "recherche/lieux.json"
FOLDER = "recherche/lieux"
CELL = 240
"""Measured places of a cell at most: about 6 KB compressed."""
GROUP = 320
"""Services of a group of départements at most, unless one département has more."""
EVERYWHERE = ""
"""The group of services from afar that name no territory."""

_SCALE = 10_000
_Value = TypeVar("_Value")


def place_files(directory: Directory) -> Iterator[tuple[str, bytes]]:
    """The files of the index, as ``(path on the site, content)``; same directory, same bytes."""
    yield from files_of(list(found_services(directory)), directory.today)


def files_of(services: Sequence[FoundService], today: datetime.date) -> Iterator[tuple[str, bytes]]:
    """The same for services already prepared for ``today``, in the order they should keep."""
    languages = sorted({tag for one in services for tag in one.languages})
    measured = [
        _Measured(service, rank, round(place.latitude * _SCALE), round(place.longitude * _SCALE))
        for service in services
        for rank, place in enumerate(service.places)
        if place.latitude is not None and place.longitude is not None
    ]
    cells = list(_cells(measured)) if measured else []
    groups, group_of = _grouped(services)
    files = {
        **{
            f"c{number}.json": _columns([(one.service, one.rank) for one in cell], languages)
            for number, cell in enumerate(cells)
        },
        **{
            f"d{number}.json": _columns(_without_position(group), languages)
            for number, group in enumerate(groups)
        },
    }
    folder = folder_of(FOLDER, files)
    yield (
        SUMMARY,
        compact_json(
            {
                "dossier": folder,
                "debut": first_day(today).isoformat(),
                "jours": DAYS,
                "cellules": [_bounds(cell) for cell in cells],
                "groupes": group_of,
                "situations": [[one.value, one.label] for one in Situation],
                "langues": [[tag, LANGUAGES[tag]] for tag in languages],
            }
        ),
    )
    for name, content in files.items():
        yield f"{folder}/{name}", content


@dataclass(frozen=True, slots=True, eq=False)
class _Measured:
    """A place with a position, in ten-thousandths of a degree: ``service.places[rank]``."""

    service: FoundService
    rank: int
    latitude: int
    longitude: int


def _scaled(degrees: float | None) -> int | None:
    return None if degrees is None else round(degrees * _SCALE)


def _cells(places: list[_Measured]) -> Iterator[list[_Measured]]:
    """Cut in two halves along the longer side, until a cell is small enough (a k-d tree's leaves)."""
    if len(places) <= CELL:
        yield places
        return
    south, north, west, east = _bounds(places)
    # A degree of longitude is about two thirds of one of latitude in metropolitan France.
    is_tall = (north - south) * 3 >= (east - west) * 2
    places = sorted(
        places,
        key=lambda one: (
            one.latitude if is_tall else one.longitude,
            one.longitude if is_tall else one.latitude,
            one.service.id,
            one.rank,
        ),
    )
    middle = len(places) // 2
    yield from _cells(places[:middle])
    yield from _cells(places[middle:])


def _bounds(cell: Sequence[_Measured]) -> tuple[int, int, int, int]:
    """South, north, west, east."""
    latitudes = [one.latitude for one in cell]
    longitudes = [one.longitude for one in cell]
    return min(latitudes), max(latitudes), min(longitudes), max(longitudes)


def _grouped(
    services: Iterable[FoundService],
) -> tuple[list[list[FoundService]], dict[str, int]]:
    """The services without position or from afar in groups, and the group of each département."""
    by_departement: defaultdict[str, list[FoundService]] = defaultdict(list)
    for service in services:
        for code in _departements(service):
            by_departement[code].append(service)
    groups: list[dict[str, FoundService]] = []
    group_of = {}
    for code in sorted(by_departement):
        added = {one.id: one for one in by_departement[code]}
        if not groups or len(groups[-1] | added) > GROUP:
            groups.append({})
        groups[-1] |= added
        group_of[code] = len(groups) - 1
    return [list(group.values()) for group in groups], group_of


def _departements(service: FoundService) -> set[str]:
    """Where the service is found otherwise than by a measured place."""
    found = {place.departement for place in service.places if place.latitude is None}
    if service.is_remote:
        found.update(service.zone_departements, map(departement_of, service.zone_communes))
        if not (service.zone_departements or service.zone_communes):
            found.add(EVERYWHERE)
    return found


def _without_position(group: Iterable[FoundService]) -> list[tuple[FoundService, int]]:
    """The hidden places, and the first measured one of a service from afar; -1 for one without."""
    chosen = []
    for service in group:
        ranks = [rank for rank, place in enumerate(service.places) if place.latitude is None]
        if service.is_remote:
            measured = (rank for rank, one in enumerate(service.places) if one.latitude is not None)
            ranks += islice(measured, 1)
        chosen += [(service, rank) for rank in ranks or [-1]]
    return chosen


def _columns(chosen: Sequence[tuple[FoundService, int]], languages: list[str]) -> bytes:
    """Services and their places as columns; repeated values once, in lists of their own."""
    services = list({service.id: service for service, _ in chosen}.values())
    number_of = {service.id: number for number, service in enumerate(services)}
    places = [(number_of[one.id], one.places[rank], rank) for one, rank in chosen if rank >= 0]
    towns = _numbered(_town(one) for _, one, _ in places)
    spoken = _numbered(one.languages for one in services)
    zones = _numbered((one.zone_departements, one.zone_communes) for one in services)
    weeks = _numbered((one.zone, one.days) for _, one, _ in places if one.days)
    days = _numbered(day for _, week in weeks for day in week)
    return compact_json(
        {
            "communes": list(towns),
            "langues": [[languages.index(tag) for tag in tags] for tags in spoken],
            "zones": list(zones),
            "journees": list(days),
            "semaines": [[zone, [days[day] for day in week]] for zone, week in weeks],
            "services": {
                "id": [one.id for one in services],
                "nom": [one.name for one in services],
                "marques": [_service_flags(one) for one in services],
                "situations": [_situation_flags(one) for one in services],
                "langues": [spoken[one.languages] for one in services],
                "zone": [zones[one.zone_departements, one.zone_communes] for one in services],
                "telephone": [_phone(one.phone) for one in services],
                "lieux": [len(one.places) for one in services],
            },
            "lieux": {
                "service": [number for number, _, _ in places],
                "rang": [rank for _, _, rank in places],
                "commune": [towns[_town(one)] for _, one, _ in places],
                "lat": [_scaled(one.latitude) for _, one, _ in places],
                "lon": [_scaled(one.longitude) for _, one, _ in places],
                "marques": [_place_flags(one) for _, one, _ in places],
                "semaine": [weeks.get((one.zone, one.days), -1) for _, one, _ in places],
            },
        }
    )


def _numbered(values: Iterable[_Value]) -> dict[_Value, int]:
    """The distinct values in order, each with its number."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _town(place: FoundPlace) -> tuple[str, str]:
    """Its name, and its code where one finds by it; the département's says enough elsewhere."""
    hidden = place.latitude is None and place.code_insee
    return place.commune, place.code_insee if hidden else place.departement


def _service_flags(service: FoundService) -> int:
    return _flags(
        service.activity is Activite.ESPACE_DE_RENCONTRE,
        *(mode in service.modes for mode in Mode),
        service.is_recognised,
        service.is_free,
        service.visits_prison,
        service.is_closed_for_now,
    )


def _situation_flags(service: FoundService) -> int:
    return _flags(*(one in service.situations for one in Situation))


def _place_flags(place: FoundPlace) -> int:
    return _flags(place.opens_on_saturday, place.opens_in_evening, place.is_wheelchair_accessible)


def _flags(*values: bool) -> int:
    """The first value is the lowest bit."""
    return sum(1 << number for number, value in enumerate(values) if value)


def _phone(phone: Phone | None) -> str:
    """``01 99 00 12 34``, which a browser can dial itself, or with what it must dial after ``|``."""
    if phone is None:
        return ""
    if phone.e164 == "+33" + phone.grouped.replace(" ", "")[1:]:
        return phone.grouped
    return f"{phone.grouped}|{phone.e164}"
