"""Every kind of page works under the headers the hosts are asked to send, and complains of nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page_types import ADDRESSES, PAGE_TYPES, RESULTS, open_page, unfold
from tests.sites import BuiltSite, Served, serve


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the console of ``page`` says, policy violations and uncaught errors among it."""
    said: list[str] = []
    page.on("console", lambda one: said.append(f"{one.type}: {one.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_the_console_is_clean_under_the_headers(
    page: Page, complaints: list[str], served_fictional_site: Served, name: str
) -> None:
    with page.expect_response(lambda one: "text/html" in one.headers["content-type"]) as first:
        open_page(page, served_fictional_site, name)
    sent = first.value.headers
    assert "frame-ancestors 'none'" in sent["content-security-policy"]
    assert "unsafe-inline" not in sent["content-security-policy"]
    unfold(page)
    # The page that does not exist is one, which Chromium says.
    expected = "404" if name == "page perdue" else "nothing"
    assert [one for one in complaints if expected not in one] == []


def test_the_policy_alone_in_the_page_is_enough(
    fictional_site: BuiltSite, page: Page, complaints: list[str]
) -> None:
    """Some hosts send no headers of ours: the page brings its policy, and the search works."""
    with serve(fictional_site, with_headers=False) as served:
        page.goto(served.address + RESULTS)
        expect(page.locator("[data-find-list] a").first).to_be_visible()
    assert complaints == []


def test_the_policy_of_the_header_is_that_of_the_page(
    page: Page, served_fictional_site: Served
) -> None:
    answer = page.goto(served_fictional_site.address + "/")
    assert answer is not None
    first = page.locator("head > :first-child")
    expect(first).to_have_attribute("http-equiv", "Content-Security-Policy")
    meta = first.get_attribute("content")
    assert answer.headers["content-security-policy"] == f"{meta}; frame-ancestors 'none'"


def test_the_policy_stops_a_script_that_would_have_been_injected(
    page: Page, served_fictional_site: Served
) -> None:
    page.goto(served_fictional_site.address + "/")
    page.evaluate(
        """() => {
            globalThis.ran = false;
            const script = document.createElement("script");
            try {
                script.text = "globalThis.ran = true";
                document.body.append(script);
            } catch {
                // Trusted types refuse the text itself.
            }
            const image = document.createElement("img");
            try {
                image.setAttribute("onerror", "globalThis.ran = true");
            } catch {
                // The same for the code of an event.
            }
            document.body.append(image);
            return new Promise((resolve) => {
                image.addEventListener("error", resolve);
                image.src = "data:,";
            });
        }"""
    )
    assert page.evaluate("globalThis.ran") is False
    assert (
        page.evaluate(
            "() => { try { document.body.innerHTML = '<b>x</b>'; return 'let'; } catch { return 'refused'; } }"
        )
        == "refused"
    )


@pytest.fixture
def elsewhere(browser: Browser, fictional_site: BuiltSite) -> Iterator[Page]:
    """A page of another origin, with no policy of its own."""
    with serve(fictional_site, with_headers=False) as other:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        page.goto(other.address + ADDRESSES["page"])
        yield page
        context.close()


READ = """(address) => fetch(address).then((answer) => answer.text().then((text) => text.length),
    () => "refused")"""


@pytest.mark.parametrize("path", ["/donnees/services.csv", "/api/v1/departements/69.json"])
def test_another_site_may_read_the_open_data(
    elsewhere: Page, served_fictional_site: Served, path: str
) -> None:
    assert elsewhere.evaluate(READ, served_fictional_site.address + path) > 100


@pytest.mark.parametrize("path", ["/", "/services/mediation-douze-lieux/", "/sitemap.xml"])
def test_another_site_may_read_nothing_else(
    elsewhere: Page, served_fictional_site: Served, path: str
) -> None:
    assert elsewhere.evaluate(READ, served_fictional_site.address + path) == "refused"
