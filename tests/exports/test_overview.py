"""What the data page says of the data: counted on the files themselves, its examples run."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from generator.directory import Directory
from generator.engine.open_data import open_data
from generator.exports import EXPORTS, GROUPS, Release
from generator.exports.examples import Example, examples
from generator.exports.overview import (
    PREVIEW_COLUMNS,
    PREVIEW_ROWS,
    by_verification,
    cells_of,
    citation,
    completeness,
    preview,
)


def rows_of(release: Release, name: str) -> list[dict[str, str]]:
    text = release.files[f"donnees/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def code(language: str, base: str) -> str:
    (found,) = (one.code for one in examples(base) if one.language == language)
    return found


def test_each_column_is_as_full_as_its_cells_in_the_file(edition: Release) -> None:
    for table in (edition.services, edition.places):
        rows = rows_of(edition, table.name)
        found = completeness(table, cells_of(edition, table))
        known = [
            sum(value is not None for value in column) for column in zip(*table.rows, strict=True)
        ]
        assert [one.rows for one in found] == known
        assert [one.name for one in found] == list(rows[0])
        for one in found:
            assert (one.rows, one.total) == (sum(row[one.name] != "" for row in rows), len(rows))
            assert (one.percent == 100) == (one.rows == one.total)
            assert (one.percent == 0) == (one.rows == 0)


def test_the_preview_is_the_beginning_of_the_file(edition: Release) -> None:
    first = rows_of(edition, "services")[:PREVIEW_ROWS]
    cells = cells_of(edition, edition.services)
    shown = preview(edition.services, cells, PREVIEW_COLUMNS, PREVIEW_ROWS)
    assert shown == tuple(tuple(row[name] for name in PREVIEW_COLUMNS) for row in first)


def test_every_service_is_in_one_state_of_verification(edition: Release) -> None:
    counted = sum(count for _, count in by_verification(edition.directory))
    assert counted == len(edition.directory.services)


def test_a_state_in_which_no_service_is_goes_unsaid(edition: Release) -> None:
    services = edition.directory.services
    (first, *_) = services
    alike = [one for one in services if one.verification.statut == first.verification.statut]
    directory = Directory(alike, edition.directory.territory, edition.directory.date)
    assert by_verification(directory) == ((first.verification.statut.label, len(alike)),)


def test_every_file_is_offered_once_under_what_it_is_for(edition: Release) -> None:
    offered = open_data(edition).downloads
    assert [one.title for one in offered] == list(GROUPS.values())
    assert all(one.downloads for one in offered)
    paths = [file.path for one in offered for file in one.downloads]
    assert sorted(paths) == sorted(one.path for one in EXPORTS)
    assert {one.title: one.downloads[0].path for one in offered} == {
        "Pour un tableur": "donnees/services.csv",
        "Pour une carte": "donnees/lieux.geojson",
        "Pour un programme": "donnees/services.json",
        "Par l'API": "api/v1/index.json",
        "Dans d'autres normes": "donnees/data-inclusion/structures.json",
        "Pour comprendre, compléter et vérifier": "donnees/modele.csv",
    }


def test_an_edition_is_cited_with_its_date_licence_and_address(release: Release) -> None:
    sentence, bibtex = citation(release)
    date = release.directory.date
    assert date is not None
    assert f"{date:%d/%m/%Y}" in sentence
    assert "Licence Ouverte 2.0" in sentence
    assert sentence.endswith(release.absolute("donnees/"))
    assert re.fullmatch(r"@misc\{[a-z-]+,\n(  \w+ = \{.*\},\n)+\}", bibtex)
    assert f"year = {{{date:%Y}}}" in bibtex
    assert date.isoformat() in bibtex


def test_the_python_example_runs(published: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code("Python", published.as_uri())],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    services = json.loads((published / "donnees/services.json").read_bytes())["services"]
    remote = sum("visio" in one.get("modes", []) for one in services)
    assert done.stdout == f"{len(services)} services, dont {remote} en visio\n"
    assert remote


def test_the_sql_example_runs(published: Path, release: Release) -> None:
    found = duckdb.sql(code("SQL (DuckDB)", published.as_uri())).fetchall()
    open_ones = [row for row in rows_of(release, "services") if row["statut"] == "ouvert"]
    assert sum(count for *_, count in found) == len(open_ones)
    assert {(row["departement"], row["type"]) for row in open_ones} == {one[:2] for one in found}


def test_the_shell_example_runs(published: Path, release: Release, tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-eu", "-c", code("Shell", published.as_uri())],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    open_ones = [row for row in rows_of(release, "services") if row["statut"] == "ouvert"]
    assert done.stdout == f"{len(open_ones)}\n"


@pytest.mark.parametrize("one", examples("https://annuaire.example"), ids=lambda one: one.language)
def test_an_example_has_five_lines_at_most(one: Example) -> None:
    assert len(one.code.splitlines()) <= 5
