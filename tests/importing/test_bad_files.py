"""A file as people send them: each oddity has its French message, with row and column."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importing.draft import ImportFileError, Reading
from generator.importing.formats import FORMATS
from generator.importing.plan import Action
from generator.importing.sheet import read_sheet
from tests.importing.files import HEADER, ROW, Import, told


def test_windows_1252_is_detected_and_said(files: Import) -> None:
    text = f"{HEADER}\n{ROW}\n".replace("l'essai", "l’été à Nîmes")
    plan = files.plan(("excel.csv", text.encode("cp1252")))
    assert next((place, message[:66]) for place, message in told(plan)) == (
        "excel.csv, ligne 2",
        "le fichier n'est pas en UTF-8 : il est lu en Windows-1252, l'encod",
    )
    assert plan.entries[0].draft.data["nom"] == "Médiation de l’été à Nîmes"


def test_an_excel_file_of_france_is_read_as_it_is(files: Import) -> None:
    """Semicolons, a byte order mark, CR LF, a French date, a decimal comma, capitals."""
    header = (
        f"{HEADER},statut,lieu_sur_rendez_vous,verification_statut,verification_le,"
        "lieu_latitude,lieu_longitude,lieu_precision"
    )
    row = f"{ROW},ouvert,OUI,confirme,15/10/2026,48@11,-1@68,rue"
    text = f"{header}\r\n{row}\r\n".replace(",", ";").replace("@", ",")
    plan = files.plan(("excel.csv", b"\xef\xbb\xbf" + text.encode()))
    (one,) = plan.of(Action.CREATE)
    assert one.draft.data["verification"]["le"] == "2026-10-15"
    assert one.draft.data["lieux"][0]["sur_rendez_vous"] == "oui"
    assert (
        "excel.csv, ligne 2, colonne « verification_le »",
        "« 15/10/2026 » est lu comme le 2026-10-15 (année-mois-jour)",
    ) in told(plan)
    assert (
        "excel.csv, ligne 2, colonne « lieu_latitude »",
        "« 48,11 » est lu avec un point décimal",
    ) in told(plan)
    assert ("excel.csv", "les colonnes sont séparées par des points-virgules") in told(plan)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_read_and_said(files: Import, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    plan = files.plan(("s.csv", f"{mark}{HEADER}\n{ROW}\n".encode(encoding)))
    assert plan.entries[0].draft.data["nom"] == "Médiation de l'essai"
    assert ("s.csv", "le fichier est en UTF-16 : il est lu ainsi") in told(plan)


def test_mixed_line_ends_are_read_and_said(files: Import) -> None:
    other = ROW.replace("35000,Rennes,35238", "35500,Vitré,35360").replace("12 34", "12 35")
    plan = files.plan(("s.csv", f"{HEADER}\r\n{ROW}\n{other}\r\n".encode()))
    assert len(plan.of(Action.CREATE)) == 2
    assert ("s.csv", "les fins de ligne sont mélangées (Windows, Unix) : toutes sont lues") in told(
        plan
    )


def test_line_breaks_inside_a_text_are_its_own(files: Import) -> None:
    row = ROW.replace("Un médiateur vous aide à vous parler.", '"Un médiateur\nvous aide."')
    plan = files.plan(("s.csv", f"{HEADER}\r\n{row}\r\n{ROW}\r\n".encode()))
    assert not any("mélangées" in message for _, message in told(plan))
    # The second service begins on the fourth line.
    assert plan.entries[1].draft.place == "s.csv, ligne 4"


def test_an_unknown_column_is_said_with_the_nearest_of_ours(files: Import) -> None:
    plan = files.table(f"{ROW},x", header=f"{HEADER},contact_telefone")
    assert (
        "services.csv, ligne 1, colonne « contact_telefone »",
        (
            "cette colonne n'est pas des nôtres : elle n'est pas reprise ; vouliez-vous dire "
            "« contact_telephone » ?"
        ),
    ) in told(plan)


def test_missing_columns_are_named(files: Import) -> None:
    (message,) = [one for place, one in told(files.table(ROW)) if place == "services.csv, ligne 1"]
    assert message.startswith("colonnes absentes : statut, ")


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (
            ("01 99 00 12 34", "01 99 00 12"),
            "colonne « contact_telephone »",
            "contact.telephone : ",
        ),
        (("35000", "3500"), "colonne « lieu_code_postal »", "lieux[1].code_postal : "),
        (("mediation_familiale", "mediation"), "colonne « type »", "l'activité n'est pas dite"),
        (("Médiation de l'essai", "=1+1"), "colonne « nom »", "nom : "),
        (("Un médiateur vous aide à vous parler.", "<b>x</b>"), "colonne « resume »", "resume : "),
        (
            ("https://essai.example/", "javascript:x"),
            "colonne « sources_url »",
            "sources[1].url : ",
        ),
    ],
)
def test_a_wrong_cell_is_told_where_it_is(
    files: Import, change: tuple[str, str], place: str, message: str
) -> None:
    plan = files.table(ROW, ROW.replace(*change))
    (refused,) = plan.of(Action.REFUSE)
    assert (f"services.csv, ligne 3, {place}") in [one.place for one in refused.reasons]
    assert any(one.message.startswith(message) for one in refused.reasons)
    assert len(plan.of(Action.CREATE)) == 1


def test_a_wrong_cell_of_a_place_is_told_in_the_file_of_places(files: Import) -> None:
    header = HEADER.partition(",lieu_")[0]
    services = f"id,{header}\nessai-35,{ROW.partition(',35000')[0]}\n"
    places = (
        "service_id,rang,role,commune,code_insee,code_postal,horaires\n"
        "essai-35,2,antenne,Vitré,35360,35500,lundi\n"
        "essai-35,1,siege,Rennes,35238,35000,\n"
        "autre-35,1,siege,Rennes,35238,35000,\n"
    )
    plan = files.plan(("s.csv", services.encode()), ("l.csv", places.encode()))
    (refused,) = plan.of(Action.REFUSE)
    assert "l.csv, ligne 2, colonne « horaires »" in [one.place for one in refused.reasons]
    assert any(
        place == "l.csv, ligne 4, colonne « service_id »" and "n'est pas repris" in message
        for place, message in told(plan)
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "est vide"),
        (b"nom\0\xff", "n'est pas du texte"),
        (b"\xff\xfenom", "n'est pas du texte"),
        (b"service_id,rang\nessai-35,1\n", "il faut un fichier de services"),
        (b"nom\n\x81\x8d\n", "ni en UTF-8, ni en Windows-1252"),
        (b"nom,nom\na,b\n", "la colonne « nom » est là deux fois"),
        (b"nom,type\na,b,c\n", "ligne 2 : 3 cellules pour 2 colonnes"),
        (b'nom,type\n"a,b\n', "un guillemet n'est pas fermé"),
        (b"Nom;Ville\na;b\n", "« nom » (on y trouve «\xa0Nom\xa0», «\xa0Ville\xa0»). Dites"),
        (b"a,b,c,d,e,f,g,h\n", "«\xa0f\xa0», …). Dites dans un fichier --mapping"),
    ],
)
def test_what_is_no_table_of_services_is_told_in_one_line(
    files: Import, content: bytes, message: str
) -> None:
    with pytest.raises(ImportFileError) as caught:
        files.plan(("s.csv", content))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_tables_of_services_are_one_too_many(files: Import) -> None:
    table = f"{HEADER}\n{ROW}\n".encode()
    with pytest.raises(ImportFileError, match="il faut un fichier de services"):
        files.plan(("a.csv", table), ("b.csv", table))


def test_places_that_are_not_given_are_told(files: Import) -> None:
    table = f"{HEADER.partition(',lieu_')[0]},nombre_lieux\n{ROW.partition(',35000')[0]},2\n"
    messages = [message for _, message in told(files.plan(("s.csv", table.encode())))]
    assert any(one.startswith("le fichier des lieux n'est pas donné") for one in messages)


@pytest.mark.parametrize("form", ["json", "data-inclusion", "hsds", "dila"])
@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[" * 99_999, b"1", b"[1]", b"{}", b'{"service": 3}', b"[NaN]"]
)
def test_what_is_no_document_of_that_format_is_told(
    files: Import, form: str, content: bytes
) -> None:
    with pytest.raises(ImportFileError):
        files.plan(("s.json", content), form=form)


def test_an_unknown_document_asks_for_its_format(files: Import) -> None:
    with pytest.raises(ImportFileError, match="--format"):
        files.plan(("s.json", b'{"a": 1}'))


@pytest.mark.parametrize("name", ["liste.pdf", "Liste.DOCX", "liste"])
def test_a_file_that_is_neither_table_nor_json_is_to_be_saved_as_one(
    files: Import, name: str
) -> None:
    with pytest.raises(ImportFileError, match=f"^{name} n'est ni un tableau ni du JSON"):
        files.plan((name, b"%PDF-1.7\n%\xe2\xe3"))


@settings(max_examples=300)
@given(
    st.binary(max_size=300)
    | st.text(st.sampled_from('nom,;"\n\r\t|=é'), max_size=80).map(str.encode)
)
def test_whatever_the_bytes_reading_a_table_gives_it_or_says_why(content: bytes) -> None:
    try:
        sheet = read_sheet(content, "s.csv", Reading())
    except ImportFileError:
        return
    assert all(set(row.cells) <= set(sheet.columns) for row in sheet.rows)


HALF_OF_A_CHARACTER = re.compile("[\ud800-\udfff]")
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(), max_size=6)
    | st.sampled_from(
        "active lundi dimanche MO,SU WEEKLY 09:00 mediation_familiale visio gratuit en-presentiel "
        "complete commune 35238 35000 siret 2026-01-01 médiation ACC".split()
    )
)
KEYS = st.sampled_from(
    "id nom name type services service contents results lieux adresse telephone phones number pivot "
    "organization organization_identifiers identifier identifier_type website url description status "
    "structure_id source plage_ouverture nom_jour_debut nom_jour_fin valeur_heure_debut_1 valeur "
    "valeur_heure_fin_1 commentaire site_internet adresse_courriel mission type_adresse complement1 "
    "code_postal nom_commune accessibilite service_at_locations location addresses city schedules byday "
    "freq interval opens_at closes_at notes languages code attributes taxonomy_term taxonomy latitude "
    "longitude precision required_documents document modes_accueil zone_eligibilite frais commune "
    "code_insee horaires_accueil sources statut gestionnaire contact zone departements verification "
    "acces adresse_visible departement anciens_identifiants horaires fermetures debut fin".split()
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=30,
)
SERVICES = st.lists(st.dictionaries(KEYS, JSON, max_size=10), min_size=1, max_size=2)
"""What every format calls a service, whatever is in it."""
DOCUMENTS = JSON | st.sampled_from(["services", "service", "contents", "results"]).flatmap(
    lambda key: SERVICES.map(lambda services: {key: services})
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DOCUMENTS | SERVICES, st.sampled_from(FORMATS[2:]))
def test_whatever_the_document_planning_it_never_breaks(
    files: Import, document: object, form: str
) -> None:
    """Nothing is written by a plan, so that the same project serves all examples."""
    try:
        plan = files.plan(("s.json", json.dumps(document).encode()), form=form)
    except ImportFileError:
        return
    assert len(plan.of(Action.REFUSE)) == len(plan.entries)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(KEYS | st.sampled_from(["sources", "contact", "gestionnaire", "zone"]), JSON)
)
def test_whatever_our_own_document_holds_planning_it_never_breaks(
    files: Import, service: dict[str, object]
) -> None:
    document = {"services": [{"id": "essai-35", "departement": "35"} | service]}
    content = json.dumps(document).encode()
    if HALF_OF_A_CHARACTER.search(json.dumps(document, ensure_ascii=False)):
        with pytest.raises(ImportFileError, match="n'y est que la moitié d'un caractère"):
            files.plan(("s.json", content), form="json")
        return
    plan = files.plan(("s.json", content), form="json")
    assert len(plan.entries) == 1
