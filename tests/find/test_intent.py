"""Where Enter goes with what is typed: to a place, with an activity or without, or to words."""

import random

import pytest

from generator.model.vocabulary import Activite
from generator.pages.towns import in_town
from generator.search.everyday import PHRASES
from generator.search.intent import intent_of
from generator.territory import Territory
from tests.find.conftest import Enter, place_of, random_sentences

MEDIATION = Activite.MEDIATION_FAMILIALE
MEETING = Activite.ESPACE_DE_RENCONTRE

TYPED = [
    ("Rennes", "commune", "Rennes", ""),
    ("renn", "commune", "Rennes", ""),
    ("69007", "commune", "Lyon", ""),
    ("69007 69007", "commune", "Lyon", ""),
    ("Lyon 3e", "commune", "Lyon 3e Arrondissement", ""),
    ("médiation familiale Rennes", "commune", "Rennes", MEDIATION),
    ("espace de rencontre à Toulouse", "commune", "Toulouse", MEETING),
    ("point rencontre lyon 7", "commune", "Lyon 7e Arrondissement", MEETING),
    ("mediateur familial 35000", "commune", "Rennes", MEDIATION),
    ("médiation au Cannet", "commune", "Le Cannet", MEDIATION),
    ("cannet", "commune", "Le Cannet", ""),
    # a département, which begins the names of communes
    ("Var", "departement", "Var", ""),
    ("le Rhône", "departement", "Rhône", ""),
    ("médiation dans le Finistère", "departement", "Finistère", MEDIATION),
    ("la réunion", "departement", "La Réunion", ""),
    # a commune of that name, in that département or not
    ("Paris", "commune", "Paris", ""),
    ("Vienne", "departement", "Vienne", ""),
    # a région that has a page, whatever the communes of that name
    ("bretagne", "region", "Bretagne", ""),
    ("médiation en Bretagne", "region", "Bretagne", MEDIATION),
    ("PACA", "region", "Provence-Alpes-Côte d'Azur", ""),
    ("aura", "region", "Auvergne-Rhône-Alpes", ""),
    ("HDF", "region", "Hauts-de-France", ""),
    ("alsace", "region", "Grand Est", ""),
    ("Nord Pas de Calais", "region", "Hauts-de-France", ""),
    ("médiation en Auvergne", "region", "Auvergne-Rhône-Alpes", MEDIATION),
    # words stay words, with the communes they may name
    ("médiation", "words", "", ""),
    ("garde", "words", "La Garde", ""),
    ("La Garde", "words", "La Garde", ""),
    ("la médiation", "words", "", ""),
    ("délai", "words", "", ""),
    ("père", "words", "Péré", ""),
    ("argent", "words", "Argenteuil", ""),
    ("médiation parents", "words", "Parent", ""),
    ("danger", "words", "", ""),
    ("mon mari me bat", "words", "", ""),
    ("ma médiatrice me touche", "words", "La Touche", ""),
    ("3919", "words", "", ""),
    ("caf", "words", "Caffiers", ""),
    ("Saint-Prix", "commune", "Saint-Prix", ""),
    ("sourd Nantes", "commune", "Nantes", ""),
    ("La Garde-Freinet", "commune", "La Garde-Freinet", ""),
    # a département by its number
    ("93", "departement", "Seine-Saint-Denis", ""),
    ("17", "departement", "Charente-Maritime", ""),
    ("2a", "departement", "Corse-du-Sud", ""),
    ("974", "departement", "La Réunion", ""),
    ("médiation 35", "departement", "Ille-et-Vilaine", MEDIATION),
    ("99", "words", "", ""),
    ("j'habite dans le 33", "departement", "Gironde", ""),
    ("je suis du 93", "departement", "Seine-Saint-Denis", ""),
    ("je voudrais un espace de rencontre à Colomiers", "commune", "Colomiers", MEETING),
    # words to look for within it
    ("udaf 33", "words", "", ""),
    ("Lyon 35", "words", "Lyon", ""),
    # an address, which the postal code makes sure of
    ("12 rue de l'Exemple 31000 Toulouse", "commune", "Toulouse", ""),
    ("3 bis av. de l'Exemple, St-Denis 93200", "commune", "Saint-Denis", ""),
    ("médiation familiale 12 rue de l'Exemple 35000 Rennes", "commune", "Rennes", MEDIATION),
    ("12 rue de l'Exemple 75012 Rennes", "words", "Rennes", ""),
    # a large commune among other words
    ("12 rue de l'Exemple Toulouse", "words", "Toulouse", ""),
    ("gare de lyon", "words", "Lyon", ""),
    ("une aide pour st etienne ou lyon svp", "words", "Lyon, Saint-Étienne", ""),
    ("39190", "commune", "Beaufort-Orbagna", ""),
    ("médiation prix", "words", "Prix-lès-Mézières", ""),
    ("médiation marseile", "words", "Marseille", ""),
    ("divorce renes", "words", "Rennes", ""),
    # what is asked of a service, around a place
    ("toulouse samedi", "commune", "Toulouse", ""),
    ("toulouse le soir", "commune", "Toulouse", ""),
    ("ouvert maintenant Lille", "commune", "Lille", ""),
    ("espace de rencontre samedi matin au Havre", "commune", "Le Havre", MEETING),
    ("médiation gratuite Lyon", "commune", "Lyon", MEDIATION),
    ("langue des signes Gironde", "departement", "Gironde", ""),
    ("espace de rencontre ouvert le dimanche Lyon", "commune", "Lyon", MEETING),
    ("horaires espace de rencontre Le Mans", "commune", "Le Mans", MEETING),
    ("médiation le samedi après-midi à Rennes", "commune", "Rennes", MEDIATION),
    ("médiateur qui parle arabe à Marseille", "commune", "Marseille", MEDIATION),
    ("dimanche Toulouse", "words", "Toulouse", ""),
    ("soir", "words", "", ""),
    # everyday words around a place: what they mean, there
    ("divorce lyon", "commune", "Lyon", MEDIATION),
    ("pension alimentaire à Nantes", "commune", "Nantes", MEDIATION),
    ("droit de visite 35000", "commune", "Rennes", MEETING),
    ("aide séparation au Havre", "commune", "Le Havre", MEDIATION),
    ("médiation gratuite Lille", "commune", "Lille", MEDIATION),
    ("Lille, médiateur pas cher", "commune", "Lille", MEDIATION),
    ("espace de rencontre prison Rennes", "commune", "Rennes", MEETING),
    ("médiation couple lyon 3", "commune", "Lyon 3e Arrondissement", MEDIATION),
    ("divorce dans le Rhône", "departement", "Rhône", MEDIATION),
    ("divorce 93", "departement", "Seine-Saint-Denis", MEDIATION),
    ("divorce Bretagne", "region", "Bretagne", MEDIATION),
    ("je ne vois plus mes enfants, Lyon", "commune", "Lyon", MEETING),
    ("droit de visite et d'hébergement Lille", "commune", "Lille", MEETING),
    # names that have such words in them
    ("médiation Saint-Germain-des-Prés", "commune", "Saint-Germain-des-Prés", MEDIATION),
    ("divorce à Saint-Prix", "commune", "Saint-Prix", MEDIATION),
    ("rdv Saint-Prix", "words", "Le Saint", ""),  # told, and not gone to
    ("divorce 72000", "commune", "Le Mans", MEDIATION),
    ("médiation au Rennes", "commune", "Rennes", MEDIATION),
    ("mediation familial Lille", "commune", "Lille", MEDIATION),
    ("espace de rencontres 35000", "commune", "Rennes", MEETING),
    # another mediation than ours
    ("médiation de quartier", "words", "", ""),
    ("médiation pénale Lyon", "words", "Lyon", ""),
    # where a service is not the first answer
    ("mon ex ne veut pas me rendre mon fils, Lyon", "words", "Lyon", ""),
    # a commune with its département
    ("Saint-Denis (93)", "commune", "Saint-Denis", ""),
    ("médiation Lyon 69", "commune", "Lyon", MEDIATION),
    ("espace de rencontre Ajaccio 2A", "commune", "Ajaccio", MEETING),
    ("divorce Saint-Denis Réunion", "commune", "Saint-Denis", MEDIATION),
    ("médiation familiale en ligne", "words", "", ""),
    ("médiation à Ligné", "commune", "Ligné", MEDIATION),
    ("médiation en visio à Lyon", "commune", "Lyon", MEDIATION),
    ("divorce lyo", "words", "Lyon", ""),
    ("divorce longue procédure", "words", "", ""),
    ("médiation parents enfants", "words", "", ""),
    ("beaux-parents droit de visite", "words", "", ""),
    ("beaux-parents droit de visite à Grand", "commune", "Grand", MEETING),
    ("caf en ligne", "words", "", ""),
    # a sentence begins no village
    ("je veux divorcer", "words", "", ""),
    ("mon ex se drogue", "words", "", ""),
    ("où trouver un médiateur", "words", "", ""),
    ("liste des médiateurs familiaux 44", "departement", "Loire-Atlantique", MEDIATION),
    # danger is said first, and no service shown before it
    ("violences lyon", "words", "Lyon", ""),
    ("médiation violences lyon", "words", "Lyon", ""),
    ("divorce mari violent lyon", "words", "Lyon", ""),
    # a telephone number is no département, nor the beginning of a postal code
    ("01 99 00 12 34", "words", "", ""),
    ("0199001234", "words", "", ""),
    ("+33 1 99 00 12 34", "words", "", ""),
]
"""What is typed, and where it leads: a kind of place and its name, an activity or none."""


