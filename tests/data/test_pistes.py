"""``data/pistes.csv``: services to call, kept apart from the published records."""

import csv
from pathlib import Path
from typing import Any

import pytest

from generator.model.phone import parse_phone
from generator.model.text import parse_line
from generator.model.url import parse_url
from generator.model.vocabulary import Activite
from generator.records.files import read_file
from generator.records.nodes import plain
from generator.territory import Territory

COLUMNS = [
    "activite",
    "nom",
    "gestionnaire",
    "departement",
    "commune",
    "telephone",
    "site_web",
    "source_url",
    "source_titre",
    "raison_du_doute",
]
REQUIRED = ("activite", "nom", "gestionnaire", "departement", "source_url", "raison_du_doute")
LEADS = 26
"""How many leads are left. One less for each that becomes a record, so that none is lost unseen."""

Row = dict[str, str]


@pytest.fixture(scope="module")
def raw(project_root: Path) -> bytes:
    return (project_root / "data/pistes.csv").read_bytes()


@pytest.fixture(scope="module")
def table(raw: bytes) -> list[list[str]]:
    return list(csv.reader(raw.decode("utf-8").splitlines(), strict=True))


@pytest.fixture(scope="module")
def leads(table: list[list[str]]) -> list[Row]:
    return [dict(zip(COLUMNS, cells, strict=True)) for cells in table[1:]]


@pytest.fixture(scope="module")
def published(project_root: Path) -> list[dict[str, Any]]:
    """What every published record holds, as text."""
    files = sorted((project_root / "data/services").glob("*/*.yaml"))
    roots = [read_file(file, project_root).root for file in files]
    return [fields for root in roots if root and isinstance(fields := plain(root), dict)]


def test_it_is_utf_8_with_line_feeds_only(raw: bytes) -> None:
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


def test_its_columns_are_those_the_readme_describes(
    table: list[list[str]], project_root: Path
) -> None:
    assert table[0] == COLUMNS
    readme = (project_root / "data/README.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in readme] == []


def test_no_lead_is_lost(leads: list[Row]) -> None:
    assert len(leads) == LEADS


def test_it_is_sorted_by_departement_then_name(leads: list[Row]) -> None:
    keys = [(lead["departement"], lead["nom"]) for lead in leads]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_each_lead_says_what_where_from_and_why_it_is_doubtful(leads: list[Row]) -> None:
    missing = [(lead["nom"], name) for lead in leads for name in REQUIRED if not lead[name].strip()]
    assert missing == []


def test_each_cell_is_one_line_that_no_spreadsheet_takes_for_a_formula(leads: list[Row]) -> None:
    for lead in leads:
        for cell in filter(None, lead.values()):
            assert parse_line(cell, 500) == cell


def test_activities_phones_and_addresses_are_written_as_in_a_record(leads: list[Row]) -> None:
    for lead in leads:
        assert lead["activite"] in set(Activite)
        for name in ("site_web", "source_url"):
            if lead[name]:
                parse_url(lead[name])
        if lead["telephone"]:
            parse_phone(lead["telephone"], lead["departement"])


def test_each_lead_lies_in_a_departement_and_a_commune_of_today(
    leads: list[Row], project_root: Path
) -> None:
    territory = Territory.load(project_root)
    communes = {(one.departement, one.nom) for one in territory.communes()}
    for lead in leads:
        assert territory.departement(lead["departement"]), lead["nom"]
        if lead["commune"]:
            assert (lead["departement"], lead["commune"]) in communes


def test_no_lead_is_also_a_published_record(
    leads: list[Row], published: list[dict[str, Any]]
) -> None:
    """Neither by source and name, nor by source, activity and organisation."""
    assert published
    by_name = set()
    by_organisation = set()
    for record in published:
        for source in record["sources"]:
            by_name.add((source["url"], record["nom"]))
            by_organisation.add((source["url"], record["type"], record["gestionnaire"]["nom"]))
    for lead in leads:
        assert (lead["source_url"], lead["nom"]) not in by_name
        assert (
            lead["source_url"],
            lead["activite"],
            lead["gestionnaire"],
        ) not in by_organisation
