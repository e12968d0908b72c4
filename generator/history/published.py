"""An edition from the ``services.json`` it was published in."""

import datetime
from pathlib import Path
from typing import Any

from generator.changes import Edition
from generator.errors import UsageError, reason
from generator.json_documents import JsonError, read_json
from generator.records.identifiers import is_valid_id

MAX_BYTES = 256 * 1024 * 1024
"""A directory of the whole country is a hundred times smaller."""


class _NotOursError(ValueError):
    """The document is not one that this project published."""


def read_published(file: Path) -> Edition:
    """The edition in ``file``. Raises ``UsageError`` when it is not a ``services.json`` of ours."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise UsageError(f"{file} est bien trop gros pour être un services.json.")
        return parse_published(file.read_bytes(), file.name)
    except OSError as error:
        raise UsageError(f"{file} ne peut pas être lu : {reason(error)}.") from error
    except _NotOursError as error:
        raise UsageError(f"{file} n'est pas un services.json de l'annuaire : {error}.") from error


def parse_published(content: bytes, name: str) -> Edition:
    """The edition that ``content`` holds. Raises ``ValueError`` when it is not one."""
    try:
        document = read_json(content)
    except JsonError as error:
        raise _NotOursError(str(error)) from error
    services = document.get("services") if isinstance(document, dict) else None
    if not isinstance(services, list):
        raise _NotOursError("la liste « services » manque")
    found: dict[str, dict[str, Any]] = {}
    for rank, service in enumerate(services, 1):
        fault = _fault(service)
        if fault:
            raise _NotOursError(f"service n° {rank} : {fault}")
        if service["id"] in found:
            raise _NotOursError(f"l'identifiant « {service['id']} » y est deux fois")
        found[service["id"]] = service
    try:
        return Edition(name, _day(document.get("generated_at")), found)
    except ValueError as error:
        raise _NotOursError("« generated_at » n'est pas une date") from error


def _fault(service: Any) -> str:
    """Why the comparison could not read this service; empty when it can."""
    if not isinstance(service, dict):
        return "ce n'est pas un groupe de champs"
    if not isinstance(service.get("id"), str) or not is_valid_id(service["id"]):
        return "l'identifiant manque ou n'en est pas un"
    for name in ("lieux", "sources"):
        value = service.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            return f"« {name} » n'est pas une liste de groupes de champs"
    names = service.get("anciens_identifiants", [])
    if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
        return "« anciens_identifiants » n'est pas une liste de textes"
    if not isinstance(service.get("verification", {}), dict):
        return "« verification » n'est pas un groupe de champs"
    return _fault_of_texts(service)


def _fault_of_texts(service: dict[str, Any]) -> str:
    texts = [service.get(name, "") for name in ("nom", "departement", "remplace_par", "ferme_le")]
    texts += [lieu.get("departement", "") for lieu in service.get("lieux", ())]
    if not all(isinstance(one, str) for one in texts):
        return "un texte est attendu, et l'on trouve autre chose"
    days = [service.get("verification", {}).get("le")]
    days += [source.get("consulte_le") for source in service.get("sources", ())]
    try:
        for day in days:
            _day(day)
    except ValueError:
        return "une date n'en est pas une"
    return ""


def _day(value: Any) -> datetime.date | None:
    if value is None:
        return None
    return datetime.date.fromisoformat(value if isinstance(value, str) else "")
