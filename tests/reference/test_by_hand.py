"""The table written by hand says of each commune where it is and where that comes from."""

import csv
from importlib.resources import files
from pathlib import Path

import pytest

from generator.territory import Territory, distance_km

ROWS = list(
    csv.DictReader(
        files("generator.reference").joinpath("by_hand.csv").read_text("utf-8").splitlines()
    )
)


@pytest.fixture(scope="module")
def territory(project_root: Path) -> Territory:
    return Territory.load(project_root)


def test_codes_are_in_order_and_written_once() -> None:
    codes = [row["code_insee"] for row in ROWS]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code_insee"])
def test_a_row_names_a_village_or_a_point_and_its_origin(
    row: dict[str, str], territory: Territory
) -> None:
    assert bool(row["localite"]) != bool(row["latitude"])
    assert bool(row["latitude"]) == bool(row["longitude"])
    assert row["origine"]
    commune = territory.commune(row["code_insee"])
    assert commune is not None
    if row["localite"]:
        assert commune.precision == "exacte"
    else:
        assert commune.precision == "estimee"
        point = float(row["latitude"]), float(row["longitude"])
        assert distance_km(commune.latitude, commune.longitude, *point) < 0.02
