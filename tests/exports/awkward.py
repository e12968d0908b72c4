"""A small fictional directory of awkward records: what an export is most likely to get wrong.

Real communes, telephone numbers that Arcep keeps for fiction, ``.example`` domains.
"""

import datetime
from typing import Any

from generator.directory import Directory
from generator.model.service import Service
from generator.territory import Territory

TODAY = datetime.date(2026, 11, 25)
SITE = "https://annuaire.example"
SECRET = "rue du Secret"

LONG = "Un paragraphe entier sur ce que fait ce service imaginaire.\n\n" * 60
DESCRIPTION = (
    'Il dit « oui », il dit "non" ; il dit aussi 1\N{NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}% '
    "et 👩‍👧‍👦, d'une traite.\n"
    "Une autre ligne, avec une virgule, un | et un \\.\n\n"
    "- un premier point ;\n- =SOMME(A1:A9) au milieu d'un texte."
)

_BASE = {
    "type": "mediation_familiale",
    "statut": "ouvert",
    "gestionnaire": {"nom": "Association Exemple", "forme": "association"},
    "resume": "Un service imaginaire.",
    "contact": {"telephone": "01 99 00 12 34"},
    "sources": [{"url": "https://association.example/", "consulte_le": "2026-11-02"}],
    "verification": {"statut": "a_confirmer"},
}
_LYON = {
    "role": "siege",
    "adresse": "12 rue de l'Exemple",
    "code_postal": "69007",
    "commune": "Lyon 7e Arrondissement",
    "code_insee": "69387",
}

