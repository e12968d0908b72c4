"""Everyday words lead to the right service, and to pages that exist."""

import json
from pathlib import Path

import pytest

from generator.model.vocabulary import Activite
from generator.search.asked import asked
from generator.search.everyday import meaning_of
from generator.search.synonyms import MEANINGS
from generator.search.words import word_files
from tests.find.conftest import Node, random_sentences

MEDIATION = Activite.MEDIATION_FAMILIALE
MEETING = Activite.ESPACE_DE_RENCONTRE


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
        ("un week-end sur deux", MEDIATION),
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
        ("visite surveillée", MEETING),
        ("juge des enfants", MEETING),
        ("je veux revoir mes enfants", MEETING),
        ("mon ex-mari", MEDIATION),
        ("ma femme m'a quitté", MEDIATION),
        ("je suis convoqué", MEETING),
        ("mon ex déménage à 500 km", MEDIATION),
        ("combien de séances", MEDIATION),
        ("c'est payant ?", MEDIATION),
        ("ma fille de 16 ans ne me parle plus", MEDIATION),
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
        "il menace de se suicider",
        "mon beau-père me touche",
        "il casse tout",
        "il me pousse",
        "il m'a poussée",
        "il m'a giflée",
        "il m'a jetée par terre",
        "il lève la main sur moi",
        "il a levé la main sur mon fils",
        "il tape les enfants",
        "bébé secoué",
        "mon fils revient avec des bleus",
        "il m'a menacée de mort",
        "il dit qu'il va tuer les enfants",
        "il veut me tuer",
        "il a mis un traceur sur mon téléphone",
        "il lit mes messages",
        "il m'espionne",
        "il contrôle mon argent",
        "il ne me laisse pas sortir",
        "il m'interdit de voir ma famille",
        "il m'a enfermée",
        "il me traite de folle",
        "il me crie dessus",
        "il m'oblige à faire l'amour",
        "il me force",
        "mon beau-père m'a touchée",
        "ma fille dit que papa la touche",
        "il diffuse mes photos",
        "mon fils a disparu",
        "fuir mon mari",
        "éviction du conjoint",
        "aide aux victimes",
        "samu 15",
        "il ma frappée",
        "jai peur",
        "il mempêche de sortir",
        "il ma tabassée",
        "se faire battre",
        "il me fait mal",
        "mon mari est manipulateur",
        "appeler le 17",
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
        ("ouvert le week-end", "questions"),
        ("envie de mourir", "numeros"),
        ("3114", "numeros"),
        ("je n'en peux plus", "numeros"),
        ("jen peux plus", "numeros"),
        ("mon ado veut mourir", "numeros"),
        ("je vais me tuer", "numeros"),
        ("mon fils se scarifie", "numeros"),
        ("où dormir ce soir", "numeros"),
        ("mise à la porte", "numeros"),
        ("supprimer ma fiche", "contribuer"),
        ("télécharger en CSV", "donnees"),
        ("abandon de famille", "questions"),
        ("il a pris les enfants", "questions"),
        ("elle rejette son père", "preparer-les-enfants"),
        ("elle est partie avec les enfants", "questions"),
        ("il ne me ramène pas les enfants", "apres-la-decision"),
        ("elle refuse de voir son père", "preparer-les-enfants"),
        ("médiation de la consommation", "questions"),
        ("conciliateur de justice", "questions"),
        ("accès handicapé", "questions"),
        ("il ne paie pas la pension", "questions"),
    ],
)
def test_words_lead_to_the_page_that_answers(typed: str, page: str) -> None:
    meaning = meaning_of(typed)
    assert meaning is not None
    assert (meaning.activity, meaning.page) == (None, page)


@pytest.mark.parametrize(
    "typed",
    [
        "me battre pour mes droits de grand-père",
        "le juge me force à une médiation",
        "garde et jeux armés",
    ],
)
def test_words_that_only_look_like_violence_are_not_taken_for_it(typed: str) -> None:
    meaning = meaning_of(typed)
    assert meaning is not None
    assert meaning.page != "se-proteger"


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
        ("médiation le samedi après-midi à Rennes", "rennes"),
        ("le matin au Mans", "le mans"),
        ("combien coûte un médiateur qui parle arabe à Lille", "lille"),
        ("aide aux parents", ""),
        ("", ""),
    ],
)
def test_everyday_words_around_a_place_leave_it_bare(typed: str, bare: str) -> None:
    assert asked(typed).bare[-1:] == ((bare,) if bare else ())


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


def test_each_page_that_explains_is_there(project_root: Path) -> None:
    pages = project_root / "content" / "pages"
    slugs = {
        line.removeprefix("Slug:").strip()
        for page in pages.glob("*.md")
        for line in page.read_text("utf-8").splitlines()
        if line.startswith("Slug:")
    }
    made_from_the_data = {"donnees"}
    assert sorted({one.page for one in MEANINGS} - slugs - made_from_the_data) == []
