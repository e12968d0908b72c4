"""The model that partners fill in."""

import csv
import io

import openpyxl

from generator.exports import Release
from generator.exports.template import (
    PLACE_COLUMNS_ASKED,
    PLACE_PREFIX,
    SERVICE_COLUMNS_ASKED,
)
from generator.importing.columns import PLACE_TARGETS, SERVICE_TARGETS


def test_every_column_of_the_model_is_one_that_is_read() -> None:
    known = {*SERVICE_TARGETS, *(f"{PLACE_PREFIX}{name}" for name in PLACE_TARGETS)}
    assert {name for name, _ in SERVICE_COLUMNS_ASKED} <= known
    assert {name for name, _ in PLACE_COLUMNS_ASKED} <= {"service_id", *PLACE_TARGETS}


def test_the_csv_model_is_a_header(release: Release) -> None:
    rows = list(csv.reader(io.StringIO(release.files["donnees/modele.csv"].decode(), newline="")))
    assert rows == [[name for name, _ in SERVICE_COLUMNS_ASKED]]


def test_the_workbook_offers_the_closed_lists_and_keeps_text_as_text(release: Release) -> None:
    book = openpyxl.load_workbook(io.BytesIO(release.files["donnees/modele.xlsx"]))
    assert book.sheetnames == ["services", "lieux", "listes"]
    lists = book["listes"]
    for name, columns in (("services", SERVICE_COLUMNS_ASKED), ("lieux", PLACE_COLUMNS_ASKED)):
        sheet = book[name]
        assert [cell.value for cell in sheet[1]] == [column for column, _ in columns]
        rules = {
            str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation
        }
        for rank, (_, column) in enumerate(columns, start=1):
            letter = openpyxl.utils.get_column_letter(rank)
            rule = rules[f"{letter}2"]
            assert column.title.startswith(rule.promptTitle)
            if column.facts.terms and not column.facts.many:
                cells = lists[rule.formula1.removeprefix("listes!").replace("$", "")]
                assert [one.value for (one,) in cells] == [one.value for one in column.facts.terms]


def test_the_model_is_the_same_each_time(release: Release, synthetic: Release) -> None:
    assert release.files["donnees/modele.xlsx"] == synthetic.files["donnees/modele.xlsx"]
