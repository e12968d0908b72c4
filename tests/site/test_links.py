"""Every link of the site lands, on a page or at an anchor that exists."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.sites import BuiltSite


def links(page: Path) -> Iterator[tuple[str, str]]:
    """The tag and address of everything a page links to or loads."""
    tree = HTMLParser(page.read_bytes())
    for attribute in ("href", "src"):
        for node in tree.css(f"[{attribute}]"):
            yield node.tag or "", node.attributes[attribute] or ""


def dead_links(site: BuiltSite) -> Iterator[str]:
    """The links of all pages that lead nowhere on the site."""
    anchors: dict[Path, set[str]] = {}
    for page in site.pages:
        for tag, address in links(page):
            if urlsplit(address).scheme or urlsplit(address).netloc:
                continue
            here = f"{site.base}/{page.relative_to(site.folder)}"
            parts = urlsplit(urljoin(here, address))
            if parts.path and not parts.path.startswith(f"{site.base}/"):
                yield f"{page}: {address} leaves {site.base}/"
                continue
            target = site.path_of(unquote(parts.path))
            if not target.is_file():
                yield f"{page}: <{tag}> {address}"
            elif parts.fragment and "=" not in parts.fragment:
                if target not in anchors:
                    tree = HTMLParser(target.read_bytes())
                    anchors[target] = {node.attributes["id"] or "" for node in tree.css("[id]")}
                if parts.fragment not in anchors[target]:
                    yield f"{page}: no anchor {address}"


@pytest.mark.parametrize("name", ["real_site", "fictional_site"])
def test_every_internal_link_lands(name: str, request: pytest.FixtureRequest) -> None:
    assert list(dead_links(request.getfixturevalue(name))) == []


@pytest.mark.parametrize("name", ["real_site", "fictional_site"])
def test_nothing_is_loaded_from_another_host(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    for page in site.pages:
        tree = HTMLParser(page.read_bytes())
        for node in tree.css("[src], link[href]:not([rel=canonical])"):
            address = node.attributes.get("src") or node.attributes.get("href") or ""
            own = address.startswith(("/", "https://annuaire.example/"))
            assert own, f"{page}: {address}"


def test_links_to_other_sites_do_not_say_where_one_comes_from(real_site: BuiltSite) -> None:
    for page in real_site.pages:
        for node in HTMLParser(page.read_bytes()).css("a[href^=http]"):
            assert "noreferrer" in (node.attributes.get("rel") or ""), f"{page}: {node.html}"
