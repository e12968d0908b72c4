"""Two editions of a small fictional directory, between which everything that can happen happens."""

import copy
import datetime
from typing import Any

from generator.changes import Edition

SECRET = "12 rue du Secret"


def service(identifier: str, **fields: Any) -> dict[str, Any]:
    """A service as ``services.json`` gives it."""
    return {
        "id": identifier,
        "departement": "35",
        "type": "mediation_familiale",
        "nom": f"Médiation {identifier}",
        "statut": "ouvert",
        "contact": {"telephone": "01 99 00 12 34"},
        "lieux": [place()],
        "sources": [{"url": "https://association.example/", "consulte_le": "2026-10-01"}],
        "verification": {"statut": "a_confirmer"},
    } | fields


def place(**fields: Any) -> dict[str, Any]:
    return {
        "role": "siege",
        "adresse_visible": "complete",
        "adresse": "1 rue de l'Exemple",
        "commune": "Rennes",
        "code_insee": "35238",
        "departement": "35",
        "latitude": 48.11,
        "longitude": -1.67,
        "precision": "commune",
    } | fields


def hidden(**fields: Any) -> dict[str, Any]:
    kept = ("role", "commune", "code_insee", "departement")
    return {key: place()[key] for key in kept} | {"adresse_visible": "commune"} | fields


def edition(*services: dict[str, Any], name: str = "x", **options: Any) -> Edition:
    date = datetime.date(2026, 11, 2)
    return Edition(name, date, {one["id"]: copy.deepcopy(one) for one in services}, **options)


BEFORE = edition(
    service("change"),
    service("ferme"),
    service("devoile", lieux=[hidden()], nom="Dévoilé"),
    service("meme"),
    service("protege", lieux=[place(adresse=SECRET)]),
    service("renomme"),
    service("retire", lieux=[place(adresse=SECRET, departement="44")]),
    name="avant",
)
AFTER = edition(
    service("ajoute", verification={"statut": "confirme", "le": "2026-11-02"}),
    service(
        "change",
        contact={"telephone": "01 99 00 12 35", "courriel": "a@association.example"},
        langues=["fr", "fsl"],
        description="Une `barrière`, un @nom, <b>du</b> | **gras** [lien](http://a.example)\nFin\u202e",
        lieux=[place(adresse="9 quai Neuf", nom="Antenne"), place(horaires="Mo 09:00-12:00")],
    ),
    service("ferme", statut="ferme", ferme_le="2026-06-30", remplace_par="change"),
    service("devoile", lieux=[place(adresse=SECRET)], nom="Dévoilé"),
    service("meme", lieux=[place(latitude=48.1)]),
    service("protege", lieux=[hidden()], contact={"telephone": "01 99 00 99 99"}),
    service("nouveau-nom", anciens_identifiants=["renomme"], statut="ferme_temporairement"),
    name="après",
)
