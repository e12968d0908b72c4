"""Pages as a browser receives them."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import Environment
from selectolax.lexbor import LexborHTMLParser

from generator.model.service import Service
from generator.pages.all_pages import all_pages
from generator.pages.data_page import (
    CodeExample,
    Download,
    DownloadGroup,
    FieldShare,
    OpenData,
    TableShare,
    data_page,
)
from generator.pages.render import render
from generator.pages.service_page import service_page
from generator.pages.site import Site
from generator.territory import Territory
from tests.pages import samples
from tests.pages.test_listings import news

OPEN_DATA = OpenData(
    downloads=(
        DownloadGroup(
            "Pour un tableur",
            (Download("donnees/services.csv", "Les services", "Une ligne.", 1234, "0a" * 32),),
        ),
    ),
    licence_name="Licence Ouverte 2.0",
    licence_url="https://licence.example/",
    attribution="Annuaire",
    verification=(("À confirmer", 3),),
    tables=(TableShare("Les services", 3, (FieldShare("nom", "Nom", 3, 100),)),),
    preview_columns=("nom",),
    preview=((samples.HOSTILE,),),
    citation="Annuaire, 2026",
    bibtex="@misc{annuaire}",
    examples=(CodeExample("Python", "print('<b>')"),),
    jsonld="{}",
)

COMPONENTS = sorted(
    path.stem
    for path in (
        Path(__file__).resolve().parent.parent.parent / "theme" / "templates" / "components"
    ).iterdir()
)


def html_of(service: Service, territory: Territory, jinja: Environment) -> str:
    directory = samples.directory(territory, service)
    site = jinja.globals["site"]
    assert isinstance(site, Site)
    page = service_page(service.id, site, samples.describe, directory)
    return render(page, jinja).decode()


@pytest.fixture(scope="module")
def rendered(territory: Territory, site: Site, jinja: Environment) -> dict[str, LexborHTMLParser]:
    """Every page of a directory with one service in each state."""
    directory = samples.directory(territory, *(state() for state in samples.ALL_STATES))
    return {
        page.path: LexborHTMLParser(render(page, jinja).decode())
        for page in (
            *(
                one.make(directory)
                for one in all_pages(directory, site, [news(2)], samples.describe)
            ),
            data_page(directory, OPEN_DATA),
        )
    }


def test_text_is_text_wherever_it_stands(territory: Territory, jinja: Environment) -> None:
    """The « html as text » case of every component that shows a record."""
    html = re.sub(
        r"<style>.*?</style>", "", html_of(samples.hostile(), territory, jinja), flags=re.DOTALL
    )
    attack = (
        "Texte &lt; b onclick=x &gt; &amp; &#34;guillemets&#34; &#39;apostrophes&#39; {{ 7 * 7 }}"
    )
    assert html.count(attack) >= 15
    assert "< b onclick" not in html
    assert "49" not in re.sub(r"[0-9a-f]{8}\.", "", html)


HOSTILE_FIELDS: dict[str, Callable[[Environment], str]] = {
    "card": lambda jinja: call(jinja, "card", "compact", [Hostile()]),
    "choices": lambda jinja: call(jinja, "choices", "choices", [Hostile()]),
    "closed": lambda jinja: call(jinja, "closed", "closed", Hostile(cards=())),
    "contact": lambda jinja: call(
        jinja, "contact", "contact", Hostile(call_details=[Hostile(), Hostile(href="")]), [Hostile()]
    ),
    "cost": lambda jinja: call(jinja, "cost", "cost", Hostile(sentences=[samples.HOSTILE], details=())),
    "crumbs": lambda jinja: call(jinja, "crumbs", "crumbs", [Hostile()]),
    "helplines": lambda jinja: call(jinja, "helplines", "list", [Hostile()]),
    "hours": lambda jinja: call(jinja, "hours", "hours", Hostile(
        opening=Hostile(), closures=[samples.HOSTILE],
        hours=Hostile(rows=[(samples.HOSTILE, samples.HOSTILE)], notes=[samples.HOSTILE]),
    )),
    "keep": lambda jinja: call(jinja, "keep", "keep", samples.HOSTILE, samples.HOSTILE, Hostile()),
    "links": lambda jinja: call(jinja, "links", "links", [Hostile()]),
    "map": lambda jinja: call(jinja, "map", "point", Hostile(activities=()), 7),
    "nearby": lambda jinja: call(jinja, "nearby", "nearby", [Hostile(services=[Hostile(card=Hostile())])]),
    "place": lambda jinja: call(jinja, "place", "folded", Hostile(
        address=[samples.HOSTILE], closures=(), hours=Hostile(rows=[(samples.HOSTILE, "")], notes=()),
        opening=None,
    )),
    "prose": lambda jinja: call(jinja, "prose", "prose", [Hostile(is_list=True, lines=[samples.HOSTILE])]),
    "regions": lambda jinja: call(
        jinja, "regions", "regions", [Hostile(departements=())], [Hostile()]
    ),
    "steps": lambda jinja: call(jinja, "steps", "steps", [Hostile()]),
    "step": lambda jinja: call(
        jinja, "step", "step", Hostile(ways=[Hostile()], doors=(), with_numbers=False, with_limit=False)
    ),
    "verification": lambda jinja: call(jinja, "verification", "verification", Hostile(), [Hostile()]),
}  # fmt: skip
WITHOUT_TEXT_OF_OTHERS = {
    "footer": "the site's own words",
    "header": "the site's own words",
    "icons": "drawings",
    "limit": "the site's own words",
    "news": "covered by the pages: its dates must be dates",
    "quit": "the site's own words",
    "search_box": "the site's own words",
    "structured": "data, not markup: tests/pages/test_found.py",
}


class Hostile:
    """Anything a component asks for is an attack, unless given."""

    def __init__(self, **given: object) -> None:
        self.__dict__.update(given)

    def __getattr__(self, name: str) -> "str | Hostile":
        if name.startswith("__"):
            raise AttributeError(name)
        parts = ("call", "appointment", "website", "source", "successor")
        return Hostile() if name in parts else samples.HOSTILE


def call(jinja: Environment, component: str, macro: str, *arguments: object) -> str:
    return str(
        getattr(jinja.get_template(f"components/{component}.html").module, macro)(*arguments)
    )


def test_each_component_has_its_case() -> None:
    assert sorted(HOSTILE_FIELDS.keys() | WITHOUT_TEXT_OF_OTHERS.keys()) == COMPONENTS


@pytest.mark.parametrize("component", HOSTILE_FIELDS)
def test_a_component_shows_html_as_text(component: str, jinja: Environment) -> None:
    html = HOSTILE_FIELDS[component](jinja)
    assert "&lt;script&gt;" in html
    assert "<script>" not in html
    assert '"guillemets"' not in html


def test_every_page_has_what_safety_asks_for(
    rendered: dict[str, LexborHTMLParser], site: Site
) -> None:
    for path, page in rendered.items():
        first = page.css_first("head > *")
        assert first.attributes["content"] == site.policy, path
        assert page.css_first("meta[name=referrer]").attributes["content"] == "no-referrer", path
        quit_button = page.css_first("a#quitter")
        assert quit_button.text() == "Urgence\u00a0: Quitter ce site", path
        assert "noreferrer" in (quit_button.attributes["rel"] or ""), path
        assert [a.attributes["href"] for a in page.css(".skip-link")] == ["#contenu", "#quitter"]
        assert page.css_first("footer a[href='tel:3919']") is not None, path
        assert len(page.css("h1")) == 1, path
        assert len(page.css("main")) == 1, path


def test_ids_are_unique_and_labels_land(rendered: dict[str, LexborHTMLParser]) -> None:
    for path, page in rendered.items():
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), path
        named = [node.attributes["aria-labelledby"] for node in page.css("[aria-labelledby]")]
        assert set(named) <= set(ids), path


def test_headings_do_not_skip_a_level(rendered: dict[str, LexborHTMLParser]) -> None:
    for path, page in rendered.items():
        levels = [int(node.tag[1]) for node in page.css("main :is(h1, h2, h3, h4)")]
        levels = levels[levels.index(1) :]
        steps = [after - before for before, after in pairwise(levels)]
        assert all(step <= 1 for step in steps), (path, levels)


def test_every_link_of_the_site_is_under_its_path(rendered: dict[str, LexborHTMLParser]) -> None:
    """The 404 page too: it is shown at any depth."""
    for path, page in rendered.items():
        for node in page.css("[href], [src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            if address.startswith("/"):
                assert address.startswith("/familles/"), (path, address)
            else:
                assert re.match(r"#|https?://|tel:|sms:|mailto:|geo:", address), (path, address)


def test_the_legal_limit_stands_before_the_contact_of_a_mediation(
    territory: Territory, jinja: Environment
) -> None:
    html = html_of(samples.service(), territory, jinja)
    assert html.index("le juge ne peut") < html.index("tel:3919") < html.index("tel:+33199001234")
    assert "le juge ne peut" not in html_of(samples.hidden_commune(), territory, jinja)


def test_nobody_is_sent_to_a_service_that_closed_for_good(
    territory: Territory, jinja: Environment
) -> None:
    page = LexborHTMLParser(html_of(samples.closed_for_good(), territory, jinja))
    ways = [a.attributes["href"] or "" for a in page.css("main a")]
    assert "https://www.association.example/mediation" not in ways
    assert [way for way in ways if way.startswith(("tel:+", "mailto:"))] == []


def test_the_telephone_comes_before_the_e_mail_and_its_warning(
    territory: Territory, jinja: Environment
) -> None:
    html = html_of(samples.service(), territory, jinja)
    assert (
        html.index("tel:+33199001234")
        < html.index("mailto:contact@association.example")
        < html.index("reste dans votre boîte")
    )


def test_only_listed_services_are_in_the_search(rendered: dict[str, LexborHTMLParser]) -> None:
    for path, page in rendered.items():
        indexed = page.css_first("[data-pagefind-body]") is not None
        is_service = path.startswith("services/") and path != "services/index.html"
        hidden = ("mediation-fermee-35", "mediation-ancien-nom-35")
        assert indexed is (is_service and not any(name in path for name in hidden)), path


def test_a_filter_of_the_search_has_no_sign_that_its_index_would_misread(
    rendered: dict[str, LexborHTMLParser],
) -> None:
    values = {
        node.attributes["data-pagefind-filter"]
        for page in rendered.values()
        for node in page.css("[data-pagefind-filter]")
    }
    assert {"activite:mediation_familiale", "departement:35", "departement:974"} <= values
    assert all(re.fullmatch(r"[a-z]+:[A-Za-z0-9_]+", value or "") for value in values)


def test_the_search_box_has_no_name_to_be_sent_by(rendered: dict[str, LexborHTMLParser]) -> None:
    for path in ("index.html", "recherche/index.html"):
        (box,) = rendered[path].css("input[role=combobox]")
        assert "name" not in box.attributes
        assert "hidden" in rendered[path].css_first("form").attributes


def test_the_same_page_gives_the_same_bytes(territory: Territory, jinja: Environment) -> None:
    first = html_of(samples.everything(), territory, jinja)
    assert html_of(samples.everything(), territory, jinja) == first
