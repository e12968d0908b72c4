"""A workbook as partners send it back: our model filled in, or their own."""

import datetime
import io
import zipfile
from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from generator.exports.template import template_xlsx
from generator.importing.draft import ImportFileError, Reading
from generator.importing.mapping import ColumnMapping
from generator.importing.plan import Action
from generator.importing.workbook import MAX_COLUMNS, MAX_ROWS, ZIP, read_workbook
from tests.importing.files import HEADER, ROW, Import, told

SERVICE = dict(zip(HEADER.split(","), ROW.split(","), strict=True))


def saved(book: Workbook) -> bytes:
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def filled(values: Mapping[str, object], sheet: str = "services") -> bytes:
    """Our model, with one row in a sheet."""
    book = load_workbook(io.BytesIO(template_xlsx()))
    columns = {cell.value: cell.column for cell in book[sheet][1]}
    for name, value in values.items():
        book[sheet].cell(2, columns[name], value)  # type: ignore[arg-type] # what a cell may hold
    return saved(book)


def workbook(*rows: list[object], title: str = "Feuil1") -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    book.active.title = title  # type: ignore[union-attr] # a new workbook has a sheet
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr] # as above
    return saved(book)


def test_our_model_filled_in_is_read(files: Import) -> None:
    plan = files.plan(("modele.xlsx", filled(SERVICE)))
    (one,) = plan.of(Action.CREATE)
    assert one.draft.data["nom"] == "Médiation de l'essai"
    assert one.draft.data["lieux"][0]["code_insee"] == "35238"
    assert one.draft.place == "modele.xlsx, feuille « services », ligne 2"


def test_our_model_left_empty_holds_nothing(files: Import) -> None:
    plan = files.plan(("modele.xlsx", template_xlsx()))
    assert list(plan.entries) == []


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("lieu_code_postal", 35000, "35000"),
        ("lieu_code_insee", 35238.0, "35238"),
        ("lieu_latitude", 48.11, "48.11"),
        ("lieu_longitude", -1.68, "-1.68"),
        ("lieu_sur_rendez_vous", True, "oui"),
        ("lieu_sur_rendez_vous", False, "non"),
        ("nom", "deux\nlignes", "deux\nlignes"),
        ("nom", None, ""),
    ],
)
def test_a_cell_is_read_as_its_text(column: str, value: object, expected: str) -> None:
    sheet = read_workbook(filled({**SERVICE, column: value}), "m.xlsx", Reading())[0]
    assert sheet.rows[0].cells.get(column, "") == expected


def test_a_date_is_read_as_a_date(files: Import) -> None:
    day = datetime.datetime(2026, 10, 15)  # noqa: DTZ001 (a day of a spreadsheet has no zone)
    told_on = {"verification_statut": "confirme", "verification_le": day}
    plan = files.plan(("m.xlsx", filled(SERVICE | told_on)))
    assert plan.entries[0].draft.data["verification"]["le"] == "2026-10-15"


def test_a_wrong_cell_is_told_where_it_is(files: Import) -> None:
    plan = files.plan(("m.xlsx", filled(SERVICE | {"contact_telephone": 199001234})))
    (refused,) = plan.of(Action.REFUSE)
    (reason,) = refused.reasons
    assert reason.place == "m.xlsx, feuille « services », ligne 2, colonne « contact_telephone »"
    assert "a perdu son zéro" in reason.message


def test_a_workbook_of_somebody_else_takes_a_mapping(files: Import) -> None:
    theirs = workbook(
        [], ["Structure", "CP"], ["Médiation de l'essai", 35000], [None, None], ["Autre", "35500"]
    )
    columns = {"Structure": "nom", "CP": "lieu_code_postal"}
    plan = files.plan(("t.xlsx", theirs), mapping=ColumnMapping(columns))
    places = [one.draft.place for one in plan.entries]
    assert places == ["t.xlsx, feuille « Feuil1 », ligne 3", "t.xlsx, feuille « Feuil1 », ligne 5"]


def test_a_sheet_of_something_else_is_left_and_told(files: Import) -> None:
    book = load_workbook(io.BytesIO(filled(SERVICE)))
    book.create_sheet("Notes").append(["à faire"])
    plan = files.plan(("m.xlsx", saved(book)))
    assert len(plan.of(Action.CREATE)) == 1
    assert (
        "m.xlsx, feuille « Notes »",
        "ni colonne « nom », ni colonne « service_id » : elle n'est pas reprise",
    ) in told(plan)


