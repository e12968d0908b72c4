"""Words of the field are understood as they are also typed; names, and all other words, are let be."""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from generator.model.vocabulary import Activite
from generator.pages.towns import in_town
from generator.search.asked import ACTIVITY_NAMES
from generator.search.everyday import PHRASES, meaning_of
from generator.search.intent import intent_of
from generator.search.spelling import spelt
from generator.search.words import word_files
from generator.territory import Territory
from generator.territory.names import search_key
from tests.find.conftest import Enter, Node, place_of, random_sentences
from tests.find.visits import Visit
from tests.sites import BuiltSite

MEDIATION = Activite.MEDIATION_FAMILIALE
MEETING = Activite.ESPACE_DE_RENCONTRE

Spell = Callable[[Sequence[str]], list[str]]


@pytest.fixture(scope="session")
def spell(node: Node) -> Spell:
    """The keys of texts, their words spelt as in the table."""
    ((_, content),) = word_files()
    table = json.loads(content)
    return lambda texts: node("spelling.mjs", table=table, texts=texts)


MISTAKES = [
    # as it sounds
    ("médiassion famillialle", "mediation familiale"),
    ("mediacion", "mediation"),
    ("espasse de rancontre", "espace de rencontre"),
    ("pansion alimentaire", "pension alimentaire"),
    ("divorse", "divorce"),
    ("violances", "violences"),
    ("mon mari est violant", "mon mari est violent"),
    ("il me harcelle", "il me harcelee"),
    ("droit de visitte", "droit de visite"),
    ("tarrif", "tarif"),
    # one letter, in a long word
    ("medition familiale", "mediation familiale"),
    ("médiaton", "mediation"),
    ("séparatoin", "separation"),
    ("harcelment", "harcelement"),
    ("avocats", "avocat"),
    ("dimanceh", "dimanche"),
    # not in a short one, nor the first
    ("cours", "cours"),
    ("ville", "ville"),
    ("count", "count"),
    ("rédiation", "rediation"),
    ("entendre", "entendre"),
    # two letters
    ("meditatoin", "meditatoin"),
    # names
    ("médiassion à Valence", "mediation a valence"),
    ("médiassion Arcueil", "mediation arcueil"),
    ("divorse Maisons-Alfort", "divorce maisons alfort"),
    ("Divonne", "divonne"),
    ("", ""),
]


def test_words_of_the_table_are_understood_as_they_are_also_typed(spell: Spell) -> None:
    typed = [one for one, _ in MISTAKES]
    assert list(zip(typed, spell(typed), strict=True)) == MISTAKES


def test_the_terminal_spells_as_the_browser_does(spell: Spell, territory: Territory) -> None:
    typed = [one for one, _ in MISTAKES]
    names = [one.nom for one in territory.communes() if one.population > 10_000]
    texts = [*typed, *names, *mistyped(names), *mistyped(random_sentences()[:1000])]
    assert [spelt(one) for one in texts] == spell(texts)


def mistyped(texts: Sequence[str]) -> Iterator[str]:
    """The same with a mistake in each word of more than four letters: one wrong, twice, too few or swapped."""
    choose = random.Random(11)  # noqa: S311 (the same texts each time)
    for text in texts:
        words = []
        for word in text.split():
            at = choose.randint(1, max(1, len(word) - 2))
            first, second = word[at : at + 1], word[at + 1 : at + 2]
            middle = choose.choice(
                [f"x{second}", f"{first}{first}{second}", second, second + first]
            )
            words.append(f"{word[:at]}{middle}{word[at + 2 :]}" if len(word) > 4 else word)
        yield " ".join(words)


def test_what_is_spelt_as_in_the_table_stays(spell: Spell) -> None:
    names = [*PHRASES, *(name for name, _ in ACTIVITY_NAMES)]
    assert spell(names) == names


