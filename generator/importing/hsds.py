"""HSDS 3 (Open Referral): services with their organisation, places and hours."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.exports.hsds import ADDRESS_ON_REQUEST, STATUS, identifier
from generator.exports.schedules import DAYS
from generator.importing.draft import Draft, ImportFileError, Reading, Remark, put
from generator.importing.foreign import group, groups, text
from generator.importing.guesses import activity_of, is_somewhere, put_description
from generator.importing.week import osm_hours
from generator.model.languages import LANGUAGES
from generator.model.vocabulary import Activite, AdresseVisible, Cadre, Mode, Situation

_STATUS = {theirs: ours.value for ours, theirs in STATUS.items()}
_TERMS = {
    "situation": ("situations", Situation),
    "cadre": ("cadres", Cadre),
    "mode": ("modes", Mode),
}
_TAKEN = frozenset(
    "id name description url email status organization phones languages attributes alert "
    "service_at_locations required_documents assured_date cost_options service_areas".split()
)
_HOURS = "opening_hours : "


def read_hsds(document: Any, name: str, ids: Iterable[str], reading: Reading) -> None:
    """A draft for each service of a page, of a list, or for the one of a document.

    ``ids`` are our identifiers, among which those of our own export are found again.
    Raises ``ImportFileError`` when there is no service.
    """
    contents = document.get("contents", document) if isinstance(document, dict) else document
    services = contents if isinstance(contents, list) else [contents]
    if not all(isinstance(one, dict) and "name" in one for one in services):
        raise ImportFileError(f"{name} n'a pas de service HSDS (« id », « name »…).")
    ours = {identifier(one): one for one in ids}
    for rank, service in enumerate(services, 1):
        place = f"{name}, service n° {rank}"
        for key, value in service.items():
            if value not in (None, "", []) and key not in _TAKEN:
                reading.remark(name, f"« {key} » n'est pas repris")
        status = text(service, "status")
        draft = Draft(_data(service, place, reading), place, ours.get(text(service, "id"), ""))
        if draft.identifier:
            draft.data.pop("sources", None)  # our own pages are no source of our records
        if status and status not in _STATUS:
            draft.faults.append(Remark(place, f"on ne sait pas dire l'état « {status} »"))
        reading.drafts.append(draft)


def _data(service: Mapping[str, Any], place: str, reading: Reading) -> dict[str, Any]:
    data: dict[str, Any] = {}
    terms = dict(_attributes(service))
    kinds = terms.get("activite", [])
    told = activity_of(text(service, "name"), text(service, "description"))
    put(data, ("type",), kinds[0] if kinds and kinds[0] in set(Activite) else told)
    put(data, ("nom",), text(service, "name"))
    put(data, ("statut",), _STATUS.get(text(service, "status"), ""))
    put(data, ("gestionnaire", "nom"), text(group(service, "organization"), "name"))
    put(data, ("gestionnaire", "site_web"), text(group(service, "organization"), "website"))
    for one in groups(group(service, "organization"), "organization_identifiers"):
        kind = text(one, "identifier_type").lower()
        if kind in ("siret", "rna"):
            put(data, ("gestionnaire", kind), text(one, "identifier"))
    put_description(data, text(service, "description"))
    put(data, ("contact", "telephone"), _phone(service))
    put(data, ("contact", "courriel"), text(service, "email"))
    put(data, ("contact", "site_web"), text(group(service, "organization"), "website"))
    put(data, ("sources",), [{"url": url}] if (url := text(service, "url")) else [])
    codes = [text(one, "code") for one in groups(service, "languages")]
    put(data, ("langues",), [one for one in codes if one in LANGUAGES])
    documents = [text(one, "document") for one in groups(service, "required_documents")]
    put(data, ("acces", "documents"), [one for one in documents if one])
    for kind, (field, allowed) in _TERMS.items():
        put(data, (field,), [one for one in terms.get(kind, []) if one in set(allowed)])
    lieux = [_lieu(one, place, reading) for one in groups(service, "service_at_locations")]
    put(data, ("lieux",), [one for one in lieux if is_somewhere(one, place, reading)])
    return data


def _attributes(service: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """The codes of taxonomy terms, by the name of the taxonomy."""
    found: dict[str, list[str]] = {}
    for one in groups(service, "attributes"):
        term = group(one, "taxonomy_term")
        found.setdefault(text(term, "taxonomy"), []).append(text(term, "code"))
    yield from found.items()


def _lieu(held: Mapping[str, Any], place: str, reading: Reading) -> dict[str, Any]:
    location = group(held, "location")
    addresses = groups(location, "addresses")
    address: Mapping[str, Any] = addresses[0] if addresses else {}
    lieu: dict[str, Any] = {}
    if text(location, "description") == ADDRESS_ON_REQUEST:
        lieu["adresse_visible"] = AdresseVisible.COMMUNE.value
    for theirs, ours in (
        ("address_1", "adresse"),
        ("address_2", "complement"),
        ("postal_code", "code_postal"),
        ("city", "commune"),
    ):
        put(lieu, (ours,), text(address, theirs))
    if text(location, "name") != text(address, "city"):
        put(lieu, ("nom",), text(location, "name"))
    put(lieu, ("acces_transport",), text(location, "transportation"))
    put(lieu, ("telephone",), _phone(held))
    put(lieu, ("horaires",), _hours(groups(held, "schedules"), place, reading))
    if location.get("latitude") is not None:
        reading.remark(
            place.partition(",")[0],
            "les positions ne sont pas reprises : leur précision n'est pas dite",
        )
    return lieu


def _hours(schedules: list[Mapping[str, Any]], place: str, reading: Reading) -> str:
    for one in schedules:
        if text(one, "notes").startswith(_HOURS):
            return text(one, "notes").removeprefix(_HOURS)
    slots = []
    for one in schedules:
        days = [DAYS.index(day) for day in text(one, "byday").split(",") if day in DAYS]
        weekly = text(one, "freq") == "WEEKLY" and one.get("interval", 1) == 1
        if not (weekly and days and not one.get("byweekno") and text(one, "opens_at")):
            reading.remark(
                place, "des horaires qui ne sont pas ceux de chaque semaine sont à écrire"
            )
            return ""
        slots += [(day, text(one, "opens_at"), text(one, "closes_at")) for day in days]
    return osm_hours(slots)


def _phone(holder: Mapping[str, Any]) -> str:
    phones = groups(holder, "phones")
    return text(phones[0], "number") if phones else ""
