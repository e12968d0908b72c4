"""data·inclusion, HSDS and the State's directory, from other producers and from ourselves."""

import copy
import json
from typing import Any

import pytest

from generator.exports import make_release
from generator.importing.plan import Action
from generator.importing.week import osm_hours
from generator.model.hours import parse_hours
from tests.exports import awkward
from tests.importing.files import Import, told

PERSON = "Madame Personne"

STRUCTURE = {
    "source": "ailleurs", "id": "ailleurs--1", "nom": "Association Essai", "siret": "73282932000074",
    "date_maj": "2026-10-01", "site_web": "https://essai.example/", "nouveau_champ": "x",
}  # fmt: skip
SERVICE = {
    "source": "ailleurs", "structure_id": "ailleurs--1", "id": "ailleurs--1--1",
    "nom": "Médiation familiale", "date_maj": "2026-10-01",
    "description": "Un médiateur vous aide.\n\nIl reçoit le mardi.",
    "lien_source": "https://ailleurs.example/1", "frais": "gratuit", "contact_nom_prenom": PERSON,
    "telephone": "0199001234", "modes_accueil": ["en-presentiel", "a-distance"],
    "modes_mobilisation": ["telephoner"], "zone_eligibilite": ["35", "france"],
    "commune": "Rennes", "code_insee": "35238", "code_postal": "35000",
    "adresse": "1 rue de l'Essai", "latitude": 48.1, "longitude": -1.7,
    "horaires_accueil": "Tu 09:00-12:00",
}  # fmt: skip


def inclusion(files: Import, *services: dict[str, Any]) -> Any:
    return files.plan(
        ("structures.json", json.dumps([STRUCTURE]).encode()),
        ("services.json", json.dumps(services).encode()),
    )


def test_a_service_of_data_inclusion_becomes_a_record(files: Import) -> None:
    (one,) = inclusion(files, SERVICE).of(Action.CREATE)
    data = one.draft.data
    assert one.identifier == "mediation-essai-35"
    assert data["type"] == "mediation_familiale"
    assert (data["resume"], data["description"]) == (
        "Un médiateur vous aide.",
        "Il reçoit le mardi.",
    )
    assert data["contact"] == {"telephone": "0199001234", "site_web": "https://essai.example/"}
    assert data["tarif"] == {"regime": "gratuit"}
    assert data["acces"] == {"comment": ["telephone"]}
    assert data["zone"] == {"departements": ["35"]}
    assert data["lieux"][0]["horaires"] == "Tu 09:00-12:00"
    assert "latitude" not in data["lieux"][0]


def test_what_data_inclusion_says_and_we_cannot_take_is_told(files: Import) -> None:
    messages = " ".join(message for _, message in told(inclusion(files, SERVICE)))
    for name in ("nouveau_champ", "a-distance", "« france »", "positions"):
        assert name in messages


def test_a_territory_is_taken_by_its_code(files: Import) -> None:
    codes = ["35", "971", "35238", "france", "243500139"]
    plan = inclusion(files, SERVICE | {"zone_eligibilite": codes})
    (one,) = plan.of(Action.CREATE)
    assert one.draft.data["zone"] == {"departements": ["35", "971"], "communes": ["35238"]}
    left_out = [message for _, message in told(plan) if message.startswith("le territoire")]
    assert left_out == [
        f"le territoire « {one} » n'est pas repris" for one in ("france", "243500139")
    ]


def test_services_of_one_name_in_one_structure_are_places_of_one_record(files: Import) -> None:
    other = SERVICE | {"id": "x", "commune": "Vitré", "code_insee": "35360", "code_postal": "35500"}
    (one,) = inclusion(files, SERVICE, other).of(Action.CREATE)
    assert [lieu["role"] for lieu in one.draft.data["lieux"]] == ["siege", "antenne"]