@pytest.mark.parametrize(("typed", "kind", "what", "activity"), TYPED)
def test_enter_goes_where_the_text_leads(
    enter: Enter, typed: str, kind: str, what: str, activity: str
) -> None:
    ((found, named, asked_for),) = enter([typed])
    assert (found, asked_for) == (kind, activity)
    assert named.startswith(what) if kind == "words" and what else named == what


@pytest.mark.parametrize(("typed", "kind", "what", "activity"), TYPED)
def test_the_terminal_goes_there_too(
    territory: Territory, typed: str, kind: str, what: str, activity: str
) -> None:
    """But for names typed in part, which it does not complete."""
    found = intent_of(typed, territory)
    if typed == "renn":
        assert not found.is_somewhere
    elif typed == "cannet":
        assert found.communes[0].nom == "Riscle"  # Cannet is a part of it since; the name is whole.
    elif kind == "words":
        assert not found.is_somewhere
    else:
        assert place_of(found) == (kind, what, activity)


def test_two_things_that_are_meant_make_no_place(enter: Enter, territory: Territory) -> None:
    """Of « grand-père, vacances », Grand must not be left."""
    chance = random.Random(11)  # noqa: S311 (the same pairs each time)
    pairs = [" ".join(chance.sample(PHRASES, 2)) for _ in range(300)]
    for text, (kind, *_) in zip(pairs, enter(pairs), strict=True):
        assert kind == "words", text
        assert not intent_of(text, territory).is_somewhere, text


