"""Where the network is poor: what could not be loaded is said, and may be asked for again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.sites import Served

LATE = "La recherche tarde à se charger"
FAILED = "La recherche n’a pas pu se charger"


@pytest.fixture
def telephone(page: Page) -> Page:
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def wait_no_longer(page: Page) -> None:
    """As after the seconds that the notice lets pass."""
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")


@pytest.mark.parametrize("path", ["/", "/recherche/", "/recherche/#lieu=rennes-35238"])
def test_scripts_that_do_not_come_leave_a_way_to_all_services(
    telephone: Page, served_real_site: Served, path: str
) -> None:
    page = telephone
    page.route("**/*.js", lambda route: route.abort())
    page.goto(served_real_site.address + path)
    late = page.get_by_text(LATE)
    expect(late).to_be_hidden()  # the scripts of most come sooner than one reads
    wait_no_longer(page)
    expect(late).to_be_visible()
    expect(page.get_by_role("combobox")).to_be_hidden()
    late.get_by_role("link", name="tous les services").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("services")


@pytest.mark.parametrize("path", ["/", "/recherche/"])
def test_nothing_is_late_once_the_scripts_are_there(
    telephone: Page, served_real_site: Served, path: str
) -> None:
    page = telephone
    page.goto(served_real_site.address + path)
    expect(page.get_by_role("combobox")).to_be_visible()
    wait_no_longer(page)
    expect(page.get_by_text(LATE)).to_be_hidden()


def test_without_scripts_nothing_is_said_to_be_on_its_way(
    new_context: Callable[..., BrowserContext], served_real_site: Served
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{served_real_site.address}/recherche/")
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_text(LATE)).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "title"),
    [("Rennes", "Près de Rennes (35)"), ("pension", "Résultats pour « pension »")],
)
def test_a_search_that_failed_is_made_once_the_network_is_back(
    telephone: Page, served_real_site: Served, typed: str, title: str
) -> None:
    page = telephone
    page.goto(f"{served_real_site.address}/recherche/")
    page.context.set_offline(True)
    page.get_by_role("combobox").fill(typed)
    page.get_by_role("button", name="Rechercher").click()
    expect(page.get_by_role("heading", name=FAILED)).to_be_in_viewport(ratio=1)
    status = page.locator("[data-find-status]")
    expect(status).to_have_text("Le réseau manque peut-être. Voici la liste par département.")
    expect(page.get_by_role("link", name="Ille-et-Vilaine").first).to_be_visible()
    again = page.get_by_role("button", name="Réessayer")
    expect(again).to_be_in_viewport(ratio=1)
    page.context.set_offline(False)
    again.click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.locator("[data-find-list] h3").first).to_be_visible()
    expect(again).to_be_hidden()


def test_a_shared_search_that_failed_is_made_as_it_was(
    telephone: Page, served_real_site: Served
) -> None:
    page = telephone
    page.route("**/recherche/*.json", lambda route: route.abort())
    page.goto(
        f"{served_real_site.address}/recherche/#lieu=rennes-35238&activite=mediation_familiale"
    )
    expect(page.get_by_role("heading", name=FAILED)).to_be_visible()
    page.unroute_all()
    page.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_role("heading", name="Près de Rennes (35)")).to_be_visible()
    expect(page.get_by_role("radio", name="Médiation familiale")).to_be_checked()
    assert page.url.endswith("#lieu=rennes-35238&activite=mediation_familiale")


def test_what_danger_calls_for_is_shown_though_no_page_can_be_searched(
    telephone: Page, served_real_site: Served
) -> None:
    page = telephone
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{served_real_site.address}/recherche/#q=mon+mari+me+bat")
    expect(page.get_by_role("heading", name=FAILED)).to_be_visible()
    expect(page.get_by_role("link", name="Se protéger des violences")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="Réessayer")).to_be_visible()


def test_of_two_searches_the_last_is_shown_whichever_is_understood_first(
    telephone: Page, served_real_site: Served
) -> None:
    page = telephone
    held: list[Route] = []
    names = "**/recherche/communes/*/n*.json"
    page.route(names, lambda route: route.continue_() if held else held.append(route))
    page.goto(f"{served_real_site.address}/recherche/")
    box = page.get_by_role("combobox")
    with page.expect_request(names):
        box.fill("Guipavas")
    box.press("Enter")
    box.fill("Rennes")
    box.press("Enter")
    title = page.locator("[data-find-title]")
    expect(title).to_have_text("Près de Rennes (35)")
    with page.expect_event("requestfinished"):
        held[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(title).to_have_text("Près de Rennes (35)")