def test_no_word_of_the_site_is_taken_for_another(spell: Spell, fictional_site: BuiltSite) -> None:
    """Only for another form of it, with which it begins: « avocate », « prisons ».

    The words of our own pages: those that partners write in their records are theirs.
    """
    pages = (LexborHTMLParser(one.read_bytes()).body for one in fictional_site.pages)
    words = {word for page in pages if page for word in re.findall(r"[^\W\d_]+", page.text())}
    typed = sorted({search_key(word) for word in words} - {""})
    assert len(typed) > 2000
    taken = [
        (word, meant)
        for word, meant in zip(typed, spell(typed), strict=True)
        if meaning_of(word) is not meaning_of(meant)
    ]
    assert ("avocate", "avocat") in taken
    assert [(word, meant) for word, meant in taken if word[:5] != meant[:5]] == []


def test_hardly_any_town_is_taken_for_a_word(spell: Spell, territory: Territory) -> None:
    """And those that are not all the same: a text is spelt otherwise where it leads to no place."""
    names = [search_key(one.nom) for one in territory.communes() if one.population > 5_000]
    assert len(names) > 2000
    taken = {
        (name, meant) for name, meant in zip(names, spell(names), strict=True) if name != meant
    }
    assert taken == {
        ("saint memmie", "saint mamie"),
        ("tain l hermitage", "tain l heritage"),
    }


LEADS = pytest.mark.parametrize(
    ("typed", "kind", "what", "activity"),
    [
        ("médiassion familliale Lyon", "commune", "Lyon", MEDIATION),
        ("divorse à Rennes", "commune", "Rennes", MEDIATION),
        ("espasse rencontre 35000", "commune", "Rennes", MEETING),
        ("pansion alimentaire dans le Rhône", "departement", "Rhône", MEDIATION),
        ("divorse Bretagne", "region", "Bretagne", MEDIATION),
        ("divorse", "words", "", ""),
        # danger is said first, and no service shown before it
        ("violances lyon", "words", "Lyon", ""),
        ("divorce mari violant lyon", "words", "Lyon", ""),
        # a place and nothing else is what was typed
        ("L'Hermitage", "commune", "L'Hermitage", ""),
    ],
)


@LEADS
def test_enter_goes_where_the_words_lead(
    enter: Enter, typed: str, kind: str, what: str, activity: str
) -> None:
    assert enter([typed]) == [[kind, what, activity]]


@LEADS
def test_the_terminal_goes_there_too(
    territory: Territory, typed: str, kind: str, what: str, activity: str
) -> None:
    found = intent_of(typed, territory)
    if kind == "words":
        assert not found.is_somewhere
        assert found.meaning
    else:
        assert place_of(found) == (kind, what, activity)


def test_a_misspelt_activity_in_a_town_goes_to_that_town(
    enter: Enter, territory: Territory
) -> None:
    """But for those that are missed where it is spelt well (test_intent.py)."""
    towns = [one.nom for one in territory.communes() if one.population > 15_000]
    found = enter([f"médiassion familliale {in_town(name)}" for name in towns])
    missed = {name for name, one in zip(towns, found, strict=True) if one[:2] != ["commune", name]}
    assert missed == {"La Garde", "Vienne"}


def test_pages_are_found_by_a_misspelt_word_which_is_said(real: Visit) -> None:
    page = real.open("/recherche/")
    status = page.locator("[data-find-status]")
    real.type_and_enter("violances")
    expect(status).to_contain_text("résultats pour des mots qui s’écrivent presque ainsi.")
    expect(page.locator("[data-find-title]")).to_have_text("Résultats pour « violances »")
    expect(page.locator("[data-find-hints]")).to_contain_text("Se protéger des violences")
    expect(page.locator("[data-find-list] h3").first).to_have_text("Se protéger")
    assert real.fragment == "q=violances"
    # Where pages have the words, they are those of what is typed.
    real.type_and_enter("avocats")
    expect(status).to_contain_text("résultats.")
    expect(page.locator("[data-find-hints]")).to_contain_text("juge aux affaires familiales")
