"""The record: every field of a service described once.

A field's title, meaning, example and source stand in this package and nowhere else; validation, the
editor's schema, the published schema, the data dictionary, the CSV header and ``annuaire new``
derive from them. Instances are frozen: what follows from a service is a property or a pure
function.
"""

import datetime
from typing import Annotated

from pydantic import Field

from generator.model.offer import (
    Acces,
    Agrement,
    Alerte,
    Conventionnement,
    DelaiAttente,
    Detention,
    Tarif,
    Violences,
    Zone,
)
from generator.model.organisation import Contact, Gestionnaire
from generator.model.part import Part, described
from generator.model.phone import Phone
from generator.model.place import Accessibilite, Fermeture, Lieu
from generator.model.provenance import Derogation, Source, Verification
from generator.model.types import CODE, DATE, LANGUAGE, line, paragraphs
from generator.model.url import has_path
from generator.model.vocabulary import (
    Activite,
    Cadre,
    Mode,
    Situation,
    Statut,
    StatutVerification,
)

__all__ = [
    "DERIVED_FIELDS",
    "Acces",
    "Accessibilite",
    "Agrement",
    "Alerte",
    "Contact",
    "Conventionnement",
    "DelaiAttente",
    "Derogation",
    "Detention",
    "Fermeture",
    "Gestionnaire",
    "Lieu",
    "Part",
    "Service",
    "Source",
    "Tarif",
    "Verification",
    "Violences",
    "Zone",
]


