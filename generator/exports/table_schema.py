"""The Table Schema (Data Package v2) of a CSV file."""

from typing import Any

from generator.exports.columns import Column, Kind
from generator.exports.tables import Table
from generator.exports.values import SEPARATOR

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"

KEYS = {"services": ["id"], "lieux": ["service_id", "rang"], "ids": ["id"]}
"""What identifies a row, by table."""


def table_schema(table: Table) -> dict[str, Any]:
    """The fields of ``table``, in order, with their types and constraints."""
    return {
        "$schema": PROFILE,
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": KEYS[table.name]} if table.name in KEYS else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    about = {"name": column.name, "title": column.title, "description": column.description}
    if column.facts.many:
        return about | _list(column)
    constraints = _constraints(column)
    field: dict[str, Any] = about | {"type": column.facts.kind.value}
    match column.facts.kind:
        case Kind.BOOLEAN:
            field |= {"trueValues": ["oui"], "falseValues": ["non"]}
        case Kind.TEXT if column.facts.constraints.get("format") in ("uri", "email"):
            field["format"] = column.facts.constraints["format"]
        case _:
            pass
    if column.example:
        field["example"] = column.example
    return field | ({"constraints": constraints} if constraints else {})


def _list(column: Column) -> dict[str, Any]:
    """A list that any reader may split, or a text where items may be absent or hold a separator."""
    constraints = {"constraints": {"required": True}} if column.required else {}
    if column.gaps or column.facts.is_free_text:
        return {"type": "string", **constraints}
    return {
        "type": "list",
        "delimiter": SEPARATOR,
        "itemType": column.facts.kind.value,
        **constraints,
    }


def _constraints(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.facts.terms:
        constraints["enum"] = [term.value for term in column.facts.terms]
    if "format" not in column.facts.constraints:  # a pattern must match all of the text
        kept = {"pattern", "maxLength"} & column.facts.constraints.keys()
        constraints |= {key: column.facts.constraints[key] for key in sorted(kept)}
    if column.name == "id":
        constraints["unique"] = True
    return constraints
