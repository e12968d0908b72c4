"""Where the facts come from, who confirmed them, which rules are set aside."""

import datetime
from typing import Annotated

from generator.model.part import Part, described
from generator.model.types import CODE, DATE, URL, line
from generator.model.vocabulary import StatutVerification


class Source(Part):
    """Where the record's facts were read."""

    url: Annotated[
        str,
        URL,
        described(
            "Adresse", "L'adresse de la page lue.", example="https://www.association.example/"
        ),
    ]
    titre: Annotated[
        str | None,
        line(200),
        described("Titre", "Le titre de la page.", example="Nos permanences"),
    ] = None
    consulte_le: Annotated[
        datetime.date | None,
        DATE,
        described("Consultée le", "Le jour où la page a été lue.", example="2026-11-02"),
    ] = None


class Verification(Part):
    """Who confirmed the record, and when."""

    statut: Annotated[
        StatutVerification,
        described("État", "Le service a-t-il confirmé sa fiche ?", example="a_confirmer"),
    ]
    le: Annotated[
        datetime.date | None,
        DATE,
        described("Vérifiée le", "Le jour de la dernière vérification.", example="2026-10-15"),
    ] = None
    par: Annotated[
        str | None,
        line(120),
        described(
            "Par",
            "La fonction ou le réseau qui a vérifié ; jamais le nom d'une personne.",
            example="secrétariat du service",
        ),
    ] = None


class Derogation(Part):
    """A rule that this record is allowed to break, and why."""

    regle: Annotated[
        str,
        CODE,
        described(
            "Règle", "Le nom de la règle, tel que les messages le donnent.", example="capitales"
        ),
    ]
    raison: Annotated[
        str,
        line(200),
        described(
            "Raison",
            "Pourquoi la règle ne convient pas ici.",
            example="Le sigle est le nom d'usage de l'association.",
        ),
    ]
