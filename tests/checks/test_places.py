"""Where a place is: what is asked, what is suggested."""

from pathlib import Path

import pytest

from tests.checks.sample import PATH, changed, context, inspected

RENNES = (
    "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
    "    code_postal: '35000'\n  - role: antenne\n"
)


VITRE = "commune: Vitré; code_insee: '35360'; code_postal: '35500'"


def told(folder: Path, place: str) -> list[tuple[str, str]]:
    """The rule and the hint of each problem of a second place, ``place`` being its lines."""
    lines = "".join(f"    {line}\n" for line in place.split("; "))
    found = inspected(folder, {PATH: changed(RENNES + lines)}).problems
    return [(one.rule, one.hint.replace("\u00a0", " ")) for one in found]


@pytest.mark.parametrize(
    "place",
    [
        "commune: Paris; code_insee: '75056'",
        "commune: Rennes; code_insee: '35238'",
        "commune: Rennes; code_insee: '35238'; adresse_visible: commune",
        "commune: Paris 9e Arrondissement; code_insee: '75109'; code_postal: '75009'",
        "adresse_visible: departement; departement: '974'",
        "commune: Arles; code_insee: '13004'; code_postal: '13200'",
    ],
)
def test_a_place_that_is_located(place: str, tmp_path: Path) -> None:
    assert told(tmp_path, place) == []


@pytest.mark.parametrize(
    ("place", "rule", "hint"),
    [
        (
            "commune: Paris; code_insee: '75056'; adresse: 1 rue de l'Exemple",
            "lieu-situe",
            "Codes possibles : 75001, ",
        ),
        ("commune: Vitré; code_insee: '35360'", "lieu-situe", "Ajoutez « code_postal: '35500' »."),
        ("commune: Vitré; code_postal: '35500'", "lieu-situe", "Ajoutez « code_insee: '35360' »."),
        (
            "code_insee: '35360'; code_postal: '35500'",
            "lieu-situe",
            "Ajoutez « commune: 'Vitré' ».",
        ),
        (
            "adresse_visible: departement",
            "lieu-situe",
            "Ajoutez par exemple « departement: '35' ».",
        ),
        (
            "commune: Lyon; code_insee: '69123'; code_postal: '69007'",
            "arrondissement",
            "Écrivez « commune: Lyon 7e Arrondissement » et « code_insee: '69387' ».",
        ),
        (
            "commune: vitre; code_insee: '35360'; code_postal: '35500'",
            "commune-orthographe",
            "Écrivez « commune: Vitré ».",
        ),
        (
            "commune: Vitré; code_insee: '35999'; code_postal: '35500'",
            "code-insee-connu",
            "Celui de Vitré est '35360'.",
        ),
        (
            f"{VITRE}; latitude: '-1.21'; longitude: '48.12'; precision: rue",
            "position-en-france",
            "Latitude et longitude semblent interverties : échangez-les.",
        ),
        (
            f"{VITRE}; latitude: '43.12'; longitude: '-1.21'; precision: rue",
            "position-et-commune",
            "Vérifiez les chiffres et le signe moins : Vitré est vers latitude 48.",
        ),
    ],
)
def test_a_place_that_is_not(place: str, rule: str, hint: str, tmp_path: Path) -> None:
    ((found, said),) = told(tmp_path, place)
    assert found == rule
    assert said.startswith(hint)


def test_the_code_of_a_merged_commune_is_answered_with_the_present_one(tmp_path: Path) -> None:
    territory = context().territory
    old = "01003"
    now = territory.commune(territory.former_code(old) or "")
    assert now is not None
    place = f"commune: {now.nom}; code_insee: '{old}'; code_postal: '{now.codes_postaux[0]}'"
    assert told(tmp_path, place) == [
        ("code-insee-connu", f"Le code d'aujourd'hui est '{now.code_insee}' ({now.nom}).")
    ]


def test_a_service_at_a_distance_needs_no_place_but_a_real_departement(tmp_path: Path) -> None:
    remote = changed("modes: [visio]\n# lieux:\n")
    found = inspected(tmp_path, {PATH: remote, "00/mediation-loin.yaml": remote})
    # Directory would not know where to put it.
    assert "departement-connu" in {
        one.rule for one in found.errors if one.path.endswith("mediation-loin.yaml")
    }
    assert [one.departement for one in found.services] == ["35"]
