"""What is wrong in a text is said with its file, its line and a way out."""

import copy
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.directory import Directory
from generator.editorial.checks import editorial_problems
from generator.editorial.faults import EditorialError
from generator.editorial.publisher import missing_statements, require_statements
from generator.editorial.rules import RULES
from generator.problems import Problem, Severity
from generator.records.files import read_file
from generator.records.nodes import plain
from generator.rules import Rule
from tests.editorial.conftest import HEADER

N = "\N{NO-BREAK SPACE}"
Found = Callable[..., list[Problem]]
OF_THE_BODY = {
    f"texte-{name}"
    for name in "lien lien-vague ancre insertion chiffre html titre image caractere blanc longueur lecture".split()
}


def test_sound_texts_have_no_problem(found: Found) -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("service:mediation-a-distence", "Vouliez-vous dire « mediation-a-distance » ?"),
        ("departement:99", "Donnez son code : 35, 2A ou 974."),
        ("region:99", "Elle n'a pas de page : aucun service n'y est."),
        ("page:exempl", "Vouliez-vous dire « exemple » ?"),
        ("actualite:rien", "Vérifiez la ligne « Slug: »."),
        ("mot:jaff", "Vouliez-vous dire « jaf » ?"),
        ("source:page-date", "Vouliez-vous dire « page-datee » ?"),
        ("numero:3618", "Ajoutez-le à data/numeros.yaml."),
        ("editeur:hebergeur", "Complétez data/editeur.yaml."),
        ("editeur:courrie", "Vouliez-vous dire « courriel » ?"),
        ("pages:exemple", "Vouliez-vous dire « page » ?"),
        ("https://www.example/", "Ajoutez la page à data/sources.yaml"),
        ("javascript:alert", "Un lien commence par"),
        ("../exemple/", "Un lien commence par"),
        ("{attach}/etc/passwd", "Un lien commence par"),
        ("//ailleurs.example", "Un lien commence par"),
    ],
)
def test_a_dead_link_is_found_where_it_stands(found: Found, target: str, hint: str) -> None:
    (problem,) = found(f"Première ligne.\n\nLe [lien]({target}).\n")
    assert (problem.path, problem.line) == ("content/pages/exemple.md", 9)
    assert (problem.rule, problem.severity) == ("texte-lien", Severity.ERREUR)
    assert hint in problem.hint.replace(N, " ")


def test_a_link_whose_words_are_on_two_lines_is_found_too(found: Found) -> None:
    (problem,) = found("Un [lien\ncoupé](mot:rien).\n")
    assert problem.line == 8


@pytest.mark.parametrize(("link", "line"), [("[a](page:securite#rien)", 7), ("[a](#rien)", 7)])
def test_an_anchor_must_exist(found: Found, link: str, line: int) -> None:
    (problem,) = found(f"{link}\n")
    assert (problem.rule, problem.line) == ("texte-ancre", line)


def test_an_anchor_that_exists_is_fine(found: Found) -> None:
    body = "[a](page:securite#quitter-vite) [b](#ici)\n\n## Là { #ici }\n"
    assert found(body) == []


