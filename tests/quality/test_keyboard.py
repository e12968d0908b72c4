"""Everything can be reached from the keyboard, in order, seen, and left again."""

import pytest
from playwright.sync_api import Page, expect

from tests.page_types import PAGE_TYPES, open_page, unfold
from tests.sites import Served

STOPS = """() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled
            && one.tabIndex >= 0);
    // A group of radio buttons is one stop.
    const groups = new Set();
    return all.filter(({ type, name }) => type !== "radio"
        || (!groups.has(name) && groups.add(name))).length;
}"""
HERE = """() => {
    const one = document.activeElement;
    if (one === document.body) {
        return null;
    }
    const { left, top, width, height, right, bottom } = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    const scrollers = [];
    for (let above = one.parentElement; above !== document.body; above = above.parentElement) {
        if (getComputedStyle(above).overflow !== "visible") {
            scrollers.push(above.getBoundingClientRect());
        }
    }
    const points = [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]]
        .map(([x, y]) => document.elementFromPoint(left + x * width, top + y * height));
    return {
        what: one.outerHTML.slice(0, 90),
        // On a map, the marks of two services of one town stand on each other: the ring is seen.
        seen: Boolean(one.ownerSVGElement) || points.some((hit) => hit && (one.contains(hit) || hit.contains(one))),
        outlined: parseFloat(style.outlineWidth) >= 2,
        // On a map the ring follows the shape of the mark, not this box.
        whole: Boolean(one.ownerSVGElement)
            || (left - reach >= 0 && right + reach <= document.documentElement.clientWidth
                && scrollers.every((box) => left - reach > box.left - 1 && right + reach < box.right + 1
                    && top - reach > box.top - 1 && bottom + reach < box.bottom + 1)),
    };
}"""


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_the_keyboard_goes_through_a_page_and_out(
    page: Page, served_fictional_site: Served, name: str
) -> None:
    """On the smallest screen: nothing holds it back, and the quit button hides no focus."""
    page.set_viewport_size({"width": 320, "height": 480})
    page.emulate_media(reduced_motion="reduce")
    open_page(page, served_fictional_site, name)
    unfold(page)
    stops = page.evaluate(STOPS)
    for _ in range(stops):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        assert here, "the keyboard left before the end"
        assert here["seen"], here
        assert here["outlined"], here
        assert here["whole"], here
    page.keyboard.press("Tab")
    assert page.evaluate(HERE) is None, "there is more than what was counted"


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_the_first_key_leads_to_the_content(
    page: Page, served_fictional_site: Served, name: str
) -> None:
    open_page(page, served_fictional_site, name)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
