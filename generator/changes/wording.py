"""A change in French words: the same in a terminal, in a pull request and in a feed."""

import json
from typing import Any

from pydantic import BaseModel

from generator.changes.changes import Change, FieldChange, Kind, Way
from generator.model.fields import part_of
from generator.model.service import Service
from generator.typography import continued

TITLES = {
    Kind.AJOUT: "Ajoutés",
    Kind.FERMETURE: "Fermés",
    Kind.RENOMMAGE: "Renommés",
    Kind.MODIFICATION: "Modifiés",
    Kind.RETRAIT: "Retirés",
}
"""The heading above the changes of a kind."""

NOTHING = "rien"
"""Stands for a value that is not known."""


def sentence(change: Change) -> str:
    """What happened, without the service's name nor the fields: « Fermé le 2026-06-30 »."""
    match change.kind:
        case Kind.AJOUT:
            return "Service ajouté à l'annuaire"
        case Kind.FERMETURE:
            day = f" le {change.closed_on}" if change.closed_on else ""
            next_one = f", remplacé par {change.successor}" if change.successor else ""
            return f"Service fermé{day}{next_one}"
        case Kind.RENOMMAGE:
            return f"Nouvel identifiant, qui remplace {change.former_id}"
        case Kind.MODIFICATION:
            return "Fiche mise à jour"
        case Kind.RETRAIT:
            return "Fiche retirée de l'annuaire"


def summary(counts: dict[Kind, int]) -> str:
    """``2 ajoutés, 1 fermé``; « aucun changement » when all counts are 0."""
    parts = [
        f"{count} {TITLES[kind].lower() if count > 1 else TITLES[kind].lower().removesuffix('s')}"
        for kind, count in counts.items()
        if count
    ]
    return ", ".join(parts) or "aucun changement"


def label(change: FieldChange) -> str:
    """The field under its titles in the model: ``Lieux (2), horaires``."""
    titles = _titles(change.way)
    return ", ".join([titles[0], *map(continued, titles[1:])])


def _titles(way: Way) -> list[str]:
    model: type[BaseModel] | None = Service
    titles: list[str] = []
    for step in way:
        if isinstance(step, int):
            titles[-1] += f" ({step + 1})"
            continue
        info = model.model_fields.get(step) if model else None
        titles.append((info.title if info else None) or step)
        model = part_of(info.annotation) if info else None
    return titles


def words(value: Any) -> str:
    """A value of JSON as people read it."""
    match value:
        case None:
            return NOTHING
        case bool():
            return "oui" if value else "non"
        case str():
            return value
        case list():
            return ", ".join(map(words, value)) or NOTHING
        case dict():
            return " ; ".join(f"{key} : {words(one)}" for key, one in value.items()) or NOTHING
        case _:
            return json.dumps(value)