@pytest.mark.parametrize(
    ("insert", "hint"),
    [
        ("[[chiffre:seance]]", "Vouliez-vous dire « seances » ?"),
        ("[[serie:serie-exempl]]", "Vouliez-vous dire « serie-exemple » ?"),
        ("[[numero:12]]", "Ajoutez cette entrée à data/numeros.yaml."),
        ("[[editeur:courrie]]", "Vouliez-vous dire « courriel » ?"),
        ("[[source:rien]]", "Ajoutez cette entrée à data/sources.yaml."),
        ("[[chifre:seances]]", "Vouliez-vous dire « chiffre » ?"),
        (
            "Voyez [[serie:serie-exemple]].",
            "Mettez-la seule sur sa ligne, entre deux lignes vides.",
        ),
    ],
)
def test_a_dead_insert_is_found_where_it_stands(found: Found, insert: str, hint: str) -> None:
    (problem,) = found(f"Un texte.\n\n{insert}\n")
    assert (problem.rule, problem.line) == ("texte-insertion", 9)
    assert problem.hint.replace(N, " ") == hint


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("Du <b>gras</b>.\n", "texte-html"),
        ("Une ![image](page:exemple).\n", "texte-image"),
        ("Écrire à **[à compléter : adresse]**.\n", "texte-blanc"),
        ("Un\u200btexte.\n", "texte-caractere"),
        ("Lisez [ici](source:page-datee).\n", "texte-lien-vague"),
        ("## Un { #a }\n\nTexte.\n\n## Deux { #a }\n", "texte-ancre"),
        ("# Un titre\n", "texte-titre"),
        ("Un titre\n========\n", "texte-titre"),
        ("Texte.\n\n### Un titre\n", "texte-titre"),
        ("## Un\n\n#### Deux\n", "texte-titre"),
        ("# Titre { onclick=x }\n", "texte-lien"),
        ("mot " * 1300 + "\n", "texte-longueur"),
    ],
)
def test_what_a_text_may_not_hold(found: Found, body: str, rule: str) -> None:
    errors = [one for one in found(body) if one.severity is Severity.ERREUR]
    assert {one.rule for one in errors} == {rule}


def test_a_heading_out_of_place_is_told_where_it_stands(found: Found) -> None:
    body = "Une : partie.\n\n## Une partie\n\n##### Qu'est-ce : « [loin](mot:jaf) » & *tôt* ?\n"
    ((line, message, hint),) = [(one.line, one.message, one.hint) for one in found(body)]
    assert message.replace(N, " ") == "« Qu’est-ce : « loin » & tôt ? » saute un niveau de titre"
    assert (line, hint.replace(N, " ")) == (11, "Écrivez-le avec « ### ».")


def test_a_long_page_with_a_contents_list_is_fine(found: Found) -> None:
    assert "texte-longueur" not in {one.rule for one in found("[[sommaire]]\n\n" + "mot. " * 1300)}


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (HEADER.replace("Title: Exemple\n", ""), "la ligne « Title: » manque"),
        (HEADER.replace("Summary: Un exemple.\n", ""), "la ligne « Summary: » manque"),
        (HEADER.replace("Slug: exemple", "Slug: Exemple à voir"), "n'en est pas une"),
        (HEADER.replace("Slug: exemple", "Slug: recherche"), "le site a déjà une page"),
        (HEADER.replace("Slug: exemple", "Slug: securite"), "deux textes ont l'adresse"),
        (HEADER.replace("Date: 2026-11-23", "Date: 23/11/2026"), "n'est pas une date"),
        (HEADER.replace("Slug:", "Modified: hier\nSlug:"), "n'est pas une date"),
        (HEADER.replace("Slug:", "Title: Autre\nSlug:"), "« Title: » est déjà écrit plus haut"),
        (HEADER.replace("Slug:", "date: hier\nSlug:"), "« Date: » est déjà écrit plus haut"),
        (HEADER.replace("Slug:", "    suite\nSlug:"), "« Title: » continue sur une seconde ligne"),
        (HEADER.replace("comprendre", "comprendr"), "la rubrique « comprendr » n'existe pas"),
        (HEADER.replace("Slug:", "Menu: haut\nSlug:"), "« menu » n'est pas un rang"),
        (HEADER.replace("Slug:", "Sommaire: oui\nSlug:"), "n'est pas une ligne d'en-tête"),
    ],
)
def test_the_header_is_checked(found: Found, header: str, message: str) -> None:
    assert any(message in one.message.replace(N, " ") for one in found("Un texte.\n", header))


def test_a_repeated_line_of_the_header_is_told_where_it_stands(found: Found) -> None:
    header = HEADER.replace("Summary:", "Summary: Un\n    exemple.\nSummary:")
    assert [(one.rule, one.line) for one in found("Un texte.\n", header)] == [("texte-entete", 7)]


