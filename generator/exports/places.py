"""A place as it is published: with its département, and its commune's centre for want of better."""

from generator.directory import Directory
from generator.model.service import Lieu
from generator.model.vocabulary import Precision

_DECIMALS = 5


def located(lieu: Lieu, directory: Directory) -> Lieu:
    """``lieu`` with what the territory adds: département, position, and how exact that is.

    Nothing is added to a hidden place but its département, which its record tells already.
    """
    position = directory.position_of(lieu)
    return lieu.model_copy(
        update={
            "departement": directory.departement_of(lieu),
            "latitude": position and round(position.latitude, _DECIMALS),
            "longitude": position and round(position.longitude, _DECIMALS),
            "precision": position and position.precision,
        }
    )


def exact_point(lieu: Lieu) -> tuple[float, float] | None:
    """Latitude and longitude, for formats that cannot say that a point is a commune's centre."""
    if lieu.is_hidden or lieu.latitude is None or lieu.longitude is None:
        return None
    if lieu.precision in (None, Precision.COMMUNE):
        return None
    return lieu.latitude, lieu.longitude
