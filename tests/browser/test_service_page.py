"""A service's page in a real browser: what it says now, on a telephone, on paper, without script."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Page, expect

from generator.pages import assets
from tests.sites import Served

TWELVE = "mediation-douze-lieux"
HIDDEN = "espace-rencontre-adresse-cachee"
EVERY_SERVICE = (
    TWELVE,
    HIDDEN,
    "espace-rencontre-departement-seul",
    "mediation-a-distance",
    "mediation-fermee",
    "mediation-outre-mer",
    "mediation-verifiee-il-y-a-longtemps",
)
FIRST_VISIT = 30_000
"""Bytes, compressed: everything the browser asks for on a first visit."""

Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, served_fictional_site: Served) -> Iterator[Open]:
    """Opens a service's page, in a context with the options given."""
    contexts: list[BrowserContext] = []

    def opened(service: str, at: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"locale": "fr-FR", **options})
        contexts.append(context)
        page = context.new_page()
        if at:
            page.clock.install(time=at)
        page.goto(f"{served_fictional_site.address}/services/{service}/")
        return page

    yield opened
    for context in contexts:
        context.close()


def state_of(page: Page, place: str) -> str:
    """What is said of a place that folds, once unfolded."""
    folded = page.locator("details.place", has_text=place)
    folded.locator("summary").click()
    return folded.locator(".open-now").inner_text().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("zone", "at", "said"),
    [
        ("Europe/Paris", "2026-11-24T18:30:00+01:00", "Ouvert maintenant, jusqu’à 20 h"),
        ("Europe/Paris", "2026-11-24T17:59:00+01:00", "Fermé. Ouvre à 18 h"),
        ("Europe/Paris", "2026-11-24T20:00:00+01:00", "Fermé. Ouvre le mardi 1er décembre à 18 h"),
        ("Europe/Paris", "2026-11-25T20:00:00+01:00", "Fermé. Ouvre mardi à 18 h"),
        ("Indian/Reunion", "2026-11-24T18:30:00+01:00", "Ouvert maintenant, jusqu’à 20 h (heure du lieu)"),
        ("Pacific/Tahiti", "2026-11-24T18:30:00+01:00", "Ouvert maintenant, jusqu’à 20 h (heure du lieu)"),
        ("Europe/Paris", "2027-02-02T18:30:00+01:00", "Horaires"),
    ],
)  # fmt: skip
def test_a_place_says_whether_it_is_open(visit: Open, zone: str, at: str, said: str) -> None:
    assert state_of(visit(TWELVE, at, timezone_id=zone), "Bron") == said


def test_the_sentence_follows_the_clock(visit: Open) -> None:
    page = visit(TWELVE, "2026-11-24T19:59:00+01:00", timezone_id="Europe/Paris")
    assert state_of(page, "Bron").startswith("Ouvert maintenant")
    page.clock.fast_forward("02:00")
    line = page.locator("details.place", has_text="Bron").locator(".open-now")
    expect(line).to_have_attribute("data-state", "closed")


def test_a_place_on_appointment_says_so_whatever_the_hour(visit: Open) -> None:
    page = visit(TWELVE, "2026-11-24T10:00:00+01:00", timezone_id="Europe/Paris")
    assert page.locator(".place[data-main] .open-now").inner_text() == "Sur rendez-vous seulement"


