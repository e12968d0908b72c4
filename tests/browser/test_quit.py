"""The quit button, as somebody in danger uses it.

The behaviours are those of "Exit this page" (GOV.UK Design System). No request leaves the machine:
the weather page is answered here.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from generator.pages.site import QUIT_URL
from tests.sites import Served

SERVICE = "/services/mediation-douze-lieux/"
PRESSED = "[data-quit] [data-count]"
STATUS = "[data-quit-status]"


def answer(route: Route) -> None:
    """The weather, without leaving this machine."""
    route.fulfill(content_type="text/html", body="<title>Météo</title><h1>Beau temps</h1>")


@pytest.fixture
def reader(new_context: Callable[..., BrowserContext], served_fictional_site: Served) -> Page:
    """A page of the site, where the way out is answered at once."""
    return opened(new_context(), served_fictional_site.address + SERVICE)


def opened(context: BrowserContext, address: str) -> Page:
    """A new page of ``context`` at ``address``, with a way out."""
    context.route(f"{QUIT_URL}**", answer)
    page = context.new_page()
    page.goto(address)
    return page


def stop_the_clock(page: Page) -> None:
    """From now on, time passes in this page when a test says so."""
    page.clock.install(time=0)
    page.reload()
    page.clock.pause_at(60)


def press_shift(page: Page, times: int) -> None:
    """Press and release Shift alone."""
    for _ in range(times):
        page.keyboard.press("Shift")


@pytest.fixture
def held_back(new_context: Callable[..., BrowserContext], served_fictional_site: Served) -> Page:
    """A page whose way out answers nothing: what is left to be seen can be looked at."""
    context = new_context()
    context.route(f"{QUIT_URL}**", lambda route: route.fulfill(status=204))
    page = context.new_page()
    page.goto(served_fictional_site.address + SERVICE)
    return page


# 1. Click


def test_a_click_leaves_for_the_weather(reader: Page) -> None:
    reader.get_by_role("link", name="Urgence : Quitter ce site").click()
    expect(reader).to_have_url(QUIT_URL)


def test_the_page_is_covered_before_the_other_site_answers(held_back: Page) -> None:
    held_back.evaluate("document.querySelector('[data-quit]').click()")
    expect(held_back.locator(".quit-cover")).to_be_visible()
    shown = held_back.evaluate(
        "[...document.body.children].filter((one) => one.checkVisibility()).map((one) => one.className)"
    )
    assert shown == ["quit-cover"]
    size = held_back.locator(".quit-cover").bounding_box()
    assert size == {"x": 0, "y": 0, **(held_back.viewport_size or {})}


# 2. Enter


def test_enter_leaves_too(reader: Page) -> None:
    reader.locator("#quitter").focus()
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(QUIT_URL)


# 3. Shift, three times


def test_shift_pressed_three_times_leaves(reader: Page) -> None:
    press_shift(reader, 2)
    expect(reader.locator(PRESSED)).to_have_attribute("data-count", "2")
    press_shift(reader, 1)
    expect(reader).to_have_url(QUIT_URL)


def test_shift_works_while_the_hand_is_in_a_field(
    page: Page, served_fictional_site: Served
) -> None:
    page.context.route(f"{QUIT_URL}**", answer)
    page.goto(f"{served_fictional_site.address}/recherche/")
    page.locator("[role=combobox]").focus()
    press_shift(page, 3)
    expect(page).to_have_url(QUIT_URL)


# 4. Capitals in the search box


def test_typing_capitals_in_the_search_box_does_not_leave(
    page: Page, served_fictional_site: Served
) -> None:
    page.goto(f"{served_fictional_site.address}/recherche/")
    field = page.locator("[role=combobox]")
    field.focus()
    for letter in "RENNES":
        page.keyboard.press(f"Shift+{letter}")
    expect(field).to_have_value("RENNES")
    expect(page.locator(PRESSED)).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("")
    assert "/recherche/" in page.url


# 5. Time


def test_two_presses_are_forgotten_after_five_seconds(reader: Page) -> None:
    stop_the_clock(reader)
    press_shift(reader, 2)
    reader.clock.run_for(4999)
    expect(reader.locator(PRESSED)).to_have_attribute("data-count", "2")
    reader.clock.run_for(2)
    expect(reader.locator(PRESSED)).to_have_count(0)
    press_shift(reader, 1)
    expect(reader.locator(PRESSED)).to_have_attribute("data-count", "1")
    assert reader.url.endswith(SERVICE)


def test_each_press_gives_five_more_seconds(reader: Page) -> None:
    stop_the_clock(reader)
    for _ in range(2):
        press_shift(reader, 1)
        reader.clock.run_for(4000)
    press_shift(reader, 1)
    expect(reader).to_have_url(QUIT_URL)


# 6. Another key between


@pytest.mark.parametrize("between", ["a", "Tab", "Control", "Escape"])
def test_another_key_between_starts_again(reader: Page, between: str) -> None:
    press_shift(reader, 2)
    reader.keyboard.press(between)
    expect(reader.locator(PRESSED)).to_have_count(0)
    press_shift(reader, 1)
    expect(reader.locator(PRESSED)).to_have_attribute("data-count", "1")
    assert reader.url.endswith(SERVICE)


def test_a_click_with_shift_held_does_not_count(reader: Page) -> None:
    reader.keyboard.down("Shift")
    reader.mouse.click(5, 200)
    reader.keyboard.up("Shift")
    expect(reader.locator(PRESSED)).to_have_count(0)


# 7. The back button


def test_coming_back_shows_the_page_again(reader: Page) -> None:
    press_shift(reader, 3)
    expect(reader).to_have_url(QUIT_URL)
    reader.go_back()
    expect(reader).to_have_url(re.compile(f"{SERVICE}$"))
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    expect(reader.locator(".quit-cover")).to_have_count(0)
    expect(reader.locator(PRESSED)).to_have_count(0)


def test_a_page_kept_by_the_browser_is_uncovered_when_shown_again(held_back: Page) -> None:
    held_back.evaluate("document.querySelector('[data-quit]').click()")
    expect(held_back.locator(".quit-cover")).to_be_visible()
    held_back.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(held_back.locator(".quit-cover")).to_have_count(0)
    expect(held_back.get_by_role("heading", level=1)).to_be_visible()


def test_leaving_keeps_nothing_and_leaves_the_history_as_it_is(reader: Page) -> None:
    before = reader.evaluate("history.length")
    reader.locator("#quitter").click()
    expect(reader).to_have_url(QUIT_URL)
    assert reader.evaluate("history.length") == before + 1
    assert reader.context.cookies() == []


# 8. Without JavaScript


def test_it_works_without_javascript(
    new_context: Callable[..., BrowserContext], served_fictional_site: Served
) -> None:
    page = opened(new_context(java_script_enabled=False), served_fictional_site.address + SERVICE)
    page.get_by_role("link", name="Urgence : Quitter ce site").click()
    expect(page).to_have_url(QUIT_URL)


# 9. Print


def test_it_is_not_on_paper(reader: Page) -> None:
    expect(reader.locator("#quitter")).to_be_visible()
    reader.emulate_media(media="print")
    expect(reader.locator("#quitter")).to_be_hidden()


# 10. Every page, those that do not exist included


@pytest.mark.parametrize("path", ["/cette/page/n-existe-pas", "/recherche/", "/donnees/", "/"])
def test_it_is_at_hand_on_any_page(page: Page, served_fictional_site: Served, path: str) -> None:
    page.context.route(f"{QUIT_URL}**", answer)
    page.goto(served_fictional_site.address + path)
    expect(page.locator("#quitter")).to_be_in_viewport()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("#quitter")).to_be_in_viewport()
    press_shift(page, 3)
    expect(page).to_have_url(QUIT_URL)


# 11. What a screen reader says


def test_a_screen_reader_counts_the_presses(reader: Page) -> None:
    status = reader.get_by_role("status").and_(reader.locator(STATUS))
    expect(status).to_have_text("")
    press_shift(reader, 1)
    expect(status).to_have_text("Majuscule. Appuyez encore 2 fois pour quitter ce site.")
    press_shift(reader, 1)
    expect(status).to_have_text("Majuscule. Appuyez encore 1 fois pour quitter ce site.")


def test_a_screen_reader_says_that_time_is_over(reader: Page) -> None:
    stop_the_clock(reader)
    press_shift(reader, 1)
    reader.clock.run_for(5001)
    expect(reader.locator(STATUS)).to_have_text("Délai dépassé : vous restez sur ce site.")


def test_a_screen_reader_says_that_the_other_site_loads(held_back: Page) -> None:
    """The words come after the alert: what changes in it is announced, what is born in it is not."""
    held_back.evaluate(
        """() => {
            globalThis.seen = [];
            new MutationObserver((changes) => {
                for (const change of changes) {
                    for (const node of change.addedNodes) {
                        globalThis.seen.push(node.className || node.nodeName);
                    }
                }
            }).observe(document.body, { childList: true, subtree: true });
            document.querySelector("[data-quit]").click();
        }"""
    )
    expect(held_back.get_by_role("alert")).to_have_text("Chargement.")
    assert held_back.evaluate("seen.slice(0, 2)") == ["quit-cover", "visually-hidden"]


# 12. The order of the keyboard


def test_the_second_stop_of_the_keyboard_leads_to_it(reader: Page) -> None:
    stops = []
    for _ in range(2):
        reader.keyboard.press("Tab")
        stops.append(reader.evaluate("document.activeElement.getAttribute('href')"))
        expect(reader.locator(":focus")).to_be_in_viewport()
    assert stops == ["#contenu", "#quitter"]
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    # The link is reached from the keyboard in two keys; Tab from its anchor goes on from it.
    assert reader.evaluate(
        "document.querySelector('#quitter').compareDocumentPosition(document.activeElement)"
    ) in (0, 4)


def test_it_comes_before_the_content_and_shows_its_focus(reader: Page) -> None:
    reached = []
    for _ in range(30):
        reader.keyboard.press("Tab")
        reached.append(reader.evaluate("document.activeElement.id"))
        if reached[-1] == "quitter":
            break
    assert reached[-1] == "quitter"
    assert not reader.evaluate("document.querySelector('main').contains(document.activeElement)")
    outline = reader.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(outline.removesuffix("px")) >= 2
