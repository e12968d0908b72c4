"""A finger that presses twice, over a slow network, asks once."""

from playwright.sync_api import expect

from tests.find.visits import Visit

TWICE = "(button) => { button.click(); button.click(); }"
"""Before what the first press asked for can have come."""


def test_the_next_results_come_once(real: Visit) -> None:
    page = real.open("/recherche/#q=m%C3%A9diation")
    more = page.get_by_role("button", name="Afficher la suite")
    links = page.locator("[data-find-list] > ol.results > li h3 a")
    expect(more).to_be_visible()
    more.evaluate(TWICE)
    expect(links.nth(10)).to_be_focused()
    more.click()
    expect(links.nth(20)).to_be_focused()
    found = links.evaluate_all("(all) => all.map(({ href }) => href)")
    assert (len(found), len(set(found))) == (30, 30)


def test_a_search_is_as_wide_as_its_button_said(real: Visit) -> None:
    page = real.open("/recherche/#lieu=rennes-35238")
    page.get_by_role("button", name="Chercher jusqu’à 150").evaluate(TWICE)
    expect(page.locator("[data-find-status]")).to_contain_text("à moins de 150")
    page.get_by_role("button", name="Chercher dans toute la France").evaluate(TWICE)
    expect(page.locator("[data-find-status]")).to_contain_text("en France")
    assert real.fragment == "lieu=rennes-35238&portee=2"


def test_a_filter_that_is_proposed_is_not_taken_back(fictional: Visit) -> None:
    page = fictional.open("/recherche/#lieu=lyon-69123&mots=le+soir")
    page.get_by_role("button", name="Ne montrer que").first.evaluate(TWICE)
    expect(page.get_by_role("button", name="Montrer les autres aussi")).to_be_focused()


def test_one_step_back_leaves_a_search(real: Visit) -> None:
    page = real.open("/recherche/")
    real.type_and_enter("Rennes")
    expect(page.get_by_role("heading", name="Près de Rennes (35)")).to_be_visible()
    real.type_and_enter("Rennes")
    page.get_by_role("button", name="Rechercher").click()
    expect(page.get_by_role("heading", name="Près de Rennes (35)")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Rechercher un service")).to_be_visible()
    assert real.fragment == ""
