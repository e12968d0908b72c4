"""Reads the exact centres of communes, from the State's geo.api.gouv.fr.

Its answer to ``/communes?fields=nom,code,centre&format=json`` (and the same with
``type=arrondissement-municipal``), saved to a file, makes every position exact.
"""

from collections.abc import Mapping
from typing import Any

from generator.errors import AnnuaireError
from generator.json_documents import JsonError, read_json


class CentresError(AnnuaireError):
    """The file is not the answer of geo.api.gouv.fr that was expected."""


_EXPECTED = (
    "on attendait la réponse de geo.api.gouv.fr/communes avec les champs code et centre : "
    "une liste d'objets dont « centre » est un point GeoJSON."
)


def read_exact_centres(json_text: str) -> dict[str, tuple[float, float]]:
    """Return latitude and longitude (WGS 84 degrees) by INSEE code.

    ``json_text`` is a list of objects with ``code`` and ``centre``, a GeoJSON Point (RFC 7946:
    longitude first). A commune without ``centre`` is left out, as the API does for a few overseas.
    Raises ``CentresError`` when the text has another shape.
    """
    try:
        communes = read_json(json_text.encode())
    except JsonError as error:
        raise CentresError(f"Fichier des centres : {error} ; {_EXPECTED}") from error
    if not isinstance(communes, list):
        raise CentresError(f"Le fichier des centres ne contient pas de liste ; {_EXPECTED}")
    centres: dict[str, tuple[float, float]] = {}
    for number, commune in enumerate(communes, start=1):
        if not isinstance(commune, Mapping) or not isinstance(commune.get("code"), str):
            raise CentresError(f"Fichier des centres, élément {number} : pas de code ; {_EXPECTED}")
        if commune.get("centre") is not None:
            centres[commune["code"]] = _point(commune["code"], commune["centre"])
    return centres


def _point(code: str, centre: Any) -> tuple[float, float]:
    match centre:
        case {"type": "Point", "coordinates": [int() | float() as x, int() | float() as y, *_]} if (
            -180 <= x <= 180 and -90 <= y <= 90
        ):
            return float(y), float(x)
        case _:
            raise CentresError(
                f"Fichier des centres, commune {code} : centre illisible ; {_EXPECTED}"
            )
