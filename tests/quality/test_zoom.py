"""Nothing is lost on a small screen, in large letters, zoomed four times, or without motion."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.page_types import PAGE_TYPES, open_page, unfold
from tests.sites import Served

OVERFLOW = """() => {
    const page = document.scrollingElement;
    return page.scrollWidth <= page.clientWidth ? [] :
        [...document.body.querySelectorAll("*")]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
            .map((one) => `${one.tagName} ${one.className}`);
}"""
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((one) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(one);
    if (!(one instanceof HTMLElement) || ![overflowX, overflowY].some((way) => ["hidden", "clip"].includes(way))
        || clipPath !== "none" || !one.checkVisibility()) {
        return false;
    }
    const box = one.getBoundingClientRect();
    const text = document.createRange();
    text.selectNodeContents(one);
    return [...text.getClientRects()].some((line) => line.right > box.right + 1
        || line.bottom > box.bottom + 1 || line.left < box.left - 1 || line.top < box.top - 1);
}).map((one) => `${one.tagName} ${one.className}: ${one.textContent.slice(0, 40)}`)"""
BROKEN_WORDS = """() => {
    const isClipped = (one) => one && (getComputedStyle(one).clipPath !== "none" || isClipped(one.parentElement));
    const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && !isClipped(one)
        && !one.closest("script, style, svg, code, a[href^='mailto:'], a[href^='http']");
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const { currentNode: node } = texts;
        for (const { 0: word, index } of isSeen(node.parentElement) ? node.data.matchAll(/\\p{L}{2,}/gu) : []) {
            const letters = document.createRange();
            letters.setStart(node, index);
            letters.setEnd(node, index + word.length);
            const lines = new Set([...letters.getClientRects()].map(({ top }) => Math.round(top)));
            if (lines.size > 1) {
                found.push(`${word}: ${node.data.trim().slice(0, 60)}`);
            }
        }
    }
    return found;
}"""
SPACED = """() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [spaced];
}"""
"""What readers may ask for (WCAG 1.4.12)."""
SMALL_TARGETS = """() => {
    const inSentence = (one) => getComputedStyle(one).display === "inline";
    const waitsForFocus = (one) => getComputedStyle(one).clipPath !== "none";
    return [...document.querySelectorAll("a[href], button, input, select, summary")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .filter((one) => !inSentence(one) && !waitsForFocus(one))
        .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
        .filter(([, box]) => box.height < 43.9)
        .map(([one, box]) => `${one.outerHTML.slice(0, 90)}: ${box.width} × ${box.height}`);
}"""


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_page_fits_a_small_screen_and_fingers(
    page: Page, served_fictional_site: Served, name: str
) -> None:
    """At 320 px, which is also 1280 px zoomed four times (WCAG 1.4.10), and targets of 44 px."""
    page.set_viewport_size({"width": 320, "height": 256})
    open_page(page, served_fictional_site, name)
    unfold(page)
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(CUT) == []
    assert page.evaluate(BROKEN_WORDS) == []
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_letters_and_lines_set_apart_lose_nothing(
    page: Page, served_fictional_site: Served, name: str
) -> None:
    open_page(page, served_fictional_site, name)
    unfold(page)
    page.evaluate(SPACED)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(OVERFLOW) == []
        assert page.evaluate(CUT) == []


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_letters_twice_as_large_lose_nothing(
    page: Page, served_fictional_site: Served, name: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    open_page(page, served_fictional_site, name)
    unfold(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (1280, 640):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == []
        assert page.evaluate(CUT) == []


@pytest.mark.parametrize("name", ["accueil", "résultats", "service"])
def test_nothing_moves_for_those_who_asked(
    new_context: Callable[..., BrowserContext], served_fictional_site: Served, name: str
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    open_page(page, served_fictional_site, name)
    moving = page.evaluate(
        """() => [document.documentElement, ...document.querySelectorAll("*")].filter((one) => {
            const style = getComputedStyle(one);
            return style.scrollBehavior !== "auto" || style.animationName !== "none"
                || style.transitionDuration.split(", ").some((time) => time !== "0s");
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert moving == []
    assert page.evaluate("document.getAnimations().length") == 0
