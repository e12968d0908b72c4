"""Everyday words lead to the right service, and to pages that exist."""

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.model.vocabulary import Activite
from generator.pages.towns import in_town
from generator.search.asked import ACTIVITY_NAMES, ARTICLES, COMMON, LINKS, asked
from generator.search.intent import NOWHERE, intent_of
from generator.search.synonyms import MEANINGS, PHRASES, meaning_of
from generator.search.words import word_files
from generator.territory import Territory
from generator.territory.regions import OTHER_NAMES
from tests.find.conftest import Node, write_files

MEDIATION = Activite.MEDIATION_FAMILIALE
MEETING = Activite.ESPACE_DE_RENCONTRE


@pytest.fixture(scope="session")
def searched(commune_index: Path) -> Path:
    """The index of communes, with the table of words beside it."""
    return write_files(commune_index, word_files())


@pytest.mark.parametrize(
    ("typed", "activity"),
    [
        ("droit de visite", MEETING),
        ("Droit de visite à Rennes", MEETING),
        ("point rencontre", MEETING),
        ("lieu neutre", MEETING),
        ("passage de bras", MEETING),
        ("JAF", MEDIATION),
        ("garde", MEDIATION),
        ("garde alternee", MEDIATION),
        ("pension", MEDIATION),
        ("rupture de pacs", MEDIATION),
        ("on ne se parle plus", MEDIATION),
        ("il ne me laisse pas voir les enfants", MEETING),
        ("vacances de Noël", MEDIATION),
        ("divorce", MEDIATION),
        ("grands-parents", MEDIATION),
        ("Grands parents", MEDIATION),
        ("conflit ado", MEDIATION),
        ("parloir", MEETING),
        ("ma femme ne veut plus que je voie ma fille", MEETING),
        ("je n'ai plus de nouvelles de mes enfants", MEETING),
        ("beau-père", MEDIATION),
        ("médiation familiale", MEDIATION),
        ("espace de rencontre", MEETING),
    ],
)
def test_words_lead_to_an_activity(typed: str, activity: Activite) -> None:
    meaning = meaning_of(typed)
    assert meaning is not None
    assert meaning.activity is activity


@pytest.mark.parametrize(
    "typed",
    [
        "divorce violences",
        "pension et menaces",
        "coups",
        "Danger !",
        "3919",
        "SOS",
        "ordonnance de protection",
        "maltraitance sur mon fils",
        "porter plainte contre mon ex",
        "mon mari me bat",
        "mon ex me harcèle",
        "il est violent avec notre fils",
        "il m'a violée",
        "elle m'insulte",
        "comment protéger mes enfants",
        "il menace de m'enlever mon fils",
    ],
)
def test_violence_comes_before_everything(typed: str) -> None:
    meaning = meaning_of(typed)
    assert meaning is not None
    assert meaning.activity is None
    assert meaning.page == "se-proteger"


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("un avocat gratuit", "questions"),
        ("c'est obligatoire la médiation", "questions"),
        ("il ne veut pas aller chez son père", "preparer-les-enfants"),
        ("notaire", "questions"),
        ("thérapie de couple", "mediation-familiale"),
        ("quel délai", "questions"),
        ("en langue des signes", "questions"),
        ("un week-end sur deux", "questions"),
    ],
)
def test_words_lead_to_the_page_that_answers(typed: str, page: str) -> None:
    meaning = meaning_of(typed)
    assert meaning is not None
    assert (meaning.activity, meaning.page) == (None, page)


