"""The maps as their template draws them: départements to enter by, communes as points."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.directory import Directory
from generator.hexmap import MAINLAND_FRAME, Frame, HexMap, Shape, france_map, zoom_map
from generator.model.service import Service
from generator.model.vocabulary import Activite
from generator.pages.cards import service_url
from generator.pages.filters import counted
from generator.pages.territory_links import departement_url
from generator.pages.towns import commune_url, town_name
from generator.territory import Commune, Departement
from generator.typography import no_break

LEVELS: Final = ((1, "1 service"), (2, "2 ou 3"), (4, "4 à 7"), (8, "8 et plus"))
"""The shades: how many services a département has at least, and how the key says it."""
NO_SERVICE: Final = "pas encore de service"
_POINTS_ACROSS = 56
"""The map is that many points wide."""


@dataclass(frozen=True, slots=True)
class Area:
    """A département on a map. ``url`` is empty on the page of that very one.

    ``level`` is 0 without service, then the rank in ``LEVELS``; ``is_beyond`` marks a neighbour of
    what the map is about.
    """

    code: str
    title: str
    url: str
    level: int
    is_beyond: bool
    shape: Shape

    @property
    def is_here(self) -> bool:
        """Whether the page is about that very one."""
        return not self.url

    @property
    def is_overseas(self) -> bool:
        """Whether it is drawn apart, where there is room for its code even on a telephone."""
        return len(self.code) > 2


@dataclass(frozen=True, slots=True)
class Point:
    """A commune where one is received; ``activities`` are the codes of those found there."""

    code_insee: str
    title: str
    url: str
    activities: tuple[str, ...]
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the key: a shade, and what it says."""

    level: int
    text: str


@dataclass(frozen=True)
class MapView:
    """A map to draw, with its key. ``kind`` is ``france``, ``region`` or ``departement``."""

    kind: Literal["france", "region", "departement"]
    title: str
    drawing: HexMap
    areas: tuple[Area, ...]
    points: tuple[Point, ...]
    key: tuple[Key, ...]
    activities: tuple[Activite, ...]

    @property
    def view_box(self) -> str:
        """What the SVG shows."""
        box = self.drawing.box
        return f"{box.x} {box.y} {box.width} {box.height}"

    @property
    def frames(self) -> str:
        """How degrees fall on the map, for a script, in JSON: by the code of each overseas département.

        ``""`` is the mainland. ``across`` and the others are those of ``Frame.lines``; ``x``, ``y``
        and ``side`` tell the square that the département is drawn in.
        """
        found: dict[str, dict[str, float]] = {"": _lines(MAINLAND_FRAME)}
        for shape in self.drawing.shapes:
            box = next((one for one in self.drawing.insets if one.holds(shape.x, shape.y)), None)
            if box:
                lines = _lines(self.drawing.frames[shape.departement])
                square = {"x": box.x, "y": box.y, "side": box.width}
                found[shape.departement] = {**lines, **square}
        return json.dumps(found, separators=(",", ":"))

    @property
    def labels(self) -> tuple[Area, ...]:
        """The départements that bear their code."""
        return tuple(one for one in self.areas if self.kind != "departement" and not one.is_beyond)

    @property
    def point_size(self) -> int:
        """Half the width of a point, in units of the drawing."""
        box = self.drawing.box
        return max(box.width, box.height) // _POINTS_ACROSS


def _lines(frame: Frame) -> dict[str, float]:
    """To a hundredth of a unit, some 60 metres, at 180 degrees from the origin."""
    names = ("across", "right", "down", "top")
    return {name: round(value, 4) for name, value in zip(names, frame.lines, strict=True)}


def level_of(count: int) -> int:
    """The shade for that many services: 0 for none, else from 1 to 4."""
    return sum(count >= least for least, _ in LEVELS)


def country_map(directory: Directory) -> MapView:
    """All of France: the way in by département."""
    drawing = france_map(directory.territory)
    codes = {one.departement for one in drawing.shapes}
    areas = tuple(_areas(drawing, codes, directory))
    return MapView("france", "Carte des départements", drawing, areas, (), _key(areas), ())


