"""What an import would do, and what it never does by itself."""

import re
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.importing.mapping import read_mapping
from generator.importing.plan import Action
from generator.register import FILE
from tests.importing.files import HEADER, ROW, Import, told

RECORD = """\
# yaml-language-server: $schema=../../../schema/service.schema.json
# relu au téléphone
type: mediation_familiale
nom: Médiation de l'essai
statut: ouvert
gestionnaire:
  nom: Association Essai
resume: Un médiateur vous aide à vous parler.
langues:
  - fr
contact:
  # le matin
  telephone: '01 99 00 12 34'
lieux:
  - role: siege
    adresse: 1 rue de l'Essai
    code_postal: '35000'
    commune: Rennes
    code_insee: '35238'
sources:
  - url: https://essai.example/
verification:
  statut: a_confirmer
derogations:
  - regle: capitales
    raison: Le sigle est le nom d'usage.
"""
PATH = "35/mediation-essai-35"
WITH_ID = f"id,{HEADER}"


def test_a_new_record_is_named_by_the_rule_of_annuaire_new_and_is_whole(files: Import) -> None:
    (one,) = files.table(ROW).of(Action.CREATE)
    assert one.file == files.root / "data" / "services" / "35" / "mediation-essai-35.yaml"
    text = one.after.decode()
    assert text.startswith("# yaml-language-server")
    for line in ("statut: ouvert", "role: siege", "statut: a_confirmer", "code_insee: '35238'"):
        assert line in text


def test_two_services_of_one_organisation_have_two_names(files: Import) -> None:
    other = ROW.replace("l'essai", "l'annexe").replace("12 34", "12 35")
    names = [one.identifier for one in files.table(ROW, other).of(Action.CREATE)]
    assert names == ["mediation-essai-35", "mediation-essai-2-35"]


def test_the_commune_is_found_by_its_name_and_postal_code(files: Import) -> None:
    row = ROW.replace(",35238", ",").replace("Rennes", "RENNES cedex")
    (one,) = files.table(row).of(Action.CREATE)
    assert one.draft.data["lieux"][0]["commune"] == "Rennes"
    assert one.draft.data["lieux"][0]["code_insee"] == "35238"


def test_the_postal_code_is_found_by_the_name_of_the_commune(files: Import) -> None:
    (one,) = files.table(ROW.replace("35000,Rennes,35238", ",Vitré,")).of(Action.CREATE)
    assert one.draft.data["lieux"][0]["code_postal"] == "35500"


def test_a_service_that_is_nowhere_is_refused(files: Import) -> None:
    (one,) = files.table(ROW.replace("35000,Rennes,35238", ",,")).of(Action.REFUSE)
    assert one.reasons[0].message == "aucun lieu ne dit dans quel département est le service"


def test_of_several_communes_none_is_chosen(files: Import) -> None:
    plan = files.table(ROW.replace("35000,Rennes,35238", ",Saint-Denis,"))
    assert plan.of(Action.CREATE) == []
    assert any("« Saint-Denis » peut être : " in message for _, message in told(plan))


def test_a_record_that_says_the_same_is_left_alone(files: Import) -> None:
    files.add(PATH, RECORD)
    (one,) = files.table(f"mediation-essai-35,{ROW}", header=WITH_ID).entries
    assert one.action is Action.KEEP


def test_a_file_that_says_less_takes_nothing_away(files: Import) -> None:
    """Columns that are not there, empty cells, places that are not named: all is kept."""
    files.add(PATH, RECORD)
    row = f"mediation-essai-35,{ROW}".replace("12 34", "12 99")
    (one,) = files.table(row, header=WITH_ID).of(Action.CHANGE)
    assert [(field.path, field.before, field.after) for field in one.fields] == [
        ("contact.telephone", "01 99 00 12 34", "01 99 00 12 99")
    ]
    assert one.before == RECORD.encode()
    assert one.after.decode() == RECORD.replace("12 34", "12 99")  # comments and waivers too
    assert one.lost_comments == 0


def test_a_comment_that_would_be_lost_is_told(files: Import) -> None:
    files.add(PATH, RECORD)
    whole = (
        b'{"schema_version": "1", "services": [{"id": "mediation-essai-35", "departement": "35",'
        b'"type": "mediation_familiale", "nom": "M", "statut": "ouvert", "resume": "R.",'
        b'"gestionnaire": {"nom": "A"}, "contact": {"courriel": "a@essai.example"},'
        b'"lieux": [{"role": "siege", "code_insee": "35238", "commune": "Rennes", "code_postal": "35000"}],'
        b'"sources": [{"url": "https://essai.example/"}], "verification": {"statut": "a_confirmer"}}]}'
    )
    (one,) = files.plan(("services.json", whole)).of(Action.CHANGE)
    assert one.lost_comments == 1
    assert "derogations" in one.after.decode()
    assert "telephone" not in one.after.decode()