RECORDS: dict[str, dict[str, Any]] = {
    "01/mediation-sans-lieu": {"nom": "Médiation sans lieu", "gestionnaire": {"nom": "Le Fil"}},
    "35/espace-cache": {
        "type": "espace_de_rencontre",
        "nom": "Espace de rencontre protégé",
        "situations": ["visite_parent", "passage_de_bras"],
        "tarif": {"regime": "gratuit"},
        "violences": {"accueil_separe": "oui"},
        "lieux": [
            {
                "role": "siege",
                "adresse_visible": "commune",
                "code_postal": "35000",
                "commune": "Rennes",
                "code_insee": "35238",
                "horaires": "Sa[1,3] 10:00-17:00",
                "sur_rendez_vous": "oui",
            },
            {"role": "antenne", "adresse_visible": "departement", "departement": "35"},
        ],
    },
    "69/mediation-fermee": {
        "nom": "Médiation fermée",
        "statut": "ferme",
        "ferme_le": "2025-12-31",
        "remplace_par": "mediation-textes",
        "lieux": [_LYON],
    },
    "69/mediation-soixante-lieux": {
        "nom": "Médiation aux soixante lieux",
        "lieux": [
            _LYON | {"nom": f"Permanence n° {rank}", "role": "permanence" if rank > 1 else "siege"}
            for rank in range(1, 61)
        ],
    },
    "69/mediation-textes": {
        "nom": "Médiation « L'Entre-deux ; et après »",
        "gestionnaire": {
            "nom": "Fédération des associations imaginaires " + "très " * 20 + "réunies",
            "forme": "udaf",
            "siret": "12345678200010",
            "rna": "W691000000",
            "site_web": "https://federation.example/",
            "reseaux": ["unaf", "apmf"],
        },
        "description": DESCRIPTION,
        "situations": ["separation", "fratrie"],
        "cadres": ["conventionnel", "ordonnance_jaf"],
        "modes": ["presentiel", "visio"],
        "langues": ["fr", "fsl"],
        "contact": {
            "telephone": "01 99 00 12 35",
            "telephone_precisions": "le matin, de 9 h à 12 h",
            "courriel": "contact@association.example",
            "site_web": "https://association.example/mediation?a=1&b=2",
            "rendez_vous": "https://association.example/rendez-vous",
        },
        "acces": {
            "qui": ["parents", "grands_parents"],
            "comment": ["telephone", "en_ligne", "orientation"],
            "precisions": "Chaque parent est d'abord reçu seul.",
            "documents": ["la décision | le jugement", "une pièce d'identité \\ un passeport"],
        },
        "tarif": {
            "regime": "bareme_cnaf",
            "premier_entretien_gratuit": "oui",
            "aide_juridictionnelle": "non",
            "precisions": "De 2 à 131 € la séance.",
        },
        "conventionnement": {"caf": "oui", "msa": "non", "justice": "oui"},
        "zone": {"departements": ["69", "01"], "tribunaux": ["Tribunal judiciaire de Lyon"]},
        "delai_attente": {"semaines": "6", "liste_attente": "oui", "releve_le": "2026-09-01"},
        "alerte": {"texte": "Fermé pour travaux.", "fin": "2026-12-30"},
        "sources": [
            {"url": "https://association.example/", "titre": "Accueil | Association"},
            {"url": "https://federation.example/", "consulte_le": "2026-10-01"},
        ],
        "verification": {"statut": "confirme", "le": "2026-10-15", "par": "secrétariat"},
        "anciens_identifiants": ["mediation-ancienne"],
        "derogations": [{"regle": "phrase-longue", "raison": "Le texte est un exemple."}],
        "lieux": [
            _LYON
            | {
                "complement": "Centre social ; 1er étage, porte 2",
                "latitude": "45.74846",
                "longitude": "4.84671",
                "precision": "adresse",
                "horaires": "Mo-Fr 09:00-12:00,14:00-17:30; PH off",
                "horaires_texte": "et le soir sur demande",
                "fermetures": [
                    {"debut": "2026-12-21", "fin": "2027-01-03", "motif": "congés | Noël"},
                    {"debut": "2027-05-07", "fin": "2027-05-07"},
                ],
                "acces_transport": "tramway T1, arrêt Exemple",
                "accessibilite": {
                    "pmr": "partiel",
                    "acceslibre": "https://acceslibre.example/fiche",
                    "precisions": "Sonnette à l'entrée.",
                },
                "telephone": "01 99 00 12 36",
                "courriel": "lyon@association.example",
            },
            {
                "role": "itinerant",
                "code_postal": "01000",
                "commune": "Bourg-en-Bresse",
                "code_insee": "01053",
                "horaires": "week 01-53/2 We 14:00-18:00",
            },
        ],
    },
    "75/mediation-a-distance": {
        "nom": "Médiation à distance",
        "modes": ["visio", "telephone"],
        "resume": "Un service imaginaire, par vidéo ou au téléphone, sans se déplacer.",
        "zone": {"departements": ["75", "93"]},
    },
    "75/mediation-texte-long": {"nom": "M", "description": LONG.strip()[:4000]},
    "974/mediation-outre-mer": {
        "nom": "Médiation des Hauts",
        "statut": "ouvert",
        "contact": {"telephone": "02 61 91 12 34"},
        "lieux": [
            {
                "role": "siege",
                "adresse": "4 rue de l'Essai",
                "code_postal": "97400",
                "commune": "Saint-Denis",
                "code_insee": "97411",
                "latitude": "-20.88231",
                "longitude": "55.45040",
                "precision": "rue",
                "horaires": "Mo-Th 08:00-16:00; PH off",
            }
        ],
    },
    "975/mediation-saint-pierre": {
        "nom": "Médiation de Saint-Pierre",
        "statut": "ferme_temporairement",
        "lieux": [
            {
                "role": "siege",
                "code_postal": "97500",
                "commune": "Saint-Pierre",
                "code_insee": "97502",
            }
        ],
    },
}
"""By the path of their file, without its suffix; what they all share is in ``_BASE``."""


def service(path: str, record: dict[str, Any]) -> Service:
    """The service of a record written as YAML would give it: text, lists and mappings."""
    departement, _, identifier = path.partition("/")
    derived = {"id": identifier, "departement": departement}
    return Service.model_validate(_BASE | record | derived, context=derived)


def directory(territory: Territory, today: datetime.date = TODAY) -> Directory:
    """All of ``RECORDS``, on a given day."""
    return Directory([service(*item) for item in RECORDS.items()], territory, today)