@pytest.mark.parametrize("typed", ["", "Rennes", "gardenia", "UDAF", "adolphe", "juger"])
def test_other_words_mean_nothing_special(typed: str) -> None:
    assert meaning_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "activity", "name"),
    [
        ("médiation familiale Rennes", MEDIATION, "rennes"),
        ("prendre rendez-vous pour une médiation à Rennes", MEDIATION, "rennes"),
        ("Rennes médiation téléphone", MEDIATION, "rennes"),
        ("Mediateur familial à Saint-Étienne", MEDIATION, "saint etienne"),
        ("trouver une médiatrice familiale près de La Rochelle", MEDIATION, "la rochelle"),
        ("médiation dans le Rhône", MEDIATION, "le rhone"),
        ("médiation au Cannet", MEDIATION, "le cannet"),
        ("espace de rencontre des Sables-d'Olonne", MEETING, "les sables d olonne"),
        ("espaces de rencontre 69007 Lyon", MEETING, "69007 lyon"),
        ("Toulouse point rencontre", MEETING, "toulouse"),
        ("médiation", MEDIATION, ""),
        ("un service de médiation", MEDIATION, ""),
        ("médiation familiale en ligne", MEDIATION, "en ligne"),
        ("la médiation", MEDIATION, ""),
        ("médiation internationale", MEDIATION, "internationale"),
        ("Rennes", None, "rennes"),
        ("", None, ""),
    ],
)
def test_a_text_may_name_an_activity_and_a_place(
    typed: str, activity: Activite | None, name: str
) -> None:
    found = asked(typed)
    assert found.activity == activity
    assert found.named[-1:] == ((name,) if name or not activity else ())


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("il ne veut pas me rendre ma fille", "apres-la-decision"),
        ("non représentation d'enfant", "apres-la-decision"),
        ("comment annoncer la séparation aux enfants", "preparer-les-enfants"),
        ("mon fils ne veut plus voir son père", "preparer-les-enfants"),
        ("médiation aide juridictionnelle", "questions"),
        ("non-représentation et violences", "se-proteger"),
    ],
)
def test_words_lead_to_the_page_that_says_more(typed: str, page: str) -> None:
    meaning = meaning_of(typed)
    assert meaning is not None
    assert meaning.page == page


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("divorce Rennes", "rennes"),
        ("aide séparation à Lyon", "lyon"),
        ("je cherche un médiateur pas cher à Lille", "lille"),
        ("médiation gratuite (caf) au Mans", "le mans"),
        ("droit de visite La Rochelle pour mes enfants", "la rochelle"),
        ("grands-parents saint-malo", "saint malo"),
        ("gare de Lyon", "gare de lyon"),
        ("la garde", ""),
        ("prix médiation", ""),
        ("divorce Lyon médiation caf", "lyon"),
        ("aide aux parents", ""),
        ("", ""),
    ],
)
def test_everyday_words_around_a_place_leave_it_bare(typed: str, bare: str) -> None:
    assert asked(typed).bare[-1:] == ((bare,) if bare else ())


def random_sentences() -> list[str]:
    """Two thousand of one to six words or phrases of the tables, and names of towns, in any order."""
    choose = random.Random(7)  # noqa: S311 (the same texts each time)
    towns = [
        "Rennes",
        "Le Mans",
        "La Garde",
        "Saint-Prix",
        "Vers",
        "M'Tsangamouji",
        "Ligné",
        "69007",
    ]
    names = [name for name, _ in ACTIVITY_NAMES]
    tables = (names, PHRASES, LINKS, COMMON, tuple(ARTICLES), towns)
    return [
        " ".join(choose.choice(choose.choice(tables)) for _ in range(choose.randint(1, 6)))
        for _ in range(2000)
    ]


