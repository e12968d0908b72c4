"""What a real browser asks for and keeps while somebody reads the site."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.sites import Served

PAGES = (
    "/",
    "/services/",
    "/services/mediation-douze-lieux/",
    "/services/espace-rencontre-adresse-cachee/",
    "/departements/69/",
    "/recherche/",
    "/donnees/",
    "/actualites/",
    "/cette-page-n-existe-pas",
)


@pytest.fixture
def watched_page(browser: Browser) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A new page, the addresses it asks for, and what it complains of."""
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, requests, complaints
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_another_host_or_keeps_anything(
    watched_page: tuple[Page, list[str], list[str]], served_fictional_site: Served, path: str
) -> None:
    page, requests, complaints = watched_page
    page.goto(served_fictional_site.address + path, wait_until="networkidle")
    host = served_fictional_site.address.removesuffix(served_fictional_site.site.base)
    assert [one for one in requests if not one.startswith(host + "/")] == []
    missing = [one for one in complaints if "404" not in one or "n-existe-pas" not in page.url]
    assert missing == []
    assert page.context.cookies() == []
    kept = page.evaluate(
        """async () => JSON.stringify([
            localStorage.length, sessionStorage.length,
            (await indexedDB.databases()).length, (await caches.keys()).length,
            (await navigator.serviceWorker.getRegistrations()).length,
        ])"""
    )
    assert json.loads(kept) == [0, 0, 0, 0, 0]


def test_the_policy_of_the_pages_forbids_what_they_do_not_need(
    watched_page: tuple[Page, list[str], list[str]], served_fictional_site: Served
) -> None:
    page, _, _ = watched_page
    page.goto(served_fictional_site.address + "/")
    first = page.evaluate("document.head.firstElementChild.outerHTML")
    assert "Content-Security-Policy" in first
    assert "default-src 'none'" in first
    assert "unsafe-inline" not in first
