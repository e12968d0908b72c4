"""The maps in a real browser: named links, reached by the keyboard, drawn under the policy."""

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.sites import Served

WIDTHS = (360, 1280)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_skips_the_map_or_enters_by_a_departement(
    browser: Browser, served_real_site: Served, width: int
) -> None:
    context = browser.new_context(viewport=ViewportSize(width=width, height=800))
    page = context.new_page()
    page.goto(f"{served_real_site.address}/")
    skip = page.get_by_role("link", name="Passer la carte")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Tab")
    first = page.locator("svg.map__drawing a").first
    expect(first).to_be_focused()
    name = first.get_attribute("aria-label") or ""
    stroke = "node => getComputedStyle(node.querySelector('path')).strokeWidth"
    assert float(first.evaluate(stroke).removesuffix("px")) >= 3
    page.keyboard.press("Enter")
    page.wait_for_url("**/departements/*/")
    assert name.partition("\N{NO-BREAK SPACE}")[0] in page.title()
    page.go_back()
    page.get_by_role("link", name="Passer la carte").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.map') === null")
    context.close()


def test_the_shape_of_a_departement_is_a_link_where_one_points(
    browser: Browser, served_real_site: Served
) -> None:
    context = browser.new_context(viewport=ViewportSize(width=1280, height=1000))
    page = context.new_page()
    page.goto(f"{served_real_site.address}/")
    page.locator('[data-departement="69"]').click()
    page.wait_for_url("**/departements/69/")
    context.close()


@pytest.mark.parametrize("path", ["/", "/regions/84/", "/departements/69/", "/communes/69387/"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_with_a_map_fits_and_the_browser_has_nothing_to_say(
    browser: Browser, served_real_site: Served, path: str, width: int
) -> None:
    context = browser.new_context(viewport=ViewportSize(width=width, height=800))
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{served_real_site.address}{path}", wait_until="networkidle")
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_shades_can_be_told_apart_in_every_mode(browser: Browser, served_real_site: Served) -> None:
    fills = """() => [...new Set([...document.querySelectorAll('.map__swatch [data-level]')].map(
        (node) => { const style = getComputedStyle(node); return style.fill + style.fillOpacity; }
    ))].length"""
    for options in ({}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        context = browser.new_context(**options)
        page = context.new_page()
        page.goto(f"{served_real_site.address}/")
        assert page.evaluate(fills) == page.locator(".map__swatch [data-level]").count() > 2
        context.close()