def test_a_long_paragraph_gives_its_first_sentences_as_the_summary(files: Import) -> None:
    sentences = [f"Phrase {number} de la présentation." for number in range(20)]
    (one,) = inclusion(files, SERVICE | {"description": " ".join(sentences)}).of(Action.CREATE)
    summary, rest = one.draft.data["resume"], one.draft.data["description"]
    assert 200 < len(summary) <= 280
    assert summary.endswith(".")
    assert f"{summary} {rest}" == " ".join(sentences)


def test_a_service_of_another_kind_is_not_guessed_to_be_ours(files: Import) -> None:
    plan = inclusion(files, SERVICE | {"nom": "Épicerie solidaire", "description": "Des légumes."})
    (one,) = plan.of(Action.REFUSE)
    assert "l'activité n'est pas dite" in one.reasons[0].message


HSDS: dict[str, Any] = {
    "id": "2f1b0b3e-0000-4000-8000-000000000000",
    "name": "Point rencontre",
    "description": "Un enfant y retrouve son parent.",
    "url": "https://essai.example/",
    "status": "active",
    "organization": {
        "name": "Association Essai",
        "website": "https://essai.example/",
        "contacts": [{"name": PERSON}],
        "organization_identifiers": [{"identifier_type": "SIRET", "identifier": "73282932000074"}],
    },
    "phones": [{"number": "+33 1 99 00 12 34"}],
    "contacts": [{"name": PERSON}],
    "languages": [{"code": "fr"}, {"code": "tlh"}],
    "service_at_locations": [
        {
            "location": {
                "addresses": [
                    {"address_1": "1 rue de l'Essai", "city": "Rennes", "postal_code": "35000"}
                ],
            },
            "schedules": [
                {"freq": "WEEKLY", "byday": "TU,WE", "opens_at": "09:00", "closes_at": "12:00"},
                {"freq": "WEEKLY", "byday": "TU", "opens_at": "14:00", "closes_at": "17:00"},
            ],
        }
    ],
}


@pytest.mark.parametrize("wrapped", [HSDS, [HSDS], {"contents": [HSDS], "total_items": 1}])
def test_a_service_of_hsds_becomes_a_record(files: Import, wrapped: object) -> None:
    (one,) = files.plan(("s.json", json.dumps(wrapped).encode())).of(Action.CREATE)
    data = one.draft.data
    assert (data["type"], data["statut"]) == ("espace_de_rencontre", "ouvert")
    assert data["gestionnaire"]["siret"] == "73282932000074"
    assert data["langues"] == ["fr"]
    assert data["lieux"][0]["code_insee"] == "35238"
    assert data["lieux"][0]["horaires"] == "Tu 09:00-12:00,14:00-17:00; We 09:00-12:00"


@pytest.mark.parametrize(
    "schedule",
    [
        {"freq": "MONTHLY", "byday": "1SA", "opens_at": "09:00", "closes_at": "12:00"},
        {"freq": "WEEKLY", "byday": "SA", "byweekno": "2,4", "opens_at": "09:00"},
        {"freq": "WEEKLY", "interval": 2, "byday": "SA", "opens_at": "09:00"},
        {"description": "le matin"},
    ],
)
def test_hours_that_are_not_those_of_each_week_are_told(
    files: Import, schedule: dict[str, Any]
) -> None:
    service = copy.deepcopy(HSDS)
    service["service_at_locations"][0]["schedules"].append(schedule)
    plan = files.plan(("s.json", json.dumps(service).encode()))
    (one,) = plan.of(Action.CREATE)
    assert "horaires" not in one.draft.data["lieux"][0]
    assert any("ne sont pas ceux de chaque semaine" in message for _, message in told(plan))


def test_a_state_we_do_not_know_is_not_taken_for_open(files: Import) -> None:
    plan = files.plan(("s.json", json.dumps(HSDS | {"status": "inactive"}).encode()))
    (one,) = plan.of(Action.REFUSE)
    assert "« inactive »" in one.reasons[0].message


