"""data·inclusion v1: its structures and services, from any producer, ours included."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from generator.exports.data_inclusion import MOBILISATION, SOURCE
from generator.importing.draft import Draft, Reading, put
from generator.importing.foreign import text, texts
from generator.importing.guesses import activity_of, is_somewhere, put_description
from generator.model.vocabulary import Mode, Regime

_TAKEN_SERVICE = frozenset(
    "source structure_id id nom description lien_source frais frais_precisions commune code_postal "
    "code_insee adresse complement_adresse telephone courriel modes_accueil zone_eligibilite "
    "lien_mobilisation modes_mobilisation mobilisation_precisions horaires_accueil date_maj "
    "thematiques publics mobilisable_par longitude latitude".split()
)
_TAKEN_STRUCTURE = frozenset(
    "source id nom date_maj lien_source siret telephone courriel site_web commune code_postal "
    "code_insee adresse complement_adresse longitude latitude accessibilite_lieu".split()
)
_NEVER = frozenset({"contact_nom_prenom"})
"""Names of persons: neither taken nor repeated."""

_STEPS = {theirs: ours.value for ours, theirs in MOBILISATION.items()}


def is_structures(rows: list[Mapping[str, Any]]) -> bool:
    """True for rows of the table ``structures``."""
    return bool(rows) and "structure_id" not in rows[0]


def read_inclusion(tables: list[tuple[str, list[Mapping[str, Any]]]], reading: Reading) -> None:
    """A draft for the services of one name in one structure, with a place for each."""
    structures: dict[str, Mapping[str, Any]] = {}
    groups: defaultdict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
    for name, rows in tables:
        for rank, row in enumerate(rows, 1):
            place = f"{name}, ligne n° {rank}"
            if is_structures(rows):
                structures[text(row, "id")] = row
                _remark_left(row, _TAKEN_STRUCTURE, name, reading)
            else:
                groups[text(row, "structure_id"), text(row, "nom")].append((place, row))
                _remark_left(row, _TAKEN_SERVICE, name, reading)
    for (structure_id, _), rows_of_one in groups.items():
        structure = structures.get(structure_id, {})
        if not structure:
            reading.remark(rows_of_one[0][0], f"la structure « {structure_id} » n'est pas donnée")
        reading.drafts.append(_draft(structure, structure_id, rows_of_one, reading))


def _remark_left(
    row: Mapping[str, Any], taken: frozenset[str], name: str, reading: Reading
) -> None:
    for key, value in row.items():
        if value not in (None, "", []) and key not in taken | _NEVER:
            reading.remark(name, f"« {key} » n'est pas repris")


def _draft(
    structure: Mapping[str, Any],
    structure_id: str,
    rows: list[tuple[str, Mapping[str, Any]]],
    reading: Reading,
) -> Draft:
    place, row = rows[0]
    data: dict[str, Any] = {}
    own = structure_id.removeprefix(f"{SOURCE}--") if structure_id.startswith(f"{SOURCE}--") else ""
    put(data, ("type",), activity_of(text(row, "nom"), text(row, "description")))
    put(data, ("nom",), text(row, "nom"))
    put(data, ("gestionnaire", "nom"), text(structure, "nom"))
    put(data, ("gestionnaire", "siret"), text(structure, "siret"))
    put_description(data, text(row, "description"))
    for key in ("telephone", "courriel"):
        put(data, ("contact", key), text(row, key) or text(structure, key))
    put(data, ("contact", "site_web"), text(structure, "site_web"))
    put(data, ("contact", "rendez_vous"), text(row, "lien_mobilisation"))
    _put_terms(data, row, place, reading)
    put(data, ("acces", "precisions"), text(row, "mobilisation_precisions"))
    if not own:  # our own pages are no source of our records
        put(data, ("sources",), [{"url": url}] if (url := text(row, "lien_source")) else [])
    draft = Draft(data, place, own)
    lieux: list[dict[str, Any]] = []
    for where, one in rows:
        lieu = _lieu(one, where, reading)
        if is_somewhere(lieu, where, reading):
            lieux.append(lieu)
            draft.places[f"lieux[{len(lieux)}]"] = where
    put(data, ("lieux",), lieux)
    return draft


def _put_terms(data: dict[str, Any], row: Mapping[str, Any], place: str, reading: Reading) -> None:
    if text(row, "frais") == "gratuit":
        put(data, ("tarif", "regime"), Regime.GRATUIT.value)
    elif text(row, "frais"):
        reading.remark(
            place, "« frais » dit que c'est payant, sans dire comment : le tarif est à écrire"
        )
    put(data, ("tarif", "precisions"), text(row, "frais_precisions"))
    modes = texts(row, "modes_accueil")
    if "en-presentiel" in modes:
        put(data, ("modes",), [Mode.PRESENTIEL.value])
    if "a-distance" in modes:
        reading.remark(
            place, "« a-distance » ne dit pas si c'est par vidéo ou au téléphone : à préciser"
        )
    steps = texts(row, "modes_mobilisation")
    put(data, ("acces", "comment"), [_STEPS[one] for one in steps if one in _STEPS])
    codes = texts(row, "zone_eligibilite")
    put(data, ("zone", "departements"), [one for one in codes if len(one) in (2, 3)])
    put(data, ("zone", "communes"), [one for one in codes if len(one) == 5])
    for code in codes:
        if len(code) not in (2, 3, 5):
            reading.remark(place, f"le territoire « {code} » n'est pas repris")


def _lieu(row: Mapping[str, Any], place: str, reading: Reading) -> dict[str, Any]:
    lieu = {
        ours: text(row, theirs)
        for theirs, ours in (
            ("adresse", "adresse"),
            ("complement_adresse", "complement"),
            ("code_postal", "code_postal"),
            ("commune", "commune"),
            ("code_insee", "code_insee"),
            ("horaires_accueil", "horaires"),
        )
        if text(row, theirs)
    }
    if row.get("latitude") is not None:
        reading.remark(
            place.rpartition(",")[0] or place,
            "les positions ne sont pas reprises : leur précision n'est pas dite",
        )
    return lieu
