"""Whatever text a record holds, pages show it as text."""

import html
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from generator.pages.assets import service_style
from tests.quality.conftest import nu_messages
from tests.site.hostile import identifier
from tests.site.injections import INJECTIONS
from tests.sites import BuiltSite, Served, serve

OUR_STYLE = service_style(Path(__file__).resolve().parents[2] / "theme")


@pytest.fixture(scope="module")
def hostile_site(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site whose every free text tries to be markup, each service in its own way."""
    output = tmp_path_factory.mktemp("hostile") / "site"
    subprocess.run(
        [sys.executable, "-m", "tests.site.hostile", str(output)], cwd=project_root, check=True
    )
    return BuiltSite(output, "")


@pytest.fixture(scope="module")
def served_hostile_site(hostile_site: BuiltSite) -> Iterator[Served]:
    with serve(hostile_site, with_headers=False) as served:
        yield served


def service_page(site: BuiltSite, number: int) -> str:
    """The page of the service that holds the injection of this number."""
    return site.text(f"services/{identifier(number)}/index.html")


def test_the_injections_are_fifty_different_ones() -> None:
    assert len(set(INJECTIONS)) == len(INJECTIONS) >= 50


def test_no_text_becomes_markup(hostile_site: BuiltSite) -> None:
    assert len(hostile_site.pages) > len(INJECTIONS)
    for page in hostile_site.pages:
        tree = HTMLParser(page.read_bytes())
        assert all(
            node.attributes.get("src")
            for node in tree.css("script:not([type='application/ld+json'])")
        ), page
        strangers = "img[src=x], iframe, object, embed, base, body style, video, math, plaintext"
        assert tree.css(strangers) == [], page
        assert {node.text() for node in tree.css("style")} <= {OUR_STYLE}, page
        for node in tree.css("*"):
            names = [*node.attributes]
            assert not any(name.startswith("on") for name in names), f"{page}: {node.tag}"
            assert "autofocus" not in names, f"{page}: {node.tag}"
            for name in ("href", "src", "action"):
                address = (node.attributes.get(name) or "").strip().lower()
                assert not address.startswith(("javascript:", "data:text")), page


@pytest.mark.parametrize("number", range(len(INJECTIONS)))
def test_the_text_is_shown_as_it_was_written(hostile_site: BuiltSite, number: int) -> None:
    body = HTMLParser(service_page(hostile_site, number)).body
    assert body is not None
    shown = " ".join(body.text().split())
    assert " ".join(INJECTIONS[number].split()) in shown


def test_structured_data_says_the_text_and_nothing_ends_it(hostile_site: BuiltSite) -> None:
    for number, injection in enumerate(INJECTIONS):
        page = service_page(hostile_site, number)
        scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        assert scripts
        said: list[Any] = [json.loads(one) for one in scripts]
        names = json.dumps(said, ensure_ascii=False)
        assert json.dumps(injection, ensure_ascii=False)[1:-1] in names


def test_no_template_of_a_text_is_filled_in(hostile_site: BuiltSite) -> None:
    number = next(at for at, one in enumerate(INJECTIONS) if "7*7" in one)
    page = html.unescape(service_page(hostile_site, number))
    assert "{{ 7*7 }}" in page
    assert "__globals__ }}" in page


@pytest.fixture
def unguarded(new_context: Callable[..., BrowserContext]) -> Page:
    """A page without the policy of the site, where any script that runs is heard."""
    context = new_context(bypass_csp=True)
    context.add_init_script(
        "globalThis.heard = []; globalThis.alert = (what) => globalThis.heard.push(String(what));"
    )
    return context.new_page()


def test_no_script_of_a_text_runs_even_without_the_policy(
    unguarded: Page, served_hostile_site: Served
) -> None:
    lists = ["/", "/services/", "/departements/69/", "/regions/84/", "/recherche/"]
    pages = [f"/services/{identifier(number)}/" for number in range(len(INJECTIONS))]
    for path in (*lists, *pages):
        unguarded.goto(served_hostile_site.address + path)
        unguarded.evaluate(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
        )
        assert unguarded.evaluate("heard") == [], path
        assert unguarded.url.endswith(path), "the page leads elsewhere by itself"
        assert unguarded.locator("main").is_visible(), path
        assert unguarded.locator("footer").is_visible(), path


def test_a_script_that_runs_is_heard(unguarded: Page, served_hostile_site: Served) -> None:
    unguarded.goto(served_hostile_site.address + "/")
    unguarded.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(9)>')"
    )
    unguarded.wait_for_function("heard.length === 1")


def test_the_pages_are_still_html_as_the_standard_has_it(hostile_site: BuiltSite) -> None:
    assert nu_messages(hostile_site.folder) == []
