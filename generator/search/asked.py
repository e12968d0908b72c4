"""What a text asks for: an activity by one of its names, and what is left of the text, often a place.

« médiation familiale à Rennes » or « divorce Rennes » is how people search elsewhere. The browser
does the same with the same table (``theme/static/find/words.js``); a test holds one to the other.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.model.vocabulary import Activite
from generator.search.everyday import PHRASES, meaning_of
from generator.territory.names import holds, search_key

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
    "a adresse adresses ai annuaire autour avec besoin chez cherche chercher comment contact d dans de elle "
    "en et faire habite habitons il j je liste ma me mes mon n ne numero nous on ou pour prendre pres proche "
    "que qui rdv rendez s se service services souhaite suis sur telephone trouver un une vers voudrais "
    "vous".split()
)
"""Words that join a name and a place, or stand around them: no part of either."""

ARTICLES = {
    "au": "le", "aux": "les", "des": "les", "du": "le",
    "l": "l", "la": "la", "le": "le", "les": "les",
}  # fmt: skip
"""What stands for the article of a name: one goes « au Mans », from « Le Mans ». Alone, it is no name."""

COMMON = tuple(
    "accord aide aller amour apres argent avis combien conflit couple deuil dispute droit droits dure "
    "ecole email enfant enfants famille ferme fermee fermes jeudi justice lien liens lieu loi lundi mail "
    "mairie maison maman mardi matin mercredi mere midi mort naissance noel ordonne ouvert ouverte "
    "ouvertes ouverts paie papa parent parents parlant parle pere point psy rdv rencontre retard semaine "
    "site travail urgent vendre vendredi visite visites".split()
)
"""Words of everyday life that begin or are the names of communes (Argenteuil, Parent): words here."""

SPOKEN = tuple(
    "apres avant chez elle elles il ils j je ma me mes moi mon nous on ou pour que qui sans".split()
)
"""Words of whole sentences: beside them no village is named by its beginning alone (Criel, of « il crie »)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The activity that a text names, if it does, and what may be the name of a place in the rest.

    ``named`` holds such names in the form of ``search_key``, the longest first; ``bare`` those that
    are left when everyday words go too, fewer and more of them.
    """

    activity: Activite | None
    named: tuple[str, ...]
    bare: tuple[str, ...]


def asked(text: str) -> Asked:
    """``« médiation à Rennes »`` asks for a mediation, and leaves ``rennes``; so does ``« divorce Rennes »``."""
    key = search_key(text)
    found = ((name, one) for name, one in ACTIVITY_NAMES if holds(key, name))
    name, activity = next(found, ("", None))
    left = _without((name,), key) if name else key
    # « médiation en ligne »: of « en ligne », Ligné must not be left.
    named = _names(left, LINKS) if name and left not in PHRASES else (left,)
    meaning = meaning_of(text)
    said = [phrase for phrase in PHRASES if holds(left, phrase)]
    # What is meant first: the other phrases may be in a name (« divorce Saint-Prix »). A part of
    # one is no name: of « beaux-parents », Beaux must not be left.
    bare = [
        one
        for phrases in (meaning.phrases if meaning else (), PHRASES)
        for one in _names(_without(phrases, left), (*LINKS, *COMMON))
        if not any(one != phrase and holds(phrase, one) for phrase in said)
    ]
    return Asked(activity, named, tuple(dict.fromkeys(bare)))


def _without(phrases: Iterable[str], key: str) -> str:
    for phrase in phrases:
        key = f" {key} ".replace(f" {phrase} ", " ").strip()
    return key


def _names(key: str, around: Collection[str]) -> tuple[str, ...]:
    """What begins with the first word that is none of ``around``, then what ends with the last such too.

    An article goes with what follows it: « le matin », « le Mans ».
    """
    words = key.split()
    following = (*words[1:], "")
    kept = [
        rank
        for rank, (word, after) in enumerate(zip(words, following, strict=False))
        if word not in around and not (word in ARTICLES and after in around)
    ]
    if all(words[rank] in ARTICLES for rank in kept):
        return ()
    first, *others = words[kept[0] :]
    whole = [ARTICLES.get(first, first), *others]
    return tuple(dict.fromkeys(" ".join(one) for one in (whole, whole[: kept[-1] - kept[0] + 1])))
