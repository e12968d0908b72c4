"""In a real browser, the canonical index finds what Pagefind's own index finds."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.search.pagefind import write_bundle
from generator.search.pagefind_bundle import canonical_bundle
from tests.search.pagefind_pages import pages, run_pagefind, write_site

COUNT = 60
SEARCH = """async ([bundle, query, filters]) => {
    const pagefind = await import(`/${bundle}/pagefind.js`);
    await pagefind.options({baseUrl: "/"});
    const {results, filters: counts} = await pagefind.search(query, {filters});
    const found = await Promise.all(results.map(async (result) => {
        const data = await result.data();
        return {score: result.score, url: data.url, excerpt: data.excerpt, meta: data.meta};
    }));
    return {found, counts};
}"""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Open a page of a site served on loopback, with the two indexes under /raw and /canonical."""
    folder = tmp_path_factory.mktemp("served")
    site = write_site(folder / "site", pages(COUNT))
    run_pagefind(site, folder / "raw")
    write_bundle(canonical_bundle(folder / "raw", COUNT), folder / "canonical")
    (folder / "index.html").write_text('<!doctype html><html lang="fr"><title>Essai</title></html>')
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    yield page
    page.close()
    server.shutdown()
    thread.join()
    server.server_close()


def search(page: Page, bundle: str, query: str | None, **filters: str) -> dict[str, Any]:
    return page.evaluate(SEARCH, [bundle, query, filters])


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("médiation", {}),
        ("mediation", {}),
        ("médiations familiales", {}),
        ('"espace rencontre"', {}),
        ("œuvre", {}),
        ("été à côté", {}),
        ("numéro17", {}),
        ("enfant", {"activite": "rencontre"}),
        ("parent", {"langue": "fsl", "activite": "médiation"}),
        (None, {"langue": "en"}),
        ("introuvable", {}),
    ],
)
def test_the_same_pages_are_found_with_the_same_scores(
    browser_page: Page, query: str | None, filters: dict[str, str]
) -> None:
    raw = search(browser_page, "raw", query, **filters)
    canonical = search(browser_page, "canonical", query, **filters)
    assert bool(canonical["found"]) == (query != "introuvable")
    scores = [{r["url"]: r["score"] for r in answer["found"]} for answer in (raw, canonical)]
    assert scores[1] == pytest.approx(scores[0], rel=1e-4)
    details = [
        {r["url"]: (r["excerpt"], r["meta"]) for r in answer["found"]}
        for answer in (raw, canonical)
    ]
    assert details[0] == details[1]
    assert raw["counts"] == canonical["counts"]


def test_with_and_without_accents_the_same_pages_are_found(browser_page: Page) -> None:
    with_accents, without = (
        {r["url"] for r in search(browser_page, "canonical", query)["found"]}
        for query in ("médiation", "mediation")
    )
    assert with_accents == without


def test_pages_of_equal_score_come_in_the_order_of_their_addresses(browser_page: Page) -> None:
    found = search(browser_page, "canonical", None, langue="en")["found"]
    assert len({result["score"] for result in found}) == 1
    assert [result["url"] for result in found] == sorted(result["url"] for result in found)


def test_the_search_asks_for_no_file_that_is_not_in_the_bundle(browser_page: Page) -> None:
    answers: list[tuple[int, str]] = []
    browser_page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    browser_page.reload()
    search(browser_page, "canonical", "juge", langue="en")
    asked = [url for _, url in answers if "/canonical/" in url]
    assert len(asked) >= 6
    assert all(status < 400 for status, _ in answers), answers
    assert all(url.startswith("http://127.0.0.1:") for _, url in answers)
