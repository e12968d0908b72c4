"""Where people are received."""

import datetime
from typing import Annotated

from generator.model.hours import Hours
from generator.model.part import Part, described
from generator.model.phone import Phone
from generator.model.types import (
    COMMUNE_CODE,
    DATE,
    DEPARTEMENT_CODE,
    EMAIL,
    LATITUDE,
    LONGITUDE,
    OPENING_HOURS,
    PHONE,
    POSTAL_CODE,
    URL,
    YES_NO,
    line,
)
from generator.model.vocabulary import AccesPmr, AdresseVisible, Precision, Role


class Fermeture(Part):
    """Days on which a place is closed."""

    debut: Annotated[
        datetime.date,
        DATE,
        described("Premier jour", "Le premier jour de fermeture.", example="2026-08-01"),
    ]
    fin: Annotated[
        datetime.date,
        DATE,
        described("Dernier jour", "Le dernier jour de fermeture.", example="2026-08-21"),
    ]
    motif: Annotated[
        str | None,
        line(120),
        described("Motif", "Pourquoi, en deux mots.", example="congés d'été"),
    ] = None


class Accessibilite(Part):
    """Whether a disabled person can come."""

    pmr: Annotated[
        AccesPmr | None,
        described(
            "Fauteuil roulant",
            "Une personne en fauteuil roulant peut entrer et circuler.",
            example="oui",
        ),
    ] = None
    acceslibre: Annotated[
        str | None,
        URL,
        described(
            "Fiche Acceslibre",
            "L'adresse de la fiche du lieu sur Acceslibre.",
            example="https://acceslibre.beta.gouv.fr/",
        ),
    ] = None
    precisions: Annotated[
        str | None,
        line(280),
        described(
            "Précisions",
            "Ce qu'il faut savoir pour entrer.",
            example="Sonnette à l'entrée de plain-pied, côté cour.",
        ),
    ] = None


class Lieu(Part):
    """A place where the service receives people."""

    nom: Annotated[
        str | None,
        line(120),
        described(
            "Nom du lieu", "Comment on appelle ce lieu sur place.", example="Maison des familles"
        ),
    ] = None
    role: Annotated[
        Role,
        described("Rôle", "Ce que ce lieu est pour le service.", example="siege"),
    ]
    adresse_visible: Annotated[
        AdresseVisible,
        described(
            "Adresse visible",
            "Ce que l'on peut publier de l'adresse. Quand elle est protégée, la fiche ne contient "
            "ni rue, ni position, ni transport : le dépôt lui-même est public.",
            example="complete",
        ),
    ] = AdresseVisible.COMPLETE
    adresse: Annotated[
        str | None,
        line(160),
        described("Adresse", "Le numéro et la rue.", example="12 rue de l'Exemple"),
    ] = None
    complement: Annotated[
        str | None,
        line(160),
        described(
            "Complément d'adresse",
            "Bâtiment, étage, quartier, ou le partenaire qui prête le local.",
            example="Centre social, 1er étage",
        ),
    ] = None
    code_postal: Annotated[
        str | None,
        POSTAL_CODE,
        described(
            "Code postal",
            "Un code postal de la commune.",
            example="69007",
            source="La Poste, base officielle des codes postaux",
        ),
    ] = None
    commune: Annotated[
        str | None,
        line(80),
        described(
            "Commune",
            "Le nom officiel de la commune, ou de l'arrondissement à Paris, Lyon et Marseille.",
            example="Lyon 7e Arrondissement",
            source="Insee, code officiel géographique",
        ),
    ] = None
    code_insee: Annotated[
        str | None,
        COMMUNE_CODE,
        described(
            "Code Insee",
            "Le code officiel de la commune (ce n'est pas le code postal).",
            example="69387",
            source="Insee, code officiel géographique",
        ),
    ] = None
    departement: Annotated[
        str | None,
        DEPARTEMENT_CODE,
        described(
            "Département",
            "Le code du département, à écrire seulement quand la commune n'est pas publiée.",
            example="69",
            source="Insee, code officiel géographique",
        ),
    ] = None
    latitude: Annotated[
        float | None,
        LATITUDE,
        described(
            "Latitude",
            "En degrés décimaux (WGS 84). À défaut, le site montre le centre de la commune.",
            example="45.74846",
            source="WGS 84 (EPSG:4326)",
        ),
    ] = None
    longitude: Annotated[
        float | None,
        LONGITUDE,
        described(
            "Longitude",
            "En degrés décimaux (WGS 84).",
            example="4.84671",
            source="WGS 84 (EPSG:4326)",
        ),
    ] = None
    precision: Annotated[
        Precision | None,
        described(
            "Précision de la position",
            "À quel point latitude et longitude sont exactes.",
            example="adresse",
        ),
    ] = None
    horaires: Annotated[
        Hours | None,
        OPENING_HOURS,
        described(
            "Horaires",
            "Les heures d'ouverture au public, dans l'écriture d'OpenStreetMap.",
            example="Mo-Fr 09:00-12:00,14:00-17:00",
            source="OpenStreetMap, opening_hours",
        ),
    ] = None
    horaires_texte: Annotated[
        str | None,
        line(280),
        described(
            "Horaires en toutes lettres",
            "Ce que les horaires ci-dessus ne savent pas dire.",
            example="permanence téléphonique le matin",
        ),
    ] = None
    sur_rendez_vous: Annotated[
        bool | None,
        YES_NO,
        described("Sur rendez-vous", "On est reçu seulement sur rendez-vous.", example="oui"),
    ] = None
    fermetures: Annotated[
        tuple[Fermeture, ...],
        described(
            "Fermetures",
            "Les jours de fermeture annoncés.",
            example=[{"debut": "2026-08-01", "fin": "2026-08-21"}],
        ),
    ] = ()
    acces_transport: Annotated[
        str | None,
        line(200),
        described("Transports", "Comment venir sans voiture.", example="tramway T1, arrêt Exemple"),
    ] = None
    accessibilite: Annotated[
        Accessibilite | None,
        described("Accessibilité", "Pour les personnes handicapées.", example={"pmr": "oui"}),
    ] = None
    telephone: Annotated[
        Phone | None,
        PHONE,
        described(
            "Téléphone du lieu",
            "Seulement quand il diffère de celui du service.",
            example="01 99 00 12 35",
            source="Arcep, plan national de numérotation",
        ),
    ] = None
    courriel: Annotated[
        str | None,
        EMAIL,
        described(
            "Courriel du lieu",
            "Seulement quand il diffère de celui du service.",
            example="antenne@association.example",
        ),
    ] = None

    @property
    def is_hidden(self) -> bool:
        """True when the address must not be shown, nor guessed from what is shown."""
        return self.adresse_visible is not AdresseVisible.COMPLETE
