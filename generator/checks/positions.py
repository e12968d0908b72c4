"""Points: whole, in France, and near the commune they are said to be in."""

from collections.abc import Iterator

from generator.checks.rules import Context, Finding, follows
from generator.model.coordinates import in_france
from generator.model.service import Lieu
from generator.problems import Severity
from generator.rules import Rule
from generator.territory import Commune, distance_km

FARTHEST_KM = 30
"""How far a place may lie from the centre of its commune, in km.

Nearly every commune fits in it; Arles and the communes of Guyane do not, hence the waiver.
"""

_RENNES = (
    "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
    "    code_postal: '35000'\n    latitude: "
)
_BONIFACIO = (
    "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
    "    code_postal: '35000'\n"
    "  - role: antenne\n    commune: Bonifacio\n    code_insee: '2A041'\n"
    "    code_postal: '20169'\n    longitude: '9.16000'\n    precision: rue\n    latitude: "
)


@follows(
    Rule(
        "position-complete",
        Severity.ERREUR,
        "Latitude, longitude et précision vont ensemble.",
        "Un point sans l'une des trois ne se place pas, ou ne dit pas à quel point s'y fier.",
        _RENNES + "'48.11000'\n    longitude: '-1.68000'\n    precision: adresse\n",
        _RENNES + "'48.11000'\n",
    )
)
def position_is_whole(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """Latitude, longitude and precision are all there or all absent."""
    position = {
        "latitude": lieu.latitude,
        "longitude": lieu.longitude,
        "precision": lieu.precision,
    }
    missing = [name for name, value in position.items() if value is None]
    if missing and len(missing) < len(position):
        written = next(name for name in position if name not in missing)
        yield Finding(
            (written,),
            f"la position est incomplète : il manque {' et '.join(missing)}",
            "Donnez latitude, longitude et precision (adresse, rue ou commune), ou aucune des "
            "trois : le site montrera alors le centre de la commune.",
            needs=tuple((name,) for name in position),
        )


@follows(
    Rule(
        "position-en-france",
        Severity.ERREUR,
        "Le point est en France, outre-mer compris.",
        "Un chiffre oublié ou deux nombres intervertis placent le service dans un autre pays.",
        _BONIFACIO + "'41.39000'\n",
        _BONIFACIO + "'41.20000'\n",
    )
)
def position_lies_in_france(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """The point lies in the box of a French territory; swapped axes are recognised."""
    if lieu.latitude is None or lieu.longitude is None or in_france(lieu.latitude, lieu.longitude):
        return
    commune = context.territory.commune(lieu.code_insee or "")
    yield Finding(
        ("latitude",),
        "ce point n'est pas en France",
        _way_out(lieu.latitude, lieu.longitude, commune),
    )


@follows(
    Rule(
        "position-et-commune",
        Severity.ERREUR,
        f"Le point est à moins de {FARTHEST_KM} km du centre de sa commune.",
        "Un point dans une autre ville fait faire à une famille un trajet pour rien.",
        _RENNES + "'48.11000'\n    longitude: '-1.68000'\n    precision: adresse\n",
        _RENNES + "'47.21000'\n    longitude: '-1.55000'\n    precision: adresse\n",
        waivable=True,
    )
)
def position_lies_near_commune(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """The point lies near its commune (a point out of France is the former rule's)."""
    commune = context.territory.commune(lieu.code_insee or "")
    if commune is None or lieu.latitude is None or lieu.longitude is None:
        return
    if not in_france(lieu.latitude, lieu.longitude):
        return
    away = distance_km(commune.latitude, commune.longitude, lieu.latitude, lieu.longitude)
    if away > FARTHEST_KM:
        yield Finding(
            ("latitude",),
            f"ce point est à {away:.0f} km de {commune.nom}",
            _way_out(lieu.latitude, lieu.longitude, commune),
        )


def _way_out(latitude: float, longitude: float, commune: Commune | None) -> str:
    """How to mend a point that is not where it should be."""
    if commune is None:
        swapped = in_france(longitude, latitude)
    else:
        centre = (commune.latitude, commune.longitude)
        swapped = distance_km(*centre, longitude, latitude) <= FARTHEST_KM
    if swapped:
        return "Latitude et longitude semblent interverties : échangez-les."
    if commune is None:
        return "Vérifiez les chiffres, le point et le signe moins, ou retirez la position."
    return (
        f"Vérifiez les chiffres et le signe moins : {commune.nom} est vers "
        f"latitude {centre[0]:.3f}, longitude {centre[1]:.3f}."
    )


PLACE_CHECKS = (position_is_whole, position_lies_in_france, position_lies_near_commune)
