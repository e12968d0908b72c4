"""Places as GeoJSON (RFC 7946): [longitude, latitude] in WGS 84, no ``crs``."""

from typing import Any

from generator.directory import Directory
from generator.exports.json import envelope, line, listed
from generator.exports.tables import Table
from generator.exports.values import as_json


def places_geojson(directory: Directory, places: Table) -> bytes:
    """One feature a place; ``geometry`` is null for a place without a position to show.

    ``precision`` says which points are the centre of a commune.
    """
    features = [line(_feature(place)) for place in places.records()]
    head = {"type": "FeatureCollection", **envelope(directory, total=len(features))}
    return listed(head, "features", features)


def _feature(place: dict[str, Any]) -> dict[str, Any]:
    longitude, latitude = place.pop("longitude"), place.pop("latitude")
    point = None
    if longitude is not None and latitude is not None:
        point = {"type": "Point", "coordinates": [longitude, latitude]}
    return {
        "type": "Feature",
        "id": f"{place['service_id']}/{place['rang']}",
        "geometry": point,
        "properties": {name: as_json(one) for name, one in place.items() if one is not None},
    }