DILA: dict[str, Any] = {
    "id": "b1a2",
    "nom": "Médiation familiale de l'essai",
    "pivot": [{"type_service_local": "x", "code_insee_commune": ["35360", "35047"]}],
    "adresse": [
        {"type_adresse": "Adresse postale", "numero_voie": "BP 1", "nom_commune": "Vitré"},
        {
            "type_adresse": "Adresse",
            "numero_voie": "1 rue de l'Essai",
            "complement1": "Bâtiment B",
            "code_postal": "35000",
            "nom_commune": "Rennes",
            "latitude": "48.1",
            "longitude": "-1.7",
            "accessibilite": "ACC",
        },
    ],
    "code_insee_commune": "35238",
    "telephone": [{"valeur": "01 99 00 12 34", "description": ""}, {"valeur": "01 99 00 12 35"}],
    "adresse_courriel": ["contact@essai.example"],
    "site_internet": [{"libelle": "", "valeur": "https://essai.example/"}],
    "plage_ouverture": [
        {
            "nom_jour_debut": "Lundi", "nom_jour_fin": "Vendredi",
            "valeur_heure_debut_1": "09:00:00", "valeur_heure_fin_1": "12:00:00",
            "valeur_heure_debut_2": "14:00:00", "valeur_heure_fin_2": "17:00:00",
            "commentaire": "sauf le 24 décembre",
        },
        {"nom_jour_debut": "Samedi", "nom_jour_fin": "", "valeur_heure_debut_1": "09:00:00",
         "valeur_heure_fin_1": "12:00:00", "valeur_heure_debut_2": "", "valeur_heure_fin_2": ""},
    ],
    "mission": "Un médiateur vous aide.",
    "url_service_public": "https://lannuaire.service-public.gouv.fr/essai",
    "affectation_personne": [{"personne": {"nom": PERSON}}],
    "date_modification": "01/10/2026 10:00:00",
    "reseau_social": [],
}  # fmt: skip


def as_api(record: dict[str, Any]) -> dict[str, Any]:
    """The same record as the API gives it: lists as JSON inside texts."""
    return {key: json.dumps(one) if isinstance(one, list) else one for key, one in record.items()}


@pytest.mark.parametrize(
    "document", [{"service": [DILA]}, {"results": [as_api(DILA)], "total_count": 1}]
)
def test_a_service_of_the_state_becomes_a_record(files: Import, document: object) -> None:
    plan = files.plan(("dila.json", json.dumps(document).encode()), form="dila")
    (one,) = plan.of(Action.CREATE)
    (lieu,) = one.draft.data["lieux"]
    assert (lieu["adresse"], lieu["complement"]) == ("1 rue de l'Essai", "Bâtiment B")
    assert lieu["code_insee"] == "35238"  # where it is, not where it is competent
    assert lieu["horaires"] == "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00"
    assert lieu["horaires_texte"] == "sauf le 24 décembre"
    assert lieu["accessibilite"] == {"pmr": "oui"}
    assert one.draft.data["contact"]["telephone"] == "01 99 00 12 34"
    assert any("01 99 00 12 35" in message for _, message in told(plan))


NIGHT = {"valeur_heure_debut_1": "18:00:00", "valeur_heure_fin_1": "20:00:00"}


@pytest.mark.parametrize(
    ("change", "hours", "message"),
    [
        ({"nom_jour_debut": "Samedi", "nom_jour_fin": "Lundi", **NIGHT},
         "Mo,Sa,Su 18:00-20:00", "sont pas reprises"),
        ({"nom_jour_debut": "Férié", **NIGHT}, None, "sans jours de la semaine"),
        ({"nom_jour_debut": "Lundi", "valeur_heure_debut_1": "09:00:00"}, None, "ou sans fin"),
        ({"nom_jour_debut": "", "commentaire": "sur rendez-vous"}, None, "sont pas reprises"),
    ],
)  # fmt: skip
def test_hours_of_the_state_are_taken_or_told(
    files: Import, change: dict[str, str], hours: str | None, message: str
) -> None:
    document = {"service": [DILA | {"plage_ouverture": [change]}]}
    plan = files.plan(("d.json", json.dumps(document).encode()))
    (one,) = plan.of(Action.CREATE)
    assert one.draft.data["lieux"][0].get("horaires") == hours
    assert any(message in said for _, said in told(plan))


