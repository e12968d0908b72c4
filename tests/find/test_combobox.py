"""The search box in a real browser: its suggestions, by the keyboard and by the mouse."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.find.visits import Visit
from tests.sites import Served


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what has the focus matches."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never reaches {selector}")


def test_from_home_to_a_telephone_number_with_the_keyboard_alone(fictional: Visit) -> None:
    page = fictional.open("/")
    tab_to(page, "[role=combobox]")
    page.keyboard.type("69007")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Près de Lyon (69)")).to_be_visible()
    page.locator("article.card").first.wait_for()
    tab_to(page, "article.card a[href^='tel:']")
    assert page.evaluate("document.activeElement.href") == "tel:+33465710003"


def test_the_list_of_suggestions_obeys_the_keys_of_a_combobox(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    box = page.get_by_role("combobox")
    options = page.get_by_role("option")
    box.press_sequentially("saint-denis")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-activedescendant") is None
    expect(options.nth(0)).to_contain_text("La Réunion (974)")
    expect(options.nth(1)).to_contain_text("Seine-Saint-Denis (93)")
    expect(page.locator("[data-find-suggestions]")).to_contain_text("propositions")
    box.press("ArrowDown")
    box.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    expect(page.locator(f"#{active}")).to_contain_text("(93)")
    box.press("ArrowUp")
    box.press("ArrowUp")
    assert options.last.get_attribute("aria-selected") == "true"
    box.press("Home")
    assert box.get_attribute("aria-activedescendant") is None
    assert box.evaluate("box => box.selectionStart") == 0
    box.press("End")
    box.press("Escape")
    expect(options).to_have_count(0)
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "saint-denis"
    box.press("Escape")
    assert box.input_value() == ""


FASTER_THAN_SUGGESTIONS = """(box, [text, keys]) => {
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    for (const key of keys)
        box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}"""


@pytest.mark.parametrize(
    ("typed", "keys", "title"),
    [
        ("69007", ["ArrowDown", "Enter"], "Près de Lyon (69)"),
        ("saint-denis", ["ArrowDown", "ArrowDown", "Enter"], "Près de Saint-Denis (93)"),
        ("saint-denis", ["ArrowUp", "ArrowDown", "Enter", "Enter"], "Près de Saint-Denis (974)"),
        ("traboules", ["ArrowDown", "Enter"], "Résultats pour « traboules »"),
    ],
)
def test_keys_pressed_before_suggestions_come_are_about_those_to_come(
    fictional: Visit, typed: str, keys: list[str], title: str
) -> None:
    """« 69 » proposes the Rhône; who goes on typing and takes the first does not mean it."""
    page = fictional.open("/recherche/")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("69")
    expect(page.get_by_role("option")).to_contain_text(["Rhône"])
    box.evaluate(FASTER_THAN_SUGGESTIONS, [typed, keys])
    expect(page.locator("[data-find-title]")).to_have_text(title)
    assert fictional.complaints == []


def test_a_suggestion_can_be_clicked(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    page.get_by_role("combobox").press_sequentially("bron")
    page.get_by_role("option", name="Bron Rhône (69)").click()
    expect(page.get_by_role("heading", name="Près de Bron (69)")).to_be_visible()
    expect(page.locator("article.card").first).to_contain_text("Bron, à moins de")
    expect(page.locator("article.card").first).to_contain_text("et 11 autres lieux")


@pytest.mark.parametrize(
    ("typed", "option", "title", "fragment"),
    [
        (
            "médiation ren",
            "Rennes Médiation familiale, Ille-et-Vilaine (35)",
            "Près de Rennes (35)",
            "lieu=rennes-35238&activite=mediation_familiale",
        ),
        (
            "je cherche un point rencontre à nante",
            "Nantes Espace de rencontre, Loire-Atlantique (44)",
            "Près de Nantes (44)",
            "lieu=nantes-44109&activite=espace_de_rencontre",
        ),
        (
            "divorce ren",
            "Rennes Médiation familiale, Ille-et-Vilaine (35)",
            "Près de Rennes (35)",
            "lieu=rennes-35238&activite=mediation_familiale&mots=divorce",
        ),
        (
            "médiation gratuite ren",
            "Rennes Médiation familiale, Ille-et-Vilaine (35)",
            "Près de Rennes (35)",
            "lieu=rennes-35238&activite=mediation_familiale&mots=gratuite",
        ),
        (
            "médiation dans le rhône",
            "Rhône Médiation familiale, tout le département (69)",
            "Rhône (69)",
            "activite=mediation_familiale&departement=69",
        ),
    ],
)
def test_a_place_is_proposed_beside_an_activity(
    fictional: Visit, typed: str, option: str, title: str, fragment: str
) -> None:
    page = fictional.open("/recherche/")
    box = page.get_by_role("combobox")
    box.press_sequentially(typed)
    expect(page.get_by_role("option").first).to_have_text(option)
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator("[data-find-title]")).to_have_text(title)
    assert fictional.fragment == fragment


@pytest.mark.parametrize(
    "typed",
    [
        *("médiation", "médiation fam", "médiation à", "la médiation familiale", "divorce à"),
        *("divorce avec enfants", "mon mari me bat lyon", "médiation violences lyon"),
    ],
)
def test_no_place_is_proposed_before_one_is_typed(fictional: Visit, typed: str) -> None:
    """Nor where no service is the first answer."""
    page = fictional.open("/recherche/")
    box = page.get_by_role("combobox")
    box.press_sequentially(f"{typed} ")
    box.press("Backspace")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("option")).to_have_count(0)


def test_at_400_percent_the_active_suggestion_is_seen(
    browser: Browser, served_fictional_site: Served
) -> None:
    """1280 × 1024 at 400 % is 320 × 256."""
    context = browser.new_context(
        viewport={"width": 320, "height": 256}, reduced_motion="reduce", locale="fr-FR"
    )
    page = context.new_page()
    for path in ("/", "/recherche/"):
        page.goto(served_fictional_site.address + path)
        box = page.get_by_role("combobox")
        box.press_sequentially("saint")
        page.get_by_role("option").first.wait_for()
        for _ in range(4):
            box.press("ArrowDown")
        expect(page.locator("[role=option][aria-selected=true]")).to_be_in_viewport(ratio=0.9)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
