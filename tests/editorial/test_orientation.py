"""The guided path keeps its promises, whatever its data become."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.directory import Directory
from generator.editorial.addresses import Addresses
from generator.editorial.library import load_library, read_library
from generator.editorial.orientation import MOST_QUESTIONS, Result
from generator.editorial.pages import orientation_pages
from tests.editorial.conftest import ORIENTATION

N = "\N{NO-BREAK SPACE}"
Broken = Callable[[str, str], list[str]]


@pytest.fixture
def broken(texts: Path) -> Broken:
    """Tells what is said of the path once ``old`` is ``new`` in its file."""

    def messages(old: str, new: str) -> list[str]:
        path = texts / "data" / "orientation.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        _, problems = read_library(texts)
        return [f"{one.line}: {one.message.replace(N, ' ')}" for one in problems]

    return messages


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("vers: parler}", "vers: parlr}", "8: « parlr » n'est ni une question ni un résultat"),
        (
            "vers: proteger, v",
            "vers: parler, v",
            "7: une réponse qui parle de violences mène à une",
        ),
        ("numeros: oui", "numeros: non", "7: après des violences, « proteger » ne commence pas"),
        ("'page:securite'", "'mot:jaf'", "7: après des violences, « proteger » ne commence pas"),
        ("'page:securite'", "'page:mediation'", "7: une réponse qui parle de violences mène à une"),
        ("vers: parler}", "vers: debut}", "4: on tourne en rond à partir de « debut »"),
        (
            ORIENTATION.partition("    reponses:")[2].partition("resultats:")[0],
            " []\n",
            "4: aucune réponse ici",
        ),
        ("vers: parler}", "vers: proteger}", "10: on n'arrive jamais à « parler »"),
        (
            "      - {texte: Chercher, lien: 'recherche:activite=mediation_familiale'}",
            "      []",
            "16: ce résultat ne mène nulle part",
        ),
    ],
)
def test_a_broken_promise_is_said(broken: Broken, old: str, new: str, message: str) -> None:
    assert any(one.startswith(message) for one in broken(old, new)), broken(new, new)


def test_five_questions_are_too_many(broken: Broken) -> None:
    chain = "".join(
        f"  - id: q{n}\n    question: Encore ?\n    reponses: [{{texte: Oui, vers: q{n + 1}}}]\n"
        for n in range(MOST_QUESTIONS)
    ).replace(f"q{MOST_QUESTIONS}}}", "parler}")
    said = broken("resultats:", f"{chain}resultats:") and broken("vers: parler}\n", "vers: q0}\n")
    assert f"4: un chemin compte {MOST_QUESTIONS + 1} questions, il en faut 4 au plus" in said


@pytest.fixture(scope="session")
def real_pages(project_root: Path, directory: Directory) -> dict[str, object]:
    """The steps of the published path by address."""
    library = load_library(project_root)
    pages = orientation_pages(library, Addresses(library, directory))
    return {page.url: page.context["step"] for page in pages}


def test_the_published_path_has_a_page_a_step_and_no_dead_end(
    project_root: Path, real_pages: dict[str, object]
) -> None:
    library = load_library(project_root)
    assert len(real_pages) == len(library.orientation.steps)
    for step in real_pages.values():
        assert step.ways or step.doors
        assert {way.path for way in step.ways} <= real_pages.keys()


def test_violence_leads_to_safety_and_never_to_mediation(project_root: Path) -> None:
    path = load_library(project_root).orientation
    answers = [one for question in path.questions for one in question.reponses if one.violence]
    assert len(answers) >= 3
    for answer in answers:
        for reached in path.reached_from(answer.vers):
            result = path.steps[reached]
            assert isinstance(result, Result), "no more question once there is violence"
            assert not any("mediation" in door.lien for door in result.portes)
            assert result.numeros
            assert result.portes[0].lien == "page:securite"


def test_danger_is_asked_first(project_root: Path) -> None:
    path = load_library(project_root).orientation
    assert any(one.violence for one in path.questions[0].reponses)


def test_addresses_and_titles_say_nothing_of_violence(real_pages: dict[str, object]) -> None:
    assert not any("violen" in address or "danger" in address for address in real_pages)
