"""What a commune, a département and a région are."""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["exacte", "estimee"]
"""``exacte``: the place itself was located. ``estimee``: drawn from its neighbours."""


@dataclass(frozen=True, slots=True)
class Region:
    """A région, or an overseas collectivity standing in for one.

    ``dans`` and ``de`` are the phrases for titles: « en Bretagne », « de Bretagne ».
    """

    code: str
    nom: str
    dans: str
    de: str


@dataclass(frozen=True, slots=True)
class Departement:
    """A département, or an overseas collectivity standing in for one.

    ``region`` is the code of its région; ``dans`` and ``de`` are the phrases for titles:
    « dans le Rhône », « du Rhône ».
    """

    code: str
    nom: str
    region: str
    dans: str
    de: str


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune, or one of the municipal arrondissements of Paris, Lyon and Marseille.

    ``departement``, ``region``, ``epci`` (SIREN) and ``arrondissement`` are codes; the last two are
    empty where there is none. ``commune_parente`` is the INSEE code of the city of a municipal
    arrondissement, empty for all others. ``population`` counts inhabitants. ``latitude`` and
    ``longitude`` are WGS 84 decimal degrees, and ``precision`` says what they are worth.
    """

    code_insee: str
    nom: str
    codes_postaux: tuple[str, ...]
    departement: str
    region: str
    epci: str
    arrondissement: str
    commune_parente: str
    population: int
    latitude: float
    longitude: float
    precision: Precision
