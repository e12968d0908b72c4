"""What the service offers: to whom, at what cost, where, how soon."""

import datetime
from typing import Annotated

from generator.model.part import Part, described
from generator.model.types import (
    COMMUNE_CODE,
    DATE,
    DEPARTEMENT_CODE,
    YES_NO,
    integer,
    line,
    paragraphs,
)
from generator.model.vocabulary import Demarche, Public, Regime


class Acces(Part):
    """Who can ask, and how."""

    qui: Annotated[
        tuple[Public, ...],
        described(
            "Pour qui", "Les personnes qui peuvent s'adresser au service.", example=["parents"]
        ),
    ] = ()
    comment: Annotated[
        tuple[Demarche, ...],
        described("Comment", "Par où commencer.", example=["telephone"]),
    ] = ()
    precisions: Annotated[
        str | None,
        paragraphs(1000),
        described(
            "Précisions",
            "Ce qu'il faut savoir avant de venir, et comment cela se passe.",
            example="Chaque parent est d'abord reçu seul.",
        ),
    ] = None
    documents: Annotated[
        tuple[Annotated[str, line(160)], ...],
        described(
            "Documents à apporter",
            "Un document par ligne.",
            example=["la décision du juge", "une pièce d'identité"],
        ),
    ] = ()


class Tarif(Part):
    """What it costs."""

    regime: Annotated[
        Regime | None,
        described("Tarif", "Comment le prix est fixé.", example="bareme_cnaf"),
    ] = None
    premier_entretien_gratuit: Annotated[
        bool | None,
        YES_NO,
        described(
            "Premier entretien gratuit",
            "Le premier entretien d'information ne coûte rien.",
            example="oui",
        ),
    ] = None
    aide_juridictionnelle: Annotated[
        bool | None,
        YES_NO,
        described(
            "Aide juridictionnelle",
            "L'aide juridictionnelle peut prendre en charge la mesure.",
            example="oui",
        ),
    ] = None
    precisions: Annotated[
        str | None,
        paragraphs(600),
        described(
            "Précisions sur le tarif",
            "Ce que le service annonce lui-même de ses prix.",
            example="Le prix est fixé avec vous au premier entretien.",
        ),
    ] = None


class Agrement(Part):
    """The approval of an espace de rencontre by the préfet."""

    prefecture: Annotated[
        str | None,
        line(120),
        described(
            "Préfecture",
            "La préfecture qui a donné l'agrément.",
            example="Préfecture du Rhône",
            source="Code de l'action sociale et des familles, art. D. 216-1 et suivants",
        ),
    ] = None
    reference: Annotated[
        str | None,
        line(120),
        described("Référence", "Le numéro de l'arrêté d'agrément.", example="Arrêté 2024-017"),
    ] = None
    date: Annotated[
        datetime.date | None,
        DATE,
        described("Date de l'agrément", "Le jour où il a été donné.", example="2024-03-12"),
    ] = None
    fin: Annotated[
        datetime.date | None,
        DATE,
        described("Fin de l'agrément", "Le dernier jour de sa validité.", example="2029-03-11"),
    ] = None


class Conventionnement(Part):
    """Who funds a médiation familiale by a convention."""

    caf: Annotated[
        bool | None,
        YES_NO,
        described("Caf", "Le service est conventionné par la Caf.", example="oui"),
    ] = None
    msa: Annotated[
        bool | None,
        YES_NO,
        described("MSA", "Le service est conventionné par la MSA.", example="oui"),
    ] = None
    justice: Annotated[
        bool | None,
        YES_NO,
        described(
            "Justice", "Le service est conventionné par le ministère de la Justice.", example="oui"
        ),
    ] = None


class Zone(Part):
    """The territory the service serves."""

    departements: Annotated[
        tuple[Annotated[str, DEPARTEMENT_CODE], ...],
        described(
            "Départements",
            "Les codes des départements où le service intervient.",
            example=["69"],
            source="Insee, code officiel géographique",
        ),
    ] = ()
    communes: Annotated[
        tuple[Annotated[str, COMMUNE_CODE], ...],
        described(
            "Communes",
            "Les codes Insee des communes, quand le service ne couvre pas tout le département.",
            example=["69123"],
            source="Insee, code officiel géographique",
        ),
    ] = ()
    tribunaux: Annotated[
        tuple[Annotated[str, line(120)], ...],
        described(
            "Tribunaux",
            "Les tribunaux judiciaires dont les décisions désignent le service.",
            example=["Tribunal judiciaire de Lyon"],
        ),
    ] = ()
    precisions: Annotated[
        str | None,
        line(200),
        described(
            "Précisions sur le territoire",
            "Un territoire que les listes ne savent pas dire.",
            example="la vallée de la Lys",
        ),
    ] = None


class Violences(Part):
    """What the service does where there was violence."""

    accueil_separe: Annotated[
        bool | None,
        YES_NO,
        described(
            "Arrivées séparées",
            "Les deux parents arrivent et repartent sans pouvoir se croiser.",
            example="oui",
        ),
    ] = None
    precisions: Annotated[
        str | None,
        paragraphs(600),
        described(
            "Précisions",
            "Ce que le service met en place pour la sécurité de chacun.",
            example="Deux entrées et deux horaires différents.",
        ),
    ] = None


class Detention(Part):
    """What the service does when a parent is in prison."""

    visites: Annotated[
        bool | None,
        YES_NO,
        described(
            "Accompagnement en détention",
            "Le service accompagne des enfants qui rendent visite à un parent détenu.",
            example="oui",
        ),
    ] = None
    etablissements: Annotated[
        tuple[Annotated[str, line(120)], ...],
        described(
            "Établissements",
            "Les établissements pénitentiaires où le service intervient.",
            example=["Maison d'arrêt de Villefictive"],
        ),
    ] = ()
    precisions: Annotated[
        str | None,
        paragraphs(600),
        described("Précisions", "Comment demander.", example="Sur demande du parent détenu."),
    ] = None


class DelaiAttente(Part):
    """How long people wait, and when that was read."""

    semaines: Annotated[
        int | None,
        integer(0, 104),
        described(
            "Semaines d'attente", "Le délai moyen avant le premier rendez-vous.", example="6"
        ),
    ] = None
    liste_attente: Annotated[
        bool | None,
        YES_NO,
        described("Liste d'attente", "Le service tient une liste d'attente.", example="oui"),
    ] = None
    releve_le: Annotated[
        datetime.date,
        DATE,
        described("Relevé le", "Le jour où ce délai a été donné.", example="2026-09-01"),
    ]


class Alerte(Part):
    """A message to show for a time."""

    texte: Annotated[
        str,
        line(280),
        described(
            "Message",
            "Ce que les visiteurs doivent savoir maintenant.",
            example="Le service déménage : les rendez-vous de juin ont lieu à la mairie.",
        ),
    ]
    debut: Annotated[
        datetime.date | None,
        DATE,
        described("Début", "Le premier jour où montrer le message.", example="2026-06-01"),
    ] = None
    fin: Annotated[
        datetime.date,
        DATE,
        described("Fin", "Le dernier jour où montrer le message.", example="2026-06-30"),
    ]
