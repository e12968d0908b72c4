"""The published positions meet their targets against centres obtained otherwise."""

import os
from pathlib import Path

import pytest

from bench.commune_positions import (
    main,
    missed_targets,
    position_errors,
    weighted_quantile,
)
from generator.territory import Territory


@pytest.fixture(scope="module")
def centres(project_root: Path) -> Path:
    """The table of centres: not part of the project, so that the test is skipped without it."""
    given = os.environ.get("COMMUNES_CENTRES")
    path = (
        Path(given)
        if given
        else project_root.parent / "shared" / "geography" / "communes-centres.csv"
    )
    if not path.exists():
        pytest.skip("no table of centres: name one in COMMUNES_CENTRES")
    return path


def test_the_targets_are_met(project_root: Path, centres: Path) -> None:
    errors = position_errors(Territory.load(project_root), centres)
    assert len(errors) > 34_000
    assert missed_targets(errors) == []


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Three communes: one exact, one a tenth of a degree off, one in another place of the world."""
    path = tmp_path / "centres.csv"
    path.write_text(
        "code_insee,latitude,longitude\n"
        "35238,48.1111,-1.6743\n"
        "42218,45.5339,4.3900\n"
        "75056,0,0\n"
        "00000,0,0\n"
        "98818,0,0\n",
        "utf-8",
    )
    return path


def test_errors_are_measured_and_weighted_by_inhabitants(project_root: Path, table: Path) -> None:
    """An unknown code and a collectivity do not count; Paris outweighs the two others."""
    errors = position_errors(Territory.load(project_root), table)
    assert [error.commune.nom for error in errors] == ["Rennes", "Saint-Étienne", "Paris"]
    assert errors[0].km < 0.1
    assert 8 < errors[1].km < 15
    assert errors[2].km > 5000
    assert weighted_quantile(errors, 0.05) == errors[0].km
    assert weighted_quantile(errors, 0.5) == errors[2].km
    assert any("largest error" in line for line in missed_targets(errors))


@pytest.mark.parametrize(
    ("arguments", "exit_code", "line"),
    [
        ([], 2, "usage"),
        (["absent.csv"], 1, "not a table of centres"),
    ],
)
def test_a_wrong_call_says_so(
    arguments: list[str], exit_code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == exit_code
    assert line in capsys.readouterr().err


def test_a_table_that_misses_the_targets_fails(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(table)]) == 1
    assert "MISSED  largest error" in capsys.readouterr().out