class Service(Part):
    """One service: one activity run by one organisation, received in one or more places."""

    id: Annotated[
        str,
        described(
            "Identifiant",
            "Le nom du fichier, permanent : il ne change plus et n'est jamais repris.",
            example="mediation-udaf-69",
        ),
    ]
    departement: Annotated[
        str,
        described(
            "Département",
            "Le dossier du fichier : le département du lieu principal.",
            example="69",
            source="Insee, code officiel géographique",
        ),
    ]
    type: Annotated[
        Activite,
        described("Activité", "Laquelle des deux activités.", example="mediation_familiale"),
    ]
    nom: Annotated[
        str,
        line(120),
        described(
            "Nom du service",
            "Le nom que les familles connaissent.",
            example="Médiation familiale de l'UDAF du Rhône",
        ),
    ]
    statut: Annotated[
        Statut, described("État", "Le service reçoit-il du public ?", example="ouvert")
    ]
    gestionnaire: Annotated[
        Gestionnaire,
        described("Organisme", "Qui gère le service.", example={"nom": "UDAF du Rhône"}),
    ]
    resume: Annotated[
        str,
        line(280),
        described(
            "Résumé",
            "En une ou deux phrases simples : ce que fait le service, pour qui, où.",
            example="Un médiateur vous aide à vous parler pendant ou après une séparation, à Lyon.",
        ),
    ]
    description: Annotated[
        str | None,
        paragraphs(4000),
        described(
            "Présentation",
            "Ce qu'il faut savoir de plus. Des paragraphes séparés par une ligne vide, et des "
            "listes dont chaque ligne commence par un tiret.",
            example="Le service reçoit les familles depuis 2003.",
        ),
    ] = None
    situations: Annotated[
        tuple[Situation, ...],
        described("Situations", "Ce pour quoi on peut venir.", example=["separation"]),
    ] = ()
    cadres: Annotated[
        tuple[Cadre, ...],
        described("Cadres", "À l'initiative de qui l'on vient.", example=["conventionnel"]),
    ] = ()
    modes: Annotated[
        tuple[Mode, ...],
        described("Accueil", "Comment les personnes sont reçues.", example=["presentiel"]),
    ] = ()
    langues: Annotated[
        tuple[Annotated[str, LANGUAGE], ...],
        described(
            "Langues",
            "Les langues dans lesquelles on peut être reçu.",
            example=["fr", "fsl"],
            source="BCP 47 ; `fsl` est la langue des signes française",
        ),
    ] = ()
    contact: Annotated[
        Contact,
        described(
            "Contact",
            "Au moins un moyen de joindre le service.",
            example={"telephone": "01 99 00 12 34"},
        ),
    ]
    acces: Annotated[
        Acces | None,
        described("Accès", "Qui peut demander, et comment.", example={"qui": ["parents"]}),
    ] = None
    tarif: Annotated[
        Tarif | None,
        described("Tarif", "Ce que cela coûte.", example={"regime": "bareme_cnaf"}),
    ] = None
    agrement: Annotated[
        Agrement | None,
        described(
            "Agrément",
            "L'agrément du préfet, pour un espace de rencontre seulement.",
            example={"prefecture": "Préfecture du Rhône", "date": "2024-03-12"},
            source="Décret 2012-1153 du 15 octobre 2012",
        ),
    ] = None
    conventionnement: Annotated[
        Conventionnement | None,
        described(
            "Conventionnement",
            "Qui finance par convention une médiation familiale. On ne dit pas « agréée ».",
            example={"caf": "oui"},
        ),
    ] = None
    zone: Annotated[
        Zone | None,
        described(
            "Territoire", "Le territoire que le service dessert.", example={"departements": ["69"]}
        ),
    ] = None
    violences: Annotated[
        Violences | None,
        described(
            "Violences",
            "Ce que le service met en place en cas de violences.",
            example={"accueil_separe": "oui"},
        ),
    ] = None
    detention: Annotated[
        Detention | None,
        described("Détention", "Quand un parent est en prison.", example={"visites": "oui"}),
    ] = None
    delai_attente: Annotated[
        DelaiAttente | None,
        described(
            "Délai d'attente",
            "Le délai annoncé, avec le jour où il l'a été.",
            example={"semaines": "6", "releve_le": "2026-09-01"},
        ),
    ] = None
    alerte: Annotated[
        Alerte | None,
        described(
            "Alerte",
            "Un message à montrer pour un temps.",
            example={"texte": "Fermé pour travaux.", "fin": "2026-06-30"},
        ),
    ] = None
    lieux: Annotated[
        tuple[Lieu, ...],
        described(
            "Lieux",
            "Les lieux où l'on est reçu, le principal en premier.",
            example=[{"role": "siege", "commune": "Rennes", "code_insee": "35238"}],
        ),
    ] = ()
    sources: Annotated[
        tuple[Source, ...],
        Field(min_length=1),
        described(
            "Sources",
            "Les pages publiques d'où viennent les informations.",
            example=[{"url": "https://www.association.example/"}],
        ),
    ]
    verification: Annotated[
        Verification,
        described(
            "Vérification",
            "Qui a confirmé la fiche, et quand. Vérifier n'est pas modifier.",
            example={"statut": "a_confirmer"},
        ),
    ]
    anciens_identifiants: Annotated[
        tuple[Annotated[str, CODE], ...],
        described(
            "Anciens identifiants",
            "Les noms de fichier que cette fiche a portés : leurs adresses mènent ici.",
            example=["mediation-udaf-lyon"],
        ),
    ] = ()
    remplace_par: Annotated[
        str | None,
        CODE,
        described(
            "Remplacé par",
            "L'identifiant du service qui a pris la suite d'un service fermé.",
            example="mediation-udaf-69",
        ),
    ] = None
    ferme_le: Annotated[
        datetime.date | None,
        DATE,
        described("Fermé le", "Le jour de la fermeture définitive.", example="2025-12-31"),
    ] = None
    derogations: Annotated[
        tuple[Derogation, ...],
        described(
            "Dérogations",
            "Les règles que cette fiche a une bonne raison de ne pas suivre.",
            example=[{"regle": "capitales", "raison": "Le sigle est le nom d'usage."}],
        ),
    ] = ()

    @property
    def main_place(self) -> Lieu | None:
        """The place named first, which gives the record its département; None when remote only."""
        return self.lieux[0] if self.lieux else None

    @property
    def telephones(self) -> tuple[Phone, ...]:
        """The numbers to call, the first one first: the service's, then those of its places."""
        numbers = (self.contact.telephone, *(lieu.telephone for lieu in self.lieux))
        return tuple(one for one in numbers if one is not None)

    @property
    def own_site(self) -> str | None:
        """``contact.site_web``, unless it is only a page that tells of the service.

        Such a page, an article most often, stands in a record that nobody has confirmed, for want of
        any other way to reach the service: it is one of the sources, to the letter.
        """
        contact, url = self.contact, self.contact.site_web
        if url is None or self.verification.statut is not StatutVerification.A_CONFIRMER:
            return url
        has_another_way = self.telephones or contact.courriel or contact.rendez_vous
        is_a_source = has_path(url) and any(one.url == url for one in self.sources)
        return url if has_another_way or not is_a_source else None

    @property
    def has_hidden_place(self) -> bool:
        """True when at least one place's address must not be shown."""
        return any(lieu.is_hidden for lieu in self.lieux)


DERIVED_FIELDS = ("id", "departement")
"""Fields of a service that its file's path gives; they are not written in the record."""