def test_a_record_that_hides_an_address_is_changed_by_hand_only(files: Import) -> None:
    hidden = RECORD.replace("    adresse: 1 rue de l'Essai\n", "    adresse_visible: commune\n")
    files.add(PATH, hidden)
    for header, row, why in (
        (WITH_ID, ROW.replace("12 34", "12 99"), "elle se modifie à la main"),
        (f"{WITH_ID},lieu_adresse", f"{ROW},12 rue du Secret", "est protégée"),
    ):
        (one,) = files.table(f"mediation-essai-35,{row}", header=header).of(Action.REFUSE)
        assert any(why in reason.message for reason in one.reasons)


@pytest.mark.parametrize(
    "change", [("Association Essai", "Autre"), ("01 99 00 12 34", "01 99 00 12 77")]
)
def test_a_probable_duplicate_is_told(files: Import, change: tuple[str, str]) -> None:
    files.add(PATH.replace("essai", "ancienne"), RECORD)
    (one,) = files.table(ROW.replace(*change)).of(Action.CREATE)
    assert len(one.duplicates) == 1
    assert "« mediation-ancienne-35 »" in one.duplicates[0]


def test_a_service_that_is_twice_in_the_file_is_told(files: Import) -> None:
    (first, second) = files.table(ROW, ROW).of(Action.CREATE)
    assert first.duplicates == ()
    assert "« mediation-essai-35 »" in second.duplicates[0]
    row = f"mediation-essai-35,{ROW}"
    plan = files.table(row, row, header=WITH_ID)
    assert [one.action for one in plan.entries] == [Action.CREATE, Action.REFUSE]
    assert plan.entries[1].reasons[0].message == (
        "« mediation-essai-35 » est déjà plus haut dans le fichier"
    )
    files.add(PATH, RECORD)
    plan = files.table(row, row, header=WITH_ID)
    assert [one.action for one in plan.entries] == [Action.KEEP, Action.REFUSE]


def test_an_identifier_that_was_erased_or_borne_never_serves_again(files: Import) -> None:
    files.add(PATH, RECORD + "anciens_identifiants:\n  - mediation-vieille-35\n")
    (files.root / FILE).write_text(
        "identifiant,efface_le,raison\nmediation-effacee-35,2026-10-01,demande\n", "utf-8"
    )
    for identifier, why in (
        ("mediation-effacee-35", "a été effacé"),
        ("mediation-vieille-35", "a déjà servi"),
    ):
        (one,) = files.table(f"{identifier},{ROW}", header=WITH_ID).of(Action.REFUSE)
        assert why in one.reasons[-1].message


@pytest.mark.parametrize("identifier", ["../../etc/x", "Médiation", "index", "-rf"])
def test_an_identifier_is_never_a_path(files: Import, identifier: str) -> None:
    (one,) = files.table(f"{identifier},{ROW}", header=WITH_ID).of(Action.REFUSE)
    assert "ne peut pas être un identifiant" in one.reasons[0].message


def test_what_the_file_does_not_say_may_be_said_for_all_of_it(files: Import) -> None:
    header = HEADER.replace("type,", "").replace("sources_url,", "")
    row = ROW.replace("mediation_familiale,", "").replace("https://essai.example/,", "")
    assert files.table(row, header=header).of(Action.CREATE) == []
    plan = files.table(
        row, header=header, activity="espace_de_rencontre", source="https://reseau.example/"
    )
    (one,) = plan.of(Action.CREATE)
    assert one.identifier == "espace-rencontre-essai-35"


# Mapping files.

MAPPING = """\
[colonnes]
"Structure" = "nom"
"Ville" = "lieu_commune"
"CP" = "lieu_code_postal"
"Parlé" = "langues"
"Ouvert ?" = "statut"
"Qui" = "gestionnaire_nom"
"Quoi" = "resume"
"Tél." = "contact_telephone"

[constantes]
type = "mediation_familiale"
sources_url = "https://reseau.example/"

[valeurs.statut]
"En activité" = "ouvert"

[valeurs.langues]
"français" = "fr"
signes = "fsl"

[listes]
langues = "/"
"""


def test_somebody_else_s_columns_and_words_become_ours(files: Import) -> None:
    text = (
        "Structure,Ville,CP,Parlé,Ouvert ?,Qui,Quoi,Tél.\n"
        "Médiation,Rennes,35000,français / signes,En activité,Essai,Un médiateur aide.,01 99 00 12 34\n"
    )
    mapping = read_mapping(MAPPING, "m.toml")
    (one,) = files.plan(("autre.csv", text.encode()), form="csv", mapping=mapping).of(Action.CREATE)
    assert one.draft.data["langues"] == ["fr", "fsl"]
    assert one.draft.data["statut"] == "ouvert"
    assert one.identifier == "mediation-essai-35"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[colonnes", "n'est pas du TOML"),
        ("[columns]", "la partie [columns] n'existe pas"),
        ('[colonnes]\n"A" = "telephone"', "« telephone » n'est pas une de nos colonnes"),
        ("[constantes]\ntype = 3", "que des textes"),
        ('valeurs = "x"', "une partie par colonne"),
    ],
)
def test_a_wrong_mapping_is_told_in_one_line(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_mapping(text, "m.toml")
    assert message in str(caught.value)


def test_the_mapping_of_the_documentation_is_one(project_root: Path) -> None:
    text = (project_root / "docs" / "importer.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", text, flags=re.DOTALL)
    assert read_mapping(example, "importer.md").columns["Ville"] == "lieu_commune"
