"""The maps that pages show: all drawn beforehand, since they depend on the reference tables alone.

To draw them takes longer than all the rest of a small site; they are a table among the others.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from generator.hexmap.drawing import HexMap
from generator.hexmap.france import draw_france
from generator.hexmap.zoom import draw_zoom
from generator.territory import MAPS, ReferenceTableError, Territory

FRANCE = "france"

_MAP = TypeAdapter(HexMap)
_MAPS = TypeAdapter(dict[str, HexMap])


def france_map(territory: Territory) -> HexMap:
    """Every département that has a commune (``draw_france``). Raises ``ReferenceTableError``."""
    return _named(FRANCE, territory)


def zoom_map(territory: Territory, codes: Collection[str]) -> HexMap:
    """A département, or all those of a région, seen close (``draw_zoom``).

    Raises ``ReferenceTableError`` when it is not among the maps of the territory.
    """
    return _named(_name_of(codes), territory)


def draw_maps(territory: Territory) -> bytes:
    """Draw them all, as ``data/reference`` keeps them: JSON, a line a map."""
    maps = {FRANCE: draw_france(territory), **dict(_zooms(territory))}
    lines = (f'"{name}": {_MAP.dump_json(one).decode()}' for name, one in maps.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _zooms(territory: Territory) -> Iterator[tuple[str, HexMap]]:
    inhabited = {one.departement for one in territory.communes()}
    groups = [
        *({one.code} for one in territory.departements),
        *(
            {one.code for one in territory.departements_of(region.code)}
            for region in territory.regions
        ),
    ]
    for codes in groups:
        if codes & inhabited:
            yield _name_of(codes), draw_zoom(territory, codes)


def _name_of(codes: Collection[str]) -> str:
    return "+".join(sorted(codes))


def _named(name: str, territory: Territory) -> HexMap:
    drawing = _maps(territory).get(name)
    if drawing is None:
        raise ReferenceTableError(
            f"{MAPS} ne contient pas la carte « {name} » : redessinez les cartes "
            "comme l'explique data/reference/README.md."
        )
    return drawing


@lru_cache(maxsize=1)
def _maps(territory: Territory) -> Mapping[str, HexMap]:
    try:
        return _MAPS.validate_json(territory.maps, strict=True)
    except ValidationError as error:
        raise ReferenceTableError(
            f"{MAPS} est abîmé : reprenez ce fichier du dépôt, ou redessinez les cartes "
            "comme l'explique data/reference/README.md."
        ) from error
