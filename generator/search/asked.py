"""What a text asks for: an activity by one of its names, and what is left of the text, often a place.

« médiation familiale à Rennes » is how people search elsewhere. The browser does the same with the
same table (``theme/static/find/words.js``); a test holds one to the other.
"""

from dataclasses import dataclass

from generator.model.vocabulary import Activite
from generator.territory.names import search_key

_NAMES = {
    Activite.MEDIATION_FAMILIALE: (
        "médiation", "médiations", "médiation familiale", "médiations familiales", "médiateur",
        "médiateurs", "médiateur familial", "médiateurs familiaux", "médiatrice", "médiatrices",
        "médiatrice familiale", "médiatrices familiales",
    ),
    Activite.ESPACE_DE_RENCONTRE: (
        "espace de rencontre", "espaces de rencontre", "espace rencontre", "espaces rencontre",
        "point de rencontre", "points de rencontre", "point rencontre", "points rencontre",
        "lieu de rencontre", "lieux de rencontre", "lieu neutre", "lieux neutres",
        "visite médiatisée", "visites médiatisées",
    ),
}  # fmt: skip

ACTIVITY_NAMES = tuple(
    sorted(
        ((search_key(name), activity) for activity, names in _NAMES.items() for name in names),
        key=lambda one: (-len(one[0]), one[0]),
    )
)
"""Each name in the form of ``search_key`` with its activity, the longest first."""

LINKS = tuple(
    "a autour cherche chercher d dans de en pour pres proche service services sur trouver un une vers".split()
)
"""Words that join a name and a place, or stand before them: no part of either."""

ARTICLES = {
    "au": "le", "aux": "les", "des": "les", "du": "le",
    "l": "l", "la": "la", "le": "le", "les": "les",
}  # fmt: skip
"""What stands for the article of a name: one goes « au Mans », from « Le Mans ». Alone, it is no name."""

COMMON = tuple(
    "accord aide aller amour argent conflit couple deuil dispute droit droits ecole enfant enfants famille "
    "justice lien liens lieu loi maison mairie maman mere mort naissance noel papa parent parents pere "
    "point psy rdv rencontre retard site travail visite visites".split()
)
"""Words of everyday life that begin or are the names of communes (Argenteuil, Parent): words here."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The activity that a text names, if it does, and the rest of it in the form of ``search_key``."""

    activity: Activite | None
    rest: str


def asked(text: str) -> Asked:
    """``« médiation à Rennes »`` asks for a mediation, and leaves ``rennes``."""
    key = f" {search_key(text)} "
    for name, activity in ACTIVITY_NAMES:
        if f" {name} " in key:
            return Asked(activity, _without_links(key.replace(f" {name} ", " ", 1)))
    return Asked(None, key.strip())


def _without_links(key: str) -> str:
    """What stands between the first and the last word that is none of ``LINKS``, as a name."""
    words = key.split()
    kept = [rank for rank, word in enumerate(words) if word not in LINKS]
    if all(words[rank] in ARTICLES for rank in kept):
        return ""
    first, *others = words[kept[0] : kept[-1] + 1]
    return " ".join([ARTICLES.get(first, first), *others])