@pytest.mark.parametrize(
    ("line", "is_refused"),
    [
        ("Il y a 272 services.", True),
        ("- 62 % d'accords", True),
        ("| Services | 272 |", True),
        ("Il y a [[chiffre:seances]] séances.", False),
        ("Il y a 272 services [[source:page-datee]].", False),
        ("Depuis le 1er janvier 2010 et le décret 2012-1153.", False),
        ("L'article D. 216-1 et les articles 255 et 373-2-10.", False),
    ],
)
def test_a_figure_page_has_no_number_without_a_source(
    found: Found,
    line: str,
    is_refused: bool,  # noqa: FBT001 - a column of the table
) -> None:
    header = HEADER.replace("Slug:", "Chiffres: oui\nSlug:")
    rules = {one.rule for one in found(f"{line}\n", header) if one.severity is Severity.ERREUR}
    assert rules == ({"texte-chiffre"} if is_refused else set())


def test_elsewhere_a_number_without_a_source_is_advice(found: Found) -> None:
    (problem,) = found("Il y a 272 services.\n")
    assert (problem.rule, problem.severity) == ("texte-chiffre", Severity.CONSEIL)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("mot " * 31 + ".\n", "compte 31 mots"),
        ("Faites-le au sein de la famille.\n", "« au sein de » est un mot de courrier"),
    ],
)
def test_heavy_writing_is_advice(found: Found, body: str, message: str) -> None:
    (problem,) = found(body)
    assert problem.severity is Severity.CONSEIL
    assert message in problem.message.replace(N, " ")


def test_easy_pages_keep_to_shorter_sentences(found: Found) -> None:
    header = HEADER.replace("Slug:", "Langage: facile\nSlug:")
    assert [one.rule for one in found("mot " * 16 + ".\n", header)] == ["texte-lecture"]


