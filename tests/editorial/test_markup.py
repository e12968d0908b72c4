"""From Markdown to HTML: links and figures by id, typography around code, nothing raw."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.directory import Directory
from generator.editorial.addresses import Addresses
from generator.editorial.faults import NotFound
from generator.editorial.library import load_library
from generator.editorial.markup import to_html

Html = Callable[[str], str]
"""Gives the HTML of a text."""
N = "\N{NO-BREAK SPACE}"
S = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def html(texts: Path, directory: Directory) -> Html:
    """Gives the HTML of a text, on a site served under /annuaire."""
    library = load_library(texts)
    addresses = Addresses(library, directory, "/annuaire")
    return lambda text: to_html(text, library, addresses)


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("page:exemple", "/annuaire/exemple/"),
        ("page:securite#quitter-vite", "/annuaire/securite/#quitter-vite"),
        ("page:accueil#departements", "/annuaire/#departements"),
        ("mot:jaf", "/annuaire/mots/#jaf"),
        ("service:mediation-a-distance", "/annuaire/services/mediation-a-distance/"),
        ("departement:75", "/annuaire/departements/75/"),
        ("region:11", "/annuaire/regions/11/"),
        ("recherche:activite=x", "/annuaire/recherche/#activite=x"),
        ("numero:3919", "tel:3919"),
        ("editeur:courriel", "mailto:contact@association.example"),
    ],
)
def test_a_link_by_id_leads_there(html: Html, link: str, href: str) -> None:
    assert f'href="{href}"' in html(f"[un lien]({link})")


def test_a_link_that_leaves_hides_where_one_comes_from_and_is_dated(html: Html) -> None:
    made = html("Lisez [cette page](source:page-datee).")
    assert '<a href="https://www.association.example/page" rel="noreferrer">cette page</a>' in made
    assert '<h2 id="sources">Sources</h2>' in made
    assert '<li id="source-1">' in made
    assert f"«{N}Une page{N}» [2024]</a>, 12{N}mars 2024, consulté le 23{N}novembre 2026." in made


def test_a_source_without_an_address_is_cited_without_a_link(html: Html) -> None:
    made = html("Lisez [la loi](source:texte-sans-adresse).")
    assert '<a href="#source-1">la loi</a>' in made
    assert f'<li id="source-1">Code civil, article{N}255, consulté' in made


def test_a_figure_brings_its_source_once_a_paragraph(html: Html) -> None:
    made = html("En 2024, [[chiffre:seances]] séances, [[chiffre:accords]] d'accords.")
    assert f"56{S}786 séances, environ 62{N}% d’accords." in made
    assert made.count('(<a href="#source-1">source\xa01</a>)') == 1


def test_each_row_of_a_series_has_its_source(html: Html) -> None:
    made = html("[[serie:serie-exemple]]\n")
    assert made.count('<a href="#source-1">source\xa01</a>)</td>') == 2
    assert f"compté, en 2024{N}: les services" in made


def test_the_glossary_has_an_anchor_a_word(html: Html) -> None:
    made = html("[[glossaire]]\n")
    assert '<h3 id="jaf">Juge aux affaires familiales (JAF)</h3>' in made
    assert '<a href="#lettre-j">J</a>' in made
    assert '<a href="#ordonnance">Ordonnance</a>' in made
    assert '<a href="/annuaire/exemple/">la page</a>' in made


def test_what_the_publisher_has_not_said_is_marked(html: Html) -> None:
    made = html("[[editeur:editeur]] chez [[editeur:hebergeur]]")
    assert "Association exemple chez <strong>[à compléter" in made


def test_typography_stays_out_of_code_and_addresses(html: Html) -> None:
    made = html("`l'eau : ?` et l'eau ! [a](recherche:q=l'eau)")
    assert "<code>l'eau : ?</code> et l’eau" in made
    assert "#q=l'eau\"" in made
    assert "<pre><code>l'eau ?" in html("    l'eau ?\n")


def test_an_insert_in_code_stays(html: Html) -> None:
    assert "<code>[[chiffre:seances]]</code>" in html("Écrivez `[[chiffre:seances]]`.")


@pytest.mark.parametrize(
    "raw",
    [
        "<b>gras</b>",
        "<script>x</script>",
        "<img src=x onerror=y>",
        "<!-- x -->",
        "<a href='x'>y</a>",
    ],
)
def test_raw_html_is_shown_as_text(html: Html, raw: str) -> None:
    made = html(f"Avant {raw} après\n\n{raw}\n")
    assert made.count("&lt;") >= 2
    assert "<script" not in made
    assert "<img" not in made
    assert "<b>" not in made


@pytest.mark.parametrize(
    "text",
    [
        "# Titre { onclick=x }",
        "[a](page:exemple){ style=x }",
        "Texte\n{ class=hero }",
    ],
)
def test_only_anchors_may_stand_between_braces(html: Html, text: str) -> None:
    with pytest.raises(NotFound, match="attribut"):
        html(text)


@pytest.mark.parametrize(
    "text",
    ["![image](page:exemple)", "[a][b]\n\n[b]: https://www.example/", "<https://www.example/>"],
)
def test_images_and_addresses_by_reference_make_nothing(html: Html, text: str) -> None:
    made = html(text)
    assert "<img" not in made
    assert 'href="https://www.example/"' not in made


def test_a_contents_list_links_to_the_headings(html: Html) -> None:
    made = html("[[sommaire]]\n\n## Et après ?\n\nTexte.\n\n## L'été { #ete }\n")
    assert '<a href="#et-apres">' in made
    assert '<a href="#ete">' in made
    assert f'<h2 id="et-apres">Et après{N}?</h2>' in made
