"""CSV, the workbook and Parquet, read back by other programs."""

import csv
import datetime
import gc
import hashlib
import io
import json
import re
import shutil
import subprocess
import weakref
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
import xlsxwriter
from frictionless import Package, Resource, system, validate
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from generator.exports import Release, xlsx
from generator.exports.columns import Kind
from generator.exports.csv import write_csv
from generator.exports.tables import PLACE_COLUMNS, SERVICE_COLUMNS, Table
from generator.exports.values import as_cell
from generator.exports.xlsx import TOO_LONG, TOO_MANY, to_xlsx
from generator.model.numbers import parse_latitude
from generator.model.refused import Refused
from generator.model.service import Service
from tests.exports import awkward
from tests.exports.conftest import write

FORMULA = re.compile(r"[\s\u200b]*[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def split(cell: str) -> list[str]:
    """A list cell, as docs/data.md says to read it."""
    return [
        re.sub(r"\\(.)", r"\1", item) for item in re.findall(r"(?:^|\|)((?:\\.|[^\\|])*)", cell)
    ]


@given(st.lists(st.text(min_size=1), min_size=1).map(tuple))
def test_a_list_cell_gives_its_items_back(items: tuple[str, ...]) -> None:
    assert split(as_cell(items)) == list(items)


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
)
def test_any_text_goes_through_csv(table: list[list[str]]) -> None:
    assert rows(write_csv(["a", "b"], table)) == [["a", "b"], *table]


@pytest.mark.parametrize("path", ["donnees/services.csv", "donnees/lieux.csv"])
def test_a_record_ends_with_cr_lf_and_only_records_do(release: Release, path: str) -> None:
    content = release.files[path]
    assert content.count(b"\r\n") == len(rows(content))
    assert content.count(b"\r") == content.count(b"\r\n")


def test_no_cell_of_any_csv_file_can_start_a_formula(edition: Release) -> None:
    files = {path: content for path, content in edition.files.items() if path.endswith(".csv")}
    assert len(files) == 7
    for path, content in files.items():
        for row in rows(content):
            for cell in row:
                if not NUMBER.fullmatch(cell):
                    assert not FORMULA.match(cell), (path, cell)


@pytest.mark.parametrize("start", ["=1+1", "+33 1", "-3", "@A1", "|cmd", "%0", "\t=1", "＝1"])
def test_a_record_that_begins_like_a_formula_never_gets_here(start: str) -> None:
    with pytest.raises(ValueError, match="commence par"):
        awkward.service("69/mediation-formule", {"nom": start})
    assert issubclass(Refused, ValueError)


def test_frictionless_accepts_the_whole_package(edition: Release, tmp_path: Path) -> None:
    """Types, enumerations, patterns, keys, references between tables, sizes and digests."""
    folder = write(edition, tmp_path) / "donnees"
    document = json.loads((folder / "datapackage.json").read_text("utf-8"))
    # The other files are no tables to it; each has its own test.
    document["resources"] = [one for one in document["resources"] if one.get("type") == "table"]
    report = Package.from_descriptor(document, basepath=str(folder)).validate()
    assert [error for task in report.tasks for error in task.errors] == []
    assert [task.name for task in report.tasks] == [
        "services",
        "lieux",
        "data-inclusion-structures-csv",
        "data-inclusion-services-csv",
        "ids",
    ]


def test_the_package_tells_the_size_and_the_digest_of_every_file(published: Path) -> None:
    package = json.loads((published / "donnees/datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        content = (published / "donnees" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    assert package["created"] == "2026-11-02T00:00:00Z"


@pytest.mark.parametrize("name", ["services", "lieux"])
def test_each_table_obeys_its_published_schema(published: Path, name: str) -> None:
    with system.use_context(trusted=True):
        resource = Resource(
            path=str(published / f"donnees/{name}.csv"),
            schema=str(published / f"donnees/{name}.tableschema.json"),
        )
        report = validate(resource)
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_frictionless_would_see_a_wrong_cell(published: Path, tmp_path: Path) -> None:
    """The check can fail: a term that is in no list, and a missing identifier."""
    text = (published / "donnees/services.csv").read_text("utf-8")
    (tmp_path / "services.csv").write_text(text.replace(",ouvert,", ",entrouvert,", 1), "utf-8")
    with system.use_context(trusted=True):
        report = validate(
            Resource(
                path=str(tmp_path / "services.csv"),
                schema=str(published / "donnees/services.tableschema.json"),
            )
        )
    assert report.flatten(["type"]) == [["constraint-error"]]


def plain(value: Any) -> Any:
    """A value of ours as a cell of the workbook gives it back."""
    match value:
        case bool() | tuple():
            return as_cell(value)
        case datetime.date():
            return datetime.datetime.combine(value, datetime.time())
        case _:
            return value


def test_the_workbook_keeps_every_value(release: Release) -> None:
    """Text as text with its leading zeros, dates as dates, numbers as numbers, no formula."""
    book = openpyxl.load_workbook(io.BytesIO(release.files["donnees/annuaire.xlsx"]))
    assert book.sheetnames == ["services", "lieux", "dictionnaire"]
    for table in (release.services, release.places):
        sheet = book[table.name]
        header, *found = sheet.iter_rows(values_only=True)
        assert list(header) == [column.name for column in table.columns]
        assert [list(row) for row in found] == [[plain(cell) for cell in row] for row in table.rows]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert "Licence Ouverte" in str(book.properties.description)


def test_every_edition_makes_a_workbook_that_opens(edition: Release) -> None:
    content = io.BytesIO(edition.files["donnees/annuaire.xlsx"])
    book = openpyxl.load_workbook(content, read_only=True)
    counts = {sheet.title: sum(1 for _ in sheet.iter_rows()) - 1 for sheet in book.worksheets}
    assert counts["services"] == len(edition.services.rows)
    assert counts["lieux"] == len(edition.places.rows)
    assert counts["dictionnaire"] == len(SERVICE_COLUMNS) + len(PLACE_COLUMNS)


def test_a_text_too_long_for_a_cell_is_said_to_be() -> None:
    long = Table("services", "", SERVICE_COLUMNS[:1], [("x" * 40_000,)])
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([long], None)))
    assert book["services"]["A2"].value == TOO_LONG


