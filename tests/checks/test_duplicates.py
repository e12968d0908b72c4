"""Records about one service, and one organisation written in two ways."""

from pathlib import Path

import pytest

from generator.checks.likeness import name_key, nearly_same, neighbours
from tests.checks.sample import PATH, RENCONTRE, changed, inspected

OTHER = "35/mediation-zenith-35.yaml"
AT = "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n    code_postal: '35000'\n"


def contact(number: str) -> str:
    return f"contact:\n  telephone: '01 99 00 {number}'\n"


def point(latitude: str, precision: str = "rue") -> str:
    return (
        f"{AT}    latitude: '{latitude}'\n    longitude: '-1.68000'\n    precision: {precision}\n"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UDAF du Rhône", "Udaf du Rhone"),
        ("Médiation familiale de l'UDAF", "Médiation familiale, UDAF"),
        ("La Sauvegarde de l'enfance", "Sauvegarde enfance"),
        ("Association Passerelle", "Association Passerelles"),
        ("Association Médiation", "Association Mediaton"),
    ],
)
def test_names_that_are_nearly_the_same(one: str, other: str) -> None:
    assert nearly_same(name_key(one), name_key(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UDAF de l'Ain", "UDAF de l'Aisne"),
        ("UDAF de la Loire", "UDAF de la Haute-Loire"),
        ("UDAF 69", "UDAF 68"),
        ("Médiation Vannes", "Médiation Rennes"),
        ("CIDFF de la Marne", "CIDFF de la Sarthe"),
        ("Les Deux Rives", "Les Trois Rives"),
        ("", ""),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert not nearly_same(name_key(one), name_key(other))


def test_each_pair_is_told_once() -> None:
    names = ["Passerelle", "Passerelles", "Aurore", "Passerelle"]
    pairs = list(neighbours((name_key(name), n) for n, name in enumerate(names)))
    assert sorted(tuple(sorted(pair)) for pair in pairs) == [(0, 1), (0, 3), (1, 3)]


@pytest.mark.parametrize(
    ("one", "other", "doubled"),
    [
        (contact("12 34"), "nom: Autre\n" + contact("12 34"), True),
        (contact("12 34"), "nom: Autre\n" + contact("12 35"), False),
        (contact("12 34"), contact("12 35"), True),
        (contact("12 34"), "statut: ferme\n" + contact("12 34"), False),
        (contact("12 34") + point("48.11000"), contact("12 35") + point("48.11200"), True),
        (contact("12 34") + point("48.11000"), contact("12 35") + point("48.13000"), False),
        (contact("12 34") + AT + "    adresse: 1 rue A\n", contact("12 35") + AT, True),
        (
            contact("12 34") + AT + "    adresse: 1 rue A\n",
            contact("12 35") + AT + "    adresse: 2 rue B\n",
            False,
        ),
        (
            contact("12 34") + point("48.11000", "commune"),
            contact("12 35") + point("48.11000", "commune"),
            True,
        ),
    ],
)
def test_probable_duplicates(one: str, other: str, doubled: int, tmp_path: Path) -> None:
    found = inspected(tmp_path, {PATH: changed(one), OTHER: changed(other)}).problems
    assert [problem.rule for problem in found] == ["doublon-probable"] * doubled
    assert all(problem.path.endswith(OTHER) for problem in found)


def test_the_two_activities_of_one_organisation_are_no_duplicates(tmp_path: Path) -> None:
    files = {PATH: changed(contact("12 34")), OTHER: changed(contact("12 34"), RENCONTRE)}
    assert inspected(tmp_path, files).problems == ()


def manager(name: str, more: str = "") -> str:
    return f"gestionnaire:\n  nom: {name}\n{more}"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (manager("UDAF du Rhône"), manager("Udaf du Rhone"), True),
        (manager("Association Passerelle"), manager("Association Passerelles"), True),
        (manager("Aurore", "  rna: W351234567\n"), manager("Zoé", "  rna: W351234567\n"), True),
        (
            manager("Aurore", "  siret: '12345678200010'\n"),
            manager("Zoé", "  siret: '12345678200028'\n"),
            True,
        ),
        (
            manager("Aurore", "  site_web: https://a.example/\n"),
            manager("Zoé", "  site_web: https://a.example/\n"),
            True,
        ),
        (manager("Aurore"), manager("Zoé"), False),
        (manager("UDAF de l'Ain"), manager("UDAF de l'Aisne"), False),
    ],
)
def test_two_spellings_of_one_organisation(one: str, other: str, told: int, tmp_path: Path) -> None:
    files = {PATH: changed(one), OTHER: changed(other, RENCONTRE)}
    found = inspected(tmp_path, files).problems
    assert [problem.rule for problem in found] == ["organisme-orthographe"] * told


def test_the_rarer_spelling_is_told(tmp_path: Path) -> None:
    files = {
        f"35/mediation-{n}-35.yaml": changed(
            manager("UDAF du Rhone" if n == 0 else "UDAF du Rhône")
            + f"nom: Service {'abcde'[n] * 8}\n"
            + contact(f"12 3{n}")
        )
        for n in range(4)
    }
    (one,) = inspected(tmp_path, files).problems
    assert one.path.endswith("mediation-0-35.yaml")
    assert "UDAF du Rhône" in one.message
