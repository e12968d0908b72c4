"""Reads the npm package ``@etalab/decoupage-administratif``: the official division of France.

Sources of the package: Code officiel géographique and legal populations (Insee), list of EPCI
(DGCL), postal codes (La Poste). Its TNCC is called ``typeLiaison``.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import AnnuaireError

PACKAGE = "@etalab/decoupage-administratif"

_WITHOUT_INHABITANTS = frozenset({"984", "989"})
"""Terres australes et antarctiques françaises, Clipperton: nobody lives there."""


class PackageError(AnnuaireError):
    """The folder is not the unpacked npm package."""


@dataclass(frozen=True, slots=True)
class Place:
    """A commune or municipal arrondissement, as the package describes it; no position yet."""

    code: str
    name: str
    postal_codes: tuple[str, ...]
    departement: str
    region: str
    epci: str
    arrondissement: str
    parent: str
    population: int


@dataclass(frozen=True, slots=True)
class Area:
    """A département or a région (whose ``region`` is its own code)."""

    code: str
    name: str
    region: str
    tncc: int
    chef_lieu: str


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A former commune, its name when the package knows it, and the one that took it in."""

    code: str
    name: str
    current: str


@dataclass(frozen=True, slots=True)
class Division:
    """The whole package, in the order of codes."""

    version: str
    regions: tuple[Area, ...]
    departements: tuple[Area, ...]
    communes: tuple[Place, ...]
    former: tuple[FormerCommune, ...]


def read_division(package: Path) -> Division:
    """Reads the unpacked package in ``package`` (the folder that holds ``package.json``).

    Raises ``PackageError`` when it is not there or has another shape.
    """
    try:
        version = _json(package / "package.json")["version"]
        regions = _areas(package / "data" / "regions.json")
        departements = _areas(package / "data" / "departements.json")
        communes = _json(package / "data" / "communes.json")
        epci = {
            member["code"]: one["code"]
            for one in _json(package / "data" / "epci.json")
            for member in one["membres"]
        }
        places = tuple(_places(communes, epci))
        former = tuple(_former(communes))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PackageError(
            f"{package} n'est pas le dossier du paquet npm {PACKAGE} décompressé "
            "(il contient package.json et data/communes.json), "
            "ou ce paquet a changé de forme."
        ) from error
    return Division(version, regions, departements, places, former)


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _areas(path: Path) -> tuple[Area, ...]:
    areas = (
        Area(
            one["code"],
            one["nom"],
            one.get("region", one["code"]),
            one["typeLiaison"],
            one["chefLieu"],
        )
        for one in _json(path)
        if one["code"] not in _WITHOUT_INHABITANTS
    )
    return tuple(sorted(areas, key=lambda area: area.code))


def _places(communes: list[dict[str, Any]], epci: dict[str, str]) -> Iterator[Place]:
    kinds = ("commune-actuelle", "arrondissement-municipal")
    for one in sorted(communes, key=lambda one: str(one["code"])):
        if one["type"] not in kinds or one["departement"] in _WITHOUT_INHABITANTS:
            continue
        parent = one.get("commune", "")
        yield Place(
            code=one["code"],
            name=one["nom"],
            postal_codes=tuple(sorted(one.get("codesPostaux", ()))),
            departement=one["departement"],
            region=one["region"],
            epci=epci.get(parent or one["code"], ""),
            arrondissement=one.get("arrondissement", ""),
            parent=parent,
            population=one.get("population", 0),
        )


def _former(communes: list[dict[str, Any]]) -> Iterator[FormerCommune]:
    """Former communes by code; the status of déléguée or associée, which is newer, wins."""
    names = {one["code"]: one["nom"] for one in communes if one["type"] == "commune-actuelle"}
    found: dict[str, FormerCommune] = {}
    for one in communes:
        for code in one.get("anciensCodes", ()):
            found[code] = FormerCommune(code, "", one["code"])
    for one in communes:
        if one["type"] in ("commune-deleguee", "commune-associee"):
            found[one["code"]] = FormerCommune(one["code"], one["nom"], one["chefLieu"])
    for code in sorted(found):
        former = found[code]
        # A seat that kept its code and its name (Saint-Denis, 93066) is not a former commune.
        if code != former.current or former.name != names[former.current]:
            yield former
