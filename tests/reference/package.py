"""A small folder in the shape of the npm package, with a few real communes and one invented."""

import json
from pathlib import Path
from typing import Any

BRIGADOON = "35901"
"""An invented commune next to Rennes, which no gazetteer knows."""


def commune(code: str, nom: str, population: int, codes_postaux: list[str]) -> dict[str, Any]:
    """A commune of Ille-et-Vilaine."""
    return {
        "code": code,
        "nom": nom,
        "typeLiaison": 0,
        "zone": "metro",
        "arrondissement": "353",
        "departement": "35",
        "region": "53",
        "type": "commune-actuelle",
        "population": population,
        "codesPostaux": codes_postaux,
    }


COMMUNES: list[dict[str, Any]] = [
    commune("35238", "Rennes", 230890, ["35200", "35000"]),
    commune("35051", "Cesson-Sévigné", 18500, ["35510"]),
    commune("35281", "Saint-Jacques-de-la-Lande", 14500, ["35136"]),
    commune("35278", "Saint-Grégoire", 10200, ["35760"]),
    commune(BRIGADOON, "Brigadoon", 12, ["35000"]),
    {**commune("35902", "Ancienne", 0, []), "type": "commune-deleguee", "chefLieu": "35238"},
    {**commune("35238", "Rennes", 0, []), "type": "commune-deleguee", "chefLieu": "35238"},
    {
        **commune("69123", "Lyon", 519127, ["69007"]),
        "anciensCodes": ["69232"],
        "arrondissement": "691",
        "departement": "69",
        "region": "84",
    },
    {
        **commune("69387", "Lyon 7e Arrondissement", 85000, ["69007"]),
        "type": "arrondissement-municipal",
        "commune": "69123",
        "arrondissement": "691",
        "departement": "69",
        "region": "84",
    },
    {
        "code": "97701",
        "nom": "Saint-Barthélemy",
        "departement": "977",
        "region": "977",
        "zone": "com",
        "type": "commune-actuelle",
        "codesPostaux": ["97133"],
        "population": 10660,
    },
    {
        "code": "98901",
        "nom": "Île de Clipperton",
        "departement": "989",
        "region": "989",
        "zone": "com",
        "type": "commune-actuelle",
        "codesPostaux": ["98799"],
    },
]


def area(code: str, nom: str, tncc: int, region: str = "") -> dict[str, Any]:
    """A département (of ``region``) or a région."""
    found = {"code": code, "chefLieu": "", "nom": nom, "typeLiaison": tncc, "zone": "metro"}
    return {**found, "region": region} if region else found


REGIONS = [
    area("53", "Bretagne", 0),
    area("84", "Auvergne-Rhône-Alpes", 1),
    area("977", "Saint-Barthélemy", 0),
    area("989", "Île de Clipperton", 0),
]
DEPARTEMENTS = [
    area("977", "Saint-Barthélemy", 0, "977"),
    area("69", "Rhône", 2, "84"),
    area("35", "Ille-et-Vilaine", 1, "53"),
    area("989", "Île de Clipperton", 0, "989"),
]
EPCI = [
    {
        "code": "243500139",
        "nom": "Rennes Métropole",
        "membres": [{"code": one} for one in ("35238", "35051", "35281", "35278", BRIGADOON)],
    },
    {"code": "200046977", "nom": "Métropole de Lyon", "membres": [{"code": "69123"}]},
]


def write_package(folder: Path) -> Path:
    """Write the package into ``folder``, which is made, and return it."""
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"version": "0.0.1"}), "utf-8")
    for name, content in {
        "communes": COMMUNES,
        "regions": REGIONS,
        "departements": DEPARTEMENTS,
        "epci": EPCI,
    }.items():
        (data / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return folder
