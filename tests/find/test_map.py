"""The map beside the results, in a real browser: it comes close, shows each, and never stands alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import Served

LYON, SAINT_DENIS = "lieu=lyon-69123", "lieu=saint-denis-97411"
HERE = ".map__drawing .map__here"
IN_SIGHT = """() => [...document.querySelectorAll(".find__map svg a:not(.map__point)")]
    .filter((one) => one.getAttribute("display") !== "none")
    .map((one) => one.querySelector("[data-departement]").dataset.departement)"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []
    context.close()


def search(page: Page, site: Served, fragment: str) -> None:
    page.goto(f"{site.address}/recherche/#{fragment}")
    expect(page.locator(HERE)).to_be_visible()


def width_shown(page: Page) -> float:
    return float((page.locator("svg.map__drawing").get_attribute("viewBox") or "").split()[2])


def width_after(page: Page, press: str) -> float:
    """The width shown when the button was pressed and the map has moved."""
    former = page.locator("svg.map__drawing").get_attribute("viewBox") or ""
    page.get_by_role("button", name=press).click()
    # Not by `wait_for_function`: the page lets no text be a script.
    expect(page.locator("svg.map__drawing")).not_to_have_attribute("viewBox", former)
    return width_shown(page)


def names(page: Page, selector: str) -> list[str]:
    return page.locator(f".find__map {selector} title").all_text_contents()


def test_each_service_near_is_a_point_that_leads_to_it(
    page: Page, served_real_site: Served
) -> None:
    search(page, served_real_site, "lieu=paris-75056")
    listed = page.locator("[data-find-list] > ol article.card").count()
    points = page.locator(".map__point[data-chosen]")
    assert points.count() >= listed > 5
    first = page.locator("article.card h3 a").first.get_attribute("href") or ""
    # The nearest is drawn last, over the others.
    assert (points.last.get_attribute("href") or "").endswith(first)
    points.last.dispatch_event("click")
    page.wait_for_url(f"**{first}")


def test_the_map_is_beside_the_list_or_after_it_on_a_telephone(
    page: Page, served_real_site: Served
) -> None:
    search(page, served_real_site, LYON)
    list_box, map_box = (
        page.locator(one).bounding_box() for one in ("[data-find-list]", "[data-find-map]")
    )
    assert list_box
    assert map_box
    assert map_box["x"] >= list_box["x"] + list_box["width"]
    assert map_box["y"] < 900
    page.set_viewport_size({"width": 360, "height": 740})
    list_box, map_box = (
        page.locator(one).bounding_box() for one in ("[data-find-list]", "[data-find-map]")
    )
    assert list_box
    assert map_box
    assert map_box["y"] >= list_box["y"] + list_box["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_the_filters_leave_out_fades_and_what_they_keep_stays(
    page: Page, served_real_site: Served
) -> None:
    search(page, served_real_site, "lieu=paris-75056")
    everything = set(names(page, ".map__point"))
    page.get_by_role("radio", name="Espace de rencontre").check()
    expect(page.locator(".map__point[data-chosen] circle")).to_have_count(0)
    kept = set(names(page, ".map__point[data-chosen]"))
    assert set() < kept < everything
    assert set(names(page, ".map__point")) == everything


def test_the_map_goes_as_far_as_the_search(page: Page, served_real_site: Served) -> None:
    search(page, served_real_site, LYON)
    close = width_shown(page)
    assert "69" in page.evaluate(IN_SIGHT)
    assert "29" not in page.evaluate(IN_SIGHT)
    assert width_after(page, "Chercher jusqu’à 150\N{NO-BREAK SPACE}km") > close
    assert width_after(page, "Chercher dans toute la France") > 1500
    assert {"29", "974"} <= set(page.evaluate(IN_SIGHT))


HIDDEN_CODES = """() => {
    const boxes = (selector) => [...document.querySelectorAll(`.find__map svg ${selector}`)]
        .map((one) => [one.textContent, one.getBoundingClientRect()]);
    const points = [...boxes(".map__here"), ...boxes(".map__point")];
    return boxes(".map__code").filter(([, code]) => points.some(([, point]) =>
        point.left < code.right && code.left < point.right &&
        point.top < code.bottom && code.top < point.bottom)).map(([name]) => name);
}"""


@pytest.mark.parametrize("place", ["rennes-35238", "nantes-44109", "rodez-12202"])
def test_no_point_hides_the_code_of_a_departement(
    page: Page, served_real_site: Served, place: str
) -> None:
    """The chief town of a département is often in the middle of it, where its code stands."""
    search(page, served_real_site, f"lieu={place}")
    assert page.evaluate(HIDDEN_CODES) == []


def test_an_overseas_departement_is_seen_alone(page: Page, served_real_site: Served) -> None:
    search(page, served_real_site, SAINT_DENIS)
    assert page.evaluate(IN_SIGHT) == ["974"]
    assert page.locator(".map__point[data-chosen]").count() > 0


def test_the_service_under_the_pointer_or_the_focus_is_shown_on_the_map(
    page: Page, served_real_site: Served
) -> None:
    search(page, served_real_site, "lieu=paris-75056")
    links = page.locator("article.card h3 a")
    current = page.locator(".map__point[data-current]")
    for act in (links.nth(1).focus, links.nth(2).hover):
        act()
        expect(current).to_have_count(1)
    assert (links.nth(2).get_attribute("href") or "-") in (current.get_attribute("href") or "")


def test_the_map_comes_back_whole_when_the_search_is_left(
    page: Page, served_real_site: Served
) -> None:
    page.goto(f"{served_real_site.address}/recherche/")
    before = width_shown(page)
    expect(page.locator("[data-find-browse] .map")).to_be_visible()
    page.get_by_role("combobox").fill("69007")
    page.get_by_role("combobox").press("Enter")
    expect(page.locator(HERE)).to_be_visible()
    page.go_back()
    expect(page.locator("[data-find-browse] .map")).to_be_visible()
    assert width_shown(page) == before
    assert page.locator(f"svg a[display=none], {HERE}").count() == 0


def test_the_points_are_not_in_the_way_of_the_keyboard(
    page: Page, served_real_site: Served
) -> None:
    search(page, served_real_site, LYON)
    assert page.locator(".map__point:not(.map__swatch):not([tabindex='-1'])").count() == 0
    assert page.locator("[aria-hidden=true] .map__point").count() > 0
    skip = page.locator(".find__map").get_by_role("link", name="Passer la carte")
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.find__map') === null")