def test_the_browser_reads_the_same_table(node: Node) -> None:
    ((_, table),) = word_files()
    texts = [
        "divorce violences",
        "gardenia",
        "médiation familiale à Rennes",
        "un point rencontre dans le Rhône",
        "Lyon, médiateur",
        "médiation du Mans",
        "la médiation",
        "médiation",
        "aide pour une garde alternée au Mans avec mes enfants",
        "médiation gratuite ou pas chère, Lille",
        "médiation médiation",
        "médiation à Saint-Germain-des-Prés près",
        "divorce Saint-Prix pas cher",
        "médiation en ligne",
        "médiation en visio à Ligné",
        "a",
        "",
    ]
    texts += random_sentences()
    expected = [
        [
            meaning.explanation if (meaning := meaning_of(text)) else None,
            (wanted := asked(text)).activity or "",
            [*wanted.named],
            [*wanted.bare],
        ]
        for text in texts
    ]
    assert node("words.mjs", table=json.loads(table), texts=texts) == expected


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
    ("3919", "words", "", ""),
    ("caf", "words", "Caffiers", ""),
    ("Saint-Prix", "commune", "Saint-Prix", ""),
    ("La Garde-Freinet", "commune", "La Garde-Freinet", ""),
    # a département by its number
    ("93", "departement", "Seine-Saint-Denis", ""),
    ("17", "departement", "Charente-Maritime", ""),
    ("2a", "departement", "Corse-du-Sud", ""),
    ("974", "departement", "La Réunion", ""),
    ("médiation 35", "departement", "Ille-et-Vilaine", MEDIATION),
    ("99", "words", "", ""),
    # an address, which the postal code makes sure of
    ("12 rue de l'Exemple 31000 Toulouse", "commune", "Toulouse", ""),
    ("3 bis av. de l'Exemple, St-Denis 93200", "commune", "Saint-Denis", ""),
    ("médiation familiale 12 rue de l'Exemple 35000 Rennes", "commune", "Rennes", MEDIATION),
    ("12 rue de l'Exemple 75012 Rennes", "words", "Rennes", ""),
    # a large commune among other words
    ("12 rue de l'Exemple Toulouse", "words", "Toulouse", ""),
    ("toulouse samedi", "words", "Toulouse", ""),
    ("gare de lyon", "words", "Lyon", ""),
    ("une aide pour st etienne ou lyon svp", "words", "Lyon, Saint-Étienne", ""),
    ("espace de rencontre samedi matin au Havre", "words", "Le Havre", ""),
    ("39190", "commune", "Beaufort-Orbagna", ""),
    ("médiation prix", "words", "Prix-lès-Mézières", ""),
    ("médiation marseile", "words", "Marseille", ""),
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
    # where a service is not the first answer
    ("mon ex ne veut pas me rendre mon fils, Lyon", "words", "Lyon", ""),
    ("toulouse le soir", "words", "Toulouse", ""),
    # a commune with its département
    ("Saint-Denis (93)", "commune", "Saint-Denis", ""),
    ("médiation Lyon 69", "commune", "Lyon", MEDIATION),
    ("espace de rencontre Ajaccio 2A", "commune", "Ajaccio", MEETING),
    ("divorce Saint-Denis Réunion", "commune", "Saint-Denis", MEDIATION),
    ("Lyon 35", "words", "Lyon", ""),
    ("médiation familiale en ligne", "words", "", ""),
    ("médiation à Ligné", "commune", "Ligné", MEDIATION),
    ("médiation en visio à Lyon", "commune", "Lyon", MEDIATION),
    ("divorce lyo", "words", "Lyon", ""),
    ("divorce longue procédure", "words", "", ""),
    ("médiation parents enfants", "words", "", ""),
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


Enter = Callable[[Sequence[str]], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def enter(node: Node, searched: Path, territory: Territory) -> Enter:
    """What Enter does with texts, in the browser, where all régions have a page: see ``TYPED``."""
    regions = [
        {"nom": one.nom, "autres": OTHER_NAMES.get(one.code, ())} for one in territory.regions
    ]
    return lambda texts: node("intent.mjs", folder=str(searched), regions=regions, texts=texts)


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
        assert found == NOWHERE
    elif typed == "cannet":
        assert found.communes[0].nom == "Riscle"  # Cannet is a part of it since; the name is whole.
    elif kind == "words":
        assert (found.communes, found.area) == ((), None)
    else:
        named = found.area or found.communes[0]
        assert (type(named).__name__.lower(), named.nom) == (kind, what)
        assert (found.activity or "") == activity


def test_both_go_to_the_same_place_whatever_is_typed(enter: Enter, territory: Territory) -> None:
    texts = random_sentences()
    for text, (kind, what, activity) in zip(texts, enter(texts), strict=True):
        found = intent_of(text, territory)
        named = found.area or next(iter(found.communes), None)
        if named is None:
            is_completed = kind == "commune" and not activity  # a name typed in part: « du »
            assert kind == "words" or is_completed, text
        else:
            place = (type(named).__name__.lower(), named.nom)
            assert (kind, what, activity) == (*place, found.activity or ""), text


def test_each_page_that_explains_is_there(project_root: Path) -> None:
    pages = project_root / "content" / "pages"
    slugs = {
        line.removeprefix("Slug:").strip()
        for page in pages.glob("*.md")
        for line in page.read_text("utf-8").splitlines()
        if line.startswith("Slug:")
    }
    assert sorted({one.page for one in MEANINGS} - slugs) == []


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
        "words": {"La Garde", "Méré", "Parent", "Péré", "Sos", "École"},
    }
