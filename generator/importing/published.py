"""Our own JSON back to records, and what the exports add taken out again."""

from typing import Any

from generator.importing.draft import Draft, ImportFileError, Reading
from generator.model.numbers import format_degrees
from generator.model.service import DERIVED_FIELDS
from generator.model.vocabulary import AdresseVisible, Precision
from generator.territory import Territory

_DECIMALS = 5


def read_own_json(document: Any, name: str, territory: Territory, reading: Reading) -> None:
    """The services of ``services.json``, of a département's document, or the one of a document.

    Raises ``ImportFileError`` when there is none.
    """
    services = document.get("services", [document.get("service")])
    if not isinstance(services, list) or not all(isinstance(one, dict) for one in services):
        raise ImportFileError(f"{name} n'a pas de liste « services ».")
    for rank, service in enumerate(services, 1):
        data = as_written(service)
        identifier, departement = (str(data.pop(key, "")) for key in DERIVED_FIELDS)
        place = f"{name}, service n° {rank}"
        draft = Draft(data, place, identifier, departement, is_whole=True)
        without_computed(data, territory)
        reading.drafts.append(draft)


def as_written(value: Any) -> Any:
    """A value of JSON as a record writes it: ``oui``, ``non``, and text."""
    match value:
        case bool():
            return "oui" if value else "non"
        case float():
            return format_degrees(value)
        case int():
            return str(value)
        case list():
            return [as_written(one) for one in value]
        case dict():
            return {key: as_written(one) for key, one in value.items() if one not in (None, [])}
        case _:
            return value


def without_computed(data: dict[str, Any], territory: Territory) -> None:
    """Take out of ``data``, in place, what the exports add to a place.

    Its département, when its commune tells it; a position that is its commune's centre; and what is
    so when nothing is said.
    """
    lieux = data.get("lieux")
    for lieu in lieux if isinstance(lieux, list) else ():
        if not isinstance(lieu, dict):
            continue
        if lieu.get("adresse_visible") == AdresseVisible.COMPLETE:
            del lieu["adresse_visible"]
        commune = territory.commune(str(lieu.get("code_insee", "")))
        if commune is None:
            continue
        if lieu.get("departement") == commune.departement:
            del lieu["departement"]
        centre = [
            format_degrees(round(one, _DECIMALS)) for one in (commune.latitude, commune.longitude)
        ]
        position = [lieu.get("latitude"), lieu.get("longitude")]
        if lieu.get("precision") == Precision.COMMUNE and position == centre:
            for key in ("latitude", "longitude", "precision"):
                del lieu[key]
