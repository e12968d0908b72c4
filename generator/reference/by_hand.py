"""Where the communes stand that neither GeoNames nor their neighbours can tell.

A commune of Polynesia is an island or several, of Guyane a forest larger than a département: GeoNames
knows the village, or nothing. ``by_hand.csv`` says of each either the village in GeoNames (in
``localite``) or a place, and in ``origine`` where that comes from. Licence Ouverte 2.0.
"""

import csv
from collections.abc import Iterable, Sequence
from importlib.resources import files

from generator.reference.decoupage import Place
from generator.reference.gazetteer import GazetteerPlace
from generator.reference.likeness import point_of
from generator.reference.neighbours import Point


def villages(communes: Iterable[Place], gazetteer: Sequence[GazetteerPlace]) -> dict[str, Point]:
    """Return the communes whose main village GeoNames knows; the most populous of its name."""
    regions = {one.code: one.region for one in communes}
    found: dict[str, Point] = {}
    for row in _rows():
        places = [
            place
            for place in gazetteer
            if place.name == row["localite"] and place.region == regions.get(row["code_insee"])
        ]
        if places:
            best = max(places, key=lambda place: (place.population, -place.id))
            found[row["code_insee"]] = point_of(best)
    return found


def written_points(communes: Iterable[Place]) -> dict[str, Point]:
    """Return the communes whose place is written in the table."""
    known = {one.code for one in communes}
    return {
        row["code_insee"]: Point(float(row["latitude"]), float(row["longitude"]))
        for row in _rows()
        if row["code_insee"] in known and row["latitude"]
    }


def _rows() -> list[dict[str, str]]:
    text = files("generator.reference").joinpath("by_hand.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
