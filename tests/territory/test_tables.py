"""A table that is not as the project writes it is refused, in French, with where and what to do."""

import shutil
from pathlib import Path

import pytest

from generator.territory import MAPS, REFERENCE_FOLDER, ReferenceTableError, Territory
from generator.territory.tables import COLUMNS

FILES = (*COLUMNS, Path(MAPS).name)


@pytest.fixture
def root(tmp_path: Path, project_root: Path) -> Path:
    """A project whose tables can be spoilt."""
    folder = tmp_path / REFERENCE_FOLDER
    folder.mkdir(parents=True)
    for table in FILES:
        shutil.copy(project_root / REFERENCE_FOLDER / table, folder)
    return tmp_path


def test_tables_as_written_are_read(root: Path) -> None:
    assert Territory.load(root).commune("35238") is not None


@pytest.mark.parametrize("table", FILES)
def test_an_absent_table_is_named(root: Path, table: str) -> None:
    (root / REFERENCE_FOLDER / table).unlink()
    with pytest.raises(ReferenceTableError, match=rf"data/reference/{table} est introuvable"):
        Territory.load(root)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "doit commencer par la ligne code,nom,dans,de"),
        (b"code;nom;dans;de\n", "doit commencer par la ligne code,nom,dans,de"),
        (b"code,nom,dans,de\n53,Bretagne,en Bretagne\n", "ligne 2 : 3 colonnes au lieu de 4"),
        (b"code,nom,dans,de\n11,\xcele,en,de\n", "ne se lit pas comme un tableau CSV en UTF-8"),
    ],
)
def test_another_shape_is_refused(root: Path, content: bytes, message: str) -> None:
    (root / REFERENCE_FOLDER / "regions.csv").write_bytes(content)
    with pytest.raises(ReferenceTableError, match=message):
        Territory.load(root)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(",exacte", ",sûre"), (",48.1111,", ",48°06',"), (",230890,", ",env. 230,")],
)
def test_a_wrong_value_is_refused_when_the_commune_is_asked_for(
    root: Path, right: str, wrong: str
) -> None:
    table = root / REFERENCE_FOLDER / "communes.csv"
    lines = table.read_text("utf-8").splitlines(keepends=True)
    lines = [line.replace(right, wrong) if line.startswith("35238,") else line for line in lines]
    table.write_text("".join(lines), "utf-8")
    territory = Territory.load(root)
    with pytest.raises(ReferenceTableError, match=r"communes\.csv, commune 35238"):
        territory.commune("35238")
