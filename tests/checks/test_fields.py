"""Each field of the record: what is accepted there, what is refused, and by which rule."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.model.fields import part_of
from generator.model.service import DERIVED_FIELDS, Service
from generator.problems import Severity
from tests.checks.sample import FULL, PATH, blocks, changed, inspected

LONG = "mot " * 1100

# Field → (what is accepted, (what is refused, the rule that refuses it)).
TABLE: dict[str, tuple[list[str], list[tuple[str, str]]]] = {
    "type": (["espace_de_rencontre"], [("mediation", "valeur-inconnue"), ("[x]", "champ-forme")]),
    "nom": (["Relais", "'1, 2, 3'"], [("[Relais]", "champ-forme"), (LONG, "texte-long")]),
    "statut": (["ouvert", "ferme_temporairement"], [("ouverte", "valeur-inconnue")]),
    "gestionnaire.nom": (["Aurore"], [("-Aurore", "debut-de-formule")]),
    "gestionnaire.forme": (["udaf", "caf"], [("Udaf 69", "valeur-inconnue")]),
    "gestionnaire.siret": (["123 456 782 00010"], [("'12345678200011'", "siret")]),
    "gestionnaire.rna": (["W351234567"], [("351234567", "rna")]),
    "gestionnaire.site_web": (["https://a.example"], [("javascript:alert(1)", "adresse-web")]),
    "gestionnaire.reseaux": (["[apmf, unaf]"], [("[apfm]", "valeur-inconnue")]),
    "resume": (["Une phrase."], [(LONG, "texte-long"), ("<script>x</script>", "html")]),
    "description": (["'Deux.\n\n\n  Phrases.'"], [(LONG, "texte-long")]),
    "situations": (["[visite_parent]"], [("[succession]", "situation-de-l-activite")]),
    "cadres": (["[ase]"], [("[juge]", "valeur-inconnue"), ("ase", "champ-forme")]),
    "modes": (["[presentiel, visio]"], [("[zoom]", "valeur-inconnue")]),
    "langues": (["[fr, ar, fsl]"], [("[français]", "langue"), ("[fr, [en]]", "champ-forme")]),
    "contact.telephone": (
        ["01 99 00 12 34", "+33 1 99 00 12 34", "0199001234", "01.99.00.12.34"],
        [("01 99 00 12", "telephone"), ("0899123456", "telephone-surtaxe")],
    ),
    "contact.telephone_precisions": (["ou le 01 99 00 12 35"], [("''", "texte-vide")]),
    "contact.courriel": (["a@b.example"], [("a@b", "courriel"), ("a@b.c@d.example", "courriel")]),
    "contact.site_web": (["https://a.example/b?c=d"], [("https://a.example:80/", "adresse-web")]),
    "contact.rendez_vous": (["https://a.example/"], [("https://1.2.3.4/", "adresse-web")]),
    "acces.qui": (["[parents]"], [("[tous]", "valeur-inconnue")]),
    "acces.comment": (["[sur_place]"], [("[fax]", "valeur-inconnue")]),
    "acces.precisions": (
        ["Sonnez."],
        [("@moi", "lecture-syntaxe"), ("'@moi'", "debut-de-formule")],
    ),
    "acces.documents": (["[un livret]"], [("un livret", "champ-forme"), ("['']", "texte-vide")]),
    "tarif.regime": (["gratuit"], [("offert", "valeur-inconnue")]),
    "tarif.premier_entretien_gratuit": (["oui", "non"], [("true", "oui-non")]),
    "tarif.aide_juridictionnelle": (["oui"], [("1", "oui-non")]),
    "tarif.precisions": (["Selon vos revenus."], [("{a: b}", "champ-forme")]),
    "agrement.prefecture": (["Préfecture du Rhône"], [("|\n    a\n    b", "texte-une-ligne")]),
    "agrement.reference": (["Arrêté 2024-017"], [(LONG, "texte-long")]),
    "agrement.date": (["2024-03-12"], [("12/03/2024", "date"), ("2099-03-12", "date-a-venir")]),
    "agrement.fin": (["2029-03-12"], [("2029-02-30", "date"), ("2001-01-01", "dates-en-ordre")]),
    "conventionnement.caf": ([], [("oui", "conventionnement-mediation"), ("vrai", "oui-non")]),
    "conventionnement.msa": ([], [("oui", "conventionnement-mediation"), ("vrai", "oui-non")]),
    "conventionnement.justice": ([], [("oui", "conventionnement-mediation"), ("x", "oui-non")]),
    "zone.departements": (["['01', '2A', '974']"], [("['20']", "code-departement")]),
    "zone.communes": (["['35238']"], [("['35999']", "departement-connu")]),
    "zone.tribunaux": (["[Tribunal judiciaire de Rennes]"], [("[<i>]", "html")]),
    "zone.precisions": (["la vallée de la Vilaine"], [("=A1", "debut-de-formule")]),
    "violences.accueil_separe": (["oui"], [("peut-être", "oui-non")]),
    "violences.precisions": (["Deux entrées."], [("[Deux entrées]", "champ-forme")]),
    "detention.visites": (["non"], [("Oui bien sûr", "oui-non")]),
    "detention.etablissements": (["[Maison d'arrêt]"], [("Maison d'arrêt", "champ-forme")]),
    "detention.precisions": (["Sur demande."], [("+33", "debut-de-formule")]),
    "delai_attente.semaines": (
        ["'0'", "104"],
        [("105", "nombre-entier"), ("6,5", "nombre-entier")],
    ),
    "delai_attente.liste_attente": (["oui"], [("longue", "oui-non")]),
    "delai_attente.releve_le": (
        ["2026-09-01"],
        [("2026-09", "date"), ("2028-09-01", "date-a-venir")],
    ),
    "alerte.texte": (["Fermé."], [("['Fermé.']", "champ-forme")]),
    "alerte.debut": (["2026-11-01"], [("demain", "date"), ("2027-12-31", "dates-en-ordre")]),
    "alerte.fin": (["2027-11-01"], [("2026-11-31", "date")]),
    "lieux.nom": (["Maison des familles"], [("' '", "texte-vide")]),
    "lieux.role": (["siege", "antenne"], [("principal", "valeur-inconnue")]),
    "lieux.adresse_visible": (
        ["complete"],
        [("oui", "valeur-inconnue"), ("commune", "adresse-cachee")],
    ),
    "lieux.adresse": (["12 bis rue de l'Exemple"], [("[12, rue]", "champ-forme")]),
    "lieux.complement": (["1er étage"], [(LONG, "texte-long")]),
    "lieux.code_postal": (
        ["35000", "35200"],
        [("3500", "code-postal"), ("75001", "code-postal-et-commune")],
    ),
    "lieux.commune": (["Rennes"], [("Nantes", "commune-et-code-insee")]),
    "lieux.code_insee": (["35238"], [("35 238", "code-insee"), ("35999", "code-insee-connu")]),
    "lieux.departement": ([], [("35", "lieu-situe"), ("1", "code-departement")]),
    "lieux.latitude": (
        ["48.11"],
        [("48,11", "latitude"), ("91.5", "latitude"), ("50.9", "position-et-commune")],
    ),
    "lieux.longitude": (["-1.68"], [("1°40", "longitude"), ("20.5", "position-en-france")]),
    "lieux.precision": (["rue"], [("exacte", "valeur-inconnue")]),
    "lieux.horaires": (["Mo-Fr 09:00-12:00"], [("9h-12h", "horaires")]),
    "lieux.horaires_texte": (["le matin"], [("<b>le matin</b>", "html")]),
    "lieux.sur_rendez_vous": (["oui"], [("toujours", "oui-non")]),
    "lieux.fermetures.debut": (["2026-12-20"], [("été", "date"), ("2027-12-20", "dates-en-ordre")]),
    "lieux.fermetures.fin": (["2027-01-20"], [("20 août", "date")]),
    "lieux.fermetures.motif": (["congés"], [(LONG, "texte-long")]),
    "lieux.acces_transport": (["métro ligne a"], [("|\n      a\n      b", "texte-une-ligne")]),
    "lieux.accessibilite.pmr": (["partiel"], [("complet", "valeur-inconnue")]),
    "lieux.accessibilite.acceslibre": (
        ["https://acceslibre.beta.gouv.fr/app/"],
        [("oui", "adresse-web")],
    ),
    "lieux.accessibilite.precisions": (["Sonnez."], [("''", "texte-vide")]),
    "lieux.telephone": (["01 99 00 12 36"], [("12", "numero-court")]),
    "lieux.courriel": (["lieu@b.example"], [("lieu@b.example, a@b.example", "courriel")]),
    "sources.url": (["https://a.example/"], [("ftp://a.example/", "adresse-web")]),
    "sources.titre": (["Nos permanences"], [("=Nos", "debut-de-formule")]),
    "sources.consulte_le": (
        ["2026-11-02"],
        [("2027-11-02", "date-a-venir"), ("1970-01-01", "date-trop-ancienne")],
    ),
    "verification.statut": (["confirme"], [("oui", "valeur-inconnue")]),
    "verification.le": (["2026-10-15"], [("hier", "date")]),
    "verification.par": (["secrétariat du service"], [("[secrétariat]", "champ-forme")]),
    "anciens_identifiants": (
        ["[espace-ancien]"],
        [("[Espace]", "identifiant"), ("[index]", "identifiant")],
    ),
    "remplace_par": ([], [("espace-nul", "successeur-introuvable"), ("É", "identifiant")]),
    "ferme_le": ([], [("2025-01-01", "fermeture-datee"), ("1979-12-31", "date-trop-ancienne")]),
    "derogations.regle": (
        ["capitales"],
        [("Capitales !", "identifiant"), ("majuscules", "derogation-inconnue")],
    ),
    "derogations.raison": (["C'est son nom."], [("''", "texte-vide")]),
}


def fields(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """The dotted names of the fields that hold a value."""
    for name, info in model.model_fields.items():
        part: Any = part_of(info.annotation)
        if part is None:
            yield prefix + name
        else:
            yield from fields(part, f"{prefix}{name}.")


def record_with(field: str, value: str) -> str:
    """The full record of a visible place, with ``value`` written in ``field``."""
    top, *inner = field.split(".")
    if not inner:
        return changed(f"{top}: {value}\n", FULL_VISIBLE)
    written = f"{inner[-1]}: {value}"
    block = blocks(FULL_VISIBLE).get(top, f"{top}:\n")
    pattern = re.compile(rf"^( +(?:- )?){inner[-1]}:.*$", re.MULTILINE)
    block, count = pattern.subn(lambda found: found[1] + written, block, count=1)
    if not count:
        block += f"{'    ' if '- ' in block else '  '}{written}\n"
    return changed(block, FULL_VISIBLE)


FULL_VISIBLE = changed(blocks(FULL)["lieux"].split("  - role: permanence")[0], FULL)
ACCEPTED = [(field, value) for field, (good, _) in TABLE.items() for value in good]
REFUSED = [(field, value, rule) for field, (_, bad) in TABLE.items() for value, rule in bad]


def short(value: object) -> str:
    return str(value)[:30]


def test_every_field_of_the_record_has_a_row() -> None:
    known = {name for name in fields(Service) if name not in DERIVED_FIELDS}
    assert known == set(TABLE)


@pytest.mark.parametrize(("field", "value"), ACCEPTED, ids=short)
def test_what_a_field_accepts_gives_no_error(field: str, value: str, tmp_path: Path) -> None:
    errors = inspected(tmp_path, {PATH: record_with(field, value)}).errors
    assert [one for one in errors if one.rule != "derogation-inutile"] == []


@pytest.mark.parametrize(("field", "value", "rule"), REFUSED, ids=short)
def test_what_a_field_refuses_gives_that_error(
    field: str, value: str, rule: str, tmp_path: Path
) -> None:
    found = inspected(tmp_path, {PATH: record_with(field, value)}).problems
    assert rule in {one.rule for one in found if one.severity is Severity.ERREUR}


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("langues", "fr, ar", "Écrivez « langues: [fr, ar] »."),
        ("cadres", "conventionnel ; ordonnance_jaf", "Écrivez « cadres: [conventionnel, ordonnan"),
        ("zone.departements", "'35'", "Écrivez « departements: ['35'] »."),
        ("acces.documents", "un livret de famille", "Par exemple : « documents: ["),
        ("lieux", "Rennes", "Par exemple : « lieux: [{role: "),
    ],
)
def test_words_in_place_of_a_list_are_written_back_as_one(
    field: str, value: str, hint: str, tmp_path: Path
) -> None:
    found = inspected(tmp_path, {PATH: record_with(field, value)}).problems
    (fault,) = [one for one in found if one.rule == "champ-forme"]
    assert fault.hint.replace("\xa0", " ").startswith(hint)