def test_of_several_addresses_of_the_state_the_first_is_taken_and_the_others_told(
    files: Import,
) -> None:
    other = DILA["adresse"][1] | {"numero_voie": "2 rue de l'Essai"}
    document = {"service": [DILA | {"adresse": [*DILA["adresse"], other], "mission": "[Aide]"}]}
    plan = files.plan(("d.json", json.dumps(document).encode()))
    (one,) = plan.of(Action.CREATE)
    assert [lieu["adresse"] for lieu in one.draft.data["lieux"]] == ["1 rue de l'Essai"]
    assert one.draft.data["resume"] == "[Aide]"  # which looks like a list of the API
    assert ("d.json, service n° 1", "seule la première adresse est reprise") in told(plan)


def test_the_file_of_the_state_is_recognised(files: Import) -> None:
    assert files.plan(("d.json", json.dumps({"service": [DILA]}).encode())).of(Action.CREATE)


@pytest.mark.parametrize(
    ("form", "document"),
    [("hsds", HSDS), ("dila", {"service": [DILA]}), ("data-inclusion", [SERVICE])],
)
def test_the_name_of_a_person_is_neither_taken_nor_repeated(
    files: Import, form: str, document: object
) -> None:
    plan = files.plan(
        ("s.json", json.dumps(document).encode()), form=form, activity="mediation_familiale"
    )
    assert PERSON not in repr(plan.entries)
    assert PERSON not in repr(plan.remarks)


def test_our_own_exports_lead_back_to_our_records(files: Import) -> None:
    """In formats that lose some of it: every service is found again, and none is made twice."""
    release = make_release(awkward.directory(files.territory), awkward.SITE)
    made = files.plan(("services.json", release.files["donnees/services.json"]))
    for one in made.of(Action.CREATE):
        one.file.parent.mkdir(exist_ok=True)
        one.file.write_bytes(one.after)
    known = {one.identifier for one in made.of(Action.CREATE)}
    assert len(known) >= 6
    tables = [
        (name, release.files[f"donnees/data-inclusion/{name}"])
        for name in ("structures.csv", "services.csv")
    ]
    pages = [
        ("index.json", content)
        for path, content in release.files.items()
        if path.startswith("hsds/services/") and path.count("/") == 3
    ]
    for plan in (files.plan(*tables), files.plan(*pages)):
        assert {one.identifier for one in plan.of(Action.CREATE)} & known == set()
        kept = {one.identifier for one in (*plan.of(Action.KEEP), *plan.of(Action.CHANGE))}
        assert len(kept) >= 3  # open ones, that hide no address
        assert kept <= known


@pytest.mark.parametrize(
    ("slots", "text"),
    [
        ([], ""),
        ([(0, "09:00", "12:00")], "Mo 09:00-12:00"),
        ([(day, "09:00:00", "12:00:00") for day in range(5)], "Mo-Fr 09:00-12:00"),
        ([(0, "14:00", "17:00"), (0, "09:00", "12:00")], "Mo 09:00-12:00,14:00-17:00"),
        ([(0, "9", "9"), (1, "9", "9"), (3, "9", "9")], "Mo,Tu,Th 9-9"),
    ],
)
def test_hours_told_day_by_day(slots: list[tuple[int, str, str]], text: str) -> None:
    assert osm_hours(slots) == text
    if ":" in text:
        assert str(parse_hours(text)) == text