def test_both_go_to_the_same_place_whatever_is_typed(enter: Enter, territory: Territory) -> None:
    texts = random_sentences()
    for text, (kind, what, activity) in zip(texts, enter(texts), strict=True):
        found = intent_of(text, territory)
        if not found.is_somewhere:
            is_completed = kind == "commune" and not activity  # a name typed in part: « du »
            assert kind == "words" or is_completed, text
        else:
            assert (kind, what, activity) == place_of(found), text


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("renes", "Rennes"),  # begins Renescure
        ("lion", "Lyon"),  # begins Le Lion-d'Angers
        ("renesc", "Renescure"),
        ("toulous", "Toulouse"),
        ("cours", "Cours"),  # a whole name, though Tours is near
        ("bordeau", "Bordeaux"),
    ],
)
def test_a_large_commune_is_meant_before_a_small_one_that_is_begun(
    enter: Enter, typed: str, what: str
) -> None:
    """With one mistake, which is not in the first letter."""
    ((kind, name, _),) = enter([typed])
    assert (kind, name) == ("commune", what)


def test_an_activity_in_a_town_goes_to_that_town(enter: Enter, territory: Territory) -> None:
    """But for Vienne, which is a département too, and La Garde, which is a word of the field."""
    towns = [one.nom for one in territory.communes() if one.population > 15_000]
    texts = [f"médiation familiale {in_town(name)}" for name in towns]
    found = enter(texts)
    missed = {
        name
        for name, (kind, what, _) in zip(towns, found, strict=True)
        if (kind, what) != ("commune", name)
    }
    assert missed == {"La Garde", "Vienne"}
    assert len(towns) > 600


def test_the_name_of_a_commune_leads_to_a_commune_unless_it_names_more(
    enter: Enter, territory: Territory
) -> None:
    """Of all of them; a word of everyday life, too, is that word first."""
    names = sorted({one.nom for one in territory.communes()})
    found = enter(names)
    others: dict[str, set[str]] = {"departement": set(), "region": set(), "words": set()}
    for name, (kind, _, _) in zip(names, found, strict=True):
        if kind != "commune":
            others[kind].add(name)
    assert others == {
        "departement": {
            *("Allier", "Aube", "Creuse", "Indre", "La Creuse", "La Marne", "La Réunion", "Landes"),
            *("Loiré", "Vaucluse", "Vienne"),
        },
        "region": {"Bretagne"},
        "words": {"La Garde", "Le Sourd", "Méré", "Parent", "Péré", "Sos", "École"},
    }