def computed(result: object) -> bytes:
    """A workbook whose name is a formula with that result."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["nom", "type"])
        sheet.write_formula(1, 0, '="Médiation "&"de l\'essai"', value=result)
        sheet.write_string(1, 1, "mediation_familiale")
    return output.getvalue()


def test_of_a_formula_the_result_counts() -> None:
    (sheet,) = read_workbook(computed("Médiation de l'essai"), "m.xlsx", Reading())
    assert sheet.rows[0].cells["nom"] == "Médiation de l'essai"


def test_a_formula_without_result_is_told() -> None:
    reading = Reading()
    content = saved(load_workbook(io.BytesIO(computed("x"))))  # openpyxl computes nothing
    (sheet,) = read_workbook(content, "m.xlsx", reading)
    assert sheet.rows[0].cells["nom"] == ""
    (remark,) = reading.remarks
    assert remark.place == "m.xlsx, feuille « Sheet1 », ligne 2"
    assert "formule" in remark.message


def archive(**members: bytes) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/"), content)
    return output.getvalue()


def edited(content: bytes, member: str, old: bytes, new: bytes) -> bytes:
    """The same archive, with a passage of one of its files in place of another."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(output, "w") as made:
        for one in read.namelist():
            whole = read.read(one)
            assert one != member or old in whole
            made.writestr(one, whole.replace(old, new, 1) if one == member else whole)
    return output.getvalue()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ancien Excel, ou protégé par un mot de passe"),
        (lambda: ZIP + b"\0\0\xff", "est abîmé"),
        (lambda: edited(WHOLE, "xl/worksheets/sheet1.xml", b"</sheetData>", b"<"), "est abîmé"),
        (lambda: archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "pas un classeur XLSX"),
        (lambda: archive(a=bytes(70_000_000)), "est trop gros"),
        (workbook, "est vide"),
        (lambda: workbook(["nom", "nom"]), "ligne 1 : la colonne « nom » est là deux fois"),
        (lambda: workbook(["nom"], ["#REF!"]), "ligne 2 : une cellule contient l'erreur « #REF! »"),
        (lambda: workbook(["name"], ["x"]), "n'a pas de colonne « nom »"),
        (lambda: workbook(["x"] * (MAX_COLUMNS + 1)), "trop de cellules"),
        (lambda: workbook(["nom"], *([] for _ in range(MAX_ROWS)), ["x"]), "ligne 20002 : trop de"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_of_services_is_told_in_one_line(
    files: Import, make: Callable[[], bytes], message: str
) -> None:
    with pytest.raises(ImportFileError) as caught:
        files.plan(("m.xlsx", make()))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def stray(row: int) -> bytes:
    """A workbook whose last cell is that far down, where its own size does not reach."""
    cell = f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>z</t></is></c></row></sheetData>'
    return edited(
        workbook(["nom"], ["x"]), "xl/worksheets/sheet1.xml", b"</sheetData>", cell.encode()
    )


def entity(declared: str) -> bytes:
    """A workbook whose sheet declares an entity and shows it."""
    cell = '<row r="3"><c r="A3" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData>'
    made = edited(
        workbook(["nom"], ["x"]), "xl/worksheets/sheet1.xml", b"</sheetData>", cell.encode()
    )
    start = f"<!DOCTYPE s [{declared}]><worksheet"
    return edited(made, "xl/worksheets/sheet1.xml", b"<worksheet", start.encode())


BOMB = "<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '{f'&{inner};' * 10}'>" for inner, name in pairwise("abcdfghijke")
)


@pytest.mark.parametrize("row", [MAX_ROWS + 1, 1_048_576, 99_999_999_999])
def test_a_row_is_not_lost_however_far_it_stands(row: int) -> None:
    with pytest.raises(ImportFileError, match="trop de cellules"):
        read_workbook(stray(row), "m.xlsx", Reading())


@pytest.mark.parametrize("declared", [BOMB, "<!ENTITY e SYSTEM 'file:///etc/hostname'>"])
def test_an_entity_is_not_opened(declared: str) -> None:
    with pytest.raises(ImportFileError, match="abîmé"):
        read_workbook(entity(declared), "m.xlsx", Reading())


WHOLE = filled(SERVICE)


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_whatever_is_damaged_reading_gives_a_table_or_says_why(at: int, damage: bytes) -> None:
    try:
        sheets = read_workbook(WHOLE[:at] + damage + WHOLE[at + len(damage) :], "m.xlsx", Reading())
    except ImportFileError:
        return
    assert all(set(row.cells) <= set(one.columns) for one in sheets for row in one.rows)
