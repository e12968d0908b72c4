"""What is asked of a service beside a place: it is told of how many that is true, and proposed as a filter."""

import json

import pytest
from playwright.sync_api import expect

from generator.model.languages import LANGUAGES
from generator.model.vocabulary import Situation
from generator.search.synonyms import MEANINGS
from generator.search.words import word_files
from tests.find.conftest import Node
from tests.find.visits import Visit

HINTS = "[data-find-hints]"


@pytest.fixture(scope="module")
def table() -> object:
    ((_, content),) = word_files()
    return json.loads(content)


def test_each_word_that_filters_names_a_filter_of_the_page(node: Node, table: object) -> None:
    codes = {"languages": [*LANGUAGES.items()], "situations": [[one, ""] for one in Situation]}
    known = node("filters.mjs", table=table, texts=[], **codes)["known"]
    assert {one.filter_id for one in MEANINGS if one.filter_id} <= set(known)


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("médiation samedi Nantes", ["samedi"]),
        ("samedi ou le soir à Lyon", ["samedi", "soir"]),
        ("médiation gratuite en visio", ["gratuit", "visio"]),
        ("grands-parents week-end", ["situation-grands_parents", "samedi"]),
        ("langue des signes Paris", ["langue-fsl"]),
        # about custody, and not about who is open
        ("un week-end sur deux", []),
        ("dimanche", []),
        ("samedi-sur-mer", ["samedi"]),
        ("soirans", []),
        ("", []),
    ],
)
def test_words_stand_for_filters(node: Node, table: object, typed: str, filters: list[str]) -> None:
    found = node("filters.mjs", table=table, texts=[typed], languages=[], situations=[])
    assert found["found"] == [filters]


def test_what_is_asked_beside_a_place_is_proposed_and_hides_nothing_by_itself(
    fictional: Visit,
) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter("le soir à Lyon")
    hint = page.locator(HINTS)
    expect(hint).to_contain_text("Ouvert après 18 h : 1 de ces services, à notre connaissance.")
    assert fictional.fragment == "lieu=lyon-69123&mots=le+soir+à+Lyon"
    before = page.locator("article.card").count()
    hint.get_by_role("button", name="Ne montrer que celui-là").press("Enter")
    expect(page.get_by_text("Filtrer (1 filtre choisi)")).to_be_visible()
    assert "filtres=soir" in fictional.fragment
    assert page.locator("article.card").count() < before
    page.reload()
    expect(page.get_by_text("Filtrer (1 filtre choisi)")).to_be_visible()
    hint.get_by_role("button", name="Montrer les autres aussi").press("Enter")
    expect(hint.get_by_role("button", name="Ne montrer que celui-là")).to_be_focused()
    expect(page.locator("article.card")).to_have_count(before)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("samedi Nantes", "Ouvert le samedi : nous ne le savons d’aucun service d’ici."),
        ("médiation en turc Lyon", "Dans cette langue : nous ne le savons d’aucun service d’ici."),
        ("grands-parents Lyon", "la médiation familiale aide à renouer"),
    ],
)
def test_where_nothing_is_known_it_is_said(fictional: Visit, typed: str, said: str) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter(typed)
    expect(page.locator(HINTS)).to_contain_text(said)
    expect(page.locator("article.card").first).to_be_visible()


def test_nothing_is_asked_where_no_service_is(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter("samedi Bastia")
    expect(page.locator("[data-find-status]")).to_contain_text("Aucun service")
    expect(page.locator(HINTS)).to_be_hidden()


def test_words_and_the_beginning_of_a_place_are_completed(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    box = page.get_by_role("combobox", name="commune")
    box.press_sequentially("soir lyo")
    first = page.get_by_role("option").first
    expect(first).to_have_text("Lyon Rhône (69)")
    first.click()
    expect(page.locator(HINTS)).to_contain_text("Ouvert après 18 h")
    assert fictional.fragment == "lieu=lyon-69123&mots=soir"


def test_without_a_place_the_words_ask_for_one(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter("médiation samedi")
    hint = page.locator(HINTS)
    expect(hint).to_contain_text("« Filtrer » montre")
    hint.get_by_role("button", name="indiquer ma commune").click()
    expect(page.locator("input[role=combobox]")).to_be_focused()
