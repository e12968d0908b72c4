"""Fictional services, each named after the state it shows."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from generator.directory import Directory
from generator.model.service import Service
from generator.pages.recipe import Recipe
from generator.pages.render import Page
from generator.territory import Territory

TODAY = datetime.date(2026, 11, 23)
HOSTILE = "<script>alert(1)</script> & \"guillemets\" 'apostrophes' {{ 7 * 7 }}"
"""Text that a page must show as it is."""


def service(identifier: str = "mediation-exemple-35", **fields: Any) -> Service:
    """An open mediation service of Rennes, with ``fields`` in place of its own."""
    departement = identifier.rpartition("-")[2].upper()
    record: dict[str, Any] = {
        "id": identifier,
        "departement": departement,
        "type": "mediation_familiale",
        "nom": "Médiation familiale de l'association Exemple",
        "statut": "ouvert",
        "gestionnaire": {"nom": "Association Exemple", "forme": "association"},
        "resume": "Un médiateur aide les parents et les frères et sœurs : à Rennes.",
        "contact": {
            "telephone": "01 99 00 12 34",
            "courriel": "contact@association.example",
            "site_web": "https://www.association.example/mediation",
        },
        "lieux": [place()],
        "sources": [{"url": "https://association.example/", "consulte_le": "2026-11-02"}],
        "verification": {"statut": "a_confirmer"},
    }
    told = {key: value for key, value in (record | fields).items() if value is not None}
    return Service.model_validate(told, context={"departement": departement})


def place(**fields: Any) -> dict[str, Any]:
    """A place with a whole address, in Rennes; a field given as ``None`` is left out."""
    known = {
        "role": "siege",
        "adresse": "3 rue de l'Exemple",
        "code_postal": "35000",
        "commune": "Rennes",
        "code_insee": "35238",
    }
    return {key: value for key, value in (known | fields).items() if value is not None}


def hidden_commune() -> Service:
    """A meeting space whose street must not be told."""
    return service(
        "espace-rencontre-cache-35",
        type="espace_de_rencontre",
        lieux=[
            {
                "role": "siege",
                "adresse_visible": "commune",
                "code_postal": "35000",
                "commune": "Rennes",
                "code_insee": "35238",
            }
        ],
    )


def unknown_street() -> Service:
    """A meeting space whose street nobody has written down."""
    return service(
        "espace-rencontre-sans-rue-35",
        type="espace_de_rencontre",
        lieux=[
            {
                "role": "siege",
                "code_postal": "35000",
                "commune": "Rennes",
                "code_insee": "35238",
            }
        ],
    )


def hidden_departement() -> Service:
    """A service of which only the département is published."""
    return service(
        "espace-rencontre-secret-35",
        type="espace_de_rencontre",
        lieux=[{"role": "siege", "adresse_visible": "departement", "departement": "35"}],
        zone={"departements": ["35"]},
    )


def closed_for_good() -> Service:
    """A closed service that another one follows."""
    return service(
        "mediation-fermee-35",
        statut="ferme",
        ferme_le="2025-12-31",
        remplace_par="mediation-exemple-35",
        lieux=[place(telephone="01 99 00 12 35", courriel="lieu@association.example")],
    )


def remote_only() -> Service:
    """A service without any place."""
    return service("mediation-a-distance-35", lieux=[], modes=["visio", "telephone"])


def twelve_places() -> Service:
    """A service that receives in twelve communes."""
    codes = (
        *(("Rennes", "35238"), ("Fougères", "35115"), ("Vitré", "35360"), ("Redon", "35236")),
        *(("Dinard", "35093"), ("Cancale", "35049"), ("Bruz", "35047"), ("Betton", "35024")),
        *(("Janzé", "35136"), ("Liffré", "35152"), ("Guichen", "35126"), ("Saint-Malo", "35288")),
    )
    return service(
        "mediation-douze-lieux-35",
        lieux=[
            place(role="antenne", commune=name, code_insee=code, code_postal=None)
            for name, code in codes
        ],
    )


def overseas() -> Service:
    """A service of La Réunion."""
    return service(
        "mediation-exemple-974",
        lieux=[place(commune="Saint-Denis", code_insee="97411", code_postal="97400")],
    )


def everything() -> Service:
    """A service that tells all there is to tell."""
    return service(
        "mediation-complete-35",
        statut="ferme_temporairement",
        description="Un paragraphe.\n\nUne liste :\n- un\n- deux",
        situations=["separation", "fratrie"],
        cadres=["conventionnel", "ordonnance_jaf"],
        modes=["presentiel", "visio"],
        langues=["fr", "fsl"],
        acces={
            "qui": ["parents"],
            "comment": ["telephone"],
            "precisions": "Chacun est reçu seul.",
            "documents": ["la décision du juge"],
        },
        tarif={
            "regime": "bareme_cnaf",
            "premier_entretien_gratuit": "oui",
            "aide_juridictionnelle": "oui",
            "precisions": "Le prix se décide ensemble.",
        },
        conventionnement={"caf": "oui", "msa": "oui"},
        zone={"departements": ["35", "22"], "tribunaux": ["Tribunal judiciaire de Rennes"]},
        violences={"accueil_separe": "oui", "precisions": "Deux entrées."},
        detention={"visites": "oui", "etablissements": ["Maison d'arrêt de Villefictive"]},
        delai_attente={"semaines": "6", "liste_attente": "oui", "releve_le": "2026-09-01"},
        alerte={"texte": "Nous déménageons : appelez.", "fin": "2026-12-31"},
        lieux=[
            place(
                nom="Maison des familles",
                complement="1er étage",
                latitude="48.11000",
                longitude="-1.68000",
                precision="adresse",
                horaires="Mo-Fr 09:00-12:00; PH off",
                horaires_texte="permanence le matin",
                sur_rendez_vous="oui",
                fermetures=[{"debut": "2026-12-24", "fin": "2026-12-31", "motif": "congés"}],
                acces_transport="métro Exemple",
                accessibilite={"pmr": "partiel", "precisions": "Sonnez."},
                telephone="01 99 00 12 35",
                courriel="rennes@association.example",
            ),
            place(role="permanence", commune="Fougères", code_insee="35115", code_postal="35300"),
        ],
        anciens_identifiants=["mediation-ancien-nom-35"],
    )


def hostile() -> Service:
    """A service whose every text is an attack."""
    return service(
        "mediation-hostile-35",
        nom=_armed(),
        gestionnaire={"nom": _armed()},
        resume=_armed(),
        description=_armed(),
        contact={"telephone": "01 99 00 12 34", "telephone_precisions": _armed()},
        acces={"precisions": _armed(), "documents": [_armed()]},
        tarif={"regime": "payant", "precisions": _armed()},
        alerte={"texte": _armed(), "fin": "2026-12-31"},
        violences={"precisions": _armed()},
        detention={"etablissements": [_armed()], "precisions": _armed()},
        zone={"tribunaux": [_armed()], "precisions": _armed()},
        lieux=[
            place(nom=_armed(), adresse=_armed(), complement=_armed(), acces_transport=_armed()),
            place(role="permanence", horaires_texte=_armed(), commune=_armed()),
        ],
        sources=[{"url": "https://association.example/", "titre": _armed()}],
        verification={"statut": "confirme", "le": "2026-10-01", "par": _armed()},
    )


def _armed() -> str:
    # The model refuses what looks like a tag; the pages must not count on it.
    return "Texte < b onclick=x > & \"guillemets\" 'apostrophes' {{ 7 * 7 }} javascript:x"


ALL_STATES = (
    service,
    hidden_commune,
    unknown_street,
    hidden_departement,
    closed_for_good,
    remote_only,
    twelve_places,
    overseas,
    everything,
    hostile,
)


def describe(service: Service, _: Directory) -> str:
    """Stands for the JSON-LD that the exports make."""
    return f'{{"name":"{service.id}"}}'


def made(recipes: Callable[[Directory], Iterator[Recipe]], directory: Directory) -> list[Page]:
    """The pages of those recipes."""
    return [one.make(directory) for one in recipes(directory)]


def directory(territory: Territory, *services: Service) -> Directory:
    """The directory of these services, on ``TODAY``."""
    return Directory(services, territory, TODAY)