def box(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize("service", [TWELVE, HIDDEN, "mediation-outre-mer"])
def test_the_way_to_call_is_in_the_first_screen_of_a_telephone(visit: Open, service: str) -> None:
    """Under the limit and its numbers, and above the quit button: neither covers the other."""
    page = visit(service, viewport={"width": 360, "height": 740})
    call = box(page, ".contact__call")
    assert call["y"] + call["height"] <= box(page, "#quitter")["y"]
    assert call["x"] + call["width"] <= 360
    if service != HIDDEN:
        numbers = box(page, ".limit .numbers")
        assert numbers["y"] + numbers["height"] <= call["y"]


@pytest.mark.parametrize(
    ("service", "words"),
    [
        ("mediation-fermee", "Ce service est fermé depuis"),
        ("mediation-verifiee-il-y-a-longtemps", "il y a plus de deux ans"),
    ],
)
def test_what_is_closed_or_too_old_says_so_first(visit: Open, service: str, words: str) -> None:
    page = visit(service, viewport={"width": 360, "height": 740})
    first = page.locator(".service > .notice").first
    assert words in first.inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert box(page, ".service > .notice >> nth=0")["y"] < 370


# The rules of a sheet that would change something of a page on a screen.
APPLIED = """(text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const selectors = (rules) => [...rules].flatMap((rule) => {
        if (rule.media && !matchMedia(rule.media.mediaText).matches) {
            return [];
        }
        const own = rule.selectorText ? [rule.selectorText] : [];
        return [...own, ...(rule.cssRules ? selectors(rule.cssRules) : [])];
    });
    const bare = (selector) => selector.replace(/::?(before|after|marker|hover|focus-visible|details-content)/g, "");
    return selectors(sheet.cssRules).filter((one) => document.querySelector(bare(one)));
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("service", EVERY_SERVICE)
def test_the_page_carries_every_style_that_it_shows(
    visit: Open, service: str, width: int, project_root: Path
) -> None:
    """The whole sheet, which comes last, has nothing to say that the page has not said already."""
    page = visit(service, viewport={"width": width, "height": 740})
    carried = page.locator("head style").inner_text()
    sheets = sorted((project_root / "theme" / "styles").glob("*.css"))
    others = [one for one in sheets if assets._compact(one).decode() not in carried]
    assert 0 < len(others) < len(sheets) / 2
    for sheet in others:
        assert page.evaluate(APPLIED, sheet.read_text("utf-8")) == [], sheet.name


@pytest.mark.parametrize("service", EVERY_SERVICE)
def test_nothing_is_wider_than_a_small_telephone(visit: Open, service: str) -> None:
    page = visit(service, viewport={"width": 320, "height": 600})
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("service", [TWELVE, "mediation-outre-mer"])
def test_nothing_moves_once_shown(visit: Open, service: str, width: int) -> None:
    page = visit(service, viewport={"width": width, "height": 800})
    page.wait_for_load_state("networkidle")
    moved = page.evaluate(
        """() => new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
                list.getEntries().forEach((one) => { sum += one.value; });
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })"""
    )
    assert moved == 0


@pytest.mark.parametrize("service", EVERY_SERVICE)
def test_a_first_visit_is_light(visit: Open, served_fictional_site: Served, service: str) -> None:
    asked: set[str] = set()
    page = visit(service)
    page.on("response", lambda response: asked.add(response.url))
    page.reload(wait_until="networkidle")
    weight = 0
    for address in asked:
        path = served_fictional_site.site.path_of(re.sub(r"^https?://[^/]+", "", address))
        weight += len(gzip.compress(path.read_bytes(), 6))
    assert len(asked) >= 4
    assert weight <= FIRST_VISIT


def test_everything_is_there_without_script(visit: Open) -> None:
    page = visit(TWELVE, java_script_enabled=False)
    assert page.locator(".contact__call").get_attribute("href") == "tel:+33465710003"
    folded = page.locator("details.place").first
    folded.locator("summary").click()
    assert folded.locator("table.hours").is_visible()
    assert folded.locator(".open-now").inner_text() == "Horaires"
    assert page.get_by_role("button").count() == 0


def test_a_place_unfolds_with_the_keyboard_alone(visit: Open) -> None:
    page = visit(TWELVE)
    folded = page.locator("details.place").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.evaluate("(one) => one.open")
    page.keyboard.press("Tab")
    assert "Itinéraire" in page.evaluate("document.activeElement.textContent")


def test_the_address_of_the_page_is_copied(visit: Open) -> None:
    page = visit(TWELVE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copier l’adresse").click()
    expect(page.locator("[data-copy-status]")).to_have_text("Adresse copiée.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"https://annuaire.example/sous/dossier/services/{TWELVE}/"


def test_a_copy_that_is_refused_is_said(visit: Open) -> None:
    page = visit(TWELVE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Copier l’adresse").click()
    status = page.locator("[data-copy-status]")
    expect(status).to_have_text("Votre navigateur ne permet pas de copier.")


def test_the_button_prints(visit: Open) -> None:
    page = visit(TWELVE)
    page.evaluate("window.print = () => { document.title = 'imprimé'; }")
    page.get_by_role("button", name="Imprimer").click()
    assert page.title() == "imprimé"


@pytest.mark.parametrize("service", EVERY_SERVICE)
def test_paper_is_one_sheet_with_the_code_of_the_page(visit: Open, service: str) -> None:
    """Two for twelve places."""
    page = visit(service)
    assert not page.locator(".keep__code").is_visible()
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert sheets == (2 if service == TWELVE else 1)
    page.emulate_media(media="print")
    assert page.locator(".keep__code").is_visible()
    lines = page.locator(".keep__code path").evaluate(
        "path => [getComputedStyle(path).stroke, getComputedStyle(path).strokeWidth, getComputedStyle(path).fill]"
    )
    assert lines == ["rgb(0, 0, 0)", "1px", "none"]
    assert not page.locator("#quitter").is_visible()


def test_paper_unfolds_every_place(visit: Open) -> None:
    page = visit(TWELVE)
    page.emulate_media(media="print")
    address = page.locator("details.place").last.get_by_text("12 place de l’Essai")
    assert address.is_visible()
