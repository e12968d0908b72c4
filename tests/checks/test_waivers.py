"""Waivers: what they excuse, what they cannot, and when they are a fault themselves."""

from pathlib import Path

import pytest

from tests.checks.sample import MEDIATION, PATH, changed, inspected

SHOUTED = "nom: MÉDIATION FAMILIALE\n"
FAR = (
    "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
    "    code_postal: '35000'\n    latitude: '47.21000'\n    longitude: '-1.55000'\n"
    "    precision: adresse\n"
)


def waiving(*rules: str) -> str:
    return "derogations:\n" + "".join(
        f"  - regle: {rule}\n    raison: Une bonne raison, n° {number}.\n"
        for number, rule in enumerate(rules, 1)
    )


def rules_in(folder: Path, *changes: str) -> list[str]:
    return [one.rule for one in inspected(folder, {PATH: changed("".join(changes))}).problems]


def test_a_warning_is_waived(tmp_path: Path) -> None:
    assert rules_in(tmp_path, SHOUTED, waiving("capitales")) == []


def test_an_error_that_leans_on_a_threshold_is_waived(tmp_path: Path) -> None:
    assert rules_in(tmp_path, FAR, waiving("position-et-commune")) == []


def test_a_record_whose_errors_are_waived_is_sound(tmp_path: Path) -> None:
    found = inspected(tmp_path, {PATH: changed(FAR + waiving("position-et-commune"))})
    assert [one.id for one in found.services] == ["mediation-exemple-35"]


@pytest.mark.parametrize(
    "rule", ["adresse-cachee", "fiction", "champ-inconnu", "lecture-alias", "fichier-repete"]
)
def test_privacy_reading_and_form_are_never_waived(rule: str, tmp_path: Path) -> None:
    assert rules_in(tmp_path, waiving(rule)) == ["derogation-refusee"]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("capitale", "Vouliez-vous dire « capitales » ?"),
        # close to « fiction » alone, which is never waived
        ("fictions", "Recopiez le nom de la règle tel que le message le donne."),
    ],
)
def test_a_rule_misspelt_is_proposed_when_it_can_be_waived(
    written: str, hint: str, tmp_path: Path
) -> None:
    (problem,) = inspected(tmp_path, {PATH: changed(waiving(written))}).problems
    assert problem.rule == "derogation-inconnue"
    assert problem.hint.replace("\N{NO-BREAK SPACE}", " ") == hint


def test_a_waiver_excuses_its_own_rule_only(tmp_path: Path) -> None:
    phones = "contact:\n  telephone: '06 39 98 12 34'\n"
    assert rules_in(tmp_path, SHOUTED, phones, waiving("capitales")) == ["telephone-portable"]


def test_a_second_waiver_of_one_rule_serves_nothing(tmp_path: Path) -> None:
    found = rules_in(tmp_path, SHOUTED, waiving("capitales", "capitales"))
    assert found == ["derogation-inutile"]


def test_a_comparison_is_waived_where_it_is_told(tmp_path: Path) -> None:
    found = inspected(
        tmp_path,
        {
            "35/mediation-aurore-35.yaml": changed("nom: Médiation familiale Aurore\n"),
            PATH: changed(waiving("doublon-probable")),
        },
    )
    assert found.problems == ()


def test_a_comparison_that_could_not_be_made_does_not_make_a_waiver_useless(tmp_path: Path) -> None:
    found = inspected(
        tmp_path,
        {
            "35/mediation-aurore-35.yaml": changed("nom: [Médiation]\n"),
            PATH: changed(waiving("doublon-probable")),
        },
    )
    assert {one.rule for one in found.problems} == {"champ-forme"}


def test_a_record_with_errors_is_not_told_that_its_waivers_are_useless(tmp_path: Path) -> None:
    """Once the errors are mended, the waiver may well serve."""
    assert rules_in(tmp_path, "statut: ouverte\n", waiving("capitales")) == ["valeur-inconnue"]


def test_a_name_close_to_a_rule_is_suggested(tmp_path: Path) -> None:
    (one,) = inspected(tmp_path, {PATH: MEDIATION + waiving("capitale")}).problems
    assert one.hint == "Vouliez-vous dire «\u00a0capitales\u00a0»\u00a0?"
