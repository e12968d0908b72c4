"""France's communes, départements and régions, read from ``data/reference``.

Imports nothing of the project but ``errors``.
"""

from generator.territory.distance import EARTH_RADIUS_KM, distance_km
from generator.territory.names import search_key
from generator.territory.nearest import Nearest
from generator.territory.places import Commune, Departement, Precision, Region
from generator.territory.tables import MAPS, REFERENCE_FOLDER, ReferenceTableError
from generator.territory.territory import Territory

__all__ = [
    "EARTH_RADIUS_KM",
    "MAPS",
    "REFERENCE_FOLDER",
    "Commune",
    "Departement",
    "Nearest",
    "Precision",
    "ReferenceTableError",
    "Region",
    "Territory",
    "distance_km",
    "search_key",
]
