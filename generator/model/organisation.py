"""Who runs the service and how to reach it."""

from typing import Annotated

from generator.model.part import Part, described
from generator.model.phone import Phone
from generator.model.types import EMAIL, PHONE, RNA, SIRET, URL, line
from generator.model.vocabulary import Forme, Reseau


class Gestionnaire(Part):
    """The organisation that runs the service."""

    nom: Annotated[
        str,
        line(160),
        described(
            "Nom de l'organisme",
            "Le nom de l'organisme tel qu'il se présente lui-même, écrit de la même façon dans "
            "toutes ses fiches.",
            example="UDAF du Rhône",
        ),
    ]
    forme: Annotated[
        Forme | None,
        described("Forme", "De quelle sorte d'organisme il s'agit.", example="association"),
    ] = None
    siret: Annotated[
        str | None,
        SIRET,
        described(
            "Siret",
            "Le numéro à 14 chiffres de l'établissement. Absent quand l'adresse est protégée, car "
            "il permet de la retrouver.",
            example="12345678200010",
            source="Insee, répertoire Sirene",
        ),
    ] = None
    rna: Annotated[
        str | None,
        RNA,
        described(
            "Numéro RNA",
            "Le numéro de l'association au répertoire national des associations.",
            example="W751234567",
            source="Répertoire national des associations",
        ),
    ] = None
    site_web: Annotated[
        str | None,
        URL,
        described(
            "Site de l'organisme",
            "L'adresse du site de l'organisme, quand elle diffère de celle du service.",
            example="https://www.association.example/",
        ),
    ] = None
    reseaux: Annotated[
        tuple[Reseau, ...],
        described("Réseaux", "Les réseaux nationaux dont il est membre.", example=["apmf"]),
    ] = ()


class Contact(Part):
    """How to reach the service: at least one means."""

    telephone: Annotated[
        Phone | None,
        PHONE,
        described(
            "Téléphone",
            "Le numéro où prendre rendez-vous ou se renseigner.",
            example="01 99 00 12 34",
            source="Arcep, plan national de numérotation",
        ),
    ] = None
    telephone_precisions: Annotated[
        str | None,
        line(200),
        described(
            "Précisions sur le téléphone",
            "Heures d'appel, ou ce que le numéro a de particulier.",
            example="du lundi au jeudi, de 9 h à 12 h",
        ),
    ] = None
    courriel: Annotated[
        str | None,
        EMAIL,
        described(
            "Courriel",
            "Une adresse du service, jamais celle d'une personne.",
            example="contact@association.example",
        ),
    ] = None
    site_web: Annotated[
        str | None,
        URL,
        described(
            "Site web",
            "La page du service, ou à défaut le site de l'organisme ; sans l'un ni l'autre, une page "
            "publique qui en parle, la même que dans ses sources.",
            example="https://www.association.example/mediation",
        ),
    ] = None
    rendez_vous: Annotated[
        str | None,
        URL,
        described(
            "Rendez-vous en ligne",
            "L'adresse de la page où prendre rendez-vous.",
            example="https://www.association.example/rendez-vous",
        ),
    ] = None
