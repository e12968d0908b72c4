"""A first visit is light, holds still, and needs no JavaScript."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from tests.page_types import ADDRESSES, PAGE_TYPES, open_page
from tests.sites import BuiltSite, Pace, Served, serve

HEAVIEST = 30 * 1024  # bytes, compressed, of all that a service page asks for
SHIFTS = """() => new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
        observer.disconnect();
        resolve(list.getEntries().filter((one) => one.name !== "end")
            .flatMap(({ sources }) => sources.map(({ node }) => node?.parentNode?.outerHTML.slice(0, 90))));
    }).observe({ type: "layout-shift", buffered: true });
    // An observer is called only when there is something: no shift is an answer too.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
})"""

SEEN_THOUGH_HIDDEN = """() => [...document.querySelectorAll("[hidden]")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => one.outerHTML.slice(0, 90))"""


@pytest.fixture
def first_page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a browser that has kept nothing."""
    return new_context().new_page()


def heaviest_service(site: BuiltSite) -> str:
    """The path of the largest page of a service."""
    pages = (site.folder / "services").glob("*/index.html")
    return f"/services/{max(pages, key=lambda one: one.stat().st_size).parent.name}/"


@pytest.mark.parametrize("name", ["served_real_site", "served_fictional_site"])
def test_the_largest_service_page_weighs_at_most_30_kilobytes(
    first_page: Page, name: str, request: pytest.FixtureRequest
) -> None:
    """Everything asked for at the first visit, each file compressed by gzip."""
    served: Served = request.getfixturevalue(name)
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    first_page.on("response", note)
    first_page.goto(served.address + heaviest_service(served.site), wait_until="networkidle")
    weights = {Path(one.url).name: len(gzip.compress(one.body())) for one in answers}
    assert len(weights) >= 3
    assert sum(weights.values()) <= HEAVIEST, weights


@pytest.fixture(scope="module")
def slow_host(fictional_site: BuiltSite) -> Iterator[tuple[Served, Pace]]:
    """The invented site, sent by a host whose pages arrive piece by piece."""
    pace = Pace()
    with serve(fictional_site, pace=pace) as served:
        yield served, pace


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", [one for one in PAGE_TYPES if one != "résultats"])
def test_nothing_shifts_while_a_page_arrives(
    first_page: Page, slow_host: tuple[Served, Pace], name: str, width: int
) -> None:
    """On a slow network too, where what came first is seen before the rest is there."""
    served, pace = slow_host
    first_page.set_viewport_size({"width": width, "height": 700})
    pace.open(first_page, served.address + ADDRESSES[name])
    assert first_page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("name", ["accueil", "recherche", "résultats", "service"])
def test_what_is_hidden_is_not_seen(page: Page, served_fictional_site: Served, name: str) -> None:
    """A class that says how to lay something out must not bring it back."""
    open_page(page, served_fictional_site, name)
    assert page.locator("[hidden]").count() > 0
    assert page.evaluate(SEEN_THOUGH_HIDDEN) == []


@pytest.mark.parametrize("name", [one for one in PAGE_TYPES if one != "résultats"])
def test_a_page_says_the_same_without_javascript(
    new_context: Callable[..., BrowserContext], served_fictional_site: Served, name: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    open_page(page, served_fictional_site, name)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Urgence : Quitter ce site")).to_be_visible()
    if name == "recherche":
        expect(page.locator("main a[href*='/departements/']").first).to_be_visible()
