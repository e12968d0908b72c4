"""What every export says of itself: its version, its licence, whom to name."""

SCHEMA_VERSION = "1.0.0"
"""Semantic versioning of names, types and addresses; what a change means is in docs/data.md."""

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
"""Licence Ouverte 2.0."""

LICENCE_NAME = "Licence Ouverte 2.0 (Etalab)"

LICENCE_ID = "etalab-2.0"
"""The licence's identifier in the SPDX list."""

ATTRIBUTION = "Annuaire ouvert de la médiation familiale et des espaces de rencontre"
"""How to name the source, as the licence asks; with the date of the data."""

SUMMARY = (
    "Les services de médiation familiale et les espaces de rencontre de France : ce qu'ils font, "
    "où et quand ils reçoivent, comment les joindre, ce que cela coûte, et d'où vient chaque "
    "information."
)
"""What the dataset is, in one sentence."""

KEYWORDS = (
    "médiation familiale",
    "espace de rencontre",
    "séparation",
    "divorce",
    "parentalité",
    "accès au droit",
)

UPSTREAM = (
    (
        "Code officiel géographique (Insee), Licence Ouverte 2.0",
        "https://www.insee.fr/fr/information/2560452",
    ),
    ("GeoNames (centres des communes), CC BY 4.0", "https://www.geonames.org/"),
)
"""What the records are completed with, and must be named too: title and address."""