def test_a_table_too_long_for_a_sheet_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 4)
    for count, shown in ((3, ["a", "b", "c"]), (4, ["a", "b", TOO_MANY])):
        table = Table("services", "", SERVICE_COLUMNS[:1], [(one,) for one in "abcd"[:count]])
        book = openpyxl.load_workbook(io.BytesIO(to_xlsx([table], None)))
        _, *found = book["services"].iter_rows(values_only=True)
        assert [*chain(*found)] == shown


def test_a_workbook_is_given_back_without_waiting_for_the_collector(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    books: list[weakref.ref[xlsxwriter.Workbook]] = []

    class Remembered(xlsxwriter.Workbook):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)
            books.append(weakref.ref(self))

    monkeypatch.setattr(xlsxwriter, "Workbook", Remembered)
    gc.disable()
    try:
        to_xlsx([Table("services", "", SERVICE_COLUMNS[:1], [("un",)])], None)
        assert [book() for book in books] == [None]
    finally:
        gc.enable()


def test_parquet_keeps_every_value_and_its_type(edition: Release) -> None:
    for path, ours in (("services", edition.services), ("lieux", edition.places)):
        table = parquet.read_table(io.BytesIO(edition.files[f"donnees/{path}.parquet"]))
        assert table.column_names == [column.name for column in ours.columns]
        found = [tuple(row.values()) for row in table.to_pylist()]
        assert found == [
            tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row)
            for row in ours.rows
        ]
        assert table.schema.metadata[b"licence"].startswith(b"https://www.etalab.gouv.fr/")


@pytest.mark.parametrize("name", ["services", "lieux"])
def test_the_departements_together_are_the_whole_table(
    edition: Release, tmp_path: Path, name: str
) -> None:
    """Read as any engine reads a partition of Apache Hive: the folder is a column."""
    folder = f"donnees/parquet/{name}/"
    for path, content in edition.files.items():
        if path.startswith(folder):
            target = tmp_path / path.removeprefix(folder)
            target.parent.mkdir()
            target.write_bytes(content)
    parts = f"read_parquet('{tmp_path}/*/*.parquet', hive_types = {{'departement': VARCHAR}})"
    whole = {"services": edition.services, "lieux": edition.places}[name]
    names = ", ".join(f'"{column.name}"' for column in whole.columns)
    found = duckdb.sql(f"SELECT {names} FROM {parts}").fetchall()  # noqa: S608 (names of our own)
    plain = [
        tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row)
        for row in whole.rows
        if dict(zip(names.replace('"', "").split(", "), row, strict=True))["departement"]
    ]
    assert sorted(map(repr, found)) == sorted(map(repr, plain))
    assert len(found) > 1


def test_the_dictionary_describes_every_column(release: Release) -> None:
    header, *found = rows(release.files["donnees/dictionnaire.csv"])
    described = [(row[0], row[1]) for row in found]
    assert described == [
        *(("services.csv", column.name) for column in SERVICE_COLUMNS),
        *(("lieux.csv", column.name) for column in PLACE_COLUMNS),
    ]
    assert all(dict(zip(header, row, strict=True))["description"] for row in found)


def test_a_number_in_csv_reads_as_a_record_writes_it(edition: Release) -> None:
    header, *found = rows(edition.files["donnees/lieux.csv"])
    column = header.index("latitude")
    for row in found:
        if row[column]:
            assert as_cell(parse_latitude(row[column])) == row[column]


def test_every_field_of_the_model_has_a_column_but_those_left_out_on_purpose() -> None:
    first = {column.name.split("_")[0] for column in SERVICE_COLUMNS}
    absent = {name for name in Service.model_fields if name.split("_")[0] not in first}
    assert absent == {"lieux", "derogations"}


def test_a_column_of_texts_people_wrote_is_no_list_that_may_be_split_blindly() -> None:
    free = {column.name for column in SERVICE_COLUMNS if column.facts.many}
    coded = {
        column.name
        for column in SERVICE_COLUMNS
        if column.facts.many and not column.facts.is_free_text
    }
    assert free - coded == {
        "acces_documents",
        "detention_etablissements",
        "sources_titre",
        "zone_tribunaux",
    }
    assert Kind.TEXT == "string"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_cells(published: Path, tmp_path: Path) -> None:
    """Opened and saved again by a real spreadsheet: no cell became a formula."""
    for name in ("services", "lieux"):
        source = published / f"donnees/{name}.csv"
        command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
        sheet = openpyxl.load_workbook(tmp_path / f"{name}.xlsx").worksheets[0]
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
        assert sheet.max_row == len(rows(source.read_bytes()))
