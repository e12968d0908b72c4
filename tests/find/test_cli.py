"""``annuaire search`` and ``annuaire near`` answer in French, with their exit codes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.answers import kilometres

Annuaire = Callable[..., tuple[int, str, str]]
FICTIONAL = Path(__file__).parent.parent / "fixtures" / "fictional" / "services"


@pytest.fixture
def annuaire(project_root: Path, capsys: pytest.CaptureFixture[str]) -> Annuaire:
    def run(*arguments: str) -> tuple[int, str, str]:
        options = ["--root", str(project_root), "--services", str(FICTIONAL), "--fictional"]
        code = main([*arguments, *options, "--today", "2026-11-23"])
        out, err = capsys.readouterr()
        return code, out.replace("\N{NO-BREAK SPACE}", " "), err.replace("\N{NO-BREAK SPACE}", " ")

    return run


def test_a_postal_code_gives_the_nearest_services(annuaire: Annuaire) -> None:
    code, out, _ = annuaire("search", "69007")
    assert code == 0
    first, second, *_ = out.splitlines()
    assert first.startswith("Depuis Lyon (69)")
    assert "Traboules" in second
    assert "et 11 autres lieux" in second
    assert "intervient dans la commune" in second
    assert "04 65 71 00 03" in second


@pytest.mark.parametrize("number", ["69", "(69)"])
def test_words_with_the_number_of_a_departement_are_looked_for_there(
    annuaire: Annuaire, number: str
) -> None:
    code, out, _ = annuaire("search", "traboules", number)
    assert code == 0
    (line,) = out.splitlines()
    assert line.startswith("- Médiation familiale fictive des Traboules")
    code, out, _ = annuaire("search", "traboules", "48")
    assert code == 1
    assert out.startswith("Rien ne répond à « traboules 48 »")


@pytest.mark.parametrize("point", [("45.75", "4.85"), ("45.75,", "4.85"), ("45,75", "4,85")])
def test_a_point_gives_the_same_services(annuaire: Annuaire, point: tuple[str, str]) -> None:
    """However a map or a person writes it."""
    code, out, _ = annuaire("near", *point, "--limit", "1")
    assert code == 0
    assert len(out.splitlines()) == 1
    assert "Traboules" in out


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (("47,22", "-1,55"), ("47.22", "-1.55")),
        (("-21,1", "55,5"), ("-21.1", "55.5")),
        (("-21.1,", "55.5"), ("-21.1", "55.5")),
        (("-21,1,", "55,5"), ("-21.1", "55.5")),
    ],
    ids=str,
)
def test_a_negative_number_is_no_option(
    annuaire: Annuaire, written: tuple[str, str], meant: tuple[str, str]
) -> None:
    found = annuaire("near", *written)
    assert found == annuaire("near", *meant)
    assert found[0] == 0


def test_an_activity_and_a_place_give_that_activity_around_there(annuaire: Annuaire) -> None:
    code, out, _ = annuaire("search", "espace de rencontre à Nantes")
    assert code == 0
    first, *found = out.splitlines()
    assert first == "Depuis Nantes (44), espace de rencontre :"
    assert found
    assert all("médiation familiale" not in line for line in found)


def test_words_need_no_quotation_marks(annuaire: Annuaire) -> None:
    assert annuaire("search", "espace", "de", "rencontre", "à", "Nantes") == annuaire(
        "search", "espace de rencontre à Nantes"
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("le Rhône", "Dans le Rhône : 1 service"),
        ("médiation dans le Rhône", "Dans le Rhône, médiation familiale : 1 service"),
        ("Bretagne", "En Bretagne : 1 service"),
    ],
)
def test_a_departement_or_a_region_gives_its_services(
    annuaire: Annuaire, text: str, first: str
) -> None:
    code, out, _ = annuaire("search", text)
    assert code == 0
    assert out.splitlines()[0] == first


def test_a_departement_without_service_gives_the_nearest_and_its_namesakes(
    annuaire: Annuaire,
) -> None:
    code, out, _ = annuaire("search", "Vienne")
    assert code == 0
    first, second, nearest, *_, last = out.splitlines()
    assert first == "Dans la Vienne : 0 service"
    assert second == "Depuis Poitiers (86) :"
    assert nearest.startswith("  1. ")
    assert last == "Communes de ce nom : Vienne (38)"


def test_what_the_limit_leaves_out_is_counted(annuaire: Annuaire) -> None:
    _, out, _ = annuaire("search", "fictive", "--limit", "1")
    assert len(out.splitlines()) == 2
    assert "… et 4 de plus : --limit 5 les montre tous." in out


def test_an_activity_can_be_asked_for(annuaire: Annuaire) -> None:
    _, out, _ = annuaire("search", "Lyon", "--activite", "espace_de_rencontre")
    assert "médiation familiale" not in out


def test_records_with_errors_are_left_out_and_said_to_be(
    project_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services = tmp_path / "services"
    shutil.copytree(FICTIONAL / "69", services / "69")
    wrong = services / "69/mediation-fausse-69.yaml"
    wrong.write_text("nom: Une fiche à finir\n", "utf-8")
    options = ["--root", str(project_root), "--services", str(services), "--fictional"]
    code = main(["search", "69007", *options, "--today", "2026-11-23"])
    out, err = capsys.readouterr()
    assert (code, "Traboules" in out) == (0, True)
    said = err.replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Sans 1 fiche en erreur : « annuaire check » dit pourquoi.\n"


def test_a_hidden_address_is_said_to_be_unpublished(annuaire: Annuaire) -> None:
    _, out, _ = annuaire("search", "Nantes", "--limit", "50")
    assert "adresse non publiée · Loire-Atlantique" in out


def test_words_are_explained(annuaire: Annuaire) -> None:
    code, out, _ = annuaire("search", "passage de bras")
    assert code == 0
    assert "espace de rencontre" in out


def test_the_name_of_a_service_is_found(annuaire: Annuaire) -> None:
    code, out, _ = annuaire("search", "traboules")
    assert code == 0
    assert "mediation-douze-lieux" in out


def test_a_service_is_found_by_its_number(annuaire: Annuaire) -> None:
    for typed in ("0465710003", "+33 4 65 71 00 03"):
        assert annuaire("search", typed)[:2] == annuaire("search", "traboules")[:2]
    code, out, _ = annuaire("search", "0465710099")
    assert (code, out.partition(".")[0]) == (1, "Rien ne répond à « 0465710099 »")


def test_a_service_is_found_by_its_organisation(annuaire: Annuaire) -> None:
    code, out, _ = annuaire("search", "association", "traboules")
    assert code == 0
    assert "mediation-douze-lieux" in out


def test_a_misspelt_word_is_understood(annuaire: Annuaire) -> None:
    assert annuaire("search", "médiassion familliale Nantes") == annuaire(
        "search", "médiation familiale Nantes"
    )
    assert annuaire("search", "divorse") == annuaire("search", "divorce")


@pytest.mark.parametrize(
    ("typed", "code", "last"),
    [
        ("renes", 1, "Rien ne répond à « renes ». Vouliez-vous dire : Rennes (35) ?"),
        ("rennse", 1, "Rien ne répond à « rennse ». Vouliez-vous dire : Rennes (35) ?"),
        ("divorce marseile", 0, "Vouliez-vous dire : Marseille (13)"),
        ("violences marseile", 0, "des numéros gratuits vous écoutent et vous protègent."),
    ],
)
def test_a_large_commune_is_meant_by_its_misspelt_name(
    annuaire: Annuaire, typed: str, code: int, last: str
) -> None:
    """Not beside danger, where no service is the answer."""
    found, out, _ = annuaire("search", typed)
    assert found == code
    assert out.splitlines()[-1].endswith(last)


def test_what_nothing_answers_is_said_kindly(annuaire: Annuaire) -> None:
    code, out, _ = annuaire("search", "zzzz")
    assert code == 1
    assert "Rien ne répond à « zzzz »" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["near", "x", "2"],
        ["near", "91", "2"],
        ["near", "1", "nan"],
        ["search", "a", "--limit", "0"],
    ],
)
def test_a_wrong_command_line_is_explained(annuaire: Annuaire, arguments: list[str]) -> None:
    code, _, err = annuaire(*arguments)
    assert code == 2
    assert "Usage" in err


@pytest.mark.parametrize(
    ("metres", "text"),
    [
        (0, "moins de 1 km"),
        (999, "moins de 1 km"),
        (1000, "1,0 km"),
        (2449, "2,4 km"),
        (2450, "2,5 km"),
        (99_949, "99,9 km"),
        (99_950, "100 km"),
        (412_500, "413 km"),
    ],
)
def test_distances_are_said_in_french(metres: int, text: str) -> None:
    assert kilometres(metres) == text
