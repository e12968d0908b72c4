"""What a text asks for: an activity by one of its names, and what is left of the text, often a place.

« médiation familiale à Rennes » or « divorce Rennes » is how people search elsewhere. The browser
does the same with the same table (``theme/static/find/words.js``); a test holds one to the other.
"""

from collections.abc import Collection
from dataclasses import dataclass

from generator.model.vocabulary import Activite
from generator.search.synonyms import PHRASES
from generator.territory.names import search_key

_NAMES = {
    Activite.MEDIATION_FAMILIALE: (
        "médiation", "médiations", "médiation familiale", "médiations familiales", "médiateur",
        "médiateurs", "médiateur familial", "médiateurs familiaux", "médiatrice", "médiatrices",
        "médiatrice familiale", "médiatrices familiales",
        # as they are also typed
        "médiation familial", "médiation familliale", "médiation famille", "médiateur familiale",
        "médiateur familliale", "médiateur famille", "centre de médiation",
    ),
    Activite.ESPACE_DE_RENCONTRE: (
        "espace de rencontre", "espaces de rencontre", "espace rencontre", "espaces rencontre",
        "point de rencontre", "points de rencontre", "point rencontre", "points rencontre",
        "lieu de rencontre", "lieux de rencontre", "lieu neutre", "lieux neutres",
        "visite médiatisée", "visites médiatisées",
        # as they are also typed
        "espace de rencontres", "espaces de rencontres", "espace rencontres", "espaces rencontres",
        "point rencontres",
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
    "a adresse ai autour avec besoin cherche chercher comment contact d dans de elle en et faire il j je m ma "
    "me mes mon n ne numero on pour prendre pres proche que qui rdv rendez s se service services sur telephone "
    "trouver un une vers vous".split()
)
"""Words that join a name and a place, or stand around them: no part of either."""

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
    """The activity that a text names, if it does, and the rest of it in the form of ``search_key``.

    ``bare`` is that rest without what everyday words say either: a place, or nothing of use.
    """

    activity: Activite | None
    rest: str
    bare: str


def asked(text: str) -> Asked:
    """``« médiation à Rennes »`` asks for a mediation, and leaves ``rennes``; so does ``« divorce Rennes »``."""
    key = f" {search_key(text)} "
    for name, activity in ACTIVITY_NAMES:
        if f" {name} " in key:
            left = key.replace(f" {name} ", " ")
            whole = left.strip()  # « en ligne », of which Ligné must not be left
            return Asked(activity, whole if whole in PHRASES else _within(LINKS, left), _bare(left))
    return Asked(None, key.strip(), _bare(key))


def _bare(left: str) -> str:
    for phrase in PHRASES:
        left = left.replace(f" {phrase} ", " ")
    return _within((*LINKS, *COMMON), left)


def _within(around: Collection[str], key: str) -> str:
    """What stands between the first and the last word that is none of ``around``, as a name."""
    words = key.split()
    kept = [rank for rank, word in enumerate(words) if word not in around]
    if all(words[rank] in ARTICLES for rank in kept):
        return ""
    first, *others = words[kept[0] : kept[-1] + 1]
    return " ".join([ARTICLES.get(first, first), *others])
