"""Old addresses lead to the new one, with and without help from the host."""

from jinja2 import Environment
from selectolax.lexbor import LexborHTMLParser

from generator.directory import Directory
from generator.pages.moved import moved_pages, redirects
from generator.pages.render import render
from generator.pages.site import Site
from generator.territory import Territory
from tests.exports import awkward

NEW = "services/mediation-textes/"


def test_a_page_at_the_old_address_leads_to_the_new_one_without_script(
    territory: Territory, site: Site, jinja: Environment
) -> None:
    directory = awkward.directory(territory)
    (recipe,) = moved_pages(directory)
    page = recipe.make(directory)
    assert page.path == recipe.path
    assert page.path == "services/mediation-ancienne/index.html"
    assert not page.in_sitemap
    tree = LexborHTMLParser(render(page, jinja).decode())
    refresh = tree.css_first("meta[http-equiv=refresh]")
    canonical = tree.css_first("link[rel=canonical]")
    link = tree.css_first("main a")
    assert refresh is not None
    assert canonical is not None
    assert link is not None
    assert refresh.attributes["content"] == f"0; url={site.to(NEW)}"
    assert canonical.attributes["href"] == site.absolute(NEW)
    assert link.attributes["href"] == site.to(NEW)


def test_hosts_that_read_redirects_send_files_too(territory: Territory, site: Site) -> None:
    ((path, content),) = redirects(awkward.directory(territory), site)
    assert path == "_redirects"
    old, new = "mediation-ancienne", "mediation-textes"
    assert content.decode().splitlines() == [
        f"{site.base}/services/{old}/ {site.base}/services/{new}/ 301",
        f"{site.base}/api/v1/services/{old}.json {site.base}/api/v1/services/{new}.json 301",
        f"{site.base}/api/v1/services/{old}.vcf {site.base}/api/v1/services/{new}.vcf 301",
    ]


def test_when_nothing_was_renamed_there_is_nothing(territory: Territory, site: Site) -> None:
    empty = Directory([], territory, awkward.TODAY)
    assert list(moved_pages(empty)) == []
    assert list(redirects(empty, site)) == []
