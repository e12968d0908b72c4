"""The run: everything at once, whatever crashes, however many processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.checks import pool
from generator.checks.catalogue import RECORDS_CHECKS, RULES, SERVICE_CHECKS
from generator.checks.rules import Check, Context, Finding, Records
from generator.checks.run import Inspection, inspect
from generator.model.service import Service
from generator.problems import Severity
from generator.rules import Rule
from tests.checks.sample import MEDIATION, PATH, RENCONTRE, changed, context, inspected

OTHER = "35/espace-rencontre-exemple-35.yaml"
BROKEN = Rule("regle-cassee", Severity.ERREUR, "Titre.", "Raison.", "", "")


def look_and_crash(service: Service, _: Context) -> Iterator[Finding]:
    """Finds one thing, then fails on one record only."""
    yield Finding(("nom",), "ceci est trouvé avant la panne", "Rien à faire.")
    if service.id == "mediation-exemple-35":
        raise ZeroDivisionError("\x1b[31mdivision par zéro\x1b[0m")


def compare_and_crash(_: Records, __: Context) -> Iterator[tuple[str, Finding]]:
    yield "mediation-exemple-35", Finding(("nom",), "ceci est trouvé avant la panne", "Rien.")
    raise ZeroDivisionError


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The broken rule, in the catalogue."""
    rules = {**RULES, BROKEN.name: BROKEN}
    monkeypatch.setattr("generator.checks.examination.RULES", rules)


def rules_by_path(inspection: Inspection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in inspection.problems:
        found.setdefault(one.path.removeprefix("data/services"), []).append(one.rule)
    return found


@pytest.mark.usefixtures("known")
def test_a_crash_in_a_rule_is_told_for_its_record_and_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = (Check(BROKEN, look_and_crash), *SERVICE_CHECKS)
    monkeypatch.setattr("generator.checks.examination.SERVICE_CHECKS", checks)
    wrong = changed("ferme_le: '2025-01-01'\nlieux: [{role: siege, commune: Rennes}]\n")
    found = inspected(tmp_path, {PATH: wrong, OTHER: RENCONTRE})
    assert rules_by_path(found) == {
        f"/{OTHER}": ["regle-cassee"],
        f"/{PATH}": [
            "regle-en-panne",
            "regle-cassee",
            "lieu-situe",
            "lieu-situe",
            "fermeture-datee",
        ],
    }
    (crash,) = [one for one in found.problems if one.rule == "regle-en-panne"]
    assert "« regle-cassee »".replace(" ", "\u00a0") in crash.message
    assert "test_run.py, ligne" in crash.hint
    assert "ZeroDivisionError" in crash.hint
    assert "\x1b" not in crash.hint
    assert found.services == ()


@pytest.mark.usefixtures("known")
def test_a_crash_in_a_comparison_is_told_once_and_hides_nothing(tmp_path: Path) -> None:
    checks = (Check(BROKEN, compare_and_crash), *RECORDS_CHECKS)
    doubled = changed("nom: Médiation familiale Aurore\n")
    records = {PATH: MEDIATION, "35/mediation-aurore-35.yaml": doubled}
    found = inspected(tmp_path, records, across=checks)
    assert rules_by_path(found) == {
        "": ["regle-en-panne"],
        f"/{PATH}": ["regle-cassee", "doublon-probable"],
    }


def test_the_sound_services_come_in_the_order_of_their_files(tmp_path: Path) -> None:
    found = inspected(
        tmp_path,
        {PATH: MEDIATION, OTHER: RENCONTRE, "35/mediation-vide-35.yaml": "", "44/a.yaml": "x"},
    )
    assert [one.id for one in found.services] == [
        "espace-rencontre-exemple-35",
        "mediation-exemple-35",
    ]
    assert {one.rule for one in found.errors} == {
        "lecture-vide",
        "lecture-racine",
        "fichier-identifiant",
    }


def test_progress_sees_every_file(tmp_path: Path) -> None:
    seen: list[str] = []

    def progress(files: object) -> Iterator[Path]:
        assert isinstance(files, list)
        for file in files:
            yield file
            seen.append(file.name)

    inspected(tmp_path, {PATH: MEDIATION, OTHER: RENCONTRE})
    inspect(tmp_path / "data" / "services", tmp_path, context(), progress)
    assert seen == [Path(OTHER).name, Path(PATH).name]


def test_several_processes_find_the_same_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        f"35/mediation-{number:03}-35.yaml": changed(
            f"nom: Médiation familiale {number}\n"
            + ("" if number % 3 else "statut: ouverte\n")
            + (
                ""
                if number % 5
                else "contact: {courriel: camille.martin@exemple.example}\nderogations:\n  - regle: courriel-personnel\n    raison: Exemple.\n"
            )
        )
        for number in range(90)
    }
    alone = inspected(tmp_path, files)
    monkeypatch.setattr(pool, "FEWEST_FILES", 2)
    monkeypatch.setattr(pool, "processors", lambda: 2)
    together = inspect(tmp_path / "data" / "services", tmp_path, context())
    assert together == alone
    assert len(alone.services) == 60
    assert {"valeur-inconnue", "doublon-probable"} == {one.rule for one in alone.problems}
