"""What happens, step by step, as far as the record tells who decides."""

import pytest

from generator.pages.steps import steps
from tests.pages import samples


def said(**fields: object) -> str:
    return " ".join(f"{one.title}: {one.text}" for one in steps(samples.service(**fields)))


def test_a_mediation_begins_with_an_interview_and_may_end_without_agreement() -> None:
    titles = [one.title for one in steps(samples.service())]
    assert titles == [
        "Vous appelez le service",
        "Un entretien d'information",
        "Les séances",
        "La fin",
    ]
    assert "pas d'accord" in said()


@pytest.mark.parametrize(
    ("tarif", "words"),
    [
        (None, "gratuit dans les services conventionnés"),
        ({"premier_entretien_gratuit": "oui"}, "Il est gratuit."),
        ({"premier_entretien_gratuit": "non"}, "Demandez son prix"),
    ],
)
def test_the_first_interview_is_free_where_the_record_or_the_convention_says_so(
    tarif: dict[str, str] | None, words: str
) -> None:
    assert words in said(tarif=tarif)


@pytest.mark.parametrize(
    ("cadres", "words", "others"),
    [
        (["conventionnel"], "de vous-même", "donnez sa décision"),
        (["ordonnance_jaf"], "donnez sa décision", "de vous-même"),
    ],
)
def test_who_decides_changes_how_a_mediation_begins(
    cadres: list[str], words: str, others: str
) -> None:
    text = said(cadres=cadres)
    assert words in text
    assert others not in text


@pytest.mark.parametrize(
    ("cadres", "words"),
    [
        ([], "Le plus souvent, c'est le juge aux affaires familiales"),
        (["ordonnance_jaf", "ase"], "le juge aux affaires familiales ou l'aide sociale"),
        (["juge_des_enfants", "conventionnel"], "venir d'eux-mêmes"),
    ],
)
def test_a_meeting_space_names_who_decides(cadres: list[str], words: str) -> None:
    text = said(identifier="espace-rencontre-exemple-35", type="espace_de_rencontre", cadres=cadres)
    assert words in text
    assert "liste" in text
