"""The examples of docs/data.md run on built files, and its tables name what is built."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from generator.exports import EXPORTS, FAMILIES
from generator.exports.licence import ATTRIBUTION
from generator.exports.tables import PLACE_COLUMNS, SERVICE_COLUMNS
from generator.exports.values import INTERNAL_FIELDS

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "data.md").read_text("utf-8")


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_python_examples_run(published: Path) -> None:
    first, second = examples("python")
    python = [sys.executable, "-X", "utf8", "-c"]
    assert run([*python, first], published) == "7 services ouverts, 67 lieux\n"
    assert run([*python, second], published) == (
        "['la décision | le jugement', \"une pièce d'identité\"]\n"
    )


def test_the_sql_examples_run(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(published)
    modes, departement = examples("sql")
    assert duckdb.sql(modes).fetchall() == [("69", 1), ("75", 1)]
    with (published / "donnees/services.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["departement"] == "69"]
    assert len(rows) > 1
    found = duckdb.sql(departement).fetchall()
    assert found == sorted((row["nom"], row["statut"]) for row in rows)


def test_the_shell_example_runs(published: Path) -> None:
    (script,) = examples("sh")
    assert run(["sh", "-eu", "-c", script], published) == "7\n"


def test_every_address_is_documented() -> None:
    named = set(re.findall(r"`([\w/<>=.…-]+\.\w+|donnees/SHA256SUMS)`", TEXT))
    written = {path.replace("<", "{").replace(">", "}") for path in named}
    for one in (*EXPORTS, *FAMILIES):
        if "data-inclusion" not in one.path:  # written in one line for the four
            assert one.path in written, one.path


def test_the_columns_it_names_exist() -> None:
    columns = {one.name: one for one in (*SERVICE_COLUMNS, *PLACE_COLUMNS)}
    free = re.search(r"words people wrote \((.*?)\) an item", TEXT, re.DOTALL)
    assert free
    named = set(re.findall(r"`(\w+)`", free[1]))
    assert named == {
        name for name, one in columns.items() if one.facts.many and one.facts.is_free_text
    }
    assert not INTERNAL_FIELDS & columns.keys()
    assert ATTRIBUTION in TEXT.replace("\n> ", " ")