@pytest.mark.parametrize(
    ("file", "change", "line", "message"),
    [
        ("sources", ("texte-sans-adresse", "page-datee"), 2, "sert deux fois"),
        ("sources", ("    consulte_le: '2026-11-23'\n  - id: t", "  - id: t"), 2, "manque"),
        ("sources", ("https://www", "htp://www"), 4, ""),
        ("chiffres", ("valeur: '56786'", "valeur: '56 786'"), 7, "n'est pas un nombre"),
        ("chiffres", ("source: page-datee}", "source: rien}"), 7, "la source « rien » manque"),
        ("chiffres", ("mesure: Séances", "mesur: Séances"), 7, "n'est pas un champ"),
        ("chiffres", ("annee: '2024'", "annee: '24'"), 4, "« 24 » n'est pas une année"),
        ("chiffres", ("unite: '%'", "unite: '%%'"), 8, "« %% » n'est pas une unité"),
        ("chiffres", ("id: seances", "id: Séances"), 7, "n'a pas la forme d'un identifiant"),
        ("glossaire", ("sources: [page-datee]", "sources: page-datee"), 6, "la forme attendue"),
        ("glossaire", ("sources: [page-datee]", "sources: [rien]"), 6, "la source « rien » manque"),
        ("glossaire", ("voir: [ordonnance]", "voir: [rien]"), 7, "n'est pas un mot du glossaire"),
        ("glossaire", ("sigle: JAF", "sigle: [JAF]"), 4, "on attend un texte"),
        ("numeros", ("appel: '3919'", "appel: '3618'"), 1, "n'est pas un numéro national"),
        ("orientation", ("page:securite", "page:rien"), 1, "la page « rien » n'existe pas"),
        ("orientation", ("page:securite", "source:texte-sans-adresse"), 1, "n'a pas d'adresse"),
    ],
)
def test_a_faulty_data_file_is_said_where_it_is(
    texts: Path, found: Found, file: str, change: tuple[str, str], line: int, message: str
) -> None:
    path = texts / "data" / f"{file}.yaml"
    text = path.read_text("utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), "utf-8")
    problems = [one for one in found() if one.path == f"data/{file}.yaml"]
    assert any(message in one.message.replace(N, " ") and one.line == line for one in problems)


WRONG: tuple[Any, ...] = ("x", ["x"], {}, ...)  # an ellipsis stands for nothing at all


def places(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where each value of ``data`` stands."""
    yield at
    within = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in within if isinstance(data, dict | list) else ():
        yield from places(value, (*at, step))


def replaced(data: Any, at: tuple[str | int, ...], value: Any) -> Any:
    """``data`` with ``value`` where ``at`` says."""
    if not at:
        return {} if value is ... else value
    done = copy.deepcopy(data)
    inside = done
    for step in at[:-1]:
        inside = inside[step]
    if value is ...:
        del inside[at[-1]]
    else:
        inside[at[-1]] = value
    return done


@pytest.mark.parametrize("file", ["sources", "chiffres", "glossaire", "editeur", "orientation"])
def test_the_end_of_a_value_read_as_a_comment_stops_the_build(
    texts: Path, found: Found, file: str
) -> None:
    path = texts / "data" / f"{file}.yaml"
    path.write_text(f"{path.read_text('utf-8')}autre: un #deux\n", "utf-8")
    assert ("lecture-commentaire", Severity.ERREUR) in {(one.rule, one.severity) for one in found()}


@pytest.mark.parametrize(
    "file", ["sources", "chiffres", "glossaire", "editeur", "numeros", "orientation"]
)
def test_whatever_stands_in_a_data_file_it_is_said_in_french(
    texts: Path, found: Found, file: str
) -> None:
    path = texts / "data" / f"{file}.yaml"
    record = read_file(path, texts)
    assert record.root is not None
    data = plain(record.root)
    said = set()
    for at, wrong in itertools.product(places(data), WRONG):
        path.write_text(json.dumps(replaced(data, at, wrong)), "utf-8")  # which is YAML too
        said |= {one.message.partition(" ")[0] for one in found() if one.path.endswith(path.name)}
    assert len(said) > 3


def test_a_link_to_a_file_of_the_machine_is_not_a_page(texts: Path, directory: Directory) -> None:
    pages = texts / "content" / "pages"
    (texts / "secret.md").write_text(HEADER, "utf-8")
    (pages / "lien.md").symlink_to(texts / "secret.md")
    (pages / "dossier").mkdir()
    (pages / "dossier" / "cachee.md").write_text(HEADER, "utf-8")
    (pages / "autre.markdown").write_text(HEADER, "utf-8")
    problems = editorial_problems(texts, directory)
    assert [one.path for one in problems if one.rule == "texte-fichier"] == [
        "content/pages/autre.markdown",
        "content/pages/dossier/cachee.md",
        "content/pages/lien.md",
    ]


@pytest.mark.parametrize("rule", [one for one in RULES.values() if one.name in OF_THE_BODY])
def test_the_examples_of_the_rules_are_true(found: Found, rule: Rule) -> None:
    header = HEADER
    if rule.name == "texte-chiffre":
        header = HEADER.replace("Slug:", "Chiffres: oui\nSlug:")
    assert found(rule.passes, header) == []
    assert rule.name in {one.rule for one in found(rule.fails, header)}


def test_what_the_publisher_has_not_said_stops_only_a_release(texts: Path) -> None:
    (problem,) = missing_statements(texts, Severity.CONSEIL)
    assert (problem.path, problem.line) == ("data/editeur.yaml", 5)
    with pytest.raises(EditorialError, match=r"data/editeur\.yaml:5"):
        require_statements(texts)
    path = texts / "data" / "editeur.yaml"
    said = path.read_text("utf-8").replace("l'hébergeur}", "l'hébergeur, texte: Un hôte}")
    path.write_text(said, "utf-8")
    require_statements(texts)
