"""What is found from outside: titles, addresses, the sitemap, structured data."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.sites import TODAY, BuiltSite

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HIDDEN = "espace-rencontre-adresse-cachee"
STRAIGHT = re.compile(r".{0,20}[^\W\d_]'\w.{0,20}")


def published(site: BuiltSite) -> Iterator[tuple[str, LexborHTMLParser]]:
    """The path and tree of each page, but those that ask not to be found."""
    for page in site.pages:
        tree = LexborHTMLParser(page.read_text("utf-8"))
        if not tree.css("meta[name=robots][content=noindex]"):
            yield page.relative_to(site.folder).as_posix(), tree


def title_of(tree: LexborHTMLParser) -> str:
    node = tree.css_first("head > title")
    assert node is not None
    return node.text()


def structured(tree: LexborHTMLParser) -> dict[str, dict[str, object]]:
    blocks = [json.loads(node.text()) for node in tree.css('script[type="application/ld+json"]')]
    return {str(one.get("@type")): one for one in blocks}


@pytest.fixture(scope="module")
def sitemap(real_site: BuiltSite) -> dict[str, str | None]:
    """The date of each address of the sitemap."""
    root = ET.fromstring(real_site.text("sitemap.xml"))  # noqa: S314 (our own file)
    return {
        url.findtext("s:loc", "", SITEMAP): url.findtext("s:lastmod", None, SITEMAP)
        for url in root.findall("s:url", SITEMAP)
    }


@pytest.mark.parametrize("name", ["real_site", "fictional_site"])
def test_no_two_pages_have_the_same_title(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    titles = Counter(title_of(tree) for _, tree in published(site))
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("name", ["real_site", "fictional_site"])
def test_every_page_says_its_own_address(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    for path, tree in published(site):
        (canonical,) = tree.css("link[rel=canonical]")
        address = f"https://annuaire.example{site.base}/{path.removesuffix('index.html')}"
        assert canonical.attributes["href"] == address


def uncovered(site: BuiltSite) -> set[str]:
    """The pages of the départements that have no service."""
    folders = (site.folder / "departements").glob("*/index.html")
    pages = [str(page.relative_to(site.folder)) for page in folders]
    return {path for path in pages if "Un service y existe peut-être" in site.text(path)}


def test_a_list_tells_its_counts_and_its_towns(real_site: BuiltSite) -> None:
    lists = [
        (path, tree)
        for path, tree in published(real_site)
        if re.match(r"(departements|regions|communes)/", path)
    ]
    assert len(lists) > 100
    empty = uncovered(real_site)
    for path, tree in lists:
        title = title_of(tree).replace("\N{NO-BREAK SPACE}", " ")
        told = r": les plus proches" if path in empty else r": \d+ services?"
        assert re.search(told, title), path
        description = tree.css_first("meta[name=description]").attributes["content"] or ""
        assert 60 <= len(description) <= 300, (path, description)


def test_the_page_of_a_departement_names_the_feed_of_its_changes(fictional_site: BuiltSite) -> None:
    for code in ("69", "48"):
        tree = LexborHTMLParser(fictional_site.text(f"departements/{code}/index.html"))
        feeds = [node.attributes["href"] or "" for node in tree.css("link[rel=alternate]")]
        feed = f"{fictional_site.base}/departements/{code}/changements.atom"
        assert feed in feeds
        assert fictional_site.path_of(feed).is_file()


def test_the_sitemap_lists_pages_that_exist_and_want_to_be_found(
    real_site: BuiltSite, sitemap: dict[str, str | None]
) -> None:
    for address in sitemap:
        assert address.startswith("https://annuaire.example/")
        assert real_site.path_of(address.removeprefix("https://annuaire.example")).is_file()
    listed = {path.removesuffix("index.html") for path, _ in published(real_site)}
    found = {one.removeprefix("https://annuaire.example/") for one in sitemap}
    assert listed == found


def test_dates_of_the_sitemap_are_those_of_the_content(
    real_site: BuiltSite, sitemap: dict[str, str | None]
) -> None:
    """A list of nothing has none."""
    empty = {
        f"https://annuaire.example/{path.removesuffix('index.html')}"
        for path in uncovered(real_site)
    }
    dates = {address: date for address, date in sitemap.items() if date}
    assert empty.isdisjoint(dates)
    for kind in ("services", "departements", "regions", "communes"):
        addresses = [one for one in sitemap if f"/{kind}/" in one and one not in empty]
        assert addresses
        assert {dates.get(one, TODAY) for one in addresses}.isdisjoint({TODAY})


def test_the_way_down_that_search_engines_read_is_the_one_people_see(
    real_site: BuiltSite,
) -> None:
    for path, tree in published(real_site):
        trail = tree.css_first("nav.crumbs")
        if trail is None:
            continue
        items = structured(tree)["BreadcrumbList"]["itemListElement"]
        assert isinstance(items, list)
        # Data for machines keep the apostrophes that were typed.
        seen = [(node.text().replace("’", "'"), node.attributes["href"]) for node in trail.css("a")]
        read = [(one["name"], one["item"]) for one in items if "item" in one]
        expected = [(text, f"https://annuaire.example{href}") for text, href in seen]
        assert read == expected, path


def test_a_list_is_read_as_a_list(real_site: BuiltSite) -> None:
    tree = LexborHTMLParser(real_site.text("departements/69/index.html"))
    data = structured(tree)["ItemList"]
    shown = [
        f"https://annuaire.example{node.attributes['href']}" for node in tree.css(".card__name a")
    ]
    items = data["itemListElement"]
    assert isinstance(items, list)
    assert [one["url"] for one in items] == list(dict.fromkeys(shown))
    assert data["numberOfItems"] == len(items) > 0


def test_the_search_can_be_offered_by_the_browser(fictional_site: BuiltSite) -> None:
    tree = LexborHTMLParser(fictional_site.text("index.html"))
    (link,) = tree.css("link[rel=search]")
    file = fictional_site.path_of(link.attributes["href"] or "")
    assert f"{fictional_site.base}/recherche/#texte={{searchTerms}}" in file.read_text("utf-8")


def test_every_commune_with_a_place_has_a_page_that_is_reached(real_site: BuiltSite) -> None:
    pages = {path.parent.name for path in (real_site.folder / "communes").glob("*/index.html")}
    linked = {
        node.attributes["href"]
        for path, tree in published(real_site)
        if path.startswith("departements/")
        for node in tree.css("a[href*='/communes/']")
    }
    assert {f"/communes/{code}/" for code in pages} <= linked


def test_a_hidden_place_is_in_its_commune_and_in_no_distance(fictional_site: BuiltSite) -> None:
    commune = LexborHTMLParser(fictional_site.text("communes/35238/index.html"))
    cards = [node.attributes["href"] for node in commune.css(".card__name a")]
    assert f"{fictional_site.base}/services/{HIDDEN}/" in cards
    for _, tree in published(fictional_site):
        for item in tree.css("#a-cote ~ .compact li, .map__point"):
            assert HIDDEN not in (item.html or "")


def test_the_map_of_france_weighs_little(real_site: BuiltSite) -> None:
    drawing = LexborHTMLParser(real_site.text("index.html")).css_first("svg.map__drawing")
    assert drawing is not None
    assert len(gzip.compress((drawing.html or "").encode(), mtime=0)) <= 12_000


def test_no_page_styles_an_element_by_itself(real_site: BuiltSite) -> None:
    """The policy of the pages forbids it: a map that tried would be drawn black."""
    for path in ("index.html", "departements/69/index.html"):
        assert not re.search(r"<[^>]+ style=", real_site.text(path))


def test_no_apostrophe_is_straight_where_people_read(real_site: BuiltSite) -> None:
    """Texts, templates and records are typed each in its way: a page shows one."""
    assert [
        f"{page.relative_to(real_site.folder)}: {found[0]}"
        for page in real_site.pages
        if (found := STRAIGHT.search(read(page.read_text("utf-8"))))
    ] == []


def read(html: str) -> str:
    """What people read of a page: no script, no style, no code."""
    tree = LexborHTMLParser(html)
    for node in tree.css("script, style, code"):
        node.decompose()
    return tree.text()