def region_map(
    codes: Collection[str], phrase: str, directory: Directory, here: str = ""
) -> MapView:
    """The départements of ``codes``, each a way in, and the communes of their places.

    ``phrase`` says where: « en Bretagne »; ``here`` is the code of the one whose page it is.
    """
    drawing = zoom_map(directory.territory, codes)
    areas = tuple(_areas(drawing, codes, directory, here))
    points = tuple(_points(drawing, codes, directory))
    return MapView(
        kind="region",
        title=f"Carte des services {phrase}",
        drawing=drawing,
        areas=areas,
        points=points,
        key=_key(areas),
        activities=_activities(points),
    )


def departement_map(departement: Departement, directory: Directory) -> MapView:
    """One département with its neighbours, and the communes of its places."""
    codes = {departement.code}
    drawing = zoom_map(directory.territory, codes)
    points = tuple(_points(drawing, codes, directory))
    return MapView(
        kind="departement",
        title=f"Carte des services {departement.dans}",
        drawing=drawing,
        areas=tuple(_areas(drawing, codes, directory, here=departement.code)),
        points=points,
        key=(),
        activities=_activities(points),
    )


def _areas(
    drawing: HexMap, codes: Collection[str], directory: Directory, here: str = ""
) -> Iterator[Area]:
    """The départements, those the map is about last: their edge is drawn over the others'.

    The very last is that of the page.
    """

    def order(one: Shape) -> tuple[bool, bool]:
        return one.departement in codes, one.departement == here

    for shape in sorted(drawing.shapes, key=order):
        departement = directory.territory.departement(shape.departement)
        if departement is None:
            continue
        count = len(directory.ids_in(departement.code))
        said = counted(count, "service") if count else NO_SERVICE
        yield Area(
            code=departement.code,
            title=no_break(f"{departement.nom} : {said}"),
            url="" if departement.code == here else departement_url(departement.code),
            level=level_of(count),
            is_beyond=departement.code not in codes,
            shape=shape,
        )


def _points(drawing: HexMap, codes: Collection[str], directory: Directory) -> Iterator[Point]:
    """A point a commune, at its centre; a place that has no position makes none."""
    communes = sorted(
        (one for code in codes for one in directory.communes_in(code)),
        key=lambda one: one.code_insee,
    )
    for commune in communes:
        services = _shown_in(commune, directory)
        at = drawing.point(commune.departement, commune.latitude, commune.longitude)
        if services and at:
            yield _point(commune, services, at)


def _shown_in(commune: Commune, directory: Directory) -> tuple[Service, ...]:
    return tuple(
        service
        for service in directory.listed_in_commune(commune.code_insee)
        if any(
            lieu.code_insee == commune.code_insee and directory.position_of(lieu)
            for lieu in service.lieux
        )
    )


def _point(commune: Commune, services: tuple[Service, ...], at: tuple[int, int]) -> Point:
    """To the service when there is one, else to the commune's page."""
    town = town_name(commune.nom)
    if len(services) == 1:
        name = services[0].nom
        title = name if town in name else f"{name}, {town}"
        url = service_url(services[0].id)
    else:
        title = f"{town} : {counted(len(services), 'service')}"
        url = commune_url(commune.code_insee)
    present = {one.type for one in services}
    return Point(
        commune.code_insee,
        no_break(title),
        url,
        tuple(one.value for one in Activite if one in present),
        *at,
    )


def _key(areas: Iterable[Area]) -> tuple[Key, ...]:
    """The shades that the map has, the lightest first."""
    present = sorted({one.level for one in areas if not one.is_beyond})
    return tuple(Key(level, LEVELS[level - 1][1] if level else NO_SERVICE) for level in present)


def _activities(points: Iterable[Point]) -> tuple[Activite, ...]:
    present = {activity for one in points for activity in one.activities}
    return tuple(one for one in Activite if one.value in present)
