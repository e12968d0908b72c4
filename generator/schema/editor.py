"""The JSON Schema (draft 2020-12) of a record as text: for editors, and published with the data.

Editors that speak YAML 1.2 read ``35000`` as a number and say so here; ``annuaire check``, for which
everything is text, is more lenient. ``errorMessage``, ``patternErrorMessage``,
``markdownDescription`` and ``markdownEnumDescriptions`` are VS Code's own keywords (JSON language
service, which its YAML extension uses); other validators ignore them, as the draft allows.
"""

import json
from typing import Any

from pydantic import BaseModel

from generator.model.service import Service
from generator.model.types import Written
from generator.model.vocabulary import Term
from generator.schema.fields import Described, fields_of, parts
from generator.typography import no_break

Schema = dict[str, Any]

_TITLE = "Fiche d'un service"
_MEANING = (
    "Une activité (médiation familiale ou espace de rencontre) d'un organisme, avec les lieux où elle "
    "reçoit. Ce que l'on ne sait pas ne s'écrit pas."
)
_TEXT = (
    "On attend un texte ; s'il ressemble à un nombre ou à une date, mettez-le entre apostrophes."
)
_FOR_PEOPLE = frozenset(
    {
        "title",
        "description",
        "markdownDescription",
        "markdownEnumDescriptions",
        "errorMessage",
        "patternErrorMessage",
        "$comment",
    }
)


def to_schema() -> str:
    """The text of the schema, the same for the same model."""
    definitions = {one.__name__: _group(one) for one in parts() if one is not Service}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE,
        "description": _MEANING,
        **_group(Service),
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(_typeset(schema), ensure_ascii=False, indent=2) + "\n"


def _typeset(node: Any, key: str = "") -> Any:
    """``node`` with no-break spaces in what people read, and nowhere else."""
    if isinstance(node, dict):
        return {name: _typeset(value, name) for name, value in node.items()}
    if isinstance(node, list):
        return [_typeset(value, key) for value in node]
    return no_break(node) if key in _FOR_PEOPLE and isinstance(node, str) else node


def _group(model: type[BaseModel]) -> Schema:
    fields = list(fields_of(model))
    return {
        "type": "object",
        "properties": {one.name: _property(one) for one in fields},
        "required": [one.name for one in fields if one.is_required],
        "additionalProperties": False,
        "errorMessage": f"On attend ici des champs parmi : {', '.join(one.name for one in fields)}.",
    }


def _property(field: Described) -> Schema:
    told: Schema = {
        "title": field.title,
        "description": field.meaning,
        "markdownDescription": _markdown(field),
        "examples": [field.example],
    }
    if field.default is not None:
        told["default"] = field.default
    if field.source:
        told["$comment"] = f"Source : {field.source}"
    if not field.is_list:
        return told | _one(field)
    items = _one(field)
    return told | {
        "type": "array",
        "items": items,
        "minItems": field.minimum,
        "errorMessage": "On attend une liste : une valeur par ligne, après un tiret et une espace.",
    }


def _one(field: Described) -> Schema:
    if field.part is not None:
        return {"$ref": f"#/$defs/{field.part.__name__}"}
    if field.terms is not None:
        return _choice(field.terms)
    if field.written is None:
        raise TypeError(f"{field.name} holds nothing")
    return _value(field.written, _first(field.example))


def _choice(terms: type[Term]) -> Schema:
    return {
        "type": "string",
        "enum": [term.value for term in terms],
        "markdownEnumDescriptions": [f"**{term.label}** : {term.definition}" for term in terms],
        "errorMessage": f"Valeurs possibles : {', '.join(terms)}.",
    }


def _value(written: Written, example: str) -> Schema:
    schema: Schema = dict(written.schema)
    if "enum" in schema:
        return schema | {"errorMessage": f"Valeurs possibles : {', '.join(schema['enum'])}."}
    shown = f"'{example}'" if written.is_quoted else example
    wanted = f"On attend : {written.constraint}. Par exemple : {shown}"
    schema["errorMessage"] = f"{wanted} (entre apostrophes)" if written.is_quoted else _TEXT
    if "pattern" in schema:
        schema["patternErrorMessage"] = wanted
    return schema


def _markdown(field: Described) -> str:
    lines = [field.meaning]
    if field.written is not None:
        lines.append(f"On attend : {field.written.constraint}.")
    lines.append(f"Exemple : `{_shown(field.example)}`")
    if field.source:
        lines.append(f"Source : {field.source}")
    return "\n\n".join(lines)


def _shown(example: Any) -> str:
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)


def _first(example: Any) -> str:
    return str(example[0] if isinstance(example, list) else example)
