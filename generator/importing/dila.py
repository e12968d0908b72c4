"""The directory of public services (DILA, « Annuaire de l'administration »): its ``service`` records.

Field names after its data file and its API, which differ: the API gives lists and groups as JSON
inside texts. Traps: ``pivot.code_insee_commune`` are the communes a service is competent for, not
where it is; one of the addresses may be postal only; ``affectation_personne`` names persons.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.importing.draft import Draft, ImportFileError, Reading, put
from generator.importing.foreign import groups, text
from generator.importing.guesses import activity_of, is_somewhere, put_description
from generator.importing.week import osm_hours
from generator.json_documents import JsonError, read_json
from generator.model.vocabulary import AccesPmr

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ACCESS = {"ACC": AccesPmr.OUI, "DEM": AccesPmr.PARTIEL, "NAC": AccesPmr.NON}
_TAKEN = frozenset(
    "id nom pivot adresse telephone adresse_courriel site_internet plage_ouverture mission siret "
    "url_service_public code_insee_commune information_complementaire date_modification "
    "partenaire ancien_code_pivot itm_identifiant itm_geometrie version_type categorie".split()
)
_NEVER = frozenset({"affectation_personne", "hierarchie"})
"""Names of persons, and the tree of offices: neither taken nor repeated."""


def read_dila(document: Any, name: str, reading: Reading) -> None:
    """A draft for each record. Raises ``ImportFileError`` when there is none."""
    records = document
    if isinstance(document, dict):
        records = document.get("service", document.get("results"))
    if not isinstance(records, list) or not all(isinstance(one, dict) for one in records):
        raise ImportFileError(f"{name} n'a pas de liste « service ».")
    for rank, record in enumerate(records, 1):
        place = f"{name}, service n° {rank}"
        fields = {key: _opened(value) for key, value in record.items()}
        for key, value in fields.items():
            if value not in (None, "", []) and key not in _TAKEN | _NEVER:
                reading.remark(name, f"« {key} » n'est pas repris")
        reading.drafts.append(Draft(_data(fields, place, reading), place))


def _opened(value: Any) -> Any:
    """The list or group that a text of the API holds; any other value as it is."""
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return read_json(value.encode())
        except JsonError:
            return value
    return value


def _data(record: Mapping[str, Any], place: str, reading: Reading) -> dict[str, Any]:
    data: dict[str, Any] = {}
    name, mission = text(record, "nom"), text(record, "mission")
    put(data, ("type",), activity_of(name, mission))
    put(data, ("nom",), name)
    put(data, ("gestionnaire", "nom"), name)
    put(data, ("gestionnaire", "siret"), text(record, "siret"))
    put_description(data, mission)
    for field, values in (
        ("telephone", list(_values(record, "telephone"))),
        ("courriel", list(_values(record, "adresse_courriel"))),
        ("site_web", list(_values(record, "site_internet"))),
    ):
        put(data, ("contact", field), values[0] if values else "")
        for other in values[1:]:
            reading.remark(place, f"un autre « {field} » n'est pas repris : {other}")
    put(data, ("acces", "precisions"), text(record, "information_complementaire"))
    put(data, ("sources",), [{"url": url}] if (url := text(record, "url_service_public")) else [])
    lieu = _lieu(record, place, reading)
    put(data, ("lieux",), [lieu] if is_somewhere(lieu, place, reading) else [])
    return data


def _lieu(record: Mapping[str, Any], place: str, reading: Reading) -> dict[str, Any]:
    addresses = [
        one for one in groups(record, "adresse") if text(one, "type_adresse") != "Adresse postale"
    ]
    for _ in addresses[1:]:
        reading.remark(place, "seule la première adresse est reprise")
    lieu: dict[str, Any] = {}
    if addresses:
        address = addresses[0]
        put(lieu, ("adresse",), text(address, "numero_voie"))
        more = [text(address, one) for one in ("complement1", "complement2")]
        put(lieu, ("complement",), ", ".join(filter(None, more)))
        put(lieu, ("code_postal",), text(address, "code_postal"))
        put(lieu, ("commune",), text(address, "nom_commune"))
        access = _ACCESS.get(text(address, "accessibilite"))
        put(lieu, ("accessibilite", "pmr"), access.value if access else "")
        put(lieu, ("accessibilite", "precisions"), text(address, "note_accessibilite"))
        if text(address, "latitude"):
            reading.remark(
                place.partition(",")[0],
                "les positions ne sont pas reprises : leur précision n'est pas dite",
            )
    put(lieu, ("code_insee",), text(record, "code_insee_commune"))
    put(lieu, ("horaires",), osm_hours(list(_slots(record, place, reading))))
    notes = [text(one, "commentaire") for one in groups(record, "plage_ouverture")]
    put(lieu, ("horaires_texte",), " ; ".join(dict.fromkeys(filter(None, notes))))
    return lieu


def _slots(
    record: Mapping[str, Any], place: str, reading: Reading
) -> Iterator[tuple[int, str, str]]:
    """Each day with its hours; what is not about days of the week is told in ``reading``."""
    for one in groups(record, "plage_ouverture"):
        times = [
            tuple(text(one, f"valeur_heure_{end}_{rank}") for end in ("debut", "fin"))
            for rank in ("1", "2")
        ]
        first, last = (text(one, key).lower() for key in ("nom_jour_debut", "nom_jour_fin"))
        days = _days(first, last or first)
        if any(map(any, times)) and not (
            days and all(all(both) or not any(both) for both in times)
        ):
            reading.remark(place, "des horaires sans jours de la semaine ou sans fin sont à écrire")
            continue
        for opens, closes in times:
            if opens:
                yield from ((day, opens, closes) for day in days)


def _days(first: str, last: str) -> list[int]:
    """The days from one to the other, over Sunday if need be; none when one is not a day."""
    if first not in _DAYS or last not in _DAYS:
        return []
    begins, ends = _DAYS.index(first), _DAYS.index(last)
    return [day % 7 for day in range(begins, (ends if ends >= begins else ends + 7) + 1)]


def _values(record: Mapping[str, Any], key: str) -> Iterator[str]:
    """The values of a list of texts or of groups with a ``valeur``; or the one text."""
    value = record.get(key)
    for one in value if isinstance(value, list) else [value]:
        text = one.get("valeur") if isinstance(one, dict) else one
        if isinstance(text, str) and text.strip():
            yield text.strip()
