"""``annuaire show``: a record as a reviewer reads it."""

import pytest

from generator.model.dates import parse_date
from generator.model.service import DERIVED_FIELDS, Service
from generator.reports.service import french_date
from tests.cli.conftest import Project, Said


@pytest.mark.parametrize(
    "told",
    [
        "data/services/35/mediation-a-35.yaml",
        "Ille-et-Vilaine (35), Bretagne",
        "Médiation familiale",
        "01 99 00 12 34 (tel:+33199001234)",
        "français, langue des signes",
        "du lundi au vendredi de 9 h à 12 h",
        "Lieu principal",
        "(à la commune)",
        "2 novembre 2026",
        "À confirmer",
        "présent",
        "Rien à signaler dans cette fiche.",
    ],
)
def test_a_sound_record_in_words(project: Project, told: str, said: Said) -> None:
    project.add("mediation-a-35")
    assert project.run("show", "mediation-a-35") == 0
    assert told.lower() in said().lower()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("    code_postal: '35000'\n    commune: Rennes\n    code_insee: '35238'\n",
             "    adresse_visible: departement\n    departement: '35'\n"),
            "Sur la carte absent : sa position n'est pas publiée",
        ),
        (
            ("sources:", ("  - role: antenne\n    commune: Dinan\n    code_insee: '22050'\n"
             "    code_postal: '22100'\nsources:")),
            "Départements des lieux 22, 35",
        ),
        (
            ("statut: a_confirmer", "statut: confirme\n  le: '2025-10-01'"),
            "Vérification vieille de plus de douze mois : la page le dit",
        ),
        (
            ("statut: a_confirmer", "statut: confirme\n  le: '2024-10-01'"),
            "Vérification vieille de plus de vingt-quatre mois",
        ),
    ],
)  # fmt: skip
def test_what_the_site_will_not_show_of_it(
    project: Project, change: tuple[str, str], told: str, said: Said
) -> None:
    file = project.add("mediation-a-35")
    text = file.read_text("utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change), "utf-8")
    project.run("show", "mediation-a-35")
    assert told in " ".join(said().split())


def test_every_field_that_is_there_is_shown(project: Project, said: Said) -> None:
    project.add("mediation-a-35")
    project.run("show", "mediation-a-35")
    shown = said()
    required = [
        info.title
        for name, info in Service.model_fields.items()
        if info.is_required() and name not in DERIVED_FIELDS
    ]
    assert [title for title in required if title not in shown] == []


def test_a_path_is_understood_too(project: Project, said: Said) -> None:
    file = project.add("mediation-a-35")
    assert project.run("show", str(file)) == 0
    assert "mediation-a-35" in said()


def test_the_problems_of_that_record_only(project: Project, said: Said) -> None:
    project.add("mediation-a-35", name="Médiation")
    project.add("mediation-b-35", name="Médiation")
    project.add("mediation-c-35", phone="01 99")
    assert project.run("show", "mediation-b-35") == 0
    told = said()
    assert "[doublon-probable]" in told
    assert "mediation-c-35" not in told


def test_a_wrong_record_shows_its_problems_and_is_exit_code_1(project: Project, said: Said) -> None:
    project.add("mediation-a-35", phone="01 99")
    assert project.run("show", "mediation-a-35") == 1
    told = said()
    assert "[numero-court]" in told
    assert "Le site ne peut pas montrer cette fiche tant qu'elle a des erreurs." in told


def test_an_unknown_record_is_exit_code_1_with_a_suggestion(project: Project, said: Said) -> None:
    project.add("mediation-a-35")
    assert project.run("show", "mediation-a-36") == 1
    assert (
        "aucune fiche ne s'appelle « mediation-a-36 ». Vouliez-vous dire : mediation-a-35 ?"
        in said()
    )


def test_a_former_name_leads_to_the_record(project: Project, said: Said) -> None:
    file = project.add("mediation-a-35")
    text = file.read_text("utf-8") + "anciens_identifiants:\n  - mediation-vieux-35\n"
    file.write_text(text, "utf-8")
    assert project.run("show", "mediation-vieux-35") == 1
    assert "est un ancien identifiant : la fiche est maintenant mediation-a-35." in said()


@pytest.mark.parametrize(
    ("day", "words"), [("2026-03-01", "1er mars 2026"), ("2026-08-15", "15 août 2026")]
)
def test_dates_in_french(day: str, words: str) -> None:
    assert french_date(parse_date(day)) == words
