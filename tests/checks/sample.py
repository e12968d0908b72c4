"""Valid fictional records, and ways to change one and see what is said of it.

Real communes, telephone numbers that Arcep keeps for fiction, ``.example`` domains.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from generator.checks.catalogue import RECORDS_CHECKS
from generator.checks.rules import Context, RecordsCheck
from generator.checks.run import Inspection, inspect
from generator.problems import Problem
from generator.territory import Territory

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 12, 1)
PATH = "35/mediation-exemple-35.yaml"

MEDIATION = """\
type: mediation_familiale
nom: Médiation familiale de l'association Exemple
statut: ouvert
gestionnaire:
  nom: Association Exemple
resume: Un médiateur aide les parents séparés à se parler.
contact:
  telephone: '01 99 00 56 78'
lieux:
  - role: siege
    adresse: 3 rue de l'Exemple
    code_postal: '35000'
    commune: Rennes
    code_insee: '35238'
sources:
  - url: https://association.example/mediation
    consulte_le: '2026-11-02'
verification:
  statut: a_confirmer
"""

RENCONTRE = """\
type: espace_de_rencontre
nom: Espace de rencontre de l'association Exemple
statut: ouvert
gestionnaire:
  nom: Association Exemple
resume: Un enfant y retrouve un parent qu'il ne voit plus.
contact:
  telephone: '01 99 00 56 79'
lieux:
  - role: siege
    code_postal: '35000'
    commune: Rennes
    code_insee: '35238'
sources:
  - url: https://association.example/rencontre
    consulte_le: '2026-11-02'
verification:
  statut: a_confirmer
"""

FULL = """\
type: espace_de_rencontre
nom: Espace de rencontre de l'association Exemple
statut: ouvert
gestionnaire:
  nom: Association EXEMPLAIRE
  forme: association
  rna: W751234567
  site_web: https://www.association.example/
  reseaux: [ffer, fenamef]
resume: Un enfant y retrouve un parent qu'il ne voit plus.
description: |-
  Le service reçoit les familles depuis 2003 :

  - le mercredi ;
  - le samedi.
situations: [visite_parent, passage_de_bras]
cadres: [ordonnance_jaf, juge_des_enfants]
modes: [presentiel, visio]
langues: [fr, en, fsl]
contact:
  telephone: '01 99 00 12 34'
  telephone_precisions: du lundi au jeudi, de 9 h à 12 h
  courriel: contact@association.example
  site_web: https://www.association.example/rencontre
  rendez_vous: https://www.association.example/rendez-vous
acces:
  qui: [parents, grands_parents]
  comment: [telephone, courriel, en_ligne]
  precisions: Chaque parent est d'abord reçu seul.
  documents: [la décision du juge, une pièce d'identité]
tarif:
  regime: gratuit
  premier_entretien_gratuit: oui
  aide_juridictionnelle: non
  precisions: Rien n'est demandé aux familles.
agrement:
  prefecture: Préfecture d'Ille-et-Vilaine
  reference: Arrêté 2024-017
  date: '2024-03-12'
  fin: '2029-03-11'
zone:
  departements: ['35', '22']
  communes: ['35238', '35360']
  tribunaux: [Tribunal judiciaire de Rennes]
  precisions: la vallée de la Vilaine
violences:
  accueil_separe: oui
  precisions: Deux entrées et deux horaires différents.
detention:
  visites: oui
  etablissements: [Maison d'arrêt de Villefictive]
  precisions: Sur demande du parent détenu.
delai_attente:
  semaines: '6'
  liste_attente: oui
  releve_le: '2026-09-01'
alerte:
  texte: Le service déménage en janvier.
  debut: '2026-11-20'
  fin: '2027-01-15'
lieux:
  - nom: Maison des familles
    role: siege
    adresse_visible: complete
    adresse: 12 rue de l'Exemple
    complement: Centre social, 1er étage
    code_postal: '35000'
    commune: Rennes
    code_insee: '35238'
    latitude: '48.11000'
    longitude: '-1.68000'
    precision: adresse
    horaires: Mo-Fr 09:00-12:00,14:00-17:00; PH off
    horaires_texte: permanence téléphonique le matin
    sur_rendez_vous: oui
    fermetures:
      - debut: '2026-12-21'
        fin: '2027-01-03'
        motif: congés de fin d'année
    acces_transport: métro ligne a, arrêt Exemple
    accessibilite:
      pmr: oui
      acceslibre: https://acceslibre.beta.gouv.fr/
      precisions: Sonnette à l'entrée de plain-pied, côté cour.
    telephone: '01 99 00 12 35'
    courriel: antenne@association.example
  - role: permanence
    adresse_visible: commune
    commune: Vitré
    code_insee: '35360'
    code_postal: '35500'
  - role: itinerant
    adresse_visible: departement
    departement: '22'
sources:
  - url: https://www.association.example/nos-permanences
    titre: Nos permanences
    consulte_le: '2026-11-02'
  - url: https://www.caf.example/espaces
verification:
  statut: confirme
  le: '2026-10-15'
  par: secrétariat du service
anciens_identifiants: [espace-rencontre-exemple]
derogations:
  - regle: capitales
    raison: C'est le nom déposé de l'association.
"""

VALID = {"médiation": MEDIATION, "rencontre": RENCONTRE}


@cache
def context(*, fictional: bool = True) -> Context:
    """The reference tables, and a day that does not move."""
    return Context(Territory.load(ROOT), TODAY, fictional)


def blocks(text: str) -> dict[str, str]:
    """The top-level keys of a record with their lines; what precedes the first is under ``""``."""
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if begins := re.match(r"([^\s#:-][^:]*):", line):
            key = begins[1]
        found[key] = found.get(key, "") + line
    return found


def changed(change: str, base: str = MEDIATION) -> str:
    """``base`` with the top-level keys of ``change`` in place of its own, the new ones at the end.

    A key that is commented out (``# lieux:``) is left out.
    """
    merged = blocks(base) | blocks(change)
    for gone in re.findall(r"^# (\w+):$", change, re.MULTILINE):
        del merged[gone]
    return "".join(merged.values())


def inspected(
    folder: Path,
    files: Mapping[str, str],
    *,
    fictional: bool = True,
    across: Sequence[RecordsCheck] = RECORDS_CHECKS,
) -> Inspection:
    """Write records under ``folder``/data/services, by their paths, and check them together."""
    services = folder / "data" / "services"
    services.mkdir(parents=True)
    for path, text in files.items():
        file = services / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return inspect(services, folder, context(fictional=fictional), across=across)


def several(example: str) -> dict[str, str]:
    """The records of an example of several, each merged over the valid record of its activity."""
    pieces = re.split(r"^# (\S+\.yaml)\n", example, flags=re.MULTILINE)
    assert pieces[0] == ""
    return dict(zip(pieces[1::2], (changed(one) for one in pieces[2::2]), strict=True))


def listing(problems: tuple[Problem, ...]) -> str:
    """The problems as the golden files hold them."""
    return "".join(
        f"{one.path}:{one.line}:{one.column}: {one.severity} [{one.rule}]"
        f"{f' {one.field}' if one.field else ''} : {one.message}\n    → {one.hint}\n"
        for one in problems
    )
